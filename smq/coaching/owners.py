"""Who answers for what is to be delivered, where nobody is named."""

from smq.model import Document, QualitySystem

_LAST = ("qualite", "responsable")
"""Roles that answer for what no process does."""


def owner_of(
    system: QualitySystem, document: Document | None = None, model: str | None = None
) -> str | None:
    """Return who sees to a deliverable: identifier, else name, None when the settings name nobody.

    The author of the document, else who answers for its process; where the document is still to be
    written, its model names the process (`mad-cha-usagers`); else the quality referent.
    """
    code = document.process if document else (model or "").partition("-")[0].upper()
    process = system.settings.process(code)
    word = (document.author if document else None) or (process.owner if process else None)
    if word:
        known = system.settings.person(word)
        return known.id if known else word
    held = (person.id for role in _LAST for person in system.settings.holders(role))
    return next(held, None)


def owner_of_table(system: QualitySystem, table: str) -> str | None:
    """Return who sees to the rows of a table: who keeps its register."""
    register = system.registers.get(table)
    model = register.schema.model if register else None
    if not model:
        return owner_of(system)
    kept = (d for d in system.documents if (d.model or "").rpartition("/")[2] == model)
    document = next(kept, None)
    process = system.settings.process(document.process) if document else None
    if process and process.owner:
        known = system.settings.person(process.owner)
        return known.id if known else process.owner
    return owner_of(system, None, model)
