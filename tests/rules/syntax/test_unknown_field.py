"""Rule unknown-field."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_misspelt_field(repo: Repo) -> None:
    """A misspelt field is reported at its key with the nearest name, once however often written."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        id: k7m2x9qa
        code: PRE-PRO-001
        type: PRO
        titre: Traiter une prestation
        processus: PRE
        statut: projet
        date_aplication: 2027-03-01  # <- unknown-field
        date_aplication: 2027-03-01
        ---
        """,
    )

    repo.assert_findings("unknown-field")
    (finding,) = repo.findings("unknown-field")
    assert finding.location.column == 1
    assert finding.severity is Severity.WARNING
    assert "Nearest field: date_application." in shown(finding)


def test_nothing_near(repo: Repo) -> None:
    """A field that resembles none is reported without a suggestion."""
    repo.document("PRE-PRO-001", xyzzy="a")

    (finding,) = repo.findings("unknown-field")

    assert shown(finding).endswith("Correct its name, or remove the line.")


def test_all_known_fields(repo: Repo) -> None:
    """Fields of every type and fields of the document's own type are silent."""
    repo.document("PRE-PRO-001", alias=["PRE-PRO-009"], plateaux=[], original=None, lieu="Armoire")
    repo.document("PRE-FOR-001", registre="demandes", rempli_par="l’usager", champs=[])
    repo.document("PRE-FIP-001", finalite="Rendre un résultat sûr")

    assert not repo.findings("unknown-field")


def test_field_of_another_type(repo: Repo) -> None:
    """A field of process sheets is unknown in a procedure."""
    repo.document("PRE-PRO-001", finalite="Rendre un résultat sûr")

    assert [f.values["key"] for f in repo.findings("unknown-field")] == ["finalite"]


def test_unknown_type(repo: Repo) -> None:
    """While the type is not known, fields of any type are accepted."""
    repo.document("PRE-PRO-001", type="FICHE", finalite="Rendre un résultat sûr")

    assert not repo.findings("unknown-field")


def test_foreign_tree(repo: Repo) -> None:
    """Keys of another tool are its own."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.document("PRE-PRO-001", reviewed_by="qa")

    assert not repo.findings("unknown-field")
