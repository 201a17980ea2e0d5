"""Other ways out of the window: the mail program, a file, a part of the letter alone."""

from collections.abc import Callable
from pathlib import Path

from models.exchange.mail import eml, html, mailto
from rules.records import Draft
from ui.ports import Clipboard, Dialogs, MailApp
from ui.sheet.follow_up.desk import Desk, State
from ui.widgets.toast import Notice
from ui.wording import say

_UNSAFE = set('\\/:*?"<>|')


class HandingOver:
    """Gives the letter on the desk to the mail program or into a file."""

    def __init__(
        self, desk: Desk, clipboard: Clipboard, mail_app: MailApp, dialogs: Dialogs
    ) -> None:
        self._desk = desk
        self._clipboard = clipboard
        self._mail_app = mail_app
        self._dialogs = dialogs

    def entries(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What the `...` menu offers."""
        return (
            (say("Save .eml"), self.save),
            (say("Copy subject"), self.copy_subject),
            (say("Copy address"), self.copy_address),
            (say("Copy with subject"), self.copy_with_subject),
        )

    def open_in_mail(self) -> bool:
        """Open it in the mail program; False where an address is needed first."""
        draft, person = self._desk.draft, self._desk.person
        if not isinstance(draft, Draft):
            return True
        address = person.email if person else ""
        if person is not None and not address:
            return False
        text = self._desk.whole_text()
        url = mailto(address, draft.subject, text)
        short = url is not None
        if url is None:
            self._clipboard.put(text, html(text))
            url = mailto(address, draft.subject, "") or mailto(address, "", "") or "mailto:"
        if not self._mail_app.open(url):
            self._clipboard.put(text, html(text))
            self._say(say("No mail app opened. The email is copied instead."))
        elif not short:
            self._say(say("Too long for the mail app's link. The text is copied, paste it there."))
        self._desk.note_copied()
        return True

    def save(self) -> None:
        """Save it as a draft other mail programs open."""
        draft, person = self._desk.draft, self._desk.person
        if not isinstance(draft, Draft):
            return
        name = person.name if person else draft.subject
        safe = "".join(" " if one in _UNSAFE or ord(one) < 32 else one for one in name).strip()
        path = self._dialogs.save_path(say("Save the email"), f"{safe or 'email'}.eml")
        if path is not None:
            address = person.email if person else ""
            text = self._desk.whole_text()
            self._write(path, eml(person.name if person else "", address, draft.subject, text))

    def _write(self, path: Path, data: bytes) -> None:
        try:
            path.write_bytes(data)
        except OSError:
            self._say(say("That file could not be written."), urgent=True)
        else:
            self._say(say("Saved {name}", name=path.name))

    def copy_subject(self) -> None:
        """The subject alone."""
        if isinstance(self._desk.draft, Draft):
            self._put(self._desk.draft.subject, say("Subject copied"))

    def copy_address(self) -> None:
        """The address alone."""
        person = self._desk.person
        if person is not None and person.email:
            self._put(person.email, say("Address copied"))
        else:
            self._say(say("No address is known."))

    def copy_with_subject(self) -> None:
        """Subject and text in one, for a mail form without a subject field."""
        draft = self._desk.draft
        if isinstance(draft, Draft) and self._desk.state is not State.SENT:
            text = f"{draft.subject}\n\n{self._desk.whole_text()}"
            self._put(text, "")
            self._desk.note_copied()

    def _put(self, text: str, notice: str) -> None:
        if not self._clipboard.put(text):
            self._say(say("Another program holds the clipboard. Try again."), urgent=True)
        elif notice:
            self._say(notice)

    def _say(self, text: str, *, urgent: bool = False) -> None:
        self._desk.said.emit(Notice(text, urgent=urgent))
