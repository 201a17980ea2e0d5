"""Names inside the letter: misspelt, left over, and the role (N06, N07, N13, N14)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Part, Severity
from rules.proof.forms import PARTICLES, bare, company_forms, name_words
from rules.proof.letter import Somebody
from rules.proof.reading import (
    APPLICATION,
    CALENDAR_WORDS,
    PLACES,
    SECOND,
    THANKS,
    Reading,
)
from rules.proof.text import WORD, Span, distance, fold

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_SENIORITY = frozenset(
    "senior sr junior jr lead principal staff associate assistant head chief deputy graduate"
    " trainee intern i ii iii iv v the of and for a an in to mid level entry".split()
)
_GENDERED = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
_PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_KIN = re.compile(
    r"\b(?:mother|mum|mom|father|dad|aunt|uncle|sister|brother|wife|husband|daughter|son"
    r"|grandmother"
    r"|grandfather|gran|granny|grandma|grandpa|friend|neighbou?r|patient|customer|client|donor"
    r"|student|pupil|teacher|tutor|mentor|boss|man|woman|lady|girl|boy|colleague|manager|nurse"
    r"|doctor|owner|child|driver|farmer|guest|visitor|resident|partner|niece|nephew|cousin)\b",
    re.IGNORECASE,
)


def _recorded(read: Reading) -> Iterator[tuple[str, bool]]:
    """Names to look for misspelt in the text, and whether it is a company."""
    for company in company_forms(read.letter.company):
        yield company, True
    for person in read.people:
        yield " ".join(bare(person.name)), False
        for word in name_words(person):
            yield word, False


def misspelt_names(read: Reading) -> Iterator[Finding]:
    """N06."""
    words = read.own_words
    texts = [fold(read.own[slice(*span)]) for span in words]
    greeting = read.text.greeting.line if read.text.greeting else (0, 0)
    signed = read.text.closing.start if read.text.closing else len(read.own)
    seen: set[Span] = set()
    exact = {fold(name) for name, _ in _recorded(read)} | read.vocabulary
    for name, company in dict.fromkeys(_recorded(read)):
        parts = [found[0] for found in WORD.finditer(fold(name))]
        if not parts or len("".join(parts)) < 4:
            continue
        for number in range(len(words) - len(parts) + 1):
            start, end = words[number][0], words[number + len(parts) - 1][1]
            if abs(end - start - len(name)) > 4:
                continue
            if greeting[0] <= start < greeting[1] or start >= signed:
                continue
            typed = read.own[start:end]
            if not _capital(typed, name) or (start, end) in seen:
                continue
            if _misspells(read, texts[number : number + len(parts)], parts, exact, (start, end)):
                seen.add((start, end))
                yield read.body(
                    "N06", FIX, (start, end), f"On record it is written {name}.", _kept(typed, name)
                )
        if company:
            yield from _joined_or_split(read, name, parts, words, texts)


def _capital(typed: str, name: str) -> bool:
    first = typed[:1]
    return first.isupper() or (name[:1].islower() and first.isalpha()) or not first.isalpha()


def _kept(typed: str, name: str) -> str:
    """The right name with the "'s" that was typed."""
    tail = re.search(r"['\u2019]s$", typed)
    return name + tail[0] if tail and not re.search(r"['\u2019]s$", name) else name


def _misspells(
    read: Reading, typed: list[str], parts: list[str], exact: frozenset[str] | set[str], span: Span
) -> bool:
    """Whether these words are the name with a slip in them."""
    typed = [*typed[:-1], typed[-1].removesuffix("'s")] if not parts[-1].endswith("s") else typed
    plain = [*typed[:-1], typed[-1].removesuffix("'s")]
    if typed == parts or plain == parts or plain == [*parts[:-1], parts[-1].removesuffix("'s")]:
        return False
    one, other = " ".join(typed), " ".join(parts)
    if one in exact or one.removesuffix("'s") in exact:
        return False
    most = 1 if len(other.replace(" ", "")) <= 5 else 2
    off = distance(one, other, most)
    if off > most or (one[0] != other[0] and off > 1):
        return False
    if len(parts) > 1:
        same = sum(a == b for a, b in zip(typed, parts, strict=True))
        wrong = [(a, b) for a, b in zip(typed, parts, strict=True) if a != b]
        return same > 0 and not any(
            a in read.vocabulary or (read.is_word(a) and len(a) < 4) for a, b in wrong
        )
    if one in {other + "s", other + "es", other + "n"} or other in {one + "s", one + "es"}:
        return len(one) > 5 and not read.is_word(one) and other == one + "s"
    return not read.is_word(one) and not read.is_word(read.own[slice(*span)])


def _joined_or_split(
    read: Reading, name: str, parts: list[str], words: tuple[Span, ...], texts: list[str]
) -> Iterator[Finding]:
    """ "North Wind" for Northwind, and the other way round."""
    whole = "".join(parts)
    if len(whole) < 5:
        return
    for size in {1, 2, 3} - {len(parts)}:
        for number in range(len(words) - size + 1):
            start, end = words[number][0], words[number + size - 1][1]
            typed = texts[number : number + size]
            joined = "".join(typed).removesuffix("'s") if not whole.endswith("'s") else ""
            squeezed = joined.replace("-", "").replace("'", "")
            if squeezed != whole.replace("-", "").replace("'", ""):
                continue
            between = read.own[start:end]
            if "\n" in between or "@" in read.own[max(0, start - 1) : end + 1]:
                continue
            if not any(char.isupper() for char in between) or _in_link(read, start):
                continue
            if size == 1 and "-" in between and len(parts) > 1 and "-" in name:
                continue
            yield read.body(
                "N06", FIX, (start, end), f"On record it is written {name}.", _kept(between, name)
            )


def _in_link(read: Reading, place: int) -> bool:
    start = max(read.own.rfind(" ", 0, place), read.own.rfind("\n", 0, place)) + 1
    token = read.own[start : start + 200].split()[:1]
    return bool(token) and any(sign in token[0] for sign in ("://", "www.", "@"))


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@./-]){re.escape(name)}(?![\w@]|\.\w|-\w)")


def _left_over(read: Reading) -> Iterator[tuple[str, bool, bool]]:
    """Names of other applications: the name, whether it is whole, whether it is a company."""
    for pursuit in read.letter.others:
        for number, company in enumerate(company_forms(pursuit.company)):
            yield company, True, True
            first = company.split()[0] if number == 0 or " " in company else ""
            if " " in company and len(first) > 4:
                yield first, False, True
        for name in pursuit.people:
            words = bare(name)
            if len(words) > 1:
                yield " ".join(words), True, False
            for word in words:
                if len(word) > 2 and fold(word) not in PARTICLES:
                    yield word, len(words) == 1, False


def left_over(read: Reading) -> Iterator[Finding]:
    """N07."""
    seen: list[tuple[Part, Span]] = []
    for name, whole, company in sorted(
        dict.fromkeys(_left_over(read)), key=lambda one: (-len(one[0]), not one[1])
    ):
        words = [found[0] for found in WORD.finditer(fold(name))]
        if not words or _ours(read, fold(name), words):
            continue
        if not whole and words[0] in PLACES:
            continue
        everyday = all(read.is_word(word) for word in words)
        pattern = _whole(name)
        for part, text, found_in in (
            (Part.SUBJECT, read.letter.subject, read.subject),
            (Part.BODY, read.own, read.body),
        ):
            for hit in pattern.finditer(text):
                if any(p is part and a <= hit.start() < b for p, (a, b) in seen):
                    continue
                if everyday and not _names_somebody(read, part, text, hit, words):
                    continue
                seen.append((part, hit.span()))
                sure = whole and not everyday
                yield found_in(
                    "N07",
                    FIX if sure else CONSIDER,
                    hit.span(),
                    "The name belongs to another application."
                    if company
                    else "Somebody of another application.",
                )


def _ours(read: Reading, name: str, words: list[str]) -> bool:
    """Whether this application, its notes or the person's own past know the name too."""
    if all(word in read.names for word in words):
        return True
    letter = read.letter
    said = " \n ".join(
        (
            *(one.text for one in letter.heard),
            letter.notes,
            *letter.me.past_employers,
            letter.me.current_employer,
            *letter.me.links,
            letter.me.name,
            letter.company,
        )
    )
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fold(said)) is not None


