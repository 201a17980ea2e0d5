"""What the letter says of the day of the talk (T02, T03, T05)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from rules.proof.finding import Finding, Severity
from rules.proof.mentions import MOST, WEEKDAY, dates, plain, with_day
from rules.proof.reading import DAYS, Reading
from rules.proof.text import Span, fold

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_MEETING = re.compile(
    r"\b(?:met|meet|meeting|talk(?:ed|ing|s)?|spoke|spoken|speak(?:ing)?|interview(?:ed|ing|s)?"
    r"|conversation|call(?:ed|ing)?|chat(?:ted|ting)?|visit(?:ed|ing)?|discuss(?:ion|ed)?|seeing me"
    r"|saw me|having me|had me|your time|time (?:you|to)|tour|session|showing me|showed me"
    r"|walk(?:ing|ed) me"
    r"|taking me|giving me|gave me|sparing|spared|welcome|hosting|phoning|ringing|see me|talk to me"
    r"|hour|half hour|afternoon|morning|thank(?:s| you))\b"
)
_FUTURE = re.compile(
    r"\b(?:look(?:ing)? forward|next|upcoming|coming|will be|see you|until|by|before|every"
    r"|each|from"
    r"|since|after|starting|free on|available|around on|can (?:come|do|meet|call|talk)"
    r"|could (?:come|do|meet)|hear(?:ing)? (?:from you )?on|second round|interview on|exercise on"
    r"|then on|deadline|decide|decision|would suit|works? for me|if)\b"
)
_RELATIVE = re.compile(
    r"\b(?:(?:earlier |late |early )?(?P<today>today)|(?P<yesterday>yesterday)|this "
    r"(?P<part>morning|afternoon|evening)"
    r"|(?P<tonight>tonight)|last (?P<last>night|evening))\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fourteen": 14,
    "couple of": 2,
    "a couple of": 2,
    "few": 3,
    "a few": 3,
}
_AGO = re.compile(
    r"\b(?:(?:just |about |almost |nearly |over |some |exactly )?(?P<n>a couple of|a few|an?"
    r"|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|fourteen|\d{1,2}) (?P<unit>day|week|fortnight|month)s? ago"
    r"|(?P<lastweek>last week)|(?P<lastmonth>last month)|(?P<yesterday>yesterday)"
    r"|(?P<thisweek>earlier this week)"
    r"|(?P<fortnight>a fortnight ago))\b",
    re.IGNORECASE,
)


def _about_meeting(read: Reading, span: Span, place: int) -> bool:
    """Whether the clause there speaks of the talk that was, and not of another day."""
    sentence = fold(read.own[slice(*span)])
    before = fold(read.own[span[0] : place])
    first = span == read.text.sentences[0] if read.text.sentences else False
    if _FUTURE.search(before[-60:]) and not first:
        return False
    if re.search(r"\b(?:look(?:ing)? forward|next step)\b", before):
        return False
    return _MEETING.search(sentence) is not None


def relative_days(read: Reading) -> Iterator[Finding]:
    """T02."""
    letter = read.letter
    if letter.began is None or letter.planned is None:
        return
    met, sent = letter.began.date(), letter.planned.date()
    gap = (sent - met).days
    hour = letter.began.hour + letter.began.minute / 60
    end = (letter.ended or letter.began).hour
    for span in read.text.sentences:
        for hit in _RELATIVE.finditer(read.own, *span):
            if not _about_meeting(read, span, hit.start()) or read.quoted(hit.start()):
                continue
            if not _of_the_talk(read, span, hit):
                continue
            right = _told_wrong(hit, gap, hour, end)
            if right is None:
                continue
            wanted = right or f"on {DAYS[met.weekday()].capitalize()}"
            if read.text.opens_sentence(hit.start()):
                wanted = wanted[0].upper() + wanted[1:]
            behind = read.own[hit.end() : hit.end() + 2]
            put = wanted if 0 <= gap < 7 and not re.match(r"['\u2019]s", behind) else None
            if right == "" and re.match(r" (?:morning|afternoon|evening)", read.own[hit.end() :]):
                put = wanted if put else None
            yield read.body("T02", FIX, hit.span(), _said_when(met, gap), put)


def _said_when(met: date, gap: int) -> str:
    name = DAYS[met.weekday()].capitalize()
    days = f"{gap} days" if gap != 1 else "one day"
    return (
        f"On the planned day the talk on {name} is {days} ago."
        if gap > 0
        else f"The talk is on {name}, the day this goes out."
        if gap == 0
        else f"The talk on {name} is still to come."
    )


def _told_wrong(hit: re.Match[str], gap: int, hour: float, end: int) -> str | None:
    """None when it is right; else what to say instead, "" for the weekday."""
    part = (hit["part"] or "").lower()
    if hit["today"] or part or hit["tonight"]:
        if gap == 0:
            fits = {
                "morning": hour < 12,
                "afternoon": 12 <= hour < 18 or 13 <= end <= 18,
                "evening": hour >= 16.5,
            }
            return None if not part or fits[part] else "today"
        return "yesterday" if gap == 1 else ""
    if hit["yesterday"]:
        return None if gap == 1 else "today" if gap == 0 else ""
    return (
        None
        if gap == 1 and hour >= 16
        else ("yesterday" if gap == 1 else "today" if gap == 0 else "")
    )


_OTHER_DOING = re.compile(
    r"\b(?:i (?:have )?(?:finished|signed|sent|tried|read|wrote|bought|started|passed"
    r"|completed|came|saw|found"
    r"|sketched|looked|went|went back|attached|heard|ran|tested|got|made|looked up|ordered"
    r"|re-?read)|came out"
    r"|was (?:published|announced|released)|signed|launched|announced|published|released|i "
    r"am writing"
    r"|i write|i'm writing|can (?:still )?(?:come|send|call)|will send|i'll send|shall send)\b"
)


def _of_the_talk(read: Reading, span: Span, hit: re.Match[str]) -> bool:
    """The day word belongs to the talk, not to something the person did since."""
    clause_start = max(
        span[0],
        *(read.own.rfind(mark, span[0], hit.start()) + 1 for mark in (";", ":", " but ", " - ")),
    )
    before = fold(read.own[clause_start : hit.start()])
    behind = fold(read.own[hit.end() : span[1]])
    if _OTHER_DOING.search(before) and not re.search(r"thank|met\b|spoke|talk", before):
        return False
    near = before[-70:] + " | " + behind[:60]
    if re.search(r"\b(?:of|in|to|for|than|until|from) $", before) and not re.search(
        r"thank|met\b|spoke", near
    ):
        return False
    if re.match(
        r"\s*(?:i (?:have )?(?:finished|signed|sent|tried|read|wrote|bought|started))", behind
    ):
        return False
    return _MEETING.search(near) is not None


def meeting_day(read: Reading) -> Iterator[Finding]:
    """T03."""
    if read.letter.began is None:
        return
    met = read.letter.began.date()
    taken: list[Span] = []
    for one in dates(read.own, met):
        taken.append(one.span)
        span = read.text.sentence_at(one.span[0])
        if one.day is None or one.day == met or span[0] == span[1]:
            continue
        if _about_meeting(read, span, one.span[0]) and _talked(read, span, one.span, True):
            right = with_day(one.words, met)
            yield read.body("T03", FIX, one.span, f"The record says {plain(met)}.", right)
    for hit in islice(WEEKDAY.finditer(read.own, *read.text.prose), MOST):
        if any(a <= hit.start() < b for a, b in taken) or not hit[0][0].isupper():
            continue
        span = read.text.sentence_at(hit.start())
        if DAYS.index(hit[0].lower()) == met.weekday() or span[0] == span[1]:
            continue
        before = fold(read.own[span[0] : hit.start()])
        if re.search(
            (
                r"\b(?:every|each|by|until|before|next|any|alternate|second|most|some|usual"
                r"|coming|since|from|after|your|the|a|of) $"
            ),
            before,
        ) and not re.search(
            (
                r"\b(?:your time|met|spoke|talk\w*|conversation|meeting|interview\w*|much of "
                r"your|some of your|part of your|of your) (?:on |last |of |your |the |much "
                r"|this )*$|of your $|last $"
            ),
            before,
        ):
            continue
        behind = fold(read.own[hit.end() : hit.end() + 30])
        if re.match(
            r"'?s (?!interview|conversation|talk|meeting|call|chat|visit|session|tour|discussion)",
            behind,
        ):
            continue
        if read.quoted(hit.start()):
            continue
        if _about_meeting(read, span, hit.start()) and _talked(read, span, hit.span(), False):
            right = DAYS[met.weekday()].capitalize()
            yield read.body("T03", FIX, hit.span(), f"The record says {plain(met)}.", right)


_TALKED = re.compile(
    r"\b(?:(?:when|since|as) we (?:met|spoke|talked)|we (?:met|spoke|talked)|(?:our|the|my"
    r"|your) (?:\w+ ){0,2}(?:talk|conversation"
    r"|interview|meeting|call|chat|discussion|visit)|meeting (?:with )?(?:me|you)|speaking "
    r"(?:with|to) (?:me|you)"
    r"|talking (?:with|to) (?:me|you)|seeing me|having me|interviewing me|speak with (?:me"
    r"|you)|meet(?: with)? (?:me|you)"
    r"|talk (?:with|to) (?:me|you)|spoke with you|met (?:with )?you|your time|time (?:to"
    r"|you)|calling me|phoning|ringing"
    r"|thank(?:s| you) (?:again |so much |very much |kindly )?for|welcome|welcoming me"
    r"|showing me|showed me|hosting me"
    r"|taking me|giving me|gave me|walking me|of your)\b"
)


def _talked(read: Reading, span: Span, day: Span, dated: bool) -> bool:
    """The talk itself is dated, within a few words."""
    before = fold(read.own[span[0] : day[0]])
    behind = fold(read.own[day[1] : span[1]])[:48]
    hits = list(_TALKED.finditer(before))
    if hits:
        between = before[hits[-1].end() :]
        clause = re.search(
            (
                r";|:| - |\bthat\b|\bwhich\b|\bwho\b|\bwhen\b|\bwhere\b|, (?:and|but|because|so"
                r"|i|you)\b|\babout\b|\bso that\b"
            ),
            between,
        )
        words = len(between.split())
        return (
            clause is None
            and words <= (9 if dated else 8)
            and not re.search(r"\b(?:every|each|until|before|next|by)\b", between)
        )
    return bool(
        re.match(
            r"\W*(?:'s )?(?:\w+ )?(?:conversation|talk|interview|meeting|call|chat|discussion)\b",
            behind,
        )
        and re.search(r"\b(?:our|the|thank\w*|enjoyed|for|after|since) (?:\w+ )?$", before)
    )


def elapsed(read: Reading) -> Iterator[Finding]:
    """T05."""
    letter = read.letter
    if letter.began is None or letter.planned is None:
        return
    gap = (letter.planned.date() - letter.began.date()).days
    for span in read.text.sentences:
        for hit in _AGO.finditer(read.own, *span):
            if not _talked(read, span, hit.span(), True) and not re.search(
                r"\b(?:we (?:met|spoke|talked)|our|interview\w*|conversation|you interviewed)\b",
                fold(read.own[slice(*span)]),
            ):
                continue
            if _OTHER_DOING.search(fold(read.own[span[0] : hit.start()])):
                continue
            low, high = _days(hit, letter.planned.date())
            if not low - 2 <= gap <= high + 2:
                yield read.body(
                    "T05", CONSIDER, hit.span(), f"The talk was {gap} days before this goes out."
                )


def _days(hit: re.Match[str], sent: date) -> tuple[int, int]:
    """How many days ago the words may mean."""
    if hit["lastweek"]:
        return sent.weekday() + 1, sent.weekday() + 7
    if hit["lastmonth"]:
        last = sent.replace(day=1) - timedelta(days=1)
        return sent.day, sent.day + last.day - 1
    if hit["yesterday"]:
        return 1, 1
    if hit["thisweek"]:
        return 0, sent.weekday()
    if hit["fortnight"]:
        return 14, 14
    said = hit["n"].lower()
    number = int(said) if said.isdigit() else _NUMBERS[said]
    days = {"day": 1, "week": 7, "fortnight": 14, "month": 30}[hit["unit"].lower()]
    spread = 7 if said == "a few" and days == 7 else 3 if hit["unit"].lower() == "month" else 0
    return number * days - spread, number * days + spread
