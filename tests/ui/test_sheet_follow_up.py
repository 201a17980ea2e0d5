"""Writing, copying and confirming the letters of a round, by the keys a person presses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from rules.records import Draft, MessageKind, OpportunityId, PersonId
from tests.fakes import FakeMailApp
from tests.ui.sheet_world import ALT, CONTROL, PANEL, World, world
from ui.sheet.follow_up.desk import State
from ui.sheet.follow_up.editor import MOST_PASTED

LUMEN = OpportunityId("lumen")
CAME_UP = ("the move to Leeds", "how members skip plan setup", "the Friday demos")


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


def body(made: World) -> str:
    return made.sheet.follow_up.writing.letter.body.text()


def footer(made: World) -> str:
    return made.sheet.follow_up.writing.footer.words()


def test_three_letters_take_two_command_keys_each(empty: World) -> None:
    empty.sheet.open(empty.add(PANEL))
    assert empty.focus() == "Your name"
    empty.field("Maya Ferrer")
    assert empty.session.profile.name == "Maya Ferrer"
    buttons = ("Sent, next: Daniel", "Sent, next: Sofia", "Sent")
    for came_up, button in zip(CAME_UP, buttons, strict=True):
        assert empty.focus() == "Add a highlight"
        empty.field(came_up)
        assert empty.focus() == "Add a highlight"
        assert empty.sheet.follow_up.writing.came_up.adding.field.text() == ""
        assert came_up in body(empty)
        empty.copy()
        assert empty.focus() == button
        empty.key(Qt.Key.Key_Return)
    assert len(set(empty.clipboard.puts)) == len(CAME_UP)
    for letter, name, came_up in zip(
        empty.clipboard.puts, ("Priya", "Daniel", "Sofia"), CAME_UP, strict=True
    ):
        assert letter.startswith(f"Hi {name},")
        assert letter.rstrip().endswith("Maya Ferrer")
        assert came_up in letter
        assert "[" not in letter
    assert footer(empty) == (
        "Everyone thanked. If it stays quiet, your check-in is due Thu 21 May."
    )
    assert empty.focus() == "Close"
    empty.key(Qt.Key.Key_Return)
    assert empty.closed == 1


def test_the_clipboard_gets_both_shapes(day: World) -> None:
    day.sheet.open(LUMEN)
    day.copy()
    assert day.clipboard.text.startswith("Hi Daniel,\n\n")
    assert "<p>Hi Daniel,</p>" in day.clipboard.html


def test_missing_highlight_is_asked_about_once(empty: World) -> None:
    empty.sheet.open(empty.add(PANEL))
    empty.field("Maya Ferrer")
    empty.copy()
    assert footer(empty) == "Add what came up first?"
    assert empty.focus() == "Add a highlight"
    assert empty.clipboard.puts == []
    empty.sheet.follow_up.writing.footer.as_it_is.click()
    assert len(empty.clipboard.puts) == 1
    assert empty.focus() == "Sent, next: Daniel"


def test_name_typed_and_not_entered_counts_on_copying(empty: World) -> None:
    empty.sheet.open(empty.add(PANEL))
    empty.type("Maya Ferrer")
    empty.copy()
    assert "Maya Ferrer" in body(empty)
    assert footer(empty) == "Add what came up first?"
    empty.type(CAME_UP[0])
    empty.copy()
    assert CAME_UP[0] in empty.clipboard.text


def test_missing_name_alone_is_asked_about(empty: World) -> None:
    empty.sheet.open(empty.add(PANEL))
    empty.sheet.follow_up.writing.add_highlight(CAME_UP[0])
    empty.copy()
    assert footer(empty) == "Add your name first?"
    assert empty.focus() == "Your name"


def test_copied_is_not_sent(day: World) -> None:
    day.sheet.open(LUMEN)
    day.copy()
    assert len(day.session.dossier(LUMEN).messages) == 1
    names = [one.accessibleName() for one in day.sheet.follow_up.writing.people.buttons()]
    assert names[1] == "Daniel Okafor, copied, not sent, 2 of 3"
    day.sheet.follow_up.writing.footer.not_sent.click()
    assert day.sheet.follow_up.writing.desk.state is State.WRITING
    assert day.focus() == "Add a highlight"


def test_reopening_a_copied_letter_asks_whether_it_was_sent(day: World) -> None:
    day.sheet.open(LUMEN)
    day.copy()
    day.sheet.close_sheet()
    day.sheet.open(LUMEN)
    assert day.sheet.follow_up.writing.desk.person_id == PersonId("lumen-sofia")
    day.key(Qt.Key.Key_2, ALT)
    assert day.focus().startswith("Sent")


def test_person_buttons_are_a_radio_group_with_states_in_words(day: World) -> None:
    day.sheet.open(LUMEN)
    buttons = day.sheet.follow_up.writing.people.buttons()
    assert all(isinstance(one, QRadioButton) for one in buttons)
    assert [one.accessibleName() for one in buttons] == [
        "Priya Raman, sent 15:02, 1 of 3",
        "Daniel Okafor, not thanked, 2 of 3",
        "Sofia Lindqvist, not thanked, 3 of 3",
    ]


def test_alt_keys_choose_people(day: World) -> None:
    day.sheet.open(LUMEN)
    desk = day.sheet.follow_up.writing.desk
    day.key(Qt.Key.Key_3, ALT)
    assert desk.person_id == "lumen-sofia"
    day.key(Qt.Key.Key_Left, ALT)
    assert desk.person_id == "lumen-daniel"
    day.key(Qt.Key.Key_Left, ALT)
    assert desk.person_id == "lumen-priya"
    assert desk.state is State.SENT
    day.copy()
    assert day.clipboard.puts == []
    day.key(Qt.Key.Key_Right, ALT)
    day.sheet.follow_up.writing.letter.body.setFocus()
    day.key(Qt.Key.Key_H, ALT)
    assert day.focus() == "Add a highlight"


def test_ticks_belong_to_the_person_and_say_whose_they_are(day: World) -> None:
    day.sheet.open(LUMEN)
    rows = day.sheet.follow_up.writing.came_up.rows()
    assert [one.isChecked() for one in rows] == [True, True, False]
    assert rows[2].accessibleDescription() == "Already in Priya\u2019s note"
    rows[2].click()
    assert "the move to Leeds" in body(day)
    day.sheet.follow_up.writing.came_up.rows()[2].click()
    assert "the move to Leeds" not in body(day)


def test_unticking_keeps_what_was_typed(day: World) -> None:
    day.sheet.open(LUMEN)
    editor = day.sheet.follow_up.writing.letter.body
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.insertPlainText("\nPS: the case study follows.")
    day.sheet.follow_up.writing.came_up.rows()[0].click()
    assert "skipping plan setup" not in body(day)
    assert body(day).endswith("PS: the case study follows.")


def test_tone_keeps_edits_per_tone_and_offers_undo(day: World) -> None:
    day.sheet.open(LUMEN)
    page = day.sheet.follow_up.writing
    page.letter.body.setFocus()
    day.type("Dear friend. ")
    warm = body(day)
    page.letter.tone_chosen.emit("brief")
    assert body(day) != warm
    assert day.said[-1].action == "Undo"
    act = day.said[-1].act
    assert act is not None
    act()
    assert body(day) == warm
    assert page.letter.tone.current() == "warm"


def test_draft_is_kept_after_the_last_key(day: World, qtbot: QtBot) -> None:
    day.sheet.open(LUMEN)
    day.sheet.follow_up.writing.letter.body.setFocus()
    day.type("Well. ")
    assert day.session.dossier(LUMEN).drafts == ()

    def kept() -> None:
        assert any("Well. " in one.body for one in day.session.dossier(LUMEN).drafts)

    qtbot.waitUntil(kept, timeout=2000)


def test_draft_is_kept_on_focus_out_and_on_closing(day: World) -> None:
    day.sheet.open(LUMEN)
    page = day.sheet.follow_up.writing
    page.letter.body.setFocus()
    day.type("One. ")
    page.came_up.adding.field.setFocus()
    assert "One. " in day.session.dossier(LUMEN).drafts[0].body
    page.letter.body.setFocus()
    day.type("Two. ")
    day.key(Qt.Key.Key_Escape)
    assert day.closed == 1
    assert "Two. " in day.session.dossier(LUMEN).drafts[0].body


def test_a_change_of_facts_loses_no_typed_word(day: World) -> None:
    day.sheet.open(LUMEN)
    day.sheet.follow_up.writing.letter.body.setFocus()
    day.type("Kept. ")
    person = day.session.dossier(LUMEN).people[2]
    day.session.skip(LUMEN, day.session.dossier(LUMEN).interviews[0].id, person.id, True)
    assert "Kept. " in body(day)
    day.later(minutes=5)
    assert "Kept. " in body(day)


def test_undo_of_sent_brings_the_person_back(day: World) -> None:
    day.sheet.open(LUMEN)
    day.copy()
    day.key(Qt.Key.Key_Return)
    assert day.sheet.follow_up.writing.desk.person_id == "lumen-sofia"
    day.session.undo()
    buttons = day.sheet.follow_up.writing.people.buttons()
    assert buttons[1].accessibleName() == "Daniel Okafor, not thanked, 2 of 3"


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("piece", "size"), [("x", MOST_PASTED + 1), ("x", 50_000_000), ("line\n", 50_000_000)]
)
def test_huge_paste_is_refused_with_the_old_text_kept(day: World, piece: str, size: int) -> None:
    day.sheet.open(LUMEN)
    before = body(day)
    data = QMimeData()
    data.setText(piece * (size // len(piece)))
    day.sheet.follow_up.writing.letter.body.insertFromMimeData(data)
    assert body(day) == before
    assert day.said[-1].urgent
    subject = day.sheet.follow_up.writing.letter.subject
    kept = subject.text()
    subject.selectAll()
    subject.insert("y" * 5_000_000)
    assert subject.text() == kept


def test_clipboard_is_asked_four_times_then_the_text_is_selected(day: World, qtbot: QtBot) -> None:
    day.sheet.open(LUMEN)
    day.clipboard.refusals = 9
    day.copy()

    def given_up() -> None:
        assert day.said

    qtbot.waitUntil(given_up, timeout=2000)
    assert day.clipboard.asked == 4
    assert "Press Ctrl+C" in day.said[-1].text
    assert day.sheet.follow_up.writing.letter.body.textCursor().hasSelection()


def test_clipboard_that_is_let_go_works_after_a_pause(day: World, qtbot: QtBot) -> None:
    day.sheet.open(LUMEN)
    day.clipboard.refusals = 2
    day.copy()
    qtbot.waitUntil(lambda: bool(day.clipboard.puts), timeout=2000)
    assert day.sheet.follow_up.writing.desk.state is State.COPIED


def test_mail_app_gets_address_subject_and_text(day: World) -> None:
    day.sheet.open(LUMEN)
    day.key(Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert day.mail.urls[0].startswith("mailto:daniel.okafor@lumenandoak.example?subject=")
    assert day.sheet.follow_up.writing.desk.state is State.COPIED


def test_no_mail_app_copies_instead(day: World) -> None:
    day.mail.answers = False
    day.sheet.open(LUMEN)
    day.sheet.follow_up.writing.open_in_mail()
    assert day.clipboard.puts
    assert day.said[-1].text == "No mail app opened. The email is copied instead."


def test_mail_app_asks_for_an_address_first(empty: World) -> None:
    oid = empty.add(PANEL)
    empty.sheet.open(oid)
    empty.field("Maya Ferrer")
    empty.field(CAME_UP[0])
    assert isinstance(empty.mail, FakeMailApp)
    empty.sheet.follow_up.writing.open_in_mail()
    assert empty.mail.urls == []
    assert empty.focus() == "Email address"
    empty.field("priya at lumen")
    person = empty.session.dossier(oid).people[0]
    assert person.email == "priya at lumen"
    assert "@" in empty.texts()


def test_eml_is_saved_where_the_person_says(day: World, tmp_path: Path) -> None:
    day.dialogs.path = tmp_path / "note.eml"
    day.sheet.open(LUMEN)
    entries = dict(day.sheet.follow_up.writing._handing_over.entries())
    assert list(entries) == [
        "Save as .eml\u2026",
        "As a page\u2026",
        "Copy subject",
        "Copy address",
        "Copy with subject",
    ]
    entries["Save as .eml\u2026"]()
    assert day.sheet.follow_up.writing.desk.state is State.COPIED
    assert footer(day) == "Saved. Open the file in your mail and send."
    assert b"X-Unsent: 1" in (tmp_path / "note.eml").read_bytes()
    entries["Copy subject"]()
    assert day.clipboard.text == "Thank you, and skipping plan setup"
    entries["Copy address"]()
    assert day.clipboard.text == "daniel.okafor@lumenandoak.example"


def test_check_in_holds_the_whole_original_and_is_the_last(day: World) -> None:
    oid = OpportunityId("harbourlight")
    day.sheet.open(oid)
    page = day.sheet.follow_up.writing
    assert "This is the last one" in day.texts()
    assert page.footer.replied.text() == "They already replied"
    names = [one.accessibleName() for one in page.people.buttons()]
    assert names[1] == "Yuki Tanabe, thanked, no check-in, 2 of 2"
    assert page.people.buttons()[1].isEnabled()
    original = next(
        m for m in day.session.dossier(oid).messages if m.person_id == "harbourlight-marcus"
    )
    day.copy()
    quoted = "\n".join(f"> {line}".rstrip() for line in original.body.split("\n"))
    assert quoted in day.clipboard.text
    day.key(Qt.Key.Key_Return)
    sent = day.session.dossier(oid).messages[-1]
    assert sent.kind is MessageKind.CHECK_IN
    assert sent.original == original.body
    assert day.sheet.follow_up.currentWidget() is day.sheet.follow_up.stop


def test_a_copied_application_follow_up_asks_whether_it_was_sent(day: World) -> None:
    day.sheet.open(OpportunityId("oatfield"))
    draft = day.sheet.follow_up.writing.desk.draft
    assert isinstance(draft, Draft)
    assert draft.copied_at is not None
    assert day.focus() == "Sent"


def test_first_two_hours_only_advise(day: World) -> None:
    day.sheet.open(LUMEN)
    assert footer(day) == "Best from 16:45"
    day.later(hours=2)
    QApplication.processEvents()
    assert footer(day) == ""


def test_undo_of_sent_gives_the_edited_words_back(day: World) -> None:
    day.sheet.open(LUMEN)
    day.sheet.follow_up.writing.letter.body.setFocus()
    day.type("By hand. ")
    day.copy()
    day.copy()  # words before the greeting are asked about once
    day.key(Qt.Key.Key_Return)
    day.session.undo()
    day.key(Qt.Key.Key_2, ALT)
    assert "By hand. " in body(day)
    assert day.sheet.follow_up.writing.desk.state is State.WRITING


def test_ctrl_z_after_enter_takes_back_the_act_not_the_field(day: World) -> None:
    day.sheet.open(LUMEN)
    field = day.sheet.follow_up.writing.came_up.adding.field
    field.setFocus()
    day.field("the Friday demos")
    assert not field.isUndoAvailable()
    day.sheet.show_tab("people")
    day.sheet.people.name.setFocus()
    day.field("Ada Byron")
    assert not day.sheet.people.name.isUndoAvailable()
    day.sheet.show_tab("interview")
    day.sheet.interview.highlights.adding.setFocus()
    day.field("the canteen")
    assert not day.sheet.interview.highlights.adding.isUndoAvailable()
