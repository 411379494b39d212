"""A question of `smq init` as its kit asks it."""

from dataclasses import dataclass

ROWS = {
    "personnes": ("nom", "fonction", "roles"),
    "unites": ("nom", "directeur"),
    "plateaux": ("nom", "site"),
}
LISTS = frozenset({"liste", "choix_multiple", *ROWS})

Answer = str | bool | tuple[str, ...] | tuple[tuple[str, ...], ...] | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        key: name of the answer.
        kind: texte, nom, sigle, personne, choix, choix_multiple, oui_non, liste, personnes,
            unites, plateaux, date, motif (a pattern of codes).
        labels, help, unknown: (language, text) pairs; `unknown` goes into a placeholder, and names
            the answer where all are listed.
        default: answer proposed; None for «not known yet».
        choices: (value, ((language, label)…)) pairs; suggestions when the kind is `liste`.
        condition: asked only when it holds.
    """

    key: str
    kind: str
    labels: tuple[tuple[str, str], ...]
    help: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, str], ...]
    default: Answer
    choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    condition: str | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """Return the values one may choose among."""
        return tuple(value for value, _labels in self.choices)


@dataclass(frozen=True, slots=True)
class Part:
    """A titled group of questions."""

    titles: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]


def in_language(pairs: tuple[tuple[str, str], ...], language: str) -> str:
    """Return the text in that language, else in French, else nothing."""
    texts = dict(pairs)
    return texts.get(language) or texts.get("fr") or ""
