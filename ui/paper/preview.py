"""The pages of a letter as they will look on paper, one below the other."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from ui.paper.letter import Paper, PaperLetter
from ui.paper.pages import Page, lay_out, points
from ui.theme import Look
from ui.widgets.paint import paint_shadow, painting
from ui.wording.say import count

_EDGE = 20
_GAP = 20
_WIDEST = 640


class Preview(QScrollArea):
    """Shows a letter; the arrow keys and Page Down scroll it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._pages = _Pages(look)
        self.setWidget(self._pages)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ring", 10)

    def show_letter(self, letter: PaperLetter, paper: Paper) -> int:
        """Lay the letter out on that paper; gives the number of its pages."""
        size = points(paper)
        pages = lay_out(letter, size)
        self._pages.show_pages(pages, size)
        self.setAccessibleName(count(len(pages), "Preview, {n} page", "Preview, {n} pages"))
        self.setAccessibleDescription(letter.text)
        return len(pages)


class _Pages(QWidget):
    """Paints the sheets, white in every theme, as wide as there is room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Page, ...] = ()
        self._size = QSizeF(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_pages(self, pages: tuple[Page, ...], size: QSizeF) -> None:
        """Other pages, or other paper."""
        self._shown = pages
        self._size = size
        self._measure()
        self.update()

    def _scale(self) -> float:
        """Pixels a point."""
        wide = min(max(self.width() - 2 * _EDGE, 100), _WIDEST)
        return wide / self._size.width()

    def _sheet(self, number: int) -> QRectF:
        """Where a sheet lies."""
        wide, high = self._size.width() * self._scale(), self._size.height() * self._scale()
        return QRectF((self.width() - wide) / 2, _EDGE + number * (high + _GAP), wide, high)

    def _measure(self) -> None:
        """As high as the sheets are at this width."""
        last = self._sheet(max(len(self._shown), 1) - 1)
        self.setFixedHeight(round(last.bottom()) + _EDGE)

    @override
    def sizeHint(self) -> QSize:
        return QSize(460, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            for number, page in enumerate(self._shown):
                sheet = self._sheet(number)
                if not sheet.intersects(QRectF(event.rect())):
                    continue
                paint_shadow(painter, sheet, self._look, 1, 2)
                painter.setPen(QPen(self._look.theme.line, 1))
                painter.setBrush(Qt.GlobalColor.white)
                painter.drawRect(sheet)
                painter.save()
                painter.translate(sheet.topLeft())
                painter.scale(self._scale(), self._scale())
                page.draw(painter)
                painter.restore()
