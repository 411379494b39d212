"""Figures of the last years, each from one table."""

from datetime import date
from decimal import Decimal

from smq.evaluation.figures import Figure, figures, shown_years, years
from smq.evaluation.masking import mask_of, masked
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


def test_a_sort_that_is_hidden_is_counted_apart(trial: Trial) -> None:
    """Else the one category that lacks in the register would tell who asked."""
    trial.table(
        "usagers",
        "{nom: id}, {nom: nom, requis: true, personnel: true},"
        " {nom: categorie, type: enum, valeurs: [prive, site]}",
        "id;nom;categorie\nU1;A;prive\nU2;B;site\n",
    )
    trial.table(
        "demandes",
        "{nom: id}, {nom: date, type: date}, {nom: confidentiel, type: bool},"
        " {nom: usager, type: ref, vers: usagers.id, personnel: true}",
        "id;date;confidentiel;usager\nD1;2026-01-05;oui;U1\nD2;2026-02-05;non;U2\n",
    )
    system = trial.repo.system()
    shown = masked(system, mask_of(system, "masqué"))
    found = {f.label: f.values for f in figures(system, (2026,), shown) if f.below}

    assert {label: found[label] for label in ("site", "masqué")} == {
        "site": (Decimal(1),),
        "masqué": (Decimal(1),),
    }
    assert "prive" not in found


def test_a_year_in_which_nothing_was_kept_is_shown() -> None:
    """Those before the first rows are not: there was no register; since the evaluation, all are."""
    asked = (2025, 2026, 2027, 2028, 2029)
    one = Figure("x", "demandes", tuple(Decimal(v) for v in (0, 0, 5, 0, 0)))
    none = Figure("x", "demandes", (Decimal(),) * 5)

    assert shown_years(asked, [one]) == (2, 3, 4)
    assert shown_years(asked, [one], date(2026, 10, 1)) == (1, 2, 3, 4)
    assert shown_years(asked, [none]) == (0, 1, 2, 3, 4)


def test_years_go_back_to_the_last_evaluation(trial: Trial) -> None:
    """Two years before are the least."""
    system = trial.repo.system()

    assert years(system) == (2025, 2026, 2027)
    assert years(system, date(2023, 6, 1)) == (2023, 2024, 2025, 2026, 2027)
    assert years(system, date(2026, 6, 1)) == (2025, 2026, 2027)
