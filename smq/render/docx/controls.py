"""Content controls: what a reader of the Word file fills in."""

from collections.abc import Iterable

from lxml import etree

from smq.i18n import _
from smq.render.docx import oxml
from smq.render.docx.names import Style
from smq.render.docx.oxml import W14, Element, run, w
from smq.render.docx.writer import Writer

CHECKED, UNCHECKED = "☒", "☐"
_SYMBOLS = "Segoe UI Symbol"
_TASK = "task-list-item-checkbox"


def is_task(source: str) -> bool:
    """Return whether an inline HTML token is the box of a task."""
    return source.startswith("<input") and _TASK in source


def text_box(
    writer: Writer, title: str, tag: str, *, long: bool = False, hint: str = ""
) -> Element:
    """Return a text to type, on one line or several."""
    shown = hint or writer.translate(_("Type here"))
    kind = w("text", multiLine=1 if long else None)
    return _prompting(writer, title, tag, kind, shown)


def date_box(writer: Writer, title: str, tag: str) -> Element:
    """Return a date to pick, shown as dd/MM/yyyy."""
    language = "fr-FR" if writer.page.language == "fr" else "en-GB"
    kind = w(
        "date",
        w("dateFormat", val="dd/MM/yyyy"),
        w("lid", val=language),
        w("storeMappedDataAs", val="dateTime"),
        w("calendar", val="gregorian"),
    )
    return _prompting(writer, title, tag, kind, writer.translate(_("Choose a date")))


def choice_box(writer: Writer, title: str, tag: str, choices: Iterable[str]) -> Element:
    """Return a choice in a list; a choice written twice is offered once, as Word wants it."""
    offered = dict.fromkeys(choice for choice in choices if choice)
    items = [w("listItem", displayText=choice, value=choice) for choice in offered]
    kind = w("dropDownList", *items)
    return _prompting(writer, title, tag, kind, writer.translate(_("Choose")))


def check_box(writer: Writer, title: str, checked: bool = False, tag: str = "") -> Element:
    """Return a box to tick, in the line."""
    kind = etree.Element(W14 + "checkbox", nsmap={"w14": oxml.NAMESPACES["w14"]})
    for name, value in (("checked", "1" if checked else "0"),):
        etree.SubElement(kind, W14 + name).set(W14 + "val", value)
    for name, sign in (("checkedState", CHECKED), ("uncheckedState", UNCHECKED)):
        state = etree.SubElement(kind, W14 + name)
        state.set(W14 + "val", f"{ord(sign):04X}")
        state.set(W14 + "font", _SYMBOLS)
    fonts = w("rFonts", ascii=_SYMBOLS, hAnsi=_SYMBOLS, eastAsia=_SYMBOLS, cs=_SYMBOLS)
    shown = run(CHECKED if checked else UNCHECKED, fonts)
    return _control(writer, title, tag, [kind], shown)


def _prompting(writer: Writer, title: str, tag: str, kind: Element, shown: str) -> Element:
    style = writer.style(Style.PLACEHOLDER)
    look = w("rStyle", val=style) if style else w("color", val="808080")
    return _control(writer, title, tag, [w("showingPlcHdr"), kind], run(shown, look))


def _control(
    writer: Writer, title: str, tag: str, kind: list[Element], content: Element
) -> Element:
    properties = w(
        "sdtPr",
        w("alias", val=title[:64]),
        w("tag", val=tag[:64]) if tag else None,
        w("id", val=writer.next_id("sdt")),
        *kind,
    )
    return w("sdt", properties, w("sdtContent", content))
