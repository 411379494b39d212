"""Documents → files to hand out: assembled and set, or copied when Word is the master."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from smq import resources
from smq.i18n import Translator, _
from smq.load.content import read_content, read_logo
from smq.load.registers import read_schemas
from smq.model import Document, QualitySystem
from smq.render.assemble import Texts, assemble, is_copied
from smq.render.docx import Notice, render
from smq.render.file_name import file_names, targets_of
from smq.render.generated import DrawMap
from smq.render.page import Page

OWN_TEMPLATE = "modeles/modele.docx"
_WORTH_WORKERS = 12
_UNREADABLE = Notice(_("its header cannot be read: nothing is made. To see where: smq check"))


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
    documents: Sequence[Document], system: QualitySystem, root: Path, translate: Translator
) -> Iterator[Deliverable]:
    """Yield the file of each document, in their order; links lead to files of the same run."""
    names = names_of(documents)
    targets = targets_of(documents, names)
    logo, (schemas, _problems) = read_logo(root), read_schemas(root)
    look, draw_map = template(root), _draw_map()

    def page(document: Document) -> Page:
        texts = Texts(read_content(root, document), logo, schemas, draw_map)
        return assemble(document, system, texts, translate, targets)

    copied = [d for d in documents if is_copied(d)]
    for document in copied:
        yield _copy(document, names[document.path], root)
    unreadable = [d for d in documents if not is_copied(d) and not d.header.entries]
    for document in unreadable:
        yield Deliverable(document, names[document.path], None, (_UNREADABLE,))
    made = [d for d in documents if not is_copied(d) and d not in unreadable]
    pages = ((page(document), look) for document in made)
    for document, (content, notices) in zip(made, _set(pages, len(made)), strict=True):
        yield Deliverable(document, names[document.path], content, notices)


def names_of(documents: Sequence[Document]) -> dict[str, str]:
    """Return the path of each document → the name of its file."""
    return {**file_names(documents), **_copies(documents)}


_Work = tuple[Page, bytes]
_Made = tuple[bytes, tuple[Notice, ...]]


def set_page(work: _Work) -> _Made:
    """Return the Word file of a page and its notices; worker processes call it by its name."""
    page, look = work
    rendered = render(page, look, Translator(page.language))
    return rendered.docx, rendered.warnings


def _set(pages: Iterator[_Work], count: int) -> Iterator[_Made]:
    workers = min(os.cpu_count() or 1, 8)
    if count < _WORTH_WORKERS or workers < 2:
        yield from map(set_page, pages)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: a progress display has a thread, and threads do not survive a fork.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(set_page, pages, chunksize=2)


def _draw_map() -> DrawMap:
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


def _copy(document: Document, name: str, root: Path) -> Deliverable:
    content = read_content(root, document).original
    if content is not None:
        return Deliverable(document, name, content)
    missing = Notice(
        _("The file {name}, master of this document, is not beside it."),
        (("name", document.original or ""),),
    )
    return Deliverable(document, name, None, (missing,))
