"""`smq register add`: one more row, from words or from questions."""

from contextlib import nullcontext

from smq import files
from smq.cli import asking, console
from smq.cli.register_questions import ask_row
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import ever_given
from smq.errors import SmqError
from smq.i18n import _
from smq.operations.register_file import table_named, written_here
from smq.operations.register_row import add_row, lacking, parsed_words
from smq.vcs import NOT_WHOLE, is_shallow

_LEADING = ("attendus", "remarques")
"""Tables whose rows name documents and tables by their words."""


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
        cells = ask_row(register, system, translate, ever_given(session, register))
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
        ever = ever_given(session, register)
        key, change = add_row(register, raw, cells, system, ever)
        save(session, [change], dry_run=dry_run, held=True)
    if not dry_run:
        console.product(f"{key} {register.path}")
    if cells.get(register.schema.key):
        _mind_given_before(session, key, ever)
    elif is_shallow(session.root):
        console.aside(translate(NOT_WHOLE))
    if not dry_run and register.name in _LEADING:
        _mind_names(session, register.name, key)
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


def _mind_names(session: Session, table: str, key: str) -> None:
    """Warn of a document or a table that a row just added names, and that is not there."""
    from smq import check as engine
    from smq.check import Choice

    system = session.system(registers=True)
    row = system.registers[table].by_key.get(key)
    if row is None:
        return
    for finding in engine.run(system, Choice(select=("REG018",))):
        if (finding.location.path, finding.location.line) == (row.path, row.line):
            said = session.translate(finding.message, **finding.values)
            console.aside(session.translate(_("Warning: {remark}"), remark=said))


def _mind_given_before(session: Session, key: str, ever: frozenset[str]) -> None:
    """Warn of an identifier, typed by a person, that a row elsewhere bears or bore."""
    if key in ever:
        sentence = _(
            "Warning: «{key}» was given before, on another branch or to a row deleted since."
        )
        console.aside(session.translate(sentence, key=key))
