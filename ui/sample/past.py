"""The finished part of the sample: what Insights counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from rules.records import FactKind, MessageKind, Outcome
from ui.sample.opening import Opening
from ui.sample.story import Story

_TUESDAY, _FRIDAY = 1, 4
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Past:
    """One finished search: a talk so many weeks ago, and what came of it."""

    company: str
    role: str
    people: tuple[str, ...]
    week: int
    check_in: int | None = None  # days after the thank-you
    answer: int | None = None  # days after the check-in, or after the day for one
    invited: bool = False  # the answer was a second talk
    late: bool = False  # thanked on the third day, after a talk on a Friday


_MET = (
    Past("Ashgrove Labs", "UX Designer", ("Nia Roberts",), 7, 7, 2, invited=True),
    Past("Bright Harbour", "Designer", ("Emil Hansen",), 7, 7, 4),
    Past("Caldera Maps", "Map Designer", ("Zanele Dube",), 6, 7, 3, invited=True),
    Past("Dovetail Works", "Product Designer", ("Paolo Greco",), 6, 7),
    Past("Elmfield Trust", "Service Designer", ("Sunita Rao",), 5, 7, 5),
    Past("Fjord Outdoor", "Catalogue Designer", ("Liv Dahlberg",), 5, 7),
    Past("Gable & Stone", "Interior Designer", ("Omar Farouk",), 7, 9, 6, invited=True),
    Past("Heron Lake", "Visual Designer", ("Mina Park",), 6, 9),
    Past("Indigo Press", "Book Designer", ("Pierre Blanc",), 5, 9, 3),
    Past("Jackdaw Toys", "Toy Designer", ("Anita Bose",), 6, 9),
    Past("Kelp & Kin", "Brand Designer", ("Sam Whitlock",), 7, 9),
    Past("Loom Street", "Textile Designer", ("Hana Suzuki",), 6, 13, 5),
    Past("Maple Circuit", "Interface Designer", ("Diego Torres",), 7, 13),
    Past("Nightingale Care", "Form Designer", ("Ewa Kowal",), 7, None, 6),
    Past("Orchard Bank", "Content Designer", ("Jin Chen",), 6, late=True),
    Past("Plover Bay", "Sign Designer", ("Aoife Byrne",), 7, late=True),
    Past("Quiet Hours", "App Designer", ("Raj Patel",), 6, late=True),
)

_SILENT = (
    ("Rowan Theatre", "Set Designer"),
    ("Sparrow Mail", "Product Designer"),
    ("Teal Insurance", "UX Writer"),
    ("Upland Water", "Service Designer"),
    ("Vellum House", "Editorial Designer"),
    ("Wren Mobility", "UX Designer"),
    ("Yarrow Clinics", "Information Designer"),
)


def stories(opening: Opening) -> Iterator[Story]:
    """Everything that is over."""
    for past in _MET:
        yield _met(opening, past)
    for place, (company, role) in enumerate(_SILENT):
        silent = Story(opening, company, role, applied=42 + place)
        yield silent.ended(Outcome.NO_ANSWER, opening.past(14 + place, 10))


def _met(opening: Opening, past: Past) -> Story:
    ended = opening.week(past.week, _FRIDAY if past.late else _TUESDAY, 14)
    thanked = ended + (3 * _DAY if past.late else timedelta(hours=2))
    story = (
        Story(opening, past.company, past.role, applied=7 * past.week + 8)
        .people(*past.people)
        .talk(ended, *past.people)
    )
    for name in past.people:
        story.sent(
            name,
            thanked,
            f"Thank you, {name.split()[0]}",
            f"Thank you for the talk about the {past.role} role. What you showed me at "
            f"{past.company} has stayed with me, and I would be glad to be part of it.",
        )
    start = thanked + (past.check_in or 7) * _DAY
    if past.check_in is not None:
        _check_in(story, past, start)
    return _ending(story, past, start)


def _check_in(story: Story, past: Past, at: datetime) -> None:
    story.sent(
        past.people[0],
        at,
        f"Re: Thank you, {past.people[0].split()[0]}",
        f"I am still very interested in the {past.role} role, and have brought my portfolio up to "
        "date since. Is there any news on the next steps?",
        kind=MessageKind.CHECK_IN,
    )


def _ending(story: Story, past: Past, start: datetime) -> Story:
    """How it went on: not at all, with a word, or with a second talk and then no."""
    opening = story.opening
    if past.invited and past.answer is not None:
        again = start + past.answer * _DAY
        story.talk(again, past.people[-1])
        story.sent(
            past.people[-1],
            again + timedelta(hours=3),
            "Thank you for a second afternoon",
            f"Thank you for having me again. The {past.role} role is clearer to me now, and closer "
            "to what I hoped for.",
        )
    elif past.answer is not None:
        story.fact(FactKind.REPLY_NOTE, start + past.answer * _DAY, by=past.people[0])
    if not past.invited:
        return story.ended(Outcome.NO_ANSWER, opening.past(3, 10))
    story.ended(Outcome.NOT_THIS_TIME, opening.past(8, 11), by=past.people[-1])
    return story.sent(
        past.people[-1],
        opening.past(8, 15),
        f"Re: {past.role}",
        "Thank you for telling me, and for two good afternoons.",
        "I would be glad to hear from you when another role comes up.",
        kind=MessageKind.REPLY_TO_REJECTION,
    )
