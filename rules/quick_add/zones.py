"""Reading the words for a zone. What is not known is never taken for the person's own zone."""

import re
import unicodedata
from datetime import timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from rules.quick_add.days import END
from rules.quick_add.said import ZoneSaid

NEW_YORK, CHICAGO, DENVER, PACIFIC = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
LONDON, BERLIN, SYDNEY = "Europe/London", "Europe/Berlin", "Australia/Sydney"

LETTERS: dict[str, tuple[float | str, ...]] = {
    "utc": (0,), "z": (0,), "gmt": (0, LONDON), "bst": (1, LONDON), "wet": (0, "Europe/Lisbon"),
    "west": (1, "Europe/Lisbon"), "cet": (1, BERLIN), "cest": (2, BERLIN), "mez": (1, BERLIN),
    "mesz": (2, BERLIN), "eet": (2, "Europe/Helsinki"), "eest": (3, "Europe/Helsinki"),
    "msk": (3,), "sast": (2,), "ist": (5.5, "Asia/Jerusalem", "Europe/Dublin"), "pkt": (5,),
    "sgt": (8,), "hkt": (8,), "jst": (9,), "kst": (9,), "awst": (8,),
    "acst": (9.5, "Australia/Adelaide"),
    "aest": (10, SYDNEY), "aedt": (11, SYDNEY), "nzst": (12, "Pacific/Auckland"),
    "nzdt": (13, "Pacific/Auckland"), "et": (NEW_YORK,), "ct": (CHICAGO,), "mt": (DENVER,),
    "pt": (PACIFIC,), "est": (-5, NEW_YORK), "edt": (-4, NEW_YORK), "cst": (-6, CHICAGO, 8),
    "cdt": (-5, CHICAGO), "mst": (-7, DENVER), "mdt": (-6, DENVER), "pst": (-8, PACIFIC),
    "pdt": (-7, PACIFIC), "ast": (-4, 3), "adt": (-3,), "akst": (-9, "America/Anchorage"),
    "hst": (-10,), "brt": (-3,),
}  # fmt: skip
"""What zone letters may mean: hours from UTC, and the zone whose people say it all year."""

PLACES = {
    LONDON: "london uk british england britain scotland wales manchester edinburgh glasgow leeds"
    " birmingham bristol belfast cardiff united_kingdom gb",
    "Europe/Dublin": "dublin ireland irish",
    "Europe/Lisbon": "lisbon portugal porto",
    "Europe/Madrid": "madrid barcelona spain spanish valencia",
    "Europe/Paris": "paris france french lyon",
    "Europe/Brussels": "brussels belgium",
    "Europe/Amsterdam": "amsterdam netherlands dutch rotterdam",
    BERLIN: "berlin germany german munich hamburg frankfurt cologne stuttgart central_european cet",
    "Europe/Zurich": "zurich geneva switzerland swiss basel",
    "Europe/Vienna": "vienna austria",
    "Europe/Rome": "rome milan italy italian",
    "Europe/Copenhagen": "copenhagen denmark",
    "Europe/Stockholm": "stockholm sweden",
    "Europe/Oslo": "oslo norway",
    "Europe/Helsinki": "helsinki finland",
    "Europe/Warsaw": "warsaw krakow poland",
    "Europe/Prague": "prague",
    "Europe/Budapest": "budapest hungary",
    "Europe/Athens": "athens greece",
    "Europe/Bucharest": "bucharest romania",
    "Europe/Kyiv": "kyiv kiev ukraine",
    "Europe/Istanbul": "istanbul turkey",
    "Europe/Moscow": "moscow",
    "Asia/Jerusalem": "tel_aviv jerusalem israel",
    "Asia/Dubai": "dubai abu_dhabi uae",
    "Asia/Riyadh": "riyadh",
    "Asia/Karachi": "karachi",
    "Asia/Kolkata": "mumbai delhi new_delhi bangalore bengaluru kolkata chennai hyderabad india"
    " indian",
    "Asia/Singapore": "singapore",
    "Asia/Hong_Kong": "hong_kong",
    "Asia/Shanghai": "shanghai beijing china shenzhen",
    "Asia/Taipei": "taipei taiwan",
    "Asia/Manila": "manila",
    "Asia/Jakarta": "jakarta",
    "Asia/Bangkok": "bangkok",
    "Asia/Tokyo": "tokyo japan osaka",
    "Asia/Seoul": "seoul korea",
    SYDNEY: "sydney melbourne canberra",
    "Australia/Brisbane": "brisbane",
    "Australia/Adelaide": "adelaide",
    "Australia/Perth": "perth",
    "Pacific/Auckland": "auckland wellington",
    "Africa/Johannesburg": "johannesburg cape_town",
    "Africa/Nairobi": "nairobi",
    "Africa/Lagos": "lagos",
    "Africa/Cairo": "cairo",
    NEW_YORK: "new_york ny nyc boston washington dc miami atlanta philadelphia eastern us_eastern"
    " eastern_standard us_east_coast east_coast",
    "America/Toronto": "toronto montreal ottawa",
    CHICAGO: "chicago dallas houston austin texas us_central central minneapolis",
    DENVER: "denver mountain us_mountain",
    "America/Phoenix": "phoenix arizona",
    PACIFIC: "los_angeles la san_francisco sf seattle san_diego portland california pacific"
    " us_pacific west_coast us_west_coast",
    "America/Vancouver": "vancouver",
    "America/Mexico_City": "mexico_city",
    "America/Sao_Paulo": "sao_paulo",
    "America/Argentina/Buenos_Aires": "buenos_aires",
    "America/Bogota": "bogota",
    "UTC": "utc",
}
TOWNS = {town.replace("_", " "): zone for zone, towns in PLACES.items() for town in towns.split()}
SPOKEN_ZONES = {"eastern", "pacific", "us eastern", "us pacific", "us central", "us mountain"}
NOT_ZONES = {"HQ", "TBC", "TBD", "HR", "CEO", "CTO", "PM", "AM", "VC", "F2F", "MS", "IN", "OK"}

