"""`smq dossier`: the folder handed to evaluators, and what became of one received."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import docx
import openpyxl
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from tests.cli.conftest import Git
from tests.cli.runner import Runner, Said, files_of
from tests.coverage.trial import Trial
from tests.evaluation.test_masking import ROWS as ROWS_OF_REQUESTS
from tests.evaluation.test_masking import secret
from tests.example import Platform, copied
from tests.render.docx.pages import png
from tests.tracing.conftest import CHAIN, dossiers

__all__ = ["dossiers"]

PROOF = {"version": "1", "par": "P01", "role": "approbateur", "date": date(2027, 1, 10)}


@pytest.fixture
def platform(dossiers: Trial, git: Git) -> Trial:
    """Return a platform with a procedure, a draft, registers and a chain, recorded in git."""
    secret(dossiers)
    repo = dossiers.repo
    repo.settings({"langue": "en"})
    repo.write("referentiel/chaines/essai.yaml", CHAIN + "exercice: exercice_prestation\n")
    dossiers.document("pro", "PRE-PRO-001", "Voir PIL-POL-001 et PRE-PRO-002.\n")
    dossiers.document("pol", "PIL-POL-001")
    repo.document("PRE-PRO-002", "Brouillon secret.\n")
    dossiers.criteria(
        """
        - {id: A-1, etapes: [label, suivi], chapitre: essai, titre: Une procédure,
           preuve: {document: {modele: pro}}}
        - {id: A-2, etapes: [label, suivi], chapitre: essai, titre: Des analyses,
           preuve: {registre: analyses}}
        """
    )
    repo.write(".gitignore", "livrables/\n.smq/\nremis/\n*.zip\n")
    git(repo.root, "init", "--quiet", "--initial-branch=main")
    record(dossiers, git)
    return dossiers


def record(trial: Trial, git: Git) -> None:
    """Record everything in git."""
    git(trial.repo.root, "add", "--all")
    git(trial.repo.root, "commit", "--quiet", "--message", "Un pas")


def built(trial: Trial, smq: Runner, *words: str) -> Path:
    """Return the folder that the command made."""
    said = smq("dossier", "--out", "remis", *words)
    assert said.code == 0, said.both
    return trial.repo.root / "remis"


def text_of(content: bytes) -> str:
    """Return the text of a Word file, cells included."""
    opened = docx.Document(BytesIO(content))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in opened.paragraphs), *cells])


def links_of(content: bytes) -> Iterator[str]:
    """Yield where the links of a Word file lead outside of it, addresses of the web left out."""
    for relation in docx.Document(BytesIO(content)).part.rels.values():
        if relation.reltype == RT.HYPERLINK and not relation.target_ref.startswith("http"):
            yield unquote(relation.target_ref)


def assert_links_hold(folder: Path) -> int:
    """Follow every link of every Word file to a file of the folder; return how many there are."""
    count = 0
    for file in sorted(folder.rglob("*.docx")):
        for target in links_of(file.read_bytes()):
            count += 1
            assert (file.parent / target).is_file(), f"{file.name} → {target}"
    return count


def test_what_lies_in_the_folder(platform: Trial, smq: Runner) -> None:
    """Documents in force, registers, records, the document to open first, the manifest."""
    found = built(platform, smq)

    assert sorted(files_of(found)) == [
        "LISEZ-MOI.txt",
        "documents/PIL-POL-001_v01_titre-de-pil-pol-001.docx",
        "documents/PRE-PRO-001_v01_titre-de-pre-pro-001.docx",
        "dossier-d-evaluation.docx",
        "enregistrements/D3.pdf",
        "manifest.json",
        *(
            f"registres/{name}.xlsx"
            for name in (
                *("analyses", "demandes", "devis", "factures", "lignes", "rapports", "usagers"),
            )
        ),
    ]
    assert len((found / "LISEZ-MOI.txt").read_text(encoding="utf-8-sig").splitlines()) == 10


def test_every_link_leads_to_a_file_of_the_folder(platform: Trial, smq: Runner) -> None:
    """Evidence, codes and registers are links; a code of a document left out is none."""
    found = built(platform, smq)
    targets = set(links_of((found / "dossier-d-evaluation.docx").read_bytes()))

    assert assert_links_hold(found) > 5
    assert "documents/PRE-PRO-001_v01_titre-de-pre-pro-001.docx" in targets
    assert "registres/analyses.xlsx" in targets


def test_two_builds_have_equal_bytes(platform: Trial, smq: Runner) -> None:
    """Folder and zip file; the zip holds the same files."""
    first = files_of(built(platform, smq))
    second = files_of(built(platform, smq))
    smq("dossier", "--zip", "--out", "un")
    smq("dossier", "--zip", "--out", "deux.zip")
    root = platform.repo.root

    assert first == second
    with zipfile.ZipFile(root / "un.zip") as archive:
        assert {n.removeprefix("un/"): archive.read(n) for n in archive.namelist()} == first
        assert archive.namelist() == sorted(archive.namelist())
    with zipfile.ZipFile(root / "un.zip") as one, zipfile.ZipFile(root / "deux.zip") as two:
        assert [i.date_time for i in one.infolist()] == [i.date_time for i in two.infolist()]
        assert [one.read(i) for i in one.infolist()] == [two.read(i) for i in two.infolist()]


def test_the_manifest_says_the_version(platform: Trial, smq: Runner, git: Git) -> None:
    """Commit, date, referential, form, and each file with its size and hash."""
    found = built(platform, smq, "--seed", "7")
    said = json.loads((found / "manifest.json").read_bytes())

    assert said["commit"] == git(platform.repo.root, "rev-parse", "HEAD").strip()
    assert (said["date"], said["form"], said["draft"]) == ("2027-03-01", "masked", False)
    assert (said["referential"]["name"], said["referential"]["version"]) == ("essai", "1")
    assert said["exercises"] == {"seed": "7", "dossiers": ["A1"]}
    files = sorted(set(files_of(found)) - {"manifest.json"})
    assert [item["path"] for item in said["files"]] == files


def test_what_git_has_not_recorded_is_refused(platform: Trial, smq: Runner) -> None:
    """Unless a draft is asked for, and then every page, workbook and file says so."""
    platform.repo.write("documents/PRE/notes.md", "Note\n")
    said = smq("dossier", "--out", "remis")
    found = built(platform, smq, "--draft")

    assert (said.code, "documents/PRE/notes.md" in said.err) == (2, True)
    assert json.loads((found / "manifest.json").read_bytes())["not_recorded"] == [
        "documents/PRE/notes.md"
    ]
    assert "DRAFT" in (found / "LISEZ-MOI.txt").read_text(encoding="utf-8-sig")
    book = openpyxl.load_workbook(found / "registres/analyses.xlsx")
    assert book.worksheets[0]["A1"].value.startswith("UNRECORDED DRAFT")
    for file in found.rglob("*.docx"):
        with zipfile.ZipFile(file) as archive:
            headers = [n for n in archive.namelist() if re.fullmatch(r"word/header\d*\.xml", n)]
            assert any("DRAFT" in archive.read(name).decode() for name in headers), file.name


def test_the_folder_holds_the_version_only(platform: Trial, smq: Runner) -> None:
    """A record that was moved away since is one that git has not recorded."""
    before = files_of(built(platform, smq, "--nominative"))
    (platform.repo.root / "enregistrements/D3.pdf").rename(platform.repo.root / "D3.zip")
    said = smq("dossier", "--out", "remis")

    assert "enregistrements/D3.pdf" in before
    assert (said.code, "not recorded enregistrements/D3.pdf." in said.err) == (2, True)


@pytest.mark.parametrize("words", [("--zip", "--out", "remise"), ("--out", "documents/remise")])
def test_a_place_that_git_would_record(
    platform: Trial, smq: Runner, git: Git, words: tuple[str, ...]
) -> None:
    """An archive may name people: it never lies where the next version would take it."""
    platform.repo.write(".gitignore", "livrables/\n.smq/\n")
    record(platform, git)
    said = smq("dossier", *words)

    assert (said.code, "git does not ignore" in said.err) == (2, True)
    assert "--out livrables/remise" in said.err
    assert git(platform.repo.root, "status", "--porcelain") == ""
    assert smq("dossier", "--out", "livrables/remise").code == 0


def test_livrables_that_git_would_record(
    platform: Trial, smq: Runner, git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where .gitignore forgets the usual folder, it is to be mended; outside, nothing is asked."""
    platform.repo.write(".gitignore", ".smq/\n")
    record(platform, git)
    said = smq("dossier")

    assert (said.code, "Write the line livrables/ into .gitignore" in said.err) == (2, True)
    assert smq("dossier", "--out", str(tmp_path_factory.mktemp("ailleurs") / "d")).code == 0


