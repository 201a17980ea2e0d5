"""One row of Today: what to do, where, for whom, by when, and the button that does it."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from rules.board import Card, Tint
from rules.records import Dossier, Moment
from rules.steps import StepKind
from ui.theme import Look
from ui.today.first_run import IconTile
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.paint import (
    CHIP_HEIGHT,
    chip_width,
    paint_avatar,
    paint_card_surface,
    paint_chip,
    painting,
)
from ui.wording import chip, spoken, step_icon
from ui.wording.today import row_fact, row_title, row_verb

_FACE = 27
_STEP = 31
_MOST = 4
VERB_WIDTH = 164


class Row(QAbstractButton):
    """A card of the queue. Enter or a click opens it."""

    opened = Signal(str, str)  # opportunity id, tab
    confirmed = Signal(str, bool)  # opportunity id, whether it was sent
    stepped = Signal(int)  # an arrow key: one row down or up

    def __init__(self, look: Look, card: Card, dossier: Dossier, moment: Moment) -> None:
        super().__init__()
        self._look = look
        self.card = card
        self.setAccessibleName(spoken(card, moment))
        self.setAccessibleDescription("Enter opens.")
        self.setProperty("ring", 12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        unsure = card.step.kind is StepKind.CONFIRM_SENT
        icon = "circle-question-mark" if unsure else step_icon(card, moment)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 15, 10)
        row.setSpacing(16)
        row.addWidget(IconTile(look, icon, "later" if unsure else card.stage.value, 40))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(label(row_title(card, moment), "row_title", look, elide=True))
        fact = row_fact(card, dossier, moment)
        if fact:
            words.addWidget(label(fact, "body", look, "ink2", elide=True))
        words.addStretch()
        row.addLayout(words, 1)
        if card.faces and not unsure:
            row.addWidget(_Faces(look, card))
        row.addWidget(_ChipMark(look, card.tint, *chip(card, moment)))
        self.verb = self._verbs(row, unsure)
        self.clicked.connect(self._open)
        look.changed.connect(self.update)

    def _verbs(self, row: QHBoxLayout, unsure: bool) -> Button:
        """The buttons at the end; the last one is the verb."""
        oid = self.card.opportunity_id
        if unsure:
            no = Button(self._look, "Not yet", "quiet", name=f"Not yet, {self.card.company}")
            no.clicked.connect(lambda: self.confirmed.emit(oid, False))
            row.addWidget(no)
            words = "Yes, it\u2019s sent"
        else:
            words = row_verb(self.card)
        verb = Button(self._look, words, "secondary", name=f"{words}, {self.card.company}")
        verb.setMinimumWidth(VERB_WIDTH)
        if unsure:
            verb.clicked.connect(lambda: self.confirmed.emit(oid, True))
        else:
            verb.clicked.connect(self._open)
        row.addWidget(verb)
        return verb

    def set_first(self, first: bool) -> None:
        """The first row has the page's only filled button."""
        self.verb.set_kind("primary" if first else "secondary")

    def _open(self) -> None:
        """Open the sheet where the next step is."""
        self.opened.emit(self.card.opportunity_id, "")

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, self._look.px(73))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(420, self._look.px(73))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        late = self.card.tint is Tint.LATE
        with painting(self) as painter:
            box = QRectF(self.rect()).adjusted(1, 0.5, -1, -2.5)
            fill = theme.hover if self.underMouse() and not theme.dark else theme.surface
            outline = theme.late_line if late else theme.line
            paint_card_surface(painter, box, self._look, 1, outline, 12, fill)


class _Faces(QWidget):
    """The people of a row; decoration, the row says it in words."""

    def __init__(self, look: Look, card: Card) -> None:
        super().__init__()
        self._look = look
        self._faces = card.faces[:_MOST]
        self._more = len(card.faces) - len(self._faces)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        width = len(self._faces) * _STEP + (26 if self._more else 0) + 4
        self.setFixedSize(width, _FACE + 8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            for number, face in enumerate(self._faces):
                state = "thanked" if face.thanked else "to_thank" if face.to_thank else "plain"
                box = QRect(number * _STEP, 4, _FACE, _FACE)
                paint_avatar(painter, box, self._look, face.name, state)
            if self._more:
                painter.setPen(self._look.theme.ink2)
                painter.setFont(self._look.font("chip"))
                rest = QRectF(len(self._faces) * _STEP, 4, 26, _FACE)
                painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, f"+{self._more}")


class _ChipMark(QWidget):
    """The due chip; decoration, the row says it in words."""

    def __init__(self, look: Look, tint: Tint, icon: str, text: str) -> None:
        super().__init__()
        self._look = look
        self._tint, self._icon, self._text = tint, icon, text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(chip_width(look, icon, text), CHIP_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_chip(painter, self.rect(), self._look, self._tint, self._icon, self._text)
