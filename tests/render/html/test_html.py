"""A page as one HTML file that needs nothing else."""

import pytest

from smq.i18n import Translator
from smq.model import QualitySystem, Settings
from smq.render.html import render
from smq.render.page import Block, Grid, Picture, Prose
from smq.render.report_page import Heading, report_page
from tests.conftest import TODAY

ENGLISH = Translator("en")


def html(*blocks: Block) -> str:
    """Return a report with these blocks."""
    system = QualitySystem(Settings(name="A"), TODAY)
    return render(report_page(Heading("Report", "Brief"), blocks, system, ENGLISH), ENGLISH)


def test_words_of_people_stay_words() -> None:
    """Raw HTML is shown as it was typed, in a text and in a cell; Markdown is set."""
    page = html(Prose("<b>a</b> *c*"), Grid("", ("<i>",), (("<script>d</script> **e**",),)))

    assert "&lt;b&gt;a&lt;/b&gt; <em>c</em>" in page
    assert "&lt;i&gt;" in page
    assert "&lt;script&gt;d&lt;/script&gt; <strong>e</strong>" in page


def test_lines_of_a_cell() -> None:
    """`<br>` parts the lines of a cell, and nothing else of HTML is taken from it."""
    assert "a<br>&lt;hr&gt;<br>b" in html(Grid("", (), (("a<br><hr><br>b",),)))


def test_what_html_has_no_form_for() -> None:
    """A picture would need a file of its own: it is refused, not left out."""
    with pytest.raises(ValueError, match="Picture is not set in HTML"):
        html(Picture(b"", "carte", 10))


def test_words_struck_and_underlined() -> None:
    """`<s>` and `<u>` in pairs are set, as in Word files; alone, they stay words."""
    page = html(
        Prose("<s>5</s><u>10 *jours*</u> \\<u>a\\</u> <s>b"), Grid("", (), (("<u>c</u>",),))
    )

    assert "<s>5</s><u>10 <em>jours</em></u> &lt;u&gt;a&lt;/u&gt; &lt;s&gt;b" in page
    assert "<td><u>c</u></td>" in page
