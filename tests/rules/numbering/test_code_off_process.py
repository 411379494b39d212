"""Rule code-off-process."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_two_processes(repo: Repo) -> None:
    """A code of one process in a document of another is reported at the field."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        processus: MAD  # <- code-off-process
        ---
        """,
    )

    repo.assert_findings("code-off-process")
    (finding,) = repo.findings("code-off-process")
    assert finding.location.column == 12
    assert finding.severity is Severity.ERROR
    assert shown(finding) == (
        "The code PRE-PRO-001 is one of process PRE, but the document is of MAD. "
        "Write «processus: PRE», or another code after «code:»: this one was not approved."
    )


def test_approved_code(repo: Repo) -> None:
    """An approved code is never changed: only the field can be."""
    approval = {"version": "1", "par": "P01", "role": "approbateur", "date": "2027-02-20"}
    repo.document("PRE-PRO-001", processus="MAD", approbations=[approval])

    (finding,) = repo.findings("code-off-process")

    assert "never changed" in shown(finding)
    assert "another code" not in shown(finding)


def test_same_process(repo: Repo) -> None:
    """The same process is silent, and so is none."""
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002", processus=None)

    assert not repo.findings("code-off-process")


def test_unknown_process(repo: Repo) -> None:
    """A process that does not exist is reported as such, not a second time as another."""
    repo.document("PRE-PRO-001", processus="pre")

    assert repo.findings("unknown-process")
    assert not repo.findings("code-off-process")


def test_codes_without_process(repo: Repo) -> None:
    """Codes without a process agree with any."""
    repo.settings({"codification": {"motif": "{type}-{numero:02}"}})
    repo.document("PRO-01", type="PRO", processus="MAD")

    assert repo.system().documents[0].code
    assert not repo.findings("code-off-process")
