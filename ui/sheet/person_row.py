"""One person on the people tab: name, address, part, and whether thanks are needed."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from models.exchange.mail import address_problem
from rules.records import Interview, OpportunityId, Part, Person, PersonId
from rules.templates import clean
from ui.session import Session
from ui.sheet.fields import ChoiceBox
from ui.sheet.form import Question, Tickbox, TypedField
from ui.sheet.guard import attempt
from ui.sheet.panel import Panel, column, row
from ui.sheet.words import PARTS
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.toast import Notice
from ui.wording import say


class PersonRow(Panel):
    """A card that saves as it is typed."""

    said = Signal(object)
    removed = Signal(str)

    def __init__(
        self, session: Session, look: Look, oid: OpportunityId, person_id: PersonId
    ) -> None:
        super().__init__(look, fill="surface", line="line", radius=12)
        self._session = session
        self._oid = oid
        self.person_id = person_id
        self.name = TypedField(session, look, say("Name"), lambda: self.person.name, self._name)
        self.email = TypedField(
            session, look, say("Email"), lambda: self.person.email, self._email, remark=_problem
        )
        self.postal = TypedField(
            session,
            look,
            say("Postal address"),
            lambda: self.person.postal_address,
            lambda text: self._change(postal_address=clean(text)),
        )
        self.part = ChoiceBox(look, say("Role"))
        for part in Part:
            self.part.addItem(say(PARTS[part]), part.value)
        self.part.activated.connect(lambda _: self._change(part=Part(self.part.currentData())))
        self.main = Tickbox(look, say("Main contact"), lambda: self.person.main_contact, self._main)
        self.skip = Tickbox(look, say("No thank-you needed"), self._is_skipped, self._skip)
        self.remove = Button(look, say("Remove"), "quiet", small=True)
        self.remove.clicked.connect(lambda: self.removed.emit(person_id))
        for field in (self.name, self.email, self.postal):
            field.said.connect(self.said)
        self.setLayout(self._arranged())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _arranged(self) -> QVBoxLayout:
        role = QWidget()
        over = column(gap=4)
        over.addWidget(label(say("Role"), "secondary", self.look, "ink2"))
        over.addWidget(self.part)
        over.addStretch(1)
        role.setLayout(over)
        first = row(gap=12)
        first.addWidget(self.name, 3)
        first.addWidget(self.email, 4)
        first.addWidget(role, 2)
        second = row(gap=20)
        second.addWidget(self.postal, 3)
        second.addWidget(self.main)
        second.addWidget(self.skip)
        second.addWidget(self.remove)
        body = column(margins=(16, 12, 16, 12), gap=8)
        body.addLayout(first)
        body.addLayout(second)
        return body

    @property
    def person(self) -> Person:
        """The person as on record."""
        found = self._session.dossier(self._oid).person(self.person_id)
        return found or Person(id=self.person_id, opportunity_id=self._oid, name="")

    def refresh(self) -> None:
        """Show what is on record."""
        person = self.person
        for field in (self.name, self.email, self.postal):
            field.refresh()
        self.part.setCurrentIndex(self.part.findData(person.part.value))
        self.main.refresh()
        self.skip.refresh()
        self.skip.setVisible(self._talk() is not None)
        self.remove.setAccessibleName(say("Remove {name}", name=person.name))
        self.setAccessibleName(person.name)

    def _change(self, **values: Any) -> None:
        before = self.person
        with attempt(self.said.emit):
            self._session.edit(self._oid, before, replace(before, **values))

    def _name(self, text: str) -> None:
        if not clean(text):
            raise Question(say("A person needs a name."))
        self._change(name=clean(text))

    def _email(self, text: str) -> None:
        """Kept as typed; what cannot be an address is said beside it."""
        self._change(email=clean(text))

    def _main(self, on: bool) -> None:
        """One star at most: another person's goes in the same step."""
        with attempt(self.said.emit):
            self._session.star(self._oid, self.person_id, on)

    def _talk(self) -> Interview | None:
        """The last talk this person took part in."""
        own = [
            one for one in self._session.dossier(self._oid).interviews if self.person_id in one.met
        ]
        return own[-1] if own else None

    def _is_skipped(self) -> bool:
        talk = self._talk()
        return talk is not None and self.person_id in talk.skipped

    def _skip(self, on: bool) -> None:
        talk = self._talk()
        if talk is not None:
            with attempt(self.said.emit):
                self._session.skip(self._oid, talk.id, self.person_id, on)
                if on:
                    text = say("No thank-you for {name}", name=self.person.name)
                    self.said.emit(Notice(text, say("Undo"), self._undo, "Ctrl Z"))

    def _undo(self) -> None:
        with attempt(self.said.emit):
            self._session.undo()


def _problem(email: str) -> str:
    return (address_problem(email) or "") if email else ""
