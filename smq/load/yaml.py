"""Reads YAML text into header nodes with the place of everything; nothing is ever constructed.

Only syntax is read: every scalar stays text, so `3.10`, `non` and `2026-13-24` arrive as written
(`contracts.md` §4). The C parser composes about six times faster than ruamel's own loader, whose
resolution of tags is not wanted here.
"""

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from ruamel.yaml.cyaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode

from smq.model import Fields, Items, Node, Scalar

_DEEPEST = 40
_TOO_DEEP = re.compile(r"(?:[-?:][ \n]+){200}|^ {1000}", re.MULTILINE)


class _TextComposer(CParser):  # type: ignore[misc]  # the C extension has no annotations
    """The C composer with a resolver that takes everything for text."""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Follow no path: paths matter to typed loading only."""

    def ascend_resolver(self) -> None:
        """Follow no path: paths matter to typed loading only."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """Return one tag for all."""
        return "text"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is no YAML that we read: a short reason, and where (line and column from 1)."""

    reason: str
    line: int
    column: int


def parse(text: str, first_line: int = 1) -> Node | Fault | None:
    """Return the node that the text is, None for an empty text, or the fault that stops reading.

    Args:
        text: YAML, one document.
        first_line: line of the file at which the text starts.
    """
    if "\t" in text:
        fault = _tab_in_indent(text, first_line)
        if fault:
            return fault
    if _nests_without_end(text):
        return Fault("too many levels", first_line, 1)
    try:
        root = _TextComposer(text).get_single_node()
        return None if root is None else _Converter(first_line - 1).node(root, 0)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Fault(str(error.problem or error.context or "YAML"), line + first_line, column + 1)
    except _NotRead as refused:
        return Fault(refused.reason, refused.line, refused.column)
    except (YAMLError, RecursionError, ValueError) as error:
        return Fault(str(error).splitlines()[0][:120] if str(error) else "YAML", first_line, 1)


class _NotRead(Exception):
    """YAML that has no place in a header: anchors, nesting without end, keys that are no text."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.column = column


class _Converter:
    """Turns composed nodes into ours; refuses what could make a small text grow without end."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.seen: set[int] = set()

    def node(self, raw: Any, depth: int) -> Node:
        line, column = raw.start_mark.line + 1 + self.offset, raw.start_mark.column + 1
        if isinstance(raw, ScalarNode):
            return Scalar(raw.value, line, column, raw.style in ("'", '"', "|", ">"))
        if depth > _DEEPEST:
            raise _NotRead("too many levels", line, column)
        if id(raw) in self.seen:
            raise _NotRead("anchors (&, *) are not read", line, column)
        self.seen.add(id(raw))
        if isinstance(raw, MappingNode):
            return Fields(
                tuple((self.key(k), self.node(v, depth + 1)) for k, v in raw.value), line, column
            )
        return Items(tuple(self.node(item, depth + 1) for item in raw.value), line, column)

    def key(self, raw: Any) -> Scalar:
        found = self.node(raw, _DEEPEST)
        if not isinstance(found, Scalar):
            raise _NotRead("a key must be one word", found.line, found.column)
        return found


def _nests_without_end(text: str) -> bool:
    """Return whether the C composer, which is recursive, could exhaust its stack on the text."""
    if text.count("[") + text.count("{") > 200:
        steps = ((char in "[{") - (char in "]}") for char in text)
        if max(accumulate(steps)) > 200:
            return True
    return _TOO_DEEP.search(text) is not None


def _tab_in_indent(text: str, first_line: int) -> Fault | None:
    for number, line in enumerate(text.split("\n"), first_line):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            return Fault("a tab in the indentation; use spaces", number, indent.index("\t") + 1)
    return None
