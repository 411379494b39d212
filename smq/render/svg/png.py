"""SVG → PNG through resvg, with the bundled fonts alone: the same bytes on every machine."""

from smq.render.svg import font


def png(svg: str, width: int) -> bytes:
    """Return the picture as PNG, `width` pixels wide.

    Raises:
        FileNotFoundError: a bundled font is missing; resvg would leave all text out in silence.
    """
    import resvg_py

    for file in font.files():
        if not file.is_file():
            raise FileNotFoundError(file)
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        skip_system_fonts=True,
        font_files=[str(file) for file in font.files()],
        font_family=font.FAMILY,
        sans_serif_family=font.FAMILY,
    )
