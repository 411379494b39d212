"""Numbering of lists: which definition a style uses, and a fresh count for each ordered list."""

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from smq.render.docx.names import Style
from smq.render.docx.oxml import Element, W, twips, w
from smq.render.docx.template import Template

DEEPEST = 8
STEP = 425
"""Indent of a level in a definition of our own, in twips."""

_BULLETS = ("•", "–", "▪")
_FORMATS = (("decimal", "."), ("lowerLetter", ")"), ("lowerRoman", "."))


class Numbering:
    """The numbering part of one document."""

    def __init__(self, template: Template) -> None:
        """Find the definitions that the template's list styles use; nothing is changed yet."""
        self._template = template
        self._abstracts: dict[bool, Element] = {}
        self._bullets: int | None = None
        self._found: Element | None = None

    def bullets(self) -> int:
        """Return the numbering of bullet lists."""
        if self._bullets is None:
            self._bullets = self._number(self._abstract(ordered=False))
        return self._bullets

    def ordered(self, level: int, start: int) -> int:
        """Return a numbering that starts at `start` on that level."""
        return self._number(self._abstract(ordered=True), level, start)

    def indent(self, ordered: bool, level: int) -> tuple[int, int]:
        """Return the left and hanging indents of a level, in twips."""
        for definition in self._abstract(ordered).findall(W + "lvl"):
            if definition.get(W + "ilvl") == str(level):
                found = definition.find(f"{W}pPr/{W}ind")
                if found is not None:
                    left = twips(found, "left", twips(found, "start", 0))
                    return left, twips(found, "hanging", 0)
        return STEP * (level + 1), STEP

    @property
    def _root(self) -> Element:
        if self._found is None:
            for rel in self._template.document.rels.values():
                if rel.reltype == RT.NUMBERING:
                    self._found = rel.target_part.element
        if self._found is None:
            part = self._template.add_part(
                "/word/numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, w("numbering")
            )
            self._found = part.element
        return self._found

    def _abstract(self, ordered: bool) -> Element:
        if ordered not in self._abstracts:
            style = Style.LIST_NUMBER if ordered else Style.LIST_BULLET
            found = self._of_style(style)
            self._abstracts[ordered] = self._new_abstract(ordered) if found is None else found
        return self._abstracts[ordered]

    def _of_style(self, name: str) -> Element | None:
        """Return the definition that the style points to, when it has levels of its own."""
        styles, identifier = self._template.styles_part, self._template.style(name)
        if styles is None or identifier is None:
            return None
        for style in styles.element.iter(W + "style"):
            if style.get(W + "styleId") == identifier:
                number = style.find(f"{W}pPr/{W}numPr/{W}numId")
                return None if number is None else self._definition(number.get(W + "val", ""))
        return None

    def _definition(self, number: str) -> Element | None:
        for num in self._root.findall(W + "num"):
            reference = num.find(W + "abstractNumId")
            if num.get(W + "numId") == number and reference is not None:
                for abstract in self._root.findall(W + "abstractNum"):
                    same = abstract.get(W + "abstractNumId") == reference.get(W + "val")
                    if same and len(abstract.findall(W + "lvl")) > DEEPEST:
                        return abstract
        return None

    def _new_abstract(self, ordered: bool) -> Element:
        abstract = definition(self._next("abstractNum", "abstractNumId"), ordered)
        first = self._root.find(W + "num")
        if first is None:
            self._root.append(abstract)
        else:
            first.addprevious(abstract)
        return abstract

    def _number(self, abstract: Element, level: int = 0, start: int | None = None) -> int:
        number = self._next("num", "numId")
        override = None
        if start is not None:
            override = w("lvlOverride", w("startOverride", val=start), ilvl=level)
        reference = w("abstractNumId", val=abstract.get(W + "abstractNumId"))
        element = w("num", reference, override, numId=number)
        last = self._root.findall(W + "num")
        if last:
            last[-1].addnext(element)
        else:
            self._root.append(element)
        return number

    def _next(self, tag: str, attribute: str) -> int:
        used = [int(e.get(W + attribute, "0")) for e in self._root.findall(W + tag)]
        return max(used, default=0) + 1


def definition(identifier: int, ordered: bool) -> Element:
    """Return a definition of nine levels: 1. a) i. or • – ▪."""
    abstract = w("abstractNum", w("multiLevelType", val="multilevel"), abstractNumId=identifier)
    for level in range(DEEPEST + 1):
        form, sign = _FORMATS[level % 3] if ordered else ("bullet", "")
        shown = f"%{level + 1}{sign}" if ordered else _BULLETS[level % 3]
        indent = w("ind", left=STEP * (level + 1), hanging=STEP)
        abstract.append(
            w(
                "lvl",
                w("start", val=1),
                w("numFmt", val=form),
                w("lvlText", val=shown),
                w("lvlJc", val="left"),
                w("pPr", indent),
                ilvl=level,
            )
        )
    return abstract
