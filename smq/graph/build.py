"""The link graph as frozen values: documents, what they cite, how and how often."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from smq.links import Summary, linkage
from smq.model import Document, Link, LinkKind, QualitySystem, Resolution, Status


@dataclass(frozen=True, slots=True)
class Node:
    """A document, or something cited that no single document answers.

    Attributes:
        key: unique in the graph: the code, or the path when several documents carry it or none has.
        label: the code, else the path: what a reader is shown.
        code, type, process, title, path: as in `Document`; the last two are empty without one.
        status: state at the date of the system, None when it is not known.
        resolution: found, or why it is no document.
    """

    key: str
    label: str
    code: str | None
    type: str | None
    process: str | None
    status: Status | None
    title: str
    path: str
    resolution: Resolution = Resolution.FOUND

    @property
    def is_document(self) -> bool:
        """Return whether one document stands behind it."""
        return self.resolution is Resolution.FOUND


@dataclass(frozen=True, slots=True)
class Edge:
    """All links of one kind between two nodes, named by their keys."""

    source: str
    target: str
    kind: LinkKind
    occurrences: int
    resolved: bool


@dataclass(frozen=True)
class Graph:
    """Nodes sorted by label, edges sorted by the labels of their ends and kind."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def by_key(self) -> Mapping[str, Node]:
        """Return the node of each key."""
        return {node.key: node for node in self.nodes}

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], tuple[LinkKind, ...]]:
        """Return the kinds of link of each (source, target), in the order of the edges."""
        found: dict[tuple[str, str], tuple[LinkKind, ...]] = {}
        for edge in self.edges:
            pair = edge.source, edge.target
            found[pair] = (*found.get(pair, ()), edge.kind)
        return found

    @property
    def documents(self) -> tuple[Node, ...]:
        """Return the nodes that are documents."""
        return tuple(node for node in self.nodes if node.is_document)

    @property
    def summary(self) -> Summary:
        """Return the figures of this graph, of which only mentions are counted."""
        mentions = tuple(edge for edge in self.edges if edge.kind is LinkKind.MENTION)
        unknown = (e for e in mentions if self.by_key[e.target].resolution is Resolution.UNKNOWN)
        return Summary(
            documents=len(self.documents),
            mentions=sum(edge.occurrences for edge in mentions),
            edges=len(mentions),
            unresolved=sum(edge.occurrences for edge in unknown),
        )

    def node(self, text: str) -> Node:
        """Return the node with that key, code or path.

        Raises:
            LookupError: there is none, or several.
        """
        if text in self.by_key:
            return self.by_key[text]
        found = [node for node in self.nodes if text in (node.code, node.path)]
        if len(found) != 1:
            raise LookupError(text)
        return found[0]

    def within(self, keys: frozenset[str]) -> "Graph":
        """Return the part of the graph between the nodes named."""
        return Graph(
            tuple(node for node in self.nodes if node.key in keys),
            tuple(e for e in self.edges if e.source in keys and e.target in keys),
        )


def build(system: QualitySystem) -> Graph:
    """Return the link graph of a system.

    Links to files that are no documents, and wiki-links whose title nobody bears, are no edges:
    `check` reports the dead ones with their place.
    """
    keys = _keys(system.documents)
    nodes = {keys[d.path]: _of_document(d, keys[d.path], system) for d in system.documents}
    counted: Counter[tuple[str, str, LinkKind]] = Counter()
    for link in linkage(system).links:
        if _is_edge(link):
            target = keys[link.target.path] if link.target else link.written
            if target not in nodes:
                nodes[target] = _of_missing(link, system)
            counted[keys[link.source.path], target, link.kind] += 1
    edges = (
        Edge(source, target, kind, occurrences, nodes[target].is_document)
        for (source, target, kind), occurrences in counted.items()
    )
    return Graph(
        tuple(sorted(nodes.values(), key=_order)),
        tuple(sorted(edges, key=lambda e: (*_ends(e, nodes), e.kind))),
    )


def _keys(documents: Iterable[Document]) -> Mapping[str, str]:
    carried = Counter(document.code_text for document in documents)
    return {
        d.path: d.code_text if d.code_text and carried[d.code_text] == 1 else d.path
        for d in documents
    }


def _is_edge(link: Link) -> bool:
    if link.target is not None:
        return True
    if link.resolution is Resolution.FOUND:
        return False
    return link.is_code or link.kind in (LinkKind.DECLARED, LinkKind.REPLACES)


def _of_document(document: Document, key: str, system: QualitySystem) -> Node:
    return Node(
        key=key,
        label=document.label,
        code=document.code_text,
        type=document.type,
        process=document.process,
        # An approved document comes into force by its date alone.
        status=Status.IN_FORCE if document.is_in_force(system.today) else document.state,
        title=document.title,
        path=document.path,
    )


def _of_missing(link: Link, system: QualitySystem) -> Node:
    codification = system.settings.codification
    code = codification.parse(link.written)
    return Node(
        key=link.written,
        label=link.written,
        code=link.written,
        type=codification.kind(code) if code else None,
        process=code.process if code else None,
        status=None,
        title="",
        path="",
        resolution=link.resolution,
    )


def _order(node: Node) -> tuple[str, str]:
    return node.label, node.key


def _ends(edge: Edge, nodes: Mapping[str, Node]) -> tuple[str, ...]:
    return *_order(nodes[edge.source]), *_order(nodes[edge.target])
