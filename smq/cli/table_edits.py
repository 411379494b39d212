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

    def ever(register: Register) -> frozenset[str]:
        return identifiers_in(register, every_version(session.root, register.path))

    return TableEdits(system, lambda path: files.read(session.root, path), ever)
