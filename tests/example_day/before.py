"""Opportunities of the example day that were not thanked for yet, or only in part."""

from rules.records import Draft, EmployerKind, MessageKind, OpportunityId, Record, Tone
from tests.example_day.role import Role, at


def oatfield() -> list[Record]:
    role = Role("oatfield", "oatfield")
    return [role.opportunity("Oatfield Foods", "UX Researcher", applied=at(7, 9, 30))]


def kestrel() -> list[Record]:
    role = Role("kestrel", "kestrelrail")
    return [role.opportunity("Kestrel Rail", "Service Designer", applied=at(11, 18, 5))]


def cobalt() -> list[Record]:
    role = Role("cobalt", "cobaltatlas")
    return [role.opportunity("Cobalt Atlas", "Product Designer", applied=at(13, 20, 40))]


def brightmoor() -> list[Record]:
    role = Role("brightmoor", "brightmoor")
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


def merriday() -> list[Record]:
    role = Role("merriday", "merriday")
    return [
        role.opportunity("Merriday Travel", "Lead Designer", applied=at(24, 12, month=4)),
        *role.people("Noor Haddad"),
        role.interview(at(19, 14, 30), at(19, 15, 30), "Noor Haddad"),
    ]


def tidepool() -> list[Record]:
    role = Role("tidepool", "tidepool")
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


def lumen() -> list[Record]:
    role = Role("lumen", "lumenandoak")
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
                "Last Thursday I applied for the UX Researcher role at Oatfield Foods, and I am "
                "still very interested in it. Much of my work has been about how families plan "
                "their meals, so your kitchen studies are close to my heart."
            ),
            (
                "Could you tell me when you expect to choose whom to invite? If anything is "
                "missing from my application, I will gladly send it."
            ),
            "Thank you for your time,\nMaya Ferrer\n020 7946 0123",
        ]
    ),
    edited=True,
    copied_at=at(14, 14, 10),
    saved_at=at(14, 14, 10),
)
