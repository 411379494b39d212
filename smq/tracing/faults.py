"""What the rules find in the rows of a dossier: told where it is walked, as what it lacks is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from smq.i18n import _
from smq.model import Finding, Severity
from smq.model.trail import Missing, Step, Trail


def with_faults(trails: Sequence[Trail], findings: Iterable[Finding]) -> tuple[Trail, ...]:
    """Return dossiers whose steps also tell what is wrong in their rows.

    A row at fault is told once a dossier, at the first step that holds it; what a step lacks
    already says why a finding stands there, and is not told twice.

    Args:
        trails: the dossiers, as walked.
        findings: of the rules on registers and traceability; notes are left out.
    """
    by_place: dict[tuple[str, int | None], list[Missing]] = {}
    for found in findings:
        if found.severity is not Severity.NOTE:
            place = (found.location.path, found.location.line)
            by_place.setdefault(place, []).append(Missing(found.message, found.values))
    return tuple(_told(trail, by_place) for trail in trails)


def _told(trail: Trail, by_place: dict[tuple[str, int | None], list[Missing]]) -> Trail:
    seen: set[tuple[str, int | None]] = set()
    steps: list[Step] = []
    for step in trail.steps:
        place = (step.row.path, step.row.line) if step.row else ("", None)
        found = () if place in seen or step.missing else tuple(by_place.get(place, ()))
        if place not in seen:
            found += _twins(step)
        seen.add(place)
        steps.append(replace(step, missing=(*step.missing, *found)) if found else step)
    return replace(trail, steps=tuple(steps))


def _twins(step: Step) -> tuple[Missing, ...]:
    """Return what to say when other rows bear the identifier: which one is meant, nobody knows."""
    if step.row is None or not step.row.key:
        return ()
    lines = [str(row.line) for row in step.register.rows if row.key == step.row.key]
    if len(lines) < 2:
        return ()
    values = {"id": step.row.key, "path": step.row.path, "lines": ", ".join(lines)}
    return (Missing(_("Several rows bear {id}: {path}, lines {lines}."), values),)
