"""Whatever is said to have happened: no crash, no silent third, and one step back."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rules import acts
from rules.acts import Told, What
from rules.board import card_of
from rules.changes import apply
from rules.contradictions import Clash, remarks
from rules.ledger import may_send, used
from rules.likely import offered, person_for, purposes, talk_for
from rules.records import Dossier, MessageKind, Outcome, Part, Person
from rules.rounds import rounds
from tests.rules.decisions import HOLDING, INVITED, LOST, promise
from tests.rules.dossiers import A, B, at, case, ended, person, sent, talk, thanks, when
from tests.rules.test_changes import Ids

TALK = talk("i1", "05-06 11:00", "AB")
SECOND = sent(MessageKind.CHECK_IN, "A", "05-13 10:00")
SENT = thanks("A", "05-06 14:00")
DOSSIERS = (
    case(applied_at=at("05-02 09:00")),
    case(TALK),
    case(TALK, SENT),
    case(TALK, SENT, SECOND),
    case(TALK, SENT, SECOND, HOLDING),
    case(TALK, SENT, promise(date(2026, 5, 8))),
    case(TALK, SENT, INVITED, talk("i2", None)),
    case(TALK, SENT, talk("i2", "05-20 11:00", "B")),
    case(TALK, talk("i2", "05-07 11:00", "B"), SENT, LOST),
    case(TALK, people=(person("A"), person("R", Part.RECRUITER)), agency=True),
    case(TALK, SENT, **ended(Outcome.NO_ANSWER, "05-12 10:00")),
    case(TALK, SENT, **ended(Outcome.NOT_THIS_TIME, "05-12 10:00")),
    case(talk("i1", None), people=()),
)
NOW = "05-14 15:20"
UNPROMPTED = (MessageKind.THANK_YOU, MessageKind.CHECK_IN, MessageKind.THANKS_AND_QUESTION)


@st.composite
def said(draw: st.DrawFn) -> tuple[Dossier, Told]:
    """Something that can have happened, on some day, to one of the dossiers."""
    dossier, moment = draw(st.sampled_from(DOSSIERS)), when(NOW)
    what = draw(st.sampled_from([one for one in What if offered(dossier, one, moment)]))
    talks: list[str | None] = [None, *(one.id for one in dossier.interviews)]
    people: list[Person | None] = [None, *dossier.people]
    who = draw(st.sampled_from(people))
    day = draw(st.none() | st.integers(-20, 20))
    sent_out = [one.id for one in dossier.messages if one.counts]
    told = Told(
        what=what,
        at=moment.now - timedelta(days=draw(st.integers(-3, 20))),
        day=None if day is None else date(2026, 5, 14) + timedelta(days=day),
        person_id=who.id if who else person_for(dossier, what, moment),
        name="" if who else draw(st.sampled_from(["", "Olu"])),
        interview_id=draw(st.sampled_from([talk_for(dossier, moment), *talks])),  # type: ignore[arg-type]  # ids are text
        message=draw(st.sampled_from(purposes(dossier, what, moment))),
        message_id=draw(st.sampled_from(sent_out)) if sent_out else None,
        reopens=draw(st.booleans()),
    )
    return dossier, told


@given(said())
def test_nothing_that_is_said_breaks_anything(pair: tuple[Dossier, Told]) -> None:
    dossier, told = pair
    moment = when(NOW)
    change = acts.happened(dossier, told, moment=moment, zone_name="", ids=Ids())
    remarks(dossier, told, change, moment)
    after = apply(dossier, change)
    assert after is not None
    assert apply(after, change.inverse()) == dossier
    for later in (NOW, "05-22 12:00", "06-20 12:00"):
        card = card_of(after, when(later))
        assert card.used <= 2


@given(said())
def test_a_third_is_never_silent_nor_opens_a_letter(pair: tuple[Dossier, Told]) -> None:
    dossier, told = pair
    moment = when(NOW)
    change = acts.happened(dossier, told, moment=moment, zone_name="", ids=Ids())
    after = apply(dossier, change)
    assert after is not None
    about = next((one for one in rounds(dossier, moment) if one.holds(told.interview_id)), None)
    logged = told.what in (What.CALLED, What.WROTE, What.POSTED)
    if logged and told.message is MessageKind.CHECK_IN and about and used(dossier, about) == 2:
        found = {one.clash for one in remarks(dossier, told, change, moment) if one.asks}
        assert Clash.BOTH_SENT in found
    full = [one for one in rounds(after, moment) if used(after, one) == 2]
    if full and full[-1] == rounds(after, moment)[-1] and full[-1].ended <= moment.now:
        for who in (A, B):
            for kind in UNPROMPTED:
                assert may_send(after, kind, who, when("05-22 12:00")) is not None
