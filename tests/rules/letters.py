"""A panel of nine with a highlight each, and the letters that ship, for the tests of letters."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from rules.compose import Letter, compose
from rules.proof_record import Beside, for_channel, proof_letter, proofread
from rules.records import (
    Channel,
    Dossier,
    Draft,
    Highlight,
    HighlightId,
    InterviewId,
    MessageKind,
    Part,
    PersonId,
    Profile,
    Tone,
)
from tests.rules.dossiers import at, case, person, talk, thanks, when

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "letters" / "en"
TEMPLATES = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}
MAYA = Profile(name="Maya Ferrer", phone="+44 20 7946 0018")
NAMES = {
    "A": "Priya Raman",
    "B": "Daniel Okafor",
    "C": "Sofia Lindqvist",
    "D": "Ana Bell",
    "E": "Bo Chen",
    "F": "Yuki Tanabe",
    "G": "Tom Reyes",
    "H": "Lena Vogt",
    "I": "Sam Adeyemi",
}
TOPICS = (
    "the move to Leeds",
    "Skipping plan setup",
    "how you test with carers",
    "People who join with a carer",
    "the outage map your team built",
    "sharing research with engineers",
    "what a good first month looks like",
    "pricing for small clinics",
    "the letters patients never open",
)


def panel(ended: str = "05-14 14:45", met: str = "ABC", **more: Any) -> Dossier:
    """One talk with those people, each with a highlight of their own."""
    people = [replace(person(key), name=NAMES[key]) for key in met]
    fields: dict[str, Any] = {"role": "Senior Product Designer", "applied_at": at("04-20 10:00")}
    dossier = case(talk("i1", ended, met), people=people, **(fields | more))
    return replace(
        dossier,
        highlights=tuple(topic(text, key) for text, key in zip(TOPICS, met, strict=False)),
    )


def topic(text: str, *people: str, about: str = "i1", place: float = 0.0) -> Highlight:
    """Something that came up, ticked for those people."""
    return Highlight(
        id=HighlightId(text),
        interview_id=InterviewId(about),
        text=text,
        used_for=tuple(PersonId(one) for one in people),
        place=place,
    )


def letter(
    dossier: Dossier,
    kind: MessageKind = MessageKind.THANK_YOU,
    to: str | None = "A",
    tone: Tone = Tone.WARM,
    now: str = "05-14 15:20",
    profile: Profile = MAYA,
) -> Letter:
    """A letter from the templates that ship."""
    found = compose(
        dossier, kind, PersonId(to) if to else None, tone, when(now), profile, TEMPLATES
    )
    assert isinstance(found, Letter), found
    return found


def open_in(
    one: Letter,
    dossier: Dossier,
    kind: MessageKind = MessageKind.THANK_YOU,
    to: str | None = "A",
    now: str = "05-14 15:20",
    channel: Channel = Channel.EMAIL,
    profile: Profile = MAYA,
) -> list[tuple[str, str]]:
    """What proofreading would have fixed in a letter: the number of the check, and the words."""
    about = dossier.interviews[-1].id if dossier.interviews else None
    draft = Draft(
        opportunity_id=dossier.opportunity.id,
        interview_id=about,
        person_id=PersonId(to) if to else None,
        kind=kind,
        tone=Tone.WARM,
        channel=channel,
        subject=one.subject,
        body=one.body,
        saved_at=when(now).now,
    )
    beside = Beside(one.original, one.variant)
    told = proof_letter(dossier, draft, moment=when(now), profile=profile, beside=beside)
    return [(fix.id, fix.wrong) for fix in for_channel(proofread(told), channel).fixes]


def thanked_panel(met: str = "ABC", tone: Tone = Tone.WARM, to: str = "A") -> Dossier:
    """The panel after its thank-yous went out that evening."""
    dossier = panel(met=met)
    written = letter(dossier, to=to, tone=tone)
    message = thanks(
        to, "05-14 18:00", subject=written.subject, body=written.body, to_name=NAMES[to]
    )
    return replace(dossier, messages=(message,))


def organised(dossier: Dossier) -> Dossier:
    """The same with an organiser who was not met."""
    organiser = replace(person("O", Part.ORGANISER), name="Hal Brook")
    return replace(dossier, people=(*dossier.people, organiser))


def own_sentences(body: str) -> list[str]:
    """The sentences between greeting and sign-off."""
    inner = " ".join(body.split("\n\n")[1:-1])
    return [one for one in re.split(r"(?<=[.?!])\s+", inner) if one]


def words(text: str) -> list[str]:
    """Its words, small."""
    return re.findall(r"\w[\w'’-]*", text.casefold())


A_DAY = date(2026, 5, 22)
