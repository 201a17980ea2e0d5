"""The page on which a letter is written: what the person does there."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from typing_extensions import override

from models.exchange.mail import address_problem
from rules.proof import Finding
from rules.records import Channel, Draft, HighlightId, PersonId, Tone
from rules.templates import clean
from ui.ports import Clipboard, Dialogs, MailApp
from ui.proofread.proofreader import Proofreader
from ui.session import Session
from ui.sheet.follow_up.desk import State
from ui.sheet.follow_up.editor import NAME_GAP
from ui.sheet.follow_up.footer_states import show_ready, show_state, take_focus
from ui.sheet.follow_up.handing_over import HandingOver
from ui.sheet.follow_up.letter_page import LetterPage
from ui.sheet.follow_up.on_page import paper_over
from ui.sheet.follow_up.ways import Way
from ui.sheet.guard import attempt
from ui.theme import Look
from ui.widgets.toast import Notice
from ui.wording import say


class WritingPage(LetterPage):
    """Hears what the person does with the letter, and hands it on."""

    sent = Signal()
    chosen = Signal(object)  # another letter than the next step's
    left = Signal()  # back to the next step
    close_requested = Signal()
    add_person_requested = Signal()
    said = Signal(object)

    def __init__(
        self,
        session: Session,
        look: Look,
        clipboard: Clipboard,
        mail: MailApp,
        dialogs: Dialogs,
        reader: Proofreader,
    ) -> None:
        super().__init__(session, look, reader)
        self._dialogs = dialogs
        self._handing_over = HandingOver(self.desk, self.proofing, clipboard, mail, dialogs)
        self.footer.set_menu(self._handing_over.entries)
        self._wire()

    def _wire(self) -> None:
        desk, letter, footer = self.desk, self.letter, self.footer
        desk.letter_changed.connect(self.show_letter)
        desk.people_changed.connect(self.show_people)
        desk.state_changed.connect(self.show_state)
        out = self._handing_over
        out.unreachable.connect(self._clipboard_is_held)
        out.address_lacks.connect(self._ask_for_address)
        out.paper_wanted.connect(self._show_paper)
        out.done_by_hand.connect(self.sent)
        desk.said.connect(self.said)
        self.people.chosen.connect(self.choose)
        self.people.add_requested.connect(self.add_person_requested)
        letter.edited.connect(self._edited)
        letter.tone_chosen.connect(lambda key: desk.change_tone(Tone(key)))
        letter.copy_address.connect(out.copy_address)
        letter.copy_subject.connect(out.copy_subject)
        letter.address_typed.connect(self._keep_address)
        letter.body.left.connect(desk.saving.flush)
        letter.body.named.connect(self._keep_name)
        letter.body.refused.connect(self._too_much)
        self.came_up.adding.entered.connect(self.add_highlight)
        self.came_up.adding.field.refused.connect(self._too_much)
        self.came_up.ticked.connect(self._tick)
        self.came_up.turned_to.connect(lambda key: desk.turn_to(PersonId(key)))
        footer.copy_pressed.connect(self.copy)
        footer.copy_again.connect(self.copy)
        footer.copy_as_it_is.connect(out.go_on)
        footer.fix_pressed.connect(self._see_to_fixes)
        footer.fix_first_pressed.connect(self._fix_first)
        self.proofing.changed.connect(self._show_proof)
        self.mending.outside.connect(self._see_to_outside)
        footer.by_hand_pressed.connect(self._did_by_hand)
        footer.mail_pressed.connect(self.open_in_mail)
        footer.not_sent_pressed.connect(self._not_sent)
        footer.sent_pressed.connect(self.sent)
        footer.close_pressed.connect(self.close_requested)
        footer.replied_pressed.connect(self.replies.ask)
        self.side.others.chosen.connect(self.chosen)
        self.side.others.left.connect(self.left)

    # -- what it shows ----------------------------------------------------------------------

    def show_state(self) -> None:
        """The footer as the letter stands."""
        fixes = self.proofing.fixes
        show_state(self.footer, self.desk, self._session, self._handing_over.way, fixes)
        if self.desk.state is State.ASKED:
            self._focus_question(fixes)
        else:
            take_focus(self.footer, self.desk)
        self.show_ticks()

    def _show_proof(self) -> None:
        """What was found in the letter, in the list, below the words and in the footer."""
        desk, fixes = self.desk, self.proofing.fixes
        self.side.proof.setVisible(isinstance(desk.draft, Draft))
        self.mending.show_findings()
        self.side.show_parts()
        if desk.state is State.ASKED and not fixes:
            desk.keep_writing()
        elif desk.state is State.WRITING:
            show_ready(self.footer, desk, self._session, fixes)

    # -- what the person does -----------------------------------------------------------------

    def focus_first(self) -> None:
        """The field to type into first: the name where it lacks, else what came up."""
        if take_focus(self.footer, self.desk):
            return
        if self.letter.body.asks_name():
            self.letter.body.ask_name()
        elif self.side.can_be_used() and not (
            self.came_up.adding.isHidden() or self.came_up.isHidden()
        ):
            self.focus_highlights()
        else:
            self.letter.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_highlights(self) -> None:
        """Alt+H, where the letter says what came up."""
        if self.came_up.isHidden():
            return
        self.side.open_drawer()
        self.came_up.adding.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_proof(self) -> None:
        """Alt+P: the list of what was found."""
        if not self.side.proof.isHidden():
            self.side.open_drawer()
            self.mending.take_focus()

    def next_finding(self, step: int) -> None:
        """F8 and Shift+F8: the next thing found in the letter, or the one before."""
        if not self.mending.go(step):
            self.focus_proof()

    def choose(self, person_id: str) -> None:
        """Write to somebody else."""
        self.desk.choose(PersonId(person_id))

    def choose_number(self, number: int) -> None:
        """Alt+1..9."""
        if self.people.choose_number(number):
            self.focus_first()

    def choose_beside(self, step: int) -> None:
        """Alt+Left, Alt+Right: who is before or after the one chosen."""
        if self.people.choose_beside(step):
            self.focus_first()

    def copy(self) -> None:
        """Ctrl+Enter: what is typed in a field counts first."""
        self._finish_fields()
        self._handing_over.go(Way.COPY)

    def as_page(self) -> None:
        """The letter on paper."""
        self._finish_fields()
        self._handing_over.go(Way.PAPER)

    def _did_by_hand(self) -> None:
        """Posted, or said on the phone."""
        self._finish_fields()
        self._handing_over.go(Way.BY_HAND)

    def _finish_fields(self) -> None:
        body = self.letter.body
        if body.asks_name() and body.name_field.text().strip():
            self._keep_name(body.name_field.text())
        if self.came_up.adding.isVisibleTo(self):
            self.came_up.adding.enter()

    def open_in_mail(self) -> None:
        """Ctrl+Shift+Enter."""
        self._finish_fields()
        if self.desk.channel is Channel.EMAIL:
            self._handing_over.go(Way.MAIL)

    def _ask_for_address(self) -> None:
        self.letter.address.setFocus(Qt.FocusReason.OtherFocusReason)
        words = say("Type an email address, or copy instead.")
        self.said.emit(Notice(words, icon="circle-alert"))

    def _show_paper(self) -> None:
        """The letter as a page, over the window."""
        panel = paper_over(self._session, self._look, self.desk, self.window(), self._dialogs)
        if panel is None:
            return
        panel.said.connect(self.said)
        panel.printed.connect(lambda: self.desk.note_handed_over(Way.PAPER))
        panel.saved.connect(lambda _path: self.desk.note_handed_over(Way.PAPER))
        panel.dismissed.connect(self.desk.keep_writing)

    def add_highlight(self, text: str) -> None:
        """Something came up: it is kept, ticked for this person, and set into the letter."""
        desk, talk, about = self.desk, self.desk.interview_id, self.desk.about
        if talk is not None:
            with attempt(self.said.emit):
                reader = about.id if about is not None else None
                self._session.add_highlight(desk.oid, talk, clean(text), reader)
            desk.keep_writing()
            self.focus_highlights()

    def _tick(self, highlight_id: str, on: bool) -> None:
        about = self.desk.about
        if about is not None:
            with attempt(self.said.emit):
                self._session.tick(self.desk.oid, HighlightId(highlight_id), about.id, on)
            self.desk.keep_writing()

    def _edited(self) -> None:
        self.desk.type(self.letter.subject.text(), self.letter.body.text())
        self.proofing.look(typed=True)
        self.count()

    def _keep_name(self, name: str) -> None:
        with attempt(self.said.emit):
            self._session.set_profile(replace(self._session.profile, name=clean(name)))
        self.desk.name_known(clean(name))
        self.letter.body.name_field.setText("")  # unlike clear(), keeps nothing to undo
        self.desk.keep_writing()
        self.focus_first()

    def _keep_address(self, text: str) -> None:
        person, typed = self.desk.person, clean(text)
        if person is None or typed == person.email:
            return
        with attempt(self.said.emit):
            self._session.edit(self.desk.oid, person, replace(person, email=typed))
        problem = address_problem(typed) if typed else None
        self.letter.show_address_problem(problem or "")

    def _not_sent(self) -> None:
        self.desk.not_sent()
        self.focus_first()

    def _too_much(self) -> None:
        self.said.emit(
            Notice(say("That is too long for a letter. Nothing was pasted."), urgent=True)
        )

    def _clipboard_is_held(self) -> None:
        """Another program keeps the clipboard: hand the text over selected."""
        self.letter.body.setFocus(Qt.FocusReason.OtherFocusReason)
        self.letter.body.selectAll()
        self.said.emit(Notice(say("The clipboard is busy. Press Ctrl+C."), urgent=True))

    def _focus_question(self, fixes: tuple[Finding, ...]) -> None:
        """Where it is mended: the field that lacks something, else the button that mends."""
        by_hand = [one for one in fixes if one.right is None]
        if any(one.id == "H01" for one in by_hand) and not self.came_up.isHidden():
            self.focus_highlights()
        elif self.letter.body.asks_name():
            self.letter.body.ask_name()
        elif by_hand and all(one.id == "F01" for one in by_hand):
            self.mending.show(by_hand[0])
        else:
            self.footer.fix_first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _see_to_fixes(self) -> None:
        """The footer's button: mend what can be, and show what has to be mended by hand."""
        fixes = self.proofing.fixes
        self.mending.fix_all(fixes)
        by_hand = next((one for one in fixes if one.right is None), None)
        if by_hand is not None:
            self.mending.show(by_hand)
        else:
            self.mending.to_letter()

    def _fix_first(self) -> None:
        """Asked before it goes: mend it, and go on where nothing is left by that."""
        fixes, way = self.proofing.fixes, self._handing_over.way
        self._see_to_fixes()
        if all(one.right is not None for one in fixes):
            self._handing_over.go(way)

    def _see_to_outside(self, finding: Finding) -> None:
        """What is mended beside the letter: what came up, the address, the name."""
        if finding.id == "H01" and not self.came_up.isHidden():
            self.focus_highlights()
        elif finding.id in ("N09", "N10") and self.letter.address.isVisibleTo(self):
            self.letter.address.setFocus(Qt.FocusReason.OtherFocusReason)
        elif NAME_GAP.search(finding.wrong) and self.letter.body.asks_name():
            self.letter.body.ask_name()
        else:
            self.letter.body.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more: keep what was typed."""
        self.desk.saving.flush()
        super().hideEvent(event)
