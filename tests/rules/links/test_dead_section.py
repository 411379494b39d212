"""LNK014: a link to a section that is not there."""

from smq.model import Severity
from tests.conftest import Repo


def test_a_section_that_is_not_there(repo: Repo) -> None:
    """Reported on its line as a warning, with the nearest heading; within a document too."""
    repo.document("PRE-PRO-002", "## Archivage des résultats\n\nTexte.")
    repo.document(
        "PRE-PRO-001",
        """
        ## Objet

        Voir [[PRE-PRO-002#Archivage du résultat]]. <!-- <- dead-section -->

        Voir [[PRE-PRO-001#Domaine]]. <!-- <- dead-section -->
        """,
    )

    repo.assert_findings("dead-section")
    first = repo.findings("dead-section")[0]
    assert first.severity is Severity.WARNING
    assert first.values["near"] == "Archivage des résultats"


def test_a_section_that_is_there(repo: Repo) -> None:
    """Its number, case, accents and the form of an anchor do not matter."""
    repo.document("PRE-PRO-002", "## 1. Domaine d’application\n\n### 1.1 Exclusions\n\nTexte.")
    repo.document(
        "PRE-PRO-001",
        """
        ## Objet

        [[PRE-PRO-002#Domaine d'application]], [[PRE-PRO-002#domaine-dapplication]],
        [[PRE-PRO-002#1. Domaine d’application#Exclusions]], [[PRE-PRO-001#Objet]]
        """,
    )

    repo.assert_findings("dead-section")


def test_sections_made_at_render_time(repo: Repo) -> None:
    """A structured field is a section, by its name and by its label in each language.

    A Word master or a generated list is not looked into.
    """
    repo.document("PRE-FIP-001")
    repo.document("DOC-EXT-001")
    repo.document("DOC-LIS-001", genere=True)
    repo.write("documents/PRE/fiche.docx", b"PK")
    repo.document("PRE-FOR-001", original="fiche.docx")
    repo.document(
        "PRE-PRO-001",
        """
        [[PRE-FIP-001#risques]], [[DOC-LIS-001#Total]], [[PRE-FOR-001#Visa]]

        [[DOC-EXT-001#lieu]], [[DOC-EXT-001#Où le consulter]], [[DOC-EXT-001#Where to read it]]

        [[DOC-EXT-001#Rayon]] <!-- <- dead-section -->
        """,
    )

    repo.assert_findings("dead-section")


def test_an_unknown_document_has_no_dead_section(repo: Repo) -> None:
    """The broken link says it all."""
    repo.document("PRE-PRO-001", "[[PRE-PRO-099#Objet]]")

    repo.assert_findings("dead-section")
