"""`fichier`: filed copies, intact."""

from datetime import date

import pytest

from tests.coverage.trial import PARTIAL, SATISFIED, UNSATISFIED, Trial, lacks, proofs

ASKED = "{fichier: lettre}"
FORM = "PIL-MOD-001"
OUTSIDE = {"fichier": None, "emplacement": "Armoire 3"}


@pytest.fixture
def letters(trial: Trial) -> Trial:
    """Return a platform with the model of a letter."""
    trial.document("lettre", FORM)
    return trial


def test_a_filed_copy(letters: Trial) -> None:
    """The file is the proof, by its path."""
    letters.record("lettre-a", FORM)

    found = letters.judge(ASKED)

    assert found.verdict is SATISFIED
    assert [(p.kind, p.ref, p.path) for p in found.proofs] == [
        ("file", "enregistrements/lettre-a.pdf", "enregistrements/lettre-a.pdf")
    ]


def test_none_is_filed(letters: Trial) -> None:
    """What to type is said."""
    found = letters.judge(ASKED)

    assert lacks(found) == ["PIL-MOD-001: 0 filed copies of 1 asked."]
    assert found.lacks[0].command == "smq file FICHIER --as PIL-MOD-001"


def test_no_model(trial: Trial) -> None:
    """A letter that nobody wrote cannot be signed."""
    assert lacks(trial.judge(ASKED)) == ["No document made from the model «lettre»."]


def test_an_altered_file(letters: Trial) -> None:
    """A file that changed since proves nothing; gone, neither."""
    letters.record("lettre-a", FORM, b"a")
    letters.repo.write("enregistrements/lettre-a.pdf", b"b")
    changed = letters.judge(ASKED)
    assert changed.verdict is UNSATISFIED
    assert lacks(changed)[1] == (
        "The file enregistrements/lettre-a.pdf is no longer the one that was filed."
    )

    (letters.repo.root / "enregistrements/lettre-a.pdf").unlink()
    assert lacks(letters.judge(ASKED))[1] == "The file enregistrements/lettre-a.pdf is not there."


def test_one_for_each_unit(letters: Trial) -> None:
    """`par` counts the values of a setting: one of two is partial."""
    letters.repo.settings({"unites": [{"nom": "A"}, {"nom": "B"}]})
    letters.record("lettre-a", FORM, b"a")
    asked = "{fichier: lettre, par: unites}"
    one = letters.judge(asked)
    assert (one.verdict, proofs(one)) == (PARTIAL, ["enregistrements/lettre-a.pdf"])

    letters.record("lettre-b", FORM, b"b")
    assert len(letters.judge(asked).proofs) == 2


def test_more_than_asked(letters: Trial) -> None:
    """No copy alone is needed; one too many that changed lowers nothing."""
    letters.record("lettre-a", FORM, b"a")
    letters.record("lettre-b", FORM, b"b")
    both = "enregistrements/lettre-a.pdf | enregistrements/lettre-b.pdf"
    assert proofs(letters.judge(ASKED)) == [both]

    letters.repo.write("enregistrements/lettre-b.pdf", b"c")
    found = letters.judge(ASKED)
    assert (found.verdict, proofs(found)) == (SATISFIED, ["enregistrements/lettre-a.pdf"])


def test_kept_elsewhere(letters: Trial) -> None:
    """A file kept elsewhere counts once seen, from that day on; the sidecar is its path."""
    letters.record("lettre-a", FORM, b"a", **OUTSIDE)
    assert lacks(letters.judge(ASKED))[1] == ("lettre-a is kept elsewhere and smq has not seen it.")

    letters.record("lettre-a", FORM, b"a", **OUTSIDE, verifie_le=date(2027, 2, 20))
    assert letters.judge(ASKED, date(2027, 2, 19)).verdict is UNSATISFIED
    found = letters.judge(ASKED, date(2027, 2, 20))
    assert found.verdict is SATISFIED
    assert found.proofs[0].path == "enregistrements/lettre-a.yaml"


@pytest.mark.parametrize(
    "said", [{"emplacement": None}, {"sha256": None}, {"emplacement": None, "sha256": None}]
)
def test_kept_nowhere(letters: Trial, said: dict[str, object]) -> None:
    """Without place or hash, having been seen proves nothing."""
    letters.record("lettre-a", FORM, b"a", **{**OUTSIDE, "verifie_le": date(2027, 2, 20), **said})

    assert letters.judge(ASKED).verdict is UNSATISFIED


@pytest.mark.parametrize(
    ("today", "verdict"),
    [
        (date(2027, 1, 31), UNSATISFIED),
        (date(2027, 2, 1), SATISFIED),
        (date(2027, 8, 1), SATISFIED),
        (date(2027, 8, 2), UNSATISFIED),
    ],
)
def test_recent_copies(letters: Trial, today: date, verdict: object) -> None:
    """`depuis_mois` counts back from the date judged at; a copy signed later is not there yet."""
    letters.record("lettre-a", FORM, date=date(2027, 2, 1))

    assert letters.judge("{fichier: lettre, depuis_mois: 6}", today).verdict is verdict


def test_a_copy_of_the_day_after(letters: Trial) -> None:
    """Even without `depuis_mois`, what is dated after the date judged at is not there yet."""
    letters.record("lettre-a", FORM, date=date(2027, 3, 2))

    assert letters.judge(ASKED).verdict is UNSATISFIED


def test_the_form_is_known_by_its_id(letters: Trial) -> None:
    """A renumbered form keeps its records; another form's record is not counted."""
    letters.document("autre", "PIL-MOD-002", id="k2k2k2k2")
    letters.record("lettre-a", FORM, formulaire_id="k2k2k2k2")

    assert letters.judge(ASKED).verdict is UNSATISFIED
    assert letters.judge("{fichier: autre}").verdict is SATISFIED


@pytest.mark.parametrize(
    "broken",
    ["{fichier: {au_moins: 1}}", "{fichier: lettre, par: unite}", "{fichier: lettre, au_moins: x}"],
)
def test_options_that_mean_nothing(letters: Trial, broken: str) -> None:
    """No model, a setting that does not exist, no number."""
    letters.record("lettre-a", FORM)

    assert "cannot be judged" in lacks(letters.judge(broken))[0]
