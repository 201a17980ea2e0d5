"""The living proofreader: a letter goes in, what is found comes out a moment after the last key.

Nothing is read in the thread of the window. One letter is read at a time; while that lasts, only
the newest of those that are asked for waits, and what is found in an older one is dropped.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from rules.proof import Doubt, Report, Speller
from rules.proof.text import fold
from rules.proof_record import Beside, for_channel, proof_letter, proofread
from rules.records import Dossier, Draft, Moment, Profile
from ui.logs import log
from ui.proofread.hands import AtOnce, Hands

AFTER_LAST_KEY_MS = 300


@dataclass(frozen=True, kw_only=True)
class Question:
    """A letter to read, with all that the record says beside it."""

    dossier: Dossier
    draft: Draft
    moment: Moment
    profile: Profile
    others: tuple[Dossier, ...] = ()
    beside: Beside | None = None
    own_words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Known:
    """A speller that lets the person's own words pass."""

    speller: Speller
    own_words: frozenset[str]

    def look(self, text: str) -> list[Doubt]:
        """The words that neither the speller nor the person knows."""
        return [
            one
            for one in self.speller.look(text)
            if fold(text[one.start : one.end]).removesuffix("'s") not in self.own_words
        ]


class _Bench:
    """What the thread keeps: the speller, loaded when the first letter is read."""

    def __init__(self, load: Callable[[], Speller] | None) -> None:
        self._load = load
        self._speller: Speller | None = None

    def read(self, question: Question) -> Report:
        """Everything found in one letter."""
        if self._load is not None:
            load, self._load = self._load, None
            try:
                self._speller = load()
            except (OSError, ImportError, ValueError) as error:  # no dictionary: no spelling
                log.warning("no dictionary: %s", type(error).__name__)
        speller = Known(self._speller, question.own_words) if self._speller else None
        letter = proof_letter(
            question.dossier,
            question.draft,
            moment=question.moment,
            profile=question.profile,
            others=question.others,
            beside=question.beside,
        )
        return for_channel(proofread(letter, speller), question.draft.channel)


class Proofreader(QObject):
    """Reads the letter last asked about; `changed` when there is something new to show."""

    changed = Signal()

    def __init__(
        self,
        load: Callable[[], Speller] | None = None,
        hands: Hands | None = None,
        pause: int = AFTER_LAST_KEY_MS,
    ) -> None:
        super().__init__()
        self._hands = hands or AtOnce()
        self._bench = _Bench(load)
        self._wanted: Question | None = None
        self._reading = False
        self._report: Report | None = None
        self._is_current = False
        self._waiting: list[Callable[[], None]] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause)
        self._pause.timeout.connect(self._begin)

    @property
    def report(self) -> Report | None:
        """What was found in the letter as it was read last; None where nothing was read."""
        return self._report

    @property
    def is_current(self) -> bool:
        """Whether that is about the text as it stands."""
        return self._is_current

    def ask(self, question: Question, *, anew: bool = False) -> None:
        """Read this soon; `anew`: it is another letter, nothing known holds for it."""
        self._wanted = question
        self._is_current = False
        if anew:
            self._waiting.clear()
            self._report = None
            self._begin()
        else:
            self._pause.start()

    def settle(self, then: Callable[[], None]) -> None:
        """Call `then` once the letter as it stands was read; at once where it was."""
        if self._is_current or self._wanted is None:
            then()
            return
        self._waiting.append(then)
        self._begin()

    def clear(self) -> None:
        """There is no letter."""
        self._pause.stop()
        self._wanted = None
        self._is_current = False
        self._waiting.clear()
        self._report = None

    def stop(self) -> None:
        """The program ends."""
        self.clear()
        self._hands.stop()

    def _begin(self) -> None:
        """Read what is wanted, unless the thread is still at something else."""
        self._pause.stop()
        question = self._wanted
        if self._reading or question is None or self._is_current:
            return
        self._reading = True
        bench = self._bench
        self._hands.do(lambda: bench.read(question), lambda report: self._read(question, report))

    def _read(self, question: Question, report: Report | None) -> None:
        """The thread is free again; what it found counts if nothing was typed meanwhile."""
        self._reading = False
        if question is not self._wanted:
            if not self._pause.isActive():
                self._begin()
            return
        self._is_current = True
        self._report = report if report is not None else Report((), ())
        waiting, self._waiting = self._waiting, []
        self.changed.emit()
        for then in waiting:
            then()
