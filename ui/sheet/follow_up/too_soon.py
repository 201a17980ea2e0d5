"""A word of warning above a letter: the employer, or this address, heard from you just now."""

from PySide6.QtWidgets import QWidget

from rules.guards import Guard, Warned
from rules.records import MessageKind, OpportunityId, PersonId
from ui.session import Session
from ui.sheet.follow_up.footer import Mark
from ui.sheet.panel import row
from ui.sheet.words import first_name
from ui.theme import Look
from ui.widgets.label import paragraph
from ui.wording import capital, day_words, say

_IN_HASTE = (MessageKind.THANK_YOU, MessageKind.PASS_ON)
"""Thanks have a day, whatever else was sent: they do not wait, they only must not be confused."""


class TooSoon(QWidget):
    """Says which message came just before and until when to leave them; it stops nothing."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self.line = paragraph("", "secondary", look, "ink2")
        shown = row(gap=8)
        shown.addWidget(Mark(look, "clock", "today", 16))
        shown.addWidget(self.line, 1)
        self.setLayout(shown)
        self.hide()

    def show_for(self, oid: OpportunityId, kind: MessageKind, person_id: PersonId | None) -> None:
        """The warnings for one letter; hidden where there are none."""
        found = self._session.warnings(oid, kind, person_id)
        words = " ".join(self._words(oid, one, kind, person_id) for one in found)
        self.line.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _words(
        self, oid: OpportunityId, warned: Warned, kind: MessageKind, person_id: PersonId | None
    ) -> str:
        session = self._session
        moment = session.moment()
        today = moment.now.astimezone(moment.zone).date()
        sent, clear = (
            day_words(one.astimezone(moment.zone).date(), today)
            for one in (warned.sent_at, warned.clear_at)
        )
        opportunity = session.dossier(warned.opportunity_id).opportunity
        if warned.guard is Guard.SAME_EMPLOYER:
            who, about = opportunity.company, opportunity.role
        else:
            person = session.dossier(oid).person(person_id)
            who, about = first_name(person.name) if person else "", opportunity.company
        told = say("{who} heard from you {day}", who=who, day=sent)
        if warned.opportunity_id != oid and about:
            told = say("{told} about {matter}", told=told, matter=about)
        if kind in _IN_HASTE:
            return say("{told}. Say clearly which talk this is about.", told=capital(told))
        return say("{told}. Best left until {day}.", told=capital(told), day=clear)