@pytest.mark.parametrize(
    "content",
    [
        'id;"demande\nV1;D1\n',
        'id;demande;nature;note\nV-1;"D1;bon;\nV-2;D2;bon;"vu"\n',
        "id;demande\n<<<<<<< HEAD\nV1;D1\n=======\nV1;D2\n>>>>>>> autre\n",
    ],
)
def test_a_register_that_cannot_be_read(
    content: str, platform: Trial, smq: Runner, git: Git
) -> None:
    """An evaluation file without its rows would look whole: it is not made, as a draft either."""
    platform.repo.write("registres/devis.csv", content)
    record(platform, git)
    said = smq("dossier", "--out", "remis")
    platform.repo.write("notes.md", "Note\n")
    draft = smq("dossier", "--out", "remis", "--draft")

    for one in (said, draft):
        assert one.code == 2
        assert "registres/devis.csv cannot be read: the evaluation" in one.err
    assert not (platform.repo.root / "remis").exists()


def test_what_was_made_before_is_no_change_of_the_platform(
    platform: Trial, smq: Runner, git: Git
) -> None:
    """Archives and folders left beside the documents block nothing; another file does."""
    built(platform, smq).rename(platform.repo.root / "dossier reçu")
    assert smq("dossier", "--zip", "--out", "livrables/remise").code == 0
    (platform.repo.root / "livrables/remise.zip").rename(platform.repo.root / "remise.zip")
    platform.repo.write(".gitignore", "livrables/\n.smq/\n")
    git(platform.repo.root, "commit", "--quiet", "--all", "--message", "Un pas")

    assert smq("dossier").code == 0
    platform.repo.write("autre.zip", b"PK")
    assert "has not recorded autre.zip." in smq("dossier").err


