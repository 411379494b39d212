"""Reads what criteria are judged on besides documents: referentials, chains, dates, answers."""

from dataclasses import replace
from pathlib import Path

from smq.load.acknowledgements import read_acknowledgements
from smq.load.chains import read_chains
from smq.load.declarations import read_declarations
from smq.load.due_sources import read_due_sources
from smq.load.filed import read_filed
from smq.load.referential import read_referentials
from smq.model import Problem, QualitySystem


def with_evidence(system: QualitySystem, root: Path) -> QualitySystem:
    """Return a system with all that criteria are judged on; only `check` and its like need it.

    Never raises for what a user wrote.
    """
    found: list[Problem] = []
    return replace(
        system,
        referentials=read_referentials(root, system.settings.referentials, found),
        chains=read_chains(root, found),
        due_sources=read_due_sources(root, system.registers, found),
        declarations=read_declarations(root, found),
        records=read_filed(root, found),
        acknowledgements=read_acknowledgements(root, found),
        problems=(*system.problems, *found),
    )
