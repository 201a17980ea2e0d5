"""What a letter is made of and sent with: F, H, D, O, A, L, U and R rows."""

from dataclasses import replace

import pytest

from rules.proof import (
    Attached,
    Heard,
    ProofLetter,
    Pursuit,
    Sent,
    Severity,
    Somebody,
    check,
    fixed,
)
from rules.proof.likeness import jaccard, likeness
from rules.proof.text import LIMIT, Text, distance, fold, own_end
from rules.records import MessageKind
from tests.rules.proof.desk import (
    APPLIED,
    CHECK_IN,
    FIRST,
    LETTER,
    ME,
    OWEN,
    REJECTED,
    Words,
    found,
    of,
    saying,
)

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER


@pytest.mark.parametrize(
    "blank",
    [
        "{{name}}",
        "${date}",
        "%(role)s",
        "<<company>>",
        "\u00abNom\u00bb",
        "{Company}",
        "<insert date>",
        "[one thing they said]",
        "XXX",
        "XX%",
        "TBD",
        "TODO",
        "Lorem ipsum",
        "____",
        "???",
        "Company Name",
        "Hiring Manager Name",
    ],
)
def test_a_blank_left_open(blank: str) -> None:
    assert [one.severity for one in of("F01", saying(f"It was {blank} that I saw."))] == [FIX]
    assert of("F01", replace(LETTER, subject=f"Kitchen Manager {blank}"))


@pytest.mark.parametrize(
    "text",
    [
        "As it was [1], so it is [sic] and [...].",
        "See [my plan](https://x.example/plan).",
        "See https://x.example/{id}/[a]/XXX now.",
        "The set {1, 2} and a_b stay.",
        "The file [final plan].pdf is there.",
        "The [Open] Kitchen is yours.",
    ],
)
def test_what_looks_like_a_blank(text: str) -> None:
    letter = saying(text, attached=(Attached(name="[final plan].pdf"),), company="[Open] Kitchen")
    assert not of("F01", letter)


def test_emptiness() -> None:
    assert found("F02", replace(LETTER, subject=" ", body="\n")) == [
        (FIX, "", None),
        (FIX, "", None),
    ]
    assert not of("F02", replace(LETTER, subject="", on_paper=True))


@pytest.mark.parametrize("sign", ["\n", "\r", "\0", "\r\n"])
def test_a_subject_is_one_line(sign: str) -> None:
    letter = replace(LETTER, subject=f"Thank you:{sign}Kitchen Manager")
    (one,) = of("F02", letter)
    assert fixed(letter, one).subject == "Thank you: Kitchen Manager"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The caf\u00c3\u00a9 is near.", [None]),
        ("It\u00e2\u20ac\u2122s near.", [None]),
        ("Salt &amp; bread.", ["&"]),
        ("Salt<br>bread.", [None]),
        ("Salt \ufffd bread.", [None]),
        ("Salt\u200b bread.", [""]),
        ("Salt \u202ebread.", [""]),
        ("\ufeffSalt.", [""]),
        ("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 is a word.", []),
        ("S\u200calt.", [""]),
        ("The S\u00c3O PAULO office is near.", []),
        ("Caf\u00e9 \u00c2ngela is near, na\u00efve too.", []),
    ],
)
def test_broken_characters(text: str, expected: list[str | None]) -> None:
    assert [one.right for one in of("F03", saying(text))] == expected


def test_a_line_that_the_phone_added() -> None:
    letter = replace(LETTER, body=f"{LETTER.body}\n\nSent from my iPhone")
    assert found("F04", letter) == [(FIX, "Sent from my iPhone", "")]
    assert not of("F04", saying("I have sent from my kitchen bread to you."))
    alone = replace(LETTER, body="Sent from my iPhone")
    assert found("F04", alone) == [(FIX, "Sent from my iPhone", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bread proved overnight matters.", FIX),
        ("The cooks write the rota.", None),
        ("Cooks who wrote rotas.", None),
        ("A self-written rota is a cook's joy.", None),
    ],
)
def test_something_they_said(text: str, expected: Severity | None) -> None:
    body = f"Dear Priya,\n\nThank you. {text}\n\nKind regards,\nJo Larkin"
    letter = replace(LETTER, body=body)
    assert [one.severity for one in of("H01", letter)] == ([expected] if expected else [])


