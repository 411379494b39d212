"""What the parts of the evaluation document share: the file handed out, its words, its links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from urllib.parse import quote

from smq.evaluation.handed import Cited, Handed
from smq.evaluation.names import people_named
from smq.i18n import Translator, _
from smq.model.table import Register, Row
from smq.render.coverage import Words
from smq.render.generated import DrawMap
from smq.render.page import Grid, Prose
from smq.render.wording import literal
from smq.tracing.wording import Tables


@dataclass(frozen=True)
class Telling:
    """What the document is made from.

    Attributes:
        file: what is handed out.
        words: the coverage in words.
        evidence: id of a criterion → what it rests on.
        verdicts: id of a criterion → its verdict before, in words; for the follow-up.
        lacking: id of a criterion → what became of what it lacked: a title, and what it is about.
        translate: language of the platform.
        draw_map: draws the process map.
        logo: PNG or JPEG bytes, or None.
    """

    file: Handed
    words: Words
    evidence: Mapping[str, Sequence[Cited]]
    verdicts: Mapping[str, str]
    lacking: Mapping[str, Sequence[tuple[str, Sequence[str]]]]
    translate: Translator
    draw_map: DrawMap | None
    logo: bytes | None = None

    @cached_property
    def tables(self) -> Tables:
        """Return what rows are called."""
        file = self.file
        people = {} if file.masked else people_named(file.system)
        return Tables(file.system.registers, self.translate, file.hidden, people)

    def heading(self, title: str, text: str = "") -> Prose:
        """Return the heading of a part (msgid), and a paragraph below it."""
        said = f"## {self.translate(title)}"
        return Prose(f"{said}\n\n{text}" if text else said)

    def link(self, text: str, path: str | None) -> str:
        """Return inline Markdown that leads to a file of the folder, the text alone for none."""
        return f"[{literal(text)}]({quoted(path)})" if path else literal(text)

    def table_link(self, table: str) -> str:
        """Return the title of a table, which leads to its workbook."""
        register = self.file.system.registers.get(table)
        title = register.schema.title if register else table
        return self.link(title, self.file.places.tables.get(table))

    def record_link(self, path: str) -> str:
        """Return the name of a file, which leads to it when it is in the folder."""
        places = self.file.places
        name = path.rpartition("/")[2]
        if path in places.unnamed:
            return literal(self.translate(_("a paper kept back in the masked form")))
        if path in places.withheld:
            return literal(self.translate(_("{name} (kept back in the masked form)"), name=name))
        if path in places.absent:
            return literal(self.translate(_("{name} (not in the platform)"), name=name))
        return self.link(name, places.records.get(path))

    def number(self, value: Decimal) -> str:
        """Return a number as people of the language write it, no needless decimals."""
        text = f"{value:,.2f}".rstrip("0").removesuffix(".")
        if self.translate.language == "fr":
            return text.replace(",", "\u202f").replace(".", ",")
        return text

    def cell(self, register: Register, row: Row, name: str) -> str:
        """Return a cell as inline Markdown."""
        column, value = register.schema.column(name), row.value(name)
        if column is None or value is None:
            return ""
        if column.kind == "fichier" and isinstance(value, str):
            return self.record_link(value)
        return literal(self.tables.shown(column, value))

    def rows(
        self,
        title: str,
        register: Register,
        rows: Iterable[Row],
        columns: Sequence[tuple[str, int]],
        level: int = 2,
    ) -> tuple[Grid, ...]:
        """Return rows of a table as a grid; nothing for none.

        Columns that the table lacks, or that say nothing in any row, are left out.

        Args:
            title: of the grid.
            register: the table.
            rows: that are shown.
            columns: name and relative width of each.
            level: of the heading.
        """
        shown = tuple(rows)
        known = [
            (column, width)
            for name, width in columns
            if (column := register.schema.column(name))
            and any(row.text(name).strip() for row in shown)
        ]
        cells = tuple(
            tuple(self.cell(register, row, column.name) for column, _width in known)
            for row in shown
        )
        if not cells or not known:
            return ()
        header = tuple(literal(column.label) for column, _width in known)
        widths = tuple(width for _column, width in known)
        return (Grid(title, header, cells, widths=widths, compact=True, level=level),)


def quoted(path: str) -> str:
    """Return the path of a file as a link holds it."""
    return quote(path)
