"""LNK010: a register that nothing fills."""

from smq.model import Severity
from tests.conftest import Repo


def test_a_register_that_nothing_fills(repo: Repo) -> None:
    """A note while it is a draft, a warning once it is settled."""
    repo.document("PRE-REG-001")
    path = repo.document("PRE-REG-002", statut="applicable")
    repo.document("PIL-MAN-001", "PRE-REG-001 et PRE-REG-002")

    note, warning = repo.findings("register-without-source")

    assert (note.severity, warning.severity) == (Severity.NOTE, Severity.WARNING)
    assert (warning.location.path, warning.location.line) == (path, 3)


def test_a_register_that_is_linked_is_silent(repo: Repo) -> None:
    """A procedure cites it, a form declares it, or it cites its procedure."""
    repo.document("PRE-PRO-001", "Tenir PRE-REG-001.")
    repo.document("PRE-FOR-001", liens={"registres": ["PRE-REG-002"]})
    repo.document("PRE-REG-001")
    repo.document("PRE-REG-002")
    repo.document("PRE-REG-003", "Tenu selon PRE-PRO-001.")

    repo.assert_findings("register-without-source")


def test_a_form_that_names_the_table(repo: Repo) -> None:
    """`registre: demandes` in a form fills the register that holds the table `demandes`."""
    repo.document("PRE-REG-001", tables=["demandes", "devis"])
    repo.document("PRE-REG-002", tables=["suivi"])
    repo.document("PRE-FOR-001", registre="demandes")

    assert [f.code for f in repo.findings("register-without-source")] == ["PRE-REG-002"]


def test_a_withdrawn_form_fills_nothing(repo: Repo) -> None:
    """A register whose only form is withdrawn has no source; a withdrawn one needs none."""
    repo.document("PRE-FOR-001", "PRE-REG-002", registre="demandes", statut="retire")
    repo.document("PRE-REG-001", tables=["demandes"])
    repo.document("PRE-REG-002", statut="retire")

    assert [f.code for f in repo.findings("register-without-source")] == ["PRE-REG-001"]