def test_one_rare_word_is_enough() -> None:
    heard = (Heard(text="audits by the HACCP office of Mr Quell, 38 rules", by="Priya Raman"),)
    for word in ("HACCP", "Quell", "38"):
        body = f"Dear Priya,\n\nThank you for {word}.\n\nKind regards,\nJo Larkin"
        assert not of("H01", replace(LETTER, body=body, heard=heard), Words("office audits"))
    assert of("H01", replace(LETTER, heard=heard))


def test_nothing_they_said_is_recorded() -> None:
    none = replace(LETTER, heard=())
    assert [one.severity for one in of("H01", none)] == [FIX]
    for silent in ({"variant": "pass_on"}, {"recipient": None}, {"kind": MessageKind.PASS_ON}):
        assert not of("H01", replace(none, **silent))


def test_thanks_and_interest() -> None:
    body = "Dear Priya,\n\nThe cooks write the rota.\n\nKind regards,\nJo Larkin"
    assert [one.severity for one in of("H02", replace(LETTER, body=body))] == [FIX]
    assert [one.severity for one in of("H03", replace(LETTER, body=body))] == [CONSIDER]
    for said in ("I should welcome the chance.", "It would please me.", "I am keen on it."):
        assert not of("H03", saying(said, replace(LETTER, body=body)))


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("I remain very interested in the Kitchen Manager role. Is there any news?", False),
        (
            "Thank you for your time on Tuesday. The rota that the cooks write stayed with me.",
            False,
        ),
        (
            "Since then I passed the allergen course, wrote a plan for early bread and hired two.",
            True,
        ),
        (
            "I passed HACCP level three on Monday; the report praised my cold store most of all.",
            True,
        ),
    ],
)
def test_something_new(text: str, new: bool) -> None:
    body = CHECK_IN.body[own_end(CHECK_IN.body) :]
    letter = replace(CHECK_IN, body=f"Dear Priya,\n\n{text}\n\nKind regards,\nJo Larkin\n\n{body}")
    assert bool(of("H04", letter)) is not new
    assert not of("H04", replace(letter, original=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Do you know more?", 0),
        ("Please tell me whether you know more.", 1),
        ("Kindly let me know.", 1),
        ("\u201cWhy?\u201d was your first question. See https://x.example/?a?b.", 1),
        ("Who? When? Where?", 1),
    ],
)
def test_one_question(text: str, expected: int) -> None:
    body = f"Dear Priya,\n\n{text}\n\nKind regards,\nJo Larkin"
    assert len(of("H05", replace(APPLIED, body=body))) == expected


NOTE = Sent(to="owen@kestrel.example", body=LETTER.body.replace("Priya", "Owen"))


def test_the_same_letter_twice() -> None:
    copy = replace(LETTER, other_notes=(NOTE,))
    assert [one.severity for one in of("D01", copy)] == [FIX]
    assert "Owen Hale" in of("D01", copy)[0].reason
    half = LETTER.body.split("\n\n")
    half[2] = "At home I keep hens, two goats and a long table that seats nine of my friends."
    half[3] = "Bakers start at two because dough will not wait for anybody, and I like that of it."
    some = replace(copy, body="\n\n".join(half))
    assert [one.severity for one in of("D01", some)] in ([], [CONSIDER])
    other = "Hi,\n\nHens lay eggs.\n\nBest,\nJo Larkin"
    assert not of("D01", replace(LETTER, other_notes=(Sent(to="x@y.example", body=other),)))
    assert not of("D01", replace(LETTER, body="", other_notes=(NOTE,)))


def test_much_of_the_same_letter() -> None:
    new = "Hens and goats know more of patience than any plan that an office ever sent to a cook."
    paragraphs = LETTER.body.split("\n\n")
    paragraphs[2] = new
    letter = replace(LETTER, body="\n\n".join(paragraphs), other_notes=(NOTE,))
    assert [one.severity for one in of("D01", letter)] == [CONSIDER]
    unknown = replace(NOTE, to="someone@else.example")
    assert "someone" in of("D01", replace(letter, other_notes=(unknown,)))[0].reason


def test_likeness() -> None:
    assert jaccard([], []) == 0.0
    assert likeness("", "a b").ratio == 0.0
    assert likeness("Thank you all.", "We thank you, all of us.").ratio == 1.0
    assert likeness("one two three four five six nine.", "two three four five seven.").unshared < 7


