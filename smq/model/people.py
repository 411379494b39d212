"""The people of a platform."""

import re
from dataclasses import dataclass
from unicodedata import category, normalize

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_WORD = re.compile(r"[^\W_]+")
_CIVILITIES = frozenset({"m", "mr", "mme", "mlle", "mrs", "ms", "dr", "pr", "prof"})


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a role: `direction`, `responsable`, `qualite`, `operateur`…

    Attributes:
        id: identifier in `smq.yaml`, for example `P03`.
        name: as written in `smq.yaml`.
        function: as shown in approval tables, or None.
        roles: words of `smq.yaml`.
        git: e-mail addresses of their commits.
        private_name: what the table of names says, where the folder holds identifiers only; it may
            be shown to whoever holds the table and is never written.
    """

    id: str
    name: str
    function: str | None = None
    roles: tuple[str, ...] = ()
    git: tuple[str, ...] = ()
    private_name: str | None = None

    @property
    def spoken_name(self) -> str:
        """Return the name by which colleagues know this person."""
        return self.private_name or self.name


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name, sorted: no case, accent, ligature, civility, order or dash.

    «Mme ŒUVRARD Anaïs» and «anais oeuvrard» are one person.
    """
    folded = normalize("NFD", name.casefold().translate(_LIGATURES))
    words = _WORD.findall("".join(sign for sign in folded if category(sign) != "Mn"))
    if len(words) > 2 and words[0] in _CIVILITIES:
        words = words[1:]
    return tuple(sorted(words))
