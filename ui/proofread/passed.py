"""The folded row of what passed; it opens to say what ran, and what no check can see."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from rules.proof import Report
from ui.proofread.words import CANNOT_SEE, passed_list, passed_words
from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.label import paragraph
from ui.widgets.paint import painting
from ui.wording import say


class _Fold(QAbstractButton):
    """A tick, how many passed, and which way it turns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setProperty("ring", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, dpr = self._look.theme, self.devicePixelRatioF()
        middle = (self.height() - 16) / 2
        with painting(self) as painter:
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.hover)
                painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            painter.drawPixmap(QPointF(12, middle), pixmap("circle-check", theme.done, 16, dpr))
            painter.setFont(self._look.font("next_step"))
            painter.setPen(theme.ink)
            room = QRectF(self.rect()).adjusted(36, 0, -32, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
            turn = "chevron-up" if self.isChecked() else "chevron-down"
            shape = pixmap(turn, theme.ink2, 16, dpr)
            painter.drawPixmap(QPointF(self.width() - 24, middle), shape)


class Passed(QWidget):
    """How many checks found nothing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.fold = _Fold(look)
        self._look = look
        self._says: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        limits = paragraph(say(CANNOT_SEE), "secondary", look, "ink")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        inner = QVBoxLayout()
        inner.setContentsMargins(36, 4, 8, 4)
        inner.setSpacing(10)
        inner.addWidget(limits)
        inner.addLayout(self._list)
        self._inside = QWidget()
        self._inside.setLayout(inner)
        self._inside.hide()
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.fold)
        body.addWidget(self._inside)
        self.setLayout(body)
        self.fold.toggled.connect(self._turn)

    def show_report(self, report: Report) -> None:
        """Another letter was read."""
        words = passed_words(report)
        self.fold.setText(words)
        self._says = passed_list(report)
        self._fill()
        self._name()
        self.setVisible(bool(report.ran))

    def _turn(self, opened: bool) -> None:
        self._inside.setVisible(opened)
        self._fill()
        self._name()

    def _fill(self) -> None:
        """A line for each, where somebody looks."""
        if self._inside.isHidden() or self._says == tuple(
            one.accessibleName() for one in self._rows
        ):
            return
        for old in self._rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        for says in self._says:
            line = paragraph(says, "secondary", self._look, "ink2")
            line.setAccessibleName(says)
            self._list.addWidget(line)
            self._rows.append(line)

    def _name(self) -> None:
        turned = say("shown") if self.fold.isChecked() else say("folded")
        self.fold.setAccessibleName(f"{self.fold.text()}, {turned}")
