"""`smq set`: gives fields of a header other values, all checked before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smq.errors import SmqError
from smq.i18n import _
from smq.links.folding import fold
from smq.model import Document, Fields, FieldType, QualitySystem, nearest
from smq.operations import field_values as values
from smq.operations.alterations import Alteration, alterations
from smq.operations.assignment import Assignment, assignment
from smq.operations.field_names import meant_field
from smq.operations.field_values import Check, Context, Remark
from smq.operations.header_edit import edit_header
from smq.operations.header_lists import change_list
from smq.operations.header_rows import TABLES, table_of
from smq.operations.header_tables import change_table
from smq.operations.header_values import HeaderMap, in_place_of, put
from smq.operations.identity import identity, may_take_id
from smq.operations.link_kinds import KINDS, cited_as
from smq.operations.people import person
from smq.operations.typed_fields import accepted
from smq.operations.yaml_text import quoted

_TEXTS: Mapping[str, Check] = {
    "id": identity,
    "type": values.kind,
    "titre": values.one_line,
    "processus": values.process,
    "version": values.version,
    "statut": values.status,
    "date_application": values.day,
    "prochaine_revue": values.day,
    "redacteur": person,
    "verificateur": person,
    "approbateur": person,
    "diffusion": values.audience,
    "modele": values.one_line,
    "original": values.master,
    "genere": values.flag,
}
_LISTS: Mapping[str, Check] = {
    "remplace": values.cited,
    "criteres": values.one_line,
    "alias": values.one_line,
    "plateaux": values.area,
}
_REASONS = {
    "id": _("The id of a document is permanent: approvals and history hold on to it."),
    "code": _("A code is given by smq new and stays: links and history hold on to it."),
}
_OF_A_PROCESS = ("pilote", "suppleant")
_OBLIGATORY = ("id", "type", "titre", "statut")
_AS_WRITTEN = ("date_application", "prochaine_revue", "genere")
_KNOWN = (*_TEXTS, *_LISTS, *TABLES, "liens")


@dataclass(frozen=True, slots=True)
class Edited:
    """What `set` would do.

    Attributes:
        content: the file afterwards; unchanged when there are faults.
        alterations: what differs, in the order of the header.
        faults: why it cannot be done, all of them.
        remarks: what the person should know although it is done.
    """

    content: bytes
    alterations: tuple[Alteration, ...]
    faults: tuple[SmqError, ...]
    remarks: tuple[Remark, ...]


def set_fields(
    system: QualitySystem, document: Document, raw: bytes, words: Sequence[str]
) -> Edited:
    """Return a file with fields of its header changed.

    Args:
        system: the platform, for what values are checked against.
        document: as read from `raw`.
        raw: the bytes of its file.
        words: `champ=valeur`, `champ+=valeur`, `champ-=valeur`, `champ[2]=valeur`, as typed.

    Raises:
        SmqError: the header cannot be read or changed at all.
    """
    context = Context(system, document)
    faults: list[SmqError] = []
    shown: list[Alteration] = []

    def edit(tree: HeaderMap) -> None:
        before = _copied(tree)
        for word in words:
            try:
                _apply(context, tree, assignment(word))
            except SmqError as fault:
                faults.append(fault)
        shown.extend(alterations(before, tree))

    content = edit_header(raw, edit, path=document.path)
    if faults:
        return Edited(raw, (), tuple(faults), ())
    return Edited(content, tuple(shown), (), tuple(context.remarks))


def checked_text(context: Context, name: str, typed: str) -> str:
    """Return what a field of one text holds when a person types that.

    Raises:
        SmqError: the field does not accept it.
    """
    return _checked(context, name, name, typed)


def _checked(context: Context, name: str, shown: str, typed: str) -> str:
    declared = context.system.type_of(context.document)
    own = next((f for f in declared.fields if f.name == name), None) if declared else None
    if name in _TEXTS or own is None:
        return _TEXTS.get(name, values.as_typed)(context, shown, typed)
    return accepted(context, own, shown, typed)


def _apply(context: Context, tree: HeaderMap, asked: Assignment) -> None:
    keys = dict(context.document.keys)
    declared = context.system.type_of(context.document)
    own = {field.name: field for field in declared.fields} if declared else {}
    name = meant_field(asked.name, keys, _KNOWN, own.values())
    key = keys.get(name, name)
    if name in _REASONS and not (name == "id" and may_take_id(context.document)):
        raise SmqError(_REASONS[name], _("Other fields may be set: smq set --help"))
    if asked.kind and name != "liens":
        raise SmqError(_("«{typed}» is no field."), typed=asked.typed)
    table = table_of(name, declared)
    if table:
        change_table(context, tree, key, table, asked)
    elif name == "liens":
        path = _link_kind(context, tree, key, asked)
        change_list(context, tree, path, cited_as(path[-1]), asked)
    elif name in _LISTS:
        change_list(context, tree, (key,), _LISTS[name], asked)
    elif name in own and own[name].kind == "liste":
        change_list(context, tree, (key,), values.as_typed, asked, lines=True)
    elif name in _TEXTS or name in own:
        _change_text(context, tree, key, name, asked)
    elif fold(name) in _OF_A_PROCESS:
        raise _of_a_process(context, asked)
    else:
        raise _unknown(context, name, tuple(own.values()))


def _change_text(context: Context, tree: HeaderMap, key: str, name: str, asked: Assignment) -> None:
    if asked.sign != "=" or asked.row is not None:
        raise SmqError(
            _("{field} holds one text: nothing is added to it or taken from it."),
            _("Write {field}=…"),
            field=asked.typed,
        )
    if not asked.value:
        if name in _OBLIGATORY:
            raise SmqError(_("{field} cannot be left empty."), field=asked.typed)
        put(tree, key, quoted("") if name == "version" else None)
        return
    checked = _checked(context, name, asked.typed, asked.value)
    if name == "version":
        put(tree, key, quoted(checked))
    elif name in _AS_WRITTEN:
        put(tree, key, checked)
    else:
        put(tree, key, in_place_of(tree.get(key), checked))


def _link_kind(context: Context, tree: HeaderMap, key: str, asked: Assignment) -> tuple[str, ...]:
    """Return the path of a list: `liens.formulaires`, or `liens` where links have no kind."""
    if asked.kind is None:
        if isinstance(tree.get(key), list):
            return (key,)
        raise SmqError(
            _("«{typed}» does not say which links."),
            _("Write for example {typed}.formulaires+=PRE-FOR-001"),
            typed=asked.typed,
        )
    known = set(KINDS)
    for document in context.system.documents:
        node = document.field("liens")
        if isinstance(node, Fields) and document.path != context.document.path:
            known.update(name.text for name, _value in node.entries)
    if isinstance(tree.get(key), Mapping):
        known.update(str(name) for name in tree[key])
    near = nearest(asked.kind, tuple(sorted(known)))
    if asked.kind not in known and near:
        raise SmqError(
            _("«{typed}» is no kind of link in use here."),
            _("Nearest: {near}."),
            typed=asked.typed,
            near=near,
        )
    return key, asked.kind


def _unknown(context: Context, name: str, own: tuple[FieldType, ...]) -> SmqError:
    known = (*_KNOWN, *(field.name for field in own))
    near = nearest(name, known)
    return SmqError(
        _("«{name}» is no field of a document of type {type}."),
        _("Nearest: {near}.") if near else _("The fields are {known}."),
        name=name,
        type=context.document.type or "?",
        near=near or "",
        known=", ".join(known),
    )


def _of_a_process(context: Context, asked: Assignment) -> SmqError:
    return SmqError(
        _("«{typed}» is no field of a document: it is a line of its process, in smq.yaml."),
        _("Open smq.yaml; under «processus», below «code: {process}», write «{name}: {value}»."),
        typed=asked.typed,
        process=context.document.process or "…",
        name=fold(asked.name),
        value=asked.value or "…",
    )


def _copied(tree: HeaderMap) -> dict[str, Any]:
    from copy import deepcopy

    return {str(name): deepcopy(value) for name, value in tree.items()}
