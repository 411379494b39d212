"""Two versions of a document compared, as a page: removed words struck, added ones underlined."""

import re
from collections.abc import Iterator, Sequence

from smq.comparing import (
    BlockChange,
    Change,
    Comparison,
    FileChange,
    Part,
    SectionChange,
)
from smq.comparing.wording import closing, section_fate, section_name
from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.render.page import Block, Grid, Page, Prose
from smq.render.report_page import Heading, report_page
from smq.render.wording import NONE, literal

_FATES = {
    Change.ADDED: _("added"),
    Change.REMOVED: _("removed"),
    Change.CHANGED: _("changed"),
}
_DIGITS = 16
_BLOCK_MARK = re.compile(r"^(\d*)([#+|=.):-])(?=\s|[=|-]|#|$)")


def comparison_page(
    code: str,
    title: str,
    names: tuple[str, str],
    found: Comparison,
    reasons: Sequence[str],
    system: QualitySystem,
    say: Translator,
) -> Page:
    """Return the page of a comparison.

    Args:
        code: of the document.
        title: of the document.
        names: of both versions.
        found: what changed.
        reasons: what the history of the document says of it.
        system: the platform.
        say: language.
    """
    kind = say(_("Comparison of two versions"))
    heading = Heading(f"{code} – {title}", kind, code)
    return report_page(heading, _blocks(names, found, reasons, say), system, say)


def _blocks(
    names: tuple[str, str], found: Comparison, reasons: Sequence[str], say: Translator
) -> Iterator[Block]:
    rows = [(say(_("From")), literal(names[0])), (say(_("To")), literal(names[1]))]
    if reasons:
        rows.append((say(_("Why")), "<br>".join(literal(reason) for reason in reasons)))
    rows.append((say(_("In short")), literal(closing(found, say))))
    yield Grid("", (), tuple(rows), first_column_is_label=True, widths=(18, 82))
    yield Prose(say(_("Words removed are <s>struck</s>, words added are <u>underlined</u>.")))
    if found.original:
        yield _original(found.original, say)
    if found.fields:
        header = (say(_("Field")), say(_("Before")), say(_("After")))
        fields = tuple(
            (literal(c.field), literal(c.before or "") or NONE, literal(c.after or "") or NONE)
            for c in found.fields
        )
        yield Grid(say(_("Header")), header, fields, widths=(24, 38, 38))
    for section in found.sections:
        if section.differs:
            yield from _section(section, say)
    if found.pictures:
        titles = (say(_("Picture")), say(_("What became of it")))
        pictures = tuple((literal(c.path), say(_FATES[c.how])) for c in found.pictures)
        yield Grid(say(_("Pictures")), titles, pictures, widths=(70, 30))
    if found.links:
        header = (say(_("Code")), say(_("Title")), say(_("What became of it")))
        links = tuple(
            (literal(c), literal(t) or NONE, say(_FATES[how])) for c, t, how in found.links
        )
        yield Grid(say(_("Documents cited")), header, links, widths=(20, 60, 20))


def _original(change: FileChange, say: Translator) -> Grid:
    said = tuple(
        (say(label), f"sha256:{digest[:_DIGITS]}…" if digest else NONE)
        for label, digest in ((_("Before"), change.before), (_("After"), change.after))
    )
    title = say(_("The master file {path} changed"), path=change.path)
    note = say(_("What changed in it is not read: open both in the program that wrote them."))
    rows = (*said, (say(_("Note")), literal(note)))
    return Grid(title, (), rows, first_column_is_label=True, widths=(18, 82))


def _section(section: SectionChange, say: Translator) -> Iterator[Block]:
    fate = section_fate(section, say)
    name = literal(section_name(section, say))
    heading = f"## {name} ({literal(fate)})" if fate else f"## {name}"
    text: list[str] = [heading]
    for block in section.blocks:
        if block.how is Change.SAME:
            continue
        if block.kind == "table":
            if text:
                yield Prose("\n\n".join(text))
                text = []
            yield _table(block, say)
        else:
            text.append(_passage(block, say))
    if text:
        yield Prose("\n\n".join(text))


def _passage(block: BlockChange, say: Translator) -> str:
    said = _marked(block.parts)
    if block.look_only:
        said += f" *{literal(say(_('(same words, other bold, italics or address)')))}*"
    if block.marker:
        said = f"{block.marker} {said}"
    # What begins like a list or a heading would be set as one, and numbered anew.
    return _BLOCK_MARK.sub(r"\1\\\2", said, count=1)


def _table(block: BlockChange, say: Translator) -> Grid:
    first, *rows = block.rows
    header = (say(_("Row")), *(_marked(cell) or NONE for cell in first.cells))
    shown = tuple(
        (say(_FATES[row.how]), *(_marked(cell) or NONE for cell in row.cells))
        for row in rows
        if row.how is not Change.SAME
    )
    return Grid("", header, shown, compact=True)


def _marked(parts: Sequence[Part]) -> str:
    found = ""
    for part in parts:
        # Struck and underlined words that touch would read as one.
        touching = found.endswith("</s>") and part.how is Change.ADDED and part.text[:1].strip()
        found += (" " if touching else "") + _written(part)
    return found


def _written(part: Part) -> str:
    """Return words as inline Markdown that shows them as they are, spaces around kept outside."""
    return "\\\n".join(_line(line, part.how) for line in part.text.split("\n"))


def _line(text: str, how: Change) -> str:
    words = text.strip()
    if not words:
        return text
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :]
    shown = literal(words)
    if how is Change.REMOVED:
        shown = f"<s>{shown}</s>"
    elif how is Change.ADDED:
        shown = f"<u>{shown}</u>"
    return f"{lead}{shown}{tail}"
