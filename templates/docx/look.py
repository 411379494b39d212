"""The look of the default Word template: its colours, fonts and styles, as data."""

NAVY, BLUE, PALE, LINE, GREY = "1F3864", "2F5496", "E9EEF7", "A9B7CF", "595959"
FONT, MONO = "Arial", "Courier New"


def fonts(name: str) -> str:
    """Return the element that names a font for every kind of letter."""
    kinds = " ".join(f'w:{kind}="{name}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:rFonts {kinds}/>"


def _gap(before: int, after: int, line: int = 0, rule: str = "auto") -> str:
    height = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _left(twips: int, hanging: int = 0) -> str:
    return f'<w:ind w:left="{twips}"' + (f' w:hanging="{hanging}"/>' if hanging else "/>")


def _color(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/>'


def _edge(side: str, width: int, space: int, color: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{color}"/>'


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def _list(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def _bold(color: str, size: int) -> str:
    return "<w:b/>" + _color(color) + _size(size)


_NEXT, _WHOLE = "<w:keepNext/>", "<w:keepLines/>"
_BOTH = _NEXT + _WHOLE
_CENTRED = '<w:jc w:val="center"/>'
_B, _I = "<w:b/>", "<w:i/>"
_MONO = fonts(MONO)
_BAR = f"<w:pBdr>{_edge('left', 18, 8, LINE)}</w:pBdr>"
_RULE = f"<w:pBdr>{_edge('bottom', 6, 1, LINE)}</w:pBdr>"
_CODE = f"<w:pBdr>{_edge('top', 4, 3, 'F2F2F2')}{_edge('bottom', 4, 3, 'F2F2F2')}</w:pBdr>"
_TAB = '<w:tabs><w:tab w:val="left" w:pos="425"/></w:tabs>'

PARAGRAPHS: tuple[tuple[str, str, str, str, str], ...] = (
    # name, based on, next, paragraph properties, run properties
    (
        "heading 1",
        "Normal",
        "Normal",
        _BOTH + _gap(160, 60) + _outline(1),
        _bold(NAVY, 24),
    ),
    (
        "heading 2",
        "Normal",
        "Normal",
        _BOTH + _gap(120, 50) + _outline(2),
        _bold(BLUE, 21),
    ),
    ("heading 3", "Normal", "Normal", _BOTH + _gap(140, 40) + _outline(3), _B + _color(NAVY)),
    ("heading 4", "Normal", "Normal", _BOTH + _gap(120, 40) + _outline(4), _B + _I + _color(BLUE)),
    ("heading 5", "Normal", "Normal", _BOTH + _gap(140, 40) + _outline(5), _I + _color(BLUE)),
    ("heading 6", "Normal", "Normal", _BOTH + _gap(140, 40) + _outline(6), _color(GREY)),
    ("Title", "Normal", "Normal", _NEXT + _gap(0, 100, 240), _bold(NAVY, 32)),
    ("SMQ Rubrique", "Normal", "Normal", _NEXT + _gap(120, 50), _bold(NAVY, 20)),
    ("toc 1", "Normal", "Normal", _gap(30, 30), _color(NAVY)),
    ("toc 2", "Normal", "Normal", _gap(0, 20) + _left(340), _color("404040") + _size(19)),
    ("toc 3", "Normal", "Normal", _gap(0, 20) + _left(680), _color("404040") + _size(19)),
    ("Caption", "Normal", "Normal", _gap(40, 200) + _CENTRED, _bold(BLUE, 18)),
    ("List Bullet", "Normal", "List Bullet", _list(1) + _gap(0, 40), ""),
    ("List Number", "Normal", "List Number", _list(2) + _gap(0, 40), ""),
    ("List Continue", "Normal", "List Continue", _gap(0, 40) + _left(425), ""),
    ("SMQ Tâche", "Normal", "SMQ Tâche", _TAB + _gap(0, 80) + _left(425, 425), ""),
    ("SMQ Citation", "Normal", "Normal", _BAR + _gap(60, 60) + _left(284), _color("44546A")),
    (
        "SMQ Code",
        "Normal",
        "SMQ Code",
        _CODE + _shade("F2F2F2") + _gap(100, 140, 240),
        _MONO + "<w:noProof/>" + _size(17),
    ),
    ("SMQ Terme", "Normal", "SMQ Définition", _NEXT + _gap(100, 20), _B),
    ("SMQ Définition", "Normal", "SMQ Terme", _gap(0, 80) + _left(425), ""),
    ("SMQ Figure", "Normal", "Caption", _NEXT + _gap(160, 60, 240) + _CENTRED, ""),
    ("SMQ Filet", "Normal", "Normal", _RULE + _gap(60, 160, 120, "exact"), ""),
    ("SMQ Espace", "Normal", "Normal", _gap(0, 0, 100, "exact"), _size(8)),
    ("SMQ Cellule", "Normal", "SMQ Cellule", _gap(20, 20, 240), _size(18)),
    ("SMQ Cellule serrée", "SMQ Cellule", "SMQ Cellule serrée", _gap(4, 4, 240), _size(16)),
    ("SMQ Libellé", "SMQ Cellule", "SMQ Aide", _WHOLE, _B + _color(NAVY)),
    (
        "SMQ Aide",
        "SMQ Cellule",
        "SMQ Cellule",
        _WHOLE + _gap(0, 20, 240),
        f'<w:b w:val="0"/>{_I}{_color(GREY)}{_size(16)}',
    ),
    ("SMQ Boîte titre", "SMQ Cellule", "SMQ Boîte", _NEXT + _gap(20, 20, 240), _B + _color(BLUE)),
    ("SMQ Boîte", "SMQ Cellule", "SMQ Boîte", _gap(0, 10, 240), _size(16)),
    (
        "SMQ Centre",
        "SMQ Cellule",
        "SMQ Centre",
        _gap(60, 60, 240) + _CENTRED,
        _bold("FFFFFF", 18),
    ),
    ("SMQ Cartouche", "Normal", "SMQ Cartouche", _gap(20, 20, 240), _size(16)),
    (
        "SMQ Cartouche titre",
        "SMQ Cartouche",
        "SMQ Cartouche",
        _CENTRED,
        _bold(NAVY, 21),
    ),
    ("footnote text", "Normal", "footnote text", _gap(0, 20, 240), _size(17)),
    ("header", "Normal", "header", _gap(0, 0), ""),
    ("footer", "Normal", "footer", _gap(0, 0, 240), _color(GREY) + _size(15)),
)

CHARACTERS: tuple[tuple[str, str], ...] = (
    ("Strong", _B),
    ("Emphasis", _I),
    ("Hyperlink", _color("0563C1") + '<w:u w:val="single"/>'),
    ("footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("Placeholder Text", _color("767676")),
    ("SMQ Code en ligne", _MONO + "<w:noProof/>" + _size(18)),
    ("SMQ À compléter", _shade("FFF2CC")),
)


def _borders(color: str) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return f"<w:tblBorders>{''.join(_edge(s, 4, 0, color) for s in sides)}</w:tblBorders>"


def _part(kind: str, fill: str, run: str) -> str:
    cell = f"<w:tcPr>{_shade(fill)}</w:tcPr>"
    return f'<w:tblStylePr w:type="{kind}"><w:rPr>{run}</w:rPr>{cell}</w:tblStylePr>'


_HEADER = _part("firstRow", NAVY, _B + _color("FFFFFF"))
_LABELS = _part("firstCol", PALE, _B + _color(NAVY))

TABLES: tuple[tuple[str, str, str], ...] = (
    # name, borders, conditional parts
    ("SMQ Tableau", _borders(LINE), _HEADER + _LABELS),
    ("SMQ Fiche", _borders(LINE), _LABELS),
    ("SMQ Formulaire", _borders(LINE), _LABELS),
)
