"""Words that sound alike and are confused, where a pattern decides (W02)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.reading import Reading

CONSIDER = Severity.CONSIDER
_CONFUSED: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(rf"(?<![\w'-])(?:{pattern})(?![\w-])", re.IGNORECASE), right, reason)
    for pattern, right, reason in (
        (
            (
                r"your(?= welcome(?! (?:yesterday|today|note|pack|party|and |email|was|at |on |in"
                r"|speech|message|desk|mat|committee|letter|tour|drink|basket|is|has|made"
                r"|to (?!(?:call|write|come|visit|ask|contact|use|join)\b))))"
            ),
            "you're",
            "You are welcome.",
        ),
        (
            (
                r"you're (?P<b>(?:whole |entire |own |new |kind |very )?(?:team|company|time"
                r"|office|help|advice|work|organi[sz]ation|department|website|product|products"
                r"|clients|customers|staff|colleagues?|email|message|letter|questions?|reply"
                r"|consideration|interest|support|patience|attention|approach|store|school"
                r"|hospital|lab|studio|project|group|firm|business|story|idea|kindness|interview"
                r"|design|process))(?=\W)"
            ),
            r"your \g<b>",
            "Your, as in yours.",
        ),
        (
            (
                r"its (?P<b>been|a pleasure|an honou?r|great to|important to|clear that|not (?:that"
                r"|the|a)|good to|nice to|very (?:important|good|nice|clear|kind|hard)(?= (?:to"
                r"|that|of|for|when|if)))"
            ),
            r"it's \g<b>",
            "It is, or it has.",
        ),
        (
            (
                r"it's (?P<b>own|way of working|(?:values?|mission|history|team|customers|clients"
                r"|products?|reputation|culture|size|people)(?! (?:who|that|like|which|i|we|you"
                r"|they|now|first|as|is|are)\b))(?=\W)"
            ),
            r"its \g<b>",
            "Its, as in his.",
        ),
        (r"(?P<a>would|could|should|must|might) of(?! course)", r"\g<a> have", "Have, not of."),
        (
            (
                r"(?P<a>more|less|better|rather|other|fewer|greater|larger|smaller|longer|faster"
                r"|earlier|later|sooner|harder|easier) then(?= (?:\w+ ){0,2}(?:i|we|you|he|she"
                r"|they|it|any|ever|the|a|an|my|your|just|one|two|three|four|five|ten|half"
                r"|expected|usual|before|most|anything|anyone|that|this|what|before|enough|\d))"
            ),
            r"\g<a> than",
            "Than, in a comparison.",
        ),
        (r"i'am", "I'm", "I am, or I'm."),
        (r"thank's", "thanks", "No apostrophe."),
        (r"(?P<a>looking|look|looks) foward", r"\g<a> forward", "Forward."),
        (
            (
                r"(?P<a>looking|look) forward to (?P<b>hear|meet|speak|see|talk|work|discuss"
                r"|join|learn|come|visit)(?= \w)"
            ),
            r"\g<a> forward to \g<b>ing",
            "Forward to, and -ing.",
        ),
        (r"(?P<a>a|an) (?P<b>advice|advise|informations|feedbacks)(?=\W)", r"\g<b>", ""),
        (r"(?P<a>you|they|we) was", r"\g<a> were", "Were."),
        (
            r"loose(?= (?:the|my|this|that|a) (?:chance|opportunity|job|interest))",
            "lose",
            "Lose has one o.",
        ),
        (
            r"there (?P<b>team|company|office|work|customers|clients)(?= (?!is|are|was|were))",
            r"their \g<b>",
            "Their, as in theirs.",
        ),
        (r"their (?P<b>is|are|was|were)", r"there \g<b>", "There."),
        (
            r"(?P<a>to|too) (?P<b>late|early|soon|fast|slow|busy|much|many)(?= to )",
            r"too \g<b>",
            "Too, as in too much.",
        ),
        (
            (
                r"(?P<a>the|an?|positive|no|big|real|great|some|any|its|their) affect(?= (?:on"
                r"|of)|[.,])"
            ),
            r"\g<a> effect",
            "The effect.",
        ),
        (
            r"whose (?P<b>been|going to|coming to|working (?:on|at|for|with|in))",
            r"who's \g<b>",
            "Who is, or who has.",
        ),
        (
            (
                r"(?P<a>by|in|at|of|for|to|with|about|from|on|into|through|join|joining|meet|meeting"
                r"|visit|visiting|reading|all|both|appreciate|enjoyed|liked|admire) you're(?= \w)"
            ),
            r"\g<a> your",
            "Your, as in yours.",
        ),
        (r"for all intensive purposes", "for all intents and purposes", "Intents and purposes."),
        (r"(?P<a>peaked|peeked) my interest", "piqued my interest", "Piqued."),
        (
            (
                r"(?P<a>i|we|you|they) (?P<b>could|would|should|can|will) (?P<c>have) (?P<d>went"
                r"|came|did|saw|spoke|wrote)"
            ),
            r"\g<a> \g<b> have \g<d>",
            "",
        ),
        (r"in regards to", "in regard to", "In regard to, or regarding."),
        (r"(?P<a>as|such) per your (?P<b>request's)", r"\g<a> per your request", ""),
        (r"irregardless", "regardless", "Regardless."),
        (r"(?P<a>form|fro) (?P<b>you)(?= soon|\.|,)", r"from \g<b>", "From you."),
    )
)
_SMALL_I = re.compile(r"(?<![\w.'\u2019(/-])i(?=['\u2019](?:m|ve|d|ll)\b| |, (?!ii))")


def confusions(read: Reading) -> Iterator[Finding]:
    """W02."""
    plain = read.own.replace("\u2019", "'")
    for pattern, right, reason in _CONFUSED:
        for hit in pattern.finditer(plain):
            put = hit.expand(right)
            if put.lower() == hit[0].lower() or read.quoted(hit.start()):
                continue
            if hit[0][:1].isupper():
                put = put[:1].upper() + put[1:]
            yield read.body("W02", CONSIDER, hit.span(), reason or "A slip of grammar.", put)
    for hit in _SMALL_I.finditer(read.own):
        yield read.body("W02", CONSIDER, hit.span(), "I is written large.", "I")
