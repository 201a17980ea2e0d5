"""What may be asked on the command line."""

import argparse
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, kw_only=True)
class Arguments:
    """The command line, read."""

    data_dir: Path | None = None
    sample: bool = False
    now: datetime | None = None  # naive: in the zone the program runs in
    version: bool = False
    self_test: bool = False
    hidden: bool = False  # honoured only where the person chose to start in the tray
    leave_when_painted: bool = False  # for the benchmark: the board once, and out
    files: tuple[Path, ...] = ()


def read_arguments(argv: Sequence[str]) -> Arguments:
    """Read the command line; a mistake in it ends the program with a usage line."""
    parser = argparse.ArgumentParser(
        prog="afterword", description="The right follow-up after every interview, ready to copy."
    )
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep everything in DIR",
    )
    parser.add_argument(
        "--sample", action="store_true", help="open sample data in a file of its own"
    )
    parser.add_argument(
        "--now",
        type=_moment,
        metavar="MOMENT",
        help="run as if started at this ISO moment; the clock ticks on from there",
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    parser.add_argument(
        "--self-test", action="store_true", help="try store, rules and window once and leave"
    )
    parser.add_argument(
        "--hidden", action="store_true", help="start in the tray, if that is what you chose"
    )
    parser.add_argument("--leave-when-painted", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a file to open")
    found = parser.parse_args(argv)
    return Arguments(
        data_dir=found.data_dir,
        sample=found.sample,
        now=found.now,
        version=found.version,
        self_test=found.self_test,
        hidden=found.hidden,
        leave_when_painted=found.leave_when_painted,
        files=tuple(found.files),
    )


def _moment(text: str) -> datetime:
    """An ISO moment, with or without an offset."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not an ISO moment: {text!r}") from error


def data_folder(arguments: Arguments) -> Path:
    """Where everything is kept; made by whoever opens it.

    The sample always has a new folder of its own, so that it never meets real data.
    """
    chosen = arguments.data_dir
    if chosen is not None:
        chosen = chosen.expanduser().absolute()
    if arguments.sample:
        with suppress(OSError):
            if chosen is not None:
                chosen.mkdir(mode=0o700, parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(prefix="afterword-sample-", dir=chosen))
        return Path(tempfile.mkdtemp(prefix="afterword-sample-"))
    if chosen is not None:
        return chosen
    return user_data_path("Afterword", appauthor=False, roaming=False)
