"""`smq register list`: the tables, how many rows each has, where, and the date of the last."""

from smq.cli import console
from smq.cli.session import Session
from smq.i18n import Translator, _
from smq.model.table import Register
from smq.operations.register_file import table_named
from smq.registers.terms import latest_date

_HEADERS = (_("Table"), _("Title"), _("Rows"), _("Last date"), _("File"))
_GAP = "  "


def run(session: Session, name: str | None) -> None:
    """Write one line a table."""
    translate = session.translate
    system = session.system(registers=True)
    chosen = [table_named(system, name)] if name else list(system.registers.values())
    if not chosen:
        console.aside(
            translate(_("This platform has no register: referentiel/registres is empty."))
        )
        return
    rows = [tuple(translate(header) for header in _HEADERS)]
    rows += [_cells(register, translate) for register in chosen]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADERS))]
    for row in rows:
        cells = [
            cell.rjust(width) if position == 2 else cell.ljust(width)
            for position, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        console.product(_GAP.join(cells).rstrip())
    count = sum(len(register.rows) for register in chosen)
    console.aside(translate.plural(_("{count} row in all"), _("{count} rows in all"), count))


def _cells(register: Register, translate: Translator) -> tuple[str, ...]:
    last = latest_date(register)
    path = register.path
    if not register.present:
        path = translate(_("{path} (no file yet)"), path=path)
    others = len({row.path for row in register.rows}) - 1
    if others > 0:
        path = translate.plural(
            _("{path} and {count} other file"),
            _("{path} and {count} other files"),
            others,
            path=path,
        )
    return (
        register.name,
        register.schema.title,
        str(len(register.rows)),
        translate.date(last) if last else "",
        path,
    )
