"""The letter on the desk as a page, over the window."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from rules.records import Draft
from ui.paper.letter import on_paper, paper_size
from ui.paper.panel import PaperPanel
from ui.ports import Dialogs
from ui.session import Session
from ui.sheet.follow_up.desk import Desk
from ui.sheet.guard import today
from ui.theme import Look


def paper_over(
    session: Session, look: Look, desk: Desk, window: QWidget, dialogs: Dialogs
) -> PaperPanel | None:
    """Lay the letter over the window; None where there is none on the desk."""
    if not isinstance(desk.draft, Draft):
        return None
    options = session.options
    letter = on_paper(
        desk.draft.body,
        day=today(session),
        profile=session.profile,
        opportunity=desk.dossier.opportunity,
        person=desk.person,
        spelling=options.spelling,
        original=desk.original,
    )
    return PaperPanel(look, window, letter, paper_size(options.paper, QLocale.system()), dialogs)
