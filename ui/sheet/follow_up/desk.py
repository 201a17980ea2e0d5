"""What becomes of the letter on the desk: it is looked over, handed over, said to be sent.

Handing it over changes no fact; only the person's word that it went out does (RULES 0.8).
"""

from dataclasses import replace

from models.faults import StoreFault
from rules.records import Channel, Draft, MessageId
from ui.sheet.follow_up.ways import Way
from ui.sheet.follow_up.writing_desk import State, WritingDesk
from ui.sheet.guard import attempt
from ui.widgets.toast import Notice
from ui.wording import say

__all__ = ["Desk", "State"]


class Desk(WritingDesk):
    """The letters of one opportunity, one at a time, up to the word that they went out."""

    def ask_first(self) -> bool:
        """Ask once about what is to be fixed; whether it is asked now."""
        if self.state in (State.ASKED, State.COPIED):
            return False
        self._enter(State.ASKED)
        return True

    def may_hand_over(self) -> bool:
        """Whether there is a letter that can leave the window."""
        return isinstance(self.draft, Draft) and self.state not in (State.SENT, State.DONE)

    def note_handed_over(self, way: Way) -> None:
        """It is on its way: on the clipboard, in the mail program, on paper, or in a file."""
        if not isinstance(self.draft, Draft):
            return
        self.saving.drop()
        try:
            self.draft = self._session.mark_copied(self.draft)
        except StoreFault as fault:
            self.said.emit(Notice(fault.sentence, urgent=True))
        anew = self.state is State.COPIED and way is not self.way
        self.way = way
        self._enter(State.COPIED)
        if anew:
            self.state_changed.emit()
        self.people_changed.emit()

    def not_sent(self) -> None:
        """Copied, and it did not go out."""
        if isinstance(self.draft, Draft) and self.state is State.COPIED:
            with attempt(self.said.emit):
                self.draft = self._session.not_sent(self.draft)
                self._enter(State.WRITING)
                self.people_changed.emit()

    def keep_writing(self) -> None:
        """Back from the question about what is to be fixed."""
        if self.state is State.ASKED:
            self._enter(State.WRITING)

    def sent(self) -> MessageId | None:
        """The person says it went out; None where that could not be kept."""
        if not isinstance(self.draft, Draft):
            return None
        self.saving.drop()
        original = self.original.text if self.original else ""
        try:
            by_post = self.way is Way.PAPER
            draft = replace(self.draft, channel=Channel.LETTER) if by_post else self.draft
            return self._session.mark_sent(draft, original)
        except StoreFault as fault:
            self.said.emit(Notice(fault.sentence, urgent=True))
        except ValueError:  # the facts moved on while the letter lay copied
            self.said.emit(Notice(say("That letter can no longer be sent."), urgent=True))
        return None

    def finish(self) -> None:
        """Nobody is left to write to."""
        self._enter(State.DONE)
