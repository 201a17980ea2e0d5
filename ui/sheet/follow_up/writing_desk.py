"""The desk to write at: whose letter it is, in which tone, and what is typed into it.

It owns the text that is not committed yet.
"""

from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from models.faults import StoreFault
from rules.compose import Letter, Missing, Original, sign, whole_body
from rules.length import Advice, length_advice, own_words, word_count
from rules.letter_values import thanked_through
from rules.records import (
    Channel,
    Dossier,
    Draft,
    Highlight,
    InterviewId,
    MessageKind,
    OpportunityId,
    Person,
    PersonId,
    Tone,
)
from ui.session import Session
from ui.sheet.follow_up.kept import differing, followed
from ui.sheet.follow_up.saving import Saving
from ui.sheet.follow_up.scene import Writing
from ui.sheet.follow_up.ways import Way
from ui.sheet.follow_up.whose import is_copied, next_person, tone_name, tone_of
from ui.sheet.guard import attempt
from ui.widgets.toast import Notice
from ui.wording import say


class State(Enum):
    """How far one person's letter is."""

    WRITING = auto()
    ASKED = auto()  # whether to hand it over with something to fix
    COPIED = auto()
    SENT = auto()  # this person has theirs; it is shown as it went out
    DONE = auto()  # the last one was just confirmed


