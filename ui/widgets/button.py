"""Buttons: four kinds by weight, and the square one with an icon alone."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy
from typing_extensions import override

from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.label import set_tooltip
from ui.widgets.paint import painting

Kind = Literal["primary", "secondary", "soft", "quiet"]

_PADDING = 16
_GAP = 8


class Button(QPushButton):
    """A push button: primary is filled, secondary outlined, soft tinted, quiet text alone.

    `key` is shown beside the text, `name` is what is spoken where the text is not enough.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        kind: Kind = "secondary",
        icon: str = "",
        key: str = "",
        name: str = "",
        *,
        small: bool = False,
    ) -> None:
        super().__init__(text)
        self._look = look
        self._kind: Kind = kind
        self._icon = icon
        self._key = key
        self._small = small
        self.setAccessibleName(name or text)
        self.setProperty("ring", 6 if small else 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_kind(self, kind: Kind) -> None:
        """Another weight."""
        if kind != self._kind:
            self._kind = kind
            self.update()

    def set_words(self, text: str, name: str = "") -> None:
        """Another text, and the name that is spoken with it."""
        self.setText(text)
        self.setAccessibleName(name or text)
        self.updateGeometry()

    def set_icon_name(self, icon: str) -> None:
        """Another icon before the text."""
        self._icon = icon
        self.update()

    def _restyle(self) -> None:
        """Take the font from the look."""
        self.setFont(self._look.font("chip" if self._small else "card_title"))
        self.updateGeometry()
        self.update()

    @property
    def _padding(self) -> int:
        if self._kind == "quiet":
            return 8
        return 12 if self._small else _PADDING

    def _key_width(self) -> float:
        if not self._key:
            return 0.0
        return QFontMetricsF(self._look.font("chip")).horizontalAdvance(self._key) + 14

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        icon = (16 + (_GAP if self.text() else 0)) if self._icon else 0
        total = width + icon + self._key_width() + 2 * self._padding
        return QSize(round(total + 0.5), self._look.px(24 if self._small else 36))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _colors(self) -> tuple[QColor | None, QColor, QColor | None]:
        """Ground, ink and outline as the button stands now."""
        theme = self._look.theme
        down, over = self.isDown(), self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            return theme.seg, theme.ink3, None
        if self._kind == "primary":
            ground = theme.accent_press if down else theme.accent_hover if over else theme.accent
            return ground, theme.on_accent, None
        if self._kind == "secondary":
            ground = theme.press if down else theme.hover if over else theme.surface
            return ground, theme.ink, theme.line_strong
        if self._kind == "soft":
            return (
                (theme.press if down else theme.accent_soft),
                theme.accent_text,
                (theme.accent_text if over and not down else None),
            )
        return (theme.press if down else theme.hover if over else None), theme.accent_text, None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground, ink, outline = self._colors()
        with painting(self) as painter:
            _ground(painter, QRectF(self.rect()), ground, outline, 6 if self._small else 8)
            self._contents(painter, ink)

    def _contents(self, painter: QPainter, ink: QColor) -> None:
        """Icon, text and key, in the middle together."""
        metrics = QFontMetricsF(self.font())
        words = metrics.horizontalAdvance(self.text())
        icon = (16 + (_GAP if self.text() else 0)) if self._icon else 0
        left = (self.width() - words - icon - self._key_width()) / 2
        if self._icon:
            drawn = pixmap(self._icon, ink, 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, (self.height() - 16) / 2), drawn)
        painter.setPen(ink)
        painter.setFont(self.font())
        area = QRectF(left + icon, 0, words + 2, self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self._key:
            painter.setFont(self._look.font("chip"))
            area = QRectF(area.right() + 12, 0, self._key_width(), self.height())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self._key)


class IconButton(QAbstractButton):
    """A square button with an icon; its name and key are the tooltip."""

    def __init__(
        self, look: Look, icon: str, name: str, key: str = "", *, side: int = 36, size: int = 18
    ) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._size = size
        self._side = side
        self._outlined = False
        self.setAccessibleName(name)
        self.setProperty("ring", 8)
        set_tooltip(self, f"{name}  {key}" if key else name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(side, side)
        look.changed.connect(self.update)

    def set_outlined(self, outlined: bool) -> None:
        """Draw the edge of a secondary button around it."""
        self._outlined = outlined
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        over = self.underMouse() and self.isEnabled()
        ground = theme.press if self.isDown() else theme.hover if over else None
        outline = theme.line_strong if self._outlined else None
        with painting(self) as painter:
            _ground(painter, QRectF(self.rect()), ground, outline, 8)
            ink = theme.ink if self.isEnabled() else theme.ink3
            drawn = pixmap(self._icon, ink, self._size, self.devicePixelRatioF())
            corner = QPointF((self.width() - self._size) / 2, (self.height() - self._size) / 2)
            painter.drawPixmap(corner, drawn)


def _ground(
    painter: QPainter, rect: QRectF, ground: QColor | None, outline: QColor | None, radius: float
) -> None:
    """The shape of a button."""
    if ground is None and outline is None:
        return
    painter.setPen(QPen(outline, 1) if outline is not None else Qt.PenStyle.NoPen)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    inset = 0.5 if outline is not None else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
