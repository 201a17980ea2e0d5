"""Names, titles, pronouns, the role and the signature: N01 to N15, U02."""

from dataclasses import replace
from typing import Any

import pytest

from rules.proof import Me, ProofLetter, Pursuit, Severity, Somebody, check
from rules.proof.forms import company_forms, name_forms
from rules.records import MessageKind
from tests.rules.proof.desk import APPLIED, LETTER, ME, OWEN, Words, found, of, saying

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER


def greeting(line: str, person: Somebody | None = LETTER.recipient) -> ProofLetter:
    return replace(LETTER, body=LETTER.body.replace("Dear Priya,", line, 1), recipient=person)


def test_the_letter_of_these_tests_is_good() -> None:
    assert check(LETTER).findings == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Dear Priya,", "Priya Raman"),
        ("Hi Priya -", "Priya Raman"),
        ("Hello Priya Raman!", "Priya Raman"),
        ("Priya,", "Priya Raman"),
        ("Good morning, Priya.", "Priya Raman"),
        ("Dear Jean-Luc,", "Jean-Luc N'Diaye"),
        ("Dear Jean-Luc N\u2019Diaye,", "Jean-Luc N'Diaye"),
        ("Dear J. Raman,", "J. Raman"),
        ("G'day Frank,", "Frank Rossi"),
        ("Servus Anna,", "Anna Huber"),
        ("Hola Bego\u00f1a:", "Bego\u00f1a Pe\u00f1a"),
        ("Dear Tanaka-san,", "Kenji Tanaka"),
        ("Dear \u738b\u4f1f,", "\u738b\u4f1f"),
        ("Morning Priya,", "Priya Raman"),
        ("Hello again Priya,", "Priya Raman"),
        ("Dear Priya (if I may),", "Priya Raman"),
        ("Priya, good morning!", "Priya Raman"),
        ("Ms. Raman,", "Priya Raman"),
        ("Dear Priya Raman and Owen Hale,", "Priya Raman"),
    ],
)
def test_a_greeting_by_name_is_left_in_peace(line: str, name: str) -> None:
    said = check(greeting(line, Somebody(name=name)))
    assert not {"N01", "N02", "N03", "N04", "N05"} & {one.id for one in said.findings}


@pytest.mark.parametrize(
    ("line", "row", "severity", "wrong", "right"),
    [
        ("Dear Hiring Manager,", "N02", FIX, "Hiring Manager", "Priya Raman"),
        ("Hi all,", "N02", FIX, "all", "Priya Raman"),
        ("Dear Kestrel Foods Team,", "N02", FIX, "Kestrel Foods Team", "Priya Raman"),
        ("Dear Sir or Madam,", "N02", FIX, "Sir or Madam", "Priya Raman"),
        ("Dear Owen,", "N03", FIX, "Owen", "Priya"),
        ("Dear Owen Hale,", "N03", FIX, "Owen Hale", "Priya Raman"),
        ("Dear Pryia,", "N04", FIX, "Pryia", "Priya"),
        ("Dear Ms. Ramman,", "N04", FIX, "Ramman", "Raman"),
        ("Dear Dr. Hale,", "N03", FIX, "Hale", "Raman"),
        ("Hi Steven,", "N04", FIX, "Steven", "Priya"),
        ("Servus Pryia,", "N04", FIX, "Pryia", "Priya"),
        ("Dear priya,", "N05", CONSIDER, "priya", "Priya"),
        ("Dear PRIYA,", "N05", CONSIDER, "PRIYA", "Priya"),
    ],
)
def test_a_greeting_that_is_wrong(
    line: str, row: str, severity: Severity, wrong: str, right: str
) -> None:
    assert found(row, greeting(line)) == [(severity, wrong, right)]


def test_accents_are_the_persons_own() -> None:
    person = Somebody(name="Zoe\u0308 M\u00fcller")
    assert not of("N05", greeting("Dear Zo\u00eb,", person))
    assert found("N05", greeting("Dear Zoe M\u00fcller,", person)) == [
        (CONSIDER, "Zoe M\u00fcller", "Zoe\u0308 M\u00fcller")
    ]


