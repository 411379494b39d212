"""Reads the table of names that lies beside a platform which holds identifiers only."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from smq.load.csv_text import read_csv
from smq.model import QualitySystem

NAMES_FILE = "noms-des-personnes.csv"
"""Ignored by git: two columns, `identifiant` and `nom`."""


def with_names(root: Path, system: QualitySystem) -> QualitySystem:
    """Return a system whose people also have their names, when this computer holds the table.

    Only what speaks to the person at the keyboard may use it: a check of one commit says the same
    with the table and without.
    """
    names = read_names(root)
    if not names:
        return system
    people = tuple(
        replace(person, private_name=names.get(person.id)) for person in system.settings.people
    )
    return replace(system, settings=replace(system.settings, people=people))


def read_names(root: Path) -> Mapping[str, str]:
    """Return identifier → name; empty when there is no table or it cannot be read."""
    try:
        raw = (root / NAMES_FILE).read_bytes()
    except OSError:
        return {}
    rows = (record.cells for record in read_csv(raw).records)
    found = ((cells[0].strip(), cells[1].strip()) for cells in rows if len(cells) > 1)
    return {identifier: name for identifier, name in found if identifier and name}
