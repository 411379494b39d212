"""Free text that stays readable in the masked form, beside what is confidential."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from smq.evaluation.about import named_by
from smq.evaluation.masking import Mask
from smq.model import QualitySystem
from smq.model.register import Column
from smq.model.table import Register, Row

_KINDS = ("texte", "liste")
_IDENTIFIER = re.compile(r"\w+(?:[-/.]\w+)*")


@dataclass(frozen=True, slots=True)
class OpenText:
    """A cell that a person should read again."""

    row: Row
    column: Column


def open_texts(system: QualitySystem, mask: Mask) -> Iterator[OpenText]:
    """Yield the cells of free text that enter and may tell of confidential work.

    Their row writes the identifier of a confidential row, or is another one of who asked for it.
    """
    secret = {key for keys in mask.secret.rows.values() for key in keys}
    if not secret:
        return
    for _name, register in sorted(system.registers.items()):
        columns = [c for c in register.schema.columns if _is_free(c, register)]
        for row in register.rows:
            texts = [(c, t) for c in columns if (t := row.text(c.name)).strip()]
            if _is_near(register, row, mask) or any(_writes(text, secret) for _c, text in texts):
                for column, text in texts:
                    if _reads(text) and not mask.hides(register, row, column):
                        yield OpenText(row, column)


def _is_near(register: Register, row: Row, mask: Mask) -> bool:
    """Return whether a row names somebody who asked in secret."""
    people = mask.secret.people
    return any(key in people.get(table, ()) for table, key in named_by(register, row))


def _writes(text: str, secret: set[str]) -> bool:
    return bool(secret.intersection(_IDENTIFIER.findall(text)))


def _is_free(column: Column, register: Register) -> bool:
    return column.kind in _KINDS and not column.target and column.name != register.schema.key


def _reads(text: str) -> bool:
    """Return whether a cell holds more than one word: a code alone tells nothing."""
    return len(text.split()) > 1
