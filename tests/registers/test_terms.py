"""Retention: from which date a row's term counts, and when it is over."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from smq.registers.terms import Events, latest_date, past_their_term, without_event
from tests.conftest import Repo

EXAMPLE = Path(__file__).parents[2] / "examples/plateforme-demo"
SCHEMA = """
nom: contrats
conservation: {{duree: 12{date}}}
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
        (", depuis: fin du contrat", date(2100, 1, 1), []),
        (", depuis: fin du contrat, date: fin", date(2026, 3, 1), ["C1"]),
        (', date: "annee(fin)"', date(2026, 12, 31), []),
        (', date: "annee(fin)"', date(2027, 1, 1), ["C1"]),
        (", date: fin", date(2027, 3, 1), ["C1"]),
        (", date: fin", date(2027, 3, 2), ["C1", "C4"]),
        (", date: fin", date(2026, 2, 28), []),
        (", date: fin", date(2026, 3, 1), ["C1"]),
        ("", date(2026, 1, 1), ["C1"]),
        ("", date(2026, 1, 2), ["C1", "C2"]),
    ],
)
def test_past_their_term(repo: Repo, named: str, today: date, found: list[str]) -> None:
    """The named date counts alone, a year by its last day; the last day of the term is in time.

    An event in words alone has no date; without an event, the row's first date counts.
    """
    assert past(repo, named, today) == found


def test_event_and_latest_date(repo: Repo) -> None:
    """A row without any date has no term; the latest date is that of the first column of dates."""
    past(repo, "", date(2027, 3, 1))
    contracts = repo.system().registers["contrats"]

    assert events(repo, "contrats") == [
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
    assert events(repo, "seances") == [date(2026, 1, 1)]


def test_the_event_of_another_row(repo: Repo) -> None:
    """A reference has the event of its row: an instrument at its end of life, a year, or none."""
    repo.write(
        "referentiel/registres/appareils.yaml",
        "nom: appareils\nconservation: {duree: 12, depuis: réforme, date: annee_reforme}\n"
        "colonnes: [{nom: id}, {nom: annee_reforme, type: entier}]\n",
    )
    repo.write("registres/appareils.csv", "id;annee_reforme\nA1;2025\nA2;\n")
    repo.write(
        "referentiel/registres/pannes.yaml",
        "nom: pannes\nconservation: {duree: 12, depuis: réforme, date: appareil}\ncolonnes:\n"
        "  - {nom: id}\n  - {nom: date, type: date}\n"
        "  - {nom: appareil, type: ref, vers: appareils.id}\n",
    )
    rows = "P1;2020-01-01;A1\nP2;2020-01-01;A2\nP3;2020-01-01;A9\nP4;2020-01-01;\n"
    repo.write("registres/pannes.csv", f"id;date;appareil\n{rows}")

    assert events(repo, "pannes") == [date(2025, 12, 31), None, None, None]
    past = past_their_term(repo.system().registers, date(2027, 3, 1))
    assert [one.row.key for one in past] == ["A1", "P1"]


def test_rows_that_lead_to_each_other_have_no_event(repo: Repo) -> None:
    """A circle of references is no event, and no endless search."""
    repo.write(
        "referentiel/registres/versions.yaml",
        "nom: versions\nconservation: {duree: 12, date: remplace}\n"
        "colonnes: [{nom: id}, {nom: remplace, type: ref, vers: versions.id}]\n",
    )
    repo.write("registres/versions.csv", "id;remplace\nV1;V2\nV2;V1\n")

    assert events(repo, "versions") == [None, None]


def test_tables_that_do_not_hold_their_event(repo: Repo) -> None:
    """Those with rows, a duration and an event in words alone."""
    past(repo, ", depuis: fin du contrat", date(2027, 3, 1))
    assert [one.schema.name for one in without_event(repo.system().registers)] == ["contrats"]

    for said in ("", ", date: fin", ", depuis: fin du contrat, date: fin"):
        past(repo, said, date(2027, 3, 1))
        assert list(without_event(repo.system().registers)) == []

    past(repo, ", depuis: fin du contrat", date(2027, 3, 1))
    repo.write("registres/contrats.csv", "id;debut;fin\n")
    assert list(without_event(repo.system().registers)) == []


def test_what_the_kit_counts_from(repo: Repo) -> None:
    """The end of a year is its last day; a table without the date of its event says none."""
    shutil.copytree(EXAMPLE, repo.root, dirs_exist_ok=True)
    system = repo.system()
    registers = system.registers
    judged = Events(registers, system.today)
    ended = [
        judged.of(row, register)
        for register in registers.values()
        if "clôture de l’année" in (register.schema.retention.since or "")
        for row in register.rows
    ]

    assert {(day.month, day.day) for day in ended if day} == {(12, 31)}
    kept = {name: register.schema.retention for name, register in registers.items()}
    assert {name for name, said in kept.items() if said.since and not said.column} == {
        *("attendus", "catalogue_formations", "demandes", "jalons", "remarques"),
    }


def events(repo: Repo, table: str) -> list[date | None]:
    """Return from which date each row of a table counts."""
    registers = repo.system().registers
    judged = Events(registers, date(2027, 3, 1))
    return [judged.of(row, registers[table]) for row in registers[table].rows]
