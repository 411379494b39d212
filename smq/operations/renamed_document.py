"""One document once codes and places have changed: its header, its mentions, its relative links."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from smq.errors import SmqError
from smq.i18n import _
from smq.links.files import Files
from smq.load.facts import read_facts
from smq.model import Document, PathLink, QualitySystem
from smq.operations.header_edit import decoded, edit_header
from smq.operations.header_values import HeaderMap, free_text, in_place_of, put, sequence
from smq.operations.moves import Move, Renaming
from smq.operations.occurrences import header_codes
from smq.operations.rewording import Edit, Rewording, applied, line_starts, plain_lines

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Following:
    """What documents follow.

    Attributes:
        system: as it was.
        words: how codes and paths are written from now on in this document.
        renaming: what becomes of what.
        files: as they were.
    """

    system: QualitySystem
    words: Rewording
    renaming: Renaming
    files: Files


def renamed_document(
    document: Document, raw: bytes, move: Move | None, following: Following
) -> bytes:
    """Return the bytes of a document afterwards; the same when nothing in it changes.

    Raises:
        SmqError: it is not UTF-8, its header cannot be read, or a code in it cannot be changed for
            sure.
    """
    own = document.code.identity if document.code else None
    if move and move.code and own:
        codes = {**following.words.codes, own: move.code}
        following = replace(following, words=replace(following.words, codes=codes))
    edited = _edited(document, raw, move, following)
    if move or document.header_end:
        edited = _with_fields(document, edited, move, following)
    if edited != raw:
        _verify(document, edited, following)
    return edited


def _edited(document: Document, raw: bytes, move: Move | None, following: Following) -> bytes:
    """Return the bytes with codes and paths written anew, the rest untouched."""
    whole = raw.removeprefix(_BOM).decode(errors="replace")
    starts = line_starts(whole)
    body = starts[document.header_end] if document.header_end < len(starts) else len(whole)
    edits = [
        *_in_header(document, whole[:body], following.words),
        *_in_body(document, whole, starts, body, following),
        *_links(document, whole, starts, move, following),
    ]
    if not edits:
        return raw
    # Only a text that changes must be one that smq can write for sure.
    text = decoded(raw, document.path)
    return raw[: len(raw) - len(raw.removeprefix(_BOM))] + applied(text, edits).encode()


def _in_header(document: Document, header: str, words: Rewording) -> Iterator[Edit]:
    for start, end, code in header_codes(document, header, words.codification):
        new = words.new_code(code, header.count("\n", 0, start) + 1)
        if new is not None and new != code.text:
            yield start, end, new
    yield from words.path_edits(header)


def _in_body(
    document: Document, whole: str, starts: list[int], body: int, following: Following
) -> Iterator[Edit]:
    words = following.words
    for mention in document.body.mentions:
        code = words.codification.parse(mention.text)
        new = words.new_code(code, mention.line) if code else None
        if new is None or new == mention.text:
            continue
        start = starts[mention.line - 1] + mention.column - 1
        if whole[start : start + len(mention.text)] != mention.text:
            raise unsure(document.path)
        yield start, start + len(mention.text), new
    for first, last in plain_lines(whole, body):
        for start, end, new in words.path_edits(whole[first:last]):
            yield first + start, first + end, new


def _links(
    document: Document, whole: str, starts: list[int], move: Move | None, following: Following
) -> Iterator[Edit]:
    """Yield an edit for each relative link whose own place or target moves."""
    moved = following.renaming.paths
    source = moved.get(document.path, move.path if move else document.path)
    done: set[str] = set()
    for link in (*document.body.path_links, *document.body.pictures):
        target = following.files.follow(document.path, link.path) if link.path else None
        if target is None or link.path.startswith("/"):
            continue
        reached = moved.get(target, target)
        if source == document.path and reached == target:
            continue
        new = posixpath.relpath(reached, posixpath.dirname(source) or ".")
        if posixpath.normpath(link.path) == new or link.path in done:
            continue
        done.add(link.path)
        yield from _occurrences(document, link, whole, starts, new)


def _occurrences(
    document: Document, link: PathLink, whole: str, starts: list[int], new: str
) -> Iterator[Edit]:
    forms = {link.path, quote(link.path), link.path.replace(" ", "%20")}
    pattern = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    found = False
    for match in re.finditer(rf"(?<=[(<\s])(?:{pattern})(?=[)>#?\s])", whole):
        if match.start() < starts[document.header_end]:
            continue
        found = True
        spelled = new if match[0] == link.path and "%" not in match[0] else quote(new)
        yield match.start(), match.end(), spelled
    if not found:
        raise unsure(document.path)


def _with_fields(document: Document, raw: bytes, move: Move | None, following: Following) -> bytes:
    """Return the bytes with the fields of the header that hold a process, a state or an alias."""
    if document.header_end == 0 or not _asks(document, move, following):
        return raw
    keys = dict(document.keys)

    def key(name: str) -> str:
        return keys.get(name, name)

    def edit(tree: HeaderMap) -> None:
        if move:
            _moved(tree, move, document, key)
            original = tree.get(key("original"))
            if original and (new := _original(document, following.renaming.files, move)):
                tree[key("original")] = in_place_of(original, new)
        own = move.code if move and move.code else document.code_text
        _tidy_links(tree.get(key("liens")), own, _all_new(following.words))
        _other_processes(tree, document, following)
        if not (move and move.withdrawn):
            _no_row_of_its_own(tree, document, following)

    return edit_header(raw, edit, path=document.path)


def _asks(document: Document, move: Move | None, following: Following) -> bool:
    """Return whether a field may change: a header that smq need not touch may be odd."""
    words = following.words
    parse = words.codification.parse
    cited = (
        (parse(link.target.removeprefix("[[").removesuffix("]]")), link.line)
        for link in document.links
    )
    if move or any(code and words.new_code(code, line) for code, line in cited):
        return True
    declared = following.system.type_of(document)
    kinds = {c.kind for f in (declared.fields if declared else ()) for c in (f, *f.columns)}
    return bool(following.renaming.processes) and "processus" in kinds


def _moved(tree: HeaderMap, move: Move, document: Document, key: Callable[[str], str]) -> None:
    process, status, review, alias = map(key, ("processus", "statut", "prochaine_revue", "alias"))
    if move.process and document.process != move.process:
        put(tree, process, in_place_of(tree.get(process), move.process))
    if move.withdrawn:
        put(tree, status, in_place_of(tree.get(status), "retire"))
        # What has ended is not reviewed any more.
        tree.pop(review, None)
    if move.id:
        put(tree, key("id"), in_place_of(tree.get(key("id")), move.id))
    if move.alias and move.alias not in document.aliases:
        former = tree.get(alias)
        listed = former if isinstance(former, list) else [former] if former else []
        if isinstance(former, list):
            former.append(free_text(move.alias))
        else:
            put(tree, alias, sequence([*listed, free_text(move.alias)], flow=True))


def _original(document: Document, files: Mapping[str, str], move: Move) -> str | None:
    """Return how a header names its master file from now on, None when nothing changes."""
    assert document.original is not None
    old = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), document.original))
    new = posixpath.relpath(files.get(old, old), posixpath.dirname(move.path) or ".")
    return new if new != posixpath.normpath(document.original) else None


def _all_new(words: Rewording) -> set[str]:
    return {*words.codes.values(), *(new for line in words.lines.values() for new in line.values())}


def _tidy_links(links: Any, own: str | None, new: set[str]) -> None:
    """Take out of lists of links what the new codes make a link to itself or say twice."""
    if isinstance(links, dict):
        for kind in [kind for kind, listed in links.items() if isinstance(listed, list)]:
            _tidy_links(links[kind], own, new)
            if not links[kind]:
                del links[kind]
    elif isinstance(links, list):
        codes = [str(item).removeprefix("[[").removesuffix("]]") for item in links]
        for place in reversed(range(len(codes))):
            code = codes[place]
            if code in new and (code == own or code in codes[:place]):
                del links[place]


def _other_processes(tree: HeaderMap, document: Document, following: Following) -> None:
    """Write the process that took over where a field of the type names the other."""
    processes = following.renaming.processes
    declared = following.system.type_of(document)
    for kind in declared.fields if declared else ():
        held = tree.get(kind.name)
        if kind.kind == "processus" and str(held) in processes:
            tree[kind.name] = in_place_of(held, processes[str(held)])
        names = [column.name for column in kind.columns if column.kind == "processus"]
        for row in held if isinstance(held, list) else ():
            for name in names:
                if isinstance(row, dict) and str(row.get(name)) in processes:
                    row[name] = in_place_of(row[name], processes[str(row[name])])


def _no_row_of_its_own(tree: HeaderMap, document: Document, following: Following) -> None:
    """Take out of a process sheet the exchanges between two processes that are one now."""
    processes = following.renaming.processes
    own = processes.get(document.process or "", document.process or "")
    declared = following.system.type_of(document)
    if document.type != "FIP" or own not in processes.values():
        return
    for kind in declared.fields if declared else ():
        held = tree.get(kind.name)
        names = [column.name for column in kind.columns if column.kind == "processus"]
        for place in reversed(range(len(held) if isinstance(held, list) and names else 0)):
            row = held[place]
            if isinstance(row, dict) and any(str(row.get(name)) == own for name in names):
                del held[place]


def _verify(document: Document, raw: bytes, following: Following) -> None:
    """Make sure that the text now cites what it cited, each under its new code."""
    settings, words = following.system.settings, following.words
    facts = read_facts(
        raw, document.path, words.codification, settings.reading, foreign=settings.foreign
    )
    parse = words.codification.parse

    was = [(code, m.line) for m in document.body.mentions if (code := parse(m.text))]
    before = [parse(words.new_code(code, line) or code.text) for code, line in was]
    after = [code for m in facts.body.mentions if (code := parse(m.text))]
    same = [code and code.identity for code in before] == [code.identity for code in after]
    header_lost = document.header_end > 0 and facts.header is None
    if not same or header_lost or len(facts.body.wiki_links) != len(document.body.wiki_links):
        raise unsure(document.path)


def unsure(path: str) -> SmqError:
    """Return what to say of a file whose codes cannot be changed for sure."""
    return SmqError(
        _("The codes in {path} cannot be changed for sure; nothing was written."),
        _("Write each code plainly, without backslash or entity, then run the command again."),
        path=path,
    )
