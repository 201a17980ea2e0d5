"""Letters for a mail program: links and files that say what was written and nothing else."""

from email import message_from_bytes, policy
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.exchange.mail import LONGEST_LINK, address_problem, eml, html, mailto, require_headers

BODY = "Hi Daniel,\n\nThank you & all the best.\n\nMaya"


def read(made: bytes) -> tuple[dict[str, str], str]:
    """The headers and the text of a message file."""
    message = message_from_bytes(made, policy=policy.default)
    return {k: str(v) for k, v in message.items()}, message.get_content().replace("\r\n", "\n")


def test_a_link_carries_recipient_subject_and_text() -> None:
    link = mailto("daniel@lumen.example", "Thank you, and 5 % more?", BODY)
    assert link is not None
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "daniel@lumen.example")
    assert "%0D%0A" in parts.query
    assert "+" not in parts.query
    fields = parse_qs(parts.query, strict_parsing=True)
    assert fields["subject"] == ["Thank you, and 5 % more?"]
    assert fields["body"] == [BODY.replace("\n", "\r\n")]


def test_text_cannot_add_a_field_to_a_link() -> None:
    link = mailto("a@b.example?bcc=x@y.example", "s&bcc=x@y.example\r\nBcc: x", "b&cc=z%0D%0ABcc:")
    assert link is not None
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}
    assert urlsplit(link).path.count("?") == 0
    assert "%0D%0A" not in urlsplit(link).query.split("&")[0]


def test_a_link_over_1900_characters_is_not_made() -> None:
    room = LONGEST_LINK - len("mailto:a@b.example?body=")
    assert mailto("a@b.example", "", "x" * room) is not None
    assert mailto("a@b.example", "", "x" * (room + 1)) is None
    assert mailto("a@b.example", "", "ж" * (room // 6 + 1)) is None


def test_a_link_without_subject_and_text_is_bare() -> None:
    assert mailto("a@b.example", "", "") == "mailto:a@b.example"
    assert mailto("", "Hello", "") == "mailto:?subject=Hello"


@settings(max_examples=60)
@given(st.text(), st.text(), st.text(max_size=200))
def test_any_text_makes_a_plain_ascii_link_or_none(to: str, subject: str, body: str) -> None:
    link = mailto(to, subject, body)
    if link is not None:
        assert link.isascii()
        assert link.isprintable()
        unquote(link, errors="strict")


def test_a_file_is_an_unsent_draft_without_a_date() -> None:
    headers, text = read(eml("Daniel Okafor", "daniel@lumen.example", "Thank you", BODY))
    assert headers["To"] == "Daniel Okafor <daniel@lumen.example>"
    assert headers["Subject"] == "Thank you"
    assert headers["X-Unsent"] == "1"
    assert not {"Date", "From", "Bcc", "In-Reply-To"} & set(headers)
    assert text == BODY + "\n"


def test_a_file_keeps_any_script_and_long_lines() -> None:
    body = "親愛なる李さん、" * 200 + "\n" + "x" * 3000
    headers, text = read(eml("李小龍", "li@例え.jp", "Спасибо, 李さん " * 9, body))
    assert headers["To"] == "李小龍 <li@xn--r8jz45g.jp>"
    assert headers["Subject"] == ("Спасибо, 李さん " * 9).strip()
    assert text == body + "\n"


def test_a_long_name_in_another_script_is_kept() -> None:
    name = "Александра Константиновна Преображенская-Вознесенская"
    headers, _ = read(eml(name, "a@l.example", "x", "x"))
    assert headers["To"].replace(" ", "") == f"{name} <a@l.example>".replace(" ", "")


def test_a_file_takes_an_address_in_another_script() -> None:
    made = eml("Ö", "örn@müller.example", "Hello", "Hello")
    assert "örn@xn--mller-kva.example" in made.decode()


def test_a_file_answers_a_known_message_only() -> None:
    headers, _ = read(eml("D", "d@l.example", "Re: x", "x", "<abc.1@mail.l.example>"))
    assert headers["In-Reply-To"] == headers["References"] == "<abc.1@mail.l.example>"
    headers, _ = read(eml("D", "d@l.example", "Re: x", "x", "<abc@l>\r\nBcc: x@y.example"))
    assert "In-Reply-To" not in headers


@pytest.mark.parametrize(
    "attack",
    [
        "x\r\nBcc: evil@y.example",
        "x\nBcc: evil@y.example\n\nnew body",
        "x\u2028Bcc: evil@y.example",
        "=?utf-8?q?x=0D=0ABcc:_evil@y.example?=",
        "=?utf-8?b?eA0KQmNjOiBldmlsQHkuZXhhbXBsZQ==?=",
        'x" <evil@y.example>, "',
        "x\x00\x1b[31m",
        "\u202eevil",
    ],
)
def test_no_text_can_add_a_header(attack: str) -> None:
    headers, _ = read(eml(attack, "d@l.example", attack, "x", attack))
    assert set(headers) == {
        "To",
        "Subject",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    }
    to = message_from_bytes(eml(attack, "d@l.example", "s", "x"), policy=policy.default)["To"]
    assert [one.addr_spec for one in to.addresses] == ["d@l.example"]


def test_an_address_that_cannot_be_one_is_left_out() -> None:
    headers, _ = read(eml("Daniel", "daniel at lumen", "Thank you", BODY))
    assert "To" not in headers


@settings(max_examples=60)
@given(st.text(), st.text(), st.text())
def test_any_text_makes_a_file_that_reads_back(name: str, subject: str, body: str) -> None:
    headers, text = read(eml(name, "d@l.example", subject, body))
    assert len(headers) == 6
    assert "\n" not in headers["Subject"]
    assert text.endswith("\n")


def test_a_message_with_another_header_is_refused() -> None:
    made = eml("D", "d@l.example", "Hello", "x")
    with pytest.raises(ValueError, match="other headers"):
        require_headers(b"Bcc: x@y.example\r\n" + made, {"Subject": "Hello", "X-Unsent": "1"})


@pytest.mark.parametrize(
    "address",
    ["daniel.okafor@lumenandoak.example", " a+b@mail.co.uk ", "örn@müller.de", "x@例え.jp"],
)
def test_an_address_may_be_written_in_any_script(address: str) -> None:
    assert address_problem(address) is None


@pytest.mark.parametrize(
    "address",
    ["", "  ", "daniel", "a@b", "a@localhost", "a b@c.de", "a@@c.de", "a@c..de", ".a@c.de",
     "a@c.de, b@c.de", "A <a@c.de>", "a@c.de\nBcc: b@c.de", "a@-c.de", "x" * 400 + "@c.de"],
)  # fmt: skip
def test_what_is_no_address_is_said_in_a_sentence(address: str) -> None:
    problem = address_problem(address)
    assert problem is not None
    assert problem.endswith(".")
    assert len(problem) < 60


def test_html_has_paragraphs_and_breaks_and_nothing_of_the_text() -> None:
    assert html("Hi <b>,\r\n\r\nA & B\nC\n") == "<p>Hi &lt;b&gt;,</p>\n<p>A &amp; B<br>C</p>"
    assert html("") == ""
    assert "<script" not in html("<script>alert(1)</script>")
