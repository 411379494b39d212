"""`smq evaluation record`, and the follow-up that answers what it recorded."""

import json
import shlex

import docx
import pytest

from smq.evaluation.gaps import answers, evaluations
from tests.cli.conftest import Git
from tests.cli.runner import Runner
from tests.cli.test_dossier import built, platform, record, text_of
from tests.coverage.trial import Trial
from tests.tracing.conftest import dossiers

__all__ = ["dossiers", "platform"]

MILESTONES = (
    "{nom: id, motif: 'JAL-{numero:03}'}, {nom: type}, {nom: date_prevue, type: date},"
    " {nom: date_reelle, type: date}, {nom: resultat}, {nom: ecarts, type: liste},"
    " {nom: piece, type: fichier}, {nom: version_evaluee}"
)
ACTIONS = (
    "{nom: id, motif: 'ACT-{annee}-{numero:03}'}, {nom: date, type: date}, {nom: origine},"
    " {nom: jalon, type: ref, vers: jalons.id}, {nom: processus}, {nom: description},"
    " {nom: responsable}, {nom: echeance, type: date},"
    " {nom: statut, type: enum, valeurs: [a_faire, faite], libelles: {a_faire: à faire}},"
    " {nom: realisee_le, type: date}, {nom: preuve}"
)
HEAD = (
    "id;date;origine;jalon;processus;description;responsable;echeance;statut;realisee_le;preuve\n"
)
GAPS = (
    *("--gap", "Écart mineur – la charte", "--gap", "Point sensible | les délais"),
    *("--owner", "P02", "--due", "30/06/2027", "--process", "MAD", "--process", "PRE"),
)
GIVEN = ("--type", "evaluation", "--on", "26/02/2027", "--decision", "Favorable", *GAPS)


@pytest.fixture
def planned(platform: Trial, git: Git) -> Trial:
    """Return the platform with an evaluation planned, tagged as it was handed out."""
    platform.table(
        "jalons",
        MILESTONES,
        """
        id;type;date_prevue;date_reelle;resultat;ecarts;piece;version_evaluee
        JAL-001;evaluation;2027-02-25;;;;;
        JAL-002;evaluation;2029-02-25;;;;;
        """,
    )
    platform.table(
        "actions",
        ACTIONS,
        "id;date;origine;jalon;processus;description;responsable;echeance;statut;realisee_le;preuve\n",
    )
    platform.document("pil-liv-dossier", "PIL-LIV-001")
    platform.repo.write("rapport.pdf", b"%PDF-1.4 rapport")
    record(platform, git)
    git(platform.repo.root, "tag", "remis")
    return platform


def test_an_evaluation_is_recorded(planned: Trial, smq: Runner) -> None:
    """Its row, the report filed with its hash, an action for each écart."""
    said = smq("evaluation", "record", *GIVEN, "--report", "rapport.pdf", "--version", "remis")
    system = planned.repo.system()
    row = system.registers["jalons"].by_key["JAL-001"]

    assert said.out == "JAL-001 ACT-2027-001 ACT-2027-002\n"
    assert row.text("date_reelle") == "2027-02-26"
    assert row.value("ecarts") == ("Écart mineur – la charte", "Point sensible / les délais")
    assert (row.text("resultat"), row.text("version_evaluee")) == ("Favorable", "remis")
    (filed,) = system.records
    assert (filed.file, filed.intact, filed.form) == (row.text("piece"), True, "PIL-LIV-001")
    action = system.registers["actions"].by_key["ACT-2027-002"]
    names = ("origine", "jalon", "processus", "responsable", "echeance", "statut")
    assert [action.text(name) for name in names] == [
        *("evaluation", "JAL-001", "PRE", "P02", "2027-06-30", "a_faire")
    ]
    assert [a.action.key for a in answers(system) if a.action] == ["ACT-2027-001", "ACT-2027-002"]


def test_an_evaluation_is_recorded_once(planned: Trial, smq: Runner) -> None:
    """The same kind on the same day is a slip, not a second evaluation."""
    assert smq("evaluation", "record", *GIVEN).code == 0

    said = smq("evaluation", "record", *GIVEN)

    assert (said.code, "JAL-001 is recorded already" in said.err) == (2, True)


