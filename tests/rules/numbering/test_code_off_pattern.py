"""Rule code-off-pattern."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_free_text(repo: Repo) -> None:
    """A code of another scheme is reported at the code, with the pattern and an example."""
    repo.write(
        "documents/PRE/procedure.md",
        """
        ---
        titre: Traiter une prestation
        code: MQ  # <- code-off-pattern
        ---
        """,
    )

    repo.assert_findings("code-off-pattern")
    (finding,) = repo.findings("code-off-pattern")
    assert finding.location.column == 7
    assert finding.severity is Severity.ERROR
    assert "codes are written {processus}-{type}-{numero:03}, for example PIL-" in shown(finding)
    assert "Processes: PIL, PRE, MAD, EQU, DOC." in shown(finding)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("PRE PRO 1", "PRE-PRO-001"),
        ("PRE_PRO_12", "PRE-PRO-012"),
        ("pro/pre/7", "PRE-PRO-007"),
        ("PRE-PRO-001 ", "PRE-PRO-001"),
        ("PRE-PROC-004", "PRE-PRO-004"),
        ("XXX-PRO-004", "PRE-PRO-004"),
        ("PROCEDURE-9", "PRE-PRO-009"),
    ],
)
def test_nearest_right_writing(repo: Repo, written: str, near: str) -> None:
    """The words of the code, else those of the header, give the nearest right writing."""
    repo.write(
        "documents/PRE/procedure.md",
        f"""
        ---
        code: "{written}"
        type: PRO
        processus: PRE
        ---
        """,
    )

    (finding,) = repo.findings("code-off-pattern")

    assert shown(finding).endswith(f"for example PRE-PRO-001. Nearest right writing: {near}.")


def test_nearest_from_the_file_name(repo: Repo) -> None:
    """Where the text holds no number or two, the file name may hold the code."""
    repo.write("documents/PRE/PRE-PRO-102-a.md", "---\ncode: PRE-PRO-1O2\n---\n")

    (finding,) = repo.findings("code-off-pattern")

    assert finding.values["near"] == "PRE-PRO-102"


@pytest.mark.parametrize("code", ["PRE-PRO-001", '"PRE-PRO-001"', "PRE-PRO-1", "pre-pro-001", ""])
def test_code_or_wrong_case_or_none(repo: Repo, code: str) -> None:
    """A code is silent, quoted or not and with any digits; wrong case and absence are others'."""
    repo.write("documents/PRE/PRE-PRO-001-a.md", f"---\ncode: {code}\n---\n")

    assert not repo.findings("code-off-pattern")


def test_no_other_finding(repo: Repo) -> None:
    """What is no code has no type and no process that could differ."""
    repo.document("XXX-PRO-001", type="FOR", processus="PRE")

    assert repo.findings("code-off-pattern")
    assert not repo.findings("code-off-type")
    assert not repo.findings("code-off-process")


def test_codes_without_process(repo: Repo) -> None:
    """The hint lists the words that the pattern uses."""
    repo.settings({"codification": {"motif": "{type}-{numero:02}"}})
    repo.write("documents/a.md", "---\ncode: MQ\n---\n")

    (finding,) = repo.findings("code-off-pattern")

    assert "Types: " in shown(finding)
    assert "Processes" not in shown(finding)


def test_nothing_declared(repo: Repo) -> None:
    """Without declared processes no code is recognised: that is said once, not at each document."""
    repo.settings({"processus": None})
    repo.document("PRE-PRO-001")

    assert not repo.findings("code-off-pattern")
    assert len(repo.findings("codes-not-declared")) == 1


def test_a_pattern_that_is_none(repo: Repo) -> None:
    """The fault lies in smq.yaml, and is said there."""
    repo.settings({"codification": {"motif": "SMQ-{typ}-{numero:03}"}})
    repo.document("PRE-PRO-001")

    assert not repo.findings("NUM")
    assert len(repo.findings("ill-typed-setting")) == 1


def test_foreign_header(repo: Repo) -> None:
    """In a foreign tree a code in the header that is none is reported at their key."""
    repo.settings({"lecture": {"racines": ["documents"], "cles": {"code": "doc_id"}}})
    repo.write("documents/a.md", "---\ndoc_id: QM 7  # <- code-off-pattern\n---\n")

    repo.assert_findings("code-off-pattern")
    assert repo.findings("code-off-pattern")[0].location.column == 9


def test_foreign_file_name(repo: Repo) -> None:
    """In a foreign tree a file name that is no code says nothing."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.write("documents/QM-7-notes.md", "# Notes\n")

    assert not repo.findings("code-off-pattern")