def test_a_preferred_name_may_be_used() -> None:
    person = Somebody(name="Ibrahim Khalil Diallo", preferred="IK")
    assert not of("N04", greeting("Hi IK,", person))
    assert found("N02", greeting("Dear Team,", person)) == [(FIX, "Team", "IK")]


@pytest.mark.parametrize("body", ["Thank you for the talk.\n\nKind regards,\nJo Larkin", "1 2 3"])
def test_no_greeting(body: str) -> None:
    assert found("N01", replace(LETTER, body=body)) == [(FIX, "", None)]


def test_a_greeting_without_a_name() -> None:
    assert found("N01", greeting("Hello,")) == [(FIX, "Hello,", None)]
    nobody = replace(APPLIED, body=APPLIED.body.replace("Dear Priya,", "Hello,"), recipient=None)
    assert not of("N01", nobody)


def test_to_whom_it_may_concern_where_nobody_is_known() -> None:
    assert not of("N02", greeting("To whom it may concern,", None))
    assert found("N02", greeting("To whom it may concern,")) == [
        (FIX, "To whom it may concern,", None)
    ]


@pytest.mark.parametrize(
    ("line", "person", "expected"),
    [
        ("Dear Ms Raman,", Somebody(name="Priya Raman", title="Ms"), []),
        ("Dear Dr. Raman,", Somebody(name="Dr Priya Raman"), []),
        ("Dear Encik Fauzi,", Somebody(name="Ahmad Fauzi", title="Encik"), []),
        ("Dear Mrs Raman,", Somebody(name="Priya Raman"), [(FIX, "Mrs", None)]),
        ("Dear Ms. Raman,", Somebody(name="Priya Raman"), [(CONSIDER, "Ms.", None)]),
        (
            "Dear Mr Raman,",
            Somebody(name="Priya Raman", title="Dr"),
            [(CONSIDER, "Mr", "Dr")],
        ),
        ("Dear Madam,", Somebody(name="Priya Raman"), []),  # C08 says it
        ("Dear Madam Raman,", Somebody(name="Priya Raman"), [(FIX, "Madam", None)]),
        ("Dear Team,", Somebody(name="Priya Raman"), []),
    ],
)
def test_a_title_that_is_not_on_record(
    line: str, person: Somebody, expected: list[tuple[Severity, str, str | None]]
) -> None:
    assert found("N12", greeting(line, person)) == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Mr Hale showed me the ovens.", None, [(CONSIDER, "Mr", None)]),
        ("Miss Hale showed me the ovens.", None, [(FIX, "Miss", None)]),
        ("Dr. Owen Hale showed me the ovens.", "Dr", []),
        ("Ms Stone of the bank was there.", None, []),
    ],
)
def test_a_title_inside_the_letter(
    text: str, title: str | None, expected: list[tuple[Severity, str, str | None]]
) -> None:
    letter = saying(text, met=(replace(OWEN, title=title),))
    assert found("N12", letter) == expected
    assert not of("N12", greeting("Dear Priya,", None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ovens at Kestral Foods are new.", [("Kestral Foods", "Kestrel Foods")]),
        ("Everybody at Kestrell bakes.", [("Kestrell", "Kestrel")]),
        ("What Owne said of bread is true.", [("Owne", "Owen")]),
        ("I liked Owen Hail's bread.", [("Owen Hail's", "Owen Hale's")]),
        ("The Kestrel-Foods bread is good.", [("Kestrel-Foods", "Kestrel Foods")]),
        ("KestrelFoods bakes at night.", [("KestrelFoods", "Kestrel Foods")]),
        ("Owen's bread and Kestrel's ovens are good.", []),
        ("The kestrals over the yard were a surprise.", []),
        ("Ovens bread is what I know.", []),
        ("I own a small oven.", []),
    ],
)
def test_a_misspelt_name_inside_the_letter(text: str, expected: list[tuple[str, str]]) -> None:
    letter = saying(text, company="Kestrel Foods")
    assert [(wrong, right) for _, wrong, right in found("N06", letter)] == expected


