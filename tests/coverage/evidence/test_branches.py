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
        (f"{{tout: [{NO}, {{sauf: {NO}}}]}}", UNSATISFIED, []),
        (f"{{tout: [{YES}, {{sauf: {NO}}}, {NO}]}}", PARTIAL, []),
        (f"{{tout: [{{tout: [{YES}, {{fait: sigle}}]}}, {NO}]}}", PARTIAL, ["nom | sigle"]),
        (f"{{tout: [{{tout: {{sauf: {NO}}}}}, {NO}]}}", UNSATISFIED, []),
        (f"{{tout: [{{un_de: [{YES}, {{sauf: {NO}}}]}}, {NO}]}}", PARTIAL, []),
        (f"{{un_de: [{{tout: [{YES}, {{fait: sigle}}]}}, {YES}]}}", SATISFIED, ["nom"]),
        (f"{{un_de: [{YES}, {{sauf: {NO}}}]}}", SATISFIED, []),
        (f"{{un_de: [{{tout: [{YES}, {NO}]}}, {{sauf: {YES}}}]}}", PARTIAL, []),
        (f"{{sauf: {{un_de: [{NO}, {NO}]}}}}", SATISFIED, []),
    ],
)
def test_verdicts(trial: Trial, evidence: str, verdict: object, refs: list[str]) -> None:
    """All, one, none; what is joined falls only when all of it goes."""
    found = trial.judge(evidence)

    assert (found.verdict, proofs(found)) == (verdict, refs)


def test_what_should_not_be_there_is_named(trial: Trial) -> None:
    """`sauf` names what holds."""
    assert lacks(trial.judge(f"{{sauf: {YES}}}")) == ["nom should not be there."]
    either = f"{{sauf: {{un_de: [{YES}, {{fait: sigle}}]}}}}"
    assert lacks(trial.judge(either)) == ["nom | sigle should not be there."]
    anyway = f"{{sauf: {{un_de: [{YES}, {{sauf: {YES}}}]}}}}"
    assert lacks(trial.judge(anyway)) == ["nom should not be there."]


def test_what_is_missing_twice_is_said_once(trial: Trial) -> None:
    """Two branches may lack one thing."""
    assert lacks(trial.judge(f"{{tout: [{NO}, {NO}]}}")) == ["smq.yaml: missing is «site_web»."]


def test_ways_within_ways(trial: Trial) -> None:
    """Each way of a branch that has several stays one."""
    inner = "{un_de: [{fait: tutelles}, {fait: unites}]}"

    found = trial.judge(f"{{un_de: [{NO}, {inner}]}}")

    assert [lack.route for lack in found.lacks] == ["", "or", "or"]


def test_less_may_make_more_hold(trial: Trial) -> None:
    """A table without rows would satisfy where the rows only begin: it is not named."""
    trial.table("retards", "{nom: id}", "id\nR1")
    begun = f"{{tout: [{{registre: retards}}, {NO}]}}"

    found = trial.judge(f"{{un_de: [{begun}, {{registre: retards, aucun: true}}]}}")

    assert (found.verdict, proofs(found)) == (PARTIAL, [])


def test_the_nearest_branch_is_said(trial: Trial) -> None:
    """Of several that do not hold, the one that lacks least comes first; the others are said."""
    far = "{tout: [{fait: tutelles}, {fait: unites}]}"

    found = trial.judge(f"{{un_de: [{far}, {NO}]}}")

    assert [(lack.values["what"], lack.route) for lack in found.lacks] == [
        ("«site_web»", ""),
        ("«tutelles»", "or"),
        ("«unites»", "and"),
    ]


def test_an_absence_begins_nothing(trial: Trial) -> None:
    """That no row of an empty table is late is no beginning of a plan; a row is one."""
    trial.table("actions", "{nom: id}, {nom: statut}", "id;statut")
    plan = "{registre: actions, remplis: [statut]}"
    late = "{registre: actions, ou: \"statut == 'en_retard'\", aucun: true}"
    asked = f"{{tout: [{plan}, {late}, {NO}]}}"
    assert trial.judge(asked).verdict is UNSATISFIED
    assert trial.judge(f"{{tout: [{{tout: [{late}, {NO}]}}, {NO}]}}").verdict is UNSATISFIED

    trial.table("actions", "{nom: id}, {nom: statut}", "id;statut\nA1;faite")
    assert trial.judge(asked).verdict is PARTIAL


@pytest.mark.parametrize(
    "absence",
    [
        "{registre: actions, au_moins: 0, remplis: [statut]}",
        "{couvre: {registre: actions, au_moins: 0, par: {registre: actions, colonne: id}}}",
        "{un_de: [{registre: actions, aucun: true}, {fait: site_web}]}",
    ],
)
def test_nothing_to_look_at_begins_nothing(trial: Trial, absence: str) -> None:
    """Where no row is there, what would be asked of each holds, and begins nothing."""
    trial.table("actions", "{nom: id, cle: true}, {nom: statut}", "id;statut")

    assert trial.judge(f"{{tout: [{absence}]}}").verdict is SATISFIED
    assert trial.judge(f"{{tout: [{absence}, {NO}]}}").verdict is UNSATISFIED


def test_a_branch_of_which_something_is_here_comes_first(trial: Trial) -> None:
    """A document to be put in force is nearer than one that nobody has written."""
    trial.document("politique", "PIL-POL-001", statut="projet", date_application=None)
    absent, here = "{document: {modele: charte}}", "{document: {modele: politique}}"

    found = trial.judge(f"{{un_de: [{absent}, {here}]}}")

    assert [lack.route for lack in found.lacks] == ["", "or"]
    assert lacks(found)[0] == "PIL-POL-001 is not in force."


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
