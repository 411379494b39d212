"""What cannot be read is not judged as if it were empty."""

import pytest

from tests.coverage.trial import SATISFIED, UNSATISFIED, Trial, lacks

COLUMNS = "{nom: id}, {nom: statut}"
UNREAD = (
    "The table «actions» is not judged: registres/actions.csv cannot be read; smq check says why."
)


@pytest.mark.parametrize(
    "evidence",
    [
        "{registre: actions}",
        "{registre: actions, aucun: true, ou: \"statut == 'tard'\"}",
        "{sauf: {registre: actions, ou: \"statut == 'tard'\"}}",
        "{couvre: {registre: actions, par: {registre: suivis, colonne: id}}}",
        "{couvre: {registre: suivis, par: {registre: actions, colonne: id}}}",
    ],
)
def test_a_table_cut_short(trial: Trial, evidence: str) -> None:
    """Neither what its rows would prove nor their absence holds; the table is named."""
    trial.table("suivis", COLUMNS, "id;statut\nA1;fait")
    trial.table("actions", COLUMNS, 'id;statut\nA1;fait\nA2;"ouvert')

    found = trial.judge(evidence)

    assert found.verdict is UNSATISFIED
    assert lacks(found) == [UNREAD]
    place = found.lacks[0].location
    assert place is not None
    assert place.path == "registres/actions.csv"


def test_answers_that_cannot_be_read(trial: Trial) -> None:
    """Nobody knows whether a person answered: it is not said that nobody did."""
    trial.repo.write("evaluation.yaml", b"criteres: [\n")

    found = trial.judge("{declaration: {critere: A-1}}")

    assert found.verdict is UNSATISFIED
    assert lacks(found) == [
        "evaluation.yaml cannot be read: whether A-1 has an answer is not known."
    ]
    trial.answer("A-1: {statut: satisfait, motif: vu, par: P01, date: 2027-02-01}")
    assert trial.judge("{declaration: {critere: A-1}}").verdict is SATISFIED