def test_a_company_split_in_two() -> None:
    letter = saying("North Wind is where I belong.", company="Northwind")
    assert found("N06", letter) == [(FIX, "North Wind", "Northwind")]
    assert not of("N06", saying("See https://north.example/Wind now.", company="Northwind"))
    assert not of("N06", saying("It came from the\nnorth\nwind.", company="Northwind"))


def test_a_name_that_is_a_link_is_no_misspelling() -> None:
    assert not of("N06", saying("Write to North@Wind.example soon.", company="North-Wind"))


def test_names_are_long_enough_to_be_misspelt() -> None:
    assert not of("N06", saying("Ann and Al came along.", company="Bo", met=(Somebody(name="A"),)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The team at Northwind Traders is larger.", [(FIX, "Northwind Traders", None)]),
        ("Astrid Bergqvist told me so.", [(FIX, "Astrid Bergqvist", None)]),
        ("As Astrid told me, bread waits.", [(CONSIDER, "Astrid", None)]),
        ("The offices of Northwind are larger.", [(CONSIDER, "Northwind", None)]),
        ("A northwind blew.", []),
        ("See https://Northwind.example for it.", []),
    ],
)
def test_a_name_of_another_application(
    text: str, expected: list[tuple[Severity, str, str | None]]
) -> None:
    assert found("N07", saying(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I look forward to working with Target on this.", [(CONSIDER, "Target", None)]),
        ("Target dates are kept here.", []),
        ("Our target was met.", []),
        ("The Super Target Shop is near.", []),
        ("I told Hope Turner as much.", [(FIX, "Hope Turner", None)]),
        ("The Green Hope Turner Fund paid.", [(CONSIDER, "Hope Turner", None)]),
        ("I hope to turn up.", []),
        ("We met in May and in June.", []),
        ("I saw Paris in the spring.", []),
    ],
)
def test_names_that_are_words(text: str, expected: list[tuple[Severity, str, str | None]]) -> None:
    others = (
        Pursuit(company="Target", people=("Hope Turner", "May", "Paris van Dongen")),
        Pursuit(company="", people=("",)),
    )

    words = Words("turner hope target")
    assert found("N07", saying(text, others=others), words) == expected


def test_a_left_over_name_in_the_subject() -> None:
    letter = replace(LETTER, subject="Thank you from Northwind Traders")
    assert found("N07", letter) == [(FIX, "Northwind Traders", None)]
    target = replace(LETTER, others=(Pursuit(company="Target"),))
    assert found("N07", replace(target, subject="Target dates: Kitchen Manager")) == []
    assert found("N07", replace(target, subject="My Target Dates")) == []
    assert found("N07", replace(target, subject="My days at Target as Kitchen Manager")) == [
        (CONSIDER, "Target", None)
    ]


@pytest.mark.parametrize(
    "mine",
    [
        {"me": replace(ME, past_employers=("Northwind Traders",))},
        {"notes": "They used to be part of Northwind Traders."},
        {"company": "Northwind Traders", "role": ""},
    ],
)
def test_a_name_that_is_ours_too(mine: dict[str, Any]) -> None:
    assert not of("N07", saying("I was at Northwind Traders before.", **mine))


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Owen said that he bakes at night.", "he", []),
        ("Owen said that he bakes at night.", "he/him", []),
        ("Owen said that he bakes at night.", None, ["he"]),
        ("Owen said that she bakes at night.", "he", ["she"]),
        ("Owen bakes at night. She is proud of it.", None, ["She"]),
        ("Owen bakes at night. Nobody knows how she does it.", None, []),
        ("Owen told my sister that she bakes well.", None, []),
        ("Owen said: \u201cas he likes it\u201d, and laughed.", None, []),
        ("Owen and Priya know that she bakes.", None, ["she"]),
        ("The baker said that he bakes.", None, []),
        ("I will call Owen.", None, []),
    ],
)
def test_a_guessed_pronoun(text: str, pronoun: str | None, expected: list[str]) -> None:
    letter = saying(text, met=(replace(OWEN, pronoun=pronoun),))
    assert [one.wrong for one in of("N13", letter)] == expected


