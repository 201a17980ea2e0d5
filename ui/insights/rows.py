"""What the list behind each bar says, card for card."""

from rules.insights import Insights, Milestone, Thanks
from rules.records import OpportunityId
from rules.waits import CheckInDay
from ui.insights.behind import Row
from ui.session import Session
from ui.wording.insights import thanked_row, waited_row


def reached_rows(session: Session, found: Insights, milestone: Milestone) -> tuple[Row, ...]:
    """The cards that came so far, with their roles."""
    return tuple(_row(session, oid) for oid in found.reached[milestone])


def waited_rows(session: Session, found: Insights, day: CheckInDay) -> tuple[Row, ...]:
    """The rounds checked in on at that time, with whether they were answered."""
    return tuple(_row(session, one.opportunity_id, waited_row(one)) for one in found.waited(day))


def thanked_rows(session: Session, found: Insights) -> tuple[Row, ...]:
    """Everybody behind the marks, those not thanked in time first."""
    moment = session.moment()
    today = moment.now.astimezone(moment.zone).date()
    rows = []
    for state in (Thanks.NOT_THANKED, Thanks.LATE, Thanks.ON_TIME):
        for one in found.thanked(state):
            person = session.dossier(one.opportunity_id).person(one.person_id)
            words = thanked_row(one, person.name if person else "", today)
            rows.append(_row(session, one.opportunity_id, words))
    return tuple(rows)


def _row(session: Session, oid: OpportunityId, line: str = "") -> Row:
    opportunity = session.dossier(oid).opportunity
    return Row(oid, opportunity.company, line or opportunity.role)
