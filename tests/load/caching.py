"""What tests of the cache share: a document with every fact, and old dates."""

import os
from pathlib import Path

from smq.model import QualitySystem
from tests.conftest import Repo

LONG_AGO = 1_700_000_000
FACTS = Path(".smq/facts.jsonl")
EVERYTHING = """
    # Titre

    ## Étape [À compléter : quoi]

    Voir PRE-PRO-002, pre-pro-003, [[Peser]], [[PRE-PRO-004#Objet|ici]], [a](b.md) et ![c](d.png).

    | a | b |
    |---|---|
    | 1 | 2 |

    | a | b |
    |---|
    | 1 | 2 |
"""


def old(repo: Repo, path: str, seconds: int = LONG_AGO) -> None:
    """Date a file far enough back for the cache to rely on its date."""
    os.utime(repo.root / path, (seconds, seconds))


def same(one: QualitySystem, other: QualitySystem) -> bool:
    """Return whether two readings found the same."""
    return (one.documents, one.problems, one.files) == (
        other.documents,
        other.problems,
        other.files,
    )
