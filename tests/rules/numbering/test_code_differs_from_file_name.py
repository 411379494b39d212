"""Rule code-differs-from-file-name."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_name_without_code(repo: Repo) -> None:
    """A file name without the code is a warning at the code, with the name to give."""
    repo.write(
        "documents/PRE/prestation.md",
        """
        ---
        code: "PRE-PRO-001"  # <- code-differs-from-file-name
        ---
        """,
    )

    repo.assert_findings("code-differs-from-file-name")
    (finding,) = repo.findings("code-differs-from-file-name")
    assert finding.location.column == 7
    assert finding.severity is Severity.WARNING
    assert shown(finding).endswith("Rename it PRE-PRO-001-prestation.md.")


def test_name_with_another_code(repo: Repo) -> None:
    """A file name that begins with another code is an error: one of the two is wrong."""
    repo.write("documents/PRE/PRE-PRO-002-prestation.md", "---\ncode: PRE-PRO-001\n---\n")

    (finding,) = repo.findings("code-differs-from-file-name")

    assert finding.severity is Severity.ERROR
    assert "Rename it PRE-PRO-001-prestation.md; or, if the file name is right" in shown(finding)


@pytest.mark.parametrize("name", ["PRE-PRO-001.md", "PRE-PRO-001-a.md", "PRE-PRO-01 a.md"])
def test_name_that_begins_with_the_code(repo: Repo, name: str) -> None:
    """The code alone, with a title behind it or with other digits, is silent."""
    repo.write(f"documents/PRE/{name}", "---\ncode: PRE-PRO-001\n---\n")

    assert not repo.findings("code-differs-from-file-name")


def test_longer_number(repo: Repo) -> None:
    """PRE-PRO-0010 begins like PRE-PRO-001 and is another code."""
    repo.write("documents/PRE/PRE-PRO-0010-a.md", "---\ncode: PRE-PRO-001\n---\n")

    (finding,) = repo.findings("code-differs-from-file-name")

    assert finding.severity is Severity.ERROR
    assert finding.values["right"] == "PRE-PRO-001-a.md"


def test_wrong_case_of_the_name(repo: Repo) -> None:
    """A name in small letters does not begin with the code."""
    repo.write("documents/PRE/pre-pro-001-a.md", "---\ncode: PRE-PRO-001\n---\n")

    (finding,) = repo.findings("code-differs-from-file-name")

    assert finding.severity is Severity.WARNING
    assert finding.values["right"] == "PRE-PRO-001-a.md"


@pytest.mark.parametrize("code", ["pre-pro-001", "PROCEDURE-7"])
def test_code_at_fault(repo: Repo, code: str) -> None:
    """A code that is none has its own finding; the name is then not compared."""
    repo.write("documents/PRE/prestation.md", f"---\ncode: {code}\n---\n")

    assert not repo.findings("code-differs-from-file-name")


def test_foreign_tree(repo: Repo) -> None:
    """File names of a foreign tree are no fault."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.write("documents/prestation.md", "---\ncode: PRE-PRO-001\n---\n")

    assert not repo.findings("code-differs-from-file-name")


def test_copied_file(repo: Repo) -> None:
    """Which name is right is not known before the copy is gone: the id says it, once."""
    header = "---\nid: k7m2x9qa\ncode: PRE-PRO-001\n---\n"
    repo.write("documents/PRE/PRE-PRO-001-a.md", header)
    repo.write("documents/PRE/PRE-PRO-002-copie.md", header)

    assert not repo.findings("code-differs-from-file-name")
    assert len(repo.findings("id-twice")) == 1
