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

Json = dict[str, Any]

_OID = OpportunityId("story")
_PARTS = {"panel": Part.INTERVIEWER, "coordinator": Part.ORGANISER}
_SAYS = {
    "question": FactKind.REPLY_QUESTION,
    "holding": FactKind.REPLY_HOLDING,
    "invited_again": FactKind.REPLY_INVITED,
    "note": FactKind.REPLY_NOTE,
    "rejection": FactKind.REJECTION,
    "offer": FactKind.OFFER,
}
_OUTCOMES = {
    FactKind.OFFER: Outcome.OFFER,
    FactKind.REJECTION: Outcome.NOT_THIS_TIME,
    FactKind.WITHDREW: Outcome.WITHDREW,
    FactKind.CLOSED: Outcome.NO_ANSWER,
}
_SETTINGS = {
    "SECOND_MAX": "second_max",
    "PROMISE_BUFFER": "promise_buffer",
    "CHECK_IN_DAY": "check_in_day",
}


def _moment(text: Any) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text[:10])


class Told:
    """One opportunity as far as the story has been told."""

    def __init__(self, story: Json) -> None:
        self.story = story
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
        for one in story["people"]:
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
            "promise": lambda step: self._fact(
                step, FactKind.PROMISE, step["date"], step.get("by")
            ),
            "reply": self._reply,
            "out_of_office": self._away,
            "offer_elsewhere": lambda step: self._fact(
                step, FactKind.OFFER_ELSEWHERE, step.get("deadline") or step.get("answer_by")
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
        listed: Json = next((one for one in self.story["people"] if one["name"] == name), {})
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

    def _keep(self, **tuples: Any) -> None:
        self.dossier = replace(self.dossier, **tuples)

    def _change(self, **fields: Any) -> None:
        self.dossier = replace(
            self.dossier, opportunity=replace(self.dossier.opportunity, **fields)
        )

    def _new_id(self) -> str:
        self._count += 1
        return f"{self._count:04}"

    def _fact(
        self, step: Json, kind: FactKind, day: str | None = None, person: str | None = None
    ) -> None:
        fact = Fact(
            id=FactId(self._new_id()),
            opportunity_id=_OID,
            kind=kind,
            at=_moment(step["at"]),
            day=_day(day),
            person_id=self.person(person) if person else None,
        )
        self._keep(facts=(*self.dossier.facts, fact))

    def _apply(self, step: Json) -> None:
        if step.get("contact"):
            self.person(step["contact"])
        self._change(
            applied_at=_moment(step.get("sent", step["at"])),
            closing=_day(step.get("closing")),
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
        words = json_words(step)
        screen = {"screen", "phone_screen"} & words
        interview = Interview(
            id=InterviewId(step["interview"]),
            opportunity_id=_OID,
            kind=InterviewKind.PHONE_SCREEN if screen else InterviewKind.INTERVIEW,
            start=_moment(step["start"]) if step.get("start") else None,
            end=_moment(step["end"]) if step.get("end") else None,
            met=tuple(self.person(name) for name in step.get("met", ())),
            decides_at_once=any(word.startswith("decide") for word in words),
        )
        others = [one for one in self.dossier.interviews if one.id != interview.id]
        self._keep(interviews=(*others, interview))
        if step.get("invited_to_call"):
            self._fact({**step, "at": step["end"]}, FactKind.INVITED_TO_CALL)

    def _reschedule(self, step: Json) -> None:
        self._edit_interviews(
            step["interview"],
            lambda one: replace(one, start=_moment(step["start"]), end=_moment(step["end"])),
        )

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
            kind=MessageKind(step["kind"]),
            tone=Tone.WARM,
            subject="",
            body="",
            copied_at=at,
            saved_at=at,
        )
        self._keep(drafts=(*self.dossier.drafts, draft))

    def _talk_at(self, at: datetime) -> InterviewId | None:
        over = [one for one in self.dossier.interviews if one.end is not None and one.end <= at]
        return over[-1].id if over else None

    def _send(self, step: Json) -> None:
        kind = MessageKind(step.get("kind", "check_in"))
        sent_at = _moment(step.get("sent_at", step["at"]))
        person = self.person(step["to"]) if step.get("to") else None
        application = kind is MessageKind.APPLICATION_FOLLOW_UP
        named = step.get("on_behalf_of") or step.get("names") or ()
        message = Message(
            id=MessageId(self._new_id()),
            opportunity_id=_OID,
            interview_id=None if application else self._talk_at(sent_at),
            person_id=person,
            kind=kind,
            channel=Channel(step.get("channel", "email")),
            sent_at=sent_at,
            names=tuple(self.person(name) for name in named),
            outside=step["do"] in ("log_outside", "call"),
        )
        drafts = [one for one in self.dossier.drafts if (one.kind, one.person_id) != (kind, person)]
        self._keep(messages=(*self.dossier.messages, message), drafts=tuple(drafts))

    def _take_back(self, step: Json, field: str) -> None:
        kind, person = step.get("kind", "thank_you"), self.person(step["to"])
        last = [
            one
            for one in self.dossier.messages
            if one.counts and one.kind.value == kind and one.person_id == person
        ][-1]
        change: Json = {field: _moment(step["at"])}
        self._keep(
            messages=tuple(
                replace(one, **change) if one is last else one for one in self.dossier.messages
            )
        )

    def _correct_address(self, step: Json) -> None:
        wanted = self.person(step.get("of") or step.get("to") or step["person"])
        email = step.get("email") or step.get("address") or "corrected@x.example"
        self._keep(
            people=tuple(
                replace(one, email=email) if one.id == wanted else one
                for one in self.dossier.people
            )
        )

    def _reply(self, step: Json) -> None:
        kind = _SAYS[step["says"]]
        day = step.get("date") or step.get("answer_by")
        if kind in _OUTCOMES:
            self._end(step, kind)
            return
        self._fact(step, kind, day, step.get("sender"))

    def _end(self, step: Json, kind: FactKind) -> None:
        self._fact(step, kind, step.get("answer_by"), step.get("sender"))
        self._change(outcome=_OUTCOMES[kind], outcome_at=_moment(step["at"]))

    def _away(self, step: Json) -> None:
        until = step.get("until") or step.get("date")
        self._fact(step, FactKind.OUT_OF_OFFICE, until, step.get("sender") or step.get("of"))

    def _add_person(self, step: Json) -> None:
        name = step.get("name") or step["person"]
        person = self.person(name)
        if self.dossier.interviews:
            wanted = step.get("interview") or self.dossier.interviews[-1].id
            self._edit_interviews(wanted, lambda one: replace(one, met=(*one.met, person)))

    def _skip(self, step: Json, *, skipped: bool) -> None:
        names: Any = step.get("who") or step.get("person") or step.get("to") or step["people"]
        people = {self.person(name) for name in ([names] if isinstance(names, str) else names)}

        def change(one: Interview) -> Interview:
            rest = tuple(person for person in one.skipped if person not in people)
            more = tuple(person for person in one.met if person in people) if skipped else ()
            return replace(one, skipped=(*rest, *more))

        self._edit_interviews(step.get("interview"), change)

    def _set(self, step: Json) -> None:
        change: Json = {_SETTINGS[step["name"]]: step["value"]}
        self.preferences = replace(self.preferences, **change)

    def _change_zone(self, step: Json) -> None:
        self.user_zone = step.get("zone") or step["to"]


def json_words(step: Json) -> set[str]:
    """Every key that is set and every text value of a fact: what it may be called by."""
    words = {key for key, value in step.items() if value not in (None, False)}
    return words | {value for value in step.values() if isinstance(value, str)}
