"""What each commit below the work tree held, and how it came into HEAD's own line."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from smq.model.lineage import Lineage, PastDocument, Step

Identity = tuple[str, int]
Held = frozenset[PastDocument]

NOT_RECORDED = ""
"""Name of the work tree, as the last commit: what is not recorded was written there."""
_NOTHING: Held = frozenset()


class Past:
    """History, the work tree its last step."""

    def __init__(self, lineage: Lineage, now: Iterable[PastDocument]) -> None:
        self.lineage = lineage
        self.now = tuple(now)
        self.steps = (*lineage.steps, Step(NOT_RECORDED, lineage.tips, ()))
        self._bearing: dict[Identity, Mapping[str, Held]] = {}

    @cached_property
    def known(self) -> frozenset[str]:
        """Return the names of all commits."""
        return frozenset(step.commit for step in self.steps)

    @cached_property
    def borne(self) -> Mapping[Identity, frozenset[str]]:
        """Return for each code the documents that ever bore it, by their key."""
        found: dict[Identity, set[str]] = {}
        recorded = (d for step in self.lineage.steps for _path, d in step.changed if d)
        for document in (*recorded, *self.now):
            if document.code:
                found.setdefault(document.code.identity, set()).add(document.key)
        return {identity: frozenset(keys) for identity, keys in found.items()}

    @cached_property
    def line(self) -> tuple[str, ...]:
        """Return HEAD's own line, the oldest commit first, the work tree last."""
        parents = {step.commit: step.parents for step in self.steps}
        found = [NOT_RECORDED]
        while parents.get(found[-1]):
            found.append(parents[found[-1]][0])
        return tuple(reversed([commit for commit in found if commit in parents]))

    @cached_property
    def entry(self) -> Mapping[str, int]:
        """Return for each commit its place on HEAD's own line, or that of what brought it there."""
        parents = {step.commit: step.parents for step in self.steps}
        found: dict[str, int] = {}
        for place, commit in enumerate(self.line):
            waiting = [commit]
            while waiting:
                name = waiting.pop()
                if name in parents and name not in found:
                    found[name] = place
                    waiting += parents[name]
        return found

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """Return the commits that come right after each."""
        found: dict[str, list[str]] = {}
        for step in self.steps:
            for parent in step.parents:
                found.setdefault(parent, []).append(step.commit)
        return {parent: tuple(names) for parent, names in found.items()}

    def bearers(self, commit: str, identity: Identity) -> frozenset[str]:
        """Return the documents that bore a code in a commit, by their key."""
        states = self._bearing.get(identity)
        if states is None:
            states = self._states(lambda d: bool(d.code and d.code.identity == identity))
            self._bearing[identity] = states
        return frozenset(document.key for document in states.get(commit, _NOTHING))

    def arrival(self, key: str, identity: Identity) -> int:
        """Return the place on HEAD's own line from which a document bears a code there."""
        for place, commit in enumerate(self.line):
            if key in self.bearers(commit, identity):
                return place
        return len(self.line)

    def arrival_at(self, path: str, key: str) -> int:
        """Return the place on HEAD's own line from which a file holds a document."""
        states = self._states(lambda d: d.path == path and d.key == key)
        held = (place for place, commit in enumerate(self.line) if states.get(commit))
        return next(held, len(self.line))

    def is_cut(self, place: int) -> bool:
        """Return whether what happened before a place of HEAD's own line is not known."""
        return place < len(self.line) and self.line[place] in self.lineage.cut

    def _states(self, wanted: Callable[[PastDocument], bool]) -> Mapping[str, Held]:
        """Return for each commit the wanted documents that it held; those that held none lack."""
        recorded = (pair for step in self.lineage.steps for pair in step.changed)
        paths = {path for path, document in recorded if document and wanted(document)}
        states: dict[str, Held] = {}
        for step in self.lineage.steps:
            held = states.get(step.parents[0], _NOTHING) if step.parents else _NOTHING
            touched = {path: d for path, d in step.changed if path in paths}
            if touched:
                kept = {document for document in held if document.path not in touched}
                held = frozenset(kept | {d for d in touched.values() if d and wanted(d)})
            if held:
                states[step.commit] = held
        states[NOT_RECORDED] = frozenset(document for document in self.now if wanted(document))
        return states
