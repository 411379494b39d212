"""CNT003: headings with nothing under them."""

from smq.model import Severity
from tests.conftest import Repo

BODY = """
## Objet

## Annexe

## Domaine d’application

### Couvert

Les prestations.
"""


def test_an_empty_section_weighs_by_what_the_type_asks(repo: Repo) -> None:
    """Empty is an error for an obligatory section, a warning for another one."""
    repo.document("PRE-PRO-001", statut="en_verification", body=BODY)

    found = repo.findings("empty-section")

    (document,) = repo.system().documents
    assert [(f.values["what"], f.severity) for f in found] == [
        ("Objet", Severity.ERROR),
        ("Annexe", Severity.WARNING),
    ]
    start = document.header_end + 2
    assert [(f.location.line, f.location.column) for f in found] == [(start, 1), (start + 2, 1)]


def test_a_draft_has_one_note(repo: Repo) -> None:
    """A draft has one line for all its empty sections."""
    repo.document("PRE-PRO-001", body=BODY)

    (finding,) = repo.findings("empty-section")

    assert finding.severity is Severity.NOTE
    assert finding.values["what"] == "Objet, Annexe"


def test_a_heading_over_a_deeper_one_is_not_empty(repo: Repo) -> None:
    """A section that holds only a subsection with text is written."""
    repo.document(
        "PRE-PRO-001", statut="applicable", body="## Déroulement\n\n### Demande\n\nRépondre.\n"
    )

    assert repo.findings("empty-section") == ()


def test_generated_and_outside_texts_are_exempt(repo: Repo) -> None:
    """The body of a generated list is made when it is rendered."""
    repo.document("DOC-LIS-001", statut="applicable", body="## Objet\n")
    repo.document("PRE-PRO-001", statut="applicable", original="x.docx", body="## Objet\n")

    assert repo.findings("empty-section") == ()


def test_an_unfinished_merge_is_said_once(repo: Repo) -> None:
    """Two versions of one passage follow each other: SYN009 says it, no rule on content does."""
    versions = "# Titre\n\n## Objet\n\n## Objet\n"
    repo.document("PRE-PRO-001", f"<<<<<<< HEAD\n{versions}=======\n{versions}>>>>>>> qualite\n")

    assert not repo.findings("empty-section")
    repo.document("PRE-PRO-001", versions)
    assert repo.findings("empty-section")
