"""`show`: one document with its dates, its people and its links both ways."""

import json
from collections.abc import Iterable
from datetime import date

from smq.i18n import Translator, _
from smq.lifecycle import next_review, status_at
from smq.links import linkage
from smq.model import LABELS, Document, LinkKind, QualitySystem, Resolution


def as_text(document: Document, system: QualitySystem, translate: Translator) -> str:
    """Return the document's sheet as lines of text."""
    lines = [f"{document.label} – {document.title}", f"  {document.path}", ""]
    if not document.header.entries:
        # What follows would look like a document about which nobody wrote anything.
        unread = _("Its header cannot be read: what it says is not known. Why: smq check {path}")
        lines += [f"  {translate(unread, path=document.path)}", ""]
    for label, value in _facts(document, system, translate):
        if value:
            lines.append(f"  {translate(label)} : {value}")
    left = len(document.placeholders)
    if left:
        lines.append(f"  {translate(_('Left to fill in'))} : {left}")
    lines += _linked(
        translate(_("It cites")), _cited(document, system), translate(_("It cites no document."))
    )
    lines += _linked(
        translate(_("It is cited by")),
        _citing(document, system),
        translate(_("No document cites it.")),
    )
    return "\n".join(lines) + "\n"


def as_json(document: Document, system: QualitySystem) -> str:
    """Return the document's sheet as JSON text; keys are English in every language."""
    status = status_at(document, system.today)
    content = {
        "code": document.code_text,
        "id": document.id,
        "title": document.title,
        "type": document.type,
        "process": document.process,
        "version": document.version,
        "status": status.value if status else None,
        "effective": _iso(document.effective),
        "next_review": _iso(next_review(document, system)),
        "author": document.author,
        "reviewer": document.reviewer,
        "approver": document.approver,
        "path": document.path,
        "placeholders": len(document.placeholders),
        "cites": [code for code, _title in _cited(document, system)],
        "cited_by": [code for code, _title in _citing(document, system)],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _facts(
    document: Document, system: QualitySystem, translate: Translator
) -> Iterable[tuple[str, str | None]]:
    declared = system.type_of(document)
    process = system.settings.process(document.process)
    status = status_at(document, system.today)
    return (
        (_("Type"), declared.name(translate.language) if declared else document.type),
        (_("Process"), f"{process.code} – {process.title}" if process else document.process),
        (_("State"), translate(LABELS[status]) if status else None),
        (_("Version"), document.version),
        (_("Effective date"), _shown(document.effective, translate)),
        (_("Next review"), _shown(next_review(document, system), translate)),
        (_("Written by"), _person(document.author, system)),
        (_("Reviewed by"), _person(document.reviewer, system)),
        (_("Approved by"), _person(document.approver, system)),
    )


def _person(word: str | None, system: QualitySystem) -> str | None:
    person = system.settings.person(word)
    return person.name if person else word


def _cited(document: Document, system: QualitySystem) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for link in linkage(system).outgoing.get(document.path, ()):
        if link.kind is LinkKind.PROCESS:
            continue
        if link.target:
            found[link.target.label] = link.target.title
        elif link.resolution is not Resolution.FOUND:
            found[link.written] = "?"
    return sorted(found.items())


def _citing(document: Document, system: QualitySystem) -> list[tuple[str, str]]:
    links = linkage(system).incoming.get(document.path, ())
    return sorted(
        {k.source.label: k.source.title for k in links if k.kind is not LinkKind.PROCESS}.items()
    )


def _linked(title: str, found: list[tuple[str, str]], none: str) -> list[str]:
    if not found:
        return ["", f"  {none}"]
    return ["", f"  {title} :", *(f"    {code}  {name}" for code, name in found)]


def _shown(day: date | None, translate: Translator) -> str | None:
    return translate.date(day) if day else None


def _iso(day: object) -> str | None:
    return str(day) if day else None
