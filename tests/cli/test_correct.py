"""`smq correct`: a slip of the pen, under the approver's visa alone."""

import pytest

from tests.cli.life import FILE, Life

VISA = ("--by", "claire", "--mode", "courriel")
WORDS = ("correct", "PRE-PRO-001", "--objet", "faute de frappe", *VISA)


@pytest.fixture
def printed(life: Life) -> Life:
    """Return a platform whose procedure is in force since January, with a slip in it."""
    life.write("Dire comment", "Dire coment")
    life.approved()
    life.does("publish", "PRE-PRO-001")
    life.record()
    return life


def test_a_slip_is_corrected(printed: Life) -> None:
    """Its index moves, its review does not; the difference is shown, the readers get it."""
    printed.write("coment", "comment")
    assert "LIF016" in printed.does("check", code=1, day="2027-05-03").out
    before = printed.text()

    said = printed.does(*WORDS, day="2027-05-03")

    assert said.out.splitlines() == [
        "before: Dire coment une demande devient un résultat.",
        "after: Dire comment une demande devient un résultat.",
        "PRE-PRO-001: version 1.1 is in force, corrected under Claire Fontaine’s visa.",
    ]
    text = printed.text()
    assert '\nversion: "1.1"\n' in text
    assert "\ndate_application: 2027-05-03\nprochaine_revue: 2029-03-01\n" in text
    row = '- {version: "1.1", date: 2027-05-03, objet: faute de frappe, par: P03}'
    assert f"\n  {row}\n" in text
    assert text.split("---")[2] == before.split("---")[2]
    printed.does("check", day="2027-05-03")
    printed.record()
    printed.does("revise", "PRE-PRO-001", day="2027-05-04")
    found = printed.for_readers()
    assert found is not None
    assert (found.version, found.altered) == ("1.1", False)
    assert "(version 2 to come)" in printed.does("submit", "PRE-PRO-001", day="2027-05-04").out


def test_one_correction_after_another(printed: Life) -> None:
    """1, 1.1, 1.2: whole versions wait for whole changes."""
    printed.write("coment", "comment")
    printed.does(*WORDS)
    printed.record()
    printed.write("devient", "devient enfin")

    said = printed.does(*WORDS)

    assert "version 1.2 is in force" in said.out
    printed.does("check")


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("5 jours", "8 jours", "«5» → «8»"),
        ("5 jours", "5 semaines", "«jours» → «semaines»"),
        ("PRE-MOP-001,", "PRE-MOP-002,", "«PRE-MOP-001» → «PRE-MOP-002»"),
        ("La référente qualité", "Hugo Marchal", "«–» → «hugo marchal»"),
        ("répondre", "ne pas répondre", "«–» → «ne pas»"),
        ("5 jours", "5 jours dès mars", "«–» → «mars»"),
        ("Toutes les prestations", "Toutes les prestations sauf une", "«–» → «sauf»"),
        ("'Traiter une prestation'", "'Traiter trois prestations'", "«–» → «trois»"),
        ("diffusion: interne", "diffusion: publique", "«diffusion» changed"),
        ("{modes: [PRE-MOP-001]}", "{}", "«liens» changed"),
        ("diffusion: interne", "diffusion: interne\ncriteres: [A-1]", "«criteres» changed"),
    ],
)
def test_what_is_no_slip(printed: Life, old: str, new: str, shown: str) -> None:
    """A number, a date, a code, a person, a «not» make a new version, and are named."""
    printed.repo.document("PRE-MOP-002", statut="projet")
    printed.record()
    printed.write(old, new)

    said = printed.refused(*WORDS)

    assert shown in said
    assert "smq revise PRE-PRO-001" in said


def test_what_was_not_changed(printed: Life) -> None:
    """There is nothing to correct; the file to write in is named."""
    said = printed.refused(*WORDS)

    assert "PRE-PRO-001 reads as it was approved: there is nothing to correct." in said
    assert f"Correct the text in {FILE}" in said


def test_a_draft_is_simply_written_on(life: Life) -> None:
    """Only what is in force is corrected."""
    said = life.refused(*WORDS)

    assert "PRE-PRO-001 is «Draft»." in said
    assert "a draft is simply written on" in said


def test_the_authors_slip_is_not_approved_by_the_author(printed: Life) -> None:
    """A correction is an approval: the same people may give it."""
    printed.write("coment", "comment")

    said = printed.refused("correct", "PRE-PRO-001", "--objet", "x")

    assert "Inès Vautrin may not approve PRE-PRO-001" in said


def test_nothing_shows_what_changed(life: Life) -> None:
    """An approved text that history does not hold cannot be compared with."""
    life.approved()
    life.does("publish", "PRE-PRO-001")
    life.write("Dire comment", "Dire donc comment")
    life.record()

    said = life.refused(*WORDS)

    assert "The history does not hold PRE-PRO-001 as it was approved" in said


def test_what_was_corrected_is_said(printed: Life) -> None:
    """Its history tells it."""
    printed.write("coment", "comment")

    assert "what was corrected is not said" in printed.refused(*WORDS[:2], "--objet", " ", *VISA)


def test_dry_run_shows_what_would_be_written(printed: Life) -> None:
    """The difference and the lines of the header; nothing is written."""
    printed.write("coment", "comment")
    before = printed.text()

    said = printed.does(*WORDS, "--dry-run")

    assert said.out.startswith("before: Dire coment une demande")
    assert '  +version: "1.1"\n' in said.out
    assert printed.text() == before
