"""What a document says of its own state: version, status, audience, watermark."""

from smq.i18n import Translator, _
from smq.lifecycle import UNDER_WAY, coming_version, is_asked, status_at
from smq.model import LABELS, Document, QualitySystem, Status
from smq.render.wording import uncapitalised

_AUDIENCES = {"interne": _("Internal"), "usagers": _("Users"), "publique": _("Public")}
_WATERMARKS = {
    Status.DRAFT: _("DRAFT"),
    Status.IN_REVIEW: _("IN REVIEW"),
    Status.SUPERSEDED: _("SUPERSEDED"),
    Status.WITHDRAWN: _("WITHDRAWN"),
}
_NOT_IN_FORCE = _("NOT IN FORCE")


def status_label(document: Document, system: QualitySystem, translate: Translator) -> str:
    """Return the state at the date of the system, else the word as written.

    An approved document whose date is reached is in force.
    """
    status = status_at(document, system.today)
    return translate(LABELS[status]) if status else document.text("statut") or ""


def watermark(document: Document, system: QualitySystem, translate: Translator) -> str | None:
    """Return the word across the pages, None for a document in force.

    A state that is not known counts as not in force (`contracts.md` §3); in a tree that writes no
    state at all, nothing is known against a document.
    """
    status = status_at(document, system.today)
    if status is Status.IN_FORCE or not is_asked(system.settings, "statut"):
        return None
    return translate(_WATERMARKS.get(status, _NOT_IN_FORCE) if status else _NOT_IN_FORCE)


def audience_label(document: Document, translate: Translator) -> str:
    """Return «Diffusion» as shown, a word of the platform's own as written."""
    word = document.audience or ""
    return translate(_AUDIENCES[word]) if word in _AUDIENCES else word


def type_label(document: Document, system: QualitySystem, language: str) -> str:
    """Return «Procédure»; a foreign tree has its own word, in the header or in the code."""
    declared = system.type_of(document)
    if declared:
        return declared.name(language)
    own = document.text("type") or (document.code.type if document.code else None)
    return (own if system.settings.foreign else None) or document.type or ""


def version_label(document: Document, system: QualitySystem, translate: Translator) -> str:
    """Return «2», «projet», or «3 – projet (en vigueur : 2)» while a revision is under way.

    A tree that smq did not make numbers its drafts: the version there is that of the text.
    """
    state = document.state
    if state not in UNDER_WAY:
        return document.version
    status = uncapitalised(translate(LABELS[state]))
    if not document.version:
        return status
    if system.settings.foreign:
        return f"{document.version} – {status}"
    values = {"status": status, "current": document.version}
    coming = coming_version(document, system.settings)
    if not coming:
        return translate(_("{status} (in force: {current})"), **values)
    return translate(_("{version} – {status} (in force: {current})"), version=coming, **values)
