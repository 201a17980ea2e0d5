"""The stop: both follow-ups went out, and no third letter is prepared by any way."""

from PySide6.QtCore import Qt, Signal

from rules.ledger import Round, current_round
from rules.records import Channel, Dossier, Message, MessageKind
from rules.tally import messages_of
from ui.session import Session
from ui.sheet.follow_up.footer import Mark
from ui.sheet.follow_up.replies import Replies
from ui.sheet.follow_up.resting import RestingPage
from ui.sheet.follow_up.timeline import Point, Timeline
from ui.sheet.guard import today
from ui.sheet.panel import Panel, column, row
from ui.sheet.words import first_name
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import paragraph
from ui.wording import count, joined, say, short_date


class StopPage(RestingPage):
    """What was said, why that is enough, and what may happen next."""

    close_requested = Signal()
    interview_requested = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(look)
        self._session = session
        self.timeline = Timeline(look)
        self._line = paragraph(say("You've said what needed saying."), "page_title", look)
        self._why = paragraph("", "field", look, "ink2")
        self.replies = Replies(session, look)
        self.replies.hide()
        self.replied_button = Button(look, say("They replied"), "primary", icon="reply")
        self.close_button = Button(look, say("Close this one"), "secondary", icon="archive")
        self.add_interview = Button(look, say("Add interview"), "soft")
        self._leave = paragraph("", "body", look, "ink2")
        self._arrange()
        self.replied_button.clicked.connect(self.replies.ask)
        self.close_button.clicked.connect(self.close_requested)
        self.add_interview.clicked.connect(self.interview_requested)
        self.replies.dismissed.connect(self.replied_button.setFocus)

    def _arrange(self) -> None:
        body = self.body
        body.addWidget(self.timeline)
        body.addSpacing(36)
        body.addWidget(self._line)
        body.addSpacing(8)
        body.addWidget(self._why)
        body.addSpacing(28)
        buttons = row(gap=10)
        buttons.addWidget(self.replied_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        body.addLayout(buttons)
        body.addSpacing(12)
        body.addWidget(self.replies)
        body.addSpacing(8)
        body.addWidget(self._leave)
        body.addSpacing(26)
        body.addWidget(self._invited_back())
        body.addStretch(1)

    def _invited_back(self) -> Panel:
        panel = Panel(self.look, fill="inset", line="line", radius=12)
        words = column(gap=1)
        title = say("Invited back? The count starts again")
        words.addWidget(paragraph(title, "card_title", self.look))
        each = say("Each interview has its own two follow-ups.")
        words.addWidget(paragraph(each, "body", self.look, "ink2"))
        line = row(margins=(18, 12, 14, 12), gap=12)
        mark = Mark(self.look, "calendar-clock", "accent_text", 18)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.add_interview)
        panel.setLayout(line)
        return panel

    def show_stop(self, dossier: Dossier, *, anew: bool) -> None:
        """Show the end of one round; only `anew` closes an open question."""
        moment = self._session.moment()
        self.replies.about(dossier.opportunity.id)
        if anew:
            self.replies.hide()
        round_ = current_round(dossier, moment)
        sent = messages_of(dossier, round_) if round_ is not None else []
        self.timeline.show_points(self._points(dossier, round_, sent))
        got = list(dict.fromkeys(first_name(one.to_name) for one in sent if one.to_name))
        self._why.setText(
            say(
                "Two follow-ups have gone out for this interview, so Afterword won't prepare a "
                "third. {names} your thanks and one clear question. A third note seldom helps, "
                "and it can cost the goodwill the first two earned.",
                names=who_has(got),
            )
        )
        lane = say("Or leave it. The card rests in Waiting to hear and never turns red.")
        self._leave.setText(lane)
        self.show_letters(dossier, moment, self._session.profile.name, why=True)

    def _points(
        self, dossier: Dossier, round_: Round | None, sent: list[Message]
    ) -> tuple[Point, ...]:
        """Interview, thank-yous, check-in, rest, each with its day."""
        del dossier
        now = self._session.moment()
        thanks = [one for one in sent if one.kind is not MessageKind.CHECK_IN]
        asks = [one for one in sent if one not in thanks]
        last = asks[-1] if asks else (thanks[-1] if len(thanks) > 1 else None)
        held = short_date(round_.day, today(self._session)) if round_ else ""
        first = ""
        if thanks:
            day = thanks[0].sent_at.astimezone(now.zone).date()
            people = count(len(thanks), "{n} person", "{n} people")
            first = f"{short_date(day, today(self._session))}, {people}"
        second = ""
        called = last is not None and last.channel is Channel.PHONE
        if last is not None:
            day = last.sent_at.astimezone(now.zone).date()
            to = say("to {name}", name=first_name(last.to_name))
            second = f"{short_date(day, today(self._session))}, {to}"
        return (
            Point(icon="calendar-clock", title=say("Interview"), words=held),
            Point(icon="mail-check", title=say("Thank-yous"), words=first),
            Point(
                icon="phone" if called else "mail-check",
                title=say("Call") if called else say("Check-in"),
                words=second,
            ),
            Point(icon="check-check", title=say("Rest"), words=say("nothing due"), done=False),
        )


def who_has(names: list[str]) -> str:
    """Who got the letters, and the verb."""
    if not names:
        return say("They have")
    if len(names) == 1:
        return say("{name} has", name=names[0])
    return say("{names} have", names=joined(names))
