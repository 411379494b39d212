"""The schema of what comes due (`referentiel/echeances.yaml`)."""

from smq.i18n import _
from smq.load.due_sources import KEYS, NEEDED, SOURCE_KEYS
from smq.schemas.shapes import (
    Schema,
    listing,
    mapping,
    needed_text,
    several,
    text,
    texts,
    whole,
)

TITLE = _("Dates that come due (referentiel/echeances.yaml)")


def due_sources_schema() -> Schema:
    """Return the schema."""
    return mapping(
        KEYS,
        {"echeances": listing(_source(), _("Where dates that come due stand in the tables."))},
        needed=KEYS,
    )


def _source() -> Schema:
    return mapping(
        SOURCE_KEYS,
        {
            "nature": needed_text(_("Sort of date, by which people choose (--kind).")),
            "registre": needed_text(_("Table whose rows are looked at.")),
            "date": needed_text(_("Column of the date, or an expression; a number is a year.")),
            "titre": needed_text(_("What is due; columns between braces.")),
            "ou": text(_("Condition: the rows that count.")),
            "dernier_par": texts(
                _("Columns; of the rows that say the same there, only the latest counts.")
            ),
            "mois": whole(_("Months added to the date.")),
            "responsable": text(_("Column that names who sees to it.")),
            "previens": several(
                whole(""), _("Days before the date at which people are told; 30 when absent.")
            ),
        },
        needed=NEEDED,
    )
