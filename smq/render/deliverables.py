"""Documents → files to hand out: assembled and set, or copied when Word is the master."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from smq import resources
from smq.i18n import Translator, _
from smq.load.content import Content, read_content, read_logo
from smq.load.registers import read_schemas
from smq.model import Document, QualitySystem
from smq.render.assemble import Texts, assemble, is_copied
from smq.render.docx import Notice
from smq.render.file_name import file_names, targets_of
from smq.render.generated import DrawMap
from smq.render.page import Page
from smq.render.people_named import with_people_named
from smq.render.row_counts import row_counts
from smq.render.workers import setting

OWN_TEMPLATE = "modeles/modele.docx"
_NO_HEADER = _(
    "{place}: no header can be read, nothing is made. What is wrong and what to do: smq check"
)
_SAME_CODE = _("also the code of {path}: both are made. What to do: smq check")


@dataclass(frozen=True, slots=True)
class Deliverable:
    """A file to hand out.

    Attributes:
        document: where it comes from.
        name: of the file.
        content: its bytes, None when nothing could be made.
        notices: what a reader would not see as the author wrote it.
    """

    document: Document
    name: str
    content: bytes | None
    notices: tuple[Notice, ...] = ()


def template(root: Path) -> bytes:
    """Return the platform's own Word template, else the packaged one."""
    own = root / OWN_TEMPLATE
    return (own if own.is_file() else resources.templates() / "docx" / "modele.docx").read_bytes()


def deliverables(
    documents: Sequence[Document],
    system: QualitySystem,
    root: Path,
    translate: Translator,
    workers: int | None = None,
    *,
    past: Mapping[str, Content] | None = None,
    stamp: str | None = None,
    names: Mapping[str, str] | None = None,
) -> Iterator[Deliverable]:
    """Yield the file of each document; links lead to files of the same run.

    Copies come first, then what could not be read, then what is set by `workers` processes
    (as many as `setting` chooses by default), each in the order of the documents.

    Args:
        documents: to make.
        system: the platform.
        root: its folder.
        translate: language of what the platform does not say in its own.
        workers: processes.
        past: path → content of a document that is an earlier version than the file.
        stamp: word across every page, in the place of the state's own.
        names: path → name of the file, where it is not the usual one.
    """
    earlier = past or {}
    names = names or names_of(documents)
    targets = targets_of(documents, names)
    logo, (schemas, _problems) = read_logo(root), read_schemas(root)
    look, draw_map, rows = template(root), map_drawer(), row_counts(root, schemas)

    def page(document: Document) -> Page:
        content = earlier.get(document.path) or read_content(root, document)
        texts = Texts(content, logo, schemas, rows, draw_map)
        made = assemble(document, system, texts, translate, targets)
        made = replace(made, watermark=stamp) if stamp else made
        return with_people_named(made, system.settings.people)

    copied = [d for d in documents if is_copied(d)]
    unreadable = [d for d in documents if not is_readable(d, system)]
    made = [d for d in documents if not is_copied(d) and d not in unreadable]
    with setting(len(made), workers) as set_all:
        # Asked for first: workers start before the caller, at the first file, shows a progress.
        results = set_all((page(document), look) for document in made)
        for document in copied:
            master = (earlier.get(document.path) or read_content(root, document)).original
            copy = _copy(document, names[document.path], master)
            yield replace(copy, notices=(*_twins(document, system), *copy.notices))
        for document in unreadable:
            yield Deliverable(document, names[document.path], None, (_unread(document, system),))
        for document, (content, notices) in zip(made, results, strict=True):
            twins = _twins(document, system)
            yield Deliverable(document, names[document.path], content, (*twins, *notices))


def is_readable(document: Document, system: QualitySystem) -> bool:
    """Return whether a header was read; a tree that smq did not make may have files without one."""
    if document.header.entries:
        return True
    return system.settings.foreign and not document.header_end


def names_of(documents: Sequence[Document]) -> dict[str, str]:
    """Return the path of each document → the name of its file."""
    return {**file_names(documents), **_copies(documents)}


def _unread(document: Document, system: QualitySystem) -> Notice:
    """Return the notice of a document without header, at the place that `check` names first."""
    lines = [p.location.line for p in system.problems if p.location.path == document.path]
    line = min((line for line in lines if line), default=None)
    place = f"{document.path}:{line}" if line else document.path
    return Notice(_NO_HEADER, (("place", place),))


def _twins(document: Document, system: QualitySystem) -> tuple[Notice, ...]:
    """Return a notice for each other document that carries the same code."""
    same = system.by_identity.get(document.code.identity, ()) if document.code else ()
    return tuple(Notice(_SAME_CODE, (("path", d.path),)) for d in same if d is not document)


def map_drawer() -> DrawMap:
    """Return what draws the process map."""
    from smq.render.svg.png import png
    from smq.render.svg.process_map import process_map

    def draw(system: QualitySystem, translate: Translator) -> bytes:
        settings = system.settings
        return png(process_map(settings.processes, translate, settings.name), 1800)

    return draw


def _copies(documents: Sequence[Document]) -> Mapping[str, str]:
    masters = [d for d in documents if is_copied(d)]
    found: dict[str, str] = {}
    for document in masters:
        suffix = PurePosixPath(document.original or "").suffix.lower() or ".docx"
        found.update(file_names([document], suffix))
    return found


def _copy(document: Document, name: str, content: bytes | None) -> Deliverable:
    if content is not None:
        return Deliverable(document, name, content)
    missing = Notice(
        _("The file {name}, master of this document, is not beside it."),
        (("name", document.original or ""),),
    )
    return Deliverable(document, name, None, (missing,))
