"""The sheet's header: whose it is, how it stands, and the way out."""

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget
from typing_extensions import override

from rules.board import Card
from rules.records import Dossier, Moment
from ui.sheet.panel import column, row
from ui.sheet.words import header_line
from ui.theme import Look
from ui.widgets.button import IconButton
from ui.widgets.label import label
from ui.widgets.paint import (
    CHIP_HEIGHT,
    chip_width,
    envelopes_width,
    paint_chip,
    paint_envelopes,
    paint_monogram,
    painting,
)
from ui.wording import chip, count_words, say, shows_count


class _Monogram(QWidget):
    """The company's mark."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = ""
        self.side = 42
        look.changed.connect(self.update)

    def show_name(self, name: str, side: int) -> None:
        """Another company, or another size."""
        self._name = name
        self.setFixedSize(side, side)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_monogram(painter, self.rect(), self._look, self._name)


class _Standing(QWidget):
    """The due chip, and the follow-ups used in words and envelopes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._card: Card | None = None
        self._icon, self._chip, self._count = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_card(self, card: Card, moment: Moment, *, brief: bool) -> None:
        """How a card stands at a moment."""
        self._card = card
        self._icon, self._chip = chip(card, moment)
        words = f"{card.used}/{card.of}" if brief else count_words(card)
        self._count = words if shows_count(card) else ""
        spoken = chip(card, moment, spoken=True)[1]
        self.setAccessibleName(", ".join(one for one in (spoken, count_words(card)) if one))
        self.updateGeometry()
        self.update()

    def _words_width(self) -> int:
        if not self._count:
            return 0
        return self.fontMetrics().horizontalAdvance(self._count) + 4

    @override
    def sizeHint(self) -> QSize:
        self.setFont(self._look.font("next_step"))
        if self._card is None:
            return QSize(0, CHIP_HEIGHT)
        width = chip_width(self._look, self._icon, self._chip)
        if self._count:
            width += 14 + self._words_width() + 6 + envelopes_width(self._card.of)
        return QSize(width + 2, self._look.px(CHIP_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        card = self._card
        if card is None:
            return
        with painting(self) as painter:
            used = paint_chip(painter, self.rect(), self._look, card.tint, self._icon, self._chip)
            if not self._count:
                return
            left = used + 14
            painter.setPen(self._look.theme.ink2)
            painter.setFont(self._look.font("next_step"))
            area = QRect(left, 0, self._words_width(), self.height())
            painter.drawText(area, 0x80, self._count)  # AlignVCenter
            spot = QPointF(left + self._words_width() + 6, self.height() / 2)
            paint_envelopes(painter, spot, self._look, card.used, card.of)


class Header(QWidget):
    """Mark, company, what it is about, how it stands, `...` and Close."""

    close_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._mark = _Monogram(look)
        self.company = label("", "sheet_title", look, elide=True)
        self._about = label("", "body", look, "ink2", elide=True)
        self._standing = _Standing(look)
        self.more = IconButton(look, "ellipsis", say("More"))
        self.close_button = IconButton(look, "x", say("Close"), "Esc")
        self.close_button.clicked.connect(self.close_pressed)
        self.menu = QMenu(self)
        self.more.clicked.connect(
            lambda: self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        )
        words = column(gap=0)
        words.addStretch(1)
        words.addWidget(self.company)
        words.addWidget(self._about)
        words.addStretch(1)
        self._line = row(margins=(24, 0, 22, 0), gap=14)
        self._line.addWidget(self._mark)
        self._line.addLayout(words, 1)
        self._line.addWidget(self._standing)
        self._line.addWidget(self.more)
        self._line.addWidget(self.close_button)
        self._line.setSpacing(6)
        self._line.insertSpacing(1, 8)
        self.setLayout(self._line)

    def show_opportunity(
        self, dossier: Dossier, card: Card, moment: Moment, *, low: bool, brief: bool
    ) -> None:
        """Whose sheet it is; `low`: there is little height, `brief`: little width."""
        talk = dossier.interview(card.step.interview_id)
        if talk is None and dossier.interviews:
            talk = dossier.interviews[-1]
        self.company.setText(dossier.opportunity.company)
        self._about.setText(header_line(dossier, talk, moment))
        self._mark.show_name(dossier.opportunity.company, 34 if low else 42)
        self._standing.show_card(card, moment, brief=brief)
