"""The link graph: its nodes, its edges, its figures."""

from smq.graph import Edge, build
from smq.links import linkage, summary
from smq.model import LinkKind, Resolution, Status
from tests.conftest import Repo


def test_occurrences_of_one_pair_and_kind_are_one_edge(repo: Repo) -> None:
    """Two mentions and a declared link are two edges, counted."""
    repo.document("PRE-FOR-001")
    repo.document(
        "PRE-PRO-001",
        liens={"formulaires": ["PRE-FOR-001"]},
        body="Voir PRE-FOR-001, puis PRE-FOR-001.",
    )

    assert build(repo.system()).edges == (
        Edge("PRE-PRO-001", "PRE-FOR-001", LinkKind.DECLARED, 1, resolved=True),
        Edge("PRE-PRO-001", "PRE-FOR-001", LinkKind.MENTION, 2, resolved=True),
    )


def test_an_unknown_code_is_a_node_that_is_no_document(repo: Repo) -> None:
    """It keeps the type and process that its code says, so that it has a place in pictures."""
    repo.document("PRE-PRO-001", body="Voir MAD-FOR-009.")

    (missing, _procedure) = build(repo.system()).nodes

    assert (missing.label, missing.type, missing.process) == ("MAD-FOR-009", "FOR", "MAD")
    assert missing.resolution is Resolution.UNKNOWN


def test_a_code_given_twice_makes_two_nodes(repo: Repo) -> None:
    """Who cites it cites neither: the tool never chooses."""
    repo.document("PRE-FOR-001")
    repo.write(
        "documents/PRE/copie.md",
        "---\ncode: PRE-FOR-001\ntype: FOR\ntitre: Copie\nprocessus: PRE\nstatut: projet\n---\n",
    )
    repo.document("PRE-PRO-001", body="Voir PRE-FOR-001.")

    graph = build(repo.system())

    assert [n.path for n in graph.nodes if n.label == "PRE-FOR-001" and n.is_document] == [
        "documents/PRE/PRE-FOR-001-document.md",
        "documents/PRE/copie.md",
    ]
    (edge,) = graph.edges
    assert not edge.resolved


def test_approved_is_in_force_from_its_date(repo: Repo) -> None:
    """The state shown is the state at the date of the system."""
    repo.document("PRE-PRO-001", statut="approuve", version="1", date_application="2027-03-01")
    repo.document("PRE-PRO-002", statut="approuve", version="1", date_application="2027-03-02")

    assert [node.status for node in build(repo.system()).nodes] == [
        Status.IN_FORCE,
        Status.APPROVED,
    ]


def test_pictures_and_dead_titles_are_no_edges(repo: Repo) -> None:
    """A link to a file that is no document, and a wiki-link that no title answers, lead nowhere."""
    repo.write("documents/PRE/plan.png", b"\x89PNG")
    repo.document("PRE-PRO-001", body="![Plan](plan.png)\n\n[plan](plan.png) [[Titre inconnu]]\n")

    graph = build(repo.system())

    assert graph.edges == ()
    assert [node.label for node in graph.nodes] == ["PRE-PRO-001"]


def test_its_figures_are_those_of_the_links(repo: Repo) -> None:
    """The summary recounted from the edges is the summary of the links."""
    repo.document("PRE-FIP-001", type="FIP", body="PRE-PRO-001 [[Demande]] [[Rien]]")
    repo.document("PRE-PRO-001", body="PRE-FOR-001 PRE-FOR-001 PRE-FOR-099 [x](../x.md)")
    repo.document(
        "PRE-FOR-001", titre="Demande", liens={"procedures": ["PRE-PRO-001", "PRE-PRO-077"]}
    )

    system = repo.system()

    counted = build(system).summary
    assert counted == summary(linkage(system))
    assert (counted.documents, counted.mentions, counted.edges, counted.unresolved) == (3, 5, 4, 1)
