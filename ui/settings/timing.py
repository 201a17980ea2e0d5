"""Timing: the few windows a person may move, the one that is fixed, and reminders (RULES 0.18)."""

from datetime import time

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from rules.records import Options, Preferences
from ui.resources import pixmap
from ui.session import Session
from ui.settings.fields import Choice, Hours, Switch
from ui.settings.keeping import Keeping
from ui.settings.parts import Card, Rule, Setting, Sheet
from ui.theme import Look
from ui.widgets.label import label, paragraph
from ui.widgets.paint import painting
from ui.wording.say import count, say

_WIDEST = 760
_DAYS = range(7, 15)
_LATEST = (14, 21)
_BUFFER = range(1, 6)


class TimingSection(Sheet):
    """When a check-in comes up, and when Afterword may speak."""

    def __init__(
        self, session: Session, look: Look, keeping: Keeping, *, tray_offered: bool
    ) -> None:
        super().__init__(look, _WIDEST)
        self._session = session
        self._keeping = keeping
        self._tray_offered = tray_offered
        self._build_choices()
        self._build_reminders()
        self.column.addWidget(self._windows())
        self.column.addWidget(self._speaking())
        self.column.addStretch(1)
        self.refresh()

    def _preferences(self) -> Preferences:
        return self._session.preferences

    def _options(self) -> Options:
        return self._session.options

    def _build_choices(self) -> None:
        look, preferences = self._look, self._preferences
        self.usual = Choice(
            look,
            say("Usual check-in day"),
            [(str(day), str(day)) for day in _DAYS],
            lambda: str(preferences().check_in_day),
            lambda key: self._keeping.preferences(
                say("Check-ins come up on day {n}", n=key), check_in_day=int(key)
            ),
        )
        self.latest = Choice(
            look,
            say("Latest check-in"),
            [(str(day), say("Day {n}", n=day)) for day in _LATEST],
            lambda: str(_LATEST[-1] if preferences().second_max > _LATEST[0] else _LATEST[0]),
            lambda key: self._keeping.preferences(
                say("Check-ins are late after day {n}", n=key), second_max=int(key)
            ),
        )
        self.buffer = Choice(
            look,
            say("Wait after a day they named"),
            [(str(days), str(days)) for days in _BUFFER],
            lambda: str(preferences().promise_buffer),
            lambda key: self._keeping.preferences(
                count(int(key), "{n} working day after a named day", "{n} working days after a "
                      "named day"), promise_buffer=int(key)
            ),
        )  # fmt: skip

    def _build_reminders(self) -> None:
        look = self._look
        options = self._options
        self.reminders = Switch(
            look,
            say("Remind me when something is to send"),
            lambda: options().reminders,
            lambda on: self._keeping.options(
                say("Reminders are on") if on else say("Reminders are off"), reminders=on
            ),
        )
        self.quiet = Hours(
            look,
            say("Quiet hours"),
            lambda: (self._session.preferences.quiet_from, self._session.preferences.quiet_to),
            self._keep_quiet,
        )
        self.tray = Switch(look, say("Stay in the tray when the window is closed"),
                           lambda: options().tray, self._keep_tray)  # fmt: skip
        self.at_login = Switch(
            look,
            say("Open at login, in the tray"),
            lambda: options().at_login,
            lambda on: self._keeping.options(
                say("Afterword opens when you log in")
                if on
                else say("Afterword waits until you open it"),
                at_login=on,
            ),
        )

    def _windows(self) -> Card:
        """The windows, and why the last of them is fixed."""
        look = self._look
        card = Card(look, say("Follow-ups"), say("Days are counted from your thank-you."))
        for title, about, control in (
            (
                say("Usual check-in day"),
                say("When it comes up as due. It is never suggested before day 7."),
                self.usual,
            ),
            (
                say("Latest check-in"),
                say("Universities and government often need the three weeks."),
                self.latest,
            ),
            (
                say("Wait after a day they named"),
                say("Working days, before you ask how things stand."),
                self.buffer,
            ),
        ):
            card.column.addWidget(Setting(look, title, about, control))
            card.column.addWidget(Rule(look))
        self.locked = Locked(
            look,
            say("Two follow-ups an interview"),
            say(
                "The thank-you is the first, one check-in the second. A third would press rather "
                "than help."
            ),
        )
        card.column.addWidget(self.locked)
        return card

    def _speaking(self) -> Card:
        """Reminders, quiet hours, the tray."""
        look = self._look
        card = Card(look, say("Reminders"), say("At most two for each letter."))
        card.column.addWidget(self.reminders)
        quiet = say("Reminders wait for the end of these, and weekends are for thank-yous alone.")
        card.column.addWidget(Setting(look, say("Quiet hours"), quiet, self.quiet))
        if self._tray_offered:
            card.column.addWidget(Rule(look))
            card.column.addWidget(self.tray)
            card.column.addWidget(self.at_login)
        else:
            for one in (self.tray, self.at_login):
                one.setParent(self)
                one.hide()
        words = paragraph("", "secondary", look, "ink2")
        self._about_tray = words
        card.column.addWidget(words)
        return card

    @override
    def refresh(self) -> None:
        for one in (self.usual, self.latest, self.buffer, self.quiet, self.reminders, self.tray,
                    self.at_login):  # fmt: skip
            one.refresh()
        stays = self._tray_offered and self._session.options.tray
        self.at_login.setEnabled(stays or self._session.options.at_login)
        self._about_tray.setText(
            say("Reminders appear as long as Afterword is in the tray.")
            if stays
            else say("Reminders appear while Afterword is open.")
        )

    @override
    def first(self) -> QWidget:
        return self.usual

    def _keep_quiet(self, start: time, end: time) -> str:
        """Keep the quiet hours, or say why they are none."""
        if start == end:
            return say("Quiet hours need two different times. The ones before are still used.")
        words = say("Quiet from {start} to {end}", start=f"{start:%H:%M}", end=f"{end:%H:%M}")
        self._keeping.preferences(words, quiet_from=start, quiet_to=end)
        return ""

    def _keep_tray(self, on: bool) -> None:
        """Without the tray there is nothing to open there at login."""
        if on:
            self._keeping.options(say("Afterword stays in the tray"), tray=True)
        else:
            self._keeping.options(
                say("Closing the window quits Afterword"), tray=False, at_login=False
            )


class Locked(QWidget):
    """A setting that is none: it is fixed, and says why."""

    def __init__(self, look: Look, title: str, why: str) -> None:
        super().__init__()
        self._look = look
        fixed = label(say("Fixed"), "chip", look, "stop")
        fixed.setContentsMargins(26, 4, 10, 4)
        self._fixed = fixed
        self.setting = Setting(look, title, why, fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.setting)
        self.setAccessibleName(say("{title}: fixed", title=title))
        self.setAccessibleDescription(why)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self._fixed.geometry().translated(self.setting.pos()))
        with painting(self) as painter:
            painter.setPen(self._look.theme.stop_line)
            painter.setBrush(self._look.theme.stop_bg)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            drawn = pixmap("lock", self._look.theme.stop, 13, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left() + 9, box.center().y() - 6.5), drawn)
