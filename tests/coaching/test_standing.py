"""What became of an expectation, from facts."""

import pytest

from smq.coaching import expectations, standing
from smq.i18n import Translator
from smq.model.coaching import Standing
from tests.coaching.conftest import expect
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
            ("left", "PRE-PRO-001 is Draft, 1 places are left to fill in"),
        ),
        (
            "en_verification",
            "",
            "[À compléter : x]",
            "applicable",
            ("partial", "PRE-PRO-001 is In review, 1 places are left to fill in"),
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
        ("done", "«usagers» has 2 rows of 2"),
        ("partial", "«usagers» has 2 rows of 3"),
        ("left", "«usages» has 0 rows of 1"),
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