def test_the_same_highlight_for_two() -> None:
    same = (*LETTER.heard, Heard(text="The cooks write the rota themselves", by="Owen Hale"))
    letter = replace(LETTER, heard=(*same, Heard(text="no one's")))
    assert [one.severity for one in of("D02", letter)] == [FIX]
    assert not of("D02", LETTER)
    assert not of("D02", replace(letter, recipient=None))


def test_the_note_of_an_earlier_round_and_the_email() -> None:
    earlier = Sent(to="Priya Raman", body=LETTER.body)
    assert [one.severity for one in of("D03", replace(LETTER, earlier_notes=(earlier,)))] == [
        CONSIDER
    ]
    assert not of("D03", replace(LETTER, earlier_notes=(Sent(to="x", body="Other words."),)))
    card = replace(LETTER, on_paper=True, email_text=LETTER.body)
    assert [one.severity for one in of("D04", card)] == [CONSIDER]
    assert not of("D04", replace(card, email_text="Dear Priya,\n\nSomething else."))
    assert not of("D04", replace(card, email_text=""))


def test_sent_before() -> None:
    for to in ("Priya Raman", "priya@kestrel.example", ""):
        before = replace(LETTER, sent_before=(Sent(to=to, body=LETTER.body + "\n"),))
        assert [one.severity for one in of("R02", before)] == [FIX]
    for other in (Sent(to="Owen Hale", body=LETTER.body), Sent(to="Priya Raman", body="Other.")):
        assert not of("R02", replace(LETTER, sent_before=(other,)))
    assert of("R02", replace(before, recipient=None))


def quoting(quote: str, **changes: object) -> ProofLetter:
    own = CHECK_IN.body[: own_end(CHECK_IN.body)]
    return replace(CHECK_IN, body=f"{own}{quote}", **changes)  # type: ignore[arg-type]


def test_the_original_is_below_and_whole() -> None:
    assert not of("O01", CHECK_IN)
    assert [one.severity for one in of("O01", quoting(""))] == [FIX]
    cut = "> " + FIRST[:60].replace("\n", "\n> ")
    assert [one.severity for one in of("O01", quoting(cut))] == [FIX]
    assert not of("O01", replace(CHECK_IN, original=None))
    assert not of("O01", quoting("> x", original=Sent(to="Priya Raman", body=">")))
    wrapped = "> " + FIRST.replace("\n", "\n> ").replace(" that ", "\n> that ")
    assert not of("O01", quoting(wrapped))


def test_the_original_is_the_recipients_own() -> None:
    assert CHECK_IN.original is not None
    to_owen = replace(CHECK_IN.original, to="Owen Hale")
    assert [one.severity for one in of("O02", replace(CHECK_IN, original=to_owen))] == [FIX]
    unknown = replace(CHECK_IN.original, to="")
    greets = quoting("> Dear Owen,\n> thank you.", original=unknown)
    assert "greets Owen" in of("O02", greets)[0].reason
    headed = quoting("From: Jo\nTo: Owen <owen@kestrel.example>\n\nHello.", original=unknown)
    assert [one.severity for one in of("O02", headed)] == [FIX]
    assert not of("O02", quoting("From: Jo\nTo: <priya@kestrel.example>\n", original=unknown))
    assert not of("O02", quoting("> Dear Priya,\n> thank you.", original=unknown))
    assert not of("O02", replace(greets, recipient=None))


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Re: Thank you: Kitchen Manager", []),
        ("RE: thank you:  Kitchen Manager", []),
        ("Thank you: Kitchen Manager", [CONSIDER]),
        ("Re: Re: Thank you: Kitchen Manager", [CONSIDER]),
        ("Fwd: Thank you: Kitchen Manager", [CONSIDER]),
        ("Re: Kitchen Manager", [FIX]),
    ],
)
def test_the_subject_of_the_thread(subject: str, expected: list[Severity]) -> None:
    letter = replace(CHECK_IN, subject=subject)
    assert [one.severity for one in of("O03", letter)] == expected
    for one in of("O03", letter):
        assert one.right == "Re: Thank you: Kitchen Manager"


def test_the_subject_of_no_thread() -> None:
    assert CHECK_IN.original is not None
    for original in (None, replace(CHECK_IN.original, subject=" ")):
        assert not of("O03", replace(CHECK_IN, original=original, subject="Any"))


