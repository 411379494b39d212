"""Retention: from which date a row's term counts, and when it is over."""

from datetime import date

import pytest

from smq.registers.terms import event_of, latest_date, past_their_term
from tests.conftest import Repo

SCHEMA = """
nom: contrats
conservation: {{duree: 12, depuis: fin{date}}}
colonnes:
  - {{nom: id, requis: true}}
  - {{nom: debut, type: date}}
  - {{nom: fin, type: date}}
"""
ROWS = "id;debut;fin\nC1;2024-02-29;2025-02-28\nC2;2025-01-01;\nC3;;\nC4;;2026-03-01\n"


def past(repo: Repo, named: str, today: date) -> list[str]:
    """Return the identifiers of the rows past their term."""
    repo.write("referentiel/registres/contrats.yaml", SCHEMA.format(date=named))
    repo.write("registres/contrats.csv", ROWS)
    return [p.row.key for p in past_their_term(repo.system().registers, today)]


@pytest.mark.parametrize(
    ("named", "today", "found"),
    [
        (", date: fin", date(2027, 3, 1), ["C1"]),
        (", date: fin", date(2027, 3, 2), ["C1", "C4"]),
        (", date: fin", date(2026, 2, 28), []),
        (", date: fin", date(2026, 3, 1), ["C1"]),
        ("", date(2026, 1, 1), ["C1"]),
        ("", date(2026, 1, 2), ["C1", "C2"]),
    ],
)
def test_past_their_term(repo: Repo, named: str, today: date, found: list[str]) -> None:
    """The named column counts alone; without one, the row's first date; the last day is in time."""
    assert past(repo, named, today) == found


def test_event_and_latest_date(repo: Repo) -> None:
    """A row without any date has no term; the latest date is that of the first column of dates."""
    past(repo, "", date(2027, 3, 1))
    contracts = repo.system().registers["contrats"]

    assert [event_of(row, contracts) for row in contracts.rows] == [
        date(2024, 2, 29),
        date(2025, 1, 1),
        None,
        date(2026, 3, 1),
    ]
    assert latest_date(contracts) == date(2025, 1, 1)


def test_a_table_that_is_kept_for_good(repo: Repo) -> None:
    """Without a duration no row goes; without dates there is no latest one."""
    repo.write("referentiel/registres/usagers.yaml", "nom: usagers\ncolonnes: [{nom: id}]\n")
    repo.write("registres/usagers.csv", "id\nU1\n")
    repo.write(
        "referentiel/registres/seances.yaml",
        "nom: seances\ncolonnes: [{nom: id}, {nom: date, type: date}]\n",
    )
    repo.write("registres/seances.csv", "id;date\nS1;2001-01-01\n")
    registers = repo.system().registers

    assert list(past_their_term(registers, date(2027, 3, 1))) == []
    assert latest_date(registers["usagers"]) is None


def test_a_computed_date_starts_no_term(repo: Repo) -> None:
    """Only what people wrote says when something happened."""
    repo.write(
        "referentiel/registres/seances.yaml",
        "nom: seances\nconservation: {duree: 12}\ncolonnes:\n  - {nom: id}\n"
        '  - {nom: rappel, type: calcul, expr: "mois(date, 6)"}\n  - {nom: date, type: date}\n',
    )
    repo.write("registres/seances.csv", "id;date\nS1;2026-01-01\n")
    registers = repo.system().registers

    assert registers["seances"].rows[0].value("rappel") == date(2026, 7, 1)
    assert [p.row.key for p in past_their_term(registers, date(2027, 1, 2))] == ["S1"]
