"""`couvre`: each row of a table, or each process, is covered by something."""

from datetime import date

import pytest

from tests.coverage.trial import PARTIAL, SATISFIED, UNSATISFIED, Trial, lacks, proofs

ASKED = "{couvre: {registre: equipements, par: {registre: suivis, colonne: equipement}}}"
SUIVIS = "{nom: id}, {nom: equipement, type: ref, vers: equipements.id}, {nom: date, type: date}"


@pytest.fixture
def machines(trial: Trial) -> Trial:
    """Return a platform with two machines, each followed once or more."""
    trial.table(
        "equipements",
        "{nom: id}, {nom: etat, type: enum, valeurs: [actif, sorti]}, {nom: serie}",
        "id;etat;serie\nE1;actif;S1\nE2;actif;S2",
    )
    trial.table(
        "suivis",
        SUIVIS,
        """
        id;equipement;date
        F1;E1;2026-12-01
        F2;E2;2026-06-01
        F3;E2;2027-02-01
        """,
    )
    return trial


def test_all_are_covered(machines: Trial) -> None:
    """What alone covers a row is needed; of two that cover one, neither is."""
    found = machines.judge(ASKED)

    assert (found.verdict, proofs(found)) == (SATISFIED, ["equipements", "suivis:F1"])


def test_just_enough_to_cover(machines: Trial) -> None:
    """The rows to cover are needed when there are no more than asked."""
    asked = ASKED.replace("par:", "au_moins: 2, par:")

    assert proofs(machines.judge(asked)) == ["equipements:E1", "equipements:E2", "suivis:F1"]


def test_one_is_bare(machines: Trial) -> None:
    """The row without cover is named; `dit` says what is missing."""
    asked = (
        "{couvre: {registre: equipements, dit: un suivi récent,"
        " par: {registre: suivis, colonne: equipement, depuis_mois: 6, date: date}}}"
    )
    assert machines.judge(asked).verdict is SATISFIED

    later = machines.judge(asked, date(2027, 7, 1))
    assert (later.verdict, proofs(later)) == (PARTIAL, ["equipements"])
    assert lacks(later) == ["equipements:E1: missing is un suivi récent."]

    assert machines.judge(asked, date(2028, 7, 1)).verdict is UNSATISFIED


def test_conditions_choose_on_both_sides(machines: Trial) -> None:
    """`ou` chooses what is to cover, and what covers."""
    asked = (
        """{couvre: {registre: equipements, ou: "id == 'E2'","""
        """ par: {registre: suivis, ou: "id != 'F3'", colonne: equipement}}}"""
    )

    assert proofs(machines.judge(asked)) == ["equipements:E2", "suivis:F2"]


def test_rows_named_by_another_column(machines: Trial) -> None:
    """`cle` names them by a column; a row whose cell is empty can be covered by nothing."""
    asked = "{couvre: {registre: equipements, cle: serie, par: {registre: pages, colonne: serie}}}"
    machines.table("pages", "{nom: id}, {nom: serie}", "id;serie\nP1;S1\nP2;S2")
    assert machines.judge(asked).verdict is SATISFIED

    machines.repo.write("registres/equipements.csv", "id;etat;serie\nE1;actif;S1\nE3;actif;\n")
    assert lacks(machines.judge(asked)) == ["equipements:E3: missing is pages."]


def test_processes(trial: Trial) -> None:
    """`processus: true` asks for each process of the settings."""
    columns, asked = (
        "{nom: id}, {nom: processus}",
        "{couvre: {processus: true, par: {registre: revues, colonne: processus}}}",
    )
    trial.table("revues", columns, "id;processus\n1;PIL\n2;PRE\n3;MAD\n4;EQU\n")
    some = trial.judge(asked)
    assert (some.verdict, proofs(some)) == (PARTIAL, ["revues"])
    assert lacks(some) == ["DOC: missing is revues."]

    trial.repo.write("registres/revues.csv", "id;processus\n1;PIL\n2;PRE\n3;MAD\n4;EQU\n5;DOC\n")
    found = trial.judge(asked)
    assert (found.verdict, proofs(found)[0]) == (SATISFIED, "revues:1")
    assert len(found.proofs) == 5
    both = asked.replace("processus: true", "processus: true, registre: revues")
    assert proofs(trial.judge(both)) == proofs(found)


def test_documents_cover(machines: Trial) -> None:
    """`type` and `champ`: the header of a document in force names what it covers."""
    asked = "{couvre: {registre: equipements, par: {type: FOR, champ: equipements}}}"
    machines.document("x", "EQU-FOR-001", equipements=["E1", "E2"])
    assert proofs(machines.judge(asked)) == ["equipements", "EQU-FOR-001"]

    machines.document("x", "EQU-FOR-001", equipements=["E1", "E2"], statut="projet")
    bare = machines.judge(asked)
    assert (bare.verdict, lacks(bare)[0]) == (UNSATISFIED, "equipements:E1: missing is FOR.")
    assert [str(lack.location) for lack in bare.lacks] == [
        "registres/equipements.csv:2:1",
        "registres/equipements.csv:3:1",
    ]


