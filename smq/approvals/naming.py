"""Puts permanent identifiers where a content names documents, so that numbers may change."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize
from urllib.parse import quote

from smq.links.index import Index
from smq.model import Document, Fields, Items, Node, Resolution, text_of

_LINKS = frozenset({"liens"})


class Undecided(Exception):  # noqa: N818 - it ends a computation, nothing went wrong
    """A name leads to several documents: what the content says cannot be told until one moves.

    Its text is that name.
    """


def named(text: str, index: Index) -> str:
    """Return a text in which each code that leads to one document is its identifier.

    Raises:
        Undecided: a code leads to several documents.
    """
    pieces: list[str] = []
    last = 0
    for start, end, code in index.system.settings.codification.find(text):
        identifier = _of_code(code.text, index)
        if identifier:
            pieces += [text[last:start], identifier]
            last = end
    return normalize("NFC", "".join([*pieces, text[last:]]))


def named_file(path: str, index: Index) -> str:
    """Return the name of a file alone, the code at its beginning as its document's identifier.

    Raises:
        Undecided: a code leads to several documents.
    """
    name = posixpath.basename(path)
    code = index.system.settings.codification.parse_start(name)
    identifier = _of_code(code.text, index) if code and name.startswith(code.text) else None
    if code is None or identifier is None:
        return named(name, index)
    return identifier + named(name.removeprefix(code.text), index)


def in_header(key: str, node: Node, index: Index) -> object:
    """Return a value of a header as texts, lists and mappings; documents by identifier.

    Args:
        key: our name of the field.
        node: its value.
        index: what names lead to.

    Raises:
        Undecided: a name leads to several documents.
    """
    if isinstance(node, Items):
        return [in_header(key, item, index) for item in node.items]
    if isinstance(node, Fields):
        found: dict[str, object] = {}
        for name, value in node.entries:
            found.setdefault(normalize("NFC", name.text), in_header(key, value, index))
        return {name: value for name, value in found.items() if value not in (None, [], {})}
    text = text_of(node)
    if text is None:
        return None
    if key == "original":
        return named_file(text, index)
    if key in _LINKS:
        return _of_target(text.removeprefix("[[").removesuffix("]]").strip(), index) or text
    return named(text, index)


def in_body(document: Document, lines: Sequence[str], index: Index) -> str:
    """Return the text behind the header; mentions, wiki-links and paths by identifier.

    Args:
        document: whose facts name the places.
        lines: of the whole file, without line ends.
        index: what names lead to.

    Raises:
        Undecided: a name leads to several documents.
    """
    edits: dict[int, list[tuple[int, int, str]]] = {}
    for mention in document.body.mentions:
        identifier = _of_code(mention.text, index)
        start = mention.column - 1
        written = lines[mention.line - 1][start : start + len(mention.text)]
        if identifier and written == mention.text:
            edits.setdefault(mention.line, []).append((start, start + len(written), identifier))
    for line, start, end, identifier in _wiki_links(document, lines, index):
        edits.setdefault(line, []).append((start, end, identifier))
    text = "\n".join(
        _applied(line, edits[number]) if number in edits else line
        for number, line in enumerate(lines, start=1)
        if number > document.header_end
    )
    return _with_paths(document, text, index)


def reached_files(document: Document, index: Index) -> Iterator[str]:
    """Yield the paths of the pictures and attachments that a text links to."""
    for _written, reached in _paths(document, index):
        if reached in index.system.files and reached not in index.by_path:
            yield reached


def _wiki_links(
    document: Document, lines: Sequence[str], index: Index
) -> Iterator[tuple[int, int, int, str]]:
    """Yield line, start, end and identifier of the targets that name a document without a code."""
    for link in document.body.wiki_links:
        match = index.target(link.target.strip())
        if match.by_code:
            continue
        if match.resolution is Resolution.AMBIGUOUS:
            raise Undecided(link.target)
        identifier = match.document.id if match.document else None
        start = lines[link.line - 1].find(link.target, link.column - 1)
        if identifier and start >= 0:
            yield link.line, start, start + len(link.target), f"<{identifier}>"


def _with_paths(document: Document, text: str, index: Index) -> str:
    """Return a text whose relative links name a document's identifier, or a file's name alone."""
    names: dict[str, str] = {}
    for written, reached in _paths(document, index):
        target = index.by_path.get(reached)
        name = f"<{target.id}>" if target and target.id else None
        if name is None and reached in index.system.files:
            name = named_file(reached, index)
        if name is not None:
            forms = (written, quote(written), written.replace(" ", "%20"))
            names.update(dict.fromkeys(forms, name))
    if not names:
        return text
    longest = "|".join(re.escape(form) for form in sorted(names, key=lambda f: (-len(f), f)))
    pattern = re.compile(rf"(?<=[(<\s])(?:{longest})(?=[)>#?\s])")
    return pattern.sub(lambda match: names[match[0]], text)


def _paths(document: Document, index: Index) -> Iterator[tuple[str, str]]:
    """Yield each relative path of a text as written, and the path from the root that it reaches."""
    seen: set[str] = set()
    for link in (*document.body.path_links, *document.body.pictures):
        if not link.path or link.path in seen:
            continue
        seen.add(link.path)
        reached = index.files.follow(document.path, link.path)
        if reached is not None:
            yield link.path, reached


def _of_code(text: str, index: Index) -> str | None:
    match = index.code(text)
    if match.resolution is Resolution.AMBIGUOUS:
        raise Undecided(text)
    return f"<{match.document.id}>" if match.document and match.document.id else None


def _of_target(text: str, index: Index) -> str | None:
    match = index.target(text)
    if match.resolution is Resolution.AMBIGUOUS:
        raise Undecided(text)
    return f"<{match.document.id}>" if match.document and match.document.id else None


def _applied(line: str, edits: Iterable[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    last = 0
    for start, end, new in sorted(edits):
        if start >= last:
            pieces += [line[last:start], new]
            last = end
    return "".join([*pieces, line[last:]])
