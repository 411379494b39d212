"""The places of a file that are left to fill in, with what a person needs to know of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from smq.load.facts import FileFacts, read_facts
from smq.load.markdown import find_placeholders
from smq.model import (
    Approval,
    Document,
    DocumentType,
    Fields,
    FieldType,
    Items,
    Node,
    QualitySystem,
    Scalar,
    scalars,
    text_of,
)
from smq.operations.header_edit import decoded, merging, unreadable
from smq.operations.text_blanks import Spot, spots

Path = tuple[str | int, ...]
"""Names and indexes down to a value."""

_PEOPLE = ("redacteur", "verificateur", "approbateur")
_NAMED = tuple((name,) for name in _PEOPLE)


@dataclass(frozen=True, slots=True)
class Blank:
    """One place to fill in.

    Attributes:
        place: titles of the headings above it, or the label of its field.
        expected: what is asked for, None when the text does not say.
        line, column: where it begins in the file.
        row: number of its row or item, from 1, None outside tables and lists.
        label: title of its column, or None.
        example: what stands beside it as an example, or None.
        table: what is the same for all places of one table or list, None outside.
        columns: titles of the columns of that table; empty for a list.
        path: names and indexes down to its value in the header; empty in the text.
        nth: which placeholder of that value it is.
        absent: the whole field is missing or empty although the type asks for it.
        items: names and indexes down to the list inside a row whose item it is, or None.
        person: which person is to be named (`redacteur`, `verificateur`, `approbateur`), or None.
    """

    place: tuple[str, ...]
    expected: str | None
    line: int
    column: int
    row: int | None = None
    label: str | None = None
    example: str | None = None
    table: str | None = None
    columns: tuple[str, ...] = ()
    path: Path = ()
    nth: int = 0
    absent: bool = False
    items: Path | None = None
    person: str | None = None

    @property
    def in_header(self) -> bool:
        """Return whether it stands in the header."""
        return bool(self.path)


def facts_of(system: QualitySystem, document: Document, raw: bytes) -> FileFacts:
    """Return the facts of a file as it is now.

    Raises:
        SmqError: it is not in UTF-8, its header cannot be read, or a merge is unfinished there.
    """
    decoded(raw, document.path)
    settings = system.settings
    facts = read_facts(
        raw, document.path, settings.codification, settings.reading, foreign=settings.foreign
    )
    for problem in facts.problems:
        if problem.kind == "unreadable-header":
            place = problem.location
            reason = dict(problem.values)["reason"]
            raise unreadable(document.path, reason, place.line or 1, place.column or 1)
        if problem.kind == "merge-marker":
            raise merging(document.path, problem.location.line or 1)
    return facts


def blanks(
    system: QualitySystem, document: Document, raw: bytes, language: str
) -> tuple[Blank, ...]:
    """Return the places left to fill in, in the order in which they are asked.

    The people whom nobody named come first, then the placeholders of the header, then the fields
    that the type asks for and that hold nothing, then the text.

    Raises:
        SmqError: the header cannot be read.
    """
    facts = facts_of(system, document, raw)
    declared = system.type_of(document)
    own = system.settings.reading.to_complete
    header = facts.header or Fields((), 1, 1)
    found = [*_unnamed(system, document, header, facts.header_end)] if facts.header else []
    found += _in_header(header, declared, language, own)
    if declared and facts.header and not document.original:
        found += _absent(header, declared, language, facts.header_end)
    return (*found, *(_in_text(spot) for spot in spots(raw, document.path, facts.body)))


def _in_header(
    header: Fields, declared: DocumentType | None, language: str, own: tuple[str, ...]
) -> Iterator[Blank]:
    types = {field.name: field for field in declared.fields} if declared else {}
    for name, node in header.entries:
        field = types.get(name.text)
        for path, scalar in _walk(node, (name.text,)):
            found = find_placeholders(scalar.text, scalar.line, own)
            for nth, placeholder in enumerate(found):
                yield _header_blank(path, nth, placeholder.expected, scalar, field, node, language)


def _walk(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Items):
        for at, item in enumerate(node.items):
            yield from _walk(item, (*path, at))
    else:
        for name, value in node.entries:
            yield from _walk(value, (*path, name.text))


def _header_blank(
    path: Path,
    nth: int,
    expected: str | None,
    scalar: Scalar,
    field: FieldType | None,
    node: Node,
    language: str,
) -> Blank:
    numbers = [part for part in path if isinstance(part, int)]
    names = [part for part in path if isinstance(part, str)]
    columns = field.columns if field else ()
    labels = {column.name: column.label(language) for column in columns}
    listed = isinstance(node, Items)
    below = names[1:] if listed else []
    return Blank(
        place=_titles(names, field, language, listed),
        expected=expected,
        line=scalar.line,
        column=scalar.column,
        row=numbers[0] + 1 if numbers else None,
        label=" › ".join(labels.get(name, name) for name in below) or None,
        table=f"header:{names[0]}" if listed else None,
        columns=tuple(labels.values()) or _keys_of_row(node, numbers),
        path=path,
        nth=nth,
        items=path[:-1] if isinstance(path[-1], int) and len(numbers) > 1 else None,
        person=names[0] if path in _NAMED else None,
    )


def _titles(
    names: list[str], field: FieldType | None, language: str, listed: bool
) -> tuple[str, ...]:
    first = field.label(language) if field else names[0]
    return (first,) if listed else (first, *names[1:])


def _keys_of_row(node: Node, numbers: list[int]) -> tuple[str, ...]:
    row = node.items[numbers[0]] if isinstance(node, Items) and numbers else None
    return tuple(name.text for name, _value in row.entries) if isinstance(row, Fields) else ()


def _absent(header: Fields, declared: DocumentType, language: str, end: int) -> Iterator[Blank]:
    for field in declared.fields:
        node = header.get(field.name)
        if not field.required or any(scalar.text.strip() for scalar in scalars(node)):
            continue
        key = header.key(field.name)
        yield Blank(
            place=(field.label(language),),
            expected=None,
            line=key.line if key else end,
            column=1,
            table=f"header:{field.name}" if field.kind in ("table", "liste") else None,
            columns=tuple(column.label(language) for column in field.columns),
            row=1 if field.kind in ("table", "liste") else None,
            path=(field.name,),
            absent=True,
        )


def _unnamed(
    system: QualitySystem, document: Document, header: Fields, end: int
) -> Iterator[Blank]:
    """Yield the people whom the type asks for (`smq explain missing-people`) and nobody named."""
    theirs = dict(document.keys)
    named = {name for name in _PEOPLE if text_of(header.get(theirs.get(name, name)))}
    for name in _asked(system.type_of(document), named):
        # A tree that smq did not make answers only for the keys that it maps.
        if name in named or (system.settings.foreign and name not in theirs):
            continue
        written = theirs.get(name, name)
        key = header.key(written)
        yield Blank(
            place=(written,),
            expected=None,
            line=key.line if key else end,
            column=1,
            path=(name,),
            absent=True,
            person=name,
        )


def _asked(declared: DocumentType | None, named: set[str]) -> tuple[str, ...]:
    match declared.approval if declared else Approval.FULL:
        case Approval.NONE:
            return ()
        case Approval.VERIFICATION:
            return ("verificateur",)
        case Approval.STRUCTURE if "verificateur" in named:
            return ("redacteur",)
        case _ if declared and declared.reviewer == "requis":
            return _PEOPLE
    return ("redacteur", "approbateur")


def _in_text(spot: Spot) -> Blank:
    return Blank(
        place=spot.headings,
        expected=spot.expected,
        line=spot.line,
        column=spot.column,
        row=spot.row,
        label=spot.label,
        example=spot.example,
        table=None if spot.table is None else f"text:{spot.table}",
        columns=spot.columns,
    )
