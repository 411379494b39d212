"""The link graph as text: JSON values, DOT, Mermaid, GraphML; the same bytes each time."""

import re
from dataclasses import asdict

from smq.graph.build import Graph, Node
from smq.model import LinkKind, Status

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DOT_STYLES = {
    LinkKind.DECLARED: "bold",
    LinkKind.PROCESS: "dotted",
    LinkKind.REPLACES: "dashed",
}


def writable(text: str) -> str:
    """Return the text without the control characters that XML cannot hold."""
    return _UNWRITABLE.sub("", text)


def to_json(graph: Graph) -> dict[str, object]:
    """Return the value of `graph --format json` (`design.md` §6): documents are its nodes."""
    return {
        "summary": asdict(graph.summary),
        "nodes": [
            {
                "code": node.code,
                "type": node.type,
                "process": node.process,
                "status": node.status.value if node.status else None,
                "title": node.title,
                "path": node.path,
            }
            for node in graph.documents
        ],
        "edges": [
            {
                "source": graph.by_key[edge.source].label,
                "target": graph.by_key[edge.target].label,
                "kind": edge.kind.value,
                "occurrences": edge.occurrences,
                "resolved": edge.resolved,
            }
            for edge in graph.edges
        ],
    }


def to_dot(graph: Graph) -> str:
    """Return the graph for Graphviz; what is withdrawn or no document is dashed."""
    lines = ["digraph {", "  rankdir=LR;", '  node [shape=box, fontname="DejaVu Sans"];']
    for node in graph.nodes:
        style = ", style=dashed" if _is_dashed(node) else ""
        label = "\\n".join(_dot_text(part) for part in (node.label, node.title) if part)
        lines.append(f'  "{_dot_text(node.key)}" [label="{label}"{style}];')
    for edge in graph.edges:
        style = _DOT_STYLES.get(edge.kind, "solid")
        ends = f'"{_dot_text(edge.source)}" -> "{_dot_text(edge.target)}"'
        lines.append(f'  {ends} [class="{edge.kind.value}", style={style}];')
    return "\n".join([*lines, "}", ""])


def to_mermaid(graph: Graph) -> str:
    """Return the graph as a Mermaid flowchart, one arrow for each pair."""
    names = {node.key: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    lines = ["flowchart LR"]
    for node in graph.nodes:
        label = "<br/>".join(_mermaid_text(part) for part in (node.label, node.title) if part)
        lines.append(f'  {names[node.key]}["{label}"]')
    for source, target in graph.pairs:
        arrow = "-.->" if _is_dashed(graph.by_key[target]) else "-->"
        lines.append(f"  {names[source]} {arrow} {names[target]}")
    dashed = [names[node.key] for node in graph.nodes if _is_dashed(node)]
    if dashed:
        lines.append("  classDef dashed stroke-dasharray: 5 4")
        lines.append(f"  class {','.join(dashed)} dashed")
    return "\n".join([*lines, ""])


def to_graphml(graph: Graph) -> str:
    """Return the graph as GraphML, for yEd, Gephi or Cytoscape."""
    import networkx

    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in graph.nodes:
        made.add_node(
            writable(node.key),
            label=writable(node.label),
            type=node.type or "",
            process=writable(node.process or ""),
            status=node.status.value if node.status else "",
            title=writable(node.title),
            path=writable(node.path),
            resolution=node.resolution.value,
        )
    for number, edge in enumerate(graph.edges, 1):
        # The key becomes the id of the edge, which must be unique in the file.
        made.add_edge(
            writable(edge.source),
            writable(edge.target),
            key=f"e{number}",
            kind=edge.kind.value,
            occurrences=edge.occurrences,
        )
    text = "\n".join(networkx.generate_graphml(made))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _is_dashed(node: Node) -> bool:
    return not node.is_document or node.status is Status.WITHDRAWN


def _dot_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return re.sub(r"[\r\n]+", " ", escaped)


def _mermaid_text(text: str) -> str:
    """Return the text with what Mermaid reads as syntax or HTML written as entities."""
    escaped = re.sub(r'[#"<>&`]', lambda match: f"#{ord(match[0])};", text)
    return re.sub(r"[\r\n]+", " ", escaped)
