"""Promises 15, 17, 18 and 19: what is deleted, who may read it, what goes out, and hostile text."""

import csv
import io
import stat
from contextlib import closing
from dataclasses import fields, replace
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from models.content import Content
from models.exchange import mail, spreadsheet
from models.exchange.archive import as_text, from_text
from models.faults import StoreFault
from models.store import Store, open_store
from rules.records import (
    Moment,
    OpportunityId,
    Record,
    every_day_but_weekends,
)
from tests.faults import children, programs
from tests.faults.promises import Tally, promise
from tests.faults.records import FILE, THEN, draft, filled, records
from ui.resources import letter_templates
from ui.safe import Safe
from ui.session import Session
from ui.zones import zone_of

LONDON = ZoneInfo("Europe/London")
HOSTILE = (
    "<b>bold</b><img src='file:///etc/passwd'>", "<a href='javascript:alert(1)'>x</a>",
    "{{company}} {% for %} ${HOME} %s {0}", "=HYPERLINK(\"http://x\")", "+1+1", "-1", "@SUM(A1)",
    "\t=1", "\r\nBcc: all@x.example", "%0D%0ABcc: all@x.example", "=?utf-8?q?a=0ABcc=3A_x?=",
    "\u202egnp.exe", "zero\u200bwidth", "NUL\0byte", "lone \udc80", "\u2028line", "＝1+1",
    "'; DROP TABLE opportunity; --", "//host/share", "data:text/html,x", "a" * 3000, "🙂\u0301",
)  # fmt: skip


def session_over(store: Store) -> Session:
    """A session as the program has it, at a standing moment."""
    return Session(
        store, lambda: THEN + timedelta(days=1), zone=LONDON, zone_of=zone_of,
        working_days=lambda _country: every_day_but_weekends, templates=letter_templates(),
    )  # fmt: skip


@promise(15, "What was deleted can come back", rounds=20)
def comes_back(tally: Tally) -> None:
    """Undo after whatever was done; after a restart from what is kept for thirty days."""
    for number in range(tally.rounds):
        path = tally.place(number) / FILE
        store = filled(path.parent, 4)
        first = store.fingerprint()
        session = session_over(store)
        for _ in range(12):
            _do_anything(session, tally.chance)
            tally.faults += 1
        last = store.fingerprint()
        while session.undo_stack.canUndo():
            session.undo()
        tally.expect(store.fingerprint() == first, f"{number}: undoing everything left something")
        while session.undo_stack.canRedo():
            session.redo()
        tally.expect(store.fingerprint() == last, f"{number}: doing it again made something else")
        _after_a_restart(tally, store, number)
        store.close()


def _do_anything(session: Session, chance: Random) -> None:
    """One act of a person, whichever."""
    dossiers = session.dossiers()
    one = chance.choice(dossiers).opportunity if dossiers else None
    act = chance.randrange(5)
    if one is None or act == 0:
        gone = session.deleted()
        if gone:
            session.bring_back(chance.choice(gone).opportunity.id)
        elif one is not None:
            session.duplicate(one.id)
    elif act == 1:
        session.edit(one.id, one, replace(one, notes=f"{one.notes}{chance.random()}"))
    elif act == 2:
        session.close(one.id)
    else:
        session.delete(one.id)


def _after_a_restart(tally: Tally, store: Store, number: int) -> None:
    session = session_over(store)
    deleted = {one.opportunity.id for one in session.deleted()}
    for oid in deleted:
        session.bring_back(oid)
    there = {one.opportunity.id for one in session_over(store).dossiers()}
    tally.expect(deleted <= there, f"{number}: not all came back after a restart")
    for one in (THEN + timedelta(days=29), THEN + timedelta(days=31)):
        session.delete(next(iter(there)))
        tally.expect(store.purge_old(one) == 0, f"{number}: it went before its thirty days")
        session.undo()


@promise(17, "Only you can read it, and what is erased is gone", rounds=10)
def private(tally: Tally) -> None:
    """Every file of a real start under a umask of 000; erased words sought in all bytes."""
    path = tally.place("start") / "folder" / FILE
    path.parent.mkdir(mode=0o777)
    filled(path.parent, 2).close()
    path.chmod(0o666)
    answers = children.told(programs.leave_files, path, 1)
    tally.expect(answers == [0], f"the program ended with {answers}")
    seen = [one for one in path.parent.rglob("*") if "backups" not in one.parts]
    tally.expect(len(seen) > 3, "the program left no files")
    for one in seen:
        tally.faults += 1
        mode = stat.S_IMODE(one.stat().st_mode)
        tally.expect(mode & 0o077 == 0, f"{one.name} may be read by others: {mode:o}")
    for number in range(tally.rounds):
        _purged(tally, tally.place(f"purged {number}") / FILE, number)
        _erased(tally, tally.place(f"erased {number}") / FILE)


