"""Reads the rows of registers into typed tables; never raises for what a user wrote."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path

from smq.errors import SmqError
from smq.expressions import TODAY, Expression, understood
from smq.load.cells import written
from smq.load.registers import checked_schemas
from smq.load.sheets import Sheet, open_sheet
from smq.load.table_plan import Plan, plan_of, uncomputed_columns
from smq.model import Problem, Settings, nearest
from smq.model.register import Column, RegisterSchema, RegisterSource
from smq.model.table import Cell, Register, Row, Value
from smq.registers.names import names_in

_VALUES = (str, int, Decimal, date, bool)
FOLDER = "registres"
COPIES = "registres/copies"
_UNREAD = frozenset({"unreadable-register", "merge-marker"})
"""Kinds of the faults that leave rows of a file unread."""


def read_registers(
    root: Path,
    settings: Settings,
    files: frozenset[str],
    today: date,
    problems: list[Problem],
) -> dict[str, Register]:
    """Return the tables that have a schema, with their rows, by name.

    Args:
        root: folder of `smq.yaml`.
        settings: which tables lie elsewhere than in `registres/`.
        files: POSIX paths below the root that may be read.
        today: `aujourdhui` in conditions and computed columns.
        problems: where faults are added.
    """
    schemas = checked_schemas(root, problems)
    sources = {source.table: source for source in settings.register_sources}
    reading = _Reading(root, files, today, problems)
    return {
        name: reading.register(schema, sources.get(name), _shared(sources.get(name), sources))
        for name, schema in schemas.items()
    }


def source_files(source: RegisterSource, files: frozenset[str]) -> tuple[str, ...]:
    """Return the files below the root that the pattern of a source names, sorted.

    A pattern without folder is looked for at the root, then in `registres/`, then among the copies;
    without a pattern, the copies of the original outside the folder are meant.
    """
    pattern = source.pattern or _last_part(source.origin or "")
    folders: tuple[str, ...] = ("", f"{FOLDER}/", f"{COPIES}/")
    if source.pattern is None:
        folders = (f"{COPIES}/",)
    elif "/" in pattern:
        folders = ("",)
    for folder in folders:
        found = [path for path in files if _matches(path, f"{folder}{pattern}")]
        if found:
            return tuple(sorted(found))
    return ()


def _last_part(place: str) -> str:
    return place.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _matches(path: str, pattern: str) -> bool:
    """Return whether a path fits, part by part: a star stands for no slash."""
    parts, wanted = path.split("/"), pattern.split("/")
    return len(parts) == len(wanted) and all(map(fnmatchcase, parts, wanted))


def _shared(source: RegisterSource | None, sources: Mapping[str, RegisterSource]) -> bool:
    """Return whether the rows of a source feed several tables."""
    return source is not None and any(
        (other.pattern, other.origin, other.sheet) == (source.pattern, source.origin, source.sheet)
        for other in sources.values()
        if other is not source
    )


@dataclass
class _Reading:
    """One reading of all tables; a file that feeds several is opened once."""

    root: Path
    files: frozenset[str]
    today: date
    problems: list[Problem]
    opened: dict[tuple[str, str | None, int], Sheet | None] = field(default_factory=dict)
    unread: set[tuple[str, str | None, int]] = field(default_factory=set)

    def register(
        self, schema: RegisterSchema, source: RegisterSource | None, shared: bool
    ) -> Register:
        home = f"{FOLDER}/{schema.name}.csv"
        paths = source_files(source, self.files) if source else (home,) * (home in self.files)
        if not paths:
            return Register(schema, source.pattern or home if source else home)
        header = source.header if source else 1
        name = source.sheet if source else None
        sheets = [self.sheet(path, name, header) for path in paths]
        read = [sheet for sheet in sheets if sheet is not None]
        plans = [plan_of(schema, sheet.header, source) for sheet in read]
        rows = self.rows(schema, source, read, plans, shared)
        for sheet, plan in zip(read, plans, strict=True):
            self.problems.extend(uncomputed_columns(schema, sheet, plan))
        keyed: dict[str, Row] = {}
        for row in rows:
            if row.key:
                keyed.setdefault(row.key, row)
        return Register(
            schema=schema,
            path=paths[0],
            rows=rows,
            present=True,
            unknown=plans[0].unknown if plans else (),
            header_line=read[0].header.line if read and read[0].header else header,
            by_key=keyed,
            missing=tuple(dict.fromkeys(lack for plan in plans for lack in plan.missing)),
            unread=tuple(path for path in paths if (path, name, header) in self.unread),
            sheet=read[0].name if read else None,
        )

    def sheet(self, path: str, name: str | None, header: int) -> Sheet | None:
        asked = (path, name, header)
        if asked not in self.opened:
            before = len(self.problems)
            self.opened[asked] = open_sheet(self.root, path, name, header, self.problems)
            if any(problem.kind in _UNREAD for problem in self.problems[before:]):
                self.unread.add(asked)
        return self.opened[asked]

    def rows(
        self,
        schema: RegisterSchema,
        source: RegisterSource | None,
        sheets: Sequence[Sheet],
        plans: Sequence[Plan],
        shared: bool,
    ) -> tuple[Row, ...]:
        condition = self.condition(source, schema)
        computed = tuple(_computed(schema))
        found: list[Row] = []
        seen: dict[str, list[Row]] = {}
        for sheet, plan in zip(sheets, plans, strict=True):
            for record in sheet.rows:
                if source is None:
                    self.problems.extend(plan.beyond(record, sheet.path))
                cells = plan.cells(record)
                self.compute(cells, computed, schema)
                if condition and not self.counts(cells, schema, condition):
                    continue
                key = cells[schema.key].text.strip() if schema.key in cells else ""
                if shared and schema.key in cells and (not key or plan.repeats(cells, seen, key)):
                    continue
                row = Row(key, cells, record.line, sheet.path, sheet.name)
                seen.setdefault(key, []).append(row)
                found.append(row)
        return tuple(found)

    def compute(
        self,
        cells: dict[str, Cell],
        computed: Sequence[tuple[Column, Expression]],
        schema: RegisterSchema,
    ) -> None:
        for column, expression in computed:
            value = _value(expression, names_in(cells, schema, self.today))
            before = cells.get(column.name)
            place = (before.column, before.line) if before else (1, None)
            cells[column.name] = Cell(written(value), value, *place)

    def condition(self, source: RegisterSource | None, schema: RegisterSchema) -> Expression | None:
        if source is None or source.condition is None:
            return None
        try:
            condition = understood(source.condition)
        except SmqError as error:
            self.refuse(source, error)
            return None
        known = {TODAY, *(column.name for column in schema.columns)}
        known.update(value for column in schema.columns for value in column.values)
        for word in sorted(condition.words - known):
            values = (("written", word), ("near", nearest(word, tuple(sorted(known))) or ""))
            named = (*values, ("table", source.table))
            self.problems.append(Problem("register-condition-word", source.at("ou"), named))
        return condition

    def refuse(self, source: RegisterSource, error: SmqError) -> None:
        values = tuple((name, str(value)) for name, value in error.values.items())
        named = (*values, ("table", source.table))
        self.problems.append(Problem("register-condition", source.at("ou"), named))

    def counts(
        self, cells: Mapping[str, Cell], schema: RegisterSchema, condition: Expression
    ) -> bool:
        try:
            return condition.holds(names_in(cells, schema, self.today))
        except SmqError:
            # A cell that cannot be compared is ill-typed, which a rule says at its place.
            return True


def _computed(schema: RegisterSchema) -> Iterator[tuple[Column, Expression]]:
    """Yield the computed columns that are understood; the schema's own fault is said elsewhere."""
    for column in schema.columns:
        if column.kind == "calcul" and column.expression:
            try:
                yield column, understood(column.expression)
            except SmqError:
                continue


def _value(expression: Expression, names: Mapping[str, object]) -> Value:
    try:
        value = expression.value(names)
    except SmqError:
        return None
    return value if isinstance(value, _VALUES) else None
