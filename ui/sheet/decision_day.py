"""The day by which they decide, as one talk's own field shows and keeps it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from rules.contradictions import Clash, Remark
from rules.records import Fact, FactKind, Interview, OpportunityId
from rules.rounds import end_of
from ui.session import Session
from ui.sheet.form import Question
from ui.sheet.happened.words import remark_words
from ui.sheet.promised import meant
from ui.wording import full_date, say


class DecisionDay:
    """Reads and keeps the day they named for the talk that is shown."""

    def __init__(
        self, session: Session, oid: Callable[[], OpportunityId], talk: Callable[[], Interview]
    ) -> None:
        self._session = session
        self._oid = oid
        self._talk = talk

    def text(self) -> str:
        """The day as the field shows it."""
        promise = self._promise()
        return full_date(promise.day) if promise and promise.day else ""

    def keep(self, text: str) -> None:
        """A day is kept; words that mean one are confirmed first. Raises Question."""
        if text == self.text():
            return
        if not text:
            self._note(None)
            return
        moment, oid = self._session.moment(), self._oid()
        worked = moment.working_days(self._session.dossier(oid).opportunity.country)
        said = self._said_at().astimezone(moment.zone).date()
        found = meant(text, said, worked)
        if found is None:
            raise Question(say("Which day is that? Try 14 May, or: end of next week."))
        if found.no_day:
            raise Question(
                say("That names no day."), ((say("Keep it without a day"), self._noting(None)),)
            )
        if not found.sure:
            ask = say("Is that the day?") if len(found.days) == 1 else say("Which day is that?")
            raise Question(ask, [(full_date(one), self._noting(one)) for one in found.days])
        day = found.days[0]
        if day < said:
            over = Remark(clash=Clash.DAY_OVER, asks=True, day=day)
            words = remark_words(over, self._session.card(oid))
            raise Question(words, ((say("Keep it"), self._noting(day)),))
        self._note(day)

    def _promise(self) -> Fact | None:
        """The day they named for this talk, the last one."""
        found = [
            one
            for one in self._session.dossier(self._oid()).facts
            if one.kind is FactKind.PROMISE and one.interview_id in (None, self._talk().id)
        ]
        return found[-1] if found else None

    def _said_at(self) -> datetime:
        """When they named the day: at the end of the talk, or now while it is to come."""
        end, now = end_of(self._talk()), self._session.moment().now
        return end if end is not None and end < now else now

    def _noting(self, day: date | None) -> Callable[[], None]:
        return lambda: self._note(day)

    def _note(self, day: date | None) -> None:
        before, talk = self._promise(), self._talk()
        if before is not None:
            after = replace(before, day=day, interview_id=talk.id) if day else None
            self._session.edit(self._oid(), before, after)
        elif day is not None:
            self._session.record_reply(
                self._oid(), FactKind.PROMISE, day, interview_id=talk.id, at=self._said_at()
            )
