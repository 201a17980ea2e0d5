"""The ways in which a person's name, or a company's, may rightly be written."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from rules.proof.letter import Somebody
from rules.proof.text import fold

TITLES = {
    "mr": "mr",
    "mister": "mr",
    "ms": "ms",
    "mrs": "mrs",
    "miss": "miss",
    "mx": "mx",
    "dr": "dr",
    "doctor": "dr",
    "prof": "prof",
    "professor": "prof",
    "sir": "sir",
    "madam": "madam",
    "ma'am": "madam",
    "rev": "rev",
    "reverend": "rev",
    "herr": "mr",
    "frau": "ms",
    "judge": "judge",
    "captain": "captain",
    "dame": "dame",
    "lord": "lord",
    "lady": "lady",
    "fr": "fr",
    "smt": "smt",
    "shri": "shri",
    "dean": "dean",
}
_SUFFIXES = frozenset("jr sr ii iii iv phd md mba esq cpa obe mbe frcp rn".split())
PARTICLES = frozenset(
    "van von de da di der den del dos das du la le el al bin ben ibn ter ten zu af av y e of the"
    " vander st".split()
)
_HONOURS = re.compile(r"(?:[- ](?:san|sama|sensei|ji|garu)|様|さん|先生|氏)$", re.IGNORECASE)
_LEGAL = re.compile(
    r"(?i)[, ]+(?:inc|ltd|limited|llc|llp|lp|gmbh|plc|corp|corporation|co|company|pvt|pty|ag|as|ab"
    r"|bv|nv|sa|srl|spa|group|holdings)\.?$"
)
MOST_WORDS = 7


def split_title(name: str, recorded: str = "") -> tuple[tuple[str, ...], str]:
    """The titles at the head of a name, as typed, and the rest; `recorded` may be a rare one."""
    known = TITLES.keys() | {_plain(one) for one in recorded.split()}
    titles: list[str] = []
    rest = name.lstrip()
    while rest and _plain(rest.split()[0]) in known:
        titles.append(rest.split()[0])
        rest = rest[len(titles[-1]) :].lstrip()
    return tuple(titles), rest


def titles_of(typed: Iterable[str]) -> frozenset[str]:
    """Titles in one spelling each."""
    return frozenset(TITLES.get(_plain(one), _plain(one)) for one in typed)


def recorded_titles(person: Somebody) -> frozenset[str]:
    """The titles on record, beside the name or before it."""
    return titles_of((person.title or "").split()) | titles_of(split_title(person.name)[0])


def without_honour(name: str) -> str:
    """The name without "-san" and its like."""
    return _HONOURS.sub("", name)


def _plain(title: str) -> str:
    return fold(title).strip(".,")


def bare(name: str) -> tuple[str, ...]:
    """The words of a name without titles, honours and letters behind it."""
    rest = without_honour(split_title(name)[1])
    words = [word.strip(",") for word in rest.split()]
    while len(words) > 1 and fold(words[-1]).replace(".", "") in _SUFFIXES:
        words.pop()
    return tuple(words[:MOST_WORDS])


def _initial(word: str) -> bool:
    return len(fold(word).replace(".", "")) < 2 and word.isascii()


@lru_cache(maxsize=512)
def name_forms(name: str, preferred: str | None = None) -> frozenset[str]:
    """Every way to write the name: some of its words in order, and the preferred name."""
    words = bare(name)
    found: set[str] = {" ".join(words), name.strip()}
    for size in range(1, len(words) + 1):
        for chosen in combinations(words, size):
            if any(not _initial(one) and fold(one) not in PARTICLES for one in chosen):
                found.add(" ".join(chosen))
    if len(words) == 2:
        found.add(f"{words[1]} {words[0]}")
    if preferred:
        found.add(preferred)
        found.update(f"{preferred} {' '.join(words[n:])}" for n in range(1, len(words)))
    return frozenset(one for one in found if one)


def forms(person: Somebody) -> frozenset[str]:
    """Every way to write that person's name."""
    return name_forms(person.name, person.preferred)


def name_words(person: Somebody) -> list[str]:
    """The first and the last name and the preferred one: what may stand alone."""
    words = [one for one in bare(person.name) if not _initial(one)]
    words = [one for one in words if fold(one) not in PARTICLES]
    return list(dict.fromkeys([*words, *filter(None, [person.preferred])]))


@lru_cache(maxsize=512)
def company_forms(company: str) -> tuple[str, ...]:
    """The company as recorded, and without Ltd or Inc."""
    plain = company.strip()
    found = [plain]
    while (shorter := _LEGAL.sub("", plain)) != plain and shorter:
        plain = shorter
        found.append(plain)
    return tuple(dict.fromkeys(one for one in found if one))
