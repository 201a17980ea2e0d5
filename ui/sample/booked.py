"""Opportunities of the sample with a talk ahead."""

from collections.abc import Iterator

from rules.records import EmployerKind
from ui.sample.opening import Opening
from ui.sample.story import Story


def stories(opening: Opening) -> Iterator[Story]:
    """Talks tomorrow, this week, later, and one that nobody set a day for."""
    yield (
        Story(opening, "Brightmoor Council", "Interaction Designer", applied=23)
        .know(employer_kind=EmployerKind.GOVERNMENT)
        .people("Helen Ashby", "Tomas Rehn")
        .talk(opening.ahead(1, 11), "Helen Ashby", "Tomas Rehn", minutes=60, where="Town hall")
    )
    yield (
        Story(opening, "Merriday Travel", "Lead Designer", applied=20)
        .people("Noor Haddad")
        .talk(opening.ahead(4, 15, 30), "Noor Haddad", minutes=60)
    )
    yield (
        Story(opening, "Halvorsen & Reyes", "Brand Designer", applied=15)
        .know(zone="America/New_York", country="US")
        .people("Lucía Reyes")
        .talk(opening.ahead(5, 16), "Lucía Reyes", where="Video call")
    )
    yield (
        Story(opening, "Lindgren Kitchens", "Industrial Designer", applied=18)
        .people("Astrid Lindgren", "Bao Nguyen")
        .talk(opening.ahead(3, 10, 45), "Astrid Lindgren")
        .talk(opening.ahead(3, 12), "Bao Nguyen")
    )
    yield _second_round(opening)
    yield Story(opening, "Umbra Lighting", "Product Designer", applied=12).talk(None)
    yield (
        Story(opening, "Far Meadow Farms", "Design Lead", applied=11)
        .people("Rhys Morgan")
        .talk(opening.ahead(12, 14), "Rhys Morgan")
    )


def _second_round(opening: Opening) -> Story:
    first = opening.past(8, 15)
    return (
        Story(opening, "Estuary Ferries", "Service Designer", applied=26)
        .people("Mei Tanaka", "Joseph Adeyemi")
        .talk(first, "Mei Tanaka")
        .came_up("the timetable that fits on a ticket", "Mei Tanaka")
        .sent(
            "Mei Tanaka",
            opening.past(8, 17, 40),
            "Thank you, and the timetable that fits on a ticket",
            "Thank you for this afternoon. The timetable that fits on a ticket is the best small "
            "piece of design I have seen this year.",
            "I would be glad to come back and talk about the rest of the fleet.",
        )
        .talk(opening.ahead(2, 12), "Joseph Adeyemi", minutes=60)
    )
