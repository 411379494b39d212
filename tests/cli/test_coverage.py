"""`smq coverage` and `smq check --complete`: what is satisfied and why, what is missing."""

import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Git
from tests.cli.runner import Runner, files_of
from tests.conftest import Repo
from tests.coverage.trial import Trial

NOTICE = "référentiel d'essai, non officiel"
CRITERIA = """
- id: A-1
  chapitre: essai
  titre: La plateforme a un nom
  niveau: prioritaire
  etapes: [label]
  preuve: {fait: nom}
  sources: [{type: iso9001, edition: "2015", clause: "4.3"}]
- id: A-2
  chapitre: essai
  titre: Elle a un site
  niveau: prioritaire
  etapes: [label]
  preuve: {tout: [{fait: sigle}, {fait: site_web}]}
- {id: A-3, chapitre: essai, titre: Elle est suivie, etapes: [suivi], nature: declared}
- {id: A-4, chapitre: essai, titre: Elle cherche, etapes: [label], si: rd in activites}
"""


@pytest.fixture
def judged(repo: Repo) -> Trial:
    """Return a platform judged against four criteria: satisfied, partial, declared, set aside."""
    trial = Trial(repo)
    trial.criteria(CRITERIA)
    return trial


def test_the_text(judged: Trial, smq: Runner) -> None:
    """Title with its notice, bars, counts by nature, then each criterion with its reasons."""
    said = smq("coverage")

    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == f"Essai, version 1, all stages (now: label) ({NOTICE})"
    assert "  Essai  ███████▒▒▒▒▒▒·······  1 of 3" in lines
    assert "  Proved by the tool: 1 satisfied, 1 partial, 1 not applicable" in lines
    assert "  Awaiting the answer of a person: 1 not satisfied" in lines
    start = lines.index("  A-1  La plateforme a un nom – satisfied")
    assert lines[start : start + 5] == [
        "  A-1  La plateforme a un nom – satisfied",
        "      rests on: name of the platform (smq.yaml)",
        "  A-2  Elle a un site – partial",
        "      rests on: short name (smq.yaml)",
        "      – smq.yaml: missing is «site_web».",
    ]
    assert "  A-3  Elle est suivie – not satisfied, awaiting the answer of a person" in lines


def content(out: str) -> dict[str, Any]:
    """Return a coverage as JSON."""
    found: dict[str, Any] = json.loads(out)
    return found


KEYS = ["referential", "version", "notice", "stage", "counts", "counts_by_nature", "criteria"]
CRITERION = ["id", "title", "chapter", "level", "status", "nature", "evidence", "missing", "reason"]


def test_json_has_all_its_keys_and_no_other(judged: Trial, smq: Runner) -> None:
    """Keys and words are English in French too; evidence is what the verdict rests on."""
    said = content(smq("--lang", "fr", "coverage", "--format", "json").out)

    assert list(said) == [*KEYS, "unasked"]
    assert (said["referential"], said["notice"], said["stage"]) == ("essai", NOTICE, "all")
    assert said["counts"] == {
        "satisfied": 1,
        "partial": 1,
        "unsatisfied": 1,
        "not_applicable": 1,
    }
    assert list(said["counts_by_nature"]) == ["computed", "declared"]
    assert all(list(criterion) == CRITERION for criterion in said["criteria"])
    partial = said["criteria"][1]
    assert (partial["status"], partial["level"], partial["nature"]) == (
        *("partial", "priority"),
        "computed",
    )
    assert partial["evidence"] == [{"kind": "fact", "ref": "sigle", "path": "smq.yaml"}]
    assert len(partial["missing"]) == 1


def test_check_shows_the_same_coverage(judged: Trial, smq: Runner) -> None:
    """`check --format json` holds what `coverage` says of the criteria."""
    whole = json.loads(smq("check", "--format", "json").out)["coverage"]

    assert {**whole, "unasked": []} == content(smq("coverage", "--format", "json").out)


