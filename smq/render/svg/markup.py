"""SVG elements as text: numbers to two decimals, everything escaped."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from smq.graph import writable
from smq.render.svg.font import FAMILY

INK = "#1d2530"
GREY = "#5b6673"
RULE = "#c9d0d8"
SLATE = "#3f4f63"


def number(value: float) -> str:
    """Return a coordinate rounded to two decimals, without useless zeros."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def element(name: str, *children: str, **attributes: str | float | None) -> str:
    """Return an element; `_` in an attribute's name stands for `-`, None leaves it out."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={_quoted(value)}"
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def escaped(text: str) -> str:
    """Return the text as the content of an element."""
    return escape(writable(text))


def rectangle(
    x: float, y: float, width: float, height: float, **attributes: str | float | None
) -> str:
    """Return a rectangle."""
    return element("rect", x=x, y=y, width=width, height=height, **attributes)


def polygon(points: Iterable[tuple[float, float]], **attributes: str | float | None) -> str:
    """Return a filled polygon."""
    corners = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return element("polygon", points=corners, **attributes)


def text(
    lines: Iterable[str],
    x: float,
    baseline: float,
    size: float,
    *,
    leading: float = 0,
    anchor: str | None = None,
    bold: bool = False,
    fill: str = INK,
) -> str:
    """Return lines of text, the first on `baseline`, the next `leading` lower each."""
    lines = tuple(lines)
    if not lines:
        return ""
    # One element a line: a space between two `tspan` would move a centred line.
    drawn = (
        element("text", escaped(line), x=x, y=baseline + index * leading)
        for index, line in enumerate(lines)
    )
    return element(
        "g",
        "\n".join(drawn),
        font_size=size,
        font_weight="bold" if bold else None,
        text_anchor=anchor,
        fill=fill,
    )


def document(
    parts: Iterable[str], width: float, height: float, *, name: str, title: str, description: str
) -> str:
    """Return a whole picture on white; title and description are for readers who do not see it."""
    ids = f"{name}-title", f"{name}-description"
    inside = "\n".join(
        [
            "",
            element("title", escaped(title), id=ids[0]),
            element("desc", escaped(description), id=ids[1]),
            rectangle(0, 0, width, height, fill="#ffffff"),
            *parts,
            "",
        ]
    )
    svg = element(
        "svg",
        inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=" ".join(ids),
        font_family=f"'{FAMILY}', Verdana, sans-serif",
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n'


def _quoted(value: str | float) -> str:
    return quoteattr(writable(value) if isinstance(value, str) else number(value))
