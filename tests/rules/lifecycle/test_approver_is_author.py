"""LIF005: one person writes and approves."""

from typing import Any

import pytest

from smq.model import Severity
from tests.conftest import Repo

Header = dict[str, Any]


def derogation(**changes: object) -> dict[str, Any]:
    """Return settings with a derogation that allows it."""
    held = {
        "regle": "approbateur_distinct",
        "types": ["PRO"],
        "motif": "équipe de deux personnes",
        "par": "P01",
        "date": "2026-06-01",
        "fin": "2027-12-31",
    }
    return {"derogations": [{**held, **changes}]}


def test_an_id_and_a_name_may_be_one_person(repo: Repo) -> None:
    """The author by id and the approver by name are resolved before they are compared."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        version: "1"
        statut: applicable
        redacteur: P03
        approbateur: inès vautrin  # <- approver-is-author
        approbations: [{version: "1", par: P03, role: approbateur, date: 2027-02-01}]
        ---
        """,
    )

    repo.assert_findings("approver-is-author")
    (finding,) = repo.findings("approver-is-author")
    assert finding.severity is Severity.ERROR
    assert finding.location.column == 14
    assert finding.values["person"] == "Inès Vautrin"


def test_the_approval_itself_counts(repo: Repo, in_force: Header) -> None:
    """An approval recorded by the author is reported on its line, whoever the header announces."""
    visa = {"version": "2", "par": "P03", "role": "approbateur", "date": "2027-01-10"}
    repo.document("PRE-PRO-001", **{**in_force, "approbations": [visa]})

    (finding,) = repo.findings("approver-is-author")

    (document,) = repo.system().documents
    assert finding.location.line == document.approvals[0].line


def test_the_visa_of_the_author_as_author_is_no_approval(repo: Repo, in_force: Header) -> None:
    """« Rédigé par » and approvals of older versions may bear the author's name."""
    repo.document(
        "PRE-PRO-001",
        **{
            **in_force,
            "approbations": [
                {"version": "1", "par": "P03", "role": "approbateur", "date": "2026-01-10"},
                {"version": "2", "par": "P03", "role": "redacteur", "date": "2027-01-09"},
                {"version": "2", "par": "P02", "role": "approbateur", "date": "2027-01-10"},
            ],
        },
    )

    assert repo.findings("approver-is-author") == ()


def test_people_not_declared_are_compared_as_written(repo: Repo) -> None:
    """Two writings of a name unknown to smq.yaml are one person; two empty ones are nobody."""
    repo.document("PRE-PRO-001", redacteur="Jean Petit", approbateur="jean petit")
    repo.document("PRE-PRO-002", redacteur="Jean Petit", approbateur="Anne Petit")
    repo.document("PRE-PRO-003", redacteur="", approbateur="")

    (finding,) = repo.findings("approver-is-author")

    assert finding.code == "PRE-PRO-001"
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("changes", "severity"),
    [
        ({}, Severity.NOTE),
        ({"fin": "2027-03-01"}, Severity.NOTE),
        ({"fin": None}, Severity.NOTE),
        ({"fin": "2027-02-28"}, Severity.ERROR),
        ({"types": ["MOP"]}, Severity.ERROR),
        ({"types": ["*"]}, Severity.NOTE),
        ({"regle": "autre"}, Severity.ERROR),
    ],
)
def test_a_derogation_makes_it_a_note(
    repo: Repo, in_force: Header, changes: dict[str, object], severity: Severity
) -> None:
    """The derogation holds for its types until its last day, and its reason is quoted."""
    repo.settings(derogation(**changes))
    repo.document("PRE-PRO-001", **{**in_force, "redacteur": "P02"})

    (finding,) = repo.findings("approver-is-author")

    assert finding.severity is severity
    quoted = "équipe de deux personnes" if severity is Severity.NOTE else ""
    assert finding.values["reason"] == quoted


def test_types_without_approval_are_silent(repo: Repo) -> None:
    """A record has an author and nobody approves it."""
    repo.document("PRE-ENR-001", statut="applicable", redacteur="P03", approbateur="P03")

    assert repo.findings("approver-is-author") == ()
