"""A letter of the cases as proofreading is given it."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from rules.proof import Attached, Heard, Me, ProofLetter, Pursuit, Sent, Somebody
from rules.records import MessageKind

Case = dict[str, Any]
_KINDS = {"letter": MessageKind.THANK_YOU}


def _moment(text: str | None, zone: ZoneInfo) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(zone) if text else None


def _somebody(said: Case) -> Somebody:
    return Somebody(
        name=said["name"] or "",
        email=said.get("email") or "",
        title=said.get("title"),
        pronoun=said.get("pronoun"),
        preferred=said.get("preferred"),
    )


def _sent(said: Case, zone: ZoneInfo) -> Sent:
    return Sent(
        to=said["to"],
        body=said["body"],
        subject=said.get("subject") or "",
        at=_moment(said.get("sent"), zone),
        message_id=said.get("message_id"),
    )


def _link(said: Any) -> str:
    return said if isinstance(said, str) else str(said.get("url") or "")


def _attached(said: Any) -> Attached:
    if isinstance(said, str):
        return Attached(name=said)
    return Attached(name=said.get("name", ""), size=said.get("size", 1))


def proof_letter(case: Case) -> ProofLetter:
    """The letter with everything that the case says is on record."""
    facts, envelope = case["facts"], case["envelope"]
    me, talk = facts["me"], facts["interview"] or {}
    zone = ZoneInfo(talk.get("zone") or case["zone"])
    began = _moment(talk.get("start"), zone)
    ended = _moment(talk.get("end"), zone) or (began + timedelta(hours=1) if began else None)
    recipient = facts["recipient"]
    employer = me.get("current_employer") or {}
    employer = {"name": employer} if isinstance(employer, str) else employer
    previous = [_sent(one, zone) for one in case.get("previously_sent") or ()]
    return ProofLetter(
        kind=_KINDS.get(case["kind"]) or MessageKind(case["kind"]),
        variant="" if case["variant"] == "standard" else case["variant"],
        on_paper=case["kind"] == "letter",
        subject=case["subject"] or "",
        body=case["body"] or "",
        me=Me(
            name=me["full_name"],
            preferred=me.get("preferred"),
            phone=me.get("phone") or "",
            email=me.get("email") or "",
            links=tuple(map(_link, me.get("links") or ())),
            past_employers=tuple(me.get("past_employers") or ()),
            current_employer=employer.get("name") or "",
            employer_domain=employer.get("domain") or "",
        ),
        company=facts["company"] or "",
        company_domains=tuple(facts.get("company_domains") or ()),
        role=facts["role"] or "",
        began=began,
        ended=ended,
        planned=_moment(facts.get("planned_send"), zone),
        applied=_day(facts.get("applied_on")),
        recipient=_somebody(recipient) if recipient and recipient.get("name") else None,
        met=tuple(_somebody(one) for one in facts.get("others_met") or ()),
        heard=tuple(
            Heard(text=one["text"], by=one.get("for") or "")
            for one in facts.get("highlights") or ()
        ),
        others=tuple(
            Pursuit(
                company=one["company"],
                role=one.get("role") or "",
                people=tuple(one.get("people") or ()),
            )
            for one in facts.get("other_opportunities") or ()
        ),
        original=_sent(case["original"], zone) if case.get("original") else None,
        other_notes=tuple(_sent(one, zone) for one in case.get("other_notes") or ()),
        earlier_notes=tuple(previous),
        sent_before=tuple(previous),
        to=tuple(envelope.get("to") or ()),
        cc=tuple(envelope.get("cc") or ()),
        attached=tuple(_attached(one) for one in envelope.get("attachments") or ()),
    )


def _day(text: str | None) -> date | None:
    return datetime.fromisoformat(text).date() if text else None
