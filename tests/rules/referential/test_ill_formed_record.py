"""Rule ill-formed-record."""

from tests.conftest import Repo
from tests.rules.sentences import shown


def test_a_sidecar_that_is_not_understood(repo: Repo) -> None:
    """A date that is none and a misspelt key are said at their lines; a form that is not there."""
    repo.settings({})
    repo.write(
        "enregistrements/PIL/lettre.yaml",
        """
        id: k7m2x9qa  # <- ill-formed-record
        formulaire: PIL-MOD-009
        date: 15 janvier  # <- ill-formed-record
        signatair: [P01]  # <- ill-formed-record
        """,
    )

    repo.assert_findings("ill-formed-record")
    said = " ".join(shown(finding) for finding in repo.findings("ill-formed-record"))
    assert "PIL-MOD-009" in said
    assert "«signatair»" in said


def test_a_good_sidecar(repo: Repo) -> None:
    """What `smq file` writes is silent."""
    repo.settings({})
    repo.document("PIL-MOD-001")
    repo.write(
        "enregistrements/PIL/lettre.yaml",
        "id: k7m2x9qa\ntitre: Lettre\nformulaire: PIL-MOD-001\ndate: 2027-01-15\n"
        "emplacement: Armoire 3\n",
    )

    assert not repo.findings("ill-formed-record")
