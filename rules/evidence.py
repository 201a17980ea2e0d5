"""Why a step is advised: one line, where it comes from, and a survey where one exists.

Surveys are quoted in their own wording with the year; whatever could not be verified
is not here at all (RULES 0.1 and 10).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Evidence:
    """One reason: a sentence for the person, its source, and a survey's own words or nothing."""

    sentence: str
    source: str
    survey: str = ""

    @property
    def caveat(self) -> str:
        """What a survey cannot say: two of them were paid for by those who sell such advice."""
        return _POLL if self.survey in (_THANK_YOU_SURVEY, _FOLLOW_UP_SURVEY) else ""


_PRACTICE = "Derived from the two limits: thanks within a day, two messages a round."
_OWN = "Your own records."
_THANK_YOU_SURVEY = (
    "CareerBuilder, 2011, more than 2,800 US employers: 22 % are less likely to hire somebody "
    "who sent no thank-you note; 89 % accept it by email."
)
_FOLLOW_UP_SURVEY = (
    "Accountemps / Robert Half, 2011, more than 1,000 US senior managers: 81 % encouraged "
    "a follow-up within two weeks of applying."
)
_OFF_HOURS_SURVEY = (
    "Giurge and Bohns, 2021, eight studies with more than 4,000 adults: readers of off-hours "
    "mail feel a need to answer sooner than its senders mean."
)
_DURATION_SURVEY = (
    "Glassdoor, 2017, 83,921 reviews: a hiring process took 23.8 days on average, in government "
    "53.8, for professors 60.3."
)
_POLL = "What employers say they do, asked by a firm that earns from such advice."
_OFFICES = "Career offices of Princeton, Columbia, Georgetown and UMBC"

_APPLICATION = {
    "application_second_week": Evidence(
        "Eight in ten managers in a 2011 survey encouraged a check-in within two weeks.",
        "Robert Half, 2011; career office of the University of Pennsylvania",
        _FOLLOW_UP_SURVEY,
    ),
    "after_closing_day": Evidence(
        "Before the closing date there is usually nothing to tell you.",
        "APU career services",
    ),
    "no_contact": Evidence(
        "They asked not to be contacted; doing so can cost you the job.",
        "Career office of New England Law; StudentJob",
    ),
    "application_followed_up": Evidence(
        "An application gets one follow-up, and it went out.", "Localwise career advice"
    ),
    "not_needed": Evidence("You said that this letter is not needed.", _OWN),
    "no_sent_day": Evidence("Without the day you applied no follow-up can be timed.", _OWN),
}

_THANKS = {
    "phone_screen": Evidence(
        "A screen is an interview too; a short note is enough.",
        "The Lawyer Whisperer; denisempls.org",
        _THANK_YOU_SURVEY,
    ),
    "within_a_day": Evidence(
        "Within a day, while they still remember you.", _OFFICES, _THANK_YOU_SURVEY
    ),
    "decides_at_once": Evidence(
        "They decide now, so a brief note now beats a polished one tomorrow.",
        "Career office of Princeton",
    ),
    "panel": Evidence(
        "One note each, each about something they said.",
        "Career office of Princeton; Smith Hanley",
        _THANK_YOU_SURVEY,
    ),
    "group_note": Evidence(
        "One note through the organiser is accepted when you cannot reach all.",
        "Career offices of Iowa State and Wesleyan",
    ),
    "several_talks": Evidence("One note each, while each talk is fresh.", _PRACTICE),
    "new_round": Evidence(
        "Each round is a new interview, so thank again.", "LiveCareer; Ask a Manager"
    ),
    "no_address": Evidence(
        "Ask the organiser; do not guess an address.",
        "Candidly Keri; career office of Iowa State; ClearPoint",
    ),
    "agency": Evidence(
        "The agency speaks for you; go through it.", "Appoint; Andersen; ClearPoint; TCI"
    ),
    "late": Evidence(
        "Still within what most offices advise.", "Career offices of Princeton and Brooklyn"
    ),
    "very_late": Evidence("Late is better than never.", "Career office of UT San Antonio; Monster"),
    "thanks_with_question": Evidence(
        "After a week a bare thank-you looks careless; add it to your follow-up.", "Monster"
    ),
    "no_longer_interested": Evidence(
        "Courtesy costs little, even when you pass.",
        "Career offices of UT San Antonio and Muhlenberg",
    ),
    "nobody_to_thank": Evidence("Nobody is left to write to.", _OWN),
    "nobody_on_record": Evidence("Whom did you meet? Then the letters can be written.", _OWN),
    "no_recruiter": Evidence("Who is the agency's recruiter? Your note goes there.", _OWN),
}

