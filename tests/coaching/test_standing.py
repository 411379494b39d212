"""What became of an expectation, from facts."""

import pytest

from smq.coaching import expectations, standing, standings
from smq.i18n import Translator
from smq.model.coaching import Standing
from tests.coaching.conftest import ATTENDUS, expect
from tests.coverage.trial import Trial


def judged(trial: Trial) -> list[tuple[str, str]]:
    """Return standing and fact of each expectation of the session to come."""
    system = trial.repo.system()
    english = Translator("en")
    found = [standing(e, system) for e in expectations(system, "JAL-003")]
    return [(j.standing.value, english(j.message, **dict(j.values))) for j in found]


@pytest.mark.parametrize(
    ("status", "version", "body", "wanted", "found"),
    [
        ("applicable", "1", "", "applicable", ("done", "PRE-PRO-001 is In force")),
        ("applicable", "1", "", "approuve", ("done", "PRE-PRO-001 is In force")),
        ("en_verification", "", "", "applicable", ("partial", "PRE-PRO-001 is In review")),
        ("en_verification", "", "", "en_verification", ("done", "PRE-PRO-001 is In review")),
        ("projet", "", "", "en_verification", ("partial", "PRE-PRO-001 is Draft")),
        ("projet", "", "", "projet", ("done", "PRE-PRO-001 is Draft")),
        (
            "projet",
            "",
            "[À compléter : x]",
            "projet",
            ("left", "PRE-PRO-001 is Draft, places left to fill in: 1"),
        ),
        (
            "en_verification",
            "",
            "[À compléter : x]",
            "applicable",
            ("partial", "PRE-PRO-001 is In review, places left to fill in: 1"),
        ),
        ("retire", "1", "", "applicable", ("left", "PRE-PRO-001 is withdrawn")),
    ],
)
def test_a_document(
    road: Trial, status: str, version: str, body: str, wanted: str, found: tuple[str, str]
) -> None:
    """Done when the state is reached, partial on the way to it, else left."""
    road.document("pre-pro", "PRE-PRO-001", body, statut=status, version=version)
    expect(road, f"JAL-003;document;Procédure;PRE-PRO-001;{wanted};;;")

    assert judged(road) == [found]


def test_a_document_that_is_not_there(road: Trial) -> None:
    """A code that nobody carries is not done."""
    expect(road, "JAL-003;document;Procédure;PRE-PRO-009;applicable;;;")

    assert judged(road) == [("left", "no document carries the code PRE-PRO-009")]


def test_a_register(road: Trial) -> None:
    """Rows are counted against those asked for."""
    road.table("usagers", "{nom: id}", "id\nU1\nU2\n")
    road.table("usages", "{nom: id}", "id\n")
    expect(
        road,
        "JAL-003;registre;Usagers;;;usagers;2;",
        "JAL-003;registre;Usagers;;;usagers;3;",
        "JAL-003;registre;Usages;;;usages;;",
        "JAL-003;registre;Rien;;;rien;;",
    )

    assert judged(road) == [
        ("done", "rows in «usagers»: 2, expected: 2"),
        ("partial", "rows in «usagers»: 2, expected: 3"),
        ("left", "rows in «usages»: 0, expected: 1"),
        ("left", "«rien» is no register of this platform"),
    ]


def test_a_task(road: Trial) -> None:
    """Somebody writes the day on which it was done."""
    expect(road, "JAL-003;tache;Appeler;;;;;2027-02-20", "JAL-003;tache;Écrire;;;;;")

    assert judged(road) == [("done", "done on 2027-02-20"), ("left", "not done")]


def test_phrases_of_a_session_without_rows(road: Trial) -> None:
    """The column `attendus` counts as tasks; those among `faits` are done."""
    system = road.repo.system()

    found = [standing(e, system).standing for e in expectations(system, "JAL-002")]

    assert found == [Standing.DONE, Standing.LEFT]


DRILLS = "{nom: id}, {nom: type}, {nom: verdict}"
ASKED = """
- id: A-1
  chapitre: essai
  titre: Exercice
  preuve: {tout: [{registre: exercices, ou: "type == 'mad'"}, {fait: sigle}, {fait: site_web}]}
- {id: A-2, chapitre: essai, titre: Jugé, nature: declared}
"""


def asking(trial: Trial, *rows: str) -> None:
    """Write what is expected: rows of session, nature, libelle, registre, lignes, criteres, preuve.

    The table has the column of the evidence, as a platform of today.
    """
    columns = ATTENDUS.replace("{nom: fait_le", "{nom: preuve}, {nom: fait_le")
    head = "id;session;nature;libelle;registre;lignes;criteres;preuve"
    lines = [head, *(f"ATD-{n:03};{row}" for n, row in enumerate(rows, 1))]
    trial.table("attendus", columns, "\n".join(lines))


def test_a_register_is_judged_by_what_its_criteria_look_for(road: Trial) -> None:
    """An exercise of the other chain is a row more, and not what was expected."""
    road.criteria(ASKED)
    road.table("exercices", DRILLS, "id;type;verdict\nE1;prestation;reussi\n")
    asking(road, "JAL-003;registre;Exercice noté;exercices;1;A-1;")
    missing = "In the register «exercices», 1 row is missing."
    assert told(road) == [("left", missing)]

    road.table("exercices", DRILLS, "id;type;verdict\nE1;prestation;reussi\nE2;mad;reussi\n")
    assert told(road) == [("done", "what was missing is there")]

    asking(road, "JAL-003;registre;Exercices notés;exercices;3;A-1;")
    assert told(road) == [("partial", "rows in «exercices»: 2, expected: 3")]


def test_evidence_of_a_criterion(road: Trial) -> None:
    """The piece that is named, whatever else its criterion lacks; without a name, all of it."""
    road.criteria(ASKED)
    road.table("exercices", DRILLS, "id;type;verdict\n")
    asking(
        road,
        "JAL-003;critere;Sigle;;;A-1;fait:sigle",
        "JAL-003;critere;Site;;;A-1;fait:site_web",
        "JAL-003;critere;Tout;;;A-1;",
        "JAL-003;critere;Rien;;;;",
    )
    road.repo.settings({"plateforme": {"nom": "Plateforme", "sigle": "PF"}})

    assert [state for state, _fact in told(road)] == ["done", "left", "partial", "left"]
    assert told(road)[1] == ("left", "smq.yaml: missing is «site_web».")


def test_an_answer(road: Trial) -> None:
    """Done once somebody answered the criterion."""
    road.criteria(ASKED)
    asking(road, "JAL-003;reponse;Répondre;;;A-2;")
    assert told(road) == [("left", "A-2 has no answer yet")]

    road.answer("A-2: {statut: satisfait, motif: vu, par: P01, date: 2027-02-01}")
    assert told(road) == [("done", "A-2 is answered")]


def told(trial: Trial) -> list[tuple[str, str]]:
    """Return standing and fact of each expectation."""
    system = trial.repo.system()
    english = Translator("en")
    found = standings(expectations(system, "JAL-003"), system)
    return [
        (j.standing.value, english.sentence(j.message, j.plural, dict(j.values))) for j in found
    ]
