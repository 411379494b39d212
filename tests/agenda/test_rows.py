"""Dates of tables: months that clamp, the latest of a group, what a row is called."""

from calendar import monthrange
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from smq.agenda import due
from smq.model.due import DueSource
from smq.model.table import Value
from tests.agenda.factory import PLACE, found, table
from tests.conftest import Repo
from tests.coverage.trial import Trial

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
NAMES = st.sampled_from(["", "RAM-001", "IRT-001", "UVV-001"])


@given(DAYS, st.integers(0, 240))
@example(date(2027, 8, 31), 6)
@example(date(2028, 2, 29), 12)
def test_months_are_added_to_the_calendar(day: date, months: int) -> None:
    """That many months later, on the same day or on the last of a shorter month."""
    source = DueSource("visite", "visites", "fait", "Visite", PLACE, months=months)

    (one,) = found(table({"fait": "date"}, [{"fait": day}]), source)

    assert (one.date.year - day.year) * 12 + one.date.month - day.month == months
    assert one.date.day == min(day.day, monthrange(one.date.year, one.date.month)[1])


def test_the_end_of_august_and_six_months() -> None:
    """31 August and six months: the last of February, also in a leap year."""
    source = DueSource("visite", "visites", "fait", "Visite de {id}", PLACE, months=6)
    rows: list[dict[str, Value]] = [
        {"id": "1", "fait": date(2026, 8, 31)},
        {"id": "2", "fait": date(2027, 8, 31)},
    ]

    dates = found(table({"id": "texte", "fait": "date"}, rows), source)

    assert [one.date for one in dates] == [date(2027, 2, 28), date(2028, 2, 29)]


@given(st.lists(st.tuples(NAMES, DAYS), max_size=12))
def test_the_latest_of_each_group_counts(written: list[tuple[str, date]]) -> None:
    """One row a group: that of the latest date; of two on one day, the one further down."""
    source = DueSource("visite", "visites", "fait", "Visite {id}", PLACE, latest_by=("equipement",))
    columns = {"id": "texte", "equipement": "texte", "fait": "date"}
    rows: list[dict[str, Value]] = [
        {"id": str(number), "equipement": name, "fait": day}
        for number, (name, day) in enumerate(written, 1)
    ]

    dates = found(table(columns, rows), source)

    expected = {
        max((day, number) for number, (named, day) in enumerate(written, 1) if named == name)
        for name, _day in written
    }
    assert {(one.date, int(one.ref.partition(":")[2])) for one in dates} == expected


def test_a_row_of_several_things_stays_while_one_is_not_renewed() -> None:
    """A restoration of two sets counts for both, until each has a later one."""
    source = DueSource("test", "visites", "fait", "{id}", PLACE, latest_by=("donnees",))
    columns = {"id": "texte", "donnees": "liste", "fait": "date"}
    rows: list[dict[str, Value]] = [
        {"id": "1", "donnees": ("A", "B"), "fait": date(2026, 1, 10)},
        {"id": "2", "donnees": ("A",), "fait": date(2026, 6, 10)},
    ]

    assert [one.ref for one in found(table(columns, rows), source)] == ["visites:1", "visites:2"]
    rows.append({"id": "3", "donnees": ("B", "C"), "fait": date(2026, 9, 10)})
    assert [one.ref for one in found(table(columns, rows), source)] == ["visites:2", "visites:3"]


def test_a_year_is_its_last_day() -> None:
    """A plan that names years only is due at their end; another number is no date."""
    source = DueSource("plan", "visites", "annee", "Plan {id}", PLACE)
    rows: list[dict[str, Value]] = [
        {"id": "1", "annee": 2029},
        {"id": "2", "annee": 29},
        {"id": "3", "annee": None},
    ]

    dates = found(table({"id": "texte", "annee": "entier"}, rows), source)

    assert [(one.ref, one.date) for one in dates] == [("visites:1", date(2029, 12, 31))]


def test_what_is_said_twice_of_a_day_is_kept_once() -> None:
    """Prices voted together are one revision; those of another vote are another."""
    source = DueSource("tarif", "visites", "vote", "Tarifs votés le {vote}", PLACE, months=36)
    votes: list[dict[str, Value]] = [
        {"vote": date(2026, 10, 13)},
        {"vote": date(2026, 10, 13)},
        {"vote": date(2027, 2, 1)},
    ]

    dates = found(table({"vote": "date"}, votes), source)

    assert [(one.ref, one.values) for one in dates] == [
        ("visites:1", {"vote": date(2026, 10, 13)}),
        ("visites:3", {"vote": date(2027, 2, 1)}),
    ]


def test_names_stand_for_identifiers(repo: Repo) -> None:
    """A person is called by name, a thing by identifier and name; a unit follows from the thing."""
    trial = Trial(repo)
    repo.write(
        "referentiel/echeances.yaml",
        """
        echeances:
          - nature: droit
            registre: droits
            date: mois(le, duree)
            titre: "Droit : {usager} sur {machine}, {niveau}{reste}"
            responsable: par
            ou: "niveau == 'seul'"
            previens: [10, 60]
        """,
    )
    trial.table(
        "usagers",
        "{nom: id}, {nom: nom, requis: true, personnel: true}",
        "id;nom\nU1;Maÿlis Couturier\n",
    )
    trial.table(
        "machines",
        "{nom: id}, {nom: nom, requis: true}, {nom: plateau}",
        "id;nom;plateau\nRAM-001;Microscope Raman;Optique\n",
    )
    trial.table(
        "droits",
        "{nom: id}, {nom: usager, type: ref, vers: usagers.id}, {nom: reste},"
        " {nom: machine, type: ref, vers: machines.id}, {nom: le, type: date},"
        " {nom: duree, type: entier}, {nom: par},"
        " {nom: niveau, type: enum, valeurs: [aide, seul], libelles: {seul: en autonomie}}",
        """
        id;usager;machine;le;duree;par;niveau;reste
        H1;U1;RAM-001;2026-08-31;6;P03;seul;
        H2;U1;RAM-001;2026-08-31;6;P03;aide;
        H3;U1;RAM-001;hier;6;P03;seul;
        """,
    )

    (one,) = due(repo.system())

    assert one.title.format_map(one.values) == (
        "Droit : Maÿlis Couturier sur RAM-001 (Microscope Raman), en autonomie–"
    )
    assert (one.date, one.kind, one.ref) == (date(2027, 2, 28), "droit", "droits:H1")
    assert (one.person, one.name, one.areas) == ("P03", "Inès Vautrin", ("Optique",))
    assert (one.warnings, one.location.path) == ((60, 10), "registres/droits.csv")
    assert (one.location.line, one.location.column) == (2, 15)
