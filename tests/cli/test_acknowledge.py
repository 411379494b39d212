"""`smq acknowledge`: the version in force was read, by whom; and who has still to read it."""

from pathlib import Path

import pytest

from tests.cli.life import FILE, Life

LECTURES = "enregistrements/lectures"


@pytest.fixture
def asked(life: Life) -> Life:
    """Return a platform whose operators read procedures, with one in force."""
    life.repo.settings(
        {
            "personnes": {
                **life.repo.values["personnes"],
                "P04": {"nom": "Noé Vial", "roles": ["operateur"]},
                "P05": {"nom": "Lou Béal", "roles": ["operateur"], "git": ["lou@example.org"]},
            },
            "lectures": {"PRO": ["operateur", "qualite"]},
        }
    )
    life.in_force()
    return life


def readings(life: Life) -> list[Path]:
    """Return the files of acknowledgements."""
    return sorted((life.root / LECTURES).glob("*"))


def second_version(life: Life) -> None:
    """Publish version 2."""
    life.does("revise", "PRE-PRO-001")
    life.write("sous 5 jours", "sous 9 jours")
    life.in_force()


def paper(person: str, *words: str) -> tuple[str, ...]:
    """Return the command for somebody who signed on paper."""
    return ("acknowledge", "PRE-PRO-001", "--by", person, "--mode", "papier", *words)


def test_one_small_file_a_reading(asked: Life) -> None:
    """It names document, version, content, person and day; nothing else changes."""
    before = asked.text()

    said = asked.does(*paper("Noé"))

    assert said.out == "PRE-PRO-001: version 1 read by Noé Vial.\n"
    (file,) = readings(asked)
    mark = before.partition('empreinte: "')[2].partition('"')[0]
    assert file.read_text(encoding="utf-8") == (
        f'document: k7m2x9qa\ncode: PRE-PRO-001\nversion: "1"\nempreinte: "{mark}"\n'
        "par: P04\ndate: 2027-03-01\nmode: papier\nsaisie_par: P03\n"
    )
    assert file.name.startswith("PRE-PRO-001_v01_P04_")
    assert asked.text() == before
    asked.does("check", "--fail-on", "warning")


def test_a_second_time_says_so(asked: Life) -> None:
    """Nothing is written twice, and it is no failure."""
    asked.does(*paper("P04"))
    before = readings(asked)[0].read_bytes()

    said = asked.does(*paper("P04", "--commit"), day="2027-03-05")

    assert said.out == "PRE-PRO-001: Noé Vial acknowledged version 1 on 2027-03-01 already.\n"
    assert [file.read_bytes() for file in readings(asked)] == [before]


def test_who_has_still_to_read(asked: Life) -> None:
    """Those whose roles are asked, not its author or approver; an older version does not count."""
    said = asked.does("acknowledge", "--pending")
    assert said.out.splitlines() == [
        "PRE-PRO-001 Traiter une prestation, version 1 in force since 2027-03-01",
        "  P04  Noé Vial",
        "  P05  Lou Béal",
    ]
    assert said.err == "2 readings to acknowledge: smq acknowledge CODE\n"

    asked.does(*paper("P04"))
    assert "Noé" not in asked.does("acknowledge", "--pending").out
    assert asked.does("acknowledge", "--pending", "--for", "Noé").out == ""
    asked.record()
    second_version(asked)

    said = asked.does("acknowledge", "--pending", "PRE-PRO-001")
    assert said.out.splitlines()[1:] == ["  P04  Noé Vial  (read version 1)", "  P05  Lou Béal"]


def test_a_correction_asks_for_no_other_reading(asked: Life) -> None:
    """Version 1.1 is version 1 with a slip mended: who read the one knows the other."""
    asked.does(*paper("P04"))
    asked.record()
    asked.write("devient un résultat", "devient un beau résultat")
    corrected = ("--objet", "Coquille", "--by", "P01", "--mode", "papier")
    asked.does("correct", "PRE-PRO-001", *corrected)

    assert "Noé" not in asked.does("acknowledge", "--pending").out
    asked.does(*paper("P05"))
    assert asked.does("acknowledge", "--pending").out == ""
    asked.does("check", "--select", "LIF018")


def test_only_the_version_in_force(asked: Life) -> None:
    """A sheet signed for a version that was superseded meanwhile is refused, whatever its day."""
    second_version(asked)

    said = asked.refused(*paper("P04", "--version", "1"))
    assert "PRE-PRO-001: version 1 is superseded; version 2 is in force." in said
    said = asked.refused(*paper("P04", "--version", "3"))
    assert "PRE-PRO-001: version 3 is not in force; version 2 is." in said
    asked.does(*paper("P04", "--version", "2"))


def test_a_draft_is_not_read(asked: Life) -> None:
    """Nothing of it is in force: there is nothing to acknowledge."""
    said = asked.refused("acknowledge", "PRE-MOP-001", "--by", "P04", "--mode", "papier")

    assert "PRE-MOP-001 has no version in force" in said


def test_the_version_in_force_while_the_next_is_written(asked: Life) -> None:
    """What counts is version 1, which history holds; the draft in the folder is named."""
    asked.does("revise", "PRE-PRO-001")
    asked.write("sous 5 jours", "sous 9 jours")

    said = asked.does(*paper("P04"))

    assert said.out == "PRE-PRO-001: version 1 read by Noé Vial.\n"
    assert f"is version 1, in force, not the draft in {FILE}" in said.err
    assert "Noé" not in asked.does("acknowledge", "--pending").out
    asked.does("check", "--select", "LIF018")