def test_the_masked_form_names_nobody(platform: Trial, smq: Runner) -> None:
    """The nominative form does; only it holds the papers of confidential work."""
    masked = files_of(built(platform, smq))
    nominative = files_of(built(platform, smq, "--nominative"))

    def told(files: dict[str, bytes]) -> str:
        book = openpyxl.load_workbook(BytesIO(files["registres/usagers.xlsx"]))
        cells = [str(cell.value) for row in book.worksheets[0].rows for cell in row]
        return "\n".join([text_of(files["dossier-d-evaluation.docx"]), *cells])

    assert "Couturier" not in told(masked)
    assert "Couturier" in told(nominative)
    assert "enregistrements/D1.pdf" not in masked
    assert "enregistrements/D1.pdf" in nominative


def test_a_document_being_revised_is_handed_out_as_it_is_in_force(
    platform: Trial, smq: Runner, git: Git
) -> None:
    """Its past text, picture and master come from git; the next version stays out."""
    approved = {"approbations": [{**PROOF, "mode": "git"}]}
    old, new = png(20, 20), png(40, 20)
    for text, picture, master, more in (
        ("Le texte approuvé.\n", old, b"PK ancien", approved),
        ("Le texte suivant.\n", new, b"PK suivant", {**approved, "statut": "projet"}),
    ):
        body = f"{text}\n![Un schéma](schema.png)\n"
        platform.document("pro", "PRE-PRO-001", body, **more)
        platform.repo.write("documents/PRE/schema.png", picture)
        platform.document("ori", "EQU-PRO-001", "", original="maître.docx", **more)
        platform.repo.write("documents/EQU/maître.docx", master)
        record(platform, git)
    found = built(platform, smq)
    made = (found / "documents/PRE-PRO-001_v01_titre-de-pre-pro-001.docx").read_bytes()

    assert "Le texte approuvé." in text_of(made)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        media = {archive.read(name) for name in archive.namelist() if "/media/" in name}
    assert (old in media, new in media) == (True, False)
    master_file = found / "documents/EQU-PRO-001_v01_titre-de-equ-pro-001.docx"
    assert master_file.read_bytes() == b"PK ancien"


