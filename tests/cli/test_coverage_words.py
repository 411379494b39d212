"""What `smq coverage` says of proofs, answers, lacks and versions, in every output."""

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from smq.i18n import Translator
from smq.report.condition import said_condition
from tests.cli.conftest import Git
from tests.cli.runner import Runner
from tests.conftest import Repo
from tests.coverage.trial import Trial

DECLARED = "- {id: A-1, chapitre: essai, titre: Vu, etapes: [label], nature: declared}\n"
ANSWER = "A-1: {statut: satisfait, motif: Vu, par: P01, date: 2027-02-20}"
AWAITING = "awaiting the answer of a person"


@pytest.fixture
def trial(repo: Repo) -> Trial:
    """Return a platform to be judged."""
    return Trial(repo)


def cells(trial: Trial, name: str) -> list[list[str]]:
    """Return the rows of the tables of a Word file."""
    word = docx.Document(BytesIO((trial.repo.root / name).read_bytes()))
    return [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]


def test_what_nobody_answered_is_declared_by_nobody(trial: Trial, smq: Runner) -> None:
    """It awaits an answer in the text, the sheet and the Word file; once given, it is declared."""
    trial.criteria(DECLARED)
    before = smq("coverage").out
    smq("coverage", "--out", "a.xlsx")
    smq("coverage", "--out", "a.docx")
    sheet = load_workbook(trial.repo.root / "a.xlsx").active
    assert sheet is not None
    assert "  Awaiting the answer of a person: 1 not satisfied" in before
    assert f"  A-1  Vu – not satisfied, {AWAITING}" in before
    assert "declared by a person" not in before
    assert sheet["F3"].value == AWAITING
    rows = cells(trial, "a.docx")
    assert ["Awaiting the answer of a person", "0", "0", "1", "0"] in rows
    (row,) = (row for row in rows if row[0] == "A-1")
    assert row[2] == f"not satisfied, {AWAITING}"
    assert row[4] == "– Nobody has answered for A-1 in evaluation.yaml."

    trial.answer(ANSWER)
    after = smq("coverage").out
    assert "  Declared by a person: 1 satisfied" in after
    assert "  A-1  Vu – satisfied, declared by a person" in after


def test_json_counts_the_three_natures_alone(trial: Trial, smq: Runner) -> None:
    """What awaits an answer has its nature of always; the stage of all criteria is no stage."""
    trial.criteria(DECLARED)

    said = json.loads(smq("coverage", "--format", "json").out)

    assert list(said["counts_by_nature"]) == ["declared"]
    assert (said["criteria"][0]["nature"], said["stage"]) == ("declared", "all")
    staged = json.loads(smq("coverage", "--stage", "label", "--format", "json").out)
    assert staged["stage"] == "label"


def test_a_criterion_does_not_rest_on_itself(trial: Trial, smq: Runner) -> None:
    """It rests on the answer of a day."""
    trial.criteria(DECLARED)
    trial.answer(ANSWER)

    assert "      rests on: the answer of 2027-02-20\n" in smq("coverage").out
    assert "rests on: A-1" not in smq("explain", "A-1").out


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ("{un_de: [{fait: nom}, {fait: sigle}]}", "name of the platform (smq.yaml) or short name"),
        (
            "{tout: [{fait: nom}, {fait: sigle}, {fait: site_web}]}",
            "name of the platform (smq.yaml), short name (smq.yaml)\n",
        ),
    ],
)
def test_or_means_that_one_is_enough(trial: Trial, smq: Runner, evidence: str, said: str) -> None:
    """What a partial criterion has so far is a list: none of it is enough."""
    trial.criteria(f"- {{id: A-1, chapitre: essai, titre: Vu, preuve: {evidence}}}\n")

    assert f"rests on: {said}" in smq("coverage").out


