"""One process in London in May 2026, told to a session in short words."""

from collections.abc import Iterable, Mapping
from typing import Any

from rules.records import MessageKind, PersonId
from rules.steps import StepKind
from tests.cases.story_facts import Told
from tests.cases.story_world import OID

ANN, BEN, CY, DIA = PANEL = ("Ann Bell", "Ben Cho", "Cy Dorn", "Dia Eks")
TESS = "Tess Hale"


class Case(Told):
    """A process in London in May 2026, told in short."""

    def __init__(self, templates: Mapping[str, str] | None = None) -> None:
        people: list[dict[str, Any]] = [
            {"name": name, "email": f"{name.split()[0].lower()}@x.example"} for name in PANEL
        ]
        people.append({"name": TESS, "email": "tess@hale.example", "part": "recruiter"})
        super().__init__(
            {
                "employer_zone": "Europe/London",
                "user_zone": "Europe/London",
                "weekend": [5, 6],
                "holidays": ["2026-05-04", "2026-05-25"],
                "company": "Lumen & Oak",
                "role": "Product Designer",
                "people": people,
                "steps": [{"at": "2026-05-01T09:00:00+01:00"}],
            },
            templates,
        )

    def fact(self, at: str, do: str, **more: Any) -> None:
        """One fact at a moment of 2026 in London."""
        for edge in ("start", "end", "sent"):
            if edge in more:
                more[edge] = f"2026-{more[edge]}:00+01:00".replace(" ", "T")
        self.tell({"at": f"2026-{at}:00+01:00".replace(" ", "T"), "do": do, **more})

    def held(self, day: str, *met: str, name: str = "i1", **more: Any) -> None:
        """A talk from ten to eleven, and the clock stands at its end."""
        start, end = f"{day} 10:00", f"{day} 11:00"
        self.fact(end, "hold_interview", interview=name, start=start, end=end, met=[*met], **more)

    def thanks(self, at: str, *people: str) -> None:
        """Thank-yous said to be sent."""
        self.fact(at, "send", kind="thank_you", to=[*people])

    def look(self, at: str) -> None:
        """Only time passes."""
        self.fact(at, "look")

    @property
    def used(self) -> int:
        """What the card shows."""
        return self.session.card(OID).used

    def next(self) -> StepKind | MessageKind:
        """The next step, a letter by its kind."""
        step = self.session.step(OID)
        if step.kind is StepKind.WRITE:
            assert step.message is not None
            return step.message
        return step.kind

    def to(self) -> list[str]:
        """Whom it goes to."""
        people = (self.dossier.person(one) for one in self.session.step(OID).people)
        return [one.name for one in people if one is not None]

    def why_not(self, kind: MessageKind, name: str) -> str:
        """The reason of a refusal; empty where the letter is allowed."""
        person: PersonId | None = self.person(name)
        refusal = self.session.may_send(OID, kind, person)
        return refusal.reason if refusal is not None else ""

    def allowed(self, kind: MessageKind, names: Iterable[str] = PANEL) -> list[str]:
        """Who of these may get it now."""
        return [name for name in names if not self.why_not(kind, name)]
