"""Quick add over any page: the one field, in a panel near the top."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from rules.stages import Stage
from ui.theme import Look
from ui.widgets.button import Button, IconButton
from ui.widgets.label import label
from ui.widgets.paint import paint_card_surface, painting
from ui.widgets.quick_add import NAME, Clocked, QuickAdd
from ui.widgets.trap import focus_within

_WIDTH = 820
_SHADE = 26
_TOP = 70


class AddPanel(QWidget):
    """Lies over its parent while it is open. `entered` carries the Entry."""

    entered = Signal(object)

    def __init__(self, look: Look, session: Clocked, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._host = parent
        self._back: QWidget | None = None
        self.setAccessibleName(NAME)
        self.quick_add = QuickAdd(look, session, big=True)
        self.quick_add.entered.connect(self.entered)
        self._other = Button(look, "Add an application instead", "quiet", icon="send")
        self._other.clicked.connect(self._switch)
        self._box = QWidget(self)
        self._build()
        parent.installEventFilter(self)
        look.changed.connect(self.update)
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self._box)
        column.setContentsMargins(_SHADE + 24, _SHADE + 14, _SHADE + 24, _SHADE + 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(label(NAME, "section", self._look), 1)
        close = IconButton(self._look, "x", "Close", "Esc", side=28, size=16)
        close.clicked.connect(self.dismiss)
        column.addLayout(head)
        column.addWidget(self.quick_add)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(close)
        self.quick_add.typing.connect(lambda _typing: self._arrange())

    def open_for(self, stage: Stage | None = None, words: str = "") -> None:
        """Come up for a new card, of a stage if one is given, the line begun with `words`."""
        if not self.isVisible():
            self._back = QApplication.focusWidget()
            self.quick_add.clear()
        if words:
            self.quick_add.field.setText(words)
        self._set_mode("application" if stage is Stage.APPLIED else "interview")
        self._arrange()
        self.show()
        self.raise_()
        self.quick_add.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Go, and give the focus back."""
        if not self.isVisible():
            return
        back, self._back = self._back, None
        self.hide()
        self.quick_add.clear()
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def _switch(self) -> None:
        """Interview or application."""
        self._set_mode("application" if self.quick_add.mode == "interview" else "interview")
        self.quick_add.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_mode(self, mode: str) -> None:
        self.quick_add.set_mode(mode)
        application = mode == "application"
        self._other.set_words(
            "Add an interview instead" if application else "Add an application instead"
        )

    def _arrange(self) -> None:
        """The panel in the middle, as high as its chips need."""
        self.setGeometry(self._host.rect())
        width = min(_WIDTH + 2 * _SHADE, self.width() - 16 + 2 * _SHADE)
        layout = self._box.layout()
        if layout is None:
            return
        layout.activate()
        height = max(layout.heightForWidth(width), layout.minimumSize().height())
        top = max(8, min(_TOP, self.height() - height)) - _SHADE
        self._box.setGeometry(QRect((self.width() - width) // 2, top, width, height))
        self.update()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return focus_within(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        inner = self._box.geometry().adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
        if not inner.contains(event.position().toPoint()):
            self.dismiss()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.scrim)
            box = QRectF(self._box.geometry()).adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
            paint_card_surface(painter, box, self._look, 3, theme.line, 14, theme.canvas)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() is QEvent.Type.Resize and self.isVisible():
            self._arrange()
        return super().eventFilter(watched, event)
