"""The table opens in a spreadsheet as what it says, and nothing in it is ever run."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.exchange.spreadsheet import COLUMNS, cell, save, table
from models.working_days import countries, knows_holidays
from rules.records import Channel, Dossier, Moment, Outcome
from tests.models.examples import MESSAGE, OPPORTUNITY, PRIYA, TALK, TOM

LONDON = ZoneInfo("Europe/London")
MOMENT = Moment(
    now=datetime(2026, 5, 14, 15, tzinfo=UTC), zone=LONDON, zone_of=lambda _name: LONDON
)
FORMULAS = (
    "=1+1",
    "+44 20",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "＝1",
    "  =1",
    "\u200b=1",
)


def read(text: str) -> list[dict[str, str]]:
    """The table as a spreadsheet reads it."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def full() -> Dossier:
    """An opportunity with one of everything."""
    people = (replace(PRIYA, email="priya@northwind.example"), TOM)
    return Dossier(
        opportunity=replace(
            OPPORTUNITY,
            role='Designer, "senior"',
            applied_at=datetime(2026, 4, 20, 23, 30, tzinfo=UTC),
            closing=date(2026, 5, 1),
            outcome=Outcome.NOT_THIS_TIME,
            outcome_at=datetime(2026, 5, 30, 9, tzinfo=UTC),
            notes="first line\r\nsecond; line",
        ),
        people=people,
        interviews=(TALK, replace(TALK, start=None, end=None), replace(TALK, end=None)),
        messages=(
            MESSAGE,
            replace(MESSAGE, person_id=None, channel=Channel.PHONE),
            replace(MESSAGE, to_name="Hal Brook"),
            replace(MESSAGE, unsent_at=MESSAGE.sent_at),
        ),
    )


def test_a_row_says_what_is_on_record_at_the_employers_place() -> None:
    (row,) = read(table([full()], MOMENT))
    assert list(row) == list(COLUMNS)
    assert row["Role"] == 'Designer, "senior"'
    assert row["Stage"] == "outcome"
    assert row["Applied on"] == "2026-04-21"
    assert row["Closing day"] == "2026-05-01"
    assert row["Interviews"] == (
        "interview 2026-05-14 13:20-14:20; interview, no date yet; interview 2026-05-14 13:20"
    )
    assert row["People"] == "Priya Nair <priya@northwind.example>; Tom Okafor"
    assert row["Follow-ups sent"] == (
        "2026-05-14 thank you to Priya Nair; 2026-05-14 thank you by phone; "
        "2026-05-14 thank you to Hal Brook"
    )
    assert row["Last sent on"] == "2026-05-14"
    assert (row["Outcome"], row["Outcome on"]) == ("not this time", "2026-05-30")
    assert row["Notes"] == "first line\nsecond; line"


def test_next_to_nothing_on_record_is_a_row_too() -> None:
    (row,) = read(table([Dossier(opportunity=OPPORTUNITY)], MOMENT))
    assert row["Company"] == "Northwind"
    assert row["Last sent on"] == row["Outcome"] == ""
    assert read(table([], MOMENT)) == []


def test_the_file_is_rfc_4180_with_a_mark() -> None:
    text = table([full()], MOMENT)
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert text.count("\r\n") == 2
    assert text.endswith('"\r\n')
    assert text.splitlines()[0].count('"') == 2 * len(COLUMNS)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_calculate_is_text(text: str) -> None:
    assert cell(text).startswith("'")
    opportunity = replace(OPPORTUNITY, company=text, role=text, notes=text, link=text)
    (row,) = read(table([Dossier(opportunity=opportunity)], MOMENT))
    for name in ("Company", "Role", "Notes", "Link"):
        assert row[name].startswith("'")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_no_text_starts_a_formula_or_breaks_a_row(text: str) -> None:
    opportunity = replace(OPPORTUNITY, company=text, notes=text)
    (row,) = read(table([Dossier(opportunity=opportunity)], MOMENT))
    assert row["Company"] == cell(text)
    assert not row["Notes"].lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert not set(row["Notes"]) & set("\0\u202e\u200b\t")


def test_the_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "applications.csv"
    save(path, table([full()], MOMENT))
    assert read(path.read_bytes().decode()) == read(table([full()], MOMENT))
    before = path.read_bytes()
    with pytest.raises(UnicodeEncodeError):
        save(path, "\ud800")
    assert path.read_bytes() == before
    with pytest.raises(OSError, match="applications"):
        save(tmp_path / "gone" / "applications.csv", "")
    assert [one.name for one in tmp_path.iterdir()] == ["applications.csv"]


def test_every_country_named_has_its_holidays() -> None:
    assert len(countries()) > 100
    assert all(knows_holidays(code) for code in ("GB", "US", "DE"))
    assert {"GB", "US", "DE"} <= set(countries())
