"""What came up: highlights of the talk, ticked for the person the letter goes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from rules.records import HighlightId, Person, PersonId
from ui.resources import pixmap
from ui.sheet.fields import ChoiceBox, LineField
from ui.sheet.panel import Panel, column, row
from ui.theme import Look
from ui.widgets.label import label
from ui.widgets.paint import painting
from ui.wording import say

_BOX = 18
_INDENT = 27


@dataclass(frozen=True, kw_only=True)
class Tick:
    """One highlight as a row shows it."""

    highlight_id: HighlightId
    text: str
    note: str  # whose letter has it already; empty if nobody's
    on: bool
    may_change: bool = True


class _TickRow(QCheckBox):
    """A highlight with its box; long ones break into lines."""

    def __init__(self, look: Look, tick: Tick) -> None:
        super().__init__(tick.text)
        self._look = look
        self.tick = tick
        self.setChecked(tick.on)
        self.setProperty("ring", 6)
        self.setAccessibleName(tick.text)
        self.setAccessibleDescription(tick.note)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _text_height(self, width: int) -> float:
        metrics = QFontMetricsF(self._look.font("body"))
        room = QRectF(0, 0, max(width - _INDENT, 40), 2000)
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.tick.text).height()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        note = self._look.px(17) if self.tick.note else 0
        return round(max(self._text_height(width), 20) + note + 8)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, 28)

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            box = QRectF(0.5, 4.5, _BOX - 1, _BOX - 1)
            on = self.isChecked()
            painter.setPen(QPen(theme.accent if on else theme.line_strong, 1))
            over = theme.hover if self.underMouse() else theme.surface
            painter.setBrush(theme.accent if on else over)
            painter.drawRoundedRect(box, 5, 5)
            if on:
                drawn = pixmap("check", theme.on_accent, 13, self.devicePixelRatioF())
                painter.drawPixmap(QPointF(2.5, 6.5), drawn)
            painter.setPen(theme.ink)
            painter.setFont(self._look.font("body"))
            height = self._text_height(self.width())
            room = QRectF(_INDENT, 4, self.width() - _INDENT, height + 1)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self.tick.text)
            if self.tick.note:
                painter.setPen(theme.ink2)
                painter.setFont(self._look.font("secondary"))
                painter.drawText(
                    QRectF(_INDENT, 4 + height, self.width() - _INDENT, self._look.px(18)),
                    int(Qt.AlignmentFlag.AlignVCenter),
                    self.tick.note,
                )


class HighlightField(Panel):
    """The field that completes "We talked about ..."."""

    entered = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, fill="surface", line="line_strong", radius=8, line_when_focused=True)
        self.field = LineField(look, say("Add a highlight"), plain=True)
        self.field.setPlaceholderText(say("Add a highlight"))
        self.field.setAccessibleDescription(say("Completes: We talked about ..."))
        self.field.setToolTip(say("Completes: We talked about ...  Alt+H"))
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self.enter)
        self._hint = label("Alt H", "chip", look, "ink2")
        line = row(margins=(32, 0, 10, 0), gap=6)
        line.addWidget(self.field, 1)
        line.addWidget(self._hint)
        self.setLayout(line)
        self.setFixedHeight(look.px(36))
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(self.look.px(36))
        self.field.setFont(self.look.font("body"))

    def enter(self) -> bool:
        """Add what is typed; whether there was anything."""
        text = " ".join(self.field.text().split())
        if text:
            self.field.setText("")  # unlike clear(), keeps nothing to undo
            self.entered.emit(text)
        return bool(text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painting(self) as painter:
            top = (self.height() - 16) / 2
            drawn = pixmap("plus", self.look.theme.ink2, 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(10, top), drawn)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.set_ring(event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)


class CameUp(QWidget):
    """The highlights with their ticks, and the field for another."""

    ticked = Signal(str, bool)
    turned_to = Signal(str)  # one of those a note is passed on to

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[_TickRow] = []
        self._may_add = False
        self.about = ChoiceBox(look, say("Who said it"))
        self.about.activated.connect(lambda _at: self.turned_to.emit(self.about.currentData()))
        self.about.hide()
        self._for = label("", "secondary", look, "ink2")
        self.adding = HighlightField(look)
        self._hint = label("", "secondary", look, "ink2")
        self._hint.setWordWrap(True)
        head = row()
        head.addWidget(label(say("What came up"), "section", look))
        head.addStretch(1)
        head.addWidget(self._for)
        self._list: QVBoxLayout = column(gap=0)
        body = column(gap=8)
        body.addLayout(head)
        body.addWidget(self.about)
        body.addLayout(self._list)
        body.addWidget(self.adding)
        body.addWidget(self._hint)
        self.setLayout(body)

    def show_people(self, people: Sequence[Person], chosen: PersonId | None) -> None:
        """Let the person say whose words they are, where one note speaks of several people."""
        if [self.about.itemData(n) for n in range(self.about.count())] != [p.id for p in people]:
            self.about.clear()
            for one in people:
                self.about.addItem(one.name, one.id)
        self.about.setCurrentIndex(max(self.about.findData(chosen), 0))
        self.about.setVisible(len(people) > 1)

    def show_ticks(self, ticks: Sequence[Tick], name: str, *, may_add: bool) -> None:
        """Show the highlights for one person; rows stay where the highlights are the same."""
        self._for.setText(say("for {name}", name=name) if name else "")
        self.adding.setVisible(may_add)
        empty = may_add and not ticks
        hint = say("One thing {name} said makes the letter theirs.", name=name or say("they"))
        self._hint.setText(hint if empty else "")
        self._hint.setVisible(empty)
        if [one.tick for one in self._rows] == list(ticks) and may_add == self._may_add:
            return
        self._may_add = may_add
        focused = next((one.tick.highlight_id for one in self._rows if one.hasFocus()), None)
        for old in self._rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._row(one, may_add) for one in ticks]
        for one in self._rows:
            self._list.addWidget(one)
            if one.tick.highlight_id == focused:
                one.setFocus()

    def _row(self, tick: Tick, may_change: bool) -> _TickRow:
        made = _TickRow(self._look, tick)
        made.setEnabled(may_change and tick.may_change)
        made.clicked.connect(lambda on, key=tick.highlight_id: self.ticked.emit(key, on))
        return made

    def rows(self) -> tuple[QCheckBox, ...]:
        """The boxes, in order."""
        return tuple(self._rows)
