"""The life of a document in time: its months, reviews, state at a date, and what approves it."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from unicodedata import normalize

from smq.model import (
    UNCHANGED,
    Approval,
    ApprovalRecord,
    Derogation,
    Document,
    QualitySystem,
    Review,
    Settings,
    Status,
)

AUTHOR = ("redacteur", "rédacteur")
REVIEWER = ("verificateur", "vérificateur")
APPROVER = ("approbateur",)
"""Words of `role` in an approval, folded."""
UNDER_WAY = (Status.DRAFT, Status.IN_REVIEW)
"""States in which the text is not that of `version`, which is the last one approved."""

_NUMBERS = re.compile(r"\d+(?:\.\d+)*")


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, at most the last of that month (31 → 28 February)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def review_months(type_: str | None, system: QualitySystem, unchanged: int = 0) -> int | None:
    """Return the months to the next review (`revues` of smq.yaml, else the type); None = never.

    Args:
        type_: of the document.
        system: the platform.
        unchanged: how many reviews of this version changed nothing; each may lengthen the period.
    """
    steps = dict(system.settings.reviews).get(type_ or "")
    if steps:
        return steps[min(unchanged, len(steps) - 1)]
    declared = system.types.get(type_ or "")
    return declared.review_months if declared else None


def unchanged_reviews(document: Document, today: date) -> tuple[Review, ...]:
    """Return the reviews of a version that changed nothing, since one found something to change.

    An editorial correction (2 → 2.1) is no new version: its reviews go on.
    """
    found: tuple[Review, ...] = ()
    for review in document.reviews:
        dated = review.date is not None and review.date <= today
        if dated and whole_version(review.version) == whole_version(document.version):
            found = (*found, review) if review.result == UNCHANGED else ()
    return found


def next_review(document: Document, system: QualitySystem) -> date | None:
    """Return when to read a document again: its header's date, else application + period.

    The period counts from the last review that changed nothing, when there was one.
    """
    if document.text("prochaine_revue"):
        return document.next_review
    held = unchanged_reviews(document, system.today)
    months = review_months(document.type, system, len(held))
    if not months or document.effective is None:
        return None
    return add_months(max([document.effective, *(r.date for r in held if r.date)]), months)


def status_at(document: Document, today: date) -> Status | None:
    """Return the state at a date: an approved document comes into force by its date alone.

    What changed since its approval is a draft of the next version (`contracts.md` §9).
    """
    return Status.IN_FORCE if document.is_in_force(today) else document.state


def coming_version(document: Document, settings: Settings) -> str:
    """Return the version that the text is or will be; empty when it cannot be told.

    During a revision: the later version that the history announces, else the next number. A tree
    that smq did not make numbers its drafts: the version there is that of the text.
    """
    if document.state not in UNDER_WAY or settings.foreign:
        return document.version
    if not document.version:
        return "1"
    current = version_order(document.version)
    announced = [v.version for v in document.history if version_order(v.version) > current]
    if announced:
        return max(announced, key=version_order)
    return str(current[0] + 1) if current else ""


def version_order(version: str) -> tuple[int, ...]:
    """Return the sort key of a version: `2.1` comes before `2.10`; empty for what is no number."""
    if not _NUMBERS.fullmatch(version):
        return ()
    return tuple(int(part) for part in version.split("."))


def whole_version(version: str) -> str:
    """Return the version that an editorial correction corrects: 2.1 → 2."""
    return version.partition(".")[0]


def came_into_force(document: Document) -> date | None:
    """Return when the whole version of a document came into force, not a correction of it."""
    whole = whole_version(document.version)
    if document.version == whole and document.effective:
        return document.effective
    return next((v.date for v in document.history if v.version == whole), document.effective)


def approval_of(document: Document, system: QualitySystem) -> Approval:
    """Return what the document's type asks to approve: all of it when it is not declared."""
    declared = system.type_of(document)
    return declared.approval if declared else Approval.FULL


def accepts_reviewer(document: Document, system: QualitySystem) -> bool:
    """Return whether the reviewer's visa is enough: a register's structure, an external text."""
    return approval_of(document, system) in (Approval.STRUCTURE, Approval.VERIFICATION)


def reviewer_asked(document: Document, system: QualitySystem) -> bool:
    """Return whether somebody verifies a document before it is approved."""
    declared = system.type_of(document)
    asked = declared.reviewer if declared else "facultatif"
    if asked == "aucun":
        return False
    return asked == "requis" or names_someone(document.reviewer)


def unnamed_people(document: Document, system: QualitySystem) -> tuple[str, ...]:
    """Return the fields of those whom a draft must name before it is handed over, and does not."""
    verified_only = approval_of(document, system) is Approval.VERIFICATION
    reviewed = names_someone(document.reviewer)
    missing: list[str] = []
    if not verified_only and not names_someone(document.author):
        missing.append("redacteur")
    if reviewer_asked(document, system) and not reviewed:
        missing.append("verificateur")
    enough = accepts_reviewer(document, system) and reviewed
    if not names_someone(document.approver) and not enough and "verificateur" not in missing:
        missing.append("verificateur" if verified_only else "approbateur")
    return tuple(missing)


