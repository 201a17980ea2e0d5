"""What one typed line was understood to say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

Candidate: TypeAlias = datetime | date | str
Span: TypeAlias = tuple[int, int]


class Kind(StrEnum):
    """What the line adds."""

    INTERVIEW = "interview"
    PHONE_SCREEN = "phone_screen"
    APPLICATION = "application"


class Why(StrEnum):
    """Why something is asked instead of assumed."""

    MISSING = "missing"  # nothing was typed for it
    UNCLEAR = "unclear"  # what was typed can be read in more than one way
    TOO_LONG = "too_long"
    AMBIGUOUS_DATE = "ambiguous_date"
    NO_SUCH_DATE = "no_such_date"
    DAY_MISSING = "day_missing"
    HOUR_MISSING = "hour_missing"
    HOUR_UNCLEAR = "hour_unclear"
    NO_SUCH_HOUR = "no_such_hour"
    DST_GAP = "dst_gap"
    DST_TWICE = "dst_twice"
    ZONE_UNCLEAR = "zone_unclear"
    WEEKDAY_DISAGREES = "weekday_disagrees"
    END_BEFORE_START = "end_before_start"
    SEVERAL_TIMES = "several_times"
    NOT_YET = "not_yet"  # an application said to have been sent on a day to come
    NAME_MISSING = "name_missing"  # an address without a name; never made from the address
    NOT_A_NAME = "not_a_name"  # stands among the people and does not look like one


@dataclass(frozen=True, kw_only=True)
class EntryPerson:
    """Somebody on the line. `name` is empty while only an address is known."""

    name: str
    email: str = ""
    span: Span


@dataclass(frozen=True, kw_only=True)
class Question:
    """One field that has to be asked about, with fair proposals, the likeliest first."""

    field: str  # company, role, kind, start, end, people
    why: Why
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """The line, part by part. A field in question is None; its words stay in its span.

    `on` is the day when only the day is known, and the sent day of an application. `spans`
    says where in `text` each part stands: company, role, kind, when, people, link, note; a part
    typed in several places goes on as "note 2" and so on. Among the people, those who are
    certain are in `people` even while another is asked about; his words are in the note.
    """

    text: str
    company: str | None = None
    role: str | None = None
    kind: Kind | None = Kind.INTERVIEW
    on: date | None = None
    start: datetime | None = None
    end: datetime | None = None
    end_estimated: bool = False
    people: tuple[EntryPerson, ...] = ()
    link: str | None = None
    note: str | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()

    def question(self, name: str) -> Question | None:
        """The open question about that field, if there is one."""
        return next((one for one in self.questions if one.field == name), None)

    @property
    def unsettled(self) -> str:
        """The words typed for what is still in question: to be noted when nobody answers."""
        asked = {one.field for one in self.questions} - {"people"}
        parts = {"when"} if asked & {"start", "end"} else set[str]()
        spans = sorted(span for key, span in self.spans.items() if key.split()[0] in asked | parts)
        return "; ".join(dict.fromkeys(" ".join(self.text[a:b].split()) for a, b in spans))
