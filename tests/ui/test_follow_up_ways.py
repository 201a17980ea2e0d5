"""Every way out of the window passes the same gate and ends in the same question."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from rules.records import Channel, MessageKind, OpportunityId, Tone
from tests.ui.sheet_world import CONTROL, PANEL, World, world
from ui.paper.panel import PaperPanel
from ui.sheet.follow_up.desk import State
from ui.sheet.follow_up.handing_over import HandingOver
from ui.sheet.follow_up.ways import Way
from ui.sheet.follow_up.writing import WritingPage

LUMEN = OpportunityId("lumen")
HARBOURLIGHT = OpportunityId("harbourlight")


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path, filled=False) as made:
        yield made


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path) as made:
        yield made


def page(made: World) -> WritingPage:
    return made.sheet.follow_up.writing


def out(made: World) -> HandingOver:
    return page(made)._handing_over


def paper(made: World) -> PaperPanel:
    found = made.window.findChild(PaperPanel)
    assert isinstance(found, PaperPanel)
    return found


@pytest.mark.parametrize(
    ("way", "button"),
    [
        (Way.COPY, "Copy as it is"),
        (Way.WITH_SUBJECT, "Copy as it is"),
        (Way.MAIL, "Open as it is"),
        (Way.FILE, "Save as it is"),
        (Way.PAPER, "On paper as it is"),
    ],
)
def test_each_way_asks_once_about_what_is_missing(
    empty: World, tmp_path: Path, way: Way, button: str
) -> None:
    oid = empty.add(PANEL)
    person = empty.session.dossier(oid).people[0]
    empty.session.edit(oid, person, replace(person, email="priya@lumen.example"))
    empty.dialogs.path = tmp_path / "note.eml"
    empty.sheet.open(oid)
    out(empty).go(way)
    assert page(empty).desk.state is State.ASKED
    assert page(empty).footer.as_it_is.text() == button
    assert not empty.clipboard.puts
    assert not empty.mail.urls
    assert not empty.dialogs.asked
    page(empty).footer.as_it_is.click()
    if way is Way.PAPER:
        paper(empty).printed.emit()
    assert page(empty).desk.state is State.COPIED
    assert empty.session.dossier(oid).drafts[0].copied_at is not None
    assert empty.session.step(oid).used == 0


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (Way.COPY, "Copied. Paste it into your mail and send."),
        (Way.WITH_SUBJECT, "Copied with its subject. Paste it and send."),
        (Way.MAIL, "In your mail app. Send it there."),
        (Way.FILE, "Saved. Open the file in your mail and send."),
    ],
)
def test_the_footer_says_where_the_letter_is(
    day: World, tmp_path: Path, way: Way, words: str
) -> None:
    day.dialogs.path = tmp_path / "note.eml"
    day.sheet.open(LUMEN)
    out(day).go(way)
    assert page(day).footer.words() == words
    assert day.focus() == "Sent, next: Sofia"


def test_another_way_after_a_copy_says_the_other_thing(day: World) -> None:
    day.sheet.open(LUMEN)
    day.copy()
    day.key(Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert page(day).footer.words() == "In your mail app. Send it there."


def test_an_eml_holds_recipient_subject_letter_and_original(day: World, tmp_path: Path) -> None:
    day.dialogs.path = tmp_path / "note.eml"
    day.sheet.open(HARBOURLIGHT)
    out(day).go(Way.FILE)
    assert day.dialogs.asked == [("Save the email", "Marcus Bell.eml")]
    raw = (tmp_path / "note.eml").read_bytes()
    made = message_from_bytes(raw, policy=policy.default)
    assert made["To"] == "Marcus Bell <marcus.bell@harbourlight.example>"
    assert made["Subject"] == page(day).letter.subject.text()
    assert made["Date"] is None
    body = made.get_content().replace("\r\n", "\n")
    assert body.rstrip("\n") == page(day).desk.whole_text().rstrip("\n")
    assert "\n> " in body
    assert b"\r\n" in raw


def test_a_name_that_is_no_file_name_is_saved_all_the_same(day: World) -> None:
    person = next(p for p in day.session.dossier(LUMEN).people if p.name.startswith("Daniel"))
    day.session.edit(LUMEN, person, replace(person, name="../Daniel: O/K."))
    day.sheet.open(LUMEN)
    out(day).go(Way.FILE, as_it_is=True)  # the greeting is none proofreading would let pass
    ((_, name),) = day.dialogs.asked
    assert name.endswith(".eml")
    assert not set(name) & set('\\/:*?"<>|')
    assert page(day).desk.state is State.WRITING


def test_a_file_that_cannot_be_written_leaves_the_letter_unsent(day: World, tmp_path: Path) -> None:
    day.dialogs.path = tmp_path / "nowhere" / "note.eml"
    day.sheet.open(LUMEN)
    out(day).go(Way.FILE)
    assert day.said[-1].text == "That file could not be written."
    assert page(day).desk.state is State.WRITING


def test_thinking_better_of_a_file_goes_back_to_writing(empty: World) -> None:
    empty.sheet.open(empty.add(PANEL))
    out(empty).go(Way.FILE)
    page(empty).footer.as_it_is.click()
    assert empty.dialogs.asked
    assert page(empty).desk.state is State.WRITING


def test_the_subject_alone_is_no_letter_and_leaves_no_hole(day: World) -> None:
    day.sheet.open(LUMEN)
    out(day).copy_subject()
    assert day.clipboard.text == page(day).letter.subject.text()
    assert page(day).desk.state is State.WRITING
    page(day).letter.subject.setText("Thank you, {{role}}")
    page(day).letter.subject.textEdited.emit("")
    out(day).copy_subject()
    assert day.said[-1].text == "Fill in {{role}} in the subject first."
    assert day.clipboard.text != "Thank you, {{role}}"


def test_without_an_address_there_is_none_to_copy(empty: World) -> None:
    empty.sheet.open(empty.add(PANEL))
    out(empty).copy_address()
    assert empty.said[-1].text == "No address is known."
    empty.clipboard.refusals = 1
    out(empty).copy_subject()
    assert empty.said[-1].text == "Another program holds the clipboard. Try again."


def test_the_mail_app_gets_subject_and_text(day: World) -> None:
    day.sheet.open(LUMEN)
    page(day).open_in_mail()
    (url,) = day.mail.urls
    assert unquote(url).startswith("mailto:daniel.okafor@lumenandoak.example?subject=Thank you")


def test_the_menu_offers_what_the_way_allows(day: World) -> None:
    day.sheet.open(LUMEN)
    page(day).footer.more.click()
    (menu,) = page(day).footer.findChildren(QMenu)
    texts = [one.text() for one in menu.actions()]
    assert texts[0] == "Save as .eml\u2026"
    menu.close()


def test_a_letter_on_paper_is_posted_and_counts_as_a_letter(day: World) -> None:
    day.sheet.open(LUMEN)
    out(day).go(Way.PAPER)
    panel = paper(day)
    assert page(day).desk.state is State.WRITING
    panel.saved.emit(Path("note.pdf"))
    panel.dismiss()
    assert page(day).desk.state is State.COPIED
    assert page(day).footer.words() == "On paper. Sign it and post it."
    assert page(day).footer.sent.text() == "Sent, next: Sofia"
    day.sheet.follow_up.confirm_sent()
    sent = next(m for m in day.session.dossier(LUMEN).messages if m.to_name == "Daniel Okafor")
    assert sent.channel is Channel.LETTER


def test_paper_put_away_without_printing_goes_back_to_writing(empty: World) -> None:
    empty.sheet.open(empty.add(PANEL))
    out(empty).go(Way.PAPER)
    out(empty).go_on()
    paper(empty).dismiss()
    assert page(empty).desk.state is State.WRITING


@pytest.mark.parametrize("oid", [LUMEN, HARBOURLIGHT, OpportunityId("tidepool")])
def test_the_page_holds_the_letter_and_whom_it_is_for(day: World, oid: OpportunityId) -> None:
    day.sheet.open(oid)
    out(day).go(Way.PAPER, as_it_is=True)
    shown = paper(day)._letter
    person = page(day).desk.person
    assert person is not None
    assert shown.recipient[0] == person.name
    assert shown.date == "14 May 2026"
    greeting, *_ = page(day).letter.body.text().split("\n")
    assert shown.body.startswith(greeting)
    assert "\n> " not in shown.text  # the original went out before


def test_nothing_is_handed_over_that_went_out_already(day: World) -> None:
    day.sheet.open(LUMEN)
    page(day).people.buttons()[0].click()
    assert page(day).desk.state is State.SENT
    for way in Way:
        out(day).go(way)
    assert not day.clipboard.puts
    assert page(day).desk.state is State.SENT


def test_the_subject_follows_the_ticks_of_a_letter_worded_by_hand(day: World) -> None:
    day.sheet.open(LUMEN)
    subject = page(day).letter.subject
    assert subject.text() == "Thank you, and skipping plan setup"
    page(day).letter.body.insertPlainText("Good day. ")
    page(day).came_up.rows()[0].click()
    assert subject.text() == "Thank you, and people who join with a carer"
    assert page(day).letter.body.text().startswith("Good day. ")
    page(day).came_up.rows()[1].click()
    assert subject.text() == "Thank you, Senior Product Designer interview"


def test_a_subject_worded_by_hand_stays(day: World) -> None:
    day.sheet.open(LUMEN)
    subject = page(day).letter.subject
    subject.setText("Our talk")
    subject.textEdited.emit("Our talk")
    page(day).came_up.rows()[0].click()
    assert subject.text() == "Our talk"


def test_letters_begin_in_the_tone_chosen_in_the_settings(day: World) -> None:
    day.sheet.open(LUMEN)
    day.session.set_options(replace(day.session.options, tone=Tone.FORMAL))
    day.sheet.open(LUMEN)
    assert page(day).desk.tone is Tone.FORMAL
    page(day).letter.tone_chosen.emit("brief")
    day.sheet.open(OpportunityId("tidepool"))
    assert page(day).desk.tone is Tone.BRIEF
    writing = page(day).desk.writing
    assert writing is not None
    assert writing.kind is MessageKind.THANK_YOU