def test_documents_that_nothing_asks_for(judged: Trial, smq: Runner) -> None:
    """Every output names them and says what to do; where there are none, none speaks of them."""
    title = "Documents that nothing asks for"
    assert title not in smq("coverage").out
    path = judged.document("x", "PRE-PRO-009", titre="Régler le laser")

    lines = smq("coverage").out.splitlines()
    listed = content(smq("coverage", "--format", "json").out)["unasked"]
    for form in ("xlsx", "docx"):
        assert smq("coverage", "--out", f"c.{form}").code == 0
    book = load_workbook(judged.repo.root / "c.xlsx")
    word = docx.Document(str(judged.repo.root / "c.docx"))

    start = lines.index(title)
    assert "withdraw it" in lines[start + 1]
    assert lines[start + 2] == "  PRE-PRO-009  Régler le laser"
    assert listed == [{"code": "PRE-PRO-009", "title": "Régler le laser", "path": path}]
    sheet = book[title]
    assert [cell.value for cell in sheet[3]] == ["PRE-PRO-009", "Régler le laser", path]
    assert "withdraw it" in str(sheet["A1"].value)
    assert {"PRE-PRO-009", "Régler le laser"} <= {c.text for c in word.tables[-1]._cells}
    assert any("withdraw it" in paragraph.text for paragraph in word.paragraphs)


def test_a_stage(judged: Trial, smq: Runner) -> None:
    """Only what is asked then; the stage is named."""
    said = content(smq("coverage", "--stage", "suivi", "--format", "json").out)

    assert (said["stage"], [c["id"] for c in said["criteria"]]) == ("follow_up", ["A-3"])
    assert ", stage: follow-up (" in smq("coverage", "--stage", "suivi").out


def test_another_referential(judged: Trial, smq: Runner) -> None:
    """`--referential` judges another one of the platform, with its own notice."""
    judged.repo.write(
        "referentiel/referentiels/autre.yaml",
        "titre: Autre\nmention: lecture de travail\ncriteres: [{id: B-1, preuve: {fait: nom}}]\n",
    )
    judged.repo.settings({"referentiels": ["essai", "autre"]})

    said = smq("coverage", "--referential", "autre").out

    assert said.startswith("Autre, version , all stages (now: label) (lecture de travail)")
    assert "B-1" in said
    assert "A-1" not in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--stage", "labl"), ("«labl» is no stage.", "Nearest: label.")),
        (("--stage", "xyz"), ("«xyz» is no stage.", "Stages: eligibilite, engagement")),
        (("--referential", "iso"), ("«iso» is no referential", "Referentials: essai.")),
        (("--format", "pdf"), ("pdf",)),
        (("-o", "x.odt"), ("x.odt", ".docx")),
        (("--since", "HEAD", "--format", "json"), ("--since shows changes as text only.",)),
    ],
)
def test_wrong_words(
    judged: Trial, smq: Runner, words: tuple[str, ...], said: tuple[str, ...]
) -> None:
    """One sentence with the word, what to do, exit 2."""
    found = smq("coverage", *words)

    assert (found.code, found.out) == (2, "")
    assert all(part in found.err for part in said)


def test_a_platform_without_referential(repo: Repo, smq: Runner) -> None:
    """There is nothing to judge: what to write is said."""
    said = smq("coverage")

    assert said.code == 2
    assert "referentiels: [infra-plus]" in said.err


def test_a_workbook(judged: Trial, smq: Runner) -> None:
    """The first row says what it is and that it is unofficial; then one row a criterion."""
    assert smq("coverage", "--out", "couverture.xlsx").code == 0
    raw = (judged.repo.root / "couverture.xlsx").read_bytes()

    sheet = load_workbook(BytesIO(raw)).active

    assert sheet is not None
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert NOTICE in str(rows[0][0])
    assert rows[1][:2] == ["Criterion", "Chapter"]
    assert [row[0] for row in rows[2:]] == ["A-1", "A-2", "A-3", "A-4"]
    assert "ISO 9001:2015, clause 4.3" in rows[2]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:I6")
    smq("coverage", "--out", "encore.xlsx")
    assert (judged.repo.root / "encore.xlsx").read_bytes() == raw


def test_a_word_file(judged: Trial, smq: Runner) -> None:
    """The notice, the counts and every criterion are in it; twice the same bytes."""
    assert smq("coverage", "--out", "a.docx").code == 0
    assert smq("coverage", "--out", "b.docx").code == 0
    raw = (judged.repo.root / "a.docx").read_bytes()

    assert (judged.repo.root / "b.docx").read_bytes() == raw
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        whole = archive.read("word/document.xml").decode()
    assert "non officiel" in whole
    cells = [
        cell.text
        for table in docx.Document(BytesIO(raw)).tables
        for row in table.rows
        for cell in row.cells
    ]
    assert {"A-1", "A-2", "A-3", "A-4"} <= set(cells)


