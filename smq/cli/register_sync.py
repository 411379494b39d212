"""`smq register sync`: dated copies of originals that lie outside the folder."""

from contextlib import nullcontext

from smq import files
from smq.cli import console
from smq.cli.saving import save
from smq.cli.session import Session
from smq.i18n import _
from smq.operations.register_copies import copies
from smq.operations.register_file import table_named


def run(session: Session, name: str | None, *, dry_run: bool) -> None:
    """Take a copy of each original that changed, with its hash and the day."""
    translate = session.translate
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(registers=True)
        tables = frozenset({table_named(system, name).name}) if name else frozenset[str]()
        taken = copies(system, session.root, tables, lambda path: files.read(session.root, path))
        changes = [change for copied in taken for change in copied.changes]
        if changes and not dry_run:
            save(session, changes, dry_run=False, held=True)
    for copied in taken:
        sentence = _("unchanged: {path}")
        if copied.changes:
            sentence = _("would copy: {origin} → {path}") if dry_run else _("{origin} → {path}")
        console.product(translate(sentence, origin=copied.origin, path=copied.path))
    if not taken:
        console.aside(
            translate(_("No register is read from outside the folder («depuis» in smq.yaml)."))
        )
