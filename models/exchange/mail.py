"""A letter for a mail program: as a `mailto:` link, as an unsent message file, as simple HTML."""

import html as markup
import re
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage
from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.templates import clean

if TYPE_CHECKING:
    from email_validator import ValidatedEmail

LONGEST_LINK = 1900
"""Characters of an encoded link that every mail program on record still takes whole."""

_LONGEST_ADDRESS = 320
_MESSAGE_ID = re.compile(r"<[!-;=?A-~]+@[!-;=?A-~]+>")
# Controls other than line end and tab, marks that turn writing round, and half characters.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def address_problem(text: str) -> str | None:
    """What is wrong with an email address, in a sentence; None if nothing is. No network."""
    typed = text.strip()
    if not typed:
        return "There is no address yet."
    if len(typed) > _LONGEST_ADDRESS:
        return "This is too long for an email address."
    if "@" not in typed:
        return "An email address needs an @ sign."
    return None if _checked(typed) else "This does not look like an email address."


def mailto(to: str, subject: str, body: str) -> str | None:
    """A link that opens a new message; None if it would be over 1,900 characters.

    Each part is quoted by itself, so that no text can add a recipient or a field.
    """
    name, at, domain = clean(to).rpartition("@")
    recipient = f"{_quoted(name)}{at}{_quoted(domain)}"
    fields = {"subject": clean(subject), "body": "\r\n".join(_lines(body))}
    query = "&".join(f"{field}={_quoted(text)}" for field, text in fields.items() if text)
    link = f"mailto:{recipient}{'?' if query else ''}{query}"
    return link if len(link) <= LONGEST_LINK else None


def eml(to_name: str, to_address: str, subject: str, body: str, in_reply_to: str = "") -> bytes:
    """A message file that mail programs open as an unsent draft.

    An address that cannot be one is left out, as is a Message-ID that is none. Raises ValueError
    should the finished message read back with other headers than were put in.
    """
    checked = _checked(to_address.strip())
    plain = checked is None or checked.local_part.isascii()
    message = EmailMessage(policy=policy.SMTP if plain else policy.SMTPUTF8)
    wanted = {"Subject": _header(subject), "X-Unsent": "1"}
    if checked is not None:
        message["To"] = Address(
            display_name=_header(to_name),
            username=checked.local_part,
            domain=checked.ascii_domain or checked.domain,
        )
        wanted["To"] = str(message["To"])
    if _MESSAGE_ID.fullmatch(in_reply_to.strip()):
        wanted["In-Reply-To"] = wanted["References"] = in_reply_to.strip()
    for name in wanted.keys() - {"To"}:
        message[name] = wanted[name]
    message.set_content("\n".join(_lines(body)) + "\n", charset="utf-8", cte="quoted-printable")
    made = message.as_bytes()
    require_headers(made, wanted)
    return made


def require_headers(made: bytes, wanted: dict[str, str]) -> None:
    """Raise ValueError unless a message holds these headers, those of MIME and no others.

    Spaces are not compared: Python 3.11 reads one too many between the parts of a long name.
    """
    read = message_from_bytes(made, policy=policy.default)
    found = {
        name: _unspaced(str(value))
        for name, value in read.items()
        if name not in ("MIME-Version", "Content-Type", "Content-Transfer-Encoding")
    }
    expected = {name: _unspaced(value) for name, value in wanted.items()}
    if found != expected or len(read.items()) != len(found) + 3:
        raise ValueError("the message reads back with other headers than it was given")


def html(body: str) -> str:
    """A plain letter as paragraphs and line breaks, everything in it escaped."""
    paragraphs = re.split(r"\n\s*\n", "\n".join(_lines(body)).strip("\n"))
    written = (markup.escape(one, quote=False).replace("\n", "<br>") for one in paragraphs if one)
    return "\n".join(f"<p>{one}</p>" for one in written)


def _checked(address: str) -> "ValidatedEmail | None":
    # its tables take longer to compile than all of this module: only once there is an address
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        return None


def _unspaced(text: str) -> str:
    return "".join(text.split())


def _quoted(text: str) -> str:
    return quote(text, safe="")


def _header(text: str) -> str:
    """Text for a header: one line, and nothing that decodes to something else."""
    return clean(text).replace("=?", "= ?")


def _lines(body: str) -> list[str]:
    ends = body.replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub("", ends.replace("\u2028", "\n").replace("\u2029", "\n")).split("\n")
