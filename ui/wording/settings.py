"""The words of the settings page: sections, letters, placeholders, and what is wrong."""

from rules.records import InterviewKind, MessageKind, Tone
from rules.template_check import Fault, Problem
from ui.wording.say import say

SECTIONS = (
    ("you", "You", "user-round"),
    ("letters", "Letters", "pen-line"),
    ("timing", "Timing", "clock"),
    ("look", "Look", "sun"),
    ("data", "Data", "archive"),
    ("about", "About", "feather"),
)
"""Name, title and icon of each section, in their order."""

_KINDS = {
    MessageKind.THANK_YOU.value: "Thank-you",
    MessageKind.CHECK_IN.value: "Check-in",
    MessageKind.APPLICATION_FOLLOW_UP.value: "Application follow-up",
    MessageKind.THANKS_AND_QUESTION.value: "Thanks and question",
    MessageKind.PASS_ON.value: "Thanks to pass on",
    MessageKind.INVITED_CHECK_IN.value: "Check-in they asked for",
    MessageKind.ANSWER.value: "Answer to a question",
    MessageKind.REPLY_TO_REJECTION.value: "Reply to a rejection",
    MessageKind.OFFER_ACKNOWLEDGEMENT.value: "Reply to an offer",
    MessageKind.COMPETING_OFFER.value: "Offer elsewhere",
    MessageKind.DECLINE.value: "Declining an offer",
    MessageKind.WITHDRAWAL.value: "Withdrawal",
    MessageKind.KEEP_IN_TOUCH.value: "Keep in touch",
    MessageKind.DEBRIEF.value: "Debrief for the recruiter",
    MessageKind.ADDRESS_REQUEST.value: "Asking for an address",
}

_VARIANTS = {
    InterviewKind.PHONE_SCREEN.value: "phone screen",
    "same_day": "same day",
    "late": "late",
    "card": "card",
    "call": "call",
}

TONES = {Tone.WARM: "Warm", Tone.BRIEF: "Brief", Tone.FORMAL: "Formal"}

_MEANINGS = {
    "greeting_name": "the name to greet by",
    "company": "the company",
    "role": "the role",
    "the_role": "the role in a sentence: the UX Lead role",
    "applied_on": "the day you applied",
    "day": "when you met: this morning, on Tuesday",
    "highlight": "a sentence for each highlight that is ticked",
    "highlight_subject": "the first highlight, short enough for a subject",
    "next_step": "the day they named to decide by",
    "original_subject": "the subject of your last letter",
    "original_day": "the day of your last letter",
    "replied_on": "the day they last replied",
    "their_day": "the day they named in that reply",
    "answer_by": "the day they want an answer by",
    "offer_deadline": "the deadline of the other offer",
    "people": "the people the note is passed on to",
    "topics": "what came up with each of them",
    "name": "your name",
    "own_name": "your name, where it may be missing",
    "phone": "your phone number",
    "link": "your link",
    "sign_off": "your sign-off",
}


def section_title(name: str) -> str:
    """The title of a section."""
    return say(next(title for key, title, _ in SECTIONS if key == name))


def letter_order(names: tuple[str, ...]) -> tuple[str, ...]:
    """The sorts of letters among template names, without their tones, the common ones first."""
    sorts = {name.rpartition(".")[0] for name in names}
    order = list(_KINDS)

    def place(sort: str) -> tuple[int, str]:
        kind = sort.partition("-")[0]
        return (order.index(kind) if kind in order else len(order), sort)

    return tuple(sorted(sorts, key=place))


def letter_title(sort: str) -> str:
    """A sort of letter as a person says it: "Thank-you, late"."""
    kind, _, variant = sort.partition("-")
    title = say(_KINDS.get(kind) or kind.replace("_", " ").capitalize())
    if not variant:
        return title
    what = say(_VARIANTS.get(variant) or variant.replace("_", " "))
    return say("{title}, {variant}", title=title, variant=what)


def placeholder_meaning(name: str) -> str:
    """What a placeholder stands for."""
    return say(_MEANINGS[name])


def problem_words(problem: Problem) -> str:
    """What is wrong with a template, where, and what it was probably meant for."""
    line, what, near = problem.line, problem.what, f"{{{{{problem.near}}}}}"
    match problem.fault:
        case Fault.NO_SUBJECT:
            return say("The first line has to begin with “Subject:” and go on with a subject.")
        case Fault.NO_BODY:
            return say("Below the subject there has to be a blank line, and then the letter.")
        case Fault.UNKNOWN:
            said = say("Line {n}: no record can fill {what}.", n=line, what=f"{{{{{what}}}}}")
        case Fault.BROKEN:
            said = say("Line {n}: “{what}” is not a whole placeholder.", n=line, what=what)
        case Fault.UNPAIRED:
            return say("Line {n}: {what} needs its other half on the same line.", n=line, what=what)
        case Fault.NOTHING_ABOVE:
            return say("Line {n}: “/” stands in for a sentence above it; there is none.", n=line)
        case Fault.TOO_LONG:
            return say("This is longer than a letter can be.")
    return f"{said} {say('Is {near} meant?', near=near)}" if problem.near else said


def licence_of(name: str, version: str, licence: str) -> str:
    """A package with its version and licence, in one line."""
    return ", ".join(part for part in (f"{name} {version}".strip(), licence) if part)
