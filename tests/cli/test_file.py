"""`smq file`: a signed file becomes a record, and is never altered."""

from datetime import date
from pathlib import Path

import pytest

from smq import private
from tests.cli.runner import Runner, files_of
from tests.conftest import Repo

FORM = "PIL-MOD-001"
SCAN = b"%PDF-1.4\n\x00\xff lettre"


@pytest.fixture
def letters(repo: Repo) -> Repo:
    """Return a platform with the model of a letter, and a scan with accents and spaces."""
    repo.document(FORM, titre="Lettre d’engagement", version="2")
    repo.write("scans/Lettre signée (été).PDF", SCAN)
    return repo


def filed(repo: Repo) -> dict[str, bytes]:
    """Return the records and their sidecars, by path."""
    return {p: c for p, c in files_of(repo.root).items() if p.startswith("enregistrements/")}


def sidecar(repo: Repo) -> str:
    """Return the text of the only sidecar."""
    (text,) = (content for path, content in filed(repo).items() if path.endswith(".yaml"))
    return text.decode()


def test_a_signed_scan(letters: Repo, smq: Runner) -> None:
    """The bytes are kept as they are, under the form's code and date; the sidecar says the rest."""
    said = smq(
        *("file", "scans/Lettre signée (été).PDF", "--as", "pil-mod-001"),
        *("--dated", "15/02/2027", "--signed-by", "Claire Fontaine"),
        *("--signed-outside", "M.  Durand"),
        *("--title", "Lettre  de  l’unité"),
    )

    assert said.code == 0
    (path,) = (path for path in filed(letters) if path.endswith(".pdf"))
    assert path.startswith("enregistrements/PIL/PIL-MOD-001_2027-02-15_lettre-de-l-unite_")
    assert said.out.split(" ", 1)[1].strip() == path
    assert filed(letters)[path] == SCAN
    assert (letters.root / "scans/Lettre signée (été).PDF").read_bytes() == SCAN
    text = sidecar(letters)
    for line in (
        "titre: Lettre de l’unité",
        f"formulaire: {FORM}",
        "version_formulaire: '2'",
        "date: 2027-02-15",
        f"fichier: {path.rpartition('/')[2]}",
        f"sha256: {private.digest_of(SCAN)}",
        "depose_le: 2027-03-01",
    ):
        assert line in text
    assert "- P01\n- M. Durand" in text
    assert smq("check", "--select", "REF").code == 0


def test_the_same_file_twice(letters: Repo, smq: Runner) -> None:
    """Nothing is filed twice, under whatever name; where it lies is said."""
    smq("file", "scans/Lettre signée (été).PDF", "--as", FORM)
    before = filed(letters)
    letters.write("scans/copie.pdf", SCAN)

    said = smq("file", "scans/copie.pdf", "--as", FORM)

    assert said.code == 2
    assert "«copie.pdf» was filed already: enregistrements/PIL/" in said.err
    assert filed(letters) == before


@pytest.mark.parametrize(
    ("name", "content", "words", "said"),
    [
        ("vide.pdf", b"", ("--as", FORM), "«vide.pdf» is empty."),
        ("outil.EXE", b"MZ", ("--as", FORM), "is a program, not a record"),
        ("a.pdf", SCAN, (), "Say which form or model the file fills in."),
        ("a.pdf", SCAN, ("--as", "PIL-MOD-002"), "No document carries the code «PIL-MOD-002»."),
        ("a.pdf", SCAN, ("--as", FORM, "--dated", "02/03/2027"), "has not come yet (--dated)"),
        ("a.pdf", SCAN, ("--as", FORM, "--dated", "31/02/2027"), "31/02/2027"),
    ],
)
def test_what_is_refused(
    letters: Repo, smq: Runner, name: str, content: bytes, words: tuple[str, ...], said: str
) -> None:
    """One sentence, exit 2, nothing written."""
    letters.write(name, content)

    found = smq("file", name, *words)

    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert filed(letters) == {}


def test_no_such_file(letters: Repo, smq: Runner) -> None:
    """A name that is no file."""
    found = smq("file", "absent.pdf", "--as", FORM)

    assert (found.code, found.out) == (2, "")
    assert "absent.pdf does not exist." in found.err


