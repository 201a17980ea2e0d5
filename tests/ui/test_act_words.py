"""Every act of the rules and of the sheet has its own words in the toast of an undo."""

import ast
from collections.abc import Iterator
from pathlib import Path

from ui.wording.acts import act_words, redone, undone

ROOT = Path(__file__).resolve().parents[2]
MAKERS = {"change_of", "change_opportunity", "beginMacro", "edit"}


def labels() -> Iterator[str]:
    """The labels of changes as they stand in the code."""
    for folder in ("rules/acts", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield from (text for value in labelled(node) for text in texts(value))


def labelled(node: ast.AST) -> list[ast.expr]:
    """The expressions that say how a change is called."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        named = [one.value for one in node.keywords if one.arg == "label"]
        return named + (node.args if name in MAKERS else [])
    if isinstance(node, ast.Assign):
        is_label = any(isinstance(one, ast.Name) and one.id == "label" for one in node.targets)
        return [node.value] if is_label else []
    return []


def texts(value: ast.expr) -> list[str]:
    """The words an expression may be."""
    if isinstance(value, ast.IfExp):
        return texts(value.body) + texts(value.orelse)
    return [value.value] if isinstance(value, ast.Constant) and isinstance(value.value, str) else []


def test_every_act_has_words_of_its_own() -> None:
    found = {*labels(), "edited"}
    assert {"added", "sent", "highlight_unticked", "placed", "deleted", "skipped"} <= found
    words = {label: act_words(label) for label in found}
    assert "last change" not in words.values(), words
    assert len(set(words.values())) == len(found)
    assert not any("_" in one for one in words.values())


def test_undo_and_redo_say_what_was_done() -> None:
    assert undone("sent") == "Undone: marked sent"
    assert redone("highlight_added") == "Done again: highlight added"
    assert undone("unheard of") == "Undone: last change"
