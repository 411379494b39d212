"""A form: who fills it in, and the fields that become content controls (`docs/kits.md`)."""

from collections.abc import Mapping

from smq.load.fields import Reader
from smq.model.register import RegisterSchema
from smq.render.page import Block, FormField
from smq.render.structured import Sheet, label_grid
from smq.render.wording import literal, one_line

KINDS = ("texte", "texte_long", "nombre", "date", "choix", "case", "tableau", "signature")
_FEW_ROWS = 3


def form_fields(sheet: Sheet) -> tuple[FormField, ...]:
    """Return the fields of a form, in its order; a kind that is not known is a text."""
    return tuple(_field(item) for item in sheet.reader.mappings("champs"))


def form_circuit(sheet: Sheet, schemas: Mapping[str, RegisterSchema]) -> tuple[Block, ...]:
    """Return the small grid before a form: filled in by, handed to, register fed."""
    rows = [
        (sheet.label(name), text)
        for name in ("rempli_par", "remis_a")
        if (text := sheet.text(name))
    ]
    register = sheet.reader.text("registre")
    if register:
        schema = schemas.get(register)
        rows.append((sheet.label("registre"), literal(schema.title if schema else register)))
    return label_grid(rows, compact=True)


def _field(reader: Reader) -> FormField:
    kind = reader.text("type") or "texte"
    name = reader.text("nom") or ""
    rows = reader.integer("lignes") or (_FEW_ROWS if kind == "tableau" else 0)
    return FormField(
        section=one_line(reader.text("section") or ""),
        name=name,
        label=one_line(reader.text("libelle") or "") or name,
        kind=kind if kind in KINDS else "texte",
        required=reader.boolean("requis", False),
        help=one_line(reader.text("aide") or ""),
        choices=tuple(one_line(value) for value in reader.texts("valeurs")),
        columns=tuple(one_line(value) for value in reader.texts("colonnes")),
        rows=rows,
    )