def _names_somebody(
    read: Reading, part: Part, text: str, hit: re.Match[str], words: list[str]
) -> bool:
    """An everyday word is a name only where nothing else asks for its capital."""
    if not hit[0][0].isupper() or any(word in CALENDAR_WORDS for word in words):
        return False
    if part is Part.SUBJECT:
        return hit.start() > 0 and not text.istitle()
    if read.text.opens_sentence(hit.start()):
        return False
    around = text[max(0, hit.start() - 14) : hit.start()], text[hit.end() : hit.end() + 14]
    beside = re.search(r"[A-Z]\w+ $", around[0]) or re.match(r" [A-Z]\w+", around[1])
    return not beside


def pronouns(read: Reading) -> Iterator[Finding]:
    """N13."""
    for person in read.people:
        gender = fold(person.pronoun or "").split("/")[0]
        others = [one for one in read.people if one is not person]
        for number, span in enumerate(read.text.sentences):
            named = _last_named(read, span, person)
            if named is None:
                continue
            hits = [
                hit
                for hit in _PRONOUN.finditer(read.own, named, span[1])
                if not _spoken_for(read, (named, hit.start()), others)
            ]
            if not hits and number + 1 < len(read.text.sentences):
                start, end = read.text.sentences[number + 1]
                hit = _PRONOUN.match(read.own, start, end)
                if hit and not _spoken_for(read, (named, span[1]), others):
                    hits = [hit]
            for hit in hits[:1]:
                said = _GENDERED[hit[0].lower()]
                if said == gender or read.quoted(hit.start()):
                    continue
                if gender in {"he", "she"} and len(others) and _anybody(read, others, said):
                    continue
                yield read.body(
                    "N13",
                    CONSIDER,
                    hit.span(),
                    f"{person.name} is recorded with another pronoun."
                    if gender
                    else f"No pronoun is on record for {person.name}.",
                )