class WritingDesk(QObject):
    """The letters of one opportunity, one at a time."""

    letter_changed = Signal()  # another text is to be shown
    people_changed = Signal()
    state_changed = Signal()
    said = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.oid = OpportunityId("")
        self.writing: Writing | None = None
        self.person_id: PersonId | None = None
        self._usual = self.tone = session.options.tone
        self.way = Way.COPY
        self.draft: Draft | Missing | None = None
        self.original: Original | None = None
        self.state = State.WRITING
        self._variant = ""
        self._about: PersonId | None = None
        self._seen: tuple[Highlight, ...] = ()
        self.saving = Saving(self._keep, self)

    # -- what is on it ----------------------------------------------------------------------

    @property
    def dossier(self) -> Dossier:
        """The facts of the opportunity."""
        return self._session.dossier(self.oid)

    @property
    def person(self) -> Person | None:
        """Who the letter goes to; None for a team nobody is known of."""
        return self.dossier.person(self.person_id)

    @property
    def interview_id(self) -> InterviewId | None:
        """The talk the letter is about."""
        return self.writing.interview_for(self.person_id) if self.writing else None

    def highlights(self) -> tuple[Highlight, ...]:
        """What came up in the talk, or in the others of the same day."""
        if self.writing is None:
            return ()
        round_ = self.writing.round
        here = (
            {self.writing.interview_id} if round_ is None else {one.id for one in round_.interviews}
        )
        found = (one for one in self.dossier.highlights if one.interview_id in here)
        return tuple(sorted(found, key=lambda one: one.place))

    def named(self) -> tuple[Person, ...]:
        """Whom the letter thanks through its reader; nobody where it speaks to the reader alone."""
        if not isinstance(self.draft, Draft):
            return ()
        found = thanked_through(self.dossier, self.draft, self._session.moment())
        people = (self.dossier.person(one) for one in found)
        return tuple(one for one in people if one is not None)

    @property
    def about(self) -> Person | None:
        """Whose highlights are ticked: the reader's, or those of one of the people named."""
        named = self.named()
        if not named:
            return self.person
        return next((one for one in named if one.id == self._about), named[0])

    def turn_to(self, person_id: PersonId) -> None:
        """Tick for another of those the letter names."""
        self._about = person_id
        self.people_changed.emit()

    def whole_text(self) -> str:
        """The email as it is copied: greeting to signature, and the original below it."""
        if not isinstance(self.draft, Draft):
            return ""
        return whole_body(self.draft.body, self.original)

    def length(self) -> tuple[int, Advice]:
        """How many words the letter has, and whether that suits it."""
        body = self.draft.body if isinstance(self.draft, Draft) else ""
        kind = self.writing.kind if self.writing else MessageKind.THANK_YOU
        return word_count(body), length_advice(kind, self._variant, own_words(body))

    @property
    def variant(self) -> str:
        """Which sort of its kind the letter is: a late one, one for a phone screen, a card."""
        return self._variant

    @property
    def channel(self) -> Channel:
        """By email, on paper, or in a call."""
        return self.writing.channel if self.writing else Channel.EMAIL

    def next_person(self) -> PersonId | None:
        """Who comes after this one, going round once."""
        return next_person(self.dossier, self.writing, self.person_id) if self.writing else None

    def is_copied(self, person_id: PersonId | None) -> bool:
        """Whether that person's letter was copied and nobody said it was sent."""
        return self.writing is not None and is_copied(self.dossier, self.writing, person_id)

    # -- choosing -----------------------------------------------------------------------------

    def lay_out(self, oid: OpportunityId, writing: Writing, person_id: PersonId | None) -> None:
        """Begin with an opportunity and the person to write to first."""
        self.saving.flush()
        if self._session.options.tone is not self._usual:  # chosen anew in the settings
            self._usual = self.tone = self._session.options.tone
        self.oid = oid
        self.writing = writing
        self._take(person_id)

    def choose(self, person_id: PersonId | None) -> None:
        """Go on with somebody else."""
        if self.writing is not None and person_id != self.person_id:
            self.saving.flush()
            self._take(person_id)

    def clear(self) -> None:
        """Take everything off; the text was kept."""
        self.saving.flush()
        self.writing = None
        self.draft = None

    def _take(self, person_id: PersonId | None) -> None:
        self.person_id = person_id
        self.way = Way.COPY
        if self.writing is not None:
            self.tone = tone_of(self.dossier, self.writing, person_id, self.tone)
        self._read()
        copied = isinstance(self.draft, Draft) and self.draft.copied_at is not None
        self.state = State.COPIED if copied else State.WRITING
        if self._has_theirs(person_id):
            self.state = State.SENT
        self.people_changed.emit()
        self.letter_changed.emit()
        self.state_changed.emit()

    def _has_theirs(self, person_id: PersonId | None) -> bool:
        if self.writing is None or person_id is None:
            return False
        return person_id not in self.writing.recipients

    def _read(self) -> None:
        """Take the kept draft, or a fresh letter."""
        if self.writing is None:
            return
        kind, about = self.writing.kind, self.interview_id
        self._seen = self.dossier.highlights
        self.original = None
        if self._has_theirs(self.person_id):
            self.draft = None
            return
        asked = (self.oid, kind, self.person_id, self.tone, about, self.channel)
        self.draft = self._session.draft(*asked)
        letter = self._session.letter(*asked)
        self.original = letter.original if isinstance(letter, Letter) else None
        self._variant = letter.variant if isinstance(letter, Letter) else ""

    def name_known(self, name: str) -> None:
        """The person's own name was typed: it goes where it lacked."""
        if not isinstance(self.draft, Draft):
            return
        if self.draft.edited or self.draft.copied_at is not None:
            body, subject = sign(self.draft.body, name), sign(self.draft.subject, name)
            if (subject, body) != (self.draft.subject, self.draft.body):
                self._renew(replace(self.draft, body=body, subject=subject, copied_at=None))
                self.people_changed.emit()
        else:
            self._read()
        self.letter_changed.emit()

    # -- writing ------------------------------------------------------------------------------

    def type(self, subject: str, body: str) -> None:
        """The text was edited by hand."""
        if not isinstance(self.draft, Draft) or self.state is State.SENT:
            return
        if (subject, body) == (self.draft.subject, self.draft.body):
            return
        self.draft = replace(self.draft, subject=subject, body=body, edited=True)
        self.saving.touch()
        if self.state is not State.WRITING:
            self.draft = replace(self.draft, copied_at=None)
            self._enter(State.WRITING)

    def _keep(self) -> None:
        if isinstance(self.draft, Draft) and self.draft.edited:
            try:
                self.draft = self._session.save_draft(self.draft)
            except StoreFault as fault:
                self.said.emit(Notice(fault.sentence, urgent=True))

    def change_tone(self, tone: Tone) -> None:
        """The same letter in another voice; what was edited in this one is kept for it."""
        if tone is self.tone or self.state is State.SENT:
            return
        edited = isinstance(self.draft, Draft) and self.draft.edited
        before = self.tone
        self.saving.flush()
        self.tone = tone
        self._read()
        self._enter(State.WRITING)
        self.letter_changed.emit()
        if edited:
            text = say("Your {tone} letter is kept", tone=say(tone_name(before)).lower())
            self.said.emit(Notice(text, say("Undo"), lambda: self.change_tone(before)))

    def facts_changed(self, writing: Writing) -> None:
        """Facts moved under the letter: take them in without losing a typed word."""
        self.writing = writing
        theirs = self._has_theirs(self.person_id)
        draft = self.draft
        kept = isinstance(draft, Draft) and (draft.edited or draft.copied_at is not None)
        if theirs or not kept:
            was = self.state
            self._read()
            if theirs:
                self._enter(State.SENT)
            elif was is State.SENT or was is State.DONE:
                self._enter(State.WRITING)
        else:
            self._follow_ticks()
        self.people_changed.emit()
        self.letter_changed.emit()

    def _follow_ticks(self) -> None:
        """Put in what was ticked and take out what was unticked, in a letter that is kept.

        A copied letter that reads differently now was not copied: it is ready to be, again.
        """
        if not isinstance(self.draft, Draft):
            return
        pairs = differing(self._seen, self.dossier.highlights)
        self._seen = self.dossier.highlights
        new = followed(self._session, self.draft, pairs)
        if new is not self.draft:
            self._renew(new)

    def _renew(self, new: Draft) -> None:
        """The kept letter reads differently, not by hand; untouched ones come fresh again."""
        self.draft = new
        if new.edited:
            self.saving.touch()
        else:
            with attempt(self.said.emit):
                self._session.not_sent(new)
            self._read()
        if self.state is State.COPIED:
            self._enter(State.WRITING)

    def _enter(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit()
