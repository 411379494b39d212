"""`smq init` by questions: clumsy input is met with patience, and nothing typed is lost."""

from pathlib import Path

from smq.cli.dialogue import PROGRESS
from tests.cli.runner import Runner, files_of

FRENCH = {"SMQ_LANG": "fr"}


def settings(root: Path) -> str:
    """Return the settings that `init` wrote."""
    return (root / "smq.yaml").read_text(encoding="utf-8")


def dialogue(**typed: str) -> str:
    """Return what is typed at each question, in their order; Enter where nothing is said."""
    keys = [
        "nom",
        "sigle",
        "tutelles",
        "unites",
        "responsable",
        "referent_qualite",
        "personnes",
        "activites",
        "plateaux",
        "risques",
        "accompagnement",
        "engagement",
        "motif",
        "visas",
        "identifiants",
    ]
    return "".join(f"{typed.get(key, '')}\n" for key in keys)


def test_a_clumsy_french_dialogue(smq: Runner, tmp_path: Path) -> None:
    """Wrong dates are asked again, «?» explains, spaces and numbers and accents are understood."""
    typed = dialogue(
        nom="  Plateforme   de  spectroscopie ",
        sigle="?\nSPE",
        tutelles="1, 2, Région Grand Est",
        unites="Laboratoire de chimie ; Claire Fontaine\n",
        responsable="Hugo Marchal",
        referent_qualite="hugo marchal",
        personnes="Inès Vautrin ; ingénieure ; opératrice\nInès Vautrin; ingénieure; Opérateur\n",
        activites="prestations, 2\nprestation, mise à disposition",
        accompagnement="peut-être\nOui",
        engagement="31/02/2027\n2027\n15/1/2027",
        visas="signature sur papier",
        identifiants="je ne sais pas encore",
    )

    said = smq("init", "demo", typed=typed, env=FRENCH)

    assert said.code == 0
    written = settings(tmp_path / "demo")
    assert "nom: Plateforme de spectroscopie\n" in written
    assert "- Région Grand Est" in written
    assert "engagement: 2027-01-15" in written
    assert written.count("Hugo Marchal") == 1
    assert "activites:\n  - prestation\n  - mise_a_disposition\n" in written
    assert "Deux à dix lettres" in said.err
    assert not list((tmp_path / "demo").rglob("ENS-*"))


def test_back_replaces_the_answer_before(smq: Runner, tmp_path: Path) -> None:
    """«<» asks the question before again, at the first question too."""
    typed = "<\nPlateforme de RNM\n<\nPlateforme de RMN\n" + "-\n" * 14

    smq("init", "demo", typed=typed)

    assert "nom: Plateforme de RMN\n" in settings(tmp_path / "demo")


def test_back_takes_the_last_row_away(smq: Runner, tmp_path: Path) -> None:
    """In a list of rows «<» removes the last one, «?» explains and is no row."""
    typed = dialogue(unites="Chimie\n?\nPhysiqe\n<\nPhysique\n")

    smq("init", "demo", typed=typed)

    assert "unites:\n  - nom: Chimie\n  - nom: Physique\n" in settings(tmp_path / "demo")


def test_stopped_and_taken_up_again(smq: Runner, tmp_path: Path) -> None:
    """The input ends in the middle: exit 130, no platform; the same command asks what is left."""
    first = smq("init", "demo", typed="Plateforme de spectroscopie\nSPE\n")

    assert first.code == 130
    assert "Your answers are kept" in first.err
    assert files_of(tmp_path) == {}

    second = smq("init", "demo", typed="-\n" * 13)

    assert second.code == 0
    assert "Your earlier answers are kept" in second.err
    assert "What is the full name" not in second.err
    assert "nom: Plateforme de spectroscopie" in settings(tmp_path / "demo")
    assert not (tmp_path / "demo" / PROGRESS).exists()


def test_answers_kept_never_reach_git(smq: Runner, tmp_path: Path) -> None:
    """Answers hold names: the folder that keeps them is ignored from the first one on."""
    smq("init", "demo", typed="Plateforme de spectroscopie\n")

    assert (tmp_path / "demo/.smq/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_stopped_at_once_leaves_nothing(smq: Runner, tmp_path: Path) -> None:
    """Nothing was typed: there is no folder, and no answer is said to be kept."""
    said = smq("init", "demo", typed="")

    assert said.code == 130
    assert "are kept" not in said.err
    assert not (tmp_path / "demo").exists()


def test_a_dry_run_keeps_no_answer(smq: Runner, tmp_path: Path) -> None:
    """`--dry-run` asks, prints the files, and writes nothing at all."""
    said = smq("init", "demo", "--dry-run", typed="-\n" * 15)

    assert said.code == 0
    assert "creates smq.yaml" in said.out
    assert not (tmp_path / "demo").exists()


def test_given_answers_are_not_asked(smq: Runner, tmp_path: Path) -> None:
    """`--set` answers one question, the others are asked."""
    said = smq("init", "demo", "--set", "nom=Plateforme de RMN", typed="-\n" * 14)

    assert said.code == 0
    assert "What is the full name" not in said.err
    assert "nom: Plateforme de RMN" in settings(tmp_path / "demo")


def test_the_product_alone_is_on_stdout(smq: Runner) -> None:
    """Questions and prompts go to stderr."""
    said = smq("init", "demo", typed="-\n" * 15)

    assert said.out.count("\n") == 1
