"""Every letter that ships, as a person comes to it, has nothing to fix: in any kind and tone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.spelling import English
from rules.proof import Severity, Speller
from rules.records import Draft, Profile, Tone
from tests.ui.letter_world import SITUATIONS, arrive
from tests.ui.sheet_world import world
from ui.proofread.proofreader import Proofreader

MAYA = Profile(
    name="Maya Ferrer",
    phone="+44 7700 900123",
    email="maya@ferrer.example",
    link="https://mayaferrer.example",
)
CAME_UP = ("the move to Leeds", "how members skip plan setup", "the Friday demos")
BY_HAND = {"debrief": "[how it went]", "answer": "[your answer]", "keep_in_touch": "[your news]"}
"""What only the person can say."""


@pytest.fixture(scope="module")
def english() -> Speller:
    return English()


@pytest.mark.parametrize("sort", sorted(SITUATIONS))
def test_a_letter_as_it_ships_has_nothing_to_fix(
    sort: str, tmp_path: Path, qtbot: QtBot, english: Speller
) -> None:
    del qtbot
    reader = Proofreader(lambda: english)
    with world(tmp_path, filled=False, reader=reader) as made:
        made.session.set_profile(MAYA)
        oid = arrive(made, sort)
        page = made.sheet.follow_up.writing
        desk = page.desk
        if desk.interview_id is not None:
            for one, text in zip(made.session.dossier(oid).people, CAME_UP, strict=False):
                made.session.add_highlight(oid, desk.interview_id, text, one.id)
        recipients = desk.writing.recipients if desk.writing is not None else ()
        for tone in Tone:
            desk.change_tone(tone)
            for person_id in recipients or (None,):
                desk.choose(person_id)
                assert isinstance(desk.draft, Draft)
                page.proofing.settle(lambda: None)
                assert page.proofing.report.ran
                assert page.proofing.refused() == ""
                by_hand = [BY_HAND[sort]] if sort in BY_HAND else []
                fixes = page.proofing.fixes
                assert [one.wrong for one in fixes] == by_hand, (tone, fixes)
                rest = [
                    one
                    for one in page.proofing.report.findings
                    if one.severity is Severity.CONSIDER and one.id != "R03"  # the hour
                ]
                assert rest == [], (tone, rest)