def test_the_new_text_stands_above() -> None:
    quote = CHECK_IN.body[own_end(CHECK_IN.body) :]
    assert [one.severity for one in of("O04", replace(CHECK_IN, body=quote))] == [FIX]
    assert not of("O04", CHECK_IN)
    assert not of("O04", replace(CHECK_IN, body="Dear Priya,", original=None))


def test_it_joins_the_thread() -> None:
    assert CHECK_IN.original is not None
    lost = replace(CHECK_IN.original, message_id=None)
    assert [one.severity for one in of("O05", replace(CHECK_IN, original=lost))] == [CONSIDER]
    assert not of("O05", CHECK_IN)


PLAN = Attached(name="plan.pdf")


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("I have attached my plan.", True),
        ("Please find my plan attached.", True),
        ("My CV is attached.", True),
        ("See attached.", True),
        ("It is all there (CV attached).", True),
        ("I send it as an attachment.", True),
        ("I have attached myself to the idea.", False),
        ("I am attached to that kitchen already.", False),
        ("I am attaching my plan.", True),
        ("A flat attached to the kitchen.", False),
    ],
)
def test_an_attachment_promised(text: str, promised: bool) -> None:
    assert bool(of("A01", saying(text))) is promised
    assert not of("A01", saying(text, attached=(PLAN,)))


def test_an_attachment_not_mentioned() -> None:
    assert [one.wrong for one in of("A02", replace(LETTER, attached=(PLAN,)))] == ["plan.pdf"]
    assert not of("A02", saying("I have enclosed my plan.", attached=(PLAN,)))


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (Attached(name="Jo_Larkin_CV.pdf"), []),
        (Attached(name="CV_Northwind_Traders.pdf"), [FIX]),
        (Attached(name="CVNorthwindTraders.pdf"), [FIX]),
        (Attached(name="For Astrid Bergqvist.pdf"), [FIX]),
        (Attached(name="For Target.pdf"), [CONSIDER]),
        (Attached(name="Plan Kitchen.pdf"), []),
        (Attached(name="plan_final.pdf"), [CONSIDER]),
        (Attached(name="plan v2.pdf"), [CONSIDER]),
        (Attached(name="plan.pdf", size=None), [FIX]),
        (Attached(name="plan.pdf", size=0), [FIX]),
        (Attached(name="plan.pdf", size=6_000_000), [CONSIDER]),
    ],
)
def test_the_name_of_a_file(file: Attached, expected: list[Severity]) -> None:
    others = (*LETTER.others, Pursuit(company="Target"), Pursuit(company="Kitchen", people=("Al",)))
    letter = replace(LETTER, attached=(file,), others=others)
    assert [one.severity for one in of("A03", letter)] == expected


def test_length() -> None:
    def words(number: int) -> list[Severity]:
        body = f"Dear Priya,\n\n{'bread ' * number}\n\nKind regards,\nJo Larkin"
        return [one.severity for one in of("L01", replace(LETTER, body=body))]

    assert words(5) == [FIX]
    assert words(45) == [CONSIDER]
    assert words(120) == []
    assert words(260) == [CONSIDER]
    assert words(900) == [FIX]


def test_density() -> None:
    long = " ".join(["bread"] * 40) + "."
    assert [one.wrong for one in of("L02", saying(long))] == [long]
    paragraph = "We bake good bread. " * 23 + "So."
    assert [one.wrong for one in of("L02", saying(paragraph))] == [paragraph]
    many = saying("We bake.\n\nWe cook.\n\nWe eat.")
    assert [one.span for one in of("L02", many)] == [None]
    items = saying("I would:\n- " + "\n- ".join(["bake bread for all of us"] * 8))
    assert not [one for one in of("L02", items) if "sentence" in one.reason]


