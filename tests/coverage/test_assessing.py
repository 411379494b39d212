"""Stages, conditions, natures and answers make the verdict of a criterion."""

from datetime import date

import pytest

from smq.coverage import coverage_of
from smq.model.coverage import Verdict
from smq.model.referential import Nature
from tests.coverage.trial import (
    NOT_APPLICABLE,
    PARTIAL,
    SATISFIED,
    UNSATISFIED,
    Trial,
    lacks,
    proofs,
)

STAGES = """
- {id: A-1, chapitre: essai, etapes: [eligibilite], preuve: {fait: nom}}
- {id: A-2, chapitre: essai, etapes: [engagement], preuve: {fait: nom}}
- {id: A-3, chapitre: essai, etapes: [label, suivi], preuve: {fait: nom}}
- {id: A-4, chapitre: essai, etapes: [suivi], preuve: {fait: nom}}
- {id: A-5, chapitre: essai, preuve: {fait: nom}}
"""


@pytest.mark.parametrize(
    ("stage", "due"),
    [
        ("eligibilite", ["A-1"]),
        ("engagement", ["A-1", "A-2"]),
        ("label", ["A-1", "A-2", "A-3"]),
        ("suivi", ["A-3", "A-4"]),
        (None, ["A-1", "A-2", "A-3", "A-4", "A-5"]),
    ],
)
def test_stages_add_up(trial: Trial, stage: str | None, due: list[str]) -> None:
    """What was asked before is still asked; a follow-up looks at what it names."""
    trial.criteria(STAGES)

    found = trial.coverage(stage=stage)

    assert [a.criterion.id for a in found.assessments] == due
    assert (found.stage, found.whole) == (stage or "label", stage is None)


def test_counts_by_nature(trial: Trial) -> None:
    """The counts of natures add up to those of all."""
    trial.criteria(
        """
        - {id: A-1, chapitre: essai, preuve: {fait: nom}}
        - {id: A-2, chapitre: essai, nature: declared}
        - {id: A-3, chapitre: essai, nature: to_be_read}
        """
    )

    found = trial.coverage()

    assert found.count(SATISFIED) == found.count(SATISFIED, Nature.COMPUTED) == 1
    assert found.count(UNSATISFIED) == 2
    assert found.count(UNSATISFIED, Nature.DECLARED) == 1
    assert sum(found.count(verdict) for verdict in Verdict) == 3


def test_a_criterion_for_an_activity(trial: Trial) -> None:
    """`si` sets aside what the platform does not do; it keeps its nature and rests on nothing."""
    trial.criteria('- {id: A-1, chapitre: essai, si: "rd in activites", preuve: {fait: nom}}')
    found = trial.all()["A-1"]
    assert (found.verdict, found.nature, found.proofs) == (NOT_APPLICABLE, Nature.COMPUTED, ())

    trial.repo.settings({"activites": ["rd"]})
    assert trial.all()["A-1"].verdict is SATISFIED


def test_a_condition_that_is_not_understood(trial: Trial) -> None:
    """The criterion is judged all the same: nothing is dropped by a slip of the pen."""
    trial.criteria('- {id: A-1, chapitre: essai, si: "rd dans activites", preuve: {fait: nom}}')

    assert trial.all()["A-1"].verdict is SATISFIED


@pytest.mark.parametrize(
    ("answer", "verdict", "nature"),
    [
        ("motif: Sans labo, par: P01, date: 2027-02-20", NOT_APPLICABLE, Nature.DECLARED),
        ("motif: Sans labo, par: P01, date: 2027-03-02", UNSATISFIED, Nature.COMPUTED),
        ("par: P01, date: 2027-02-20", UNSATISFIED, Nature.COMPUTED),
        ("motif: Sans labo, date: 2027-02-20", UNSATISFIED, Nature.COMPUTED),
        ("motif: Sans labo, par: P01", UNSATISFIED, Nature.COMPUTED),
    ],
)
def test_without_object(trial: Trial, answer: str, verdict: object, nature: Nature) -> None:
    """A whole answer sets any criterion aside, as declared, with its reason; half of one not."""
    trial.criteria("- {id: A-1, chapitre: essai, preuve: {fait: site_web}}")
    trial.answer(f"A-1: {{statut: sans objet, {answer}}}")

    found = trial.all()["A-1"]

    assert (found.verdict, found.nature) == (verdict, nature)
    expected = ("Sans labo", ["A-1"]) if verdict is NOT_APPLICABLE else (None, [])
    assert (found.reason, proofs(found)) == expected


def test_without_object_before_that_day(trial: Trial) -> None:
    """An answer counts from its day on."""
    trial.criteria("- {id: A-1, chapitre: essai, preuve: {fait: site_web}}")
    trial.answer("A-1: {statut: sans objet, motif: Non, par: P01, date: 2027-02-20}")

    assert trial.all(date(2027, 2, 19))["A-1"].verdict is UNSATISFIED


@pytest.mark.parametrize("nature", ["declared", "to_be_read"])
@pytest.mark.parametrize(
    ("evidence", "status", "verdict", "refs"),
    [
        (None, None, UNSATISFIED, []),
        (None, "satisfait", SATISFIED, ["A-1"]),
        (None, "partiel", PARTIAL, ["A-1"]),
        (None, "non satisfait", UNSATISFIED, []),
        ("{fait: nom}", None, PARTIAL, ["nom"]),
        ("{fait: nom}", "satisfait", SATISFIED, ["nom", "A-1"]),
        ("{fait: nom}", "partiel", PARTIAL, ["nom | A-1"]),
        ("{fait: nom}", "non satisfait", UNSATISFIED, []),
        ("{fait: site_web}", None, UNSATISFIED, []),
        ("{fait: site_web}", "satisfait", PARTIAL, ["A-1"]),
    ],
)
def test_what_a_person_must_tell(
    trial: Trial,
    nature: str,
    evidence: str | None,
    status: str | None,
    verdict: object,
    refs: list[str],
) -> None:
    """Evidence and answer are both needed; a person's «no» is a no."""
    proof = f", preuve: {evidence}" if evidence else ""
    trial.criteria(f"- {{id: A-1, chapitre: essai, nature: {nature}{proof}}}")
    if status:
        trial.answer(f"A-1: {{statut: {status}, motif: Vu, par: P01, date: 2027-02-20}}")

    found = trial.all()["A-1"]

    assert (found.verdict, proofs(found), found.nature.value) == (verdict, refs, nature)


def test_a_computed_criterion_ignores_answers(trial: Trial) -> None:
    """Nobody can declare satisfied what the tool computes; nor not satisfied."""
    trial.criteria("- {id: A-1, chapitre: essai, preuve: {fait: site_web}}")
    trial.answer("A-1: {statut: satisfait, motif: Vu, par: P01, date: 2027-02-20}")

    found = trial.all()["A-1"]

    assert (found.verdict, lacks(found)) == (UNSATISFIED, ["smq.yaml: missing is «site_web»."])


def test_a_computed_criterion_without_evidence(trial: Trial) -> None:
    """Nothing is asked, nothing is proved."""
    trial.criteria("- {id: A-1, chapitre: essai}")

    assert trial.all()["A-1"].verdict is UNSATISFIED


def test_a_platform_without_referential(trial: Trial) -> None:
    """There is no coverage."""
    assert coverage_of(trial.repo.system()) is None
