"""What is on record beside the letter, folded once and shared by every look at its text."""

from functools import cached_property

from rules.proof.forms import company_forms, name_words
from rules.proof.letter import ProofLetter, Somebody, Speller
from rules.proof.stems import stem
from rules.proof.text import WORD, fold

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


class Record:
    """The names and notes of one application, and the words of the language."""

    def __init__(self, letter: ProofLetter, speller: Speller | None = None) -> None:
        self._letter = letter
        self.speller = speller
        self._known: dict[str, bool] = {}

    @cached_property
    def people(self) -> tuple[Somebody, ...]:
        """Everybody of this application, the recipient first."""
        first = (self._letter.recipient,) if self._letter.recipient else ()
        return (*first, *self._letter.met)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Folded words of the record: never misspelt, never somebody else's."""
        letter, me = self._letter, self._letter.me
        said = [self.on_record, me.preferred or "", me.email, *letter.company_domains]
        said += [f"{one.name} {one.preferred or ''}" for one in self.people]
        return frozenset(
            found[0].removesuffix("'s") for one in said for found in WORD.finditer(fold(one))
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of the record without their endings."""
        return frozenset(stem(word) for word in self.vocabulary)

    @cached_property
    def names(self) -> frozenset[str]:
        """Folded words of the names of this application: company, role and people."""
        said = [*company_forms(self._letter.company), self._letter.role]
        said += [word for one in self.people for word in (*name_words(one), one.name)]
        said += [self._letter.me.name, self._letter.me.preferred or ""]
        return frozenset(found[0] for one in said for found in WORD.finditer(fold(one)))

    @cached_property
    def on_record(self) -> str:
        """What was written down about this application and about the person, folded."""
        letter, me = self._letter, self._letter.me
        said = [one.text for one in letter.heard]
        said += [letter.notes, letter.company, letter.role]
        said += [*me.past_employers, me.current_employer, *me.links, me.name]
        return fold(" \n ".join(said))

    @cached_property
    def written(self) -> frozenset[str]:
        """Everything between two spaces of the record, folded: "monday.com", "iphone"."""
        others = " ".join(one.company for one in self._letter.others)
        return frozenset(
            one.strip(".,;:!?()'\"") for one in f"{self.on_record} {fold(others)}".split()
        )

    def is_word(self, word: str) -> bool:
        """Whether it is an everyday word of the language, whatever its case."""
        plain = fold(word)
        if plain in COMMON or plain in CALENDAR_WORDS:
            return True
        if self.speller is None:
            return False
        if plain not in self._known:
            # As a name is written: for those a speller need not think of what was meant.
            self._known[plain] = not self.speller.look(plain.capitalize())
        return self._known[plain]
