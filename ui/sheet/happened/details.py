"""What is asked about something that happened: who, which talk, what for, when, by when."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rules import likely
from rules.acts import Told, What, moment_of
from rules.records import Dossier, InterviewId, MessageId, MessageKind, Moment, PersonId
from rules.templates import clean
from ui.sheet.fields import ChoiceBox, LineField
from ui.sheet.happened.catalogue import ENTRIES
from ui.sheet.panel import column
from ui.sheet.promise import PromiseField
from ui.sheet.promised import Meant, meant, meant_before
from ui.sheet.words import letter_name, sent_when, talk_words
from ui.theme import Look
from ui.widgets.label import Label, label
from ui.wording import say

_NOBODY = ""
_NARROWEST = 160
_PURPOSES = {
    MessageKind.CHECK_IN: "To ask how it stands",
    MessageKind.INVITED_CHECK_IN: "To ask how it stands, as they invited",
    MessageKind.APPLICATION_FOLLOW_UP: "To follow up on the application",
    MessageKind.THANK_YOU: "To say thank you",
    MessageKind.PASS_ON: "To have thanks passed on",
    MessageKind.ANSWER: "To answer them",
    MessageKind.COMPETING_OFFER: "To tell them of the other offer",
    MessageKind.WITHDRAWAL: "To withdraw",
    MessageKind.OFFER_ACKNOWLEDGEMENT: "To acknowledge the offer",
    MessageKind.DECLINE: "To decline the offer",
    MessageKind.REPLY_TO_REJECTION: "To reply to the rejection",
    MessageKind.KEEP_IN_TOUCH: "To keep in touch",
}


class _Captioned(QWidget):
    """A field under its caption."""

    def __init__(self, look: Look, *fields: QWidget) -> None:
        super().__init__()
        self.caption: Label = label("", "secondary", look, "ink2")
        body = column(gap=4)
        body.addWidget(self.caption)
        for field in fields:
            body.addWidget(field)
        self.setLayout(body)

    def show_as(self, caption: str) -> None:
        """Show it under that caption; without one it is not asked."""
        self.caption.setText(caption)
        self.setVisible(bool(caption))


class Details(QWidget):
    """The questions about one thing; `changed` when an answer is another one."""

    changed = Signal()
    entered = Signal()

    def __init__(
        self, look: Look, dossier: Callable[[], Dossier], moment: Callable[[], Moment]
    ) -> None:
        super().__init__()
        self._dossier = dossier
        self._moment = moment
        self._what = What.NOTE
        self.who = ChoiceBox(look, say("Who"))
        self.name = LineField(look, say("Name"))
        self.name.setPlaceholderText(say("Name, if you like"))
        self.talk = ChoiceBox(look, say("Which interview"))
        self.purpose = ChoiceBox(look, say("What for"))
        self.letter = ChoiceBox(look, say("Which message"))
        self.when = PromiseField(
            look,
            say("On which day"),
            lambda text: meant_before(text, self._today()),
            hint=say("14 May, or: last Monday"),
        )
        self.day = PromiseField(look, say("By when"), self._meant)
        self._who = _Captioned(look, self.who, self.name)
        self._talk = _Captioned(look, self.talk)
        self._purpose = _Captioned(look, self.purpose)
        self._letter = _Captioned(look, self.letter)
        self._when = _Captioned(look, self.when)
        self._day = _Captioned(look, self.day)
        for box in (self.who, self.talk, self.purpose, self.letter):
            box.setMinimumWidth(_NARROWEST)
            box.setMaximumWidth(look.px(380))
        self.name.setMaximumWidth(look.px(380))
        body = column(gap=12)
        for part in (
            self._letter,
            self._purpose,
            self._who,
            self._day,
            self._when,
            self._talk,
        ):
            body.addWidget(part)
        self.setLayout(body)
        self._wire()

    def _wire(self) -> None:
        self.who.activated.connect(self._named)
        for box in (self.talk, self.purpose, self.letter):
            box.activated.connect(lambda _: self.changed.emit())
        self.name.textEdited.connect(lambda _: self.changed.emit())
        self.when.changed.connect(self.day.reread)
        self.day.changed.connect(self.changed)
        self.name.returnPressed.connect(self.entered)
        for field in (self.when, self.day):
            field.entered.connect(self.entered)

    # -- asking -------------------------------------------------------------------------------

    def ask(self, what: What) -> None:
        """Ask about one thing, with what is likely filled in."""
        self._what = what
        entry, dossier, moment = ENTRIES[what], self._dossier(), self._moment()
        self._fill_people(dossier, likely.person_for(dossier, what, moment))
        self._fill_talks(dossier, likely.talk_for(dossier, moment))
        self.purpose.clear()
        for kind in likely.purposes(dossier, what, moment):
            self.purpose.addItem(say(_PURPOSES[kind]), kind.value)
        self.letter.clear()
        for message in likely.went_out(dossier):
            words = say(
                "{letter} to {name}, {when}",
                letter=letter_name(message.kind),
                name=message.to_name or dossier.opportunity.company,
                when=sent_when(message, moment),
            )
            self.letter.addItem(words, message.id)
        self.when.show_day(self._today())
        self.day.show_day(None)
        self._who.show_as(say(entry.who) if entry.who else "")
        self._day.show_as(say(entry.day) if entry.day else "")
        self.day.field.setAccessibleName(say(entry.day) if entry.day else say("By when"))
        self._purpose.show_as(say("What for") if entry.purpose else "")
        self._letter.show_as(say("Which message") if entry.letter else "")
        several = entry.talk and self.talk.count() > 1
        self._talk.show_as(say("About which interview") if several else "")
        dateless = what in (What.NO_CONTACT, What.AGENCY, What.NO_ADDRESS, What.DECIDES_AT_ONCE)
        self._when.show_as("" if dateless else say("On which day"))
        self._show_name()

    def fill(self, told: Told) -> None:
        """Show what was answered elsewhere already."""
        zone = self._moment().zone
        self.who.setCurrentIndex(max(self.who.findData(told.person_id or _NOBODY), 0))
        self.talk.setCurrentIndex(max(self.talk.findData(told.interview_id or _NOBODY), 0))
        self.when.show_day(told.at.astimezone(zone).date())
        self.day.show_day(told.day)
        self._show_name()

    def _fill_people(self, dossier: Dossier, chosen: PersonId | None) -> None:
        self.who.clear()
        for person in dossier.people:
            self.who.addItem(person.name, person.id)
        nobody = say("Somebody else") if dossier.people else say("Somebody")
        if self._what is not What.NO_ADDRESS:
            self.who.addItem(nobody, _NOBODY)
        self.who.setCurrentIndex(max(self.who.findData(chosen or _NOBODY), 0))
        self.name.setText("")

    def _fill_talks(self, dossier: Dossier, chosen: InterviewId | None) -> None:
        self.talk.clear()
        moment = self._moment()
        for one in dossier.interviews:
            self.talk.addItem(talk_words(one, moment), one.id)
        if self._what not in (What.DECIDES_AT_ONCE, What.WAITS):
            self.talk.addItem(say("None of them: the application"), _NOBODY)
        self.talk.setCurrentIndex(max(self.talk.findData(chosen or _NOBODY), 0))

    def _named(self) -> None:
        self._show_name()
        if self.name.isVisibleTo(self):
            self.name.setFocus()
        self.changed.emit()

    def _show_name(self) -> None:
        """Somebody who is not on record may be named."""
        self.name.setVisible(bool(ENTRIES[self._what].who) and self.who.currentData() == _NOBODY)

    # -- the answers --------------------------------------------------------------------------

    def is_settled(self) -> bool:
        """Whether every day is one; what is not is asked about."""
        shown = [self.when] if not self._when.isHidden() else []
        return all(field.is_settled() for field in shown) and (
            self._day.isHidden() or self.day.is_settled()
        )

    def told(self) -> Told:
        """What is said so far."""
        entry, dossier, moment = ENTRIES[self._what], self._dossier(), self._moment()
        said = self._said()
        purpose = MessageKind(self.purpose.currentData()) if entry.purpose else None
        if self._what is What.KEPT_IN_TOUCH:
            purpose = MessageKind.KEEP_IN_TOUCH
        applies = purpose is not MessageKind.APPLICATION_FOLLOW_UP
        talk = self.talk.currentData() if entry.talk and applies else _NOBODY
        letter = self.letter.currentData() if entry.letter else _NOBODY
        person = self.who.currentData() if entry.who else _NOBODY
        return Told(
            what=self._what,
            at=moment.now if said is None else moment_of(dossier, said, moment),
            day=self.day.day() if entry.day else None,
            person_id=PersonId(person) if person else None,
            name="" if person or not entry.who else clean(self.name.text()),
            interview_id=InterviewId(talk) if talk else None,
            message=purpose,
            message_id=MessageId(letter) if letter else None,
        )

    def _said(self) -> date | None:
        """The day it happened on, as far as it is known."""
        return None if self._when.isHidden() else self.when.day()

    def _today(self) -> date:
        moment = self._moment()
        return moment.now.astimezone(moment.zone).date()

    def _meant(self, text: str) -> Meant | None:
        """A named day, said on the day it happened, at the employer's place."""
        opportunity = self._dossier().opportunity
        worked = self._moment().working_days(opportunity.country)
        return meant(text, self._said() or self._today(), worked)

    def first(self) -> QWidget:
        """Where the answers begin."""
        order = (
            (self._letter, self.letter),
            (self._purpose, self.purpose),
            (self._day, self.day.field),
            (self._who, self.who),
            (self._when, self.when.field),
        )
        return next((field for part, field in order if not part.isHidden()), self.who)
