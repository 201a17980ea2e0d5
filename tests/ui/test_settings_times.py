"""Hours are read as people write them."""

from datetime import time

import pytest

from ui.settings.fields import as_time


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("20:00", time(20)),
        ("8", time(8)),
        ("8.30 pm", time(20, 30)),
        ("2030", time(20, 30)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("25:00", None),
        ("0 pm", None),
        ("13 pm", None),
        ("20:61", None),
        ("soon", None),
        ("", None),
    ],
)
def test_times_are_read_as_typed(text: str, wanted: time | None) -> None:
    assert as_time(text) == wanted
