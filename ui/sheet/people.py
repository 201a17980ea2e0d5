"""The people tab: who is on the employer's side, and who needs no thank-you."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rules.contradictions import if_person_goes
from rules.records import InterviewId, OpportunityId, PersonId
from rules.templates import clean
from ui.session import Session
from ui.sheet.fields import LineField
from ui.sheet.guard import attempt
from ui.sheet.happened.words import remark_words
from ui.sheet.panel import Scroll, column, row
from ui.sheet.person_row import PersonRow
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.toast import Notice
from ui.wording import say

_WIDEST = 880


class PeoplePage(QWidget):
    """A card for each person, and a line for another."""

    said = Signal(object)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._oid = OpportunityId("")
        self._rows: dict[PersonId, PersonRow] = {}
        self._list: QVBoxLayout = column(gap=10)
        self.name = LineField(look, say("Name of another person"))
        self.name.setPlaceholderText(say("Name, or name and email"))
        self.add = Button(look, say("Add person"), "secondary", icon="user-plus")
        self._nobody = paragraph(say("Nobody on record yet."), "body", look, "ink2")
        self.name.returnPressed.connect(self.add_person)
        self.add.clicked.connect(self.add_person)
        adding = row(gap=8)
        adding.addWidget(self.name, 1)
        adding.addWidget(self.add)
        inner = column(margins=(24, 18, 24, 24), gap=12)
        inner.addWidget(label(say("People"), "section", look))
        inner.addWidget(self._nobody)
        inner.addLayout(self._list)
        inner.addLayout(adding)
        inner.addStretch(1)
        content = QWidget()
        content.setLayout(inner)
        content.setMaximumWidth(look.px(_WIDEST))
        body = column()
        body.addWidget(Scroll(content, look))
        self.setLayout(body)

    def open(self, oid: OpportunityId) -> None:
        """Show the people of an opportunity."""
        self._oid = oid
        self._rebuild()
        self.refresh()

    def refresh(self) -> None:
        """Facts have moved; a field being typed into stays."""
        if not self._session.knows(self._oid):
            return
        people = self._session.dossier(self._oid).people
        if list(self._rows) != [one.id for one in people]:
            self._rebuild()
        for line in self._rows.values():
            line.refresh()
        self._nobody.setVisible(not people)

    def _rebuild(self) -> None:
        for old in self._rows.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = {}
        for person in self._session.dossier(self._oid).people:
            line = PersonRow(self._session, self._look, self._oid, person.id)
            line.said.connect(self.said)
            line.removed.connect(self._remove)
            self._rows[person.id] = line
            self._list.addWidget(line)

    def rows(self) -> tuple[PersonRow, ...]:
        """The cards, in order."""
        return tuple(self._rows.values())

    def focus_first(self) -> None:
        """The line for another person."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _talk(self) -> InterviewId | None:
        """The talk a new person was met in: the one the next step is about."""
        dossier = self._session.dossier(self._oid)
        about = dossier.interview(self._session.step(self._oid).interview_id)
        last = dossier.interviews[-1] if dossier.interviews else None
        found = about or last
        return found.id if found else None

    def add_person(self) -> None:
        """Add who is typed; a word with an @ is the address."""
        words = clean(self.name.text()).replace(",", " ").split()
        email = next((one.strip("<>();") for one in words if "@" in one), "")
        name = " ".join(one for one in words if "@" not in one) or email.split("@")[0]
        if name:
            with attempt(self.said.emit):
                self._session.add_person(self._oid, self._talk(), name, email)
                self.name.setText("")  # unlike clear(), keeps nothing to undo
                self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, person_id: str) -> None:
        person = self._session.dossier(self._oid).person(PersonId(person_id))
        if person is not None:
            with attempt(self.said.emit):
                dossier, moment = self._session.dossier(self._oid), self._session.moment()
                stays = if_person_goes(dossier, person, moment)
                text = say("Removed {name}", name=person.name)
                if stays is not None:
                    text = f"{text}. {remark_words(stays, self._session.card(self._oid))}"
                self._session.remove_person(self._oid, person.id)
                self.said.emit(Notice(text, say("Undo"), self._undo, "Ctrl Z"))

    def _undo(self) -> None:
        with attempt(self.said.emit):
            self._session.undo()
