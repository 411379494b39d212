"""The schema of a chain (`referentiel/chaines/*.yaml`)."""

from smq.i18n import _
from smq.load.chains import ENTRY_KEYS, KEYS, LINK_KEYS, OPENING_KEYS, PERIOD_KEYS
from smq.schemas.shapes import Schema, listing, mapping, text, texts, whole, yes_or_no

TITLE = _("Chain from table to table (referentiel/chaines)")


def chain_schema() -> Schema:
    """Return the schema."""
    return mapping(
        KEYS,
        {
            "nom": text(_("Name of the chain, that of its file.")),
            "titre": text(_("Title of the chain.")),
            "depart": text(_("Table of the rows whose dossiers are walked.")),
            "etape": text(_("What the step of the first table is called.")),
            **_step(),
            "ouverture": _opening(),
            "tirage": text(_("Condition: the dossier can be drawn for an exercise.")),
            "exercice": text(_("Type of its exercises in their register.")),
            "periode": _period(),
            "entrees": listing(_entry(), _("Columns by which a dossier is also found.")),
            "maillons": listing(_link(), _("Links, in the order of the walk.")),
        },
        needed=("depart", "maillons"),
    )


def _link() -> Schema:
    return mapping(
        LINK_KEYS,
        {
            "registre": text(_("Table reached.")),
            "depuis": text(_("Table that it comes from; the first one when absent.")),
            "colonne": text(_("Column that makes the link, in either table.")),
            "titre": text(_("What the step is called; else the title of its register.")),
            "facultatif": yes_or_no(_("Whether a dossier is complete without it.")),
            "si": text(_("Condition on the row that it comes from: else it is not asked for.")),
            **_step(),
        },
        needed=("registre", "colonne"),
    )


def _step() -> dict[str, Schema]:
    return {
        "rang": whole(_("Place of the step in the dossier; without it, below its origin.")),
        "montre": texts(_("Columns that tell who, when and where.")),
        "exige": texts(_("Columns without which something is missing.")),
    }


def _opening() -> Schema:
    return mapping(
        OPENING_KEYS,
        {
            "registre": text(_("Table whose rows open a dossier.")),
            "si": text(_("Condition: a row of the first table is expected.")),
        },
        _("What opens a dossier that has no row of the first table yet."),
        needed=("registre",),
    )


def _period() -> Schema:
    return mapping(
        PERIOD_KEYS,
        {
            "equipement": text(_("Column that names the instrument.")),
            "debut": text(_("Column of the first day.")),
            "fin": text(_("Column of the last day.")),
        },
        _("How a dossier is found by an instrument and a day."),
        needed=PERIOD_KEYS,
    )


def _entry() -> Schema:
    return mapping(
        ENTRY_KEYS,
        {"registre": text(_("A table.")), "colonne": text(_("A column."))},
        needed=ENTRY_KEYS,
    )
