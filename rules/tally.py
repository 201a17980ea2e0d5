"""The count of a round: which confirmed messages take its two slots (RULES 4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rules.records import Channel, Dossier, InterviewId, Message, MessageKind, Part, PersonId
from rules.rounds import Round, end_of
from rules.timing import EXPIRED

# In this order where two went out at the same instant, so that storage order decides nothing.
_UNPROMPTED = (
    MessageKind.THANK_YOU,
    MessageKind.PASS_ON,
    MessageKind.THANKS_AND_QUESTION,
    MessageKind.CHECK_IN,
)
_RANK = {kind: rank for rank, kind in enumerate(_UNPROMPTED)}
_WAVE = (MessageKind.THANK_YOU, MessageKind.PASS_ON)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What a round's confirmed messages amount to."""

    first: Message | None = None  # takes slot 1
    second: Message | None = None  # takes slot 2, by whatever channel
    received: dict[PersonId, Message]  # the first message each recipient got in the wave
    thanked: frozenset[PersonId] = frozenset()
    on_paper: frozenset[PersonId] = frozenset()  # got a letter

    @property
    def used(self) -> int:
        """0, 1 or 2 of 2."""
        return (self.first is not None) + (self.second is not None)


_EMPTY = Tally(received={})


_last: tuple[Dossier, Round, Tally] | None = None


def tally(dossier: Dossier, round_: Round) -> Tally:
    """Count a round: one wave of thank-yous is 1 of 2, whatever comes after it is 2 of 2.

    The last count is kept, as a card asks for it several times; values are frozen.
    """
    global _last
    last = _last
    if last is None or last[0] is not dossier or last[1] is not round_:
        _last = last = (dossier, round_, _count(dossier, round_))
    return last[2]


def _count(dossier: Dossier, round_: Round) -> Tally:
    messages = messages_of(dossier, round_)
    if not messages:
        return _EMPTY
    second: Message | None = None
    received: dict[PersonId, Message] = {}
    reached: set[tuple[PersonId, Channel]] = set()
    spoken_for: set[PersonId] = set()
    for message in messages:
        people = _addressed(message)
        if message is not messages[0] and not _belongs_to_wave(message, people, reached, round_):
            second = second or message
            continue
        reached.update((person, message.channel) for person in people)
        if not message.names and _is_to_agency(dossier, message):
            spoken_for.update(round_.people)
        if message.person_id is not None:
            received.setdefault(message.person_id, message)
    return Tally(
        first=messages[0],
        second=second,
        received=received,
        thanked=frozenset(person for person, _ in reached) | spoken_for,
        on_paper=frozenset(person for person, by in reached if by is Channel.LETTER),
    )


def messages_of(dossier: Dossier, round_: Round) -> list[Message]:
    """The unprompted messages that count for a round, in the order they went out."""
    found = [
        one
        for one in dossier.messages
        if one.counts and one.kind in _RANK and round_.holds(_interview_of(dossier, one))
    ]
    found.sort(key=lambda one: (one.sent_at, _RANK[one.kind], one.id))
    return found


def _interview_of(dossier: Dossier, message: Message) -> InterviewId | None:
    """The talk a message is about: the one it names, else the last that had ended by then."""
    if dossier.interview(message.interview_id) is not None:
        return message.interview_id
    over = [
        (end, one.id)
        for one in dossier.interviews
        if (end := end_of(one)) is not None and end <= message.sent_at
    ]
    return max(over)[1] if over else None


def _addressed(message: Message) -> tuple[PersonId, ...]:
    """Whom a message thanks by itself: its recipient and those it names (RULES 0.17).

    Somebody taken off the record since stands by the name the letter went to: two thank-yous to
    two people stay one wave.
    """
    if message.person_id is not None:
        return (message.person_id, *message.names)
    if message.names or not message.to_name:
        return message.names
    return (PersonId(f"no longer on record: {message.to_name}"),)


def _is_to_agency(dossier: Dossier, message: Message) -> bool:
    """Whether it went to the agency's recruiter, who passes it to everybody met (row 16)."""
    if not dossier.opportunity.agency:
        return False
    person = dossier.person(message.person_id)
    return person is not None and person.part is Part.RECRUITER


def _belongs_to_wave(
    message: Message,
    people: Iterable[PersonId],
    reached: set[tuple[PersonId, Channel]],
    round_: Round,
) -> bool:
    """Whether a later message is one more thank-you; a call or a second mail is not (RULES 0.8).

    Nor is a letter to somebody who was called, or one after a week (RULES 0.17, 4).
    """
    if message.kind not in _WAVE or message.channel is Channel.PHONE:
        return False
    return any(
        not {(person, message.channel), (person, Channel.PHONE)} & reached
        and message.sent_at - round_.ended_for(person) <= EXPIRED
        for person in people
    )


def used(dossier: Dossier, round_: Round) -> int:
    """How many of the two follow-ups of a round went out."""
    return tally(dossier, round_).used


def application_used(dossier: Dossier) -> int:
    """How many of the application's one follow-up went out: 0 or 1."""
    return int(application_sent_at(dossier) is not None)


def application_sent_at(dossier: Dossier) -> datetime | None:
    """When the application's follow-up went out."""
    return last_sent(dossier, MessageKind.APPLICATION_FOLLOW_UP)


def last_sent(dossier: Dossier, *kinds: MessageKind) -> datetime | None:
    """When the last message of these kinds went out, if one stands as sent."""
    return max(
        (one.sent_at for one in dossier.messages if one.counts and one.kind in kinds), default=None
    )


def thanked(dossier: Dossier, round_: Round) -> frozenset[PersonId]:
    """Everybody who was thanked in a round, by a note of their own or by name in another's."""
    return tally(dossier, round_).thanked
