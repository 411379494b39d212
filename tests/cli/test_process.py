"""`smq process merge` and `smq init --merge`: what is typed, what is said, what is written."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Git
from tests.cli.runner import Runner, files_of


def test_merge(smq: Runner, demo: Path, git: Git) -> None:
    """Codes are given, the sheet that was never approved goes, and the platform checks clean."""
    said = smq("-C", "demo", "process", "merge", "com", "piloter la plateforme")

    assert said.code == 0
    assert said.out == ""
    assert "COM-PRO-001 becomes PIL-PRO-002, Communiquer et valoriser\n" in said.err
    assert "The sheet COM-FIP-001 was never approved: it is removed; git keeps it.\n" in said.err
    assert "speaks for both: PIL-FIP-001" in said.err
    (sheet,) = (demo / "documents/PIL").glob("PIL-FIP-001-*")
    for code in ("PIL-PRO-002", "PIL-FOR-002", "PIL-REG-005"):
        assert f"- {code}\n" in sheet.read_text(encoding="utf-8")
    assert "processus: PIL\n    objet" not in sheet.read_text(encoding="utf-8")
    assert not (demo / "documents/COM").exists()
    assert "COM-" not in git(demo, "grep", "-h", "-e", "COM-", "--or", "-e", "anciens").replace(
        "enregistrements/COM-", ""
    )
    report = smq("-C", "demo", "check")
    assert report.code == 0
    assert ": 0 errors, 0 warnings" in report.both


def test_a_sheet_not_yet_recorded_is_kept(smq: Runner, demo: Path) -> None:
    """What somebody wrote in it since the last version is not lost: it is withdrawn instead."""
    (sheet,) = (demo / "documents/COM").glob("COM-FIP-*")
    sheet.write_bytes(sheet.read_bytes() + b"\nUne phrase.\n")

    said = smq("-C", "demo", "process", "merge", "COM", "PIL")

    assert "The sheet COM-FIP-001 is withdrawn, under the code PIL-FIP-002.\n" in said.err
    (kept,) = (demo / "documents/PIL").glob("PIL-FIP-002-*")
    assert "Une phrase." in kept.read_text(encoding="utf-8")


def test_dry_run(smq: Runner, demo: Path) -> None:
    """It shows each file once, with its move and its lines, and writes nothing."""
    before = files_of(demo)

    said = smq("-C", "demo", "process", "merge", "COM", "PIL", "--dry-run")

    assert files_of(demo) == before
    moved = [line for line in said.out.splitlines() if line.startswith("moves documents/COM/")]
    assert len(moved) == len([path for path in before if path.startswith("documents/COM/")]) - 1
    assert "changes smq.yaml\n" in said.out
    assert "deletes documents/COM/COM-FIP-001-" in said.out
    assert "  -code: COM-PRO-001\n  +code: PIL-PRO-002\n" in said.out
    assert said.err.endswith("\nNothing was written.\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "say which"),
        (("fusionner", "COM", "PIL"), "«fusionner» cannot be done with a process."),
        (("merge", "COM"), "Two processes are needed"),
        (("merge", "COM", "COM"), "COM cannot be merged with itself."),
        (("merge", "Communiquer", "com"), "COM cannot be merged with itself."),
        (("merge", "CMO", "PIL"), "«CMO» is no process of this platform."),
    ],
)
def test_refused(smq: Runner, demo: Path, words: tuple[str, ...], sentence: str) -> None:
    """One sentence, what to type, exit 2, and nothing written."""
    before = files_of(demo)

    said = smq("-C", "demo", "process", *words)

    assert said.code == 2
    assert sentence in said.err
    assert "→" in said.err
    assert files_of(demo) == before


def test_init_merged(smq: Runner, tmp_path: Path) -> None:
    """The kit is written merged: next numbers, one sheet that says both, texts that follow."""
    words = ("--merge", "doc → ame", "--merge", "Communiquer et valoriser=PIL")
    said = smq("init", "demo", "--yes", *words)

    assert said.code == 0
    root = tmp_path / "demo"
    names = [f.name[:11] for f in sorted((root / "documents").glob("*/*.md"))]
    assert {"PIL-PRO-002", "AME-PRO-003", "AME-REG-005"} <= set(names)
    assert not [name for name in names if name.startswith(("COM-", "DOC-"))]
    assert [n for n in names if "PIL-FIP" in n] == ["PIL-FIP-001"]
    texts = "\n".join(f.read_text(encoding="utf-8") for f in (root / "documents").glob("*/*.md"))
    for former in ("COM-", "DOC-", "enregistrements/COM", "processus: DOC"):
        assert former not in texts
    (sheet,) = (root / "documents/PIL").glob("PIL-FIP-*")
    assert "avec: PIL-PRO-002" in sheet.read_text(encoding="utf-8")
    assert "modele: infra-plus/com-pro-communication" in texts
    assert "code: COM" not in (root / "smq.yaml").read_text(encoding="utf-8")
    report = smq("-C", "demo", "check")
    assert ": 0 errors, 0 warnings" in report.both


def test_init_merged_by_answers(smq: Runner, tmp_path: Path) -> None:
    """A file of answers says the same under `fusions`."""
    (tmp_path / "r.yaml").write_text("nom: Essai\nfusions: [SEC>EQU]\n", encoding="utf-8")

    assert smq("init", "demo", "--answers", "r.yaml").code == 0

    folders = [folder.name for folder in (tmp_path / "demo/documents").iterdir()]
    assert "EQU" in folders
    assert "SEC" not in folders


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--merge", "COM"), "«COM» does not say which process goes into which."),
        (("--merge", "COM=PLI"), "«PLI» is no process of the kit."),
        (("--merge", "COM=COM"), "COM cannot be merged with itself."),
        (("--merge", "COM=PIL", "--merge", "COM=AME"), "COM is merged twice"),
        (
            ("--merge", "COM=PIL", "--merge", "PIL=AME"),
            "COM would go into PIL, which goes itself into AME.\n"
            "  → Let both go into AME: --merge COM=AME --merge PIL=AME\n",
        ),
        (
            ("--merge", "COM=PIL", "--merge", "PIL=COM"),
            "COM would go into PIL, and PIL into COM: neither would be left.\n"
            "  → Keep one of the two: --merge COM=PIL, or --merge PIL=COM\n",
        ),
        (("--set", "activites=rd", "--merge", "COM=PRE"), "PRE is not created"),
    ],
)
def test_init_refused(smq: Runner, tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    """A merge that cannot be made is said before anything is created."""
    said = smq("init", "demo", "--yes", *words)

    assert said.code == 2
    assert sentence in said.err
    assert not (tmp_path / "demo" / "smq.yaml").exists()


def test_an_approved_sheet_is_left_as_it_is(smq: Runner, demo: Path) -> None:
    """What both do is written in its next version: it is said, and not that it speaks for both."""
    (sheet,) = (demo / "documents/PIL").glob("PIL-FIP-*")
    text = sheet.read_text(encoding="utf-8")
    sheet.write_bytes(re.sub(r"\nversion:.*\n", '\nversion: "1"\n', text, count=1).encode())

    said = smq("-C", "demo", "process", "merge", "COM", "PIL")

    assert "speaks for both" not in said.err
    assert "is approved and stays as it is: in its next version, take over what COM-FIP-001" in (
        said.err
    )
    assert "COM" not in re.findall(r"processus: (\w+)", sheet.read_text(encoding="utf-8"))
    assert "PIL-REG-005" not in sheet.read_text(encoding="utf-8")
