"""A story's facts as records: what the program would keep if they were typed one by one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rules.records import (
    Channel,
    Dossier,
    Draft,
    EmployerKind,
    Fact,
    FactId,
    FactKind,
    Interview,
    InterviewId,
    InterviewKind,
    Message,
    MessageId,
    MessageKind,
    Moment,
    Opportunity,
    OpportunityId,
    Outcome,
    Part,
    Person,
    PersonId,
    Preferences,
    Tone,
)
from tests.cases.story_words import SAYS, SETTINGS, json_words, kind_of, named_day

Json = dict[str, Any]

_OID = OpportunityId("story")
_PARTS = {"panel": Part.INTERVIEWER, "coordinator": Part.ORGANISER}
_OUTCOMES = {
    FactKind.OFFER: Outcome.OFFER,
    FactKind.REJECTION: Outcome.NOT_THIS_TIME,
    FactKind.WITHDREW: Outcome.WITHDREW,
    FactKind.CLOSED: Outcome.NO_ANSWER,
}


def _moment(text: Any) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text[:10])


class Told:
    """One opportunity as far as the story has been told."""

    def __init__(self, story: Json) -> None:
        self.story = story
        self.listed: list[Json] = list(story["people"])
        self.user_zone = story["user_zone"]
        self.preferences = Preferences()
        self._count = 0
        self.dossier = Dossier(
            opportunity=Opportunity(
                id=_OID,
                company=story["company"],
                role=story["role"],
                zone=story["employer_zone"],
                country="xx",
                created_at=_moment(story["steps"][0]["at"]),
            )
        )
        for one in self.listed:
            if one.get("part") in ("organiser", "recruiter", "coordinator"):
                self.person(one["name"])

    def moment(self, at: str) -> Moment:
        """The circumstances at that moment, with the story's own days off."""
        off = {date.fromisoformat(day) for day in self.story["holidays"]}
        weekend = set(self.story["weekend"])

        def is_worked(day: date) -> bool:
            return day.weekday() not in weekend and day not in off

        return Moment(
            now=_moment(at),
            zone=ZoneInfo(self.user_zone),
            zone_of=lambda name: ZoneInfo(name) if name else None,
            working_days=lambda _country: is_worked,
            preferences=self.preferences,
        )

    def tell(self, step: Json) -> None:
        """Take one fact in. Raises KeyError for a fact that nobody knows."""
        facts: dict[str, Callable[[Json], None]] = {
            "look": lambda _step: None,
            "apply": self._apply,
            "learn": self._learn,
            "book_interview": self._interview,
            "hold_interview": self._interview,
            "reschedule": self._reschedule,
            "copy": self._copy,
            "send": self._send,
            "confirm_sent": self._send,
            "log_outside": self._send,
            "answered": lambda step: self._send({**step, "kind": "answer"}),
            "call": lambda step: self._send({"kind": "check_in", **step, "channel": "phone"}),
            "mark_unsent": lambda step: self._take_back(step, "unsent_at"),
            "bounce": lambda step: self._take_back(step, "bounced_at"),
            "correct_address": self._correct_address,
            "promise": lambda step: self._fact(step, FactKind.PROMISE, named_day(step)),
            "reply": self._reply,
            "out_of_office": lambda step: self._fact(step, FactKind.OUT_OF_OFFICE, named_day(step)),
            "offer_elsewhere": lambda step: self._fact(
                step, FactKind.OFFER_ELSEWHERE, named_day(step)
            ),
            "withdraw": lambda step: self._end(step, FactKind.WITHDREW),
            "close": lambda step: self._end(step, FactKind.CLOSED),
            "debrief": lambda step: self._fact(step, FactKind.DEBRIEFED),
            "ask_address": lambda step: self._fact(step, FactKind.ADDRESS_ASKED),
            "add_person": self._add_person,
            "skip": lambda step: self._skip(step, skipped=True),
            "unskip": lambda step: self._skip(step, skipped=False),
            "set": self._set,
            "change_user_zone": self._change_zone,
        }
        facts[step["do"]](step)

    def person(self, name: str) -> PersonId:
        """The person of that name, put on record when first spoken of."""
        for one in self.dossier.people:
            if one.name == name:
                return one.id
        listed: Json = next((one for one in self.listed if one["name"] == name), {})
        part: str = listed.get("part") or "interviewer"
        person = Person(
            id=PersonId(f"person {len(self.dossier.people)}"),
            opportunity_id=_OID,
            name=name,
            email=listed.get("email") or "",
            part=_PARTS.get(part) or Part(part),
            main_contact=bool(listed.get("main_contact") or listed.get("starred")),
            place=float(len(self.dossier.people)),
        )
        self._keep(people=(*self.dossier.people, person))
        return person.id

    def _named(self, step: Json, *first: str) -> list[PersonId]:
        """The people a fact speaks of: under those keys, else under any."""
        known = {one["name"] for one in self.listed}
        for keys in (first, tuple(step)):
            found: list[str] = []
            for key in keys:
                value = step.get(key)
                values = value if isinstance(value, list) else [value]
                found += [one for one in values if isinstance(one, str) and one in known]
            if found:
                return [self.person(name) for name in dict.fromkeys(found)]
        return []

    def _keep(self, **tuples: Any) -> None:
        self.dossier = replace(self.dossier, **tuples)

    def _change(self, **fields: Any) -> None:
        self.dossier = replace(
            self.dossier, opportunity=replace(self.dossier.opportunity, **fields)
        )

    def _new_id(self) -> str:
        self._count += 1
        return f"{self._count:04}"

    def _fact(self, step: Json, kind: FactKind, day: str | None = None) -> None:
        named = self._named(step, "by", "sender", "from", "of", "to")
        fact = Fact(
            id=FactId(self._new_id()),
            opportunity_id=_OID,
            kind=kind,
            at=_moment(step["at"]),
            day=_day(day),
            person_id=named[0] if named else None,
        )
        self._keep(facts=(*self.dossier.facts, fact))

    def _apply(self, step: Json) -> None:
        if step.get("contact"):
            self.person(step["contact"])
        self._change(
            applied_at=_moment(step.get("sent", step["at"])),
            closing=_day(step.get("closing") or step.get("closing_date") or step.get("closes")),
            no_contact=bool(step.get("no_contact")),
        )

    def _learn(self, step: Json) -> None:
        said = json_words(step)
        if "no_contact" in said:
            self._change(no_contact=True)
        if "no_longer_interested" in said:
            self._fact(step, FactKind.NO_LONGER_INTERESTED)

    def _interview(self, step: Json) -> None:
        if step.get("agency"):
            self.person(step["agency"])
            direct = bool(step.get("direct_contact_ok"))
            self._change(agency=True, direct_contact_ok=direct)
        if step.get("zone_known") is False:
            self._change(zone="")
        if step.get("sector"):
            self._change(employer_kind=EmployerKind(step["sector"]))
        booked = self.dossier.interview(InterviewId(step["interview"]))
        interview = booked or Interview(id=InterviewId(step["interview"]), opportunity_id=_OID)
        words = json_words(step)
        screen = bool({"screen", "phone_screen", "phone"} & words)
        interview = replace(
            interview,
            kind=InterviewKind.PHONE_SCREEN if screen else interview.kind,
            zone=step.get("zone") or interview.zone,
            decides_at_once=any(word.startswith("deci") for word in words),
        )
        if "met" in step:
            interview = replace(interview, met=tuple(self.person(name) for name in step["met"]))
        others = [one for one in self.dossier.interviews if one.id != interview.id]
        self._keep(interviews=(*others, interview))
        self._reschedule(step)
        if step.get("invited_to_call"):
            self._fact({"at": step.get("end") or step["at"]}, FactKind.INVITED_TO_CALL)

    def _reschedule(self, step: Json) -> None:
        def moved(one: Interview) -> Interview:
            start = _moment(step["start"]) if step.get("start") else one.start
            if step.get("end"):
                return replace(one, start=start, end=_moment(step["end"]))
            # Without an end the rules reckon with the usual length.
            return replace(one, start=start, end=None if step.get("start") else one.end)

        self._edit_interviews(step.get("interview"), moved)

    def _edit_interviews(
        self, wanted: str | None, change: Callable[[Interview], Interview]
    ) -> None:
        self._keep(
            interviews=tuple(
                change(one) if wanted in (None, one.id) else one for one in self.dossier.interviews
            )
        )

    def _copy(self, step: Json) -> None:
        at = _moment(step["at"])
        draft = Draft(
            opportunity_id=_OID,
            interview_id=self._talk_at(at) if step["kind"] != "application_follow_up" else None,
            person_id=self.person(step["to"]) if step.get("to") else None,
            kind=kind_of(step["kind"])[0],
            tone=Tone.WARM,
            subject="",
            body="",
            copied_at=at,
            saved_at=at,
        )
        self._keep(drafts=(*self.dossier.drafts, draft))

    def _talk_at(self, at: datetime) -> InterviewId | None:
        over = [
            (one.end, one.id)
            for one in self.dossier.interviews
            if one.end is not None and one.end <= at
        ]
        return max(over)[1] if over else None

    def _send(self, step: Json) -> None:
        kind, channel = kind_of(step.get("kind") or step.get("what") or "check_in")
        channel = Channel(step["channel"]) if step.get("channel") else channel
        sent_at = _moment(step.get("sent_at", step["at"]))
        people: list[Any] = self._named(step, "to") or [None]
        named = step.get("on_behalf_of") or step.get("names") or step.get("for") or ()
        application = kind is MessageKind.APPLICATION_FOLLOW_UP
        for person in people:
            message = Message(
                id=MessageId(self._new_id()),
                opportunity_id=_OID,
                interview_id=None if application else self._talk_at(sent_at),
                person_id=person,
                kind=kind,
                channel=channel,
                sent_at=sent_at,
                names=tuple(self.person(name) for name in named),
                outside=step["do"] in ("log_outside", "call"),
            )
            drafts = [
                one for one in self.dossier.drafts if (one.kind, one.person_id) != (kind, person)
            ]
            self._keep(messages=(*self.dossier.messages, message), drafts=tuple(drafts))

    def _take_back(self, step: Json, field: str) -> None:
        kind = kind_of(step["kind"])[0] if step.get("kind") else None
        people = self._named(step, "to")
        last = [
            one
            for one in self.dossier.messages
            if one.counts and kind in (None, one.kind) and (not people or one.person_id in people)
        ][-1]
        change: Json = {field: _moment(step["at"])}
        self._keep(
            messages=tuple(
                replace(one, **change) if one is last else one for one in self.dossier.messages
            )
        )

    def _correct_address(self, step: Json) -> None:
        (wanted, *_) = self._named(step, "of", "to", "person")
        email = step.get("email") or step.get("address") or "corrected@x.example"
        self._keep(
            people=tuple(
                replace(one, email=email) if one.id == wanted else one
                for one in self.dossier.people
            )
        )

    def _reply(self, step: Json) -> None:
        kind = SAYS[step["says"]]
        if kind in _OUTCOMES:
            self._end(step, kind)
        else:
            self._fact(step, kind, named_day(step))

    def _end(self, step: Json, kind: FactKind) -> None:
        self._fact(step, kind, named_day(step))
        self._change(outcome=_OUTCOMES[kind], outcome_at=_moment(step["at"]))

    def _add_person(self, step: Json) -> None:
        listed: Json = next((one for one in self.listed if one["name"] == step.get("name")), {})
        if not listed and step.get("name"):
            self.listed.append({key: step.get(key) for key in ("name", "email", "part")})
        (person, *_) = self._named(step, "name", "person")
        on_record = self.dossier.person(person)
        met = on_record is not None and on_record.part is not Part.ORGANISER
        if self.dossier.interviews and (met or step.get("interview")):
            wanted = step.get("interview") or self.dossier.interviews[-1].id
            self._edit_interviews(wanted, lambda one: replace(one, met=(*one.met, person)))

    def _skip(self, step: Json, *, skipped: bool) -> None:
        people = set(self._named(step))

        def change(one: Interview) -> Interview:
            rest = tuple(person for person in one.skipped if person not in people)
            more = tuple(person for person in one.met if person in people) if skipped else ()
            return replace(one, skipped=(*rest, *more))

        self._edit_interviews(step.get("interview"), change)

    def _set(self, step: Json) -> None:
        if step["name"] in SETTINGS:
            change: Json = {SETTINGS[step["name"]]: step["value"]}
            self.preferences = replace(self.preferences, **change)

    def _change_zone(self, step: Json) -> None:
        self.user_zone = step.get("zone") or step.get("to") or step["user_zone"]
