"""What is there beside the window: reminders, the tray, the entry at login, a copied letter."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from rules.records import OpportunityId
from ui import launch
from ui.at_login import start_at_login
from ui.lingering import Lingering
from ui.main_window import MainWindow
from ui.ports import Announcement, Notifications
from ui.reminders import Reminders
from ui.session import Session
from ui.theme import Look
from ui.tray import Tray
from ui.widgets.toast import Notice
from ui.wording.say import say

PASSING_MS = 20_000
"""How long an icon stands in the tray that is there for one message alone."""
_LOOK_AGAIN_MS = 2_000
_LOOKS = 15
"""At login the tray may come up after the program."""


class Presence(QObject):
    """Everything that may go on behind a closed window."""

    def __init__(
        self,
        application: QApplication,
        session: Session,
        look: Look,
        window: MainWindow,
        *,
        app_id: str,
        at_login: list[str],
        desktop: Notifications | None = None,
    ) -> None:
        """`at_login` is the command for the entry there; `desktop` the system's own notices."""
        super().__init__()
        self._application = application
        self._session = session
        self._look = look
        self._window = window
        self._app_id = app_id
        self._command = at_login
        self._desktop = desktop
        self._tray: Tray | None = None
        self._at_login = False
        self._looks = _LOOKS
        self.reminders = Reminders(session, self._tell, self)
        self.lingering = Lingering(
            application.clipboard(),
            is_shown=window.isVisible,
            in_tray=self.in_tray,
            quit_now=application.quit,
            parent=self,
        )
        self._passing = QTimer(self, singleShot=True, interval=PASSING_MS)
        self._passing.timeout.connect(self._fit_tray)
        application.setQuitOnLastWindowClosed(False)
        window.closed.connect(self.lingering.window_closed)
        window.actions_of["quit"].triggered.connect(self.lingering.leave)
        session.preferences_changed.connect(self._fit)
        self._fit()

    def begin(self) -> None:
        """Remind from now on; the window has been painted and holidays are known."""
        self.reminders.start()

    def in_tray(self) -> bool:
        """Whether the program goes on in the tray when the window is closed."""
        wanted = self._session.options.tray
        return wanted and self._tray is not None and self._tray.is_there()

    def may_hide(self) -> bool:
        """Whether the person chose that the program starts hidden (never otherwise)."""
        return self._session.options.tray and self._session.options.at_login

    def start_hidden(self) -> None:
        """Come up without a window; where no tray appears, the window does."""
        if self.in_tray():
            return
        if self._looks and self.may_hide():
            self._looks -= 1
            self._fit_tray()
            QTimer.singleShot(_LOOK_AGAIN_MS, self, self.start_hidden)
        elif not self._window.isVisible():
            self._window.come_forward()

    def close(self) -> None:
        """Let go of the tray and the bus."""
        if self._desktop is not None:
            self._desktop.close()
        if self._tray is not None:
            self._tray.set_shown(False)
        self._application.setQuitOnLastWindowClosed(True)

    def _fit(self) -> None:
        """As the person chose."""
        self._fit_tray()
        wanted = self.may_hide() and not self._session.sample
        if wanted != self._at_login:
            self._at_login = wanted
            if not start_at_login(wanted, self._command, self._app_id):
                self._window.say(Notice(say("Starting at login could not be set"), urgent=True))

    def _fit_tray(self) -> None:
        wanted = self._session.options.tray and QSystemTrayIcon.isSystemTrayAvailable()
        if wanted:
            self._the_tray().set_shown(True)
        elif self._tray is not None:
            self._tray.set_shown(False)

    def _the_tray(self) -> Tray:
        """The icon; made when it is first wanted, for most never want it."""
        if self._tray is None:
            self._tray = Tray(self._session, self._look, self)
            self._tray.opened.connect(self._open)
            self._tray.quit_asked.connect(self._quit)
        return self._tray

    def _quit(self) -> None:
        """Quit by the tray's menu."""
        self._window.close()
        self.lingering.leave()

    def _tell(self, said: Announcement, oid: OpportunityId | None) -> None:
        """Say it the best way there is: the desktop's, the tray's, the window's own."""

        def opened() -> None:
            self._open(oid or "")

        def by_toast() -> None:
            self._toast(said, opened)

        def by_tray() -> None:
            self._by_tray(said, opened, by_toast)

        if self._desktop is None:
            by_tray()
        else:
            self._desktop.show(said, opened, by_toast if self._window.isVisible() else by_tray)

    def _by_tray(
        self, said: Announcement, opened: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            failed()
            return
        tray = self._the_tray()
        tray.set_shown(True)
        tray.show(said, opened, failed)
        self._passing.start()

    def _toast(self, said: Announcement, opened: Callable[[], None]) -> None:
        self._window.say(Notice(said.title, say("Open"), opened, icon="clock"))
        self._application.alert(self._window)

    def _open(self, oid: str) -> None:
        """The window, and in it the card, or Today for several."""
        self._window.come_forward()
        if oid and self._session.knows(OpportunityId(oid)):
            self._window.open_sheet(oid)
        else:
            self._window.actions_of["today"].trigger()


def attend(
    application: QApplication,
    session: Session,
    look: Look,
    window: MainWindow,
    app_id: str,
    folder: Path | None,
) -> Presence:
    """The presence of one start; `folder` is the data folder where one was named."""
    where = [] if folder is None else ["--data-dir", str(folder)]
    command = launch.command(["--hidden", *where])
    desktop = desktop_notifications(app_id)
    return Presence(
        application, session, look, window, app_id=app_id, at_login=command, desktop=desktop
    )


def desktop_notifications(app_id: str) -> Notifications | None:
    """The desktop's own service where there is one to speak to: on Linux."""
    if not sys.platform.startswith("linux"):
        return None
    from ui.notify.desktop import DesktopNotifications

    return DesktopNotifications(app_id)