_CHECK_INS = {
    "promised_day_passed": Evidence(
        "You waited past the day they named.", "YouTern; Coit Group; Ask a Manager"
    ),
    "promised_day_ahead": Evidence(
        "They told you when; asking sooner hurts.", "Ask a Manager; APU career services"
    ),
    "one_more": Evidence(
        "One more, a week or two later, with the first below it.", "LiveCareer; Dana Manciagli"
    ),
    "check_in_overdue": Evidence("Late but still your last word; then leave it.", _PRACTICE),
    "still_deciding": Evidence(
        "They gave a new date, so the clock starts from it.", "Ask a Manager"
    ),
    "away": Evidence("They are away; writing now goes unread.", _PRACTICE),
    "call": Evidence(
        "One call at most; email is easier on them.",
        "Career office of UMBC; US News; Climb the Ladder",
    ),
    "off_hours": Evidence(
        "Off-hours mail feels more urgent to the reader than you mean.",
        "Giurge and Bohns, 2021",
        _OFF_HOURS_SURVEY,
    ),
    "slow_search": Evidence(
        "These searches take about twice as long.", "Glassdoor, 2017", _DURATION_SURVEY
    ),
    "both_sent": Evidence("Both follow-ups are sent; the next word is theirs.", "LiveCareer"),
    "invited_sent": Evidence(
        "You asked once after their date; the next word is theirs.", "Ask a Manager"
    ),
    "they_replied": Evidence("They wrote back, so nothing unprompted is due.", _PRACTICE),
    "nobody_reached": Evidence("Nobody on record got your first message.", _PRACTICE),
    "moment_passed": Evidence("The last day for a check-in has gone by.", _PRACTICE),
    "enough": Evidence(
        "You have done what is reasonable; put the energy elsewhere.",
        "LiveCareer; career office of Parkland; APU career services",
    ),
}

_ANSWERS = {
    "answer": Evidence("A reply to them is never a nuisance.", _PRACTICE),
    "rejection": Evidence(
        "A calm reply keeps the door open.", "Washington Post Jobs; Climb the Ladder"
    ),
    "keep_in_touch": Evidence("Not before a month; one person, not all.", "Versique"),
    "offer": Evidence(
        "Acknowledge within a day; you need not decide yet.",
        "Career offices of Duke Law and Santa Monica College",
    ),
    "offer_open": Evidence("The decision is yours now.", _OWN),
    "offer_elsewhere": Evidence(
        "A real deadline elsewhere is a fair reason to write early.",
        "Career offices of Nebraska-Lincoln and UMBC",
    ),
    "withdrawal": Evidence(
        "Tell them as soon as you know.",
        "Career offices of UMBC, Muhlenberg and Case Western",
    ),
    "decision_first": Evidence("The answer is here; reply to that.", _PRACTICE),
    "closed": Evidence("It is over, and nothing is left to write.", _OWN),
}

_OTHERS = {
    "interview_ahead": Evidence("Thanks come after the talk, never before it.", _OFFICES),
    "no_date": Evidence("Without a date nothing can be timed.", _OWN),
    "sent_or_not": Evidence("Copied is not sent: only you know whether it went out.", _OWN),
    "card_on_paper": Evidence(
        "A card can arrive after the decision, so email first.",
        "Lawrence University; CNBC, 2017",
    ),
    "reader_clock": Evidence("Times follow the reader's clock.", _PRACTICE),
    "less_usual_here": Evidence(
        "Less usual here; harmless if brief.", "Postgraduate Forum; jobs.ac.uk"
    ),
}

EVIDENCE: Mapping[str, Evidence] = MappingProxyType(
    _APPLICATION | _THANKS | _CHECK_INS | _ANSWERS | _OTHERS
)
"""Keyed by the reason of a next step; the last few by a remark beside one."""
