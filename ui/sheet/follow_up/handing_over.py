"""How a letter leaves the window: by the clipboard, the mail program, a file, or paper.

All ways pass the same gate, once, and are followed by the same question whether it went out.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.exchange.mail import eml, html, mailto
from rules.proof import Part
from rules.records import Channel, Draft
from ui.ports import Clipboard, Dialogs, MailApp, put_patiently
from ui.sheet.follow_up.desk import Desk
from ui.sheet.follow_up.proofing import Proofing
from ui.sheet.follow_up.ways import Way
from ui.widgets.toast import Notice
from ui.wording import say

_UNSAFE = set('\\/:*?"<>|')
_LONGEST_NAME = 80


class HandingOver(QObject):
    """Gives the letter on the desk to whatever lies outside."""

    unreachable = Signal()  # the clipboard stayed with another program
    address_lacks = Signal()
    paper_wanted = Signal()
    done_by_hand = Signal()  # no question follows: the person said so already

    def __init__(
        self,
        desk: Desk,
        proofing: Proofing,
        clipboard: Clipboard,
        mail_app: MailApp,
        dialogs: Dialogs,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._proofing = proofing
        self._clipboard = clipboard
        self._mail_app = mail_app
        self._dialogs = dialogs
        self.way = Way.COPY  # the one asked for last: "as it is" goes on with it
        self._subject_shown = ""  # the subject whose fault was told

    def entries(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What the `...` menu offers."""
        if self._desk.channel is Channel.PHONE:
            return ()
        on_paper = (say("As a page\u2026"), lambda: self.go(Way.PAPER))
        if self._desk.channel is not Channel.EMAIL:
            return (on_paper,)
        return (
            (say("Save as .eml\u2026"), lambda: self.go(Way.FILE)),
            on_paper,
            (say("Copy subject"), self.copy_subject),
            (say("Copy address"), self.copy_address),
            (say("Copy with subject"), lambda: self.go(Way.WITH_SUBJECT)),
        )

    def go(self, way: Way, *, as_it_is: bool = False) -> None:
        """Hand it over once it was read; asks first, once, where something is to be fixed.

        What the ledger refuses is not handed over, however it is asked for (R01).
        """
        if self._desk.may_hand_over():
            self.way = way
            self._proofing.settle(lambda: self._go(way, as_it_is=as_it_is))

    def _go(self, way: Way, *, as_it_is: bool) -> None:
        if not self._desk.may_hand_over():
            return
        if refused := self._proofing.refused():
            self._say(refused, urgent=True)
            return
        if not as_it_is and self._proofing.fixes and self._desk.ask_first():
            return
        match way:
            case Way.COPY:
                text = self._desk.whole_text()
                put_patiently(self._clipboard, text, html(text), self._after_copy, self)
            case Way.WITH_SUBJECT:
                text = f"{self._subject()}\n\n{self._desk.whole_text()}"
                put_patiently(self._clipboard, text, "", self._after_copy, self)
            case Way.MAIL:
                self._open_in_mail()
            case Way.FILE:
                self._save()
            case Way.PAPER:
                self.paper_wanted.emit()
            case Way.BY_HAND:
                self._desk.note_handed_over(way)
                self.done_by_hand.emit()

    def go_on(self) -> None:
        """The way that was asked about, with something still to fix."""
        self.go(self.way, as_it_is=True)

    def _after_copy(self, worked: bool) -> None:
        if worked:
            self._desk.note_handed_over(self.way)
        else:
            self.unreachable.emit()

    def _subject(self) -> str:
        draft = self._desk.draft
        return draft.subject if isinstance(draft, Draft) else ""

    def _open_in_mail(self) -> None:
        """Open it in the mail program; without an address one is asked for."""
        person = self._desk.person
        address = person.email if person else ""
        if person is not None and not address:
            self._desk.keep_writing()
            self.address_lacks.emit()
            return
        text, subject = self._desk.whole_text(), self._subject()
        url = mailto(address, subject, text)
        short = url is not None
        if url is None:
            self._clipboard.put(text, html(text))
            url = mailto(address, subject, "") or mailto(address, "", "") or "mailto:"
        way = Way.MAIL
        if not self._mail_app.open(url):
            self._clipboard.put(text, html(text))
            self._say(say("No mail app opened. The email is copied instead."))
            way = Way.COPY
        elif not short:
            self._say(say("Too long for the mail app's link. The text is copied, paste it there."))
        self._desk.note_handed_over(way)

    def _save(self) -> None:
        """Save it as a draft that other mail programs open."""
        person, subject = self._desk.person, self._subject()
        name = person.name if person else subject
        safe = "".join(" " if one in _UNSAFE or ord(one) < 32 else one for one in name)
        safe = safe.strip(" .")[:_LONGEST_NAME] or "email"
        path = self._dialogs.save_path(say("Save the email"), f"{safe}.eml")
        if path is None:
            self._desk.keep_writing()
            return
        address = person.email if person else ""
        text = self._desk.whole_text()
        if self._write(path, eml(person.name if person else "", address, subject, text)):
            self._desk.note_handed_over(Way.FILE)

    def _write(self, path: Path, data: bytes) -> bool:
        try:
            path.write_bytes(data)
        except OSError:
            self._say(say("That file could not be written."), urgent=True)
            return False
        self._say(say("Saved {name}", name=path.name))
        return True

    def copy_subject(self) -> None:
        """The subject alone; what is to be fixed in it is told first, once."""
        if isinstance(self._desk.draft, Draft):
            self._proofing.settle(self._copy_subject)

    def _copy_subject(self) -> None:
        subject = self._subject()
        fault = next((one for one in self._proofing.fixes if one.part is Part.SUBJECT), None)
        if fault is not None and subject != self._subject_shown:
            self._subject_shown = subject
            words = say("See to the subject first. {reason}", reason=fault.reason)
            if fault.id == "F01":
                words = say("Fill in {hole} in the subject first.", hole=fault.wrong)
            self._say(words, urgent=True)
        else:
            self._put(subject, say("Subject copied"))

    def copy_address(self) -> None:
        """The address alone."""
        person = self._desk.person
        if person is not None and person.email:
            self._put(person.email, say("Address copied"))
        else:
            self._say(say("No address is known."))

    def _put(self, text: str, notice: str) -> None:
        if not self._clipboard.put(text):
            self._say(say("Another program holds the clipboard. Try again."), urgent=True)
        else:
            self._say(notice)

    def _say(self, text: str, *, urgent: bool = False) -> None:
        self._desk.said.emit(Notice(text, urgent=urgent))
