"""Acts on interviews, the people met there, what came up, and what they answered."""

from datetime import date, datetime

from rules import acts
from rules.acts import Talk, Told
from rules.changes import Change
from rules.records import FactKind, HighlightId, InterviewId, OpportunityId, PersonId
from ui.new_id import new_id
from ui.truth import Truth


class Talks(Truth):
    """Acts on talks and people."""

    def add_interview(self, oid: OpportunityId, talk: Talk) -> InterviewId:
        """One more interview of an opportunity."""
        change = acts.book(self.dossier(oid), talk, zone_name=self.zone_name(), ids=new_id)
        self.do(change)
        return acts.interview_of(change)

    def fill_interview(self, oid: OpportunityId, interview_id: InterviewId, talk: Talk) -> None:
        """The time and people of an interview, asked after it was made."""
        dossier = self.dossier(oid)
        interview = dossier.interview(interview_id)
        if interview is not None:
            self.do(acts.fill_in(dossier, interview, talk, ids=new_id))

    def remove_interview(self, oid: OpportunityId, interview_id: InterviewId) -> None:
        """An interview that will not be."""
        dossier = self.dossier(oid)
        interview = dossier.interview(interview_id)
        if interview is not None:
            self.do(acts.remove_interview(dossier, interview))

    def add_person(
        self, oid: OpportunityId, interview_id: InterviewId | None, name: str, email: str = ""
    ) -> PersonId:
        """One more person, met in an interview if one is given."""
        dossier = self.dossier(oid)
        change = acts.add_person(dossier, dossier.interview(interview_id), name, email, ids=new_id)
        self.do(change)
        return acts.person_of(change)

    def remove_person(self, oid: OpportunityId, person_id: PersonId) -> None:
        """Nobody by that record any more."""
        dossier = self.dossier(oid)
        person = dossier.person(person_id)
        if person is not None:
            self.do(acts.remove_person(dossier, person))

    def skip(
        self, oid: OpportunityId, interview_id: InterviewId, person_id: PersonId, skipped: bool
    ) -> None:
        """No thank-you for that person here, or after all."""
        dossier = self.dossier(oid)
        interview = dossier.interview(interview_id)
        if interview is not None:
            self.do(acts.skip(dossier, interview, person_id, skipped))

    def add_highlight(
        self,
        oid: OpportunityId,
        interview_id: InterviewId,
        text: str,
        person_id: PersonId | None,
    ) -> HighlightId:
        """Something that came up, ticked for one person if one is given."""
        change = acts.add_highlight(self.dossier(oid), interview_id, text, person_id, ids=new_id)
        self.do(change)
        return acts.highlight_of(change)

    def tick(
        self, oid: OpportunityId, highlight_id: HighlightId, person_id: PersonId, on: bool
    ) -> None:
        """Whether a highlight belongs into one person's letter."""
        dossier = self.dossier(oid)
        for highlight in dossier.highlights:
            if highlight.id == highlight_id:
                self.do(acts.tick(dossier, highlight, person_id, on))

    def star(self, oid: OpportunityId, person_id: PersonId, on: bool) -> None:
        """Whether somebody is the main contact; nobody else is then."""
        self.do(acts.star(self.dossier(oid), person_id, on))

    def invited_again(
        self,
        oid: OpportunityId,
        *,
        person_id: PersonId | None = None,
        interview_id: InterviewId | None = None,
    ) -> InterviewId:
        """They invited again: one act that notes it and makes the interview to come."""
        change, interview = acts.invited_again(
            self.dossier(oid),
            moment=self.moment(),
            zone_name=self.zone_name(),
            ids=new_id,
            person_id=person_id,
            interview_id=interview_id,
        )
        self.do(change)
        return interview

    def plan_happened(self, oid: OpportunityId, told: Told) -> Change:
        """What would be kept of something that happened; nothing is done yet."""
        return acts.happened(
            self.dossier(oid), told, moment=self.moment(), zone_name=self.zone_name(), ids=new_id
        )

    def record_reply(
        self,
        oid: OpportunityId,
        kind: FactKind,
        day: date | None = None,
        *,
        person_id: PersonId | None = None,
        interview_id: InterviewId | None = None,
        at: datetime | None = None,
        text: str = "",
    ) -> None:
        """What they answered, or another fact about them; `at` is now unless it is told."""
        change = acts.record_fact(
            self.dossier(oid),
            kind,
            now=at or self._clock(),
            ids=new_id,
            day=day,
            person_id=person_id,
            interview_id=interview_id,
            text=text,
        )
        self.do(change)
