"""Dates that do not exist."""

from smq.registers.unreadable import unreadable_dates
from tests.conftest import Repo
from tests.coverage.trial import Trial


def test_cells_that_are_no_date(repo: Repo) -> None:
    """What is empty or left to complete announces nothing; other columns are not looked at."""
    columns = "{nom: id}, {nom: echeance, libelle: Pour le, type: date}, {nom: date, type: date}"
    rows = "id;echeance;date\nA1;31/02/2027;bof\nA2;;\nA3;[À compléter : date];\nA4;2027-03-01;\n"
    Trial(repo).table("actions", columns, rows)

    found = list(unreadable_dates(repo.system().registers["actions"], {"echeance"}))

    assert [(c.row, c.column, c.text, c.location.line) for c in found] == [
        ("A1", "Pour le", "31/02/2027", 2)
    ]
