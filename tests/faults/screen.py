"""Promises 4, 10, 12 and 16: the whole program killed, crowded, tripped up and listened to."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from models.store import open_store
from tests.faults import children, programs
from tests.faults.promises import Tally, promise
from tests.faults.records import FILE

_MOST_LOST = 2.0
_LOCKS = (
    b"", b"\0" * 40, b"garbage\n\n", b"999999\nafterword\nhost\n", b"1\nafterword\nhost\n",
    b"-1\n\n\n", b"\xff\xfe\xff", b"4" * 5000,
)  # fmt: skip


@promise(4, "At most two seconds of typing are lost", rounds=20)
def typing(tally: Tally) -> None:
    """Killed while somebody types: what is kept is the beginning, and two seconds old at most."""
    with ThreadPoolExecutor(2) as pool:
        for wrong in pool.map(_killed_typing, [
            (tally.place(number), tally.chance.randint(1, 2**30)) for number in range(tally.rounds)
        ]):  # fmt: skip
            tally.faults += 1
            for what in wrong:
                tally.expect(False, what)


def _killed_typing(given: tuple[Path, int]) -> list[str]:
    folder, seed = given
    path = folder / FILE
    told = children.listened(programs.type_a_letter, path, Random(seed), most=120)
    with closing(open_store(path)) as store:
        drafts = store.content().drafts
    kept = drafts[0].body if drafts else ""
    if not told:
        return [f"{folder.name}: nothing was typed"]
    count, at = told[-1]
    typed = (programs.TYPED * (count // len(programs.TYPED) + 1))[:count]
    if not typed.startswith(kept.rstrip("\n")):
        return [f"{folder.name}: what is kept was never typed"]
    lost = [moment for number, moment in told if number > len(kept)]
    if lost and at - lost[0] > _MOST_LOST:
        return [f"{folder.name}: {at - lost[0]:.1f} s of typing are lost"]
    return []


@promise(10, "A second start raises the window; no dead lock blocks", rounds=3)
def many_starts(tally: Tally) -> None:
    """Two, five and ten at once: one window; and whatever a lock file says, it opens."""
    for number, count in enumerate([2, 5, 10][: tally.rounds] or [2]):
        path = tally.place(f"starts {number}") / FILE
        with children.together(programs.start, path, count) as answers:
            tally.faults += count
            windows = [one for one in answers if one == "MainWindow"]
            tally.expect(len(windows) == 1, f"{count} starts: {sorted(map(str, answers))}")
            tally.expect(answers.count(0) == count - 1, f"{count} starts: {answers}")
    long_ago = datetime(2020, 1, 1, tzinfo=UTC).timestamp()
    for number, content in enumerate(_LOCKS):
        path = tally.place(f"lock {number}") / FILE
        lock = path.with_name("afterword.lock")
        lock.write_bytes(content)
        os.utime(lock, (long_ago, long_ago))
        with children.together(programs.start, path, 1) as answers:
            tally.faults += 1
            tally.expect(answers == ["MainWindow"], f"lock file {content[:20]!r}: {answers}")


@promise(12, "No error is silent, fatal or costs text")
def tripped(tally: Tally) -> None:
    """A mistake in each kind of place: alive, one panel with a report, and the letter is kept."""
    path = tally.place("program") / FILE
    for name, shown, report, kept in children.told(programs.trip, path, 9):
        tally.faults += 1
        tally.expect(shown, f"{name}: nothing was shown")
        tally.expect("Mistake" in report, f"{name}: the report does not say what it was")
        tally.expect("Priya" not in report, f"{name}: the report says what was typed")
        tally.expect(kept, f"{name}: the letter is not kept")


@promise(16, "Nothing private is in logs or reports")
def whispered(tally: Tally) -> None:
    """Forty planted words in every field, in errors and links: none is found anywhere."""
    path = tally.place("program") / FILE
    reports, *died = children.told(programs.whisper, path, 1)
    tally.expect(not died, f"it died: {died}")
    reports = reports if isinstance(reports, list) else []
    written = "".join(one.read_text(errors="replace") for one in path.with_name("logs").iterdir())
    tally.expect("Mistake" in written and "Mistake" in "".join(reports), "nothing was written")
    for word in programs.canaries():
        tally.faults += 1
        tally.expect(word not in written, f"{word} is in the log")
        tally.expect(not any(word in one for one in reports), f"{word} is in a report")
    stored = path.read_bytes()
    tally.expect(programs.canaries()[8].encode() in stored, "the words were never typed")
