"""The schema of a register schema (`referentiel/registres/*.yaml`)."""

from smq.i18n import _
from smq.load.cells import KINDS
from smq.load.schema_faults import COLUMN_KEYS, KEYS, RETENTION_KEYS
from smq.schemas.shapes import (
    Schema,
    by_name,
    choice,
    listing,
    mapping,
    needed_text,
    open_mapping,
    text,
    texts,
    when,
    whole,
    yes_or_no,
)

TITLE = _("Columns of a register (referentiel/registres)")


def register_schema() -> Schema:
    """Return the schema."""
    return mapping(
        KEYS,
        {
            "nom": text(_("Name of the table, that of its file.")),
            "titre": text(_("Title of the table.")),
            "document": open_mapping(
                {"modele": text(_("Model of the document that says how it is kept."))},
                _("The document that says how it is kept."),
            ),
            "cle": text(_("Column that identifies a row.")),
            "conservation": mapping(
                RETENTION_KEYS,
                {
                    "duree": whole(_("Months.")),
                    "depuis": text(_("What the delay is counted from, in words.")),
                    "sort": text(_("What becomes of the rows then.")),
                    "date": text(
                        _(
                            "Column that holds the date it is counted from, or leads to the row"
                            " that has it; annee(date) for the end of that year."
                        )
                    ),
                },
                _("How long rows are kept."),
            ),
            "colonnes": listing(_column(), _("Columns, in the order of the file.")),
        },
    )


def _column() -> Schema:
    shape = mapping(
        COLUMN_KEYS,
        {
            "nom": needed_text(_("Name of the column in the CSV file.")),
            "libelle": text(_("What people read.")),
            "type": choice(KINDS, _("What a cell holds.")),
            "requis": yes_or_no(_("Whether a row without it is incomplete.")),
            "personnel": yes_or_no(_("Whether it holds personal data.")),
            "confidentiel": yes_or_no(_("Whether it stays inside the platform.")),
            "valeurs": texts(_("Values among which one chooses.")),
            "vers": text(_("table.column that a cell leads to.")),
            "libelles": by_name(text(), _("Value → what people read.")),
            "expr": text(_("How it is computed, from the other columns.")),
            "motif": text(_("Pattern of the identifiers: DEM-{annee}-{numero:04}.")),
            "aide": text(_("What to write there.")),
            "a_transmettre": text(
                _("Condition on a row under which a successor takes it over (true: always).")
            ),
            "anciens": text(_("Column that keeps who was named here before.")),
        },
        needed=("nom",),
    )
    asked = {"ref": "vers", "enum": "valeurs", "calcul": "expr"}
    return {**shape, "allOf": [when("type", k, {"required": [key]}) for k, key in asked.items()]}
