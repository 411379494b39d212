"""The two tables of a document's first page: who signed it, what changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smq.i18n import Translator, _
from smq.lifecycle import (
    APPROVER,
    AUTHOR,
    REVIEWER,
    approval_of,
    coming_version,
    role_of,
    same_person,
    version_order,
)
from smq.model import (
    UNCHANGED,
    Approval,
    ApprovalRecord,
    Document,
    QualitySystem,
    Status,
    Version,
)
from smq.proofs import Proof, proof_of
from smq.render.page import Revision, Visa
from smq.render.wording import person_function, person_name, shown_date

_GIVEN = {
    "papier": _("paper"),
    "courriel": _("e-mail"),
    "parapheur": _("signature book"),
    "pv": _("minutes"),
}
_SHOWN = {
    Proof.KEPT: _("visa collected outside git, proof attached"),
    Proof.ALTERED: _("visa collected outside git, proof altered"),
}
_MISSING = _("visa collected outside git, proof missing")


@dataclass(frozen=True, slots=True)
class _Column:
    """One role: its label, the person in the header, words of `role`, whether a blank is shown."""

    label: str
    person: str | None
    roles: tuple[str, ...]
    asked: bool


def visas(document: Document, system: QualitySystem, translate: Translator) -> tuple[Visa, ...]:
    """Return the approval table; empty when the type asks for no approval.

    Someone who has not signed has an empty box, which a pen may fill. A draft shows no visa: its
    text may have changed since. A tree that smq did not make and that names nobody has no table.
    """
    if approval_of(document, system) is Approval.NONE:
        return ()
    columns = _columns(document, system)
    if system.settings.foreign and not any(column.person for column in columns):
        return ()
    given = _given(document, system)
    found: list[Visa] = []
    for column in columns:
        records = [r for r in given if _belongs(r, column, system)]
        if records:
            found.extend(_signed(record, column, system, translate) for record in records)
        elif column.person or column.asked:
            found.append(_blank(column, document, system, translate))
    return tuple(found)


def revisions(
    document: Document, system: QualitySystem, translate: Translator
) -> tuple[Revision, ...]:
    """Return the history table, newest first; reviews that changed nothing are told in it."""
    numbered = enumerate([*document.history, *_reviews(document, translate)])
    newest_first = sorted(
        numbered,
        key=lambda row: (row[1].date or date.min, version_order(row[1].version), row[0]),
        reverse=True,
    )
    return tuple(_revision(row, system, translate) for _number, row in newest_first)


def _reviews(document: Document, translate: Translator) -> Iterator[Version]:
    for review in document.reviews:
        if review.result == UNCHANGED:
            said = translate(_("Reviewed, nothing to change"))
            note = f"{said} – {review.note}" if review.note else said
            yield Version(review.version, review.date, note, review.by)


def _revision(row: Version, system: QualitySystem, translate: Translator) -> Revision:
    return Revision(
        version=row.version,
        date=shown_date(row.date, translate.language),
        author=person_name(row.author, system.settings),
        change=row.change,
    )


def _columns(document: Document, system: QualitySystem) -> tuple[_Column, ...]:
    declared = system.type_of(document)
    reviewer = declared.reviewer if declared else "facultatif"
    # An external text is only verified: nobody here wrote it, nobody here approves it.
    verified_only = approval_of(document, system) is Approval.VERIFICATION
    written = not verified_only
    return (
        _Column(_("Written by"), document.author, AUTHOR, written),
        _Column(
            _("Reviewed by"),
            None if reviewer == "aucun" else document.reviewer,
            REVIEWER,
            reviewer == "requis" or verified_only,
        ),
        _Column(_("Approved by"), document.approver, APPROVER, written),
    )


def _given(document: Document, system: QualitySystem) -> list[ApprovalRecord]:
    if document.state is Status.DRAFT:
        return []
    version = coming_version(document, system.settings)
    return [r for r in document.approvals if r.by and r.version == version]


def _belongs(record: ApprovalRecord, column: _Column, system: QualitySystem) -> bool:
    role = role_of(record)
    if role in (*AUTHOR, *REVIEWER, *APPROVER):
        return role in column.roles
    return same_person(record.by, column.person, system.settings)


def _signed(
    record: ApprovalRecord, column: _Column, system: QualitySystem, translate: Translator
) -> Visa:
    return Visa(
        role=translate(column.label),
        name=person_name(record.by, system.settings),
        function=person_function(record.by, system.settings),
        date=shown_date(record.date, translate.language),
        visa=_visa_text(record, system, translate),
    )


def _visa_text(record: ApprovalRecord, system: QualitySystem, translate: Translator) -> str:
    """Return how the visa was given, and whether its proof is really there."""
    proof = proof_of(record, system)
    if proof is Proof.NEEDLESS:
        return translate(_("visa recorded in git"))
    if proof is Proof.UNNAMED:
        return ""
    said = translate(_SHOWN.get(proof, _MISSING))
    given = _GIVEN.get(record.mode.strip().casefold())
    return f"{said} ({translate(given)})" if given else said


def _blank(
    column: _Column, document: Document, system: QualitySystem, translate: Translator
) -> Visa:
    written = column.roles == AUTHOR
    version = coming_version(document, system.settings)
    day = next((v.date for v in document.history if written and v.version == version), None)
    return Visa(
        role=translate(column.label),
        name=person_name(column.person, system.settings),
        function=person_function(column.person, system.settings),
        date=shown_date(day, translate.language),
    )