def test_a_follow_up_that_nobody_planned(planned: Trial, smq: Runner) -> None:
    """Gets a row of its own, to which its actions refer."""
    said = smq(
        *("evaluation", "record", "--type", "suivi", "--on", "2027-02-26"),
        *("--decision", "Maintenu", "--gap", "Un", "--owner", "P02"),
        *("--due", "2027-06-30", "--process", "PRE"),
    )

    assert said.out == "JAL-003 ACT-2027-001\n"
    assert [one.kind for one in evaluations(planned.repo.system())] == ["suivi"]


def test_what_is_left_out_is_asked(planned: Trial, smq: Runner) -> None:
    """What is not understood is asked again, with its reason."""
    lines = ("evaluatoin", "evaluation", "2027-02-26", "Favorable", "Un écart", "")
    proofs = ("raport.pdf", "rapport.pdf", "jamais", "remis")
    each = ("P02", "pas une date", "30/06/2027", "PRE")
    said = smq("evaluation", "record", typed="\n".join((*lines, *proofs, *each, "")))
    system = planned.repo.system()
    (held,) = evaluations(system)

    assert said.out == "JAL-001 ACT-2027-001\n"
    for why in ("Nearest: evaluation.", "raport.pdf does not exist.", "no version named «jamais»."):
        assert why in said.err
    assert (held.version, held.row.text("piece")) == ("remis", system.records[0].file)
    assert system.registers["actions"].rows[0].text("description") == "Un écart"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--version", "jamais"), "git knows no version named «jamais»."),
        (("--due", "bientôt"), "«bientôt»"),
        (("--type", "suivi", "--milestone", "JAL-001"), "no milestone of that kind"),
    ],
)
def test_an_option_is_judged_before_the_first_question(
    planned: Trial, smq: Runner, words: tuple[str, ...], why: str
) -> None:
    """Nobody answers five questions to learn that the sixth word was wrong."""
    said = smq("evaluation", "record", *words, typed="evaluation\n")

    assert (said.code, why in said.err, " > " in said.err) == (2, True, False)


def test_no_answer_is_lost(planned: Trial, smq: Runner) -> None:
    """Where the input ends, the command that says what was answered is shown: it goes on there."""
    lines = ("evaluation", "2027-02-26", "Très favorable", "L’écart", "", "", "remis", "P02")
    said = smq("evaluation", "record", typed="\n".join((*lines, "")))
    (command,) = [line for line in said.err.splitlines() if "record --type" in line]

    assert (said.code, evaluations(planned.repo.system())) == (2, ())
    more = ("--due", "30/06/2027", "--process", "PRE")
    assert smq(*shlex.split(command)[1:], *more).out == "JAL-001 ACT-2027-001\n"


def test_one_recorded_already_is_refused_before_more_is_asked(planned: Trial, smq: Runner) -> None:
    """Its kind and its day tell it."""
    smq("evaluation", "record", *GIVEN)
    said = smq("evaluation", "record", typed="evaluation\n2027-02-26\nFavorable\n")

    assert (said.code, "JAL-001 is recorded already" in said.err) == (2, True)
    assert "Decision" not in said.err


def test_who_mends_is_of_the_staff(planned: Trial, smq: Runner) -> None:
    """A name that the register of staff lacks is asked again, not refused at the end."""
    planned.table("personnels", "{nom: id}, {nom: fonction}", "id;fonction\nP02;Responsable\n")
    columns = ACTIONS.replace(
        "{nom: responsable}", "{nom: responsable, type: ref, vers: personnels.id}"
    )
    planned.table("actions", columns, HEAD)
    given = [word for word in GIVEN if word not in ("--owner", "P02")]
    said = smq("evaluation", "record", *given, typed="Toto\nP02\nP02\n")

    assert (said.code, "«Toto» is nobody of the register of staff." in said.err) == (0, True)


def test_a_name_that_moves_is_recorded_as_its_commit(planned: Trial, smq: Runner, git: Git) -> None:
    """HEAD is another version after the next one: the follow-up would compare with itself."""
    smq("evaluation", "record", *GIVEN, "--version", "HEAD")

    (held,) = evaluations(planned.repo.system())
    assert held.version == git(planned.repo.root, "rev-parse", "HEAD").strip()


def test_nobody_can_answer(planned: Trial, smq: Runner) -> None:
    """The option that is missing is named, and nothing is written."""
    said = smq("evaluation", "record", "--type", "label", "--on", "2027-02-26")

    assert (said.code, "--decision is missing." in said.err) == (2, True)
    assert evaluations(planned.repo.system()) == ()


