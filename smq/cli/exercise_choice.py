"""Which chain and which dossiers an exercise is about: drawn, or named by the evaluator."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from smq.cli import console
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.links.folding import fold
from smq.model import QualitySystem, nearest
from smq.model.chain import Chain
from smq.model.exercise import Exercise
from smq.model.trail import Trail


@dataclass(frozen=True, slots=True)
class Choice:
    """How the dossiers of an exercise are chosen.

    Attributes:
        size: how many are drawn.
        seed: of the draw; None or empty = the day judged at.
        named: anything that leads to a dossier; where there is one, nothing is drawn.
        since, until: days between which the dossiers began, None for no limit.
    """

    size: int
    seed: str | None = None
    named: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


def chain_named(name: str, system: QualitySystem) -> Chain:
    """Return the chain of that name.

    Raises:
        SmqError: there is none.
    """
    found = system.chains.get(re.sub(r"[ _]", "-", fold(name)))
    if found is None:
        near = nearest(name, tuple(system.chains))
        raise SmqError(
            _("«{name}» is no chain of this platform."),
            _("Nearest: {near}.") if near else _("Its chains are: {known}."),
            name=name,
            near=near or "",
            known=", ".join(system.chains) or "–",
        )
    return found


def named_ids(typed: Sequence[str]) -> tuple[str, ...]:
    """Return the words that name dossiers, each once: several in one stand between commas."""
    words = (word.strip() for one in typed for word in re.split(r"[,;]", one))
    return tuple(dict.fromkeys(word for word in words if word))


def chosen_exercise(
    chain: Chain, system: QualitySystem, choice: Choice, session: Session
) -> Exercise:
    """Return the exercise: its dossiers drawn, or those named.

    Raises:
        SmqError: nothing can be drawn, or a name leads to no dossier of the chain.
    """
    from smq import tracing
    from smq.tracing.drawing import drawn, population

    days = (choice.since, choice.until)
    index = tracing.index(system)
    rows = population(chain, system, index, *days)
    if choice.named:
        trails = tuple(_named(word, chain, system) for word in choice.named)
        return Exercise(chain, trails, len(rows), None, *days)
    if not rows:
        raise SmqError(
            _("No dossier of «{chain}» can be drawn: none is finished in that period."),
            _("All dossiers: smq register list"),
            chain=chain.title,
        )
    if len(rows) < choice.size:
        console.aside(
            session.translate.plural(
                _("Only {count} dossier can be drawn; {size} were asked for."),
                _("Only {count} dossiers can be drawn; {size} were asked for."),
                len(rows),
                size=choice.size,
            )
        )
    seed = choice.seed or session.today.isoformat()
    chosen = drawn(rows, seed, choice.size)
    trails = tuple(tracing.trail_from(chain, row, system, index) for row in chosen)
    return Exercise(chain, trails, len(rows), seed, *days)


def dossiers_named(word: str, chain: Chain, system: QualitySystem) -> dict[str, Trail]:
    """Return the dossiers of a chain to which a word leads, by their labels."""
    from smq import tracing

    index = tracing.index(system)
    return {
        trail.label: trail
        for hit in tracing.find(word, system, index)
        if hit.register.name in chain.tables
        for trail in tracing.trails(chain, hit.register.name, hit.row, system, index)
    }


def _named(word: str, chain: Chain, system: QualitySystem) -> Trail:
    found = dossiers_named(word, chain, system)
    if len(found) != 1:
        raise SmqError(
            _("«{word}» leads to no dossier of «{chain}».")
            if not found
            else _("«{word}» leads to {count} dossiers of «{chain}»: {known}."),
            _("To look for it: smq trace {word}") if not found else _("Name one of them."),
            word=word,
            chain=chain.title,
            count=len(found),
            known=", ".join(found),
        )
    return next(iter(found.values()))
