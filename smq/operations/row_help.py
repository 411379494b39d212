"""What a person needs to know to type a row of a table of the header."""

from dataclasses import dataclass

from smq.operations.field_values import Context
from smq.operations.header_rows import Table
from smq.operations.typed_fields import choices


@dataclass(frozen=True, slots=True)
class RowHelp:
    """Help for a row.

    Attributes:
        choices: (title of a column, words that it may hold), where it holds only some.
        last_needed: title of the column after which cells may be left out, or None.
    """

    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    last_needed: str | None = None


def row_help(table: Table, titles: tuple[str, ...], context: Context) -> RowHelp:
    """Return the help for a row of a table whose columns bear these titles."""
    named = tuple(zip(titles, table.columns, strict=True))
    required = [title for title, column in named if column.required]
    return RowHelp(
        choices=tuple(
            (title, words) for title, column in named if (words := choices(context, column))
        ),
        last_needed=required[-1] if required and required[-1] != titles[-1] else None,
    )
