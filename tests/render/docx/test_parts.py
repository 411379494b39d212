"""What stands around the text: approval, forms, figures of processes."""

from dataclasses import replace

from smq.render.page import FormField, Grid, Picture, Related, Target, Turtle, Visa
from tests.render.docx.pages import every_page, page, png, set_page
from tests.render.docx.reading import W, dump, paragraphs, root, said

MM_15 = 850


def test_visa_has_room_for_a_signature() -> None:
    """The empty box under each name is 15 mm high."""
    docx = set_page(visas=(Visa("Rédigé par", "É. Lefèvre", "Qualité", "02/11/2026"),)).docx
    heights = [int(h.get(W + "val", "0")) for h in root(docx).iter(W + "trHeight")]

    assert heights == [MM_15]


def test_labels_of_visas_are_not_cut() -> None:
    """«Fonction» stands on one line whatever the number of signatures."""
    visa = Visa("Approuvé par", "É. Lefèvre", "Qualité", "02/11/2026")
    tables = list(root(set_page(visas=(visa,) * 4).docx).iter(W + "tbl"))
    first, *others = (int(c.get(W + "w", "0")) for c in tables[1].iter(W + "gridCol"))

    assert first > 1200
    assert len(set(others)) <= 2


def test_no_visa_no_table() -> None:
    """A document without approval and history has neither table nor heading."""
    assert "Approval" not in paragraphs(set_page().docx)
    assert "Revision history" not in paragraphs(set_page().docx)


def test_fields_of_a_form_come_first() -> None:
    """Approval and history of a form stand after its fields."""
    form = every_page()["form"]
    said_in_order = paragraphs(set_page(form=form.form, visas=form.visas).docx)

    assert said_in_order.index("Approval") > said_in_order.index("Champ texte")


def form_of(*fields: FormField) -> list[str]:
    """Return the kinds of the content controls of a form."""
    controls = root(set_page(form=fields).docx).iter(W + "sdtPr")
    return [control[-1].tag.rpartition("}")[2] for control in controls]


def test_each_kind_of_field_has_its_control() -> None:
    """Text, date, list, box: what Word offers for each; a signature is an empty box."""
    kinds = ("texte", "texte_long", "nombre", "date", "choix", "case", "signature")
    fields = [FormField("S", kind, kind, kind, choices=("a", "b", "a")) for kind in kinds]

    assert form_of(*fields) == ["text", "text", "text", "date", "dropDownList", "checkbox"]


def test_date_is_written_the_french_way() -> None:
    """The date picker shows day, month, year."""
    docx = set_page(form=(FormField("S", "d", "Date", "date"),)).docx
    formats = [f.get(W + "val") for f in root(docx).iter(W + "dateFormat")]

    assert formats == ["dd/MM/yyyy"]


def test_table_field_has_its_empty_rows() -> None:
    """A table to fill has its columns and one control a cell."""
    field = FormField("S", "objets", "Objets", "tableau", columns=("Repère", "État"), rows=3)

    assert len(form_of(field)) == 6


def test_required_field_and_help() -> None:
    """A star marks what must be filled in; help stands over the answer."""
    field = FormField("S", "nom", "Nom", "texte", required=True, help="De l’usager")

    assert "[ Nom * | De l’usager / Type here ]" in dump(set_page(form=(field,)).docx)


def test_short_fields_stand_two_by_two() -> None:
    """A date, a number, a choice and a box share a line; a text and a field with help do not."""
    kinds = ("date", "choix", "nombre", "case", "texte", "signature", "signature")
    fields = [FormField("S", f"f{n}", f"F{n}", kind) for n, kind in enumerate(kinds)]
    helped = FormField("S", "f7", "F7", "date", help="Au plus tard")
    docx = set_page(form=(*fields, helped)).docx
    rows = list(root(docx).iter(W + "tbl"))[-1].findall(W + "tr")

    assert [[said(cell)[:2] for cell in row.findall(W + "tc")][::2] for row in rows] == [
        ["F0", "F1"],
        ["F2", "F3"],
        ["F4"],
        ["F5", "F6"],
        ["F7"],
    ]
    assert [len(list(row.iter(W + "shd"))) for row in rows] == [1, 1, 0, 1, 0]


def test_placeholders_of_a_form_are_highlighted() -> None:
    """What is still to write stands out in labels and help as it does in the text."""
    field = FormField(
        "S", "nom", "[À compléter : libellé] ici", "texte", help="[à compléter : aide]"
    )
    runs = [
        said(run)
        for run in root(set_page(form=(field,)).docx).iter(W + "r")
        if run.find(f"{W}rPr/{W}rStyle[@{W}val='SMQACompleter']") is not None
    ]

    assert runs == ["[À compléter\u00a0: libellé]", "[à compléter\u00a0: aide]"]


def test_nothing_short_is_left_alone_on_the_last_page() -> None:
    """The end of the text goes with « Documents associés », whose end goes with what follows."""
    related = (Related("Cite", (Target("PRE-FOR-001", "Fiche"),)),)
    body = root(set_page(body="Un.\n\nDernier paragraphe.\n", related=related).docx)
    kept = {said(p): p.find(f"{W}pPr/{W}keepNext") is not None for p in body.iter(W + "p")}

    assert kept["Dernier paragraphe."]
    assert not kept["Un."]
    visa = Visa("Rédigé par", "É. Lefèvre", "Qualité", "02/11/2026")
    form = root(set_page(form=every_page()["form"].form, related=related, visas=(visa,)).docx)
    assert {said(p): p for p in form.iter(W + "p")}["PRE-FOR-001 – Fiche"].find(
        f"{W}pPr/{W}keepNext"
    ) is not None


