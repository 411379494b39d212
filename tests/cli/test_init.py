"""`smq init` without questions: answers given, nothing overwritten, one commit."""

import os
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Git
from tests.cli.runner import IDENTITY, Runner, files_of

ANSWERS = """\
nom: Plateforme de spectroscopie
sigle: SPE
tutelles: [Université de Lorraine, CNRS]
unites:
  - {nom: Laboratoire d’exemple, directeur: Claire Fontaine}
responsable: Hugo Marchal
referent_qualite: Inès Vautrin
activites: [prestation, formation]
engagement: 15/01/2027
"""

ASKED = "-\n" * 15 + "\n"
"""«I do not know» to every question, and Enter after the recap."""


def test_yes_makes_a_platform_that_checks_clean(smq: Runner, tmp_path: Path, git: Git) -> None:
    """No question, one commit, nothing left uncommitted, and `check` passes at once."""
    said = smq("init", "demo", "--yes")

    assert said.code == 0
    assert said.out.startswith("demo: ")
    assert git(tmp_path / "demo", "log", "--format=%an %s").count("\n") == 1
    assert git(tmp_path / "demo", "status", "--porcelain") == ""
    assert smq("-C", "demo", "check").code == 0


def test_minimal_is_a_smaller_platform(smq: Runner, tmp_path: Path) -> None:
    """`--size minimal` writes fewer than 25 documents for a platform of one activity."""
    smq("init", "demo", "--yes", "--size", "minimal", "--set", "activites=prestation")

    assert len(list((tmp_path / "demo" / "documents").rglob("*.md"))) < 25


def test_answers_of_a_file(smq: Runner, tmp_path: Path) -> None:
    """`--answers` replaces the questions; a French date is understood."""
    Path("réponses.yaml").write_text(ANSWERS, encoding="utf-8")

    assert smq("init", "demo", "--answers", "réponses.yaml").code == 0

    settings = (tmp_path / "demo" / "smq.yaml").read_text(encoding="utf-8")
    assert "nom: Plateforme de spectroscopie" in settings
    assert "engagement: 2027-01-15" in settings
    assert "pilote: P02" in settings
    assert not list((tmp_path / "demo").rglob("MAD-*"))


def test_a_pair_wins_over_the_file(smq: Runner, tmp_path: Path) -> None:
    """`--set` is said last and wins."""
    Path("a.yaml").write_text(ANSWERS, encoding="utf-8")

    smq("init", "demo", "--answers", "a.yaml", "--set", "nom=Plateforme de RMN")

    assert "nom: Plateforme de RMN" in (tmp_path / "demo/smq.yaml").read_text(encoding="utf-8")


def test_dry_run_names_the_files_of_the_real_run(smq: Runner, tmp_path: Path) -> None:
    """`--dry-run` prints one line a file, the same that are then made, and writes nothing."""
    said = smq("init", "demo", "--yes", "--dry-run")
    assert files_of(tmp_path) == {}
    assert not (tmp_path / "demo").exists()

    real = smq("init", "demo", "--yes")

    count = real.out.removeprefix("demo: ").rstrip(".\n")
    assert said.err.endswith(f"Nothing was written. Without --dry-run, demo holds {count}.\n")
    assert said.out.splitlines() == [f"creates {path}" for path in files_of(tmp_path / "demo")]


def test_a_name_with_accents_and_spaces(smq: Runner, tmp_path: Path) -> None:
    """The folder may bear any name; the command to type next quotes it."""
    said = smq("init", "Qualité de l’équipe", "--yes")

    assert said.code == 0
    assert (tmp_path / "Qualité de l’équipe" / "smq.yaml").is_file()
    assert 'smq -C "Qualité de l’équipe" check' in said.err
    assert smq("-C", "Qualité de l’équipe", "check").code == 0


def test_an_existing_platform_is_refused(smq: Runner, demo: Path) -> None:
    """A second `init` changes nothing and says how to see where the platform stands."""
    before = files_of(demo)

    said = smq("init", "demo", "--yes")

    assert said.code == 2
    assert "is already the folder of a platform" in said.err
    assert files_of(demo) == before


