"""Reads typed values from header nodes, and notes what is not of its type."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from smq.i18n import _
from smq.model import Fields, Items, Location, Node, Problem, Scalar, Word, nearest

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_WHOLE = re.compile(r"[0-9]{1,9}")
_LONGEST = 60
"""Letters of a list or of fields that a sentence quotes."""
TRUE = frozenset({"true", "oui", "yes", "vrai"})
FALSE = frozenset({"false", "non", "no", "faux"})

A_DATE = Word(_("a date such as 2027-03-01"))
A_TEXT = Word(_("one text"))
A_LIST = Word(_("a list"))
A_MAPPING = Word(_("fields with a name (name: value)"))
A_NUMBER = Word(_("a whole number"))
YES_OR_NO = Word(_("true or false"))


@dataclass
class Reader:
    """Reads one mapping of one file.

    Attributes:
        fields: the mapping.
        path: of the file.
        problems: where faults are added.
        kind: rule that reports an ill-typed value.
        prefix: what stands before a key's name in a sentence, for example `plateforme.`.
        code: code of the document, once it is known.
        keys: our key → what stands in its place in this mapping; a key that is absent is itself.
    """

    fields: Fields
    path: str
    problems: list[Problem]
    kind: str = "ill-typed-field"
    prefix: str = ""
    code: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _values(self) -> dict[str, Node | None]:
        """Return the first value written under each key."""
        written: dict[str, Node | None] = {
            name.text: value for name, value in reversed(self.fields.entries)
        }
        renamed = {ours: written.get(theirs) for ours, theirs in self.keys.items()}
        return written | renamed if renamed else written

    def node(self, key: str) -> Node | None:
        """Return the value under a key; null counts as absent."""
        value = self._values.get(key)
        return None if isinstance(value, Scalar) and value.is_null else value

    def text(self, key: str) -> str | None:
        """Return one text."""
        value = self.node(key)
        if value is None:
            return None
        if isinstance(value, Scalar):
            return value.text
        self.wrong(key, value, A_TEXT)
        return None

    def needed(self, key: str) -> str:
        """Return one text without which the mapping says nothing; its absence is a problem."""
        found = self.text(key)
        if not found:
            self.wrong(key, Scalar("", self.fields.line, self.fields.column), A_TEXT)
        return found or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one text alone is a list of one."""
        return tuple(scalar.text for scalar in self.scalars(key))

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """Return a list of texts with their places; one text alone is a list of one."""
        value = self.node(key)
        if value is None:
            return ()
        if isinstance(value, Scalar):
            return (value,)
        if isinstance(value, Items):
            for item in value.items:
                if not isinstance(item, Scalar):
                    self.wrong(key, item, A_TEXT)
            return tuple(i for i in value.items if isinstance(i, Scalar) and not i.is_null)
        self.wrong(key, value, A_LIST)
        return ()

    def date(self, key: str) -> date | None:
        """Return a date written AAAA-MM-JJ; a placeholder counts as absent."""
        value = self.node(key)
        if value is None:
            return None
        if isinstance(value, Scalar):
            if value.text.lstrip().startswith("["):
                return None
            found = as_date(value.text)
            if found:
                return found
            meant = _day_first(value.text)
            if meant:
                self.wrong(key, value, A_DATE, right=meant.isoformat())
                return None
        self.wrong(key, value, A_DATE)
        return None

    def boolean(self, key: str, default: bool) -> bool:
        """Return true or false (also oui, non, yes, no)."""
        value = self.node(key)
        if value is None:
            return default
        if isinstance(value, Scalar) and value.text.casefold() in TRUE | FALSE:
            return value.text.casefold() in TRUE
        self.wrong(key, value, YES_OR_NO)
        return default

    def integer(self, key: str) -> int | None:
        """Return a whole number."""
        value = self.node(key)
        if value is None:
            return None
        if isinstance(value, Scalar) and _WHOLE.fullmatch(value.text):
            return int(value.text)
        self.wrong(key, value, A_NUMBER)
        return None

    def mapping(self, key: str) -> "Reader":
        """Return a reader of the mapping under a key, an empty one when absent."""
        value = self.node(key)
        if isinstance(value, Fields):
            return self._below(value, key)
        if value is not None:
            self.wrong(key, value, A_MAPPING)
        return self._below(Fields((), 1, 1), key)

    def mappings(self, key: str) -> "tuple[Reader, ...]":
        """Return a reader for each mapping of the list under a key."""
        value = self.node(key)
        if value is None:
            return ()
        if not isinstance(value, Items):
            self.wrong(key, value, A_LIST)
            return ()
        found = []
        for item in value.items:
            if isinstance(item, Fields):
                found.append(self._below(item, key))
            else:
                self.wrong(key, item, A_MAPPING)
        return tuple(found)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return a mapping of texts as pairs."""
        inner = self.mapping(key)
        return tuple(
            (name.text, value)
            for name, _value in inner.fields.entries
            if (value := inner.text(name.text)) is not None
        )

    def wrong(self, key: str, value: Node, expected: Word, right: str | None = None) -> None:
        """Note that a value is not of its type; `right` is what was meant, in the right writing."""
        self.problems.append(
            Problem(
                self.kind,
                Location(self.path, value.line, value.column),
                (
                    ("field", self._named(key)),
                    ("written", _written(value)),
                    ("expected", expected),
                    ("right", right or expected),
                ),
                self.code,
            )
        )

    def unknown(self, known: tuple[str, ...], kind: str) -> None:
        """Note the keys that are not known, with the nearest known one."""
        for name, _value in self.fields.entries:
            if name.text not in known:
                self.problems.append(
                    Problem(
                        kind,
                        Location(self.path, name.line, name.column),
                        (
                            ("key", f"{self.prefix}{name.text}"),
                            ("near", nearest(name.text, known) or ""),
                        ),
                    )
                )

    def _named(self, key: str) -> str:
        return f"{self.prefix}{self.keys.get(key, key)}"

    def _below(self, fields: Fields, key: str) -> "Reader":
        prefix = f"{self._named(key)}."
        return Reader(fields, self.path, self.problems, self.kind, prefix, self.code)


def _written(node: Node) -> str:
    """Return a value on one line, cut when it is long."""
    if isinstance(node, Scalar):
        return node.text
    text = " ".join(_in_brackets(node).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _in_brackets(node: Node) -> str:
    if isinstance(node, Items):
        return f"[{', '.join(map(_in_brackets, node.items))}]"
    if isinstance(node, Fields):
        entries = (f"{name.text}: {_in_brackets(value)}" for name, value in node.entries)
        return f"{{{', '.join(entries)}}}"
    return node.text


def as_date(text: str) -> date | None:
    """Return the date that a text AAAA-MM-JJ is, None when it is none."""
    match = _ISO.fullmatch(text.strip())
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _day_first(text: str) -> date | None:
    """Return the date that a text JJ/MM/AAAA means, None when it means none."""
    match = _DAY_FIRST.fullmatch(text.strip())
    return as_date(f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}") if match else None


def duplicates(node: Node | None, path: str, code: str | None = None) -> list[Problem]:
    """Return a problem for each key written twice in one mapping, at any depth."""
    found: list[Problem] = []
    if node is None or not _repeats_a_key(node):
        return found
    if isinstance(node, Fields):
        first: dict[str, int] = {}
        for name, value in node.entries:
            if name.text in first:
                values = (("key", name.text), ("first", str(first[name.text])))
                found.append(
                    Problem("duplicate-key", Location(path, name.line, name.column), values, code)
                )
            first.setdefault(name.text, name.line)
            if not isinstance(value, Scalar):
                found.extend(duplicates(value, path, code))
    elif isinstance(node, Items):
        for item in node.items:
            if not isinstance(item, Scalar):
                found.extend(duplicates(item, path, code))
    return found


def _repeats_a_key(node: Node) -> bool:
    if isinstance(node, Fields):
        if len({name.text for name, _value in node.entries}) < len(node.entries):
            return True
        return any(
            not isinstance(value, Scalar) and _repeats_a_key(value) for _n, value in node.entries
        )
    return isinstance(node, Items) and any(map(_repeats_a_key, node.items))
