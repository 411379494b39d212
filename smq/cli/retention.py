"""`smq retention`: rows of registers that are past their term."""

from typing import Annotated

import typer

from smq.cli import console
from smq.cli.session import Session
from smq.i18n import _
from smq.operations.register_file import table_named
from smq.registers.terms import Past, past_their_term


def command(
    context: typer.Context,
    table: Annotated[
        str | None, typer.Argument(metavar=_("TABLE"), help=_("Only this table."))
    ] = None,
) -> None:
    """List the rows of registers that are past their term; nothing is removed.

    The term counts from the date that the schema names (`conservation: {date: …}`), else from the
    first date of the row.
    """
    session: Session = context.obj
    translate = session.translate
    system = session.system(registers=True)
    registers = system.registers
    if table:
        named = table_named(system, table)
        registers = {named.name: named}
    found = sorted(past_their_term(registers, session.today), key=_order)
    for past in found:
        outcome = past.register.schema.retention.outcome
        console.product(
            translate(
                _("{place}: {row} of «{table}», kept until {term} ({months} months from {since})"),
                place=f"{past.row.path}:{past.row.line}",
                row=past.row.key or "–",
                table=past.register.schema.title,
                term=past.term,
                months=past.register.schema.retention.months,
                since=past.counted_from,
            )
            + (f" → {outcome}" if outcome else "")
        )
    console.aside(
        translate.plural(
            _("{count} row past its term."), _("{count} rows past their term."), len(found)
        )
    )


def _order(past: Past) -> tuple[str, str, int]:
    return past.register.name, past.row.path, past.row.line
