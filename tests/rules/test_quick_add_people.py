"""Quick add: what stands among the people, and words that only look like a kind or a name."""

import pytest

from rules.quick_add import Kind
from tests.cases.lines import read

BASE = "Pinecrest Software, Backend Engineer, today 14:00 with "


@pytest.mark.parametrize(
    ("words", "people", "note"),
    [
        ("Ana Silva, Bo Li in the Leeds office", ["Ana Silva", "Bo Li"], "in the Leeds office"),
        ("Ana Silva at their office", ["Ana Silva"], "at their office"),
        ("Ana Silva from HR", ["Ana Silva"], "from HR"),
        ("Ana Silva Zoom", ["Ana Silva"], "Zoom"),
        ("Ana Silva Google Meet", ["Ana Silva"], "Google Meet"),
        ("Ana Silva remotely", ["Ana Silva"], "remotely"),
        ("José in London", ["José"], "in London"),
        ("An Nguyen, My Linh and See Wai Kit", ["An Nguyen", "My Linh", "See Wai Kit"], None),
        ("In Su Kim & Rust Cohle", ["In Su Kim", "Rust Cohle"], None),
        ("Ana, Bo.", ["Ana", "Bo"], None),
        ("Ana S., Bo Jr.", ["Ana S.", "Bo Jr."], None),
        ("Monday Okoro, June Summers", ["Monday Okoro", "June Summers"], None),
        ("Sandy Anderson, Andrew Wither", ["Sandy Anderson", "Andrew Wither"], None),
        ("Mark, Will & Grace", ["Mark", "Will", "Grace"], None),
    ],
)
def test_names_end_where_the_place_begins(words: str, people: list[str], note: str | None) -> None:
    entry = read(BASE + words)
    assert [one.name for one in entry.people] == people
    assert entry.note == note
    assert not entry.questions


@pytest.mark.parametrize(
    "words",
    [
        "three people",
        "one of the founders",
        "several candidates",
        "my manager",
        "an engineer",
        "the team",
        "Ana Silva / Bo Li",
        "recruiter Ana Silva",
    ],
)
def test_what_is_no_name_is_asked_and_kept(words: str) -> None:
    entry = read(BASE + words)
    assert entry.people == ()
    assert [one.field for one in entry.questions] == ["people"]
    assert entry.note == words


def test_one_name_behind_the_company_alone_is_a_person() -> None:
    entry = read("Pinecrest Software with Ana")
    assert (entry.company, [one.name for one in entry.people]) == ("Pinecrest Software", ["Ana"])
    assert not entry.questions
    assert {one.field for one in read("Work With Us").questions} == {"company", "people"}


@pytest.mark.parametrize(
    "words",
    [
        "application 12 May",
        "application on 12 May",
        "submitted application 12 May",
        "application sent 12 May",
        "put in my application 12 May",
    ],
)
def test_an_application_can_be_called_one(words: str) -> None:
    entry = read(f"Pinecrest Software, Backend Engineer, {words}")
    assert (entry.kind, str(entry.on), entry.start) == (Kind.APPLICATION, "2026-05-12", None)
    assert not entry.questions


def test_an_application_engineer_has_a_talk() -> None:
    entry = read("Pinecrest Software, Application Engineer, 12 May 10:00 with Ana")
    assert (entry.kind, entry.role) == (Kind.INTERVIEW, "Application Engineer")


@pytest.mark.parametrize(
    ("line", "company"),
    [
        ("Smith, Jones & Partners, Solicitor, tomorrow 10:00", "Smith, Jones & Partners"),
        ("Lumen, Oak and Sons Ltd, Clerk, tomorrow 10:00", "Lumen, Oak and Sons Ltd"),
        ("Ash, Birch LLP, Clerk, tomorrow 10:00", "Ash, Birch LLP"),
    ],
)
def test_a_company_with_a_comma_is_asked_with_its_whole_name(line: str, company: str) -> None:
    entry = read(line)
    assert (entry.company, entry.role) == (None, None)
    question = entry.question("company")
    assert question is not None
    assert question.candidates[0] == company
