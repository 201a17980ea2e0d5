"""The follow-up tab: shows the letter to write, the stop, or what to wait for."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from models.exchange.mail import html
from rules.acts import Talk, Told
from rules.contradictions import remarks
from rules.letter_choices import Choice, still_possible
from rules.records import Channel, Draft, Interview, MessageId, OpportunityId, Outcome, PersonId
from rules.steps import StepKind
from ui.ports import Clipboard, Dialogs, MailApp
from ui.proofread.proofreader import Proofreader
from ui.session import Session
from ui.sheet.follow_up.desk import State
from ui.sheet.follow_up.resting import text_of
from ui.sheet.follow_up.scene import Scene, Stop, Waiting, Writing, scene_of
from ui.sheet.follow_up.stop import StopPage
from ui.sheet.follow_up.waiting import WaitingPage
from ui.sheet.follow_up.writing import WritingPage
from ui.sheet.guard import attempt
from ui.theme import Look
from ui.widgets.toast import Notice
from ui.wording import say


class FollowUpPage(QStackedWidget):
    """Decides by the facts alone which of the three pages is shown."""

    said = Signal(object)
    close_requested = Signal()
    tab_requested = Signal(str)
    interview_added = Signal(str)
    happened = Signal(object)  # what was said, and has to be asked about; None: nothing yet

    def __init__(
        self,
        session: Session,
        look: Look,
        clipboard: Clipboard,
        mail: MailApp,
        dialogs: Dialogs,
        reader: Proofreader,
    ) -> None:
        super().__init__()
        self._session = session
        self._clipboard = clipboard
        self._oid: OpportunityId | None = None
        self._wanted: Choice | None = None  # a letter chosen in place of the next step's
        self._confirming = False
        self._sent: dict[MessageId, Draft] = {}  # worded by hand, as they went out
        self.writing = WritingPage(session, look, clipboard, mail, dialogs, reader)
        self.stop = StopPage(session, look)
        self.waiting = WaitingPage(session, look)
        for page in (self.writing, self.stop, self.waiting):
            self.addWidget(page)
        self._wire()

    def _wire(self) -> None:
        self.writing.said.connect(self.said)
        self.writing.sent.connect(self.confirm_sent)
        self.writing.close_requested.connect(self.close_requested)
        self.writing.chosen.connect(self.choose_letter)
        self.waiting.chosen.connect(self.choose_letter)
        self.waiting.confirmed.connect(self._answer_sent_or_not)
        self.writing.left.connect(self.back_to_step)
        self.writing.add_person_requested.connect(lambda: self.tab_requested.emit("people"))
        for each in (self.writing, self.stop, self.waiting):
            each.replies.answered.connect(self._record_reply)
            each.replies.more.connect(lambda: self.happened.emit(None))
        self.stop.interview_requested.connect(self._add_interview)
        self.waiting.tab_requested.connect(self.tab_requested)
        self.waiting.reopen_requested.connect(self._reopen)
        self.waiting.happened_requested.connect(lambda: self.happened.emit(None))
        for page in (self.stop, self.waiting):
            page.close_requested.connect(self._close_opportunity)
            page.copy_pressed.connect(self._copy_again)

    def open(self, oid: OpportunityId) -> None:
        """Show an opportunity anew."""
        self.writing.desk.saving.flush()
        self._oid = oid
        self._wanted = None
        self._show(self._scene(), anew=True)

    def choose_letter(self, choice: Choice) -> None:
        """Write another letter than the next step's."""
        self.writing.desk.saving.flush()
        self._wanted = choice
        self._show(self._scene(), anew=True)
        self.focus_first()

    def back_to_step(self) -> None:
        """The next step's letter again; what was written in the other one is kept."""
        self.writing.desk.saving.flush()
        self._wanted = None
        self._show(self._scene(), anew=True)
        self.focus_first()

    def leave(self) -> None:
        """The sheet closes: keep what was typed."""
        self.writing.desk.clear()
        self._oid = None

    def refresh(self) -> None:
        """Facts or the time have moved; a typed word is never lost by it."""
        if self._oid is None or self._confirming:
            return
        self._give_back()
        scene = self._scene()
        if self.writing.desk.state is State.DONE and not isinstance(scene, Writing):
            return
        self._show(scene, anew=False)

    def _give_back(self) -> None:
        """Sent, and taken back: the words that went out are the draft again."""
        for key, draft in tuple(self._sent.items()):
            if draft.opportunity_id != self._oid:
                continue
            dossier = self._session.dossier(self._oid)
            if any(one.id == key and one.counts for one in dossier.messages):
                continue
            del self._sent[key]
            if not any(one.key == draft.key for one in dossier.drafts):
                with attempt(self.said.emit):
                    self._session.save_draft(replace(draft, copied_at=None))

    def _scene(self) -> Scene:
        oid = self._oid or OpportunityId("")
        session = self._session
        dossier, step, moment = session.dossier(oid), session.step(oid), session.moment()
        if self._wanted is not None:
            self._wanted = still_possible(self._wanted, dossier, step, moment)
        return scene_of(dossier, step, moment, self._wanted)

    def _show(self, scene: Scene, *, anew: bool) -> None:
        if self._oid is None:
            return
        desk, shown = self.writing.desk, self.currentWidget()
        dossier = self._session.dossier(self._oid)
        match scene:
            case Writing():
                was = desk.writing
                same = was is not None and (was.kind, was.channel) == (scene.kind, scene.channel)
                known = desk.person_id in scene.people or not scene.people
                if same and known and not anew and desk.oid == self._oid:
                    desk.facts_changed(scene)
                else:
                    self.writing.show_writing(self._oid, scene, self._first(scene))
                self.setCurrentWidget(self.writing)
            case Stop():
                desk.clear()
                self.stop.show_stop(dossier, anew=anew or shown is not self.stop)
                self.setCurrentWidget(self.stop)
            case Waiting():
                desk.clear()
                card = self._session.card(self._oid)
                self.waiting.show_step(dossier, card, anew=anew or shown is not self.waiting)
                self.setCurrentWidget(self.waiting)

    def _first(self, scene: Writing) -> PersonId | None:
        """Whom to begin with: the copied letter that is asked about, else the first not copied."""
        if self._oid is None:
            return None
        step = self._session.step(self._oid)
        if step.kind is StepKind.CONFIRM_SENT and step.people:
            return step.people[0]
        drafts = self._session.dossier(self._oid).drafts
        copied = {
            one.person_id
            for one in drafts
            if one.copied_at and (one.kind, one.channel) == (scene.kind, scene.channel)
        }
        fresh = [one for one in scene.recipients if one not in copied]
        return next(iter(fresh or scene.recipients), None)

    def may_write(self) -> bool:
        """Whether a letter is shown that can be worked on."""
        return self.currentWidget() is self.writing

    def focus_first(self) -> None:
        """Where the keyboard begins on what is shown."""
        if self.currentWidget() is self.writing:
            self.writing.focus_first()
        elif self.currentWidget() is self.stop:
            self.stop.replied_button.setFocus()
        else:
            self.waiting.focus_first()

    # -- what the person does -----------------------------------------------------------------

    def confirm_sent(self) -> None:
        """It went out: on to the next person, or done."""
        desk = self.writing.desk
        writing, following, draft = desk.writing, desk.next_person(), desk.draft
        if writing is None or desk.state is not State.COPIED or not isinstance(draft, Draft):
            return
        self._confirming = True
        try:
            went_out = desk.sent()
        finally:
            self._confirming = False
        if went_out is not None:
            if draft.edited:
                self._sent[went_out] = draft
            self._go_on(writing, following)

    def _go_on(self, before: Writing, following: PersonId | None) -> None:
        self._wanted = self._wanted if before.is_wave else None
        scene = self._scene()
        desk = self.writing.desk
        same = isinstance(scene, Writing) and scene.kind is before.kind and scene.is_wave
        if before.is_wave and same and isinstance(scene, Writing) and scene.recipients:
            fits = following in scene.recipients
            self.writing.show_writing(desk.oid, scene, following if fits else self._first(scene))
        elif before.is_wave:
            self.writing.show_writing(desk.oid, replace(before, recipients=()), desk.person_id)
            desk.finish()
        else:
            self._show(scene, anew=True)
            if before.chosen or before.channel is not Channel.EMAIL:
                self.said.emit(Notice(say("Noted"), say("Undo"), self._undo, "Ctrl Z"))
        self.focus_first()

    def _record_reply(self, told: Told) -> None:
        """Keep what they said; what does not fit the facts is asked about first."""
        if self._oid is None:
            return
        session = self._session
        change = session.plan_happened(self._oid, told)
        found = remarks(session.dossier(self._oid), told, change, session.moment())
        if any(one.asks for one in found):
            self.happened.emit(told)
            return
        with attempt(self.said.emit):
            session.do(change)
            for page in (self.writing, self.stop, self.waiting):
                page.replies.hide()
            self.said.emit(Notice(say("Noted"), say("Undo"), self._undo, "Ctrl Z"))
            self.focus_first()
            made = (one.after for one in change.edits if one.before is None)
            for interview in (one for one in made if isinstance(one, Interview)):
                self.interview_added.emit(interview.id)

    def _answer_sent_or_not(self, sent: bool) -> None:
        """A letter lay copied until the rules closed it; only the person knows if it went."""
        if self._oid is None:
            return
        session, step = self._session, self._session.step(self._oid)
        asked = (step.message, step.channel, step.people[0] if step.people else None)
        for draft in session.dossier(self._oid).drafts:
            if draft.copied_at and (draft.kind, draft.channel, draft.person_id) == asked:
                with attempt(self.said.emit):
                    if sent:
                        session.mark_sent(draft, session.original_of(draft))
                        self.said.emit(Notice(say("Noted"), say("Undo"), self._undo, "Ctrl Z"))
                    else:
                        session.not_sent(draft)
                        self.refresh()
                    self.focus_first()
                return

    def _add_interview(self) -> None:
        if self._oid is not None:
            with attempt(self.said.emit):
                self.interview_added.emit(self._session.add_interview(self._oid, Talk()))

    def _close_opportunity(self) -> None:
        if self._oid is not None:
            with attempt(self.said.emit):
                self._session.record_outcome(self._oid, Outcome.NO_ANSWER)
                self.said.emit(Notice(say("Closed"), say("Undo"), self._undo, "Ctrl Z"))
                self.focus_first()

    def _reopen(self) -> None:
        if self._oid is not None:
            with attempt(self.said.emit):
                self._session.reopen(self._oid)
                self.focus_first()

    def _undo(self) -> None:
        with attempt(self.said.emit):
            self._session.undo()

    def _copy_again(self, message_id: str) -> None:
        """A letter that went out, to be read elsewhere; it changes nothing."""
        if self._oid is None:
            return
        session = self._session
        text = text_of(
            session.dossier(self._oid), message_id, session.moment(), session.profile.name
        )
        if self._clipboard.put(text, html(text)):
            self.said.emit(Notice(say("Letter copied")))
