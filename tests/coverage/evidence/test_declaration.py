"""`declaration`: what a person answered for a criterion."""

from datetime import date

import pytest

from tests.coverage.trial import PARTIAL, SATISFIED, UNSATISFIED, Trial, lacks

CRITERIA = """
- {id: A-1, chapitre: essai, preuve: {declaration: {critere: A-2, depuis_mois: 12}}}
- {id: A-2, chapitre: essai, nature: declared}
"""


@pytest.mark.parametrize(
    ("answer", "verdict", "said"),
    [
        ("{statut: satisfait, motif: Vu, par: P01, date: 2027-02-20}", SATISFIED, ""),
        ("{statut: Satisfait, motif: Vu, par: P01, date: 2027-02-20}", SATISFIED, ""),
        ("{statut: partiel, motif: Vu, par: P01, date: 2027-02-20}", PARTIAL, "«partiel»: Vu"),
        ("{statut: non satisfait, motif: Vu, par: P01, date: 2027-02-20}", UNSATISFIED, "Vu"),
        ("{statut: sans objet, motif: Vu, par: P01, date: 2027-02-20}", UNSATISFIED, "Vu"),
        ("{statut: oui, motif: Vu, par: P01, date: 2027-02-20}", UNSATISFIED, "«oui»"),
        ("{statut: satisfait, par: P01, date: 2027-02-20}", UNSATISFIED, "needs a reason"),
        ("{statut: satisfait, motif: Vu, date: 2027-02-20}", UNSATISFIED, "a person"),
        ("{statut: satisfait, motif: Vu, par: P01}", UNSATISFIED, "and a date"),
        ("{statut: satisfait, motif: Vu, par: P01, date: 2027-03-02}", UNSATISFIED, "dates from"),
        ("{statut: satisfait, motif: Vu, par: P01, date: 2026-02-28}", UNSATISFIED, "dates from"),
    ],
)
def test_answers(trial: Trial, answer: str, verdict: object, said: str) -> None:
    """Only a whole answer counts, recent enough and not of a day to come."""
    trial.criteria(CRITERIA)
    trial.answer(f"A-2: {answer}")

    found = trial.all()["A-1"]

    assert found.verdict is verdict
    assert said in " ".join(lacks(found))
    assert [p.ref for p in found.proofs] == ([] if verdict is UNSATISFIED else ["A-2"])


def test_nobody_answered(trial: Trial) -> None:
    """What to type is said."""
    trial.criteria(CRITERIA)

    found = trial.all()["A-1"]

    assert lacks(found) == ["Nobody has answered for A-2 in evaluation.yaml."]


def test_the_date_judged_at(trial: Trial) -> None:
    """An answer counts from its day and for as many months as asked."""
    trial.criteria(CRITERIA)
    trial.answer("A-2: {statut: satisfait, motif: Vu, par: P01, date: 2027-02-20}")

    days = [date(2027, 2, 19), date(2027, 2, 20), date(2028, 2, 20), date(2028, 2, 21)]

    assert [trial.all(day)["A-1"].verdict for day in days] == [
        UNSATISFIED,
        SATISFIED,
        SATISFIED,
        UNSATISFIED,
    ]


@pytest.mark.parametrize("broken", ["{declaration: {critere: A-9}}", "{declaration: A-1}"])
def test_options_that_mean_nothing(trial: Trial, broken: str) -> None:
    """The answer to a criterion that does not exist proves nothing."""
    trial.answer("A-9: {statut: satisfait, motif: Vu, par: P01, date: 2027-02-20}")

    assert "cannot be judged" in lacks(trial.judge(broken))[0]
