"""What a platform keeps: a table, its file, and the columns that a question needs."""

from smq.tracing.index import Index


def keeps(index: Index, table: str, *columns: str) -> bool:
    """Return whether a table has its file, and the file these columns.

    A platform that does not record something is not blamed row by row for it.
    """
    register = index.register(table)
    if register is None or not register.present:
        return False
    return all(
        register.schema.column(name) is not None and name not in register.missing
        for name in columns
    )
