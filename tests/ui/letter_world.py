"""The situations of a search, each as its facts: how a person comes to a sort of letter."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from rules.acts import Talk
from rules.records import (
    Channel,
    Draft,
    FactKind,
    MessageKind,
    OpportunityId,
    Outcome,
    Part,
    PersonId,
)
from tests.ui.sheet_world import LONDON, World
from ui.resources import letter_templates

ONE = "Lumen & Oak, Senior Product Designer, today 14:00 with Priya Raman"
TWO = f"{ONE}, Daniel Okafor"


def person(made: World, oid: OpportunityId, number: int = 0) -> PersonId:
    """Somebody of the card."""
    return made.session.dossier(oid).people[number].id


def change(made: World, oid: OpportunityId, number: int = 0, **fields: object) -> None:
    """Somebody of the card, known better."""
    one = made.session.dossier(oid).people[number]
    made.session.edit(oid, one, replace(one, **fields))  # type: ignore[arg-type]  # fields of a person


def join(made: World, oid: OpportunityId, name: str, part: Part) -> None:
    """Somebody who was not met, with an address."""
    made.session.add_person(oid, None, name, "hal@lumen.example")
    change(made, oid, -1, part=part)


def thanked(made: World, line: str = ONE) -> OpportunityId:
    """A card whose first person was thanked just now."""
    oid = made.add(line)
    about = made.session.dossier(oid).interviews[-1].id
    made.session.log_outside(
        oid,
        MessageKind.THANK_YOU,
        person(made, oid),
        channel=Channel.EMAIL,
        interview_id=about,
        text="Hi Priya,\n\nThank you.\n\nMaya Ferrer",
    )
    return oid


def told(made: World, kind: FactKind, days: int | None = None, line: str = ONE) -> OpportunityId:
    """A thanked card, and what they said an hour later; `days` to the day they named."""
    oid = thanked(made, line)
    made.later(hours=1)
    day = None if days is None else made.now.astimezone(LONDON).date() + timedelta(days=days)
    made.session.record_reply(oid, kind, day)
    return oid


def late(made: World) -> OpportunityId:
    oid = made.add(ONE)
    made.later(hours=30)
    return oid


def same_day(made: World) -> OpportunityId:
    oid = made.add(ONE)
    talk = made.session.dossier(oid).interviews[0]
    made.session.edit(oid, talk, replace(talk, decides_at_once=True))
    return oid


def by_post(made: World) -> OpportunityId:
    oid = thanked(made, TWO)
    change(made, oid, 0, postal_address="12 Dock Road\nBristol")
    return oid


def without_address(made: World) -> OpportunityId:
    oid = made.add(ONE)
    join(made, oid, "Hal Brook", Part.ORGANISER)
    return oid


def through_agency(made: World) -> OpportunityId:
    oid = made.add(ONE)
    join(made, oid, "Nora Field", Part.RECRUITER)
    card = made.session.dossier(oid).opportunity
    made.session.edit(oid, card, replace(card, agency=True))
    return oid


def unthanked(made: World) -> OpportunityId:
    oid = made.add(ONE)
    made.later(days=8)
    return oid


def applied(made: World) -> OpportunityId:
    oid = made.add("Oatfield Foods, UX Researcher, applied today")
    made.later(days=8)
    return oid


def silent(made: World) -> OpportunityId:
    oid = thanked(made)
    made.later(days=8)
    return oid


def asked_to_call(made: World) -> OpportunityId:
    oid = told(made, FactKind.INVITED_TO_CALL)
    made.later(days=8)
    return oid


def still_deciding(made: World) -> OpportunityId:
    oid = told(made, FactKind.REPLY_HOLDING, 4)
    made.later(days=8)
    return oid


def withdrawn(made: World) -> OpportunityId:
    oid = thanked(made)
    made.session.record_outcome(oid, Outcome.WITHDREW)
    return oid


def withdrawn_late(made: World) -> OpportunityId:
    oid = thanked(made)
    made.later(days=3)
    start = made.now - timedelta(hours=2)
    made.session.add_interview(oid, Talk(start=start, names=("Priya Raman",)))
    made.session.record_outcome(oid, Outcome.WITHDREW)
    return oid


def long_ago(made: World) -> OpportunityId:
    oid = told(made, FactKind.REJECTION)
    made.later(days=100)
    return oid


Situation = Callable[[World], OpportunityId]
SITUATIONS: dict[str, tuple[Situation, str]] = {
    "thank_you": (lambda made: made.add(ONE), ""),
    "thank_you-late": (late, ""),
    "thank_you-same_day": (same_day, ""),
    "thank_you-phone_screen": (
        lambda made: made.add("Lumen & Oak, Designer, phone screen today 14:00 with Priya Raman"),
        "",
    ),
    "thank_you-card": (by_post, "A card by post"),
    "pass_on": (without_address, "One note, passed on by Hal"),
    "address_request": (without_address, "Ask Hal for the addresses"),
    "debrief": (through_agency, "Tell Nora how it went"),
    "thanks_and_question": (unthanked, ""),
    "application_follow_up": (applied, ""),
    "check_in": (silent, ""),
    "check_in-call": (asked_to_call, "Call Priya instead"),
    "invited_check_in": (still_deciding, ""),
    "answer": (lambda made: told(made, FactKind.REPLY_QUESTION), ""),
    "reply_to_rejection": (lambda made: told(made, FactKind.REJECTION), ""),
    "keep_in_touch": (long_ago, ""),
    "offer_acknowledgement": (lambda made: told(made, FactKind.OFFER, 5), ""),
    "decline": (lambda made: told(made, FactKind.OFFER, 5), "Decline the offer"),
    "competing_offer": (lambda made: told(made, FactKind.OFFER_ELSEWHERE, 14), ""),
    "competing_offer-call": (lambda made: told(made, FactKind.OFFER_ELSEWHERE, 4), ""),
    "withdrawal": (withdrawn, ""),
    "withdrawal-call": (withdrawn_late, ""),
}
"""Each sort of letter: how it comes to it, and what is pressed beside the next step."""
SORTS = sorted({name.split(".")[0] for name in letter_templates()})


def arrive(made: World, sort: str) -> OpportunityId:
    """Open the sheet in that situation, and choose the letter where it is not the next step's."""
    situation, pressed = SITUATIONS[sort]
    oid = situation(made)
    made.sheet.open(oid)
    if pressed:
        page = made.sheet.follow_up
        others = page.writing.side.others if page.may_write() else page.waiting.others
        next(one for one in others.buttons() if one.text() == pressed).click()
    return oid


def shown(made: World, oid: OpportunityId) -> str:
    """The sort of the letter on the desk, as its template is named."""
    desk = made.sheet.follow_up.writing.desk
    assert made.sheet.follow_up.may_write()
    assert isinstance(desk.draft, Draft)
    letter = made.session.fresh(made.session.dossier(oid), desk.draft)
    variant = getattr(letter, "variant", None)
    return f"{desk.draft.kind.value}-{variant}" if variant else desk.draft.kind.value
