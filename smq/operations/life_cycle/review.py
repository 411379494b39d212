"""`smq review`: a document in force was read again, and what that found."""

from datetime import date

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import add_months, review_months, unchanged_reviews, whole_version
from smq.model import TO_CHANGE, UNCHANGED, Document, Person, QualitySystem, Status
from smq.operations.field_values import Remark
from smq.operations.header_values import HeaderMap
from smq.operations.life_cycle.rows import append
from smq.operations.life_cycle.step import (
    Step,
    edited,
    expect,
    is_overtaken,
    key,
    refuse_uncontrolled,
    set_date,
)
from smq.staleness import Cause, stale_links

_ELSE = _("Only a document in force is reviewed; the approval of its next version is its review.")


def review(
    system: QualitySystem,
    document: Document,
    raw: bytes,
    result: str,
    note: str,
    person: Person,
    day: date,
) -> Step:
    """Return a document whose review is written down.

    One that changes nothing sets the date of the next, which each such review may put off further
    (`revues` of smq.yaml); one that finds something to change leaves the date as it is.

    Args:
        system: the platform.
        document: as read from `raw`.
        raw: the bytes of its file.
        result: `inchange` or `a_reviser`.
        note: what was found, perhaps empty for the former.
        person: who read it.
        day: when.

    Raises:
        SmqError: it is not in force, or what is to be changed is not said.
    """
    said = " ".join(note.split())
    _refuse(system, document, result, said, day)
    values = {"code": document.label, "person": person.spoken_name, "day": day, "note": said}
    if _is_written(document, result, person, day):
        sentence = _("{code}: the review of {day} by {person} was written down already.")
        return Step(document, raw, Remark(sentence, values))
    coming = _next(system, document, day) if result == UNCHANGED else None

    def edit(tree: HeaderMap) -> None:
        cells = {
            "version": whole_version(document.version),
            "date": day.isoformat(),
            "par": person.id,
            "resultat": result,
            "note": said,
        }
        append(tree, document, "revues", cells)
        if coming:
            set_date(tree, document, "prochaine_revue", coming)
        elif result == UNCHANGED:
            tree.pop(key(document, "prochaine_revue"), None)

    after = edited(document, raw, edit)
    if result == TO_CHANGE:
        done = Remark(_("{code}: reviewed by {person}, to be changed: {note}"), values)
        return Step(document, after, done, (Remark(_("Next: smq revise {code}"), values),))
    done = Remark(_("{code}: reviewed by {person}, nothing to change."), values)
    following = _confirmed(system, document)
    if coming:
        following = (Remark(_("Next review: {review}."), {"review": coming}), *following)
    return Step(document, after, done, following)


def _is_written(document: Document, result: str, person: Person, day: date) -> bool:
    """Return whether this very review stands in the header: typed twice, it counts once."""
    return any(
        (row.date, row.result, row.by) == (day, result, person.id)
        and whole_version(row.version) == whole_version(document.version)
        for row in document.reviews
    )


def _next(system: QualitySystem, document: Document, day: date) -> date | None:
    count = len(unchanged_reviews(document, system.today)) + 1
    months = review_months(document.type, system, count)
    return add_months(day, months) if months else None


def _refuse(system: QualitySystem, document: Document, result: str, said: str, day: date) -> None:
    refuse_uncontrolled(document, system)
    in_force = document.is_in_force(system.today) and not is_overtaken(document)
    expect(document, (Status.IN_FORCE, Status.APPROVED) if in_force else (), _ELSE)
    if result == TO_CHANGE and not said:
        raise SmqError(
            _("{code}: what is to be changed is not said."),
            _("Say it: smq review {code} --to-change --note …"),
            code=document.label,
        )
    if day > system.today:
        raise SmqError(
            _("{code}: {date} has not come yet; a review is dated the day it was done."),
            None,
            code=document.label,
            date=day,
        )
    if document.effective and day < document.effective:
        raise SmqError(
            _("{code}: on {date}, version {version} was not in force yet ({effective})."),
            _("A review of an earlier version says nothing of this one."),
            code=document.label,
            date=day,
            version=document.version,
            effective=document.effective,
        )


def _confirmed(system: QualitySystem, document: Document) -> tuple[Remark, ...]:
    """Return that a review is also a look at what the document cites: nothing is settled unsaid."""
    found = [s for s in stale_links(document, system) if s.cause is Cause.NEWER]
    if not found:
        return ()
    targets = ", ".join(f"{s.target.label} (version {s.version})" for s in found)
    sentence = _("{code} was read with what it cites: it holds with {targets}.")
    return (Remark(sentence, {"code": document.label, "targets": targets}),)
