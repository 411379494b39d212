"""Joining of the texts of documents."""

from smq.merging import Settling
from smq.merging.content import joined_content
from tests.merging.joining import BOTH, THEIRS, joined

TEXT = "---\nid: a\n---\n\n# Peser\n\n## Objet\n\nUn.\n\n## Suite\n\nDeux.\n"


def test_two_paragraphs_are_both_changed() -> None:
    """Each keeps the one that they wrote."""
    mine, theirs = TEXT.replace("Un.", "Un bis."), TEXT.replace("Deux.", "Deux bis.")

    assert joined("d.md", TEXT, mine, theirs) == (mine.replace("Deux.", "Deux bis."), [])


def test_one_passage_written_twice_is_told_with_its_title() -> None:
    """Both writings are there, under the title where they stand; no sign of a merge is."""
    mine, theirs = TEXT.replace("Un.", "Un bis."), TEXT.replace("Un.", "Un ter.")

    text, (passage,) = joined("d.md", TEXT, mine, theirs)

    assert (passage.place, passage.mine, passage.theirs) == (("Objet",), "Un bis.\n", "Un ter.\n")
    assert text == mine
    assert joined("d.md", TEXT, mine, theirs, THEIRS)[0] == theirs


def test_both_passages_stay_two_paragraphs() -> None:
    """Kept one after the other, they do not become one."""
    mine, theirs = TEXT.replace("Un.", "Un bis."), TEXT.replace("Un.", "Un ter.")

    text, _asked = joined("d.md", TEXT, mine, theirs, BOTH)

    assert "## Objet\n\nUn bis.\n\nUn ter.\n\n## Suite" in text


def test_line_ends_of_an_editor_are_no_change() -> None:
    """CRLF on one side alone does not put the whole text in conflict, and is followed."""
    mine, theirs = TEXT.replace("Un.", "Un bis."), TEXT.replace("Deux.", "Élève.")

    text, asked = joined("d.md", TEXT, mine, theirs.replace("\n", "\r\n"))

    assert asked == []
    assert text == mine.replace("Deux.", "Élève.").replace("\n", "\r\n")


def test_a_line_under_a_title_is_no_sign_of_a_merge() -> None:
    """A text that holds «=======» is joined as any other."""
    base = "Titre\n=======\n\nUn.\n\nDeux.\n"

    text, asked = joined("d.md", base, base.replace("Un", "A"), base.replace("Deux", "B"))

    assert (text, asked) == ("Titre\n=======\n\nA.\n\nB.\n", [])


def test_a_word_file_is_not_joined() -> None:
    """What only a program can read is left to a person."""
    raw = b"PK\0\0"

    assert joined_content("a.docx", raw, raw + b"1", raw + b"2", {}, Settling()) is None
