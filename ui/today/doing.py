"""What is done from a row of Today: through the session, said in a toast, taken back by Undo."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from models.exchange.calendar import Appointment, ics
from models.faults import StoreFault
from rules.appointments import slot_of
from rules.records import Draft, OpportunityId, PersonId
from rules.today import asked_about, snooze_until
from ui.ports import Dialogs
from ui.session import Session
from ui.widgets.toast import Notice
from ui.wording import moment_words, say
from ui.wording.today import calendar_notes, calendar_title

_UNSAFE = set('\\/:*?"<>|')


class Doing(QObject):
    """The acts of a row. Whatever the file or the rules refuse is said, and nothing changed."""

    said = Signal(object)
    opened = Signal(str, str)

    def __init__(self, session: Session, dialogs: Dialogs) -> None:
        super().__init__()
        self._session = session
        self._dialogs = dialogs

    def confirm(self, oid: OpportunityId, *, sent: bool) -> None:
        """The answer to "sent or not?" for the copied letter the row asks about."""
        draft = self._asked(oid)
        if draft is None:
            return
        if sent:
            act = partial(self._session.mark_sent, draft, self._session.original_of(draft))
            self._do(oid, act, say("Marked sent: {company}", company=self._company(oid)))
        else:
            words = say("Kept as a draft: {company}", company=self._company(oid))
            self._do(oid, lambda: self._session.not_sent(draft), words, undo=False)

    def _asked(self, oid: OpportunityId) -> Draft | None:
        asked = asked_about(self._session.card(oid), self._session.moment().now)
        drafts = self._session.dossier(oid).drafts
        return next((one for one in drafts if asked and one.key == asked.key), None)

    def snooze(self, oid: OpportunityId, until: datetime) -> None:
        """Put a card off."""
        moment = self._session.moment()
        at = snooze_until(self._session.card(oid), until)
        when = moment_words(at, moment.now, moment.zone)
        words = say("Snoozed until {when}: {company}", when=when, company=self._company(oid))
        self._do(oid, lambda: self._session.snooze(oid, until), words)

    def show_again(self, oid: OpportunityId) -> None:
        """Bring a card back before its time."""
        words = say("Back in the list: {company}", company=self._company(oid))
        self._do(oid, lambda: self._session.snooze(oid, None), words)

    def mark_sent(self, oid: OpportunityId, people: tuple[PersonId, ...]) -> None:
        """The step's letter went out to these people, copied here or not."""
        words = say("Marked sent: {company}", company=self._company(oid))
        self._do(oid, lambda: self._session.mark_step_sent(oid, people), words)

    def not_needed(self, oid: OpportunityId) -> None:
        """No such letter."""
        words = say("Noted as not needed: {company}", company=self._company(oid))
        self._do(oid, lambda: self._session.not_needed(oid), words)

    def needed_after_all(self, oid: OpportunityId) -> None:
        """What was left out is asked for again."""
        words = say("Noted as needed after all: {company}", company=self._company(oid))
        self._do(oid, lambda: self._session.needed_after_all(oid), words)

    def delete(self, oid: OpportunityId) -> None:
        """Take the card off the board."""
        words = say("Deleted {company}", company=self._company(oid))
        self._do(oid, lambda: self._session.delete(oid), words)

    def add_to_calendar(self, oid: OpportunityId) -> None:
        """Save the card's step as a file that calendars open."""
        card, dossier = self._session.card(oid), self._session.dossier(oid)
        moment = self._session.moment()
        slot = slot_of(card, dossier, moment.now)
        if slot is None:
            return
        talk = dossier.interview(card.step.interview_id)
        appointment = Appointment(
            item=slot.item,
            title=calendar_title(card, moment),
            start=slot.start,
            end=slot.end,
            zone=moment.zone,
            where=talk.where if talk is not None and slot.start == talk.start else "",
            notes=calendar_notes(card, moment),
        )
        name = "".join(" " if one in _UNSAFE or ord(one) < 32 else one for one in card.company)
        path = self._dialogs.save_path(say("Add to calendar"), f"{name.strip() or 'event'}.ics")
        if path is None:
            return
        try:
            path.write_bytes(ics(appointment, moment.now))
        except OSError:
            self.said.emit(Notice(say("That file could not be written."), urgent=True))
        else:
            words = say("Saved {name}. Open it to add it to your calendar.", name=path.name)
            self.said.emit(Notice(words))

    def _company(self, oid: OpportunityId) -> str:
        return self._session.dossier(oid).opportunity.company

    def _do(
        self, oid: OpportunityId, act: Callable[[], object], words: str, *, undo: bool = True
    ) -> None:
        try:
            act()
        except StoreFault as fault:
            self.said.emit(Notice(fault.sentence, urgent=True))
        except ValueError:  # the rules closed it meanwhile; the sheet says why
            self.opened.emit(oid, "")
        else:
            notice = Notice(words, say("Undo"), self._undo, "Ctrl Z") if undo else Notice(words)
            self.said.emit(notice)

    def _undo(self) -> None:
        try:
            self._session.undo()
        except StoreFault as fault:
            self.said.emit(Notice(fault.sentence, urgent=True))
