"""Rule duplicate-key."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_status_written_twice(repo: Repo) -> None:
    """The second of two equal keys is reported, with the line of the first."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        statut: projet
        titre: Traiter une prestation
        statut: applicable  # <- duplicate-key
        ---
        """,
    )

    repo.assert_findings("duplicate-key")
    (finding,) = repo.findings("duplicate-key")
    assert finding.location.column == 1
    assert finding.severity is Severity.ERROR
    assert shown(finding).startswith("«statut» is written twice: line 3 counts")


def test_same_key_in_two_items(repo: Repo) -> None:
    """The same key in two items of a list is no repetition."""
    repo.document("PRE-FOR-001", champs=[{"nom": "a"}, {"nom": "b"}])

    assert not repo.findings("duplicate-key")


def test_settings(repo: Repo) -> None:
    """smq.yaml is read with the same care."""
    repo.write("smq.yaml", "plateforme: {nom: Une}\nlangue: fr\nlangue: en  # <- duplicate-key\n")

    repo.assert_findings("duplicate-key")
