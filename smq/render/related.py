"""Where the codes of a page lead, and «Documents associés» in both directions (`design.md` §5)."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from smq.i18n import Translator, _
from smq.links import Match, index, linkage
from smq.model import Document, Link, LinkKind, QualitySystem, Status
from smq.render.page import Block, Grid, Prose, Related, Target, Turtle

_CITING = (LinkKind.MENTION, LinkKind.DECLARED, LinkKind.PATH)


def page_links(
    document: Document,
    system: QualitySystem,
    blocks: Iterable[Block],
    targets: Mapping[str, str],
) -> dict[str, Target]:
    """Return what is written in the text or in a block → the document that it leads to.

    Keys are bare codes, what stands in `[[…]]` before `#` and `|`, and relative paths, as written.
    A document's own code, written bare, leads nowhere.
    """
    known = index(system)
    found: dict[str, Target] = {}

    def add(written: str, match: Match, *, own: bool = False) -> None:
        if match.document is not None and (own or match.document is not document):
            found[written] = _target(match.document, targets)

    for mention in document.body.mentions:
        add(mention.text, known.code(mention.text))
    for code in _codes(blocks, system):
        add(code, known.code(code))
    for wiki in document.body.wiki_links:
        written = wiki.target.strip()
        add(written, known.target(written), own=True)
    for link in document.body.path_links:
        path = known.files.follow(document.path, link.path) if link.path else None
        reached = known.by_path.get(path or "")
        if reached is not None:
            found[link.path] = _target(reached, targets)
    return found


def related(
    document: Document, system: QualitySystem, translate: Translator, targets: Mapping[str, str]
) -> tuple[Related, ...]:
    """Return the groups of «Documents associés»: each document once in a group, itself never.

    Withdrawn documents that cite this one are left out: nobody follows them any more.
    """
    links = linkage(system)
    leading = [link.target for link in links.outgoing[document.path] if _cites(link)]
    citing = [link.source for link in links.incoming[document.path] if _cites(link)]
    living = [d for d in citing if d.status is not Status.WITHDRAWN]
    replaced, replacing = _either_way(document, system, LinkKind.REPLACES)
    sheets, members = _either_way(document, system, LinkKind.PROCESS)
    shown = [d for d in (*leading, *living) if d is not None]
    mutual = [d for d in living if d in leading]
    groups = (
        (_("Relies on"), [d for d in leading if d not in mutual]),
        (_("Used by"), [d for d in living if d not in mutual]),
        (_("Both ways"), mutual),
        (_("Replaces"), replaced),
        (_("Replaced by"), replacing),
        (_("Process sheet"), [d for d in sheets if d not in shown]),
        (_("Other documents of the process"), [d for d in members if d not in shown]),
    )
    return tuple(
        Related(translate(label), listed)
        for label, documents in groups
        if (listed := _listed(documents, system, targets))
    )


def _either_way(
    document: Document, system: QualitySystem, kind: LinkKind
) -> tuple[list[Document], list[Document]]:
    """Return the documents that links of a kind lead to, and those that they come from."""
    links = linkage(system)
    to = [link.target for link in links.outgoing[document.path] if link.kind is kind]
    back = [link.source for link in links.incoming[document.path] if link.kind is kind]
    living = [d for d in back if d.status is not Status.WITHDRAWN or kind is LinkKind.REPLACES]
    return [d for d in to if d is not None], living


def _cites(link: Link) -> bool:
    return link.kind in _CITING and not link.picture


def _listed(
    documents: Iterable[Document | None],
    system: QualitySystem,
    targets: Mapping[str, str],
) -> tuple[Target, ...]:
    once = {d.path: d for d in documents if d is not None}
    return tuple(_target(d, targets) for d in sorted(once.values(), key=reading_order(system)))


def reading_order(system: QualitySystem) -> Callable[[Document], tuple[object, ...]]:
    """Return the sort key of a list of documents: by process, type, then number.

    Processes stand in the order of the settings, so that a list reads like the process map.
    """
    places = {process.code: place for place, process in enumerate(system.settings.processes)}

    def key(document: Document) -> tuple[object, ...]:
        process = document.process or ""
        number = document.code.number if document.code else 0
        last = len(places)
        return places.get(process, last), process, document.type or "", number, document.path

    return key


def _target(document: Document, targets: Mapping[str, str]) -> Target:
    code = document.code_text or ""
    return Target(code, document.title, targets.get(code))


def _codes(blocks: Iterable[Block], system: QualitySystem) -> Iterator[str]:
    for block in blocks:
        for text in _texts(block):
            for _start, _end, code in system.settings.codification.find(text):
                yield code.text


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        for row in (block.header, *block.rows):
            yield from row
    elif isinstance(block, Turtle):
        boxes = (
            block.inputs,
            block.outputs,
            block.who,
            block.means,
            block.methods,
            block.measures,
        )
        for box in boxes:
            yield from box.lines
    elif isinstance(block, Prose):
        yield block.markdown
