"""A register schema: the columns of one table, data of the kit (`docs/kits.md`)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: as in the CSV file.
        label: as shown.
        kind: `texte entier decimal date bool enum ref liste fichier calcul`.
        required: a row without it is not complete.
        personal: it holds personal data.
        confidential: it is not shown outside the platform.
        values: answers allowed.
        target: `table.column` that a reference leads to, or None.
    """

    name: str
    label: str
    kind: str = "texte"
    required: bool = False
    personal: bool = False
    confidential: bool = False
    values: tuple[str, ...] = ()
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Retention:
    """How long rows are kept: months, counted from an event, and what becomes of them then."""

    months: int | None = None
    since: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class RegisterSchema:
    """One table: `registres/<name>.csv`; `key` is the column that identifies a row."""

    name: str
    title: str
    key: str = "id"
    columns: tuple[Column, ...] = ()
    retention: Retention = Retention()