def test_a_dry_run(planned: Trial, smq: Runner) -> None:
    """Shows the rows, writes nothing."""
    said = smq("evaluation", "record", *GIVEN, "--report", "rapport.pdf", "--dry-run")

    assert "changes registres/jalons.csv" in said.out
    assert "creates enregistrements/PIL/PIL-LIV-001_2027-02-26" in said.out
    assert evaluations(planned.repo.system()) == ()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--on", "2027-03-02"), "has not come yet"),
        (("--version", "jamais"), "git knows no version named «jamais»."),
        (("--owner", "P02", "--owner", "P01", "--gap", "Trois"), "2 times for 3 gaps"),
        (("--milestone", "JAL-009"), "«JAL-009» is no milestone of that kind"),
        (("--report", "absent.pdf"), "absent.pdf does not exist."),
    ],
)
def test_refusals(planned: Trial, smq: Runner, words: tuple[str, ...], why: str) -> None:
    """A fact about what was typed; nothing is written."""
    said = smq("evaluation", "record", *GIVEN, *words)

    assert (said.code, why in said.err) == (2, True), said.err
    assert evaluations(planned.repo.system()) == ()


def test_the_folder_evaluated_tells_its_version(planned: Trial, smq: Runner, git: Git) -> None:
    """A folder that changed since is no proof of what was evaluated."""
    folder = built(planned, smq)
    commit = git(planned.repo.root, "rev-parse", "HEAD").strip()
    (folder / "LISEZ-MOI.txt").write_bytes(b"x")
    refused = smq("evaluation", "record", *GIVEN, "--dossier", "remis")
    built(planned, smq)
    smq("evaluation", "record", *GIVEN, "--dossier", "remis")

    assert (refused.code, "a file of it changed" in refused.err) == (2, True)
    assert evaluations(planned.repo.system())[0].version == commit


def test_the_follow_up_begins_with_what_changed(planned: Trial, smq: Runner, git: Git) -> None:
    """Criterion by criterion since the version evaluated, then each écart with its action."""
    smq("evaluation", "record", *GIVEN, "--version", "remis")
    planned.repo.write("registres/analyses.csv", "id;demande\n")
    record(planned, git)
    folder = built(planned, smq, "--stage", "suivi")
    opened = docx.Document(str(folder / "rapport-de-suivi.docx"))
    styled = [(str(p.style.name if p.style else ""), p.text) for p in opened.paragraphs]
    headings = [text for style, text in styled if style.startswith("Heading")]
    counts, worse, answered = opened.tables[1:4]

    assert json.loads((folder / "manifest.json").read_bytes())["stage"] == "suivi"
    assert headings[:4] == [
        "What changed since the last evaluation",
        "In numbers, the criteria of the follow-up alone",
        "What is worse",
        "Answers to the earlier gaps",
    ]
    assert [[cell.text for cell in row.cells] for row in counts.rows[1:]] == [
        ["Before, 2027-02-26", "1", "0", "1", "0"],
        ["Now, 2027-03-01", "0", "0", "2", "0"],
    ]
    assert [cell.text for cell in worse.rows[1].cells][:4] == [
        *("A-2", "Des analyses", "satisfied", "not satisfied")
    ]
    assert [cell.text for cell in answered.rows[2].cells] == [
        "JAL-001, 2027-02-26",
        "Point sensible / les délais",
        "ACT-2027-002",
        "P02",
        "2027-06-30",
        "à faire",
        "–",
    ]


def test_what_was_missing_is_told_though_the_verdict_stays(
    planned: Trial, smq: Runner, git: Git
) -> None:
    """A criterion that stays partial with one fault less is better; columns have their titles."""
    planned.criteria(
        """
        - {id: A-1, etapes: [label, suivi], chapitre: essai, titre: Des visites,
           preuve: {registre: visites, remplis: [qui]}}
        """
    )
    planned.table("visites", "{nom: id}, {nom: qui, libelle: Visiteur}", "id;qui\nV1;\nV2;\n")
    record(planned, git)
    git(planned.repo.root, "tag", "--force", "remis")
    smq("evaluation", "record", *GIVEN, "--version", "remis")
    planned.repo.write("registres/visites.csv", "id;qui\nV1;Anne\nV2;\n")
    record(planned, git)
    folder = built(planned, smq, "--stage", "suivi")
    better = docx.Document(str(folder / "rapport-de-suivi.docx")).tables[2]

    assert [cell.text for cell in better.rows[1].cells][:5] == [
        "A-1",
        "Des visites",
        "partial",
        "partial",
        "no longer missing:\n– V1 (visites): «Visiteur» is empty.",
    ]


