"""`smq handover`: what a person held goes to a successor, wherever it is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from smq.departure import CellSpot, FieldSpot, Held, RoleSpot, SettingSpot
from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import approvals, derogation, same_person
from smq.model import Change, Document, Person, QualitySystem
from smq.operations.field_values import Remark
from smq.operations.header_edit import edit_header
from smq.operations.header_values import HeaderMap, in_place_of
from smq.operations.table_edits import TableEdits
from smq.root import FILE_NAME

Read = Callable[[str], bytes | None]
_FENCE = b"---\n"


@dataclass(frozen=True, slots=True)
class Handover:
    """What a successor takes.

    Attributes:
        changes: whole files.
        taken: what goes over.
        left: what does not, each with why: a person decides.
    """

    changes: tuple[Change, ...]
    taken: tuple[Held, ...]
    left: tuple[tuple[Held, Remark], ...]


def hand_over(
    system: QualitySystem,
    held: Sequence[Held],
    person: Person,
    successor: Person,
    read: Read,
    edits: TableEdits,
) -> Handover:
    """Return every change by which a successor takes what a person held.

    Args:
        system: the platform.
        held: what has a place for a successor is handed over, the rest is left alone.
        person: who leaves; they stay in `smq.yaml`, because the past names them.
        successor: who takes over.
        read: path → bytes of a file.
        edits: takes the rows of registers.

    Raises:
        SmqError: a file cannot be changed for sure.
    """
    taken: list[Held] = []
    left: list[tuple[Held, Remark]] = []
    roles = [one.spot.role for one in held if isinstance(one.spot, RoleSpot)]
    # What comes with a role may be done with it.
    successor = replace(successor, roles=tuple(dict.fromkeys([*successor.roles, *roles])))
    for one in held:
        if one.spot is None:
            continue
        why = _in_the_way(one, successor, system)
        if why is None:
            taken.append(one)
        else:
            left.append((one, why))
    for one in taken:
        if isinstance(one.spot, CellSpot):
            edits.change(one.spot.table, one.spot.key, _cells(one.spot, person, successor, system))
    changes = [
        *_settings(taken, person, successor, read),
        *_headers(system, taken, successor, read),
        *edits.changes(),
    ]
    return Handover(tuple(changes), tuple(taken), tuple(left))


def _cells(
    spot: CellSpot, person: Person, successor: Person, system: QualitySystem
) -> dict[str, str]:
    """Return the cells of a row with a successor in it; the name that goes is kept where it is."""
    register = system.registers[spot.table]
    column, row = register.schema.column(spot.column), register.by_key[spot.key]
    named = [successor.id if name == person.id else name for name in row.texts(spot.column)]
    cells = {spot.column: "|".join(dict.fromkeys(named))}
    if column and column.former:
        cells[column.former] = "|".join(dict.fromkeys([*row.texts(column.former), person.id]))
    return cells


def _in_the_way(held: Held, successor: Person, system: QualitySystem) -> Remark | None:
    """Return why a successor cannot take something, None when nothing speaks against it."""
    if not isinstance(held.spot, FieldSpot):
        return None
    document = next(d for d in system.documents if d.path == held.spot.path)
    values = {"code": document.label, "person": successor.spoken_name}
    if held.spot.field == "approbateur":
        allowed = system.settings.allowed_roles("approbateur", document.type)
        if allowed and not set(allowed) & set(successor.roles):
            values["roles"] = ", ".join(allowed)
            return Remark(_("{code}: {person} holds no role that approves it ({roles})."), values)
    if _would_approve_own(held.spot.field, document, successor, system):
        return Remark(_("{code}: {person} would write it and approve it."), values)
    return None


def _would_approve_own(
    field: str, document: Document, successor: Person, system: QualitySystem
) -> bool:
    settings = system.settings
    if derogation("approbateur_distinct", document.type, settings, system.today):
        return False
    if field == "approbateur":
        return same_person(document.author, successor.id, settings)
    if field == "redacteur":
        signed = any(same_person(r.by, successor.id, settings) for r in approvals(document, system))
        return signed or same_person(document.approver, successor.id, settings)
    return False


def _settings(
    taken: Sequence[Held], person: Person, successor: Person, read: Read
) -> tuple[Change, ...]:
    spots = [one.spot for one in taken if isinstance(one.spot, SettingSpot)]
    roles = [one.spot.role for one in taken if isinstance(one.spot, RoleSpot)]
    raw = read(FILE_NAME)
    if raw is None or not (spots or roles):
        return ()

    def edit(tree: HeaderMap) -> None:
        for spot in spots:
            for item in tree.get(spot.section) or ():
                if str(item.get(spot.key)) == spot.word:
                    item[spot.field] = in_place_of(item.get(spot.field), successor.id)
        people = tree.get("personnes") or {}
        for role in roles:
            _drop(people.get(person.id), role)
            _add(people.get(successor.id), role)

    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    body = raw.removeprefix(mark)
    body += b"" if body.endswith(b"\n") else b"\n"
    edited = edit_header(_FENCE + body + _FENCE, edit, path=FILE_NAME)
    after = mark + edited.removeprefix(_FENCE).removesuffix(_FENCE)
    return () if after == raw else (Change(FILE_NAME, raw, after),)


def _drop(entry: Any, role: str) -> None:
    roles = entry.get("roles") if entry is not None else None
    if isinstance(roles, list) and role in [str(one) for one in roles]:
        del roles[[str(one) for one in roles].index(role)]


def _add(entry: Any, role: str) -> None:
    if entry is None:
        return
    roles = entry.get("roles")
    if not isinstance(roles, list):
        raise SmqError(
            _("The roles of a person in smq.yaml are not written as a list."),
            _("Write them between brackets: roles: [responsable, qualite]"),
        )
    if role not in [str(one) for one in roles]:
        roles.append(role)


def _headers(
    system: QualitySystem, taken: Sequence[Held], successor: Person, read: Read
) -> tuple[Change, ...]:
    fields: dict[str, list[str]] = {}
    for one in taken:
        if isinstance(one.spot, FieldSpot):
            fields.setdefault(one.spot.path, []).append(one.spot.field)
    found: list[Change] = []
    for document in system.documents:
        names = [dict(document.keys).get(name, name) for name in fields.get(document.path, ())]
        raw = read(document.path)
        if not names or raw is None:
            continue

        def edit(tree: HeaderMap, names: Sequence[str] = names) -> None:
            for name in names:
                tree[name] = in_place_of(tree.get(name), successor.id)

        after = edit_header(raw, edit, path=document.path)
        found.append(Change(document.path, raw, after))
    return tuple(found)
