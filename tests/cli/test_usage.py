"""Wrong words on the command line: one line, a hint, the exit code, nothing written."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from smq.cli import COMMANDS
from tests.cli.runner import Runner, files_of
from tests.conftest import Repo


@pytest.mark.parametrize(
    ("line", "sentence", "hint"),
    [
        ("chek", "The command «chek» does not exist; nearest: check.", "smq --help"),
        ("quality", "The command «quality» does not exist.", "smq --help"),
        ("check --fromat json", "The option --fromat does not exist; nearest: --format.", "--help"),
        ("check --zzz", "The option --zzz does not exist.", "smq check --help"),
        ("check --format sarf", "«sarf» is no value of --format.", "json"),
        (
            "check --date 2027-03-01",
            "The option --date stands",
            "Write: smq --date 2027-03-01 check",
        ),
        ("check --lang=en", "The option --lang stands before", "Write: smq --lang=en check"),
        ("check --no-cache --notes", "The option --no-cache", "smq --no-cache check --notes"),
        ("check -C demo documents", "The option -C stands", "Write: smq -C demo check documents"),
        ("template", "A template can be checked", "Write: smq template check FILE"),
        ("template check", "A template can be checked", "Write: smq template check FILE"),
        ("help chek", "The command «chek» does not exist; nearest: check.", "smq --help"),
        ("-C demo list -o liste.pdf", "files of that kind are not made here.", ".json, .csv"),
        ("-C demo list -o l.csv --format xlsx", "--format xlsx say two things.", "enough"),
        ("-C demo list -o l.txt --format xlsx", "--format xlsx say two things.", "enough"),
        ("-C demo graph -o l.csv --format svg", "files of that kind", ".svg, .png"),
        ("-C demo list -o la/l.csv", "The folder la does not exist.", "after --out"),
        ("-C demo map -o carte.jpg", "files of that kind are not made here.", ".svg, .png"),
        ("check --select", "The option --select needs a value.", "--help"),
        ("show", "CODE is missing.", "smq show --help"),
        ("new", "TYPE is missing.", "smq new --help"),
        ("init", "FOLDER is missing.", "smq init --help"),
        ("show A B", "Too many words: B.", "between quotes"),
        ("graph --depth 0", "--depth needs a whole number from 1, not «0».", "smq graph --help"),
        ("graph --depth deux", "--depth needs a whole number from 1, not «deux».", "--help"),
        ("-C", "The option -C needs a value.", "smq --help"),
        ("-C nulle-part check", "The folder nulle-part does not exist.", "after -C"),
        ("-C vide check", "is not the folder of a platform", "smq init FOLDER"),
        ("--lang de check", "smq does not speak «de».", "Languages: fr, en."),
        ("-C demo --date 2027-13-01 check", "«2027-13-01» is no date.", "20/02/2027"),
        ("-C demo check --base zz", "«zz» is no revision", "HEAD, main"),
        ("-C demo show PRE-PRO-099", "No document carries the code «PRE-PRO-099».", "smq list"),
        ("-C demo impact zzz", "No document carries the code «zzz».", "smq list"),
        ("-C demo graph --focus PRE-PRO-O01", "No document carries", "Nearest: PRE-PRO-001."),
        ("-C demo list --type PRX", "«PRX» is no document type.", "Types: CHA"),
        ("-C demo list -p PRX", "«PRX» is no process of this platform.", "Nearest: PRE"),
        ("-C demo template chek x.docx", "«chek»", "template check"),
        ("-C demo template check x.docx", "x.docx does not exist.", "between quotes"),
        ("explain LNK01", "«LNK01» is no rule.", "Nearest: LNK0"),
        ("explain zzz", "«zzz» is no rule.", "smq explain"),
    ],
)
def test_one_line_and_what_to_do(
    smq: Runner, demo: Path, line: str, sentence: str, hint: str
) -> None:
    """The sentence quotes the word; the hint names the nearest right one or where to look."""
    (demo.parent / "vide").mkdir()
    before = files_of(demo)

    said = smq(*line.split())

    assert said.code == 2
    assert said.out == ""
    assert len(said.err.splitlines()) == 2
    first, second = said.err.splitlines()
    assert first.startswith("smq: error: ")
    assert sentence in first
    assert second.startswith("  → ")
    assert hint in second
    assert files_of(demo) == before


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_command_has_help(smq: Runner, name: str, lang: str) -> None:
    """Exit 0; what the command does and each option are explained, on stdout."""
    said = smq("--lang", lang, name, "--help")

    assert said.code == 0
    assert said.err == ""
    assert f"smq {name}" in said.out.splitlines()[0]
    for option in re.findall(r"^  (-{1,2}[a-z-]+[^ ]*.*)$", said.out, re.MULTILINE):
        assert re.search(r"\S {2,}\S", option) or len(option) > 28, option


def test_the_help_lists_the_commands(smq: Runner) -> None:
    """`smq` alone is `smq --help`: each command with its first sentence."""
    said = smq("--help")

    assert said.code == 0
    assert smq() == said
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[A-Z]", said.out, re.MULTILINE)


@pytest.mark.parametrize("line", ["check -h", "help check", "aide check", "-C . help check"])
def test_help_in_the_words_of_people(smq: Runner, line: str) -> None:
    """`-h`, `help` and `aide` are `--help`, of the program or of a command."""
    assert smq(*line.split()) == smq("check", "--help")
    assert smq("-h") == smq("help") == smq("aide") == smq("--help")


def test_help_speaks_even_outside_a_platform(smq: Runner) -> None:
    """No platform is needed to read the help or the rules."""
    assert smq("check", "--help").code == 0
    assert smq("explain").code == 0


def test_the_version(smq: Runner) -> None:
    """One line on stdout."""
    assert re.fullmatch(r"smq [0-9]+\.[0-9]+\.[0-9]+\n", smq("--version").out)


def test_a_command_works_from_a_folder_below(
    smq: Runner, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The platform is searched upwards."""
    monkeypatch.chdir(demo / "documents" / "PRE")

    assert smq("show", "PRE-PRO-001").code == 0


