"""Rows that hold for a time, looked up by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from smq.model.table import Row
from smq.tracing.spans import Span, Spans

START = date(2027, 1, 1)
DAYS = st.integers(min_value=0, max_value=30)


def span(first: int, last: int, line: int) -> Span:
    """Return a span in days of January."""
    return Span(
        START + timedelta(days=first), START + timedelta(days=last), Row("", {}, line, "x.csv")
    )


@given(st.lists(st.tuples(DAYS, DAYS)), DAYS)
def test_it_finds_what_reading_every_row_finds(pairs: list[tuple[int, int]], day: int) -> None:
    """Covering a day, ended last, coming first: the same as going through all of them."""
    spans = [span(first, last, line) for line, (first, last) in enumerate(pairs)]
    asked = START + timedelta(days=day)
    begun = [s for s in spans if s.first <= asked]
    to_come = [s for s in spans if s.first > asked]

    found = Spans(spans)

    covering = [s.row.line for s in found.covering(asked)]
    assert sorted(covering) == sorted(s.row.line for s in begun if asked <= s.last)
    ended, coming = found.ended(asked), found.coming(asked)
    assert (ended.last if ended else None) == max((s.last for s in begun), default=None)
    assert (coming.first if coming else None) == min((s.first for s in to_come), default=None)


def test_the_newest_comes_first() -> None:
    """A renewal serves before what it renews."""
    found = Spans([span(10, 20, 1), span(1, 20, 2)])

    assert [s.row.line for s in found.covering(START + timedelta(days=15))] == [1, 2]
