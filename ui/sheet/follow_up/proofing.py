"""The letter on the desk, read against the record; what is found in it, and what was let stand."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from models.faults import StoreFault
from rules.proof import Finding, Report
from rules.proof_record import Beside, name_of, without
from rules.records import Draft
from ui.proofread.dictionary import Dictionary, Ignored
from ui.proofread.proofreader import Proofreader, Question
from ui.session import Session
from ui.sheet.follow_up.refused import refusal_words
from ui.sheet.follow_up.writing_desk import WritingDesk
from ui.widgets.toast import Notice
from ui.wording import say

_NOTHING = Report((), ())


class Proofing(QObject):
    """Asks the proofreader whenever the letter differs, and keeps what it said of this one."""

    changed = Signal()

    def __init__(self, session: Session, desk: WritingDesk, reader: Proofreader) -> None:
        super().__init__()
        self._session = session
        self._desk = desk
        self._reader = reader
        self._dictionary, self._ignored = Dictionary(session), Ignored(session)
        self._let_stand: frozenset[str] = frozenset()
        self._read: tuple[str, ...] = ()  # which letter, in which tone
        desk.letter_changed.connect(self.look)
        reader.changed.connect(self._was_read)

    @property
    def report(self) -> Report:
        """What was found in the letter, without what was let stand; nothing where none is read."""
        report = self._reader.report
        return without(report, self._let_stand) if report is not None else _NOTHING

    @property
    def fixes(self) -> tuple[Finding, ...]:
        """What must be seen to before it goes."""
        return self.report.fixes

    def look(self, *, typed: bool = False) -> None:
        """The letter differs, or what is on record beside it; typing is waited for to pause."""
        draft, writing = self._desk.draft, self._desk.writing
        if not isinstance(draft, Draft) or writing is None:
            self._read = ()
            self._reader.clear()
            self.changed.emit()
            return
        anew = draft.key != self._read
        if anew:
            self._read = draft.key
            self._let_stand = self._ignored.of(self._letter())
        session = self._session
        question = Question(
            dossier=self._desk.dossier,
            draft=draft,
            moment=session.moment(),
            profile=session.profile,
            others=session.dossiers(),
            beside=Beside(self._desk.original, self._desk.variant, self.refused()),
            own_words=self._dictionary.known(),
        )
        self._reader.ask(question, anew=anew)
        if anew:
            self.changed.emit()
        elif not typed:
            self.settle(lambda: None)

    def _was_read(self) -> None:
        """Something was found, unless the desk was cleared meanwhile."""
        if not isinstance(self._desk.draft, Draft):
            self._reader.clear()
        self.changed.emit()

    def settle(self, then: Callable[[], None]) -> None:
        """Go on once the letter as it stands was read."""
        self._reader.settle(then)

    def refused(self) -> str:
        """Why the ledger lets it not go out now; empty where it may."""
        desk, draft = self._desk, self._desk.draft
        if not isinstance(draft, Draft):
            return ""
        refusal = self._session.may_send(desk.oid, draft.kind, draft.person_id, draft.channel)
        return refusal_words(refusal, self._session.moment()) if refusal is not None else ""

    def ignore(self, finding: Finding) -> None:
        """Let it stand in this letter, in whichever tone."""
        name, letter = name_of(finding), self._letter()

        def again() -> None:
            self._keep(lambda: self._ignored.remove(letter, name))

        if self._keep(lambda: self._ignored.add(letter, name)):
            self._desk.said.emit(Notice(say("Ignored in this letter"), say("Undo"), again))

    def learn(self, finding: Finding) -> None:
        """It is a word."""
        word = finding.wrong

        def again() -> None:
            self._keep(lambda: self._dictionary.remove(word))

        if self._keep(lambda: self._dictionary.add(word)):
            said = say("{word} is in your dictionary", word=word)
            self._desk.said.emit(Notice(said, say("Undo"), again))

    def _keep(self, act: Callable[[], None]) -> bool:
        """Change what is remembered, and look again."""
        try:
            act()
        except StoreFault as fault:
            self._desk.said.emit(Notice(fault.sentence, urgent=True))
            return False
        self._let_stand = self._ignored.of(self._letter())
        self.changed.emit()
        self.look()
        return True

    def _letter(self) -> tuple[str, ...]:
        """The letter in any tone."""
        draft = self._desk.draft
        if not isinstance(draft, Draft):
            return ()
        oid, talk, person, kind, _, channel = draft.key
        return (oid, talk, person, kind, channel)
