"""Slips that a pattern decides: confusions, doubled words, punctuation, spaces (W02 to W05)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.reading import Reading
from rules.proof.text import WORD, fold

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_CONFUSED: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(rf"(?<![\w'-])(?:{pattern})(?![\w-])", re.IGNORECASE), right, reason)
    for pattern, right, reason in (
        (
            (
                r"(?P<a>your) (?=welcome(?! (?:yesterday|today|note|pack|party|to |and |email"
                r"|was|at |on |in |speech|message|desk|mat|committee|letter|tour|drink|basket|is"
                r"|has|made)))"
            ),
            "you're ",
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
                r"its (?P<b>been|a pleasure|an honou?r|great to|important to|clear that|not "
                r"(?:that|the|a)|very|really|good to|nice to)"
            ),
            r"it's \g<b>",
            "It is, or it has.",
        ),
        (
            (
                r"it's (?P<b>own|value|values|mission|history|team|customers|clients|products?"
                r"|reputation|culture|size|way of|people)(?=\W)"
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
            r"(?P<a>loose) (?=(?:the|my|this|that|a) (?:chance|opportunity|job|interest))",
            "lose ",
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
        (r"(?P<a>whose) (?P<b>been|going|coming|working)", r"who's \g<b>", "Who is, or who has."),
        (r"(?P<a>by|in|at) (?P<b>you're) (?=\w)", r"\g<a> your ", "Your, as in yours."),
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
_SMALL_I = re.compile(r"(?<![\w.'\u2019(/-])i(?=['\u2019](?:m|ve|d|ll)\b| |,)(?!\. ?e\b)")
_DOUBLED = re.compile(
    r"(?<![\w'\u2019-])([^\W\d_]+)([ \t]+|[ \t]*\n[ \t]*)\1(?![\w'\u2019-])", re.IGNORECASE
)
_ALLOWED = frozenset("that had very so really is do who no many bye her what in on now".split())
_SURE = frozenset("the a an and to of in for with you".split())
_IN_TWICE = re.compile(
    (
        r"(?:log|logged|logging|check|checked|come|came|went|go|call|called|turn|turned|hand"
        r"|step|stepped|fill|tune|phone|sign|signed|drop|dropped|write|wrote|sit|sat|settle"
        r"|settled|settling|let|bring|brought|move|moved|plug|plugged|dial|dialled|dialed|break"
        r"|broke|buy|bought|clock|clocked|get|got|give|hear|ring|rang|rung|send|sent|chime|weigh"
        r"|cash) in$"
    ),
    re.IGNORECASE,
)
_SPACE_BEFORE = re.compile(r"(?<=[\w)\"'\u201d\u2019])[ \t]+(?=[,.;:?!](?:\s|$))")
_NO_SPACE = re.compile(r"(?<=[a-z]{2})([,;])(?=[A-Za-z]{2})|(?<=[a-z]{3})([.?!])(?=[A-Z][a-z]+ )")
_DOUBLE_MARK = re.compile(r",{2,}|;{2,}|(?<!\.)\.\.(?!\.)|,\.|\.,(?=\s)(?<!etc\.,)")


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
        if read.own[hit.end() : hit.end() + 2] in {", ", ","} and not re.search(
            r"\w $", read.own[: hit.start()]
        ):
            continue
        yield read.body("W02", CONSIDER, hit.span(), "I is written large.", "I")


def doubled(read: Reading) -> Iterator[Finding]:
    """W03."""
    start, end = read.text.prose
    for hit in _DOUBLED.finditer(read.own, start, end):
        word = hit[1].casefold()
        if word == "in" and _IN_TWICE.search(read.own[max(0, hit.start() - 12) : hit.start() + 2]):
            continue
        both = hit[1][0].isupper() and read.own[hit.end() - len(hit[1])].isupper()
        if (word in _ALLOWED and word != "in") or (both and len(hit[1]) > 1) or word in read.names:
            continue
        if "\n\n" in hit[2] or read.quoted(hit.start()):
            continue
        severity = FIX if word in _SURE else CONSIDER
        yield read.body("W03", severity, hit.span(), "The same word twice.", hit[1])
    for hit in _DOUBLED.finditer(read.letter.subject):
        if hit[1].casefold() in _SURE:
            yield read.subject("W03", FIX, hit.span(), "The same word twice.", hit[1])


def punctuation(read: Reading) -> Iterator[Finding]:
    """W04."""
    inside = read.text.in_code
    prose = read.text.prose
    for hit in _SPACE_BEFORE.finditer(read.own):
        behind = read.own[hit.end() : hit.end() + 3]
        if behind[:2] in {":)", ":-", ";)", ".."} or inside(hit.start()):
            continue
        yield read.body(
            "W04",
            CONSIDER,
            (hit.start() - 1, hit.end() + 1),
            "No space before it.",
            read.own[hit.start() - 1] + read.own[hit.end()],
        )
    for hit in _NO_SPACE.finditer(read.own, *prose):
        word = read.own[max(0, hit.start() - 20) : hit.end() + 20]
        if inside(hit.start()) or fold(word) in read.vocabulary or _dotted_name(read, hit.start()):
            continue
        yield read.body("W04", CONSIDER, hit.span(), "A space belongs behind it.", hit[0] + " ")
    for hit in _DOUBLE_MARK.finditer(read.own, *prose):
        if inside(hit.start()) or read.own[max(0, hit.start() - 5) : hit.start() + 1].endswith(
            (
                "etc.",
                "Inc.",
                "Ltd.",
                "Co.",
                "Corp.",
                "a.m.",
                "p.m.",
                "Jr.",
                "Sr.",
                "e.g.",
                "i.e.",
                "St.",
                "No.",
                "Bros.",
            )
        ):
            continue
        if hit[0] == ".," and re.search(
            r"(?:\b[A-Za-z]|Ph\.D|\b\w{1,4})$", read.own[: hit.start()]
        ):
            continue
        yield read.body(
            "W04",
            CONSIDER,
            hit.span(),
            "One mark is enough.",
            hit[0][-1] if hit[0] != ",." else ".",
        )
    yield from _ends(read)
    yield from _unbalanced(read)
    yield from _small_openings(read)


def _dotted_name(read: Reading, place: int) -> bool:
    """monday.com, Node.js: the dot is part of a name on record."""
    start = max(read.own.rfind(" ", 0, place), read.own.rfind("\n", 0, place)) + 1
    token = fold(read.own[start:].split()[0] if read.own[start:].split() else "").strip(
        ".,;:!?)('\""
    )
    known = fold(
        " ".join(
            [
                read.letter.company,
                read.letter.role,
                read.letter.notes,
                *(one.text for one in read.letter.heard),
                *(one.company for one in read.letter.others),
                *read.letter.me.past_employers,
            ]
        )
    )
    return token in known.split() or token.removesuffix("'s") in known.split()


def _ends(read: Reading) -> Iterator[Finding]:
    for start, end in read.text.paragraphs:
        words = read.own[start:end].split()
        stripped = read.own[start:end].rstrip()
        if (
            len(words) < 6
            or stripped[-1] in ".!?:;\u2026)\"'\u201d\u2019-\u2014"
            or stripped.endswith(",")
        ):
            continue
        last = words[-1]
        if "://" in last or last.startswith("www.") or "@" in last:
            continue
        if re.match(r"\s*(?:[-*\u2022\u2013]|\d+[.)])\s", read.own[start:end].splitlines()[-1]):
            continue
        place = start + len(stripped)
        yield read.body(
            "W04", CONSIDER, (place - len(last), place), "The end mark is missing.", last + "."
        )


def _unbalanced(read: Reading) -> Iterator[Finding]:
    for start, end in read.text.paragraphs:
        part = read.own[start:end]
        part = (
            re.sub(r"(?<![\w(])(?:\(?[a-zA-Z0-9]{1,2})\)(?=\s)", " ", part)
            if "(" not in part
            else part
        )
        part = re.sub(r"[:;=]-?[)(]", "  ", part)
        for left, right in ("()", "[]", "\u201c\u201d"):
            if part.count(left) != part.count(right):
                odd = left if part.count(left) > part.count(right) else right
                place = (
                    start + read.own[start:end].rindex(odd) if odd in read.own[start:end] else start
                )
                yield read.body("W04", CONSIDER, (place, place + 1), "Its other half is missing.")
        plain = re.sub(r"(?<=\d)\"", "", part)
        if plain.count('"') % 2:
            place = start + read.own[start:end].rindex('"')
            yield read.body("W04", CONSIDER, (place, place + 1), "Its other half is missing.")


def _small_openings(read: Reading) -> Iterator[Finding]:
    brands = {
        hit[0]
        for name in [
            read.letter.company,
            read.letter.role,
            *read.letter.me.past_employers,
            read.letter.notes,
            *(one.text for one in read.letter.heard),
            *(one.company for one in read.letter.others),
        ]
        for hit in re.finditer(r"\S+", name)
    }
    for number, (start, end) in enumerate(read.text.sentences):
        hit = WORD.search(read.own, start, end)
        if hit is None or hit.start() - start > 2 or not hit[0][0].islower():
            continue
        if (
            any(map(str.isupper, hit[0]))
            or hit[0] in brands
            or any(one.startswith(hit[0]) and one[:1].islower() for one in brands if "." in one)
        ):
            continue
        if fold(hit[0]) == "i" or _goes_on(read, start, number):
            continue
        if "://" in read.own[start : start + 40].split()[0] or re.match(
            r"[a-z]\)|\d", read.own[start:end]
        ):
            continue
        yield read.body(
            "W04",
            CONSIDER,
            hit.span(),
            "A sentence opens with a capital.",
            hit[0][0].upper() + hit[0][1:],
        )


def _goes_on(read: Reading, start: int, number: int) -> bool:
    """After "Hi Priya," in one line, or after an abbreviation, no new sentence opens."""
    before = read.own[:start].rstrip(" ")
    if number == 0 and read.text.greeting and read.text.greeting.line[1] > start:
        return True
    if re.search(
        (
            r"(?:\.\.\.|\u2026|:|;|,|[-\u2013\u2014]|\b(?:etc|e\.g|i\.e|approx|vs|ref|no|a\.m"
            r"|p\.m|[A-Z])\.|[!?][\"'\u201d\u2019)])$"
        ),
        before,
    ):
        return True
    quoted = re.search(r"[\"\u201d\u2019')]$", before)
    in_list = re.search(r"\n[ \t]*$", read.own[:start]) and re.match(
        r"[-*\u2022(]", read.own[start : start + 1] or " "
    )
    return bool(quoted or in_list)


def spaces(read: Reading) -> Iterator[Finding]:
    """W05."""
    for hit in re.finditer(r"(?<=\S) {2,}(?=\S)|\t+", read.own):
        span = hit.span()
        if "\t" in hit[0]:
            line_start = read.own.rfind("\n", 0, span[0]) + 1
            right = "" if not read.own[line_start : span[0]].strip() else " "
        else:
            right = " "
            opens = re.match(r"[A-Z\u201c\"]", read.own[span[1] : span[1] + 1])
            if opens and read.own[span[0] - 1] in ".!?" and _two_always(read):
                continue
        yield read.body("W05", CONSIDER, span, "One space is enough.", right)
    for hit in re.finditer(r"\n(?:[ \t]*\n){3,}", read.own):
        yield read.body("W05", CONSIDER, hit.span(), "One empty line is enough.", "\n\n")


def _two_always(read: Reading) -> bool:
    """Whoever puts two spaces after every full stop means it."""
    two = len(re.findall(r"[.!?] {2}(?=[A-Z\u201c\"])", read.prose))
    one = len(re.findall(r"[.!?] (?=[A-Z\u201c\"])", read.prose))
    return two > 2 and one == 0
