"""The plan of the sessions that remain."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from smq.coaching.calendar import days_after, end_of_support, is_holiday, out_of_holidays
from smq.coaching.missing import Deliverable, deliverables
from smq.coaching.planning import Plan, Start, plan, road_end
from smq.coverage import coverage_of
from smq.i18n import Translator
from tests.coaching.conftest import expect
from tests.coverage.trial import Trial

CRITERIA = """
- {id: A-1, chapitre: essai, titre: Décrit, niveau: attendu, preuve: {document: {modele: mad-pro}}}
- id: A-2
  chapitre: essai
  titre: Traité
  niveau: prioritaire
  preuve: {tout: [{document: {modele: pre-for}}, {registre: usagers, au_moins: 3}, {fait: sigle}]}
- {id: A-3, chapitre: essai, titre: Connus, niveau: attendu, preuve: {registre: usagers}}
- {id: A-4, chapitre: essai, titre: Jugé, niveau: attendu, nature: declared}
- {id: A-5, chapitre: essai, titre: Site, niveau: attendu, preuve: {fait: site_web}}
"""
ITEMS = tuple(Deliverable("tache", f"Tâche {n}") for n in range(1, 8))


def missing(trial: Trial) -> list[tuple[str, str, tuple[str, ...], bool]]:
    """Return kind, what, why and urgency of each deliverable."""
    system = trial.repo.system()
    coverage = coverage_of(system)
    assert coverage
    found = deliverables(system, coverage, Translator("en"))
    return [(d.kind, d.document or d.table or d.title, d.criteria, d.urgent) for d in found]


def days(found: Plan) -> list[tuple[str, list[str]]]:
    """Return the day of each session and what is due for it."""
    return [(m.day.isoformat(), [item.title for item in m.items]) for m in found.meetings]


def test_what_is_missing(road: Trial) -> None:
    """Urgent first, before a form the procedure that it follows; each once with all its reasons."""
    road.criteria(CRITERIA)
    road.table("usagers", "{nom: id}", "id\n")
    road.document("mad-pro", "MAD-PRO-001", statut="projet")
    road.document("pre-pro", "PRE-PRO-001", statut="projet")
    road.document("pre-for", "PRE-FOR-001", statut="projet", liens={"procedures": ["PRE-PRO-001"]})

    assert missing(road) == [
        ("document", "PRE-PRO-001", ("A-2",), True),
        ("document", "PRE-FOR-001", ("A-2",), True),
        ("registre", "usagers", ("A-2", "A-3"), True),
        ("document", "MAD-PRO-001", ("A-1",), False),
        ("reponse", "Answer A-4: Jugé", ("A-4",), False),
        ("critere", "smq.yaml: missing is «site_web».", ("A-5",), False),
    ]


def test_nothing_is_missing_twice(road: Trial) -> None:
    """What holds is not planned."""
    road.criteria(CRITERIA)
    road.table("usagers", "{nom: id}", "id\nU1\nU2\nU3\n")
    road.document("mad-pro", "MAD-PRO-001")
    road.document("pre-for", "PRE-FOR-001")

    assert [what for _kind, what, _why, _urgent in missing(road)] == [
        "Answer A-4: Jugé",
        "smq.yaml: missing is «site_web».",
    ]


def test_what_is_wrong_in_rows_is_a_task(road: Trial) -> None:
    """One more row would not mend an empty cell: the task says which."""
    road.criteria(
        "- {id: A-1, chapitre: essai, titre: T, preuve: {registre: usagers, remplis: [fiche]}}"
    )
    road.table("usagers", "{nom: id}, {nom: fiche}", "id;fiche\nU1;\n")
    assert missing(road) == [("critere", "U1 (usagers): «fiche» is empty.", ("A-1",), False)]

    road.table("usagers", "{nom: id}, {nom: fiche}", "id;fiche\n")
    assert missing(road) == [("registre", "usagers", ("A-1",), False)]


def test_spread_over_the_sessions(road: Trial) -> None:
    """The session that exists keeps its day, others follow every four weeks, the same load each."""
    road.repo.settings({"label": {"engagement": "2026-01-15"}})

    found = plan(road.repo.system(), ITEMS)

    assert found.end == date(2027, 7, 15)
    assert days(found) == [
        ("2027-03-15", ["Tâche 1", "Tâche 2"]),
        ("2027-04-12", ["Tâche 3", "Tâche 4"]),
        ("2027-05-10", ["Tâche 5", "Tâche 6"]),
        ("2027-06-07", ["Tâche 7"]),
    ]
    assert [m.session.id if m.session else None for m in found.meetings] == [
        "JAL-003",
        None,
        None,
        None,
    ]


def test_the_road_ends_at_the_evaluation(road: Trial) -> None:
    """A date set with the evaluators wins over the length of the support."""
    road.repo.settings({"label": {"engagement": "2026-01-15"}})
    with (road.repo.root / "registres/jalons.csv").open("a", encoding="utf-8") as file:
        file.write("JAL-004;evaluation;;2027-05-20;;;;;;\n")

    system = road.repo.system()

    assert road_end(system) == date(2027, 5, 20)
    assert [day for day, _items in days(plan(system, ITEMS))] == ["2027-03-15", "2027-04-12"]


def test_what_is_expected_already_is_not_planned_again(road: Trial) -> None:
    """Neither a document, nor a task that a session to come expects."""
    expect(
        road,
        "JAL-003;document;Procédure;PRE-PRO-001;applicable;;;",
        "JAL-003;tache;Tâche 1;;;;;",
    )
    items = (Deliverable("document", "X", document="PRE-PRO-001"), *ITEMS[:2])

    found = plan(road.repo.system(), items)

    assert [item.title for m in found.meetings for item in m.items] == ["Tâche 2"]


def test_a_road_without_room(road: Trial) -> None:
    """When no session fits any more, the plan says that it is late."""
    road.repo.write("registres/jalons.csv", "id;type;date_prevue\nJAL-1;evaluation;2027-03-10\n")

    found = plan(road.repo.system(), ITEMS)

    assert found.late
    assert sum(len(m.items) for m in found.meetings) == len(ITEMS)


def test_eighteen_months_clamp() -> None:
    """31 August and eighteen months: the last day of February."""
    assert end_of_support(date(2026, 8, 31)) == date(2028, 2, 29)


@given(
    st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    st.integers(7, 60),
    st.integers(0, 700),
)
def test_days_of_sessions(first: date, every: int, length: int) -> None:
    """In order, never in a holiday, never closer than asked, never after the end."""
    until = first + timedelta(days=length)
    found = list(days_after(first, until, every))

    for before, after in zip([first, *found], found, strict=False):
        assert (after - before).days >= every
        assert not is_holiday(after)
        assert after <= until


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_a_day_in_a_holiday_moves_behind_it(day: date) -> None:
    """The same day of the week, the first one behind."""
    moved = out_of_holidays(day)

    assert (moved == day) is not is_holiday(day)
    assert moved.weekday() == day.weekday()
    assert all(is_holiday(day + timedelta(days=n)) for n in range(0, (moved - day).days, 7))


AUDITS = (
    "{nom: id, motif: 'AUD-{annee}-{numero:03}'}, {nom: type}, {nom: date_prevue, type: date},"
    " {nom: date, type: date}, {nom: processus, type: liste}"
)


def alone(road: Trial, audits: str = "", **label: object) -> Trial:
    """Return the platform without support and without session, with these self-assessments."""
    road.repo.settings({"label": {"accompagnement": False, **label}})
    road.repo.write("registres/jalons.csv", "id;type;date_prevue\n")
    road.table("audits", AUDITS, f"id;type;date_prevue;date;processus\n{audits}")
    return road


def test_without_support_the_road_starts_at_the_self_assessment(road: Trial) -> None:
    """Work dates follow the one planned; the road ends while it still counts."""
    alone(road, "AUD-2027-001;autoeval;2027-04-05;;\n")

    found = plan(road.repo.system(), ITEMS)

    assert found.start == Start(date(2027, 4, 5), "AUD-2027-001", far=True)
    assert found.end == date(2028, 4, 5)
    assert days(found)[0] == ("2027-05-03", ["Tâche 1"])
    assert not found.agreed


def test_a_self_assessment_that_was_held(road: Trial) -> None:
    """Work dates begin now; one of more than twelve months ago counts no more."""
    alone(road, "AUD-1;autoeval;2026-01-05;2026-01-05;\nAUD-2;autoeval;2027-02-01;2027-02-08;\n")
    found = plan(road.repo.system(), ITEMS)
    assert found.start == Start(date(2027, 2, 8), "AUD-2", held=True)
    assert (days(found)[0][0], found.end) == ("2027-03-29", date(2028, 2, 8))

    alone(road, "AUD-1;autoeval;2026-01-05;2026-01-05;\n")
    assert plan(road.repo.system(), ITEMS).start == Start(date(2027, 3, 29), None)


def test_a_self_assessment_that_nobody_planned(road: Trial) -> None:
    """It comes first, at the next work date; one that was missed keeps its number."""
    found = plan(alone(road).repo.system(), ITEMS)
    assert found.start == Start(date(2027, 3, 29), None)
    assert days(found)[0][0] == "2027-04-26"

    alone(road, "AUD-1;autoeval;2027-02-01;;\n")
    assert plan(road.repo.system(), ITEMS).start == Start(date(2027, 3, 29), "AUD-1", missed=True)


def test_the_self_assessment_is_not_delivered_twice(road: Trial) -> None:
    """It has its own place in the plan: its register is no deliverable beside it."""
    items = (Deliverable("registre", "Audits", table="audits"), *ITEMS[:1])

    found = plan(alone(road).repo.system(), items)

    assert [item.title for m in found.meetings for item in m.items] == ["Tâche 1"]


def test_dates_of_the_team_keep_their_day(road: Trial) -> None:
    """A work date set before the self-assessment is used; an evaluation ends the road."""
    alone(road, "AUD-1;autoeval;2027-04-05;;\n")
    road.repo.write(
        "registres/jalons.csv",
        "id;type;date_prevue\nJAL-1;session;2027-03-15\nJAL-2;evaluation;2027-06-01\n",
    )

    found = plan(road.repo.system(), ITEMS)

    assert [day for day, _items in days(found)] == ["2027-03-15", "2027-05-03"]
    assert (found.end, found.agreed) == (date(2027, 6, 1), True)


def test_with_support_nothing_starts_at_a_self_assessment(road: Trial) -> None:
    """A supported platform has its sessions."""
    road.table(
        "audits", AUDITS, "id;type;date_prevue;date;processus\nAUD-1;autoeval;2027-04-05;;\n"
    )

    assert plan(road.repo.system(), ITEMS).start is None
