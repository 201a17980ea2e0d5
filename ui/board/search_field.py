"""The board's search field, and the filter beside it."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from rules.search import Show
from ui.keymap import Place, command_of
from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.button import IconButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.line_field import LineField
from ui.widgets.paint import painting
from ui.widgets.segment import Segment
from ui.wording.say import say

LEAST = 132
MOST = 200
_QUIET_MS = 600
"""How long the keys rest before the number of cards found is spoken."""
_SIDE = 24
_HEIGHT = 36


def show_segment(look: Look) -> Segment:
    """All, To send, Waiting."""
    options = (
        (Show.ALL, say("All")),
        (Show.TO_SEND, say("To send")),
        (Show.WAITING, say("Waiting")),
    )
    return Segment(look, say("Show"), [(key.value, text) for key, text in options])


class SearchField(LineField):
    """Filters as it is typed into. Enter and Down go to the first card; Esc clears, then leaves."""

    entered = Signal()
    left = Signal()
    awaited = Signal()
    """It was given the focus: somebody is about to search."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__(say("Search"), longest=200)
        self._look = look
        self._told = ""
        self.setPlaceholderText(say("Search"))
        self.setStyleSheet("min-height: 0")  # as high as the buttons beside it
        self.setAccessibleDescription(
            say("Finds cards by company, role, people, notes, highlights and sent letters.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hint = KeyHint(look, key)
        self._hint.setParent(self)
        self._clear = IconButton(look, "x", say("Clear search"), "Esc", side=_SIDE, size=14)
        self._clear.setParent(self)
        self._clear.clicked.connect(self._cleared)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_QUIET_MS)
        self._telling.timeout.connect(lambda: announce(self, self._told))
        self.textChanged.connect(self._arrange)
        look.changed.connect(self._arrange)
        self._arrange()

    def tell(self, words: str) -> None:
        """Have it spoken once the keys rest."""
        self._told = words
        self._telling.start()

    def _cleared(self) -> None:
        self.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """The icon before the text; its key, or the button that clears, behind it."""
        look, typed = self._look, bool(self.text())
        self.setMinimumWidth(look.px(LEAST))
        self.setMaximumWidth(look.px(MOST))
        self.setFixedHeight(look.px(_HEIGHT))
        self._hint.resize(self._hint.sizeHint())
        self._hint.setVisible(not typed)
        self._clear.setVisible(typed)
        last = self._clear if typed else self._hint
        inset = (self.height() - last.height()) // 2
        last.move(self.width() - last.width() - min(max(inset, 6), 9), inset)
        self.setTextMargins(look.px(22), 0, last.width() + 2, 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(MOST), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.awaited.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and command_of(event, Place.SEARCH)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match command_of(event, Place.SEARCH):
            case "clear_search" if self.text():
                self.clear()
            case "clear_search":
                self.left.emit()
            case "enter_found":
                self.entered.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = 16
        with painting(self) as painter:
            drawn = pixmap("search", self._look.theme.ink2, size, self.devicePixelRatioF())
            painter.drawPixmap(11, (self.height() - size) // 2, drawn)
