"""The letter on paper: its parts, its pages, the file, the printer and the panel."""

import errno
import os
import re
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QSizeF, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rules.quoting import Original
from rules.records import Opportunity, OpportunityId, Person, PersonId, Profile
from tests.fakes import FakeDialogs
from ui.paper.letter import Paper, PaperLetter, on_paper, paper_size
from ui.paper.output import PaperFault, pdf, print_on, save_pdf
from ui.paper.pages import MARGIN, lay_out, points
from ui.paper.panel import PaperPanel
from ui.paper.printing import ask_printer
from ui.resources import load_fonts
from ui.theme import Look
from ui.widgets.toast import Notice

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", "begin.*Returned false", extend=True),
    pytest.mark.usefixtures("fonts"),
]

DAY = date(2026, 5, 14)
MAYA = Profile(name="Maya Ferrer", phone="07700 900123", email="maya@ferrer.example")
OAK = Opportunity(
    id=OpportunityId("o"), company="Lumen & Oak", created_at=datetime(2026, 5, 1, tzinfo=UTC)
)
PRIYA = Person(
    id=PersonId("p"),
    opportunity_id=OAK.id,
    name="Priya Raman",
    postal_address="Lumen & Oak\n12 Kiln Lane\nLeeds LS1 4AB\n",
)
SENTENCE = "Thank you for taking the time to speak with me about the role this morning. "
BODY = (
    f"Dear Priya,\n\n{SENTENCE * 3}\n\n{SENTENCE * 2}\n\nKind regards,\nMaya Ferrer\n07700 900123"
)


@pytest.fixture
def fonts(qapp: QApplication) -> None:
    load_fonts()


def letter(body: str = BODY, spelling: str = "") -> PaperLetter:
    return on_paper(body, day=DAY, profile=MAYA, opportunity=OAK, person=PRIYA, spelling=spelling)


def test_a_letter_has_both_addresses_the_date_and_room_for_a_signature() -> None:
    made = letter()
    assert made.sender == ("Maya Ferrer", "07700 900123", "maya@ferrer.example")
    assert made.date == "14 May 2026"
    assert made.recipient == ("Priya Raman", "Lumen & Oak", "12 Kiln Lane", "Leeds LS1 4AB")
    assert made.body.startswith("Dear Priya,\n\nThank you")
    assert made.closing == "Kind regards,"
    assert made.signature == ("Maya Ferrer", "07700 900123")
    assert made.title == "Letter to Priya Raman"


def test_a_letter_to_nobody_in_particular_goes_to_the_company() -> None:
    made = on_paper("Hello,\n\nThanks.", day=DAY, profile=Profile(), opportunity=OAK)
    assert made.recipient == ("Lumen & Oak",)
    assert made.sender == ()
    assert (made.body, made.closing, made.signature) == ("Hello,\n\nThanks.", "", ())


def test_american_spelling_writes_the_american_date() -> None:
    assert letter(spelling="us").date == "May 14, 2026"


def test_an_end_without_the_name_alone_stays_in_the_body() -> None:
    made = letter("Dear Priya,\n\nMaya Ferrer is my name.")
    assert made.body.endswith("Maya Ferrer is my name.")
    assert not made.closing