def test_a_master_that_is_not_there(platform: Trial, smq: Runner, git: Git) -> None:
    """The document stays out, which is said, and no link leads to it."""
    platform.document("ori", "EQU-PRO-001", "", original="absent.docx")
    record(platform, git)
    said = smq("dossier", "--out", "remis")

    assert "Warning: EQU-PRO-001: its file absent.docx is not there" in said.err
    assert_links_hold(platform.repo.root / "remis")


def test_a_place_that_is_taken(platform: Trial, smq: Runner) -> None:
    """Nobody's files are lost: an earlier folder of ours is replaced, another is not."""
    found = built(platform, smq)
    (found / "enregistrements/D3.pdf").unlink()
    built(platform, smq)
    (found / "mes notes.txt").write_text("à moi", encoding="utf-8")
    taken = smq("dossier", "--out", "remis")

    assert (taken.code, "holds something else" in taken.err) == (2, True)
    assert (found / "mes notes.txt").read_text(encoding="utf-8") == "à moi"
    assert (found / "enregistrements/D3.pdf").is_file()


def test_a_dry_run_writes_nothing(platform: Trial, smq: Runner) -> None:
    """It lists the files."""
    said = smq("dossier", "--out", "remis", "--dry-run")

    assert "manifest.json" in said.out
    assert not (platform.repo.root / "remis").exists()


def test_a_technical_unit_is_named(platform: Trial, smq: Runner, git: Git) -> None:
    """An evaluator sees in the title that a file is about one unit only."""
    platform.repo.settings({"plateaux": [{"nom": "Optique"}, {"nom": "Chimie"}]})
    record(platform, git)
    files = files_of(built(platform, smq, "--plateau", "optique"))

    title = "Evaluation file, technical unit Optique"
    assert title in text_of(files["dossier-d-evaluation.docx"])
    assert title in files["LISEZ-MOI.txt"].decode("utf-8-sig")


def test_the_evaluators_own_choice(platform: Trial, smq: Runner) -> None:
    """Dossiers named are solved; a word that leads to none stops the command."""
    found = built(platform, smq, "--exercise-ids", "E-3")
    said = json.loads((found / "manifest.json").read_bytes())
    none = smq("dossier", "--out", "remis", "--exercise-ids", "Z9")

    assert said["exercises"] == {"seed": None, "dossiers": ["A2"]}
    assert (none.code, "«Z9» leads to no dossier" in none.err) == (2, True)


def verify(smq: Runner, place: str) -> Said:
    """Return what is said of a place."""
    return smq("dossier", "--verify", place)


def test_an_intact_folder_is_said_to_be(platform: Trial, smq: Runner, git: Git) -> None:
    """With its version, and whether this repository knows it."""
    built(platform, smq)
    commit = git(platform.repo.root, "rev-parse", "HEAD").strip()
    said = verify(smq, "remis")

    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "remis: intact."
    assert commit in lines[1]
    assert lines[2] == "This repository knows that version."


