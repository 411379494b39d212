"""Dead relative links as the rules on paths and pictures report them."""

import posixpath
from collections.abc import Iterator

from smq.links import linkage
from smq.model import Finding, Link, QualitySystem
from smq.rules import Rule
from smq.rules.weight import by_state


def dead_links(
    rule: Rule, system: QualitySystem, *, picture: bool, hint_alone: str
) -> Iterator[Finding]:
    """Yield a finding for each dead picture of a system, or for each of its other dead links.

    The hint of the rule may use `near`, the path that was probably meant; `hint_alone` is for a
    path that resembles none.
    """
    for link in linkage(system).dead_paths:
        if link.picture is picture:
            near = _near(link)
            yield rule.finding(
                link.location,
                code=link.source.code_text,
                severity=by_state(link.source),
                hint=None if near else hint_alone,
                target=link.written,
                near=near or "",
            )


def _near(link: Link) -> str | None:
    """Return the one candidate, written as the document must write it."""
    if len(link.candidates) != 1:
        return None
    return posixpath.relpath(link.candidates[0], posixpath.dirname(link.source.path) or ".")
