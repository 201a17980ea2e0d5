"""How alike two letters are, and whether this one went out before (D01 to D04, R02)."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from rules.proof.finding import Finding, Part, Severity
from rules.proof.forms import forms, name_words
from rules.proof.reading import Reading
from rules.proof.text import WORD, Text, fold, sentences, words_of

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
ALIKE = 0.6
RUN = 4


def jaccard(one: Sequence[str], other: Sequence[str]) -> float:
    """Shared words over all words."""
    a, b = set(one), set(other)
    return len(a & b) / len(a | b) if a or b else 0.0


def sentences_of(text: str) -> list[list[str]]:
    """The folded words of each sentence."""
    return [
        words for span in sentences(text, 0, len(text)) if (words := words_of(text[slice(*span)]))
    ]


@dataclass(frozen=True)
class Likeness:
    """`ratio` of the words that stand in a paired sentence; how many words are not shared."""

    ratio: float
    unshared: int


def prose_of(body: str) -> str:
    """A letter without greeting, sign-off and quote."""
    text = Text(body)
    return text.own[slice(*text.prose)]


def likeness(mine: str, other: str, masked: frozenset[str] = frozenset()) -> Likeness:
    """Sentences of `mine` paired with the likeliest of `other`; names in `masked` do not count.

    In a sentence without its pair, four words in a row from the other letter are shared too: a
    clause was exchanged and the rest kept.
    """
    theirs = [[w for w in one if w not in masked] for one in sentences_of(other)]
    said = {run for one in theirs for run in runs(one)}
    everything = {word for one in theirs for word in one}
    total = shared = 0
    for sentence in sentences_of(mine):
        words = [word for word in sentence if word not in masked]
        total += len(words)
        best = max(theirs, key=lambda one: jaccard(words, one), default=[])
        if jaccard(words, best) >= ALIKE:
            shared += sum(word in set(best) for word in words)
        elif len(words) < 5:
            shared += sum(word in everything for word in words)
        else:
            shared += len(words) - len(uncopied(words, said))
    return Likeness(shared / total if total else 0.0, total - shared)


def runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Every four words in a row."""
    return [tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)]


def uncopied(words: Sequence[str], said: Set[tuple[str, ...]]) -> list[str]:
    """The words that do not stand in one of the runs that were said."""
    copied = {
        number + more
        for number, run in enumerate(runs(words))
        if run in said
        for more in range(RUN)
    }
    return [word for number, word in enumerate(words) if number not in copied]


def _masked(read: Reading) -> frozenset[str]:
    names = {fold(word) for one in read.record.people for word in name_words(one)}
    names |= {found[0] for found in WORD.finditer(fold(read.letter.company))}
    return frozenset(names)


def _named(read: Reading, to: str) -> str:
    for person in read.letter.met:
        if fold(to) in {fold(person.email), *(fold(one) for one in forms(person))}:
            return person.name
    return to


def same_note(read: Reading) -> Iterator[Finding]:
    """D01."""
    for note in read.letter.other_notes:
        alike = likeness(read.prose, prose_of(note.body), _masked(read))
        if alike.unshared + alike.ratio == 0:
            continue
        whom = _named(read, note.to)
        if alike.ratio >= 0.85 or (alike.unshared < 12 and alike.ratio > 0.4):
            yield read.body("D01", FIX, None, f"This is the letter to {whom} over again.")
        elif alike.ratio > 0.65 or (alike.unshared < 20 and alike.ratio > 0.5):
            yield read.body("D01", CONSIDER, None, f"Much of it stands in the letter to {whom}.")


def same_highlight(read: Reading) -> Iterator[Finding]:
    """D02: what one person said thanked for in a second letter too."""
    person = read.letter.recipient
    if person is None:
        return
    mine = {fold(one) for one in forms(person)}
    ours = [one for one in read.letter.heard if one.by and fold(one.by) in mine]
    seen: set[str] = set()
    for other in read.letter.heard:
        if not other.by or fold(other.by) in mine:
            continue
        for one in ours:
            plain = " ".join(words_of(one.text))
            if plain == " ".join(words_of(other.text)) and plain not in seen:
                seen.add(plain)
                yield read.body(
                    "D02", FIX, None, f"{_named(read, other.by)} is thanked for the same thing."
                )


def earlier_note(read: Reading) -> Iterator[Finding]:
    """D03."""
    for note in read.letter.earlier_notes:
        alike = likeness(read.prose, prose_of(note.body), _masked(read))
        if alike.ratio > 0.65 and alike.unshared < 30:
            yield read.body(
                "D03", CONSIDER, None, "Much of it stands in your note after an earlier round."
            )
            return


def same_as_email(read: Reading) -> Iterator[Finding]:
    """D04."""
    if read.letter.on_paper and read.letter.email_text:
        alike = likeness(read.prose, prose_of(read.letter.email_text), _masked(read))
        if alike.ratio >= 0.85:
            yield read.body("D04", CONSIDER, None, "The letter says what the email said.")


def already_sent(read: Reading) -> Iterator[Finding]:
    """R02."""
    mine = _key(read.own)
    person = read.letter.recipient
    for sent in read.letter.sent_before:
        same_person = (
            person is None
            or not sent.to
            or fold(sent.to) in {fold(person.email), *(fold(one) for one in forms(person))}
        )
        if mine and same_person and _key(Text(sent.body).own) == mine:
            yield Finding(
                id="R02",
                severity=FIX,
                part=Part.ENVELOPE,
                reason="This very text was already sent to this person.",
            )
            return


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(text)).strip()
