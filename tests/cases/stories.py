"""Plays stories of dated facts and judges what the rules say after each of them.

`python -m tests.cases.stories FILE` prints one line for each verdict that differs and ends in
`N passed, N failed`; it leaves with 1 where a verdict that is not marked doubtful differs.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from typing_extensions import override

from rules.ledger import application_used
from rules.records import Channel, Dossier, MessageKind
from rules.stages import Stage
from rules.steps import NextStep, StepKind
from tests.cases.story_facts import Told
from tests.cases.story_words import channel_of, kind_of
from tests.cases.story_world import OID

Json = dict[str, Any]

_MESSAGE_NAMES = {MessageKind.ANSWER: "answer_reply"}
_EDGES = ("earliest", "best", "latest", "final")
_NOT_JUDGED = "not judged"
_UNTESTED = {"kind", "kind_any", "by", "form", "call_hours"}


@dataclass(frozen=True)
class Verdict:
    """One thing a story expects, and what came of it."""

    story: str
    at: str
    what: str
    expected: object
    found: object
    passed: bool
    doubt: bool

    @override
    def __str__(self) -> str:
        """One line for a report."""
        mark = "pass" if self.passed else "FAIL"
        doubt = " (doubt)" if self.doubt else ""
        return f"{mark}{doubt} {self.story} {self.at} {self.what}: {self.expected} <- {self.found}"


def play(story: Json) -> list[Verdict]:
    """All verdicts of one story."""
    told = Told(story)
    verdicts: list[Verdict] = []
    for step in story["steps"]:
        try:
            told.tell(step)
            if "expect" in step:
                verdicts += _judge(story, step, told)
        except (KeyError, ValueError, IndexError) as fault:
            # A story in words that nobody knows must not hide the verdicts of the others.
            verdicts.append(
                Verdict(
                    story=story["id"],
                    at=step["at"],
                    what=f"{step['do']} is not understood",
                    expected="understood",
                    found=repr(fault),
                    passed=False,
                    doubt=False,
                )
            )
    return verdicts


def _judge(story: Json, step: Json, told: Told) -> Iterator[Verdict]:
    expect = step["expect"]
    dossier, card = told.dossier, told.session.card(OID)
    found = card.step
    doubt = "doubt" in expect

    def verdict(
        what: str, wanted: object, got: object, *, passed: bool | None = None, unsure: bool = False
    ) -> Verdict:
        return Verdict(
            story=story["id"],
            at=step["at"],
            what=what,
            expected=wanted,
            found=got,
            passed=wanted == got if passed is None else passed,
            doubt=doubt or unsure,
        )

    if "stage" in expect:
        yield verdict("stage", expect["stage"], card.stage.value)
    if "closed" in expect:
        yield verdict("closed", expect["closed"], card.stage is Stage.OUTCOME)
    wanted = expect.get("next") or {}
    kinds = [*filter(None, [wanted.get("kind")]), *wanted.get("kind_any", ())]
    kind = kind_name(found)
    if kinds:
        yield verdict("kind", kinds, kind, passed=kind in kinds)
    if kind == wanted.get("kind"):
        for what, one, got in _step_fields(wanted, found, dossier, story):
            yield verdict(what, one, got, unsure=got == _NOT_JUDGED)
    if expect.get("of") is not None:
        yield verdict("used", (expect["used"], expect["of"]), (found.used, found.of))
    if "application_used" in expect:
        yield verdict("application", expect["application_used"], application_used(dossier))
    if expect.get("may_compose") is not None:
        yield verdict("may_compose", expect["may_compose"], found.may_compose)
    if expect.get("flags", {}).get("zone_assumed"):
        yield verdict("zone_assumed", "", dossier.opportunity.zone)
    for attempt in expect.get("try", ()):
        what, allowed, reason = _attempt(attempt, told)
        yield verdict(
            what,
            attempt["allowed"],
            reason,
            passed=allowed is attempt["allowed"],
            unsure="doubt" in attempt,
        )


def kind_name(step: NextStep) -> str:
    """The stories' word for a step."""
    if step.kind is StepKind.WRITE and step.message is not None:
        return _MESSAGE_NAMES.get(step.message, step.message.value)
    if step.reason == "offer_open":
        return "reply_to_offer"
    if step.kind is StepKind.ADD_DETAILS:
        return "interview" if step.reason == "no_date" else "none"
    return "none" if step.kind in (StepKind.NOTHING, StepKind.CLOSED) else step.kind.value


def _step_fields(
    wanted: Json, step: NextStep, dossier: Dossier, story: Json
) -> Iterator[tuple[str, object, object]]:
    """What a story says of the step, beside what was found."""
    zone = ZoneInfo(story["employer_zone"])
    for name, value in wanted.items():
        if name in _UNTESTED or value is None:
            continue
        if name == "to":
            named = [value] if isinstance(value, str) else value
            # Whose letter of several is written first, no story decides.
            yield name, sorted(named), sorted(_name(dossier, one) for one in step.people)
        elif name == "state":
            yield name, value, step.state.value if step.state else None
        elif name in _EDGES:
            got = getattr(step.window, name) if step.window else None
            yield name, *_moments(value, got, zone)
        elif name == "send_at":
            yield name, *_moments(value, step.send_at, zone)
        elif name in ("at_time", "close_from", "due"):
            yield name, *_moments(value, step.at, zone)
        elif name == "channel":
            way = channel_of(value)
            yield name, way or value, step.channel if way else _NOT_JUDGED
        elif name == "channel_any":
            yield name, True, step.channel.value in value
        elif name == "suggests":
            yield name, "slow_search", step.reason
        else:
            yield name, value, _NOT_JUDGED


def _name(dossier: Dossier, person_id: Any) -> str:
    person = dossier.person(person_id)
    return person.name if person is not None else "?"


def _moments(wanted: str, got: datetime | None, zone: ZoneInfo) -> tuple[object, object]:
    """Both as instants, or as days where the story names only the day."""
    if got is None:
        return wanted, None
    if "T" not in wanted:
        return date.fromisoformat(wanted), got.astimezone(zone).date()
    return datetime.fromisoformat(wanted).astimezone(UTC), got


def _attempt(attempt: Json, told: Told) -> tuple[str, bool, str]:
    kind, channel = kind_of(attempt["kind"])
    channel = Channel(attempt["channel"]) if attempt.get("channel") else channel
    to = attempt.get("to")
    people: list[Any] = [told.person(name) for name in ([to] if isinstance(to, str) else to or [])]
    refusals = [told.session.may_send(OID, kind, one, channel) for one in people or [None]]
    reasons = [one.reason for one in refusals if one is not None]
    return f"try {kind.value} to {to}", not reasons, ", ".join(reasons) or "allowed"


def main(path: Path) -> int:
    """Play all stories of a file and print what differs."""
    verdicts = [one for story in json.loads(path.read_text("utf-8")) for one in play(story)]
    for one in verdicts:
        if not one.passed:
            print(one)
    firm = [one for one in verdicts if not one.doubt]
    unsure = [one for one in verdicts if one.doubt]
    passed = sum(one.passed for one in firm)
    print(f"in doubt: {sum(one.passed for one in unsure)} as expected, of {len(unsure)}")
    print(f"{passed} passed, {len(firm) - passed} failed")
    return int(passed < len(firm))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
