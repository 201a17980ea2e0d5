"""Several opportunities at once in one session, each spoken of by the name of its company."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from rules.acts import Talk
from rules.board import Card
from rules.compose import Missing
from rules.quick_add import understand
from rules.records import (
    Channel,
    FactKind,
    Interview,
    Message,
    MessageKind,
    OpportunityId,
    PersonId,
    Profile,
    Tone,
)
from tests.ui.cards import Clock, Shelf, zone_of
from ui.resources import letter_templates
from ui.session import Session

LONDON = ZoneInfo("Europe/London")
BANK_HOLIDAYS = {date(2026, 5, 4), date(2026, 5, 25)}
START = date(2026, 4, 30)


class Month:
    """A search for work, from one day to the next."""

    def __init__(self) -> None:
        self.clock = Clock(datetime.combine(START, time(0), LONDON).astimezone(UTC))
        self.session = Session(
            Shelf(),
            self.clock,
            zone=LONDON,
            zone_of=zone_of,
            working_days=lambda _country: (
                lambda day: day.weekday() < 5 and day not in BANK_HOLIDAYS
            ),
            templates=letter_templates(),
        )
        self.session.set_profile(Profile(name="Maya Ferrer"))
        self.ids: dict[str, OpportunityId] = {}

    def at(self, day: int, hour: str) -> datetime:
        """An instant: days count from 1 May, and 0 or less are in April."""
        wall = datetime.combine(START + timedelta(days=day), time.fromisoformat(hour), LONDON)
        return wall.astimezone(UTC)

    def set_clock(self, day: int, hour: str) -> None:
        """It is then, and the program noticed."""
        self.clock.now = self.at(day, hour)
        self.session.tick_clock()

    def card(self, company: str) -> Card:
        """The card as the board shows it."""
        return self.session.card(self.ids[company])

    def person(self, company: str, name: str) -> PersonId:
        """Somebody of that company, by first name."""
        people = self.session.dossier(self.ids[company]).people
        return next(one.id for one in people if one.name.split()[0] == name)

    def talk(self, company: str) -> Interview:
        """The company's newest talk."""
        return self.session.dossier(self.ids[company]).interviews[-1]

    def add(self, company: str, rest: str) -> None:
        """One line typed into quick add."""
        entry = understand(f"{company}, Designer, {rest}", self.clock.now, LONDON)
        assert entry.questions == (), entry.questions
        self.ids[company] = self.session.add(entry)

    def edit_card(self, company: str, **fields: Any) -> None:
        """What the sheet says of the opportunity."""
        before = self.session.dossier(self.ids[company]).opportunity
        self.session.edit(before.id, before, replace(before, **fields))

    def edit_person(self, company: str, name: str, **fields: Any) -> None:
        """What the sheet says of somebody."""
        dossier = self.session.dossier(self.ids[company])
        before = dossier.person(self.person(company, name))
        assert before is not None
        self.session.edit(self.ids[company], before, replace(before, **fields))

    def edit_talk(self, company: str, **fields: Any) -> None:
        """What the sheet says of the newest talk."""
        before = self.talk(company)
        self.session.edit(self.ids[company], before, replace(before, **fields))

    def send(
        self, company: str, kind: MessageKind, *names: str, by: Channel = Channel.EMAIL
    ) -> None:
        """Letters written from the template, copied, and said to be sent."""
        for name in names:
            self._copied(company, kind, name, by, sent=True)
            self.clock.now += timedelta(minutes=1)

    def copy(self, company: str, kind: MessageKind, name: str) -> None:
        """A letter written from the template and copied."""
        self._copied(company, kind, name, Channel.EMAIL, sent=False)

    def _copied(
        self, company: str, kind: MessageKind, name: str, by: Channel, *, sent: bool
    ) -> None:
        oid, person = self.ids[company], self.person(company, name)
        assert self.session.may_send(oid, kind, person, by) is None
        about = self.session.step(oid).interview_id
        draft = self.session.draft(oid, kind, person, Tone.WARM, about, by)
        assert not isinstance(draft, Missing)
        draft = self.session.mark_copied(draft)
        if sent:
            self.session.mark_sent(draft)

    def confirm(self, company: str) -> None:
        """The copied letter did go out."""
        (draft,) = self.session.dossier(self.ids[company]).drafts
        self.session.mark_sent(draft)

    def call(self, company: str, name: str) -> None:
        """A call, noted."""
        self.session.log_outside(
            self.ids[company],
            MessageKind.CHECK_IN,
            self.person(company, name),
            channel=Channel.PHONE,
            interview_id=self.talk(company).id,
        )

    def bounced(self, company: str) -> None:
        """The last letter came back."""
        self.session.bounced(self.ids[company], self.messages(company)[-1].id)

    def said(self, company: str, kind: FactKind, day: date | None = None, by: str = "") -> None:
        """They said something, or something happened."""
        person = self.person(company, by) if by else None
        self.session.record_reply(self.ids[company], kind, day, person_id=person)

    def fill(self, company: str, start: datetime, *names: str) -> None:
        """The date and people of a talk that had none."""
        talk = Talk(start=start, end=start + timedelta(hours=1), names=names)
        self.session.fill_interview(self.ids[company], self.talk(company).id, talk)

    def book(self, company: str, start: datetime, *names: str) -> None:
        """One more talk of an hour."""
        talk = Talk(start=start, end=start + timedelta(hours=1), names=names)
        self.session.add_interview(self.ids[company], talk)

    def messages(self, company: str) -> tuple[Message, ...]:
        """Everything on record as sent, also what bounced."""
        return self.session.dossier(self.ids[company]).messages


Act = Callable[[Month], object]
