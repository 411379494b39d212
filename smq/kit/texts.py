"""Turns the texts of a kit into the texts of a platform: sandboxed Jinja over known names only."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from smq.errors import SmqError
from smq.i18n import _
from smq.load import text, yaml
from smq.model import Fields, Items, Node, Scalar, Word

if TYPE_CHECKING:
    from smq.kit.sandbox import Sandbox

_MANY_BLANKS = re.compile(r"\n{3,}")


def to_complete(expected: str, language: str = "fr") -> str:
    """Return the visible placeholder that asks for something."""
    if language == "en":
        return f"[To complete: {expected}]"
    return f"[À compléter : {expected}]"


def joined(words: Sequence[str], language: str = "fr") -> str:
    """Return a list in words: `a, b et c`."""
    if len(words) < 2:
        return "".join(words)
    last = " and " if language == "en" else " et "
    return ", ".join(words[:-1]) + last + words[-1]


@dataclass(frozen=True)
class Texts:
    """Renders texts with one set of names.

    Attributes:
        names: what the texts may say (`docs/kits.md`).
        language: of the placeholders.
    """

    names: Mapping[str, object]
    language: str = "fr"

    @cached_property
    def _sandbox(self) -> "Sandbox":
        from smq.kit.sandbox import Sandbox

        return Sandbox({"liste": self._list})

    def _list(self, words: Sequence[str], expected: str = "") -> str:
        """Return a list in words, else the placeholder that says what is expected."""
        if words:
            return joined(words, self.language)
        expected = expected or ("liste" if self.language == "fr" else "list")
        return to_complete(expected, self.language)

    def render(self, source: str, where: str) -> str:
        """Return a text with its names filled in.

        Raises:
            SmqError: the text uses an unknown name or is no Jinja; `where` is named.
        """
        if "{" not in source:
            return source
        try:
            return self._sandbox.rendered(source, self.names)
        except Exception as error:
            # A stranger's text can fail in as many ways as Python: each is a fault of the kit.
            raise SmqError(
                _("{where}: the text of the kit cannot be used ({reason})."),
                _("Mend this file of the kit, or take the kit again from its source."),
                where=where,
                reason=" ".join(str(error).split()) or type(error).__name__,
            ) from error

    def document(self, raw: bytes, where: str) -> tuple[dict[str, Any], str]:
        """Return the header (strings, lists, mappings) and the body of a kit's document.

        Raises:
            SmqError: the file is not a header and a body.
        """
        decoded = text.decode(raw)
        parts = text.split(decoded.text) if decoded else None
        node = yaml.parse(parts.header, 2) if parts and parts.header is not None else None
        if isinstance(node, yaml.Fault):
            raise SmqError(
                _("{where}: the header is no readable YAML, line {line}: {reason}."),
                where=where,
                line=node.line,
                reason=Word(node.reason),
            )
        if parts is None or not isinstance(node, Fields):
            raise SmqError(
                _("{where}: this is no document of a kit."),
                _("It starts with a header between two lines «---»."),
                where=where,
            )
        header = self._value(node, where)
        body = self.render(parts.body, where)
        body = _MANY_BLANKS.sub("\n\n", body).strip("\n")
        return header, f"{body}\n" if body else ""

    def _value(self, node: Node, where: str) -> Any:
        if isinstance(node, Scalar):
            return None if node.is_null else _typed(node, self.render(node.text, where).strip())
        if isinstance(node, Items):
            values = [self._value(item, where) for item in node.items]
            return [v for v in values if not _is_void(v)]
        return {key.text: self._value(value, where) for key, value in node.entries}


def _typed(node: Scalar, value: str) -> object:
    if not node.quoted and value in ("true", "false"):
        return value == "true"
    # 007 is a reference, not a number.
    if not node.quoted and value.isascii() and value.isdigit() and str(int(value)) == value:
        return int(value)
    return value


def _is_void(value: object) -> bool:
    """Return whether a list item rendered to nothing, so that its line is left out."""
    if isinstance(value, Mapping):
        return bool(value) and all(v in ("", None, [], {}) for v in value.values())
    return value in ("", None)


Code = Callable[[str, str], str]


def functions(codes: Mapping[str, str], language: str) -> dict[str, object]:
    """Return the functions that texts may call: `code`, `existe`, `a_completer`.

    Args:
        codes: model → code on this platform.
        language: of the placeholders.
    """

    def code(model: str, otherwise: str = "") -> str:
        return codes.get(model, otherwise)

    def existe(model: str) -> bool:
        return model in codes

    def a_completer(expected: str) -> str:
        return to_complete(expected, language)

    return {"code": code, "existe": existe, "a_completer": a_completer}
