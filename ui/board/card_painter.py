"""One card, painted as the pictures have it, and kept as a pixmap while it stays the same."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from rules.board import Card, Face, Tint
from rules.records import Moment, OpportunityId
from rules.steps import StepKind
from ui import wording
from ui.theme import Look, Theme
from ui.widgets.paint import (
    CHIP_HEIGHT,
    chip_width,
    envelopes_width,
    paint_avatar,
    paint_card_surface,
    paint_chip,
    paint_envelopes,
    paint_icon,
    paint_monogram,
)

EDGE = 10
"""Room around a card within its pixmap, for the shadow."""

_PAD = 12
_AIR = 8
_BESIDE = 6
_MARK = 30
_FACE = 24
_FACES = 4
_KEPT = 400
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class CardWords:
    """What a card says at one moment; with the card itself, all that its picture depends on."""

    step_icon: str
    step: str
    step_short: str
    chip_icon: str
    chip: str

    @classmethod
    def of(cls, card: Card, moment: Moment) -> "CardWords":
        """The words of a card now."""
        icon, text = wording.chip(card, moment)
        return cls(
            wording.step_icon(card, moment),
            wording.step_words(card, moment),
            wording.step_words(card, moment, short=True),
            icon,
            text,
        )


def card_height(card: Card, look: Look) -> int:
    """How high a card is: people take one more row."""
    return look.px(148 if card.faces else 114)


def count_that_fits(look: Look, card: Card, room: float) -> tuple[int, str, float]:
    """How wide the envelopes are, their number in words and its width; nothing before a cut chip.

    In a narrow lane the number goes first, because the envelopes say it too.
    """
    text = f"{card.used}/{card.of}"
    width = QFontMetricsF(look.font("secondary")).horizontalAdvance(text)
    envelopes = envelopes_width(card.of)
    if envelopes + _BESIDE + width <= room:
        return envelopes, text, width
    return (envelopes, "", 0.0) if envelopes <= room else (0, "", 0.0)


@dataclass
class _Kept:
    card: Card
    form: tuple[object, ...]
    pixmap: QPixmap


class CardPainter:
    """Paints cards and keeps each one's picture until something about it changes."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept: OrderedDict[OpportunityId, _Kept] = OrderedDict()
        self.painted = 0
        """How many cards were painted anew, for measuring."""

    def pixmap(
        self, card: Card, moment: Moment, width: int, dpr: float, *, button: bool = False
    ) -> QPixmap:
        """The card `width` wide within EDGE of room; `button` leaves room for its "..."."""
        words = CardWords.of(card, moment)
        form = (words, width, dpr, button, self._look.theme.dark, self._look.scale)
        kept = self._kept.get(card.opportunity_id)
        if kept is not None and kept.form == form and (kept.card is card or kept.card == card):
            self._kept.move_to_end(card.opportunity_id)
            return kept.pixmap
        pixmap = self._draw(card, words, width, dpr, button)
        self._kept[card.opportunity_id] = _Kept(card, form, pixmap)
        self._kept.move_to_end(card.opportunity_id)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return pixmap

    def elides(self, card: Card, width: int) -> bool:
        """Whether company or role do not fit a card of that width."""
        room = width - 2 * _PAD - self._look.px(_MARK) - 10
        return any(
            QFontMetricsF(self._look.font(use)).horizontalAdvance(text) > room
            for use, text in (("card_title", card.company), ("secondary", card.role))
        )

    def _draw(self, card: Card, words: CardWords, width: int, dpr: float, button: bool) -> QPixmap:
        self.painted += 1
        height = card_height(card, self._look)
        pixmap = QPixmap(round((width + 2 * EDGE) * dpr), round((height + 2 * EDGE) * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            painter.translate(EDGE, EDGE)
            _Drawing(painter, self._look, card, words, width, height).draw(button)
        finally:
            painter.end()  # left open, an exception would end the process
        return pixmap


class _Drawing:
    """The rows of one card, from the top."""

    def __init__(
        self,
        painter: QPainter,
        look: Look,
        card: Card,
        words: CardWords,
        width: int,
        height: int,
    ) -> None:
        self.painter = painter
        self.look = look
        self.theme: Theme = look.theme
        self.card = card
        self.words = words
        self.width = width
        self.height = height
        self.closed = card.tint is Tint.CLOSED
        self.ground = look.theme.inset if self.closed else look.theme.surface

    def draw(self, button: bool) -> None:
        """The whole card; `button` keeps the upper right corner free."""
        late = self.card.tint is Tint.LATE
        paint_card_surface(
            self.painter,
            QRectF(0, 0, self.width, self.height),
            self.look,
            level=0 if self.closed or self.theme.dark else 1,
            outline=self.theme.late_line if late else None,
            fill=self.ground,
        )
        self._head(32 if button else 0)
        self._step()
        self._chip_row()
        if self.card.faces:
            self._people()

    def _text(self, use: str, colour: QColor, rect: QRectF, text: str) -> None:
        self.painter.setFont(self.look.font(use))
        self.painter.setPen(colour)
        elided = self.painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(rect.width())
        )
        self.painter.drawText(rect, _LEFT, elided)

    def _head(self, kept_free: int) -> None:
        px = self.look.px
        mark = px(_MARK)
        box = QRect(_PAD, px(12), mark, mark)
        paint_monogram(self.painter, box, self.look, self.card.company, self.closed)
        left = _PAD + mark + 10
        title = QRectF(left, px(10), self.width - left - 8 - kept_free, px(18))
        ink = self.theme.ink2 if self.closed else self.theme.ink
        self._text("card_title", ink, title, self.card.company)
        role = QRectF(left, px(27), self.width - left - _PAD, px(17))
        self._text("secondary", self.theme.ink2, role, self.card.role)

    def _step(self) -> None:
        px = self.look.px
        middle = px(63)
        colour = self._step_colour()
        corner = QPointF(_PAD, middle - 8)
        paint_icon(self.painter, corner, self.look, self.words.step_icon, colour, 16)
        room = QRectF(_PAD + 22, middle - px(9), self.width - 2 * _PAD - 22, px(18))
        metrics = QFontMetricsF(self.look.font("next_step"))
        fits = metrics.horizontalAdvance(self.words.step) <= room.width()
        ink = self.theme.ink2 if self.closed else self.theme.ink
        text = self.words.step if fits else self.words.step_short
        self._text("next_step", ink, room, text)

    def _step_colour(self) -> QColor:
        if self.closed:
            return self.theme.ink3
        if self.card.step.kind in (StepKind.REST, StepKind.CLOSE, StepKind.MOMENT_PASSED):
            return self.theme.ink2
        return self.theme.stage[self.card.stage]

    def _chip_row(self) -> None:
        px = self.look.px
        middle, height = px(91), px(CHIP_HEIGHT)
        right = float(self.width - _PAD)
        words = self.words
        chip = chip_width(self.look, words.chip_icon, words.chip)
        if wording.shows_count(self.card):
            right = self._count(right, middle, right - _PAD - chip - _AIR)
        box = QRect(_PAD, middle - height // 2, int(right) - _PAD, height)
        paint_chip(self.painter, box, self.look, self.card.tint, words.chip_icon, words.chip)

    def _count(self, right: float, middle: int, room: float) -> float:
        """Envelopes and "1/2" at the right, or what of them fits; gives where the chip ends."""
        envelopes, text, width = count_that_fits(self.look, self.card, room)
        if not envelopes:
            return right
        left = right
        if text:
            left -= width
            box = QRectF(left, middle - 9, width + 2, 18)
            self._text("secondary", self.theme.ink2, box, text)
            left -= _BESIDE
        left -= envelopes
        where = QPointF(left, middle)
        paint_envelopes(self.painter, where, self.look, self.card.used, self.card.of)
        return left - _AIR

    def _people(self) -> None:
        px = self.look.px
        size = px(_FACE)
        top, left = px(122) - size // 2, _PAD
        faces = self.card.faces
        shown = faces if len(faces) <= _FACES else faces[:_FACES]
        for face in shown:
            box = QRect(left, top, size, size)
            paint_avatar(self.painter, box, self.look, face.name, _state(face), self.ground)
            left += size + 5
        if len(shown) < len(faces):
            more = f"+{len(faces) - len(shown)}"
            self._text("secondary", self.theme.ink2, QRectF(left + 2, top, 28, size), more)
            left += round(QFontMetricsF(self.look.font("secondary")).horizontalAdvance(more)) + 6
        room = QRectF(left + 5, top, self.width - _PAD - left - 5, size)
        self._text("secondary", self.theme.ink2, room, self._people_words(room.width()))

    def _people_words(self, room: float) -> str:
        """The people in words, as long as they fit."""
        words = wording.faces_words(self.card)
        if QFontMetricsF(self.look.font("secondary")).horizontalAdvance(words) <= room:
            return words
        return wording.faces_words(self.card, short=True)


def _state(face: Face) -> str:
    """How a person's mark is drawn."""
    if face.thanked:
        return "thanked"
    return "to_thank" if face.to_thank else "plain"
