"""The list of keys, grouped by where they work; made from the table of commands."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.faults import StoreFault
from ui.command_rows import paint_key
from ui.keymap import Command, Place, in_place
from ui.session import Session
from ui.theme import Look
from ui.widgets.button import IconButton
from ui.widgets.label import label
from ui.widgets.over_panel import SHADE, OverPanel
from ui.widgets.paint import painting
from ui.wording.keys import keys_shown, place_name
from ui.wording.say import say

_WIDTH = 860
_SIDE = 20
_COLUMNS = (
    (Place.EVERYWHERE, Place.SEARCH, Place.CARRIED, Place.SHEET),
    (Place.CARD, Place.LETTER, Place.COPIED),
)


class _Keys(QWidget):
    """The keys of one command, at the right of its row; the row says them."""

    def __init__(self, look: Look, keys: tuple[str, ...]) -> None:
        super().__init__()
        self._look = look
        self._shown = keys
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._look.font("rail"))
        width = sum(metrics.horizontalAdvance(key) + 18 for key in self._shown)
        return QSize(round(width), self._look.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            right = QRectF(self.rect()).right()
            for key in reversed(self._shown):
                right = paint_key(painter, self._look, key, right, self.height() / 2) - 6


class KeyList(OverPanel):
    """Lies over the page. Single letters can be turned off at its foot."""

    def __init__(self, look: Look, session: Session, parent: QWidget) -> None:
        super().__init__(look, parent, say("Keys"), _WIDTH)
        self._session = session
        self.area = QScrollArea()
        self.letters = QCheckBox(say("Single letters act on cards and rows"))
        self.letters.toggled.connect(self._choose)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(say("Keys"), "sheet_title", self._look), 1)
        self._close = IconButton(self._look, "x", say("Close"), "Esc", side=28, size=16)
        self._close.clicked.connect(self.dismiss)
        head.addWidget(self._close)
        inner = self._groups = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(40)
        for places in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(14)
            for place in places:
                column.addWidget(self._group(place))
            column.addStretch()
            columns.addLayout(column, 1)
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll
        edge = SHADE + _SIDE
        self.column.setContentsMargins(edge, edge - 6, edge, edge - 4)
        self.column.addLayout(head)
        self.column.addWidget(self.area, 1)
        self.column.addWidget(self.letters)

    def _group(self, place: Place) -> QWidget:
        """The keys of one place under its heading."""
        group = QWidget()
        group.setAccessibleName(place_name(place))
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(place_name(place), "section", self._look), 0, 0, 1, 2)
        rows = (command for command in in_place(place).values() if command.keys)
        for number, command in enumerate(rows, start=1):
            self._row(grid, number, command)
        return group

    def _row(self, grid: QGridLayout, number: int, command: Command) -> None:
        keys = keys_shown(command)
        name = label(say(command.text), "body", self._look, "ink2")
        name.setAccessibleName(", ".join((say(command.text), *keys)))
        grid.addWidget(name, number, 0)
        grid.addWidget(_Keys(self._look, keys), number, 1, Qt.AlignmentFlag.AlignRight)

    def open(self) -> None:
        """Come up."""
        self.letters.setChecked(self._session.options.letter_keys)
        self.area.verticalScrollBar().setValue(0)
        self.come_up(self)

    def _choose(self, on: bool) -> None:
        """Single letters, on or off."""
        options = self._session.options
        if options.letter_keys == on:
            return
        try:
            self._session.set_options(replace(options, letter_keys=on))
        except StoreFault as fault:
            self.letters.setChecked(not on)
            self.letters.setAccessibleDescription(fault.sentence)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.area.verticalScrollBar(), Qt.Key
        page = bar.pageStep()
        steps = {key.Key_Up: -40, key.Key_Down: 40, key.Key_PageUp: -page, key.Key_PageDown: page}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    @override
    def wanted_height(self, width: int) -> int:
        margins = self.column.contentsMargins()
        rest = self._close.height() + self.letters.sizeHint().height() + 2 * self.column.spacing()
        return margins.top() + margins.bottom() + rest + self._groups.sizeHint().height() + 4
