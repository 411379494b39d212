"""`smq register tidy`: a table that Excel saved, back in the form that smq writes."""

from contextlib import nullcontext

from smq import files
from smq.cli import console
from smq.cli.saving import save
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.operations.register_file import table_named, written_here
from smq.operations.register_tidy import tidied
from smq.vcs import content_before


def run(session: Session, name: str | None, *, dry_run: bool) -> None:
    """Rewrite the file of a table; rows whose content did not change are as they were recorded."""
    translate = session.translate
    if name is None:
        raise SmqError(_("Say which table to put in form."), _("The tables: smq register list"))
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(registers=True)
        register = table_named(system, name)
        written_here(register, system)
        raw = files.read(session.root, register.path)
        if raw is None:
            raise SmqError(
                _("The table «{table}» has no file yet: {path}."),
                _("Add a first row: smq register add {table}"),
                table=register.name,
                path=register.path,
            )
        change = tidied(register, raw, content_before(session.root, register.path))
        if change.after == raw:
            console.aside(translate(_("{path} is in form already."), path=register.path))
            return
        save(session, [change], dry_run=dry_run, held=True)
    if not dry_run:
        console.product(translate(_("In form: {path}"), path=register.path))
    console.aside(
        translate(_("What a spreadsheet broke: smq register check {table}"), table=register.name)
    )
