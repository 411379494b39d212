"""The link graph of a platform: its values, its text formats, and what its algorithms answer.

networkx is imported inside functions of this package and nowhere else.
"""

from smq.graph.build import Edge, Graph, Node, build
from smq.graph.export import to_dot, to_graphml, to_json, to_mermaid, writable
from smq.graph.walk import Impact, focus, impact

__all__ = [
    "Edge",
    "Graph",
    "Impact",
    "Node",
    "build",
    "focus",
    "impact",
    "to_dot",
    "to_graphml",
    "to_json",
    "to_mermaid",
    "writable",
]
