"""`smq revise`: the next version of a document is begun, while readers keep the one in force."""

from dataclasses import replace

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
    is_overtaken,
    refuse_uncontrolled,
    set_status,
)
from smq.operations.life_cycle.taken_back import take_back

_ELSE = _("Only a document in force is revised. What is under way: smq todo")


def revise(system: QualitySystem, document: Document, raw: bytes, *, kept: bool | None) -> Step:
    """Return a document in force, or changed since its approval, as a draft of its next version.

    What was approved, changed, and never in force is a draft of the version that it was to be.

    Args:
        system: the platform, which knows what is in force while a document is being changed.
        document: as read from `raw`.
        raw: the bytes of its file.
        kept: whether git holds the file as it is; None where there is no git.

    Raises:
        SmqError: it is not in force, or its version in force would be lost.
    """
    refuse_uncontrolled(document, system)
    in_force = document.is_in_force(system.today)
    if not is_overtaken(document):
        expect(document, (Status.IN_FORCE, Status.APPROVED) if in_force else (), _ELSE)
    if in_force and kept is False:
        raise SmqError(
            _("{code}: its version in force is not recorded yet, and would be lost."),
            _("Record it first: smq save"),
            code=document.label,
        )
    waited = not (in_force or _has_been_in_force(document, system))

    def edit(tree: HeaderMap) -> None:
        set_status(tree, document, system, "projet")
        if waited:
            take_back(tree, document, system)

    stays = document if in_force and kept else system.earlier.get(document.path)
    values = {
        "code": document.label,
        "current": stays.version if stays else "",
        "version": document.version if waited else _next(document, system),
        "path": document.path,
    }
    return Step(
        document,
        edited(document, raw, edit),
        Remark(_("{code}: version {version} is begun; version {current} stays in force."), values)
        if stays
        else Remark(_("{code}: version {version} is begun."), values),
        (Remark(_("Next: write in {path}, then smq submit {code}"), values),),
        _remarks(values, stays, kept, waited=waited),
    )


def _remarks(
    values: dict[str, str], stays: Document | None, kept: bool | None, *, waited: bool
) -> tuple[Remark, ...]:
    if stays or waited:
        return ()
    sentence = (
        _(
            "This folder keeps no history: readers of {code} have no version until the next one is"
            " in force."
        )
        if kept is None
        else _(
            "The history does not hold {code} as it was approved: its readers have no version until"
            " the next one is in force."
        )
    )
    return (Remark(sentence, values),)


def _has_been_in_force(document: Document, system: QualitySystem) -> bool:
    """Return whether an approved content, changed since, had come into force before."""
    return replace(document, altered=False).is_in_force(system.today)


def _next(document: Document, system: QualitySystem) -> str:
    return coming_version(replace(document, status=Status.DRAFT), system.settings)
