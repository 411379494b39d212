"""`smq submit`: a draft is finished, and goes to those who verify and approve it."""

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import coming_version, reviewer_asked, unnamed_people
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
from smq.operations.life_cycle.visa import drop

_ELSE = _("Only a draft is submitted. What is under way: smq todo")
_CHANGED = _("To go on with its next version: smq revise {code}")


def submit(system: QualitySystem, document: Document, raw: bytes) -> Step:
    """Return a draft handed over for verification.

    Raises:
        SmqError: it is no draft, or does not say who writes, verifies or approves it.
    """
    refuse_uncontrolled(document, system)
    overtaken = is_overtaken(document)
    expect(document, () if overtaken else (Status.DRAFT,), _CHANGED if overtaken else _ELSE)
    _refuse_missing_people(document, system)
    version = coming_version(document, system.settings)

    def edit(tree: HeaderMap) -> None:
        set_status(tree, document, system, "en_verification")
        # A visa for the text as it was before binds nobody to this one.
        drop(tree, document, version)

    return Step(
        document,
        edited(document, raw, edit),
        Remark(
            _("{code} is in review (version {version} to come)."),
            {"code": document.label, "version": version},
        ),
        (_following(document, system),),
    )


def _following(document: Document, system: QualitySystem) -> Remark:
    settings = system.settings
    if reviewer_asked(document, system):
        person = settings.person(document.reviewer)
        sentence = _("Next: {person} reads it – smq verify {code} or smq refuse {code}")
        word = document.reviewer
    else:
        person = settings.person(document.approver)
        sentence = _("Next: {person} reads it – smq approve {code} or smq refuse {code}")
        word = document.approver
    name = person.spoken_name if person else word or "…"
    return Remark(sentence, {"person": name, "code": document.label})


def _refuse_missing_people(document: Document, system: QualitySystem) -> None:
    missing = unnamed_people(document, system)
    if missing:
        raise SmqError(
            _("{code} does not say who its {missing} is."),
            _("Name them: smq set {code} {fields}"),
            code=document.label,
            missing=", ".join(missing),
            fields=" ".join(f'"{name}=…"' for name in missing),
        )
