"""A register's CSV file as text that can be changed row by row, the rest left as it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from smq.errors import SmqError
from smq.i18n import _
from smq.load import text as texts
from smq.load.csv_text import CsvText, Record, read_csv, written_row
from smq.load.table_plan import Plan, plan_of
from smq.model import QualitySystem, Word, nearest
from smq.model.register import RegisterSchema
from smq.model.table import Register
from smq.registers.identifiers import order

BOM = b"\xef\xbb\xbf"


def table_named(system: QualitySystem, name: str) -> Register:
    """Return the table of that name or title.

    Raises:
        SmqError: there is none.
    """
    known = tuple(system.registers)
    folded = name.casefold()
    for register in system.registers.values():
        if folded in (register.name.casefold(), register.schema.title.casefold()):
            return register
    near = nearest(name, known)
    raise SmqError(
        _("«{name}» is no register of this platform."),
        _("Nearest: {near}. All: smq register list") if near else _("All: smq register list"),
        name=name,
        near=near or "",
    )


def written_here(register: Register, system: QualitySystem) -> None:
    """Make sure that smq may write the table's file.

    Raises:
        SmqError: its rows are read from a file that the platform keeps for itself.
    """
    if any(source.table == register.name for source in system.settings.register_sources):
        raise SmqError(
            _("The table «{table}» is read from {path}, which smq does not write."),
            _("Change it there, with the program that keeps it."),
            table=register.name,
            path=register.path,
        )


@dataclass(frozen=True)
class TableFile:
    """A file of a register that can be read and changed.

    Attributes:
        content: its rows as written.
        plan: which column stands where.
        schema: of the table.
    """

    content: CsvText
    plan: Plan
    schema: RegisterSchema

    @property
    def header(self) -> Record | None:
        """Return the row of headings, None in an empty file."""
        return self.content.records[0] if self.content.records else None

    @property
    def positions(self) -> Mapping[str, int]:
        """Return the place of each column in a row."""
        return {name: position for name, position, _typed in self.plan.columns}

    def key(self, record: Record) -> str:
        """Return the identifier of a row, empty when it has none."""
        position = self.positions.get(self.schema.key, len(record.cells))
        return record.cells[position].strip() if position < len(record.cells) else ""

    def with_row(self, cells: Mapping[str, str]) -> bytes:
        """Return the file with one more row, in the order of identifiers.

        Raises:
            SmqError: the file lacks a column, or its encoding a sign.
        """
        self._mind_columns(cells)
        width = max(self.plan.width, 1)
        texts = [""] * width
        for name, text in cells.items():
            if text:
                texts[self.positions[name]] = text
        row = written_row(texts, self.content.delimiter) + self.content.newline
        place = self._place(cells.get(self.schema.key, ""))
        before, after = self.content.text[:place], self.content.text[place:]
        joint = "" if before.endswith(("\n", "\r")) or not before else self.content.newline
        return self.encoded(f"{before}{joint}{row}{after}")

    def with_changed(self, key: str, cells: Mapping[str, str]) -> bytes:
        """Return the file with some cells of a row changed, the rest as it stands.

        Args:
            key: identifier of the row.
            cells: column → text; a column that the file lacks is refused when it has a text.

        Raises:
            SmqError: there is no such row, the file lacks a column, or its encoding a sign.
        """
        record = next((r for r in self.content.records[1:] if self.key(r) == key), None)
        if record is None:
            raise SmqError(
                _("The table «{table}» has no row «{key}»."),
                _("Its rows: smq register list"),
                table=self.schema.name,
                key=key,
            )
        self._mind_columns(cells)
        texts = [*record.cells, *[""] * (max(self.plan.width, 1) - len(record.cells))]
        for name, text in cells.items():
            if name in self.positions:
                texts[self.positions[name]] = text
        row = written_row(texts, self.content.delimiter) + self.content.newline
        text = self.content.text
        return self.encoded(f"{text[: record.start]}{row}{text[record.end :]}")

    def _mind_columns(self, cells: Mapping[str, str]) -> None:
        """Refuse a text for which the file has no column."""
        for name, text in cells.items():
            if text and name not in self.positions:
                raise SmqError(
                    _("The file of the table «{table}» has no column «{column}»."),
                    _("Add the heading first: smq register tidy {table}"),
                    table=self.schema.name,
                    column=name,
                )

    def encoded(self, text: str) -> bytes:
        """Return a text in the encoding of the file.

        Raises:
            SmqError: the encoding lacks a sign.
        """
        content = self.content
        try:
            raw = text.encode(content.encoding)
        except UnicodeEncodeError as error:
            raise SmqError(
                _("The file of the table «{table}» is not in UTF-8, and cannot hold «{sign}»."),
                _("Put it in our form first: smq register tidy {table}"),
                table=self.schema.name,
                sign=text[error.start],
            ) from error
        return BOM + raw if content.bom and content.encoding == "utf-8" else raw

    def _place(self, key: str) -> int:
        """Return where a row goes: before the first whose identifier comes after, else last."""
        rows = [record for record in self.content.records[1:] if not record.empty]
        for record in rows:
            if key and self.key(record) and order(self.key(record)) > order(key):
                return record.start
        last = rows[-1] if rows else self.header
        return last.end if last else 0


def identifiers_in(register: Register, contents: Iterable[bytes]) -> frozenset[str]:
    """Return every identifier that some versions of a table's file hold; never raises.

    A line that an earlier version had below the same headings is not read again.

    Args:
        register: the table.
        contents: what its file held.
    """
    found: set[str] = set()
    seen: dict[bytes, set[bytes]] = {}
    for raw in contents:
        head, *lines = raw.splitlines(keepends=True) or [b""]
        known = seen.setdefault(head, set())
        fresh = b"".join(line for line in lines if line not in known)
        # A cell between quotes may go over several lines, and UTF-16 has other line ends.
        alone = b'"' not in fresh and b"\0" not in raw and b"sep=" not in head
        content = read_csv(head + fresh if alone else raw)
        if content.fault is None:
            known.update(lines)
        if content.records:
            plan = plan_of(register.schema, content.records[0], None)
            file = TableFile(content, plan, register.schema)
            found.update(file.key(record) for record in content.records[1:])
    return frozenset(found - {""})


def table_file(register: Register, raw: bytes | None) -> TableFile:
    """Return the file of a table; one that does not exist, or is empty, begins with its headings.

    Raises:
        SmqError: it cannot be read.
    """
    schema = register.schema
    if raw is None or not raw.removeprefix(BOM).strip():
        names = [column.name for column in schema.columns if column.kind != "calcul"]
        raw = BOM + f"{written_row(names, ';')}\r\n".encode()
    content = read_csv(raw)
    marker = texts.merge_marker(content.text)
    if marker:
        raise SmqError(
            _("{path}, line {line}: an unfinished merge starts here."),
            _("Keep the right rows, and remove the lines «<<<<<<<», «=======» and «>>>>>>>»."),
            path=register.path,
            line=marker[0],
        )
    if content.fault:
        reason, line, _column = content.fault
        raise SmqError(
            _("{path}, line {line}: {reason}."),
            _("Mend it, then run the command again."),
            path=register.path,
            line=line,
            reason=Word(reason),
        )
    header = content.records[0] if content.records else None
    return TableFile(content, plan_of(schema, header, None), schema)
