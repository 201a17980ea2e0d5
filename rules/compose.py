"""Composing a letter: the template of its kind and tone, filled from the record alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from rules.calendar import to_utc
from rules.letter_values import OPEN_NAME, Case, values_for
from rules.letter_words import attribution, bare_subject
from rules.quoting import Original, own_text, quoted_text, whole_body
from rules.records import (
    Channel,
    Dossier,
    InterviewId,
    InterviewKind,
    MessageKind,
    Moment,
    PersonId,
    Profile,
    Tone,
)
from rules.rounds import Round, read
from rules.tally import tally
from rules.templates import clean, fill, placeholders

__all__ = [
    "Letter",
    "Missing",
    "Original",
    "compose",
    "has_letter",
    "own_text",
    "quoted_text",
    "sign",
    "variant_of",
    "whole_body",
]

_ON_TIME = timedelta(hours=24)
_BY = {Channel.LETTER: "card", Channel.PHONE: "call"}
_MAY_GO_TO_A_TEAM = (MessageKind.APPLICATION_FOLLOW_UP, MessageKind.WITHDRAWAL)
_WAVE = (MessageKind.THANK_YOU, MessageKind.PASS_ON, MessageKind.THANKS_AND_QUESTION)


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter as it comes fresh from the record."""

    subject: str
    body: str
    original: Original | None = None
    open: tuple[str, ...] = ()  # what is still to be filled in by hand
    variant: str = ""  # of the kind: "phone_screen", "same_day", "late", "card", "call"


@dataclass(frozen=True)
class Missing:
    """Why no letter can be composed: the facts that lack, or "kind" where no letter exists."""

    fields: tuple[str, ...]


def has_letter(kind: MessageKind, templates: Mapping[str, str]) -> bool:
    """Whether that kind of letter can be composed at all."""
    return all(f"{kind.value}.{tone.value}" in templates for tone in Tone)


def compose(
    dossier: Dossier,
    kind: MessageKind,
    person_id: PersonId | None,
    tone: Tone,
    moment: Moment,
    profile: Profile,
    templates: Mapping[str, str],
    interview_id: InterviewId | None = None,
    channel: Channel = Channel.EMAIL,
) -> Letter | Missing:
    """A letter of that kind to that person, or what it lacks.

    On paper and in a call it has words of its own: a card repeats no email, and a call is short.
    Days are worded for sending at `moment`, by the employer's calendar. Whether the letter may
    be sent at all is the ledger's question, not this one's.
    """
    round_ = _round(dossier, moment, person_id, interview_id)
    variant = _BY.get(channel, "")
    variant = variant or variant_of(dossier, kind, person_id, moment, interview_id)
    template = _template(templates, kind, variant, tone)
    person = dossier.person(person_id)
    if template is None:
        return Missing(("kind",))
    if person is None and kind not in _MAY_GO_TO_A_TEAM:
        return Missing(("person",))
    original = None
    if channel is Channel.EMAIL:
        original = _original(dossier, kind, person_id, round_, moment, profile)
    case = Case(
        dossier=dossier,
        kind=kind,
        person=person,
        tone=tone,
        moment=moment,
        profile=profile,
        round=round_,
        original=original,
        channel=channel,
    )
    values = values_for(case)
    filled = fill(template, values, case.turn)
    return Letter(
        subject=filled.subject,
        body=filled.body,
        original=original,
        open=_open(f"{filled.subject}\n{filled.body}", template, values),
        variant=variant,
    )


def variant_of(
    dossier: Dossier,
    kind: MessageKind,
    person_id: PersonId | None,
    moment: Moment,
    interview_id: InterviewId | None = None,
) -> str:
    """Which sort of thank-you suits: a belated one, a quick one, one for a screen; else "".

    Somebody who was not met, such as an agency's recruiter, is asked to pass the thanks on.
    """
    round_ = _round(dossier, moment, person_id, interview_id)
    if kind is not MessageKind.THANK_YOU or round_ is None:
        return ""
    if round_.people and person_id not in round_.people:
        return MessageKind.PASS_ON.value
    talk = round_.talk_with(person_id)
    if to_utc(moment.now) - to_utc(round_.ended_for(person_id)) > _ON_TIME:
        return "late"
    if talk.decides_at_once:
        return "same_day"
    return "phone_screen" if talk.kind is InterviewKind.PHONE_SCREEN else ""


def sign(text: str, name: str) -> str:
    """A text, edited or not, with the name where it still lacked."""
    return text.replace(OPEN_NAME, clean(name) or OPEN_NAME)


def _template(
    templates: Mapping[str, str], kind: MessageKind, variant: str, tone: Tone
) -> str | None:
    """The text for a sort of letter, else the one for its kind."""
    if variant == MessageKind.PASS_ON:
        kind, variant = MessageKind.PASS_ON, ""
    names = (f"{kind.value}-{variant}.{tone.value}", f"{kind.value}.{tone.value}")
    return next((templates[name] for name in names if name in templates), None)


def _round(
    dossier: Dossier, moment: Moment, person_id: PersonId | None, interview_id: InterviewId | None
) -> Round | None:
    """The round a letter is about: the talk's, else the last with that person, else the last."""
    held = read(dossier, moment).held
    asked = [one for one in read(dossier, moment).rounds if one.holds(interview_id)]
    met = [one for one in held if person_id in one.people]
    found = (*asked, *met, *held)
    return found[0] if found else None


def _original(
    dossier: Dossier,
    kind: MessageKind,
    person_id: PersonId | None,
    round_: Round | None,
    moment: Moment,
    profile: Profile,
) -> Original | None:
    """What that recipient got first in this round; nothing after a call (RULES 0.17)."""
    if kind is not MessageKind.CHECK_IN or round_ is None or person_id is None:
        return None
    message = tally(dossier, round_).received.get(person_id)
    if message is None or message.kind not in _WAVE or message.channel is Channel.PHONE:
        return None
    if not message.body.strip():
        return None
    zone = moment.employer_zone(dossier.opportunity, round_.talk_with(person_id))
    return Original(
        text=message.body,
        sent_at=message.sent_at,
        to_name=message.to_name,
        subject=bare_subject(message.subject),
        attribution=attribution(message.sent_at, zone, profile.name),
    )


def _open(text: str, template: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The holes left: the name, and placeholders that no record can give."""
    holes = [f"{{{{{name}}}}}" for name in sorted(placeholders(template) - set(values))]
    return (*((OPEN_NAME,) if OPEN_NAME in text else ()), *holes)