def test_a_file_in_the_way_stops_everything(smq: Runner, tmp_path: Path) -> None:
    """One file that `init` would write exists: it stays, and no other file is written."""
    path = tmp_path / "demo" / ".gitattributes"
    path.parent.mkdir()
    path.write_text("*.bin binary\n", encoding="utf-8")

    said = smq("init", "demo", typed="oui\n" + ASKED)

    assert said.code == 2
    assert ".gitattributes exists already" in said.err
    assert files_of(tmp_path) == {"demo/.gitattributes": b"*.bin binary\n"}


def test_a_file_of_that_name_is_refused(smq: Runner, tmp_path: Path) -> None:
    """`init FILE` is a slip: the file stays."""
    (tmp_path / "demo").write_text("notes", encoding="utf-8")

    for folder in ("demo", "demo/plus/bas"):
        said = smq("init", folder, "--yes")
        assert said.code == 2
        assert f"{tmp_path / 'demo'} is a file, not a folder." in said.err
    assert (tmp_path / "demo").read_text(encoding="utf-8") == "notes"


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_in_which_nobody_may_write(smq: Runner, tmp_path: Path, mode: int) -> None:
    """The folder that is the cause is named, before any question."""
    (tmp_path / "ro").mkdir()
    (tmp_path / "ro").chmod(mode)
    if os.access(tmp_path / "ro", os.W_OK):
        pytest.skip("this user may write everywhere")

    said = smq("init", "ro/p", typed="Plateforme de RMN\n")
    (tmp_path / "ro").chmod(0o700)

    assert said.code == 2
    assert f"Nothing can be written in {tmp_path / 'ro'}: this is not permitted." in said.err
    assert f"ask for the right to write in {tmp_path / 'ro'}." in said.err
    assert "What is the full name" not in said.err


def test_inside_a_repository_the_platform_has_its_own(
    smq: Runner, tmp_path: Path, git: Git
) -> None:
    """In the copy of a program nothing of the platform gets into the program's history."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "notes.txt").write_text("brouillon", encoding="utf-8")
    git(tmp_path, "add", "notes.txt")
    git(tmp_path, "commit", "-q", "-m", "Un programme")

    said = smq("init", "ma plateforme", "--yes")

    assert said.code == 0
    first, _rest = said.err.split("\n", maxsplit=1)
    assert first.startswith(f'"ma plateforme" lies in the git repository {tmp_path}: ')
    assert "add --same-repository" in first
    assert git(tmp_path, "log", "--format=%s") == "Un programme\n"
    platform = tmp_path / "ma plateforme"
    assert git(platform, "rev-parse", "--show-toplevel") == f"{platform}\n"
    assert git(platform, "log", "--format=%s").startswith("Create the quality system")
    assert git(platform, "status", "--porcelain") == ""


def test_a_folder_that_git_ignores_is_recorded_all_the_same(
    smq: Runner, tmp_path: Path, git: Git
) -> None:
    """«A first version is recorded» is true: `make demo` scaffolds in an ignored folder."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / ".gitignore").write_text("demo/\n", encoding="utf-8")

    said = smq("init", "demo", "--yes")

    assert "A first version is recorded in git." in said.err
    assert "smq.yaml\n" in git(tmp_path / "demo", "ls-files")


def test_nothing_recorded_is_never_said_to_be(smq: Runner, tmp_path: Path, git: Git) -> None:
    """The repository asked for ignores the folder: the sentence says so, and how to see why."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / ".gitignore").write_text("demo/\n", encoding="utf-8")

    said = smq("init", "demo", "--yes", "--same-repository")

    assert said.code == 0
    assert "is recorded" not in said.err.replace("No version is recorded", "")
    assert "git ignores all the files of demo" in said.err
    assert "git -C demo check-ignore -v smq.yaml" in said.err
    assert git(tmp_path / "demo", "check-ignore", "-v", "smq.yaml").startswith(".gitignore:1:demo/")


def test_no_repository_to_share(smq: Runner, tmp_path: Path) -> None:
    """`--same-repository` outside git is a slip; nothing is written."""
    said = smq("init", "demo", "--yes", "--same-repository")

    assert said.code == 2
    assert "demo lies in no git repository that it could share." in said.err
    assert "Leave --same-repository out" in said.err
    assert not (tmp_path / "demo").exists()


def test_in_the_repository_around_only_the_platform_is_committed(
    smq: Runner, tmp_path: Path, git: Git
) -> None:
    """With `--same-repository` the commit goes there; other work stays untouched."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "notes.txt").write_text("brouillon", encoding="utf-8")

    assert smq("init", "qualité", "--yes", "--same-repository").code == 0

    assert not (tmp_path / "qualité" / ".git").exists()
    assert git(tmp_path, "log", "--format=%s").count("\n") == 1
    assert git(tmp_path, "status", "--porcelain") == "?? notes.txt\n"


