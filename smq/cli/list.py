"""`smq list`: the master list of documents."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from smq.cli import console
from smq.cli.area_choice import Area, at_area
from smq.cli.delivering import chosen, deliver
from smq.cli.session import Session
from smq.i18n import _
from smq.model import Document, QualitySystem
from smq.numbering import known_process, known_type
from smq.report import listing


class ListFormat(StrEnum):
    """Formats of `list`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def command(
    context: typer.Context,
    output: Annotated[
        ListFormat | None,
        typer.Option("--format", help=_("table, json, csv or xlsx; else the file's ending.")),
    ] = None,
    type_: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help=_("Only this type."))
    ] = None,
    process: Annotated[
        str | None, typer.Option("--process", "-p", metavar="CODE", help=_("Only this process."))
    ] = None,
    area: Area = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar=_("FILE"), help=_("Write into this file."))
    ] = None,
) -> None:
    """List the documents with their version, state and dates."""
    session: Session = context.obj
    translate = session.translate
    system = at_area(session.system(), area)
    listed = listing.rows(system, _chosen(system, type_, process))
    format_ = chosen(ListFormat, output, out, ListFormat.TABLE)
    if format_ is ListFormat.TABLE:
        _table(session, listed, out)
        counted = translate.plural(_("{count} document"), _("{count} documents"), len(listed))
        console.aside(counted)
    elif format_ is ListFormat.JSON:
        deliver(session, listing.as_json(listed).encode(), out)
    elif format_ is ListFormat.CSV:
        deliver(session, listing.as_csv(listed, translate), out)
    else:
        deliver(session, _xlsx(session, system, listed), out, binary=True)


def _chosen(system: QualitySystem, type_: str | None, process: str | None) -> list[Document]:
    kind = known_type(system, type_) if type_ else None
    owner = known_process(system, process) if process else None
    return [
        d
        for d in system.documents
        if (kind is None or d.type == kind) and (owner is None or d.process == owner)
    ]


def _table(session: Session, listed: tuple[listing.Row, ...], out: Path | None) -> None:
    from io import StringIO

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    translate = session.translate
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for position, header in enumerate(listing.HEADERS):
        table.add_column(translate(header), no_wrap=position != 1, overflow="fold")
    for row in listed:
        table.add_row(*(Text(cell) for cell in listing.cells(row, translate, translate.date)))
    terminal = Console(highlight=False, markup=False, emoji=False)
    if out is None and terminal.is_terminal:
        terminal.print(table)
        return
    page = StringIO()
    Console(file=page, width=160, highlight=False, markup=False, emoji=False).print(table)
    lines = (line.rstrip() for line in page.getvalue().splitlines())
    deliver(session, "\n".join([*lines, ""]).encode(), out)


def _xlsx(session: Session, system: QualitySystem, listed: tuple[listing.Row, ...]) -> bytes:
    from smq.report import xlsx

    translate = session.translate
    return xlsx.table(
        translate(_("Documents")),
        [translate(header) for header in listing.HEADERS],
        [listing.cells(row, translate) for row in listed],
        system.today,
    )