def _purged(tally: Tally, path: Path, number: int) -> None:
    store = filled(path.parent, 10)
    session = session_over(store)
    session.save_draft(draft(number, "Dear secretword"))
    session.delete(OpportunityId(f"o{number}"))
    tally.faults += 1
    gone = store.purge_old(THEN + timedelta(days=40))
    store.close()
    data = path.read_bytes()
    tally.expect(gone == 1, "it was not taken away")
    for word in (f"Company {number}", f"Letter {number}. ", "secretword"):
        tally.expect(word.encode() not in data, f"“{word}” is still in the file")
    tally.expect(f"Company {(number + 1) % 10}".encode() in data, "others went with it")


def _erased(tally: Tally, path: Path) -> None:
    safe = Safe(path, lambda: THEN, LONDON)
    safe.store = filled(path.parent, 3)
    safe.store.back_up(THEN)
    safe.store.rescue(draft(0, "Company in a draft"))
    path.with_name("damaged").mkdir()
    path.with_name("damaged").joinpath("old.db").write_bytes(b"Company")
    tally.faults += 1
    safe.erase()
    left = [one for one in path.parent.rglob("*") if one.is_file()]
    tally.expect(not path.exists(), "the file is still there")
    for one in left:
        tally.expect(b"Company" not in one.read_bytes(), f"{one.name} still says something")


def _anything(chance: Random, count: int) -> Content:
    """Records with any texts in every field that takes one."""

    def told(record: Record) -> Record:
        free = [one.name for one in fields(record) if isinstance(getattr(record, one.name), str)]
        texts = {
            name: chance.choice(HOSTILE) + chr(chance.randrange(0x110000))
            for name in free
            if name != "id" and not name.endswith("_id") and type(getattr(record, name)) is str
        }
        return replace(record, **texts)  # type: ignore[arg-type]  # texts of its own fields

    made = tuple(told(one) for number in range(count) for one in records(number))
    drafts = tuple(replace(draft(number), body=chance.choice(HOSTILE)) for number in range(count))
    return Content(records=made, drafts=drafts, settings={"profile": "{}"})


@promise(18, "What is written out reads back without loss", rounds=30)
def lossless(tally: Tally) -> None:
    """The archive into an empty store: the same hash of all rows."""
    for number in range(tally.rounds):
        one = open_store(tally.place(f"{number} one") / FILE)
        other = open_store(tally.place(f"{number} other") / FILE)
        one.replace(_anything(tally.chance, number % 7 + 1))
        tally.faults += 1
        other.replace(from_text(as_text(one.content(), THEN, "1"), "all.json"))
        tally.expect(one.fingerprint() == other.fingerprint(), f"{number}: not the same rows")
        one.close()
        other.close()


@promise(19, "Hostile text stays text")
def hostile(tally: Tally) -> None:
    """In every field: the same on screen, nothing calculated in a table, no header of its own."""
    _in_the_store(tally)
    _in_letters(tally)
    path = tally.place("window") / FILE
    for what, kept in children.told(programs.show_hostile, path, len(HOSTILE)):
        tally.faults += 1
        tally.expect(kept, what)


def _in_the_store(tally: Tally) -> None:
    moment = Moment(now=THEN, zone=LONDON, zone_of=zone_of)
    for number, text in enumerate(HOSTILE):
        with closing(filled(tally.place(f"store {number}"), 1)) as store:
            session = session_over(store)
            one = session.dossiers()[0].opportunity
            session.edit(one.id, one, replace(one, company=text, role=text, notes=text, link=text))
            person = session.dossiers()[0].people[0]
            session.edit(one.id, person, replace(person, name=text, postal_address=text))
            tally.faults += 1
            kept = session_over(store).dossiers()
            tally.expect(kept[0].opportunity.company == text, f"{text!r} is not as it was typed")
            rows = list(csv.reader(io.StringIO(spreadsheet.table(kept, moment)[1:])))
            for cell in (cell for row in rows[1:] for cell in row):
                led = cell.lstrip(" \u00a0")
                tally.expect(not led.startswith(tuple("=+-@\t\r＝")), f"{cell!r} would calculate")
            tally.expect(len(rows) == 2, f"{text!r} made {len(rows)} rows")


def _in_letters(tally: Tally) -> None:
    for text in HOSTILE:
        tally.faults += 1
        try:
            made = message_from_bytes(mail.eml(text, "ana@x.example", text, text))
        except (ValueError, StoreFault):
            continue  # refused, and nothing is made
        names = {name.casefold() for name in made}
        tally.expect(not names & {"bcc", "cc"}, f"{text!r} made a header of its own: {names}")
        link = mail.mailto("ana@x.example", text[:200], text[:200])
        if link is not None:
            tally.expect(link.isascii() and "\n" not in link, f"{text!r} in a link: {link[:80]}")
            query = link.partition("?")[2]
            tally.expect(query.count("&") <= 1 and "bcc=" not in query.casefold(), link[:80])
