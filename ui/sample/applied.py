"""Applications of the sample that led to no talk so far."""

from collections.abc import Iterator

from rules.records import FactKind, MessageKind
from ui.sample.opening import Opening
from ui.sample.story import Story

FOLLOW_UP = MessageKind.APPLICATION_FOLLOW_UP


def stories(opening: Opening) -> Iterator[Story]:
    """Each turn an application can take by itself."""
    yield _copied(opening)
    yield Story(opening, "Kestrel Rail", "Service Designer", applied=2)
    yield Story(opening, "Cobalt Atlas", "Product Designer", applied=6).know(
        closing=opening.day_ahead(5), notes="The advert is open for some days yet."
    )
    yield Story(opening, "Northbank Libraries", "Digital Designer", applied=10).know(
        no_contact=True, notes="The advert says: no calls and no emails, please."
    )
    yield Story(opening, "Kwame & Daughters", "Packaging Designer", applied=11).people(
        "Abena Kwame"
    )
    yield Story(opening, "Marigold Transit", "Wayfinding Designer", applied=16)
    yield Story(opening, "Zephyr Looms", "Textile Technologist", applied=27)
    yield _followed_up(opening, "Arcadia Parks", "Signage Designer", 18, 6)
    yield _followed_up(opening, "Hollow Oak Theatre", "Poster Designer", 33, 19)
    yield (
        Story(opening, "Blue Finch", "Design Researcher", applied=8)
        .people("Thandiwe Nkosi")
        .fact(FactKind.REPLY_QUESTION, opening.between(20, 2), by="Thandiwe Nkosi")
    )
    yield Story(opening, "Pinehurst Audio", "Interface Designer")


def _copied(opening: Opening) -> Story:
    body = (
        "Dear Hiring Team,\n\n"
        "Some days ago I applied for the UX Researcher role at Oatfield Foods, and I am still very "
        "interested in it. Much of my work has been about how families plan their meals, so your "
        "kitchen studies are close to my heart.\n\n"
        "Could you tell me when you expect to choose whom to invite? If anything is missing from "
        "my application, I will gladly send it.\n\n"
        "Thank you for your time,\nMaya Ferrer\n020 7946 0123"
    )
    subject = "UX Researcher application, Maya Ferrer"
    return Story(opening, "Oatfield Foods", "UX Researcher", applied=11).copied(
        "", opening.minutes_ago(70), FOLLOW_UP, subject, body
    )


def _followed_up(opening: Opening, company: str, role: str, applied: int, asked: int) -> Story:
    return Story(opening, company, role, applied=applied).sent(
        "",
        opening.past(asked, 10, 5),
        f"{role} application, Maya Ferrer",
        f"I applied for the {role} role and am still very interested in it. My last two years were "
        "spent on signs and notices for places that many people share.",
        "Could you tell me when you expect to choose whom to invite?",
        kind=FOLLOW_UP,
    )
