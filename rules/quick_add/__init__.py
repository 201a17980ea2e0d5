"""Quick add: one typed line -> what was understood, and what has to be asked.

Order of a line: company `,` role `,` when `with` people. Nothing typed is lost: what fits
nowhere becomes the note, and what could mean two things becomes a question.
"""

from datetime import datetime, tzinfo

from rules.quick_add.entry import Entry, EntryPerson, Kind, Question, Why


def understand(line: str, now: datetime, zone: tzinfo) -> Entry:
    """What the line says at that moment in that zone; what is doubtful is asked.

    The parser is loaded with the first line: its patterns take longer than a page of the window.
    """
    from rules.quick_add.parser import understand as parsed

    return parsed(line, now, zone)


__all__ = ["Entry", "EntryPerson", "Kind", "Question", "Why", "understand"]
