"""Rule code-off-type."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_two_types(repo: Repo) -> None:
    """A code of one type in a document of another is reported at the field."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        type: FOR  # <- code-off-type
        ---
        """,
    )

    repo.assert_findings("code-off-type")
    (finding,) = repo.findings("code-off-type")
    assert finding.location.column == 7
    assert finding.severity is Severity.ERROR
    assert shown(finding) == (
        "The code PRE-PRO-001 is one of type PRO, but the document is of type FOR. "
        "Write «type: PRO», or another code after «code:»: this one was not approved."
    )


def test_approved_code(repo: Repo) -> None:
    """An approved code is never changed: only the field can be."""
    repo.document("PRE-PRO-001", type="FOR", version="1")

    (finding,) = repo.findings("code-off-type")

    assert "never changed" in shown(finding)
    assert "another code" not in shown(finding)


def test_same_type(repo: Repo) -> None:
    """The same type is silent, and so is none."""
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002", type=None)

    assert not repo.findings("code-off-type")


def test_unknown_type(repo: Repo) -> None:
    """A type that does not exist is reported as such, not a second time as another."""
    repo.document("PRE-PRO-001", type="pro")

    assert repo.findings("unknown-type")
    assert not repo.findings("code-off-type")


def test_own_words_in_codes(repo: Repo) -> None:
    """A word of the codes stands for its type."""
    repo.settings({"codification": {"types": {"SOP": "PRO"}}})
    repo.document("PRE-SOP-001", type="PRO")
    repo.document("PRE-SOP-002", type="FOR")

    assert [f.code for f in repo.findings("code-off-type")] == ["PRE-SOP-002"]


def test_foreign_label(repo: Repo) -> None:
    """In a foreign tree the field is a label, unless smq.yaml says what it stands for."""
    lecture = {"racines": ["documents"], "types": {"Form": "FOR"}}
    repo.settings({"lecture": lecture, "codification": {"types": {"SOP": "PRO"}}})
    repo.document("PRE-SOP-001", type="Standard operating procedure")
    repo.document("PRE-SOP-002", type="Form")

    assert [f.code for f in repo.findings("code-off-type")] == ["PRE-SOP-002"]


def test_code_at_fault(repo: Repo) -> None:
    """A code that is none, or none at all, names no type that could differ."""
    repo.document("PRE-XYZ-001", type="FOR")
    repo.write("documents/PRE/notes.md", "---\ntype: FOR\n---\n")

    assert not repo.findings("code-off-type")
