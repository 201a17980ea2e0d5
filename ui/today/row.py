"""One row of Today: what to do, where, for whom, by when, and the button that does it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from rules.board import Card, Tint
from ui.theme import Look
from ui.today.first_run import IconTile
from ui.today.row_keys import Ask, ask_of
from ui.today.row_parts import ChipMark, Faces
from ui.today.row_view import RowView
from ui.widgets.button import Button, IconButton
from ui.widgets.label import label, set_tooltip
from ui.widgets.paint import paint_card_surface, painting
from ui.wording import say

VERB_WIDTH = 164


class Row(QAbstractButton):
    """A card of the queue. Enter or a click opens it."""

    asked = Signal(object)  # an Ask: a key or a button
    menu_asked = Signal(QPoint)  # the menu, at a place of the screen
    stepped = Signal(int)  # an arrow key: rows down or up

    def __init__(self, look: Look, view: RowView, letter_keys: Callable[[], bool]) -> None:
        """`letter_keys` tells whether single letters act on rows."""
        super().__init__()
        self._look = look
        self._letter_keys = letter_keys
        self.view = view
        self.setAccessibleName(view.spoken)
        hints = (view.reason, say("Enter opens."))
        self.setAccessibleDescription(" ".join(filter(None, hints)))
        set_tooltip(self, view.reason)
        self.setProperty("ring", 12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.more = self._more_button()
        self.verb = Button(look, view.verb, "secondary", name=f"{view.verb}, {view.company}")
        self._arrange()
        self.clicked.connect(lambda: self.asked.emit(Ask.OPEN))
        look.changed.connect(self.update)

    @property
    def card(self) -> Card:
        """The card it stands for, as it is now."""
        return self.view.card

    def _arrange(self) -> None:
        look, view = self._look, self.view
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 15, 10)
        row.setSpacing(16)
        row.addWidget(IconTile(look, view.icon, view.tone, 40))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch()
        self._title = label(view.title, "row_title", look, elide=True)
        words.addWidget(self._title)
        if view.fact:
            words.addWidget(label(view.fact, "body", look, "ink2", elide=True))
        words.addStretch()
        row.addLayout(words, 1)
        row.addWidget(self.more)
        self._faces = Faces(look, view.faces)
        row.addWidget(self._faces)
        if not view.faces:
            self._faces.hide()
        row.addWidget(ChipMark(look, view.tint, *view.chip))
        self._add_verbs(row)

    def _more_button(self) -> IconButton:
        """The way to the menu."""
        name = say("More for {company}", company=self.view.company)
        more = IconButton(self._look, "ellipsis", name, side=28, size=16)
        set_tooltip(more, say("More  Shift F10"))
        more.clicked.connect(lambda: self.menu_asked.emit(self.menu_spot()))
        more.hide()
        return more

    def _add_verbs(self, row: QHBoxLayout) -> None:
        """The buttons at the end; the last one is the verb."""
        parts: list[QWidget] = [self.more, self.verb]
        if self.view.unsure:
            words = say("Not yet")
            no = Button(self._look, words, "quiet", name=f"{words}, {self.view.company}")
            no.clicked.connect(lambda: self.asked.emit(Ask.NOT_YET))
            row.addWidget(no)
            parts.append(no)
        self.verb.setMinimumWidth(VERB_WIDTH)
        asks = Ask.SENT if self.view.unsure else Ask.OPEN
        self.verb.clicked.connect(lambda: self.asked.emit(asks))
        row.addWidget(self.verb)
        for part in parts:
            part.installEventFilter(self)

    def set_first(self, first: bool) -> None:
        """The first row has the page's only filled button."""
        self.verb.set_kind("primary" if first else "secondary")

    def menu_spot(self) -> QPoint:
        """Where the menu belongs when no pointer says so."""
        return self.more.mapToGlobal(QPoint(0, self.more.height() + 2))

    def has_focus_within(self) -> bool:
        """Whether the row or a button on it has the focus."""
        focus = QApplication.focusWidget()
        return focus is self or (isinstance(focus, QWidget) and self.isAncestorOf(focus))

    def _fit(self) -> None:
        """The people make room for the words; the title counts them already."""
        row = self.layout()
        if row is None or not self.view.faces:
            return
        hidden = [one for one in (self.more, self._faces) if one.isHidden()]
        taken = sum(one.width() + row.spacing() for one in hidden)  # both have a fixed one
        words = QFontMetrics(self._title.font()).horizontalAdvance(self.view.title)
        least = row.minimumSize().width() - self._title.minimumSizeHint().width()
        self._faces.setVisible(self.width() >= least + taken + words)

    def _show_more(self) -> None:
        """The `...` button is there while the row is looked at."""
        self.more.setVisible(self.underMouse() or self.has_focus_within())

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, self._look.px(73))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(420, self._look.px(73))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ask = ask_of(event, letters=self._letter_keys())
        if ask is Ask.MENU:
            self.menu_asked.emit(self.menu_spot())
        elif ask is not None:
            self.asked.emit(ask)
        elif event.key() == Qt.Key.Key_Down:
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.menu_asked.emit(event.globalPos() if by_mouse else self.menu_spot())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._look_after_focus(event)
        return super().eventFilter(watched, event)

    def _look_after_focus(self, event: QEvent) -> None:
        to_menu = (
            isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.PopupFocusReason
        )
        if not to_menu:
            self._show_more()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._look_after_focus(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._look_after_focus(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_more()
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._show_more()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        late = self.view.tint is Tint.LATE
        with painting(self) as painter:
            box = QRectF(self.rect()).adjusted(1, 0.5, -1, -2.5)
            fill = theme.hover if self.underMouse() and not theme.dark else theme.surface
            outline = theme.late_line if late else theme.line
            paint_card_surface(painter, box, self._look, 1, outline, 12, fill)
