"""Reads `registres` of `smq.yaml`: tables whose rows lie in a file that the platform keeps."""

from collections.abc import Iterator

from smq.load.fields import Reader
from smq.model import Location, Scalar
from smq.model.register import Chosen, RegisterSource

KEYS = ("source", "feuille", "entete", "colonnes", "valeurs", "ou", "depuis")
"""Known keys of a table's settings."""


def register_sources(reader: Reader) -> tuple[RegisterSource, ...]:
    """Return the sources that the settings declare, and note the keys that are not known."""
    tables = reader.mapping("registres")
    found = []
    for name, _value in tables.fields.entries:
        inner = tables.mapping(name.text)
        inner.unknown(KEYS, "unknown-setting")
        found.append(_source(inner, name))
    return tuple(found)


def _source(reader: Reader, name: Scalar) -> RegisterSource:
    values = reader.mapping("valeurs")
    pattern, origin = reader.text("source"), reader.text("depuis")
    return RegisterSource(
        table=name.text,
        location=_place(reader, name),
        pattern=pattern.replace("\\", "/") if pattern else None,
        sheet=reader.text("feuille"),
        header=reader.integer("entete") or 1,
        columns=tuple(_pairs(reader.mapping("colonnes"))),
        values=tuple(
            (column.text, tuple(_pairs(values.mapping(column.text), theirs_first=True)))
            for column, _value in values.fields.entries
        ),
        condition=reader.text("ou"),
        origin=origin,
        placed=tuple((key.text, _place(reader, key)) for key, _value in reader.fields.entries),
    )


def _pairs(reader: Reader, *, theirs_first: bool = False) -> Iterator[Chosen]:
    for name, _value in reader.fields.entries:
        word = reader.text(name.text)
        if word is not None:
            ours, theirs = (word, name.text) if theirs_first else (name.text, word)
            yield Chosen(ours, theirs, _place(reader, name))


def _place(reader: Reader, scalar: Scalar) -> Location:
    return Location(reader.path, scalar.line, scalar.column)