def test_files_that_were_there_are_not_committed(smq: Runner, tmp_path: Path, git: Git) -> None:
    """A folder with other files becomes a platform on demand; they are not recorded."""
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "ancien.docx").write_bytes(b"PK")

    said = smq("init", "demo", typed="oui\n" + ASKED)

    assert said.code == 0
    assert "it holds 1 file or folder, which stays" in said.err

    assert git(folder, "status", "--porcelain") == "?? ancien.docx\n"


def test_among_other_files_the_answer_may_be_no(smq: Runner, tmp_path: Path) -> None:
    """Enter is no, and then nothing is written."""
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "ancien.docx").write_bytes(b"PK")

    said = smq("init", "demo", typed="peut-être\n\n")

    assert said.code == 130
    assert "«peut-être» is neither yes nor no." in said.err
    assert "Nothing was created" in said.err
    assert list(files_of(tmp_path)) == ["demo/ancien.docx"]


@pytest.mark.parametrize("name", ["ancien.docx", "documents/a.md", ".gitignore"])
def test_without_questions_other_files_refuse(smq: Runner, tmp_path: Path, name: str) -> None:
    """With `--yes` nobody can be asked: a folder that holds something is left alone."""
    file = tmp_path / "demo" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")

    said = smq("init", "demo", "--yes")

    assert said.code == 2
    assert "is not empty, number of files or folders in it: 1." in said.err
    assert "the name of a new folder" in said.err
    assert list(files_of(tmp_path)) == [f"demo/{name}"]


def test_a_fresh_clone_is_as_good_as_empty(smq: Runner, tmp_path: Path, git: Git) -> None:
    """`.git`, README and LICENSE stand in no way."""
    folder = tmp_path / "demo"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    for name in ("README.md", "LICENSE"):
        (folder / name).write_text("", encoding="utf-8")

    assert smq("init", "demo", "--yes").code == 0


def test_inside_another_platform_is_refused(smq: Runner, demo: Path) -> None:
    """A platform within a platform would be checked as part of it: one beside it is proposed."""
    before = files_of(demo)

    said = smq("init", "demo/documents/autre", "--yes")

    assert said.code == 2
    assert f"would lie inside the folder of a platform, {demo}." in said.err
    assert f"smq init {demo.parent / 'autre'}" in said.err
    assert files_of(demo) == before


def test_the_command_for_an_existing_platform_is_quoted(smq: Runner, tmp_path: Path) -> None:
    """What is to be typed holds quotes where the folder's name holds spaces."""
    smq("init", "ma plateforme", "--yes")

    said = smq("init", "ma plateforme", "--yes")

    assert f'smq -C "{tmp_path / "ma plateforme"}" check' in said.err


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch, smq: Runner) -> Runner:
    """Return a runner for whom git knows no name."""
    for name in IDENTITY:
        monkeypatch.delenv(name)
    return smq


def test_without_identity_and_questions_nobody_is_invented(nobody: Runner, tmp_path: Path) -> None:
    """`--yes` writes the documents in a repository of theirs, and says that it records nothing."""
    said = nobody("init", "demo", "--yes")

    assert said.code == 0
    assert "git does not know your name" in said.err
    assert "Nothing is lost" in said.err
    assert (tmp_path / "demo" / "smq.yaml").is_file()
    assert (tmp_path / "demo" / ".git").is_dir()
    assert not list((tmp_path / "demo" / ".git/refs/heads").iterdir())


def test_the_identity_of_a_repository_around_is_not_the_platform_s(
    nobody: Runner, tmp_path: Path, git: Git
) -> None:
    """Git would refuse to sign with it; what is added later fills the platform's repository."""
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.name", "Hugo Marchal")
    git(tmp_path, "config", "user.email", "hugo@example.org")

    said = nobody("init", "demo", "--yes")

    assert said.code == 0
    assert "git does not know your name" in said.err
    assert "git -C demo init" not in said.err
    git(tmp_path / "demo", "add", "--all")
    assert "smq.yaml" in git(tmp_path / "demo", "ls-files").splitlines()
    assert git(tmp_path, "ls-files") == ""


