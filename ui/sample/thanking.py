"""Opportunities of the sample whose people are to be thanked now, or should have been."""

from collections.abc import Iterator
from datetime import timedelta

from rules.records import InterviewKind, MessageKind, Part
from ui.sample.opening import Opening
from ui.sample.story import Story

OLDEST = 22
"""Hours after a talk, at the most, in which its thank-yous are due and not yet late."""


def stories(opening: Opening) -> Iterator[Story]:
    """Late, due, just over, and each way in which somebody can be thanked."""
    yield from _missed(opening)
    yield from _panels(opening)
    yield from _days(opening)
    yield from _ways(opening)


def _missed(opening: Opening) -> Iterator[Story]:
    yield (
        Story(opening, "Tidepool Robotics", "Design Engineer", applied=22)
        .people("Anders Dahl", "June Park")
        .talk(opening.between(46, 25), "Anders Dahl", "June Park")
        .came_up("the gripper that folds towels")
        .came_up("letting operators write the test script")
    )
    yield (
        Story(opening, "Corvid & Crane", "Exhibition Designer", applied=24)
        .people("Siobhan Kelly")
        .talk(opening.past(3, 15), "Siobhan Kelly")
        .came_up("rooms that children lead their parents through")
    )
    yield (
        Story(opening, "Larkspur Gardens", "Map Illustrator", applied=30)
        .people("Oluwaseun Bello")
        .talk(opening.past(11, 15), "Oluwaseun Bello")
        .came_up("paths people make for themselves")
    )
    yield (
        Story(opening, "Mistral Sails", "Materials Designer", applied=19)
        .people("Camille Laurent")
        .talk(opening.between(OLDEST, 3), "Camille Laurent")
        .came_up("sails made from last year's sails", "Camille Laurent")
        .sent(
            "Camille Laurent",
            opening.minutes_ago(170),
            "Thank you, and sails made from last year's",
            "Thank you for the tour. Sails made from last year's sails are a thing I want to help "
            "with.",
            bounced=opening.minutes_ago(165),
        )
    )


def _panels(opening: Opening) -> Iterator[Story]:
    names = ("Priya Raman", "Daniel Okafor", "Sofia Lindqvist")
    yield (
        Story(opening, "Lumen & Oak", "Senior Product Designer", applied=21)
        .people(*names)
        .talk(opening.minutes_ago(50), *names)
        .came_up("skipping plan setup", "Daniel Okafor")
        .came_up("people who join with a carer", "Daniel Okafor")
        .came_up("the move to Leeds", "Priya Raman")
        .sent(
            "Priya Raman",
            opening.minutes_ago(20),
            "Thank you, and the move to Leeds",
            "Thank you for your time today. I enjoyed hearing how you picked the team for the move "
            "to Leeds, and why you let each group choose its own week.",
            "It made me want the Senior Product Designer role even more. I have moved one team "
            "between cities myself, and would gladly share what we would do differently.",
        )
    )
    many = ("Ana Souza", "Ben Carter", "Chiara Conti", "Dov Katz", "Elif Demir", "Farid Azizi")
    yield (
        Story(opening, "Meridian Opera", "Programme Designer", applied=28)
        .people("Ingrid Solberg", part=Part.ORGANISER)
        .people(*many, address=False)
        .talk(opening.between(OLDEST, 3.5), *many, minutes=90, where="Rehearsal room 2")
        .came_up("programmes that can be read in the dark")
    )
    yield (
        Story(opening, "Copperline Water", "Information Designer", applied=17)
        .people("Rosa Delgado", part=Part.ORGANISER)
        .people("Hamish Boyd", address=False)
        .talk(opening.between(OLDEST, 4), "Hamish Boyd")
        .came_up("bills that say what changed")
    )


def _days(opening: Opening) -> Iterator[Story]:
    last = opening.between(OLDEST, 4.5)
    names = ("Yara Khalil", "Marek Nowak")
    yield (
        Story(opening, "Oriel Maps", "Cartographer", applied=20)
        .people(*names)
        .talk(last - timedelta(minutes=75), "Yara Khalil")
        .came_up("contour lines for people on wheels")
        .talk(last, "Marek Nowak", "Yara Khalil")
        .came_up("names of places in two scripts")
    )
    before = last - timedelta(days=1)
    yield (
        Story(opening, "Tessera Labs", "Design Technologist", applied=25)
        .people("Hye-jin Seo", "Pavel Dvořák")
        .talk(before, "Hye-jin Seo")
        .came_up("tiles that remember who laid them", "Hye-jin Seo")
        .sent(
            "Hye-jin Seo",
            before + timedelta(hours=2),
            "Thank you, and the tiles that remember",
            "Thank you for the first day. Tiles that remember who laid them kept me awake in the "
            "best way.",
            "I look forward to meeting Pavel tomorrow.",
        )
        .talk(last, "Pavel Dvořák", joined=True)
        .came_up("proofs on paper before proofs on screens")
    )
    yield (
        Story(opening, "Willowbank School", "Learning Designer", applied=29)
        .people("Grace Mwangi", "Peter Hale")
        .talk(opening.past(9, 14), "Grace Mwangi")
        .sent(
            "Grace Mwangi",
            opening.past(9, 16, 30),
            "Thank you, and lessons without bells",
            "Thank you for today. Lessons without bells sound like the school I would have liked.",
        )
        .talk(last, "Peter Hale")
        .came_up("marking that pupils do themselves")
    )


def _ways(opening: Opening) -> Iterator[Story]:
    yield (
        Story(opening, "Baobab Pay", "Content Designer", applied=13)
        .know(zone="Africa/Lagos", country="NG")
        .people("Chidi Eze", part=Part.HIRING_MANAGER)
        .talk(
            opening.between(OLDEST, 3.25), "Chidi Eze", minutes=30, kind=InterviewKind.PHONE_SCREEN
        )
        .came_up("words for money that nobody has to look up")
    )
    yield (
        Story(opening, "Alder Instruments", "UX Lead", applied=16)
        .know(agency=True, notes="Through Sorrel Talent; nobody is written to directly.")
        .people("Wanda Sorrel", part=Part.RECRUITER)
        .people("Tariq Rahman", address=False)
        .talk(opening.between(OLDEST, 5), "Tariq Rahman")
        .came_up("dials that can be read with gloves on")
    )
    yield (
        Story(opening, "Foxglove Games", "Level Designer", applied=14)
        .people("Jonas Weber")
        .talk(opening.minutes_ago(95), "Jonas Weber", decides_at_once=True)
        .came_up("levels that teach without a word")
    )
    yield (
        Story(opening, "Sundial Clinics", "Service Designer", applied=15)
        .people("Fatou Diop")
        .talk(opening.between(OLDEST, 3.75), "Fatou Diop")
        .came_up("waiting rooms without numbers", "Fatou Diop")
        .copied(
            "Fatou Diop",
            opening.minutes_ago(55),
            MessageKind.THANK_YOU,
            "Thank you, and waiting rooms without numbers",
            "Hi Fatou,\n\nThank you for our talk about the Service Designer role. I keep thinking "
            "about waiting rooms without numbers, and how calm yours was.\n\nWarm regards,\n"
            "Maya Ferrer",
        )
    )
    yield Story(opening, "Granite Coast", "Graphic Designer", applied=12).talk(
        opening.between(OLDEST, 6)
    )
