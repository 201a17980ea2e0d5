"""The text of one template: kept when it is whole, and never lost while it is not."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from rules.template_check import PLACEHOLDERS, problems, tidy
from ui.session import Session
from ui.settings.keeping import Keeping
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.plain_field import PlainField
from ui.widgets.toast import Notice
from ui.wording.say import say
from ui.wording.settings import letter_title, placeholder_meaning, problem_words

_PAUSE_MS = 700
_TYPED = "letters_typed"
"""Where a text waits that cannot be kept as a template yet."""
_MOST_SAID = 3
_LONGEST = 100_000


class LetterEditor(QWidget):
    """`typed` says that another text is to be seen, `kept` that the templates in use changed."""

    typed = Signal()
    kept = Signal()

    def __init__(self, session: Session, look: Look, keeping: Keeping) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._keeping = keeping
        self._name = ""
        self._touched = False
        self._waiting = session.remembered(_TYPED)
        self.text = PlainField(_LONGEST)
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        self.state = paragraph("", "secondary", look, "ink2")
        self.insert = Button(look, say("Insert"), "soft", icon="plus", small=True,
                             name=say("Insert a placeholder"))  # fmt: skip
        self.reset = Button(look, say("Back to the shipped one"), "quiet", small=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._commit)
        self.text.textChanged.connect(self._changed)
        self.text.refused.connect(self._too_much)
        self.insert.clicked.connect(self._offer)
        self.reset.clicked.connect(self._reset)
        self._build()
        look.changed.connect(self._relook)
        self._relook()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(say("Text"), "card_title", self._look), 1)
        head.addWidget(self.reset)
        head.addWidget(self.insert)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.state)
        column.addWidget(self.text, 1)

    def show_letter(self, name: str) -> None:
        """Show another template; what was typed in the one before is kept or waits."""
        self.leave()
        self._name = name
        self._fill(self._waiting.get(name) or self._session.letter_in_use(name))

    def template(self) -> str:
        """What stands there, tidied."""
        return tidy(self.text.toPlainText())

    def waits(self, name: str) -> bool:
        """Whether a text was typed for a template that cannot be kept yet."""
        return name in self._waiting

    def refresh(self) -> None:
        """Show what is in use, unless something else is being typed."""
        if self._name and not self._touched and not self.waits(self._name):
            wanted = self._session.letter_in_use(self._name)
            if tidy(wanted) != self.template():
                self._fill(wanted)
        self._tell()

    def leave(self) -> None:
        """Keep what is typed before something else is shown."""
        if self._touched:
            self._commit()

    def _fill(self, text: str) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(text.rstrip("\n"))
        self.text.blockSignals(False)
        self._touched = False
        self._tell()
        self.typed.emit()

    def _changed(self) -> None:
        self._touched = True
        self._pause.start()
        self.typed.emit()

    def _too_much(self) -> None:
        words = say("That is too long to paste here. Nothing was changed.")
        self._keeping.said.emit(Notice(words, urgent=True))

    def _commit(self) -> None:
        """Keep it where it is whole; else it waits, and letters go on with the last good one."""
        self._pause.stop()
        name, text = self._name, self.template()
        if problems(text):
            done = self._keeping.attempt(lambda: self._wait(name, text))
        else:
            done = self._keeping.attempt(lambda: self._keep(name, text))
        if done:
            self._touched = False
        self._tell(aloud=True)
        self.kept.emit()

    def _keep(self, name: str, text: str | None) -> None:
        self._session.set_letter(name, text)
        self._wait(name, "")

    def _wait(self, name: str, text: str) -> None:
        """Put a text aside for that name; an empty one forgets it."""
        waiting = {key: value for key, value in self._waiting.items() if key != name}
        if text:
            waiting[name] = text
        if waiting != self._waiting:
            self._session.remember(_TYPED, waiting)
            self._waiting = waiting

    def _tell(self, *, aloud: bool = False) -> None:
        """How the text stands."""
        found = problems(self.template())
        edited = self._name in self._session.edited_letters()
        self.reset.setVisible(edited or bool(found) or self.waits(self._name))
        if found:
            words = [problem_words(one) for one in found[:_MOST_SAID]]
            words.append(say("Until then letters go on with the text before."))
        elif edited:
            words = [say("Yours. New letters are made from it.")]
        else:
            words = [say("As it came. What you change here is kept as you type.")]
        text = "\n".join(words)
        if aloud and found and text != self.state.text():
            announce(self.text, words[0])
        self.state.setText(text)
        self.state.set_tone("late" if found else "done" if edited else "ink2")
        self.text.setAccessibleDescription(text)

    def _offer(self) -> None:
        """The placeholders, each with what it stands for."""
        menu = QMenu(self)
        menu.setFont(self._look.font("body"))
        for name in PLACEHOLDERS:
            action = menu.addAction(f"{{{{{name}}}}}   {placeholder_meaning(name)}")
            action.triggered.connect(lambda _on=False, name=name: self._put(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.insert.mapToGlobal(QPoint(0, self.insert.height() + 4)))

    def _put(self, name: str) -> None:
        self.text.insertPlainText(f"{{{{{name}}}}}")
        self.text.setFocus()

    def _reset(self) -> None:
        """The shipped text, with the way back to one's own."""
        name, own = self._name, self.template()
        self._touched = False
        self._pause.stop()
        if not self._keeping.attempt(lambda: self._keep(name, None)):
            return
        self._fill(self._session.letter_in_use(name))
        self.kept.emit()
        self.text.setFocus()
        title = letter_title(name.rpartition(".")[0])
        words = say("{title} is as it came", title=title)
        self._keeping.said.emit(Notice(words, say("Undo"), self._back_to(name, own)))

    def _back_to(self, name: str, own: str) -> Callable[[], None]:
        """Bring one's own text back, whether it was whole or not."""

        def back() -> None:
            self.leave()
            act = (lambda: self._wait(name, own)) if problems(own) else (
                lambda: self._keep(name, own))  # fmt: skip
            if self._keeping.attempt(act) and name == self._name:
                self._fill(own)
            self.kept.emit()

        return back

    def _relook(self) -> None:
        self.text.setFont(self._look.font("letter"))
        self.text.setMinimumHeight(self._look.px(340))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.leave()
        super().hideEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.leave()
        return super().eventFilter(watched, event)
