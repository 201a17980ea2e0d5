"""The page on which a letter is written: who, the letter, what came up, and the footer."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from models.exchange.mail import address_problem
from rules.gate import GapKind
from rules.letter_choices import letter_choices
from rules.records import Channel, Draft, HighlightId, OpportunityId, PersonId, Tone
from rules.remarks import remarks
from rules.templates import clean
from ui.ports import Clipboard, Dialogs, MailApp
from ui.session import Session
from ui.sheet.follow_up.desk import Desk, State
from ui.sheet.follow_up.footer import Footer
from ui.sheet.follow_up.footer_states import show_ready, show_state, take_focus
from ui.sheet.follow_up.handing_over import HandingOver
from ui.sheet.follow_up.last_one import LastOne
from ui.sheet.follow_up.letter import LetterPanel
from ui.sheet.follow_up.on_page import paper_over
from ui.sheet.follow_up.people_bar import PeopleBar
from ui.sheet.follow_up.replies import Replies
from ui.sheet.follow_up.scene import Writing, sent_to, uses_highlights
from ui.sheet.follow_up.side import SideColumn
from ui.sheet.follow_up.ticks import ticks_on
from ui.sheet.follow_up.ways import Way
from ui.sheet.follow_up.who import done_words, heading_of, who_is_who
from ui.sheet.follow_up.why import Why
from ui.sheet.guard import attempt
from ui.sheet.panel import column, row
from ui.sheet.words import first_name, words_counted
from ui.theme import Look
from ui.widgets.toast import Notice
from ui.wording import day_words, say


class WritingPage(QWidget):
    """Shows what is on the desk, and hands on what the person does."""

    sent = Signal()
    chosen = Signal(object)  # another letter than the next step's
    left = Signal()  # back to the next step
    close_requested = Signal()
    add_person_requested = Signal()
    said = Signal(object)

    def __init__(
        self, session: Session, look: Look, clipboard: Clipboard, mail: MailApp, dialogs: Dialogs
    ) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._dialogs = dialogs
        self.desk = Desk(session)
        self._handing_over = HandingOver(self.desk, clipboard, mail, dialogs)
        self.people = PeopleBar(look)
        self.why = Why(look)
        self.letter = LetterPanel(look)
        self.side = SideColumn(look)
        self.came_up = self.side.came_up
        self.footer = Footer(look)
        self.footer.set_menu(self._handing_over.entries)
        self.replies = Replies(session, look)
        self.replies.hide()
        self._arrange()
        self._wire()

    def _arrange(self) -> None:
        left = column(margins=(24, 15, 24, 16), gap=12)
        head = column(gap=6)
        head.addWidget(self.people)
        head.addWidget(self.why)
        left.addLayout(head)
        left.addWidget(self.letter, 1)
        left.addWidget(self.replies)
        self.people.add_tool(self.side.button)
        top = row(gap=0)
        top.addLayout(left, 1)
        self.side.place(top, self)
        body = column()
        body.addLayout(top, 1)
        body.addWidget(self.footer)
        self.setLayout(body)

    def _wire(self) -> None:
        desk, letter, footer = self.desk, self.letter, self.footer
        desk.letter_changed.connect(self._show_letter)
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
        footer.by_hand_pressed.connect(self._did_by_hand)
        footer.mail_pressed.connect(self.open_in_mail)
        footer.not_sent_pressed.connect(self._not_sent)
        footer.sent_pressed.connect(self.sent)
        footer.close_pressed.connect(self.close_requested)
        footer.replied_pressed.connect(self.replies.ask)
        self.side.others.chosen.connect(self.chosen)
        self.side.others.left.connect(self.left)

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
        self.people.show_people(
            heading_of(writing), done_words(writing), who, desk.person_id, may_add=writing.is_wave
        )
        self._show_ticks()
        if desk.state in (State.WRITING, State.SENT):
            show_ready(self.footer, desk, self._session)

    def _show_ticks(self) -> None:
        desk, person = self.desk, self.desk.about
        ticks = ticks_on(desk)
        says = desk.writing is not None and uses_highlights(desk.writing.kind, desk.channel)
        about_talk = desk.interview_id is not None and says
        self.came_up.setVisible(about_talk)
        self.came_up.show_people(desk.named(), person.id if person else None)
        self.side.show_parts()
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
        self.letter.show_recipient(person, team, writing.channel)
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

    def show_reasons(self, writing: Writing) -> None:
        """Why this letter, and what else may be written now."""
        session, desk = self._session, self.desk
        dossier, step, moment = desk.dossier, session.step(desk.oid), session.moment()
        beside = () if writing.chosen else remarks(dossier, step, moment)
        self.why.show_reasons(writing.reason, beside)
        choices = letter_choices(dossier, step, moment)
        others = [c for c in choices if (c.kind, c.channel) != (writing.kind, writing.channel)]
        self.side.others.show_choices(dossier, others, chosen=writing.chosen)
        self.side.last_one.setVisible(writing.kind in LastOne.KINDS)
        self.side.last_one.show_for(writing.kind)
        self.side.show_parts()

    def _show_original(self) -> None:
        original, writing = self.desk.original, self.desk.writing
        if writing is not None:
            self.show_reasons(writing)
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
        show_state(self.footer, self.desk, self._session, self._handing_over.way)
        if self.desk.state is State.GAPS:
            self._focus_gap()
        else:
            take_focus(self.footer, self.desk)
        self._show_ticks()

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
