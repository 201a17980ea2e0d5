"""The footer: ready to copy, asking once about what is missing, copied, done."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget
from typing_extensions import override

from rules.records import Channel
from ui.resources import pixmap
from ui.sheet.follow_up.ways import Way, done
from ui.sheet.panel import colour, column, row
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.button import Button, IconButton
from ui.widgets.label import Label, label
from ui.widgets.paint import painting
from ui.wording import say

_HEIGHT = 70
_CORNER = 16
"""The sheet's lower left corner is round while it covers the page..."""
_FLUSH = 120
"""... but not where it begins at the rail,"""
_DOCKS = 1840
"""... nor where it stands beside the page."""
_COPY = {
    Channel.EMAIL: "Copy email",
    Channel.LETTER: "Copy text",
    Channel.PHONE: "Copy script",
}


class Mark(QWidget):
    """An icon of twenty pixels in a colour of the theme."""

    def __init__(self, look: Look, name: str, tone: str, size: int = 20) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._tone = tone
        self._size = size
        self.setFixedSize(size, size)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            ink = colour(self._look, self._tone)
            drawn = pixmap(self._name, ink, self._size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(0, 0), drawn)


class _Strip(QWidget):
    """One state of the footer on its ground, with the line above."""

    def __init__(self, look: Look, ground: str, edge: str) -> None:
        super().__init__()
        self.look = look
        self._ground = ground
        self._edge = edge
        self.line = row(margins=(24, 1, 24, 0), gap=10)
        self.setLayout(self.line)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRect(self.rect().adjusted(0, 0, 0, -_CORNER))
        path.addRect(self.rect().adjusted(_CORNER, 0, 0, 0))
        if self.mapTo(self.window(), QPoint(0, 0)).x() < _FLUSH or self.window().width() >= _DOCKS:
            path.addRect(self.rect())
        else:
            path.addRoundedRect(QRectF(self.rect()), _CORNER, _CORNER)
        with painting(self) as painter:
            painter.fillPath(path, colour(self.look, self._ground))
            painter.fillRect(0, 0, self.width(), 1, colour(self.look, self._edge))


