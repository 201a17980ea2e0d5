"""How it sounds: C01 to C11."""

from dataclasses import replace

import pytest

from rules.proof import Heard, Me, ProofLetter, Severity, check
from rules.records import MessageKind
from tests.rules.proof.desk import (
    APPLIED,
    CHECK_IN,
    LETTER,
    ME,
    REJECTED,
    TUESDAY,
    Words,
    found,
    of,
    saying,
)

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
OFFER = replace(REJECTED, kind=MessageKind.COMPETING_OFFER)
WORDS = Words("kitchen oven very good bread such a simple plan this is the of")


@pytest.mark.parametrize("letter", [CHECK_IN, APPLIED, REJECTED])
def test_the_letters_of_these_tests_are_good(letter: ProofLetter) -> None:
    assert check(letter).findings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This was VERY good.", [(CONSIDER, "VERY", "very")]),
        ("PLEASE BREAD, OVEN first.", [(CONSIDER, "PLEASE BREAD, OVEN", "Please bread, oven")]),
        ("It is SUCH A SIMPLE plan.", [(CONSIDER, "SUCH A SIMPLE", "such a simple")]),
        ("We used HACCP and BRC rules.", []),
        ("The UK and US differ.", []),
        ("I know AWS, GCP and SQL.", []),
        ("The KESTREL FOODS sign is old.", []),
        ("The AT&T and B&Q of ovens.", []),
        ("I\u2019M sure.", []),
    ],
)
def test_shouting(text: str, expected: list[tuple[Severity, str, str]]) -> None:
    assert found("C01", saying(text), WORDS) == expected


def test_shouting_without_a_dictionary() -> None:
    assert found("C01", saying("NEVER again.")) == [(CONSIDER, "NEVER", "Never")]
    assert not of("C01", saying("The BREAD OVEN is hot."))  # each may be an acronym


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("THANK YOU: KITCHEN MANAGER", [(FIX, "Thank you: Kitchen Manager")]),
        ("KITCHEN MANAGER", []),
        ("THANK YOU", []),
        ("Thank you: KITCHEN MANAGER", []),
    ],
)
def test_a_subject_in_capitals(subject: str, expected: list[tuple[Severity, str]]) -> None:
    hits = found("C01", replace(LETTER, subject=subject))
    assert [(severity, right) for severity, _, right in hits] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What a kitchen!", []),
        ("What a kitchen! What bread!", [(CONSIDER, "!", ".")]),
        ("What a kitchen!!", [(CONSIDER, "!!", "."), (CONSIDER, "!", ".")]),
        ("Really?! It is.", [(CONSIDER, "?!", "?")]),
        ("One! Two! Three! Four!", [(FIX, "", None)]),
        ("See https://x.example/!!! now.", []),
        ("At Yum! and Yum! I cooked.", []),
    ],
)
def test_exclamation_marks(text: str, expected: list[tuple[Severity, str, str | None]]) -> None:
    me = replace(ME, past_employers=("Yum!",))
    assert found("C02", saying(text, me=me)) == expected


