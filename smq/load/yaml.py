"""Reads YAML text into header nodes with the place of everything; nothing is ever constructed.

Only syntax is read: every scalar stays text, so `3.10`, `non` and `2026-13-24` arrive as written,
in NFC (`contracts.md` §4). The C parser reads about six times faster than ruamel's own loader,
whose resolution of tags is not wanted here.
"""

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, cast
from unicodedata import normalize

from ruamel.yaml.composer import ComposerError
from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # of the C extension
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from smq.i18n import _
from smq.load import shared
from smq.model import Fields, Items, Node, Scalar

_DEEPEST = 40
_KEY = 1000
"""In place of the depth of a key: neither a list nor fields may stand there."""
QUOTE = _("the quote that opens here is not closed")
_QUOTED_VALUE = re.compile(r"^[ -]*(?:[\w-]+ *: +)?(?P<quote>[\"'])", re.MULTILINE)
_MORE = re.compile(r" *[^ \n#]")
_QUOTED = re.compile(r"'(?:[^']|'')*'(?!')|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
NO_FIELDS = _("no «name: value» lines")
NOT_CLOSED = _("the header is not closed by ---")
TOO_DEEP = _("too many levels")
TAB = _("a tab in the indentation; use spaces")
ANCHOR = _("a value that starts with «&» or «*» needs quotes")
CONTROL = _("a character that cannot be seen")
NOT_YAML = _("this is not a list of «name: value» lines")
ODD_KEY = _("a key must be one word")
_COLON = _("a colon too many (the value needs quotes), or an odd indentation")
_AFTER = _("words after a closing quote or bracket, or an odd indentation")
_PLAIN = {
    "mapping values are not allowed in this context": _COLON,
    "did not find expected ',' or ']'": _("a comma or a closing bracket ] is missing"),
    "did not find expected ',' or '}'": _("a comma or a closing brace } is missing"),
    "did not find expected key": _AFTER,
    "did not find expected node content": _("a value is missing here"),
    "did not find expected '-' indicator": _("each item of this list starts with a dash"),
    "did not find expected <document start>": _AFTER,
    "did not find expected alphabetic or numeric character": ANCHOR,
    "found unexpected end of stream": _("a quote, a bracket or a brace is not closed"),
    "found unexpected ':'": _COLON,
    "found unexpected document indicator": _("a quote or a bracket is not closed before «---»"),
    "found character that cannot start any token": _("a value that starts so needs quotes"),
    "found undefined tag handle": _("a value that starts with «!» needs quotes"),
    "found unknown escape character": _("a \\ between double quotes; use single quotes"),
    "could not find expected ':'": _("the colon after the name is missing"),
    "block sequence entries are not allowed in this context": _("a dash starts a line of its own"),
    "mapping keys are not allowed in this context": _("a value that starts with «?» needs quotes"),
    "but found another document": _("a line «---» too many"),
}
"""What libyaml says most often → the same in plain words."""
_TOO_DEEP = re.compile(r"(?:[-?:][ \n]+){200}|^ {1000}", re.MULTILINE)
_UNSEEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Compiled where a character is at fault: 4 ms that no other start pays."""
_BREAKS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
"""Line ends for libyaml but not for an editor: read as spaces, or every later line would be off."""


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
    if not text.isascii():
        text = text.translate(_BREAKS)
    if _nests_without_end(text):
        return Fault(TOO_DEEP, first_line, 1)
    try:
        return _Builder(text, first_line).root()
    except MarkedYAMLError as error:
        return _marked_fault(text, error, first_line)
    except _NotReadError as refused:
        return Fault(refused.reason, refused.line, refused.column)
    except (YAMLError, ValueError):
        return _unseen_character(text, first_line)


class _NotReadError(Exception):
    """YAML that has no place in a header: anchors, nesting without end, keys that are no text."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.column = column


class _Builder:
    """Builds nodes from the parser's events; refuses what could make a small text grow without end.

    Composed nodes would be twice the values, and half as long again to read.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self.next = CParser(text).get_event
        self.first_line = first_line
        self.may_name = "&" in text or "*" in text
        self.anchors: dict[str, Any] = {}

    def root(self) -> Node | None:
        """Return the node of the whole text, None for an empty one."""
        self.next()
        start = self.next()
        if isinstance(start, StreamEndEvent):
            return None
        try:
            root = self.node(self.next(), 0)
        except _NotReadError:
            # What no parser reads, further down, is said before what we refuse.
            self.finish(start)
            raise
        self.finish(start)
        return root

    def node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line + self.first_line, mark.column + 1
        if self.may_name:
            self.name(event)
        if isinstance(event, ScalarEvent):
            value = event.value if event.value.isascii() else normalize("NFC", event.value)
            return shared.scalar(value, line, column, bool(event.style))
        if isinstance(event, AliasEvent):
            named = self.anchors[event.anchor]
            raise _NotReadError(ANCHOR, named.line + self.first_line, named.column + 1)
        if depth > _DEEPEST:
            raise _NotReadError(ODD_KEY if depth == _KEY else TOO_DEEP, line, column)
        if isinstance(event, MappingStartEvent):
            entries: list[tuple[Scalar, Node]] = []
            while not isinstance(event := self.next(), MappingEndEvent):
                entries.append(shared.entry(self.key(event), self.node(self.next(), depth + 1)))
            return Fields(tuple(entries), line, column)
        items: list[Node] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return Items(tuple(items), line, column)

    def key(self, event: Any) -> Scalar:
        return cast("Scalar", self.node(event, _KEY))

    def name(self, event: Any) -> None:
        """Note the anchor of an event; an alias stands for one that was noted."""
        name, mark = getattr(event, "anchor", None), event.start_mark
        if isinstance(event, AliasEvent):
            if name not in self.anchors:
                raise ComposerError(None, None, "found undefined alias", mark)
        elif name in self.anchors:
            first = self.anchors[name]
            raise ComposerError("found duplicate anchor", first, "second occurrence", mark)
        elif name is not None:
            self.anchors[name] = mark

    def finish(self, start: Any) -> None:
        """Read on to the end of the only document."""
        while not isinstance(event := self.next(), DocumentEndEvent):
            self.name(event)
        after = self.next()
        if not isinstance(after, StreamEndEvent):
            raise ComposerError(
                "one document", start.start_mark, "but found another document", after.start_mark
            )


def _marked_fault(text: str, error: MarkedYAMLError, first_line: int) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    written = text.split("\n")[line : line + 1] or [""]
    indent = written[0][: len(written[0]) - len(written[0].lstrip(" \t"))]
    if "\t" in indent and error.problem:
        return Fault(TAB, line + first_line, indent.index("\t") + 1)
    anchored = "anchor" in str(error) or "alias" in str(error)
    opened = None if anchored else _open_quote(text, line)
    if opened:
        return Fault(QUOTE, opened[0] + first_line, opened[1] + 1)
    reason = ANCHOR if anchored else _PLAIN.get(str(error.problem), NOT_YAML)
    return Fault(reason, line + first_line, column + 1)


def _open_quote(text: str, last: int) -> tuple[int, int] | None:
    """Return line and column, from 0, of the quote that somebody forgot to close, if any.

    The parser takes the next quote, on a line below, for its end, and stumbles over what follows
    or at the end of the header (the line `last`), far from the place where a person must look.
    """
    after = 0
    for value in _QUOTED_VALUE.finditer(text):
        start = value.start("quote")
        if start < after:
            continue
        line = text.count("\n", 0, start)
        if line > last:
            return None
        whole = _QUOTED.match(text, start)
        after = whole.end() if whole else start
        if whole is None or ("\n" in whole[0] and _MORE.match(text, after)):
            return line, start - text.rfind("\n", 0, start) - 1
    return None


def _unseen_character(text: str, first_line: int) -> Fault:
    found = re.search(_UNSEEN, text)
    if found is None:
        return Fault(NOT_YAML, first_line, 1)
    line = text.count("\n", 0, found.start())
    return Fault(CONTROL, first_line + line, found.start() - text.rfind("\n", 0, found.start()))


def _nests_without_end(text: str) -> bool:
    """Return whether a text nests so deep that the C parser could take minutes to say so."""
    if text.count("[") + text.count("{") > 200:
        steps = ((char in "[{") - (char in "]}") for char in text)
        if max(accumulate(steps)) > 200:
            return True
    return _TOO_DEEP.search(text) is not None
