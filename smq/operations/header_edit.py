"""Changes the header of a file: what was not meant stays as it was written, to the byte."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any
from unicodedata import normalize

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, TaggedScalar
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import ScalarString
from ruamel.yaml.tag import Tag

from smq.errors import SmqError
from smq.i18n import _
from smq.load import text, yaml
from smq.load.fields import duplicates
from smq.model import Fields, Word, plain
from smq.operations.yaml_text import writer

Edit = Callable[[CommentedMap], None]

_NULL = Tag(suffix="tag:yaml.org,2002:null")
_NULL_WORDS = frozenset({"~", "null", "Null", "NULL"})
# The reader takes these for spaces (`smq.load.yaml`), where YAML would end a line.
_SPACES = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r)")
_FIRST_BELOW = re.compile(r"\n( *)(-( +))?[^\s#]")


class _TextResolver(VersionedResolver):
    """Takes every plain scalar for text, as the reader does, so that it is written as it was."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Return the tag of a node; a plain scalar with nothing in it is null."""
        if kind is ScalarNode and implicit[0]:
            return _NULL if value == "" else self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One field at the top of a header: its own lines, and the blank or comment lines below."""

    core: str
    below: str


@dataclass(frozen=True, slots=True)
class _Header:
    """A file cut around its header.

    Attributes:
        before: up to and with the opening `---`.
        lines: the header, line ends as in the file.
        after: from the closing `---` on.
        fields: the header as read.
        newline: the line end of the file.
    """

    before: str
    lines: str
    after: str
    fields: Fields
    newline: str

    @property
    def top(self) -> str:
        """Return what stands above the first field."""
        count = self.fields.entries[0][0].line - 2 if self.fields.entries else 0
        return "".join(_LINE.findall(self.lines)[:count])

    @property
    def entries(self) -> Mapping[str, _Entry] | None:
        """Return the lines of each field, None when fields do not stand on lines of their own."""
        names = [name for name, _value in self.fields.entries]
        starts = [name.line for name in names]
        if starts != sorted(set(starts)) or any(name.column != 1 for name in names):
            return None
        lines = _LINE.findall(self.lines)
        ends = [*starts[1:], len(lines) + 2]
        cut = [_entry(lines[start - 2 : end - 2]) for start, end in zip(starts, ends, strict=True)]
        return {name.text: entry for name, entry in zip(names, cut, strict=True)}


def edit_header(raw: bytes, edit: Edit, *, path: str) -> bytes:
    """Return a file with its header changed: fields left alone and the text stay to the byte.

    Values that `edit` sees are texts as written (`3.10`, `non`, `2026-13-24`), lists and mappings;
    an empty value is None. Comments, quotes, order, line ends and the byte-order mark are kept.

    Args:
        raw: the bytes of the file.
        edit: changes the mapping in place.
        path: named in what stops the command.

    Raises:
        SmqError: there is no header, it cannot be read, or the change would not read back as meant.
    """
    header = _cut(raw, path)
    entries = header.entries
    source = header.lines if entries is None else "".join(e.core for e in entries.values())
    tree = _loaded(source, path)
    known = {name: as_read(value) for name, value in tree.items()}
    if known != _read(source):
        raise _refusal(path)
    edit(tree)
    changed = {name for name in tree if name not in known or as_read(tree[name]) != known[name]}
    if not changed and len(tree) == len(known):
        return raw
    if entries is None:
        written = _dump(tree, "").replace("\n", header.newline)
    else:
        written = header.top + _assembled(tree, entries, changed, header.newline)
    meant = plain(header.fields)
    assert isinstance(meant, dict)
    expected = {n: as_read(tree[n]) if n in changed else meant[n] for n in tree}
    if _read(written) != expected:
        raise _refusal(path)
    prefix = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    return prefix + (header.before + written + header.after).encode()


def decoded(raw: bytes, path: str) -> str:
    """Return the text of a file that smq may write in, line ends kept, byte-order mark left out.

    Raises:
        SmqError: it is not UTF-8, or holds two versions of a passage; writing in it would alter
            what smq does not read for sure.
    """
    try:
        written = raw.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        found = text.decode(raw)
        raise SmqError(
            _("{path} is written in {encoding}, not in UTF-8; nothing was changed."),
            _("Save it as UTF-8 in your editor, then run the command again."),
            path=path,
            encoding=found.guessed if found and found.guessed else "?",
        ) from error
    marker = text.merge_marker(_unix(written))
    if marker:
        raise merging(path, marker[0])
    return written


def _cut(raw: bytes, path: str) -> _Header:
    whole = decoded(raw, path)
    parts = text.split(_unix(whole))
    if parts.header is None:
        raise unreadable(path, _("no header between two --- lines"), 1, 1)
    if not parts.closed:
        raise unreadable(path, _("the header is not closed by ---"), 1, 1)
    content = yaml.parse(parts.header, first_line=2)
    if isinstance(content, yaml.Fault):
        raise unreadable(path, content.reason, content.line, content.column)
    if content is not None and not isinstance(content, Fields):
        raise unreadable(path, yaml.NO_FIELDS, content.line, content.column)
    fields = content or Fields((), 2, 1)
    twice = duplicates(fields, path)
    if twice:
        raise SmqError(
            _("{place}: the field «{key}» is written twice."),
            _("Remove one of the two lines, then run the command again."),
            place=twice[0].location,
            key=dict(twice[0].values)["key"],
        )
    lines = _LINE.findall(whole)
    middle = "".join(lines[1 : parts.end_line - 1])
    after = whole[len(lines[0]) + len(middle) :]
    newline = "\r\n" if "\r\n" in whole else "\n"
    return _Header(lines[0], middle, after, fields, newline)


def _entry(lines: list[str]) -> _Entry:
    last = len(lines)
    # A comment at the margin ends even a block of text; an indented one may be part of it.
    while last > 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    return _Entry("".join(lines[:last]), "".join(lines[last:]))


def _assembled(
    tree: CommentedMap, entries: Mapping[str, _Entry], changed: set[str], newline: str
) -> str:
    pieces = []
    for name in tree:
        entry = entries.get(name, _Entry("", ""))
        if name in changed:
            one = CommentedMap({name: tree[name]})
            if name in tree.ca.items:
                one.ca.items[name] = tree.ca.items[name]
            pieces.append(_dump(one, _unix(entry.core)).replace("\n", newline))
        else:
            pieces.append(entry.core)
        pieces.append(entry.below)
    kept = "".join(entry.below for name, entry in entries.items() if name not in tree)
    return "".join(pieces) + kept


def _round_trip() -> YAML:
    rounds = writer()
    rounds.Resolver = _TextResolver
    rounds.representer.add_representer(
        type(None), lambda r, _value: r.represent_scalar("tag:yaml.org,2002:null", "")
    )
    return rounds


def _loaded(source: str, path: str) -> CommentedMap:
    try:
        tree = _round_trip().load(normalize("NFC", _unix(source).translate(_SPACES)))
    except (YAMLError, ValueError, RecursionError) as error:
        raise _refusal(path) from error
    return tree if isinstance(tree, CommentedMap) else CommentedMap()


def _dump(tree: CommentedMap, like: str) -> str:
    """Return a mapping as YAML, indented as the text it stands for."""
    rounds = _round_trip()
    below = _FIRST_BELOW.search(like)
    if below and below[2]:
        offset, width = len(below[1]), 1 + len(below[3])
        rounds.indent(mapping=2, sequence=offset + width, offset=offset)
    elif below and below[1]:
        rounds.indent(mapping=len(below[1]), sequence=4, offset=2)
    stream = StringIO()
    rounds.dump(tree, stream)
    dumped = stream.getvalue()
    if not tree:
        return ""
    # An empty value leaves a space behind its colon; inside a block of text it would be a word.
    first, newline, rest = dumped.partition("\n")
    return first.rstrip(" ") + newline + rest


def as_read(value: Any) -> object:
    """Return a value of the round-trip tree as the reader sees it (`smq.model.plain`)."""
    if isinstance(value, TaggedScalar):
        return normalize("NFC", str(value.value))
    if isinstance(value, Mapping):
        return {"" if key is None else str(key): as_read(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_read(item) for item in value]
    if value is None or (not isinstance(value, ScalarString) and value in _NULL_WORDS):
        return None
    return normalize("NFC", str(value))


def _read(lines: str) -> object:
    """Return a header as the reader sees it, None when it cannot be read."""
    content = yaml.parse(_unix(lines))
    return None if isinstance(content, yaml.Fault) else plain(content or Fields((), 1, 1))


def _unix(lines: str) -> str:
    return lines.replace("\r\n", "\n").replace("\r", "\n")


def unreadable(path: str, reason: str, line: int, column: int) -> SmqError:
    """Return what to say of a header that cannot be read; `reason` is a msgid of the reader."""
    return SmqError(
        _("{path}:{line}:{column}: the header cannot be read: {reason}."),
        _("Correct that line in your editor; smq check names all such faults."),
        path=path,
        line=line,
        column=column,
        reason=Word(reason),
    )


def merging(path: str, line: int) -> SmqError:
    """Return what to say of a file where nobody has chosen between two versions of a passage."""
    return SmqError(
        _("{path}:{line}: an unfinished merge starts here; nothing was changed."),
        _(
            "Keep the right version, remove the lines «<<<<<<<», «=======» and «>>>>>>>», "
            "then run the command again."
        ),
        path=path,
        line=line,
    )


def _refusal(path: str) -> SmqError:
    return SmqError(
        _("The header of {path} is written in a way that smq cannot change without altering it."),
        _("Write each field as «name: value» on its own line, then run the command again."),
        path=path,
    )
