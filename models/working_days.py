"""On which days people work in a country, from the tables of the holidays library.

The library takes a moment to load, so it is imported with the first country asked about.
"""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rules.records import every_day_but_weekends

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAYS_KEPT = 4096

_MOST_PEOPLE = {"GB": "ENG", "GBR": "ENG", "UK": "ENG"}
"""The part whose holidays stand for a country whose whole has almost none in common."""


def working_days(country: str) -> Callable[[date], bool]:
    """The working-day test of a country: its weekend and its public holidays.

    `country` is an ISO 3166-1 alpha-2 code. Where nothing is known about it, or it is
    empty, Monday to Friday are worked and holidays are not considered.
    """
    return _test(country.strip().upper())


def knows_holidays(country: str) -> bool:
    """Whether the public holidays of a country are known."""
    return _table(country.strip().upper()) is not None


@cache
def countries() -> tuple[str, ...]:
    """The codes of all countries whose public holidays are known."""
    from holidays.utils import list_supported_countries

    return tuple(sorted(list_supported_countries(include_aliases=False)))


@cache
def _test(country: str) -> Callable[[date], bool]:
    table = _table(country)
    if table is None:
        return every_day_but_weekends
    return lru_cache(maxsize=_DAYS_KEPT)(table.is_working_day)


@cache
def _table(country: str) -> "HolidayBase | None":
    if not country:
        return None
    from holidays import country_holidays

    try:
        return country_holidays(country, subdiv=_MOST_PEOPLE.get(country))
    except NotImplementedError:
        return None
