"""How the questions of a kit are read, and how an answer to one is understood."""

import re
from collections.abc import Callable, Iterable, Mapping

from smq.errors import SmqError
from smq.i18n import _
from smq.kit.addresses import apart, gathered, together
from smq.kit.choices import choice, several, suggestion, suggestions_apart
from smq.kit.patterns import understood_pattern
from smq.kit.question import LISTS, ROWS, Answer, Part, Question, in_language
from smq.kit.typed import (
    is_name,
    is_none,
    is_person,
    is_short_name,
    is_unknown,
    typed_date,
    yes_or_no,
)
from smq.load.fields import Reader
from smq.model import Codification, nearest
from smq.slug import slug

FILE_KEYS = ("parties", "questions")
PART_KEYS = ("titre", "cles")
KEYS = (*("cle", "type", "question", "aide", "inconnu", "defaut", "obligatoire", "valeurs", "si"),)
CHOICE_KEYS = ("valeur", "libelle")
"""Keys of `questions.yaml`, of a part, of a question and of one of its choices."""
ROLES = ("direction", "responsable", "qualite", "operateur")
_NO_CODES = Codification()
_NONE_IS_DEFAULT = frozenset({"nom", "sigle", "personne", "motif", "date"})


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
    # No default is «not known yet»; an empty list says that there is none.
    given = reader.node("defaut") is not None
    raw: object = reader.texts("defaut") if question.kind in LISTS else reader.text("defaut")
    default = understand(question, raw) if given and raw is not None else None
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


def understand(
    question: Question, raw: object, language: str = "fr", codes: Codification = _NO_CODES
) -> Answer:
    """Return the answer that a text, a list or a mapping stands for; None = not known yet.

    A list is typed with commas; rows with semicolons between the parts of one, and `|` or line
    ends between rows.

    Args:
        question: what was asked.
        raw: what was answered.
        language: of the labels that an error quotes.
        codes: types, processes and short name that an example of a code may hold.

    Raises:
        SmqError: the answer is none of the choices, no date, no name, no yes or no.
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return () if question.kind in LISTS and raw is not None else None
    if isinstance(raw, str):
        if is_unknown(raw):
            return None
        if is_none(raw) and question.kind in (*LISTS, *_NONE_IS_DEFAULT):
            return () if question.kind in LISTS else question.default
    find = _BY_KIND.get(question.kind, _text)
    return find(question, raw, language, codes)


def understood_rows(
    question: Question, raw: object, language: str = "fr"
) -> tuple[tuple[str, ...], ...]:
    """Return the rows that a text or a list stands for, each in its parts.

    Raises:
        SmqError: a role is none of `ROLES`, or a name is none.
    """
    return tuple(_row(question, item, language) for item in _items(raw, r"[|\n]"))


def _text(question: Question, raw: object, _language: str, _codes: Codification) -> str:
    return _one_text(question, raw)


def _date(question: Question, raw: object, _language: str, _codes: Codification) -> str:
    return typed_date(_one_text(question, raw)).isoformat()


def _yes_or_no(question: Question, raw: object, _language: str, _codes: Codification) -> bool:
    return yes_or_no(_one_text(question, raw))


def _choice(question: Question, raw: object, language: str, _codes: Codification) -> str:
    return choice(question, _one_text(question, raw), language)


def _pattern(question: Question, raw: object, _language: str, codes: Codification) -> str:
    return understood_pattern(_one_text(question, raw), codes)


def _thing(question: Question, raw: object, language: str, _codes: Codification) -> str:
    return _name(question, _one_text(question, raw), language)


def _short_name(question: Question, raw: object, language: str, _codes: Codification) -> str:
    text = _one_text(question, raw)
    if is_short_name(text):
        return text
    raise SmqError(
        _("«{text}» is no short name."),
        _("What is asked: {help}"),
        text=text,
        help=in_language(question.help, language),
    )


def _person(question: Question, raw: object, language: str, _codes: Codification) -> str:
    return _full_name(question, _one_text(question, raw), language)


def _several(
    question: Question, raw: object, language: str, _codes: Codification
) -> tuple[str, ...]:
    items = raw if isinstance(raw, list | tuple) else [raw]
    chosen = (v for i in items for v in several(question, _one_text(question, i), language))
    return tuple(dict.fromkeys(chosen))


def _list(question: Question, raw: object, language: str, _codes: Codification) -> tuple[str, ...]:
    items = (_one_text(question, item) for item in _items(raw, r"[,;|\n]"))
    if question.choices:
        items = (part for item in items for part in suggestions_apart(question, item))
    found = (suggestion(question, i) or _name(question, i, language) for i in items)
    return tuple(dict.fromkeys(found))


def _rows(
    question: Question, raw: object, language: str, _codes: Codification
) -> tuple[tuple[str, ...], ...]:
    return understood_rows(question, raw, language)


def _full_name(question: Question, text: str, language: str) -> str:
    """Return the name of a person, with the e-mail typed beside it, which is no part of it."""
    name, addresses = apart(text)
    if "@" in name or (addresses and not name):
        raise SmqError(
            _("«{text}»: a @, but no name and e-mail that can be told apart.")
            if name
            else _("«{text}» is an e-mail; the name of the person is asked."),
            _("Write the name, then the e-mail if you like: {example}"),
            text=text,
            example="Camille Martin <camille.martin@univ.example>",
        )
    return together(_name(question, name, language, person=True), addresses)


def _name(question: Question, text: str, language: str, *, person: bool = False) -> str:
    if apart(text)[1]:
        raise SmqError(
            _("«{text}» holds an e-mail, and this name is printed in the documents."),
            _("Write the name alone. What is asked: {help}"),
            text=text,
            help=in_language(question.help, language),
        )
    if is_person(text) if person else is_name(text):
        return text
    raise SmqError(
        _("«{text}» is no full name of a person.") if person else _("«{text}» is no name."),
        _("What is asked: {help}"),
        text=text,
        help=in_language(question.help, language),
    )


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


def _row(question: Question, item: object, language: str) -> tuple[str, ...]:
    if isinstance(item, Mapping):
        parts = tuple(_joined(item.get(name)) for name in ROWS[question.kind])
    elif isinstance(item, list | tuple):
        parts = tuple(_joined(part) for part in item)
    else:
        parts = tuple(_spaced(part) for part in str(item).split(";"))
    parts = (*parts[:1], *("" if is_unknown(part) else part for part in parts[1:]))
    if question.kind == "personnes":
        return _person_row(question, gathered(parts), language)
    if parts and parts[0]:
        _name(question, parts[0], language)
    if question.kind == "unites" and any(parts[1:]):
        director, *others = gathered(parts[1:])
        named = _full_name(question, director, language) if director else ""
        return (parts[0], named, *others)
    return parts


def _person_row(question: Question, parts: tuple[str, ...], language: str) -> tuple[str, ...]:
    if parts and parts[0]:
        parts = (_full_name(question, parts[0], language), *parts[1:])
    if len(parts) > 2:
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


_BY_KIND: Mapping[str, Callable[[Question, object, str, Codification], Answer]] = {
    "choix": _choice,
    "choix_multiple": _several,
    "date": _date,
    "liste": _list,
    "motif": _pattern,
    "nom": _thing,
    "oui_non": _yes_or_no,
    "personne": _person,
    "sigle": _short_name,
    **dict.fromkeys(ROWS, _rows),
}
"""Kind of a question → what understands its answer; any other is the text itself."""
KINDS = ("texte", *_BY_KIND)
"""Types of questions (`docs/kits.md`)."""
