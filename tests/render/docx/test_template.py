"""Templates: what they may hold, what they lack, what is refused."""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from smq.errors import SmqError
from smq.render.docx import render
from smq.render.docx.template_check import Kind, missing
from tests.render.docx.pages import ENGLISH, TEMPLATE, every_page, page, png, set_page
from tests.render.docx.reading import W, faults, paragraphs, parts, root, said, words

MAKER = Path(__file__).parents[3] / "templates" / "docx" / "make_template.py"


def edited(name: str, old: str, new: str, **more: bytes) -> bytes:
    """Return the default template with a part changed."""
    entries = {**parts(TEMPLATE), **more}
    text = entries[name].decode()
    assert re.search(old, text)
    entries[name] = re.sub(old, new, text).encode()
    return zipped(entries)


def zipped(entries: dict[str, bytes]) -> bytes:
    """Return an archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def damaged(name: str) -> bytes:
    """Return the default template with bytes of a part that do not decompress."""
    with zipfile.ZipFile(io.BytesIO(TEMPLATE)) as archive:
        start = archive.getinfo(name).header_offset + 30 + len(name)
    return TEMPLATE[:start] + b"\xff" * 40 + TEMPLATE[start + 40 :]


def test_default_template_is_what_its_script_builds(tmp_path: Path) -> None:
    """The file in the repository is the one that `make_template.py` writes."""
    subprocess.run([sys.executable, str(MAKER), str(tmp_path / "m.docx")], check=True)

    assert (tmp_path / "m.docx").read_bytes() == TEMPLATE


def test_default_template_lacks_nothing() -> None:
    """The template that smq brings has every style, field and marker."""
    assert missing(TEMPLATE) == ()


def test_what_a_template_lacks_is_listed() -> None:
    """Markers, fields and styles that were deleted in Word are named."""
    template = edited("word/document.xml", r"\[\[SOMMAIRE\]\]", "Sommaire")
    assert [(m.kind, m.name) for m in missing(template)] == [(Kind.MARKER, "[[SOMMAIRE]]")]

    template = edited("word/header1.xml", r"\{\{ date_application \}\}", "…")
    assert [m.name for m in missing(template)] == ["{{ date_application }}"]

    template = edited("word/styles.xml", "SMQ Citation", "Ma citation")
    assert [m.name for m in missing(template)] == ["SMQ Citation"]


def test_a_style_is_named_as_word_shows_it() -> None:
    """A French Word calls «heading 2» «Titre 2»: the check says both."""
    template = edited("word/styles.xml", 'w:val="heading 2"', 'w:val="Mon titre"')

    assert [m.name for m in missing(template, "fr")] == ["Titre 2 (heading 2)"]
    assert [m.name for m in missing(template)] == ["heading 2"]


def test_missing_style_is_replaced() -> None:
    """A style that is gone costs the look of a paragraph, never the document."""
    template = edited("word/styles.xml", "SMQ Citation", "Ma citation")
    rendered = render(page(body="> Cité."), template, ENGLISH)

    assert "Cité." in paragraphs(rendered.docx)
    assert [dict(n.values) for n in rendered.warnings] == [{"style": "SMQ Citation"}]


def test_tables_keep_borders_without_table_styles() -> None:
    """LibreOffice drops table styles when it saves a template: tables then have plain borders."""
    template = edited("word/styles.xml", '<w:name w:val="SMQ (Tableau|Fiche)"/>', "")
    docx = render(page(body="| a |\n|---|\n| b |"), template, ENGLISH).docx

    assert list(root(docx).iter(W + "tbl"))[-1].find(f"{W}tblPr/{W}tblBorders") is not None


def test_style_names_of_libreoffice() -> None:
    """LibreOffice writes `Heading 1` where Word writes `heading 1`."""
    template = edited("word/styles.xml", '"heading 1"', '"Heading 1"')

    assert render(page(body="## Objet"), template, ENGLISH).warnings == ()


def test_missing_body_marker_loses_no_text() -> None:
    """Without [[CORPS]] the text is set at the end."""
    template = edited("word/document.xml", r"\[\[CORPS\]\]", "")
    rendered = render(page(body="Le texte."), template, ENGLISH)

    assert paragraphs(rendered.docx)[-1] == "Le texte."
    assert [dict(n.values) for n in rendered.warnings] == [{"marker": "[[CORPS]]"}]


def test_parts_stand_where_their_markers_stood() -> None:
    """A template may put the approval after the text."""
    text = parts(TEMPLATE)["word/document.xml"].decode()
    text = text.replace("[[APPROBATION]]", "?").replace("[[ASSOCIES]]", "[[APPROBATION]]")
    template = zipped({**parts(TEMPLATE), "word/document.xml": text.encode()})
    rich = every_page()["rich"]
    said_in_order = paragraphs(render(rich, template, ENGLISH).docx)

    assert said_in_order.index("Approval") > said_in_order.index("Fin du document.")


@pytest.mark.parametrize(
    "field",
    [
        "<w:r><w:t>{{ ti</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tre }}</w:t></w:r>",
        "<w:r><w:t>{</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>{titre}}</w:t></w:r>",
        "<w:r><w:t>{% if code %}</w:t></w:r><w:r><w:t>{{ titre }}{% endif %}</w:t></w:r>",
    ],
)
def test_fields_that_word_has_cut(field: str) -> None:
    """A field is filled even when Word has cut it into several runs."""
    run = r"<w:r><w:t xml:space=\"preserve\">\{\{ titre \}\}</w:t></w:r>"
    rendered = render(page(title="A & <B>"), edited("word/document.xml", run, field), ENGLISH)

    assert "A & <B>" in paragraphs(rendered.docx)
    assert faults(rendered.docx) == []


def test_spaces_of_a_value_are_kept() -> None:
    """Word drops the spaces around a text that does not ask for them."""
    cut = '<w:t xml:space="preserve">{{ libelle.sur }}'
    template = edited("word/footer1.xml", re.escape(cut), "<w:t>{{ libelle.sur }}")
    footer = root(render(page(), template, ENGLISH).docx, "footer1")
    of = next(t for t in footer.iter(W + "t") if t.text == " of ")

    assert of.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_values_are_not_fields() -> None:
    """A title or a text that looks like a field is written as it is."""
    docx = render(page(title="{{ code }}", body="`{{ titre }}`"), TEMPLATE, ENGLISH).docx

    assert "{{ code }}" in paragraphs(docx)
    assert "{{ titre }}" in paragraphs(docx)


def test_unknown_field_is_named() -> None:
    """A field that smq does not know stops rendering, with the list of those it knows."""
    with pytest.raises(SmqError, match=r"\{\{ titel \}\}"):
        render(page(), edited("word/document.xml", r"\{\{ titre \}\}", "{{ titel }}"), ENGLISH)


def test_template_cannot_run_code() -> None:
    """Fields are filled in a sandbox."""
    attack = "{{ titre.__class__.__mro__ }}"
    with pytest.raises(SmqError):
        render(page(), edited("word/document.xml", r"\{\{ titre \}\}", attack), ENGLISH)


@pytest.mark.parametrize(
    "field",
    [
        "{% for a in titre %}{{ titre }}{% endfor %}",
        "{{ titre * 1000000000 }}",
        "{{ titre.upper() }}",
        "{{ titre|center(1000000000) }}",
    ],
)
def test_template_cannot_hold_the_command(field: str) -> None:
    """A field has no loop, product, call or filter that could fill the memory or never end."""
    with pytest.raises(SmqError, match="cannot be read"):
        render(page(), edited("word/document.xml", r"\{\{ titre \}\}", field), ENGLISH)


@pytest.mark.parametrize(
    ("field", "shown"), [("{{ titre|upper }}", "TITRE"), ("{{ code if titre else 'x' }}", "A-1")]
)
def test_fields_may_be_chosen_and_capitalised(field: str, shown: str) -> None:
    """What a quality officer may want in a template still works."""
    template = edited("word/document.xml", r"\{\{ titre \}\}", field)

    assert shown in paragraphs(render(page(title="Titre", code="A-1"), template, ENGLISH).docx)


@pytest.mark.parametrize(
    ("part", "written", "odd"),
    [
        ("word/document.xml", 'w:left="1020"', 'w:left="1020.472"'),
        ("word/document.xml", 'w:w="11906"', 'w:w="21cm"'),
        ("word/numbering.xml", 'w:left="425"', 'w:left="425.2"'),
    ],
)
def test_measures_of_other_programs(part: str, written: str, odd: str) -> None:
    """Online editors write measures with decimals, or with a unit: they are used or set aside."""
    rich = every_page()["rich"]
    template = edited(part, written, odd)

    rendered = render(rich, template, ENGLISH).docx
    assert words(rendered) == words(render(rich, TEMPLATE, ENGLISH).docx)


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        (b"", "not a Word file"),
        (b"%PDF-1.7", "not a Word file"),
        (zipped({"a.txt": b""}), "not a Word file"),
        (damaged("word/document.xml"), "not a Word file"),
        (edited("_rels/.rels", "<Relationship ", "<Relation "), "not a Word file"),
        (edited("word/styles.xml", "<w:styles", "<!DOCTYPE x><w:styles"), "XML entities"),
        (zipped({**parts(TEMPLATE), "a.xml": b" " * 70_000_000}), "unpacks to"),
        (
            edited(
                "[Content_Types].xml",
                "</Types>",
                '<Default Extension="b" ContentType="x/vnd.ms-office.vbaProject"/></Types>',
            ),
            "macros",
        ),
    ],
)
def test_refused_templates(template: bytes, sentence: str) -> None:
    """What is no Word file, or not safe to open, is refused in one sentence."""
    with pytest.raises(SmqError, match=sentence):
        missing(template)
    with pytest.raises(SmqError, match=sentence):
        render(page(), template, ENGLISH)


def test_dotx_is_a_template_too() -> None:
    """A file saved as a Word template (.dotx) makes ordinary documents."""
    template = edited("[Content_Types].xml", "document.main", "template.main")

    assert (
        b"template.main" not in parts(render(page(), template, ENGLISH).docx)["[Content_Types].xml"]
    )


def test_template_saved_by_libreoffice_has_one_set_of_properties() -> None:
    """LibreOffice relates the properties under another name; only ours are kept."""
    relation = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/metadata/core-properties" Target="docProps/old.xml"/></Relationships>'
    )
    old = {"docProps/old.xml": b"<old/>"}
    template = edited("_rels/.rels", "</Relationships>", relation, **old)

    assert [n for n in parts(render(page(), template, ENGLISH).docx) if "docProps" in n] == [
        "docProps/core.xml"
    ]


def test_watermark_is_in_every_header() -> None:
    """A document that is not in force says so across the page; one in force does not."""
    draft = parts(set_page(watermark="EN VÉRIFICATION").docx)["word/header1.xml"].decode()

    assert 'string="EN VÉRIFICATION"' in draft
    assert "textpath" not in parts(set_page().docx)["word/header1.xml"].decode()


def test_watermark_without_a_header() -> None:
    """A template without a header gets one for the watermark."""
    template = edited("word/document.xml", r"<w:headerReference[^>]*/>", "")
    entries = parts(render(page(watermark="PROJET"), template, ENGLISH).docx)

    assert any(b"PROJET" in content for name, content in entries.items() if "header" in name)


def test_landscape_pages() -> None:
    """A wide page has wide tables, the template's own included."""
    docx = set_page(landscape=True).docx
    size = next(root(docx).iter(W + "pgSz"))
    cartouche = [int(c.get(W + "w", "0")) for c in root(docx, "header1").iter(W + "gridCol")]

    assert (size.get(W + "orient"), size.get(W + "w")) == ("landscape", "16838")
    assert abs(sum(cartouche) - (16838 - 2 * 1020)) < 5


