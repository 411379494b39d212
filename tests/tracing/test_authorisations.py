"""What a user may do with an instrument on a day."""

from datetime import date

import pytest

from smq.tracing.authorisations import Authorisations, Standing, end_of
from tests.conftest import Repo
from tests.tracing.tables import index_of

ROWS = """
    id;usager;equipement;date_formation;duree_validite;niveau;suspension;fin_suspension
    HAB-1;U001;RAM-001;2026-08-31;6;autonome;;
    HAB-2;U001;RAM-001;2026-09-10;1;accompagne;;
    HAB-3;U001;RAM-001;2027-02-10;6;formateur;2027-04-01;2027-04-10
    HAB-4;U002;RAM-001;2026-09-10;3;accompagne;;
    HAB-5;U002;RAM-001;2026-09-12;3;autonome;2026-10-01;
    """


@pytest.mark.parametrize(
    ("user", "day", "standing", "row"),
    [
        ("U001", date(2026, 8, 30), Standing.TO_COME, "HAB-1"),
        ("U001", date(2026, 8, 31), Standing.VALID, "HAB-1"),
        ("U001", date(2026, 9, 15), Standing.VALID, "HAB-1"),
        ("U001", date(2027, 2, 9), Standing.VALID, "HAB-1"),
        ("U001", date(2027, 2, 28), Standing.VALID, "HAB-3"),
        ("U001", date(2027, 4, 5), Standing.SUSPENDED, "HAB-3"),
        ("U001", date(2027, 8, 11), Standing.OVER, "HAB-3"),
        ("U002", date(2026, 10, 5), Standing.ACCOMPANIED, "HAB-4"),
        ("U002", date(2026, 9, 20), Standing.VALID, "HAB-5"),
        ("U003", date(2026, 9, 20), Standing.NONE, None),
    ],
)
def test_the_best_authorisation_of_a_day(
    repo: Repo, user: str, day: date, standing: Standing, row: str | None
) -> None:
    """A valid one before an accompanied one, that before a suspended one."""
    found = Authorisations(index_of(repo, habilitations=ROWS)).on(user, "RAM-001", day)

    assert (found.standing, found.row.key if found.row else None) == (standing, row)


def test_months_end_with_the_month(repo: Repo) -> None:
    """Six months after the last day of August is the last day of February."""
    index = index_of(repo, habilitations=ROWS)

    assert end_of(index.rows("habilitations")[0]) == date(2027, 2, 28)
