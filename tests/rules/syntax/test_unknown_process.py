"""Rule unknown-process."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_undeclared_process(repo: Repo) -> None:
    """A process that smq.yaml does not declare is reported at the word, with the nearest."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        processus: PRES  # <- unknown-process
        ---
        """,
    )

    repo.assert_findings("unknown-process")
    (finding,) = repo.findings("unknown-process")
    assert finding.location.column == 12
    assert finding.severity is Severity.ERROR
    assert "«PRES» is no process of this platform. Nearest: PRE." in shown(finding)


def test_title_in_place_of_the_code(repo: Repo) -> None:
    """A process named by its title leads to its code."""
    repo.document("PRE-PRO-001", processus="gérer les équipements")

    (finding,) = repo.findings("unknown-process")

    assert "Nearest: EQU." in shown(finding)


def test_nothing_near(repo: Repo) -> None:
    """A word that resembles none gets the list."""
    repo.document("PRE-PRO-001", processus="xyz")

    (finding,) = repo.findings("unknown-process")

    assert shown(finding).endswith("The processes are PIL, PRE, MAD, EQU, DOC.")


def test_declared_process(repo: Repo) -> None:
    """A declared process is silent, and so is none at all."""
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002", processus=None)

    assert not repo.findings("unknown-process")


def test_platform_without_processes(repo: Repo) -> None:
    """Where no process is declared, none is unknown."""
    repo.settings({"processus": None, "codification": {"motif": "{type}-{numero:02}"}})
    repo.document("PRO-01", type="PRO", processus="qualité")

    assert repo.system().documents[0].code
    assert not repo.findings("unknown-process")