def test_the_language_of_the_settings_is_the_third_choice(
    smq: Runner, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--lang`, then SMQ_LANG, then `langue` of smq.yaml (here French), then the locale."""
    from smq.cli.session import chosen_language

    def chosen(*words: str, **env: str) -> str:
        return chosen_language(words, env)

    assert chosen("--lang", "en", "-C", "demo", SMQ_LANG="fr") == "en"
    assert chosen("-C", "demo", SMQ_LANG="en", LANG="fr_FR.UTF-8") == "en"
    assert chosen("-C", "demo", LANG="en_GB.UTF-8") == "fr"
    assert chosen("--lang", "de", SMQ_LANG="fr") == "fr"
    assert chosen("-Cdemo", LANG="en_GB.UTF-8") == "fr"
    assert chosen("check", LANG="fr_FR.UTF-8") == "fr"
    assert chosen("check", LANG="de_DE.UTF-8") == "en"
    assert chosen("check") == "en"


SECRET = "demande confidentielle de la société Exemple"


def test_a_bug_leaves_a_log_without_text(
    smq: Runner, repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Exit 3, a short apology, a log that says where and nothing of the documents; no trace."""

    def broken(*_args: object, **_options: object) -> NoReturn:
        text = SECRET
        raise ValueError(text)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("smq.check.run", broken)

    said = smq("check")

    assert (said.code, said.out) == (3, "")
    first, second = said.err.splitlines()
    assert "we are sorry" in first
    log = Path(second.rpartition(" ")[2]).read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "check.py:" in log
    assert SECRET not in log + said.err
    assert os.sep not in log
    assert "Traceback" not in said.err


def test_a_command_that_cannot_be_loaded_is_a_bug_too(
    smq: Runner, repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even a broken installation shows no trace."""
    monkeypatch.setitem(sys.modules, "smq.cli.check", None)

    said = smq("check")

    assert said.code == 3
    assert "Traceback" not in said.err
    Path(said.err.splitlines()[1].rpartition(" ")[2]).unlink()


def test_interrupted(smq: Runner, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and writes nothing."""

    def stop(*_args: object, **_options: object) -> NoReturn:
        raise KeyboardInterrupt

    before = files_of(demo)
    monkeypatch.setattr("smq.files.apply", stop)

    said = smq("-C", "demo", "new", "PRO", "-p", "PRE", "-t", "X")

    assert said.code == 130
    assert "Traceback" not in said.err
    assert files_of(demo) == before


def test_a_reader_that_leaves_is_no_fault(smq: Runner) -> None:
    """`smq explain --all | head -1`: no trace, no complaint."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "smq", "explain", "--all"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)

    assert done.stderr == b""
    assert done.returncode == 0


def test_an_unreadable_header_is_a_finding_with_its_place(repo: Repo, smq: Runner) -> None:
    """A broken document does not stop the others: exit 1, line and column."""
    repo.document("PRE-PRO-001")
    repo.write("documents/PRE/PRE-PRO-002-x.md", "---\ncode: [PRE\ntitre: X\n---\n")

    said = smq("check", "--select", "SYN")

    assert said.code == 1
    assert re.search(r"PRE-PRO-002-x\.md:\d+:\d+: error SYN001", said.out)
    assert smq("show", "PRE-PRO-001").code == 0
