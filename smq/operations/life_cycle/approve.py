"""`smq verify` and `smq approve`: a visa under a content in review, bound by its fingerprint."""

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import (
    accepts_reviewer,
    coming_version,
    is_reviewed,
    names_someone,
    reviewer_asked,
    same_person,
)
from smq.model import Document, QualitySystem, Status
from smq.operations.field_values import Remark
from smq.operations.header_values import HeaderMap, put
from smq.operations.life_cycle.step import (
    Step,
    edited,
    expect,
    key,
    refuse_uncontrolled,
    set_field,
    set_status,
)
from smq.operations.life_cycle.visa import (
    Visa,
    add,
    refuse_author,
    refuse_day,
    refuse_without_role,
)
from smq.operations.yaml_text import quoted

_DRAFT = _("First hand it over: smq submit {code}")
_OTHER = _("What is under way, and with whom: smq todo")


def verify(
    system: QualitySystem, document: Document, raw: bytes, visa: Visa, fingerprint: str
) -> Step:
    """Return a document in review with the visa of the person who verifies it.

    It is the last visa of an external document, and of a register whose approver is not named.

    Args:
        system: the platform.
        document: as read from `raw`.
        raw: the bytes of its file.
        visa: given.
        fingerprint: of the content, as the version to come.

    Raises:
        SmqError: it is not in review, its type has no reviewer, or this person may not verify it.
    """
    refuse_uncontrolled(document, system)
    _expect_in_review(document)
    refuse_day(document, visa, system)
    declared = system.type_of(document)
    if declared and declared.reviewer == "aucun":
        raise SmqError(
            _("A {type} is approved without a reviewer."),
            _("Approve it: smq approve {code}"),
            type=declared.code,
            code=document.label,
        )
    refuse_without_role("verificateur", document, visa, system)
    version = coming_version(document, system.settings)
    last = accepts_reviewer(document, system) and not names_someone(document.approver)
    # A last visa approves: whoever wrote the text does not give it alone.
    remarks = refuse_author(document, visa, system) if last else _own_work(document, visa, system)

    def edit(tree: HeaderMap) -> None:
        if not same_person(document.reviewer, visa.person.id, system.settings):
            set_field(tree, document, "verificateur", visa.person.id)
        add(tree, document, visa, "verificateur", version, fingerprint)
        if last:
            _settle(tree, document, system, version)

    values = {"code": document.label, "person": visa.person.spoken_name, "version": version}
    following = Remark(_("Next: smq approve {code}"), {"code": document.label})
    return Step(
        document,
        edited(document, raw, edit),
        Remark(_("{code}: version {version} verified by {person}."), values),
        (_to_publish(document) if last else following,),
        remarks,
    )


def approve(
    system: QualitySystem, document: Document, raw: bytes, visa: Visa, fingerprint: str
) -> Step:
    """Return a document in review with the visa of the person who approves it.

    Args:
        system: the platform.
        document: as read from `raw`.
        raw: the bytes of its file.
        visa: given.
        fingerprint: of the content, as the version to come.

    Raises:
        SmqError: it is not in review, is still to be verified, this person wrote it, or may not
            approve it.
    """
    refuse_uncontrolled(document, system)
    _expect_in_review(document)
    refuse_day(document, visa, system)
    refuse_without_role("approbateur", document, visa, system)
    remarks = refuse_author(document, visa, system)
    version = coming_version(document, system.settings)
    needed = reviewer_asked(document, system) and not accepts_reviewer(document, system)
    if needed and not is_reviewed(document, version, fingerprint):
        raise SmqError(
            _("{code} is still to be verified, as it reads now."),
            _("First: smq verify {code}"),
            code=document.label,
        )

    def edit(tree: HeaderMap) -> None:
        if not same_person(document.approver, visa.person.id, system.settings):
            set_field(tree, document, "approbateur", visa.person.id)
        add(tree, document, visa, "approbateur", version, fingerprint)
        _settle(tree, document, system, version)

    values = {"code": document.label, "person": visa.person.spoken_name, "version": version}
    return Step(
        document,
        edited(document, raw, edit),
        Remark(_("{code}: version {version} approved by {person}."), values),
        (_to_publish(document),),
        remarks,
    )


def _expect_in_review(document: Document) -> None:
    expect(document, (Status.IN_REVIEW,), _DRAFT if document.state is Status.DRAFT else _OTHER)


def _settle(tree: HeaderMap, document: Document, system: QualitySystem, version: str) -> None:
    put(tree, key(document, "version"), quoted(version))
    set_status(tree, document, system, "approuve")
    # The date of the version before is not the date of this one.
    set_field(tree, document, "date_application", None)


def _to_publish(document: Document) -> Remark:
    sentence = (
        _("Next: put it in force and say what changed – smq publish {code} --change …")
        if document.version
        else _("Next: put it in force – smq publish {code}")
    )
    return Remark(sentence, {"code": document.label})


def _own_work(document: Document, visa: Visa, system: QualitySystem) -> tuple[Remark, ...]:
    if not same_person(document.author, visa.person.id, system.settings):
        return ()
    sentence = _("{person} wrote {code} too: a second pair of eyes is worth more.")
    values = {"person": visa.person.spoken_name, "code": document.label}
    return (Remark(sentence, values),)
