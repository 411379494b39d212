"""`smq publish`: an approved version gets its day, its line of history, its next review."""

import pytest

from smq.i18n import Translator
from tests.cli.life import FILE, Life


def test_a_first_version(life: Life) -> None:
    """Day, state, review and history are written; nothing need be said of a first version."""
    life.approved()
    before = life.text()

    said = life.does("publish", "PRE-PRO-001")

    first = Translator("fr")("Creation")
    line = f'historique:\n  - {{version: "1", date: 2027-03-01, objet: {first}, par: P03}}\n'
    days = "date_application: 2027-03-01\nprochaine_revue: 2029-03-01\n"
    assert life.text() == before.replace("approuve  ", "applicable").replace(
        "date_application:\n", days
    ).replace("liens:", f"{line}liens:")
    assert said.out == "PRE-PRO-001: version 1 is in force.\n"
    assert said.err.splitlines()[0] == "Next review: 2029-03-01."
    life.does("check")


def test_a_day_to_come(life: Life) -> None:
    """Its date alone puts it in force; until then it is approved, and the day may be moved."""
    life.approved()

    said = life.does("publish", "PRE-PRO-001", "--on", "15/03/2027")

    assert said.out == (
        "PRE-PRO-001: version 1 will be in force on 2027-03-15, by its date alone.\n"
    )
    assert "\nstatut: approuve" in life.text()
    assert life.for_readers() is None
    life.does("publish", "PRE-PRO-001", "--on", "20/03/2027")
    assert life.text().count('version: "1", date: 2027-03-20') == 1
    life.does("check")
    life.does("check", day="2027-03-20")
    said_then = life.refused("publish", "PRE-PRO-001", day="2027-03-20")
    assert "PRE-PRO-001: version 1 is in force since 2027-03-20 already." in said_then


def test_what_changed_is_said_from_the_second_version_on(life: Life) -> None:
    """Readers are told; a line that the history announced is enough, and is completed."""
    life.in_force()
    life.does("revise", "PRE-PRO-001")
    life.approved()

    assert "Say it: smq publish PRE-PRO-001 --change …" in life.refused("publish", "PRE-PRO-001")
    life.write("\nhistorique:\n", '\nhistorique:\n  - {version: "2", objet: Délais}\n')
    life.does("publish", "PRE-PRO-001")
    assert '  - {version: "2", objet: Délais, date: 2027-03-01, par: P03}\n' in life.text()


def test_not_before_its_approval(life: Life) -> None:
    """A day before the last visa is refused; one after it may lie in the past."""
    life.does("submit", "PRE-PRO-001")
    life.does("approve", "PRE-PRO-001", "--by", "claire", "--mode", "papier", "--on", "20/02/2027")

    said = life.refused("publish", "PRE-PRO-001", "--on", "19/02/2027")

    assert "PRE-PRO-001: 2027-02-19 comes before its approval, on 2027-02-20." in said
    life.does("publish", "PRE-PRO-001", "--on", "20/02/2027")
    assert "\nprochaine_revue: 2029-02-20\n" in life.text()


@pytest.mark.parametrize("day", ["30/02/2027", "2027-13-01", "bientôt"])
def test_a_date_that_does_not_exist(life: Life, day: str) -> None:
    """It is named; nothing is written."""
    life.approved()

    assert f"«{day}» is no date." in life.refused("publish", "PRE-PRO-001", "--on", day)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [("projet", "is «Draft»"), ("en_verification", "is «In review»"), ("applicable", "«In force»")],
)
def test_only_what_is_approved(life: Life, state: str, sentence: str) -> None:
    """A draft, a text being read, and what is in force already are named as what they are."""
    life.write("statut: projet", f"statut: {state}")

    said = life.refused("publish", "PRE-PRO-001")

    assert sentence in said
    assert "Only an approved version is published. What is under way: smq todo" in said


def test_what_changed_since_its_approval_is_not_published(life: Life) -> None:
    """The visa was for another text: it goes back to its author, and the version is the same."""
    life.approved()
    life.write("5 jours", "50 jours")

    said = life.refused("publish", "PRE-PRO-001")

    assert "PRE-PRO-001 was changed after its approval" in said
    assert "smq revise PRE-PRO-001" in said
    assert life.does("revise", "PRE-PRO-001").out == "PRE-PRO-001: version 1 is begun.\n"
    assert "approbations:" not in life.text()
    assert '\nversion: ""\n' in life.text()
    life.in_force()
    life.does("check")


def test_what_was_approved_and_has_errors_now(life: Life) -> None:
    """A code that is no more since the approval: nobody is sent to a dead link."""
    life.approved()
    (life.root / "documents/PRE/PRE-MOP-001-recevoir.md").unlink()

    said = life.smq("publish", "PRE-PRO-001")

    assert said.code in (1, 2)
    assert "\nstatut: approuve" in life.text()


def test_a_type_that_is_not_reviewed(life: Life) -> None:
    """No period, no date of review: one that stood there is taken out."""
    types = life.root / "referentiel/types/PRO.yaml"
    types.write_text(types.read_text("utf-8").replace("revue: 24", "revue: null"), "utf-8")
    life.write("redacteur: P03", "prochaine_revue: 2030-01-01\nredacteur: P03")
    life.approved()

    said = life.does("publish", "PRE-PRO-001")

    assert "Next review" not in said.err
    assert "prochaine_revue" not in life.text(FILE)