def test_the_text_is_all_of_it_in_order() -> None:
    text = letter().text
    parts = ["maya@ferrer", "14 May", "Leeds", "Dear Priya", "Kind regards,\nMaya Ferrer"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_check_in_has_its_original_below_the_signature() -> None:
    first = Original(
        text="Hi Priya,\n\nThank you for the tour.\n\nMaya Ferrer",
        sent_at=datetime(2026, 5, 7, 9, tzinfo=UTC),
        to_name="Priya Raman",
        subject="Thank you",
        attribution="On Thursday 7 May 2026, Maya Ferrer wrote:",
    )
    made = on_paper(BODY, day=DAY, profile=MAYA, opportunity=OAK, person=PRIYA, original=first)
    assert made.below == f"{first.attribution}\n\n{first.text}"
    assert made.text.endswith(made.below)
    assert replace(made, below="") == letter()
    shown = " ".join(page.text for page in lay_out(made, points(Paper.A4))).split()
    assert shown[-len(made.below.split()) :] == made.below.split()


def test_what_no_printer_shows_is_left_out() -> None:
    made = letter("Dear\x00 Priya,\r\n\r\n\tOne\u2028two\ud800.")
    assert made.body == "Dear Priya,\n\n    Onetwo."


@pytest.mark.parametrize(
    ("option", "locale", "paper"),
    [
        ("", "en_US", Paper.LETTER),
        ("", "en_CA", Paper.LETTER),
        ("", "es_MX", Paper.LETTER),
        ("", "en_GB", Paper.A4),
        ("", "de_DE", Paper.A4),
        ("a4", "en_US", Paper.A4),
        ("letter", "de_DE", Paper.LETTER),
        ("parchment", "de_DE", Paper.A4),
    ],
)
def test_the_paper_is_the_chosen_one_or_the_usual_one(
    option: str, locale: str, paper: Paper
) -> None:
    assert paper_size(option, QLocale(locale)) is paper


def words_of(made: PaperLetter) -> list[str]:
    return made.text.split()


@pytest.mark.parametrize("paper", list(Paper))
def test_a_usual_letter_is_one_page_and_nothing_is_lost(paper: Paper) -> None:
    made = letter()
    (page,) = lay_out(made, points(paper))
    assert page.text.split() == words_of(made)


@pytest.mark.parametrize("sentences", range(1, 14))
def test_no_page_begins_or_ends_with_one_line_of_a_paragraph(sentences: int) -> None:
    paragraphs = [f"({number}) {SENTENCE * sentences}[{number}]" for number in range(30)]
    ending = "Kind regards,\nMaya Ferrer"
    made = letter("\n\n".join(["Dear Priya,", *paragraphs, ending]))
    pages = lay_out(made, points(Paper.A4))
    assert " ".join(page.text for page in pages).split() == words_of(made)
    for page in pages:
        lines = page.text.split("\n")
        if len(lay_out(letter("x\n\n" + paragraphs[0]), QSizeF(595, 842))[0].lines) < 10:
            continue
        first, last = lines[0], lines[-1]
        assert not re.search(r"\[\d+\]$", first) or re.match(r"\(\d+\)", first), lines
        assert not re.match(r"\(\d+\)", last) or re.search(r"\[\d+\]$", last), lines
    assert "Kind regards," in pages[-1].text
    assert len(pages[-1].lines) >= 4  # the close never stands alone


def test_every_line_stays_within_the_margins() -> None:
    made = letter("\n\n".join(["Dear Priya,", "x" * 3000, SENTENCE * 90]))
    for page in lay_out(made, points(Paper.LETTER)):
        for top, one in page.lines:
            assert top >= MARGIN
            assert top + one.height <= 792 - MARGIN + 0.01
            assert one.line.naturalTextWidth() <= 612 - 2 * MARGIN + 1


def test_a_greeting_is_never_the_last_line_of_a_page() -> None:
    for lines in range(20, 50):
        made = PaperLetter(
            title="t",
            recipient=tuple(f"r{number}" for number in range(lines)),
            body=f"Dear all,\n\n{SENTENCE * 4}",
        )
        for page in lay_out(made, points(Paper.A4)):
            assert not page.text.endswith("Dear all,")


def test_an_address_longer_than_a_page_goes_over_several() -> None:
    many = tuple(f"line {number}" for number in range(200))
    pages = lay_out(PaperLetter(title="t", recipient=many, body="Hello"), points(Paper.A4))
    assert len(pages) == 5
    assert "\n".join(page.text for page in pages).split("\n") == [*many, "Hello"]


def test_a_letter_of_nothing_is_one_blank_page() -> None:
    (page,) = lay_out(PaperLetter(title="", body=""), points(Paper.A4))
    assert page.lines == ()


def test_a_signature_alone_is_set() -> None:
    (page,) = lay_out(PaperLetter(title="", body="", signature=("Maya",)), points(Paper.A4))
    assert page.text == "Maya"


def test_scripts_from_the_right_stand_at_the_right() -> None:
    (page,) = lay_out(PaperLetter(title="", body="שלום עולם\n\n你好 👋 there"), points(Paper.A4))
    (_, right), (_, left) = page.lines
    assert right.line.naturalTextRect().left() > 300
    assert left.line.naturalTextRect().left() == 0
    assert page.text == "שלום עולם\n你好 👋 there"


def test_markup_is_only_text() -> None:
    made = letter("Dear <b>Priya</b>,\n\n<img src=x> & more")
    (page,) = lay_out(made, points(Paper.A4))
    assert "Dear <b>Priya</b>," in page.text
    assert "<img src=x> & more" in page.text


@pytest.mark.parametrize(("paper", "box"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_a_pdf_has_its_size_its_fonts_and_its_title(paper: Paper, box: tuple[int, int]) -> None:
    data = pdf(letter(), paper)
    assert data.startswith(b"%PDF-")
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert found is not None
    assert (round(float(found[1])), round(float(found[2]))) == box
    assert b"/FontFile" in data
    assert "Letter to Priya Raman".encode("utf-16-be") in data
    assert re.search(rb"/Count 1\b", data)


def test_a_long_letter_is_a_pdf_of_as_many_pages_as_it_was_laid_out_on() -> None:
    made = letter("\n\n".join(["Dear Priya,", *[SENTENCE * 5] * 40]))
    pages = len(lay_out(made, points(Paper.A4)))
    assert pages > 2
    assert re.search(rb"/Count %d\b" % pages, pdf(made, Paper.A4))


def test_saving_writes_the_whole_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"before")
    save_pdf(letter(), Paper.A4, path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.read_bytes().rstrip().endswith(b"%%EOF")
    assert [one.name for one in tmp_path.iterdir()] == ["letter.pdf"]


def test_a_disk_that_fills_up_keeps_the_file_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"before")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PaperFault, match=r"letter.pdf was not saved: the disk of .* is full"):
        save_pdf(letter(), Paper.A4, path)
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["letter.pdf"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "does not allow it"),
        (errno.EROFS, "does not allow it"),
        (errno.EIO, "gave an error"),
        (errno.ENAMETOOLONG, "cannot be the name"),
        (errno.ENOENT, "is not there"),
    ],
)
def test_each_fault_says_what_where_and_what_to_do(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(PaperFault) as caught:
        save_pdf(letter(), Paper.A4, tmp_path / "my letter.pdf")
    assert words in str(caught.value)
    assert "my letter.pdf was not saved" in str(caught.value)
    assert str(tmp_path) in str(caught.value)
    assert re.search(r"[Cc]hoose|try another", str(caught.value))


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(PaperFault, match="is not there"):
        save_pdf(letter(), Paper.A4, tmp_path / "gone" / "letter.pdf")


def test_a_file_that_may_not_be_written_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(PaperFault, match="does not allow it"):
        save_pdf(letter(), Paper.A4, path)
    assert path.read_bytes() == b"before"


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_printing_uses_the_paper_the_printer_was_set_to(tmp_path: Path) -> None:
    printer = to_file(tmp_path / "out.pdf")
    print_on(printer, letter("\n\n".join([SENTENCE * 5] * 40)), printer.resolution())
    del printer
    pages = re.search(rb"/Count (\d+)", (tmp_path / "out.pdf").read_bytes())
    assert pages is not None
    assert int(pages[1]) > 2


@pytest.mark.skipif(sys.platform == "win32", reason="the path is one only where / is")
def test_a_printer_that_does_not_take_it_is_said(tmp_path: Path) -> None:
    printer = to_file(tmp_path / "gone" / "out.pdf")
    with pytest.raises(PaperFault, match="Nothing was printed"):
        print_on(printer, letter(), printer.resolution())


class Scene:
    """A panel over a window, and what it told."""

    def __init__(self, qtbot: QtBot, path: Path | None = None, size: Paper = Paper.A4) -> None:
        self.window = QWidget()
        self.window.resize(1280, 800)
        self.field = QWidget(self.window)
        self.field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()
        self.dialogs = FakeDialogs(path)
        self.printers: list[QPrinter] = []
        self.heard: list[object] = []
        self.panel = PaperPanel(
            Look(reduced_motion=True), self.window, letter(), size, self.dialogs, self._ask
        )
        self.panel.said.connect(self.heard.append)
        self.panel.saved.connect(self.heard.append)
        self.panel.printed.connect(lambda: self.heard.append("printed"))

    def _ask(self, _parent: QWidget, printer: QPrinter, chosen: object) -> None:
        """A person who prints into the file the dialog answers with."""
        assert callable(chosen)
        self.printers.append(printer)
        if self.dialogs.path is not None:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self.dialogs.path))
            chosen(printer)

    def notice(self) -> Notice:
        (said,) = [one for one in self.heard if isinstance(one, Notice)]
        return said