def test_a_fresh_platform_has_no_document_too_many(smq: Runner, demo: Path) -> None:
    """Every document of the kit is asked for by a criterion or needed by another document."""
    assert content(smq("-C", "demo", "coverage", "--format", "json").out)["unasked"] == []


def test_nothing_is_written(judged: Trial, smq: Runner) -> None:
    """Judging leaves the folder as it is."""
    before = files_of(judged.repo.root)

    smq("coverage")
    smq("check")

    assert files_of(judged.repo.root) == before


def test_what_is_missing_is_counted(judged: Trial, smq: Runner) -> None:
    """What a long list leaves out is counted whole; one place and several are said apart."""
    judged.repo.write("referentiel/types/PRO.yaml", b"code: PRO\n")
    for number in range(1, 10):
        judged.document("x", f"PRE-PRO-00{number}", statut="projet")
    judged.document("pol", "PIL-POL-001", "[À compléter : engagements]\n")
    judged.criteria(
        """
        - {id: A-1, chapitre: essai, niveau: prioritaire, etapes: [label],
           preuve: {document: {modele: pol}}}
        - {id: A-2, chapitre: essai, preuve: {document: {type: PRO, tous: true}}}
        """
    )

    shown = smq("coverage").out
    assert "PIL-POL-001 is there but not filled in: 1 place is left. → smq fill" in shown
    assert shown.count("is not in force.") == 3
    assert "      – and 6 more" in shown.splitlines()
    told = json.loads(smq("check", "--complete", "--format", "json").out)["findings"]
    (hint,) = (f["hint"] for f in told if f["rule"] == "REF011")
    assert hint == "PIL-POL-001 is there but not filled in: 1 place is left."


def test_changes_since_a_revision(judged: Trial, smq: Runner, git: Git) -> None:
    """What got worse, what improved, what is new; judged at the same date."""
    root = judged.repo.root
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Avant")
    assert "Nothing changed since HEAD." in smq("coverage", "--since", "HEAD").out

    platform = {"nom": "X", "sigle": None, "site_web": "https://example.org"}
    judged.repo.settings({"plateforme": platform, "activites": ["rd"]})
    judged.answer("A-3: {statut: satisfait, motif: Vu, par: P01, date: 2027-02-20}")
    judged.criteria(CRITERIA + "- {id: A-5, chapitre: essai, titre: Neuf, preuve: {fait: nom}}\n")
    said = smq("coverage", "--since", "HEAD").out

    assert NOTICE in said.splitlines()[0]
    assert "What improved since HEAD\n  A-3  Elle est suivie – not satisfied → satisfied" in said
    assert "A-5  Neuf – not there → satisfied" in said
    assert "A-4  Elle cherche – not applicable → not satisfied" in said
    assert "A-1" not in said


def test_what_got_worse(judged: Trial, smq: Runner, git: Git) -> None:
    """It comes first, with what is missing now."""
    root = judged.repo.root
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Avant")
    judged.repo.settings({"plateforme": {"nom": "X"}})

    lines = smq("coverage", "--since", "HEAD").out.splitlines()

    assert lines[1:4] == [
        "What got worse since HEAD",
        "  A-2  Elle a un site – partial → not satisfied",
        "      newly missing:",
    ]
    assert lines[4] == "      – smq.yaml: missing is «sigle»."


def test_what_is_missing_changes_while_the_verdict_stays(
    judged: Trial, smq: Runner, git: Git
) -> None:
    """Fewer rows lack something: it is better, and what no longer is missing is told."""
    judged.criteria(
        "- {id: A-1, chapitre: essai, titre: Des visites,"
        " preuve: {registre: visites, au_moins: 4, remplis: [qui, objet]}}\n"
    )
    judged.table("visites", "{nom: id}, {nom: qui}, {nom: objet}", "id;qui;objet\nV1;;\nV2;;\n")
    root = judged.repo.root
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Avant")
    rows = "id;qui;objet\nV1;Anne;Joint\nV2;;\nV3;Anne;Joint\n"
    judged.repo.write("registres/visites.csv", rows)
    better = smq("coverage", "--since", "HEAD").out.splitlines()
    judged.repo.write("registres/visites.csv", "id;qui;objet\nV1;;\nV2;Anne;Joint\n")
    other = smq("coverage", "--since", "HEAD").out.splitlines()

    assert better[1:] == [
        "What improved since HEAD",
        "  A-1  Des visites – partial",
        "      still missing, in another number:",
        "      – In the register «visites», 1 row is missing."
        " (before: In the register «visites», 2 rows are missing.)",
        "      no longer missing:",
        "      – visites:V1: «qui» is empty.",
        "      – visites:V1: «objet» is empty.",
    ]
    assert other[1:] == [
        "What improved since HEAD",
        "  A-1  Des visites – partial",
        "      no longer missing:",
        "      – visites:V2: «qui» is empty.",
        "      – visites:V2: «objet» is empty.",
    ]


