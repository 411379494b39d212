"""LIF008: approvers without the role."""

from typing import Any

from smq.model import Severity
from tests.conftest import Repo

Header = dict[str, Any]

ROLES = {
    "roles": {
        "approbateur": {"POL": ["direction"], "*": ["responsable"]},
        "verificateur": {"*": ["qualite"]},
    }
}


def test_the_approver_without_the_role_is_reported_once(repo: Repo) -> None:
    """The same person in the header and in the approval is one warning, at the header."""
    repo.settings(ROLES)
    repo.write(
        "documents/PIL/PIL-POL-001-document.md",
        """
        ---
        code: PIL-POL-001
        type: POL
        version: "1"
        statut: applicable
        redacteur: P03
        approbateur: Hugo Marchal  # <- approver-lacks-role
        approbations: [{version: "1", par: P02, role: approbateur, date: 2027-02-01}]
        ---
        """,
    )

    repo.assert_findings("approver-lacks-role")
    (finding,) = repo.findings("approver-lacks-role")
    assert finding.severity is Severity.WARNING
    assert (finding.values["person"], finding.values["roles"]) == ("Hugo Marchal", "direction")


def test_whoever_signed_instead_is_reported_too(repo: Repo, in_force: Header) -> None:
    """An approval by somebody else than the announced approver is judged as well."""
    repo.settings(ROLES)
    visa = {"version": "2", "par": "P01", "role": "approbateur", "date": "2027-01-10"}
    repo.document("PRE-PRO-001", **{**in_force, "approbations": [visa]})

    (finding,) = repo.findings("approver-lacks-role")

    assert finding.values["person"] == "Claire Fontaine"


def test_who_holds_the_role_is_silent(repo: Repo, in_force: Header) -> None:
    """The roles of the type, else those of « * »; for a register the reviewer's roles as well."""
    repo.settings(ROLES)
    repo.document("PRE-PRO-001", **in_force)
    repo.document("PIL-POL-001", approbateur="P01")
    repo.document("PRE-REG-001", approbateur="P03")

    assert repo.findings("approver-lacks-role") == ()


def test_without_roles_anybody_may_approve(repo: Repo) -> None:
    """A platform that gives the power to no role lets anybody approve; nobody's role is unknown."""
    repo.document("PIL-POL-001", approbateur="P03")
    assert repo.findings("approver-lacks-role") == ()

    repo.settings(ROLES)
    repo.document("PIL-POL-001", approbateur="Jean Petit")
    assert repo.findings("approver-lacks-role") == ()
