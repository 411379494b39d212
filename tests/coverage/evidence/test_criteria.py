"""`criteres`: criteria of another referential hold."""

from textwrap import dedent, indent

import pytest

from tests.conftest import Repo
from tests.coverage.trial import PARTIAL, SATISFIED, UNSATISFIED, Trial, lacks, proofs

OTHER = """
- {id: B-1, chapitre: x, preuve: {fait: nom}}
- {id: B-2, chapitre: x, preuve: {fait: site_web}}
- {id: B-3, chapitre: x, si: "rd in activites", preuve: {fait: site_web}}
- {id: B-4, chapitre: x, nature: declared, preuve: {fait: nom}}
- {id: B-5, chapitre: x, preuve: {tout: [{criteres: [B-6]}]}}
- {id: B-6, chapitre: x, preuve: {tout: [{criteres: [B-5]}]}}
"""


@pytest.fixture
def two(trial: Trial) -> Trial:
    """Return a platform that has a second referential."""
    text = f"mention: essai\ncriteres:\n{indent(dedent(OTHER).strip(), '  ')}\n"
    trial.repo.write("referentiel/referentiels/autre.yaml", text.encode())
    return trial


def judged(two: Trial, ids: str) -> tuple[object, list[str], list[str]]:
    """Return verdict, proofs and lacks of a criterion that cites others."""
    two.criteria(f"- {{id: A-1, chapitre: essai, preuve: {{criteres: {ids}}}}}")
    two.repo.settings({"referentiels": ["essai", "autre"]})
    found = two.all()["A-1"]
    return found.verdict, proofs(found), lacks(found)


def test_one_evidence_serves_both(two: Trial) -> None:
    """The verdict and its proofs are those of the criterion cited."""
    assert judged(two, "[B-1]") == (SATISFIED, ["nom"], [])
    assert judged(two, "[B-1, B-2]") == (
        PARTIAL,
        ["nom"],
        ["smq.yaml: missing is «site_web»."],
    )


def test_what_does_not_apply_is_left_out(two: Trial) -> None:
    """A criterion for another activity asks nothing; alone, nothing is proved."""
    assert judged(two, "[B-1, B-3]")[0] is SATISFIED
    verdict, _proofs, said = judged(two, "[B-3]")
    assert (verdict, said) == (
        UNSATISFIED,
        ["None of these criteria applies to this platform: B-3."],
    )


def test_a_declared_one_needs_its_answer(two: Trial) -> None:
    """Evidence alone does not make a declared criterion hold, cited or not."""
    assert judged(two, "[B-4]")[0] is PARTIAL

    two.answer("B-4: {statut: satisfait, motif: Vu, par: P01, date: 2027-02-20}")
    assert judged(two, "[B-4]") == (SATISFIED, ["nom", "B-4"], [])


def test_one_set_aside_is_left_out(two: Trial) -> None:
    """A criterion that a person declared without object asks nothing."""
    two.answer("B-2: {statut: sans objet, motif: Non, par: P01, date: 2027-02-20}")

    assert judged(two, "[B-1, B-2]")[0] is SATISFIED


def test_criteria_that_cite_each_other(two: Trial) -> None:
    """A circle ends, and says so."""
    verdict, _proofs, said = judged(two, "[B-5]")

    assert (verdict, len(said)) == (UNSATISFIED, 1)
    assert "is judged by itself" in said[0]


@pytest.mark.parametrize("ids", ["[B-1, B-99]", "[]", "{a: B-1}"])
def test_options_that_mean_nothing(two: Trial, ids: str) -> None:
    """One id that no referential has, none at all, no list."""
    assert "cannot be judged" in judged(two, ids)[2][0]


def test_the_other_referential_is_not_there(repo: Repo) -> None:
    """Without the referential that it cites, a criterion proves nothing."""
    assert judged(Trial(repo), "[B-1]")[0] is UNSATISFIED
