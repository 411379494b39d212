"""`smq revise`: the next version is begun, and readers keep the one in force."""

from tests.cli.life import FILE, Life


def test_readers_keep_the_version_in_force(life: Life) -> None:
    """One word of the header changes; what readers get is the content before."""
    life.in_force()
    before = life.text()

    said = life.does("revise", "PRE-PRO-001")

    assert life.text() == before.replace("statut: applicable", "statut: projet    ")
    assert said.out == "PRE-PRO-001: version 2 is begun; version 1 stays in force.\n"
    assert f"Next: write in {FILE}, then smq submit PRE-PRO-001" in said.err
    life.write("5 jours", "8 jours")
    life.record()
    found = life.for_readers()
    assert found is not None
    assert (found.version, found.altered) == ("1", False)
    assert (found.fingerprint or "-") in life.text()


def test_what_is_not_recorded_would_be_lost(life: Life) -> None:
    """The version in force lives in the history once the next one is written over it."""
    life.approved()
    life.does("publish", "PRE-PRO-001")

    said = life.refused("revise", "PRE-PRO-001")

    assert "PRE-PRO-001: its version in force is not recorded yet, and would be lost." in said
    assert "Record it first: smq save" in said


def test_line_ends_are_no_change(life: Life) -> None:
    """A copy on Windows holds other line ends than the history does."""
    life.repo.write(".gitattributes", "*.md text eol=crlf\n")
    life.in_force()
    life.write("\n", "\r\n")

    said = life.does("revise", "PRE-PRO-001")

    assert said.out == "PRE-PRO-001: version 2 is begun; version 1 stays in force.\n"
    assert life.text().count("\n") == life.text().count("\r\n")


def test_an_approved_text_that_was_changed(life: Life) -> None:
    """Whoever wrote in a document in force goes on from there: its readers lose nothing."""
    life.in_force()
    life.write("5 jours", "8 jours")
    life.record()
    assert "LIF016" in life.does("check", code=1).out
    assert "was changed after its approval" in life.refused("submit", "PRE-PRO-001")

    said = life.does("revise", "PRE-PRO-001")

    assert said.out == "PRE-PRO-001: version 2 is begun; version 1 stays in force.\n"
    life.does("check")
    found = life.for_readers()
    assert found is not None
    assert not found.altered


def test_a_changed_text_whose_approval_nobody_kept(life: Life) -> None:
    """What was never recorded as approved is in force for nobody, and this is said."""
    life.approved()
    life.does("publish", "PRE-PRO-001")
    life.write("5 jours", "8 jours")

    said = life.does("revise", "PRE-PRO-001")

    assert said.out == "PRE-PRO-001: version 2 is begun.\n"
    assert "The history does not hold PRE-PRO-001 as it was approved" in said.err


def test_approved_for_a_day_to_come_and_changed(life: Life) -> None:
    """It never was in force: it is a draft of the same version, and the one before stays."""
    life.in_force()
    life.does("revise", "PRE-PRO-001")
    life.approved()
    life.does("publish", "PRE-PRO-001", "--change", "Délais", "--on", "2027-04-01")
    life.write("5 jours", "8 jours")

    said = life.does("revise", "PRE-PRO-001")

    assert said.out == "PRE-PRO-001: version 2 is begun; version 1 stays in force.\n"
    assert '\nversion: "1"\n' in life.text()
    found = life.for_readers()
    assert found is not None
    assert found.version == "1"
    life.does("check")


def test_in_force_by_its_date(life: Life) -> None:
    """Nobody had to write that the day had come."""
    life.approved()
    life.does("publish", "PRE-PRO-001", "--on", "2027-03-10")
    life.record()

    said = life.does("revise", "PRE-PRO-001", day="2027-03-10")

    assert said.out == "PRE-PRO-001: version 2 is begun; version 1 stays in force.\n"


def test_what_is_not_in_force(life: Life) -> None:
    """A draft of a first version, or of the next one, is written on without a word."""
    assert "PRE-PRO-001 is «Draft»." in life.refused("revise", "PRE-PRO-001")
    life.in_force()
    life.does("revise", "PRE-PRO-001")
    life.write("5 jours", "8 jours")
    said = life.refused("revise", "PRE-PRO-001")
    assert "PRE-PRO-001 is «Draft»." in said
    assert "Only a document in force is revised." in said
    life.does("submit", "PRE-PRO-001")
    assert "PRE-PRO-001 is «In review»." in life.refused("revise", "PRE-PRO-001")
    assert "PRE-PRO-001 is «In review»." in life.refused("submit", "PRE-PRO-001")


def test_without_history_readers_wait(life: Life) -> None:
    """A folder that keeps no version says what that costs."""
    life.approved()
    life.does("publish", "PRE-PRO-001")
    life.forget()

    said = life.does("revise", "PRE-PRO-001")

    assert said.out == "PRE-PRO-001: version 2 is begun.\n"
    assert (
        "Warning: This folder keeps no history: readers of PRE-PRO-001 have no version" in said.err
    )
