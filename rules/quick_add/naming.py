"""Company and role: the first two fields, and the ways in which they can be something else."""

import re
from dataclasses import dataclass

from rules.quick_add.entry import Question, Span, Why
from rules.quick_add.layout import Layout
from rules.quick_add.line import Line

LONGEST_NAME = 200
LEGAL = re.compile(
    r"(?i)(?:inc|ltd|limited|llc|l\.l\.c|gmbh|plc|corp|corporation|co|company|llp|lp|s\.?a|s\.?a\.?s|ag|bv|b\.v|nv|ab|oy|as|a/s"
    r"|aps|kg|ug|se|s\.?r\.?l|s\.?p\.?a|pty|pty\.? ltd|sarl|kk|pte\.? ltd)\.?"
)
FIRM = re.compile(
    r"(?i).*(?:&|\band) (?:partners|sons|daughters|brothers|bros|co|company|associates|fils)\.?"
    r"|.+ (?:inc|ltd|llc|llp|gmbh|plc)\.?"
)
PLACED = re.compile(r"(?i)(?P<role>.+?) (?:at|@) (?P<company>.+)")
SPLITTING = re.compile(
    r" +[-\u2013\u2014|/\u2022\u00b7] +|\t|; *| *[|\u3001\uff0c\uff1b] *| *\u2192 *"
)
ROLE_NOUNS = frozenset(
    "designer engineer developer manager analyst researcher scientist consultant architect director"
    " administrator assistant adviser advisor officer coordinator accountant technician programmer"
    " writer editor buyer teacher lecturer nurse intern specialist strategist recruiter producer"
    " executive associate representative planner lead".split()
)


@dataclass(frozen=True)
class Slot:
    """One text field: what it says and where."""

    words: str
    span: Span


@dataclass(frozen=True)
class Names:
    """Company and role as understood, or what is asked about them."""

    company: str | None = None
    role: str | None = None
    questions: tuple[Question, ...] = ()


def pieces(words: str) -> tuple[str, ...]:
    """A field cut where somebody used dashes or strokes instead of commas."""
    return tuple(piece.strip() for piece in SPLITTING.split(words) if piece.strip())


def _both(why: Why, companies: tuple[str, ...], roles: tuple[str, ...]) -> Names:
    return Names(
        questions=(
            Question(
                field="company", why=why, candidates=tuple(dict.fromkeys(filter(None, companies)))
            ),
            Question(field="role", why=why, candidates=tuple(dict.fromkeys(filter(None, roles)))),
        )
    )


def _is_role(words: str) -> bool:
    """Whether it ends as job titles do."""
    last = words.split()[-1:]
    return len(words.split()) > 1 and last[0].lower().strip("().:") in ROLE_NOUNS


def _run_together(company: str) -> Names | None:
    """Company and role in one field."""
    cut = pieces(company)
    if len(cut) > 1:
        return _both(Why.UNCLEAR, (cut[0], company), (cut[1],))
    if placed := PLACED.fullmatch(company):
        return _both(Why.UNCLEAR, (company, placed["company"]), (placed["role"],))
    if _is_role(company):
        return _both(Why.UNCLEAR, (company,), (company,))
    return None


def read_names(slots: list[Slot], pasted: bool) -> Names:
    """What the text fields say; `pasted`: they were lines, not fields."""
    company = slots[0].words if slots else ""
    role = slots[1].words if len(slots) > 1 else ""
    if pasted and len(slots) > 1:
        return _both(Why.UNCLEAR, (company, f"{company} {role}".strip()), (role,))
    if LEGAL.fullmatch(role):
        third = slots[2].words if len(slots) > 2 else ""
        return _both(Why.UNCLEAR, (f"{company}, {role}", company), (third, role))
    if company and FIRM.fullmatch(role):
        third = slots[2].words if len(slots) > 2 else ""
        return _both(Why.UNCLEAR, (f"{company}, {role}", company), (third, role))
    if company and not role and (names := _run_together(company)):
        return names
    if role and _is_role(company) and role.split()[-1].lower() not in ROLE_NOUNS:
        return _both(Why.UNCLEAR, (role, company), (company, role))
    asked: list[Question] = []
    if problem := _problem(company):
        asked.append(
            Question(field="company", why=problem, candidates=(company,) if company else ())
        )
    if len(role) > LONGEST_NAME:
        asked.append(Question(field="role", why=Why.TOO_LONG, candidates=(role,)))
    elif not role and len(slots) > 2 and slots[2].words:
        asked.append(Question(field="role", why=Why.UNCLEAR, candidates=(slots[2].words,)))
    fields = {one.field for one in asked}
    return Names(
        None if "company" in fields else company,
        None if "role" in fields or not role else role,
        tuple(asked),
    )


def _problem(company: str) -> Why | None:
    """Why the first field cannot be taken as the company without asking."""
    if not company:
        return Why.MISSING
    if len(company) > LONGEST_NAME:
        return Why.TOO_LONG
    nameless = not any(map(str.isalnum, company)) and company.isascii()
    return Why.UNCLEAR if nameless or re.fullmatch(r"\S+@\S+\.\S+", company) else None


def claim_names(line: Line, slots: list[Slot], names: Names) -> None:
    """Take the words of company and role; the rest of the fields are left for the note."""
    asked = {one.field for one in names.questions}
    legal = len(slots) > 2 and asked == {"company", "role"} and LEGAL.fullmatch(slots[1].words)
    parts = ("company", "company", "role") if legal else ("company", "role")
    for part, slot in zip(parts, slots, strict=False):
        line.claim(part, *slot.span)
    if "role" in asked and len(slots) > 2 and not slots[1].words:
        line.claim("role", *slots[2].span)


def text_slots(line: Line, layout: Layout) -> list[Slot]:
    """The text fields in order; an empty one holds its place, one that said when does not."""
    limit = layout.opener[0] if layout.opener else len(line.shown)
    runs = [(one.run.start, one.run.end) for one in (*layout.whens, *layout.kinds) if one.run]
    slots: list[Slot] = []
    for number, (start, end) in enumerate(layout.fields):
        if start > limit or (start == limit and start):
            break
        within = [run for run in runs if start <= run[0] < end]
        stop = min([end, limit, *(run[0] for run in within)])
        words = line.words(start, stop)
        typed = line.text.shown[start:stop].strip()
        dropped = within or (typed and number)  # the when, or a link behind the company
        if words or not dropped:
            slots.append(Slot(words, (start, stop)))
    return slots
