"""You: who signs the letters, and where they are."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from models.exchange.mail import address_problem
from models.working_days import countries
from rules.templates import clean
from ui.session import Session
from ui.settings.fields import TextField
from ui.settings.keeping import Keeping
from ui.settings.parts import Card, Sheet
from ui.theme import Look
from ui.wording.say import say

_WIDEST = 760


class YouSection(Sheet):
    """Name, address, phone, link and sign-off; the zone and the holidays that count."""

    def __init__(self, session: Session, look: Look, keeping: Keeping) -> None:
        super().__init__(look, _WIDEST)
        self._session = session
        self._keeping = keeping
        self.fields: dict[str, TextField] = {}
        signed = Card(
            look,
            say("Who signs your letters"),
            say("New letters are signed with this. It stays on this computer."),
        )
        for name, title, hint in (
            ("name", say("Your name"), ""),
            ("email", say("Email"), ""),
            ("phone", say("Phone"), say("Below your name in letters, if you want it there")),
            ("link", say("Link"), say("A portfolio or profile, below your phone number")),
            ("sign_off", say("Sign-off"), say("As each letter has it, such as “Warm regards”")),
        ):
            self._add(signed, name, title, hint)
        place = Card(
            look,
            say("Where you are"),
            say("An employer's own zone and country count first, where you noted them."),
        )
        self._add(place, "zone", say("Time zone"), self._zone_hint())
        self._add(
            place, "country", say("Country of public holidays"), say("Monday to Friday are worked")
        )
        self.column.addWidget(signed)
        self.column.addWidget(place)
        self.column.addStretch(1)
        self._names = {_country_name(code): code for code in countries()}
        self.fields["country"].offer(sorted(self._names))
        self.refresh()

    def _add(self, card: Card, name: str, title: str, hint: str) -> None:
        field = TextField(
            self._look,
            title,
            lambda: self._shown(name),
            lambda text: self._keep(name, text),
            hint=hint,
            problem=lambda text: self._problem(name, text),
            remark=lambda text: _remark(name, text),
        )
        self.fields[name] = field
        card.column.addWidget(field)

    def offer_zones(self, zones: tuple[str, ...]) -> None:
        """The names to complete a zone with."""
        self.fields["zone"].offer(zones)

    @override
    def refresh(self) -> None:
        for field in self.fields.values():
            field.refresh()

    @override
    def first(self) -> QWidget:
        return self.fields["name"].field

    def _zone_hint(self) -> str:
        name = self._session.system_zone_name()
        return say("{zone}, as the system says", zone=name) if name else say("As the system says")

    def _shown(self, name: str) -> str:
        kept = str(getattr(self._session.profile, name))
        return _country_name(kept) if name == "country" else kept

    def _keep(self, name: str, text: str) -> bool:
        value = clean(text)
        if name == "country":
            value = self._code(value)
        if value == getattr(self._session.profile, name):
            return True
        return self._keeping.profile(**{name: value})

    def _code(self, text: str) -> str:
        """A country by its name or its code; empty where it is none."""
        wanted = text.casefold()
        by_name = {name.casefold(): code for name, code in self._names.items()}
        code = text.upper()
        return by_name.get(wanted) or (code if code in self._names.values() else "")

    def _problem(self, name: str, text: str) -> str:
        if name == "zone" and text and not self._session.knows_zone(text):
            return say("No zone has that name. Try Europe/London. The one before is still used.")
        if name == "country" and text and not self._code(text):
            return say("No holidays are known for that. The country before is still used.")
        return ""


def _country_name(code: str) -> str:
    """A country's name in English."""
    return QLocale.territoryToString(QLocale.codeToTerritory(code)) if code else ""


def _remark(name: str, text: str) -> str:
    """What to look at again, though it is kept as typed."""
    if name == "email" and text:
        return say(address_problem(text) or "")
    if name == "link" and text and ("." not in text or " " in text):
        return say("This does not look like a link. It is kept as you typed it.")
    return ""
