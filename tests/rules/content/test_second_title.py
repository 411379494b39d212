"""CNT010: a heading of level 1 beside the title of the header."""

from smq.model import Severity
from tests.conftest import Repo


def test_a_heading_of_level_1_is_noted(repo: Repo) -> None:
    """The heading is quoted with the title it repeats or contradicts."""
    repo.document(
        "PRE-PRO-001", titre="Traiter une prestation", body="# Prestations\n\n## Objet\n\nTexte.\n"
    )

    (finding,) = repo.findings("second-title")

    (document,) = repo.system().documents
    assert finding.severity is Severity.NOTE
    assert (finding.location.line, finding.location.column) == (document.header_end + 2, 1)
    assert (finding.values["heading"], finding.values["title"]) == (
        "Prestations",
        "Traiter une prestation",
    )


def test_sections_of_level_2_are_silent(repo: Repo) -> None:
    """A text that starts with ## leaves the title to the header."""
    repo.document("PRE-PRO-001", body="## Objet\n\nTexte.\n")

    assert repo.findings("second-title") == ()


def test_without_a_title_in_the_header_the_first_heading_is_the_title(repo: Repo) -> None:
    """Only what comes beside the one title is a second one."""
    repo.document("PRE-PRO-001", titre=None, body="# Prestations\n\n# Suite\n\nTexte.\n")

    (finding,) = repo.findings("second-title")

    assert finding.values["heading"] == "Suite"


def test_another_tree_keeps_its_titles(repo: Repo) -> None:
    """Most trees that smq did not make write the title as a heading."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.document("PRE-PRO-001", body="# Prestations\n\nTexte.\n")

    assert repo.findings("second-title") == ()


def test_an_unfinished_merge_is_said_once(repo: Repo) -> None:
    """Two versions of one passage follow each other: SYN009 says it, no rule on content does."""
    versions = "# Titre\n\n## Objet\n\n## Objet\n"
    repo.document("PRE-PRO-001", f"<<<<<<< HEAD\n{versions}=======\n{versions}>>>>>>> qualite\n")

    assert not repo.findings("second-title")
    repo.document("PRE-PRO-001", versions)
    assert repo.findings("second-title")
