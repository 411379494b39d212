"""`smq revise`: the next version of a document is begun, while readers keep the one in force."""

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import coming_version
from smq.model import Document, QualitySystem, Status
from smq.operations.field_values import Remark
from smq.operations.header_values import HeaderMap
from smq.operations.life_cycle.step import (
    Step,
    edited,
    expect,
    refuse_uncontrolled,
    set_status,
)

_ELSE = _("Only a document in force is revised. What is under way: smq todo")


def revise(system: QualitySystem, document: Document, raw: bytes, *, kept: bool | None) -> Step:
    """Return a document in force as a draft of its next version.

    Args:
        system: the platform.
        document: as read from `raw`.
        raw: the bytes of its file.
        kept: whether git holds the version in force; None where there is no git.

    Raises:
        SmqError: it is not in force, or its version in force would be lost.
    """
    refuse_uncontrolled(document, system)
    in_force = document.is_in_force(system.today)
    if not (document.altered and document.state is Status.DRAFT):
        expect(document, (Status.IN_FORCE, Status.APPROVED) if in_force else (), _ELSE)
    if in_force and kept is False:
        raise SmqError(
            _("{code}: its version in force is not recorded yet, and would be lost."),
            _("Record it first: smq save"),
            code=document.label,
        )

    def edit(tree: HeaderMap) -> None:
        set_status(tree, document, system, "projet")

    after = edited(document, raw, edit)
    values = {
        "code": document.label,
        "current": document.version,
        "version": _next(document, system),
        "path": document.path,
    }
    remarks: tuple[Remark, ...] = ()
    if kept is None:
        sentence = _(
            "This folder keeps no history: readers of {code} have no version until the next one is"
            " in force."
        )
        remarks = (Remark(sentence, values),)
    return Step(
        document,
        after,
        Remark(_("{code}: version {version} is begun; version {current} stays in force."), values)
        if kept is not None
        else Remark(_("{code}: version {version} is begun."), values),
        (Remark(_("Next: write in {path}, then smq submit {code}"), values),),
        remarks,
    )


def _next(document: Document, system: QualitySystem) -> str:
    from dataclasses import replace

    return coming_version(replace(document, status=Status.DRAFT), system.settings)
