"""Builds the default Word template: `python templates/docx/make_template.py [FILE]`.

The template can as well be edited in Word: `smq` knows its styles by their names, its fields by
`{{ name }}` and five paragraphs that parts of the document take the place of.
`smq template check FILE` says what an edited one lacks.

Fields: plateforme, sigle, code, titre, type, processus, version, edition, etat, date_application,
prochaine_revue, diffusion, logo (alone in its paragraph: the platform's logo, else its name), and
the words beside them in the document's language: libelle.reference, libelle.version,
libelle.date_application, libelle.processus, libelle.diffusion, libelle.prochaine_revue,
libelle.etat, libelle.non_maitrise, libelle.page, libelle.sur, libelle.deux_points.

Paragraphs: [[APPROBATION]] [[HISTORIQUE]] [[SOMMAIRE]] [[CORPS]] [[ASSOCIES]].
"""

import io
import sys
import zipfile
from pathlib import Path

import look
import parts
from parts import XML, identifier, root

TARGET = Path(__file__).with_name("modele.docx")
_OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAGE, MARGIN = (11906, 16838), 1020
TEXT = PAGE[0] - 2 * MARGIN
PARTS = {
    "styles": f"{_OOXML}.styles+xml",
    "numbering": f"{_OOXML}.numbering+xml",
    "settings": f"{_OOXML}.settings+xml",
    "fontTable": f"{_OOXML}.fontTable+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "header1": f"{_OOXML}.header+xml",
    "footer1": f"{_OOXML}.footer+xml",
}


def header() -> str:
    """Return the cartouche: logo or name, title and type, code with version and date."""
    line = f'w:val="single" w:sz="6" w:space="0" w:color="{look.NAVY}"'
    borders = "".join(
        f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideV")
    )
    widths = (2200, TEXT - 2200 - 3100, 3100)
    colon = "{{ libelle.deux_points }}"
    identity = "".join(
        _paragraph("SMQ Cartouche", _run(label + colon, "<w:b/>") + _run(value))
        for label, value in (
            ("{{ libelle.reference }}", "{{ code }}"),
            ("{{ libelle.version }}", "{{ version }}"),
            ("{{ libelle.date_application }}", "{{ date_application }}"),
        )
    )
    title = _paragraph("SMQ Cartouche titre", _run("{{ titre }}"))
    kind = _paragraph("SMQ Cartouche", _run("{{ type }}"), '<w:jc w:val="center"/>')
    name = _paragraph("SMQ Cartouche", _run("{{ logo }}", "<w:b/>"), '<w:jc w:val="center"/>')
    table = _table(
        widths, [[name, title + kind, identity]], f"<w:tblBorders>{borders}</w:tblBorders>"
    )
    return root("hdr", table + _paragraph("SMQ Espace", ""))


def footer() -> str:
    """Return the footer: what the printed page is, and « Page X sur Y »."""
    said = "{{ code }} – {{ edition }} – {{ libelle.non_maitrise }}"
    left = _paragraph("footer", _run(said))
    page, of = _run("{{ libelle.page }}"), _run("{{ libelle.sur }}")
    count = f"{page}{_field('PAGE')}{of}{_field('NUMPAGES')}"
    right = _paragraph("footer", count, '<w:jc w:val="right"/>')
    edge = f'<w:top w:val="single" w:sz="4" w:space="0" w:color="{look.LINE}"/>'
    table = _table((TEXT - 1500, 1500), [[left, right]], f"<w:tblBorders>{edge}</w:tblBorders>")
    return root("ftr", table + _paragraph("SMQ Espace", ""))


def document() -> str:
    """Return the text of the template."""
    # The name of a process is the longest of the four, and stands on one line.
    widths = (1300, TEXT - 1300 - 2150 - 1500, 2150, 1500)
    cells = [
        [
            ("{{ libelle.processus }}", "{{ processus }}"),
            ("{{ libelle.diffusion }}", "{{ diffusion }}"),
        ],
        [
            ("{{ libelle.etat }}", "{{ etat }}"),
            ("{{ libelle.prochaine_revue }}", "{{ prochaine_revue }}"),
        ],
    ]
    rows = [
        [
            _paragraph("SMQ Libellé" if label else "SMQ Cellule", _run(text))
            for pair in row
            for label, text in ((True, pair[0]), (False, pair[1]))
        ]
        for row in cells
    ]
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{look.LINE}"'
    borders = "".join(f"<w:{side} {line}/>" for side in ("top", "bottom", "insideH"))
    markers = ("[[APPROBATION]]", "[[HISTORIQUE]]", "[[SOMMAIRE]]", "[[CORPS]]", "[[ASSOCIES]]")
    return root(
        "document",
        "<w:body>"
        + _paragraph("Title", _run("{{ titre }}"))
        + _table(widths, rows, f"<w:tblBorders>{borders}</w:tblBorders>")
        + _paragraph("SMQ Espace", "")
        + "".join(_paragraph("Normal", _run(marker)) for marker in markers)
        + '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId7"/>'
        f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/><w:pgMar w:top="1390" w:right="{MARGIN}" '
        f'w:bottom="822" w:left="{MARGIN}" w:header="454" w:footer="397" w:gutter="0"/>'
        "</w:sectPr></w:body>",
    )


def _run(text: str, properties: str = "") -> str:
    look_of = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look_of}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(name: str) -> str:
    kinds = {
        kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    }
    code = f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
    return f"{kinds['begin']}{code}{kinds['separate']}{_run('1')}{kinds['end']}"


def _paragraph(style: str, content: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{identifier(style)}"/>{properties}</w:pPr>{content}</w:p>'


def _table(widths: tuple[int, ...], rows: list[list[str]], borders: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = ""
    for row in rows:
        cells = ""
        for width, content in zip(widths, row, strict=True):
            size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
            cells += f'<w:tc><w:tcPr>{size}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        body += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    size = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
    properties = f'<w:tblPr>{size}{borders}<w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _kinds() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
        for name, kind in PARTS.items()
    )
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_OOXML}.document.main+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: dict[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), start=1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{XML}<Relationships xmlns="{space}">{found}</Relationships>'


def build() -> bytes:
    """Return the template; the same bytes each time."""
    kinds = {f"{name}.xml": name.rstrip("1") for name in PARTS}
    entries = {
        "[Content_Types].xml": _kinds(),
        "_rels/.rels": _relations({"word/document.xml": "officeDocument"}),
        "word/_rels/document.xml.rels": _relations(kinds),
        "word/document.xml": document(),
        "word/styles.xml": parts.styles(),
        "word/numbering.xml": parts.numbering(),
        "word/settings.xml": parts.settings(),
        "word/fontTable.xml": parts.fonts(),
        "word/theme.xml": parts.theme(),
        "word/header1.xml": header(),
        "word/footer1.xml": footer(),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, entries[name])
    return buffer.getvalue()


if __name__ == "__main__":
    (Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET).write_bytes(build())
