"""Who signs, and where it goes (N08 to N11, N15, U02)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Part, Severity
from rules.proof.forms import name_forms
from rules.proof.reading import Reading
from rules.proof.text import Span, distance, fold

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]{1,99}@[^\s@<>()\[\],;:\"]{1,199}")
VALID = re.compile(
    r"(?!\.)[^\s@<>()\[\],;:\"\\]{1,64}(?<!\.)@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}"
)
_PHONE = re.compile(r"\+?\(?\d[\d\s().\u2011\u2013-]{6,22}\d")
_FREE_MAIL = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com yahoo.co.uk icloud.com"
    " me.com aol.com gmx.de gmx.net web.de proton.me protonmail.com mail.com zoho.com".split()
)
_SECOND_LEVEL = frozenset("co com ac gov org net edu or ne go".split())


def _mine(name: str, read: Reading) -> bool:
    """Whether it is a form of the person's name, whatever letters stand before or behind it."""
    me = read.letter.me
    plain = re.sub(r"[\"(][^\"()]*[\")]", " ", fold(name))
    plain = " ".join(re.split(r"[,|]", plain)[0].split()).strip(" .-\u2013\u2014")
    known = {fold(form).strip(" .") for form in name_forms(me.name, me.preferred)}
    return plain in known or any(" " in one and plain.endswith(f" {one}") for one in known)


def sign_off(read: Reading) -> Iterator[Finding]:
    """N08."""
    me, closing = read.letter.me, read.text.closing
    if not me.name.strip() or not read.own.strip():
        return
    last = read.text.lines[-8:]
    named = [
        (number, span) for number, span in enumerate(last) if _mine(read.own[slice(*span)], read)
    ]
    if closing and _mine(closing.name, read):
        return
    if named:
        number, span = named[-1]
        before = read.own[slice(*last[number - 1])] if number else ""
        if number and len(before.split()) <= 10 and not before.rstrip().endswith("?"):
            return
        yield read.body("N08", FIX, span, "No closing phrase stands above the name.")
        return
    right = me.preferred or me.name
    if closing is None:
        yield read.body("N08", FIX, None, "There is no sign-off with a name.")
    elif closing.name and not _PHONE.fullmatch(closing.name) and len(closing.name.split()) < 7:
        near = [
            form
            for form in sorted(name_forms(me.name, me.preferred), key=len, reverse=True)
            if distance(fold(form), fold(closing.name), 2) <= 2
        ]
        span = _trimmed(read.own, closing.span)
        yield read.body("N08", FIX, span, f"The profile says {me.name}.", (near or [right])[0])
    else:
        yield read.body("N08", FIX, None, "No name stands under the sign-off.")


def _trimmed(text: str, span: Span) -> Span:
    """Where the name stands, without the white space and commas around it."""
    typed = text[slice(*span)]
    start = span[0] + len(typed) - len(typed.lstrip())
    return (start, start + len(typed.strip().rstrip(", ")))


def _address(typed: str) -> str:
    found = ADDRESS.search(typed)
    return (found[0] if found else typed).strip().casefold()


def recipient_address(read: Reading) -> Iterator[Finding]:
    """N09."""
    person = read.letter.recipient
    for typed in read.letter.to:
        address = _address(typed)
        if not VALID.fullmatch(address):
            yield _envelope("N09", FIX, typed, "This is no address that mail can reach.")
            continue
        if person is None or address == person.email.casefold():
            continue
        for other in read.letter.met:
            if other.email and address == other.email.casefold():
                right = person.email or None
                yield _envelope("N09", FIX, typed, f"This address belongs to {other.name}.", right)


def _registrable(domain: str) -> str:
    labels = domain.casefold().strip(".").split(".")
    keep = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])


def address_domain(read: Reading) -> Iterator[Finding]:
    """N10."""
    ours = {_registrable(one) for one in read.letter.company_domains}
    person = read.letter.recipient
    for typed in read.letter.to:
        domain = _address(typed).rpartition("@")[2]
        if not domain or "." not in domain:
            continue
        free = domain in _FREE_MAIL and bool(read.letter.company)
        unlike = bool(ours) and _registrable(domain) not in ours
        recorded = person is not None and _address(typed) == person.email.casefold()
        if (unlike or free) and not (recorded and not ours and not free):
            yield _envelope(
                "N10", CONSIDER, typed, f"Not an address of {read.letter.company or 'the company'}."
            )


def one_interviewer(read: Reading) -> Iterator[Finding]:
    """N11."""
    known = {one.email.casefold(): one.name for one in read.record.people if one.email}
    found = [_address(one) for one in (*read.letter.to, *read.letter.cc)]
    met = list(dict.fromkeys(known[one] for one in found if one in known))
    if len(met) > 1:
        yield _envelope(
            "N11", FIX, ", ".join(met), "Each interviewer gets a letter of their own, alone."
        )


def employer_account(read: Reading) -> Iterator[Finding]:
    """N15."""
    me = read.letter.me
    domain = me.email.casefold().rpartition("@")[2]
    if not domain or not me.current_employer + me.employer_domain:
        return
    label = _registrable(domain).split(".")[0].replace("-", "")
    words = re.findall(r"\w+", fold(me.current_employer))
    named = label in {"".join(words), *(one for one in words if len(one) > 3)}
    recorded = me.employer_domain.casefold().strip()
    if named or (recorded and _registrable(domain) == _registrable(recorded)):
        yield _envelope(
            "N15",
            CONSIDER,
            me.email,
            "An address of the present employer, who may read what goes through it.",
        )


def signature(read: Reading) -> Iterator[Finding]:
    """U02."""
    closing, me = read.text.closing, read.letter.me
    if closing is None:
        return
    start = closing.start
    digits = re.sub(r"\D", "", me.phone)
    for hit in _PHONE.finditer(read.own, start):
        typed = re.sub(r"\D", "", hit[0])
        if digits and _national(typed) != _national(digits) and len(typed) > 6:
            yield read.body(
                "U02", CONSIDER, hit.span(), f"The profile says {me.phone}.", me.phone.strip()
            )
    for span in read.text.codes:
        typed = read.own[slice(*span)]
        found = ADDRESS.search(typed) if span[0] >= start and "@" in typed[:300] else None
        if found and me.email and found[0].strip(".").casefold() != me.email.casefold():
            place = (span[0] + found.start(), span[0] + found.end())
            yield read.body(
                "U02", CONSIDER, place, f"The profile says {me.email}.", me.email.strip()
            )


def _national(digits: str) -> str:
    """The last nine digits: the rest is the country's code, typed or not."""
    return digits[-9:] if len(digits) > 9 else digits.lstrip("0")


def _envelope(
    check: str, severity: Severity, wrong: str, reason: str, right: str | None = None
) -> Finding:
    return Finding(
        id=check, severity=severity, part=Part.ENVELOPE, wrong=wrong, right=right, reason=reason
    )