OFFSET = re.compile(rf"\(?(?:utc|gmt)? ?(?P<sign>[+-]) ?(?P<h>\d{{1,2}})(?::?(?P<m>\d\d))?{END}")
REGIONS = ("Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian")
IANA = re.compile(rf"(?:{'|'.join(REGIONS).lower()}|etc)/[a-z_]{{2,30}}(?:/[a-z_]{{2,30}})?(?!\w)")
SAID = re.compile(
    r"(?:in )?(?P<name>[^\W\d_][\w.'-]{0,20}"
    r"(?: [^\W\d_][\w.'-]{0,20}){0,2}) time(?: ?zone)?(?![\w-])"
)
NAME = re.compile(r"(?:in )?(?P<name>[a-z]{1,15}(?: [a-z]{1,15}){0,2})(?!\w|[.'/&@-]\w)")
ONE_WORD = re.compile(rf"[^\W\d_]{{1,5}}{END}")


@cache
def named(key: str) -> tuple[tzinfo, ...]:
    """The zone of that IANA name; nothing when there is none."""
    try:
        return (ZoneInfo(key),)
    except (ValueError, OSError, KeyError):
        return ()


def _meaning(letters: str) -> tuple[tzinfo, ...]:
    return tuple(
        zone
        for one in LETTERS[letters]
        for zone in (named(one) if isinstance(one, str) else (timezone(timedelta(hours=one)),))
    )


def _offset(found: re.Match[str]) -> ZoneSaid:
    hours, minutes = int(found["h"]), int(found["m"] or 0)
    if hours > 14 or minutes > 59:
        return ZoneSaid(())
    ahead = timedelta(hours=hours, minutes=minutes)
    return ZoneSaid((timezone(ahead if found["sign"] == "+" else -ahead),))


def _said(name: str, own: tzinfo) -> ZoneSaid:
    """ "New York" of "New York time"."""
    if name == "my":
        return ZoneSaid((own,))
    if name in LETTERS:
        return ZoneSaid(_meaning(name))
    return ZoneSaid(_of_town(name))


def _of_town(name: str) -> tuple[tzinfo, ...]:
    """The zone of a town, by our list or by the name its zone has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    if plain in TOWNS:
        return named(TOWNS[plain])
    key = "_".join(word.capitalize() for word in plain.split())
    found = (named(f"{region}/{key}") for region in REGIONS if key.replace("_", "").isalpha())
    return next((zone for zone in found if zone), ())


def _town(found: re.Match[str], shown: str) -> tuple[ZoneSaid, int] | None:
    words = found["name"].split(" ")
    capital = shown[found.start("name")].isupper()
    for number in range(len(words), 0, -1):
        name = " ".join(words[:number])
        if name in TOWNS or (capital and _of_town(name)):
            end = found.start("name") + len(name)
            return ZoneSaid(_of_town(name), place=name not in SPOKEN_ZONES), end
    return None


def find(
    folded: str, shown: str, place: tuple[int, int], own: tzinfo, timed: bool
) -> tuple[ZoneSaid, int] | None:
    """The zone that begins at `place`, and where its words end; `timed`: an hour stands before."""
    if found := SAID.match(folded, *place):
        return _said(found["name"], own), found.end()
    if not timed:
        return None
    if found := OFFSET.match(folded, *place):
        return _offset(found), found.end()
    if found := IANA.match(folded, *place):
        parts = shown[found.start() : found.end()].split("/")
        key = "/".join(part[:1].upper() + part[1:] for part in parts)
        return ZoneSaid(named(key)), found.end()
    found = ONE_WORD.match(folded, *place)
    if (
        found
        and found[0] in LETTERS
        and (found[0] not in {"west", "wet"} or _capitals(shown, found))
    ):
        return ZoneSaid(_meaning(found[0])), found.end()
    if (town := NAME.match(folded, *place)) and (known := _town(town, shown)):
        return known
    if found and len(found[0]) > 1 and _capitals(shown, found):
        return ZoneSaid(()), found.end()
    return None


def _capitals(shown: str, found: re.Match[str]) -> bool:
    word = shown[found.start() : found.end()]
    return word.isascii() and word.isupper() and word not in NOT_ZONES