def test_who_files(letters: Repo, smq: Runner) -> None:
    """The person named, a name that is nobody's in smq.yaml as typed, else the owner of git's."""
    people = {
        "P01": {"nom": "Claire Fontaine"},
        "P03": {"nom": "Inès Vautrin", "git": ["autre@example.org", "INES@example.org"]},
    }
    letters.settings({"personnes": people})

    def filer(*words: str) -> list[str]:
        said = smq("file", "scans/Lettre signée (été).PDF", "--as", FORM, "--dry-run", *words)
        assert said.code == 0, said.err
        return [line for line in said.out.splitlines() if "depose_par" in line]

    assert filer("--by", "fontaine") == ["  +depose_par: P01"]
    assert filer("--by", "Jean Durand") == ["  +depose_par: Jean Durand"]
    assert filer() == ["  +depose_par: P03"]
    refused = smq("file", "scans/Lettre signée (été).PDF", "--as", FORM, "--by", "Durand")
    assert (refused.code, filed(letters)) == (2, {})
    assert "--by: «Durand» is nobody in smq.yaml, and no full name of a person." in refused.err

    two = {**people, "P01": {"nom": "Claire Fontaine", "git": ["ines@example.org"]}}
    for known in (two, {"P01": {"nom": "Claire Fontaine", "git": ["x@example.org"]}}):
        letters.settings({"personnes": known})
        assert filer() == []


def test_a_dry_run(letters: Repo, smq: Runner) -> None:
    """What would be written is said, without the bytes of a PDF; nothing is."""
    said = smq("file", "scans/Lettre signée (été).PDF", "--as", FORM, "--dry-run")

    assert said.code == 0
    lines = said.out.splitlines()
    assert [line.partition(" ")[0] for line in lines if not line.startswith(" ")] == ["creates"] * 2
    assert "  +formulaire: PIL-MOD-001" in lines
    assert "PDF-1.4" not in said.out
    assert filed(letters) == {}


@pytest.mark.parametrize(
    ("name", "ending"), [("reponses.yaml", ".yml"), ("Compte rendu", ""), ("scan.pdf:x y", "")]
)
def test_names_of_all_sorts(letters: Repo, smq: Runner, name: str, ending: str) -> None:
    """A YAML file does not take its sidecar's place; a strange ending is left out."""
    letters.write(f"scans/{name}", b"reponses: 3\n")

    assert smq("file", f"scans/{name}", "--as", FORM).code == 0

    record = next(Path(p) for p, c in filed(letters).items() if c == b"reponses: 3\n")
    assert record.suffix == ending
    assert len(filed(letters)) == 2
    assert smq("check", "--select", "REF").code == 0


def test_a_file_kept_elsewhere(letters: Repo, smq: Runner) -> None:
    """Place and hash alone are kept; `verify` notes the day on which the file was seen again."""
    words = ("file", "scans/Lettre signée (été).PDF", "--as", FORM)
    assert smq("file", "verify").err == "No record is kept elsewhere.\n"

    said = smq(*words, "--outside", "Armoire 3, classeur bleu")

    assert said.code == 0
    assert said.out.endswith(" Armoire 3, classeur bleu\n")
    assert "smq file verify scans/Lettre signée (été).PDF" in said.err
    assert [path[-5:] for path in filed(letters)] == [".yaml"]
    assert "–  PIL-MOD-001  Lettre d’engagement – Armoire 3" in smq("file", "verify").out

    assert smq("file", "verify", "scans/Lettre signée (été).PDF").code == 0
    assert sidecar(letters).endswith("verifie_le: 2027-03-01\n")
    assert "emplacement: Armoire 3, classeur bleu" in sidecar(letters)
    assert "2027" in smq("file", "verify").out


def test_another_file_is_not_verified(letters: Repo, smq: Runner) -> None:
    """A file that changed since is refused, and nothing is noted."""
    smq("file", "scans/Lettre signée (été).PDF", "--as", FORM, "--outside", "Armoire 3")
    before = filed(letters)
    letters.write("scans/Lettre signée (été).PDF", SCAN + b"!")

    said = smq("file", "verify", "scans/Lettre signée (été).PDF")

    assert said.code == 2
    assert "is none of the files kept elsewhere, or is no longer what was filed" in said.err
    assert filed(letters) == before


def test_a_dry_look(letters: Repo, smq: Runner) -> None:
    """`verify --dry-run` shows the line and writes nothing."""
    smq("file", "scans/Lettre signée (été).PDF", "--as", FORM, "--outside", "Armoire 3")
    before = filed(letters)

    said = smq("file", "verify", "scans/Lettre signée (été).PDF", "--dry-run")

    assert "  +verifie_le: 2027-03-01" in said.out.splitlines()
    assert filed(letters) == before