def is_reviewed(document: Document, version: str, fingerprint: str | None) -> bool:
    """Return whether a reviewer has signed this very content, as that version."""
    return any(
        role_of(record) in REVIEWER
        for record in document.approvals
        if record.version == version and record.fingerprint in (None, fingerprint)
    )


def approving_roles(document: Document, system: QualitySystem) -> tuple[str, ...]:
    """Return the roles of which an approver holds one; empty = anyone may approve."""
    settings = system.settings
    allowed = settings.allowed_roles("approbateur", document.type)
    if not allowed or not accepts_reviewer(document, system):
        return allowed
    reviewers = settings.allowed_roles("verificateur", document.type)
    return (*allowed, *reviewers) if reviewers else ()


def approvals(document: Document, system: QualitySystem) -> tuple[ApprovalRecord, ...]:
    """Return the records that approve the version in the header, as the type asks."""
    return tuple(
        record
        for record in document.approvals
        if record.by and record.version == document.version and _approves(record, document, system)
    )


def version_in_force(document: Document, system: QualitySystem) -> Document | None:
    """Return the version of a document that readers rely on, None when there is none.

    The file itself when it is approved and in force; while the next version is being written, the
    last one in force, taken from history (`contracts.md` §9). Records and generated lists have no
    approval (`design.md` §3): being there is enough.
    """
    if document.status is Status.WITHDRAWN:
        return None
    if approval_of(document, system) is Approval.NONE or _holds(document, system):
        return document
    return system.earlier.get(document.path)


def under_revision(system: QualitySystem) -> dict[str, Document]:
    """Return, by path, the documents whose version in force is to be looked for in history."""
    return {
        document.path: document
        for document in system.documents
        if document.version
        and document.status in (Status.DRAFT, Status.IN_REVIEW, Status.APPROVED, Status.IN_FORCE)
        and not document.is_in_force(system.today)
    }


def newest_in_force(past: Iterable[Document], system: QualitySystem) -> dict[str, Document]:
    """Return, by path, the newest content that was in force of each document being revised.

    Where no content is the one that was approved, the newest that says so: what history cannot
    confirm is told, and takes nothing out of force (`contracts.md` §9).

    Args:
        past: earlier contents, newest first; each knows whether it is the one approved.
        system: the platform now.
    """
    wanted = under_revision(system)
    found: dict[str, Document] = {}
    unconfirmed: dict[str, Document] = {}
    for document in past:
        now = wanted.get(document.path)
        if now is None or document.path in found or not _preceded(document, now):
            continue
        if _holds(document, system):
            found[document.path] = document
            if len(found) == len(wanted):
                break
        elif _holds(replace(document, altered=False), system):
            unconfirmed.setdefault(document.path, document)
    return {**unconfirmed, **found}


def _preceded(past: Document, now: Document) -> bool:
    """Return whether a content may be the version in force while another is being written."""
    # A file of that name that was another document says nothing of this one.
    if past.id and now.id and past.id != now.id:
        return False
    # Once the next version is approved, the one in force until its day is the version before.
    return past.version == now.version or now.status is Status.APPROVED


def is_in_git(record: ApprovalRecord) -> bool:
    """Return whether an approval says that it was given in git."""
    return record.mode.strip().casefold() == "git"


def given_in_git(document: Document) -> bool:
    """Return whether an approval of a document says that it was given in git."""
    return any(is_in_git(record) for record in document.approvals)


def role_of(record: ApprovalRecord) -> str:
    """Return the role in which someone approved, folded as in `AUTHOR` and its like."""
    return _folded(record.role)


def same_person(one: str | None, other: str | None, settings: Settings) -> bool:
    """Return whether two words, ids or names, stand for one person."""
    if not one or not other:
        return False
    first, second = settings.person(one), settings.person(other)
    if first or second:
        return first == second
    return _folded(one) == _folded(other)


def names_someone(word: str | None) -> bool:
    """Return whether a word may be a person: nothing and a placeholder name nobody yet."""
    return bool(word) and not (word or "").lstrip().startswith("[")


def derogation(rule: str, type_: str | None, settings: Settings, today: date) -> Derogation | None:
    """Return the derogation that holds for a type at a date; without `types` it holds for all."""
    return next(
        (
            found
            for found in settings.derogations
            if found.rule == rule
            and (not found.types or "*" in found.types or type_ in found.types)
            and (found.end is None or found.end >= today)
        ),
        None,
    )


def is_asked(settings: Settings, *keys: str) -> bool:
    """Return whether headers are expected to hold one of our keys.

    A tree that smq did not make answers only for the keys that its `lecture.cles` maps.
    """
    return not settings.foreign or any(ours in keys for ours, _theirs in settings.reading.keys)


def _holds(document: Document, system: QualitySystem) -> bool:
    """Return whether a content is approved and in force at the date."""
    return document.is_in_force(system.today) and bool(approvals(document, system))


def _approves(record: ApprovalRecord, document: Document, system: QualitySystem) -> bool:
    role = role_of(record)
    if role in AUTHOR:
        return False
    if role in APPROVER:
        return True
    reviewer_is_enough = accepts_reviewer(document, system)
    if role in REVIEWER:
        return reviewer_is_enough
    names = (document.approver, document.reviewer if reviewer_is_enough else None)
    return any(same_person(record.by, name, system.settings) for name in names)


def _folded(word: str) -> str:
    return normalize("NFC", word).strip().casefold()
