"""What the link graph answers: who stands around a document, and what its change touches."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smq.graph.build import Graph, Node, build
from smq.model import LinkKind, QualitySystem, Status

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Impact:
    """A document to read again.

    Attributes:
        node: the document.
        distance: 1 when it cites the changed document itself.
        path: from this document to the changed one, both included, each citing the next.
    """

    node: Node
    distance: int
    path: tuple[Node, ...]


def focus(graph: Graph, code: str, depth: int = 1) -> Graph:
    """Return the part of the graph at most `depth` links away from a document, either way.

    Raises:
        LookupError: no single node has that code.
    """
    import networkx

    centre = graph.node(code)
    around = networkx.ego_graph(_network(graph), centre.key, radius=depth, undirected=True)
    return graph.within(frozenset(around.nodes))


def impact(system: QualitySystem, code: str) -> tuple[Impact, ...]:
    """Return the documents to read again if one changes: who cites it, who cites those, and so on.

    Belonging to a process is no citing: else every change would touch the whole process through its
    sheet. A withdrawn document is not read again. Sorted by distance, then label.

    Raises:
        LookupError: no single document has that code.
    """
    import networkx

    document = system.find(code)
    if document is None:
        raise LookupError(code)
    graph = build(system)
    changed = graph.node(document.path)
    citing = _network(_living(graph, changed)).reverse(copy=False)
    paths = networkx.single_source_shortest_path(citing, changed.key)
    found = (
        Impact(
            node=graph.by_key[key],
            distance=len(path) - 1,
            path=tuple(graph.by_key[step] for step in reversed(path)),
        )
        for key, path in paths.items()
        if key != changed.key
    )
    return tuple(sorted(found, key=lambda i: (i.distance, i.node.label, i.node.key)))


def _living(graph: Graph, changed: Node) -> Graph:
    kept = (n for n in graph.documents if n is changed or n.status is not Status.WITHDRAWN)
    living = graph.within(frozenset(node.key for node in kept))
    return Graph(
        living.nodes,
        tuple(edge for edge in living.edges if edge.kind is not LinkKind.PROCESS),
    )


def _network(graph: Graph) -> "networkx.DiGraph[str]":
    import networkx

    # Nodes and edges enter in their sorted order: of two paths as short, the same one is found.
    made: networkx.DiGraph[str] = networkx.DiGraph()
    made.add_nodes_from(node.key for node in graph.nodes)
    made.add_edges_from(graph.pairs)
    return made
