"""Dates, placeholders and literal text of pages."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from smq.render.docx.markdown import parse_inline, visible
from smq.render.wording import literal, one_line, shown_date


def test_dates_in_both_languages() -> None:
    """French readers get day, month, year; English ones a date that no country misreads."""
    assert shown_date(date(2027, 3, 1), "fr") == "01/03/2027"
    assert shown_date(date(2027, 3, 1), "en") == "2027-03-01"
    assert shown_date(None, "fr") == ""


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_literal_text_shows_as_it_is(text: str) -> None:
    """A title with stars, brackets or angle brackets reads the same once it is Markdown."""
    assert visible(parse_inline(literal(text))) == one_line(text)
