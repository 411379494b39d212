"""The process map: three families between the needs of users and their satisfaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from smq.i18n import Translator, _
from smq.model import Process
from smq.render.svg.families import FAMILIES, Family, family_of, set_in
from smq.render.svg.font import bundled
from smq.render.svg.markup import (
    GREY,
    INK,
    SLATE,
    document,
    element,
    escaped,
    number,
    polygon,
    rectangle,
    text,
)
from smq.render.svg.wrapping import balanced

_MARGIN = 14.0
_HEAD_SIZE = 17.0
_PILLAR = 44.0
_ARROW = 34.0
_BETWEEN = 28.0
_BOX = 214.0
_GAP = 18.0
_PAD = 18.0
_BAND_HEAD = 38.0
_TITLE_SIZE, _TITLE_LEADING = 14.5, 18.5
_CODE_SIZE, _OWNER_SIZE = 12.5, 11.5
_PILLAR_SIZE = 14.5
_LEAST_BOX = 70.0
# Three bands of that height leave each pillar room for its words on one line.
_LEAST_INSIDE = 84.0


@dataclass(frozen=True, slots=True)
class _Box:
    """A process with its words cut into lines."""

    process: Process
    code: tuple[str, ...]
    title: tuple[str, ...]
    owner: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return the height that the words need."""
        words = len(self.code) * 16 + len(self.title) * _TITLE_LEADING + len(self.owner) * 16
        return 15 + words + (9 if self.owner else 5)


@dataclass(frozen=True, slots=True)
class _Band:
    """A family with its rows of boxes."""

    family: Family
    rows: tuple[tuple[_Box, ...], ...]

    @property
    def heights(self) -> tuple[float, ...]:
        """Return the height of each row, that of its tallest box."""
        return tuple(max(_LEAST_BOX, *(box.height for box in row)) for row in self.rows)

    @property
    def inside(self) -> float:
        """Return the height of the rows together."""
        return sum(self.heights) + _GAP * max(len(self.rows) - 1, 0)

    @property
    def height(self) -> float:
        """Return the height of the whole band."""
        return _BAND_HEAD + max(self.inside, _LEAST_INSIDE) + _PAD


def process_map(
    processes: Sequence[Process],
    translate: Translator,
    platform: str = "",
    owners: Mapping[str, str] | None = None,
) -> str:
    """Return the process map as SVG.

    Args:
        processes: in the order of `smq.yaml`; any number a family, none included.
        translate: the language of the picture.
        platform: name shown above the map, empty for none.
        owners: code of a process → name of its owner, shown when given.
    """
    bands = _bands(processes, owners or {}, translate)
    columns = max(2, *(len(row) for band in bands for row in band.rows), 0)
    width = columns * _BOX + (columns - 1) * _GAP + 2 * _PAD
    left = _MARGIN + _PILLAR + _ARROW
    full = 2 * left + width
    title = _title(translate, platform)
    heading = (
        balanced(title, full - 2 * _MARGIN, bundled(bold=True), _HEAD_SIZE) if platform else ()
    )
    top = _MARGIN + len(heading) * 24 + (16 if heading else 0)
    height = sum(band.height for band in bands) + _BETWEEN * (len(bands) - 1)
    parts = [
        text(heading, full / 2, _MARGIN + 20, _HEAD_SIZE, leading=24, anchor="middle", bold=True),
        *_pillars(left, width, top, height, translate),
    ]
    y = top
    for band in bands:
        parts.append(_band(band, left, y, width, translate))
        if band.family.word == "realisation":
            parts.extend(_flow(left, width, y, band.height))
        y += band.height + _BETWEEN
    told = _description(bands, translate)
    bottom = top + height + _MARGIN
    return document(parts, full, bottom, name="map", title=title, description=told)


def _title(translate: Translator, platform: str) -> str:
    title = translate(_("Process map"))
    return f"{title} – {set_in(translate, platform)}" if platform else title


def _description(bands: Sequence[_Band], translate: Translator) -> str:
    sentences = [
        translate(
            _("Three families of processes lead from the needs of users to their satisfaction.")
        )
    ]
    for band in bands:
        names = (f"{b.process.code} {b.process.title}".strip() for row in band.rows for b in row)
        listed = ", ".join(names) or translate(_("no process"))
        heading = translate(band.family.heading)
        sentence = translate(_("{family}: {processes}."), family=heading, processes=listed)
        sentences.append(set_in(translate, sentence))
    return " ".join(sentences)


def _bands(
    processes: Sequence[Process], owners: Mapping[str, str], translate: Translator
) -> tuple[_Band, ...]:
    groups = [[p for p in processes if family_of(p) is family] for family in FAMILIES]
    most = _columns(max(len(group) for group in groups))
    return tuple(
        _Band(family, _rows([_box(p, owners, translate) for p in group], most))
        for family, group in zip(FAMILIES, groups, strict=True)
    )


def _columns(largest: int) -> int:
    """Return the most boxes of a row: three as long as two rows are enough, five at the most."""
    return min(5, max(3, ceil(largest / 2)))


