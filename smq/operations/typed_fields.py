"""What a field, or a column of a table, that its type describes accepts (`docs/kits.md`)."""

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import names_someone
from smq.model import FieldType
from smq.operations.field_values import Context, flag, one_of

YES_OR_NO = ("oui", "non")


def accepted(context: Context, declared: FieldType, name: str, typed: str) -> str:
    """Return what is written when a person types that; a placeholder stays one.

    Args:
        context: what the value is judged against.
        declared: the field or the column.
        name: as a sentence names it.
        typed: not empty.

    Raises:
        SmqError: it is none of the choices, no number, no yes or no, or no process.
    """
    if not names_someone(typed):
        return typed
    if declared.kind == "oui_non":
        return flag(context, name, typed)
    if declared.kind == "entier" and not (typed.isascii() and typed.isdigit()):
        raise SmqError(
            _("{field}: «{typed}» is no whole number."),
            _("Write digits, for example 4."),
            field=name,
            typed=typed,
        )
    words = choices(context, declared)
    return one_of(words, name, typed) if words and declared.kind != "oui_non" else typed


def choices(context: Context, declared: FieldType) -> tuple[str, ...]:
    """Return the words among which a field or a column chooses; empty when it does not."""
    match declared.kind:
        case "choix":
            return declared.choices
        case "oui_non":
            return YES_OR_NO
        case "processus":
            return tuple(process.code for process in context.system.settings.processes)
    return ()
