"""He and she for colleagues whose pronoun nobody recorded (N13)."""

import re
from collections.abc import Iterator, Sequence

from rules.proof.finding import Finding, Severity
from rules.proof.forms import name_words
from rules.proof.left_over import whole_word
from rules.proof.letter import Somebody
from rules.proof.reading import Reading
from rules.proof.text import Span, fold

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
_PRONOUN = re.compile(rf"\b(?:{'|'.join(_GENDERED)})\b", re.IGNORECASE)
_ELSE = re.compile(
    r"\b(?:mother|mum|mom|father|dad|aunt|uncle|sister|brother|wife|husband|daughter|son"
    r"|grandmother"
    r"|grandfather|gran|granny|grandma|grandpa|friend|neighbou?r|patient|customer|client|donor"
    r"|student|pupil|teacher|tutor|mentor|boss|man|woman|lady|girl|boy|colleague|manager|nurse"
    r"|doctor|owner|child|driver|farmer|guest|visitor|resident|partner|niece|nephew|cousin)\b",
    re.IGNORECASE,
)


def guessed(read: Reading) -> Iterator[Finding]:
    """N13."""
    if not _PRONOUN.search(read.prose):
        return
    for person in read.record.people:
        gender = fold(person.pronoun or "").split("/")[0]
        others = [one for one in read.record.people if one is not person]
        for number in range(len(read.text.sentences)):
            hit = _pronoun_of(read, number, person, others)
            if hit is None or read.quoted(hit.start()):
                continue
            said = _GENDERED[hit[0].lower()]
            if said == gender or (gender in {"he", "she"} and _anybody(read, others, said)):
                continue
            reason = (
                f"{person.name} is recorded with another pronoun."
                if gender
                else f"No pronoun is on record for {person.name}."
            )
            yield read.body("N13", Severity.CONSIDER, hit.span(), reason)


def _pronoun_of(
    read: Reading, number: int, person: Somebody, others: Sequence[Somebody]
) -> re.Match[str] | None:
    """The pronoun that means that person: behind the name, or at the head of the next sentence."""
    sentences = read.text.sentences
    start, end = sentences[number]
    named = _last_named(read, (start, end), person)
    if named is None:
        return None
    for hit in _PRONOUN.finditer(read.own, named, end):
        if not _somebody_else(read.own[named : hit.start()], others):
            return hit
    if number + 1 < len(sentences) and not _somebody_else(read.own[named:end], others):
        return _PRONOUN.match(read.own, *sentences[number + 1])
    return None


def _last_named(read: Reading, span: Span, person: Somebody) -> int | None:
    """Behind the last place in that sentence where the person is named."""
    places = [
        hit.end()
        for word in name_words(person)
        for hit in whole_word(word).finditer(read.own, *span)
        if not (read.record.is_word(word) and read.text.opens_sentence(hit.start()))
    ]
    return max(places, default=None)


def _somebody_else(between: str, others: Sequence[Somebody]) -> bool:
    """Whether somebody else stands between, whom the pronoun may mean."""
    return bool(_ELSE.search(between)) or any(
        whole_word(word).search(between) for one in others for word in name_words(one)
    )


def _anybody(read: Reading, others: Sequence[Somebody], said: str) -> bool:
    """Whether the letter names somebody whom that pronoun fits."""
    return any(
        fold(one.pronoun or "").startswith(said)
        and any(whole_word(word).search(read.prose) for word in name_words(one))
        for one in others
    )
