"""Blocks of the text: what each becomes in Word."""

import pytest
from lxml import etree

from smq.render.docx.rendered import Notice
from smq.render.page import Target
from tests.render.docx.pages import png, set_page
from tests.render.docx.reading import W, dump, parts, root, said

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


CUT_JPEG = bytes.fromhex("ffd8ffe000104a464946000101000100480048")


def body(text: str, **changes: object) -> list[str]:
    """Return the dump of the text alone, without title and identity."""
    lines = dump(set_page(body=text, **changes).docx).splitlines()
    return lines[lines.index("SMQ Espace | ") + 1 :]


def links(text: str, **changes: object) -> list[tuple[str, str]]:
    """Return (words, target) of each link of the text."""
    docx = set_page(body=text, **changes).docx
    entry = parts(docx).get("word/_rels/document.xml.rels", b"")
    targets = {r.get("Id"): str(r.get("Target")) for r in etree.fromstring(entry)}
    return [
        (said(link), targets.get(link.get(R)) or f"#{link.get(W + 'anchor')}")
        for link in root(docx).iter(W + "hyperlink")
    ]


def test_headings_start_at_one() -> None:
    """A text whose highest heading is of level 2 has Heading 1, then Heading 2."""
    assert body("## Objet\n\n### Détail") == ["heading 1 | Objet", "heading 2 | Détail"]


@pytest.mark.parametrize(
    "title", ["Traiter une prestation", "PRE-PRO-001 – Traiter une prestation"]
)
def test_title_is_not_repeated(title: str) -> None:
    """A first heading that is the document's title is its title block."""
    assert body(f"# {title}\n\n## Objet") == ["heading 1 | Objet"]


def test_another_title_stays() -> None:
    """A first heading that says something else is kept, and the others stand under it."""
    assert body("# Autre\n\n## Objet") == ["heading 1 | Autre", "heading 2 | Objet"]


def test_lists_restart_and_start_where_told() -> None:
    """Each ordered list counts for itself; `5.` starts at five."""
    docx = set_page(body="1. un\n2. deux\n\ntexte\n\n1. un\n\ntexte\n\n5. cinq").docx
    numbering = root(docx, "numbering")
    starts = {
        num.get(W + "numId"): num.find(f"{W}lvlOverride/{W}startOverride").get(W + "val")  # type: ignore[union-attr]
        for num in numbering.findall(W + "num")
        if num.find(W + "lvlOverride") is not None
    }
    used = [n.get(W + "val") for n in root(docx).iter(W + "numId")]

    assert [starts[number] for number in used] == ["1", "1", "1", "5"]
    assert used[0] == used[1] != used[2]


def test_item_without_text() -> None:
    """An item that opens with a list or with nothing keeps its own bullet."""
    assert body("- - dedans\n-\n- fin") == [
        "List Bullet (0) | ",
        "List Bullet (1) | dedans",
        "List Bullet (0) | ",
        "List Bullet (0) | fin",
    ]


def test_tasks_are_controls() -> None:
    """A task is a box to tick, without a bullet."""
    docx = set_page(body="- [x] faite\n- [ ] à faire").docx
    checked = [e.get(f"{e.tag[:-7]}val") for e in root(docx).iter() if e.tag.endswith("}checked")]

    assert checked == ["1", "0"]
    assert not list(root(docx).iter(W + "numPr"))


def test_list_in_a_quotation_is_indented() -> None:
    """A list inside a quotation starts where the quotation does, not at the margin."""
    paragraph = next(
        p for p in root(set_page(body="> - point").docx).iter(W + "p") if said(p) == "point"
    )
    indent = paragraph.find(f"{W}pPr/{W}ind")

    assert indent is not None
    assert int(indent.get(W + "left", "0")) > 425


def test_table_of_the_text() -> None:
    """A table has a grid as wide as the text, a repeated header, whole rows, aligned columns."""
    docx = set_page(body="| Étape | Délai |\n|---|--:|\n| Très long libellé d’étape | 5 j |").docx
    table = list(root(docx).iter(W + "tbl"))[-1]
    widths = [int(c.get(W + "w", "0")) for c in table.iter(W + "gridCol")]

    assert sum(widths) == 11906 - 2 * 1020
    assert widths[0] > widths[1]
    assert len(list(table.iter(W + "tblHeader"))) == 1
    assert len(list(table.iter(W + "cantSplit"))) == 2
    assert [j.get(W + "val") for j in table.iter(W + "jc")] == ["right", "right"]


def test_contents_list_links_to_every_heading() -> None:
    """From twelve headings on, a list of links stands before the text; it holds no field."""
    few = "## Un\n\n### Deux\n\n" + "## Trois\n\n" * 9
    text = f"{few}## Deux\n"
    docx = set_page(body=text).docx
    anchors = [a for _words, a in links(text)]

    assert anchors[:4] == ["#t_un", "#t_deux", "#t_trois", "#t_trois__2"]
    assert (len(anchors), anchors[-1]) == (12, "#t_deux__2")
    assert not list(root(docx).iter(W + "fldChar"))
    assert not links(few), "a procedure of a few pages is read through"


