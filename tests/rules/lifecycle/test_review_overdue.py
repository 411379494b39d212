"""LIF004: reviews that are late."""

from datetime import date
from typing import Any

import pytest

from smq.model import Severity, Word
from tests.conftest import Repo

Header = dict[str, Any]


def test_days_late_are_counted(repo: Repo, in_force: Header) -> None:
    """A review due a month ago is a warning that proposes the date after the type's period."""
    repo.document("PRE-PRO-001", **{**in_force, "prochaine_revue": "2027-02-01"})

    (finding,) = repo.findings("review-overdue")

    (document,) = repo.system().documents
    assert finding.severity is Severity.WARNING
    assert finding.values["count"] == 28
    assert finding.values["next"] == "2029-03-01"
    assert finding.location == document.at_field("prochaine_revue")


def test_the_day_itself_is_in_time(repo: Repo, in_force: Header) -> None:
    """A review due today is not late, tomorrow it is, by one day."""
    repo.document("PRE-PRO-001", **{**in_force, "prochaine_revue": "2027-03-01"})

    assert repo.findings("review-overdue") == ()
    (finding,) = repo.findings("review-overdue", today=date(2027, 3, 2))
    assert finding.values["count"] == 1


@pytest.mark.parametrize("status", ["projet", "en_verification", "retire"])
def test_only_what_is_in_force_is_reviewed(repo: Repo, in_force: Header, status: str) -> None:
    """A draft and a withdrawn document wait for no review."""
    repo.document("PRE-PRO-001", **{**in_force, "statut": status, "prochaine_revue": "2026-01-01"})

    assert repo.findings("review-overdue") == ()


def test_approved_is_in_force_from_its_date(repo: Repo, in_force: Header) -> None:
    """« Approuvé » whose date is past is in force, hence reviewed."""
    header = {**in_force, "statut": "approuve", "prochaine_revue": "2027-02-01"}
    repo.document("PRE-PRO-001", **header)
    repo.document("PRE-PRO-002", **{**header, "date_application": "2027-04-01"})

    assert [f.code for f in repo.findings("review-overdue")] == ["PRE-PRO-001"]


def test_without_a_date_the_period_counts_from_the_application(
    repo: Repo, in_force: Header
) -> None:
    """The period of the type, or the one that smq.yaml sets for it, gives the date."""
    old = {**in_force, "date_application": "2025-02-28", "prochaine_revue": None, "historique": []}
    repo.document("PRE-PRO-001", **old)
    repo.document("PRE-FOR-001", **old)
    assert [f.values["due"] for f in repo.findings("review-overdue")] == [date(2027, 2, 28)]

    repo.settings({"revues": {"PRO": 36, "FOR": 12}})
    assert [f.code for f in repo.findings("review-overdue")] == ["PRE-FOR-001"]


def test_a_type_without_period_proposes_no_date(repo: Repo, in_force: Header) -> None:
    """A type that is never reviewed may still carry a date, which then counts."""
    repo.document("PRE-ENR-001", **{**in_force, "prochaine_revue": "2027-02-01"})
    repo.document("PRE-ENR-002", **{**in_force, "prochaine_revue": None})

    (finding,) = repo.findings("review-overdue")

    assert finding.code == "PRE-ENR-001"
    assert finding.values["next"] == Word("YYYY-MM-DD")
