"""`smq publish`: an approved version gets its day, its line of history and its next review."""

from datetime import date

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import add_months, approvals, review_months
from smq.model import Document, QualitySystem, Status
from smq.operations.field_values import Remark
from smq.operations.header_values import HeaderMap
from smq.operations.life_cycle.history import note_version
from smq.operations.life_cycle.step import (
    Step,
    edited,
    expect,
    is_overtaken,
    key,
    refuse_uncontrolled,
    set_date,
    set_status,
)

FIRST = _("Creation")
_ELSE = _("Only an approved version is published. What is under way: smq todo")
_CHANGED = _("To go on with its next version: smq revise {code}")


def publish(
    system: QualitySystem, document: Document, raw: bytes, day: date, change: str, first: str
) -> Step:
    """Return an approved document with its day of application.

    It is applicable from that day on; when the day is to come, its date alone will make it so.

    Args:
        system: the platform.
        document: as read from `raw`.
        raw: the bytes of its file.
        day: from which it applies.
        change: what changed, empty for a first version.
        first: what a first version is called in the platform's language.

    Raises:
        SmqError: it is not approved, what changed is not said, or the day comes before its
            approval.
    """
    refuse_uncontrolled(document, system)
    expect(document, (Status.APPROVED,), _CHANGED if is_overtaken(document) else _ELSE)
    if document.is_in_force(system.today):
        raise SmqError(
            _("{code}: version {version} is in force since {day} already."),
            _("To go on with its next version: smq revise {code}"),
            code=document.label,
            version=document.version,
            day=document.effective,
        )
    said = " ".join(change.split()) or _announced(document)
    if not said and document.version != "1":
        raise SmqError(
            _("{code}: what changed in version {version} is not said."),
            _("Say it: smq publish {code} --change …"),
            code=document.label,
            version=document.version,
        )
    _refuse_early(document, system, day)
    months = review_months(document.type, system)
    review = add_months(day, months) if months else None

    def edit(tree: HeaderMap) -> None:
        set_date(tree, document, "date_application", day)
        if day <= system.today:
            set_status(tree, document, system, "applicable")
        if review:
            set_date(tree, document, "prochaine_revue", review)
        elif key(document, "prochaine_revue") in tree:
            del tree[key(document, "prochaine_revue")]
        note_version(tree, document, document.version, day, said or first, document.author)

    values = {"code": document.label, "version": document.version, "day": day, "review": review}
    sentence = (
        _("{code}: version {version} is in force.")
        if day <= system.today
        else _("{code}: version {version} will be in force on {day}, by its date alone.")
    )
    following = (Remark(_("Next review: {review}."), values),) if review else ()
    return Step(document, edited(document, raw, edit), Remark(sentence, values), following)


def _announced(document: Document) -> str:
    """Return what the history says already of the version approved."""
    return next((v.change for v in document.history if v.version == document.version), "")


def _refuse_early(document: Document, system: QualitySystem, day: date) -> None:
    signed = [record.date for record in approvals(document, system) if record.date]
    if signed and day < max(signed):
        raise SmqError(
            _("{code}: {day} comes before its approval, on {signed}."),
            _("Name that day or a later one: --on"),
            code=document.label,
            day=day,
            signed=max(signed),
        )
