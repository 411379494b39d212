"""LIF010: versions that the history does not know."""

from typing import Any

import pytest

from smq.model import Severity
from tests.conftest import Repo

Header = dict[str, Any]


def test_a_version_without_its_line_is_an_error(repo: Repo) -> None:
    """The finding stands at the version."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        version: "2"  # <- version-against-history
        statut: applicable
        historique: [{version: "1", date: 2026-12-01, objet: Création, par: P03}]
        ---
        """,
    )

    repo.assert_findings("version-against-history")
    (finding,) = repo.findings("version-against-history")
    assert finding.severity is Severity.ERROR
    assert finding.location.column == 10
    assert "version «{version}»" in finding.message


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("applicable", ["applicable"]),
        ("approuve", ["approuvé"]),
        ("en_verification", []),
        ("projet", []),
    ],
)
def test_what_is_relied_on_has_a_version(repo: Repo, status: str, said: list[str]) -> None:
    """The version is empty until the first approval, not after; the state has its accents."""
    repo.document("PRE-PRO-001", statut=status, version="")

    found = repo.findings("version-against-history")

    assert [f.values["status"] for f in found] == said


def test_a_version_that_history_knows_is_silent(repo: Repo, in_force: Header) -> None:
    """While the next version is written, the last one keeps its line."""
    repo.document("PRE-PRO-001", **in_force)
    repo.document("PRE-PRO-002", **{**in_force, "statut": "projet"})

    assert repo.findings("version-against-history") == ()


def test_types_without_versions_and_other_trees_are_silent(repo: Repo) -> None:
    """Records have no version; a tree that smq did not make keeps its history elsewhere."""
    repo.document("PRE-ENR-001", statut="applicable", version="")
    assert repo.findings("version-against-history") == ()

    repo.settings({"lecture": {"racines": ["documents"], "cles": {"historique": "changes"}}})
    repo.document("PRE-PRO-001", statut="applicable", version="")
    repo.document("PRE-PRO-002", statut="applicable", version="3")
    assert repo.findings("version-against-history") == ()
