"""A YAML header as it was written: every scalar is text in NFC, everything has its place."""

from collections.abc import Iterator
from dataclasses import dataclass

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `quoted` tells `"non"` from `non`; lines and columns start at 1 in the file."""

    text: str
    line: int
    column: int
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Return whether nothing was written (empty, `~` or `null`, unquoted)."""
        return not self.quoted and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping, in the order of the file, duplicate keys kept."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int

    def get(self, key: str) -> "Node | None":
        """Return the first value written under that key."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None

    def key(self, key: str) -> Scalar | None:
        """Return the key itself, for its place."""
        return next((name for name, _ in self.entries if name.text == key), None)


Node = Scalar | Items | Fields


def text_of(node: Node | None) -> str | None:
    """Return a scalar's text, None when absent, null or no scalar."""
    if isinstance(node, Scalar) and not node.is_null:
        return node.text
    return None


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield every scalar value below a node, in the order of the file; nulls left out."""
    if isinstance(node, Scalar):
        if not node.is_null:
            yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Fields):
        for _, value in node.entries:
            yield from scalars(value)


def plain(node: Node | None) -> object:
    """Return the node as strings, lists and dicts; nulls are None; a first key wins."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    if isinstance(node, Fields):
        values: dict[str, object] = {}
        for name, value in node.entries:
            values.setdefault(name.text, plain(value))
        return values
    return None
