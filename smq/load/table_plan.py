"""Which column of a file holds which column of a table, and the cells of a row read so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from smq.load.cells import Typing, typing_of
from smq.load.csv_text import Record
from smq.load.sheets import Sheet
from smq.load.spoken import bare
from smq.model import Location, Problem
from smq.model.location import column_letters
from smq.model.register import Chosen, Column, RegisterSchema, RegisterSource
from smq.model.table import Cell, Row, Value

_CELLS_NAMED = 3


@dataclass(frozen=True)
class Plan:
    """How the rows of one sheet are read.

    Attributes:
        columns: (name, position in the row, what a text means there).
        width: number of headings; a cell beyond belongs to nothing.
        unknown: (name, column from 1) of the headings that are no column of the table.
        missing: columns that the sheet lacks.
    """

    columns: tuple[tuple[str, int, Typing], ...]
    width: int
    unknown: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]

    def cells(self, record: Record) -> dict[str, Cell]:
        """Return the cells of a row; one that the row is too short for is empty."""
        texts, places, line = record.cells, record.places, record.line
        count = len(texts)
        cells: dict[str, Cell] = {}
        for name, position, typed in self.columns:
            if position >= count:
                cells[name] = Cell("", None, places[-1][1] if places else 1)
                continue
            text = texts[position]
            on, column = places[position]
            value = typed(text) if text else None
            cells[name] = Cell(text, value, column, None if on == line else on)
        return cells

    def repeats(
        self, cells: Mapping[str, Cell], earlier: Mapping[str, Sequence[Row]], key: str
    ) -> bool:
        """Return whether a row says nothing that an earlier row of its identifier does not say.

        An empty cell says nothing: a wide row about another invoice need not tell the request anew.
        """
        said = {name: _said(cells[name]) for name, _at, _typed in self.columns}
        return any(
            all(value in ("", _said(row.cells[name])) for name, value in said.items())
            for row in earlier.get(key, ())
        )

    def beyond(self, record: Record, path: str) -> Iterator[Problem]:
        """Yield a problem for a row that has more cells than the table has headings."""
        for text, place in zip(
            record.cells[self.width :], record.places[self.width :], strict=True
        ):
            if text.strip():
                values = (("written", text.strip()), ("count", str(self.width)))
                yield Problem("row-too-long", Location(path, *place), values)
                return


def plan_of(schema: RegisterSchema, header: Record | None, source: RegisterSource | None) -> Plan:
    """Return how the rows below a header are read.

    A heading names a column by its name, its label, or as the settings say (`colonnes`).
    """
    theirs = {chosen.ours: chosen.theirs for chosen in source.columns} if source else {}
    values = dict(source.values) if source else {}
    positions, unknown = _positions(schema, header, theirs)
    stored = [column for column in schema.columns if column.kind != "calcul"]
    headed = header is not None and not header.empty
    columns = tuple(
        (column.name, positions[column.name], _typing(column, values.get(column.name, ())))
        for column in stored
        if column.name in positions
    )
    return Plan(
        columns=columns,
        width=_width(header),
        # A file that the platform keeps for itself holds what it likes.
        unknown=() if source else unknown,
        missing=tuple(c.name for c in stored if headed and c.name not in positions),
    )


def uncomputed_columns(schema: RegisterSchema, sheet: Sheet, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for each column in which formulas of a workbook were never computed."""
    for name, position, _typed in plan.columns:
        lines = [line for line, column in sheet.uncomputed if column == position + 1]
        if not lines:
            continue
        column, letters = schema.column(name), column_letters(position + 1)
        named = ", ".join(f"{letters}{line}" for line in lines[:_CELLS_NAMED])
        values = (
            ("table", schema.name),
            ("column", column.label if column else name),
            ("sheet", sheet.name or ""),
            ("file", sheet.path),
            ("cells", named + ("…" if len(lines) > _CELLS_NAMED else "")),
            ("count", str(len(lines))),
            ("lines", " ".join(map(str, lines))),
        )
        place = Location(sheet.path, lines[0], position + 1, sheet.name)
        yield Problem("uncomputed-formula", place, values)


def _said(cell: Cell) -> Value:
    return cell.text.strip() if cell.value is None else cell.value


def _positions(
    schema: RegisterSchema, header: Record | None, theirs: Mapping[str, str]
) -> tuple[dict[str, int], tuple[tuple[str, int], ...]]:
    known = _headings(schema, theirs)
    positions: dict[str, int] = {}
    unknown: list[tuple[str, int]] = []
    if header is None:
        return positions, ()
    for position, (heading, place) in enumerate(zip(header.cells, header.places, strict=True)):
        name = known.get(bare(heading))
        if name and name not in positions:
            positions[name] = position
        elif heading.strip():
            unknown.append((heading.strip(), place[1]))
    return positions, tuple(unknown)


def _headings(schema: RegisterSchema, theirs: Mapping[str, str]) -> dict[str, str]:
    """Return bare heading → column; a mapped column answers to its heading alone."""
    free = [column for column in schema.columns if column.name not in theirs]
    known = {bare(column.label): column.name for column in reversed(free)}
    known |= {bare(column.name): column.name for column in free}
    known |= {bare(heading): name for name, heading in theirs.items()}
    return known


def _typing(column: Column, chosen: tuple[Chosen, ...]) -> Typing:
    typed = typing_of(column)
    if not chosen:
        return typed
    ours = {bare(pair.theirs): pair.ours for pair in chosen}
    return lambda text: typed(ours.get(bare(text), text))


def _width(header: Record | None) -> int:
    """Return how many headings there are, without the empty ones at the end."""
    cells = header.cells if header else ()
    return max((position for position, cell in enumerate(cells, 1) if cell.strip()), default=0)
