"""One opportunity of the sample, told record by record."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from rules.records import (
    Channel,
    Draft,
    Fact,
    FactId,
    FactKind,
    Highlight,
    HighlightId,
    Interview,
    InterviewId,
    InterviewKind,
    Message,
    MessageId,
    MessageKind,
    Opportunity,
    OpportunityId,
    Outcome,
    Part,
    Person,
    PersonId,
    Record,
    Tone,
)
from rules.steps import NextStep, StepKind
from rules.today import matter_of_step
from ui.sample.opening import Opening

_NAME = "Maya Ferrer"
_FACT_OF = {
    Outcome.OFFER: FactKind.OFFER,
    Outcome.NOT_THIS_TIME: FactKind.REJECTION,
    Outcome.WITHDREW: FactKind.WITHDREW,
    Outcome.NO_ANSWER: FactKind.CLOSED,
}


class Story:
    """What happened with one opportunity so far; `applied` is in days ago, None: never noted."""

    def __init__(
        self, opening: Opening, company: str, role: str, *, applied: int | None = None
    ) -> None:
        self.opening = opening
        self.key = "".join(one for one in company.lower() if one.isalpha())
        sent = None if applied is None else opening.past(applied, 9, 30)
        self.opportunity = Opportunity(
            id=OpportunityId(self.key),
            company=company,
            role=role,
            applied_at=sent,
            created_at=sent or opening.past(2, 9),
        )
        self.drafts: list[Draft] = []
        self._records: list[Record] = []
        self._people: dict[PersonId, Person] = {}
        self._talk: InterviewId | None = None

    def records(self) -> tuple[Record, ...]:
        """Everything on record, the opportunity first."""
        return (self.opportunity, *self._people.values(), *self._records)

    @property
    def first_subject(self) -> str:
        """The subject of the first letter."""
        return next(one.subject for one in self._records if isinstance(one, Message))

    def know(self, **facts: object) -> "Story":
        """More about the opportunity itself."""
        self.opportunity = replace(self.opportunity, **facts)  # type: ignore[arg-type]  # by name
        return self

    def people(self, *names: str, part: Part = Part.INTERVIEWER, address: bool = True) -> "Story":
        """People on the employer's side, with an address or without."""
        for name in names:
            given = name.split()[0].lower()
            email = f"{given}@{self.key}.example" if address else ""
            self._people[self.person(name)] = Person(
                id=self.person(name),
                opportunity_id=self.opportunity.id,
                name=name,
                email=email,
                part=part,
                place=float(len(self._people)),
            )
        return self

    def person(self, name: str) -> PersonId:
        """The id of somebody by name."""
        return PersonId(f"{self.key}-{name.split()[0].lower()}")

    def talk(
        self,
        ended: datetime | None,
        *met: str,
        minutes: int = 45,
        kind: InterviewKind = InterviewKind.INTERVIEW,
        joined: bool | None = None,
        decides_at_once: bool = False,
        where: str = "",
    ) -> "Story":
        """A talk with those people, by its end; None: nobody knows yet when."""
        number = sum(isinstance(one, Interview) for one in self._records) + 1
        self._talk = InterviewId(f"{self.key}-talk{number}")
        talk = Interview(
            id=self._talk,
            opportunity_id=self.opportunity.id,
            kind=kind,
            start=None if ended is None else ended - timedelta(minutes=minutes),
            end=ended,
            zone="" if ended is None else self.opportunity.zone or self.opening.zone_name,
            where=where,
            met=tuple(self.person(name) for name in met),
            joined=joined,
            decides_at_once=decides_at_once,
        )
        self._records.append(talk)
        return self

    def came_up(self, text: str, *used_for: str) -> "Story":
        """Something said in the last talk, and in whose letter it stands."""
        if self._talk is None:
            raise LookupError("nothing comes up before a talk")
        place = sum(isinstance(one, Highlight) for one in self._records)
        highlight = Highlight(
            id=HighlightId(f"{self.key}-highlight{place}"),
            interview_id=self._talk,
            text=text,
            used_for=tuple(self.person(name) for name in used_for),
            place=float(place),
        )
        self._records.append(highlight)
        return self

    def sent(
        self,
        to: str,
        at: datetime,
        subject: str,
        *lines: str,
        kind: MessageKind = MessageKind.THANK_YOU,
        channel: Channel = Channel.EMAIL,
        outside: bool = False,
        bounced: datetime | None = None,
    ) -> "Story":
        """Something that went out; a check-in carries the first letter below it."""
        person = self._people.get(self.person(to)) if to else None
        first = next((one for one in self._records if isinstance(one, Message)), None)
        below = kind is MessageKind.CHECK_IN and channel is Channel.EMAIL and first is not None
        number = sum(isinstance(one, Message) for one in self._records) + 1
        body = "\n\n".join([f"Hi {to.split()[0]}," if to else "Dear Hiring Team,", *lines])
        message = Message(
            id=MessageId(f"{self.key}-message{number}"),
            opportunity_id=self.opportunity.id,
            interview_id=self._talk,
            person_id=person.id if person else None,
            kind=kind,
            channel=channel,
            sent_at=at,
            to_name=to or "Hiring Team",
            to_address=person.email if person and channel is Channel.EMAIL else "",
            subject=subject,
            body=f"{body}\n\nWarm regards,\n{_NAME}" if lines else "",
            original=first.body if below and first is not None else "",
            outside=outside,
            bounced_at=bounced,
        )
        self._records.append(message)
        return self

    def fact(
        self, kind: FactKind, at: datetime, *, day: date | None = None, by: str = ""
    ) -> "Story":
        """Something that happened, other than a letter."""
        number = sum(isinstance(one, Fact) for one in self._records) + 1
        fact = Fact(
            id=FactId(f"{self.key}-fact{number}"),
            opportunity_id=self.opportunity.id,
            kind=kind,
            at=at,
            day=day,
            person_id=self.person(by) if by else None,
        )
        self._records.append(fact)
        return self

    def ended(
        self, outcome: Outcome, at: datetime, *, day: date | None = None, by: str = ""
    ) -> "Story":
        """How it ended."""
        self.opportunity = replace(self.opportunity, outcome=outcome, outcome_at=at)
        return self.fact(_FACT_OF[outcome], at, day=day, by=by)

    def copied(self, to: str, at: datetime, kind: MessageKind, subject: str, body: str) -> "Story":
        """A letter that was copied, and nobody said since whether it went out."""
        draft = Draft(
            opportunity_id=self.opportunity.id,
            interview_id=self._talk,
            person_id=self.person(to) if to else None,
            kind=kind,
            tone=Tone.WARM,
            subject=subject,
            body=body,
            edited=True,
            copied_at=at,
            saved_at=at,
        )
        self.drafts.append(draft)
        return self

    def put_off(self, until: datetime, kind: MessageKind) -> "Story":
        """Today shows the letter of that kind again from `until`."""
        step = NextStep(kind=StepKind.WRITE, message=kind, interview_id=self._talk)
        matter = matter_of_step(step)
        self.opportunity = replace(self.opportunity, snoozed_until=until, snoozed_matter=matter)
        return self
