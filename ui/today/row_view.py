"""All that a row of Today shows and says, as one value: one that is the same stays as it is."""

from dataclasses import dataclass, field

from rules.board import Card, Face, Tint
from rules.records import Dossier, Moment
from rules.today import asked_about
from ui.wording import chip, say, step_icon
from ui.wording.today import row_fact, row_reason, row_spoken, row_title, row_verb


@dataclass(frozen=True, kw_only=True)
class RowView:
    """The words and pictures of one row."""

    card: Card = field(compare=False)
    company: str
    title: str
    fact: str
    spoken: str
    reason: str
    icon: str
    tone: str
    faces: tuple[Face, ...]
    tint: Tint
    chip: tuple[str, str]
    verb: str
    unsure: bool  # it asks whether a copied letter went out


def view_of(card: Card, dossier: Dossier, moment: Moment) -> RowView:
    """The row of a card at that moment."""
    unsure = asked_about(card, moment.now) is not None
    return RowView(
        card=card,
        company=card.company,
        title=row_title(card, moment),
        fact=row_fact(card, dossier, moment),
        spoken=row_spoken(card, dossier, moment),
        reason=row_reason(card, moment),
        icon="circle-question-mark" if unsure else step_icon(card, moment),
        tone="later" if unsure else card.stage.value,
        faces=() if unsure else card.faces,
        tint=card.tint,
        chip=chip(card, moment),
        verb=say("Yes, it's sent") if unsure else row_verb(card),
        unsure=unsure,
    )