def test_a_folder_is_verified_anywhere(
    platform: Trial, smq: Runner, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """An evaluator has no platform; another platform does not know the version."""
    built(platform, smq)
    elsewhere = tmp_path_factory.mktemp("reçu")
    shutil.move(platform.repo.root / "remis", elsewhere / "remis")
    alone = smq("-C", str(elsewhere), "dossier", "--verify", "remis")
    (elsewhere / "smq.yaml").write_text("smq: 1\n", encoding="utf-8")
    other = smq("-C", str(elsewhere), "dossier", "--verify", "remis")

    assert (alone.code, "This repository" in alone.out) == (0, False)
    assert "This repository does not know that version." in other.out


def test_one_changed_byte_is_found(platform: Trial, smq: Runner) -> None:
    """In any file, the manifest too; what is missing and what is too many are named."""
    found = built(platform, smq)
    whole = files_of(found)
    for path, content in whole.items():
        (found / path).write_bytes(bytes([content[0] ^ 1]) + content[1:])
        assert verify(smq, "remis").code == 1, path
        (found / path).write_bytes(content)
    (found / "enregistrements/D3.pdf").unlink()
    (found / "ajout.txt").write_bytes(b"x")
    said = verify(smq, "remis")

    assert "  missing: enregistrements/D3.pdf" in said.out
    assert "  too many: ajout.txt" in said.out


def test_a_changed_zip(platform: Trial, smq: Runner) -> None:
    """A byte of a file in it is found; what is no zip file stops the command."""
    smq("dossier", "--zip", "--out", "remis.zip")
    place = platform.repo.root / "remis.zip"
    intact = verify(smq, "remis.zip")
    raw = place.read_bytes()
    at = raw.index(b"%PDF-1.4")
    place.write_bytes(raw[:at] + b"%PDF-1.5" + raw[at + 8 :])
    changed = verify(smq, "remis.zip")
    place.write_bytes(b"pas un zip")

    assert intact.code == 0
    assert (changed.code, "  changed: enregistrements/D3.pdf" in changed.out) == (1, True)
    assert verify(smq, "remis.zip").code == 2
    assert "rien does not exist." in verify(smq, "rien").err


def test_what_copying_does_to_a_folder(platform: Trial, smq: Runner) -> None:
    """Line ends and names that moved are told as such; what a computer leaves changes nothing."""
    found = built(platform, smq)
    (found / ".DS_Store").write_bytes(b"x")
    left = verify(smq, "remis")
    notice, manifest = found / "LISEZ-MOI.txt", found / "manifest.json"
    notice.write_bytes(notice.read_bytes().replace(b"\r\n", b"\n"))
    manifest.write_bytes(manifest.read_bytes().replace(b"\n", b"\r\n"))
    (found / "enregistrements/D3.pdf").rename(found / "enregistrements/D3 (1).pdf")
    said = verify(smq, "remis")

    assert (left.code, left.out.splitlines()[:2]) == (
        0,
        ["remis: intact.", "  left by a computer, of no matter: .DS_Store"],
    )
    assert said.code == 1
    assert said.out.splitlines()[:4] == [
        "remis: not intact.",
        "  moved or renamed: enregistrements/D3.pdf → enregistrements/D3 (1).pdf",
        "  changed, its line ends alone: manifest.json",
        "  changed, its line ends alone: LISEZ-MOI.txt",
    ]


def test_a_folder_unpacked_under_another_name(platform: Trial, smq: Runner) -> None:
    """The folder that holds it alone may be named; a zip file made again is the same folder."""
    built(platform, smq)
    root = platform.repo.root
    (root / "reçu").mkdir()
    shutil.move(root / "remis", root / "reçu/dossier (1)")
    around = verify(smq, "reçu")
    shutil.make_archive(str(root / "refait"), "zip", root / "reçu")

    assert (around.code, around.out.splitlines()[0]) == (0, "reçu/dossier (1): intact.")
    assert verify(smq, "refait.zip").code == 0


def test_a_manifest_that_is_damaged_or_not_there(platform: Trial, smq: Runner) -> None:
    """Each is said: nothing can be compared."""
    found = built(platform, smq)
    raw = (found / "manifest.json").read_bytes()
    (found / "manifest.json").write_bytes(raw[:200])
    damaged = verify(smq, "remis")
    (found / "manifest.json").unlink()
    gone = verify(smq, "remis")

    assert (damaged.code, "manifest.json is damaged" in damaged.out) == (1, True)
    assert (gone.code, "manifest.json is not there" in gone.out) == (1, True)
    assert "Ask whoever sent it" in gone.err


def test_what_to_read_again_is_said(platform: Trial, smq: Runner) -> None:
    """Free text is not masked: the masked form says where it speaks of confidential work."""
    plain = smq("dossier", "--out", "remis", "--nominative")
    rows = "id;dit\nR1;Revoir D1\n"
    platform.table("reunions", "{nom: id}, {nom: dit, libelle: Décisions}", rows)
    masked = smq("dossier", "--out", "remis", "--draft")

    assert "To read again" not in plain.err
    (line,) = (line for line in masked.err.splitlines() if "To read again" in line)
    assert "registres/reunions.csv:2 (Décisions)" in line


def test_what_is_masked_in_doubt_is_said(platform: Trial, smq: Runner, git: Git) -> None:
    """The register and the column are named; the paper of a request in doubt stays out."""
    path = platform.repo.root / "registres/demandes.csv"
    rows = path.read_text(encoding="utf-8")
    path.write_text(rows.replace("confidentiel", "confidentielle"), encoding="utf-8")
    record(platform, git)
    misspelt = smq("dossier", "--out", "remis")
    papers = sorted(p.name for p in (platform.repo.root / "remis").rglob("*.pdf"))
    path.write_text(rows.replace(";oui;", ";secret;").replace("D1;U1", "D1;"), encoding="utf-8")
    record(platform, git)
    doubtful = smq("dossier", "--out", "remis").err

    path_said = "In doubt, masked: registres/demandes.csv has no column «confidentiel», 3 rows"
    assert path_said in misspelt.err
    assert papers == []
    assert "«confidentiel» tells nothing in 1 row of «demandes»: registres/demandes.csv:2" in (
        doubtful
    )


def test_what_the_check_finds_is_told(platform: Trial, smq: Runner, git: Git) -> None:
    """As many errors as the check says, by rule, and where they stand; no word is quoted."""
    title = "A cell of a register is not what its column holds."
    before = text_of((built(platform, smq) / "dossier-d-evaluation.docx").read_bytes())
    rows = ROWS_OF_REQUESTS.strip().replace(";oui;", ";Lison Aubrac;")
    platform.repo.write("registres/demandes.csv", rows)
    record(platform, git)
    said = smq("dossier", "--out", "remis")
    text = text_of((platform.repo.root / "remis/dossier-d-evaluation.docx").read_bytes())
    errors = json.loads(smq("check", "--format", "json").out)["findings"]
    count = sum(finding["severity"] == "error" for finding in errors)

    assert f"The check finds {count} errors; the document tells them." in said.err
    assert f"Check of 2027-03-01: {count} errors, listed in the Action plan." in text
    assert f"Check of 2027-03-01: {count - 1} errors" in before
    assert (title in before, title in text) == (False, True)
    assert "Lison" not in text


def test_a_criterion_whose_dossiers_are_at_fault(example: tuple[Platform, Path]) -> None:
    """It is to be read: the rules on dossiers find something in its registers."""
    _made, folder = example
    opened = docx.Document(BytesIO((folder / "dossier-d-evaluation.docx").read_bytes()))
    rows = {row.cells[0].text: row for table in opened.tables for row in table.rows}
    text = text_of((folder / "dossier-d-evaluation.docx").read_bytes())

    for name, touched in (("INF-MD-02", True), ("INF-PR-05", True), ("INF-EL-01", False)):
        assert ("\n" in rows[name].cells[2].text) == touched
    for found in ("TRC014", "TRC015", "USG-2026-00040", "EXE-2027-001"):
        assert found in text


def test_an_exercise_tells_what_the_check_finds(platform: Trial, smq: Runner, git: Git) -> None:
    """A dossier in which nothing would be missing is not said to be without fault."""
    rows = (platform.repo.root / "registres/analyses.csv").read_text(encoding="utf-8")
    platform.repo.write("registres/analyses.csv", rows.replace("2027-01-13", "demain"))
    record(platform, git)

    text = text_of((built(platform, smq) / "dossier-d-evaluation.docx").read_bytes())
    assert "A cell of a register is not what its column holds. (REG005)" in text


def test_what_is_not_in_the_platform(platform: Trial, smq: Runner, git: Git) -> None:
    """A file that a row names, a register without file: said on screen and in the document."""
    (platform.repo.root / "enregistrements/D3.pdf").unlink()
    (platform.repo.root / "registres/devis.csv").unlink()
    record(platform, git)
    said = smq("dossier", "--out", "remis")
    text = text_of((platform.repo.root / "remis/dossier-d-evaluation.docx").read_bytes())

    assert said.code == 0
    assert "2 files that registers name are not there" in said.err
    assert "enregistrements/D3.pdf (registres/demandes.csv:4)" in said.err
    assert "1 register has no file, and stays out: registres/devis.csv" in said.err
    assert "Files that a register names and the platform does not have" in text
    assert "enregistrements/D3.pdf" in text
    assert "rapport Été" not in text
    assert "Registers of which the platform has no file: devis." in text


def test_dates_of_a_register_are_dates(platform: Trial, smq: Runner) -> None:
    """An evaluator sorts them, in both forms."""
    for form in ("--masked", "--nominative"):
        book = openpyxl.load_workbook(built(platform, smq, form) / "registres/analyses.xlsx")
        cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
        days = {cell.value: cell.number_format for cell in cells if isinstance(cell.value, date)}

        assert sorted(f"{day:%Y-%m-%d}" for day in days) == [
            "2027-01-11",
            "2027-01-13",
            "2027-02-01",
        ]
        assert set(days.values()) == {"dd/mm/yyyy"}


def test_a_folder_that_holds_identifiers_only(platform: Trial, smq: Runner, git: Git) -> None:
    """The nominative form names the staff, by smq.yaml or this computer's table; no other does."""
    repo = platform.repo
    repo.write(".gitignore", "livrables/\n.smq/\nremis/\nnoms-des-personnes.csv\n")
    platform.table(
        "personnels",
        "{nom: id}, {nom: nom_affiche, requis: true, personnel: true}",
        "id;nom_affiche\nP01;P01\nP07;P07\n",
    )
    platform.table(
        "reunions",
        "{nom: id}, {nom: presents, type: liste, personnel: true}",
        "id;presents\nR1;P03|P07\n",
    )
    repo.settings({"personnes": {"P01": {"nom": "P01"}, "P03": {"nom": "Inès Vautrin"}}})
    record(platform, git)
    repo.write("noms-des-personnes.csv", "identifiant;nom\nP01;Solène Marchaville\n")

    def cells(table: str, *words: str) -> list[str]:
        content = files_of(built(platform, smq, *words))[f"registres/{table}.xlsx"]
        rows = list(openpyxl.load_workbook(BytesIO(content)).worksheets[0].values)[2:]
        return [str(row[1]) for row in rows]

    assert cells("personnels", "--nominative") == ["P01 (Solène Marchaville)", "P07"]
    assert cells("reunions", "--nominative") == ["P03 (Inès Vautrin), P07"]
    assert cells("reunions") == ["masked"]


def test_without_git(dossiers: Trial, smq: Runner, git: Git) -> None:
    """An evaluation file says a version: without one there is none."""
    nowhere = smq("dossier")
    git(dossiers.repo.root, "init", "--quiet")
    nothing = smq("dossier")

    assert nowhere.code == 2
    assert (nothing.code, "Nothing was recorded in git yet" in nothing.err) == (2, True)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Platform, Path]:
    """Return the example platform, and the folder made from it once."""
    made = copied(tmp_path_factory.mktemp("exemple"))
    done = made.smq("dossier", "--nominative", "--out", str(made.root / "livrables/remis"))
    assert done.returncode == 0, done.stderr.decode()
    return made, made.root / "livrables/remis"


