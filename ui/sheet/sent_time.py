"""When a letter went out, as a field in History: a day, an hour, or both can be typed."""

from collections.abc import Callable
from datetime import date, datetime, time, tzinfo

from PySide6.QtWidgets import QWidget

from rules.calendar import Exactly, Twice, resolve_local
from ui.sheet.fields import LineField
from ui.sheet.form import Question
from ui.sheet.panel import column, row
from ui.sheet.typed import day_of, time_of
from ui.theme import Look
from ui.widgets.label import label, paragraph
from ui.wording import clock, full_date, say


def sent_text(at: datetime, zone: tzinfo) -> str:
    """A moment as the field shows it: "Thu 7 May 2026, 15:02"."""
    return f"{full_date(at.astimezone(zone).date())}, {clock(at, zone)}"


def sent_from(text: str, before: datetime, now: datetime, zone: tzinfo) -> datetime:
    """The moment a text names; what it leaves out stays as it was. Raises Question."""
    was = before.astimezone(zone)
    day, hour = _parts(text, now.astimezone(zone).date())
    if day is None and hour is None:
        raise Question(say("When was that? Try 14 May, 15:30."))
    wanted = datetime.combine(day or was.date(), hour or was.time().replace(tzinfo=None))
    if wanted.replace(second=0, microsecond=0) == was.replace(second=0, microsecond=0, tzinfo=None):
        return before
    match resolve_local(wanted, zone):
        case Exactly(moment) | Twice(moment, _):
            if moment > now:
                raise Question(say("That is still to come. When did it go out?"))
            return moment
        case _:
            raise Question(say("The clocks skip {at} that night.", at=f"{wanted:%H:%M}"))


def _parts(text: str, today: date) -> tuple[date | None, time | None]:
    """The day and the hour in a text, as far as it names them."""
    words = text.replace(",", " ").split()
    for taken in (1, 2):  # "15:30" or "3 pm"
        head, tail = " ".join(words[:-taken]), " ".join(words[-taken:])
        day, hour = day_of(head, today), time_of(tail)
        if day is not None and hour is not None:
            return day, hour
    whole = " ".join(words)
    day = day_of(whole, today)
    return day, time_of(whole) if day is None else None


class SentTime(QWidget):
    """The field, and below it what has to be asked about it. Kept when it is left."""

    def __init__(self, look: Look, read: Callable[[], str], write: Callable[[str], None]) -> None:
        super().__init__()
        self._read = read
        self._write = write
        self.field = LineField(look, say("Sent"))
        self.field.setText(read())
        self.field.setCursorPosition(0)
        self.field.setFixedWidth(look.px(230))
        self.field.editingFinished.connect(self._keep)
        self._problem = paragraph("", "secondary", look, "late")
        self._problem.hide()
        self.field.textEdited.connect(self._problem.hide)
        line = row(gap=8)
        line.addWidget(label(say("Sent"), "secondary", look, "ink2"))
        line.addWidget(self.field)
        line.addStretch(1)
        body = column(margins=(0, 6, 0, 4), gap=3)
        body.addLayout(line)
        body.addWidget(self._problem)
        self.setLayout(body)

    def question(self) -> str:
        """What is asked; empty if nothing."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _keep(self) -> None:
        text = self.field.text().strip()
        if text == self._read():
            return
        try:
            self._write(text)
        except Question as question:
            self._problem.setText(question.text)
            self._problem.show()
        else:
            self._problem.hide()
            self.field.setText(self._read())