def test_no_gap_before_a_heading() -> None:
    """A heading has room of its own above it; between two tables the gap keeps them apart."""
    grids = tuple(Grid(title, ("A",), (("a",),)) for title in ("Un", "Deux", ""))
    lines = dump(set_page(before=grids).docx).splitlines()
    first = lines.index("heading 1 | Un")

    assert lines[first : first + 8] == [
        "heading 1 | Un",
        "[ A ]",
        "[ a ]",
        "heading 1 | Deux",
        "[ A ]",
        "[ a ]",
        "SMQ Espace | ",
        "[ A ]",
    ]


def test_turtle_shows_its_six_boxes_around_the_name() -> None:
    """The process stands in the middle row, inputs before it and outputs after."""
    turtle = next(b for b in every_page()["process-sheet"].before if isinstance(b, Turtle))
    rows = [line for line in dump(set_page(before=(turtle,)).docx).splitlines() if "►" in line]

    assert rows == [
        "[ Entrées / Demande / Échantillons | ► | PRE – Réaliser | ► | Sorties / Rapport ]"
    ]


def test_crowded_table_gives_room_to_its_longest_words() -> None:
    """Where not all words fit the widths wanted give way: a code stays whole, a title yields."""
    rows = (("MAD-PRO-001", "accompagnement", *["réinitialisation"] * 5),)
    grid = Grid("", ("Code", "Titre", *"ABCDE"), rows, widths=(1, 20, 20, 20, 20, 20, 20))
    table = list(root(set_page(before=(grid,)).docx).iter(W + "tbl"))[-1]

    assert int(next(table.iter(W + "gridCol")).get(W + "w", "0")) > 1100


def test_wide_word_widens_its_column() -> None:
    """Relative widths never cut a word in two."""
    grid = Grid("", ("Fournisseurs", "B"), (("a", "b"),), widths=(1, 20))
    table = list(root(set_page(before=(grid,)).docx).iter(W + "tbl"))[-1]

    assert int(next(table.iter(W + "gridCol")).get(W + "w", "0")) > 1700


def test_line_ends_of_a_structured_cell() -> None:
    """A cell made from a field keeps its lines."""
    grid = Grid("", (), (("Finalité", "Répondre\nvite"),), True)
    cell = list(root(set_page(before=(grid,)).docx).iter(W + "tc"))[-1]

    assert said(cell) == "Répondre vite"
    assert len(list(cell.iter(W + "br"))) == 1


def test_related_documents_are_links() -> None:
    """« Documents associés » leads to the files rendered beside this one."""
    related = every_page()["rich"].related
    found = dump(set_page(related=related).docx)

    assert "[ Cité par | PIL-MAN-001 – Manuel de la qualité ]" in found


def test_related_documents_run_in() -> None:
    """The documents of a group follow each other, so that a page of links takes a few lines."""
    targets = tuple(Target(f"PRE-FOR-{n:03}", "Fiche", f"{n}.docx") for n in (1, 2))
    found = dump(set_page(related=(Related("Cite", targets),)).docx)

    assert "[ Cite | PRE-FOR-001 – Fiche\u00a0; PRE-FOR-002 – Fiche ]" in found


def test_a_table_leaves_no_row_alone() -> None:
    """Header and first row go with the second, the last row with the one before it."""
    rows = tuple((str(n),) for n in range(1, 7))
    table = list(root(set_page(before=(Grid("", ("N°",), rows),)).docx).iter(W + "tbl"))[-1]
    kept = [r.find(f".//{W}keepNext") is not None for r in table.findall(W + "tr")]

    assert kept == [True, True, False, False, False, True, False]


def test_a_picture_alone_does_not_follow_what_comes_next() -> None:
    """Without caption nothing keeps a picture on the page of the next table."""
    picture = Picture(png(40, 80), "Carte", 16.0, height_cm=8.0)
    docx = set_page(before=(picture,)).docx
    drawing = next(root(docx).iter(W + "drawing"))
    paragraph = next(p for p in drawing.iterancestors(W + "p"))
    extent = next(e for e in drawing.iter() if e.tag.endswith("}extent"))

    assert paragraph.find(f"{W}pPr/{W}keepNext").get(W + "val") == "0"  # type: ignore[union-attr]
    assert (extent.get("cx"), extent.get("cy")) == (str(4 * 360_000), str(8 * 360_000))


def test_unknown_dates_are_shown_as_such() -> None:
    """An empty field prints a dash."""
    draft = replace(page(), effective="", next_review="")
    docx = set_page(effective=draft.effective, next_review=draft.next_review).docx

    assert "Date of application\u00a0: –" in said(root(docx, "header1"))


def test_a_word_of_broad_letters_is_not_cut() -> None:
    """«d’accompagnement» in the small style takes 1771 twips in the broadest of usual fonts."""
    rows = (("d’accompagnement", "une longue cellule " * 20),)
    block = Grid("", ("A", "B"), rows, widths=(1, 20), compact=True)
    grids = root(set_page(after=(block,)).docx).iter(W + "tblGrid")
    widths = [[int(c.get(W + "w", "0")) for c in one] for one in grids]

    assert min(widths[-1]) >= 1771


def test_a_column_to_choose_from() -> None:
    """Each empty cell is a list; what is written in one stays; the heading has its level."""
    rows = (("A-1", ""), ("A-2", "fort"))
    offered = ((1, ("fort", "mineur")),)
    grid = Grid("Un chapitre", ("Critère", "Appréciation"), rows, level=2, choices=offered)
    docx = set_page(before=(grid,)).docx
    lists = list(root(docx).iter(W + "dropDownList"))

    assert [[item.get(W + "value") for item in one] for one in lists] == [["fort", "mineur"]]
    assert "heading 2 | Un chapitre" in dump(docx).splitlines()
    assert "[ A-2 | fort ]" in dump(docx).splitlines()
