"""The questions of `smq init`, and how an answer is understood."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from unicodedata import combining, normalize

from smq.errors import SmqError
from smq.i18n import _
from smq.load.fields import Reader, as_date
from smq.model import nearest
from smq.slug import slug

_YES = frozenset({"oui", "o", "yes", "y", "true", "vrai", "1"})
_NO = frozenset({"non", "n", "no", "false", "faux", "0"})
_FRENCH_DATE = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})$")
_PLACEHOLDER = re.compile(r"\{(?:plateforme|processus|type|numero(?::0?[1-9])?)\}")
_SAFE = re.compile(r"[A-Za-z0-9._-]*")

ROLES = ("direction", "responsable", "qualite", "operateur")

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
        kind: texte, choix, choix_multiple, oui_non, liste, personnes, unites, plateaux, date,
            motif (a pattern of codes).
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
    raw: object = reader.texts("defaut") if question.kind in LISTS else reader.text("defaut")
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


_UNKNOWN = frozenset(
    {
        *("-", "–", "—", "jsp", "aucune idee", "pas encore", "je sais pas", "ne sais pas"),
        *("je ne sais pas", "je ne sais pas encore", "je ne sais pas trop"),
        *("i do not know", "i do not know yet", "i dont know", "not yet", "no idea"),
    }
)


def is_unknown(typed: str) -> bool:
    """Return whether a person says that they do not know: `-`, «je ne sais pas encore.», «JSP»…"""
    bare = "".join(c for c in normalize("NFD", typed.casefold()) if not combining(c))
    return " ".join(bare.replace("’", "").replace("'", "").rstrip(" .!…").split()) in _UNKNOWN


def understand(question: Question, raw: object) -> Answer:
    """Return the answer that a text, a list or a mapping stands for; None = not known yet.

    A list is typed with commas; rows with semicolons between the parts of one, and `|` or line
    ends between rows.

    Raises:
        SmqError: the answer is none of the choices, no date, no yes or no.
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return () if question.kind in LISTS and raw is not None else None
    if question.kind in ROWS:
        return understood_rows(question, raw)
    if question.kind == "choix_multiple":
        chosen = (_choice(question, _one_text(question, i)) for i in _items(raw, r"[,|\n]"))
        return tuple(dict.fromkeys(chosen))
    if question.kind == "liste":
        return tuple(_one_text(question, item) for item in _items(raw, r"[,|\n]"))
    return _ONE.get(question.kind, _as_it_is)(question, _one_text(question, raw))


def understood_rows(question: Question, raw: object) -> tuple[tuple[str, ...], ...]:
    """Return the rows that a text or a list stands for, each in its parts.

    Raises:
        SmqError: a role is none of `ROLES`.
    """
    return tuple(_row(item, question.kind) for item in _items(raw, r"[|\n]"))


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


def _date(_question: Question, text: str) -> str:
    return typed_date(text).isoformat()


def _as_it_is(_question: Question, text: str) -> str:
    return text


def _pattern(_question: Question, text: str) -> str:
    """Return a pattern of codes (`contracts.md` §5): it counts, and its codes name files."""
    rest = _PLACEHOLDER.sub("", text)
    if "{numero" not in text or not _SAFE.fullmatch(rest):
        raise SmqError(
            _("«{text}» is no pattern of codes."),
            _(
                "Use letters, digits and dashes with {{plateforme}}, {{processus}}, {{type}}"
                " and {{numero:03}}; the number is needed."
            ),
            text=text,
        )
    return text


def _items(raw: object, separators: str) -> Iterable[object]:
    if isinstance(raw, str):
        return [item for part in re.split(separators, raw) if (item := part.strip())]
    if isinstance(raw, list | tuple):
        return raw
    return [raw]


def _one_text(question: Question, raw: object) -> str:
    if isinstance(raw, list | tuple | Mapping):
        raise SmqError(
            _("«{key}» is one text, not a list."),
            _("Write it on one line after «{key}:»."),
            key=question.key,
        )
    return _spaced(raw)


def _spaced(raw: object) -> str:
    """Return a text with single spaces: the same name typed twice is the same person."""
    return " ".join(str(raw).split())


def _row(item: object, kind: str) -> tuple[str, ...]:
    if isinstance(item, Mapping):
        parts = tuple(_joined(item.get(name)) for name in ROWS[kind])
    elif isinstance(item, list | tuple):
        parts = tuple(_joined(part) for part in item)
    else:
        parts = tuple(_spaced(part) for part in str(item).split(";"))
    if kind == "personnes" and len(parts) > 2:
        roles = (_role(role) for role in parts[2].split(",") if role.strip())
        return (*parts[:2], ", ".join(dict.fromkeys(roles)))
    return parts


def _joined(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_spaced(v) for v in value)
    return "" if value is None else _spaced(value)


def _role(word: str) -> str:
    folded = slug(word)
    if folded in ROLES:
        return folded
    near = nearest(folded, ROLES)
    raise SmqError(
        _("«{word}» is no role of a person."),
        _("Nearest: {near}. Roles: {roles}.") if near else _("Roles: {roles}."),
        word=word.strip(),
        near=near or "",
        roles=", ".join(ROLES),
    )


def _choice(question: Question, text: str) -> str:
    values = question.values
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= len(values):
        return values[int(text) - 1]
    folded = slug(text)
    for value, labels in question.choices:
        if folded in (slug(value), *(slug(label) for _language, label in labels)):
            return value
    near = nearest(folded.replace("-", "_"), values)
    raise SmqError(
        _("«{text}» is none of the choices of «{key}»."),
        _("Nearest: {near}. Choices: {values}.") if near else _("Choices: {values}."),
        text=text,
        key=question.key,
        near=near or "",
        values=", ".join(values),
    )


def _yes_or_no(_question: Question, text: str) -> bool:
    folded = text.casefold()
    if folded in _YES:
        return True
    if folded in _NO:
        return False
    raise SmqError(_("«{text}» is neither yes nor no."), _("Answer yes or no."), text=text)


_ONE: Mapping[str, Callable[[Question, str], Answer]] = {
    "choix": _choice,
    "date": _date,
    "motif": _pattern,
    "oui_non": _yes_or_no,
}
"""Kind of a question with one answer → what understands it; any other is the text itself."""
