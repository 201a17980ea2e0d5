"""What look is worn: the one the person chose, or the system's where they leave it to that."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rules.records import Options
from ui.resources import own_icon, style_sheet
from ui.session import Session
from ui.theme import Look

_CHOSEN = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Worn(QObject):
    """Puts the look on at the start, and whenever a choice or the system changes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._session: Session | None = None
        self._hints = QGuiApplication.styleHints()  # kept: the temporary may be collected
        self._hints.colorSchemeChanged.connect(self.scheme_changed)

    def follow(self, session: Session) -> None:
        """Wear what was chosen in this session from now on."""
        self._session = session
        session.preferences_changed.connect(self.put_on)
        self.put_on()

    def put_on(self) -> None:
        """Wear what is chosen now; native dialogs and the title bar go with it."""
        chosen = _CHOSEN.get(self._options().theme, Qt.ColorScheme.Unknown)
        self._hints.setColorScheme(chosen)
        self.scheme_changed(self._hints.colorScheme())

    def scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        """The system asks for another theme; it counts where none was chosen."""
        options = self._options()
        wanted = _CHOSEN.get(options.theme, scheme)
        self._look.wear(
            dark=wanted is Qt.ColorScheme.Dark,
            scale=options.text_size / 100,
            reduced_motion=options.motion == "reduced",
        )

    def _options(self) -> Options:
        return self._session.options if self._session is not None else Options()


def dress(application: QApplication, look: Look) -> None:
    """Put the look on, now and whenever it changes."""

    def put_on() -> None:
        application.setPalette(look.palette())
        application.setFont(look.font("body"))
        application.setStyleSheet(style_sheet(look))

    put_on()
    look.changed.connect(put_on)
    application.setWindowIcon(own_icon())
