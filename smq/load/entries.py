"""Finds what the entries of `smq.yaml` lack, say twice, or are of another format."""

from collections.abc import Iterator

from smq.load.fields import Reader
from smq.model import Location, Problem, Scalar, nearest

FORMAT = "1"
"""The format of `smq.yaml` that is read here (`contracts.md` §1)."""
NEEDED = {
    "processus": ("code", "titre"),
    "unites": ("nom",),
    "plateaux": ("nom",),
    "derogations": ("regle", "motif"),
}
"""List of the file → what each of its entries cannot do without."""
_ALONE = {"processus": "code", "unites": "nom", "plateaux": "nom"}
"""List of the file → what no two of its entries may share."""


def faults_of_entries(reader: Reader) -> Iterator[Problem]:
    """Yield a problem for each entry that lacks something or is there twice, and for the format."""
    written = reader.node("smq")
    if isinstance(written, Scalar) and written.text != FORMAT:
        yield _problem("unknown-format", reader, written, written=written.text, known=FORMAT)
    for key, needed in NEEDED.items():
        for entry in reader.mappings(key):
            for name in needed:
                # A list or fields in place of a name are said by the reader of the settings.
                value = entry.node(name)
                empty = value is None or (isinstance(value, Scalar) and not value.text.strip())
                if empty and not _is_misspelt(entry, name, needed):
                    yield _lacking(entry, name)
    for key, name in _ALONE.items():
        yield from _twice(reader, key, name)


def _twice(reader: Reader, key: str, name: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for entry in reader.mappings(key):
        written = entry.node(name)
        if not isinstance(written, Scalar) or not written.text.strip():
            continue
        if written.text in first:
            yield _problem(
                "setting-twice",
                reader,
                written,
                field=f"{key}.{name}",
                written=written.text,
                first=str(first[written.text]),
            )
        first.setdefault(written.text, written.line)


def _is_misspelt(entry: Reader, name: str, needed: tuple[str, ...]) -> bool:
    """Return whether a key of the entry is a slip for a name, which SYN014 says."""
    keys = (key.text for key, _value in entry.fields.entries if key.text not in needed)
    return any(nearest(key, (name,)) for key in keys)


def _lacking(entry: Reader, name: str) -> Problem:
    key = entry.prefix.removesuffix(".")
    place = entry.fields.key(name) or entry.fields
    said = next(
        (v.text for _name, v in entry.fields.entries if isinstance(v, Scalar) and v.text), ""
    )
    return _problem("incomplete-setting", entry, place, field=key, name=name, said=said)


def _problem(kind: str, reader: Reader, at: object, **values: str) -> Problem:
    line, column = getattr(at, "line", 1), getattr(at, "column", 1)
    return Problem(kind, Location(reader.path, line, column), tuple(values.items()))
