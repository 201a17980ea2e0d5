"""The words on a person's button: how far their letter is, and how that is spoken."""

from rules.records import Channel, Dossier, MessageKind, Moment, PersonId
from ui.sheet.follow_up.people_bar import Who
from ui.sheet.follow_up.scene import Writing, sent_to
from ui.sheet.words import heading, sent_when
from ui.wording import say


def who_is_who(
    dossier: Dossier,
    writing: Writing,
    chosen: PersonId | None,
    following: PersonId | None,
    copied: frozenset[PersonId],
    moment: Moment,
) -> tuple[Who, ...]:
    """One button's words for each person; `following` is who comes after the chosen one."""
    made = []
    for number, person_id in enumerate(writing.people, 1):
        person = dossier.person(person_id)
        if person is None:
            continue
        words, tone, avatar = _state(dossier, writing, person_id, moment)
        spoken = words
        if person_id in writing.recipients:
            spoken = say("not thanked") if _thanks(writing) else say("not sent")
            if person_id in copied:
                words = spoken = say("Copied, not sent")
            elif person_id == chosen and _thanks(writing):
                words = say("Writing now")
            elif person_id == following and _thanks(writing):
                words = say("Next")
            elif person.main_contact and not _thanks(writing):
                words = say("Main contact")
            elif person_id == chosen:
                words = say("Writing now")
            elif writing.kind is MessageKind.CHECK_IN:
                words = spoken = say("Thanked, no check-in")
                tone = "done"
        if person_id == chosen and (avatar == "to_thank" or not _thanks(writing)):
            avatar = "plain"
        place = say("{number} of {of}", number=number, of=len(writing.people))
        made.append(
            Who(
                person_id=person_id,
                name=person.name,
                words=words,
                spoken=f"{person.name}, {spoken[:1].lower() + spoken[1:]}, {place}",
                avatar=avatar,
                tone=tone,
                may_choose=person_id in writing.recipients or _has_own(dossier, writing, person_id),
            )
        )
    return tuple(made)


def _has_own(dossier: Dossier, writing: Writing, person_id: PersonId) -> bool:
    """Whether there is a thank-you of their own to read again."""
    sent = sent_to(dossier, writing, person_id) if _thanks(writing) else None
    return sent is not None and sent.person_id == person_id


def _thanks(writing: Writing) -> bool:
    return writing.is_wave


def heading_of(writing: Writing) -> str:
    """What stands over the people."""
    if writing.channel is Channel.LETTER:
        return say("A card, besides the email")
    return say("A call") if writing.channel is Channel.PHONE else heading(writing.kind)


def _state(
    dossier: Dossier, writing: Writing, person_id: PersonId, moment: Moment
) -> tuple[str, str, str]:
    """Words, their colour and the mark of somebody, before it matters who is chosen."""
    sent = sent_to(dossier, writing, person_id)
    if not _thanks(writing):
        avatar = "thanked" if sent is not None else "plain"
        if person_id in writing.recipients:
            return "", "ink2", avatar
        words = say("Thanked, no check-in") if writing.kind is MessageKind.CHECK_IN else ""
        return words or say("Thanked"), "done", avatar
    if sent is not None:
        if sent.person_id != person_id:
            return say("Thanked in a note"), "done", "thanked"
        return say("Sent {when}", when=sent_when(sent, moment)), "done", "thanked"
    if writing.round is not None and person_id in writing.round.skipped:
        return say("Not needed"), "ink2", "plain"
    return say("Not thanked yet"), "ink2", "to_thank"


def done_words(writing: Writing) -> str:
    """How many of the people are done: "1 of 3 done"."""
    if writing.kind is MessageKind.CHECK_IN:
        return say("Last of 2 follow-ups")
    if not _thanks(writing) or not writing.people:
        return ""
    done = len([one for one in writing.people if one not in writing.recipients])
    return say("{done} of {of} done", done=done, of=len(writing.people))
