"""A few sentences as French users read them; the catalogue's own test holds all the others."""

from pathlib import Path

import pytest

from tests.cli.runner import Runner


@pytest.fixture
def smq_fr(smq: Runner, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Return a runner that speaks French."""
    monkeypatch.setenv("SMQ_LANG", "fr")
    return smq


def spaced(text: str) -> str:
    """Return a text with plain spaces where French asks for no-break ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("line", "sentence", "hint"),
    [
        ("chek", "La commande « chek » n’existe pas ; la plus proche : check.", "smq --help"),
        ("check --zzz", "L’option --zzz n’existe pas.", "Pour l’aide : smq check --help"),
        ("new PRO", "Il manque --title.", "Pour l’aide : smq new --help"),
        ("-C nulle check", "Le dossier nulle n’existe pas.", "après -C"),
        ("--lang de check", "« de »", "fr, en"),
        ("-C demo --date hier check", "« hier » n’est pas une date.", "20/02/2027"),
        ("-C demo show PRE-PRO-099", "Aucun document ne porte le code", "smq list"),
        ("-C demo graph --format sgv", "« sgv » n’est pas une valeur de --format.", "svg"),
        ("explain LNK01", "« LNK01 » n’est pas une règle.", "Mot le plus proche"),
        ("init d --yes --set engagement=31/02/2027", "n’est pas une date.", "20/02/2027"),
    ],
)
def test_wrong_words(smq_fr: Runner, demo: Path, line: str, sentence: str, hint: str) -> None:
    """The error and what to do, both in French."""
    said = smq_fr(*line.split())

    assert said.code == 2
    first, second = spaced(said.err).splitlines()
    assert first.startswith("smq : erreur : ")
    assert sentence in first
    assert hint in second


def test_the_questions(smq_fr: Runner) -> None:
    """Welcome, question, explanation and farewell are French."""
    said = smq_fr("init", "demo", typed="Plateforme\n?\n")

    assert said.code == 130
    for words in (
        "Quelques questions, dix minutes au plus.",
        "« je ne sais pas encore »",
        "Quel est le nom complet de la plateforme ?",
        "Deux à dix lettres ou chiffres",
        "Les réponses sont gardées",
    ):
        assert words in spaced(said.err)


def test_the_first_check(smq_fr: Runner, demo: Path) -> None:
    """Right after `init`: what to do first, and a closing sentence that reassures."""
    said = smq_fr("-C", "demo", "check")

    assert said.code == 0
    assert said.out.startswith("Premiers pas vers le label\n  1. Une tutelle au moins")
    assert "(référentiel de travail, non officiel)" in said.out
    assert "\nÀ faire en premier\n" in said.out
    assert "0 erreur, 0 avertissement" in said.err
    assert "les documents sont cohérents" in said.err


def test_the_help(smq_fr: Runner) -> None:
    """Titles of the help, its own sentence included."""
    out = spaced(smq_fr("new", "--help").out)

    for words in ("Emploi : smq new", "Arguments :", "Options :", "Afficher cette aide."):
        assert words in out
