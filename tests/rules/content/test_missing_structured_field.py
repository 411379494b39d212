"""CNT009: fields that the type asks for in the header."""

from smq.model import Severity
from tests.conftest import Repo


def test_each_missing_field_of_a_settled_document_is_an_error(repo: Repo) -> None:
    """An empty field is reported at its place, an absent one on the first line."""
    repo.write(
        "documents/DOC/DOC-EXT-001-document.md",
        """
        ---
        code: DOC-EXT-001
        type: EXT
        statut: applicable
        origine: Université
        edition:
        lieu: "  "
        ---
        """,
    )

    found = repo.findings("missing-structured-field")

    assert [(f.values["what"], f.location.line) for f in found] == [
        ("edition", 6),
        ("lieu", 7),
        ("derniere_verification", 1),
    ]
    assert {f.severity for f in found} == {Severity.ERROR}


def test_a_row_lacks_a_required_column(repo: Repo) -> None:
    """A cell that the type asks for is named with its table and its row."""
    repo.write(
        "documents/PRE/PRE-FIP-001-document.md",
        """
        ---
        code: PRE-FIP-001
        type: FIP
        statut: applicable
        finalite: Rendre un résultat juste à l’usager
        perimetre: Les prestations
        entrees:
          - {quoi: Demande, de: Usager}
          - {quoi: Échantillon, de: ""}  # <- missing-structured-field
          - {quoi: Devis}  # <- missing-structured-field
        activites: [{activite: Mesurer, qui: Opérateur}]
        sorties: [{quoi: Rapport, pour: Usager}]
        ressources_humaines: [Opérateur]
        ressources_materielles: [Spectromètre]
        indicateurs: [{nom: Délai, formule: fin - debut, cible: 5 jours, periodicite: an}]
        risques: [{risque: Panne, parade: Contrat}]
        ---
        """,
    )

    repo.assert_findings("missing-structured-field")
    second, third = repo.findings("missing-structured-field")
    assert (second.values["what"], third.values["what"]) == (
        "entrees 2 › de",
        "entrees 3 › de",
    )
    assert (second.location.column, third.location.column) == (25, 5)


def test_a_draft_has_one_note(repo: Repo) -> None:
    """A process sheet that was never filled in is one line."""
    repo.document("PRE-FIP-001", finalite="Rendre un résultat juste")

    (finding,) = repo.findings("missing-structured-field")

    assert finding.severity is Severity.NOTE
    assert finding.values["count"] == 8
    assert str(finding.values["what"]).startswith("perimetre, entrees, activites")


def test_what_lies_elsewhere_or_is_unreadable_is_not_asked(repo: Repo) -> None:
    """A sheet kept as a Word file has its fields there; a file without header has another fault."""
    repo.document("PRE-FIP-001", statut="applicable", original="PRE-FIP-001.docx")
    repo.write("documents/PRE/PRE-FIP-002-document.md", "## Objet\n\nTexte.\n")
    repo.document("PRE-PRO-001", statut="applicable")

    assert repo.findings("missing-structured-field") == ()


def test_a_row_that_is_a_text_lacks_no_column(repo: Repo) -> None:
    """Words where cells are expected have no place for a column: no cell of theirs is missing."""
    repo.document("PRE-FIP-001", statut="applicable", entrees=["Demande de l’usager"])

    found = [f.values["what"] for f in repo.findings("missing-structured-field")]

    assert "finalite" in found
    assert not [what for what in found if str(what).startswith("entrees")]
