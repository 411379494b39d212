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

    assert lacks(found) == ["PIL-MOD-001: 1 filed copy is missing."]
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
    assert lacks(one) == ["PIL-MOD-001: 1 filed copy is missing."]

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
    (proof,) = found.proofs
    assert (proof.ref[0], proof.path) == ("r", "enregistrements/lettre-a.yaml")


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


TWO_UNITS = {
    "unites": [{"nom": "A", "directeur": "P01"}, {"nom": "B", "directeur": "Hugo Marchal"}]
}
SIGNED = "{fichier: lettre, par: unites, signe_par: directeurs}"


def test_the_director_of_each_unit_signs(letters: Trial) -> None:
    """Two letters of one director are not those of two units; a name is who it names."""
    letters.repo.settings(TWO_UNITS)
    letters.record("lettre-a", FORM, b"a", signataires=["P01"])
    letters.record("lettre-b", FORM, b"b", signataires=["P01"])
    one = letters.judge(SIGNED)
    assert (one.verdict, lacks(one)) == (
        PARTIAL,
        ["PIL-MOD-001: 1 filed copy signed by Hugo Marchal is missing."],
    )

    letters.record("lettre-c", FORM, b"c", signataires=["hugo marchal"])
    found = letters.judge(SIGNED)
    assert (found.verdict, proofs(found)) == (
        SATISFIED,
        [
            "enregistrements/lettre-a.pdf | enregistrements/lettre-b.pdf",
            "enregistrements/lettre-c.pdf",
        ],
    )


def test_who_directs_two_units_signs_twice(letters: Trial) -> None:
    """A letter is for one unit."""
    letters.repo.settings({"unites": [{"nom": n, "directeur": "P01"} for n in ("A", "B")]})
    letters.record("lettre-a", FORM, b"a", signataires=["P01"])
    assert letters.judge(SIGNED).verdict is PARTIAL

    letters.record("lettre-b", FORM, b"b", signataires=["P01"])
    both = letters.judge(SIGNED)
    assert (both.verdict, len(both.proofs)) == (SATISFIED, 2)


@pytest.mark.parametrize(
    "units",
    [[], [{"nom": "A"}], [{"nom": "A", "directeur": "P77"}]],
    ids=["no unit", "no director", "nobody"],
)
def test_a_unit_whose_director_is_nobody(letters: Trial, units: list[dict[str, str]]) -> None:
    """Without a known director nobody can have signed for the unit, whatever was filed."""
    letters.repo.settings({"unites": units})
    letters.record("lettre-a", FORM, b"a", signataires=["P01"])

    found = letters.judge(SIGNED)

    assert found.verdict is UNSATISFIED
    assert lacks(found) == [
        "smq.yaml: a person is missing for the filed copies of PIL-MOD-001 («directeurs»)."
    ]


def test_a_copy_without_date(letters: Trial) -> None:
    """It counts, but not as a recent one."""
    letters.record("lettre-a", FORM, date=None)

    assert letters.judge(ASKED).verdict is SATISFIED
    assert letters.judge("{fichier: lettre, depuis_mois: 6}").verdict is UNSATISFIED


def test_one_for_a_setting_that_is_no_list(letters: Trial) -> None:
    """A single value asks for one copy; nobody signs for a setting that says nothing."""
    letters.record("lettre-a", FORM, signataires=["SPE"])

    assert letters.judge("{fichier: lettre, par: nom}").verdict is SATISFIED
    assert letters.judge("{fichier: lettre, signe_par: sigle}").verdict is SATISFIED
    assert lacks(letters.judge("{fichier: lettre, signe_par: site_web}")) == [
        "smq.yaml: a person is missing for the filed copies of PIL-MOD-001 («site_web»)."
    ]


def test_a_number_of_copies(letters: Trial) -> None:
    """`au_moins` counts those that are filed."""
    letters.record("lettre-a", FORM)

    assert letters.judge("{fichier: lettre, au_moins: 2}").verdict is PARTIAL


def test_who_signs_may_be_nobody_of_the_platform(letters: Trial) -> None:
    """The supervising body is known by its own name alone."""
    letters.repo.settings({"tutelles": ["Université"]})
    asked = "{fichier: lettre, signe_par: tutelles}"
    letters.record("lettre-a", FORM, signataires=["Une autre"])
    assert lacks(letters.judge(asked)) == [
        "PIL-MOD-001: 1 filed copy signed by Université is missing."
    ]

    letters.record("lettre-a", FORM, signataires=["Université"])
    assert letters.judge(asked).verdict is SATISFIED
