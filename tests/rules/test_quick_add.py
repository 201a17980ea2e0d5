"""Quick add: company, role, people and kind, and the lines of the cases."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from rules.quick_add import Kind, Why
from tests.cases import quick_add as cases
from tests.cases.lines import LONDON, read, when, why


@pytest.mark.parametrize("case", cases.load(), ids=lambda case: case["id"])
def test_every_case_is_understood_or_asked(case: cases.Case) -> None:
    assert not cases.verdict(case).startswith("fail")


def test_the_command_counts_and_reports_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cases.main([]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("passed, 0 failed")
    wrong = cases.load()[0]
    wrong["expect"]["company"] = "Somebody Else"
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps([wrong]), "utf-8")
    assert cases.main([str(file)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "0 passed, 1 failed"


@pytest.mark.parametrize(
    "company",
    [
        "Today Labs",
        "USA Today",
        "Monday",
        "Noon",
        "Tomorrow",
        "10:10 Media",
        "5/14 Club",
        "AT&T",
        "7-Eleven",
        "Ernst + Young",
        "Work with Us",
        "Home at Last",
        "Acme Ltd.",
        "Lloyds; Bank",
    ],
)
def test_a_company_keeps_its_name(company: str) -> None:
    entry = read(f"{company}, Buyer, today 14:00 with Ana Silva")
    assert (entry.company, entry.role) == (company, "Buyer")
    assert entry.start == datetime(2026, 5, 14, 14, tzinfo=LONDON)
    assert not entry.questions


@pytest.mark.parametrize(
    "line",
    [
        "Lumen & Oak - Senior Product Designer - today 14:00 - Priya Raman",
        "Lumen & Oak | Senior Product Designer | today | Priya Raman",
        "Lumen & Oak | Senior Product Designer | today 14:00",
        "Lumen & Oak; Senior Product Designer; today 14:00 with Priya Raman",
        "Lumen & Oak\tSenior Product Designer\ttoday 14:00",
        "Lumen & Oak\nSenior Product Designer\ntoday 14:00 with Priya",
        "Senior Product Designer at Lumen & Oak, today 14:00",
        "Lumen & Oak Senior Product Designer today 14:00",
        "Acme, Inc., Data Analyst, today 14:00",
        "Acme, Inc., today 14:00",
        "Senior Product Designer, Lumen & Oak, today 14:00",
    ],
)
def test_company_and_role_in_one_are_asked(line: str) -> None:
    entry = read(line)
    assert entry.company is None
    assert entry.role is None
    assert {"company", "role"} <= {one.field for one in entry.questions}
    assert entry.unsettled


def test_other_doubts_about_company_and_role() -> None:
    assert why(read(""), "company") is Why.MISSING
    assert why(read("-"), "company") is Why.UNCLEAR
    assert why(read("jobs@lumen.example, Designer"), "company") is Why.UNCLEAR
    assert why(read("x" * 300), "company") is Why.TOO_LONG
    assert why(read("Lumen, " + "y" * 300), "role") is Why.TOO_LONG
    assert why(read("Lumen,, Designer, today 14:00"), "role") is Why.UNCLEAR
    assert why(read("https://lumen.example/jobs, Designer, today 14:00"), "company") is Why.MISSING


def test_a_with_before_the_when_belongs_to_the_role_or_is_asked() -> None:
    entry = read("Lumen, Engineer with Python, today 14:00 with Priya")
    assert entry.role == "Engineer with Python"
    entry = read("Lumen, Engineer with Python")
    assert entry.role is None
    assert [one.field for one in entry.questions] == ["role", "people"]
    entry = read("Lumen with Python, today 14:00")
    assert entry.company == "Lumen with Python"
    entry = read("Lumen with Priya Raman today 14:00")
    assert entry.company is None
    assert read("Lumen with Priya Raman").people[0].name == "Priya Raman"
    entry = read("Senior Designer at Lumen with Priya Raman today 14:00")
    assert why(entry, "company") is Why.UNCLEAR
    entry = read("Lumen, Designer, Leeds with Priya Raman")
    assert entry.people[0].name == "Priya Raman"
    assert why(read("Lumen, Designer, Leeds with Priya"), "company") is None


def test_the_order_may_differ() -> None:
    for line in (
        "today 14:00, Lumen & Oak, Designer with Priya Raman",
        "Lumen & Oak, today 14:00, Designer with Priya Raman",
        "Lumen & Oak, Designer, with Priya Raman, today 14:00",
        "Lumen & Oak, Designer, tomorrow with Priya Raman, 14:00",
        "interview at Lumen & Oak, Designer, today 14:00 with Priya Raman",
        "Lumen & Oak, Designer, interview with Priya Raman today 14:00",
        "Lumen & Oak, Designer, call with Priya Raman, today 14:00",
    ):
        entry = read(line)
        assert (entry.company, entry.role) == ("Lumen & Oak", "Designer")
        assert [one.name for one in entry.people] == ["Priya Raman"]
        assert entry.start is not None


def test_what_fits_nowhere_becomes_the_note() -> None:
    entry = read("Lumen, Designer, Leeds office, today 14:00 at their place with Ana (Head of UX)")
    assert entry.note == "Leeds office; at their place; Head of UX"
    entry = read("Lumen, Designer, https://a.example/1, https://b.example/2, today 14:00 with Ana")
    assert (entry.link, entry.note) == ("https://a.example/1", "https://b.example/2")


def people(words: str) -> list[tuple[str, str]]:
    """The people of a usual line."""
    entry = read(f"Lumen, Designer, today 14:00 with {words}")
    return [(one.name, one.email) for one in entry.people]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Priya Raman, Daniel Okafor, and Sofia", ["Priya Raman", "Daniel Okafor", "Sofia"]),
        ("Andy and Sandy with Withers w/ Bo", ["Andy", "Sandy", "Withers", "Bo"]),
        ("Prof. Dr. Ute Ammann; dr. jan de vries", ["Prof. Dr. Ute Ammann", "dr. jan de vries"]),
        ("Monday Okafor & April May", ["Monday Okafor", "April May"]),
        ("Priya \u202eRaman\u200b", ["Priya Raman"]),
        ("Nguye\u0302\u0303n", ["Nguy\u1ec5n"]),
        ("Priya Raman.", ["Priya Raman"]),
        ("Priya Raman on Zoom", ["Priya Raman"]),
        ("van der Berg + O\u2019Brien", ["van der Berg", "O\u2019Brien"]),
    ],
)
def test_names_are_kept_as_typed(words: str, expected: list[str]) -> None:
    assert people(words) == [(name, "") for name in expected]


def test_addresses_stand_beside_their_names() -> None:
    assert people("Priya <priya+x@x.example>, Dan (dan@x.example)") == [
        ("Priya", "priya+x@x.example"),
        ("Dan", "dan@x.example"),
    ]
    assert people('"Priya Raman" <p@x.example>') == [("Priya Raman", "p@x.example")]
    assert people("Ana p@x.example.") == [("Ana", "p@x.example")]
    assert people("p@x.example (Priya Raman)") == [("", "p@x.example")]
    assert people("p@x.example Priya Raman") == [("Priya Raman", "p@x.example")]
    assert people("Ana a@x.example Bo b@x.example") == [
        ("Ana", "a@x.example"),
        ("Bo", "b@x.example"),
    ]


def test_a_name_is_never_made_from_an_address() -> None:
    for words, proposal in (
        ("priya.raman@x.example", ("Priya Raman",)),
        ("info@x.example", ()),
        ('"Raman, Priya" <p@x.example>', ("Priya Raman", "Raman, Priya")),
        ("the recruiter <r@x.example>", ("the recruiter",)),
    ):
        entry = read(f"Lumen, Designer, today 14:00 with {words}")
        question = entry.question("people")
        assert question is not None
        assert (question.why, question.candidates) == (Why.NAME_MISSING, proposal)


@pytest.mark.parametrize(
    "words",
    [
        "bring portfolio",
        "3 engineers",
        "the hiring manager",
        "HR",
        "Priya / Dan",
        "Priya. And so",
        "Priya at 15:00",
        "Priya on 5th floor",
        "Prince <p@x>",
        '"Raman, Priya"',
        "Ana\tBo",
        "a b" * 9,
        "Raman (manager",
        "Priya from 14:00",
        "our team",
        "Sales manager",
    ],
)
def test_what_is_hardly_a_name_is_asked_and_noted(words: str) -> None:
    entry = read(f"Lumen, Designer, today 14:00 with Zoe Poole, {words}")
    assert "Zoe Poole" in [one.name for one in entry.people]
    assert why(entry, "people") is Why.NOT_A_NAME
    assert entry.note


def test_names_that_nothing_introduced_are_asked() -> None:
    question = read("Lumen, Designer, today 14:00, Priya Raman").question("people")
    assert question is not None
    assert question.candidates == ("Priya Raman",)
    assert read("Lumen, Designer, today 14:00, bring ID").question("people") is None


def test_time_inside_a_quoted_name_is_no_zone() -> None:
    assert [name for name, _ in people('Joe "Prime time" Moss')] == ['Joe "Prime time" Moss']


def test_a_last_name_before_a_comma_is_asked() -> None:
    question = read("Lumen, Designer, today 14:00 with Raman, Priya <p@x.example>").question(
        "people"
    )
    assert question is not None
    assert question.candidates == ("Priya Raman",)


def test_names_before_any_company_are_asked() -> None:
    entry = read("today 14:00 with Priya Raman, Lumen & Oak")
    assert why(entry, "people") is Why.UNCLEAR
    assert why(entry, "company") is Why.MISSING


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("applied yesterday", date(2026, 5, 13)),
        ("applied 13/5", date(2026, 5, 13)),
        ("applied Friday", date(2026, 5, 8)),
        ("applied Weds", date(2026, 5, 13)),
        ("APPLIED a week ago", date(2026, 5, 7)),
        ("applied just now", date(2026, 5, 14)),
        ("applied 2 hours ago", date(2026, 5, 14)),
        ("yesterday, applied", date(2026, 5, 13)),
        ("applied via LinkedIn yesterday", date(2026, 5, 13)),
        ("applied", None),
        ("applied online", None),
    ],
)
def test_an_application_has_the_day_it_was_sent(words: str, on: date | None) -> None:
    entry = read(f"Oatfield Foods, UX Researcher, {words}")
    assert (entry.company, entry.role) == ("Oatfield Foods", "UX Researcher")
    assert (entry.kind, entry.on, entry.start) == (Kind.APPLICATION, on, None)
    assert not entry.questions


def test_an_application_keeps_a_typed_hour() -> None:
    entry = read("Oatfield Foods, UX Researcher, applied yesterday at 17:00")
    assert entry.start == datetime(2026, 5, 13, 17, tzinfo=LONDON)
    assert entry.end is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("applied Thursday", Why.AMBIGUOUS_DATE),
        ("applied 5/6", Why.AMBIGUOUS_DATE),
        ("applied 31/4", Why.NO_SUCH_DATE),
        ("applied tomorrow", Why.NOT_YET),
        ("applied 14:00", Why.DAY_MISSING),
        ("applied yesterday 2:30", Why.HOUR_UNCLEAR),
        ("applied 29 March 2026 1:30am", Why.DST_GAP),
    ],
)
def test_a_doubtful_sent_day_is_asked(words: str, reason: Why) -> None:
    entry = read(f"Oatfield Foods, UX Researcher, {words}")
    assert entry.kind is Kind.APPLICATION
    assert entry.start is None
    assert why(entry, "start") is reason


@pytest.mark.parametrize(
    "line",
    [
        "Applied Materials, Engineer, tomorrow 10:00 with Ken Ito",
        "Applied Materials, Engineer",
        "Applied, Engineer, tomorrow 10:00 with Ken Ito",
        "Oatfield, Applied Scientist, tomorrow 10:00 with Ken Ito",
        "Oatfield, Researcher, apply by Friday",
        "Oatfield, Researcher, not applied yet",
        "Oatfield, Researcher, not applied yesterday",
        "Oatfield, Researcher, applied 1 May, interview tomorrow 10:00",
        "Oatfield, Researcher, tomorrow 10:00 with Ken Ito (applied online)",
    ],
)
def test_a_doubtful_kind_is_asked(line: str) -> None:
    entry = read(line)
    assert entry.kind is None
    assert entry.end is None
    assert why(entry, "kind") is Why.UNCLEAR


def test_applied_to_stands_before_the_company() -> None:
    entry = read("I applied to Fernway Health, Product Designer, last Friday")
    assert (entry.company, entry.on) == ("Fernway Health", date(2026, 5, 8))
    assert entry.kind is Kind.APPLICATION


@pytest.mark.parametrize(
    "line",
    [
        "Fernway, Designer, phone screen today 11:00 with Dami",
        "Fernway, Designer, phone screen, today 11:00 with Dami",
        "Fernway, Designer phone screen, today 11:00 with Dami",
        "Fernway, Designer, today 11:00 with Dami (phone screen)",
        "Fernway, Designer, today 11:00 with Dami, phone screen",
        "Phone screen with Fernway, Designer, today 11:00 with Dami",
    ],
)
def test_a_phone_screen_takes_half_an_hour(line: str) -> None:
    entry = read(line)
    assert (entry.company, entry.role) == ("Fernway", "Designer")
    assert entry.kind is Kind.PHONE_SCREEN
    assert entry.start is not None
    assert entry.end == entry.start + timedelta(minutes=30)


def test_a_name_with_phone_screen_in_it_says_no_kind() -> None:
    assert read("Phone Screen Ltd, Buyer, today 11:00").kind is Kind.INTERVIEW
    assert read("Fernway, Phone Screen Tester, today 11:00").kind is Kind.INTERVIEW


def test_spans_point_into_the_line_as_typed() -> None:
    line = "  Lumen\u200b & Oak ,  Designer, today 14:00 with Priya Raman <p@x.example>, Bo; ok?"
    entry = read(line)
    said = {part: line[a:b] for part, (a, b) in entry.spans.items()}
    assert said["company"] == "Lumen\u200b & Oak"
    assert (said["role"], said["when"]) == ("Designer", "today 14:00")
    assert said["people"].startswith("Priya Raman <p@x.example>, Bo")
    assert [line[a:b] for a, b in (one.span for one in entry.people)] == [
        "Priya Raman <p@x.example>",
        "Bo",
    ]
    assert said["note"] == "ok?"


def test_the_words_of_an_open_question_are_told() -> None:
    assert when("5/6 at 2").unsettled == "5/6 at 2"
    assert when("today 14:00").unsettled == ""
