"""Where a card will stand in a lane once it is moved there."""

from itertools import count

from rules.acts import Talk, just_ended
from rules.acts import move as act_of_move
from rules.board import Ask, Card, Needs, Plan, Refused, card_of, order_of
from rules.changes import apply
from rules.records import Dossier, Moment, OpportunityId, Outcome
from rules.stages import Stage
from ui.session import Session


def moved_card(session: Session, oid: OpportunityId, stage: Stage, plan: Plan) -> Card | None:
    """The card as it would be after the move; what is asked after it is answered as is likely."""
    if isinstance(plan, Refused):
        return None
    dossier, moment = session.dossier(oid), session.moment()
    numbers = count()
    change, _ = act_of_move(
        dossier,
        stage,
        plan,
        _likely(plan, dossier, moment),
        moment=moment,
        zone_name=session.zone_name(),
        ids=lambda: f"not yet {next(numbers)}",
    )
    after = apply(dossier, change)
    return None if after is None else card_of(after, moment)


def _likely(plan: Plan, dossier: Dossier, moment: Moment) -> Talk | Outcome | None:
    if not isinstance(plan, Needs) or plan.ask is Ask.DATE_AND_PEOPLE:
        return None
    if plan.ask is Ask.OUTCOME:
        return Outcome.NOT_THIS_TIME
    ahead = next(
        (one for one in dossier.interviews if one.end is None or one.end > moment.now), None
    )
    return just_ended(ahead, moment.now)


def landing_row(card: Card, cards: tuple[Card, ...], *, by_hand: bool) -> int:
    """The row among `cards`, in their order, where the card belongs."""
    key = order_of(card, by_hand=by_hand)
    others = (one for one in cards if one.opportunity_id != card.opportunity_id)
    return sum(order_of(one, by_hand=by_hand) < key for one in others)
