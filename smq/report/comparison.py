"""`diff` as text: removed words in [-…-], added ones in {+…+}."""

from collections.abc import Iterator, Sequence

from smq.comparing import (
    BlockChange,
    Change,
    Comparison,
    FileChange,
    Part,
    RowChange,
    SectionChange,
)
from smq.comparing.wording import closing, section_fate, section_name
from smq.i18n import Translator, _
from smq.report.line import Line

_SIGNS = {Change.ADDED: "+ ", Change.REMOVED: "- ", Change.CHANGED: "  ", Change.SAME: "  "}
_ADDED, _REMOVED = ("{+", "+}"), ("[-", "-]")
_FATES = {
    Change.ADDED: _("added"),
    Change.REMOVED: _("removed"),
    Change.CHANGED: _("other content"),
}
_DIGITS = 12


def comparison(
    title: str, names: tuple[str, str], found: Comparison, reasons: Sequence[str], say: Translator
) -> Iterator[Line]:
    """Yield the lines of a comparison.

    Args:
        title: of the document, with its code.
        names: of both versions.
        found: what changed.
        reasons: what the history of the document says of it.
        say: language.
    """
    yield Line.of(title, "title")
    yield Line.of(say(_("From {before} to {after}."), before=names[0], after=names[1]))
    yield from (Line.of(f"  {reason}", "hint") for reason in reasons)
    yield Line.of()
    if found.original:
        yield from _original(found.original, say)
    if found.fields:
        yield Line.of(say(_("Header")), "title")
        for change in found.fields:
            before, after = change.before or "–", change.after or "–"
            yield Line.of(f"  {change.field} : {before} → {after}")
        yield Line.of()
    for section in found.sections:
        if section.differs:
            yield from _section(section, say)
    for picture in found.pictures:
        fate = say(_FATES[picture.how])
        yield Line.of(say(_("Picture {path}: {fate}"), path=picture.path, fate=fate))
    for code, name, how in found.links:
        sentence = _("Now cites {code}") if how is Change.ADDED else _("No longer cites {code}")
        yield Line.of(say(sentence, code=f"{code} – {name}" if name else code))
    if found.pictures or found.links:
        yield Line.of()
    yield Line.of(say(_("In all: {told}."), told=closing(found, say)))


def _original(change: FileChange, say: Translator) -> Iterator[Line]:
    yield Line.of(
        say(_("The master file {path} changed; what changed in it is not read."), path=change.path)
    )
    for label, digest in (
        (_("before: {text}"), change.before),
        (_("after: {text}"), change.after),
    ):
        text = f"sha256:{digest[:_DIGITS]}" if digest else "–"
        yield Line.of("  " + say(label, text=text))
    yield Line.of()


def _section(section: SectionChange, say: Translator) -> Iterator[Line]:
    fate = section_fate(section, say)
    name = section_name(section, say)
    yield Line.of(f"{name} ({fate})" if fate else name, "title")
    for block in section.blocks:
        if block.how is not Change.SAME:
            yield from _block(block, say)
    yield Line.of()


def _block(block: BlockChange, say: Translator) -> Iterator[Line]:
    sign = _SIGNS[block.how] + (f"{block.marker} " if block.marker else "")
    if block.kind == "table":
        yield from _table(block, say)
    elif block.look_only:
        said = say(_("(same words, other bold, italics or address)"))
        yield Line.of(f"{sign}{_marked(block.parts)} {said}")
    else:
        for line in _marked(block.parts).split("\n"):
            yield Line.of(f"{sign}{line}")


def _table(block: BlockChange, say: Translator) -> Iterator[Line]:
    first, *rows = block.rows
    yield Line.of("  " + say(_("Table: {titles}"), titles=_cells(first)))
    for row in rows:
        if row.how is not Change.SAME:
            yield Line.of(f"  {_SIGNS[row.how]}{_cells(row)}")


def _cells(row: RowChange) -> str:
    return " | ".join(_marked(cell) or "–" for cell in row.cells)


def _marked(parts: Sequence[Part]) -> str:
    return "".join(_written(part) for part in parts)


def _written(part: Part) -> str:
    if part.how is Change.SAME:
        return part.text
    begin, end = _ADDED if part.how is Change.ADDED else _REMOVED
    return f"{begin}{part.text}{end}"
