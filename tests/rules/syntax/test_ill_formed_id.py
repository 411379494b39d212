"""Rule ill-formed-id."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


@pytest.mark.parametrize(
    "written",
    ["prestation-1", "k7m2x9q", "k7m2x9qab", "7km2x9qa", "K7M2X9QA", "k7m2x9ql", "k7m2x9q0"],
)
def test_typed_by_hand(repo: Repo, written: str) -> None:
    """An id of another length, alphabet or first character is reported at the value."""
    path = repo.document("PRE-PRO-001", id=written)

    (finding,) = repo.findings("ill-formed-id")

    assert place(finding)[:2] == (path, 2)
    assert finding.severity is Severity.WARNING
    assert f"«{written}» is no id" in shown(finding)
    proposed = str(finding.values["proposed"])
    assert shown(finding).endswith(f"Give it one: smq set PRE-PRO-001 id={proposed}")
    repo.document("PRE-PRO-001", id=proposed)
    assert not repo.findings("ill-formed-id")


@pytest.mark.parametrize("written", ["k7m2x9qa", "aaaaaaaa", "z2345678", None])
def test_given_by_smq(repo: Repo, written: str | None) -> None:
    """Eight characters of the alphabet are silent; a missing id is another rule's."""
    repo.document("PRE-PRO-001", id=written)

    assert not repo.findings("ill-formed-id")


def test_id_of_an_approved_document(repo: Repo) -> None:
    """The id of an approved version cannot be changed any more: a note that says so."""
    repo.document("PRE-PRO-001", id="prestation", version="1")

    (finding,) = repo.findings("ill-formed-id")

    assert finding.severity is Severity.NOTE
    assert "leave it as it is" in shown(finding)


def test_foreign_tree(repo: Repo) -> None:
    """The ids of another tool are its own."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.document("PRE-PRO-001", id="42")

    assert not repo.findings("ill-formed-id")
