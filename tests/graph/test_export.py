"""The text formats of the link graph."""

import xml.etree.ElementTree as ET

import networkx
import pytest

from smq.graph import Graph, Node, build, to_dot, to_graphml, to_json, to_mermaid
from smq.model import Status
from tests.conftest import Repo


@pytest.fixture
def graph(repo: Repo) -> Graph:
    """Return a procedure that cites a withdrawn form and a code that nobody carries."""
    repo.document("PRE-FOR-001", titre="Demande", statut="retire", version="1")
    repo.document(
        "PRE-PRO-001",
        titre='Traiter "une" prestation',
        liens={"formulaires": ["PRE-FOR-001"]},
        body="PRE-FOR-001 PRE-FOR-001 PRE-REG-009",
    )
    return build(repo.system())


def test_json_says_documents_and_edges(graph: Graph) -> None:
    """Every key of the contract is there; what is no document is no node."""
    assert to_json(graph) == {
        "summary": {"documents": 2, "mentions": 3, "edges": 2, "unresolved": 1},
        "nodes": [
            {
                "code": "PRE-FOR-001",
                "type": "FOR",
                "process": "PRE",
                "status": "withdrawn",
                "title": "Demande",
                "path": "documents/PRE/PRE-FOR-001-document.md",
            },
            {
                "code": "PRE-PRO-001",
                "type": "PRO",
                "process": "PRE",
                "status": "draft",
                "title": 'Traiter "une" prestation',
                "path": "documents/PRE/PRE-PRO-001-document.md",
            },
        ],
        "edges": [
            _edge("PRE-FOR-001", "lien", 1, resolved=True),
            _edge("PRE-FOR-001", "mention", 2, resolved=True),
            _edge("PRE-REG-009", "mention", 1, resolved=False),
        ],
    }


def test_dot_quotes_titles_and_dashes_what_no_link_should_reach(graph: Graph) -> None:
    """Withdrawn and unknown nodes are dashed; quotes of a title are escaped."""
    lines = to_dot(graph).splitlines()

    assert '  "PRE-FOR-001" [label="PRE-FOR-001\\nDemande", style=dashed];' in lines
    assert '  "PRE-PRO-001" [label="PRE-PRO-001\\nTraiter \\"une\\" prestation"];' in lines
    assert '  "PRE-REG-009" [label="PRE-REG-009", style=dashed];' in lines
    assert '  "PRE-PRO-001" -> "PRE-FOR-001" [class="lien", style=bold];' in lines


def test_mermaid_draws_each_pair_once(graph: Graph) -> None:
    """Nodes have names that Mermaid accepts, titles no character that it reads as syntax."""
    assert to_mermaid(graph) == (
        "flowchart LR\n"
        '  n1["PRE-FOR-001<br/>Demande"]\n'
        '  n2["PRE-PRO-001<br/>Traiter #34;une#34; prestation"]\n'
        '  n3["PRE-REG-009"]\n'
        "  n2 -.-> n1\n"
        "  n2 -.-> n3\n"
        "  classDef dashed stroke-dasharray: 5 4\n"
        "  class n1,n3 dashed\n"
    )


def test_graphml_is_read_back(graph: Graph) -> None:
    """Another program finds the same nodes, edges and attributes; each edge has its own id."""
    text = to_graphml(graph)

    read = networkx.parse_graphml(text, force_multigraph=True)
    assert read.nodes["PRE-PRO-001"]["title"] == 'Traiter "une" prestation'
    assert sorted((s, t, d["kind"], d["occurrences"]) for s, t, d in read.edges(data=True)) == [
        ("PRE-PRO-001", "PRE-FOR-001", "lien", 1),
        ("PRE-PRO-001", "PRE-FOR-001", "mention", 2),
        ("PRE-PRO-001", "PRE-REG-009", "mention", 1),
    ]
    ids = [e.get("id") for e in ET.fromstring(text).iter() if e.tag.endswith("edge")]
    assert len(set(ids)) == len(ids) == 3


def test_a_control_character_does_not_spoil_graphml() -> None:
    """A title typed with a bell in it gives a file that XML readers open."""
    rung = Node("A", "A", "A", "PRO", None, Status.DRAFT, "Sonner\u0007 fort", "a.md")

    assert "Sonner fort" in to_graphml(Graph((rung,), ()))


def _edge(target: str, kind: str, occurrences: int, *, resolved: bool) -> dict[str, object]:
    return {
        "source": "PRE-PRO-001",
        "target": target,
        "kind": kind,
        "occurrences": occurrences,
        "resolved": resolved,
    }
