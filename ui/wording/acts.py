"""The words of an act, as the toast says what was undone or done again."""

from ui.wording.say import say

_ACTS = {
    "added": "card added",
    "deleted": "card deleted",
    "brought_back": "card brought back",
    "duplicated": "card duplicated",
    "edited": "details changed",
    "moved": "card moved",
    "placed": "card moved within its lane",
    "outcome": "outcome recorded",
    "reopened": "card reopened",
    "noted": "their reply recorded",
    "interview_added": "interview added",
    "interview_edited": "interview changed",
    "interview_removed": "interview removed",
    "person_added": "person added",
    "person_removed": "person removed",
    "skipped": "person left out",
    "unskipped": "person taken back in",
    "highlight_added": "highlight added",
    "highlight_removed": "highlight removed",
    "highlight_ticked": "highlight put into the letter",
    "highlight_unticked": "highlight taken out of the letter",
    "sent": "marked sent",
    "logged": "message noted",
    "bounced": "marked as come back",
    "snoozed": "put off",
    "unsnoozed": "no longer put off",
    "unsent": "marked not sent",
    "not_needed": "letter left out",
    "needed_after_all": "letter taken back in",
}


def act_words(label: str) -> str:
    """What was done, for the label of a change."""
    return say(_ACTS.get(label, "last change"))


def undone(label: str) -> str:
    """What the toast says after an act was taken back."""
    return say("Undone: {what}", what=act_words(label))


def redone(label: str) -> str:
    """What the toast says after an act was done again."""
    return say("Done again: {what}", what=act_words(label))
