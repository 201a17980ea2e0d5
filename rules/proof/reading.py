"""What the checks share: the letter, its text read once, and what is on record, folded."""

import re
from collections.abc import Iterator
from functools import cached_property

from rules.proof.finding import Finding, Part, Severity
from rules.proof.forms import company_forms, name_words
from rules.proof.letter import ProofLetter, Somebody, Speller
from rules.proof.stems import stem
from rules.proof.text import WORD, Span, Text, fold
from rules.records import MessageKind

Kind = MessageKind
SECOND = frozenset({Kind.CHECK_IN, Kind.INVITED_CHECK_IN})
THANKS = frozenset({Kind.THANK_YOU, Kind.PASS_ON, Kind.THANKS_AND_QUESTION})
APPLICATION = frozenset({Kind.APPLICATION_FOLLOW_UP})
ALL = frozenset(Kind)
CLOSING_KINDS = ALL - SECOND - THANKS - APPLICATION
MONTHS = (
    "january february march april may june july august september october november december".split()
)
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
CALENDAR_WORDS = frozenset((*MONTHS, *DAYS))
PLACES = frozenset(
    "sydney florence paris austin charlotte madison jordan chelsea brooklyn savannah dakota georgia"
    " virginia india china israel lincoln houston london milan sienna verona adelaide victoria"
    " alexandria orlando dallas denver phoenix carolina kent devon chester lancaster york asia"
    " washington jackson cleveland geneva vienna kingston preston bradford bristol stirling lewis"
    " ross perth avon berkeley stanford cambridge eden holland ireland scotland wales england"
    " france britain germany spain italy poland japan korea santiago lourdes jersey".split()
)
# Words that are also first names or companies; the dictionary adds the rest where it is loaded.
COMMON = frozenset(
    "target apple will mark grace faith hope joy may june april rich bill rose chase drew summer"
    " frank gene grant guy jack jean lance miles nick pat penny ray rob skip sue ted victor wade"
    " art brook chance chip cliff dale dawn dean dove earl heath honor iris ivy jasmine lane lily"
    " melody olive pearl pierce rusty sage sky stone sunny violet young visa shell gap square"
    " stripe slack zoom meta indeed monday orange virgin next boots amazon oracle sky block".split()
)


class Reading:
    """One letter while it is being checked."""

    def __init__(self, letter: ProofLetter, speller: Speller | None = None) -> None:
        self.letter = letter
        self.text = Text(letter.body, on_paper=letter.on_paper)
        self.speller = speller
        self._known: dict[str, bool] = {}

    @cached_property
    def own(self) -> str:
        """The own text."""
        return self.text.own

    @cached_property
    def prose(self) -> str:
        """The own text between greeting and sign-off; spans do not fit it."""
        return self.own[slice(*self.text.prose)]

    @cached_property
    def folded(self) -> str:
        """The own text and the subject, folded, for a look whether something is said at all."""
        return fold(f"{self.letter.subject}\n{self.own}")

    @cached_property
    def people(self) -> tuple[Somebody, ...]:
        """Everybody of this application."""
        first = (self.letter.recipient,) if self.letter.recipient else ()
        return (*first, *self.letter.met)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Folded words of the record: never misspelt, never somebody else's."""
        letter = self.letter
        said = [letter.company, letter.role, letter.notes, letter.me.name, letter.me.preferred]
        said += [letter.me.current_employer, *letter.me.past_employers, *letter.me.links]
        said += [one.name for one in self.people] + [one.preferred for one in self.people]
        said += [one.text for one in letter.heard]
        said += [*letter.company_domains, letter.me.email]
        return frozenset(
            found[0].removesuffix("'s") for one in said if one for found in WORD.finditer(fold(one))
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of the record without their endings."""
        return frozenset(stem(word) for word in self.vocabulary)

    @cached_property
    def on_record(self) -> str:
        """What was written down about this application and about the person, folded."""
        letter, me = self.letter, self.letter.me
        said = [one.text for one in letter.heard]
        said += [letter.notes, letter.company, letter.role]
        said += [*me.past_employers, me.current_employer, *me.links, me.name]
        return fold(" \n ".join(said))

    @cached_property
    def written(self) -> frozenset[str]:
        """Everything between two spaces of the record, folded: "monday.com", "iphone"."""
        others = " ".join(one.company for one in self.letter.others)
        return frozenset(
            one.strip(".,;:!?()'\"") for one in f"{self.on_record} {fold(others)}".split()
        )

    @cached_property
    def own_words(self) -> tuple[Span, ...]:
        """Where the words of the own text stand."""
        return tuple(found.span() for found in WORD.finditer(self.own))

    @cached_property
    def names(self) -> frozenset[str]:
        """Folded words of the names of this application: company, role and people."""
        said = [*company_forms(self.letter.company), self.letter.role]
        said += [word for one in self.people for word in (*name_words(one), one.name)]
        said += [self.letter.me.name, self.letter.me.preferred or ""]
        return frozenset(found[0] for one in said for found in WORD.finditer(fold(one)))

    def is_word(self, word: str) -> bool:
        """Whether it is an everyday word of the language, whatever its case."""
        plain = fold(word)
        if plain in COMMON or plain in CALENDAR_WORDS:
            return True
        if self.speller is None:
            return False
        if plain not in self._known:
            self._known[plain] = not self.speller.look(plain)
        return self._known[plain]

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

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where the pattern stands in the own text."""
        return pattern.finditer(self.own)

    def quoted(self, place: int) -> bool:
        """Whether that place of the own text stands inside double quotation marks."""
        start, _ = self.text.sentence_at(place)
        before = self.own[min(start, place) : place]
        opened = before.count("\u201c") - before.count("\u201d")
        return opened > 0 or before.count('"') % 2 == 1
