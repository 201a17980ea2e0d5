"""On which days people work, country by country."""

from datetime import date

import pytest

from models.working_days import knows_holidays, working_days


@pytest.mark.parametrize(
    ("country", "day", "worked"),
    [
        pytest.param("US", date(2027, 1, 18), False, id="an American holiday"),
        pytest.param("us ", date(2027, 1, 19), True, id="the day after it"),
        pytest.param("JP", date(2027, 5, 5), False, id="Golden Week"),
        pytest.param("SA", date(2027, 1, 8), False, id="a Friday in Riyadh"),
        pytest.param("SA", date(2027, 1, 10), True, id="a Sunday in Riyadh"),
        pytest.param("GB", date(2026, 4, 6), False, id="Easter Monday in England"),
        pytest.param("GB", date(2026, 5, 16), False, id="a Saturday"),
        pytest.param("CN", date(2026, 2, 14), True, id="a Saturday worked in exchange"),
    ],
)
def test_a_country_works_on_its_own_days(country: str, day: date, *, worked: bool) -> None:
    assert working_days(country)(day) is worked


@pytest.mark.parametrize("country", ["", "XX", "nowhere at all"])
def test_an_unknown_country_works_from_monday_to_friday(country: str) -> None:
    test = working_days(country)
    assert not knows_holidays(country)
    assert test(date(2026, 12, 25))
    assert not test(date(2026, 12, 26))


def test_a_known_country_says_so() -> None:
    assert knows_holidays("de")


def test_the_test_of_a_country_is_kept() -> None:
    assert working_days("FR") is working_days("fr")
