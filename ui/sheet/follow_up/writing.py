"""The page on which a letter is written: who, the letter, what came up, and the footer."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from models.exchange.mail import address_problem
from rules.gate import GapKind
from rules.records import Draft, HighlightId, MessageKind, OpportunityId, PersonId, Tone
from rules.templates import clean
from ui.ports import Clipboard, Dialogs, MailApp
from ui.session import Session
from ui.sheet.follow_up.came_up import CameUp
from ui.sheet.follow_up.desk import Desk, State
from ui.sheet.follow_up.footer import Footer
from ui.sheet.follow_up.footer_words import best_from, done_line, gap_question
from ui.sheet.follow_up.handing_over import HandingOver
from ui.sheet.follow_up.last_one import LastOne
from ui.sheet.follow_up.letter import LetterPanel
from ui.sheet.follow_up.people_bar import PeopleBar
from ui.sheet.follow_up.replies import Replies
from ui.sheet.follow_up.scene import Writing, sent_to, uses_highlights
from ui.sheet.follow_up.ticks import ticks_on
from ui.sheet.follow_up.who import done_words, who_is_who
from ui.sheet.guard import attempt
from ui.sheet.panel import Aside, column, row
from ui.sheet.words import first_name, heading, words_counted
from ui.theme import Look
from ui.widgets.toast import Notice
from ui.wording import day_words, say


class WritingPage(QWidget):
    """Shows what is on the desk, and hands on what the person does."""

    sent = Signal()
    close_requested = Signal()
    add_person_requested = Signal()
    said = Signal(object)

    def __init__(
        self, session: Session, look: Look, clipboard: Clipboard, mail: MailApp, dialogs: Dialogs
    ) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.desk = Desk(session, clipboard)
        self._handing_over = HandingOver(self.desk, clipboard, mail, dialogs)
        self.people = PeopleBar(look)
        self.letter = LetterPanel(look)
        self.came_up = CameUp(look)
        self.last_one = LastOne(look)
        self.footer = Footer(look)
        self.footer.set_menu(self._handing_over.entries())
        self.replies = Replies(session, look)
        self.replies.hide()
        self._arrange()
        self._wire()

    def _arrange(self) -> None:
        left = column(margins=(24, 15, 24, 16), gap=15)
        left.addWidget(self.people)
        left.addWidget(self.letter, 1)
        left.addWidget(self.replies)
        aside = QWidget()
        inner = column(margins=(20, 18, 20, 20), gap=24)
        inner.addWidget(self.came_up)
        inner.addWidget(self.last_one)
        inner.addStretch(1)
        aside.setLayout(inner)
        self.side = Aside(self._look, aside)
        top = row(gap=0)
        top.addLayout(left, 1)
        top.addWidget(self.side)
        body = column()
        body.addLayout(top, 1)
        body.addWidget(self.footer)
        self.setLayout(body)

    def _wire(self) -> None:
        desk, letter, footer = self.desk, self.letter, self.footer
        desk.letter_changed.connect(self._show_letter)
        desk.people_changed.connect(self.show_people)
        desk.state_changed.connect(self.show_state)
        desk.unreachable.connect(self._clipboard_is_held)
        desk.said.connect(self.said)
        self.people.chosen.connect(self.choose)
        self.people.add_requested.connect(self.add_person_requested)
        letter.edited.connect(self._edited)
        letter.tone_chosen.connect(lambda key: desk.change_tone(Tone(key)))
        letter.copy_address.connect(self._handing_over.copy_address)
        letter.copy_subject.connect(self._handing_over.copy_subject)
        letter.address_typed.connect(self._keep_address)
        letter.body.left.connect(desk.saving.flush)
        letter.body.named.connect(self._keep_name)
        letter.body.refused.connect(self._too_much)
        self.came_up.adding.entered.connect(self.add_highlight)
        self.came_up.adding.field.refused.connect(self._too_much)
        self.came_up.ticked.connect(self._tick)
        footer.copy_pressed.connect(self.copy)
        footer.copy_again.connect(self.copy)
        footer.copy_as_it_is.connect(lambda: desk.copy(as_it_is=True))
        footer.mail_pressed.connect(self.open_in_mail)
        footer.not_sent_pressed.connect(self._not_sent)
        footer.sent_pressed.connect(self.sent)
        footer.close_pressed.connect(self.close_requested)
        footer.replied_pressed.connect(self.replies.ask)

    # -- what it shows ----------------------------------------------------------------------

    def show_writing(
        self, oid: OpportunityId, writing: Writing, person_id: PersonId | None
    ) -> None:
        """Begin with an opportunity, at one person."""
        self.replies.hide()
        self.replies.about(oid)
        self.desk.lay_out(oid, writing, person_id)

    def show_people(self) -> None:
        """Who there is, how far each letter is, and what came up for the one chosen."""
        desk, writing = self.desk, self.desk.writing
        if writing is None:
            return
        copied = frozenset(one for one in writing.people if desk.is_copied(one))
        moment, dossier = self._session.moment(), desk.dossier
        who = who_is_who(dossier, writing, desk.person_id, desk.next_person(), copied, moment)
        may_add = writing.kind is MessageKind.THANK_YOU
        self.people.show_people(
            heading(writing.kind), done_words(writing), who, desk.person_id, may_add=may_add
        )
        self._show_ticks()
        if desk.state in (State.WRITING, State.SENT):
            self._show_ready()

    def _show_ticks(self) -> None:
        desk, person = self.desk, self.desk.person
        ticks = ticks_on(desk)
        says = desk.writing is not None and uses_highlights(desk.writing.kind)
        about_talk = desk.interview_id is not None and says
        self.came_up.setVisible(about_talk)
        self._show_side()
        fixed = desk.state in (State.SENT, State.DONE)
        name = first_name(person.name) if person else ""
        self.came_up.show_ticks(ticks, name, may_add=about_talk and not fixed)

    def _show_letter(self) -> None:
        """The text on the desk, or the one that went out."""
        desk, writing = self.desk, self.desk.writing
        if writing is None:
            return
        person, draft = desk.person, desk.draft
        team = say("Hiring team at {company}", company=desk.dossier.opportunity.company)
        self.letter.show_recipient(
            person.name if person else team,
            person.email if person else "",
            known=person is not None,
        )
        sent = sent_to(desk.dossier, writing, desk.person_id) if desk.person_id else None
        if isinstance(draft, Draft):
            self.letter.show_letter(draft.subject, draft.body, fixed=False)
        elif sent is not None:
            self.letter.show_letter(sent.subject, sent.body, fixed=True)
        else:
            self.letter.show_letter("", "", fixed=True)
        self.letter.tone.set_current(desk.tone.value)
        self._show_original()
        self._count()

    def _show_side(self) -> None:
        """The column at the right, where it has something to say."""
        self.side.setHidden(self.came_up.isHidden() and self.last_one.isHidden())

    def _show_original(self) -> None:
        original, writing = self.desk.original, self.desk.writing
        self.last_one.setVisible(writing is not None and writing.kind in LastOne.KINDS)
        if writing is not None:
            self.last_one.show_for(writing.kind)
        self._show_side()
        if original is None:
            self.letter.show_original("", "", "")
            return
        moment = self._session.moment()
        today = moment.now.astimezone(moment.zone).date()
        day = day_words(original.sent_at.astimezone(moment.zone).date(), today)
        title = say("Your thank-you of {day}, included below", day=day)
        self.letter.show_original(title, original.subject, original.text)

    def _count(self) -> None:
        number, advice = self.desk.length()
        shown = isinstance(self.desk.draft, Draft)
        above = self.desk.original is not None
        self.letter.show_count(words_counted(number, advice, above) if shown else "")

    def show_state(self) -> None:
        """The footer as the letter stands."""
        desk = self.desk
        match desk.state:
            case State.WRITING | State.SENT:
                self._show_ready()
            case State.GAPS:
                self.footer.show_gaps(gap_question(desk.gaps))
                self._focus_gap()
            case State.COPIED:
                self._show_copied()
                self.footer.sent.setFocus(Qt.FocusReason.OtherFocusReason)
            case State.DONE:
                self.footer.show_done(
                    done_line(self._session.step(desk.oid), self._session.moment())
                )
                self.footer.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_ticks()

    def _show_ready(self) -> None:
        writing, desk = self.desk.writing, self.desk
        kind = writing.kind if writing else None
        check_in = kind in (MessageKind.CHECK_IN, MessageKind.APPLICATION_FOLLOW_UP)
        may_copy = desk.state is State.WRITING and isinstance(desk.draft, Draft)
        self.footer.show_ready(
            best_from(desk.state, self._session.step(desk.oid), self._session.moment()),
            check_in=check_in and may_copy,
            may_copy=may_copy,
        )

    def _show_copied(self) -> None:
        desk = self.desk
        person, following = desk.person, desk.dossier.person(desk.next_person())
        words = say("Then mark it sent.")
        if person is not None:
            name = first_name(person.name)
            words = say("Then mark it sent, so {name} isn't due any more.", name=name)
        button = say("Sent")
        if following is not None:
            button = say("Sent, next: {name}", name=first_name(following.name))
        self.footer.show_copied(words, button)

    # -- what the person does -----------------------------------------------------------------

    def focus_first(self) -> None:
        """The field to type into first: the name where it lacks, else what came up."""
        if self.desk.state is State.COPIED:
            self.footer.sent.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.desk.state is State.DONE:
            self.footer.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.letter.body.asks_name():
            self.letter.body.ask_name()
        elif not self.came_up.adding.isHidden() and not self.came_up.isHidden():
            self.focus_highlights()
        else:
            self.letter.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_highlights(self) -> None:
        """Alt+H, where the letter says what came up."""
        if self.came_up.isHidden():
            return
        self.came_up.adding.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, person_id: str) -> None:
        """Write to somebody else."""
        self.desk.choose(PersonId(person_id))

    def choose_number(self, number: int) -> None:
        """Alt+1..9."""
        buttons = self.people.buttons()
        if number < len(buttons) and buttons[number].isEnabled():
            buttons[number].click()
            self.focus_first()

    def choose_beside(self, step: int) -> None:
        """Alt+Left, Alt+Right: who is before or after the one chosen."""
        buttons = self.people.buttons()
        at = next((n for n, one in enumerate(buttons) if one.isChecked()), 0)
        number = at + step
        while 0 <= number < len(buttons):
            if buttons[number].isEnabled():
                self.choose_number(number)
                return
            number += step

    def copy(self) -> None:
        """Ctrl+Enter: what is typed in a field counts first."""
        self._finish_fields()
        self.desk.copy()

    def _finish_fields(self) -> None:
        body = self.letter.body
        if body.asks_name() and body.name_field.text().strip():
            self._keep_name(body.name_field.text())
        if self.came_up.adding.isVisibleTo(self):
            self.came_up.adding.enter()

    def open_in_mail(self) -> None:
        """Ctrl+Shift+Enter."""
        self._finish_fields()
        desk = self.desk
        if desk.state is State.SENT or not isinstance(desk.draft, Draft):
            return
        if desk.ask_about_gaps():
            return
        if not self._handing_over.open_in_mail():
            self.letter.address.setFocus(Qt.FocusReason.OtherFocusReason)
            words = say("Type an email address, or copy instead.")
            self.said.emit(Notice(words, icon="circle-alert"))

    def add_highlight(self, text: str) -> None:
        """Something came up: it is kept, ticked for this person, and set into the letter."""
        desk, about = self.desk, self.desk.interview_id
        if about is not None:
            with attempt(self.said.emit):
                self._session.add_highlight(desk.oid, about, clean(text), desk.person_id)
            desk.keep_writing()
            self.focus_highlights()

    def _tick(self, highlight_id: str, on: bool) -> None:
        if self.desk.person_id is not None:
            with attempt(self.said.emit):
                key = HighlightId(highlight_id)
                self._session.tick(self.desk.oid, key, self.desk.person_id, on)
            self.desk.keep_writing()

    def _edited(self) -> None:
        self.desk.type(self.letter.subject.text(), self.letter.body.text())
        self._count()

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

    def _focus_gap(self) -> None:
        gaps = self.desk.gaps
        wanted = any(one.kind is GapKind.HIGHLIGHT for one in gaps)
        if wanted and not self.came_up.isHidden():
            self.focus_highlights()
        elif self.letter.body.asks_name():
            self.letter.body.ask_name()
        else:
            self.letter.body.select_text(next((one.text for one in gaps if one.text), ""))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more: keep what was typed."""
        self.desk.saving.flush()
        super().hideEvent(event)
