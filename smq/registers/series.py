"""Numbers that are missing in identifiers given one after the other, year by year."""

from collections.abc import Iterable
from dataclasses import dataclass

from smq.registers.identifiers import Pattern


@dataclass(frozen=True, slots=True)
class Gap:
    """Identifiers that nobody bears, from the first to the last; `after` is the next one borne."""

    first: str
    last: str
    count: int
    after: str

    @property
    def said(self) -> str:
        """Return the gap as a list shows it."""
        return self.first if self.count == 1 else f"{self.first} … {self.last}"


def gaps(pattern: Pattern, identifiers: Iterable[str]) -> dict[int, tuple[Gap, ...]]:
    """Return the gaps of each year, in order; a year without any is left out.

    Numbers begin at 1, but for the first year: a platform may start keeping its table in the middle
    of it. Without `{annee}` in the pattern nothing is said: rows leave such a table for good.
    """
    borne: dict[int, dict[int, str]] = {}
    for identifier in identifiers:
        found = pattern.parts(identifier)
        if found:
            borne.setdefault(found[0], {})[found[1]] = identifier
    earliest = min(borne, default=0)
    listed = {
        year: tuple(_between(pattern, year, numbers, min(numbers) if year == earliest else 1))
        for year, numbers in sorted(borne.items())
    }
    return {year: found for year, found in listed.items() if found}


def _between(pattern: Pattern, year: int, numbers: dict[int, str], first: int) -> Iterable[Gap]:
    expected = first
    for number in sorted(numbers):
        if number > expected:
            yield Gap(
                pattern.filled(year, expected),
                pattern.filled(year, number - 1),
                number - expected,
                numbers[number],
            )
        expected = max(expected, number + 1)
