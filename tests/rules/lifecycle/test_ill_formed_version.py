"""LIF014: versions that are no number."""

import pytest

from smq.model import Severity
from tests.conftest import Repo


def test_a_version_with_a_letter_is_an_error(repo: Repo) -> None:
    """The version is quoted at its place."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        version: v2  # <- ill-formed-version
        ---
        """,
    )

    repo.assert_findings("ill-formed-version")
    (finding,) = repo.findings("ill-formed-version")
    assert finding.severity is Severity.ERROR
    assert (finding.location.column, finding.values["version"]) == (10, "v2")


@pytest.mark.parametrize("version", ["B", "1.0.3", "2.", ".1", "2,1", "-1", "1 bis", "٢"])
def test_what_cannot_be_compared_is_reported(repo: Repo, version: str) -> None:
    """Only digits, and one correction after a point, are ordered without doubt."""
    repo.document("PRE-PRO-001", version=version)

    assert len(repo.findings("ill-formed-version")) == 1


@pytest.mark.parametrize("version", ["", "1", "12", "2.1", "3.10", "0"])
def test_numbers_are_silent(repo: Repo, version: str) -> None:
    """Empty before the first approval, then digits, with or without a correction."""
    repo.document("PRE-PRO-001", version=version)

    assert repo.findings("ill-formed-version") == ()


def test_another_tree_numbers_as_it_likes(repo: Repo) -> None:
    """A tree that smq did not make has its own revisions."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.document("PRE-PRO-001", version="Rev. C")

    assert repo.findings("ill-formed-version") == ()
