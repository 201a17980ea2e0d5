"""Quick add: one typed line -> what was understood, and what has to be asked.

Order of a line: company `,` role `,` when `with` people. Nothing typed is lost: what fits
nowhere becomes the note, and what could mean two things becomes a question.
"""

from rules.quick_add.entry import Entry, EntryPerson, Kind, Question, Why
from rules.quick_add.understand import understand

__all__ = ["Entry", "EntryPerson", "Kind", "Question", "Why", "understand"]
