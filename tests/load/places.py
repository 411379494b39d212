"""What reading met, in a form that a test can show."""

from smq.model import QualitySystem

Place = tuple[str, int | None, int | None]


def problems(system: QualitySystem, path: str | None = None) -> list[Place]:
    """Return (kind, line, column) of each problem, of one file when it is named."""
    return [
        (p.kind, p.location.line, p.location.column)
        for p in system.problems
        if path is None or p.location.path == path
    ]