def test_nothing_to_cover(machines: Trial) -> None:
    """An empty table covers nothing; one without file says so."""
    machines.repo.write("registres/equipements.csv", "id;etat;serie\n")
    assert lacks(machines.judge(ASKED)) == [
        "In the register «equipements», 1 row concerned is missing."
    ]

    (machines.repo.root / "registres/equipements.csv").unlink()
    assert lacks(machines.judge(ASKED)) == ["The register «equipements» has no file yet."]


def test_rows_that_cover_themselves(trial: Trial) -> None:
    """A row that covers itself is not needed: it would leave with what it covers."""
    trial.table("pages", "{nom: id}, {nom: mere}", "id;mere\nA;A\nB;B\n")

    found = trial.judge("{couvre: {registre: pages, par: {registre: pages, colonne: mere}}}")

    assert (found.verdict, proofs(found)) == (SATISFIED, ["pages"])


@pytest.mark.parametrize(
    "broken",
    [
        "{couvre: {registre: machines, par: {registre: suivis, colonne: equipement}}}",
        "{couvre: {registre: equipements}}",
        "{couvre: {registre: equipements, par: {registre: suivis, colonne: machine}}}",
        "{couvre: {registre: equipements, cle: machine, par: {registre: suivis}}}",
        "{couvre: {registre: equipements, par: {type: FOR}}}",
        "{couvre: {registre: equipements, par: {type: FOO, champ: equipements}}}",
        "{couvre: {registre: equipements, par: {registre: suivis, depuis_mois: six}}}",
        "{couvre: {registre: equipements, par: suivis}}",
        "{couvre: equipements}",
    ],
)
def test_options_that_mean_nothing(machines: Trial, broken: str) -> None:
    """What either side names and the platform lacks proves nothing."""
    assert machines.judge(broken).verdict is UNSATISFIED
    assert "cannot be judged" in lacks(machines.judge(broken))[0]


def test_documents_cover_processes(trial: Trial) -> None:
    """All that cover are named while a process is bare; without processes, some are asked for."""
    asked = "{couvre: {processus: true, par: {type: FOR, champ: concerne}}}"
    trial.document("x", "PIL-FOR-001", concerne=["PIL", "PRE"])
    trial.document("y", "PIL-FOR-002", concerne=["MAD"])

    found = trial.judge(asked)
    assert (found.verdict, proofs(found)) == (PARTIAL, ["PIL-FOR-001 | PIL-FOR-002"])

    trial.repo.settings({"processus": []})
    assert lacks(trial.judge(asked)) == ["smq.yaml: 1 process is missing."]


def test_no_row_is_needed(machines: Trial) -> None:
    """With `au_moins: 0` the table to cover is not named, whether all are covered or some."""
    asked = ASKED.replace("par:", "au_moins: 0, par:")
    assert proofs(machines.judge(asked)) == ["suivis:F1"]

    machines.repo.write("registres/suivis.csv", "id;equipement;date\nF1;E1;2026-12-01\n")
    some = machines.judge(asked)
    assert (some.verdict, proofs(some)) == (PARTIAL, [])


def test_rows_that_cover_by_their_key(machines: Trial) -> None:
    """Without `colonne`, a row covers what bears its identifier."""
    machines.table("fiches", "{nom: id}", "id\nE1\nE2")
    asked = "{couvre: {registre: equipements, par: {registre: fiches}}}"

    assert proofs(machines.judge(asked)) == ["equipements", "fiches:E1", "fiches:E2"]


def test_a_platform_that_declares_no_type(machines: Trial) -> None:
    """The type of its documents is whatever they say."""
    for file in (machines.repo.root / "referentiel/types").iterdir():
        file.unlink()
    machines.repo.settings({"codification": {"types": {"FOR": "FOR"}}})
    machines.document("x", "EQU-FOR-001", equipements=["E1", "E2"])
    asked = "{couvre: {registre: equipements, par: {type: FOR, champ: equipements}}}"

    assert machines.judge(asked).verdict is SATISFIED
    assert machines.judge("{document: {type: FOR}}").verdict is SATISFIED


def test_nobody_keeps_what_covers(machines: Trial) -> None:
    """Each row is bare, and says so."""
    (machines.repo.root / "registres/suivis.csv").unlink()

    assert lacks(machines.judge(ASKED)) == [
        "equipements:E1: missing is suivis.",
        "equipements:E2: missing is suivis.",
    ]


def test_a_covering_table_that_nobody_keeps_denies_nothing(trial: Trial) -> None:
    """`sauf` of a cover does not hold because its table has no file: nobody knows."""
    trial.table("equipements", "{nom: id}", "id\nE1\n")
    trial.table("donnees", "{nom: id}, {nom: equipement}")
    asked = (
        "{sauf: {couvre: {registre: equipements, par: {registre: donnees, colonne: equipement}}}}"
    )
    assert trial.judge(asked).verdict is UNSATISFIED

    trial.table("donnees", "{nom: id}, {nom: equipement}", "id;equipement\n")
    assert trial.judge(asked).verdict is SATISFIED
