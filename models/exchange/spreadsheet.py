"""All applications as one table for a spreadsheet: CSV that opens as what it says, never runs.

A row is an opportunity, in the order it was typed. RFC 4180 with every cell in quotes, UTF-8
with its mark, so that spreadsheets do not guess the letters wrong.
"""

import csv
import io
import os
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from pathlib import Path

from rules.records import Channel, Dossier, Interview, Message, MessageKind, Moment, Person
from rules.standing import stage_of

COLUMNS = (
    "Company", "Role", "Stage", "Applied on", "Closing day", "Interviews", "People",
    "Follow-ups sent", "Last sent on", "Outcome", "Outcome on", "Link", "Notes",
)  # fmt: skip

_MARK = "\ufeff"
_STARTS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠﹢﹣﹦﹫−")
_BETWEEN = "; "


def table(dossiers: Iterable[Dossier], moment: Moment) -> str:
    """The whole file as text; times are as at the employer's place."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for dossier in dossiers:
        writer.writerow([cell(text) for text in _row(dossier, moment)])
    return _MARK + written.getvalue()


def cell(text: str) -> str:
    """A text as a cell: nothing invisible in it, and an apostrophe before what would calculate."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    shown = "\n".join("".join(_visible(one) for one in line) for line in lines)
    led = shown.lstrip(" \u00a0\u3000")
    return f"'{shown}" if led.startswith(_STARTS_A_FORMULA) else shown


def save(path: Path, text: str) -> None:
    """Write the file beside its place first, so that no half of it is ever there. OSError."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _visible(one: str) -> str:
    """A character without the power to hide: controls and marks that turn writing round go."""
    if one == "\t" or unicodedata.category(one) in ("Zl", "Zp"):
        return " "
    if unicodedata.category(one) in ("Cc", "Cs") or one in _HIDDEN:
        return ""
    return one


_HIDDEN = frozenset(
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)


def _row(dossier: Dossier, moment: Moment) -> tuple[str, ...]:
    """One opportunity in the order of COLUMNS."""
    opportunity = dossier.opportunity
    zone = moment.employer_zone(opportunity)
    sent = [one for one in dossier.messages if one.counts]
    last = max((one.sent_at for one in sent), default=None)
    return (
        opportunity.company,
        opportunity.role,
        stage_of(dossier, moment).replace("_", " "),
        _day(opportunity.applied_at, zone),
        _iso(opportunity.closing),
        _BETWEEN.join(_talk(one, moment.employer_zone(opportunity, one)) for one in
                      dossier.interviews),
        _BETWEEN.join(_person(one) for one in dossier.people),
        _BETWEEN.join(_message(one, dossier, zone) for one in sent),
        _day(last, zone),
        opportunity.outcome.replace("_", " ") if opportunity.outcome else "",
        _day(opportunity.outcome_at, zone),
        opportunity.link,
        opportunity.notes,
    )  # fmt: skip


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _day(at: datetime | None, zone: tzinfo) -> str:
    return _iso(at.astimezone(zone).date() if at is not None else None)


def _talk(talk: Interview, zone: tzinfo) -> str:
    """A talk as "2026-05-14 14:00-14:45", with what it was where it is no interview."""
    kind = talk.kind.replace("_", " ")
    if talk.start is None:
        return f"{kind}, no date yet"
    start = talk.start.astimezone(zone)
    end = talk.end.astimezone(zone) if talk.end is not None else None
    hours = f"{start:%Y-%m-%d %H:%M}" + (f"-{end:%H:%M}" if end is not None else "")
    return f"{kind} {hours}"


def _person(person: Person) -> str:
    return f"{person.name} <{person.email}>" if person.email else person.name


def _message(message: Message, dossier: Dossier, zone: tzinfo) -> str:
    """A message as "2026-05-14 thank you to Priya Raman"."""
    person = dossier.person(message.person_id)
    to = message.to_name or (person.name if person else "")
    how = f" by {message.channel}" if message.channel is not Channel.EMAIL else ""
    what = MessageKind(message.kind).replace("_", " ")
    return f"{_day(message.sent_at, zone)} {what}{f' to {to}' if to else ''}{how}"
