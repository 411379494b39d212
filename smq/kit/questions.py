"""The questions of `smq init`, and how an answer is understood."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from smq.errors import SmqError
from smq.i18n import _
from smq.load.fields import Reader, as_date
from smq.model import nearest

_YES = frozenset({"oui", "o", "yes", "y", "true", "vrai", "1"})
_NO = frozenset({"non", "n", "no", "false", "faux", "0"})
_FRENCH_DATE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$")

_ROWS = {
    "personnes": ("nom", "fonction", "roles"),
    "unites": ("nom", "directeur"),
    "plateaux": ("nom", "site"),
}
_LISTS = frozenset({"liste", "choix_multiple", *_ROWS})

Answer = str | bool | tuple[str, ...] | tuple[tuple[str, ...], ...] | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        key: name of the answer.
        kind: texte, choix, choix_multiple, oui_non, liste, personnes, unites, plateaux, date.
        labels, help, unknown: (language, text) pairs; `unknown` goes into a placeholder.
        default: answer proposed, None for none.
        choices: (value, ((language, label)…)) pairs.
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


def read_questions(reader: Reader) -> tuple[tuple[Part, ...], tuple[Question, ...]]:
    """Return the parts and the questions of `questions.yaml`."""
    parts = tuple(Part(p.pairs("titre"), p.texts("cles")) for p in reader.mappings("parties"))
    return parts, tuple(_question(item) for item in reader.mappings("questions"))


def _question(reader: Reader) -> Question:
    question = Question(
        key=reader.text("cle") or "",
        kind=reader.text("type") or "texte",
        labels=reader.pairs("question"),
        help=reader.pairs("aide"),
        unknown=reader.pairs("inconnu"),
        default=None,
        choices=tuple(
            (item.text("valeur") or "", item.pairs("libelle"))
            for item in reader.mappings("valeurs")
        ),
        condition=reader.text("si"),
    )
    raw: object = reader.texts("defaut") if question.kind in _LISTS else reader.text("defaut")
    default = understand(question, raw) if raw is not None else None
    return Question(
        question.key,
        question.kind,
        question.labels,
        question.help,
        question.unknown,
        default,
        question.choices,
        question.condition,
    )


def understand(question: Question, raw: object) -> Answer:
    """Return the answer that a text, a list or a mapping of a file stands for; None = not known yet.

    Lists may be typed with commas, semicolons between the parts of one item, `|` or line ends between items.

    Raises:
        SmqError: the answer is none of the choices, no date, no yes or no.
    """
    if raw is None or raw == "":
        return () if question.kind in _LISTS and raw == "" else None
    if question.kind in _ROWS:
        return tuple(_parts(item, _ROWS[question.kind]) for item in _items(raw, r"[|\n]"))
    if question.kind in ("liste", "choix_multiple"):
        items = tuple(str(item).strip() for item in _items(raw, r"[,|\n]"))
        return tuple(_choice(question, i) for i in items) if question.kind != "liste" else items
    text = str(raw).strip()
    if question.kind == "choix":
        return _choice(question, text)
    if question.kind == "oui_non":
        return _yes_or_no(text)
    if question.kind == "date":
        return typed_date(text).isoformat()
    return text


def typed_date(text: str) -> date:
    """Return the date that a person typed: 20/02/2027, 20-2-2027 or 2027-02-20.

    Raises:
        SmqError: it is no date of the calendar.
    """
    iso = as_date(text)
    if iso:
        return iso
    match = _FRENCH_DATE.match(text.strip())
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        pass
    raise SmqError(_("«{text}» is no date."), _("Write it like 20/02/2027."), text=text)


def _items(raw: object, separators: str) -> Iterable[object]:
    if isinstance(raw, str):
        return [item for part in re.split(separators, raw) if (item := part.strip())]
    if isinstance(raw, list | tuple):
        return raw
    return [raw]


def _parts(item: object, names: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(item, Mapping):
        return tuple(_joined(item.get(name)) for name in names)
    if isinstance(item, list | tuple):
        return tuple(str(part).strip() for part in item)
    return tuple(part.strip() for part in str(item).split(";"))


def _joined(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(v) for v in value)
    return "" if value is None else str(value).strip()


def _choice(question: Question, text: str) -> str:
    values = question.values
    if text.isdigit() and 1 <= int(text) <= len(values):
        return values[int(text) - 1]
    folded = text.casefold().replace(" ", "_").replace("-", "_")
    found = next((value for value in values if value.casefold() == folded), None)
    if found:
        return found
    near = nearest(folded, values)
    raise SmqError(
        _("«{text}» is none of the choices of «{key}»."),
        _("Nearest: {near}. Choices: {values}.") if near else _("Choices: {values}."),
        text=text,
        key=question.key,
        near=near or "",
        values=", ".join(values),
    )


def _yes_or_no(text: str) -> bool:
    folded = text.casefold()
    if folded in _YES:
        return True
    if folded in _NO:
        return False
    raise SmqError(_("«{text}» is neither yes nor no."), _("Answer oui or non."), text=text)
