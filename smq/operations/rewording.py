"""Writes codes and paths in another way wherever they stand in a text; the rest stays."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from smq.model import Code, Codification

Identity = tuple[str, int]
Edit = tuple[int, int, str]
"""Start, end, and what goes there."""

_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True)
class Rewording:
    """How codes and paths are written from now on.

    Attributes:
        codification: the codes to find, by the pattern of a mention (`contracts.md` §6).
        codes: identity of a code → the code that takes its place.
        paths: text of a path, or of a file's name → what takes its place; one that ends with `/`
            stands for all below.
        lines: number of a line of one file → codes that are written otherwise on that line alone,
            because elsewhere the same code names another document.
    """

    codification: Codification
    codes: Mapping[Identity, str]
    paths: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[int, Mapping[Identity, str]] = field(default_factory=dict)

    def new_code(self, code: Code, line: int) -> str | None:
        """Return the code that takes the place of another on a line, None when it stays."""
        return self.lines.get(line, {}).get(code.identity) or self.codes.get(code.identity)

    def code_edits(self, text: str) -> Iterator[Edit]:
        """Yield an edit for each code of a text that is written otherwise now."""
        for start, end, code in self.codification.find(text):
            new = self.new_code(code, text.count("\n", 0, start) + 1 if self.lines else 0)
            if new is not None and new != code.text:
                yield start, end, new

    def path_edits(self, text: str) -> Iterator[Edit]:
        """Yield an edit for each path of a text that leads elsewhere now."""
        if self._path is not None:
            for match in self._path.finditer(text):
                yield match.start(), match.end(), self.paths[match[0]]

    def of(self, text: str) -> str:
        """Return a text with its codes and paths as they are written from now on."""
        return applied(text, [*self.code_edits(text), *self.path_edits(text)])

    @cached_property
    def _path(self) -> re.Pattern[str] | None:
        if not self.paths:
            return None
        longest = sorted(self.paths, key=lambda path: (-len(path), path))
        # A folder is followed by anything; a name by nothing that could belong to it.
        words = (re.escape(p) + ("" if p.endswith("/") else r"(?![\w/-]|\.\w)") for p in longest)
        return re.compile(rf"(?<![\w/.-])(?:{'|'.join(words)})")


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; of two that touch the same characters the first counts."""
    pieces: list[str] = []
    last = 0
    for start, end, new in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start < last:
            continue
        pieces += [text[last:start], new]
        last = end
    return "".join([*pieces, text[last:]])


def line_starts(text: str) -> list[int]:
    """Return where each line of a text begins; any line end counts, as for the reader."""
    return [match.start() for match in _LINE.finditer(text) if match[0] or match.start() == 0]


def plain_lines(text: str, first: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line, from an offset on, that lies in no fenced block."""
    fence = ""
    for match in _LINE.finditer(text, first):
        mark = match[0].strip()[:3]
        if fence:
            fence = "" if mark == fence else fence
        elif mark in ("```", "~~~"):
            fence = mark
        elif match[0]:
            yield match.span()
