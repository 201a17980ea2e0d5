"""The living proofreader: after the last key, in a thread, and only about the text as it stands."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.proof import Report, Speller
from rules.records import Draft, InterviewId, MessageKind, PersonId, Tone
from tests.rules.dossiers import OID, at, when
from tests.rules.letters import MAYA, letter, panel
from tests.ui.proof_world import FewWords, HeldHands
from ui.proofread.hands import AtOnce, OneThread
from ui.proofread.proofreader import Proofreader, Question


def question(add: str = "", words: frozenset[str] = frozenset()) -> Question:
    """A good letter, with something added to its first sentence."""
    one = letter(panel())
    draft = Draft(
        opportunity_id=OID,
        interview_id=InterviewId("i1"),
        person_id=PersonId("A"),
        kind=MessageKind.THANK_YOU,
        tone=Tone.WARM,
        subject=one.subject,
        body=one.body.replace("Thank you", f"{add}Thank you", 1),
        saved_at=at("05-14 15:20"),
    )
    return Question(
        dossier=panel(), draft=draft, moment=when("05-14 15:20"), profile=MAYA, own_words=words
    )


def ids(reader: Proofreader) -> list[str]:
    """What was found."""
    return [one.id for one in reader.report.findings] if reader.report is not None else []


def test_a_new_letter_is_read_at_once_and_typing_is_waited_for(qtbot: QtBot) -> None:
    hands = HeldHands()
    reader = Proofreader(hands=hands, pause=20)
    reader.ask(question(), anew=True)
    assert len(hands.todo) == 1
    hands.work()
    assert reader.is_current
    for text in ("a", "ab", "abc "):
        reader.ask(question(text))
    assert hands.todo == []
    assert not reader.is_current
    with qtbot.waitSignal(reader.changed):
        qtbot.waitUntil(lambda: bool(hands.todo))
        assert len(hands.todo) == 1
        hands.work()


def test_what_is_found_in_an_older_text_is_dropped(qtbot: QtBot) -> None:
    hands = HeldHands()
    reader = Proofreader(hands=hands, pause=0)
    told: list[Report | None] = []
    reader.changed.connect(lambda: told.append(reader.report))
    reader.ask(question("We recieve. "), anew=True)
    reader.ask(question("A the the word. "))
    reader.ask(question())
    qtbot.waitUntil(lambda: True)
    assert len(hands.todo) == 1  # the thread is busy: the others wait, the newest alone
    hands.work()
    assert told == []
    qtbot.waitUntil(lambda: len(hands.todo) == 1)
    hands.work()
    assert len(told) == 1
    assert ids(reader) == []
    assert hands.todo == []


def test_another_letter_forgets_what_was_found_in_the_first() -> None:
    hands = HeldHands()
    reader = Proofreader(hands=hands)
    reader.ask(question("We recieve it. "), anew=True)
    hands.work()
    assert ids(reader) == ["W01"]
    reader.ask(question(), anew=True)
    assert reader.report is None
    reader.clear()
    hands.work()
    assert reader.report is None
    assert hands.todo == []


def test_whoever_asks_before_it_was_read_is_called_when_it_was() -> None:
    hands = HeldHands()
    reader = Proofreader(hands=hands)
    called: list[str] = []
    reader.settle(lambda: called.append("no letter"))
    reader.ask(question("We recieve it. "), anew=True)
    reader.settle(lambda: called.append("read"))
    assert called == ["no letter"]
    reader.ask(question())
    hands.work()
    assert called == ["no letter"]  # typed on meanwhile
    reader.settle(lambda: called.append("too"))
    hands.work()
    assert called == ["no letter", "read", "too"]
    reader.settle(lambda: called.append("at once"))
    assert called[-1] == "at once"
    reader.ask(question("Another. "), anew=True)
    reader.settle(lambda: called.append("never"))
    reader.ask(question("A third. "), anew=True)
    hands.work()
    hands.work()
    assert "never" not in called


def test_the_dictionary_is_loaded_once_and_lets_own_words_pass() -> None:
    words = FewWords()
    reader = Proofreader(words.load)
    assert words.loaded == 0
    reader.ask(question("The terafom is in the setpu. "), anew=True)
    assert [one.wrong for one in reader.report.findings] == ["terafom", "setpu"]  # type: ignore[union-attr]  # it was read
    assert "W01" in (reader.report or Report((), ())).ran
    reader.ask(question("The terafom is in the setpu. ", frozenset({"terafom"})), anew=True)
    assert [one.wrong for one in reader.report.findings] == ["setpu"]  # type: ignore[union-attr]  # as above
    assert words.loaded == 1


def test_without_a_dictionary_everything_else_is_read() -> None:
    def none() -> Speller:
        raise OSError("no such file")

    reader = Proofreader(none)
    reader.ask(question("The setpu the the. "), anew=True)
    assert ids(reader) == ["W03"]
    assert reader.report is not None
    assert "W01" not in reader.report.ran


def test_the_thread_is_one_and_brings_its_results_to_the_window(qtbot: QtBot) -> None:
    hands = OneThread()
    worked: list[int] = []
    brought: list[tuple[int, bool]] = []
    here = threading.get_ident()

    def work() -> int:
        worked.append(threading.get_ident())
        return len(worked)

    def then(result: int | None) -> None:
        mine = QThread.currentThread() == QApplication.instance().thread()  # type: ignore[union-attr]  # there is one
        brought.append((result or 0, mine))

    for _ in range(3):
        hands.do(work, then)
    qtbot.waitUntil(lambda: len(brought) == 3)
    assert brought == [(1, True), (2, True), (3, True)]
    assert len(set(worked)) == 1
    assert here not in worked
    hands.stop()
    hands.do(work, then)
    hands.stop()
    assert len(worked) == 3


def test_nothing_arrives_after_the_end(qtbot: QtBot) -> None:
    hands = OneThread()
    begun, go_on = threading.Event(), threading.Event()
    brought: list[object] = []

    def work() -> None:
        begun.set()
        go_on.wait(10)

    hands.do(work, brought.append)
    hands.do(lambda: None, brought.append)
    assert begun.wait(10)
    go_on.set()
    hands.stop()
    QApplication.processEvents()
    assert brought == []


def test_a_mistake_in_reading_leaves_the_letter_alone(qtbot: QtBot) -> None:
    def broken() -> Speller:
        raise RuntimeError("a mistake of ours")

    reader = Proofreader(broken, OneThread(), pause=0)
    with qtbot.waitSignal(reader.changed):
        reader.ask(question(), anew=True)
    assert reader.report == Report((), ())
    with qtbot.waitSignal(reader.changed):
        reader.ask(replace(question("The the. ")))
    assert ids(reader) == ["W03"]
    reader.stop()


@pytest.mark.parametrize("hands", [AtOnce(), None])
def test_in_a_test_it_may_be_read_on_the_spot(hands: AtOnce | None) -> None:
    reader = Proofreader(hands=hands)
    reader.ask(question("We recieve it. "), anew=True)
    assert ids(reader) == ["W01"]
    reader.stop()
    assert reader.report is None
