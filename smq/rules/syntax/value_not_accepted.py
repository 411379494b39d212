"""A field or a cell of the header holds a word that its column does not know.

Why: a process sheet that names a process nobody has leads its reader nowhere, and a field of a form
of an unknown type is printed as a plain box.

Wrong:
    type: FIP
    interactions:
      - {processus: ZZZ, objet: échantillons}

Fix: write one of the words; `smq set` and `smq fill` name them.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import names_someone
from smq.model import (
    Document,
    Fields,
    FieldType,
    Finding,
    Items,
    Node,
    QualitySystem,
    Scalar,
    nearest,
)
from smq.rules import Rule
from smq.rules.weight import by_state

rule = Rule(
    __name__,
    "SYN033",
    _("«{written}» is no value of «{field}»."),
    hint=_("Nearest: {near}. The words are {words}."),
)
_NO_PROCESS = _("«{written}», in «{field}», is no process of this platform.")
_NO_NUMBER = _("«{written}», in «{field}», is no whole number.")
_WORDS_ALONE = _("The words are {words}.")
_DIGITS = _("Write digits, for example 4.")
_YES_OR_NO = ("oui", "non")
_UNDERSTOOD = frozenset({"oui", "non", "true", "false", "yes", "no", "vrai", "faux"})


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each value that is none of those its field or column accepts."""
    declared = system.type_of(document)
    if system.settings.foreign or declared is None:
        return
    for field in declared.fields:
        for where, column, written in _values(field, document.field(field.name)):
            yield from _judged(document, system, where, column, written)


def _values(field: FieldType, node: Node | None) -> Iterator[tuple[str, FieldType, Scalar]]:
    """Yield the texts that a field holds, each with its name and what is declared of it."""
    if isinstance(node, Scalar):
        yield field.name, field, node
    for number, row in enumerate(node.items if isinstance(node, Items) else (), 1):
        for column in field.columns:
            written = row.get(column.name) if isinstance(row, Fields) else None
            if isinstance(written, Scalar):
                yield f"{field.name}[{number}].{column.name}", column, written


def _judged(
    document: Document, system: QualitySystem, where: str, column: FieldType, written: Scalar
) -> Iterator[Finding]:
    text = written.text.strip()
    if not names_someone(text):
        return
    message, hint, words = None, None, column.choices
    match column.kind:
        case "choix":
            fits = text in words
        case "oui_non":
            fits, words = text.casefold() in _UNDERSTOOD, _YES_OR_NO
        case "entier":
            fits = text.isascii() and text.isdigit()
            message, hint, words = _NO_NUMBER, _DIGITS, ()
        case "processus":
            words = tuple(process.code for process in system.settings.processes)
            fits, message = not words or text in words, _NO_PROCESS
        case _:
            return
    if not fits:
        near = nearest(text, words)
        yield rule.finding(
            document.at(written.line, written.column),
            code=document.code_text,
            severity=by_state(document),
            message=message,
            hint=hint or (None if near else _WORDS_ALONE),
            written=text,
            field=where,
            near=near or "",
            words=", ".join(words),
        )