def test_the_panel_shows_the_pages_and_begins_at_print(qtbot: QtBot) -> None:
    scene = Scene(qtbot, size=Paper.LETTER)
    assert QApplication.focusWidget() is scene.panel.print
    assert scene.panel.accessibleName() == "On paper: Letter to Priya Raman"
    assert scene.panel.preview.accessibleName() == "Preview, 1 page"
    assert "Dear Priya" in scene.panel.preview.accessibleDescription()
    assert scene.panel.sizes.current() == "letter"
    shot = scene.panel.preview.grab().toImage()
    middle = shot.pixelColor(shot.width() // 2, 40)
    assert middle.lightness() > 250


def test_other_paper_is_laid_out_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    scene = Scene(qtbot, tmp_path / "my letter.pdf", size=Paper.LETTER)
    scene.panel.sizes.chosen.emit("a4")
    assert scene.panel.paper is Paper.A4
    QTest.mouseClick(scene.panel.save, Qt.MouseButton.LeftButton)
    assert scene.dialogs.asked == [("Save as PDF", "Letter to Priya Raman.pdf")]
    assert b"/MediaBox [0 0 595" in (tmp_path / "my letter.pdf").read_bytes()
    assert scene.notice().text == f"Saved my letter.pdf in {tmp_path}"
    assert tmp_path / "my letter.pdf" in scene.heard


def test_thinking_better_of_it_saves_and_says_nothing(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.panel.save.click()
    scene.panel.print.click()
    assert scene.heard == []
    assert len(scene.printers) == 1


def test_a_name_without_pdf_gets_it_and_never_replaces_another(
    qtbot: QtBot, tmp_path: Path
) -> None:
    scene = Scene(qtbot, tmp_path / "letter 1.2")
    scene.panel.save.click()
    assert (tmp_path / "letter 1.2.pdf").exists()
    scene.heard.clear()
    (tmp_path / "letter 1.2.pdf").write_bytes(b"mine")
    scene.panel.save.click()
    assert scene.notice().urgent
    assert "was kept" in scene.notice().text
    assert (tmp_path / "letter 1.2.pdf").read_bytes() == b"mine"


def test_a_file_that_could_not_be_saved_is_said_urgently(qtbot: QtBot, tmp_path: Path) -> None:
    scene = Scene(qtbot, tmp_path / "gone" / "letter.pdf")
    scene.panel.save.click()
    assert scene.notice().urgent
    assert "letter.pdf was not saved" in scene.notice().text


def test_printing_tells_that_it_printed_and_counts_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    scene = Scene(qtbot, tmp_path / "printed.pdf", size=Paper.LETTER)
    scene.panel.print.click()
    assert scene.heard[-1] == "printed"
    assert scene.notice().text == "Handed to the printer"
    assert scene.printers[0].docName() == "Letter to Priya Raman"
    scene.printers.clear()
    assert b"/MediaBox [0 0 612" in (tmp_path / "printed.pdf").read_bytes()


def test_a_printer_that_fails_is_said_urgently(qtbot: QtBot, tmp_path: Path) -> None:
    scene = Scene(qtbot, tmp_path / "gone" / "printed.pdf")
    scene.panel.print.click()
    assert scene.notice().urgent
    assert "printed" not in scene.heard


def test_escape_dismisses_and_gives_the_focus_back(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    with qtbot.waitSignal(scene.panel.dismissed):
        QTest.keyClick(scene.panel.print, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is scene.field
    scene.panel.dismiss()  # nothing more to dismiss


def test_tab_stays_within_and_other_keys_go_no_further(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    seen = set()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or scene.panel, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert scene.panel.isAncestorOf(focus)
        seen.add(focus)
    assert {scene.panel.print, scene.panel.save, scene.panel.preview} <= seen
    QTest.keyClick(scene.panel, Qt.Key.Key_A)
    assert scene.panel.isVisible()


def test_a_click_beside_it_dismisses_and_one_on_it_does_not(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    QTest.mouseClick(scene.panel, Qt.MouseButton.LeftButton, pos=scene.panel.rect().center())
    assert scene.panel.isVisible()
    with qtbot.waitSignal(scene.panel.dismissed):
        QTest.mouseClick(scene.panel, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_it_follows_the_window_and_stays_whole_in_the_smallest(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.window.resize(940, 600)
    assert scene.panel.rect() == scene.window.rect()
    for one in (scene.panel.print, scene.panel.save, scene.panel.sizes):
        box = one.rect().translated(one.mapTo(scene.window, one.rect().topLeft()))
        assert scene.window.rect().contains(box)


@pytest.mark.parametrize("answer", [1, 0])
def test_the_systems_dialog_opens_without_waiting(
    qtbot: QtBot, tmp_path: Path, answer: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    chosen: list[QPrinter] = []
    printer = to_file(tmp_path / "out.pdf")
    ask_printer(window, printer, chosen.append)
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.done(answer)
    assert chosen == [printer] * answer
