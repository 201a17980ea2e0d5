"""Settings: the sections at the left, what belongs to one at the right."""

from collections.abc import Callable
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout
from typing_extensions import override

from ui.ports import Clipboard, DataFile, Dialogs, MailApp
from ui.proofread.proofreader import Proofreader
from ui.safe import Safe
from ui.session import Session
from ui.settings.about import AboutSection
from ui.settings.appearance import LookSection
from ui.settings.data import DataSection
from ui.settings.keeping import Keeping
from ui.settings.letters import LettersSection
from ui.settings.parts import Picker, Sheet
from ui.settings.timing import TimingSection
from ui.settings.you import YouSection
from ui.theme import Look
from ui.widgets.label import label
from ui.widgets.later_page import LaterPage
from ui.wording.say import say
from ui.wording.settings import SECTIONS

_LIST = 168


class SettingsPage(LaterPage):
    """Each section is made when it is first shown; each choice is kept at once."""

    def __init__(
        self,
        session: Session,
        look: Look,
        *,
        file: DataFile,
        clipboard: Clipboard,
        dialogs: Dialogs,
        opener: MailApp,
        tray_offered: bool = False,
        safe: Safe | None = None,
        reader: Proofreader | None = None,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._safe = safe
        self._session = session
        self._look = look
        self._file, self._clipboard = file, clipboard
        self._dialogs, self._opener = dialogs, opener
        self._tray_offered = tray_offered
        self.keeping = Keeping(session)
        self.keeping.said.connect(self.said)
        self.keeping.refused.connect(self._refresh)
        self.sections: dict[str, Sheet] = {}
        self.list = Picker(
            look, say("Settings"), [(name, say(title), icon) for name, title, icon in SECTIONS]
        )
        self._stack = QStackedWidget()
        self._build()
        self.list.picked.connect(self._show)
        session.preferences_changed.connect(self._refresh)
        look.changed.connect(self._relook)
        self._relook()
        self._show(self.list.current())

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 4, 10, 0)
        row.setSpacing(20)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        words = QVBoxLayout()
        words.setContentsMargins(24, 16, 24, 14)
        words.setSpacing(9)
        words.addWidget(label(say("Settings"), "page_title", self._look))
        about = say("Everything is kept as you choose it, on this computer.")
        words.addWidget(label(about, "body", self._look, "ink2"))
        page.addLayout(words)
        page.addLayout(row, 1)

    def section(self) -> str:
        """The name of the section that is shown."""
        return self.list.current()

    def show_section(self, name: str) -> None:
        """Show a section and put the focus where it begins. KeyError for an unknown name."""
        self.list.pick(name)
        self.sections[name].first().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def take_focus(self) -> None:
        self.list.take_focus()

    def _show(self, name: str) -> None:
        if name not in self.sections:
            section = self.sections[name] = self._makers()[name]()
            self._stack.addWidget(section)
        self._stack.setCurrentWidget(self.sections[name])

    def _makers(self) -> dict[str, Callable[[], Sheet]]:
        session, look, keeping = self._session, self._look, self.keeping
        return {
            "you": self._you,
            "letters": lambda: LettersSection(session, look, keeping, self._reader),
            "timing": lambda: TimingSection(
                session, look, keeping, tray_offered=self._tray_offered
            ),
            "look": lambda: LookSection(session, look, keeping),
            "data": self._data,
            "about": lambda: AboutSection(look),
        }

    def _data(self) -> Sheet:
        made = DataSection(
            self._session,
            self._look,
            file=self._file,
            clipboard=self._clipboard,
            dialogs=self._dialogs,
            opener=self._opener,
            safe=self._safe,
        )
        made.restore_asked.connect(lambda: self.went.emit("restore"))
        return made

    def _you(self) -> Sheet:
        made = YouSection(self._session, self._look, self.keeping)
        made.offer_zones(tuple(sorted(available_timezones())))
        return made

    def _refresh(self) -> None:
        """Show what is kept."""
        for section in self.sections.values():
            section.refresh()

    def _relook(self) -> None:
        self.list.setFixedWidth(self._look.px(_LIST))
