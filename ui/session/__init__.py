"""The session: every act of the person, as changes of the truth in memory."""

from ui.session.cards import Cards
from ui.session.choices import Choices
from ui.session.letters import Letters
from ui.session.talks import Talks


class Session(Cards, Talks, Letters, Choices):
    """What the windows ask for. It adds no state of its own."""