def test_a_long_text_draws_width_from_short_ones() -> None:
    """The column that decides how high rows are is the widest; a crowded table is set small."""
    what = "Recevoir la demande, lui donner un numéro et remplir la fiche avec l’usager. " * 2
    row = f"| 1 | {what} | Responsable de plateforme | Fiche de demande | Jour même | Registre |"
    head = "| N° | Quoi | Qui | Avec quoi | Délai | Trace |\n|---|---|---|---|---|---|\n"
    table = list(root(set_page(body=head + row).docx).iter(W + "tbl"))[-1]
    widths = [int(c.get(W + "w", "0")) for c in table.iter(W + "gridCol")]
    styles = {s.get(W + "val") for s in table.iter(W + "pStyle")}

    assert widths[1] > 0.4 * sum(widths)
    assert styles == {"SMQCelluleSerree"}


LINKS = {
    "PRE-FOR-001": Target("PRE-FOR-001", "Fiche", "fiche.docx"),
    "Fiche": Target("PRE-FOR-001", "Fiche", "fiche.docx"),
    "../x.md": Target("PRE-FOR-001", "Fiche", "fiche.docx"),
    "PRE-PRO-002": Target("PRE-PRO-002", "Sans fichier"),
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Voir PRE-FOR-001.", [("PRE-FOR-001", "fiche.docx")]),
        ("Voir PRE-FOR-001-A et AES-PRE-FOR-001.", []),
        ("Voir `PRE-FOR-001`.", []),
        ("[[PRE-FOR-001]]", [("PRE-FOR-001 – Fiche", "fiche.docx")]),
        ("[[PRE-FOR-001#Objet|la fiche]]", [("la fiche", "fiche.docx")]),
        ("[[Fiche]]", [("PRE-FOR-001 – Fiche", "fiche.docx")]),
        ("[ici](../x.md#objet)", [("ici", "fiche.docx")]),
        ("[PRE-FOR-001](https://exemple.fr)", [("PRE-FOR-001", "https://exemple.fr")]),
        ("[[PRE-PRO-002]] et [rien](absent.md)", []),
        ("Voir https://exemple.fr/a?b=1.", [("https://exemple.fr/a?b=1",) * 2]),
        ("## Objet\n\n[plus haut](#objet)", [("plus haut", "#t_objet")]),
    ],
)
def test_links(text: str, found: list[tuple[str, str]]) -> None:
    """A code, `[[…]]` or a path leads to the file rendered beside this one, else it is text."""
    assert links(text, links=LINKS) == found


def test_link_in_a_note_belongs_to_the_notes() -> None:
    """The relation of a link in a footnote is one of the footnotes part."""
    entries = parts(set_page(body="Mot[^1].\n\n[^1]: Voir <https://exemple.fr>.").docx)

    assert b"https://exemple.fr" in entries["word/_rels/footnotes.xml.rels"]
    assert b"https://exemple.fr" not in entries["word/_rels/document.xml.rels"]


def test_note_cited_twice_is_written_once() -> None:
    """The second citation refers to the first."""
    docx = set_page(body="Un[^1], deux[^1].\n\n[^1]: Note.").docx
    written = [n for n in root(docx, "footnotes") if n.get(W + "type") is None]

    assert len(written) == 1
    assert any("NOTEREF" in (i.text or "") for i in root(docx).iter(W + "instrText"))


def test_picture_with_its_caption() -> None:
    """A picture alone in its paragraph has a numbered caption and its description."""
    found = body("![Vue](v.png)", pictures={"v.png": png()})

    assert [" ".join(line.split()) for line in found] == [
        "SMQ Figure | Vue",
        "Caption | Figure 1 – Vue",
    ]


@pytest.mark.parametrize(
    ("text", "pictures", "message"),
    [
        ("![Vue](v.svg)", {"v.svg": b"<svg/>"}, "Word does not show pictures like {path}"),
        ("![Vue](v.gif)", {"v.gif": b"GIF89a"}, "Word does not show pictures like {path}"),
        ("![Vue](v.jpg)", {"v.jpg": CUT_JPEG}, "Word does not show pictures like {path}"),
        ("![Vue](v.png)", {}, "The picture {path} is not found"),
        ("| a |\n|---|\n| 1 | 2 |", {}, "A table row has more cells"),
        ("[^1]: Seule.", {}, "The footnote {label} is cited nowhere"),
        ("a\x0bb", {}, "Control characters"),
    ],
)
def test_what_cannot_be_set_is_said(text: str, pictures: dict[str, bytes], message: str) -> None:
    """Nothing is dropped or replaced in silence."""
    notices: tuple[Notice, ...] = set_page(body=text, pictures=pictures).warnings

    assert [n.message.startswith(message) for n in notices] == [True]


def test_placeholders_are_seen() -> None:
    """What is left to write has a style of its own."""
    docx = set_page(body="Sous [À compléter : délai ; par exemple 5 jours].").docx
    marked = [r for r in root(docx).iter(W + "r") if r.find(f"{W}rPr/{W}rStyle") is not None]

    assert [said(run)[:14] for run in marked] == ["[À compléter\u00a0:"]


def test_typography_spares_code_and_follows_the_language() -> None:
    """French text has its non-breaking spaces, code and English have none."""
    assert body("Durée : `a : b`") == ["Normal | Durée\u00a0: a : b"]
    assert body("**Durée** : 5 min") == ["Normal | Durée\u00a0: 5\u00a0min"]
    assert body("Delay : 5 min", language="en") == ["Normal | Delay : 5 min"]
