"""Files promised, forgotten or misnamed (A01 to A03)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Part, Severity
from rules.proof.forms import bare, company_forms
from rules.proof.reading import Reading
from rules.proof.text import fold, words_of

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_THING = (
    r"(?:cv|r[ée]sum[ée]|portfolio|file|document|pdf|copy|sample|writing sample|slides?|deck"
    r"|letter|references?|certificate|transcript|work samples?|case stud(?:y|ies)|sketch(?:es)?"
    r"|drawings?|spreadsheet|report|code|screenshots?|photos?|article|draft|answers?|exercise"
    r"|version|notes?|list|plan|paper|task)"
)
_PROMISED = re.compile(
    r"\b(?:"
    r"(?:i|we)(?:'ve| have|'m| am)?(?: also| now| just)? attach(?:ed|ing)?(?! to (?:the|this"
    r"|that|my|your|an?) (?:idea|team|thought|place|role|notion|field|craft|work|city"
    r"|company))\b"
    r"|(?:please|kindly) (?:find|see)(?: my| the)?[\w ]{0,30} (?:attached|enclosed)"
    r"|(?:please |kindly )?(?:find|see) (?:the )?(?:attached|enclosed)"
    rf"|attached (?:is|are|please find|you(?:'ll| will) find|(?:my|the|a) {_THING})"
    rf"|(?:enclosed|attached),? (?:please find|is|are) "
    r"|as an? (?:attachment|enclosure)|in the attach(?:ment|ed)|see attach(?:ed|ment)"
    rf"|the attached {_THING}"
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
    for file in read.letter.attached:
        if not file.size:
            yield _of_file("A03", FIX, file.name, "The file is empty or cannot be read.")
            continue
        name = " ".join(words_of(re.sub(r"[_.\-]+", " ", file.name)))
        squeezed = name.replace(" ", "")
        ours = " ".join(read.names)
        for other in read.letter.others:
            companies = [fold(one) for one in company_forms(other.company)]
            people = [fold(" ".join(bare(one))) for one in other.people]
            hits = [
                one
                for one in [*companies, *(one for one in people if " " in one)]
                if len(one) > 3
                and (
                    f" {one} " in f" {name} " or (len(one) > 6 and one.replace(" ", "") in squeezed)
                )
                and one not in ours
            ]
            if hits:
                everyday = all(read.is_word(word) for word in hits[0].split())
                yield _of_file(
                    "A03",
                    CONSIDER if everyday else FIX,
                    file.name,
                    "The file name has a name of another application.",
                )
                break
        if _DRAFT.search(file.name.rpartition(".")[0]):
            yield _of_file("A03", CONSIDER, file.name, "The file name says that it is a draft.")
        if file.size > LARGEST:
            yield _of_file("A03", CONSIDER, file.name, "The file is larger than 5 MB.")


def _of_file(check: str, severity: Severity, name: str, reason: str) -> Finding:
    return Finding(id=check, severity=severity, part=Part.ENVELOPE, wrong=name, reason=reason)