def test_an_altered_record(letters: Repo, smq: Runner) -> None:
    """`check` says that a filed file is no longer the one that was signed."""
    smq("file", "scans/Lettre signée (été).PDF", "--as", FORM)
    (path,) = (path for path in filed(letters) if path.endswith(".pdf"))
    letters.write(path, SCAN + b"!")

    said = smq("check", "--select", "REF")

    assert said.code == 1
    assert "REF012" in said.out
    assert path in said.out


def test_a_title_of_signs_only(letters: Repo, smq: Runner) -> None:
    """A title without a letter still makes a name."""
    assert smq("file", "scans/Lettre signée (été).PDF", "--as", FORM, "-t", "***").code == 0
    assert len(filed(letters)) == 2


def test_how_long_it_is_kept(letters: Repo, smq: Runner) -> None:
    """A filled form is kept as long as the rows of the register that it feeds."""
    letters.document("PRE-FOR-001", titre="Demande", version="1", registre="demandes")
    letters.write(
        "referentiel/registres/demandes.yaml",
        """
        nom: demandes
        conservation: {duree: 120, depuis: clôture du dossier, sort: élimination}
        colonnes: [{nom: id, requis: true}]
        """,
    )

    said = smq("file", "scans/Lettre signée (été).PDF", "--as", "PRE-FOR-001")

    assert said.code == 0
    text = sidecar(letters)
    assert "conservation:\n  duree: 120\n  depuis: clôture du dossier\n" in text


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        (
            ("--signed-by", "Jean Inconnu"),
            "--signed-by: «Jean Inconnu» is nobody in smq.yaml.",
            "For somebody outside the platform: --signed-outside NAME",
        ),
        (
            ("--signed-by", "Claire Fontainne"),
            "--signed-by: «Claire Fontainne» is nobody in smq.yaml.",
            "Nearest: P01 (Claire Fontaine). For somebody outside the platform",
        ),
        (
            ("--signed-outside", "claire fontaine"),
            "--signed-outside: «claire fontaine» is P01 in smq.yaml.",
            "Write --signed-by P01.",
        ),
    ],
)
def test_who_signs_is_known_or_said_to_be_outside(
    letters: Repo, smq: Runner, words: tuple[str, ...], said: str, hint: str
) -> None:
    """A slip in a name files nothing; an outsider is said to be one."""
    found = smq("file", "scans/Lettre signée (été).PDF", "--as", FORM, *words)

    assert found.code == 2
    assert said in found.err
    assert hint in found.err
    assert filed(letters) == {}


def test_names_of_outsiders_stay_out_of_a_folder_of_identifiers(letters: Repo, smq: Runner) -> None:
    """Where only identifiers are written, no name is, whoever bears it."""
    letters.settings({"identifiants": True})

    found = smq(
        *("file", "scans/Lettre signée (été).PDF", "--as", FORM),
        *("--signed-outside", "Jean Inconnu"),
    )

    assert found.code == 2
    assert "names stay out of this folder («Jean Inconnu»)" in found.err
    assert filed(letters) == {}


def test_a_text_named_as_a_pdf(letters: Repo, smq: Runner) -> None:
    """Only a PDF is filed under that ending; one whose mark comes late is one."""
    letters.write("scans/faux.pdf", b"bonjour\n")
    found = smq("file", "scans/faux.pdf", "--as", FORM)
    assert found.code == 2
    assert "«faux.pdf» is named as a PDF and is none." in found.err
    assert filed(letters) == {}

    letters.write("scans/tard.pdf", b"\n" * 900 + SCAN)
    assert smq("file", "scans/tard.pdf", "--as", FORM).code == 0


def test_a_folder_is_no_record(letters: Repo, smq: Runner) -> None:
    """A folder is there: that is not denied."""
    found = smq("file", "scans", "--as", FORM)

    assert found.code == 2
    assert "scans is a folder; a record is one file." in found.err


def test_a_form_that_is_a_draft(letters: Repo, smq: Runner) -> None:
    """What fills in a draft is filed, with a warning; with an approved form nothing is said."""
    warning = "PIL-MOD-001 is not in force; what is filed fills in a draft."
    assert warning in smq("file", "scans/Lettre signée (été).PDF", "--as", FORM).err

    letters.document(
        FORM,
        titre="Lettre d’engagement",
        version="2",
        statut="applicable",
        date_application=date(2027, 1, 15),
        approbations=[
            {"version": "2", "par": "P01", "role": "approbateur", "date": date(2027, 1, 10)}
        ],
    )
    letters.write("scans/b.pdf", SCAN + b"b")
    found = smq("file", "scans/b.pdf", "--as", FORM)
    assert (found.code, warning in found.err) == (0, False)