def test_an_ecart_that_names_a_user_is_masked(planned: Trial, smq: Runner, git: Git) -> None:
    """What its row hides, the answers to the gaps hide too."""
    named = [*GIVEN[:6], "--gap", "Maÿlis Couturier attend son rapport", *GAPS[4:10]]
    smq("evaluation", "record", *named, "--version", "remis")
    record(planned, git)
    folder = built(planned, smq, "--stage", "suivi")

    assert "Couturier" not in text_of((folder / "rapport-de-suivi.docx").read_bytes())


def test_a_follow_up_needs_something_to_compare_with(platform: Trial, smq: Runner) -> None:
    """No evaluation is recorded: a version is named, or recorded first."""
    none = smq("dossier", "--stage", "suivi", "--out", "remis")
    named = built(platform, smq, "--stage", "suivi", "--since", "HEAD")

    assert (none.code, "No evaluation is recorded" in none.err) == (2, True)
    text = text_of((named / "rapport-de-suivi.docx").read_bytes())
    assert "Compared with HEAD, judged on 2027-03-01 too. No criterion changed." in text


def test_the_version_evaluated_is_judged_on_its_day(planned: Trial, smq: Runner, git: Git) -> None:
    """What held when the evaluators came, and no longer does, is worse though no file changed."""
    planned.criteria(
        """
        - {id: A-1, etapes: [label, suivi], chapitre: essai, titre: Des analyses récentes,
           preuve: {registre: analyses, depuis_mois: 12, date: debut}}
        """
    )
    record(planned, git)
    git(planned.repo.root, "tag", "--force", "remis")
    smq("evaluation", "record", *GIVEN, "--version", "remis")
    record(planned, git)
    smq("--date", "2028-06-01", "dossier", "--stage", "suivi", "--out", "remis")
    opened = docx.Document(str(planned.repo.root / "remis/rapport-de-suivi.docx"))
    _form, counts, worse = opened.tables[:3]

    assert [row.cells[1].text for row in counts.rows[1:]] == ["1", "0"]
    assert [cell.text for cell in worse.rows[1].cells][:4] == [
        *("A-1", "Des analyses récentes", "satisfied", "not satisfied")
    ]


@pytest.mark.parametrize("decision", ["Refusé", "ajourné", "Défavorable", "label non accordé"])
def test_a_label_that_is_refused_runs_from_no_day(
    planned: Trial, smq: Runner, decision: str
) -> None:
    """Neither the words that follow nor the agenda take it for a label."""
    what = ("evaluation", "record", "--type", "label", "--on", "26/02/2027", "--decision")

    said = smq(*what, decision)

    assert (said.code, "label.obtention" in said.err) == (0, False)
    assert "Noted: the label is not granted." in said.err
    assert "Follow-up 1" not in smq("agenda", "--months", "90").out


def test_a_decision_that_says_neither_is_refused_or_asked_again(
    planned: Trial, smq: Runner
) -> None:
    """The words are listed; nothing is written; at a terminal it is asked again."""
    what = ("evaluation", "record", "--type", "label", "--on", "26/02/2027")

    said = smq(*what, "--decision", "Conforme")
    assert said.code == 2
    assert "«Conforme» does not say whether the label is granted" in said.err
    assert "accordé, obtenu" in said.err
    assert "refusé, ajourné" in said.err

    asked = smq(*what, typed="Conforme\nAccordé\n\n\n\n")
    assert asked.code == 0
    assert "label.obtention" in asked.err
    assert "Follow-up 1" in smq("agenda", "--months", "90").out


def test_a_gap_is_mended_after_it_was_found(planned: Trial, smq: Runner) -> None:
    """A day before the evaluation is a slip."""
    words = [w if w != "30/06/2027" else "01/01/2020" for w in GIVEN]

    said = smq("evaluation", "record", *words)

    assert said.code == 2
    assert "«01/01/2020» comes before the evaluation, of 2027-02-26 (--due)." in said.err
