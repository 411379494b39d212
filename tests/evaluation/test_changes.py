"""What became of a criterion between two evaluations."""

from smq.evaluation.changes import changed
from tests.coverage.trial import Trial

CRITERIA = """
- {id: A-1, chapitre: essai, titre: Des visites,
   preuve: {registre: visites, au_moins: 1, remplis: [qui]}}
"""


def test_the_same_verdict_with_less_missing(trial: Trial) -> None:
    """A criterion that stays partial is told when one of its faults is mended."""
    trial.criteria(CRITERIA)
    trial.table("visites", "{nom: id}, {nom: qui}", "id;qui\nV1;\nV2;\n")
    before = trial.coverage()
    trial.repo.write("registres/visites.csv", "id;qui\nV1;Anne\nV2;\n")
    now = trial.coverage()

    assert changed(now, now) == ()
    (one,) = changed(before, now)
    assert (one.judged_anew, one.step) == (False, 1)
    assert [lack.values["row"] for lack in one.lacking.gone] == ["visites:V1"]
