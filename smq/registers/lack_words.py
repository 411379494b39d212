"""What is missing, named as people who have no file before them know it: titles, not columns."""

from collections.abc import Mapping
from dataclasses import replace

from smq.model.coverage import Lack
from smq.model.table import Register

_COLUMN = "column"


def worded(lack: Lack, registers: Mapping[str, Register]) -> Lack:
    """Return a lack whose rows and columns have the names that people read.

    `personnels:P03` is `P03 (Personnels de la plateforme)`, `fiche_poste` the label of the column.

    Args:
        lack: what is missing.
        registers: the tables, by name.
    """
    values = dict(lack.values)
    told: Register | None = None
    for name, value in lack.values.items():
        table, colon, key = value.partition(":") if isinstance(value, str) else ("", "", "")
        if colon and key and table in registers:
            told = registers[table]
            values[name] = f"{key} ({told.schema.title})"
    column = told.schema.column(str(values.get(_COLUMN))) if told else None
    if column is not None:
        values[_COLUMN] = column.label
    return replace(lack, values=values)
