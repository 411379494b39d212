"""Rule unknown-type."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_misspelt_type(repo: Repo) -> None:
    """A type that the platform does not have is reported at the word, with the nearest."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        type: PROC  # <- unknown-type
        ---
        """,
    )

    repo.assert_findings("unknown-type")
    (finding,) = repo.findings("unknown-type")
    assert finding.location.column == 7
    assert finding.severity is Severity.ERROR
    assert "«PROC» is no type of document of this platform. Nearest: PRO." in shown(finding)


def test_known_types(repo: Repo) -> None:
    """Types of the platform are silent; a missing type is another rule's."""
    repo.document("PRE-PRO-001")
    repo.document("PRE-FOR-001")
    repo.document("PRE-MOP-001", type=None)

    assert not repo.findings("unknown-type")


def test_word_of_the_codes(repo: Repo) -> None:
    """A word that codes use for a type leads to that type."""
    repo.settings({"codification": {"types": {"ZZ": "MOP"}}})
    repo.document("PRE-ZZ-001", type="ZZ")

    (finding,) = repo.findings("unknown-type")

    assert "Nearest: MOP." in shown(finding)


def test_nothing_near(repo: Repo) -> None:
    """A word that resembles none gets the list."""
    repo.document("PRE-PRO-001", type="12")

    (finding,) = repo.findings("unknown-type")

    assert "The types are " in shown(finding)
    assert "Nearest" not in shown(finding)


def test_foreign_label(repo: Repo) -> None:
    """In a foreign tree the type key is a label: the code tells the type."""
    repo.settings(
        {"lecture": {"racines": ["documents"]}, "codification": {"types": {"SOP": "PRO"}}}
    )
    repo.document("PRE-SOP-001", type="Standard procedure")

    assert not repo.findings("unknown-type")


def test_foreign_type_not_mapped(repo: Repo) -> None:
    """In a foreign tree a word of the codes that leads to no type of ours is a warning."""
    repo.settings(
        {"lecture": {"racines": ["documents"]}, "codification": {"types": {"SOP": "SOP"}}}
    )
    repo.document("PRE-SOP-001", type=None)

    (finding,) = repo.findings("unknown-type")

    assert place(finding)[1:] == (3, 7)
    assert finding.severity is Severity.WARNING
    assert "«SOP» is no type" in shown(finding)
    assert "codification: types" in shown(finding)


def test_nothing_declared(repo: Repo) -> None:
    """Without pinned types there is no list to compare with."""
    for file in (repo.root / "referentiel/types").iterdir():
        file.unlink()
    repo.document("PRE-PRO-001", type="PROC")

    assert not repo.findings("unknown-type")
