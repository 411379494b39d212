"""A register schema: the columns of one table, data of the kit (`docs/kits.md`)."""

from dataclasses import dataclass

from smq.model.location import Location


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
        labels: (value, what people read) of an enumeration.
        expression: how a `calcul` is computed, or None.
        pattern: how an identifier is made (`DEM-{annee}-{numero:04}`), or None.
        handed_over: condition on a row under which the person named there still has it to do, so
            that somebody takes it over when they leave; None = never, it says who did something.
        former: column that keeps who was named here before, or None.
    """

    name: str
    label: str
    kind: str = "texte"
    required: bool = False
    personal: bool = False
    confidential: bool = False
    values: tuple[str, ...] = ()
    target: str | None = None
    labels: tuple[tuple[str, str], ...] = ()
    expression: str | None = None
    pattern: str | None = None
    handed_over: str | None = None
    former: str | None = None

    def shown(self, value: str) -> str:
        """Return what people read for a value of the enumeration."""
        return dict(self.labels).get(value, value)


@dataclass(frozen=True, slots=True)
class Retention:
    """How long rows are kept: months, counted from an event, and what becomes of them then.

    `column` holds the date of the event, computes it, or refers to the row that has it; None = the
    first date of the row when `since` names no event, else nobody knows.
    """

    months: int | None = None
    since: str | None = None
    outcome: str | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class RegisterSchema:
    """One table: `registres/<name>.csv`.

    Attributes:
        name: of the table.
        title: as shown.
        key: the column that identifies a row.
        columns: in the order of the file.
        retention: of its rows.
        model: `modele` of the document that says how it is kept, or None.
    """

    name: str
    title: str
    key: str = "id"
    columns: tuple[Column, ...] = ()
    retention: Retention = Retention()
    model: str | None = None

    def column(self, name: str) -> Column | None:
        """Return the column of that name, or None."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A pair of words that a setting ties together, with the place of the first."""

    ours: str
    theirs: str
    location: Location


@dataclass(frozen=True, slots=True)
class RegisterSource:
    """Where the rows of a table lie when not in `registres/<table>.csv` (`registres` of smq.yaml).

    Attributes:
        table: which.
        location: of the name of the table in the settings.
        pattern: POSIX path below the root, its parts perhaps with `*` (`source`), or None.
        sheet: of a workbook; None = the first.
        header: row of the headings, from 1.
        columns: our column → heading of the file.
        values: column → their word → ours.
        condition: which rows count (`ou`), in our columns; None = all.
        origin: where the original lies outside the folder (`depuis`), or None.
        placed: key of the setting → its place.
    """

    table: str
    location: Location
    pattern: str | None = None
    sheet: str | None = None
    header: int = 1
    columns: tuple[Chosen, ...] = ()
    values: tuple[tuple[str, tuple[Chosen, ...]], ...] = ()
    condition: str | None = None
    origin: str | None = None
    placed: tuple[tuple[str, Location], ...] = ()

    def at(self, key: str) -> Location:
        """Return the place of a key of the setting, else of the table's name."""
        return dict(self.placed).get(key, self.location)


@dataclass(frozen=True, slots=True)
class RegisterCopy:
    """A copy that `smq register sync` took of an original outside the folder.

    Attributes:
        path: POSIX path of the copy from the root.
        sidecar: place of what was noted beside it, None when nothing is.
        origin: where the original lies, or None.
        sha256: hexadecimal, of the copy when it was taken; None when it is not noted.
        actual: SHA-256 of the copy as it is now; None when it is not there.
        tables: those that the settings read from it (`depuis`).
    """

    path: str
    sidecar: Location | None
    origin: str | None = None
    sha256: str | None = None
    actual: str | None = None
    tables: tuple[str, ...] = ()
