"""Dead relative links as the rules on paths and pictures report them."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from smq.links import linkage
from smq.model import Link, QualitySystem, Severity
from smq.rules.weight import by_state


@dataclass(frozen=True, slots=True)
class Dead:
    """A link to no file, its weight, and the path that was probably meant."""

    link: Link
    severity: Severity
    near: str | None


def dead_links(system: QualitySystem, *, picture: bool) -> Iterator[Dead]:
    """Yield the dead pictures of a system, or its other dead links."""
    for link in linkage(system).dead_paths:
        if link.picture is picture:
            yield Dead(link, by_state(link.source), _near(link))


def _near(link: Link) -> str | None:
    """Return the one candidate, written as the document must write it."""
    if len(link.candidates) != 1:
        return None
    return posixpath.relpath(link.candidates[0], posixpath.dirname(link.source.path) or ".")
