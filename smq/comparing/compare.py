"""Compares two texts: sections with sections, passages with passages, words with words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from smq.comparing.aligning import Pair, aligned, moved
from smq.comparing.passages import Passage, Section, sections
from smq.comparing.result import BlockChange, SectionChange
from smq.comparing.tables import table_change, whole_table
from smq.comparing.words import Change, likeness, words

_PASSAGES = 0.4
_SECTIONS = 0.6
_TOLD = 5
"""Words below which what stands under a heading does not tell which section it is."""


def compare(before: str, after: str) -> tuple[SectionChange, ...]:
    """Return the sections of two Markdown texts without header, in the order of the later one.

    A section that is gone stands behind what it followed.
    """
    olds, news = sections(before), sections(after)
    pairs = _paired(olds, news)
    partner = {j: i for i, j in pairs}
    away = moved([partner[j] for j in sorted(partner)])
    found = [
        _section(olds[partner[j]], new, (partner[j], j), is_moved=partner[j] in away)
        if j in partner
        else _section(None, new, (None, j))
        for j, new in enumerate(news)
    ]
    for i, old in enumerate(olds):
        if i not in partner.values():
            place = next((n for n, one in enumerate(found, 1) if one.before == i - 1), 0)
            found.insert(place, _section(old, None, (i, None)))
    return tuple(found)


def _paired(olds: Sequence[Section], news: Sequence[Section]) -> list[tuple[int, int]]:
    """Return which section is which: same headings above it, same heading, then what resembles."""
    left_old, left_new = set(range(len(olds))), set(range(len(news)))
    found: list[tuple[int, int]] = []
    chains = (_chains(olds), _chains(news))
    titles = ([(one.title,) for one in olds], [(one.title,) for one in news])
    for old_keys, new_keys in (chains, titles):
        waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i in sorted(left_old):
            waiting[old_keys[i]].append(i)
        for j in sorted(left_new):
            if waiting[new_keys[j]]:
                found.append((waiting[new_keys[j]].pop(0), j))
        left_old -= {i for i, _j in found}
        left_new -= {j for _i, j in found}
    scored = sorted(
        ((_alike(olds[i], news[j]), -i, -j) for i in left_old for j in left_new), reverse=True
    )
    for score, i, j in scored:
        if score >= _SECTIONS and -i in left_old and -j in left_new:
            found.append((-i, -j))
            left_old.discard(-i)
            left_new.discard(-j)
    return found


def _chains(found: Sequence[Section]) -> list[tuple[str, ...]]:
    """Return, for each section, the headings above it and its own."""
    above: list[Section] = []
    chains = []
    for section in found:
        above = [*(one for one in above if one.level < section.level), section]
        chains.append(tuple(one.title for one in above))
    return chains


def _alike(old: Section, new: Section) -> float:
    if not old.level or not new.level:
        return 0.0
    of_titles = likeness(old.title, new.title)
    if min(len(old.words.split()), len(new.words.split())) < _TOLD:
        return of_titles
    return max(of_titles, likeness(old.words, new.words))


def _section(
    old: Section | None,
    new: Section | None,
    places: Pair,
    *,
    is_moved: bool = False,
) -> SectionChange:
    one, other = old or Section(0, "", ()), new or Section(0, "", ())
    title = words(one.title, other.title)
    blocks = tuple(_blocks(one.passages, other.passages))
    if old is None or new is None:
        how = Change.ADDED if old is None else Change.REMOVED
    else:
        told = (*(part.how for part in title), *(block.how for block in blocks))
        same = one.level == other.level and all(each is Change.SAME for each in told)
        how = Change.SAME if same else Change.CHANGED
    return SectionChange(how, (new or one).level, title, blocks, *places, moved=is_moved)


def _blocks(olds: Sequence[Passage], news: Sequence[Passage]) -> Iterator[BlockChange]:
    pairs = aligned(olds, news, _key, _passages_alike, _PASSAGES)
    for i, j in pairs:
        old = olds[i] if i is not None else None
        new = news[j] if j is not None else None
        yield _block(old, new)


def _block(old: Passage | None, new: Passage | None) -> BlockChange:
    shown = new or old
    assert shown is not None
    if old is None or new is None:
        how = Change.ADDED if old is None else Change.REMOVED
        if shown.kind == "table":
            return whole_table(shown.rows, how)
        parts = words(old.text if old else "", new.text if new else "")
        return BlockChange(shown.kind, how, parts, marker=shown.marker)
    if shown.kind == "table":
        return table_change(old.rows, new.rows)
    parts = words(old.text, new.text)
    only_look = old.text == new.text and old.look != new.look
    same = old.text == new.text and not only_look
    return BlockChange(
        shown.kind,
        Change.SAME if same else Change.CHANGED,
        parts,
        marker=shown.marker,
        look_only=only_look,
    )


def _key(passage: Passage) -> tuple[object, ...]:
    return passage.kind, passage.text, passage.rows, passage.look


def _passages_alike(old: Passage, new: Passage) -> float:
    if ("table" in (old.kind, new.kind)) and old.kind != new.kind:
        return 0.0
    if old.kind == "table" and old.rows[:1] == new.rows[:1]:
        return 1.0
    return likeness(old.words, new.words)
