"""`smq retire`: the end of a code; its file and its number stay."""

import pytest

from smq.i18n import Translator
from tests.cli.life import FILE, OTHER, Life

SAID = Translator("fr")


def test_the_end_of_a_document(life: Life) -> None:
    """State and history say it, the review goes; who still sends readers there is named."""
    life.in_force()
    before = life.text()

    said = life.does("retire", "PRE-PRO-001", "--reason", "activité arrêtée", "--by", "claire")

    line = SAID("Withdrawn: {reason}", reason="activité arrêtée")
    row = f'  - {{version: "1", date: 2027-03-01, objet: "{line}", par: P01}}\n'
    assert life.text() == before.replace("applicable", "retire    ").replace(
        "prochaine_revue: 2029-03-01\n", ""
    ).replace("liens:", f"{row}liens:")
    assert said.out == ("PRE-PRO-001 is withdrawn, by Claire Fontaine; its number stays taken.\n")
    assert "These still send their readers to it: PRE-MOP-001." in said.err
    assert life.for_readers() is None
    assert life.does("check").code == 0
    new = life.does("new", "PRO", "-p", "PRE", "-t", "Autre chose")
    assert "PRE-PRO-002" in new.both


def test_what_takes_its_place(life: Life) -> None:
    """The successor says what it replaces, under no new approval; both files, or none."""
    life.in_force()
    life.does("submit", "PRE-MOP-001")
    life.does("verify", "PRE-MOP-001", "--by", "hugo", "--mode", "papier")
    life.does("approve", "PRE-MOP-001", "--by", "claire", "--mode", "papier")
    life.does("publish", "PRE-MOP-001")
    life.record()

    said = life.does("retire", "PRE-PRO-001", "--replaced-by", "pre-mop-001", "--commit")

    assert "\nremplace: [PRE-PRO-001]\n" in life.text(OTHER)
    line = SAID("Withdrawn, replaced by {code}", code="PRE-MOP-001")
    assert line in [v.change for v in life.repo.system().documents[1].history]
    assert "send their readers" not in said.err
    named = life.git(life.root, "show", "--name-only", "--format=%s").split("\n")
    assert [line for line in named if line] == [said.out.strip(), OTHER, FILE]
    assert not any(d.altered for d in life.repo.system().documents)
    life.does("check")


def test_a_draft_that_nobody_approved(life: Life) -> None:
    """Its number is taken all the same; why stands in its history."""
    life.does("retire", "PRE-PRO-001", "--reason", "doublon")

    line = SAID("Withdrawn: {reason}", reason="doublon")
    assert f'  - {{date: 2027-03-01, objet: "{line}", par: P03}}\n' in life.text()
    life.does("check")


def test_dry_run_writes_in_neither_file(life: Life) -> None:
    """Both changes are shown."""
    words = ("retire", "PRE-PRO-001", "--replaced-by", "PRE-MOP-001", "--dry-run")

    said = life.does(*words)

    assert f"changes {FILE}\n" in said.out
    assert f"changes {OTHER}\n" in said.out
    assert "  +remplace: [PRE-PRO-001]\n" in said.out
    assert life.git(life.root, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Why PRE-PRO-001 ends is not said."),
        (("--reason", " "), "Why PRE-PRO-001 ends is not said."),
        (("--replaced-by", "PRE-PRO-001"), "PRE-PRO-001 cannot replace itself."),
        (("--replaced-by", "PRE-MOP-009"), "No document carries the code «PRE-MOP-009»."),
        (("--reason", "x", "--by", "nobody"), "--by: «nobody» is nobody in smq.yaml."),
    ],
)
def test_what_is_no_end(life: Life, words: tuple[str, ...], sentence: str) -> None:
    """Without a reason, or in favour of nothing, nothing ends."""
    assert sentence in life.refused("retire", "PRE-PRO-001", *words)


def test_an_end_is_an_end(life: Life) -> None:
    """What has ended neither ends again nor takes a place."""
    life.does("retire", "PRE-MOP-001", "--reason", "x")

    again = life.refused("retire", "PRE-MOP-001", "--reason", "x")
    assert "PRE-MOP-001 is «Withdrawn»." in again
    successor = life.refused("retire", "PRE-PRO-001", "--replaced-by", "PRE-MOP-001")
    assert "PRE-MOP-001 is withdrawn itself: it takes no place." in successor
    assert "«Withdrawn»" in life.refused("submit", "PRE-MOP-001")
