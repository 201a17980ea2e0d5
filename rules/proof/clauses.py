"""Whether a clause speaks of the talk that was, or of another day."""

import re

from rules.proof.reading import CLOSING_KINDS, Reading
from rules.proof.text import Span, fold

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
OTHER_DOING = re.compile(
    r"\b(?:i (?:have )?(?:finished|signed|sent|tried|read|wrote|bought|started|passed"
    r"|completed|came|saw|found"
    r"|sketched|looked|went|went back|attached|heard|ran|tested|got|made|looked up|ordered"
    r"|re-?read)|came out"
    r"|was (?:published|announced|released)|signed|launched|announced|published|released|i "
    r"am writing"
    r"|i write|i'm writing|can (?:still )?(?:come|send|call)|will send|i'll send|shall send)\b"
)
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
_CLAUSE = re.compile(
    r";|:| - |\b(?:that|which|who|when|where|about|every|each|until|before|next|by)\b"
    r"|, (?:and|but|because|so|i|you)\b"
)
_TALK_BEHIND = re.compile(
    r"\W*(?:'s )?(?:\w+ )?(?:conversation|talk|interview|meeting|call|chat|discussion)\b"
)
_OUR = re.compile(r"\b(?:our|the|thank\w*|enjoyed|for|after|since) (?:\w+ )?$")
_MET = re.compile(r"\b(?:met|spoke|interview\w*|our (?:talk|conversation|meeting|discussion))\b")


def about_meeting(read: Reading, span: Span, place: int) -> bool:
    """Whether the clause there speaks of the talk that was, and not of another day."""
    sentence = fold(read.own[slice(*span)])
    before = fold(read.own[span[0] : place])
    first = span == read.text.sentences[0] if read.text.sentences else False
    if _FUTURE.search(before[-60:]) and not first:
        return False
    if re.search(r"\b(?:look(?:ing)? forward|next step)\b", before):
        return False
    return _MEETING.search(sentence) is not None


def of_the_talk(read: Reading, span: Span, hit: re.Match[str]) -> bool:
    """The day word belongs to the talk, not to something the person did since."""
    clause_start = max(
        span[0],
        *(read.own.rfind(mark, span[0], hit.start()) + 1 for mark in (";", ":", " but ", " - ")),
    )
    before = fold(read.own[clause_start : hit.start()])
    behind = fold(read.own[hit.end() : span[1]])
    if OTHER_DOING.search(before) and not re.search(r"thank|met\b|spoke|talk", before):
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


def talked(read: Reading, sentence: Span, day: Span, dated: bool) -> bool:
    """Whether the day stands within a few words of the talk itself; a full date may stand off."""
    before = fold(read.own[sentence[0] : day[0]])
    behind = fold(read.own[day[1] : sentence[1]])[:48]
    hits = list(_TALKED.finditer(before))
    if not hits:
        return bool(_TALK_BEHIND.match(behind) and _OUR.search(before))
    if read.letter.kind in CLOSING_KINDS and not _MET.search(before):
        return False  # such a letter thanks for the news, which came on another day
    between = before[hits[-1].end() :]
    return not _CLAUSE.search(between) and len(between.split()) <= (9 if dated else 8)
