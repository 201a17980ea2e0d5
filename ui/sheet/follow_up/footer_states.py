"""The footer as the letter on the desk stands."""

from PySide6.QtCore import Qt

from rules.proof import Finding
from rules.records import Channel, Draft, MessageKind
from ui.session import Session
from ui.sheet.follow_up.desk import Desk, State
from ui.sheet.follow_up.footer import Footer
from ui.sheet.follow_up.footer_words import (
    best_by_hand,
    best_from,
    done_line,
    first_question,
    fix_words,
    to_fix,
)
from ui.sheet.follow_up.ways import Way, and_go, as_it_is, done, handed_over
from ui.sheet.words import first_name
from ui.wording import say

_MAY_HAVE_REPLIED = (MessageKind.CHECK_IN, MessageKind.APPLICATION_FOLLOW_UP)


def show_state(
    footer: Footer, desk: Desk, session: Session, way: Way, fixes: tuple[Finding, ...]
) -> None:
    """Say how far the letter is, and offer what comes next; `way` was asked for last."""
    match desk.state:
        case State.WRITING | State.SENT:
            show_ready(footer, desk, session, fixes)
        case State.ASKED:
            button = fix_words(fixes)
            if all(one.right is not None for one in fixes):
                button = and_go(button, way)
            footer.show_question(first_question(fixes), button, as_it_is(way))
        case State.COPIED:
            _show_handed_over(footer, desk)
        case State.DONE:
            footer.show_done(done_line(session.step(desk.oid), session.moment()))


def show_ready(
    footer: Footer, desk: Desk, session: Session, fixes: tuple[Finding, ...] = ()
) -> None:
    """Ready to be copied, or shown as it went out."""
    kind = desk.writing.kind if desk.writing else None
    may_copy = desk.state is State.WRITING and isinstance(desk.draft, Draft)
    writing, moment = desk.writing, session.moment()
    words = ""
    if writing is not None and may_copy and writing.channel is not Channel.EMAIL:
        words = best_by_hand(writing, desk.person_id, moment)
    elif writing is None or not writing.chosen:
        words = best_from(desk.state, session.step(desk.oid), moment)
    if may_copy and fixes:
        words = to_fix(fixes)
    footer.show_ready(
        words,
        fix=fix_words(fixes) if may_copy and fixes else "",
        check_in=kind in _MAY_HAVE_REPLIED and may_copy,
        may_copy=may_copy,
        channel=desk.channel,
    )


def take_focus(footer: Footer, desk: Desk) -> bool:
    """Put the focus on the one button that goes on; False where there is none yet."""
    button = {State.COPIED: footer.sent, State.DONE: footer.close_button}.get(desk.state)
    if button is not None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)
    return button is not None


def _show_handed_over(footer: Footer, desk: Desk) -> None:
    person, following = desk.person, desk.dossier.person(desk.next_person())
    words = say("Then mark it sent.")
    if person is not None:
        name = first_name(person.name)
        words = say("Then mark it sent, so {name} isn't due any more.", name=name)
    button = done(desk.way, desk.channel)
    if following is not None:
        button = say("Sent, next: {name}", name=first_name(following.name))
    copied = desk.way in (Way.COPY, Way.WITH_SUBJECT)
    title = handed_over(desk.way, desk.channel, is_reply=desk.original is not None)
    footer.show_copied(title, words, button, copied=copied)
