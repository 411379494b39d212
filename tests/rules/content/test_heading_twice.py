"""CNT008: two headings alike in one section."""

from smq.model import Severity
from tests.conftest import Repo


def test_the_second_of_two_sisters_is_noted(repo: Repo) -> None:
    """The finding stands at the second heading and names the line of the first."""
    repo.document(
        "PRE-PRO-001",
        statut="applicable",
        body="## Déroulement\n\n### Demande\n\nA.\n\n### demande\n\nB.\n",
    )

    (finding,) = repo.findings("heading-twice")

    (document,) = repo.system().documents
    assert finding.severity is Severity.NOTE
    assert (finding.location.line, finding.location.column) == (document.header_end + 8, 1)
    assert finding.values["line"] == document.header_end + 4


def test_cousins_may_be_alike(repo: Repo) -> None:
    """The same subsection in two sections, or at two levels, is no repetition."""
    repo.document(
        "PRE-PRO-001",
        body="## Demande\n\n### Cas\n\nA.\n\n#### Cas\n\nA.\n\n## Réponse\n\n### Cas\n\nB.\n",
    )

    assert repo.findings("heading-twice") == ()


def test_a_third_is_noted_too(repo: Repo) -> None:
    """Each repetition is noted, and a deeper heading between sisters does not separate them."""
    repo.document(
        "PRE-PRO-001", body="## Note\n\nA.\n\n### Détail\n\nA.\n\n## Note\n\nB.\n\n## Note\n\nC.\n"
    )

    assert len(repo.findings("heading-twice")) == 2


def test_another_tree_keeps_its_habits(repo: Repo) -> None:
    """A tree that smq did not make is not judged on it."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.document("PRE-PRO-001", body="## Note\n\nA.\n\n## Note\n\nB.\n")

    assert repo.findings("heading-twice") == ()


def test_an_unfinished_merge_is_said_once(repo: Repo) -> None:
    """Two versions of one passage follow each other: SYN009 says it, no rule on content does."""
    versions = "# Titre\n\n## Objet\n\n## Objet\n"
    repo.document("PRE-PRO-001", f"<<<<<<< HEAD\n{versions}=======\n{versions}>>>>>>> qualite\n")

    assert not repo.findings("heading-twice")
    repo.document("PRE-PRO-001", versions)
    assert repo.findings("heading-twice")
