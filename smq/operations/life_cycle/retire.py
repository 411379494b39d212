"""`smq retire`: a code ends; its number is never given again."""

from datetime import date

from smq.errors import SmqError
from smq.i18n import _
from smq.links import linkage
from smq.model import Document, LinkKind, Person, QualitySystem, Status
from smq.operations.field_values import Remark
from smq.operations.header_values import HeaderList, HeaderMap, free_text, put, sequence
from smq.operations.life_cycle.rows import append
from smq.operations.life_cycle.step import (
    Step,
    edited,
    expect,
    key,
    refuse_foreign,
    set_status,
)

_ELSE = _("It is withdrawn already; its number stays taken.")
_CITING = (LinkKind.MENTION, LinkKind.DECLARED, LinkKind.PATH)


def retire(
    system: QualitySystem,
    document: Document,
    raw: bytes,
    said: str,
    person: Person,
    day: date,
    successor: Document | None,
) -> Step:
    """Return a document that has ended: what cites it is named, what replaces it too.

    Args:
        system: the platform.
        document: as read from `raw`.
        raw: the bytes of its file.
        said: line of its history, in the platform's language.
        person: who decides it.
        day: when.
        successor: what takes its place, None when nothing does.

    Raises:
        SmqError: it is withdrawn already, or would replace itself.
    """
    refuse_foreign(document, system)
    expect(document, tuple(s for s in Status if s is not Status.WITHDRAWN), _ELSE)
    if successor is not None and successor.path == document.path:
        raise SmqError(_("{code} cannot replace itself."), None, code=document.label)
    if successor is not None and successor.status is Status.WITHDRAWN:
        raise SmqError(
            _("{successor} is withdrawn itself: it takes no place."),
            _("Name a document that lives: smq list"),
            successor=successor.label,
        )
    cells = {"version": document.version, "date": day.isoformat(), "objet": said, "par": person.id}

    def edit(tree: HeaderMap) -> None:
        set_status(tree, document, system, "retire")
        # What has ended is not reviewed any more.
        tree.pop(key(document, "prochaine_revue"), None)
        append(tree, document, "historique", cells)

    values = {"code": document.label, "person": person.spoken_name}
    return Step(
        document,
        edited(document, raw, edit),
        Remark(_("{code} is withdrawn, by {person}; its number stays taken."), values),
        _citing(system, document, successor),
    )


def with_successor(successor: Document, raw: bytes, code: str) -> bytes:
    """Return the file of a document that says what it replaces; no approval covers that line."""

    def edit(tree: HeaderMap) -> None:
        name = key(successor, "remplace")
        current = tree.get(name)
        if isinstance(current, HeaderList):
            current.append(free_text(code))
        else:
            held = [current] if current not in (None, "") else []
            put(tree, name, sequence([*held, free_text(code)], flow=True))

    known = {link.target for link in successor.links if link.kind == "remplace"}
    return raw if code in known else edited(successor, raw, edit)


def _citing(
    system: QualitySystem, document: Document, successor: Document | None
) -> tuple[Remark, ...]:
    found = {
        link.source.label
        for link in linkage(system).incoming.get(document.path, ())
        if link.kind in _CITING
        and link.source.status is not Status.WITHDRAWN
        and link.source is not successor
    }
    if not found:
        return ()
    sentence = (
        _("These still send their readers to it; let them name {successor}: {codes}.")
        if successor
        else _("These still send their readers to it: {codes}.")
    )
    values = {
        "successor": successor.label if successor else "",
        "codes": ", ".join(sorted(found)),
    }
    return (Remark(sentence, values),)