def test_a_pronoun_that_fits_somebody_else_in_the_letter() -> None:
    maya = Somebody(name="Maya Lind", pronoun="she")
    letter = saying("Maya makes soup. Owen knows that she bakes.", met=(OWEN, maya))
    assert not of("N13", letter)


def test_the_role_is_named() -> None:
    body = LETTER.body.replace("the Kitchen Manager role", "it")
    gone = replace(LETTER, body=body, subject="Thank you for Tuesday")
    assert found("N14", gone) == [(CONSIDER, "", None)]
    asked = APPLIED.body.replace("the Kitchen Manager role", "it")
    applied = replace(APPLIED, subject="About it", body=asked)
    assert found("N14", applied) == [(FIX, "", None)]
    for silent in (replace(gone, role=""), replace(gone, on_paper=True)):
        assert not of("N14", silent)
    assert not of("N14", replace(gone, kind=MessageKind.WITHDRAWAL))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Kitchen Manger", [("Manger", "Manager")]),
        ("kitchen managr", [("managr", "manager")]),
        ("Kitchens Managers", []),
        ("Kitchen-Manager", []),
        ("manager of your kitchen", []),
        ("managed kitchen", []),
    ],
)
def test_the_role_is_spelt_as_on_record(typed: str, expected: list[tuple[str, str]]) -> None:
    letter = replace(LETTER, body=LETTER.body.replace("Kitchen Manager", typed))
    assert [(wrong, right) for _, wrong, right in found("N14", letter)] == expected


def test_seniority_does_not_matter() -> None:
    assert not of("N14", replace(LETTER, role="Senior Kitchen Manager II"))


def signed(*lines: str, me: Me = ME) -> ProofLetter:
    body = LETTER.body.replace("Kind regards,\nJo Larkin", "\n".join(lines))
    return replace(LETTER, body=body, me=me)


@pytest.mark.parametrize(
    "lines",
    [
        ("Kind regards,", "Jo"),
        ("Thanks again, Jo Larkin",),
        ("Sincerely,", "", "Jo Larkin, MBA", "+44 20 7946 0018"),
        ("With love to the whale,", "Jo Larkin"),
        ("\u00c0 bient\u00f4t,", "Jo Larkin"),
        ("A warm hello to all", "Jo Larkin"),
        ("Kind regards,", 'Jo "Bee" Larkin'),
        ("Kind regards,", "CA Jo Larkin, FCMA"),
        ("It was a joy to see the bread rise. Many thanks,", "", "Jo Larkin"),
    ],
)
def test_a_signature_that_is_right(lines: tuple[str, ...]) -> None:
    assert not of("N08", signed(*lines))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Kind regards,", "Jo Larkn"), [("Jo Larkn", "Jo Larkin")]),
        (("Kind regards,", "Sam Other"), [("Sam Other", "Jo Larkin")]),
        (("Kind regards,",), [("", None)]),
        (("I mean it.",), [("", None)]),
        (("Shall we talk again?", "Jo Larkin"), [("Jo Larkin", None)]),
        (("Kind regards,", "+44 20 7946 0018"), [("", None)]),
    ],
)
def test_a_signature_that_is_wrong(
    lines: tuple[str, ...], expected: list[tuple[str, str | None]]
) -> None:
    assert [(wrong, right) for _, wrong, right in found("N08", signed(*lines))] == expected


