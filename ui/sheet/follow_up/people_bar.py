"""Who: one button for each person, with how far their letter is in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from rules.records import PersonId
from ui.sheet.panel import colour, column, row
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.paint import paint_avatar, painting
from ui.wording import say

_EACH_ROW = 3
_HEIGHT = 48
MOST_BEFORE_FULL = 6
"""From so many people on, more are added under People."""


@dataclass(frozen=True, kw_only=True)
class Who:
    """What one button says."""

    person_id: PersonId
    name: str
    words: str  # how far their letter is
    spoken: str
    avatar: str  # "thanked", "to_thank" or "plain"
    tone: str = "ink2"
    may_choose: bool = True


class _PersonButton(QRadioButton):
    """One person, chosen or not."""

    def __init__(self, look: Look, who: Who) -> None:
        super().__init__(who.name)
        self._look = look
        self.who = who
        self.setProperty("ring", 10)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_who(self, who: Who) -> None:
        """Say something else about the same person."""
        self.who = who
        self.setAccessibleName(who.spoken)
        self.setEnabled(who.may_choose)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self._look.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        on = self.isChecked()
        with painting(self) as painter:
            over = self.underMouse() and self.isEnabled()
            ground = theme.accent_soft if on else theme.hover if over else theme.surface
            width = 2.0 if on else 1.0
            painter.setPen(QPen(theme.accent if on else theme.line, width))
            painter.setBrush(ground)
            inset = width / 2
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, 10, 10)
            face = QRect(10, (self.height() - 28) // 2, 28, 28)
            paint_avatar(painter, face, self._look, self.who.name, self.who.avatar, ground=ground)
            self._words(painter, on)

    def _words(self, painter: QPainter, on: bool) -> None:
        """The name, and below it how far the letter is."""
        theme, who = self._look.theme, self.who
        middle = self.height() / 2
        room = self.width() - 46 - 8
        plain = on and who.tone == "ink2"
        state = theme.accent_text if plain else colour(self._look, who.tone)
        for use, text, tone, top in (
            ("card_title", who.name, theme.ink, middle - self._look.px(18)),
            ("secondary", who.words, state, middle - 1),
        ):
            font = self._look.font(use)
            painter.setFont(font)
            painter.setPen(tone)
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            area = QRectF(46, top, room, self._look.px(18))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)


class PeopleBar(QWidget):
    """The heading, how many are done, and the people."""

    chosen = Signal(str)
    add_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._buttons: list[_PersonButton] = []
        self._group = QButtonGroup(self)
        self._heading = label("", "section", look)
        self._heading.setMinimumHeight(look.px(24))
        self._done = label("", "next_step", look, "ink2")
        self._add = Button(
            look, say("Person"), "quiet", icon="plus", name=say("Add a person"), small=True
        )
        self._add.clicked.connect(self.add_requested)
        head = row(gap=8)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._add)
        head.addWidget(self._done)
        self._head = head
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        body = column(gap=9)
        body.addLayout(head)
        body.addLayout(self._grid)
        self.setLayout(body)
        self.setAccessibleName(say("People"))

    def show_people(
        self,
        heading: str,
        done: str,
        people: Sequence[Who],
        chosen: PersonId | None,
        *,
        may_add: bool,
    ) -> None:
        """Show these people; buttons stay where the people are the same."""
        self._heading.setText(heading)
        self._done.setText(done)
        self._add.setVisible(may_add and len(people) < MOST_BEFORE_FULL)
        if [one.who.person_id for one in self._buttons] != [one.person_id for one in people]:
            self._rebuild(people)
        for button, who in zip(self._buttons, people, strict=True):
            button.show_who(who)
            if who.person_id == chosen:
                button.setChecked(True)

    def _rebuild(self, people: Sequence[Who]) -> None:
        for old in self._buttons:
            self._group.removeButton(old)
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for number, who in enumerate(people):
            button = _PersonButton(self._look, who)
            button.clicked.connect(lambda _=False, key=who.person_id: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons.append(button)
            self._grid.addWidget(button, number // _EACH_ROW, number % _EACH_ROW)
        for number in range(_EACH_ROW):
            self._grid.setColumnStretch(number, 1 if number < len(people) else 0)

    def add_tool(self, tool: QWidget) -> None:
        """One more button at the end of the heading."""
        self._head.addWidget(tool)

    def choose_number(self, number: int) -> bool:
        """Choose by place, where there is somebody to choose."""
        buttons = self.buttons()
        if number >= len(buttons) or not buttons[number].isEnabled():
            return False
        buttons[number].click()
        return True

    def choose_beside(self, step: int) -> bool:
        """Choose who is before or after the one chosen."""
        buttons = self.buttons()
        at = next((n for n, one in enumerate(buttons) if one.isChecked()), 0)
        number = at + step
        while 0 <= number < len(buttons):
            if self.choose_number(number):
                return True
            number += step
        return False

    def buttons(self) -> tuple[QRadioButton, ...]:
        """The buttons, in the order of the people."""
        return tuple(self._buttons)
