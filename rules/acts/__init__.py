"""What a person does, as changes of the records. Pure: ids and the moment come in."""

from rules.acts.cards import add, change_opportunity, delete, duplicate, edit, place, snooze
from rules.acts.edits import Ids
from rules.acts.endings import (
    OUTCOME_FACT,
    now_waiting,
    record_fact,
    record_outcome,
    reopen,
    thanking_again,
)
from rules.acts.happenings import FACT_OF, WHAT_OF, Told, What, happened, moment_of
from rules.acts.letters import bounced, log_outside, mark_sent, mark_unsent, message_of
from rules.acts.moves import invited_again, move
from rules.acts.people import (
    add_highlight,
    add_person,
    highlight_of,
    person_of,
    remove_person,
    skip,
    star,
    tick,
)
from rules.acts.talks import (
    SCREEN,
    TALK,
    Talk,
    book,
    fill_in,
    interview_of,
    just_ended,
    remove_interview,
    usual_end,
)
from rules.acts.wholesale import kept_draft, mark_step_sent, may_leave_out, not_needed

__all__ = [
    "FACT_OF",
    "OUTCOME_FACT",
    "SCREEN",
    "TALK",
    "WHAT_OF",
    "Ids",
    "Talk",
    "Told",
    "What",
    "add",
    "add_highlight",
    "add_person",
    "book",
    "bounced",
    "change_opportunity",
    "delete",
    "duplicate",
    "edit",
    "fill_in",
    "happened",
    "highlight_of",
    "interview_of",
    "invited_again",
    "just_ended",
    "kept_draft",
    "log_outside",
    "mark_sent",
    "mark_step_sent",
    "mark_unsent",
    "may_leave_out",
    "message_of",
    "moment_of",
    "move",
    "not_needed",
    "now_waiting",
    "person_of",
    "place",
    "record_fact",
    "record_outcome",
    "remove_interview",
    "remove_person",
    "reopen",
    "skip",
    "snooze",
    "star",
    "thanking_again",
    "tick",
    "usual_end",
]
