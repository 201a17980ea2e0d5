"""Notices on a private session bus: what a service gets, what a click does, what failing does."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import notification_service
from ui.ports import Announcement

pytest.importorskip("jeepney", reason="jeepney is installed on Linux alone")
pytestmark = pytest.mark.skipif(
    notification_service.MISSING is not None, reason=str(notification_service.MISSING)
)

from tests.ui.notification_service import NotificationService, private_bus  # noqa: E402  # after the skip
from ui.notify.desktop import DesktopNotifications  # noqa: E402  # after the skip

ONE = Announcement(title="Lumen & Oak: 2 people to thank, 6 h left")
SEVERAL = Announcement(
    title="2 letters to send",
    lines=("Lumen & Oak: 2 people to thank, 6 h left", "<b>Kestrel</b>\nRail: check-in, 7 days left"),
)


class Heard:
    """What came back of one notice."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def opened(self) -> None:
        self.words.append("opened")

    def failed(self) -> None:
        self.words.append("failed")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator[DesktopNotifications]:
    made = DesktopNotifications("org.example.Afterword")
    yield made
    made.close()


def say(desktop: DesktopNotifications, said: Announcement) -> Heard:
    heard = Heard()
    desktop.show(said, heard.opened, heard.failed)
    return heard


def test_a_notice_arrives_whole(bus: str, desktop: DesktopNotifications, qtbot: QtBot) -> None:
    service = NotificationService(bus)
    heard = say(desktop, ONE)
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    shown = service.shown[0]
    assert shown.app == "Afterword"
    assert shown.title == "Lumen & Oak: 2 people to thank, 6 h left"
    assert shown.body == ""
    assert shown.hints["desktop-entry"] == ("s", "org.example.Afterword")
    assert "Open" in shown.actions
    assert heard.words == []
    service.stop()
