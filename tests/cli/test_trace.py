"""`smq trace`: a dossier from anything that it holds."""

import json

import pytest

from tests.cli.runner import Runner
from tests.coverage.trial import Trial
from tests.tracing.conftest import dossiers

__all__ = ["dossiers"]


def test_a_dossier_as_a_tree(dossiers: Trial, smq: Runner) -> None:
    """Numbered steps with what they say, their files, and what is missing."""
    said = smq("trace", "A1")

    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "De la demande à la facture – A1",
        "  1  demandes  D1",
        "     2  └ usagers  U1",
        "          nom : Maÿlis Couturier",
        "  3  devis  V1",
        "  4  analyses  A1",
        "       debut : 2027-01-11 · operateur : P01",
        "  5  rapports  R1",
        "       → enregistrements/A1/rapport Été.pdf",
        "       ✗ the file enregistrements/A1/rapport Été.pdf is not in the folder",
        "  6  lignes  L1",
        "     7  └ factures  F1",
        "  8  lignes  L2",
        "     9  └ factures  F1",
        "",
        "1 thing is missing or wrong in this dossier.",
    ]


def test_a_step_that_is_missing(dossiers: Trial, smq: Runner) -> None:
    """What should stand there and does not is a step of its own."""
    said = smq("trace", "D3").out.splitlines()

    assert "  4  analyses  ✗ nothing in «analyses»" in said


def test_by_instrument_and_day(dossiers: Trial, smq: Runner) -> None:
    """Who used it that day; a day without use is said, so is one that is no date."""
    assert smq("trace", "E2@12/01/2027").out.startswith("De la demande à la facture – A1\n")

    said = smq("trace", "E2@2027-01-20")
    assert said.code == 2
    assert "No register says that E2 was used on 2027-01-20." in said.err
    assert smq("trace", "E2@hier").code == 2


def test_several_dossiers(dossiers: Trial, smq: Runner) -> None:
    """Up to three in full; more become a numbered choice, taken with --pick."""
    rows = "".join(f"A{n};D1;E1;2027-01-1{n};;P01;close;;x\n" for n in range(1, 6))
    head = "id;demande;equipements;debut;fin;operateur;statut;echantillons;donnees\n"
    dossiers.repo.write("registres/analyses.csv", (head + rows).encode())

    said = smq("trace", "D1")

    assert said.out.splitlines()[1].startswith("  2  A2  De la demande à la facture  2027-01-12")
    assert said.err == "To see one: smq trace D1 --pick NUMBER\n"
    assert "analyses  A4" in smq("trace", "D1", "--pick", "4").out
    wrong = smq("trace", "D1", "--pick", "9")
    assert (wrong.code, "there are 5" in wrong.err) == (2, True)


def test_json(dossiers: Trial, smq: Runner) -> None:
    """Every dossier, with the place of each row."""
    found = json.loads(smq("trace", "A2", "--format", "json").out)

    assert [d["id"] for d in found["dossiers"]] == ["A2"]
    assert found["dossiers"][0]["complete"] is False
    assert found["dossiers"][0]["steps"][3] == {
        "number": 4,
        "depth": 0,
        "register": "analyses",
        "id": "A2",
        "path": "registres/analyses.csv",
        "line": 3,
        "values": {"debut": "2027-02-01", "operateur": "P02"},
        "files": [],
        "missing": ["«Données» is empty"],
    }


def test_a_word_that_leads_nowhere(dossiers: Trial, smq: Runner) -> None:
    """What it could have meant; a row that no dossier holds is said with its place."""
    said = smq("trace", "2027-SPE-2")
    assert said.code == 2
    assert said.err == (
        "smq: error: Nothing is called «2027-SPE-2» in the registers of the chains.\n"
        "  → Nearest: 2027-SPE-1.\n"
    )
    dossiers.repo.write("registres/factures.csv", b"id;numero\nF1;2027-SPE-1\nF2;\n")
    alone = smq("trace", "F2")
    assert alone.code == 2
    assert "«F2» is in registres/factures.csv, line 3, and no dossier holds it yet." in alone.err


def test_without_chains(smq: Runner, dossiers: Trial) -> None:
    """A platform whose kit brought no chain."""
    (dossiers.repo.root / "referentiel/chaines/essai.yaml").unlink()

    assert "This platform has no chain to walk." in smq("trace", "A1").err


