"""`smq acknowledge`: a person has read the version in force of a document; written once."""

from datetime import date

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import same_person, version_in_force, version_order, whole_version
from smq.load.acknowledgements import FOLDER, mark_of
from smq.model import Change, Document, Person, QualitySystem, Status
from smq.operations.life_cycle.step import is_overtaken, refuse_uncontrolled
from smq.operations.life_cycle.visa import Visa
from smq.operations.yaml_text import dump, quoted
from smq.readings import covers
from smq.slug import slug
from smq.staleness import approved_on


def in_force(system: QualitySystem, document: Document, typed: str | None) -> Document:
    """Return the version of a document that may be acknowledged: the one in force, no other.

    Args:
        system: the platform, which knows what is in force while a document is being revised.
        document: as its file is.
        typed: the version that was read, None when it is not said.

    Raises:
        SmqError: none is in force, the text was changed since its approval, or another version was
            read.
    """
    refuse_uncontrolled(document, system)
    values = {"code": document.label}
    if document.status is Status.WITHDRAWN:
        raise SmqError(_("{code} is withdrawn: nobody has to read it any more."), None, **values)
    if is_overtaken(document):
        raise SmqError(
            _("{code} was changed after its approval: what was read may not be what was approved."),
            _("Settle that first: smq revise {code} – or take the approved text back."),
            **values,
        )
    held = version_in_force(document, system)
    if held is None:
        raise SmqError(
            _("{code} has no version in force: there is nothing to acknowledge."),
            _("A draft is read when it is verified and approved: smq todo"),
            **values,
        )
    version = whole_version(held.version)
    if typed and whole_version(typed.strip()) != version:
        superseded = version_order(typed.strip()) < version_order(version)
        raise SmqError(
            _("{code}: version {typed} is superseded; version {version} is in force.")
            if superseded
            else _("{code}: version {typed} is not in force; version {version} is."),
            _("Read that one, then: smq acknowledge {code}"),
            typed=typed,
            version=version,
            **values,
        )
    return held


def acknowledged(system: QualitySystem, held: Document, person: Person) -> date | None:
    """Return when a person acknowledged the version in force, None when it is still to be done."""
    days = (
        found.date
        for found in system.acknowledgements
        if same_person(found.by, person.id, system.settings)
        and covers(found, held, system.today)
        and found.date
    )
    return min(days, default=None)


def acknowledge(
    system: QualitySystem, held: Document, visa: Visa, fingerprint: str | None
) -> Change:
    """Return the file that says that a person read a version in force.

    Args:
        system: the platform.
        held: the version in force.
        visa: who says so, when, how.
        fingerprint: of what was read, None when it cannot be told.

    Raises:
        SmqError: it is dated before that version was approved, or after today.
    """
    _refuse_day(system, held, visa)
    version = whole_version(held.version)
    said = {
        "document": held.id or held.label,
        "code": held.label,
        "version": quoted(version),
        "empreinte": quoted(fingerprint) if fingerprint else "",
        "par": visa.person.id,
        "date": visa.day,
        "mode": visa.mode,
        "preuve": visa.proof,
        "empreinte_preuve": quoted(visa.proof_digest) if visa.proof_digest else "",
        "saisie_par": visa.entered_by,
    }
    content = dump({name: value for name, value in said.items() if value}).encode()
    stem = f"{held.label}_v{version:0>2}_{slug(visa.person.id).upper()}_{mark_of(content)}"
    return Change(f"{FOLDER}/{stem}.yaml", None, content)


def _refuse_day(system: QualitySystem, held: Document, visa: Visa) -> None:
    values = {"code": held.label, "date": visa.day, "version": whole_version(held.version)}
    if visa.day > system.today:
        raise SmqError(
            _("{code}: {date} has not come yet; a reading is dated the day it was done."),
            None,
            **values,
        )
    approved = approved_on(held, system)
    if approved and visa.day < approved:
        raise SmqError(
            _("{code}: on {date}, version {version} was not approved yet ({approved})."),
            _("What was read then was an earlier version: read the one in force."),
            approved=approved,
            **values,
        )
