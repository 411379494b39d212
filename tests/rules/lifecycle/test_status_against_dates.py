"""LIF003: dates in the wrong order."""

from typing import Any

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown

Header = dict[str, Any]


def test_dates_in_order_are_silent(repo: Repo, in_force: Header) -> None:
    """Approved, then applicable, then reviewed; approved whose date is past is in force."""
    repo.document("PRE-PRO-001", **in_force)
    repo.document("PRE-PRO-002", **{**in_force, "statut": "approuve"})
    repo.document(
        "PRE-PRO-003",
        **{**in_force, "statut": "approuve", "date_application": "2027-09-01"},
    )
    repo.document("PRE-PRO-004", **{**in_force, "date_application": "2027-03-01"})

    assert repo.findings("status-against-dates") == ()


def test_applicable_from_a_day_to_come(repo: Repo) -> None:
    """A document cannot apply before its date; the finding stands at the date."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        statut: applicable
        date_application: 2027-03-02  # <- status-against-dates
        ---
        """,
    )

    repo.assert_findings("status-against-dates")
    (finding,) = repo.findings("status-against-dates")
    assert finding.severity is Severity.ERROR
    assert finding.location.column == 19
    assert shown(finding) == (
        "«date_application» is 2027-03-02, after today (2027-03-01). A document that applies later"
        " has the status «approuvé»; its date makes it applicable."
    )


@pytest.mark.parametrize(
    ("status", "severity"), [("applicable", Severity.ERROR), ("projet", Severity.WARNING)]
)
def test_review_before_application(
    repo: Repo, in_force: Header, status: str, severity: Severity
) -> None:
    """A review due before the text applies is an error where readers rely on it."""
    repo.document("PRE-PRO-001", **{**in_force, "statut": status, "prochaine_revue": "2027-01-14"})

    (finding,) = repo.findings("status-against-dates")

    assert finding.severity is severity
    assert shown(finding) == (
        "«date_application» is 2027-01-15, after «prochaine_revue» (2027-01-14)."
        " Mend the wrong date."
    )


def test_approved_after_application(repo: Repo) -> None:
    """A visa later than the application is reported on its line; one of an older version is not."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        version: "2"
        statut: applicable
        date_application: 2027-01-15
        approbations:
          - {version: "1", par: P02, role: approbateur, date: 2027-02-01}
          - {version: "2", par: P02, role: approbateur, date: 2027-01-16}  # <- status-against-dates
        ---
        """,
    )

    repo.assert_findings("status-against-dates")
    (finding,) = repo.findings("status-against-dates")
    assert shown(finding).startswith(
        "In «approbations», line of version 2: «date» is 2027-01-16,"
        " after «date_application» (2027-01-15)."
    )


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        ("2", "In «approbations», line of version 2: «date» is 2072-01-10, after today"),
        (None, "«date» is 2072-01-10, after today (2027-03-01)."),
    ],
)
def test_approved_on_a_day_to_come(
    repo: Repo, in_force: Header, version: str | None, sentence: str
) -> None:
    """Nobody signs tomorrow: one finding, not two, that names the column and the line."""
    visa = {"version": version, "par": "P02", "role": "approbateur", "date": "2072-01-10"}
    repo.document("PRE-PRO-001", **{**in_force, "approbations": [visa]})

    (finding,) = repo.findings("status-against-dates")

    assert shown(finding).startswith(sentence)


def test_a_version_dated_before_the_one_it_follows(repo: Repo) -> None:
    """Versions are compared as numbers, in whatever order their lines are written."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        historique:
          - {version: "8", date: 2024-06-01}
          - {version: "10", date: 2025-06-01}  # <- status-against-dates
          - {version: "9", date: 2026-06-01}
        ---
        """,
    )

    repo.assert_findings("status-against-dates")
    (finding,) = repo.findings("status-against-dates")
    assert shown(finding).startswith(
        "In «historique», line of version 9: «date» is 2026-06-01,"
        " after that of version 10 (2025-06-01)."
    )


def test_history_newest_first_is_in_order(repo: Repo) -> None:
    """Newest first, a version that is no number and a line without date are no fault here."""
    repo.document(
        "PRE-PRO-001",
        historique=[
            {"version": "2.1", "date": "2026-06-01"},
            {"version": "2", "date": "2026-06-01"},
            {"version": "bis", "date": "2020-06-01"},
            {"version": "1"},
        ],
    )

    assert repo.findings("status-against-dates") == ()


@pytest.mark.parametrize(("review", "count"), [("2027-03-02", 1), ("2027-03-01", 0)])
def test_a_withdrawn_document_waits_for_no_review(
    repo: Repo, in_force: Header, review: str, count: int
) -> None:
    """A review still to come of a withdrawn document is a leftover, hence a note."""
    repo.document("PRE-PRO-001", **{**in_force, "statut": "retire", "prochaine_revue": review})

    found = repo.findings("status-against-dates")

    assert [f.severity for f in found] == [Severity.NOTE] * count


def test_dates_that_stand_alone_contradict_nothing(repo: Repo, in_force: Header) -> None:
    """Without a date of application there is nothing to compare a review or a visa with."""
    repo.document("PRE-PRO-001", **{**in_force, "statut": "projet", "date_application": None})

    assert repo.findings("status-against-dates") == ()