def test_opening_a_file(dossiers: Trial, smq: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that has no file, or none that is there, is said; else the machine opens it."""
    assert "Step 5 has no file in the folder." in smq("trace", "A1", "--open", "5").err
    assert "There is no step 30" in smq("trace", "A1", "--open", "30").err
    dossiers.repo.write("enregistrements/A1/rapport Été.pdf", b"%PDF")
    opener = dossiers.repo.root / "xdg-open"
    opener.write_text('#!/bin/sh\necho "$1" > "$(dirname "$0")/opened"\n', encoding="utf-8")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(dossiers.repo.root), prepend=":")
    monkeypatch.setattr("sys.platform", "linux")

    assert smq("trace", "A1", "--open", "5").code == 0
    opened = (dossiers.repo.root / "opened").read_text(encoding="utf-8")
    assert opened.strip().endswith("rapport Été.pdf")


def test_two_rows_under_one_identifier(dossiers: Trial, smq: Runner) -> None:
    """Each has its dossier: none hides the other."""
    head = "id;demande;equipements;debut;fin;operateur;statut;echantillons;donnees\n"
    dossiers.repo.write(
        "registres/analyses.csv",
        f"{head}A1;D1;E1;2027-01-11;;P01;close;;x\nA1;D1;E1;2027-01-12;;P02;close;;x\n",
    )

    said = smq("trace", "D1").out

    assert "operateur : P01" in said
    assert "operateur : P02" in said


def test_a_dossier_under_way(dossiers: Trial, smq: Runner) -> None:
    """Nothing is missing so far is not the same as nothing is missing."""
    dossiers.repo.write(
        "registres/analyses.csv",
        "id;demande;equipements;debut;fin;operateur;statut;echantillons;donnees\n"
        "A2;D1;E1;2027-02-01;;P02;en_cours;E-3;serveur\n",
    )

    said = smq("trace", "A2").out.splitlines()

    assert said[-1] == "Nothing is missing so far; this dossier is under way."


def test_an_instrument_that_does_not_exist(dossiers: Trial, smq: Runner) -> None:
    """A mistyped instrument was not «not used»: it is no instrument."""
    said = smq("trace", "E-9@2027-01-12")

    assert (said.code, "Nothing is called «E-9»" in said.err) == (2, True)


def test_the_word_to_paste_has_its_quotes(dossiers: Trial, smq: Runner) -> None:
    """A word with a space is given back between quotes."""
    rows = "".join(f"A{n};D1;E1;2027-01-1{n};;P01;close;un lot;x\n" for n in range(1, 6))
    head = "id;demande;equipements;debut;fin;operateur;statut;echantillons;donnees\n"
    dossiers.repo.write("registres/analyses.csv", (head + rows).encode())

    assert smq("trace", "un lot").err == 'To see one: smq trace "un lot" --pick NUMBER\n'


def test_two_dossiers_have_their_numbers(dossiers: Trial, smq: Runner) -> None:
    """Shown whole, each with the number that --pick takes; one alone has none."""
    rows = "".join(f"A{n};D1;E1;2027-01-1{n};;P01;close;;x\n" for n in range(1, 3))
    head = "id;demande;equipements;debut;fin;operateur;statut;echantillons;donnees\n"
    dossiers.repo.write("registres/analyses.csv", (head + rows).encode())

    said = smq("trace", "D1")

    titles = [line for line in said.out.splitlines() if "De la demande" in line]
    assert titles == [
        "Dossier 1 of 2: De la demande à la facture – A1",
        "Dossier 2 of 2: De la demande à la facture – A2",
    ]
    assert said.err == "To see one alone: smq trace D1 --pick NUMBER\n"
    alone = smq("trace", "D1", "--pick", "2")
    assert alone.out.startswith("De la demande à la facture – A2\n")
    assert alone.err == ""


def test_what_the_rules_find_is_told(dossiers: Trial, smq: Runner) -> None:
    """Whoever is shown a dossier is not told that nothing is wrong where `check` knows better."""
    head = "id;demande;equipements;debut;fin;operateur;statut;echantillons;donnees\n"
    row = "A1;D1;E1;2027-02-31;;P01;close;;x\n"
    dossiers.repo.write("registres/analyses.csv", (head + row).encode())

    said = smq("trace", "D1").out

    assert "✗ «2027-02-31»" in said
    assert "Nothing is missing" not in said


def test_an_identifier_that_two_rows_bear(dossiers: Trial, smq: Runner) -> None:
    """Which of the two rows is meant, nobody knows: it is said where the row is shown."""
    head = "id;demande;equipements;debut;fin;operateur;statut;echantillons;donnees\n"
    rows = "".join(f"A1;D1;E1;2027-01-1{n};;P01;close;;x\n" for n in (1, 2))
    dossiers.repo.write("registres/analyses.csv", (head + rows).encode())

    assert "Several rows bear A1: registres/analyses.csv, lines 2, 3." in smq("trace", "A1").out


def test_a_table_without_a_column(dossiers: Trial, smq: Runner) -> None:
    """A heading that was renamed is named, before anybody looks for what it held."""
    dossiers.repo.write("registres/analyses.csv", "numero;demande\nA1;D1\n")

    said = smq("trace", "A1")

    assert "registres/analyses.csv has no column id" in said.err


@pytest.mark.parametrize("word", ["E2@", "@12/01/2027"])
def test_half_of_an_instrument_and_a_day(dossiers: Trial, smq: Runner, word: str) -> None:
    """Both are needed; the sentence shows how they are written."""
    said = smq("trace", word)

    assert said.code == 2
    assert "names an instrument or a day, and not both" in said.err
