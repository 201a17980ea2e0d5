"""Opportunities of the example day that were not thanked for yet, or only in part."""

from rules.records import (Draft, EmployerKind, Fact, FactId, FactKind, Highlight, HighlightId, Interview, InterviewId, Message, MessageId, MessageKind, Opportunity, OpportunityId, Outcome, Person, PersonId, Record, Tone)
from ui.sample.role import Role, at



OATFIELD_DRAFT)


def at(day: int, hour: int, minute: int = 0, month: int = 5) -> datetime:
    """A moment of 2026 in London, in UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


@dataclass(frozen=True)
class _Role:
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


def _oatfield() -> list[Record]:
    role = _Role("oatfield", "oatfield")
    return [role.opportunity("Oatfield Foods", "UX Researcher", applied=at(7, 9, 30))]


def _kestrel() -> list[Record]:
    role = _Role("kestrel", "kestrelrail")
    return [role.opportunity("Kestrel Rail", "Service Designer", applied=at(11, 18, 5))]


def _cobalt() -> list[Record]:
    role = _Role("cobalt", "cobaltatlas")
    return [role.opportunity("Cobalt Atlas", "Product Designer", applied=at(13, 20, 40))]


def _brightmoor() -> list[Record]:
    role = _Role("brightmoor", "brightmoor")
    names = ("Helen Ashby", "Tomas Rehn")
    return [
        role.opportunity(
            "Brightmoor Council",
            "Interaction Designer",
            applied=at(21, 12, month=4),
            kind=EmployerKind.GOVERNMENT,
        ),
        *role.people(*names),
        role.interview(at(15, 10), at(15, 11), *names),
    ]


def _merriday() -> list[Record]:
    role = _Role("merriday", "merriday")
    return [
        role.opportunity("Merriday Travel", "Lead Designer", applied=at(24, 12, month=4)),
        *role.people("Noor Haddad"),
        role.interview(at(19, 14, 30), at(19, 15, 30), "Noor Haddad"),
    ]


def _tidepool() -> list[Record]:
    role = _Role("tidepool", "tidepool")
    names = ("Anders Dahl", "June Park")
    return [
        role.opportunity("Tidepool Robotics", "Design Engineer", applied=at(22, 9, month=4)),
        *role.people(*names),
        role.interview(at(13, 12, 35), at(13, 13, 20), *names),
        *role.highlights(
            gripper=("the gripper that folds towels", ()),
            tests=("letting operators write the test script", ()),
        ),
    ]


def _lumen() -> list[Record]:
    role = _Role("lumen", "lumenandoak")
    names = ("Priya Raman", "Daniel Okafor", "Sofia Lindqvist")
    return [
        role.opportunity("Lumen & Oak", "Senior Product Designer", applied=at(23, 9, month=4)),
        *role.people(*names),
        role.interview(at(14, 14), at(14, 14, 45), *names),
        *role.highlights(
            setup=("skipping plan setup", ("Daniel Okafor",)),
            carer=("people who join with a carer", ("Daniel Okafor",)),
            leeds=("the move to Leeds", ("Priya Raman",)),
        ),
        role.sent(
            "Priya Raman",
            at(14, 15, 2),
            "Thank you, and the move to Leeds",
            "Thank you for your time this afternoon. I enjoyed hearing how you picked the team "
            "for the move to Leeds, and why you let each group choose its own week.",
            "It made me want the Senior Product Designer role even more. I have moved one team "
            "between cities myself, and would gladly share what we would do differently.",
        ),
    ]


def _harbourlight() -> list[Record]:
    role = _Role("harbourlight", "harbourlight")
    names = ("Marcus Bell", "Yuki Tanabe")
    return [
        role.opportunity("Harbourlight Energy", "UX Lead", applied=at(16, 9, month=4)),
        *role.people(*names, main="Marcus Bell"),
        role.interview(at(6, 10), at(6, 11), *names),
        *role.highlights(
            map=("the outage map", ("Marcus Bell",)),
            pilot=("the pilot launch on 11 May", ()),
            shifts=("how crews hand over a shift", ("Yuki Tanabe",)),
        ),
        role.sent(
            "Marcus Bell",
            at(7, 8, 40),
            "Thank you, and the outage map",
            "Thank you for showing me the outage map yesterday morning. The way your team lets "
            "engineers annotate it live is exactly the kind of work I would like to do more of.",
            "I left certain that the UX Lead role is one I want, and would be glad to talk "
            "through how we tested a similar map with field crews.",
        ),
        role.sent(
            "Yuki Tanabe",
            at(7, 8, 52),
            "Thank you, and how crews hand over a shift",
            "Thank you for making room for me yesterday. Your account of how crews hand over a "
            "shift, down to the paper notes on the dashboard, has been with me since.",
            "I would be keen to help turn those notes into something nobody has to retype.",
        ),
    ]


def _fernway() -> list[Record]:
    role = _Role("fernway", "fernway")
    return [
        role.opportunity("Fernway Health", "Product Designer", applied=at(17, 9, month=4)),
        *role.people("Dana Abbott"),
        role.interview(at(11, 15), at(11, 16), "Dana Abbott"),
        *role.highlights(letters=("the letters patients never open", ("Dana Abbott",))),
        role.sent(
            "Dana Abbott",
            at(12, 9, 10),
            "Thank you, and the letters patients never open",
            "Thank you for the conversation yesterday. The letters patients never open is a "
            "problem I would love to spend a year on.",
            "Should the team want to see the appointment study I mentioned, I will send it over.",
        ),
    ]


def _quillstone() -> list[Record]:
    role = _Role("quillstone", "quillstone")
    names = ("Ines Moreau", "Callum Reid")
    first = role.sent(
        "Ines Moreau",
        at(29, 9, 5, month=4),
        "Thank you, and the archive idea",
        "Thank you for walking me through the list yesterday. The archive idea, a shelf for "
        "every book that went out of print, is one I would be proud to draw.",
        "I would be glad to sketch a first version with you, and hope we talk again soon.",
    )
    return [
        role.opportunity("Quillstone Press", "Digital Designer", applied=at(9, 9, month=4)),
        *role.people(*names),
        role.interview(at(28, 11, month=4), at(28, 12, month=4), *names),
        *role.highlights(
            archive=("the archive idea", ("Ines Moreau",)),
            covers=("covers that work at thumb size", ("Callum Reid",)),
        ),
        first,
        role.sent(
            "Callum Reid",
            at(29, 9, 20, month=4),
            "Thank you, Callum",
            "Thank you for yesterday. I enjoyed hearing how you judge covers that work at thumb "
            "size, and I have looked at my own shelf differently ever since.",
            "I would be happy to send the type study we spoke about.",
        ),
        role.sent(
            "Ines Moreau",
            at(7, 10, 15),
            "Re: Thank you, and the archive idea",
            "I hope the launch went well. I am still very interested in the Digital Designer "
            "role, and wondered whether there is any news on the next steps.",
            "My note from last week is below. I am happy to send anything that would help.",
            kind=MessageKind.CHECK_IN,
            original=first.body,
        ),
    ]


def _saltmarsh() -> list[Record]:
    role = _Role("saltmarsh", "saltmarsh")
    offered = at(13, 16, 30)
    return [
        role.opportunity(
            "Saltmarsh Studio",
            "Senior UX Designer",
            applied=at(7, 9, month=4),
            outcome=Outcome.OFFER,
            outcome_at=offered,
        ),
        *role.people("Grace Oyelaran"),
        role.interview(at(5, 14), at(5, 15), "Grace Oyelaran"),
        *role.highlights(studio=("the studio's open Fridays", ("Grace Oyelaran",))),
        role.sent(
            "Grace Oyelaran",
            at(5, 17, 30),
            "Thank you, and the studio's open Fridays",
            "Thank you for having me this afternoon. The studio's open Fridays are the best "
            "argument for a place to work that I have heard in a while.",
            "I would be delighted to bring the harbour project to one of them.",
        ),
        Fact(
            id=FactId("saltmarsh-offer"),
            opportunity_id=OpportunityId("saltmarsh"),
            kind=FactKind.OFFER,
            at=offered,
            day=date(2026, 5, 20),
        ),
    ]


def _juniper() -> list[Record]:
    role = _Role("juniper", "juniperpike")
    told = at(8, 11)
    return [
        role.opportunity(
            "Juniper & Pike",
            "Design Lead",
            applied=at(10, 9, month=4),
            outcome=Outcome.NOT_THIS_TIME,
            outcome_at=told,
        ),
        Fact(
            id=FactId("juniper-rejection"),
            opportunity_id=OpportunityId("juniper"),
            kind=FactKind.REJECTION,
            at=told,
        ),
    ]


_ALL: tuple[list[Record], ...] = (
    _oatfield(),
    _kestrel(),
    _cobalt(),
    _brightmoor(),
    _merriday(),
    _tidepool(),
    _lumen(),
    _harbourlight(),
    _fernway(),
    _quillstone(),
    _saltmarsh(),
    _juniper(),
)

OATFIELD_DRAFT = Draft(
    opportunity_id=OpportunityId("oatfield"),
    interview_id=None,
    person_id=None,
    kind=MessageKind.APPLICATION_FOLLOW_UP,
    tone=Tone.WARM,
    subject="UX Researcher application, Maya Ferrer",
    body="\n\n".join(
        [
            "Dear Hiring Team,",
            (
                "Last Thursday I applied for the UX Researcher role at Oatfield Foods, and I am still "
                "very interested in it. Much of my work has been about how families plan their "
                "meals, so your kitchen studies are close to my heart."
            ),
            (
                "Could you tell me when you expect to choose whom to invite? If anything is missing "
                "from my application, I will gladly send it."
            ),
            "Thank you for your time,\nMaya Ferrer\n020 7946 0123",
        ]
    ),
    edited=True,
    copied_at=at(14, 14, 10),
    saved_at=at(14, 14, 10),
)
