"""What the checks share: the letter, its text read once, and the record beside it."""

from functools import cached_property

from rules.proof.finding import Finding, Part, Severity
from rules.proof.letter import Doubt, ProofLetter
from rules.proof.record import Record
from rules.proof.text import WORD, Span, Text, fold
from rules.records import MessageKind

Kind = MessageKind
SECOND = frozenset({Kind.CHECK_IN, Kind.INVITED_CHECK_IN})
THANKS = frozenset({Kind.THANK_YOU, Kind.PASS_ON, Kind.THANKS_AND_QUESTION})
APPLICATION = frozenset({Kind.APPLICATION_FOLLOW_UP})
ALL = frozenset(Kind)
CLOSING_KINDS = ALL - SECOND - THANKS - APPLICATION


class Reading:
    """One letter while it is being checked."""

    def __init__(self, letter: ProofLetter, record: Record) -> None:
        self.letter = letter
        self.record = record
        self.text = Text(letter.body, on_paper=letter.on_paper)

    @cached_property
    def own(self) -> str:
        """The own text."""
        return self.text.own

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the speller doubts of the own text; nothing where there is no speller."""
        speller = self.record.speller
        return tuple(speller.look(self.own)) if speller is not None else ()

    @cached_property
    def prose(self) -> str:
        """The own text between greeting and sign-off; spans do not fit it."""
        return self.own[slice(*self.text.prose)]

    @cached_property
    def folded(self) -> str:
        """The own text and the subject, folded, for a look whether something is said at all."""
        return fold(f"{self.letter.subject}\n{self.own}")

    @cached_property
    def own_words(self) -> tuple[Span, ...]:
        """Where the words of the own text stand."""
        return tuple(found.span() for found in WORD.finditer(self.own))

    def body(
        self,
        check: str,
        severity: Severity,
        span: Span | None,
        reason: str,
        right: str | None = None,
    ) -> Finding:
        """A finding in the body."""
        wrong = self.own[slice(*span)] if span else ""
        return Finding(
            id=check,
            severity=severity,
            part=Part.BODY,
            span=span,
            wrong=wrong,
            right=right,
            reason=reason,
        )

    def subject(
        self,
        check: str,
        severity: Severity,
        span: Span | None,
        reason: str,
        right: str | None = None,
    ) -> Finding:
        """A finding in the subject."""
        wrong = self.letter.subject[slice(*span)] if span else ""
        return Finding(
            id=check,
            severity=severity,
            part=Part.SUBJECT,
            span=span,
            wrong=wrong,
            right=right,
            reason=reason,
        )

    def quoted(self, place: int) -> bool:
        """Whether that place of the own text stands inside double quotation marks."""
        start, _ = self.text.sentence_at(place)
        before = self.own[min(start, place) : place]
        opened = before.count("\u201c") - before.count("\u201d")
        return opened > 0 or before.count('"') % 2 == 1