def test_logo_or_name() -> None:
    """The cartouche shows the logo, else the platform's name."""
    assert "Plateforme de spectroscopie" in said(root(set_page().docx, "header1"))
    assert "word/media/image1.png" in parts(set_page(logo=png()).docx)

    assert said(root(set_page(logo=png()).docx, "header1")).count("SPE") == 1

    rendered = set_page(logo=b"<svg/>")
    assert "Plateforme de spectroscopie" in said(root(rendered.docx, "header1"))
    assert len(rendered.warnings) == 1


def test_the_name_stands_once_beside_the_logo() -> None:
    """A template that already writes the name gets no second one under the logo."""
    template = edited("word/header1.xml", r"\{\{ type \}\}", "{{ type }}, {{ sigle }}")
    header = root(render(page(logo=png()), template, ENGLISH).docx, "header1")

    assert said(header).count("SPE") == 1


@pytest.mark.parametrize(
    ("version", "status", "footer"),
    [
        ("2", "Applicable", "PRE-PRO-001 – Version 2 – Applicable – "),
        ("projet", "Projet", "PRE-PRO-001 – Projet – "),
        ("en vérification", "En vérification", "PRE-PRO-001 – En vérification – "),
        (
            "3 – projet (en vigueur : 2)",
            "Projet",
            "PRE-PRO-001 – Version 3 – projet (en vigueur\u00a0: 2) – ",
        ),
        ("", "Applicable", "PRE-PRO-001 – Applicable – "),
    ],
)
def test_a_footer_says_the_state_once(version: str, status: str, footer: str) -> None:
    """The version of a draft holds its state already."""
    docx = set_page(version_label=version, status_label=status).docx

    assert said(root(docx, "footer1")).startswith(footer)


def test_a_very_long_title_is_cut_in_the_cartouche() -> None:
    """The cartouche keeps three lines at most; the first page has the whole title."""
    title = "Conduire une expérience de spectroscopie " * 5
    docx = set_page(title=title.strip()).docx
    header = said(root(docx, "header1"))

    assert title.strip() in paragraphs(docx)
    assert "de spectroscopie…" in header
    assert len(header) < 250


def test_pages_are_counted_by_fields() -> None:
    """« Page X sur Y » is reckoned by Word, and what the page is stands beside it."""
    footer = root(set_page().docx, "footer1")

    assert [(i.text or "").strip() for i in footer.iter(W + "instrText")] == ["PAGE", "NUMPAGES"]
    assert "PRE-PRO-001 – Version 2 – Applicable" in said(footer)
