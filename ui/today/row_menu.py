"""What can be done with a row, as a menu: by its button, on right click, by the Menu key."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from rules.acts import may_leave_out
from rules.appointments import slot_of
from rules.board import Card
from rules.records import Dossier, Moment, PersonId
from rules.steps import StepKind
from rules.today import asked_about, may_snooze, this_evening, tomorrow_morning
from ui.resources import icon
from ui.theme import Look
from ui.today.row_keys import Ask
from ui.wording import clock, say


@dataclass(frozen=True, kw_only=True)
class Hands:
    """Whom the menu tells what was chosen."""

    ask: Callable[[Ask], None]
    snooze: Callable[[datetime], None]
    pick: Callable[[], None]
    mark_sent: Callable[[tuple[PersonId, ...]], None]


def row_menu(
    look: Look, parent: QWidget, card: Card, dossier: Dossier, moment: Moment, hands: Hands
) -> QMenu:
    """Everything that makes sense for the card now."""
    menu = _menu(look, parent, card.company)
    _add(look, menu, "external-link", say("Open"), lambda: hands.ask(Ask.OPEN), "Enter")
    if may_snooze(card, moment):
        menu.addMenu(_snooze_menu(look, menu, card, moment, hands))
    _add_sent(look, menu, card, dossier, moment, hands)
    if may_leave_out(card.step):
        _add(look, menu, "ban", say("Not needed"), lambda: hands.ask(Ask.NOT_NEEDED))
    if slot_of(card, dossier, moment.now) is not None:
        words = say("Add to calendar")
        _add(look, menu, "calendar-plus", words, lambda: hands.ask(Ask.CALENDAR))
    menu.addSeparator()
    for ask, picture, words, key in (
        (Ask.THEY_REPLIED, "reply", say("They replied"), "R"),
        (Ask.ADD_INTERVIEW, "calendar-clock", say("Add interview"), "I"),
        (Ask.MOVE_TO, "arrow-right", say("Move to"), "M"),
        (Ask.DELETE, "trash-2", say("Delete"), "Del"),
    ):
        _add(look, menu, picture, words, partial(hands.ask, ask), key)
    return menu


def show_menu(menu: QMenu, spot: QPoint) -> None:
    """Show it there (global pixels); it is thrown away when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(spot)


def _snooze_menu(look: Look, parent: QWidget, card: Card, moment: Moment, hands: Hands) -> QMenu:
    """The evening and the morning, where they are not too late, and any time."""
    menu = _menu(look, parent, say("Snooze"))
    menu.setIcon(icon("alarm-clock", look.theme.ink2, 16))
    for words, at in (
        ("This evening, {time}", this_evening(card, moment)),
        ("Tomorrow, {time}", tomorrow_morning(card, moment)),
    ):
        if at is not None:
            named = say(words, time=clock(at, moment.zone))
            _add(look, menu, "clock", named, partial(hands.snooze, at))
    _add(look, menu, "calendar-clock", say("Pick a time"), hands.pick)
    return menu


def _add_sent(
    look: Look, menu: QMenu, card: Card, dossier: Dossier, moment: Moment, hands: Hands
) -> None:
    """What may have gone out: the copied letter asked about, else the step's, to one or all."""
    words = say("Mark sent")
    if asked_about(card, moment.now) is not None:
        _add(look, menu, "check", words, lambda: hands.ask(Ask.SENT))
        return
    if card.step.kind is not StepKind.WRITE or not card.step.may_compose:
        return
    people = card.step.people
    if len(people) < 2:
        _add(look, menu, "check", words, lambda: hands.mark_sent(people))
        return
    whom = _menu(look, menu, words)
    whom.setIcon(icon("check", look.theme.ink2, 16))
    _add(
        look,
        whom,
        "check-check",
        say("All {n} people", n=len(people)),
        lambda: hands.mark_sent(people),
    )
    for one in people:
        person = dossier.person(one)
        if person is not None:
            _add(look, whom, "user-round", person.name, partial(hands.mark_sent, (one,)))
    menu.addMenu(whom)


def _add(
    look: Look, menu: QMenu, picture: str, words: str, act: Callable[[], None], key: str = ""
) -> None:
    """One entry; its key is shown only, the row reads it."""
    plain = words.replace("&", "&&")
    shown = f"{plain}\t{key}" if key else plain
    action = menu.addAction(icon(picture, look.theme.ink2, 16), shown)
    action.triggered.connect(lambda _on=False: act())


def _menu(look: Look, parent: QWidget, name: str) -> QMenu:
    menu = QMenu(name.replace("&", "&&"), parent)
    menu.setAccessibleName(name)
    menu.setFont(look.font("body"))
    return menu
