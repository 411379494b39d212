"""CNT002: obligatory sections that are not there."""

from smq.model import Severity
from tests.conftest import Repo


def test_each_missing_section_of_a_settled_document_is_an_error(repo: Repo) -> None:
    """The errors stand at the last heading, in the order of the type."""
    repo.document(
        "PRE-PRO-001",
        statut="en_verification",
        body="""
        ## Objet

        Texte.

        ## Domaine d’application

        Texte.

        ## Déroulement

        Texte.
        """,
    )

    missing = repo.findings("missing-section")

    (document,) = repo.system().documents
    assert [f.values["what"] for f in missing] == ["Responsabilités", "Enregistrements"]
    assert {f.severity for f in missing} == {Severity.ERROR}
    last = document.body.headings[-1]
    assert {(f.location.line, f.location.column) for f in missing} == {(last.line, last.column)}


def test_a_draft_lists_them_in_one_note(repo: Repo) -> None:
    """An empty draft has one note, after its header, that names all sections."""
    repo.document("PRE-REG-001")

    (finding,) = repo.findings("missing-section")

    (document,) = repo.system().documents
    assert finding.severity is Severity.NOTE
    assert (finding.location.line, finding.location.column) == (document.header_end + 1, 1)
    assert finding.values["what"] == "Objet, Tenue du registre, Conservation"
    assert finding.values["count"] == 3


def test_writing_of_a_title_does_not_matter(repo: Repo) -> None:
    """Numbering, case, accents, apostrophes, spaces and the type's other titles are accepted."""
    repo.document(
        "PRE-PRO-001",
        statut="applicable",
        body="""
        ## 1. OBJET
        Texte.
        ## 1.2  Domaine d'application
        Texte.
        ## 3) responsabilites
        Texte.
        ## Étapes
        Texte.
        ## 10 – Enregistrements :
        Texte.
        """,
    )

    assert repo.findings("missing-section") == ()


def test_another_section_does_not_stand_for_one(repo: Repo) -> None:
    """A title that only starts like an obligatory one is another section."""
    repo.document(
        "PRE-FOR-001", statut="applicable", body="## Consignes de tri des déchets\n\nTexte.\n"
    )

    (finding,) = repo.findings("missing-section")

    assert finding.values["what"] == "Consignes"


def test_generated_and_outside_texts_are_exempt(repo: Repo) -> None:
    """A generated list and a document kept as a Word file have no section to check here."""
    repo.document("DOC-LIS-001", statut="applicable")
    repo.document("PRE-PRO-001", statut="applicable", original="PRE-PRO-001.docx")
    repo.document("PRE-PRO-002", statut="applicable", genere="true")

    assert repo.findings("missing-section") == ()
