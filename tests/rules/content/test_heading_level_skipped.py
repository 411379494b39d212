"""CNT005: headings that skip a level."""

from smq.model import Severity
from tests.conftest import Repo


def test_a_skipped_level_is_reported_at_its_heading(repo: Repo) -> None:
    """Level 4 right under level 2 skips one; coming back up skips nothing."""
    repo.document(
        "PRE-PRO-001",
        statut="applicable",
        body="## Objet\n\n#### Cas\n\nTexte.\n\n### Autre\n\n#### Détail\n\n## Fin\n\nTexte.\n",
    )

    (finding,) = repo.findings("heading-level-skipped")

    (document,) = repo.system().documents
    assert (finding.location.line, finding.location.column) == (document.header_end + 4, 1)
    assert finding.severity is Severity.WARNING
    assert (finding.values["title"], finding.values["previous"], finding.values["level"]) == (
        "Cas",
        2,
        4,
    )
    assert finding.values["marks"] == "###"


def test_the_first_heading_may_be_of_level_1_or_2(repo: Repo) -> None:
    """The title in the header is level 1: a text may start at 1 or 2, not at 3."""
    repo.document("PRE-PRO-001", body="# Titre\n\n## Objet\n\nTexte.\n")
    repo.document("PRE-PRO-002", body="## Objet\n\nTexte.\n")
    repo.document("PRE-PRO-003", body="### Objet\n\nTexte.\n")

    (finding,) = repo.findings("heading-level-skipped")

    assert finding.code == "PRE-PRO-003"
    assert finding.severity is Severity.NOTE
