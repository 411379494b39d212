"""A field that the document's type asks for in the header is absent or empty.

Why: process sheets, forms and their pictures are drawn from these fields; what is not there
leaves a hole in the sheet and in the process map.

Wrong:
    type: FIP
    finalite:
    entrees: [{quoi: Demande d’un usager}]

Fix: write the field in the header, or go through what is missing with `smq fill`.
In a table, each row needs the columns that the type asks for.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Fields, FieldType, Finding, Items, Node, QualitySystem, scalars
from smq.rules import Rule
from smq.rules.gathering import Fault, gathered

rule = Rule(
    __name__,
    "CNT009",
    _("The field «{what}» is empty; the type {type} asks for it."),
    plural=_("{count} fields are empty; the type {type} asks for them: {what}."),
    hint=_("Write it in the header, or: smq fill {document}"),
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the required fields without a value, and the cells missing in tables."""
    declared = system.type_of(document)
    if declared is None or document.original or not document.header.entries:
        return
    faults = (fault for field in declared.fields for fault in _faults(field, document))
    yield from gathered(rule, document, faults)


def _faults(field: FieldType, document: Document) -> Iterator[Fault]:
    node = document.field(field.name)
    if _is_empty(node):
        if field.required:
            yield Fault(document.at_field(field.name), field.name)
        return
    if not isinstance(node, Items):
        return
    for number, row in enumerate(node.items, start=1):
        if not isinstance(row, Fields):
            continue
        for column in field.columns:
            if column.required and _is_empty(row.get(column.name)):
                place = row.key(column.name) or row
                yield Fault(
                    document.at(place.line, place.column), f"{field.name} {number} › {column.name}"
                )


def _is_empty(node: Node | None) -> bool:
    return not any(scalar.text.strip() for scalar in scalars(node))
