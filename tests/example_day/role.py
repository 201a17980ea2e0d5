"""Records of one opportunity of the example day, under a short key."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from rules.records import (
    EmployerKind,
    Highlight,
    HighlightId,
    Interview,
    InterviewId,
    Message,
    MessageId,
    MessageKind,
    Opportunity,
    OpportunityId,
    Outcome,
    Person,
    PersonId,
    Record,
)

ZONE = ZoneInfo("Europe/London")


def at(day: int, hour: int, minute: int = 0, month: int = 5) -> datetime:
    """A moment of 2026 in London, in UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


@dataclass(frozen=True)
class Role:
    """One opportunity under a short key, from which the ids of its records follow."""

    key: str
    domain: str

    def opportunity(
        self,
        company: str,
        role: str,
        *,
        applied: datetime | None = None,
        kind: EmployerKind = EmployerKind.COMPANY,
        outcome: Outcome | None = None,
        outcome_at: datetime | None = None,
    ) -> Opportunity:
        return Opportunity(
            id=OpportunityId(self.key),
            company=company,
            role=role,
            applied_at=applied,
            country="GB",
            zone="Europe/London",
            employer_kind=kind,
            outcome=outcome,
            outcome_at=outcome_at,
            created_at=applied or at(20, 9, month=4),
        )

    def people(self, *names: str, main: str = "") -> list[Record]:
        return [
            Person(
                id=self.person(name),
                opportunity_id=OpportunityId(self.key),
                name=name,
                email=f"{name.lower().replace(' ', '.')}@{self.domain}.example",
                main_contact=name == main,
                place=float(place),
            )
            for place, name in enumerate(names)
        ]

    def person(self, name: str) -> PersonId:
        return PersonId(f"{self.key}-{name.split()[0].lower()}")

    def interview(self, start: datetime, end: datetime, *names: str) -> Interview:
        return Interview(
            id=InterviewId(f"{self.key}-talk"),
            opportunity_id=OpportunityId(self.key),
            start=start,
            end=end,
            zone="Europe/London",
            met=tuple(self.person(name) for name in names),
        )

    def highlights(self, **used: tuple[str, Iterable[str]]) -> list[Record]:
        return [
            Highlight(
                id=HighlightId(f"{self.key}-{name}"),
                interview_id=InterviewId(f"{self.key}-talk"),
                text=text,
                used_for=tuple(self.person(one) for one in people),
                place=float(place),
            )
            for place, (name, (text, people)) in enumerate(used.items())
        ]

    def sent(
        self,
        to: str,
        at: datetime,
        subject: str,
        *lines: str,
        kind: MessageKind = MessageKind.THANK_YOU,
        original: str = "",
    ) -> Message:
        first = to.split()[0]
        body = "\n\n".join([f"Hi {first},", *lines, "Warm regards,\nMaya Ferrer"])
        return Message(
            id=MessageId(f"{self.key}-{kind.value}-{first.lower()}"),
            opportunity_id=OpportunityId(self.key),
            interview_id=InterviewId(f"{self.key}-talk"),
            person_id=self.person(to),
            kind=kind,
            sent_at=at,
            to_name=to,
            to_address=f"{to.lower().replace(' ', '.')}@{self.domain}.example",
            subject=subject,
            body=body,
            original=original,
        )
