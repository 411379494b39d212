"""`smq confirm`: a document in force still holds with the new version of what it cites."""

from collections.abc import Sequence
from datetime import date

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import version_in_force
from smq.links import linkage
from smq.model import Document, Person, QualitySystem, Status
from smq.operations.field_values import Remark
from smq.operations.header_values import HeaderMap
from smq.operations.life_cycle.rows import append
from smq.operations.life_cycle.step import (
    Step,
    edited,
    expect,
    is_overtaken,
    refuse_uncontrolled,
)
from smq.staleness import CITING, Cause, Stale, stale_links

_ELSE = _("Only a document in force is confirmed; the approval of its next version settles it.")


def to_confirm(
    system: QualitySystem, document: Document, targets: Sequence[Document]
) -> tuple[Stale, ...]:
    """Return the links that a confirmation would settle; of no targets in particular, all of them.

    Raises:
        SmqError: the document is not in force, or one of the targets cannot be confirmed.
    """
    refuse_uncontrolled(document, system)
    in_force = document.is_in_force(system.today) and not is_overtaken(document)
    expect(document, (Status.IN_FORCE, Status.APPROVED) if in_force else (), _ELSE)
    for target in targets:
        _refuse_target(system, document, target)
    paths = {target.path for target in targets}
    return tuple(
        stale
        for stale in stale_links(document, system)
        if stale.cause is Cause.NEWER and (not paths or stale.target.path in paths)
    )


def confirm(
    system: QualitySystem,
    document: Document,
    raw: bytes,
    targets: Sequence[Document],
    person: Person,
    day: date,
) -> Step:
    """Return a document of which somebody says that it holds with what it cites.

    Args:
        system: the platform.
        document: as read from `raw`.
        raw: the bytes of its file.
        targets: those of which it is said; none: all that are stale.
        person: who looked.
        day: when.

    Raises:
        SmqError: the document is not in force, or one of the targets cannot be confirmed.
    """
    found = to_confirm(system, document, targets)
    values: dict[str, object] = {"code": document.label, "person": person.spoken_name}
    if not found:
        sentence = _("{code}: nothing to confirm, it was read after the last version of each.")
        return Step(document, raw, Remark(sentence, values), _left(system, document))

    def edit(tree: HeaderMap) -> None:
        for stale in found:
            cells = {
                "cible": stale.target.id or stale.target.label,
                "version": stale.version,
                "date": day.isoformat(),
                "par": person.id,
            }
            append(tree, document, "confirmations", cells)

    values["targets"] = ", ".join(f"{s.target.label} (version {s.version})" for s in found)
    return Step(
        document,
        edited(document, raw, edit),
        Remark(_("{code}: holds with {targets}, confirmed by {person}."), values),
        _left(system, document),
    )


def _left(system: QualitySystem, document: Document) -> tuple[Remark, ...]:
    """Return what a confirmation does not settle."""
    gone = [s.target.label for s in stale_links(document, system) if s.cause is Cause.WITHDRAWN]
    if not gone:
        return ()
    sentence = _("{code} still cites what is withdrawn, and must be changed: {codes}.")
    return (Remark(sentence, {"code": document.label, "codes": ", ".join(gone)}),)


def _refuse_target(system: QualitySystem, document: Document, target: Document) -> None:
    values = {"code": document.label, "target": target.label}
    links = linkage(system).outgoing.get(document.path, ())
    if not any(link.target is target and link.kind in CITING for link in links):
        raise SmqError(
            _("{code} does not cite {target}: there is nothing to confirm."),
            _("What it cites: smq show {code}"),
            **values,
        )
    if target.status is Status.WITHDRAWN:
        raise SmqError(
            _("{target} is withdrawn: no confirmation makes it good."),
            _("Cite what replaces it: smq revise {code}"),
            **values,
        )
    if version_in_force(target, system) is None:
        raise SmqError(
            _("{target} has no version in force: there is none to hold with."),
            _("What it waits for: smq todo"),
            **values,
        )
