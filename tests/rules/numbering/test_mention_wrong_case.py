"""Rule mention-wrong-case."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_code_in_use(repo: Repo) -> None:
    """A code in use, cited in small letters, is reported at the mention with the right writing."""
    repo.document("PRE-FOR-001")
    repo.document(
        "PRE-PRO-001",
        body="""
        ## Objet

        Voir pre-for-001 avant de commencer. <!-- <- mention-wrong-case -->
        """,
    )

    repo.assert_findings("mention-wrong-case")
    (finding,) = repo.findings("mention-wrong-case")
    assert finding.location.column == 6
    assert finding.code == "PRE-PRO-001"
    assert finding.severity is Severity.WARNING
    assert shown(finding) == (
        "«pre-for-001» is not recognised as the code PRE-FOR-001. Write PRE-FOR-001."
    )


def test_other_texts(repo: Repo) -> None:
    """The right writing, a code that nobody carries and a code block are silent."""
    repo.document("PRE-FOR-001")
    repo.document(
        "PRE-PRO-001",
        body="""
        Voir PRE-FOR-001, et pre-for-099.

        ```
        pre-for-001
        ```
        """,
    )

    assert not repo.findings("mention-wrong-case")


def test_other_digits(repo: Repo) -> None:
    """The right writing is the one of the document, digits included."""
    repo.document("PRE-FOR-001")
    repo.document("PRE-PRO-001", body="Voir Pre-For-1.\n")

    assert [f.values["right"] for f in repo.findings("mention-wrong-case")] == ["PRE-FOR-001"]
