"""The folded part of the interview tab: the application and the employer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, tzinfo
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from rules.calendar import Exactly, resolve_local, to_utc
from rules.records import EmployerKind, Opportunity, OpportunityId
from rules.templates import clean
from ui.session import Session
from ui.sheet.form import Choice, NotesField, Question, Tickbox, TypedField
from ui.sheet.guard import attempt, today
from ui.sheet.panel import column
from ui.sheet.typed import day_of
from ui.sheet.words import EMPLOYERS
from ui.theme import Look
from ui.widgets.button import Button
from ui.wording import full_date, say

_NINE = time(9)


class ApplicationPart(QWidget):
    """What was applied for, when and with whom; folded until it is wanted."""

    saved = Signal()
    said = Signal(object)

    def __init__(
        self,
        session: Session,
        look: Look,
        oid: Callable[[], OpportunityId],
        zone_of: Callable[[str], tzinfo | None],
    ) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._oid = oid
        self._zone_of = zone_of
        self.head = Button(look, say("Application"), "quiet", icon="chevron-right")
        self.head.clicked.connect(self.turn)
        self.inner = QWidget()
        grid = QGridLayout()
        grid.setContentsMargins(8, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        self.fields: dict[str, TypedField] = {}
        self._ticks: list[Tickbox] = []
        self._place_fields(grid)
        self.inner.setLayout(grid)
        self.inner.hide()
        body = column(gap=10)
        body.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.inner)
        self.setLayout(body)

    def _place_fields(self, grid: QGridLayout) -> None:
        typed = (
            ("company", say("Company"), self._company),
            ("role", say("Role"), self._plain("role")),
            ("link", say("Link"), self._plain("link")),
            ("applied_at", say("Sent on"), self._sent_on),
            ("closing", say("Closing date"), self._closing),
            ("country", say("Employer's country, like GB"), self._country),
            ("zone", say("Employer's zone, like Europe/London"), self._zone),
        )
        for number, (key, name, write) in enumerate(typed):
            field = TypedField(self._session, self._look, name, self._reader(key), write)
            field.saved.connect(self.saved)
            field.said.connect(self.said)
            self.fields[key] = field
            grid.addWidget(field, number // 2, number % 2)
        options = [(one.value, say(EMPLOYERS[one])) for one in EmployerKind]
        self.kind = Choice(
            self._look,
            say("Kind of employer"),
            options,
            lambda: self._opportunity.employer_kind.value,
            lambda key: self._change(employer_kind=EmployerKind(key)),
        )
        grid.addWidget(self.kind, 3, 1)
        ticks = (
            ("no_contact", say("The posting says no contact")),
            ("agency", say("Through an agency")),
            ("direct_contact_ok", say("Direct contact agreed")),
        )
        for number, (key, text) in enumerate(ticks):
            tick = Tickbox(self._look, text, self._is(key), self._setter(key))
            self._ticks.append(tick)
            grid.addWidget(tick, 4 + number, 0, 1, 2)
        self.notes = NotesField(
            self._session,
            self._look,
            say("Notes on the application"),
            lambda: self._opportunity.notes,
            lambda text: self._change(notes=text),
        )
        self.notes.saved.connect(self.saved)
        self.notes.said.connect(self.said)
        grid.addWidget(self.notes, 7, 0, 1, 2)

    @property
    def _opportunity(self) -> Opportunity:
        return self._session.dossier(self._oid()).opportunity

    def turn(self) -> None:
        """Open or fold it."""
        self.set_open(self.inner.isHidden())

    def set_open(self, on: bool) -> None:
        """Open it, or fold it."""
        self.inner.setVisible(on)
        self.head.set_icon_name("chevron-down" if on else "chevron-right")

    def refresh(self, *, anew: bool = False) -> None:
        """Show what is on record."""
        for field in self.fields.values():
            field.reset() if anew else field.refresh()
        for tick in self._ticks:
            tick.refresh()
        self._ticks[2].setVisible(self._opportunity.agency)
        self.kind.refresh()
        self.notes.refresh()
        if not self._opportunity.zone:
            name = self._session.zone_name()
            self.fields["zone"].field.setPlaceholderText(say("{zone}, assumed", zone=name))

    # -- reading and writing ------------------------------------------------------------------

    def _reader(self, key: str) -> Callable[[], str]:
        def read() -> str:
            value = getattr(self._opportunity, key)
            if isinstance(value, datetime):
                return full_date(value.astimezone(self._session.moment().zone).date())
            return (
                full_date(value)
                if value is not None and not isinstance(value, str)
                else value or ""
            )

        return read

    def _is(self, key: str) -> Callable[[], bool]:
        return lambda: bool(getattr(self._opportunity, key))

    def _change(self, **values: Any) -> None:
        """Write some fields of the opportunity."""
        before = self._opportunity
        with attempt(self.said.emit):
            self._session.edit(self._oid(), before, replace(before, **values))

    def _setter(self, key: str) -> Callable[[bool], None]:
        def write(on: bool) -> None:
            self._change(**{key: on})
            self.saved.emit()

        return write

    def _plain(self, key: str) -> Callable[[str], None]:
        return lambda text: self._change(**{key: clean(text)})

    def _company(self, text: str) -> None:
        if not clean(text):
            raise Question(say("A card needs a company's name."))
        self._change(company=clean(text))

    def _sent_on(self, text: str) -> None:
        if not text:
            self._change(applied_at=None)
            return
        day = day_of(text, today(self._session))
        zone = self._session.moment().zone
        before = self._opportunity.applied_at
        if day is None:
            raise Question(say("There is no such day. Try 14 May."))
        if before is not None and before.astimezone(zone).date() == day:
            return
        found = resolve_local(datetime.combine(day, _NINE), zone)
        noon = datetime.combine(day, _NINE, tzinfo=zone)
        self._change(applied_at=found.moment if isinstance(found, Exactly) else to_utc(noon))

    def _closing(self, text: str) -> None:
        day = day_of(text, today(self._session)) if text else None
        if text and day is None:
            raise Question(say("There is no such day. Try 14 May."))
        self._change(closing=day)

    def _country(self, text: str) -> None:
        code = clean(text).upper()
        if code and (len(code) != 2 or not code.isascii() or not code.isalpha()):
            raise Question(say("Two letters, like GB or DE."))
        self._change(country=code)

    def _zone(self, text: str) -> None:
        name = clean(text)
        if name and self._zone_of(name) is None:
            raise Question(say("No zone has that name. Try Europe/London."))
        self._change(zone=name)
