"""What every part of the sheet asks of the session: today, and acts whose faults are said."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from models.faults import StoreFault
from ui.session import Session
from ui.widgets.toast import Notice


@contextmanager
def attempt(say_so: Callable[[Notice], object]) -> Iterator[None]:
    """Run an act of the session; a fault of the store becomes a notice."""
    try:
        yield
    except StoreFault as fault:
        say_so(Notice(fault.sentence, urgent=True))


def today(session: Session) -> date:
    """The day it is where the person is."""
    moment = session.moment()
    return moment.now.astimezone(moment.zone).date()
