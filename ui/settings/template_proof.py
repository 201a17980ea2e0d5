"""What proofreading says of the words of a template, as the sample letter it becomes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rules.compose import Letter
from rules.proof import Finding, Severity
from rules.proof_record import Beside
from rules.records import Tone
from ui.proofread.dictionary import Dictionary
from ui.proofread.proofreader import Proofreader, Question
from ui.proofread.words import row_words
from ui.session import Session
from ui.settings.example import as_draft
from ui.theme import Look
from ui.widgets.label import Label, paragraph
from ui.wording.say import say

_OF_WORDS = frozenset("W01 W02 W03 W04 W05 C01 C02 C03 C04 C05 C06 C07 C08 C10".split())
"""What depends on the words alone: the sample's facts are no facts of the person's."""
_MOST = 6


class TemplateProof(QWidget):
    """A line for each thing to look at; nothing where nothing is found."""

    def __init__(self, look: Look, session: Session, reader: Proofreader) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._reader = reader
        self._dictionary = Dictionary(session)
        self._key: tuple[str, Tone] | None = None
        self._lines: list[Label] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        reader.changed.connect(self._show)
        self.hide()

    def look_at(self, sort: str, letter: Letter, tone: Tone) -> None:
        """Read the sample letter of a template."""
        moment = self._session.moment()
        dossier, draft = as_draft(sort, letter, tone, moment=moment)
        question = Question(
            dossier=dossier,
            draft=draft,
            moment=moment,
            profile=self._session.profile,
            beside=Beside(letter.original, letter.variant),
            own_words=self._dictionary.known(),
        )
        anew, self._key = (sort, tone) != self._key, (sort, tone)
        self._reader.ask(question, anew=anew)

    def _show(self) -> None:
        report = self._reader.report
        found = [one for one in report.findings if one.id in _OF_WORDS] if report else []
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for one in found[:_MOST]:
            tone = "late" if one.severity is Severity.FIX else "ink2"
            line = paragraph(_words(one), "secondary", self._look, tone)
            self._column.addWidget(line)
            self._lines.append(line)
        self.setVisible(bool(found))
        self.setAccessibleName(" ".join(one.text() for one in self._lines))

    def lines(self) -> tuple[str, ...]:
        """What it says."""
        return tuple(one.text() for one in self._lines)


def _words(finding: Finding) -> str:
    words = row_words(finding)
    if words.wrong:
        lead = f"{words.wrong} \u2192 {words.right}"
        return say("{lead}. {reason}", lead=lead, reason=finding.reason)
    return say("{title} {below}", title=words.title, below=words.below).strip()
