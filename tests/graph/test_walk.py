"""What stands around a document, and what its change touches."""

import pytest

from smq.graph import build, focus, impact
from tests.conftest import Repo


def touched(repo: Repo, code: str) -> list[tuple[str, int, str]]:
    """Return label, distance and path of each document to read again."""
    return [
        (found.node.label, found.distance, " > ".join(step.label for step in found.path))
        for found in impact(repo.system(), code)
    ]


def test_impact_goes_from_who_cites_to_who_cites_those(repo: Repo) -> None:
    """Direct ones come first, each with the way by which the change reaches it."""
    repo.document("PRE-FOR-001", body="PRE-REG-001")
    repo.document("PRE-PRO-001", body="PRE-FOR-001")
    repo.document("DOC-PRO-001", body="PRE-PRO-001")
    repo.document("PRE-REG-001")
    repo.document("DOC-REG-001", body="PRE-FOR-001")

    assert touched(repo, "PRE-FOR-001") == [
        ("DOC-REG-001", 1, "DOC-REG-001 > PRE-FOR-001"),
        ("PRE-PRO-001", 1, "PRE-PRO-001 > PRE-FOR-001"),
        ("DOC-PRO-001", 2, "DOC-PRO-001 > PRE-PRO-001 > PRE-FOR-001"),
    ]


def test_impact_ends_in_a_cycle(repo: Repo) -> None:
    """Two documents that cite each other are each found once, the changed one never."""
    repo.document("PRE-PRO-001", body="PRE-PRO-002")
    repo.document("PRE-PRO-002", body="PRE-PRO-001")

    assert touched(repo, "PRE-PRO-001") == [("PRE-PRO-002", 1, "PRE-PRO-002 > PRE-PRO-001")]


def test_of_two_ways_as_short_the_first_by_code_is_shown(repo: Repo) -> None:
    """The way does not depend on the order of reading."""
    repo.document("PRE-FOR-001")
    repo.document("PRE-PRO-002", body="PRE-FOR-001")
    repo.document("MAD-PRO-001", body="PRE-FOR-001")
    repo.document("DOC-PRO-001", body="PRE-PRO-002 MAD-PRO-001")

    assert touched(repo, "PRE-FOR-001")[-1] == (
        "DOC-PRO-001",
        2,
        "DOC-PRO-001 > MAD-PRO-001 > PRE-FOR-001",
    )


def test_belonging_to_a_process_is_no_reason_to_read_again(repo: Repo) -> None:
    """A changed sheet touches who cites it, not every document of its process."""
    repo.document("PRE-FIP-001")
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002", body="PRE-FIP-001")

    assert touched(repo, "PRE-FIP-001") == [("PRE-PRO-002", 1, "PRE-PRO-002 > PRE-FIP-001")]


def test_a_withdrawn_document_is_not_read_again(repo: Repo) -> None:
    """Nor does the change go on through it; but a withdrawn one may be what is asked about."""
    repo.document("PRE-FOR-001")
    repo.document("PRE-PRO-001", statut="retire", version="1", body="PRE-FOR-001")
    repo.document("PRE-PRO-002", body="PRE-PRO-001")

    assert touched(repo, "PRE-FOR-001") == []
    assert touched(repo, "PRE-PRO-001") == [("PRE-PRO-002", 1, "PRE-PRO-002 > PRE-PRO-001")]


def test_focus_goes_both_ways_as_far_as_asked(repo: Repo) -> None:
    """One link away: who cites and who is cited, codes without a document included."""
    repo.document("DOC-PRO-001", body="PRE-PRO-001")
    repo.document("PRE-PRO-001", body="PRE-FOR-001 PRE-FOR-099")
    repo.document("PRE-FOR-001", body="PRE-REG-001")
    repo.document("PRE-REG-001")
    graph = build(repo.system())

    near = focus(graph, "PRE-PRO-001")
    far = focus(graph, "PRE-PRO-001", depth=2)

    assert [n.label for n in near.nodes] == [
        "DOC-PRO-001",
        "PRE-FOR-001",
        "PRE-FOR-099",
        "PRE-PRO-001",
    ]
    assert len(near.edges) == 3
    assert far == graph


def test_a_code_that_nobody_carries_has_no_answer(repo: Repo) -> None:
    """Both refuse it rather than answer that nothing is touched."""
    repo.document("PRE-PRO-001")

    with pytest.raises(LookupError, match="PRE-PRO-009"):
        impact(repo.system(), "PRE-PRO-009")
    with pytest.raises(LookupError, match="PRE-PRO-009"):
        focus(build(repo.system()), "PRE-PRO-009")
