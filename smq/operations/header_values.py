"""Values as a header writes them: quotes where another reader would not see a text."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from smq.load import yaml
from smq.model import Fields, Items, Scalar
from smq.operations.header import ORDER

HeaderMap = CommentedMap
HeaderList = CommentedSeq

# What YAML readers take for a number, a date, a switch or nothing. Whole numbers and true or false
# are left alone: they read the same either way.
_NUMBER_LIKE = re.compile(r"[-+]?[.]?[0-9][0-9a-fA-FxXoO_.,:eE+\-]*$")
_WHOLE = re.compile(r"(0|[1-9][0-9]*)$")
_SWITCHES = ("yes", "no", "on", "off", "y", "n")
_OTHER_THAN_TEXT = frozenset({"~", "null", ".inf", "-.inf", ".nan", "<<", *_SWITCHES})


def free_text(written: str) -> object:
    """Return a text for a field that held none: plain when every reader sees the same text."""
    if "\n" in written and not re.search(r"[ \t](\n|$)|^[ \t\n]|\n\n\n", written):
        return LiteralScalarString(written)
    if not written or _is_ambiguous(written) or not _reads_back_plain(written):
        return DoubleQuotedScalarString(written)
    return written


def in_place_of(old: object, written: str) -> object:
    """Return a text that takes the place of another, with the quotes that stood there."""
    if isinstance(old, DoubleQuotedScalarString | SingleQuotedScalarString):
        return type(old)(written)
    if type(old) is str and written and _reads_back_plain(written):
        return written
    return free_text(written)


def sequence(items: Sequence[object], *, flow: bool) -> CommentedSeq:
    """Return a new list, between brackets or one item a line."""
    made = CommentedSeq(items)
    if flow or not items:
        made.fa.set_flow_style()
    return made


def row(cells: Mapping[str, object], *, flow: bool) -> CommentedMap:
    """Return a new row of a table, between braces or one cell a line."""
    made = CommentedMap(cells)
    if flow:
        made.fa.set_flow_style()
    return made


def is_flow(node: Any, default: bool) -> bool:
    """Return whether a list or mapping is written between brackets; `default` when it is new."""
    if isinstance(node, CommentedMap | CommentedSeq):
        return bool(node.fa.flow_style())
    return default


def put(tree: CommentedMap, name: str, value: object) -> None:
    """Set a field; a new one goes where people expect it."""
    if name in tree or name not in ORDER:
        tree[name] = value
        return
    rank = ORDER.index(name)
    later = (at for at, key in enumerate(tree) if key in ORDER and ORDER.index(key) > rank)
    tree.insert(next(later, len(tree)), name, value)


def _is_ambiguous(written: str) -> bool:
    if written.casefold() in _OTHER_THAN_TEXT:
        return True
    return bool(_NUMBER_LIKE.match(written)) and not _WHOLE.match(written)


def _reads_back_plain(written: str) -> bool:
    # The C parser reads no plain word with a colon between brackets.
    return _is_read(f"k: {written}\n", written) and (
        ":" not in written or _is_read(f"k: [{written}]\n", written)
    )


def _is_read(source: str, written: str) -> bool:
    read = yaml.parse(source)
    if not isinstance(read, Fields) or len(read.entries) != 1:
        return False
    value = read.entries[0][1]
    if isinstance(value, Items) and len(value.items) == 1:
        value = value.items[0]
    return isinstance(value, Scalar) and not value.quoted and value.text == written
