"""Says what means nothing in a register schema: each fault at the line of its word."""

from collections.abc import Iterator, Mapping

from smq.errors import SmqError
from smq.expressions import TODAY, understood
from smq.i18n import _
from smq.load.cells import KINDS
from smq.load.fields import Reader
from smq.model import Location, Node, Problem, nearest
from smq.model.register import RegisterSchema

KIND = "ill-formed-register"
KEYS = ("nom", "titre", "document", "cle", "conservation", "colonnes")
COLUMN_KEYS = (
    *("nom", "libelle", "type", "requis", "personnel", "confidentiel", "valeurs", "vers"),
    *("libelles", "expr", "motif", "aide", "a_transmettre", "anciens"),
)
RETENTION_KEYS = ("duree", "depuis", "sort", "date")

UNKNOWN_KEY = _("«{written}» is no key of a register schema.")
NO_NAME = _("A column has no name («nom»).")
TWICE = _("The column «{written}» stands twice.")
NO_KIND = _("«{written}» is no type of column.")
NO_TABLE = _("«{written}» leads to a table that has no schema.")
NO_COLUMN = _("«{written}» leads to a column that its table does not have.")
NO_TARGET = _("The column «{written}» is a reference, and «vers» does not say to what.")
NO_VALUES = _("The column «{written}» is a choice, and «valeurs» holds none.")
NO_EXPRESSION = _("The column «{written}» is computed, and «expr» does not say how.")
NOT_UNDERSTOOD = _("«{written}» is not understood near «{place}».")
NO_SUCH = _("«{written}» is no column of this table.")


def schema_faults(
    reader: Reader, schema: RegisterSchema, schemas: Mapping[str, RegisterSchema]
) -> Iterator[Problem]:
    """Yield what is wrong in a schema.

    Args:
        reader: its file.
        schema: what was read of it.
        schemas: all of the platform, by table: where references lead.
    """
    names = tuple(column.name for column in schema.columns if column.name)
    yield from _unknown(reader, KEYS)
    yield from _unknown(reader.mapping("conservation"), RETENTION_KEYS)
    key = reader.text("cle")
    if key and key not in names:
        yield _fault(reader, "cle", NO_SUCH, key, names)
    yield from _event(reader.mapping("conservation"), names)
    seen: set[str] = set()
    for item in reader.mappings("colonnes"):
        yield from _unknown(item, COLUMN_KEYS)
        name = item.text("nom")
        if not name:
            yield _fault(item, None, NO_NAME)
            continue
        if name in seen:
            yield _fault(item, "nom", TWICE, name)
        seen.add(name)
        yield from _kind(item, name)
        yield from _target(item, schemas)
        yield from _expression(item, "expr", names)
        yield from _expression(item, "a_transmettre", names)
        former = item.text("anciens")
        if former and former not in names:
            yield _fault(item, "anciens", NO_SUCH, former, names)


def _kind(item: Reader, name: str) -> Iterator[Problem]:
    kind = item.text("type") or "texte"
    if kind not in KINDS:
        yield _fault(item, "type", NO_KIND, kind, KINDS)
    if kind == "ref" and not item.text("vers"):
        yield _fault(item, "type", NO_TARGET, name)
    if kind == "enum" and not item.texts("valeurs"):
        yield _fault(item, "type", NO_VALUES, name)
    if kind == "calcul" and not item.text("expr"):
        yield _fault(item, "type", NO_EXPRESSION, name)


def _target(item: Reader, schemas: Mapping[str, RegisterSchema]) -> Iterator[Problem]:
    target = item.text("vers")
    if not target:
        return
    table, _dot, column = target.partition(".")
    if table not in schemas:
        yield _fault(item, "vers", NO_TABLE, target, tuple(schemas))
    elif column and schemas[table].column(column) is None:
        near = tuple(c.name for c in schemas[table].columns)
        yield _fault(item, "vers", NO_COLUMN, target, near)


def _event(kept: Reader, names: tuple[str, ...]) -> Iterator[Problem]:
    text = kept.text("date")
    if not text:
        return
    try:
        words = understood(text).words
    except SmqError as error:
        yield _fault(kept, "date", NOT_UNDERSTOOD, text, place=str(error.values.get("near", "")))
        return
    for word in sorted(words.difference(names)) if words else (text,):
        yield _fault(kept, "date", NO_SUCH, word, names)


def _expression(item: Reader, key: str, names: tuple[str, ...]) -> Iterator[Problem]:
    text = item.text(key)
    if not text:
        return
    try:
        words = understood(text).words
    except SmqError as error:
        yield _fault(item, key, NOT_UNDERSTOOD, text, place=str(error.values.get("near", "")))
        return
    for word in sorted(words - {*names, TODAY}):
        near = nearest(word, names)
        # A word far from every column is a text, which needs no quotes.
        if near:
            yield _fault(item, key, NO_SUCH, word, names)


def _unknown(reader: Reader, known: tuple[str, ...]) -> Iterator[Problem]:
    for name, _value in reader.fields.entries:
        if name.text not in known:
            yield _problem(reader, name, UNKNOWN_KEY, name.text, nearest(name.text, known))


def _fault(
    reader: Reader,
    key: str | None,
    message: str,
    written: str = "",
    words: tuple[str, ...] = (),
    place: str = "",
) -> Problem:
    node = reader.fields.get(key) if key else None
    word = written.rpartition(".")[2] if message == NO_COLUMN else written
    word = written.partition(".")[0] if message == NO_TABLE else word
    found = nearest(word, words) if words else None
    return _problem(reader, node or reader.fields, message, written, found, place)


def _problem(
    reader: Reader, node: Node, message: str, written: str, near: str | None, place: str = ""
) -> Problem:
    values = (("message", message), ("written", written), ("near", near or ""), ("place", place))
    return Problem(KIND, Location(reader.path, node.line, node.column), values)
