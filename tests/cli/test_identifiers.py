"""A platform that holds identifiers only: names never reach a versioned file."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.runner import Runner, files_of
from tests.conftest import Repo

FILE = "documents/PRE/PRE-PRO-001-document.md"
NAME = "Zoé Petit"


@pytest.fixture
def terminal(repo: Repo, smq: Runner) -> Runner:
    """Return a terminal in such a platform, with one procedure and the table of names."""
    people = {"P01": {"nom": "P01", "roles": ["responsable"]}, "P02": {"nom": "P02"}}
    repo.settings({"personnes": people, "identifiants": True})
    repo.write(
        "noms-des-personnes.csv",
        f"identifiant;nom\r\nP01;{NAME}\r\nP02;Anaïs Œuvrard\r\n".encode("utf-8-sig"),
    )
    repo.document("PRE-PRO-001", "Texte.\n")
    return smq


def text() -> str:
    """Return the procedure."""
    return Path(FILE).read_text(encoding="utf-8")


def test_a_name_is_looked_up_in_the_table(terminal: Runner) -> None:
    """The identifier is written, in people and in rows; the person at the keyboard reads a name."""
    shown = terminal(
        "set", "PRE-PRO-001", "redacteur=petit zoe", "historique+=1; 20/02/2027; Création; oeuv"
    )
    assert shown.code == 0, shown.err
    assert "redacteur: P01\n" in text()
    assert "par: P02}" in text()
    assert "Petit" not in text()
    assert "redacteur: (empty) → Zoé Petit (P01)" in shown.out


def test_a_name_that_the_table_does_not_hold_is_refused(terminal: Runner) -> None:
    """Nothing is written; the identifiers are named."""
    before = text()
    shown = terminal("set", "PRE-PRO-001", "redacteur=Jean Durand")
    assert shown.code == 2
    assert "«Jean Durand» is nobody in smq.yaml, and names stay out of this folder." in shown.err
    assert "P01, P02" in shown.err
    assert text() == before


def test_without_the_table_a_name_is_refused_too(terminal: Runner) -> None:
    """A colleague who has no table writes identifiers."""
    Path("noms-des-personnes.csv").unlink()
    assert terminal("set", "PRE-PRO-001", f"redacteur={NAME}").code == 2
    assert terminal("set", "PRE-PRO-001", "redacteur=p01").code == 0
    assert "redacteur: P01\n" in text()


def test_fill_looks_up_and_refuses_likewise(terminal: Runner) -> None:
    """The names are shown to choose from, the identifier is written."""
    shown = terminal("fill", "PRE-PRO-001", typed=f"Jean Durand\n{NAME}\n.\n")
    assert "P01 Zoé Petit, P02 Anaïs Œuvrard" in shown.err
    assert "names stay out of this folder" in shown.err
    assert "redacteur: P01\n" in text()
    assert "Durand" not in text()


def test_a_filed_record_holds_identifiers(terminal: Runner, repo: Repo) -> None:
    """Who signed and who files: a name of the table is replaced, another is refused."""
    repo.document("PRE-FOR-001")
    Path("fiche.pdf").write_bytes(b"%PDF-1.4\n")
    words = ("file", "fiche.pdf", "--as", "PRE-FOR-001")

    for option in ("--signed-by", "--by"):
        refused = terminal(*words, option, "Jean Durand")
        assert refused.code == 2
        assert f"{option}: «Jean Durand» is nobody in smq.yaml, and names stay out" in refused.err
    shown = terminal(*words, "--signed-by", "anais œuvrard", "--by", NAME)

    assert shown.code == 0, shown.err
    (sidecar,) = Path("enregistrements").rglob("*.yaml")
    written = sidecar.read_text(encoding="utf-8")
    assert "signataires:\n- P02\n" in written
    assert "depose_par: P01\n" in written


def test_an_answer_holds_identifiers(terminal: Runner, repo: Repo) -> None:
    """Who answers: a name of the table is replaced, another is refused."""
    repo.write(
        "referentiel/referentiels/essai.yaml",
        """
        chapitres: [{code: c, titre: C}]
        mention: essai
        criteres: [{id: X-01, chapitre: c, titre: T, nature: declared}]
        """,
    )
    repo.settings({"referentiels": ["essai"]})
    words = ("declare", "X-01", "--status", "satisfait", "--reason", "vu sur place", "--by")

    assert terminal(*words, "Jean Durand").code == 2
    shown = terminal(*words, NAME)

    assert shown.code == 0, shown.err
    written = Path("evaluation.yaml").read_text(encoding="utf-8")
    assert "par: P01\n" in written


def test_check_says_the_same_with_and_without_the_table(terminal: Runner) -> None:
    """A name typed by hand is found, no hint asks to add names, and no other name is told."""
    Path(FILE).write_text(
        text().replace("---\n\n", f"redacteur: {NAME}\n---\n\n"), encoding="utf-8"
    )
    shown = terminal("check")
    assert f"LIF007 «{NAME}» (redacteur) is nobody in smq.yaml." in shown.both
    assert "Names stay out of this folder: give this person an identifier" in shown.both
    assert "Œuvrard" not in shown.both
    Path("noms-des-personnes.csv").unlink()
    assert terminal("check").both == shown.both


def test_init_leaves_no_name_behind(smq: Runner) -> None:
    """The settings say that identifiers are wanted; only the ignored table holds the name."""
    shown = smq(
        "init", "p", "--yes", "--set", "identifiants=2", "--set", f"responsable={NAME}"
    )  # fmt: skip
    assert shown.code == 0, shown.err
    holding = [p for p, raw in files_of(Path("p")).items() if NAME.encode() in raw]
    assert holding == ["noms-des-personnes.csv"]
    assert "identifiants: true\n" in Path("p/smq.yaml").read_text(encoding="utf-8")
    assert smq("-C", "p", "set", "PIL-POL-001", f"redacteur={NAME}").code == 0
    holding = [p for p, raw in files_of(Path("p")).items() if NAME.encode() in raw]
    assert holding == ["noms-des-personnes.csv"]


def test_word_files_bear_names_when_asked(terminal: Runner) -> None:
    """In the title block and in the text; without the option, and without the table, none."""
    Path(FILE).write_text(
        text()
        .replace("Texte.", "P01 pèse, P011 non.")
        .replace("---\n\n", "redacteur: P01\n---\n\n"),
        encoding="utf-8",
    )
    assert terminal("render", "PRE-PRO-001").code == 0
    assert "Petit" not in _printed()
    assert terminal("render", "PRE-PRO-001", "--names").code == 0
    assert _printed().count("Zoé\u00a0Petit") + _printed().count(NAME) >= 2
    assert "P011 non" in _printed()
    Path("noms-des-personnes.csv").unlink()
    shown = terminal("render", "PRE-PRO-001", "--names")
    assert shown.code == 2
    assert "No name is known here: noms-des-personnes.csv" in shown.err


def _printed() -> str:
    """Return the XML of the Word file."""
    (file,) = Path("livrables").glob("PRE-PRO-001*.docx")
    with ZipFile(file) as archive:
        return archive.read("word/document.xml").decode("utf-8")
