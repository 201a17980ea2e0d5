"""A story's facts as acts of the session: what a person would do, one by one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from rules.acts import Talk
from rules.promised_day import promised_day
from rules.records import (
    Channel,
    Draft,
    EmployerKind,
    FactKind,
    InterviewKind,
    Message,
    MessageKind,
    Outcome,
    Part,
    PersonId,
    Tone,
)
from tests.cases.story_words import (
    SAYS,
    SETTINGS,
    STARRED,
    Json,
    day_of,
    json_words,
    kind_of,
    moment_of,
    named_day,
    names_in,
    noted_kind_of,
)
from tests.cases.story_world import OID, World

_NAMED = ("on_behalf_of", "names", "for", "thanks", "people", "about")


class Told(World):
    """One opportunity as far as the story has been told."""

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
            "log_outside": self._log,
            "answered": lambda step: self._send({**step, "kind": "answer"}),
            "call": lambda step: self._log({"kind": "check_in", **step, "channel": "phone"}),
            "mark_unsent": lambda step: self._take_back(step, self.session.mark_unsent),
            "bounce": lambda step: self._take_back(step, self.session.bounced),
            "correct_address": self._correct_address,
            "promise": self._promise,
            "reply": self._reply,
            "out_of_office": lambda step: self._fact(step, FactKind.OUT_OF_OFFICE),
            "offer_elsewhere": lambda step: self._fact(step, FactKind.OFFER_ELSEWHERE),
            "withdraw": lambda _step: self.session.record_outcome(OID, Outcome.WITHDREW),
            "close": lambda _step: self.session.close(OID),
            "debrief": lambda step: self._fact(step, FactKind.DEBRIEFED),
            "ask_address": lambda step: self._fact(step, FactKind.ADDRESS_ASKED),
            "add_person": self._add_person,
            "skip": lambda step: self._skip(step, skipped=True),
            "unskip": lambda step: self._skip(step, skipped=False),
            "set": self._set,
            "change_user_zone": self._change_zone,
        }
        self.set_clock(step["at"])
        facts[step["do"]](step)

    def _named(self, step: Json, *first: str) -> list[PersonId]:
        """The people a fact speaks of: under those keys, else under any."""
        names = names_in(step, self.listed, *first) or names_in(step, self.listed, *step)
        return [self.person(name) for name in names]

    def _to(self, step: Json) -> list[PersonId | None]:
        """Whom a message goes to, one by one; nobody named is a message to the house."""
        return [*self._named(step, "to")] or [None]

    def _fact(self, step: Json, kind: FactKind) -> None:
        named = self._named(step, "by", "sender", "from", "of", "to")
        self.session.record_reply(OID, kind, named_day(step), person_id=named[0] if named else None)

    def _promise(self, step: Json) -> None:
        phrase = step.get("phrase")
        if named_day(step) is None and isinstance(phrase, str):
            said = day_of(step.get("said") or step["at"])
            worked = self._working_days()("")
            found = promised_day(phrase, said, worked) if said is not None else None
            if found is not None and found.day is not None:
                step = {**step, "date": found.day.isoformat()}
        self._fact(step, FactKind.PROMISE)

    def _apply(self, step: Json) -> None:
        if step.get("contact"):
            self.person(step["contact"])
        closing = step.get("closing") or step.get("closing_date") or step.get("closes")
        self.change_opportunity(
            applied_at=moment_of(step.get("sent") or step["at"]),
            closing=day_of(closing),
            no_contact=bool(step.get("no_contact")),
        )

    def _learn(self, step: Json) -> None:
        said = json_words(step)
        if "no_contact" in said:
            self.change_opportunity(no_contact=True)
        if "no_longer_interested" in said:
            self._fact(step, FactKind.NO_LONGER_INTERESTED)

    def _interview(self, step: Json) -> None:
        self._employer(step)
        name, words = step.get("interview") or f"talk {step['start']}", json_words(step)
        if not self.knows_talk(name):
            undated = [one for one in self.dossier.interviews if one.end is None]
            made = undated[0].id if undated else self.session.add_interview(OID, Talk())
            self.book(name, made)
        (talk,) = self.talks(name)
        screen = bool({"screen", "phone_screen", "phone"} & words)
        self.change_talk(
            talk,
            kind=InterviewKind.PHONE_SCREEN if screen else talk.kind,
            zone=step.get("zone") or talk.zone,
            decides_at_once=any("deci" in word for word in words - {step.get("why")}),
            joined=step.get("joined", talk.joined),
            met=tuple(map(self.person, step["met"])) if "met" in step else talk.met,
        )
        self._reschedule({**step, "interview": name})
        if step.get("invited_to_call"):
            self.session.record_reply(OID, FactKind.INVITED_TO_CALL)

    def _employer(self, step: Json) -> None:
        """What a talk tells of the employer."""
        if step.get("agency"):
            if isinstance(step["agency"], str):
                self.person(step["agency"])
            direct = bool(step.get("direct_contact_ok"))
            self.change_opportunity(agency=True, direct_contact_ok=direct)
        if step.get("zone_known") is False:
            self.change_opportunity(zone="")
        if step.get("sector"):
            self.change_opportunity(employer_kind=EmployerKind(step["sector"]))

    def _reschedule(self, step: Json) -> None:
        wanted = self.talk(step.get("interview"))
        for talk in [one for one in self.dossier.interviews if one.id == wanted]:
            start = moment_of(step["start"]) if step.get("start") else talk.start
            # Without an end the rules reckon with the usual length.
            end = None if step.get("start") else talk.end
            end = moment_of(step["end"]) if step.get("end") else end
            self.change_talk(talk, start=start, end=end)

    def _draft(
        self, step: Json, kind: MessageKind, channel: Channel, person: PersonId | None
    ) -> Draft:
        application = kind is MessageKind.APPLICATION_FOLLOW_UP
        sent_at = moment_of(step.get("sent_at") or step["at"])
        return Draft(
            opportunity_id=OID,
            interview_id=None if application else self.last_over(sent_at),
            person_id=person,
            kind=kind,
            tone=Tone.WARM,
            channel=channel,
            subject="",
            body="",
            saved_at=self.clock(),
        )

    def _copy(self, step: Json) -> None:
        kind, channel = self._way(step)
        for person in self._to(step):
            self.session.mark_copied(self._draft(step, kind, channel, person))

    def _send(self, step: Json) -> None:
        """Copied, and said to have gone out."""
        kind, channel = self._way(step)
        for person in self._to(step):
            draft = self.session.mark_copied(self._draft(step, kind, channel, person))
            self.session.mark_sent(draft)
            self._mend(step)

    def _log(self, step: Json) -> None:
        """Done without the program, and noted."""
        kind, channel = noted_kind_of(step.get("kind") or step.get("what") or "check_in")
        channel = Channel(step["channel"]) if step.get("channel") else channel
        at = moment_of(step.get("sent_at") or step["at"])
        for person in self._to(step):
            talk = self.last_over(at)
            self.session.log_outside(OID, kind, person, channel=channel, at=at, interview_id=talk)
            self._mend(step)

    @staticmethod
    def _way(step: Json) -> tuple[MessageKind, Channel]:
        kind, channel = kind_of(step.get("kind") or step.get("what") or "check_in")
        return kind, Channel(step["channel"]) if step.get("channel") else channel

    def _mend(self, step: Json) -> None:
        """The moment it went out and whom it names, where the story says so itself."""
        last: Message = self.dossier.messages[-1]
        names = tuple(map(self.person, names_in(step, self.listed, *_NAMED)))
        sent_at = moment_of(step["sent_at"]) if step.get("sent_at") else last.sent_at
        self.change_message(last, sent_at=sent_at, names=names or last.names)

    def _take_back(self, step: Json, act: Callable[..., None]) -> None:
        kind = kind_of(step["kind"])[0] if step.get("kind") else None
        people = self._named(step, "to")
        found = [
            one
            for one in self.dossier.messages
            if one.counts and kind in (None, one.kind) and (not people or one.person_id in people)
        ]
        act(OID, found[-1].id)

    def _correct_address(self, step: Json) -> None:
        (wanted, *_) = self._named(step, "of", "to", "person")
        email = step.get("email") or step.get("address") or "corrected@x.example"
        self.change_person(wanted, email=email)

    def _reply(self, step: Json) -> None:
        self._fact(step, SAYS[step["says"]])

    def _add_person(self, step: Json) -> None:
        name = step.get("name")
        if name and name not in self.listed:
            self.listed[name] = {key: step.get(key) for key in ("name", "email", "part")}
        (person, *_) = self._named(step, "name", "person")
        on_record = self.dossier.person(person)
        met = on_record is not None and on_record.part is not Part.ORGANISER
        wanted = self.talk(step.get("interview"))
        for talk in self.dossier.interviews:
            if talk.id == wanted and (met or step.get("interview")) and person not in talk.met:
                self.change_talk(talk, met=(*talk.met, person))

    def _skip(self, step: Json, *, skipped: bool) -> None:
        """Those people are left out; nobody named means everybody met."""
        people = self._named(step)
        for talk in self.talks(step.get("interview")):
            for person in talk.met:
                if person in people or not people:
                    self.session.skip(OID, talk.id, person, skipped)

    def _set(self, step: Json) -> None:
        """A setting, or a star; what is no setting (RULES 0.18) stays as it is."""
        name = step.get("name") or next((key for key in step if key in SETTINGS), "")
        value: Any = step.get("value", step.get(name))
        name = name.upper() if name.upper() in SETTINGS else name
        if name in SETTINGS:
            change: Json = {SETTINGS[name]: value}
            self.session.set_preferences(replace(self.session.preferences, **change))
        elif name in STARRED:
            self.session.star(OID, self._named(step)[0], True)

    def _change_zone(self, step: Json) -> None:
        zone = step.get("zone") or step.get("to") or step["user_zone"]
        self.session.set_zone(ZoneInfo(zone))
