"""Reads the links of one document off its header and its facts, each resolved."""

from collections.abc import Iterator
from dataclasses import dataclass

from smq.links.files import leads_out
from smq.links.index import Index, Match
from smq.model import (
    DeclaredLink,
    Document,
    Link,
    LinkKind,
    Mention,
    PathLink,
    Resolution,
    WikiLink,
)


@dataclass(frozen=True, slots=True)
class Collected:
    """The links of one document in the order of its file: to others, dead paths, to itself."""

    links: list[Link]
    dead: list[Link]
    own: list[Link]


def collect(document: Document, index: Index) -> Collected:
    """Return the links of a document."""
    text = list(_text(document, index))
    found = [
        *(_declared(link, document, index) for link in document.links),
        *_process(document, index),
        *_absent_original(document, index),
        *text,
    ]
    for path_link in document.body.path_links:
        if path_link.path:
            found.extend(_path(path_link, document, index, text))
    if len(found) > 1:
        found.sort(key=_place)
    sorted_out = Collected(links=[], dead=[], own=[])
    for link in found:
        if link.target is document:
            sorted_out.own.append(link)
        elif link.target is None and _is_dead(link):
            sorted_out.dead.append(link)
        else:
            sorted_out.links.append(link)
    return sorted_out


def _is_dead(link: Link) -> bool:
    return link.kind is LinkKind.PATH and link.resolution is Resolution.UNKNOWN


def _place(link: Link) -> tuple[int, int]:
    return link.line, link.column


def _declared(declared: DeclaredLink, document: Document, index: Index) -> Link:
    # Trees written for Obsidian wrap the codes of their headers: `related: ["[[QM-01]]"]`.
    written = declared.target.removeprefix("[[").removesuffix("]]").strip()
    match = index.target(written)
    own = _is_own(match, document)
    return Link(
        source=document,
        written=_written(match, written),
        kind=LinkKind.REPLACES if declared.kind == "remplace" else LinkKind.DECLARED,
        role=declared.kind,
        line=declared.line,
        column=declared.column,
        resolution=Resolution.FOUND if own else match.resolution,
        target=document if own else match.document,
        candidates=() if own else match.candidates,
        is_code=match.by_code,
    )


def _process(document: Document, index: Index) -> Iterator[Link]:
    """Yield the link of a document to the sheet of its process; a sheet links to no other."""
    sheets = index.sheets.get(document.process or "", ())
    if not sheets or document.type == "FIP":
        return
    place = document.at_field("processus")
    for sheet in sheets:
        yield Link(
            source=document,
            written=document.process or "",
            kind=LinkKind.PROCESS,
            role="",
            line=place.line or 1,
            column=place.column or 1,
            resolution=Resolution.FOUND,
            target=sheet,
        )


def _absent_original(document: Document, index: Index) -> Iterator[Link]:
    """Yield the dead link to a master file that is not there; one outside is SYN022's."""
    name = document.original
    if name and not leads_out(document.path, name) and not index.files.follow(document.path, name):
        place = document.at_field("original")
        yield Link(
            source=document,
            written=name,
            kind=LinkKind.PATH,
            role="",
            line=place.line or 1,
            column=place.column or 1,
            resolution=Resolution.UNKNOWN,
            candidates=index.files.near(document.path, name),
        )


def _text(document: Document, index: Index) -> Iterator[Link]:
    """Yield the mentions and wiki-links; the code of a wiki-link is not yielded a second time."""
    inside: set[Mention] = set()
    if document.body.wiki_links:
        mentions = _by_line(document.body.mentions)
        for wiki in document.body.wiki_links:
            yield from _wiki(wiki, document, index, mentions, inside)
    for mention in document.body.mentions:
        if inside and mention in inside:
            continue
        match = index.code(mention.text)
        if not _is_own(match, document):
            yield Link(
                source=document,
                written=mention.text,
                kind=LinkKind.MENTION,
                role="",
                line=mention.line,
                column=mention.column,
                resolution=match.resolution,
                target=match.document,
                candidates=match.candidates,
                is_code=True,
            )


def _wiki(
    wiki: WikiLink,
    document: Document,
    index: Index,
    mentions: dict[int, list[Mention]],
    inside: set[Mention],
) -> Iterator[Link]:
    text = wiki.target.strip()
    if not text:
        return
    match = index.target(text)
    code = _first_from(wiki, match.code, mentions)
    if code:
        inside.add(code)
    if match.resolution is Resolution.UNKNOWN and _in_wrong_case(wiki, text, document):
        return
    own = _is_own(match, document)
    target = document if own else match.document
    to_file = match.resolution is Resolution.FOUND and target is None
    place = code or wiki
    yield Link(
        source=document,
        written=_written(match, text),
        kind=LinkKind.PATH if to_file else LinkKind.MENTION,
        role="",
        line=place.line,
        column=place.column,
        resolution=Resolution.FOUND if own else match.resolution,
        target=target,
        candidates=() if own else match.candidates,
        is_code=match.by_code,
        wiki=True,
        wrong_title=match.title if index.differs(match, text) else None,
        section=wiki.section,
    )


def _path(
    path_link: PathLink, document: Document, index: Index, text: list[Link]
) -> Iterator[Link]:
    """Yield the link that a relative path is, unless its fault is already that of its label."""
    followed = index.files.follow(document.path, path_link.path)
    if followed is None and _labelled_by_unknown_code(path_link, text):
        return
    yield Link(
        source=document,
        written=path_link.path,
        kind=LinkKind.PATH,
        role="",
        line=path_link.line,
        column=path_link.column,
        resolution=Resolution.UNKNOWN if followed is None else Resolution.FOUND,
        target=index.by_path.get(followed or ""),
        candidates=() if followed else index.files.near(document.path, path_link.path),
        picture=path_link.picture,
    )


def _is_own(match: Match, document: Document) -> bool:
    """Return whether a target is the document itself, even when others share its code."""
    if match.document is not None and not document.aliases:
        return match.document is document
    carried = document.code is not None and document.code.identity == match.identity
    return carried or match.document is document or match.code in document.aliases


def _written(match: Match, text: str) -> str:
    return match.code if match.by_code and match.code else text


def _by_line(mentions: tuple[Mention, ...]) -> dict[int, list[Mention]]:
    lines: dict[int, list[Mention]] = {}
    for mention in mentions:
        lines.setdefault(mention.line, []).append(mention)
    return lines


def _first_from(
    wiki: WikiLink, code: str | None, mentions: dict[int, list[Mention]]
) -> Mention | None:
    """Return the mention that the code of a wiki-link is: the first one from its place on."""
    return next(
        (
            mention
            for mention in mentions.get(wiki.line, ())
            if mention.text == code and mention.column >= wiki.column
        ),
        None,
    )


def _in_wrong_case(wiki: WikiLink, text: str, document: Document) -> bool:
    """Return whether the fault of a wiki-link is a code in the wrong case, which NUM reports."""
    return any(
        wrong.line == wiki.line and wrong.column >= wiki.column and text.startswith(wrong.text)
        for wrong in document.body.wrong_case
    )


def _labelled_by_unknown_code(path_link: PathLink, text: list[Link]) -> bool:
    return any(
        link.resolution is Resolution.UNKNOWN
        and link.is_code
        and link.line == path_link.line
        and link.column >= path_link.column
        and link.written in path_link.text
        for link in text
    )
