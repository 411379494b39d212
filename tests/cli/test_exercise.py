"""`smq exercise`: draw, show, walk live, keep."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cli.runner import Runner
from tests.coverage.trial import Trial
from tests.tracing.conftest import dossiers

__all__ = ["dossiers"]

COLUMNS = (
    "{nom: id, motif: 'EXE-{annee}-{numero:03}'}, {nom: type}, {nom: date, type: date},"
    " {nom: auditeurs}, {nom: auditeur_independant, type: bool}, {nom: perimetre},"
    " {nom: population, type: entier}, {nom: graine_tirage}, {nom: echantillon, type: liste},"
    " {nom: sens}, {nom: maillons, type: liste}, {nom: maillons_attendus, type: entier},"
    " {nom: maillons_trouves, type: entier}, {nom: temps_s, type: entier},"
    " {nom: ecarts, type: liste}, {nom: verdict, type: enum, valeurs: [reussi, echoue],"
    " libelles: {reussi: réussi, echoue: échoué}}, {nom: verdict_par}, {nom: fiche, type: fichier}"
)
TIMED = (
    "--seconds",
    "300",
    "--led-by",
    "Externe",
    "--by",
    "Externe",
    "--verdict",
    "réussi",
    "--independent",
)
GIVEN = ("--led-by", "Externe", "--by", "Externe", "--verdict", "réussi", "--independent")


@pytest.fixture
def exercises(dossiers: Trial) -> Trial:
    """Return the platform with an empty register of exercises."""
    dossiers.table("exercices", COLUMNS)
    return dossiers


def rows(trial: Trial) -> list[dict[str, str]]:
    """Return the rows of the register of exercises."""
    register = trial.repo.system().registers["exercices"]
    return [{name: row.text(name) for name in row.cells} for row in register.rows]


def text_of(content: bytes) -> str:
    """Return the text of a Word file, cells included."""
    opened = docx.Document(BytesIO(content))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in opened.paragraphs), *cells])


def test_the_blank_sheet_tells_no_answer(dossiers: Trial, smq: Runner) -> None:
    """The dossiers and the links to show; how they were drawn."""
    said = smq("exercise", "essai", "--sample", "1", "--seed", "7")

    assert said.out.splitlines() == [
        "Traceability exercise – De la demande à la facture",
        "1 dossier drawn among 1, seed «7».",
        "",
        "A1",
        "  ☐ demandes",
        "  ☐ devis",
        "  ☐ analyses",
        "  ☐ rapports",
        "  ☐ lignes",
        "",
        "What the registers say: the same command with --solved.",
    ]


def test_the_solved_sheet(dossiers: Trial, smq: Runner) -> None:
    """Each dossier as a tree, and how many links hold: a file is missing in one."""
    said = smq("exercise", "essai", "--sample", "1", "--solved").out

    assert "  1  demandes  D1" in said
    assert said.splitlines()[-1] == "4 links of 5 hold."


def test_the_choice_of_the_evaluator(dossiers: Trial, smq: Runner) -> None:
    """A dossier is named by anything that leads to one of the chain."""
    said = smq("exercise", "essai", "--ids", "E-3", "--ids", "2027-SPE-1")

    assert "Dossiers named by the evaluator." in said.out
    assert [line for line in said.out.splitlines() if line in ("A1", "A2")] == ["A2", "A1"]
    assert "leads to no dossier" in smq("exercise", "essai", "--ids", "Z9").err
    several = smq("exercise", "essai", "--ids", "U1")
    assert (several.code, "leads to 2 dossiers" in several.err) == (2, True)


def test_too_few_dossiers(dossiers: Trial, smq: Runner) -> None:
    """What can be drawn is drawn, and the rest is said; nothing at all stops the command."""
    assert "Only 1 dossier can be drawn; 3 were asked for." in smq("exercise", "essai").err

    none = smq("exercise", "essai", "--since", "2027-02-01")
    assert (none.code, "none is finished in that period" in none.err) == (2, True)
    assert (
        "«esai» is no chain of this platform.\n  → Nearest: essai." in smq("exercise", "esai").err
    )


def test_kept_as_a_record(exercises: Trial, smq: Runner) -> None:
    """A row with its number, the seed, the links that hold, and the sheet beside."""
    said = smq("exercise", "essai", "--seed", "7", "--record", "--found", "7", *TIMED)

    assert (said.code, said.out) == (
        0,
        "EXE-2027-001 enregistrements/exercices/EXE-2027-001_fiche.docx\n",
    )
    (row,) = rows(exercises)
    assert row["graine_tirage"] == "7"
    assert (row["population"], row["echantillon"]) == ("1", "A1")
    assert (row["maillons_attendus"], row["maillons_trouves"], row["temps_s"]) == ("10", "7", "300")
    assert row["ecarts"] == "A1 – rapports"
    assert (row["verdict"], row["verdict_par"], row["auditeurs"]) == (
        "reussi",
        "Externe",
        "Externe",
    )
    sheet = (exercises.repo.root / row["fiche"]).read_bytes()
    assert "enregistrements/A1/rapport Été.pdf" in text_of(sheet)
    assert "réussi" in text_of(sheet)


def test_walked_live(exercises: Trial, smq: Runner) -> None:
    """Each link there and back: Enter is yes, «n» is no, other words are the proof."""
    typed = "\n\nbon de commande\nn\n" + "\n" * 6
    said = smq("exercise", "essai", "--live", "--record", *GIVEN, typed=typed)

    assert said.code == 0
    assert "9 links shown of 10" in said.err
    (row,) = rows(exercises)
    assert (row["maillons_attendus"], row["maillons_trouves"], row["sens"]) == (
        "10",
        "9",
        "aller_retour",
    )
    assert "A1 analyses (aller), oui, 0, bon de commande" in row["maillons"].split("|")
    assert "A1 rapports (aller), non, 0, –" in row["maillons"].split("|")


def test_a_verdict_is_asked_for(exercises: Trial, smq: Runner) -> None:
    """Nobody but a person gives it; what is no choice is asked again; without a person it stops."""
    typed = "Externe\no\nbof\nréussi\nExterne\nhuit\n8\n300\n"
    said = smq("exercise", "essai", "--record", typed=typed)
    assert "«bof» is none of the choices of «verdict»." in said.err
    assert rows(exercises)[0]["verdict"] == "reussi"

    alone = smq("exercise", "essai", "--record")
    assert (alone.code, "--led-by is missing." in alone.err) == (2, True)
    assert len(rows(exercises)) == 1


def test_nothing_is_written_by_a_trial(exercises: Trial, smq: Runner) -> None:
    """--dry-run shows the row and the file."""
    said = smq("exercise", "essai", "--record", "--dry-run", "--found", "8", *TIMED)

    assert "creates registres/exercices.csv" in said.out
    assert "creates enregistrements/exercices/EXE-2027-001_fiche.docx" in said.out
    assert not (exercises.repo.root / "registres/exercices.csv").exists()


def test_the_sheets_in_word(dossiers: Trial, smq: Runner, tmp_path: Path) -> None:
    """Blank, the links and boxes to fill in; the same bytes each time; no label of nothing."""
    smq("exercise", "essai", "--seed", "7", "--out", "a.docx")
    smq("exercise", "essai", "--seed", "7", "--out", "b.docx")

    content = (tmp_path / "a.docx").read_bytes()
    assert content == (tmp_path / "b.docx").read_bytes()
    text = text_of(content)
    assert "Forward: found" in text
    assert "D1" not in text
    assert "Next review" not in text
    assert "files of that kind" in smq("exercise", "essai", "--out", "a.odt").err


def test_without_a_register(dossiers: Trial, smq: Runner) -> None:
    """A platform that keeps no register of exercises is told."""
    said = smq("exercise", "essai", "--record", *GIVEN)

    assert (said.code, "no register of exercises" in said.err) == (2, True)


def test_nobody_gives_the_verdict(exercises: Trial, smq: Runner) -> None:
    """When the input ends at any question the command stops, and nothing is kept."""
    asked = ("exercise", "essai", "--record", "--led-by", "Externe", "--independent")

    said = smq(*asked)
    assert (said.code, "--verdict is missing." in said.err) == (2, True)
    said = smq(*asked, "--verdict", "réussi")
    assert (said.code, "--by is missing." in said.err) == (2, True)
    assert rows(exercises) == []


def test_back_to_who_led(exercises: Trial, smq: Runner) -> None:
    """«<» at the question on independence asks again who led."""
    typed = "\n" * 10 + "Externe\n<\nAutre\no\n"
    given = ("--live", "--by", "Externe", "--verdict", "réussi")
    said = smq("exercise", "essai", "--record", *given, typed=typed)

    assert said.code == 0
    assert rows(exercises)[0]["auditeurs"] == "Autre"


def test_the_sign_that_parts_a_list(exercises: Trial, smq: Runner) -> None:
    """`|` in a proof or in the name of a step does not make two items of one."""
    path = exercises.repo.root / "referentiel/chaines/essai.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("rang: 4,", "rang: 4, titre: 'A|B',").encode())
    typed = "\n\n\na|b\n" + "\n" * 6
    smq("exercise", "essai", "--live", "--record", *GIVEN, typed=typed)

    (row,) = rows(exercises)
    assert len(row["maillons"].split("|")) == 10
    assert "A1 A/B (aller), oui, 0, a/b" in row["maillons"].split("|")
    assert row["ecarts"] == "A1 – A/B"


def test_a_file_of_another_kind_is_refused_first(exercises: Trial, smq: Runner) -> None:
    """Before links are walked for a file that cannot be made, and before a row is kept."""
    said = smq("exercise", "essai", "--record", *GIVEN, "--seconds", "1", "--out", "a.odt")

    assert (said.code, rows(exercises)) == (2, [])


def test_an_empty_seed(dossiers: Trial, smq: Runner) -> None:
    """It is no seed: the date is taken."""
    assert "seed «2027-03-01»" in smq("exercise", "essai", "--seed", "").out


def test_no_register_is_said_before_the_walk(dossiers: Trial, smq: Runner) -> None:
    """Nobody walks the links for a result that cannot be kept."""
    said = smq("exercise", "essai", "--live", "--record", typed="\n" * 8)

    assert (said.code, "no register of exercises" in said.err) == (2, True)
    assert "Press Enter" not in said.err


def test_nobody_independent_stands_in_a_dossier(exercises: Trial, smq: Runner) -> None:
    """The registers name who handled a dossier: such a person did not lead it independently."""
    exercises.repo.write(
        "referentiel/registres/analyses.yaml",
        "nom: analyses\ncolonnes: [{nom: id}, {nom: demande, type: ref, vers: demandes.id},"
        " {nom: operateur, personnel: true}, {nom: statut}, {nom: debut, type: date}]\n",
    )
    given = ("--by", "Externe", "--verdict", "réussi", "--found", "8", "--seconds", "9")
    led = ("--led-by", "P01", "--independent")

    said = smq("exercise", "essai", "--record", *given, *led)

    assert (said.code, "P01 is named in the dossier A1" in said.err) == (2, True)
    assert smq("exercise", "essai", "--record", *given, "--led-by", "P01", "--involved").code == 0


def test_what_was_shown_is_said_by_a_person(exercises: Trial, smq: Runner) -> None:
    """Without --live nothing is deduced: links shown, and the way, are options or questions."""
    more = smq("exercise", "essai", "--record", "--found", "11", *TIMED)
    assert (more.code, "11 links were shown, and 10 were asked for" in more.err) == (2, True)
    wrong = smq("exercise", "essai", "--record", "--way", "tour", "--found", "4", *TIMED)
    assert (wrong.code, "The ways are aller, retour, aller_retour." in wrong.err) == (2, True)

    assert smq("exercise", "essai", "--record", "--way", "aller", "--found", "4", *TIMED).code == 0
    (row,) = rows(exercises)
    assert (row["sens"], row["maillons_attendus"], row["maillons_trouves"]) == ("aller", "5", "4")


def test_a_register_that_cannot_be_read_is_said(dossiers: Trial, smq: Runner) -> None:
    """Nobody concludes from a file that is none that nothing was done."""
    dossiers.repo.write("registres/analyses.csv", b"PK\x03\x04\0\0")

    for words in (("trace", "A1"), ("exercise", "essai"), ("agenda",), ("session",)):
        assert "registres/analyses.csv cannot be read" in smq(*words).err


def test_a_verdict_that_would_not_be_kept(exercises: Trial, smq: Runner) -> None:
    """Without --record nothing is kept: what is said of the exercise is refused, never ignored."""
    said = smq("exercise", "essai", "--verdict", "réussi", "--led-by", "P01")

    assert (said.code, "--verdict, --led-by: this is kept with --record only" in said.err) == (
        2,
        True,
    )


def test_independent_or_involved(exercises: Trial, smq: Runner) -> None:
    """Not both."""
    said = smq("exercise", "essai", "--record", "--found", "8", *TIMED, "--involved")

    assert (said.code, "say two things" in said.err) == (2, True)
    assert rows(exercises) == []


def test_who_is_nobody(exercises: Trial, smq: Runner) -> None:
    """A yes is no name and is asked again; a name that the staff does not bear is told of."""
    given = ("--verdict", "réussi", "--found", "8", "--seconds", "9", "--independent")

    said = smq("exercise", "essai", "--record", *given, typed="o\nToto\nInès Vautrin\n")

    assert said.code == 0
    assert "«o» is nobody's name (--led-by)." in said.err
    assert "«Toto» is nobody of the staff and is kept as somebody from outside." in said.err
    assert "«Inès Vautrin» is nobody" not in said.err
    assert (rows(exercises)[0]["auditeurs"], rows(exercises)[0]["verdict_par"]) == (
        "Toto",
        "Inès Vautrin",
    )
    option = smq("exercise", "essai", "--record", *given, "--led-by", "oui", "--by", "P01")
    assert (option.code, "«oui» is nobody's name (--led-by)." in option.err) == (2, True)


def test_one_of_two_who_led_stands_in_a_dossier(exercises: Trial, smq: Runner) -> None:
    """Two names in one cell are two people."""
    exercises.repo.write(
        "referentiel/registres/analyses.yaml",
        "nom: analyses\ncolonnes: [{nom: id}, {nom: demande, type: ref, vers: demandes.id},"
        " {nom: operateur, personnel: true}, {nom: statut}, {nom: debut, type: date}]\n",
    )
    given = ("--by", "Externe", "--verdict", "réussi", "--found", "8", "--seconds", "9")

    said = smq("exercise", "essai", "--record", *given, "--led-by", "Externe|P01", "--independent")

    assert (said.code, "is named in the dossier A1" in said.err) == (2, True)


def test_a_walk_that_stops(exercises: Trial, smq: Runner) -> None:
    """When the input ends in the middle it is said, and nothing is kept."""
    said = smq("exercise", "essai", "--live", "--record", *GIVEN, typed="\n\n")

    assert (said.code, "The walk stopped before its last link" in said.err) == (2, True)
    assert rows(exercises) == []


def test_a_chain_as_people_write_it(exercises: Trial, smq: Runner) -> None:
    """With capitals, accents and spaces."""
    file = exercises.repo.root / "referentiel/chaines/essai.yaml"
    text = file.read_text(encoding="utf-8").replace("nom: essai", "nom: a-l-essai", 1)
    file.unlink()
    exercises.repo.write("referentiel/chaines/a-l-essai.yaml", text.encode())

    assert smq("exercise", "À l essai", "--sample", "1").code == 0


def test_a_walk_waits_for_its_verdict(exercises: Trial, smq: Runner) -> None:
    """Whatever stops the verdict, times are kept, and the command that gives it is shown."""
    live = ("exercise", "essai", "--seed", "7", "--live", "--record")
    walked = "bon vu\n" + "\n" * 9

    stopped = smq(*live, typed=walked + "Externe\noui\n")
    assert (stopped.code, rows(exercises)) == (2, [])
    command = "smq exercise essai --resume --record --led-by Externe --independent"
    assert f"To give the verdict:\n  {command}\n" in stopped.err
    again = smq(*live, typed=walked)
    assert (again.code, command.split(" --led", maxsplit=1)[0] in again.err) == (2, True)
    assert "Press Enter" not in again.err

    broken = smq(*command.split()[1:], typed="réussi\n", interrupted=True)
    assert "--verdict reussi" in broken.err
    assert smq(*command.split()[1:], "--verdict", "reussi", "--by", "Externe").code == 0
    (row,) = rows(exercises)
    assert (row["graine_tirage"], row["maillons_trouves"], row["sens"]) == (
        "7",
        "10",
        "aller_retour",
    )
    assert "bon vu" in row["maillons"]
    none = smq(*command.split()[1:])
    assert (none.code, "No walk of «De la demande à la facture» waits" in none.err) == (2, True)


def test_who_is_in_a_dossier_is_told_before_the_walk(exercises: Trial, smq: Runner) -> None:
    """Neither asked nor refused after the walk: the registers know it, and it is kept so."""
    exercises.repo.write(
        "referentiel/registres/analyses.yaml",
        "nom: analyses\ncolonnes: [{nom: id}, {nom: demande, type: ref, vers: demandes.id},"
        " {nom: operateur, personnel: true}, {nom: statut}, {nom: debut, type: date}]\n",
    )
    live = ("exercise", "essai", "--live", "--record", "--verdict", "réussi", "--by", "Externe")

    early = smq(*live, "--led-by", "P01", "--independent", typed="\n" * 10)
    assert (early.code, "Press Enter" in early.err) == (2, False)

    said = smq(*live, typed="\n" * 10 + "P01\n")
    assert said.code == 0
    told, walk = said.err.index("Named in these dossiers"), said.err.index("Press Enter")
    assert told < walk
    assert "P01 is named in the dossier A1: kept as not independent." in said.err
    assert rows(exercises)[0]["auditeur_independant"] == "non"


def test_a_yes_is_no_proof(exercises: Trial, smq: Runner) -> None:
    """«o» says that the link was shown; other words are the proof."""
    typed = "o\nOui\nbon\n" + "\n" * 7
    smq("exercise", "essai", "--live", "--record", *GIVEN, typed=typed)

    told = rows(exercises)[0]["maillons"].split("|")
    assert [one.rpartition(", ")[2] for one in told[:3]] == ["–", "–", "bon"]


def test_several_names_in_one_option(dossiers: Trial, smq: Runner) -> None:
    """People part them by commas; each is a dossier."""
    said = smq("exercise", "essai", "--ids", "E-3, 2027-SPE-1")

    assert [line for line in said.out.splitlines() if line in ("A1", "A2")] == ["A2", "A1"]
