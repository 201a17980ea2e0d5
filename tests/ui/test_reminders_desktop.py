"""Notices on a private session bus: what a service gets, what a click does, what failing does."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.ports import Announcement

if TYPE_CHECKING:
    from tests.ui.notification_service import NotificationService
    from ui.notify.desktop import DesktopNotifications

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the session bus is Linux's"
)

ONE = Announcement(title="Lumen & Oak: 2 people to thank, 6 h left")
SEVERAL = Announcement(
    title="2 letters to send",
    lines=(
        "Lumen & Oak: 2 people to thank, 6 h left",
        "<b>Kestrel</b>\nRail\x00: check-in, 7 days left",
    ),
)

Serve = Callable[..., "NotificationService"]


class Heard:
    """What came back of one notice."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def opened(self) -> None:
        self.words.append("opened")

    def failed(self) -> None:
        self.words.append("failed")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    from tests.ui.notification_service import MISSING, private_bus

    if MISSING:
        pytest.skip(MISSING)
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def serve(bus: str) -> Iterator[Serve]:
    from tests.ui.notification_service import NotificationService

    running: list[NotificationService] = []

    def make(**more: object) -> NotificationService:
        running.append(NotificationService(bus, **more))  # type: ignore[arg-type]  # its own fields
        return running[-1]

    yield make
    for one in running:
        one.stop()


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator["DesktopNotifications"]:
    from ui.notify.desktop import DesktopNotifications

    made = DesktopNotifications("org.example.Afterword")
    yield made
    made.close()


def say(desktop: "DesktopNotifications", said: Announcement) -> Heard:
    heard = Heard()
    desktop.show(said, heard.opened, heard.failed)
    return heard


def test_a_notice_arrives_whole(
    serve: Serve, desktop: "DesktopNotifications", qtbot: QtBot
) -> None:
    service = serve()
    heard = say(desktop, ONE)
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    shown = service.shown[0]
    assert shown.app == "Afterword"
    assert shown.title == "Lumen & Oak: 2 people to thank, 6 h left"
    assert shown.body == ""
    assert shown.hints["desktop-entry"] == ("s", "org.example.Afterword")
    assert shown.hints["urgency"] == ("y", 1)
    assert shown.actions == ("default", "Open", "open", "Open")
    assert shown.stays == -1
    assert heard.words == []


@pytest.mark.parametrize(
    ("capabilities", "body", "actions"),
    [
        (
            ("actions", "body", "body-markup"),
            (
                "Lumen &amp; Oak: 2 people to thank, 6 h left\n"
                "&lt;b&gt;Kestrel&lt;/b&gt; Rail : check-in, 7 days left"
            ),
            4,
        ),
        (
            ("body",),
            "Lumen & Oak: 2 people to thank, 6 h left\n<b>Kestrel</b> Rail : check-in, 7 days left",
            0,
        ),
        ((), "", 0),
    ],
)
def test_a_service_gets_what_it_can_show(
    serve: Serve,
    desktop: "DesktopNotifications",
    qtbot: QtBot,
    capabilities: tuple[str, ...],
    body: str,
    actions: int,
) -> None:
    service = serve(capabilities=capabilities)
    say(desktop, SEVERAL)
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    assert service.shown[0].title == "2 letters to send"
    assert service.shown[0].body == body
    assert len(service.shown[0].actions) == actions


def test_a_company_without_end_is_cut(
    serve: Serve, desktop: "DesktopNotifications", qtbot: QtBot
) -> None:
    service = serve()
    say(desktop, Announcement(title="A\ud800\u202e" + "x" * 10_000))
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    assert len(service.shown[0].title) == 120
    assert service.shown[0].title.endswith("…")
    assert "\u202e" not in service.shown[0].title


@pytest.mark.parametrize("action", ["default", "open"])
def test_a_click_opens_what_that_notice_was_about(
    serve: Serve,
    desktop: "DesktopNotifications",
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    service = serve()
    first, second = say(desktop, ONE), say(desktop, SEVERAL)
    qtbot.waitUntil(lambda: len(service.shown) == 2)
    service.press(99, action)  # somebody else's notice
    service.press(service.shown[0].number, "other")
    service.press(service.shown[1].number, action, raised_by="its token")
    qtbot.waitUntil(lambda: second.words == ["opened"])
    assert first.words == []
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "its token"
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN")


def test_a_notice_that_is_gone_opens_nothing_more(
    serve: Serve, desktop: "DesktopNotifications", qtbot: QtBot
) -> None:
    service = serve()
    heard = say(desktop, ONE)
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    service.press(1, "other")
    service.press(1)
    last = say(desktop, ONE)
    qtbot.waitUntil(lambda: len(service.shown) == 2)
    service.press(2)
    qtbot.waitUntil(lambda: last.words == ["opened"])
    assert heard.words == []


def test_a_service_that_refuses_is_told_of(
    serve: Serve, desktop: "DesktopNotifications", qtbot: QtBot
) -> None:
    service = serve(refuses=True)
    heard = say(desktop, ONE)
    qtbot.waitUntil(lambda: heard.words == ["failed"])
    service.refuses = False
    again = say(desktop, ONE)
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    assert again.words == []


def test_a_service_that_never_answers_is_given_up(
    serve: Serve, desktop: "DesktopNotifications", qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.notify.bus_thread.PATIENCE", 0.1)
    serve(silent=True)
    heard = say(desktop, ONE)
    qtbot.waitUntil(lambda: heard.words == ["failed"])


def test_a_bus_that_never_answers_is_given_up(
    desktop: "DesktopNotifications", qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread hangs; the window goes on, and says it another way."""
    monkeypatch.setattr("ui.notify.desktop.GIVES_UP_MS", 50)
    monkeypatch.setattr(desktop._the_thread(), "say", lambda _ticket, _said: None)
    heard = say(desktop, ONE)
    qtbot.waitUntil(lambda: heard.words == ["failed"])
    desktop._hear_answer(1, True)  # too late
    desktop._hear_click(1, "")
    assert heard.words == ["failed"]


@pytest.mark.usefixtures("bus")
def test_nobody_there_to_show_it(desktop: "DesktopNotifications", qtbot: QtBot) -> None:
    heard = say(desktop, ONE)
    qtbot.waitUntil(lambda: heard.words == ["failed"])


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "tcp:host=x", "nonsense", ""])
def test_no_bus_at_all(
    desktop: "DesktopNotifications",
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    address: str,
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    heard = say(desktop, ONE)
    qtbot.waitUntil(lambda: heard.words == ["failed"])


def test_a_bus_that_goes_away_is_found_again(
    desktop: "DesktopNotifications", qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.ui.notification_service import MISSING, NotificationService, private_bus

    if MISSING:
        pytest.skip(MISSING)
    for _ in range(2):
        with private_bus() as address:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            service = NotificationService(address)
            say(desktop, ONE)
            qtbot.waitUntil(lambda shown=service.shown: len(shown) == 1)  # type: ignore[misc]  # bound now
            service.stop()
        qtbot.waitUntil(lambda: desktop._the_thread()._bus is None)
