"""Months, reviews, states at a date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq import lifecycle
from smq.model import Status
from tests.conftest import TODAY, Repo


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 12, 15), 1, date(2028, 1, 15)),
        (date(2027, 3, 1), 24, date(2029, 3, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2027, 3, 31), 0, date(2027, 3, 31)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2100, 1, 30), 1, date(2100, 2, 28)),
        (date(2027, 3, 1), 999_999_999, date.max),
        (date(2027, 3, 1), -999_999_999, date.min),
    ],
)
def test_months_stop_at_the_end_of_a_month(day: date, months: int, expected: date) -> None:
    """A day that the month does not have becomes its last day."""
    assert lifecycle.add_months(day, months) == expected


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(-600, 600))
def test_months_are_counted_exactly(day: date, months: int) -> None:
    """The month is always the one asked for, and only a missing day changes the day."""
    later = lifecycle.add_months(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or later.day in (28, 29, 30)
    assert later.day <= day.day


def test_the_written_review_wins(repo: Repo) -> None:
    """The header's date, else application and the period of smq.yaml, else of the type."""
    repo.document("PRE-PRO-001", date_application="2027-01-31", prochaine_revue="2027-06-01")
    repo.document("PRE-PRO-002", date_application="2027-01-31")
    repo.document("PRE-MOP-001", date_application="2027-01-31")
    repo.document("PRE-ENR-001", date_application="2027-01-31")
    repo.document("PRE-POL-001")
    repo.settings({"revues": {"MOP": 13}})

    system = repo.system()

    due = {d.code_text: lifecycle.next_review(d, system) for d in system.documents}
    assert due == {
        "PRE-PRO-001": date(2027, 6, 1),
        "PRE-PRO-002": date(2029, 1, 31),
        "PRE-MOP-001": date(2028, 2, 29),
        "PRE-ENR-001": None,
        "PRE-POL-001": None,
    }


def test_a_date_that_cannot_be_read_gives_no_other(repo: Repo) -> None:
    """What the author meant is not guessed from the period of the type."""
    repo.document("PRE-PRO-001", date_application="2027-01-31", prochaine_revue="2027-13-24")
    system = repo.system()

    assert lifecycle.next_review(system.documents[0], system) is None


@pytest.mark.parametrize(
    ("status", "effective", "expected"),
    [
        ("approuve", "2027-03-01", Status.IN_FORCE),
        ("approuve", "2027-03-02", Status.APPROVED),
        ("approuve", None, Status.APPROVED),
        ("applicable", "2027-03-02", Status.IN_FORCE),
        ("projet", "2026-01-01", Status.DRAFT),
        ("retire", "2026-01-01", Status.WITHDRAWN),
        ("périmé", None, None),
    ],
)
def test_approved_comes_into_force_by_its_date(
    repo: Repo, status: str, effective: str | None, expected: Status | None
) -> None:
    """Nobody has to touch a document on the day it starts to apply."""
    repo.document("PRE-PRO-001", statut=status, date_application=effective)

    assert lifecycle.status_at(repo.system().documents[0], TODAY) is expected


def test_who_is_the_same_person(repo: Repo) -> None:
    """Ids and names are resolved; unknown names are compared as written, accents in either form."""
    settings = repo.system().settings

    assert lifecycle.same_person("P03", "Inès VAUTRIN", settings)
    assert lifecycle.same_person("Zoé Lang", "zoe\u0301 lang", settings)
    assert not lifecycle.same_person("P03", "P02", settings)
    assert not lifecycle.same_person("P03", "Zoé Lang", settings)
    assert not lifecycle.same_person(None, None, settings)
    assert not lifecycle.same_person("", "", settings)
