"""Opportunities of the example day whose people were thanked, and those that ended."""

from datetime import date

from rules.records import ()
from ui.sample.role import Role, at