class Footer(QStackedWidget):
    """What can be done with the letter now."""

    copy_pressed = Signal()
    copy_as_it_is = Signal()
    fix_pressed = Signal()
    fix_first_pressed = Signal()
    mail_pressed = Signal()
    sent_pressed = Signal()
    by_hand_pressed = Signal()
    not_sent_pressed = Signal()
    copy_again = Signal()
    replied_pressed = Signal()
    close_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._ready_words = label("", "body", look, "ink2", elide=True)
        self.replied = Button(look, say("They already replied"), "quiet", icon="reply")
        self.more = IconButton(look, "ellipsis", say("More ways to send it"), side=38)
        self.more.set_outlined(True)
        self.mail = Button(look, say("Open in mail app"), "secondary", icon="external-link")
        self.mail.setToolTip("Ctrl+Shift+Enter")
        self.copy = Button(look, say("Copy email"), "primary", icon="copy", key="Ctrl Enter")
        self.by_hand = Button(look, "", "primary", icon="check")
        self._alert = Mark(look, "circle-alert", "late", 16)
        self.fix = Button(look, say("Fix"), "soft")
        self._question = label("", "card_title", look, "ink", elide=True)
        self.fix_first = Button(look, say("Fix"), "primary")
        self.fix_first.setAutoDefault(True)
        self.as_it_is = Button(look, say("Copy as it is"), "secondary")
        self._copied_title = label(
            say("Copied. Paste it into your mail and send."), "card_title", look
        )
        self._copied_words = label("", "secondary", look, "ink2", elide=True)
        self.again = Button(look, say("Copy again"), "quiet", icon="copy")
        self.not_sent = Button(look, say("Not sent"), "secondary")
        self.sent = Button(look, say("Sent"), "primary", icon="check", key="Enter")
        self.sent.setAutoDefault(True)  # so that Enter presses it as Space does
        self._done_words = label("", "card_title", look, "ink", elide=True)
        self.close_button = Button(look, say("Close"), "primary", key="Enter")
        self.close_button.setAutoDefault(True)
        self._ready = self._make_ready()
        self._asked = self._make_asked()
        self._copied = self._make_copied()
        self._done = self._make_done()
        for strip in (self._ready, self._asked, self._copied, self._done):
            self.addWidget(strip)
        self._wire()
        look.changed.connect(self._restyle)
        self._restyle()

    def _wire(self) -> None:
        self.copy.clicked.connect(self.copy_pressed)
        self.mail.clicked.connect(self.mail_pressed)
        self.by_hand.clicked.connect(self.by_hand_pressed)
        self.replied.clicked.connect(self.replied_pressed)
        self.as_it_is.clicked.connect(self.copy_as_it_is)
        self.fix.clicked.connect(self.fix_pressed)
        self.fix_first.clicked.connect(self.fix_first_pressed)
        self.again.clicked.connect(self.copy_again)
        self.not_sent.clicked.connect(self.not_sent_pressed)
        self.sent.clicked.connect(self.sent_pressed)
        self.close_button.clicked.connect(self.close_pressed)

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(_HEIGHT))

    def _make_ready(self) -> _Strip:
        strip = _Strip(self._look, "surface", "line")
        strip.line.addWidget(self.replied)
        strip.line.addWidget(self._alert)
        strip.line.addWidget(self._ready_words)
        strip.line.addSpacing(8)
        strip.line.addWidget(self.fix)
        strip.line.addStretch(1)
        for part in (self.more, self.mail, self.copy, self.by_hand):
            strip.line.addWidget(part)
        return strip

    def _make_asked(self) -> _Strip:
        strip = _Strip(self._look, "today_bg", "today_line")
        strip.line.addWidget(Mark(self._look, "circle-alert", "today"))
        strip.line.addWidget(self._question, 1)
        strip.line.addWidget(self.as_it_is)
        strip.line.addWidget(self.fix_first)
        return strip

    def _make_copied(self) -> _Strip:
        strip = _Strip(self._look, "done_bg", "done_line")
        strip.line.addWidget(Mark(self._look, "circle-check", "done"))
        words = column(gap=0)
        words.addStretch(1)
        words.addWidget(self._copied_title)
        words.addWidget(self._copied_words)
        words.addStretch(1)
        strip.line.addLayout(words, 1)
        for part in (self.again, self.not_sent, self.sent):
            strip.line.addWidget(part)
        return strip

    def _make_done(self) -> _Strip:
        strip = _Strip(self._look, "done_bg", "done_line")
        strip.line.addWidget(Mark(self._look, "circle-check", "done"))
        strip.line.addWidget(self._done_words, 1)
        strip.line.addWidget(self.close_button)
        return strip

    def show_ready(
        self,
        words: str,
        *,
        check_in: bool,
        may_copy: bool,
        channel: Channel = Channel.EMAIL,
        fix: str = "",
    ) -> None:
        """Ready to copy; `words` say when it is best sent, what is to fix, or that it is done."""
        self._ready_words.setText(words)
        self.fix.set_words(fix)
        for part in (self._alert, self.fix):
            part.setVisible(bool(fix))
        self.replied.setVisible(check_in)
        by_mail = channel is Channel.EMAIL
        self.copy.setVisible(may_copy)
        self.more.setVisible(may_copy and channel is not Channel.PHONE)
        self.mail.setVisible(may_copy and by_mail)
        self.by_hand.setVisible(may_copy and not by_mail)
        self.copy.set_kind("primary" if by_mail else "secondary")
        self.copy.set_words(say(_COPY[channel]))
        if not by_mail:
            self.by_hand.set_words(done(Way.BY_HAND, channel))
        self.setCurrentWidget(self._ready)

    def show_question(self, question: str, fix: str, as_it_is: str) -> None:
        """Ask once about what is to be fixed."""
        self._question.setText(question)
        self.fix_first.set_words(fix)
        self.as_it_is.set_words(as_it_is)
        self.setCurrentWidget(self._asked)
        announce(self, question)

    def show_copied(self, title: str, words: str, next_words: str, *, copied: bool) -> None:
        """Handed over, and not yet said to be sent."""
        self._copied_title.setText(title)
        self._copied_words.setText(words)
        self.again.set_words(say("Copy again") if copied else say("Copy, too"))
        self.sent.set_words(next_words)
        self.setCurrentWidget(self._copied)
        announce(self, self._copied_title.text())

    def show_done(self, words: str) -> None:
        """Everybody has theirs."""
        self._done_words.setText(words)
        self.setCurrentWidget(self._done)
        announce(self, words)

    def words(self) -> str:
        """What the footer says now."""
        texts: dict[QWidget | None, Label] = {
            self._ready: self._ready_words,
            self._asked: self._question,
            self._copied: self._copied_title,
            self._done: self._done_words,
        }
        return texts[self.currentWidget()].text()

    def set_menu(self, entries: Callable[[], Iterable[tuple[str, Callable[[], None]]]]) -> None:
        """What the `...` button offers, asked anew each time."""

        def show() -> None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for text, act in entries():
                menu.addAction(text).triggered.connect(lambda _=False, act=act: act())
            menu.popup(self.more.mapToGlobal(self.more.rect().topLeft()) - _above(menu))

        self.more.clicked.connect(show)


def _above(menu: QMenu) -> QPoint:
    """How far up a menu begins that ends above its button."""
    return QPoint(0, menu.sizeHint().height() + 4)