def _last_named(read: Reading, span: Span, person: Somebody) -> int | None:
    """Behind the last place in that sentence where the person is named."""
    places = [
        hit.end()
        for word in name_words(person)
        for hit in _whole(word).finditer(read.own, *span)
        if not (read.is_word(word) and read.text.opens_sentence(hit.start()))
    ]
    return max(places, default=None)


def _spoken_for(read: Reading, span: Span, others: list[Somebody]) -> bool:
    """Whether somebody else stands between, whom the pronoun may mean."""
    between = read.own[slice(*span)]
    if _KIN.search(between):
        return True
    return any(_whole(word).search(between) for one in others for word in name_words(one))


def _anybody(read: Reading, others: list[Somebody], said: str) -> bool:
    start, end = read.text.prose
    text = read.own[start:end]
    return any(
        fold(one.pronoun or "").startswith(said)
        and any(_whole(word).search(text) for word in name_words(one))
        for one in others
    )


def role_title(read: Reading) -> Iterator[Finding]:
    """N14."""
    words = [found[0] for found in WORD.finditer(fold(read.letter.role))]
    core = [one for one in words if one not in _SENIORITY] or words
    if not core or read.letter.on_paper:
        return
    said = {found[0] for found in WORD.finditer(read.folded)}
    said |= {one.removesuffix("s") for one in said}
    said |= {part for one in said if "-" in one for part in one.split("-")}
    there = [one for one in core if one in said or one.removesuffix("s") in said]
    misspelt = _misspelt_role(read, core, there)
    if misspelt:
        start, end, right = misspelt
        yield read.body("N14", CONSIDER, (start, end), "The role is spelt otherwise.", right)
        return
    if 2 * len(there) >= len(core):
        return
    severe = read.letter.kind in APPLICATION | SECOND
    if severe or read.letter.kind in THANKS:
        severity = FIX if severe and not there else CONSIDER
        yield read.body("N14", severity, None, f"The role, {read.letter.role}, is never named.")


def _misspelt_role(read: Reading, core: list[str], there: list[str]) -> tuple[int, int, str] | None:
    missing = [one for one in core if one not in there and len(one) > 5]
    recorded = {fold(hit[0]): hit[0] for hit in WORD.finditer(read.letter.role)}
    for start, end in read.own_words:
        word = fold(read.own[start:end])
        for one in missing:
            if 0 < distance(word, one, 2) <= 2 and not read.is_word(word):
                right = recorded[one]
                return start, end, right if read.own[start].isupper() else right.lower()
    return None
