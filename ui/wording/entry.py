"""How an understood line reads: its parts as chips, and what is asked about it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from rules.quick_add import Entry, Kind, Question, Why
from ui.wording.say import say
from ui.wording.times import capital, clock, day_words, full_date, moment_words

USUAL = timedelta(hours=1)

_ASKED = {
    Why.MISSING: "Which company?",
    Why.UNCLEAR: "Is this right?",
    Why.TOO_LONG: "A long name: is it right?",
    Why.AMBIGUOUS_DATE: "Which day?",
    Why.NO_SUCH_DATE: "No such date",
    Why.DAY_MISSING: "Which day?",
    Why.HOUR_MISSING: "What time?",
    Why.HOUR_UNCLEAR: "What time?",
    Why.NO_SUCH_HOUR: "No such time",
    Why.DST_GAP: "The clocks skip that hour",
    Why.DST_TWICE: "That hour comes twice",
    Why.ZONE_UNCLEAR: "Which time zone?",
    Why.WEEKDAY_DISAGREES: "Weekday and date differ",
    Why.END_BEFORE_START: "It ends before it starts",
    Why.SEVERAL_TIMES: "Which time?",
    Why.NOT_YET: "That day is still to come",
    Why.NAME_MISSING: "Whose address is it?",
    Why.NOT_A_NAME: "Is this a name?",
}

_KINDS = {
    Kind.INTERVIEW: "An interview",
    Kind.PHONE_SCREEN: "A phone screen",
    Kind.APPLICATION: "An application",
}


@dataclass(frozen=True)
class Part:
    """One chip: which part of the line it stands for, and where that part is."""

    field: str
    icon: str
    text: str
    span: tuple[int, int] | None = None
    question: Question | None = None

    @property
    def spoken(self) -> str:
        """The chip as it is read aloud."""
        return say("{field}: {text}", field=say(_FIELDS[self.field]), text=self.text)


_FIELDS = {
    "company": "Company",
    "role": "Role",
    "kind": "Kind",
    "when": "When",
    "start": "When",
    "end": "End",
    "people": "Person",
    "link": "Link",
    "note": "Note",
}


def parts(entry: Entry, now: datetime, zone: tzinfo) -> tuple[Part, ...]:
    """The chips of an entry, in the order of its parts; what is asked carries its question."""
    found: list[Part] = []
    spans = entry.spans
    if entry.company:
        found.append(Part("company", "building-2", entry.company, spans.get("company")))
    if entry.role:
        found.append(Part("role", "briefcase-business", entry.role, spans.get("role")))
    when = when_words(entry, now, zone)
    if when and entry.question("start") is None:
        icon = "send" if entry.kind is Kind.APPLICATION else "clock"
        found.append(Part("when", icon, when, spans.get("when")))
    elif entry.kind is Kind.PHONE_SCREEN and entry.question("start") is None:
        found.append(Part("kind", "phone", say("Phone screen"), spans.get("kind")))
    for person in entry.people:
        if person.name or entry.question("people") is None:
            name = person.name or person.email
            found.append(Part("people", "user-round", name, person.span))
    if entry.link:
        found.append(Part("link", "link", entry.link, spans.get("link")))
    if entry.note:
        found.append(
            Part("note", "sticky-note", say("Note: {note}", note=entry.note), spans.get("note"))
        )
    if entry.text.strip():
        found += _questions(entry)
    return tuple(found)


def _questions(entry: Entry) -> list[Part]:
    """What is asked: once, where two parts of the line ask the same."""
    asked: dict[str, Part] = {}
    for question in entry.questions:
        part = _asked(entry, question)
        before = asked.get(part.text)
        if before is None or (question.candidates and not _proposes(before)):
            asked[part.text] = part
    return list(asked.values())


def _proposes(part: Part) -> bool:
    return part.question is not None and bool(part.question.candidates)


def _asked(entry: Entry, question: Question) -> Part:
    """A question as a chip, with the words it is about in front."""
    key = "when" if question.field in ("start", "end") else question.field
    span = entry.spans.get(key)
    if question.why is Why.NOT_A_NAME or (span is None and question.field == "people"):
        span = entry.spans.get("note", span)
    words = " ".join(entry.text[span[0] : span[1]].split()) if span else ""
    if question.field == "kind":
        words, asked = "", say("Application or interview?")
    else:
        asked = say(_ASKED[question.why])
    if question.why is Why.NAME_MISSING:
        words = next((one.email for one in entry.people if not one.name), "")
    text = say("{words}: {asked}", words=words, asked=asked) if words else asked
    return Part(question.field, "circle-question-mark", text, span, question)


def when_words(entry: Entry, now: datetime, zone: tzinfo) -> str:
    """When it is or was, and whether it is over: "Today 14:00, ended"."""
    today = now.astimezone(zone).date()
    if entry.kind is Kind.APPLICATION:
        day = entry.start.astimezone(zone).date() if entry.start else entry.on
        return say("Applied {day}", day=day_words(day, today)) if day else say("Applied today")
    if entry.start is None:
        return capital(day_words(entry.on, today)) if entry.on else ""
    words = capital(moment_words(entry.start, now, zone))
    if entry.kind is Kind.PHONE_SCREEN:
        words = say("{when}, phone screen", when=words)
    end = entry.end or entry.start + USUAL
    if end <= now:
        return say("{when}, ended", when=words)
    return say("{when}, running", when=words) if entry.start <= now else words


def candidate_words(candidate: datetime | date | str, zone: tzinfo) -> str:
    """A proposal as a line of a menu."""
    if isinstance(candidate, datetime):
        own = candidate.tzinfo or zone
        day = full_date(candidate.astimezone(own).date())
        name = candidate.astimezone(own).strftime("%Z")
        return say("{day}, {time} {zone}", day=day, time=clock(candidate, own), zone=name)
    if isinstance(candidate, date):
        return full_date(candidate)
    return say(_KINDS[candidate]) if isinstance(candidate, Kind) else candidate
