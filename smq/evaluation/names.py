"""Finds the names of people in what a register says in plain words."""

import re
from collections.abc import Iterator, Mapping

from smq.evaluation.confidential import STAFF, Confidential
from smq.model import QualitySystem
from smq.model.table import Register
from smq.registers.naming import naming_column

_WORD = re.compile(r"\w+")


class Names:
    """The names that the masked form hides, found wherever they are written whole."""

    def __init__(self, names: Iterator[str]) -> None:
        """Take the names."""
        self._by_first: dict[str, set[str]] = {}
        for name in names:
            folded = " ".join(name.casefold().split())
            first = _WORD.match(folded)
            if first:
                self._by_first.setdefault(first[0], set()).add(folded)

    def stand_in(self, text: str) -> bool:
        """Return whether a text holds one of the names."""
        folded = " ".join(text.casefold().split())
        return any(
            folded.startswith(name, word.start())
            and not folded[word.start() + len(name) :][:1].isalnum()
            for word in _WORD.finditer(folded)
            for name in self._by_first.get(word[0], ())
        )


def names_hidden(registers: Mapping[str, Register], secret: Confidential) -> Names:
    """Return the names of all who use the platform, and the houses of those who asked in secret.

    A house of one word, such as that of a public body, is too common to be looked for.
    """
    return Names(_names(registers, secret))


def people_named(system: QualitySystem) -> dict[str, str]:
    """Return identifier → name of those who work for the platform.

    A platform may write identifiers alone in its registers: smq.yaml tells who they are.
    """
    found = {person.id: person.name for person in system.settings.people}
    staff = system.registers.get(STAFF)
    naming = naming_column(staff.schema) if staff else None
    for row in staff.rows if staff else ():
        name = row.text(naming.name).strip() if naming else ""
        if name and name != row.key:
            found[row.key] = name
    return found


def names_people(register: Register) -> bool:
    """Return whether each row of a table is a person."""
    naming = naming_column(register.schema)
    return naming is not None and naming.personal


def _names(registers: Mapping[str, Register], secret: Confidential) -> Iterator[str]:
    for register in registers.values():
        naming = naming_column(register.schema)
        if naming is None or not naming.personal or register.name == STAFF:
            continue
        asked = secret.people.get(register.name, frozenset())
        told = [c.name for c in register.schema.columns if c.kind == "texte" and not c.personal]
        for row in register.rows:
            yield row.text(naming.name)
            if row.key in asked:
                said = (row.text(name) for name in told if name != register.schema.key)
                yield from (text for text in said if len(text.split()) > 1)
