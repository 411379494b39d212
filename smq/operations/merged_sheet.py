"""The sheet of a process that takes over another: it says from now on what both sheets said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from smq.load.cells import is_placeholder
from smq.model import Document, DocumentType, plain
from smq.operations.header_edit import as_read, edit_header
from smq.operations.header_values import HeaderList, HeaderMap, free_text, is_flow, row

_ALSO = ("criteres", "liens")
"""Fields of any document that list things; those that tell its life are each document's own."""
_LISTS = ("table", "liste")

Reword = Callable[[str], str]


@dataclass(frozen=True)
class Joining:
    """How what one sheet says is written in the other.

    Attributes:
        declared: the type of both.
        own: code of the sheet that takes over; it does not link to itself.
        process: that takes over; no row of its sheet names its own.
        processes: code of a process → the one that takes its place.
        reword: text → the same with its codes and paths as they are from now on.
    """

    declared: DocumentType | None
    own: str
    process: str
    processes: Mapping[str, str]
    reword: Reword


def joined_sheet(raw: bytes, sheet: Document, ended: Document, joining: Joining) -> bytes:
    """Return the bytes of a sheet whose lists also hold what those of the other say.

    Args:
        raw: the sheet that takes over, its codes already as they are from now on.
        sheet: it, as it was.
        ended: the sheet of the process that goes.
        joining: how.

    Raises:
        SmqError: its header cannot be changed for sure.
    """
    fields = joining.declared.fields if joining.declared else ()
    names = [*_ALSO, *(field.name for field in fields if field.kind in _LISTS)]
    keys = dict(sheet.keys)
    columns = {
        field.name: frozenset(c.name for c in field.columns if c.kind == "processus")
        for field in fields
    }

    def edit(tree: HeaderMap) -> None:
        for name in names:
            other = plain(ended.field(name))
            _join(tree, keys.get(name, name), other, columns.get(name, frozenset()), joining)

    return edit_header(raw, edit, path=sheet.path)


def _join(
    tree: HeaderMap, key: str, other: object, processes: frozenset[str], joining: Joining
) -> None:
    held = tree.get(key)
    if isinstance(other, dict) and (held is None or isinstance(held, dict)):
        inner: Any = held if held else HeaderMap()
        for kind, listed in other.items():
            _join(inner, kind, listed, processes, joining)
        if inner:
            tree[key] = inner
        return
    if not isinstance(other, list) or not (held is None or isinstance(held, list)):
        return
    # An empty list stands between brackets; what is added goes one item a line.
    items: Any = held if held else HeaderList()
    flow = is_flow(items[-1], default=False) if held else False
    said = [as_read(item) for item in items]
    for item in other:
        new = _followed(item, processes, joining)
        if new is not None and new not in said:
            said.append(new)
            items.append(_written(new, flow))
    if items:
        tree[key] = items


def _followed(item: object, processes: frozenset[str], joining: Joining) -> object:
    """Return an item as it reads from now on; None for what says nothing or names the sheet."""
    if isinstance(item, dict):
        cells = {k: joining.reword(v) if isinstance(v, str) else v for k, v in item.items()}
        cells |= {k: joining.processes.get(str(item[k]), str(item[k])) for k in processes & {*item}}
        if any(cells[name] == joining.process for name in processes & cells.keys()):
            return None
        texts = [v for v in cells.values() if isinstance(v, str) and v]
        return cells if any(not is_placeholder(v) for v in texts) else None
    if not isinstance(item, str) or not item or is_placeholder(item):
        return None
    said = joining.reword(item)
    return None if said.removeprefix("[[").removesuffix("]]") == joining.own else said


def _written(item: object, flow: bool) -> object:
    if isinstance(item, dict):
        cells = {k: free_text(v) if isinstance(v, str) else v for k, v in item.items()}
        return row(cells, flow=flow)
    return free_text(item) if isinstance(item, str) else item
