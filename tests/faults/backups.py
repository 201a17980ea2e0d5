"""Promises 5, 6 and 9: backups, their rotation, and bringing everything back."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import peewee
from typing_extensions import override

from models.backups import Backup, Reason, is_sound, listed, newest_sound, staying
from models.database import Database
from models.exchange.archive import as_text, from_text
from models.faults import StoreFault
from models.store import Store, open_store
from tests.faults import children
from tests.faults.promises import Tally, promise
from tests.faults.records import FILE, THEN, adding, filled, fingerprint


@promise(5, "Every listed backup is valid", rounds=60)
def backups_are_valid(tally: Tally) -> None:
    """Killed while one is made or brought back; flipped bits; what comes back is the same."""
    path = tally.place("store") / FILE
    store = filled(path.parent, 40)
    whole = store.fingerprint()
    store.close()
    for number in range(tally.rounds):
        children.killed(children.back_up, path, tally.chance, most=4)
        tally.faults += 1
        for backup in listed(path)[:3]:
            tally.expect(is_sound(backup), f"round {number}: {backup.path.name} is not sound")
    with closing(open_store(path)) as store:
        for backup in listed(path):
            store.bring_back(backup)
            tally.expect(store.fingerprint() == whole, f"{backup.path.name} is not the same")
        older = store.back_up(THEN)
    _flip_bits(tally, path, older)
    _kill_while_bringing_back(tally)


def _flip_bits(tally: Tally, path: Path, older: Backup) -> None:
    with closing(open_store(path)) as store:
        newest = store.back_up(THEN)
        data = newest.path.read_bytes()
        for _ in range(tally.rounds):
            at, bit = tally.chance.randrange(len(data)), tally.chance.randrange(8)
            flipped = bytearray(data)
            flipped[at] ^= 1 << bit
            newest.path.write_bytes(flipped)
            tally.faults += 1
            tally.expect(newest_sound(path) == older, f"bit {bit} of byte {at} went unnoticed")
        before = store.fingerprint()
        try:
            store.bring_back(newest)
        except StoreFault:
            tally.expect(store.fingerprint() == before, "a bad backup changed rows")
        else:
            tally.expect(False, "a bad backup came back")


def _kill_while_bringing_back(tally: Tally) -> None:
    path = tally.place("between") / FILE
    store = filled(path.parent, 20)
    store.back_up(THEN)
    prints = {store.fingerprint()}
    for number in range(20, 60):
        store.write(adding(number))
    store.back_up(THEN)
    prints.add(store.fingerprint())
    store.close()
    for number in range(tally.rounds // 3 + 1):
        children.killed(children.bring_back_again_and_again, path, tally.chance, most=6)
        tally.faults += 1
        tally.expect(fingerprint(path) in prints, f"round {number}: neither one nor the other")


_CLOCKS: dict[str, Callable[[datetime, int, Random], datetime]] = {
    "right": lambda at, _day, _chance: at,
    "ten years ahead from the middle": lambda at, day, _chance: (
        at.replace(year=at.year + 10) if day > 100 else at
    ),
    "back to the beginning of time": lambda at, day, _chance: (
        at.replace(year=1970) if day > 100 else at
    ),
    "standing still": lambda _at, _day, _chance: THEN,
    "anything": lambda at, _day, chance: at + timedelta(days=chance.randint(-4000, 4000)),
}


@promise(6, "Rotation is proof against the clock", rounds=200)
def rotation(tally: Tally) -> None:
    """So many days under each clock fault: after each backup the newest ten are there."""
    for name, clock in _CLOCKS.items():
        there: list[Backup] = []
        for day in range(tally.rounds):
            tally.faults += 1
            for part in range(2):
                at = clock(THEN + timedelta(days=day, hours=part), day, tally.chance)
                there.append(_made(len(there) and there[-1].number + 1, at))
                made = [one.number for one in there][-10:]
                stay = staying(there)
                tally.expect(set(made) <= stay, f"{name}, day {day}: one of the last ten went")
                tally.expect(len(stay) <= 44, f"{name}, day {day}: {len(stay)} stay")
                there = [one for one in there if one.number in stay]


def _made(number: int, at: datetime) -> Backup:
    return Backup(
        path=Path(f"{number}.db"), number=number, reason=Reason.CHANGES, made_at=at,
        version=1, counts={}, sha256="",
    )  # fmt: skip


class _Failing(Database):
    """Fails before one of its writes."""

    left = -1

    @override
    def run(self, query: peewee.Query) -> int:  # as its parent's
        if self.left == 0:
            raise KeyError("a mistake of ours in the middle")
        self.left -= 1
        return super().run(query)


@promise(9, "Bringing everything back is whole, repeatable, undoable")
def all_or_nothing(tally: Tally) -> None:
    """An error at each tenth of the rows; twice is once; the backup made before undoes it."""
    source, path = (tally.place(name) / FILE for name in ("source", "store"))
    store = filled(source.parent, 170)  # 510 rows
    text = as_text(store.content(), THEN, "")
    wanted = store.fingerprint()
    store.close()
    filled(path.parent, 3).close()
    content = from_text(text, "all.json")
    with closing(_Failing(path)) as database:
        store = Store(database)
        before = store.fingerprint()
        for at in range(0, 520, 10):
            database.left = at
            tally.faults += 1
            try:
                store.replace(content)
            except KeyError:
                pass
            else:
                tally.expect(at > 510, f"no error came at row {at}")
                continue
            database.left = -1
            tally.expect(store.fingerprint() == before, f"half of it stayed at row {at}")
    with closing(open_store(path)) as store:
        present = store.back_up(THEN, Reason.BRINGING_BACK)
        now = store.fingerprint()
        for _ in range(2):
            store.replace(content)
            tally.expect(store.fingerprint() == wanted, "it is not what was written out")
        store.bring_back(present)
        tally.expect(store.fingerprint() == now, "it could not be taken back")
