"""`smq register add`: one more row, from words or from questions."""

from contextlib import nullcontext

from smq import files
from smq.cli import asking, console
from smq.cli.register_questions import ask_row
from smq.cli.saving import save
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.operations.register_file import table_named, written_here
from smq.operations.register_row import add_row, lacking, parsed_words


def run(session: Session, name: str | None, words: list[str], *, dry_run: bool) -> None:
    """Write a row at its place, or ask for its cells first."""
    translate = session.translate
    if name is None:
        raise SmqError(_("Say in which table the row goes."), _("The tables: smq register list"))
    # The identifier is read and given under one lock: two windows never get the same.
    cells: dict[str, str] | None = None
    if not words:
        system = session.system(registers=True)
        register = table_named(system, name)
        written_here(register, system)
        cells = ask_row(register, system, translate)
        if cells is None:
            asking.write(translate(_("Nothing was written.")))
            return
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(registers=True)
        register = table_named(system, name)
        written_here(register, system)
        if cells is None:
            cells = parsed_words(register, words)
        raw = files.read(session.root, register.path)
        key, change = add_row(register, raw, cells, system)
        save(session, [change], dry_run=dry_run, held=True)
    if not dry_run:
        console.product(f"{key} {register.path}")
    missing = lacking(register, cells)
    if missing:
        console.aside(
            translate.plural(
                _("Warning: {count} required column is empty: {columns}."),
                _("Warning: {count} required columns are empty: {columns}."),
                len(missing),
                columns=", ".join(missing),
            )
        )
