"""What does not fit together, as a question or a sentence; and what comes after."""

from collections.abc import Mapping

from rules.board import Card
from rules.contradictions import Clash, Remark
from rules.records import Moment
from rules.steps import StepKind, StepState
from ui.wording import full_date, is_far, moment_words, outcome_words, say, step_words

_ASKED: Mapping[Clash, str] = {
    Clash.STILL_TO_COME: "{day} is still to come. On which day was it?",
    Clash.BEFORE_APPLYING: "That is before you applied, on {day}. Was it another day?",
    Clash.BEFORE_THE_TALK: "That interview is on {day}, after this reply. Is the reply about what "
    "came before it?",
    Clash.NOT_HELD_YET: "That interview is on {day}, after this. Is it about an earlier one?",
    Clash.TALK_AHEAD: "An interview on {day} is still ahead. Is this the end all the same?",
    Clash.CLOSED: "This one is closed: {outcome}. Open it again?",
    Clash.OTHER_OUTCOME: "On record is: {outcome}. Is that taken back?",
    Clash.DAY_OVER: "{day} was over by then. Which day did they mean?",
    Clash.BOTH_SENT: "Two follow-ups are on record for this interview. Was this a third? It is "
    "kept in History, and nothing more is prepared.",
    Clash.ONCE_SENT: "An application gets one follow-up, and it is on record. Was this another?",
    Clash.MOVED_AFTER_THANKS: "A letter about this interview went out on {day}, before it would "
    "end. Is this another interview?",
}
_STATED: Mapping[Clash, str] = {
    Clash.DAY_PASSED: "{day} has passed since.",
    Clash.NO_DAY: "Without a day nothing changes: the usual days hold.",
    Clash.FIRST_OF_TWO: "Nobody was thanked before, so this is follow-up 1 of 2. One more is "
    "possible, a week later.",
    Clash.SECOND_OF_TWO: "This is follow-up 2 of 2. After it, this interview rests.",
    Clash.BESIDE_EMAIL: "Beside the email it adds nothing to the count.",
    Clash.NOT_INVITED_TO_CALL: "Nobody invited a call, so let it be the only one.",
    Clash.POST_IS_SLOW: "They decide by {day}; post may come after that.",
    Clash.NEVER_BY_POST: "Post to government offices is screened and comes late.",
    Clash.GIVES_BACK: "The follow-up is given back: {used} of 2 used.",
    Clash.THANKED_PERSON: "The letter of {day} stays in History and still counts.",
    Clash.THANKED_TALK: "The letter of {day} stays in History.",
}


def remark_words(remark: Remark, card: Card) -> str:
    """A remark about a card as a sentence."""
    text = (_ASKED if remark.asks else _STATED)[remark.clash]
    day = full_date(remark.day) if remark.day is not None else ""
    outcome = outcome_words(card.outcome).lower() if card.outcome is not None else ""
    return say(text, day=day, outcome=outcome, used=remark.used)


def afterwards(card: Card, moment: Moment) -> str:
    """What comes next once it is kept: "Then: Check in if no reply, from Tue 26 May, 10:00"."""
    step = card.step
    if is_far(card, moment) and step.window is not None:
        when = moment_words(step.window.best, moment.now, moment.zone)
        return say("Then: Nothing to send before {when}", when=when)
    words = step_words(card, moment)
    when = ""
    if step.kind is StepKind.WRITE and step.window is not None:
        early = step.state in (StepState.TOO_EARLY, StepState.NOT_YET)
        at = step.window.best if early else step.window.latest
        told = moment_words(at, moment.now, moment.zone)
        when = say("from {when}", when=told) if early else say("by {when}", when=told)
        if not early and at < moment.now:
            when = ""
    return say("Then: {step}", step=", ".join(part for part in (words, when) if part))
