"""Codes in rendered text: which are mentions, which would be in another case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from smq.load.markdown_text import Spans
from smq.model import Codification

_PLAIN = re.compile(r"[A-Za-z0-9_\-./]*")
_FIELD = re.compile(r"\{(plateforme|processus|type|numero)(?::0\d+)?\}")


@dataclass(frozen=True)
class CodeFinder:
    """Finds codes near the digits of their number, much faster than a search of the whole text.

    Attributes:
        codification: the platform's code pattern.
    """

    codification: Codification

    @cached_property
    def usable(self) -> bool:
        """Return whether codes hold only letters, digits and `_-./`, so that they never overlap."""
        words = (*self.codification.types, *self.codification.processes)
        around = _FIELD.sub("", self.codification.pattern)
        if self.codification.mention is None:
            return True
        if any(char.isdigit() for char in around) or self.codification.pattern.count("{numero") > 1:
            return False
        return all(
            _PLAIN.fullmatch(part) for part in (around, *words, self.codification.platform or "")
        )

    def may_hold_code(self, text: str) -> bool:
        """Return whether a number stands in the text as in a code."""
        return self._number.search(text) is not None

    @cached_property
    def _longest(self) -> int:
        """Return the length of the longest text before the number."""
        words = {
            "plateforme": (self.codification.platform or "",),
            "processus": self.codification.processes,
            "type": self.codification.types,
            "numero": (),
        }
        before = self.codification.pattern.partition("{numero")[0]
        longest = max((len(w) for group in words.values() for w in group), default=0)
        return len(_FIELD.sub("", before)) + longest * len(_FIELD.findall(before))

    @cached_property
    def _after(self) -> int:
        """Return the greatest length after the number, with the two characters of the boundary."""
        after = self.codification.pattern.partition("{numero")[2].partition("}")[2]
        words = (*self.codification.types, *self.codification.processes)
        longest = max((len(word) for word in words), default=0)
        platform = len(self.codification.platform or "")
        return len(after) + (longest + platform) * len(_FIELD.findall(after)) + 2

    @cached_property
    def _number(self) -> re.Pattern[str]:
        before = self.codification.pattern.partition("{numero")[0]
        literal = before.rpartition("}")[2]
        flags = re.IGNORECASE if any(char.isalpha() for char in literal) else 0
        return re.compile(f"{re.escape(literal)}[0-9]+", flags)

    @cached_property
    def _ends(self) -> frozenset[str] | None:
        """Return the characters that may stand before the number's literal; None = any."""
        before = self.codification.pattern.partition("{numero")[0]
        field = re.search(r"\{(processus|type)\}[^{}]*$", before)
        if not field:
            return None
        words = getattr(self.codification, "types" if field[1] == "type" else "processes")
        return frozenset(
            char for word in words for end in (word[-1:],) for char in (end.upper(), end.lower())
        )

    def find(self, text: str) -> Iterator[tuple[re.Match[str], bool]]:
        """Yield (match, right case) for each code of the text, in order."""
        exact, loose = self.codification.mention, self.codification.loose_mention
        if exact is None or loose is None:
            return
        ends = self._ends
        done = 0
        for number in self._number.finditer(text):
            at, end = number.span()
            before = text[at - 1 : at]
            # A date has digits before its dash; only other letters than ASCII may fold to ours.
            if at < done or (ends is not None and before not in ends and before < "\x80"):
                continue
            first, last = max(done, at - self._longest), end + self._after
            # Two searches: regardless of case, more characters count as letters before a code.
            right = _around(exact, text, at, first, last)
            match = right or _around(loose, text, at, first, last)
            if match:
                yield match, right is not None
                done = match.end()


def _around(
    pattern: re.Pattern[str], text: str, at: int, first: int, last: int
) -> re.Match[str] | None:
    match = pattern.search(text, first, last)
    while match and match.end() <= at:
        match = pattern.search(text, match.end(), last)
    return match if match and match.start() <= at else None


@cache
def finder(codification: Codification) -> CodeFinder:
    """Return the finder of a codification, made once."""
    return CodeFinder(codification)


def mentions(text: str, codification: Codification) -> list[re.Match[str]]:
    """Return the codes of a text, by the whole pattern."""
    return list(codification.mention.finditer(text)) if codification.mention else []


def wrong_case(text: str, codification: Codification, taken: Spans) -> list[re.Match[str]]:
    """Return texts that would be codes in another case, outside the places that are taken."""
    if codification.loose_mention is None:
        return []
    return [
        match
        for match in codification.loose_mention.finditer(text)
        if not taken.touch(*match.span()) and codification.parse(match[0]) is None
    ]
