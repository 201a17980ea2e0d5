"""The first page of all: one field, three facts, and nothing to set up."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from rules.stages import Stage
from ui.resources import pixmap
from ui.theme import Look, Theme
from ui.today.hero import Hero
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.paint import painting
from ui.widgets.quick_add import Clocked, QuickAdd

_WIDTH = 864
_OPENING = 5_000
"""How long the example is given to come up before it may be asked for again."""

_SAMPLE = "Try it with sample data"
_LOW = 690
"""Windows lower than this do without the drawing."""

_FACTS = (
    ("clock", "today", "Within 24 hours", "Thank everyone you met,", "with what you talked about."),
    ("mail", "check_in", "A week or two later", "One check-in if it stays quiet,",
     "your first note included."),
    ("check-check", "stop", "Then rest", "Two follow-ups at most.", "Afterword never nags anyone."),
)  # fmt: skip


class IconTile(QWidget):
    """An icon on a rounded square of its own colour, thinned."""

    def __init__(self, look: Look, icon: str, tone: str, side: int = 38) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._tone = tone
        self.setFixedSize(side, side)
        look.changed.connect(self.update)

    def show_icon(self, icon: str, tone: str) -> None:
        """Another icon in another tone."""
        self._icon, self._tone = icon, tone
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink = tone_color(self._look.theme, self._tone)
        ground = QColor(ink)
        ground.setAlphaF(0.24 if self._look.theme.dark else 0.11)
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
            drawn = pixmap(self._icon, ink, 20, self.devicePixelRatioF())
            at = (self.width() - 20) / 2
            painter.drawPixmap(QPointF(at, at), drawn)


def tone_color(theme: Theme, tone: str) -> QColor:
    """A colour by the name of a token, a stage, or "check_in"."""
    if tone == "check_in":
        return theme.stage[Stage.WAITING_TO_HEAR]
    if tone in tuple(Stage):
        return theme.stage[Stage(tone)]
    found = getattr(theme, tone)
    if not isinstance(found, QColor):
        raise TypeError(f"{tone} is not a colour")
    return found


class FirstRun(QWidget):
    """Asks for one line, the Entry of `entered`. The other doors want the example or a backup."""

    entered = Signal(object)
    sample_asked = Signal()
    restore_asked = Signal()

    def __init__(self, look: Look, session: Clocked, sample: bool) -> None:
        super().__init__()
        self._look = look
        self.quick_add = QuickAdd(look, session, big=True)
        self.quick_add.entered.connect(self.entered)
        self.quick_add.typing.connect(self._typing)
        self._hero = Hero(look)
        self._other = Button(look, "Add an application instead", "quiet", icon="send")
        self._other.clicked.connect(self._switch)
        self._sample = Button(look, _SAMPLE, "quiet", icon="sparkles")
        self._sample.clicked.connect(self._ask_sample)
        self._restore = Button(look, "Restore a backup", "quiet", icon="archive-restore")
        self._restore.clicked.connect(self.restore_asked)
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(_OPENING)
        self._opening.timeout.connect(self._offer_sample)
        self._sample.setVisible(not sample)
        self._doors = QWidget()
        self._build()
        self.setFocusProxy(self.quick_add)

    def _build(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        doors = QHBoxLayout(self._doors)
        doors.setContentsMargins(0, 0, 0, 0)
        doors.setSpacing(10)
        doors.addStretch()
        doors.addWidget(self._other)
        doors.addWidget(self._sample)
        doors.addWidget(self._restore)
        doors.addStretch()
        inner = QWidget()
        inner.setMaximumWidth(self._look.px(_WIDTH))
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._hero, 0, middle)
        column.addSpacing(18)
        welcome = label("Every interview deserves an afterword.", "welcome", self._look)
        column.addWidget(welcome, 0, middle)
        column.addSpacing(6)
        lead = "Type who you met. Your thank-yous are ready in a minute."
        column.addWidget(label(lead, "lead", self._look, "ink2"), 0, middle)
        column.addSpacing(32)
        column.addWidget(self.quick_add)
        column.addSpacing(16)
        column.addWidget(self._doors)
        column.addSpacing(42)
        column.addLayout(self._facts())
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 16, 24, 22)
        page.addStretch(9)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        page.addLayout(row)
        page.addStretch(8)
        page.addLayout(self._privacy())

    def _facts(self) -> QGridLayout:
        """The three rules, short."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for place, (icon, tone, title, first, second) in enumerate(_FACTS):
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(IconTile(self._look, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(label(title, "section", self._look))
            words.addWidget(paragraph(f"{first}\n{second}", "body", self._look, "ink2"))
            row.addLayout(words, 1)
            grid.addLayout(row, 0, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _privacy(self) -> QHBoxLayout:
        """Where everything stays."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(_SmallIcon(self._look, "lock"))
        said = "Everything stays on this computer. No account, nothing sent for you."
        row.addWidget(label(said, "body", self._look, "ink2"))
        row.addStretch()
        return row

    def _switch(self) -> None:
        """Interview or application: the same field with another example."""
        application = self.quick_add.mode == "interview"
        self.quick_add.set_mode("application" if application else "interview")
        self._other.set_words(
            "Add an interview instead" if application else "Add an application instead"
        )
        self.quick_add.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_sample(self) -> None:
        """One press opens one example: it takes a moment to come up, and that is said."""
        self.quick_add.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sample.setEnabled(False)
        self._sample.set_words("Opening the sample\N{HORIZONTAL ELLIPSIS}")
        announce(self, "Opening the sample")
        self._opening.start()
        self.sample_asked.emit()

    def _offer_sample(self) -> None:
        """It may be asked for again."""
        self._sample.set_words(_SAMPLE)
        self._sample.setEnabled(True)

    def _typing(self, typing: bool) -> None:
        """The chips take the place of the doors."""
        self._doors.setVisible(not typing)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._hero.setVisible(self.height() >= self._look.px(_LOW))
        super().resizeEvent(event)


class _SmallIcon(QWidget):
    """An icon beside a line of text."""

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self.setFixedSize(16, 16)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            drawn = pixmap(self._icon, self._look.theme.ink2, 16, self.devicePixelRatioF())
            painter.drawPixmap(0, 0, drawn)
