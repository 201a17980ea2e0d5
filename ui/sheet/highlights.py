"""What came up in one talk, as a list that can be typed over."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rules.records import Highlight, HighlightId, InterviewId, OpportunityId
from rules.templates import clean
from ui.session import Session
from ui.sheet.fields import LineField
from ui.sheet.form import Visit
from ui.sheet.guard import attempt
from ui.sheet.panel import column, row
from ui.theme import Look
from ui.widgets.button import IconButton
from ui.widgets.label import label
from ui.wording import say


class HighlightList(QWidget):
    """One line for each thing that came up, and an empty one for the next."""

    saved = Signal()
    said = Signal(object)

    def __init__(
        self,
        session: Session,
        look: Look,
        oid: Callable[[], OpportunityId],
        interview_id: Callable[[], InterviewId | None],
    ) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._oid = oid
        self._interview_id = interview_id
        self._lines: dict[HighlightId, LineField] = {}
        self._rows: list[QWidget] = []
        self._list: QVBoxLayout = column(gap=6)
        self.adding = LineField(look, say("Add a highlight"))
        self.adding.setPlaceholderText(say("We talked about ..."))
        self.adding.returnPressed.connect(self._add)
        body = column(gap=6)
        body.addWidget(label(say("What came up"), "secondary", look, "ink2"))
        body.addLayout(self._list)
        body.addWidget(self.adding)
        self.setLayout(body)

    def _highlights(self) -> list[Highlight]:
        wanted = self._interview_id()
        found = [
            h for h in self._session.dossier(self._oid()).highlights if h.interview_id == wanted
        ]
        return sorted(found, key=lambda one: one.place)

    def refresh(self) -> None:
        """Show what is on record; a line being typed into stays."""
        found = self._highlights()
        if list(self._lines) != [one.id for one in found]:
            self._rebuild(found)
        for one in found:
            line = self._lines[one.id]
            if not line.hasFocus() and line.text() != one.text:
                line.setText(one.text)

    def _rebuild(self, found: list[Highlight]) -> None:
        for old in self._rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows, self._lines = [], {}
        for one in found:
            line = LineField(self._look, say("Highlight"))
            line.setText(one.text)
            visit = Visit(self._session, self._writer(one.id, line), lambda _: None)
            visit.setParent(line)
            visit.saved.connect(self.saved)
            line.textEdited.connect(lambda _text, visit=visit: visit.touch())
            line.editingFinished.connect(visit.leave)
            remove = IconButton(self._look, "x", say("Remove highlight"), side=28, size=14)
            remove.clicked.connect(lambda _=False, key=one.id: self._remove(key))
            both = QWidget()
            inner = row(gap=6)
            inner.addWidget(line, 1)
            inner.addWidget(remove)
            both.setLayout(inner)
            self._lines[one.id] = line
            self._rows.append(both)
            self._list.addWidget(both)

    def _find(self, key: HighlightId) -> Highlight | None:
        return next((one for one in self._highlights() if one.id == key), None)

    def _writer(self, key: HighlightId, line: LineField) -> Callable[[], None]:
        def write() -> None:
            before, text = self._find(key), clean(line.text())
            if before is not None and text:
                self._session.edit(self._oid(), before, replace(before, text=text))

        return write

    def _add(self) -> None:
        about, text = self._interview_id(), clean(self.adding.text())
        if about is not None and text:
            with attempt(self.said.emit):
                self._session.add_highlight(self._oid(), about, text, None)
                self.adding.setText("")  # unlike clear(), keeps nothing to undo
                self.saved.emit()

    def _remove(self, key: HighlightId) -> None:
        before = self._find(key)
        if before is not None:
            with attempt(self.said.emit):
                self._session.edit(self._oid(), before, None, "highlight_removed")
