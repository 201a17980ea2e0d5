"""Hand-written stand-ins for what lies outside the window."""

from pathlib import Path


class FakeClipboard:
    """Keeps what was put there; refuses as often as it is told to."""

    def __init__(self, refusals: int = 0) -> None:
        self.text = ""
        self.html = ""
        self.puts: list[str] = []
        self.refusals = refusals
        self.asked = 0

    def put(self, text: str, html: str = "") -> bool:
        """Take the text unless there are refusals left."""
        self.asked += 1
        if self.refusals > 0:
            self.refusals -= 1
            return False
        self.text, self.html = text, html
        self.puts.append(text)
        return True


class FakeMailApp:
    """Remembers the links it was handed."""

    def __init__(self, answers: bool = True) -> None:
        self.answers = answers
        self.urls: list[str] = []

    def open(self, url: str) -> bool:
        """Answer as told."""
        self.urls.append(url)
        return self.answers


class FakeDialogs:
    """Always answers with the same path."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.asked: list[tuple[str, str]] = []

    def save_path(self, title: str, name: str) -> Path | None:
        """The path the test wants."""
        self.asked.append((title, name))
        return self.path

    def open_path(self, title: str, pattern: str) -> Path | None:
        """The path the test wants."""
        self.asked.append((title, pattern))
        return self.path
