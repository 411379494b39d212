"""Rows that hold for a time, looked up by day without reading them all."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smq.model.table import Row


@dataclass(frozen=True, slots=True)
class Span:
    """A row with its first and last days; nothing is covered while one of them is not known."""

    first: date
    last: date
    row: Row


class Spans:
    """The spans of one thing, in time."""

    def __init__(self, spans: list[Span]) -> None:
        """Take the spans in any order."""
        self._spans = sorted(spans, key=lambda span: (span.first, span.row.line))
        self._longest: list[Span] = []
        for span in self._spans:
            before = self._longest[-1] if self._longest else span
            self._longest.append(max(before, span, key=lambda known: known.last))

    def covering(self, day: date) -> Iterator[Span]:
        """Yield the spans that cover a day, the newest first."""
        for place in range(self._begun(day) - 1, -1, -1):
            if self._longest[place].last < day:
                # Neither this one nor any before it lasted until then.
                return
            if day <= self._spans[place].last:
                yield self._spans[place]

    def ended(self, day: date) -> Span | None:
        """Return the span that ended last among those that began by a day, or None."""
        place = self._begun(day)
        return self._longest[place - 1] if place else None

    def coming(self, day: date) -> Span | None:
        """Return the first span that begins after a day, or None."""
        place = self._begun(day)
        return self._spans[place] if place < len(self._spans) else None

    def _begun(self, day: date) -> int:
        return bisect_right(self._spans, day, key=lambda span: span.first)