def test_the_word_file_hides_no_lack(trial: Trial, smq: Runner) -> None:
    """What there is and what is missing have their columns; beyond three, how many more is said."""
    facts = ", ".join(
        f"{{fait: {name}}}"
        for name in ("nom", "site_web", "tutelles", "unites", "plateaux", "engagement")
    )
    trial.criteria(f"- {{id: A-1, chapitre: essai, titre: Vu, preuve: {{tout: [{facts}]}}}}\n")
    smq("coverage", "--out", "a.docx")

    rows = cells(trial, "a.docx")

    header = next(row for row in rows if row[0] == "Criterion")
    assert header[3:] == ["Rests on", "Missing"]
    (row,) = (row for row in rows if row[0] == "A-1")
    assert row[3] == "name of the platform (smq.yaml)"
    assert row[4].splitlines() == [
        "– smq.yaml: missing is «site_web».",
        "– smq.yaml: missing is «tutelles».",
        "– smq.yaml: missing is «unites».",
        "– and 2 more",
    ]


def test_what_is_left_out_is_counted_whole(trial: Trial, smq: Runner) -> None:
    """Of five rows that lack a cell and two facts, three are said and four are counted."""
    rows = "".join(f"\nA{number};" for number in range(1, 6))
    trial.table("actions", "{nom: id}, {nom: statut}", f"id;statut{rows}")
    lacking = "{registre: actions, remplis: [statut]}"
    trial.criteria(
        "- {id: A-1, chapitre: essai, titre: Vu,"
        f" preuve: {{tout: [{lacking}, {{fait: site_web}}, {{fait: tutelles}}]}}}}\n"
    )

    said = smq("coverage").out

    assert said.count("«statut» is empty") == 3
    assert "– and 4 more" in said
    assert "site_web" not in said


def test_the_other_way_is_said(trial: Trial, smq: Runner) -> None:
    """Both ways are shown with what brings them; the other way is no first step."""
    absent = "{document: {modele: pil-cha-usagers, diffusion: publique}}"
    either = f"{{un_de: [{{fait: site_web}}, {absent}]}}"
    trial.criteria(
        "- {id: A-1, chapitre: essai, titre: Vu, niveau: prioritaire, etapes: [label],"
        f" preuve: {either}}}\n"
    )

    lines = [line.strip() for line in smq("coverage").out.splitlines()]

    place = lines.index("– smq.yaml: missing is «site_web».")
    assert lines[place + 1].startswith(
        "– or else: No document made from the model «pil-cha-usagers». → smq new "
    )
    assert lines[place + 1].endswith("--model pil-cha-usagers")
    assert "or else" not in smq("check").out


def test_a_text_is_written_where_the_user_says(trial: Trial, smq: Runner) -> None:
    """`--out` holds what the screen would show; `livrables` is made when it is not there."""
    trial.criteria(DECLARED)
    shown = smq("coverage").out

    said = smq("coverage", "--format", "text", "--out", "livrables/c.txt")

    assert (said.code, said.out) == (0, "")
    assert "Written: livrables/c.txt" in said.err
    assert (trial.repo.root / "livrables/c.txt").read_text(encoding="utf-8") == shown


def test_changes_are_written_too(trial: Trial, smq: Runner, git: Git) -> None:
    """`--since` with `--out` writes a text."""
    trial.criteria(DECLARED)
    recorded(trial, git, "2027-01-10")

    assert smq("coverage", "--since", "HEAD", "--out", "c.txt").out == ""

    assert "Nothing changed since HEAD." in (trial.repo.root / "c.txt").read_text(encoding="utf-8")


def recorded(trial: Trial, git: Git, day: str) -> None:
    """Record the platform in git as on a day."""
    root = trial.repo.root
    git(root, "init", "-q")
    git(root, "add", "-A")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00")
        git(root, "commit", "-qm", day)