def test_an_exclamation_mark_in_a_subject() -> None:
    shout = replace(LETTER, subject="Thank you: Kitchen Manager!")
    assert found("C02", shout) == [(CONSIDER, "!", "")]
    assert not of("C02", replace(shout, subject="Kitchen Manager at Yum!", company="Yum!"))
    assert found("C02", replace(shout, company="")) == [(CONSIDER, "!", "")]
    reply = replace(CHECK_IN, subject=CHECK_IN.subject + "!")
    assert not of("C02", reply)  # the subject of the first letter stays as it was


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Good bread \U0001f600 indeed.", ["\U0001f600"]),
        ("Flags \U0001f1ec\U0001f1e7 fly.", ["\U0001f1ec\U0001f1e7"]),
        ("It was fun :) and good.", [":)"]),
        ("I <3 bread.", ["<3"]),
        ("Bread in <3 min and ratio 1:8) now.", []),
        ("See https://x.example/:) there.", []),
        ("\u2713 bread, \u2713 soup.", []),
        ("Python (version=8) is old (see page 8) now.", []),
    ],
)
def test_smileys(text: str, expected: list[str]) -> None:
    assert [one.wrong for one in of("C03", saying(text))] == expected
    assert all(one.severity is FIX and one.part for one in of("C03", saying(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I need to hear from you.", FIX),
        ("Please let me know by tomorrow.", FIX),
        ("Could you answer as soon as possible?", FIX),
        ("Please reply ASAP.", FIX),
        ("This is my final reminder.", FIX),
        ("I will call you on Friday.", FIX),
        ("This is urgent for me.", FIX),
        ("I expect an answer from you.", FIX),
        ("I will send the plan by tomorrow.", None),
        ("I can let you know by tomorrow.", None),
        ("I will answer as soon as possible.", None),
        ("Please send the form as soon as it is ready.", None),
        ("I did urgent repairs at night.", None),
        ("The urgent care unit was full.", None),
        ("When may I expect to hear from you?", None),
        ("\u201cI need to hear the bread,\u201d you said.", None),
    ],
)
def test_pressing(text: str, expected: Severity | None) -> None:
    hits = [one.severity for one in of("C04", saying(text, CHECK_IN))]
    assert hits == ([expected] if expected else [])


def test_urgent_is_the_word_of_some_trades() -> None:
    letter = saying("It is urgent.", role="Urgent Care Nurse")
    assert not of("C04", letter)


def test_a_call_that_was_invited_presses_less() -> None:
    letter = saying("I will call you on Friday.", call_invited=True)
    assert found("C04", letter) == [(CONSIDER, "I will call you", None)]


def test_a_competing_offer_presses_by_its_nature() -> None:
    letter = saying("Please let me know by tomorrow. It is their final offer.", OFFER)
    assert {one.severity for one in of("C04", letter)} == {CONSIDER}
    assert [one.wrong for one in of("C04", letter)] == ["by tomorrow", "final offer"]


@pytest.mark.parametrize(
    ("row", "text", "severity"),
    [
        ("C05", "You said you would write to me.", FIX),
        ("C05", "You said that I would hear on Monday.", FIX),
        ("C05", "You told me a decision would come.", FIX),
        ("C05", "You said there would be news.", FIX),
        ("C05", "You promised me an answer.", FIX),
        ("C05", "I still haven't heard back.", FIX),
        ("C05", "I have not heard anything.", FIX),
        ("C05", "I have not yet received a reply.", FIX),
        ("C05", "Why haven\u2019t you answered?", FIX),
        ("C05", "You have not replied.", FIX),
        ("C06", "I am desperate to work.", FIX),
        ("C06", "I would take any job.", FIX),
        ("C06", "I really need this job.", FIX),
        ("C06", "I cannot pay my rent.", FIX),
        ("C06", "It is my dream job.", CONSIDER),
        ("C07", "Sorry to bother you.", CONSIDER),
        ("C07", "I know you are very busy.", CONSIDER),
        ("C07", "I apologise for the delay.", CONSIDER),
        ("C07", "I do not want to be a pest.", CONSIDER),
        ("C08", "I am just checking in.", CONSIDER),
        ("C08", "I wanted to touch base.", CONSIDER),
        ("C08", "I hope this email finds you well.", CONSIDER),
        ("C10", "I wanna work here.", CONSIDER),
        ("C10", "Thx for it.", CONSIDER),
        ("C10", "That was a damn good loaf.", CONSIDER),
    ],
)
def test_a_tone_that_hurts(row: str, text: str, severity: Severity) -> None:
    assert [one.severity for one in of(row, saying(text, CHECK_IN))] == [severity]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("C05", "You said you would rather train than hire."),
        ("C05", "You said that a good cook would answer every guest."),
        ("C05", "I had never heard of it."),
        ("C05", "I have never heard a better plan."),
        ("C05", "I have heard from the college."),
        ("C06", "I need this kind of work to be slow."),
        ("C06", "The desperate hours before seven are yours."),
        ("C07", "I was sorry to miss the bread."),
        ("C07", "I know how busy the kitchen is."),
        ("C06", "Eviction hearings were moved to the evening."),
        ("C06", "The bakery had run out of money for flour."),
        ("C05", "You promised him a lamp."),
        ("C06", "It was the last chance to see the ovens."),
        ("C04", "I insist on sharp knives."),
        ("C04", "The bell is a gentle reminder of the shift."),
        ("C08", "The manager checks in at six."),
        ("C10", "The Tbh unit is U-shaped."),
        ("C10", "We say \u201cgonna rise\u201d of dough."),
        ("C10", "The FYI board hangs there."),
    ],
)
def test_a_tone_that_does_not(row: str, text: str) -> None:
    assert not of(row, saying(text, CHECK_IN))


def test_slang_of_the_record_is_their_word() -> None:
    assert not of("C10", saying("The dude ranch was good.", company="Dude Ranch"))
    assert not of("C10", saying("It was a btw moment.", notes="btw: ask"))


def test_hey_is_no_greeting() -> None:
    letter = replace(LETTER, body=LETTER.body.replace("Dear", "Hey"))
    assert found("C10", letter) == [(CONSIDER, "Hey", "Hi")]


def test_slang_is_mended_where_the_word_is_known() -> None:
    assert found("C10", saying("I was gonna ask.")) == [(CONSIDER, "gonna", "going to")]


def test_a_greeting_for_nobody() -> None:
    letter = replace(LETTER, body=LETTER.body.replace("Dear Priya", "Dear Sir or Madam"))
    assert [one.severity for one in of("C08", letter)] == [FIX]
    assert [one.severity for one in of("C08", replace(letter, recipient=None))] == [CONSIDER]
    named = replace(LETTER, body=LETTER.body.replace("Dear Priya", "Dear Madam Raman"))
    assert not of("C08", named)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What is the salary for my role?", ["salary"]),
        ("Could I work from home?", ["work from home"]),
        ("I would like paid leave.", ["paid leave"]),
        ("Your bonus would suit me.", ["bonus"]),
        ("The bakers there spent their wages on flour.", []),
        ("I rebuilt the pension scheme of the city.", []),
    ],
)
def test_pay(text: str, expected: list[str]) -> None:
    letter = saying(text, heard=(*LETTER.heard, Heard(text="the pension scheme", by="")))
    assert [one.wrong for one in of("C09", letter)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am sorry that this note is late.", 1),
        ("I should have written sooner.", 1),
        ("My thanks come late.", 1),
        ("This letter is later than I meant it to be.", 1),
        ("Forgive me for not thanking you sooner.", 1),
        ("The late shift writes a note each night.", 0),
        ("The bread came earlier than the thanks did.", 0),
        ("It was late when we spoke.", 0),
    ],
)
def test_lateness(text: str, expected: int) -> None:
    late = saying(text, planned=TUESDAY.replace(day=12))
    assert len(of("C11", late)) == expected
    assert not of("C11", saying(text, planned=None))
    assert not of("C11", saying(text))


def test_nothing_is_said_of_names_like_marks() -> None:
    assert not of("C02", replace(LETTER, me=Me(name="Jo Larkin", past_employers=("Larkin",))))
