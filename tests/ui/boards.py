"""Boards drawn as text, and hands for them: drags, keys, what was said."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rules.records import OpportunityId
from rules.stages import Stage
from tests.ui.cards import sample_session
from ui.board.page import BoardPage
from ui.session import Session
from ui.theme import Look
from ui.widgets.toast import Notice

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier

SAMPLE = """
    applied           | oatfield kestrel cobalt
    interview_booked  | brightmoor merriday
    say_thank_you     | tidepool lumen
    waiting_to_hear   | harbourlight fernway quillstone
    outcome           | saltmarsh juniper
"""


def picture(text: str) -> str:
    """A board's picture without its indentation and alignment."""
    lines = (line.split("|") for line in text.strip().splitlines())
    return "\n".join(f"{lane.strip()} | {' '.join(cards.split())}" for lane, cards in lines)


class Board:
    """A page on the example day that no motion slows down, and what it said."""

    def __init__(
        self, session: Session | None = None, *, width: int = 1204, height: int = 800
    ) -> None:
        self.session = session or sample_session()
        self.look = Look(reduced_motion=True)
        self.page = BoardPage(self.session, self.look)
        self.said: list[Notice] = []
        self.opened: list[tuple[str, str]] = []
        self.page.said.connect(self.said.append)
        self.page.opened.connect(lambda oid, tab: self.opened.append((oid, tab)))
        self.page.resize(width, height)
        self.page.show()
        QTest.qWaitForWindowActive(self.page)

    def drawn(self) -> str:
        """The board as its models show it."""
        return "\n".join(f"{stage} | {' '.join(self._cards(stage))}".rstrip() for stage in Stage)

    def _cards(self, stage: Stage) -> list[str]:
        model = self.page.area.lanes[stage].model
        cards = (model.card(row) for row in range(model.rowCount()))
        return [card.opportunity_id for card in cards if card is not None]

    def words(self) -> str:
        """What was said last."""
        return self.said[-1].text if self.said else ""

    def focus(self, key: str) -> None:
        """Give a card the keyboard."""
        self.page.select(OpportunityId(key), focus=True)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key on whatever has the focus."""
        target = QApplication.focusWidget() or self.page
        QTest.keyClick(target, key, modifier)

    def focused(self) -> str:
        """The card the keys act on."""
        return self.page.steering.current() or ""

    def viewport_of(self, key: str) -> QWidget:
        """Where a card is shown."""
        stage = self.session.card(OpportunityId(key)).stage
        return self.page.area.lanes[stage].list.viewport()

    def grip_of(self, key: str) -> QPoint:
        """A place within a card, in its viewport's pixels."""
        oid = OpportunityId(key)
        lane = self.page.area.lanes[self.session.card(oid).stage]
        return lane.list.card_rect(lane.model.row_of(oid)).topLeft() + QPoint(40, 60)

    def drag(self, key: str, to: QPoint, *, drop: bool = True) -> None:
        """Drag a card with the mouse to a place of the page."""
        view, start = self.viewport_of(key), self.grip_of(key)
        end = view.mapFromGlobal(self.page.mapToGlobal(to))
        QTest.mousePress(view, LEFT, NO_KEY, start)
        for step in range(1, 6):
            move(view, start + (end - start) * step / 5)
        if drop:
            QTest.mouseRelease(view, LEFT, NO_KEY, end)

    def in_lane(self, stage: Stage, y: int = 400) -> QPoint:
        """A place in a lane, in the page's pixels."""
        lane = self.page.area.lanes[stage]
        return lane.mapTo(self.page, QPoint(lane.width() // 2, y))


def move(view: QWidget, spot: QPoint) -> None:
    """Move the mouse with its left button down."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(spot),
        QPointF(view.mapToGlobal(spot)),
        Qt.MouseButton.NoButton,
        LEFT,
        NO_KEY,
    )
    QApplication.sendEvent(view, event)


@contextmanager
def board(width: int = 1204, height: int = 800) -> Iterator[Board]:
    """A board that is gone when the test is."""
    made = Board(width=width, height=height)
    try:
        yield made
    finally:
        made.page.close()
        made.page.deleteLater()
