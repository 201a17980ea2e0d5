"""Proofreading a letter of ordinary length, against its bare spelling pass."""

from dataclasses import replace

from models.spelling import English
from rules.proof import ProofLetter, Pursuit, Somebody, check
from tests.bench.measure import Ratio, compare, timed
from tests.cases.letters import load
from tests.cases.proof_letters import proof_letter

_PANEL = ("Ada Brown", "Ben Castle", "Cora Dunn", "Dev Evans", "Eve Frost")


def letter(words: int = 350, pursuits: int = 500) -> ProofLetter:
    """A letter to one of six, put together from good ones until it has that many words."""
    good = [proof_letter(case) for case in load() if case["good"]]
    first = next(one for one in good if one.kind.value == "thank_you")
    greeting, *paragraphs, closing = first.body.split("\n\n")
    for other in good:
        if len(" ".join(paragraphs).split()) < words:
            paragraphs += other.body.split("\n\n")[1:3]
    return replace(
        first,
        body="\n\n".join((greeting, *paragraphs, closing)),
        met=tuple(Somebody(name=name) for name in _PANEL),
        others=tuple(
            Pursuit(company=f"Firm{n} Works Ltd", people=(f"Anna{n} Berg{n}", f"Otto Klein{n}"))
            for n in range(pursuits)
        ),
    )


def proofreading(rounds: int) -> Ratio:
    """All checks with the spelling among them, over the spelling alone; nothing remembered."""
    english, text = English(), letter()

    def forget() -> None:
        english.knows.cache_clear()
        english.near.cache_clear()

    def checks() -> float:
        forget()
        return timed(lambda: check(text, english))

    def spelling() -> float:
        forget()
        return timed(lambda: english.look(text.body))

    return compare("proofreading 350 words, 500 others / spelling", checks, spelling, rounds)


if __name__ == "__main__":
    print(proofreading(9))
