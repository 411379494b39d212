"""`smq diff`: what changed, for people who do not read git diffs."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cli.life import FILE, OTHER, Life

PICTURE = "documents/PRE/balance.png"


@pytest.fixture
def revised(life: Life) -> Life:
    """Return a procedure in force as version 1, whose version 2 is being written."""
    (life.root / PICTURE).write_bytes(b"\x89PNG 1")
    life.write("Toutes les prestations.", "Toutes les prestations.\n\n![La balance](balance.png)")
    life.in_force()
    life.does("revise", "PRE-PRO-001")
    life.write("répondre sous 5 jours", "répondre sous 10 jours")
    life.write("titre: 'Traiter une prestation'", "titre: 'Traiter une demande'")
    life.write("redacteur: P03", "redacteur: P02")
    return life


def test_the_version_in_force_and_the_file(revised: Life) -> None:
    """Without a version: what readers have against what is being written, word by word."""
    said = revised.does("diff", "PRE-PRO-001")

    assert said.out.splitlines() == [
        "PRE-PRO-001 – Traiter une demande",
        "From version 1, in force to the draft of version 2, as its file is now.",
        "",
        "Header",
        "  Title : Traiter une prestation → Traiter une demande",
        "  Written by : Inès Vautrin → Hugo Marchal",
        "",
        "Déroulement",
        "  Suivre PRE-MOP-001, répondre sous [-5-]{+10+} jours.",
        "",
        "In all: 2 fields of the header, 1 passage changed.",
    ]


def test_versions_by_number(revised: Life) -> None:
    """`1`, `1 2`, and once version 2 is in force `2` is the file."""
    assert "[-5-]{+10+}" in revised.does("diff", "PRE-PRO-001", "1").out
    assert "[-5-]{+10+}" in revised.does("diff", "PRE-PRO-001", "1", "2").out
    assert "[-10-]{+5+}" in revised.does("diff", "PRE-PRO-001", "2", "1").out
    revised.record()
    revised.in_force(change="Dix jours")
    revised.does("revise", "PRE-PRO-001")
    revised.write("10 jours", "20 jours")

    said = revised.does("diff", "PRE-PRO-001", "1", "2")

    assert said.out.splitlines()[1:3] == [
        "From version 1 to version 2.",
        "  Version 2 (2027-03-01): Dix jours",
    ]
    assert "[-5-]{+10+}" in said.out
    assert "20" not in said.out.partition("Déroulement")[2]
    assert "[-10-]{+20+}" in revised.does("diff", "PRE-PRO-001").out


def test_a_day_a_tag_a_name_of_git(revised: Life) -> None:
    """Whatever names a recorded version does; a file renamed since is followed."""
    revised.git(revised.root, "tag", "audit")
    new = FILE.replace("traiter-une-prestation", "traiter")
    revised.git(revised.root, "mv", FILE, new)
    revised.record()

    for word in ("audit", "HEAD~1", "2027-03-01", "01/03/2027"):
        assert revised.does("diff", "PRE-PRO-001", word).code == 0
    assert "[-5-]{+10+}" in revised.does("diff", "PRE-PRO-001", "audit").out
    assert "{+10+}" not in revised.does("diff", "PRE-PRO-001", "HEAD").out


def test_a_number_that_changed_is_no_change(revised: Life) -> None:
    """Codes are compared by the document that they lead to."""
    revised.record()
    revised.does("renumber", "PRE-MOP-001", "PRE-MOP-004")

    said = revised.does("diff", "PRE-PRO-001", "HEAD")

    assert "In all: nothing changed." in said.out
    other = revised.does("diff", "PRE-MOP-004", "HEAD")
    assert "In all: nothing changed." in other.out


def test_pictures_and_links(revised: Life) -> None:
    """A picture is known by its bytes; documents come and go with their titles."""
    (revised.root / PICTURE).write_bytes(b"\x89PNG 2")
    revised.write("Suivre PRE-MOP-001,", "Suivre PRE-MOP-009,")
    revised.write("liens: {modes: [PRE-MOP-001]}", "liens: {}")

    said = revised.does("diff", "PRE-PRO-001").out

    assert "Picture balance.png: other content\n" in said
    assert "Now cites PRE-MOP-009\n" in said
    assert "No longer cites PRE-MOP-001 – Recevoir\n" in said
    assert "1 picture, 1 link added, 1 link removed." in said


def test_a_master_file(life: Life) -> None:
    """Of a Word file only that it changed is said, with both fingerprints."""
    master = life.root / OTHER.replace(".md", ".docx")
    master.write_bytes(b"PK 1")
    life.write("diffusion: interne", f"diffusion: interne\noriginal: {master.name}", OTHER)
    life.record()
    master.write_bytes(b"PK 2")

    said = life.does("diff", "PRE-MOP-001", "HEAD").out

    assert f"The master file {master.name} changed" in said
    before, after = re.findall(r"sha256:[0-9a-f]{12}", said)
    assert before != after


def test_word_and_web(revised: Life, tmp_path: Path) -> None:
    """Removed words are struck, added ones underlined; the ending of the name decides."""
    revised.write("Peser.", "Peser <b>deux</b> fois.", OTHER)
    for ending in ("docx", "html"):
        revised.does("diff", "PRE-PRO-001", "--out", str(tmp_path / f"d.{ending}"))

    page = (tmp_path / "d.html").read_text(encoding="utf-8")
    assert "répondre sous <s>5</s> <u>10</u> jours." in page
    paper = docx.Document(BytesIO((tmp_path / "d.docx").read_bytes()))
    runs = [run for p in paper.paragraphs if "répondre" in p.text for run in p.runs]
    assert [run.text for run in runs if run.font.strike] == ["5"]
    assert [run.text for run in runs if run.font.underline] == ["10"]
    text = revised.does("diff", "PRE-PRO-001", "--out", str(tmp_path / "d.txt"))
    assert text.out == ""
    revised.does("diff", "PRE-MOP-001", "HEAD", "--out", str(tmp_path / "m.html"))
    page = (tmp_path / "m.html").read_text(encoding="utf-8")
    assert "<b>" not in page, "what a document says is text"


def test_nothing_to_compare_with(life: Life) -> None:
    """A first draft, a document just as it is in force, words that name nothing."""
    assert "smq diff PRE-PRO-001 HEAD" in life.refused("diff", "PRE-PRO-001")
    life.in_force()
    said = life.refused("diff", "PRE-PRO-001")
    assert "in force as its file is" in said

    said = life.refused("diff", "PRE-PRO-001", "8")
    assert "no version «8»" in said
    assert "Its versions: 1\n" in said
    assert "No version was recorded" in life.refused("diff", "PRE-PRO-001", "2020-01-01")
    assert "All codes: smq list" in life.refused("diff", "PRE-PRO-002")
    assert "git log" not in life.refused("diff", "PRE-PRO-001", "autre")


def test_not_there_yet(life: Life) -> None:
    """A document younger than the version named."""
    life.does("new", "PRO", "--process", "PRE", "--title", "Autre")
    life.record()

    assert "was not there yet" in life.refused("diff", "PRE-PRO-002", "HEAD~1")


def test_out_of_git(revised: Life) -> None:
    """A copy without history says so in words."""
    revised.forget()

    assert "Traceback" not in revised.refused("diff", "PRE-PRO-001")
    assert revised.refused("diff", "PRE-PRO-001", "1")
