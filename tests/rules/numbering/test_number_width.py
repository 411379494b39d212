"""Rule number-width."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_fewer_digits_than_the_pattern(repo: Repo) -> None:
    """A code with fewer digits than the pattern says is reported at the code."""
    repo.write(
        "documents/PRE/PRE-PRO-4-a.md",
        """
        ---
        code: PRE-PRO-4  # <- number-width
        ---
        """,
    )

    repo.assert_findings("number-width")
    (finding,) = repo.findings("number-width")
    assert finding.location.column == 7
    assert finding.severity is Severity.WARNING
    assert shown(finding) == "PRE-PRO-4 is written PRE-PRO-004 in this series. Write PRE-PRO-004."


def test_fewer_digits_than_the_series(repo: Repo) -> None:
    """Where the pattern asks for no width, the series tells it."""
    repo.settings({"codification": {"motif": "{type}-{numero}"}})
    repo.write("documents/PRO-04-a.md", "---\ncode: PRO-04\n---\n")
    repo.write("documents/PRO-5-a.md", "---\ncode: PRO-5  # <- number-width\n---\n")
    repo.write("documents/FOR-7-a.md", "---\ncode: FOR-7\n---\n")

    repo.assert_findings("number-width")
    assert [f.values["right"] for f in repo.findings("number-width")] == ["PRO-05"]


def test_cited_code(repo: Repo) -> None:
    """A code in use cited with other digits is reported, in the text and in the links."""
    repo.document("PRE-FOR-001")
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        liens:
          formulaires:
            - PRE-FOR-1  # <- number-width
            - PRE-FOR-9
        ---
        Remplir PRE-FOR-01. <!-- <- number-width -->
        """,
    )

    repo.assert_findings("number-width")


def test_series_that_outgrew_its_width(repo: Repo) -> None:
    """1000 comes after 999 and 010 after 009: no leading zero, no width."""
    for number in ("009", "010", "999", "1000"):
        repo.document(f"PRE-PRO-{number}")

    assert not repo.findings("number-width")


def test_one_slip(repo: Repo) -> None:
    """One code with a zero too many is at fault, not the rest of its series."""
    for number in ("001", "002", "003", "0004"):
        repo.document(f"PRE-PRO-{number}")

    assert [f.values["right"] for f in repo.findings("number-width")] == ["PRE-PRO-004"]


def test_two_widths_alike(repo: Repo) -> None:
    """Of two widths as frequent, the wider one is right."""
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-0002")

    assert [f.values["right"] for f in repo.findings("number-width")] == ["PRE-PRO-0001"]


def test_foreign_tree(repo: Repo) -> None:
    """Number widths of a foreign tree are no fault."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.document("PRE-PRO-4")

    assert not repo.findings("number-width")
