"""Joins two writings of one YAML text: key by key, lists as sets in order, rows as a union."""

from collections.abc import Sequence
from dataclasses import dataclass

from smq.merging.passage import Passage, Settling, Side, Sort
from smq.merging.weave import woven
from smq.merging.yaml_entry import opened
from smq.merging.yaml_parts import Cut, Entry, cut, folded, item_names, named, shifted
from smq.model import Scalar, plain


@dataclass(frozen=True)
class YamlJoin:
    """Joins texts of one file.

    Attributes:
        path: of the file.
        settling: chooses between two values of one field.
    """

    path: str
    settling: Settling

    def joined(self, base: str, mine: str, theirs: str, place: tuple[str, ...] = ()) -> str | None:
        """Return the text that holds what both sides changed; mine keeps its form.

        Args:
            base: as both knew it, empty when it did not exist.
            mine: as it is here.
            theirs: as the others have it.
            place: names of the fields around it.

        Returns:
            None when one of them is no mapping and no list that can be read.
        """
        sides = [cut(text) for text in (base, mine, theirs)]
        old, here, there = sides
        if old is None or here is None or there is None or _mixed(old, here, there):
            return None
        if here.listed or there.listed:
            name = item_names([[e.value for e in side.entries] for side in (old, here, there)])
            old, here, there = (named(side, name) for side in (old, here, there))
        by = here.indent - there.indent if here.entries else 0
        moved = tuple(Entry(e.key, shifted(e.text, by), e.value) for e in there.entries)
        there = Cut(there.lead, moved, there.indent, there.listed)
        return (here.lead or there.lead) + "".join(self._entries(old, here, there, place))

    def _entries(self, old: Cut, here: Cut, there: Cut, place: tuple[str, ...]) -> Sequence[str]:
        base, mine, theirs = old.by_key, here.by_key, there.by_key
        kept: dict[str, str] = {}
        for key in woven(list(mine), list(theirs)):
            text = self._entry(base.get(key), mine.get(key), theirs.get(key), (*place, key))
            if text is not None:
                kept[key] = text
        return list(kept.values())

    def _entry(
        self, base: Entry | None, mine: Entry | None, theirs: Entry | None, place: tuple[str, ...]
    ) -> str | None:
        """Return the lines of one entry, None when it is gone."""
        if _same(mine, theirs) or _same(theirs, base):
            untouched = mine and base and mine.text == base.text
            # Who changed the form alone is followed where the other changed nothing.
            kept = theirs if untouched and theirs else mine
        elif _same(mine, base):
            kept = theirs
        else:
            return self._changed_twice(base, mine, theirs, place)
        return kept.text if kept else None

    def _changed_twice(
        self, base: Entry | None, mine: Entry | None, theirs: Entry | None, place: tuple[str, ...]
    ) -> str | None:
        if mine and theirs:
            both_hold = not isinstance(mine.value, Scalar) and not isinstance(theirs.value, Scalar)
            inside = self._inside(base, mine, theirs, place) if both_hold else None
            if inside is not None:
                return inside
        passage = Passage(self.path, Sort.FIELD, place, _shown(mine), _shown(theirs), _shown(base))
        kept = theirs if self.settling.side(passage) is Side.THEIRS else mine
        return kept.text if kept else None

    def _inside(
        self, base: Entry | None, mine: Entry, theirs: Entry, place: tuple[str, ...]
    ) -> str | None:
        """Return an entry whose value both sides changed, joined in its turn."""
        here, there = opened(mine), opened(theirs)
        old = opened(base).value if base and not isinstance(base.value, Scalar) else ""
        whole = self.joined(old, here.value, there.value, place)
        return None if whole is None else here.closed(whole)


def _same(one: Entry | None, other: Entry | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.text == other.text or plain(one.value) == plain(other.value)


def _shown(entry: Entry | None) -> str | None:
    if entry is None:
        return None
    value = entry.value
    return value.text if isinstance(value, Scalar) else folded(value)


def _mixed(*sides: Cut) -> bool:
    return len({side.listed for side in sides if side.entries}) > 1
