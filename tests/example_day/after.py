"""Opportunities of the example day whose people were thanked, and those that ended."""

from datetime import date

from rules.records import (
    Fact,
    FactId,
    FactKind,
    Message,
    MessageId,
    MessageKind,
    OpportunityId,
    Outcome,
    Record,
)
from tests.example_day.role import Role, at


def harbourlight() -> list[Record]:
    role = Role("harbourlight", "harbourlight")
    names = ("Marcus Bell", "Yuki Tanabe")
    return [
        role.opportunity("Harbourlight Energy", "UX Lead", applied=at(16, 9, month=4)),
        *role.people(*names, main="Marcus Bell"),
        role.interview(at(6, 10), at(6, 11), *names),
        *role.highlights(
            map=("the outage map", ("Marcus Bell",)),
            pilot=("the pilot launch on 11 May", ()),
            shifts=("how crews hand over a shift", ("Yuki Tanabe",)),
        ),
        role.sent(
            "Marcus Bell",
            at(7, 8, 40),
            "Thank you, and the outage map",
            "Thank you for showing me the outage map yesterday morning. The way your team lets "
            "engineers annotate it live is exactly the kind of work I would like to do more of.",
            "I left certain that the UX Lead role is one I want, and would be glad to talk "
            "through how we tested a similar map with field crews.",
        ),
        role.sent(
            "Yuki Tanabe",
            at(7, 8, 52),
            "Thank you, and how crews hand over a shift",
            "Thank you for making room for me yesterday. Your account of how crews hand over a "
            "shift, down to the paper notes on the dashboard, has been with me since.",
            "I would be keen to help turn those notes into something nobody has to retype.",
        ),
    ]


def fernway() -> list[Record]:
    role = Role("fernway", "fernway")
    return [
        role.opportunity("Fernway Health", "Product Designer", applied=at(17, 9, month=4)),
        *role.people("Dana Abbott"),
        role.interview(at(11, 15), at(11, 16), "Dana Abbott"),
        *role.highlights(letters=("the letters patients never open", ("Dana Abbott",))),
        role.sent(
            "Dana Abbott",
            at(12, 9, 10),
            "Thank you, and the letters patients never open",
            "Thank you for the conversation yesterday. The letters patients never open is a "
            "problem I would love to spend a year on.",
            "Should the team want to see the appointment study I mentioned, I will send it over.",
        ),
    ]


def quillstone() -> list[Record]:
    role = Role("quillstone", "quillstone")
    names = ("Ines Moreau", "Callum Reid")
    first = role.sent(
        "Ines Moreau",
        at(29, 9, 5, month=4),
        "Thank you, and the archive idea",
        "Thank you for walking me through the list yesterday. The archive idea, a shelf for "
        "every book that went out of print, is one I would be proud to draw.",
        "I would be glad to sketch a first version with you, and hope we talk again soon.",
    )
    return [
        role.opportunity("Quillstone Press", "Digital Designer", applied=at(9, 9, month=4)),
        *role.people(*names),
        role.interview(at(28, 11, month=4), at(28, 12, month=4), *names),
        *role.highlights(
            archive=("the archive idea", ("Ines Moreau",)),
            covers=("covers that work at thumb size", ("Callum Reid",)),
        ),
        first,
        role.sent(
            "Callum Reid",
            at(29, 9, 20, month=4),
            "Thank you, Callum",
            "Thank you for yesterday. I enjoyed hearing how you judge covers that work at thumb "
            "size, and I have looked at my own shelf differently ever since.",
            "I would be happy to send the type study we spoke about.",
        ),
        role.sent(
            "Ines Moreau",
            at(7, 10, 15),
            "Re: Thank you, and the archive idea",
            "I hope the launch went well. I am still very interested in the Digital Designer "
            "role, and wondered whether there is any news on the next steps.",
            "My note from last week is below. I am happy to send anything that would help.",
            kind=MessageKind.CHECK_IN,
            original=first.body,
        ),
    ]


def saltmarsh() -> list[Record]:
    role = Role("saltmarsh", "saltmarsh")
    offered = at(13, 16, 30)
    return [
        role.opportunity(
            "Saltmarsh Studio",
            "Senior UX Designer",
            applied=at(7, 9, month=4),
            outcome=Outcome.OFFER,
            outcome_at=offered,
        ),
        *role.people("Grace Oyelaran"),
        role.interview(at(5, 14), at(5, 15), "Grace Oyelaran"),
        *role.highlights(studio=("the studio's open Fridays", ("Grace Oyelaran",))),
        role.sent(
            "Grace Oyelaran",
            at(5, 17, 30),
            "Thank you, and the studio's open Fridays",
            "Thank you for having me this afternoon. The studio's open Fridays are the best "
            "argument for a place to work that I have heard in a while.",
            "I would be delighted to bring the harbour project to one of them.",
        ),
        role.sent(
            "Grace Oyelaran",
            at(13, 17, 50),
            "Re: Your offer",
            "Thank you, this is wonderful news. I have the offer in front of me and will read it "
            "with care.",
            "You will have my answer by Wednesday 20 May at the latest.",
            kind=MessageKind.OFFER_ACKNOWLEDGEMENT,
        ),
        Fact(
            id=FactId("saltmarsh-offer"),
            opportunity_id=OpportunityId("saltmarsh"),
            kind=FactKind.OFFER,
            at=offered,
            day=date(2026, 5, 20),
        ),
    ]


def juniper() -> list[Record]:
    role = Role("juniper", "juniperpike")
    told = at(8, 11)
    return [
        role.opportunity(
            "Juniper & Pike",
            "Design Lead",
            applied=at(10, 9, month=4),
            outcome=Outcome.NOT_THIS_TIME,
            outcome_at=told,
        ),
        Message(
            id=MessageId("juniper-reply"),
            opportunity_id=OpportunityId("juniper"),
            kind=MessageKind.REPLY_TO_REJECTION,
            sent_at=at(8, 16, 20),
            to_name="Hiring Team",
            subject="Re: Design Lead",
            body="Dear Hiring Team,\n\nThank you for telling me so soon. I would be glad to hear "
            "from you when another role comes up.\n\nKind regards,\nMaya Ferrer",
        ),
        Fact(
            id=FactId("juniper-rejection"),
            opportunity_id=OpportunityId("juniper"),
            kind=FactKind.REJECTION,
            at=told,
        ),
    ]
