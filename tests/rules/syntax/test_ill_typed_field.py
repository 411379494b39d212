"""Rule ill-typed-field."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_date_that_does_not_exist(repo: Repo) -> None:
    """A thirteenth month is reported at the value, with what is expected."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        titre: Traiter une prestation
        date_application: 2026-13-24  # <- ill-typed-field
        ---
        """,
    )

    repo.assert_findings("ill-typed-field")
    (finding,) = repo.findings("ill-typed-field")
    assert finding.location.column == 19
    assert finding.severity is Severity.ERROR
    assert finding.code == "PRE-PRO-001"
    assert shown(finding) == (
        "«date_application» expects a date such as 2027-03-01; «2026-13-24» stands there. "
        "Write a date such as 2027-03-01, or leave the field empty."
    )


def test_a_date_in_the_french_writing_is_written_right_in_the_hint(repo: Repo) -> None:
    """The day that is meant is known: the hint says how it is written."""
    repo.document("PRE-PRO-001", date_application="01/03/2027", prochaine_revue="31/02/2029")

    meant, none = repo.findings("ill-typed-field")

    assert shown(meant).endswith("Write 2027-03-01, or leave the field empty.")
    assert shown(none).endswith("Write a date such as 2027-03-01, or leave the field empty.")


def test_text_that_looks_like_a_number(repo: Repo) -> None:
    """A version 3.10 and a title «non» are texts."""
    repo.document("PRE-PRO-001", version="3.10", titre="non", date_application="2027-03-01")

    assert not repo.findings("ill-typed-field")


def test_list_where_one_text_is_expected(repo: Repo) -> None:
    """A list of two people as author is reported, and quoted as it is written."""
    repo.document("PRE-PRO-001", redacteur=["P02", "P03"])

    (finding,) = repo.findings("ill-typed-field")

    assert shown(finding).startswith("«redacteur» expects one text; «[P02, P03]» stands there.")


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ("{nom: Inès, ids: [P02, P03]}", "{nom: Inès, ids: [P02, P03]}"),
        ("\n  - P02\n  - P03", "[P02, P03]"),
        ("[]", "[]"),
        (f"[{'Inès Vautrin, ' * 9}P02]", f"[{'Inès Vautrin, ' * 4}Inè…"),
    ],
)
def test_what_is_written_is_quoted_on_one_line(repo: Repo, written: str, quoted: str) -> None:
    """Fields and lists in lines are shown between brackets; a long one is cut."""
    repo.write("documents/PRE/PRE-PRO-001-a.md", f"---\nredacteur: {written}\n---\n")

    (finding,) = repo.findings("ill-typed-field")

    assert finding.values["written"] == quoted
