"""What a coach reads the day before."""

from datetime import date

from smq.coaching.brief import brief
from tests.coaching.conftest import expect
from tests.coverage.trial import Trial


def test_what_changed_since_the_last_session(road: Trial) -> None:
    """Documents that appeared or were approved since, not those of before."""
    old = {"date": date(2027, 1, 20), "objet": "Création", "version": "1", "par": "P01"}
    new = {**old, "date": date(2027, 2, 10)}
    visa = {"version": "1", "par": "P01", "role": "approbateur"}
    road.document("a", "PRE-PRO-001", historique=[old])
    road.document("b", "PRE-PRO-002", historique=[new], approbations=[])
    road.document("c", "PRE-PRO-003", approbations=[{**visa, "date": date(2027, 2, 5)}])

    found = brief(road.repo.system(), None)

    assert [d.code_text for d in found.new] == ["PRE-PRO-002"]
    assert [d.code_text for d in found.approved] == ["PRE-PRO-003"]


def test_sessions_and_what_was_left_open(road: Trial) -> None:
    """The next session, the one before, its questions, and the remarks that wait."""
    road.repo.write(
        "registres/remarques.csv",
        "id;session;document;remarque;auteur;reponse;date_reponse\n"
        "REM-001;JAL-002;PRE-PRO-001;Trop long;coach;Coupé;2027-02-10\n"
        "REM-002;JAL-002;;Nommer un suppléant;coach;;\n",
    )

    found = brief(road.repo.system(), None)

    assert (found.session and found.session.id, found.previous and found.previous.id) == (
        "JAL-003",
        "JAL-002",
    )
    assert found.questions == ("Qui signe ?",)
    assert [r.id for r in found.remarks] == ["REM-002"]
    assert found.sessions_left == 1


def test_what_earlier_sessions_left(road: Trial) -> None:
    """What a held session expected and is not done, unless a session to come expects it."""
    expect(
        road,
        "JAL-002;tache;Laissé;;;;;",
        "JAL-002;tache;Fait;;;;;2027-01-30",
        "JAL-002;tache;Repris;;;;;",
        "JAL-003;tache;Repris;;;;;",
    )

    found = brief(road.repo.system(), None)

    assert [j.expectation.title for j in found.carried] == ["Laissé"]
    assert [j.expectation.title for j in found.due] == ["Repris"]


def test_the_last_row_of_each_register(road: Trial) -> None:
    """The one of the latest day that has come; registers of the road itself are left out."""
    road.table(
        "demandes",
        "{nom: id}, {nom: date, type: date}",
        "id;date\nD1;2027-02-20\nD2;2027-01-05\nD3;2027-04-01\n",
    )
    road.table("sans_date", "{nom: id}", "id\nX\n")

    found = brief(road.repo.system(), None)

    assert [(r.name, row.key, day) for r, row, day in found.last_rows] == [
        ("demandes", "D1", date(2027, 2, 20))
    ]
