"""`smq declare`: a person's answer, understood as people write it."""

from pathlib import Path

import pytest

from tests.cli.runner import Runner, files_of

PEOPLE = """\
personnes:
  P01: {nom: Inès Vautrin, roles: [qualite]}
  P02: {nom: Hugo Marchal, roles: [responsable]}
  P03: {nom: Hugo Petit, roles: [operateur]}
"""
KEPT = """\
# Réponses de la plateforme
criteres:
  INF-MD-04:   # exercice
    statut: "non satisfait"
    motif: 'À refaire'
    par: P02
    date: 2027-01-05
  # la formation
  INF-FO-01: {statut: sans objet, motif: pas d’étudiants, par: P02, date: 2027-02-20}
"""


@pytest.fixture
def platform(demo: Path) -> Path:
    """Return a platform with three people."""
    settings = demo / "smq.yaml"
    text = settings.read_text(encoding="utf-8")
    assert "personnes: {}\n" in text
    settings.write_text(text.replace("personnes: {}\n", PEOPLE), encoding="utf-8")
    return demo


def answers(platform: Path) -> str:
    """Return the answers on disk."""
    return (platform / "evaluation.yaml").read_text(encoding="utf-8")


def test_the_file_is_made(smq: Runner, platform: Path) -> None:
    """Without a file one is made; the criterion is shown as it stands now."""
    words = ("--status", "Satisfaite", "--reason", "Exercice du 3 : réussi", "--by", "ines")
    said = smq("-C", "demo", "declare", "inf pr 06", *words, "--on", "20/2/2027")

    assert said.code == 0
    assert answers(platform) == (
        "criteres:\n  INF-PR-06:\n    statut: satisfait\n    motif: 'Exercice du 3 : réussi'\n"
        "    par: P01\n    date: 2027-02-20\n"
    )
    assert said.out.startswith("  INF-PR-06  ")
    assert "Warning" not in said.err


def test_other_answers_stay(smq: Runner, platform: Path) -> None:
    """One answer changes; comments, order, quotes and the other answers stay to the byte."""
    (platform / "evaluation.yaml").write_text(KEPT, encoding="utf-8")

    words = ("-s", "oui", "-r", "Fait le 15", "--by", "P01")
    assert smq("-C", "demo", "declare", "INF-MD-04", *words).code == 0

    assert answers(platform) == (
        KEPT.replace('"non satisfait"', '"satisfait"')
        .replace("'À refaire'", "'Fait le 15'")
        .replace("par: P02\n", "par: P01\n")
        .replace("2027-01-05", "2027-03-01")
    )


def test_a_new_answer_goes_last(smq: Runner, platform: Path) -> None:
    """It stands below the others."""
    (platform / "evaluation.yaml").write_text(KEPT, encoding="utf-8")

    smq(
        "-C", "demo", "declare", "INF-PR-06", "-s", "partiel", "-r", "Deux sur trois", "--by", "P01"
    )

    assert answers(platform) == KEPT + (
        "  INF-PR-06:\n    statut: partiel\n    motif: Deux sur trois\n    par: P01\n"
        "    date: 2027-03-01\n"
    )


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("satisfait", "satisfait"),
        ("Partiellement", "partiel"),
        ("NON-SATISFAIT", "non satisfait"),
        ("pas satisfait", "non satisfait"),
        ("Sans Objet", "sans objet"),
        ("N/A", "sans objet"),
        ("non  applicable", "sans objet"),
    ],
)
def test_words_for_an_answer(smq: Runner, platform: Path, typed: str, status: str) -> None:
    """An answer is understood whatever its case, accents and dashes."""
    smq("-C", "demo", "declare", "INF-PR-06", "-s", typed, "-r", "vu ensemble", "--by", "P01")

    assert f"    statut: {status}\n" in answers(platform)


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        (("INF-PR-66",), "«INF-PR-66» is no criterion", "Nearest: INF-PR-06"),
        (("INF-PR-06", "-s", "bof"), "«bof» is no answer", "sans objet"),
        (("INF-PR-06", "-s", "partiel", "-r", " - "), "needs a reason", "evaluator"),
        (("INF-PR-06", "-s", "partiel", "-r", "[À compléter : x]"), "needs a reason", "evaluator"),
        (("INF-PR-06", "--by", "Zoé Blanc"), "--by: «Zoé Blanc» is nobody", "P01 (Inès Vautrin)"),
        (("INF-PR-06", "--by", "Hugo"), "«Hugo» may be several people", "P02"),
        (("INF-PR-06", "--by", "Vautrain"), "«Vautrain» is nobody", "Nearest: P01"),
        (("INF-PR-06", "--on", "1/4/2027"), "has not come yet", ""),
        (("INF-PR-06", "--on", "31/02/2027"), "is no date", "20/02/2027"),
    ],
)
def test_refused(
    smq: Runner, platform: Path, words: tuple[str, ...], sentence: str, hint: str
) -> None:
    """One sentence that quotes the word, what to do, exit 2, and nothing written."""
    before = files_of(platform)

    said = smq("-C", "demo", "declare", *words)

    assert said.code == 2
    assert sentence in said.err
    assert hint in said.err
    assert files_of(platform) == before