def test_the_example(example: tuple[Platform, Path]) -> None:
    """Every link of every Word file holds, and the document shows what an evaluator asks for."""
    made, folder = example
    text = text_of((folder / "dossier-d-evaluation.docx").read_bytes())

    assert assert_links_hold(folder) > 300
    assert "référentiel de travail, non officiel" in text
    for word in ("INF-PR-01", "EQU-MOP-001", "ACT-2026-002", "ENS-FIP-001", "INS-2026-001"):
        assert word in text
    assert (folder / "enregistrements/PIL/PIL-MOD-001_lettre-engagement_2026-06-15.pdf").is_file()
    assert made.smq("dossier", "--verify", str(folder)).returncode == 0


def test_the_example_masked(example: tuple[Platform, Path]) -> None:
    """No user of the example is named in any workbook nor in the document."""
    made, _folder = example
    folder = made.root / "livrables/masque"
    assert made.smq("dossier", "--out", str(folder)).returncode == 0
    users = (made.root / "registres/usagers.csv").read_text(encoding="utf-8-sig").splitlines()
    names = [line.split(";")[1] for line in users[1:]]
    said = [text_of((folder / "dossier-d-evaluation.docx").read_bytes())]
    for file in sorted((folder / "registres").glob("*.xlsx")):
        for row in openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True):
            said.extend(str(cell) for cell in row if cell)

    assert names
    assert [name for name in names if name in "\n".join(said)] == []
