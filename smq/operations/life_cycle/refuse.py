"""`smq refuse`: a version under way goes back to its author, with the reason."""

from datetime import date

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import coming_version
from smq.model import Document, Person, QualitySystem, Status
from smq.operations.field_values import Remark
from smq.operations.header_values import HeaderMap
from smq.operations.life_cycle.rows import append
from smq.operations.life_cycle.step import (
    Step,
    edited,
    expect,
    refuse_uncontrolled,
    set_status,
)
from smq.operations.life_cycle.taken_back import take_back
from smq.operations.life_cycle.visa import drop

_ELSE = _("Only what is in review, or approved and not yet in force, is refused.")


def refuse(
    system: QualitySystem, document: Document, raw: bytes, reason: str, person: Person, day: date
) -> Step:
    """Return a document that is a draft again; its visas for this version are taken out.

    Args:
        system: the platform.
        document: as read from `raw`.
        raw: the bytes of its file.
        reason: why.
        person: who refuses it.
        day: when.

    Raises:
        SmqError: nothing is under way, or no reason is given.
    """
    refuse_uncontrolled(document, system)
    refusable = document.state is Status.IN_REVIEW or (
        document.state is Status.APPROVED and not document.is_in_force(system.today)
    )
    states = (Status.IN_REVIEW, Status.APPROVED) if refusable else ()
    expect(document, states, _ELSE)
    said = " ".join(reason.split())
    if not said:
        raise SmqError(
            _("{code}: a refusal says why."),
            _("Say it: smq refuse {code} --reason …"),
            code=document.label,
        )
    version = coming_version(document, system.settings)
    cells = {"version": version, "date": day.isoformat(), "par": person.id, "motif": said}

    def edit(tree: HeaderMap) -> None:
        set_status(tree, document, system, "projet")
        if document.state is Status.APPROVED:
            take_back(tree, document, system)
        else:
            drop(tree, document, version)
        append(tree, document, "refus", cells)

    author = system.settings.person(document.author)
    values = {
        "code": document.label,
        "version": version,
        "person": person.spoken_name,
        "reason": said,
        "author": author.spoken_name if author else document.author or "…",
    }
    return Step(
        document,
        edited(document, raw, edit),
        Remark(_("{code}: version {version} refused by {person}: {reason}"), values),
        (
            Remark(
                _("It is a draft again. Next: {author} completes it, then smq submit {code}"),
                values,
            ),
        ),
    )
