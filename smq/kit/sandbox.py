"""The closed Jinja of kits: few words, no code, and an end to every loop (`design.md` §8)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace

STEPS = 20_000
"""Turns of all the loops of one text."""

LONGEST = 1_000_000
"""Characters of a text, items of a list."""

_FILTERS = ("default", "first", "last", "length", "list", "map", "rejectattr", "selectattr")
_METHODS = frozenset({"get", "items", "keys", "values"})
_REFUSED = (
    nodes.AssignBlock,
    nodes.Block,
    nodes.CallBlock,
    nodes.Concat,
    nodes.Extends,
    nodes.FilterBlock,
    nodes.FromImport,
    nodes.Import,
    nodes.Include,
    nodes.Macro,
)
_STEP = "each step counted"


class Sandbox(SandboxedEnvironment):
    """Renders texts of a stranger: what could run code, never end or fill the memory is refused."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, words: Mapping[str, Callable[..., str]]) -> None:
        """Make an environment whose own filters, `words`, turn a list of texts into a text."""
        super().__init__(
            undefined=StrictUndefined,
            autoescape=False,
            keep_trailing_newline=True,
            finalize=_plain,
        )
        self.filters = {name: FILTERS[name] for name in _FILTERS}
        self.filters["join"] = lambda items, between="": between.join(_small(items, between))
        self.filters |= {
            name: lambda items, *said, make=make: make(_small(items, ""), *said)
            for name, make in words.items()
        }
        self.filters[_STEP] = self._counted
        self.globals = {"namespace": Namespace}
        self._steps = 0

    def rendered(self, source: str, names: Mapping[str, object]) -> str:
        """Return a text with its names filled in.

        Raises:
            jinja2.TemplateError: the text is no Jinja, or uses what is refused.
        """
        tree = self.parse(source)
        for node in tree.find_all(nodes.Node):
            if isinstance(node, _REFUSED) or (isinstance(node, nodes.For) and node.recursive):
                raise SecurityError(f"«{type(node).__name__.lower()}» is not for kits")
            if isinstance(node, nodes.For):
                node.iter = nodes.Filter(node.iter, _STEP, [], [], None, None, lineno=node.lineno)
        self._steps = 0
        pieces: list[str] = []
        length = 0
        for piece in self.from_string(tree).generate(**names):
            length += len(piece)
            if length > LONGEST:
                raise SecurityError("the text is too long")
            pieces.append(piece)
        return "".join(pieces)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a text may use an attribute: of methods, those that read a mapping."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        return not callable(value) or (isinstance(obj, dict) and attr in _METHODS)

    def wrap_str_format(self, value: Any) -> None:
        """Give no safe `format`: padding fills the memory as well as any product."""

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Return left + right when it stays small; products and powers are not for kits."""
        if operator != "+":
            raise SecurityError(f"«{operator}» is not for kits")
        if (
            isinstance(left, Sized)
            and isinstance(right, Sized)
            and len(left) + len(right) > LONGEST
        ):
            raise SecurityError("a value is too long")
        return super().call_binop(context, operator, left, right)

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._steps += 1
            if self._steps > STEPS:
                raise SecurityError("a loop is too long")
            yield item


def _plain(value: Any) -> Any:
    """Return a value to write: a list may be huge, and nothing else is a text for people."""
    if value is None or isinstance(value, str | int | float | Undefined):
        return value
    raise SecurityError("only texts and numbers are written; a list with «liste» or «join»")


def _small(items: Iterable[Any], between: str) -> list[str]:
    words = [str(_plain(item)) for item in items]
    if sum(len(word) + len(between) for word in words) > LONGEST:
        raise SecurityError("a value is too long")
    return words
