"""What two people wrote in one place, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap

from smq.i18n import Translator, _
from smq.merging import Passage, Sort

_NARROWEST = 60
_GAP = " │ "
_MOST = 24


@dataclass(frozen=True, slots=True)
class Told:
    """A passage, and what is known about it.

    Attributes:
        passage: what two people wrote in one place.
        document: code and title, or the path of another file.
        mine_by: who wrote what is here, and when.
        theirs_by: who wrote the other, and when.
    """

    passage: Passage
    document: str
    mine_by: str
    theirs_by: str


def passage_lines(told: Told, translate: Translator, width: int) -> Iterator[str]:
    """Yield the document, the place, and both writings in two columns.

    Args:
        told: the passage.
        translate: language of what is said.
        width: of the terminal.
    """
    yield f"{told.document} – {_place(told.passage, translate)}"
    column = (max(width, _NARROWEST) - 2 - len(_GAP)) // 2
    mine = [translate(_("here: {people}"), people=told.mine_by), "-" * column]
    theirs = [translate(_("shared: {people}"), people=told.theirs_by), "-" * column]
    mine += _wrapped(_written(told.passage, told.passage.mine, translate), column)
    theirs += _wrapped(_written(told.passage, told.passage.theirs, translate), column)
    for left, right in zip_longest(mine, theirs, fillvalue=""):
        yield f"  {left:<{column}}{_GAP}{right}".rstrip()


def _place(passage: Passage, translate: Translator) -> str:
    place = passage.place
    if passage.sort is Sort.TEXT:
        return (
            translate(_("text under «{title}»"), title=place[0]) if place else translate(_("text"))
        )
    if passage.sort is Sort.FIELD:
        return translate(_("field «{field}»"), field=" › ".join(place))
    if passage.sort is Sort.ROW:
        return translate(_("row «{row}»"), row=place[0])
    if passage.sort is Sort.CELL:
        return translate(_("row «{row}», column «{column}»"), row=place[0], column=place[1])
    if passage.sort is Sort.NAME:
        return translate(_("place and name of the file"))
    return translate(_("removed on one side, changed on the other"))


def _written(passage: Passage, text: str | None, translate: Translator) -> str:
    if text is None:
        return translate(_("(removed)"))
    if passage.sort is Sort.FILE:
        return translate(_("(kept, and changed)"))
    return text if text.strip() else translate(_("(nothing)"))


def _wrapped(text: str, width: int) -> list[str]:
    lines = [part for line in text.strip("\n").split("\n") for part in wrap(line, width) or [""]]
    return lines if len(lines) <= _MOST else [*lines[:_MOST], "…"]
