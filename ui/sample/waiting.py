"""Opportunities of the sample that were thanked for and wait for a word."""

from collections.abc import Iterator

from rules.records import Channel, EmployerKind, FactKind, MessageKind
from ui.sample.opening import Opening
from ui.sample.story import Story

CHECK_IN = MessageKind.CHECK_IN


def stories(opening: Opening) -> Iterator[Story]:
    """Before, at and after the check-in, and everything that may come between."""
    yield from _by_day(opening)
    yield from _told(opening)
    yield from _both_used(opening)
    yield from _beside(opening)


def _thanked(
    opening: Opening, days: int, company: str, role: str, met: tuple[str, ...], came_up: str
) -> Story:
    """A talk so many days ago, after which everybody met was thanked the same day."""
    story = (
        Story(opening, company, role, applied=days + 14)
        .people(*met)
        .talk(opening.past(days, 14), *met)
        .came_up(came_up, *met)
    )
    for place, name in enumerate(met):
        story.sent(
            name,
            opening.past(days, 16, 30 + 10 * place),
            f"Thank you, and {came_up}",
            f"Thank you for making time for me this afternoon. I keep thinking about {came_up}, "
            "and about the way you told it.",
            f"I would be glad to work on that as your next {role}.",
        )
    return story


def _asked_again(story: Story, to: str, role: str, days: int) -> Story:
    first = f"Re: {story.first_subject}"
    return story.sent(
        to,
        story.opening.past(days, 10, 15),
        first,
        f"I am still very interested in the {role} role, and have since finished the study I told "
        "you about. Is there any news on the next steps?",
        "My first note is below. I am happy to send anything that would help.",
        kind=CHECK_IN,
    )


def _by_day(opening: Opening) -> Iterator[Story]:
    yield _thanked(
        opening,
        2,
        "Fernway Health",
        "Product Designer",
        ("Dana Abbott",),
        "the letters patients never open",
    )
    yield _thanked(
        opening,
        11,
        "Harbourlight Energy",
        "UX Lead",
        ("Marcus Bell", "Yuki Tanabe"),
        "the outage map your neighbours keep open",
    )
    yield _thanked(
        opening,
        18,
        "Ridgeway Rail Museum",
        "Exhibit Designer",
        ("Agnieszka Wolska",),
        "the signal box that visitors may run",
    )
    yield _thanked(
        opening,
        31,
        "Sallow & Reed",
        "Furniture Designer",
        ("Viktor Petrov",),
        "chairs that are sold without screws",
    )
    put_off = _thanked(
        opening,
        11,
        "Kite & Anchor",
        "Brand Designer",
        ("Leilani Kealoha",),
        "a logo made of knots",
    )
    yield put_off.put_off(opening.tomorrow(9), CHECK_IN)


def _told(opening: Opening) -> Iterator[Story]:
    """They said something: a day, an absence, that they are still deciding."""
    yield _thanked(
        opening, 6, "Tamarind Foods", "Packaging Designer", ("Arjun Mehta",), "lids for one hand"
    ).fact(FactKind.PROMISE, opening.past(6, 14, 40), day=opening.day_ahead(4), by="Arjun Mehta")
    yield _thanked(
        opening,
        12,
        "Ivory Lane",
        "Type Designer",
        ("Beatriz Lima",),
        "the letter that only she can draw",
    ).fact(FactKind.PROMISE, opening.past(12, 14, 40), day=opening.day_past(6), by="Beatriz Lima")
    yield _thanked(
        opening, 9, "Osprey Air", "Cabin Designer", ("Nils Berg",), "seats that face the window"
    ).fact(FactKind.OUT_OF_OFFICE, opening.past(5, 9), day=opening.day_ahead(5), by="Nils Berg")
    yield _thanked(
        opening,
        17,
        "Juno Bicycles",
        "Product Designer",
        ("Sanne de Vries",),
        "a bell you can hear twice",
    ).fact(
        FactKind.REPLY_HOLDING, opening.past(12, 11), day=opening.day_past(6), by="Sanne de Vries"
    )
    yield _thanked(
        opening,
        11,
        "Cedar & Salt",
        "Service Designer",
        ("Layla Haddad",),
        "menus for guests who cannot read them",
    ).fact(FactKind.REPLY_HOLDING, opening.past(4, 11), day=opening.day_ahead(3), by="Layla Haddad")


def _both_used(opening: Opening) -> Iterator[Story]:
    quillstone = _thanked(
        opening,
        13,
        "Quillstone Press",
        "Digital Designer",
        ("Ines Moreau", "Callum Reid"),
        "a shelf for every book that went out of print",
    )
    yield _asked_again(quillstone, "Ines Moreau", "Digital Designer", 4)
    peregrine = _thanked(
        opening, 28, "Peregrine Post", "Service Designer", ("Tomás Rivera",), "stamps for parcels"
    )
    yield _asked_again(peregrine, "Tomás Rivera", "Service Designer", 14)
    calder = _thanked(
        opening,
        13,
        "Calder Mills",
        "Colour Designer",
        ("Moira Sinclair",),
        "the blue nobody can mix",
    )
    yield calder.sent(
        "Moira Sinclair",
        opening.past(3, 11),
        "",
        kind=CHECK_IN,
        channel=Channel.PHONE,
        outside=True,
    )


def _beside(opening: Opening) -> Iterator[Story]:
    """A card by post, a call they asked for, a slow search, an offer elsewhere, nobody to thank."""
    yield _thanked(
        opening,
        3,
        "Bramble & Hart",
        "Illustrator",
        ("Edith Hart",),
        "the hedgehog on page twelve",
    ).sent(
        "Edith Hart",
        opening.past(3, 17, 30),
        "",
        "The hedgehog on page twelve has moved to the wall above my desk. Thank you for showing "
        "me how he came to be.",
        channel=Channel.LETTER,
    )
    yield _thanked(
        opening, 11, "Thornbury Radio", "Sound Designer", ("Gareth Pugh",), "jingles made of doors"
    ).fact(FactKind.INVITED_TO_CALL, opening.past(11, 14, 30), by="Gareth Pugh")
    slow = _thanked(
        opening,
        11,
        "Aldermere University",
        "Lecturer in Design",
        ("Miriam Stein",),
        "a course with no slides",
    )
    yield slow.know(employer_kind=EmployerKind.UNIVERSITY)
    yield _thanked(
        opening, 5, "Verity Bank", "Content Designer", ("Aisha Noor",), "letters people keep"
    ).fact(FactKind.OFFER_ELSEWHERE, opening.between(10, 3), day=opening.day_ahead(6))
    yield (
        Story(opening, "Sable Coffee", "Shop Designer", applied=17)
        .people("Luca Romano")
        .talk(opening.past(4, 14), "Luca Romano")
        .fact(FactKind.WAITING, opening.past(4, 18))
    )
