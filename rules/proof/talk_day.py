"""What the letter says of the day of the talk (T02, T03)."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from rules.proof.clauses import about_meeting, of_the_talk, talked
from rules.proof.finding import Finding, Severity
from rules.proof.mentions import LOOSE, MOST, WEEKDAY, dates, ending, plain, with_day
from rules.proof.reading import Reading
from rules.proof.record import DAYS
from rules.proof.text import Span, fold

FIX = Severity.FIX
_RELATIVE = re.compile(
    r"\b(?:(?:earlier |late |early )?(?P<today>today)|(?P<yesterday>yesterday)|this "
    r"(?P<part>morning|afternoon|evening)"
    r"|(?P<tonight>tonight)|last (?P<last>night|evening))\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:every|each|by|until|before|next|any|alternate|second|most|some|usual|coming|since|from"
    r"|after|your|the|a|of) $"
)
_THE_TALKS = re.compile(
    r"\b(?:your time|met|spoke|talk\w*|conversation|meeting|interview\w*|much of your|some of your"
    r"|part of your|of your) (?:on |last |of |your |the |much |this )*$|of your $|last $"
)
_TO_COME = re.compile(r"[^,;]{0,20}\b(?:will|shall|is to|would)\b")
_OF_ANOTHER = re.compile(
    r"'?s (?!interview|conversation|talk|meeting|call|chat|visit|session|tour|discussion)"
)


def relative_days(read: Reading) -> Iterator[Finding]:
    """T02."""
    letter = read.letter
    if letter.began is None or letter.planned is None:
        return
    met = letter.began.date()
    gap = (letter.planned.date() - met).days
    hour = letter.began.hour + letter.began.minute / 60
    end = (letter.ended or letter.began).hour
    for span in read.text.sentences:
        for hit in _RELATIVE.finditer(read.own, *span):
            right = _told_wrong(hit, gap, hour, end)
            if right is None or read.quoted(hit.start()):
                continue
            if about_meeting(read, span, hit.start()) and of_the_talk(read, span, hit):
                put = _put(read, hit, right or f"on {DAYS[met.weekday()].capitalize()}")
                yield read.body(
                    "T02", FIX, hit.span(), _said_when(met, gap), put if gap >= 0 else None
                )


def _put(read: Reading, hit: re.Match[str], right: str) -> str | None:
    """The right words in the place of the wrong ones; None where they would not fit."""
    if re.match(r"['\u2019]s", read.own[hit.end() :][:2]):
        return None
    return right[0].upper() + right[1:] if read.text.opens_sentence(hit.start()) else right


def _said_when(met: date, gap: int) -> str:
    name = DAYS[met.weekday()].capitalize()
    if gap == 0:
        return f"The talk is on {name}, the day this goes out."
    if gap < 0:
        return f"The talk on {name} is still to come."
    return f"On the planned day the talk on {name} is {gap} day{'s' * (gap > 1)} ago."


def _told_wrong(hit: re.Match[str], gap: int, hour: float, end: int) -> str | None:
    """None when it is right; else what to say instead, "" for the weekday."""
    part = (hit["part"] or "").lower()
    told = {0: "today", 1: "yesterday"}.get(gap, "")
    if hit["yesterday"]:
        return None if gap == 1 else told
    if hit["last"]:
        return None if gap == 1 and hour >= 16 else told
    fits = {
        "morning": hour < 12,
        "afternoon": 12 <= hour < 18 or 13 <= end <= 18,
        "evening": hour >= 16.5,
    }
    return None if gap == 0 and fits.get(part, True) else told


def meeting_day(read: Reading) -> Iterator[Finding]:
    """T03."""
    if read.letter.began is None:
        return
    met = read.letter.began.date()
    reason = f"The record says {plain(met)}."
    dated = list(dates(read.own, met))
    for one in dated:
        if one.day not in (None, met) and _dates_the_talk(read, one.span, True):
            yield read.body("T03", FIX, one.span, reason, with_day(one.words, met))
    for hit in islice(LOOSE.finditer(read.own, *read.text.prose), MOST):
        if int(hit["day"]) != met.day and _dates_the_talk(read, hit.span(), False):
            right = f"the {met.day}{ending(met.day)}"
            yield read.body("T03", FIX, hit.span(), reason, None if hit["weekday"] else right)
    right = DAYS[met.weekday()].capitalize()
    for hit in islice(WEEKDAY.finditer(read.own, *read.text.prose), MOST):
        if any(one.span[0] <= hit.start() < one.span[1] for one in dated) or hit[0].islower():
            continue
        wrong = hit[0].capitalize() != right
        if wrong and _one_day(read, hit) and _dates_the_talk(read, hit.span(), False):
            yield read.body("T03", FIX, hit.span(), reason, right)


def _dates_the_talk(read: Reading, day: Span, dated: bool) -> bool:
    sentence = read.text.sentence_at(day[0])
    return (
        sentence[0] < sentence[1]
        and not read.quoted(day[0])
        and not _TO_COME.match(fold(read.own[day[1] : sentence[1]]))
        and about_meeting(read, sentence, day[0])
        and talked(read, sentence, day, dated)
    )


def _one_day(read: Reading, hit: re.Match[str]) -> bool:
    """Whether the weekday is that of one day behind us: not "every Monday", "Monday's rota"."""
    before = fold(read.own[read.text.sentence_at(hit.start())[0] : hit.start()])
    if _ANOTHER.search(before) and not _THE_TALKS.search(before):
        return False
    return _OF_ANOTHER.match(fold(read.own[hit.end() : hit.end() + 30])) is None
