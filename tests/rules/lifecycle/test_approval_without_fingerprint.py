"""LIF017: an approval that does not say which content was approved."""

from typing import Any

import pytest

from smq.model import Severity
from tests.conftest import Repo

Header = dict[str, Any]


def test_a_line_written_by_hand_is_a_note(repo: Repo) -> None:
    """The finding stands at the line; older versions need none."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        version: "2"
        statut: applicable
        approbations:
          - {version: "1", par: P01, role: approbateur}
          - {version: "2", par: P01, role: approbateur}  # <- approval-without-fingerprint
        ---
        """,
    )

    repo.assert_findings("approval-without-fingerprint")
    (finding,) = repo.findings("approval-without-fingerprint")
    assert finding.severity is Severity.NOTE
    assert finding.values["version"] == "2"


@pytest.mark.parametrize("state", ["projet", "en_verification", "retire"])
def test_what_nobody_relies_on_is_silent(repo: Repo, in_force: Header, state: str) -> None:
    """A draft waits for its next approval."""
    repo.document("PRE-PRO-001", **{**in_force, "statut": state})

    assert repo.findings("approval-without-fingerprint") == ()


def test_one_fingerprint_is_enough(repo: Repo, in_force: Header) -> None:
    """A second signature under the same text needs none of its own; a reviewer's is no approval."""
    (line,) = in_force["approbations"]
    reviewer = {**line, "par": "P01", "role": "verificateur", "empreinte": "sha256:00"}
    repo.document("PRE-PRO-001", **{**in_force, "approbations": [line, reviewer]})
    assert len(repo.findings("approval-without-fingerprint")) == 1

    bound = [line, {**line, "par": "P01", "empreinte": "sha256:00"}]
    repo.document("PRE-PRO-001", **{**in_force, "approbations": bound})
    assert repo.findings("approval-without-fingerprint") == ()


def test_without_approval_there_is_nothing_to_bind(repo: Repo, in_force: Header) -> None:
    """That is another rule's finding."""
    repo.document("PRE-PRO-001", **{**in_force, "approbations": []})

    assert repo.findings("approval-without-fingerprint") == ()
