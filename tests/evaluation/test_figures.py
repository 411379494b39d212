"""Figures of the last years, each from one table."""

from decimal import Decimal

from smq.evaluation.figures import figures, years
from tests.coverage.trial import Trial


def test_years_and_sums(trial: Trial) -> None:
    """Rows count in the year of their date; tomorrow's do not count yet."""
    trial.table(
        "usages",
        "{nom: id}, {nom: usager}, {nom: debut, type: date}, {nom: heures, type: decimal}",
        """
        id;usager;debut;heures
        1;U1;2025-05-02;2,5
        2;U1;2026-06-01;1
        3;U2;2026-12-31;4
        4;U2;2027-03-02;8
        5;U3;;8
        """,
    )
    system = trial.repo.system()
    found = {f.label: f.values for f in figures(system, years(system))}

    assert years(system) == (2025, 2026, 2027)
    assert found == {
        "Uses of equipment": (Decimal(1), Decimal(2), Decimal(0)),
        "Hours of use": (Decimal("2.5"), Decimal(5), Decimal(0)),
    }


def test_users_by_category(trial: Trial) -> None:
    """A user served twice in a year is one user; categories without anybody are left out."""
    trial.table(
        "usagers",
        "{nom: id}, {nom: categorie, type: enum, valeurs: [prive, site, autre],"
        " libelles: {prive: entreprise}}",
        "id;categorie\nU1;prive\nU2;site\n",
    )
    trial.table(
        "demandes",
        "{nom: id}, {nom: date, type: date}, {nom: usager}",
        "id;date;usager\nD1;2026-01-05;U1\nD2;2026-02-05;U1\nD3;2027-01-05;U2\n",
    )
    system = trial.repo.system()
    found = {f.label: f.values for f in figures(system, (2026, 2027)) if f.table == "usagers"}

    assert found == {
        "Users served": (Decimal(1), Decimal(1)),
        "entreprise": (Decimal(1), Decimal(0)),
        "site": (Decimal(0), Decimal(1)),
    }
