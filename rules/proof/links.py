"""Links that cannot work, or that track (U01, U03)."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from rules.proof.finding import Finding, Severity
from rules.proof.reading import Reading
from rules.proof.text import Span, distance

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_LINK = re.compile(
    r"(?<![\w@])(?:(?:https?|ftp|file|h[tps]{2,6}|hhttps?|ttps?|javascript|data"
    r"|mailto)\s?[:;]\s?[/\\]{0,3}(?=[\w/<])"
    r"|https?//|www[.,;]|(?:https?)(?=www\.))[^\s<>\"]*"
    r"|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|co\.uk|ai|me|app)/[^\s<>\"]+",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?!-)[^\W_](?:[\w-]{0,61}[^\W_])?", re.UNICODE)
_SHORT = frozenset(
    "bit.ly tinyurl.com t.co goo.gl ow.ly buff.ly is.gd rb.gy lnkd.in cutt.ly shorturl.at "
    "t.ly tiny.cc"
    " rebrand.ly shorte.st bl.ink s.id v.gd adf.ly trib.al dlvr.it soo.gd short.io amzn.to"
    " j.mp qr.ae fb.me surl.li urlz.fr".split()
)
_TRACKING = re.compile(
    r"[?&](?:utm_\w+|fbclid|gclid|mc_eid|mc_cid|_hsenc|mkt_tok|igshid|trk|trackingid|si)="
    r"|safelinks\.protection|list-manage\.com|sendgrid\.net|mailchi\.mp|//(?:click|trk|track"
    r"|links?|email|go)\.[\w-]+\.\w+/"
    r"|google\.\w+/url\?|l\.facebook\.com|linkedin\.com/redir|urldefense\.",
    re.IGNORECASE,
)
_INTRANET = re.compile(
    r"localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|.*\.(?:local"
    r"|internal|corp|lan|intranet|test|invalid)"
)


def _links(read: Reading) -> Iterator[tuple[str, Span]]:
    for hit in _LINK.finditer(read.own):
        link = hit[0]
        while link[-1] in ".,;:!?'\"\u201d\u2019*_" or (
            link[-1] in ")]" and link.count("(") < link.count(")") + link.count("]")
        ):
            link = link[:-1]
        yield link, (hit.start(), hit.start() + len(link))


def _whats_wrong(link: str) -> str | None:
    """Why nobody can follow it; None when it looks as links do."""
    plain = link if re.match(r"\w+:", link) else f"https://{link}"
    if re.match(r"(?i)(?:file|javascript|data|ftp):", plain):
        return "A link only your own machine can follow."
    if re.match(r"(?i)mailto:", plain):
        address = plain[7:].split("?")[0]
        return (
            None
            if re.fullmatch(r"[^\s@]+@[\w-]+(?:\.[\w-]+)+", address)
            else "The address is broken."
        )
    if not re.match(r"(?i)https?://[^/]", plain):
        return "The link is broken at its beginning."
    try:
        parts = urlsplit(plain)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - raises where it is not a number
    except ValueError:
        return "The link is broken."
    labels = host.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(one) for one in labels):
        return "The name of the site is broken."
    if _INTRANET.fullmatch(host):
        return "A link nobody outside can follow."
    if labels[-2] == "example" and labels[-1] in {"com", "org", "net"}:
        return "A link left over from an example."
    if labels[-1].isdigit() or len(labels[-1]) < 2:
        return None if re.fullmatch(r"\d+(?:\.\d+){3}", host) else "The name of the site is broken."
    return None


def _key(link: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", link.casefold()).rstrip("/")


def broken(read: Reading) -> Iterator[Finding]:
    """U01."""
    profile = [one for one in read.letter.me.links if one.strip()]
    for link, span in _links(read):
        reason = _whats_wrong(link)
        if reason:
            right = next((one for one in profile if distance(_key(one), _key(link), 3) <= 3), None)
            yield read.body("U01", FIX, span, reason, right)
            continue
        for one in profile:
            if 0 < distance(_key(one), _key(link), 3) <= 3:
                yield read.body("U01", CONSIDER, span, f"The profile says {one}.", one)
                break


def tracked(read: Reading) -> Iterator[Finding]:
    """U03."""
    for link, span in _links(read):
        host = _key(link).split("/")[0].split("?")[0]
        if host in _SHORT:
            yield read.body("U03", CONSIDER, span, "A short link hides where it leads.")
        elif _TRACKING.search(link):
            yield read.body("U03", CONSIDER, span, "A link that counts who follows it.")
