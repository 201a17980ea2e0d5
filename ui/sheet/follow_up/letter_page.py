"""The page of a letter as it looks: who, why, the letter, what came up, and the footer."""

from PySide6.QtWidgets import QWidget

from rules.letter_choices import letter_choices
from rules.records import Draft, OpportunityId, PersonId
from rules.remarks import remarks
from ui.proofread.proofreader import Proofreader
from ui.session import Session
from ui.sheet.follow_up.desk import Desk, State
from ui.sheet.follow_up.footer import Footer
from ui.sheet.follow_up.footer_states import show_ready
from ui.sheet.follow_up.last_one import LastOne
from ui.sheet.follow_up.letter import LetterPanel
from ui.sheet.follow_up.mending import Mending
from ui.sheet.follow_up.people_bar import PeopleBar
from ui.sheet.follow_up.proofing import Proofing
from ui.sheet.follow_up.replies import Replies
from ui.sheet.follow_up.scene import Writing, sent_to, uses_highlights
from ui.sheet.follow_up.side import SideColumn
from ui.sheet.follow_up.ticks import ticks_on
from ui.sheet.follow_up.too_soon import TooSoon
from ui.sheet.follow_up.who import done_words, heading_of, who_is_who
from ui.sheet.follow_up.why import Why
from ui.sheet.panel import Scroll, column, row
from ui.sheet.words import first_name, words_counted
from ui.theme import Look
from ui.wording import day_words, say


class LetterPage(QWidget):
    """Shows what is on the desk."""

    def __init__(self, session: Session, look: Look, reader: Proofreader) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.desk = Desk(session)
        self.proofing = Proofing(session, self.desk, reader)
        self.people = PeopleBar(look)
        self.why = Why(look)
        self.too_soon = TooSoon(session, look)
        self.letter = LetterPanel(look)
        self.side = SideColumn(look)
        self.came_up = self.side.came_up
        self.mending = Mending(self.proofing, self.letter, self.side.proof, look)
        self.footer = Footer(look)
        self.replies = Replies(session, look)
        self.replies.hide()
        self._arrange()

    def _arrange(self) -> None:
        left = column(margins=(24, 15, 24, 16), gap=12)
        head = column(gap=6)
        head.addWidget(self.people)
        head.addWidget(self.why)
        head.addWidget(self.too_soon)
        left.addLayout(head)
        left.addWidget(self.letter, 1)
        left.addWidget(self.replies)
        self.people.add_tool(self.side.button)
        written = QWidget()
        written.setLayout(left)
        top = row(gap=0)
        top.addWidget(Scroll(written, self._look), 1)
        self.side.place(top, self)
        body = column()
        body.addLayout(top, 1)
        body.addWidget(self.footer)
        self.setLayout(body)

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
        done = done_words(writing)
        if writing.is_wave and "less_usual_here" in remarks(
            dossier, self._session.step(desk.oid), moment
        ):
            done = say("Optional here, {done}", done=done)  # row 27
        self.people.show_people(
            heading_of(writing), done, who, desk.person_id, may_add=writing.is_wave
        )
        self.show_ticks()
        if desk.state in (State.WRITING, State.SENT):
            show_ready(self.footer, desk, self._session, self.proofing.fixes)

    def show_ticks(self) -> None:
        """What came up, ticked for whom the letter speaks to or of."""
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

    def show_letter(self) -> None:
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
        self.count()

    def show_reasons(self, writing: Writing) -> None:
        """Why this letter, and what else may be written now."""
        session, desk = self._session, self.desk
        dossier, step, moment = desk.dossier, session.step(desk.oid), session.moment()
        beside = () if writing.chosen else remarks(dossier, step, moment)
        self.why.show_reasons(writing.reason, beside)
        if desk.state is State.WRITING:
            self.too_soon.show_for(desk.oid, writing.kind, desk.person_id)
        else:
            self.too_soon.hide()
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

    def count(self) -> None:
        """How long the letter is."""
        number, advice = self.desk.length()
        shown = isinstance(self.desk.draft, Draft)
        above = self.desk.original is not None
        self.letter.show_count(words_counted(number, advice, above) if shown else "")