@pytest.mark.parametrize("typed", ["2027-01-10", "10/01/2027", "2027-02-01"])
def test_since_a_date(trial: Trial, smq: Runner, git: Git, typed: str) -> None:
    """A date is the last version of that day or before; it is shown as typed."""
    trial.criteria(DECLARED)
    recorded(trial, git, "2027-01-10")
    trial.answer(ANSWER)

    said = smq("coverage", "--since", typed)

    assert said.code == 0
    assert f"What improved since {typed}" in said.out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2027-01-09", "No version was recorded in git on 2027-01-09 or before."),
        ("HEAD~1", "Only one version was recorded in git: there is none before it."),
    ],
)
def test_a_version_that_is_not_there(
    trial: Trial, smq: Runner, git: Git, typed: str, said: str
) -> None:
    """What is wrong is said without the words of git."""
    trial.criteria(DECLARED)
    recorded(trial, git, "2027-01-10")

    found = smq("coverage", "--since", typed)

    assert (found.code, found.out) == (2, "")
    assert said in found.err


def test_nothing_was_recorded_yet(trial: Trial, smq: Runner, git: Git) -> None:
    """A repository without version has nothing to compare with."""
    trial.criteria(DECLARED)
    git(trial.repo.root, "init", "-q")

    found = smq("coverage", "--since", "HEAD")

    assert found.code == 2
    assert "Nothing was recorded in git yet" in found.err


@pytest.mark.parametrize("words", [("coverage",), ("explain", "A-1"), ("coverage", "-o", "a.docx")])
def test_what_cannot_be_read_is_said(trial: Trial, smq: Runner, words: tuple[str, ...]) -> None:
    """Answers and tables that are damaged are named on stderr, and judged by nobody as empty."""
    trial.table("actions", "{nom: id}, {nom: statut}", 'id;statut\nA2;"ouvert')
    trial.criteria(DECLARED)
    trial.repo.write("evaluation.yaml", b"x: [\n")

    said = smq(*words)

    assert said.code == 0
    assert "Warning: evaluation.yaml cannot be read: " in said.err
    assert "Warning: registres/actions.csv cannot be read: " in said.err
    assert "What it holds is not judged." in said.err
    assert "Nobody has answered" not in said.out


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("rd in activites", "to platforms with this activity: research and development"),
        (
            "prestation in activites or mise_a_disposition in activites",
            "to platforms with this activity: services for others or equipment made available",
        ),
        ("accompagnement", "when smq.yaml says: coaching"),
        (
            "obtention != '' or etape == 'suivi'",
            "when smq.yaml says: date of the label or stage = follow-up",
        ),
        ("not (sigle == 'X')", "when smq.yaml satisfies «not (sigle == 'X')»"),
    ],
)
def test_a_condition_in_words(condition: str, said: str) -> None:
    """The forms of the kits are said in words; another is quoted."""
    assert said_condition(condition, Translator("en")) == said


def test_what_does_not_apply_awaits_no_answer(trial: Trial, smq: Runner) -> None:
    """`declare` alone lists what this platform is asked."""
    trial.criteria(
        DECLARED + "- {id: A-2, chapitre: essai, titre: X, nature: declared, si: rd in activites}\n"
    )

    said = smq("declare")

    assert said.out == "A-1  Vu\n"
    assert "1 criterion awaits an answer" in said.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--status", "xyz"), "Answers: satisfait, partiel, non satisfait, sans objet."),
        (("--status", "oui", "--reason", " "), "An answer needs a reason.\n"),
    ],
)
def test_the_answers_are_listed(
    trial: Trial, smq: Runner, words: tuple[str, ...], said: str
) -> None:
    """Words stand without quotation marks, and nothing is not quoted."""
    trial.criteria(DECLARED)

    assert said in smq("declare", "A-1", *words).err


def test_an_empty_platform_has_begun_nothing_by_its_absences(smq: Runner, demo: Path) -> None:
    """Empty tables begin neither metrology nor improvement; few criteria hold after `init`."""
    said = json.loads(smq("-C", "demo", "coverage", "--format", "json").out)

    status = {criterion["id"]: criterion["status"] for criterion in said["criteria"]}
    assert [status[name] for name in ("INF-EQ-03", "INF-AM-02", "INF-AM-03")] == 3 * ["unsatisfied"]
    assert said["counts"]["satisfied"] <= 6
    assert all(c["evidence"] for c in said["criteria"] if c["status"] == "partial")
