"""What should not be in any letter: open placeholders, broken characters, device footers (F)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.reading import Reading
from rules.proof.text import Span

FIX = Severity.FIX
WEB = re.compile(r"(?:https?://|www\.)\S+")
PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}"
    r"|\$\{[^{}\n]{0,80}\}"
    r"|%\(\w{1,40}\)s"
    r"|<<[^<>\n]{1,80}>>|«[^\W_][^«»\n]{0,38}[^\W_]»"
    r"|\{[A-Za-z][^{}\n]{0,58}\}"
    r"|<(?:insert|your|name|company|role|position|date|interviewer)\b[^<>\n]{0,60}>"
    r"|\[(?!sic\]|\.\.\.\]|\u2026\]|\d{1,4}\])[^\[\]\n]{2,60}\](?!\()"
    r"|\bXX?(?=\s?(?:%|per cent|percent))|(?<=[$\u00a3\u20ac\u20a6\u20b9])XX?\b"
    r"|\b(?:XX+X|TBD|TODO|FIXME)\b"
    r"|\b[Ll]orem ipsum\b"
    r"|_{3,}|\?{3,}"
    r"|\b(?:Company Name|Your Name|Job Title|Interviewer(?:'s)? Name|Hiring Manager(?:'s)? Name"
    r"|Position Title|First Name|Last Name|Role Title|Recipient Name|Insert \w{2,20})\b"
)
_BROKEN = re.compile(
    r"Ã[\x80-\xbf\u0192\u201a-\u2122©®¡-¿]|â€.?|Â(?=[\s\xa0£©®°»«])|\ufffd|&nbsp;|&amp;"
    r"|&lt;|&gt;|&quot;|&#\d{1,5};"
    r"|</?(?:br|p|div|span|b|i|a|li|ul)\b[^<>\n]{0,60}/?>"
    r"|[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+"
    r"|[\ud800-\udfff]+"
)
_MEANT = {"&amp;": "&", "&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
_JOINED = re.compile(r"[\u200c\u200d]")
_FOOTER = re.compile(
    r"^[ \t]*(?:Sent from (?:my |Mail for |Outlook|Yahoo)|Get Outlook for |Sent with )[^\n]{0,80}",
    re.MULTILINE | re.IGNORECASE,
)
_CONTROL = re.compile(r"[^\n\r\0]{0,12}[\r\n\0\v\f]+[^\n\r\0]{0,12}")


def placeholders(read: Reading) -> Iterator[Finding]:
    """F01."""
    for text, found_in in ((read.letter.subject, read.subject), (read.own, read.body)):
        masked = WEB.sub(lambda hit: " " * len(hit[0]), text)
        for name in (
            *(one.name for one in read.letter.attached),
            read.letter.company,
            read.letter.role,
            *(one.name for one in read.record.people),
            *(one.text for one in read.letter.heard),
        ):
            if name and PLACEHOLDER.search(name):
                masked = masked.replace(name, " " * len(name))
        for hit in PLACEHOLDER.finditer(masked):
            yield found_in(
                "F01", FIX, hit.span(), "A blank of the template that was never filled in."
            )


def emptiness(read: Reading) -> Iterator[Finding]:
    """F02."""
    subject = read.letter.subject
    if not subject.strip() and not read.letter.on_paper:
        yield read.subject("F02", FIX, None, "The subject is empty.")
    if not read.own.strip():
        yield read.body("F02", FIX, None, "The letter is empty.")
    for hit in _CONTROL.finditer(subject):
        right = " ".join(re.split(r"[\r\n\0\v\f]+", hit[0])).replace("  ", " ").strip()
        yield read.subject(
            "F02", FIX, hit.span(), "A subject is one line; this one is broken in two.", right
        )


def broken_characters(read: Reading) -> Iterator[Finding]:
    """F03."""
    for text, found_in in ((read.letter.subject, read.subject), (read.own, read.body)):
        for hit in _BROKEN.finditer(text):
            if _JOINED.fullmatch(hit[0]) and _inside_word(text, hit.span()):
                continue
            hidden = "\u200b" <= hit[0][0] <= "\u206f" or hit[0][0] == "\ufeff"
            reason = (
                "A hidden character that other programs may show."
                if hidden
                else "Characters broken on their way here from another program."
            )
            right = "" if hidden else _MEANT.get(hit[0])
            yield found_in("F03", FIX, hit.span(), reason, right)


def _inside_word(text: str, span: Span) -> bool:
    """A joiner between two letters of a script that needs it, or inside an emoji."""
    before, behind = text[max(0, span[0] - 1) : span[0]], text[span[1] : span[1] + 1]
    return before > "\u0590" and behind > "\u0590"


def device_footer(read: Reading) -> Iterator[Finding]:
    """F04."""
    for hit in _FOOTER.finditer(read.own):
        start = hit.start()
        while start and read.own[start - 1] in "\n\r \t":
            start -= 1
        yield read.body(
            "F04", FIX, hit.span(), "A line that the phone added.", "" if start else None
        )