def test_a_text_changed_since_its_approval(asked: Life) -> None:
    """What was read may not be what was approved."""
    asked.write("sous 5 jours", "sous 9 jours")

    assert "was changed after its approval" in asked.refused(*paper("P04"))


def test_a_withdrawn_document(asked: Life) -> None:
    """Nobody has to read it."""
    asked.does("retire", "PRE-PRO-001", "--reason", "Essai")

    assert "PRE-PRO-001 is withdrawn" in asked.refused(*paper("P04"))
    assert asked.does("acknowledge", "--pending").out == ""


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("2027-02-28", "on 2027-02-28, version 1 was not approved yet (2027-03-01)."),
        ("2027-03-02", "2027-03-02 has not come yet"),
    ],
)
def test_a_day_that_cannot_be(asked: Life, on: str, sentence: str) -> None:
    """A reading is neither older than the text nor of tomorrow."""
    assert sentence in asked.refused(*paper("P04", "--on", on))


def test_a_sheet_signed_by_several(asked: Life) -> None:
    """One command; the scan is kept once, with its hash, and recorded with the readings."""
    asked.does(*paper("P04", "--by", "Lou", "--proof", asked.proof(), "--commit"))

    assert [file.name[:19] for file in readings(asked)] == [
        "PRE-PRO-001_v01_P04",
        "PRE-PRO-001_v01_P05",
    ]
    assert all(b"empreinte_preuve: " in file.read_bytes() for file in readings(asked))
    assert asked.git(asked.root, "status", "--porcelain") == ""
    message = asked.git(asked.root, "log", "--format=%B", "-1").strip()
    assert message == "Readings acknowledged: PRE-PRO-001"


def test_a_file_changed_afterwards_counts_no_more(asked: Life) -> None:
    """Its name carries a part of its hash: `check` finds it, and the reading waits again."""
    asked.does(*paper("P04"))
    (file,) = readings(asked)
    file.write_bytes(file.read_bytes().replace(b"par: P04", b"par: P05"))

    assert "LIF018" in asked.does("check", "--select", "LIF018", code=1).out
    assert "Noé Vial" in asked.does("acknowledge", "--pending").out
    assert "Lou Béal" in asked.does("acknowledge", "--pending").out


def test_other_line_ends_change_nothing(asked: Life) -> None:
    """git may keep other line ends than a disk."""
    asked.does(*paper("P04"))
    (file,) = readings(asked)
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    asked.does("check", "--select", "LIF018")
    assert "Noé" not in asked.does("acknowledge", "--pending").out


def test_two_branches_never_conflict(asked: Life) -> None:
    """Even the same reading, written down on two days: both files stay, the first day counts."""
    asked.git(asked.root, "switch", "--quiet", "--create", "lou")
    asked.does(*paper("P04", "--commit"), day="2027-03-04")
    asked.does(*paper("P05", "--commit"), day="2027-03-04")
    asked.git(asked.root, "switch", "--quiet", "main")
    asked.does(*paper("P04", "--commit"), day="2027-03-03")

    asked.git(asked.root, "merge", "--quiet", "--no-edit", "lou")

    assert len(readings(asked)) == 3
    assert asked.does("acknowledge", "--pending").out != ""
    assert asked.does("acknowledge", "--pending", day="2027-03-04").out == ""
    said = asked.does(*paper("P04"), day="2027-03-05")
    assert "on 2027-03-03 already" in said.out


def test_renumbering_loses_no_reading(asked: Life) -> None:
    """It names the permanent identifier."""
    asked.does(*paper("P04"))
    asked.write("code: PRE-PRO-001", "code: PRE-PRO-009")

    assert "Noé" not in asked.does("acknowledge", "--pending").out


def test_where_nobody_is_asked(life: Life) -> None:
    """Without `lectures` nobody has to read; whoever wants to acknowledge may."""
    life.in_force()

    said = life.does("acknowledge", "--pending")

    assert said.out == ""
    assert "smq.yaml asks nobody to read" in said.err
    life.does("acknowledge", "PRE-PRO-001")
    assert b"mode: git" in readings(life)[0].read_bytes()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Which document was read is not said."),
        (("PRE-PRO-001", "--for", "P04"), "--for goes with --pending."),
        (("PRE-PRO-001", "--by", "P04"), "How Noé Vial gave the visa is not said."),
    ],
)
def test_what_is_refused(asked: Life, words: tuple[str, ...], sentence: str) -> None:
    """The sentence says what is missing."""
    assert sentence in asked.refused("acknowledge", *words)


def test_dry_run(asked: Life) -> None:
    """It shows the file and writes none."""
    said = asked.does(*paper("P04", "--dry-run"))

    assert f"creates {LECTURES}/PRE-PRO-001_v01_P04_" in said.out
    assert readings(asked) == []


def test_todo_lists_it(asked: Life) -> None:
    """Each reader has it among the things to do, with the command."""
    out = asked.does("todo", "--for", "Noé").out

    assert "To read and acknowledge (1)" in out
    assert "smq acknowledge PRE-PRO-001" in out
    asked.does(*paper("P04"))
    assert "acknowledge" not in asked.does("todo", "--for", "Noé").out
