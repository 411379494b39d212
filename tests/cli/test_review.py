"""`smq review`: a review is written down, and one that changes nothing puts off the next."""

import pytest

from tests.cli.life import Life

STEPS = {"revues": {"PRO": [6, 12, 36]}}


@pytest.fixture
def steps(life: Life) -> Life:
    """Return a platform where reviews of procedures are lengthened, with one in force."""
    life.repo.settings(STEPS)
    life.in_force()
    return life


def due(life: Life) -> str:
    """Return the date of the next review, as the header says it."""
    return life.text().partition("prochaine_revue: ")[2].partition("\n")[0]


def test_each_unchanged_review_lengthens_the_period(steps: Life) -> None:
    """6 months after the application, then 12, then 36, and 36 again; each review is a line."""
    assert due(steps) == "2027-09-01"

    said = steps.does("review", "PRE-PRO-001", "--unchanged", day="2027-08-31")
    assert said.out == "PRE-PRO-001: reviewed by Inès Vautrin, nothing to change.\n"
    assert said.err.splitlines()[0] == "Next review: 2028-08-31."
    assert due(steps) == "2028-08-31"
    steps.does("review", "PRE-PRO-001", "--unchanged", "--note", "Relu", day="2028-08-31")
    assert due(steps) == "2031-08-31"
    steps.does("review", "PRE-PRO-001", "--unchanged", day="2031-08-31")

    assert due(steps) == "2034-08-31"
    row = '  - {version: "1", date: 2028-08-31, par: P03, resultat: inchange, note: Relu}\n'
    assert row in steps.text()
    assert steps.text().count("resultat: inchange") == 3


def test_a_review_breaks_no_approval(steps: Life) -> None:
    """What it writes is no part of what was approved; the text in force stays in force."""
    steps.does("review", "PRE-PRO-001", "--unchanged")

    steps.does("check", "--fail-on", "warning")
    assert steps.for_readers() is not None


def test_a_new_version_begins_again(steps: Life) -> None:
    """The first step counts from its application, whatever its predecessor had earned."""
    steps.does("review", "PRE-PRO-001", "--unchanged", day="2027-09-01")
    steps.record()
    steps.does("revise", "PRE-PRO-001")
    steps.in_force()

    assert due(steps) == "2027-09-01"
    steps.does("review", "PRE-PRO-001", "--unchanged", day="2027-09-01")
    assert due(steps) == "2028-09-01"


def test_a_correction_goes_on_with_its_reviews(steps: Life) -> None:
    """Version 1.1 is version 1 with a slip mended: the second review of it takes the last step."""
    steps.does("review", "PRE-PRO-001", "--unchanged", day="2027-09-01")
    steps.record()
    steps.write("devient un résultat", "devient un beau résultat")
    corrected = ("--objet", "Coquille", "--by", "P01", "--mode", "papier")
    steps.does("correct", "PRE-PRO-001", *corrected, day="2027-10-01")
    assert due(steps) == "2028-09-01"

    steps.does("review", "PRE-PRO-001", "--unchanged", day="2028-09-01")

    assert due(steps) == "2031-09-01"


def test_the_end_of_a_month(steps: Life) -> None:
    """A review of 31 August is followed by one on the last day of February."""
    steps.repo.settings({"revues": {"PRO": [3, 6]}})

    steps.does("review", "PRE-PRO-001", "--unchanged", day="2027-08-31")

    assert due(steps) == "2028-02-29"


def test_a_plain_period_stays(life: Life) -> None:
    """A number alone is the same after each review."""
    life.repo.settings({"revues": {"PRO": 24}})
    life.in_force()
    for day in ("2029-03-01", "2031-03-01"):
        life.does("review", "PRE-PRO-001", "--unchanged", day=day)

    assert due(life) == "2033-03-01"


def test_something_to_change(steps: Life) -> None:
    """It is written down with the reason, the date stays, and what comes next is said."""
    said = steps.does("review", "PRE-PRO-001", "--to-change", "--note", "Délais  à revoir")

    assert said.out == "PRE-PRO-001: reviewed by Inès Vautrin, to be changed: Délais à revoir\n"
    assert "Next: smq revise PRE-PRO-001" in said.err
    assert due(steps) == "2027-09-01"
    assert "resultat: a_reviser, note: Délais à revoir}" in steps.text()


def test_something_to_change_ends_the_series(steps: Life) -> None:
    """The unchanged review that follows is a first one again."""
    steps.does("review", "PRE-PRO-001", "--unchanged", day="2027-09-01")
    steps.does("review", "PRE-PRO-001", "--to-change", "--note", "Délais", day="2028-09-01")

    steps.does("review", "PRE-PRO-001", "--unchanged", day="2028-10-01")

    assert due(steps) == "2029-10-01"


def test_twice_the_same_day_counts_once(steps: Life) -> None:
    """A command typed again does not put the next review off once more."""
    steps.does("review", "PRE-PRO-001", "--unchanged")
    after = steps.text()

    said = steps.does("review", "PRE-PRO-001", "--unchanged")

    assert "was written down already" in said.out
    assert steps.text() == after


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "What the review found is not said, or said twice."),
        (("--unchanged", "--to-change"), "What the review found is not said, or said twice."),
        (("--to-change",), "PRE-PRO-001: what is to be changed is not said."),
        (("--unchanged", "--on", "2027-03-02"), "2027-03-02 has not come yet"),
        (("--unchanged", "--on", "2027-02-28"), "on 2027-02-28, version 1 was not in force yet"),
        (("--unchanged", "--by", "Personne"), "«Personne»"),
    ],
)
def test_what_is_refused(steps: Life, words: tuple[str, ...], sentence: str) -> None:
    """The sentence names what is missing; nothing is written."""
    assert sentence in steps.refused("review", "PRE-PRO-001", *words)


def test_only_what_is_in_force_is_reviewed(life: Life) -> None:
    """A draft, and a text changed since its approval, say why in words."""
    said = life.refused("review", "PRE-PRO-001", "--unchanged")
    assert "PRE-PRO-001 is «Draft»." in said
    assert "the approval of its next version is its review." in said

    life.in_force()
    life.write("sous 5 jours", "sous 9 jours")
    said = life.refused("review", "PRE-PRO-001", "--unchanged")
    assert "PRE-PRO-001 was changed after its approval" in said


def test_an_overdue_review_names_the_command(steps: Life) -> None:
    """LIF004 gives it, and is silent once the review is written down."""
    found = steps.does("check", "--select", "LIF004", day="2027-10-01")
    assert "smq review PRE-PRO-001 --unchanged" in found.out

    steps.does("review", "PRE-PRO-001", "--unchanged", day="2027-10-01")

    assert "LIF004" not in steps.does("check", "--select", "LIF004", day="2027-10-01").out


def test_the_agenda_follows(steps: Life) -> None:
    """The next review stands at its new date."""
    steps.does("review", "PRE-PRO-001", "--unchanged", day="2027-09-01")

    out = steps.does(
        "agenda", "--kind", "revue", "--until", "2028-12-31", "--format", "json", day="2027-09-01"
    ).out

    assert "2028-09-01" in out
