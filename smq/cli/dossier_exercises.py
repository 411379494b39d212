"""The exercises that an evaluation file solves: both chains, drawn by a seed or named."""

from collections.abc import Iterator

from smq import tracing
from smq.cli.exercise_choice import dossiers_named
from smq.errors import SmqError
from smq.i18n import _
from smq.model import QualitySystem
from smq.model.chain import Chain
from smq.model.exercise import Exercise
from smq.model.trail import Trail
from smq.tracing.drawing import drawn, population


def solved_exercises(
    system: QualitySystem, seed: str, size: int, named: tuple[str, ...]
) -> tuple[Exercise, ...]:
    """Return an exercise for each chain of which a dossier is drawn or named.

    Args:
        system: the platform, nothing masked.
        seed: of the draw.
        size: how many dossiers of each chain are drawn.
        named: dossiers of the evaluator's choice; then none is drawn.

    Raises:
        SmqError: a word leads to no dossier, or to several of one chain.
    """
    chains = [chain for chain in system.chains.values() if chain.exercise]
    return tuple(_named(chains, system, named) if named else _drawn(chains, system, seed, size))


def _drawn(chains: list[Chain], system: QualitySystem, seed: str, size: int) -> Iterator[Exercise]:
    index = tracing.index(system)
    for chain in chains:
        rows = population(chain, system, index)
        chosen = drawn(rows, seed, size)
        trails = tuple(tracing.trail_from(chain, row, system, index) for row in chosen)
        if trails:
            yield Exercise(chain, trails, len(rows), seed)


def _named(
    chains: list[Chain], system: QualitySystem, named: tuple[str, ...]
) -> Iterator[Exercise]:
    trails: dict[str, list[Trail]] = {chain.name: [] for chain in chains}
    for word in named:
        found = [(chain, dossiers_named(word, chain, system)) for chain in chains]
        one = [(chain, next(iter(known.values()))) for chain, known in found if len(known) == 1]
        if not one:
            several = sorted({label for _chain, known in found for label in known})
            raise SmqError(
                _("«{word}» leads to several dossiers: {known}.")
                if several
                else _("«{word}» leads to no dossier of a chain that is exercised."),
                _("Name one of them.") if several else _("To look for it: smq trace {word}"),
                word=word,
                known=", ".join(several),
            )
        for chain, trail in one:
            trails[chain.name].append(trail)
    index = tracing.index(system)
    for chain in chains:
        if trails[chain.name]:
            count = len(population(chain, system, index))
            yield Exercise(chain, tuple(trails[chain.name]), count, None)
