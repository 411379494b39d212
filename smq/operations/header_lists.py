"""Changes a list of texts in a header: replaced, added to, taken from, one item at a time."""

from typing import Any

from smq.errors import SmqError
from smq.i18n import _
from smq.model import nearest
from smq.operations.assignment import Assignment, items
from smq.operations.field_values import Check, Context
from smq.operations.header_values import (
    HeaderList,
    HeaderMap,
    free_text,
    in_place_of,
    put,
    sequence,
)


def change_list(
    context: Context,
    tree: HeaderMap,
    path: tuple[str, ...],
    check: Check,
    asked: Assignment,
    *,
    lines: bool = False,
) -> None:
    """Change the list under a path of names.

    Args:
        context: what values are judged against.
        tree: the header.
        path: one name, or two for `liens.formulaires`.
        check: of one item.
        asked: the change.
        lines: items may hold commas and semicolons, `|` and line ends part them; new items go one
            a line.

    Raises:
        SmqError: an item is not accepted, not found, or there is no such number.
    """
    typed = items(asked.value, "|\n" if lines else ",;|\n")
    given = [check(context, asked.typed, item) for item in typed if asked.sign != "-"]
    holder, name = _holder(tree, path), path[-1]
    current = _as_sequence(holder.get(name), flow=not lines)
    if asked.column:
        raise SmqError(_("{field} has no columns."), field=asked.typed)
    if asked.row is not None:
        _change_item(current, asked, given)
    elif asked.sign == "-":
        _remove(current, asked, typed)
    elif asked.sign == "+":
        present = {str(item) for item in current}
        current.extend(free_text(item) for item in dict.fromkeys(given) if item not in present)
    else:
        _replace(current, given)
    _keep(tree, path, holder, _shown(current, flow=not lines))


def _keep(tree: HeaderMap, path: tuple[str, ...], holder: HeaderMap, listed: HeaderList) -> None:
    """Put a list in its place; a kind of link without links goes."""
    if len(path) == 1:
        put(tree, path[0], listed)
        return
    holder[path[-1]] = listed
    if not listed:
        del holder[path[-1]]
    put(tree, path[0], holder)


def _holder(tree: HeaderMap, path: tuple[str, ...]) -> HeaderMap:
    if len(path) == 1:
        return tree
    found = tree.get(path[0])
    if isinstance(found, HeaderMap) and found:
        return found
    if found:
        raise SmqError(
            _("{field} is a list without kinds here."), _("Write {field}+=…"), field=path[0]
        )
    made = HeaderMap()
    if found is not None:
        made.fa.set_flow_style()
    return made


def _as_sequence(value: Any, *, flow: bool) -> HeaderList:
    if isinstance(value, HeaderList):
        return value
    return sequence([] if value in (None, "") else [value], flow=flow)


def _shown(current: HeaderList, *, flow: bool) -> HeaderList:
    # An empty list between brackets becomes one item a line when its items are sentences.
    if not flow and current and current.fa.flow_style() and not current.ca.items:
        return sequence(list(current), flow=False)
    return current


def _replace(current: HeaderList, given: list[str]) -> None:
    kept = {str(item): item for item in current}
    del current[:]
    current.extend(kept.get(item) or free_text(item) for item in dict.fromkeys(given))


def _remove(current: HeaderList, asked: Assignment, typed: tuple[str, ...]) -> None:
    for item in typed:
        there = [str(value).casefold() for value in current]
        if item.casefold() not in there:
            near = nearest(item, tuple(str(value) for value in current))
            raise SmqError(
                _("{field} does not hold «{item}»."),
                _("Nearest: {near}.") if near else None,
                field=asked.typed,
                item=item,
                near=near or "",
            )
        del current[there.index(item.casefold())]


def _change_item(current: HeaderList, asked: Assignment, given: list[str]) -> None:
    assert asked.row is not None
    if not 0 < asked.row <= len(current):
        raise no_such_row(asked, len(current))
    if asked.sign != "=" or len(given) > 1:
        raise SmqError(_("{field} is one item: write {field}=…"), field=asked.typed)
    if given:
        current[asked.row - 1] = in_place_of(current[asked.row - 1], given[0])
    else:
        del current[asked.row - 1]


def no_such_row(asked: Assignment, count: int) -> SmqError:
    """Return what to say when a number between brackets is not one of the list or table."""
    return SmqError(
        _("{field} is not there: {name} has {count}."),
        _("To add one: {name}+=…"),
        field=asked.typed,
        name=asked.name,
        count=count,
    )
