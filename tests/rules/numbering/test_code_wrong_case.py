"""Rule code-wrong-case."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_small_letters(repo: Repo) -> None:
    """A code in small letters is reported at the code, with the right one; and only once."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: pre-Pro-001  # <- code-wrong-case
        ---
        """,
    )

    repo.assert_findings("code-wrong-case")
    (finding,) = repo.findings("code-wrong-case")
    assert finding.location.column == 7
    assert finding.severity is Severity.ERROR
    assert shown(finding) == (
        "The code «pre-Pro-001» is written PRE-PRO-001 on this platform. Write «code: PRE-PRO-001»."
    )
    assert not repo.findings("code-off-pattern")


@pytest.mark.parametrize("code", ["PRE-PRO-001", "procedure-7", ""])
def test_right_case_or_no_code(repo: Repo, code: str) -> None:
    """A code in the right case, a text that is none and no text at all are silent."""
    repo.write("documents/PRE/PRE-PRO-001-a.md", f"---\ncode: {code}\n---\n")

    assert not repo.findings("code-wrong-case")


def test_words_declared_in_small_letters(repo: Repo) -> None:
    """The right case is the declared one, capitals or not."""
    repo.settings({"codification": {"motif": "{type}-{numero:02}", "types": {"proc": "PRO"}}})
    repo.write("documents/a.md", "---\ncode: PROC-01\n---\n")

    assert [f.values["right"] for f in repo.findings("code-wrong-case")] == ["proc-01"]
