"""A report shows no label of what it does not have."""

from lxml import etree

from smq.render.docx.oxml import W
from smq.render.docx.unknown import without_unknown

NAMESPACE = W.strip("{}")


def made(inner: str) -> str:
    """Return what is left of a body, without its namespace."""
    root = etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{inner}</w:body>')
    without_unknown([root])
    return etree.tostring(root, encoding="unicode").replace(f' xmlns:w="{NAMESPACE}"', "")


def row(*texts: str) -> str:
    """Return a row of a table."""
    cells = "".join(f"<w:tc><w:p><w:t>{text}</w:t></w:p></w:tc>" for text in texts)
    return f"<w:tr>{cells}</w:tr>"


def test_a_row_that_says_nothing_goes() -> None:
    """With its table, when it was the only one."""
    assert made(f"<w:tbl>{row('Processus', '–', 'Diffusion', '–')}</w:tbl>") == "<w:body/>"


def test_half_a_row_is_emptied() -> None:
    """The label goes with the value; the other half stays."""
    left = made(f"<w:tbl>{row('État', 'résolu', 'Revue', '–')}</w:tbl>")

    assert [part.split("<")[0] for part in left.split("<w:t>")[1:]] == ["État", "résolu", "", ""]


def test_a_line_of_the_header_goes() -> None:
    """«Référence : –» beside other lines; alone in its cell it stays, for a cell holds a line."""
    line = "<w:p><w:t>Référence : –</w:t></w:p>"
    other = "<w:p><w:t>Date : 01/03/2027</w:t></w:p>"

    assert made(line + other) == f"<w:body>{other}</w:body>"
    assert made(line) == f"<w:body>{line}</w:body>"


def test_dashes_of_a_footer() -> None:
    """A field that says nothing leaves one dash, not three."""
    assert "JAL-011 – document" in made("<w:p><w:t>JAL-011 – – – document</w:t></w:p>")


def test_what_is_said_stays() -> None:
    """A dash inside a sentence is none of ours."""
    said = f"<w:p><w:t>Paris – Nancy</w:t></w:p><w:tbl>{row('Titre', 'A – B')}</w:tbl>"

    assert made(said) == f"<w:body>{said}</w:body>"
