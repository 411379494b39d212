"""A traceability exercise: dossiers drawn or named, and what was found of each of their links."""

from dataclasses import dataclass
from datetime import date

from smq.model.chain import Chain
from smq.model.trail import Step, Trail


@dataclass(frozen=True, slots=True)
class Exercise:
    """The dossiers of an exercise.

    Attributes:
        chain: that is exercised.
        trails: the dossiers, in the order drawn.
        population: how many could have been drawn.
        seed: of the draw; None when the dossiers were named by a person.
        since, until: days between which the dossiers began, or None.
    """

    chain: Chain
    trails: tuple[Trail, ...]
    population: int
    seed: str | None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one link during a live exercise.

    Attributes:
        dossier: identifier of the dossier.
        step: the link.
        back: walked from the end to the beginning.
        found: the person saw it.
        seconds: that it took.
        proof: what was shown, or the empty string.
    """

    dossier: str
    step: Step
    back: bool
    found: bool
    seconds: int
    proof: str = ""


def links_of(trail: Trail) -> tuple[Step, ...]:
    """Return the links that an exercise asks for: the steps of the chain, one a rank.

    What stands below a step (a person, an instrument) is seen with it; where a step has several
    rows, the first that lacks something stands for it, else the first. What a dossier may do
    without is asked where it is there: the invoice of a use that was invoiced.
    """
    by_table: dict[str, list[Step]] = {}
    for step in trail.steps:
        if step.depth == 0:
            by_table.setdefault(step.register.name, []).append(step)
    return tuple(
        next((step for step in steps if step.missing), steps[0]) for steps in by_table.values()
    )
