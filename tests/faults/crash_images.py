"""Power cuts, played: what a program did to its files is recorded, and then cut off anywhere.

What was synced is on the disk; of everything after that each piece is there or not, by chance,
in whatever order. Recorded with strace, where the machine has it and allows it.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from models.store import open_store
from tests.faults.promises import Tally

OURS, AS_IT_COMES = "ours", "as-it-comes"
_CHANGES = 6
_CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink"
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Op:
    """One thing done to a file of the folder; an acknowledgement has no name."""

    kind: str
    name: str = ""
    at: int = 0
    data: bytes = b""


@cache
def can_record() -> bool:
    """Whether strace is there and may follow a process."""
    if shutil.which("strace") is None:
        return False
    done = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return done.returncode == 0


def cut(tally: Tally, folder: Path, way: str) -> None:
    """Record some changes made one `way`, and cut the power as often as there are rounds."""
    start = folder / "start"
    store = open_store(start / "a.db")
    store.keep_texts("first", {"a": "b" * 9000})
    store.close()
    live = folder / "live"
    shutil.copytree(start, live)
    ops = _recorded(live, way)
    for number in range(tally.rounds):
        image = folder / "image"
        shutil.copytree(start, image)
        end = tally.chance.randint(1, len(ops))
        acknowledged = sum(op.kind == "ack" for op in ops[:end])
        for name, content in _left(start, ops[:end], tally.chance).items():
            (image / name).unlink(missing_ok=True)
            if content is not None:
                (image / name).write_bytes(content)
        tally.faults += 1
        tally.expect(_holds(image / "a.db", acknowledged), f"cut {number} after call {end}")
        shutil.rmtree(image)


def _holds(path: Path, acknowledged: int) -> bool:
    """Whether the file is sound and has every change that was acknowledged."""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return False
        (found,) = connection.execute("SELECT count(*) FROM setting").fetchone()
        return bool(acknowledged <= found - 1 <= acknowledged + 1)
    return False


def _left(start: Path, ops: list[Op], chance: Random) -> dict[str, bytes | None]:
    """Each file that was touched, as a disk may have it after the cut; None for one not there."""
    folder_synced = max((i for i, op in enumerate(ops) if op.kind == "folder"), default=-1)
    left: dict[str, bytes | None] = {}
    for name in {op.name for op in ops if op.name}:
        synced = max(
            (i for i, op in enumerate(ops) if op.kind == "sync" and op.name == name), default=-1
        )
        file = start / name
        content = bytearray(file.read_bytes()) if file.exists() else bytearray()
        there = file.exists()
        for number, op in enumerate(ops):
            if op.name != name:
                continue
            if op.kind in ("create", "unlink"):
                durable = number < folder_synced or (op.kind == "create" and number < synced)
                if durable or chance.random() < 0.5:
                    there = op.kind == "create"
                    content = content if there else bytearray()
            elif number < synced or chance.random() < 0.5:
                _apply(content, op)
        left[name] = bytes(content) if there else None
    return left


def _apply(content: bytearray, op: Op) -> None:
    if op.kind == "write":
        content.extend(bytes(max(0, op.at - len(content))))
        content[op.at : op.at + len(op.data)] = op.data
    elif op.kind == "truncate":
        del content[op.at :]
        content.extend(bytes(op.at - len(content)))


def _recorded(folder: Path, way: str) -> list[Op]:
    """What was done to the files of the folder while the changes were made."""
    trace = folder.with_name("trace")
    subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={_CALLS}", "-o", str(trace),
         sys.executable, "-m", "tests.faults.crash_images", str(folder), way],
        cwd=_ROOT, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return list(_ops(trace.read_text(), str(folder)))


_CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (\d+)")
_FD = re.compile(r"^(\d+)<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def _ops(trace: str, folder: str) -> Iterator[Op]:
    started = False
    for line in trace.splitlines():
        found = _CALL.match(line)
        if found is None:
            continue
        call, arguments, result = found.groups()
        texts = [bytes.fromhex(one.replace("\\x", "")) for one in _TEXT.findall(arguments)]
        if call == "write" and texts and texts[0].startswith(b"saved"):
            started = True
            if texts[0] != b"saved -1\n":
                yield Op("ack")
            continue
        if not started:
            continue
        path = _path_of(call, arguments, texts)
        if path == folder and call in ("fsync", "fdatasync"):
            yield Op("folder")
        elif path.startswith(f"{folder}/"):
            yield from _of_file(call, path.rpartition("/")[2], arguments, texts, int(result))


def _path_of(call: str, arguments: str, texts: list[bytes]) -> str:
    if call in ("openat", "unlink"):
        return texts[0].decode() if texts else ""
    fd = _FD.match(arguments)
    if fd is None:
        return ""
    shown = fd[2]
    return bytes.fromhex(shown.replace("\\x", "")).decode() if shown.startswith("\\x") else shown


def _of_file(call: str, name: str, arguments: str, texts: list[bytes], result: int) -> Iterator[Op]:
    last = arguments.rpartition(",")[2].strip()
    match call:
        case "openat" if "O_CREAT" in arguments:
            yield Op("create", name)
        case "unlink":
            yield Op("unlink", name)
        case "pwrite64":
            yield Op("write", name, int(last), texts[-1][:result])
        case "ftruncate":
            yield Op("truncate", name, int(last))
        case "fsync" | "fdatasync":
            yield Op("sync", name)
        case _:
            pass


def _make_changes(path: Path, way: str) -> None:
    """What is recorded: some changes, each acknowledged when it is saved."""
    store = open_store(path) if way == OURS else None
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE") if way != OURS else None
        os.write(1, b"saved -1\n")
        for number in range(_CHANGES):
            text = f"{number} " * 3000
            if store is not None:
                store.keep_texts(f"n{number}", {"a": text})
            else:
                connection.execute("INSERT INTO setting VALUES (?, ?)", (f"n{number}", text))
            os.write(1, b"saved %d\n" % number)
    if store is not None:
        store.close()


if __name__ == "__main__":
    _make_changes(Path(sys.argv[1]) / "a.db", sys.argv[2])
