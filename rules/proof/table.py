"""Every check by its number in RULES 7: what it is for, in words, and the function that looks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rules.proof import (
    attachments,
    confusions,
    dates,
    elapsed,
    greeting,
    left_over,
    likeness,
    links,
    loudness,
    names,
    pronouns,
    punctuation,
    role,
    sender,
    sending,
    size,
    spelling,
    substance,
    talk_day,
    thread,
    titles,
    tone,
    unfilled,
    wording,
)
from rules.proof.finding import Finding
from rules.proof.reading import ALL, APPLICATION, SECOND, THANKS, Kind, Reading


@dataclass(frozen=True)
class Check:
    """One row: its number, the kinds of message it is for, what it makes sure of, and how."""

    id: str
    kinds: frozenset[Kind]
    says: str
    look: Callable[[Reading], Iterator[Finding]]


CHECKS: tuple[Check, ...] = (
    Check("F01", ALL, "No blank is left unfilled", unfilled.placeholders),
    Check("F02", ALL, "Subject and letter say something", unfilled.emptiness),
    Check("F03", ALL, "No broken or hidden characters", unfilled.broken_characters),
    Check("F04", ALL, "No line added by a phone", unfilled.device_footer),
    Check("N01", ALL, "There is a greeting with a name", greeting.greets),
    Check(
        "N03", ALL, "The greeting is for the recipient, spelt as on record", greeting.greeted_name
    ),
    Check("N06", ALL, "Names in the letter are spelt as on record", names.misspelt_names),
    Check("N07", ALL, "No name of another application", left_over.left_over),
    Check("N08", ALL, "Signed with your name", sender.sign_off),
    Check("N09", ALL, "The address is the recipient's", sender.recipient_address),
    Check("N10", ALL, "The address is of the company", sender.address_domain),
    Check("N11", THANKS, "One interviewer to a letter", sender.one_interviewer),
    Check("N12", ALL, "No title that is not on record", titles.in_greeting),
    Check("N12", ALL, "No title that is not on record", titles.in_text),
    Check("N13", ALL, "No guessed he or she", pronouns.guessed),
    Check("N14", ALL, "The role is named", role.role_title),
    Check("N15", ALL, "Not from your employer's account", sender.employer_account),
    Check("H01", frozenset({Kind.THANK_YOU}), "Something they said", substance.highlight),
    Check("H02", THANKS, "A word of thanks", substance.thanks),
    Check(
        "H03", THANKS | APPLICATION | SECOND, "It says that you want the role", substance.interest
    ),
    Check("H04", SECOND, "Something new", substance.something_new),
    Check("H05", SECOND | APPLICATION, "One question", substance.questions),
    Check("D01", THANKS - {Kind.PASS_ON}, "Not the same letter twice", likeness.same_note),
    Check("D02", THANKS, "Each is thanked for something else", likeness.same_highlight),
    Check("D03", THANKS, "Not your note of an earlier round", likeness.earlier_note),
    Check("D04", THANKS, "The card says more than the email", likeness.same_as_email),
    Check("O01", SECOND, "The whole original below", thread.whole_original),
    Check("O02", SECOND, "The original is the recipient's own", thread.right_original),
    Check("O03", SECOND, "The same subject, one Re:", thread.same_subject),
    Check("O04", SECOND, "The new text above the quote", thread.above_the_quote),
    Check("O05", SECOND, "It joins the thread", thread.headers),
    Check("A01", ALL, "What is promised is attached", attachments.promised),
    Check("A02", ALL, "What is attached is mentioned", attachments.unmentioned),
    Check("A03", ALL, "File names fit this application", attachments.file_names),
    Check("L01", ALL, "A good length", size.length),
    Check("L02", ALL, "Easy to read", size.density),
    Check("L03", ALL, "Not too much I", size.opening_i),
    Check("L04", ALL, "A subject that says what it is", size.subject),
    Check("C01", ALL, "No shouting", loudness.shouting),
    Check("C02", ALL, "Few exclamation marks", loudness.exclamations),
    Check("C03", ALL, "No smileys", loudness.emoji),
    Check("C04", ALL, "No pressure", tone.pressing),
    Check("C05", ALL, "No blame", tone.accusing),
    Check("C06", ALL, "No plea", tone.needy),
    Check("C07", ALL, "No apology without need", tone.apologetic),
    Check("C08", ALL, "No worn phrases", tone.worn),
    Check("C09", THANKS, "No word of pay or leave", tone.pay),
    Check("C10", ALL, "No slang", tone.slang),
    Check("C11", THANKS, "No mention of lateness", tone.lateness),
    Check("W01", ALL, "Spelling", spelling.never_words),
    Check("W01", ALL, "Spelling", spelling.spelling),
    Check("W01", ALL, "Spelling", spelling.mixture),
    Check("W02", ALL, "Words that are easily confused", spelling.grammar),
    Check("W02", ALL, "Words that are easily confused", confusions.confusions),
    Check("W03", ALL, "No word twice", wording.doubled),
    Check("W04", ALL, "Punctuation", punctuation.punctuation),
    Check("W05", ALL, "Spaces", wording.spaces),
    Check("T01", ALL, "Weekdays fit their dates", dates.weekday_of_date),
    Check(
        "T02",
        THANKS,
        "Today and yesterday are right on the day it goes out",
        talk_day.relative_days,
    ),
    Check("T03", ALL, "The day of the talk is right", talk_day.meeting_day),
    Check("T04", ALL, "No date with two readings", dates.numeric_dates),
    Check("T05", SECOND, "How long ago is right", elapsed.elapsed),
    Check("T06", APPLICATION, "The day of applying is right", dates.applied_on),
    Check("U01", ALL, "Links are whole", links.broken),
    Check("U02", ALL, "The signature is the profile's", sender.signature),
    Check("U03", ALL, "No links that track", links.tracked),
    Check("R01", ALL, "A message is due", sending.allowed),
    Check("R02", ALL, "Not sent before", likeness.already_sent),
    Check("R03", THANKS, "A good hour", sending.good_hour),
)
