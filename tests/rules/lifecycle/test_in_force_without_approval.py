"""LIF001: in force without approval."""

from typing import Any

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown

Header = dict[str, Any]


def test_an_approval_of_another_version_does_not_count(repo: Repo) -> None:
    """The version that applies needs its own approval; the finding stands at the status."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        version: "2"
        statut: applicable  # <- in-force-without-approval
        approbations: [{version: "1", par: P02, role: approbateur, date: 2026-01-10}]
        ---
        """,
    )

    repo.assert_findings("in-force-without-approval")
    (finding,) = repo.findings("in-force-without-approval")
    assert finding.severity is Severity.ERROR
    assert finding.location.column == 9
    assert (finding.values["status"], finding.values["version"]) == ("applicable", "2")


def test_an_approved_version_is_silent(repo: Repo, in_force: Header) -> None:
    """A record of the version by an approver is enough; a draft needs none."""
    repo.document("PRE-PRO-001", **in_force)
    repo.document("PRE-PRO-002")
    repo.document("PRE-PRO-003", statut="en_verification", version="1")

    assert repo.findings("in-force-without-approval") == ()


@pytest.mark.parametrize(
    ("code", "role", "count"),
    [
        ("PRE-PRO-001", "verificateur", 1),
        ("PRE-PRO-001", "redacteur", 1),
        ("PRE-REG-001", "verificateur", 0),
        ("DOC-EXT-001", "vérificateur", 0),
        ("PRE-REG-001", "redacteur", 1),
    ],
)
def test_who_may_approve_depends_on_the_type(
    repo: Repo, in_force: Header, code: str, role: str, count: int
) -> None:
    """The reviewer's visa is enough for a register or an external text, never the author's."""
    visa = {"version": "2", "par": "P03", "role": role, "date": "2027-01-10"}
    repo.document(code, **{**in_force, "approbations": [visa]})

    assert len(repo.findings("in-force-without-approval")) == count


def test_the_approver_counts_whatever_their_role_is_called(repo: Repo, in_force: Header) -> None:
    """A record by the approver of the header is an approval, named by id or by name."""
    visa = {"version": "2", "par": "hugo marchal", "role": "responsable", "date": "2027-01-10"}
    repo.document("PRE-PRO-001", **{**in_force, "approbations": [visa]})
    repo.document(
        "PRE-PRO-002", **{**in_force, "approbations": [{**visa, "par": "Claire Fontaine"}]}
    )

    assert [f.code for f in repo.findings("in-force-without-approval")] == ["PRE-PRO-002"]


def test_approved_before_its_date_needs_it_too(repo: Repo) -> None:
    """« Approuvé » says that somebody approved; without any version no version is quoted."""
    repo.document("PRE-PRO-001", statut="approuve")

    (finding,) = repo.findings("in-force-without-approval")

    assert finding.message == "The status is «{status}», and no version is approved."
    assert finding.values["status"] == "approuvé"


def test_types_without_approval_and_other_trees_are_silent(repo: Repo) -> None:
    """Generated lists and records have none; a tree that smq did not make keeps its own."""
    repo.document("DOC-LIS-001", statut="applicable", version="1")
    repo.document("PRE-ENR-001", statut="applicable", version="1")
    assert repo.findings("in-force-without-approval") == ()

    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.document("PRE-PRO-001", statut="applicable", version="1")
    assert repo.findings("in-force-without-approval") == ()


def test_approvals_without_a_version_are_said_elsewhere(repo: Repo, in_force: Header) -> None:
    """With approvals but no version, the version is what is missing: one cause, one line."""
    repo.document("PRE-PRO-001", **{**in_force, "version": ""})

    assert repo.findings("in-force-without-approval") == ()
    assert len(repo.findings("LIF010")) == 1


def test_the_steps_that_approve_it(repo: Repo, in_force: Header) -> None:
    """Nobody types a line of approval: the verbs of the life cycle write it."""
    repo.document("PRE-PRO-001", **{**in_force, "approbations": []})

    (hint,) = [shown(f) for f in repo.findings("in-force-without-approval")]

    assert "smq set PRE-PRO-001 statut=projet, then smq submit PRE-PRO-001" in hint
