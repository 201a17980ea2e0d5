"""When something is wrong: the page that stands instead of the program, and the last panel."""

import platform
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal, qVersion
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import Look
from ui.today.first_run import IconTile
from ui.version import version
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import label, paragraph
from ui.widgets.paint import paint_card_surface, painting

Way = tuple[str, Callable[[], None]]
"""The words of a button and what it does."""

_WIDTH = 620


def made_of() -> str:
    """The versions a report begins with; nothing about the person."""
    system = f"{platform.system()} {platform.release()}"
    return f"Afterword {version()}, Python {platform.python_version()}, Qt {qVersion()}, {system}"


class FaultPage(QWidget):
    """Says what happened and what was not changed. Nothing on it changes anything."""

    def __init__(self, look: Look, title: str, sentence: str, ways: Sequence[Way]) -> None:
        super().__init__()
        self._look = look
        self.setWindowTitle("Afterword")
        self.setMinimumSize(640, 420)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(14)
        column.addWidget(IconTile(look, "triangle-alert", "late", 44))
        heading = paragraph(title, "page_title", look)
        column.addWidget(heading)
        said = paragraph(sentence, "letter", look, "ink2")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(said)
        column.addSpacing(8)
        row = Flow(8)
        self.buttons: list[Button] = []
        for number, (words, act) in enumerate(ways):
            button = Button(look, words, "primary" if number == 0 else "secondary")
            button.clicked.connect(lambda _on=False, act=act: act())
            row.addWidget(button)
            self.buttons.append(button)
        column.addLayout(row)
        page = QVBoxLayout(self)
        page.addStretch(2)
        page.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(3)
        if self.buttons:
            self.buttons[0].setFocus()


class ProblemPanel(QWidget):
    """Lies over the window after a mistake of ours: what was saved is safe, here is a report."""

    closed = Signal()

    def __init__(self, look: Look, window: QWidget, copy: Callable[[str], bool]) -> None:
        super().__init__(window)
        self._look = look
        self._copy = copy
        self.setAccessibleName("Something went wrong")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName("Report")
        self._text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(12)
        column.addWidget(label("Something went wrong.", "sheet_title", look))
        said = (
            "The last thing did not work. What was saved is safe, and you can go on. "
            "The report says where it happened and holds nothing you typed."
        )
        column.addWidget(paragraph(said, "body", look, "ink2"))
        column.addWidget(self._text, 1)
        row = QHBoxLayout()
        self._copied = label("", "body", look, "done")
        row.addWidget(self._copied, 1)
        again = Button(look, "Copy report", "secondary", icon="copy")
        again.clicked.connect(self._copy_report)
        self._on = Button(look, "Go on", "primary")
        self._on.clicked.connect(self.dismiss)
        row.addWidget(again)
        row.addWidget(self._on)
        column.addLayout(row)
        self.hide()

    def report(self) -> str:
        """What the panel shows now."""
        return self._text.toPlainText()

    def show_report(self, report: str) -> None:
        """Come up with a report; a second one is added to the first."""
        before = self._text.toPlainText() if self.isVisible() else ""
        self._text.setPlainText("\n\n".join(filter(None, (before, report)))[-20_000:])
        self._copied.setText("")
        window = self.parentWidget()
        if window is not None:
            width, height = min(680, window.width()), min(460, window.height())
            left, top = (window.width() - width) // 2, (window.height() - height) // 2
            self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
        self._on.setFocus()

    def dismiss(self) -> None:
        """Go on."""
        self.hide()
        self.closed.emit()

    def _copy_report(self) -> None:
        done = self._copy(self.report())
        self._copied.setText("Copied." if done else "Select the text and press Ctrl C.")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            box = QRectF(self.rect()).adjusted(20, 16, -20, -24)
            paint_card_surface(painter, box, self._look, 3, self._look.theme.late_line, 14)