def test_nobody_signs_where_no_name_is_known() -> None:
    assert not of("N08", replace(LETTER, me=replace(ME, name=" ")))


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("priya@kestrel.example", []),
        ("Priya Raman <priya@kestrel.example>", []),
        ("other@kestrel.example", []),
        ("priya@kestrel", [(FIX, None)]),
        ("priya.kestrel.example", [(FIX, None)]),
        ("owen@kestrel.example", [(FIX, "priya@kestrel.example")]),
    ],
)
def test_the_address(to: str, expected: list[tuple[Severity, str | None]]) -> None:
    letter = replace(LETTER, to=(to,), met=(Somebody(name="Ann"), OWEN))
    assert [(severity, right) for severity, _, right in found("N09", letter)] == expected


def test_the_address_of_nobody_on_record() -> None:
    assert not of("N09", replace(LETTER, recipient=None))


@pytest.mark.parametrize(
    ("to", "domains", "expected"),
    [
        ("priya@mail.kestrel.example", ("kestrel.example",), 0),
        ("priya@kestrel.co.uk", ("jobs.kestrel.co.uk",), 0),
        ("priya@gmail.com", (), 1),
        ("priya@elsewhere.example", ("kestrel.example",), 1),
        ("priya@elsewhere.example", (), 0),
        ("priya", ("kestrel.example",), 0),
    ],
)
def test_the_domain(to: str, domains: tuple[str, ...], expected: int) -> None:
    person = Somebody(name="Priya Raman", email=to)
    letter = replace(LETTER, to=(to,), company_domains=domains, recipient=person)
    assert len(of("N10", letter)) == expected


def test_one_interviewer_to_a_letter() -> None:
    both = replace(LETTER, cc=("owen@kestrel.example", "agency@else.example"))
    assert [one.wrong for one in of("N11", both)] == ["Priya Raman, Owen Hale"]


@pytest.mark.parametrize(
    ("me", "expected"),
    [
        (replace(ME, email="jo@oldmill.example", current_employer="Old Mill"), 1),
        (replace(ME, email="jo@mill.example", current_employer="The Mill"), 1),
        (replace(ME, email="jo@x.example", employer_domain="x.example"), 1),
        (replace(ME, email="jo@mail.example", current_employer="Old Mill"), 0),
        (replace(ME, email="jo@oldmill.example"), 0),
        (replace(ME, email="", current_employer="Old Mill"), 0),
    ],
)
def test_the_account_of_the_present_employer(me: Me, expected: int) -> None:
    assert len(of("N15", replace(LETTER, me=me))) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Kind regards,", "Jo Larkin", "+44 20 7946 0018"), []),
        (("Kind regards,", "Jo Larkin", "020 7946 0018"), []),
        (("Kind regards,", "Jo Larkin", "+44 20 7946 0081"), ["+44 20 7946 0018"]),
        (("Kind regards,", "Jo Larkin", "jo@mail.example"), []),
        (("Kind regards,", "Jo Larkin", "jo@mial.example"), ["jo@mail.example"]),
        (("Kind regards,", "Jo Larkin", "jo.larkin/portfolio"), []),
        (("I mean it.",), []),
    ],
)
def test_the_signature_is_that_of_the_profile(lines: tuple[str, ...], expected: list[str]) -> None:
    assert [one.right for one in of("U02", signed(*lines))] == expected


def test_no_phone_in_the_profile() -> None:
    letter = signed("Kind regards,", "Jo Larkin", "020 7946 0018", me=replace(ME, phone=""))
    assert not of("U02", letter)


def test_forms_of_a_name() -> None:
    assert {"Lim Wei Xian", "Wei Xian", "Lim"} <= name_forms("Lim Wei Xian")
    assert "van" not in name_forms("Joost van der Meulen")
    assert {"Larkin Jo", "Kay Larkin"} <= name_forms("Jo Larkin", "Kay")
    assert "Raman" in name_forms("Dr Priya Raman PhD")
    assert company_forms("Tungabhadra Systems Pvt. Ltd.")[-1] == "Tungabhadra Systems"
    assert company_forms("") == ()