def test_a_revision_before_the_platform(judged: Trial, smq: Runner, git: Git) -> None:
    """In a larger repository, a commit in which the folder did not exist; a wrong revision."""
    root = judged.repo.root
    folder = root / "plateforme"
    git(root, "init", "-q")
    git(root, "commit", "-qm", "Vide", "--allow-empty")
    folder.mkdir()
    for name in ("smq.yaml", "referentiel"):
        (root / name).rename(folder / name)

    said = smq("-C", "plateforme", "coverage", "--since", "HEAD")

    assert (said.code, said.err) == (0, "")
    assert "At HEAD this referential was not there yet." in said.out
    wrong = smq("-C", "plateforme", "coverage", "--since", "v9")
    assert wrong.code == 2
    assert "git knows no version named «v9»." in wrong.err
    assert smq("-C", "plateforme", "coverage", "--since=--all").code == 2


def test_a_link_in_the_past(judged: Trial, smq: Runner, git: Git, tmp_path: Path) -> None:
    """A link that leaves the folder is not followed, nor does it stop the comparison."""
    root = judged.repo.root
    (root / "ailleurs").symlink_to("/etc")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Avant")

    assert smq("coverage", "--since", "HEAD").code == 0


def test_the_day_of_the_evaluation(judged: Trial, smq: Runner) -> None:
    """Coverage alone never fails; with --complete, each priority criterion of the stage does."""
    assert smq("check", "--select", "REF").code == 1
    assert smq("check", "--ignore", "CNT,LNK").code == 0

    said = smq("check", "--complete")

    assert said.code == 1
    assert "REF011 A-2 «Elle a un site» is not satisfied." in said.out
    assert "A-1 «" not in said.out
    assert smq("check", "--complete", "--stage", "suivi").code == 0


def test_what_is_missing_keeps_its_words(judged: Trial, smq: Runner) -> None:
    """The sentence of what is missing names its own criterion and title, not those judged."""
    judged.criteria(
        """
        - {id: A-1, chapitre: essai, titre: Premier, niveau: prioritaire, etapes: [label],
           preuve: {declaration: {critere: A-2}}}
        - {id: A-2, chapitre: essai, titre: Second, nature: declared}
        """
    )

    said = smq("check", "--complete").out

    assert "A-1 «Premier» is not satisfied." in said
    assert "Nobody has answered for A-2 in evaluation.yaml." in said


def test_first_steps(judged: Trial, smq: Runner) -> None:
    """`check` begins with what to do first, then the bars under the notice."""
    said = smq("check").out

    assert said.startswith("First steps towards the label\n  1. Elle a un site (A-2): ")
    assert NOTICE in said
    assert NOTICE not in smq("check", "--select", "SYN").out


def test_a_revision_under_way_does_not_lower_a_criterion(
    judged: Trial, smq: Runner, git: Git
) -> None:
    """The version in force counts, for now and for the revision compared with."""
    judged.repo.write("referentiel/types/PRO.yaml", b"code: PRO\n")
    judged.criteria(
        "- {id: A-1, chapitre: essai, titre: Décrit, preuve: {document: {modele: pre-pro}}}"
    )
    judged.document("pre-pro", "PRE-PRO-001", "# Objet\n\nDire comment.\n")
    root = judged.repo.root
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "un")
    judged.document("pre-pro", "PRE-PRO-001", "[À compléter : tout]\n", statut="projet")
    git(root, "commit", "-qam", "deux")
    judged.document("pre-pro", "PRE-PRO-001", "[À compléter : encore]\n", statut="projet")

    assert "  A-1  Décrit – satisfied" in smq("coverage").out
    assert "Nothing changed since HEAD." in smq("coverage", "--since", "HEAD").out


def test_a_day_that_does_not_exist_is_no_version(judged: Trial, smq: Runner, git: Git) -> None:
    """It is said to be no date, not a name that git does not know."""
    git(judged.repo.root, "init")
    git(judged.repo.root, "add", "--all")
    git(judged.repo.root, "commit", "-m", "Un")

    assert "«31/02/2027» is no date." in smq("coverage", "--since", "31/02/2027").err