def test_too_much_i() -> None:
    body = "Dear Priya,\n\nI bake. I cook. I\u2019d eat. We talk.\n\nKind regards,\nJo Larkin"
    assert [one.severity for one in of("L03", replace(LETTER, body=body))] == [CONSIDER]
    assert not of("L03", replace(LETTER, body=body.replace("I cook", "You cook")))


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Thank you: Kitchen Manager", []),
        ("Thank you!", [CONSIDER]),
        ("Follow-up", [CONSIDER]),
        ("a" * 61, [CONSIDER]),
        ("a" * 151, [FIX]),
    ],
)
def test_a_subject(subject: str, expected: list[Severity]) -> None:
    assert [one.severity for one in of("L04", replace(LETTER, subject=subject))] == expected
    assert not of("L04", replace(LETTER, subject=subject, on_paper=True))


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://jo.example/plan.", []),
        ("(see https://jo.example/plan_(one))", []),
        ("www.jo.example", []),
        ("jo-larkin.dev/plan", []),
        ("mailto:jo@mail.example", []),
        ("https://93.184.216.34/plan", []),
        ("htp://jo.example", [FIX]),
        ("htps://jo.example", [FIX]),
        ("https:/jo.example/a", [FIX]),
        ("https://jo", [FIX]),
        ("https://localhost/a", [FIX]),
        ("https://wiki.intranet/a", [FIX]),
        ("https://jo..example/a", [FIX]),
        ("https://jo.example:port/a", [FIX]),
        ("https://www.example.com/a", [FIX]),
        ("https://jo.1/a", [FIX]),
        ("file:///home/jo/plan.pdf", [FIX]),
        ("mailto:jo@mail", [FIX]),
        ("https://jolarkin.example/pla", [CONSIDER]),
        ("https://jolarkin.example/plan", []),
        ("https://...", [FIX]),
    ],
)
def test_links(link: str, expected: list[Severity]) -> None:
    me = replace(ME, links=("", "https://jolarkin.example/plan"))
    letter = saying(f"My plan is at {link} for you.", me=me)
    assert [one.severity for one in of("U01", letter)] == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://bit.ly/3abc", 1),
        ("https://jo.example/plan?utm_source=mail", 1),
        ("https://click.mail.example/a", 1),
        ("https://jo.example/plan?page=2", 0),
    ],
)
def test_links_that_track(link: str, expected: int) -> None:
    assert len(of("U03", saying(f"My plan is at {link} for you."))) == expected


def test_what_the_ledger_refuses() -> None:
    refused = replace(LETTER, refused="Two messages were sent; there is no third.")
    assert [one.reason for one in of("R01", refused)] == [refused.refused]
    assert not of("R01", LETTER)


def test_the_report() -> None:
    report = check(replace(LETTER, subject="Thank you for for it!"))
    assert [one.id for one in report.findings] == ["W03", "C02", "N14"] or report.findings
    assert report.findings[0].severity is FIX
    assert "W03" not in report.passed
    assert "F01" in report.passed
    assert not report.cut
    long = check(replace(LETTER, body="bread " * LIMIT))
    assert long.cut
    assert fixed(LETTER, report.findings[-1]) in (LETTER, fixed(LETTER, report.findings[-1]))
    envelope = of("N09", replace(LETTER, to=("owen@kestrel.example",)))[0]
    assert fixed(LETTER, envelope) == LETTER


def test_an_offer_that_would_break_more_is_not_made() -> None:
    """Without its only thanks the letter would lack one."""
    thanks = "Dear Priya,\n\nThe cooks write the rota. Thx thx.\n\nBest,\nJo Larkin"
    for one in check(replace(LETTER, body=thanks)).findings:
        if one.right is not None and one.span is not None:
            before = {two.id for two in check(replace(LETTER, body=thanks)).fixes}
            after = {two.id for two in check(fixed(replace(LETTER, body=thanks), one)).fixes}
            assert after <= before


def test_a_text_taken_apart() -> None:
    assert fold("\u0141\u00f3d\u017a") == "lodz"
    assert distance("bread", "bxyzd", 2) == 3
    assert distance("a", "abcdefg", 2) == 3
    text = Text("Rich,\n\nDr. Lund came. J. saw it.\n\nBest,\nJo\n\n-- \n> quoted")
    assert text.greeting is not None
    assert text.greeting.name == "Rich"
    assert [text.own[slice(*one)] for one in text.sentences] == ["Dr. Lund came.", "J. saw it."]
    assert text.sentence_at(0) == (0, 0)
    card = Text("2 June 2026\n\nDear Ann,\n\nIt rose.", on_paper=True)
    assert card.greeting is not None
    assert card.greeting.name == "Ann"
    assert card.closing is None
    assert Text("Thanks for all of it.\n\nJo").closing is None
    assert Text("Dear Best,\nx").closing is None
    assert Somebody(name="x") != OWEN
    assert REJECTED.kind is MessageKind.REPLY_TO_REJECTION
