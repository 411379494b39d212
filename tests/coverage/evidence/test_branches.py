"""`tout`, `un_de`, `sauf`: how the verdicts of branches make that of the whole."""

import pytest

from tests.coverage.trial import PARTIAL, SATISFIED, UNSATISFIED, Trial, lacks, proofs

YES, NO = "{fait: nom}", "{fait: site_web}"
TYPO = "{documnt: {modele: pol}}"
HALF = "{tout: [{fait: sigle}, {fait: site_web}]}"


@pytest.mark.parametrize(
    ("evidence", "verdict", "refs"),
    [
        (f"{{tout: [{YES}, {{fait: sigle}}]}}", SATISFIED, ["nom", "sigle"]),
        (f"{{tout: [{YES}, {NO}]}}", PARTIAL, ["nom"]),
        (f"{{tout: [{YES}, {{fait: sigle}}, {NO}]}}", PARTIAL, ["nom | sigle"]),
        (f"{{tout: [{NO}, {NO}]}}", UNSATISFIED, []),
        (f"{{tout: [{NO}, {HALF}]}}", PARTIAL, ["sigle"]),
        (f"{{tout: {YES}}}", SATISFIED, ["nom"]),
        (f"{{un_de: [{NO}, {YES}]}}", SATISFIED, ["nom"]),
        (f"{{un_de: [{YES}, {{fait: sigle}}]}}", SATISFIED, ["nom | sigle"]),
        (f"{{un_de: [{YES}, {{tout: [{YES}, {{fait: sigle}}]}}]}}", SATISFIED, ["nom"]),
        (f"{{un_de: [{NO}, {HALF}]}}", PARTIAL, ["sigle"]),
        (f"{{un_de: [{NO}, {NO}]}}", UNSATISFIED, []),
        (f"{{un_de: [{TYPO}, {YES}]}}", SATISFIED, ["nom"]),
        (f"{{sauf: {NO}}}", SATISFIED, []),
        (f"{{sauf: {YES}}}", UNSATISFIED, []),
        (f"{{sauf: {HALF}}}", SATISFIED, []),
        (f"{{sauf: {{sauf: {YES}}}}}", SATISFIED, []),
        (f"{{tout: [{YES}, {{sauf: {NO}}}]}}", SATISFIED, ["nom"]),
        (f"{{tout: [{NO}, {{sauf: {NO}}}]}}", PARTIAL, []),
    ],
)
def test_verdicts(trial: Trial, evidence: str, verdict: object, refs: list[str]) -> None:
    """All, one, none; what is joined falls only when all of it goes."""
    found = trial.judge(evidence)

    assert (found.verdict, proofs(found)) == (verdict, refs)


def test_what_should_not_be_there_is_named(trial: Trial) -> None:
    """`sauf` names what holds."""
    assert lacks(trial.judge(f"{{sauf: {YES}}}")) == ["nom should not be there."]


def test_the_nearest_branch_is_said(trial: Trial) -> None:
    """Of several that do not hold, the one that lacks least says what is missing."""
    far = "{tout: [{fait: tutelles}, {fait: unites}]}"

    assert lacks(trial.judge(f"{{un_de: [{far}, {NO}]}}")) == ["smq.yaml: missing is «site_web»."]


@pytest.mark.parametrize(
    "broken",
    [
        "{tout: []}",
        "{tout: }",
        "{tout: rien}",
        "{tout: rien, fait: nom}",
        "{un_de: []}",
        "{sauf: }",
        f"{{tout: [{TYPO}]}}",
        f"{{un_de: [{TYPO}]}}",
        "{documnt: {modele: pol}}",
        "rien",
        "[]",
    ],
)
def test_what_is_not_understood_proves_nothing(trial: Trial, broken: str) -> None:
    """A misspelt word, an empty list, no list."""
    assert trial.judge(broken).verdict is UNSATISFIED


@pytest.mark.parametrize("broken", [f"{{tout: [{YES}, rien]}}", f"{{tout: [{YES}, {TYPO}]}}"])
def test_one_branch_is_not_understood(trial: Trial, broken: str) -> None:
    """A branch that is dropped would make the criterion easier than it seems."""
    assert trial.judge(broken).verdict is PARTIAL


@pytest.mark.parametrize(
    "broken",
    [
        f"{{sauf: {TYPO}}}",
        f"{{sauf: {{tout: [{TYPO}, {NO}]}}}}",
        f"{{sauf: {{un_de: [{TYPO}, {NO}]}}}}",
        "{sauf: {registre: demandes}}",
        "{sauf: {fait: nomm}}",
        f"{{sauf: {{sauf: {TYPO}}}}}",
    ],
)
def test_a_misspelt_word_is_no_absence(trial: Trial, broken: str) -> None:
    """What is not understood does not hold, and its contrary does not either."""
    assert trial.judge(broken).verdict is UNSATISFIED


def test_less_may_make_an_absence_hold(trial: Trial) -> None:
    """A row without which «no row» would hold is not what the verdict rests on."""
    trial.table("equipements", "{nom: id}, {nom: critique, type: bool}", "id;critique\nE1;oui\n")
    trial.table("controles", "{nom: id}, {nom: equipement}", "id;equipement\nC1;E1\n")
    covered = "{couvre: {registre: equipements, par: {registre: controles, colonne: equipement}}}"

    found = trial.judge(
        f"{{un_de: [{{registre: equipements, ou: critique, aucun: true}}, {covered}]}}"
    )

    assert (found.verdict, proofs(found)) == (SATISFIED, ["controles:C1"])
