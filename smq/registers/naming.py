"""Which column of a table says what a row is called."""

from smq.model.register import Column, RegisterSchema


def naming_column(schema: RegisterSchema) -> Column | None:
    """Return the first required text that is not the identifier, None when no column names rows."""
    return next(
        (c for c in schema.columns if c.kind == "texte" and c.required and c.name != schema.key),
        None,
    )
