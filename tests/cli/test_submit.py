"""`smq submit`: a finished draft goes to those who read it."""

import pytest

from tests.cli.life import FILE, OTHER, Life
from tests.cli.runner import files_of


def test_one_word_of_the_header_changes(life: Life) -> None:
    """The state is written; comments, order, quotes and the text stay."""
    before = life.text()

    said = life.does("submit", "PRE-PRO-001")

    assert life.text() == before.replace("statut: projet", "statut: en_verification")
    assert said.out == "PRE-PRO-001 is in review (version 1 to come).\n"
    assert said.err.splitlines() == [
        "Next: Claire Fontaine reads it – smq approve PRE-PRO-001 or smq refuse PRE-PRO-001",
        "To record and share it: smq save",
    ]


def test_who_verifies_is_named_first(life: Life) -> None:
    """Where a reviewer stands in the header, the reviewer comes next."""
    said = life.does("submit", "PRE-MOP-001")

    assert said.err.startswith(
        "Next: Hugo Marchal reads it – smq verify PRE-MOP-001 or smq refuse PRE-MOP-001\n"
    )


def test_what_is_left_to_write_is_shown_instead(life: Life) -> None:
    """A blank is no error in a draft; it is one in what is handed over, with its place."""
    life.write("Toutes les prestations.", "[À compléter : lesquelles]")

    said = life.refused("submit", "PRE-PRO-001", code=1)

    assert f"{FILE}:24:1 CNT001 " in said
    assert said.endswith("1 error is in the way; nothing was written.\n")


def test_all_or_none(life: Life) -> None:
    """One document with a blank keeps the other where it is; both are told."""
    life.write("Une balance.", "[À compléter : laquelle]", OTHER)

    said = life.refused("submit", "PRE-PRO-001", "PRE-MOP-001", code=1)

    assert f"{OTHER}:25:1 CNT001 " in said
    life.write("[À compléter : laquelle]", "Une balance.", OTHER)
    said_of_both = life.does("submit", "pre-pro-001", "PRE-MOP-001", "PRE-PRO-001")
    assert said_of_both.out.splitlines() == [
        "PRE-PRO-001 is in review (version 1 to come).",
        "PRE-MOP-001 is in review (version 1 to come).",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("redacteur: P03", "redacteur:", "does not say who its redacteur is"),
        ("redacteur: P03", 'redacteur: "[À compléter : nom]"', "does not say who its redacteur is"),
        ("approbateur: P01", "approbateur:", 'smq set PRE-PRO-001 "approbateur=…"'),
        ("statut: projet", "statut: retire", "PRE-PRO-001 is «Withdrawn»."),
        ("statut: projet", "statut: relu", "has no status that smq knows: «relu»"),
        ("statut: projet", "statut: en_verification", "is «In review»."),
    ],
)
def test_what_cannot_be_handed_over(life: Life, old: str, new: str, expected: str) -> None:
    """Nobody to read it, or no draft: one sentence, exit 2, nothing written."""
    life.write(old, new)

    assert expected in life.refused("submit", "PRE-PRO-001")


def test_records_and_lists_are_never_approved(life: Life) -> None:
    """What happened, and what smq makes, have no life of their own."""
    life.repo.document("PRE-ENR-001")

    assert "PRE-ENR-001 is never approved" in life.refused("submit", "PRE-ENR-001")


def test_visas_for_the_text_before_are_taken_out(life: Life) -> None:
    """Back in review after changes, a text is read again by everybody; other versions' lines stay.

    An empty list that somebody wrote is not touched.
    """
    row = '  - {version: "%s", par: P02, role: verificateur, date: 2027-02-01, mode: git}\n'
    kept, gone = row % "1", row % "2"
    life.write('version: ""', 'version: "1"')
    line = '  - {version: "1", date: 2027-02-01, objet: Création, par: P03}\n'
    life.write("liens:", f"approbations:\n{kept}{gone}historique:\n{line}liens:")
    before = life.text()

    life.does("submit", "PRE-PRO-001")

    assert life.text() == before.replace(gone, "").replace(
        "statut: projet", "statut: en_verification"
    )
    life.write("diffusion: interne", "approbations: []\ndiffusion: interne", OTHER)
    life.does("submit", "PRE-MOP-001")
    assert "\napprobations: []\n" in life.text(OTHER)


def test_an_approval_that_is_no_row_is_named_and_stays(life: Life) -> None:
    """What somebody typed by hand in the wrong form is theirs to mend."""
    life.write("liens:", "approbations: [Claire]\nliens:")

    said = life.refused("submit", "PRE-PRO-001", code=1)

    assert f"{FILE}:14:16 SYN005 «approbations» expects fields with a name" in said


def test_an_unknown_code_writes_nothing(life: Life) -> None:
    """Several codes, one mistyped: none is handed over."""
    said = life.refused("submit", "PRE-PRO-001", "PRE-PRO-010")

    assert "No document carries the code «PRE-PRO-010»." in said


def test_without_git_nothing_is_said_of_recording(life: Life) -> None:
    """In a folder that keeps no history there is nothing to record it in."""
    life.forget()
    before = files_of(life.root)

    said = life.does("submit", "PRE-PRO-001")

    assert said.err.count("\n") == 1
    assert files_of(life.root) != before
    life.write("statut: en_verification", "statut: projet")
    assert "This folder keeps no history: nothing can be recorded." in life.refused(
        "submit", "PRE-PRO-001", "--commit"
    )