def test_the_line_for_later_records_the_first_version(
    nobody: Runner, tmp_path: Path, git: Git
) -> None:
    """Pasted as it stands, it signs and records every file that git may keep."""
    said = nobody("init", "ma plateforme", "--yes")
    (line,) = [line for line in said.err.splitlines() if line.startswith("  smq -C ")]

    assert nobody(*shlex.split(line)[1:]).code == 0

    folder = tmp_path / "ma plateforme"
    assert git(folder, "log", "--format=%an") == "First name LAST NAME\n"
    assert git(folder, "status", "--porcelain") == ""


@pytest.mark.parametrize("typed", ["<\n", "-\n", "Inès Vautrin\n<\n<\n", "Inès Vautrin\n-\n"])
def test_who_signs_may_be_left_for_later(nobody: Runner, tmp_path: Path, typed: str) -> None:
    """«<» goes back to the name, then leaves; the documents are written all the same."""
    said = nobody("init", "demo", typed=ASKED + typed)

    assert said.code == 0
    assert "smq -C demo save --signature" in said.err
    assert (tmp_path / "demo" / "smq.yaml").is_file()


def test_who_signs_is_explained(nobody: Runner) -> None:
    """«?» says why it is asked, and each refusal says what is wrong."""
    said = nobody(
        "init", "demo", typed=f"{ASKED}?\n\noui\nInès Vautrin\nines\nines@univ\nines@univ.fr\n"
    )

    assert said.code == 0
    for words in (
        "bears the name of who recorded it",
        "A name is needed",
        "«oui» is no full name",
        "«ines» holds no @",
        "«ines@univ» is no e-mail",
    ):
        assert words in said.err


def test_without_identity_git_learns_it_for_this_folder_only(
    nobody: Runner, tmp_path: Path, git: Git
) -> None:
    """Name and e-mail are asked, again while there is no @, and set in this repository alone."""
    typed = "-\n" * 15 + "\nInès Vautrin\nines\nines@example.org\n"

    said = nobody("init", "demo", typed=typed)

    assert said.code == 0
    author = git(tmp_path / "demo", "log", "--format=%an <%ae> %cn")
    assert author == "Inès Vautrin <ines@example.org> Inès Vautrin\n"
    assert git(tmp_path / "demo", "config", "--local", "user.email") == "ines@example.org\n"
    assert "ines" not in git(tmp_path, "config", "--global", "--list")


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        (("--kit", "infra"), "There is no kit «infra».", "Nearest: infra-plus."),
        (("--size", "big"), "The kit infra-plus has no size «big».", "Sizes: standard, minimal."),
        (("--set", "nmo=X"), "«nmo» is no question of the kit.", "Nearest: nom. All: nom,"),
        (("--set", "nom"), "«nom» is not of the form name=value.", "Example: --set"),
        (("--set", "engagement=32/01/2027"), "«32/01/2027» is no date.", "20/02/2027"),
        (("--set", "motif=LAB"), "«LAB» is no pattern of codes.", "{numero:03}"),
        (("--set", "motif=LAB-SOP-07"), "does not say by itself", "Types: "),
        (("--set", "motif={plateforme}-{numero}"), "needs the short name", "--set sigle="),
        (("--set", "motif=a/{numero}"), "«a/{numero}» is no pattern of codes.", "letters, digits"),
        (("--answers", "rien.yaml"), "The file of answers rien.yaml cannot be read", "spaces"),
    ],
)
def test_wrong_words_write_nothing(
    smq: Runner, tmp_path: Path, words: tuple[str, ...], sentence: str, hint: str
) -> None:
    """One line says what is wrong, one what to do; the folder is not made."""
    said = smq("init", "demo", "--yes", *words)

    assert said.code == 2
    first, second = said.err.splitlines()
    assert sentence in first
    assert hint in second
    assert not (tmp_path / "demo").exists()


def test_answers_that_are_no_yaml(smq: Runner, tmp_path: Path) -> None:
    """The place of the fault is said, and nothing is written."""
    Path("a.yaml").write_text("nom: Plateforme\nsigle: [SPE\n", encoding="utf-8")

    said = smq("init", "demo", "--answers", "a.yaml")

    assert said.code == 2
    assert "line 3, column 1" in said.err
    assert not (tmp_path / "demo").exists()
