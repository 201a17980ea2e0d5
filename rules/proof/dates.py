"""Dates against the calendar and the record (T01, T04, T06)."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from rules.proof.finding import Finding, Severity
from rules.proof.mentions import (
    LOOSE,
    MOST,
    NUMERIC,
    WEEKDAY,
    around,
    dates,
    plain,
    weekday_of,
    with_day,
)
from rules.proof.reading import Reading
from rules.proof.record import DAYS, MONTHS
from rules.proof.text import fold

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER


def _near(read: Reading) -> date | None:
    letter = read.letter
    for moment in (letter.began, letter.planned):
        if moment is not None:
            return moment.date()
    return letter.applied


def weekday_of_date(read: Reading) -> Iterator[Finding]:
    """T01."""
    near = _near(read)
    if near is None:
        return
    known = {read.letter.began.date()} if read.letter.began else set()
    known |= {read.letter.applied} if read.letter.applied else set()
    for text, found_in in ((read.letter.subject, read.subject), (read.own, read.body)):
        for one in dates(text, near):
            if one.day is None:
                yield found_in("T01", FIX, one.span, "There is no such day.")
            elif one.weekday is not None and one.day.weekday() != one.weekday:
                name = DAYS[one.day.weekday()].capitalize()
                right = None
                if one.day in known:
                    right = text[one.span[0] : one.span[1]].replace(
                        text[slice(*one.weekday_span)], name, 1
                    )
                month = MONTHS[one.day.month - 1].capitalize()
                reason = f"{one.day.day} {month} {one.day.year} is a {name}."
                yield found_in("T01", FIX, one.span, reason, right)
        for hit in islice(LOOSE.finditer(text), MOST):
            days = around(int(hit["day"]), near)
            wrong = hit["weekday"] and weekday_of(hit["weekday"]) not in {
                one.weekday() for one in days
            }
            if wrong:
                reason = f"No {hit['weekday']} near has that number."
                yield found_in("T01", FIX, hit.span(), reason)


def numeric_dates(read: Reading) -> Iterator[Finding]:
    """T04."""
    for text, found_in in ((read.letter.subject, read.subject), (read.own, read.body)):
        for hit in NUMERIC.finditer(text):
            a, b = int(hit["a"] or hit["c"]), int(hit["b"] or hit["d"])
            if 0 < a <= 12 and 0 < b <= 12 and a != b:
                yield found_in(
                    "T04", CONSIDER, hit.span(), "Two readings: write the month as a word."
                )


def applied_on(read: Reading) -> Iterator[Finding]:
    """T06."""
    applied = read.letter.applied
    if applied is None:
        return
    for one in dates(read.own, applied):
        span = read.text.sentence_at(one.span[0])
        sentence = fold(read.own[slice(*span)])
        if one.day in {None, applied} or not re.search(
            r"\b(?:appli\w+|submitted|sent)\b", sentence
        ):
            continue
        before = fold(read.own[span[0] : one.span[0]])
        if re.search(
            (
                r"\b(?:close[sd]?|closing|deadline|start\w*|advertised|posted|until|by|before"
                r"|from) (?:\w+ )?(?:on |is )?$"
            ),
            before,
        ):
            continue
        yield read.body(
            "T06",
            CONSIDER,
            one.span,
            f"The record says {plain(applied)}.",
            with_day(one.words, applied),
        )
    dated = [one.span for one in dates(read.own, applied)]
    for hit in islice(WEEKDAY.finditer(read.own, *read.text.prose), MOST):
        span = read.text.sentence_at(hit.start())
        before = fold(read.own[span[0] : hit.start()])
        if any(a <= hit.start() < b for a, b in dated):
            continue
        if re.search(
            r"\b(?:i (?:applied|sent|submitted)|my application)\b[^.;]{0,60} on $", before
        ) and (DAYS.index(hit[0].lower()) != applied.weekday()):
            yield read.body("T06", CONSIDER, hit.span(), f"The record says {plain(applied)}.")
