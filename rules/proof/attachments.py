"""Files promised, forgotten or misnamed (A01 to A03)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Part, Severity
from rules.proof.forms import bare, company_forms
from rules.proof.names import folded_words
from rules.proof.reading import Reading
from rules.proof.text import words_of

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_THING = (
    r"(?:cv|r[ée]sum[ée]|portfolio|file|document|pdf|copy|sample|writing sample|slides?|deck"
    r"|letter|references?|certificate|transcript|work samples?|case stud(?:y|ies)|sketch(?:es)?"
    r"|drawings?|spreadsheet|report|code|screenshots?|photos?|article|draft|answers?|exercise"
    r"|version|notes?|list|plan|paper|task)"
)
_PROMISED = re.compile(
    r"\b(?:"
    r"(?:i|we)(?:'ve| have)?(?: also| now| just)? attach(?:ed)?\b(?! (?:myself|ourselves)\b)"
    r"(?! to (?:the|this|that|my|your|an?) (?:idea|team|thought|place|role|notion|field|craft|work"
    r"|city|company)\b)"
    r"|(?:i|we)(?:'m| am|'re| are)(?: also| now| just)? attaching\b"
    r"|(?:please|kindly) (?:find|see)(?: my| the)?[\w ]{0,30} (?:attached|enclosed)"
    r"|(?:please |kindly )?(?:find|see) (?:the )?(?:attached|enclosed)"
    rf"|attached (?:is|are|please find|you(?:'ll| will) find|(?:my|the|a) {_THING})"
    rf"|(?:enclosed|attached),? (?:please find|is|are) "
    r"|as an? (?:attachment|enclosure)|in the attach(?:ment|ed)|see attach(?:ed|ment)"
    rf"|the attached {_THING}"
    rf"|{_THING}s? (?:attached|enclosed)(?=\s*[).,;])"
    rf"|my {_THING} is (?:attached|enclosed)"
    rf"|{_THING}s? (?:is|are) (?:attached|enclosed)"
    r"|(?:i|we)(?:'ve| have)? enclosed?\b"
    r"|i(?:'m| am) enclosing"
    r")",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"attach|enclos|with this (?:email|e-mail|message|letter)|herewith|included (?:is|are|my)"
    r"|below (?:is|are)|\bpdf\b|\bfile\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"(?:^|[\W_])(?:final|v\d+|copy|draft|old|new)(?=$|[\W_\d])", re.IGNORECASE)
LARGEST = 5 * 1024 * 1024


def promised(read: Reading) -> Iterator[Finding]:
    """A01."""
    if read.letter.attached:
        return
    plain = read.own.replace("\u2019", "'")
    for hit in _PROMISED.finditer(plain):
        yield read.body("A01", FIX, hit.span(), "An attachment is promised, and none is listed.")
        return


def unmentioned(read: Reading) -> Iterator[Finding]:
    """A02."""
    if read.letter.attached and not _MENTION.search(read.own):
        yield _of_file(
            "A02", CONSIDER, read.letter.attached[0].name, "The letter does not mention the file."
        )


def file_names(read: Reading) -> Iterator[Finding]:
    """A03."""
    others = list(_other_names(read)) if read.letter.attached else []
    for file in read.letter.attached:
        if not file.size:
            yield _of_file("A03", FIX, file.name, "The file is empty or cannot be read.")
            continue
        words = words_of(re.sub(r"[_.\-]+", " ", file.name))
        there = [one for one in others if _in_file(one, words)]
        if there:
            plain = all(len(one) == 1 and read.record.is_word(one[0]) for one in there)
            severity = CONSIDER if plain else FIX
            reason = "The file name has a name of another application."
            yield _of_file("A03", severity, file.name, reason)
        if _DRAFT.search(file.name.rpartition(".")[0]):
            yield _of_file("A03", CONSIDER, file.name, "The file name says that it is a draft.")
        if file.size > LARGEST:
            yield _of_file("A03", CONSIDER, file.name, "The file is larger than 5 MB.")


def _other_names(read: Reading) -> Iterator[tuple[str, ...]]:
    """The words of each company and full name of other applications, not shared with this one."""
    for other in read.letter.others:
        people = [" ".join(bare(one)) for one in other.people]
        for name in (*company_forms(other.company), *(one for one in people if " " in one)):
            words = folded_words(name)
            if len("".join(words)) > 3 and not all(
                word in read.record.vocabulary for word in words
            ):
                yield words


def _in_file(name: tuple[str, ...], words: list[str]) -> bool:
    """Whether the words stand there in a row, or a long name joined: "GreenstonePartners"."""
    joined = "".join(name)
    return f" {' '.join(name)} " in f" {' '.join(words)} " or (
        len(joined) > 6 and any(joined in word for word in words)
    )


def _of_file(check: str, severity: Severity, name: str, reason: str) -> Finding:
    return Finding(id=check, severity=severity, part=Part.ENVELOPE, wrong=name, reason=reason)
