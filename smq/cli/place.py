"""How `smq fill` shows a place that is left to fill in."""

from smq.cli import console
from smq.i18n import Translator, _
from smq.model import Person
from smq.operations.blanks import Blank
from smq.operations.row_help import RowHelp

_SHOWN_PEOPLE = 12
_PEOPLE = {
    "redacteur": _("who writes the document: a name, part of a name or an identifier"),
    "verificateur": _("who reviews the document: a name, part of a name or an identifier"),
    "approbateur": _("who approves the document: a name, part of a name or an identifier"),
}


def place_of(blank: Blank, say: Translator) -> str:
    """Return where a place lies: titles above it, row and column."""
    parts = list(blank.place) or [say(_("text"))]
    if blank.row is not None:
        parts.append(say(_("row {number}"), number=blank.row))
    if blank.label:
        parts.append(blank.label)
    return " › ".join(parts)


def expected(blank: Blank, say: Translator) -> str:
    """Return what is asked for in a place."""
    if blank.expected:
        return blank.expected
    if blank.person:
        return say(_PEOPLE[blank.person])
    if blank.absent:
        return say(_("the type of the document asks for this field"))
    return say(_("(the text does not say what)"))


def show_place(
    blank: Blank, count: int, people: tuple[Person, ...], row: RowHelp, say: Translator
) -> None:
    """Show a place: where it lies, what is asked for, an example, who or which words may do."""
    console.aside("")
    console.aside(
        say.plural(
            _("{place} ({count} left)"),
            _("{place} ({count} left)"),
            count,
            place=place_of(blank, say),
        )
    )
    console.aside(f"  {expected(blank, say)}")
    if blank.example:
        console.aside(say(_("  Example: {example}"), example=blank.example))
    if blank.absent and blank.columns:
        columns = " ; ".join(blank.columns)
        console.aside(say(_("  Cells between semicolons: {columns}"), columns=columns))
        show_columns(row, say)
    elif words := dict(row.choices).get(blank.label or ""):
        console.aside(say(_("  One of: {words}"), words=", ".join(words)))
    if blank.person and people:
        named = ", ".join(f"{p.id} {p.spoken_name}" for p in people[:_SHOWN_PEOPLE])
        console.aside(f"  {named}")


def show_columns(row: RowHelp, say: Translator) -> None:
    """Show which words the cells of a row may hold, and which cells may be left out."""
    for column, words in row.choices:
        console.aside(say(_("  {column}: {words}"), column=column, words=", ".join(words)))
    if row.last_needed:
        console.aside(
            say(_("  The cells after «{column}» may be left out."), column=row.last_needed)
        )


def explain_place(blank: Blank, say: Translator) -> None:
    """Explain a place, and what the keys do, to whoever typed «?»."""
    console.aside(f"  {expected(blank, say)}")
    if blank.example:
        console.aside(say(_("  Example: {example}"), example=blank.example))
    if blank.absent:
        console.aside(say(_("  What you type is written in the header, on one line.")))
    else:
        console.aside(say(_("  What you type takes the place of the brackets, on one line.")))
    console.aside(
        say(
            _(
                "  Enter or «-»: leave it for now. «<»: take the last answer back."
                " «.» or Ctrl-D: stop; every answer is kept."
            )
        )
    )
