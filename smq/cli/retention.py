"""`smq retention`: rows of registers that are past their term."""

from typing import Annotated

import typer

from smq.cli import console
from smq.cli.session import Session
from smq.i18n import Translator, _
from smq.model.table import Register
from smq.operations.register_file import table_named
from smq.registers.terms import Past, past_their_term, without_event


def command(
    context: typer.Context,
    table: Annotated[
        str | None, typer.Argument(metavar=_("TABLE"), help=_("Only this table."))
    ] = None,
) -> None:
    """List the rows of registers that are past their term; nothing is removed.

    The term counts from the date of the event that the schema names (`conservation: {date: …}`);
    where a table does not hold it, nothing is said of its rows.
    """
    session: Session = context.obj
    translate = session.translate
    system = session.system(registers=True)
    named = table_named(system, table) if table else None
    found = sorted(
        (
            past
            for past in past_their_term(system.registers, session.today)
            if named is None or past.register is named
        ),
        key=_order,
    )
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
    for register in without_event(system.registers):
        if named is None or register is named:
            console.aside(_unknown(register, translate))
    console.aside(
        translate.plural(
            _("{count} row past its term."), _("{count} rows past their term."), len(found)
        )
    )


def _unknown(register: Register, translate: Translator) -> str:
    """Return the sentence on a table that does not hold the date of its event."""
    return translate.plural(
        _(
            "«{table}»: {count} row is kept {months} months from «{event}», whose date the table"
            " does not hold. It is not judged here."
        ),
        _(
            "«{table}»: {count} rows are kept {months} months from «{event}», whose date the table"
            " does not hold. They are not judged here."
        ),
        len(register.rows),
        table=register.schema.title,
        months=register.schema.retention.months,
        event=register.schema.retention.since,
    )


def _order(past: Past) -> tuple[str, str, int]:
    return past.register.name, past.row.path, past.row.line