def test_what_is_missing_is_asked(smq: Runner, platform: Path) -> None:
    """Each question is asked until its answer is understood."""
    typed = "peut-être\npartiel\n\nDeux dossiers sur trois\nHugo\nhugo marchal\n"
    said = smq("-C", "demo", "declare", "INF-PR-06", typed=typed)

    assert said.code == 0
    assert "«peut-être» is no answer" in said.err
    assert "may be several people" in said.err
    assert "    motif: Deux dossiers sur trois\n    par: P02\n" in answers(platform)


def test_nobody_to_answer(smq: Runner, platform: Path) -> None:
    """Without a keyboard, the option that is missing is named."""
    said = smq("-C", "demo", "declare", "INF-PR-06", "-s", "partiel", "--by", "P01")

    assert said.code == 2
    assert "--reason is missing." in said.err
    assert not (platform / "evaluation.yaml").exists()


def test_a_computed_criterion_is_judged_all_the_same(smq: Runner, platform: Path) -> None:
    """It is said that an answer only sets it aside by «sans objet»; and so it does."""
    words = ("-r", "aucun laser", "--by", "P01")
    judged = smq("-C", "demo", "declare", "INF-PQ-01", "-s", "satisfait", *words)
    aside = smq("-C", "demo", "declare", "INF-PQ-01", "-s", "sans objet", *words)

    assert "INF-PQ-01 is judged by its evidence" in judged.err
    assert "not satisfied" in judged.out
    assert "is judged" not in aside.err
    assert "not applicable" in aside.out


def test_dry_run(smq: Runner, platform: Path) -> None:
    """It shows what would be written and writes nothing."""
    words = ("-s", "partiel", "-r", "x y", "--by", "P01", "--dry-run")
    said = smq("-C", "demo", "declare", "INF-PR-06", *words)

    assert said.out.startswith("creates evaluation.yaml\n")
    assert not (platform / "evaluation.yaml").exists()


def test_without_a_criterion(smq: Runner, platform: Path) -> None:
    """The criteria that only a person can judge are listed, until they are answered."""
    before = smq("-C", "demo", "declare")
    smq("-C", "demo", "declare", "INF-PR-06", "-s", "partiel", "-r", "vu", "--by", "P01")
    after = smq("-C", "demo", "declare")

    assert "INF-PR-06  " in before.out
    assert set(before.out.splitlines()) - set(after.out.splitlines()) == {
        line for line in before.out.splitlines() if line.startswith("INF-PR-06")
    }


def test_a_file_that_cannot_be_read(smq: Runner, platform: Path) -> None:
    """Its line is named, and it is left as it is."""
    (platform / "evaluation.yaml").write_text("criteres:\n  A: [b\n", encoding="utf-8")

    said = smq("-C", "demo", "declare", "INF-PR-06", "-s", "partiel", "-r", "vu", "--by", "P01")

    assert said.code == 2
    assert "evaluation.yaml:3:1" in said.err
    assert answers(platform) == "criteres:\n  A: [b\n"