def _rows(boxes: Sequence[_Box], most: int) -> tuple[tuple[_Box, ...], ...]:
    if not boxes:
        return ()
    length = ceil(len(boxes) / ceil(len(boxes) / most))
    return tuple(tuple(boxes[i : i + length]) for i in range(0, len(boxes), length))


def _box(process: Process, owners: Mapping[str, str], translate: Translator) -> _Box:
    width = _BOX - 24
    title = balanced(set_in(translate, process.title), width, bundled(), _TITLE_SIZE)
    name = owners.get(process.code)
    owner = translate(_("Owner: {name}"), name=name) if name else ""
    return _Box(
        process=process,
        code=balanced(process.code, width, bundled(bold=True), _CODE_SIZE),
        title=title,
        owner=balanced(set_in(translate, owner), width, bundled(), _OWNER_SIZE),
    )


def _band(band: _Band, x: float, y: float, width: float, translate: Translator) -> str:
    look = band.family.look
    middle = x + width / 2
    heading = translate(band.family.heading)
    parts = [
        rectangle(x, y, width, band.height, rx=8, fill=look.tint, stroke=look.dark, stroke_width=1),
        text([heading], middle, y + 25, 15.5, anchor="middle", bold=True, fill=look.dark),
    ]
    if not band.rows:
        empty = translate(_("No process"))
        parts.append(text([empty], middle, y + band.height / 2 + 5, 13, anchor="middle", fill=GREY))
    top = y + _BAND_HEAD + max(0, _LEAST_INSIDE - band.inside) / 2
    for row, height in zip(band.rows, band.heights, strict=True):
        left = middle - (len(row) * (_BOX + _GAP) - _GAP) / 2
        for index, box in enumerate(row):
            parts.append(_drawn(box, left + index * (_BOX + _GAP), top, height, look.dark))
        top += height + _GAP
    return element("g", *parts)


def _drawn(box: _Box, x: float, y: float, height: float, dark: str) -> str:
    middle = x + _BOX / 2
    baseline = y + (height - box.height) / 2 + 21
    below_code = baseline + 4 + len(box.code) * 16
    below_title = below_code + len(box.title) * _TITLE_LEADING
    dark_lines = text(
        box.code, middle, baseline, _CODE_SIZE, leading=16, anchor="middle", bold=True, fill=dark
    )
    return element(
        "g",
        element("title", escaped(f"{box.process.code} – {box.process.title}")),
        rectangle(x, y, _BOX, height, rx=5, fill="#ffffff", stroke=dark, stroke_width=1.4),
        dark_lines,
        _lines(box.title, middle, below_code, _TITLE_SIZE, _TITLE_LEADING, INK),
        _lines(box.owner, middle, below_title, _OWNER_SIZE, 16, GREY),
    )


def _lines(
    lines: Sequence[str], x: float, baseline: float, size: float, leading: float, fill: str
) -> str:
    return text(lines, x, baseline, size, leading=leading, anchor="middle", fill=fill)


def _pillars(
    left: float, width: float, top: float, height: float, translate: Translator
) -> list[str]:
    """Return the two pillars, read upwards."""
    words = (
        _("Needs of users and interested parties"),
        _("Satisfaction of users and interested parties"),
    )
    places = (_MARGIN, left + width + _ARROW)
    return [_pillar(translate(word), x, top, height) for word, x in zip(words, places, strict=True)]


def _pillar(words: str, x: float, y: float, height: float) -> str:
    lines = balanced(words, height - 24, bundled(bold=True), _PILLAR_SIZE)
    middle_x, middle_y = x + _PILLAR / 2, y + height / 2
    first = middle_y + 5 - (len(lines) - 1) * 9
    return element(
        "g",
        rectangle(x, y, _PILLAR, height, rx=8, fill=SLATE),
        element(
            "g",
            text(
                lines,
                middle_x,
                first,
                _PILLAR_SIZE,
                leading=18,
                anchor="middle",
                bold=True,
                fill="#ffffff",
            ),
            transform=f"rotate(-90 {number(middle_x)} {number(middle_y)})",
        ),
    )


def _flow(left: float, width: float, y: float, height: float) -> list[str]:
    """Return the arrows into and out of the realisation, and those of the other two upon it."""
    middle = y + height / 2
    sideways = [
        polygon(_arrow(start, middle), fill=SLATE)
        for start in (left - _ARROW + 5, left + width + 5)
    ]
    centre = left + width / 2
    return [
        *sideways,
        polygon(_triangle(centre, y - _BETWEEN / 2, 6), fill=SLATE),
        polygon(_triangle(centre, y + height + _BETWEEN / 2, -6), fill=SLATE),
    ]


def _triangle(x: float, y: float, tip: float) -> list[tuple[float, float]]:
    return [(x - 13, y - tip), (x + 13, y - tip), (x, y + tip)]


def _arrow(x: float, y: float) -> list[tuple[float, float]]:
    end, neck = x + _ARROW - 10, x + _ARROW - 22
    return [
        (x, y - 7),
        (neck, y - 7),
        (neck, y - 15),
        (end, y),
        (neck, y + 15),
        (neck, y + 7),
        (x, y + 7),
    ]
