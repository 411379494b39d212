"""Rows that a command writes in several tables: their files, and the numbers ever given there."""

from smq import files
from smq.cli.session import Session
from smq.model import QualitySystem
from smq.model.table import Register
from smq.operations.register_file import identifiers_in
from smq.operations.table_edits import TableEdits
from smq.vcs import every_version


def table_edits(session: Session, system: QualitySystem) -> TableEdits:
    """Return what takes the rows of this command."""
    return TableEdits(
        system,
        lambda path: files.read(session.root, path),
        lambda register: ever_given(session, register),
    )


def ever_given(session: Session, register: Register) -> frozenset[str]:
    """Return the identifiers that a table's file held on any branch, deleted rows included."""
    return identifiers_in(register, every_version(session.root, register.path))
