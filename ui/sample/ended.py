"""Opportunities of the sample that ended, some with one letter still to write."""

from collections.abc import Iterator

from rules.records import FactKind, MessageKind, Outcome
from ui.sample.opening import Opening
from ui.sample.story import Story


def stories(opening: Opening) -> Iterator[Story]:
    """Offers, rejections, withdrawals and silence."""
    yield from _offers(opening)
    yield from _rejections(opening)
    yield (
        _met(opening, "Cinder & Glass", "Glassware Designer", "Emeka Obi", 8).ended(
            Outcome.WITHDREW, opening.between(10, 2)
        )
    )
    yield _met(opening, "Old Mill Records", "Sleeve Designer", "Ruth Levi", 40).ended(
        Outcome.NO_ANSWER, opening.past(12, 10)
    )


def _met(opening: Opening, company: str, role: str, name: str, days: int) -> Story:
    """A talk so many days ago, and the thank-you after it."""
    return (
        Story(opening, company, role, applied=days + 12)
        .people(name)
        .talk(opening.past(days, 14), name)
        .sent(
            name,
            opening.past(days, 16, 45),
            f"Thank you, and the tour of {company}",
            f"Thank you for the tour of {company} this afternoon. I enjoyed every room of it, the "
            "workshop most of all.",
            f"I would be delighted to come back as your {role}.",
        )
    )


def _offers(opening: Opening) -> Iterator[Story]:
    yield _met(opening, "Lotus Freight", "Product Designer", "Anh Tran", 6).ended(
        Outcome.OFFER, opening.between(10, 2), day=opening.day_ahead(7), by="Anh Tran"
    )
    saltmarsh = _met(opening, "Saltmarsh Studio", "Senior UX Designer", "Grace Oyelaran", 10)
    saltmarsh.ended(
        Outcome.OFFER, opening.past(3, 15, 30), day=opening.day_ahead(5), by="Grace Oyelaran"
    )
    yield saltmarsh.sent(
        "Grace Oyelaran",
        opening.past(3, 17, 50),
        "Re: Your offer",
        "Thank you, this is wonderful news. I have the offer in front of me and will read it with "
        "care.",
        "You will have my answer by the day you named.",
        kind=MessageKind.OFFER_ACKNOWLEDGEMENT,
    )
    quarry = _met(opening, "Quarry Lane Homes", "Interior Designer", "Stefan Popescu", 38)
    quarry.ended(Outcome.OFFER, opening.past(30, 11), by="Stefan Popescu")
    yield quarry.sent(
        "Stefan Popescu",
        opening.past(27, 10),
        "Re: Your offer",
        "Thank you for the offer, and for the care you took with it. I have decided to decline it, "
        "as I want to stay with public buildings.",
        "I wish you and the new houses well.",
        kind=MessageKind.DECLINE,
    )


def _rejections(opening: Opening) -> Iterator[Story]:
    yield _met(opening, "Hazel & Moss", "Garden Designer", "Olga Ivanova", 11).ended(
        Outcome.NOT_THIS_TIME, opening.between(20, 2), by="Olga Ivanova"
    )
    juniper = Story(opening, "Juniper & Pike", "Design Lead", applied=26)
    juniper.ended(Outcome.NOT_THIS_TIME, opening.past(5, 11))
    yield _replied(juniper, "", 5)
    bellwether = _met(opening, "Bellwether Wool", "Pattern Designer", "Isla Fraser", 52)
    bellwether.ended(Outcome.NOT_THIS_TIME, opening.past(38, 11), by="Isla Fraser")
    yield _replied(bellwether, "Isla Fraser", 38)
    yield (
        Story(opening, "Pollen & Co", "Label Designer", applied=19)
        .people("Mateo Silva")
        .talk(opening.between(23, 5), "Mateo Silva")
        .ended(Outcome.NOT_THIS_TIME, opening.minutes_ago(80), by="Mateo Silva")
    )
    lost = _met(opening, "Quince Software", "UI Designer", "Deepa Nair", 5)
    yield lost.fact(FactKind.NO_LONGER_INTERESTED, opening.between(10, 2))


def _replied(story: Story, to: str, days: int) -> Story:
    """The gracious reply, some hours after the answer."""
    return story.sent(
        to,
        story.opening.past(days, 16, 20),
        f"Re: {story.opportunity.role}",
        "Thank you for telling me so soon, and for the time you gave me.",
        "I would be glad to hear from you when another role comes up.",
        kind=MessageKind.REPLY_TO_REJECTION,
    )
