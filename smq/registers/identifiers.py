"""Identifiers of rows: the pattern of a table (`DEM-{annee}-{numero:04}`), the next of a year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_PLACEHOLDER = re.compile(r"\{([^\W\d]\w*)(?::0([1-9]))?\}")
_DIGITS = re.compile(r"([0-9]+)")


@dataclass(frozen=True)
class Pattern:
    """How the identifiers of a table are made.

    Attributes:
        text: literals, `{annee}`, `{numero}` or `{numero:04}`; another name is any word.
    """

    text: str

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        parts: list[str] = []
        last = 0
        for match in _PLACEHOLDER.finditer(self.text):
            parts.append(re.escape(self.text[last : match.start()]))
            last = match.end()
            parts.append(self._part(match, "".join(parts)))
        return re.compile("".join([*parts, re.escape(self.text[last:])]))

    def _part(self, match: re.Match[str], before: str) -> str:
        name = match[1]
        if f"?P<{name}>" in before:
            return f"(?P={name})"
        if name == "numero":
            return rf"(?P<numero>[0-9]{{{match[2] or 1},18}})"
        return r"(?P<annee>[0-9]{4})" if name == "annee" else rf"(?P<{name}>\w+?)"

    @property
    def can_count(self) -> bool:
        """Return whether the next identifier follows from the pattern alone."""
        names = {match[1] for match in _PLACEHOLDER.finditer(self.text)}
        return "numero" in names and names <= {"numero", "annee"}

    def fits(self, identifier: str) -> bool:
        """Return whether a text is an identifier of the pattern."""
        return self._regex.fullmatch(identifier) is not None

    def example(self, year: int) -> str:
        """Return the first identifier of a year."""
        return self.filled(year, 1)

    def parts(self, identifier: str) -> tuple[int, int] | None:
        """Return year and number of an identifier, None when it does not fit or says no year."""
        match = self._regex.fullmatch(identifier) if self.can_count else None
        year = match.groupdict().get("annee") if match else None
        return (int(year), int(match["numero"])) if match and year else None

    def next(self, taken: Iterable[str], year: int) -> str:
        """Return the identifier after the highest that a year has."""
        highest = 0
        for identifier in taken:
            match = self._regex.fullmatch(identifier)
            if match and match.groupdict().get("annee", str(year)) == str(year):
                highest = max(highest, int(match["numero"]))
        return self.filled(year, highest + 1)

    def restored(self, damaged: str) -> str | None:
        """Return the identifier whose leading zeros a spreadsheet removed, or None."""
        if not damaged.isdecimal() or len(damaged) > 18:
            return None
        whole = _PLACEHOLDER.fullmatch(self.text)
        if whole is None or whole[1] != "numero" or not whole[2]:
            return None
        padded = damaged.zfill(int(whole[2]))
        return padded if padded != damaged else None

    def filled(self, year: int, number: int) -> str:
        """Return the identifier of a year with a number."""

        def value(match: re.Match[str]) -> str:
            if match[1] == "annee":
                return str(year)
            return str(number).zfill(int(match[2] or 1)) if match[1] == "numero" else "XXX"

        return _PLACEHOLDER.sub(value, self.text)


def order(identifier: str) -> tuple[tuple[int, int, str], ...]:
    """Return the sort key of an identifier: numbers in it count as numbers."""
    parts = [part for part in _DIGITS.split(identifier) if part]
    return tuple((0, int(p), p) if p.isdecimal() else (1, 0, p.casefold()) for p in parts)
