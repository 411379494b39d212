"""LNK008: a form that no procedure uses."""

import pytest

from smq.model import Severity
from tests.conftest import Repo


def test_a_form_that_no_procedure_uses(repo: Repo) -> None:
    """A note in a draft, a warning once it is settled; a policy that cites it is no use."""
    repo.document("PRE-FOR-001")
    path = repo.document("PRE-FOR-002", statut="applicable")
    repo.document("PIL-POL-001", "PRE-FOR-001 et PRE-FOR-002")

    note, warning = repo.findings("form-without-procedure")

    assert (note.severity, warning.severity) == (Severity.NOTE, Severity.WARNING)
    assert (warning.location.path, warning.location.line) == (path, 3)


@pytest.mark.parametrize("code", ["PRE-PRO-001", "PRE-MOP-001", "PRE-FIP-001"])
def test_a_form_that_a_procedure_cites(repo: Repo, code: str) -> None:
    """A mention by a procedure, a work instruction or a process sheet is a use."""
    repo.document("PRE-FOR-001")
    repo.document(code, "Remplir PRE-FOR-001.")

    repo.assert_findings("form-without-procedure")


def test_a_form_that_cites_its_procedure(repo: Repo) -> None:
    """The link counts in both directions."""
    repo.document("PRE-PRO-001")
    repo.document("PRE-FOR-001", liens={"procedures": ["PRE-PRO-001"]})

    repo.assert_findings("form-without-procedure")


def test_the_sheet_of_its_process_is_no_use(repo: Repo) -> None:
    """Belonging to a process does not say when a form is filled in."""
    repo.document("PRE-FIP-001")
    repo.document("PRE-FOR-001")

    assert [f.code for f in repo.findings("form-without-procedure")] == ["PRE-FOR-001"]


def test_a_withdrawn_procedure_is_no_use(repo: Repo) -> None:
    """Its forms lost their use with it; a withdrawn form is nobody's work."""
    repo.document("PRE-PRO-001", "PRE-FOR-001 puis PRE-FOR-002", statut="retire")
    repo.document("PRE-FOR-001")
    repo.document("PRE-FOR-002", statut="retire")

    assert [f.code for f in repo.findings("form-without-procedure")] == ["PRE-FOR-001"]


def test_a_foreign_tree_without_procedures(repo: Repo) -> None:
    """Of a tree that smq did not make, forms alone ask for no procedure."""
    repo.settings(
        {
            "lecture": {"racines": ["forms"]},
            "codification": {"motif": "{type}-{numero:02}", "types": {"FRM": "FOR", "SOP": "PRO"}},
        }
    )
    repo.write("forms/FRM-01.md", "---\ncode: FRM-01\n---\n")
    repo.assert_findings("form-without-procedure")

    repo.write("forms/SOP-01.md", "---\ncode: SOP-01\n---\n")
    assert [f.code for f in repo.findings("form-without-procedure")] == ["FRM-01"]
