"""The schema of a chain (`referentiel/chaines/*.yaml`)."""

from smq.i18n import _
from smq.load.chains import KEYS, LINK_KEYS
from smq.schemas.shapes import Schema, listing, mapping, text, yes_or_no

TITLE = _("Chain from table to table (referentiel/chaines)")


def chain_schema() -> Schema:
    """Return the schema."""
    link = mapping(
        LINK_KEYS,
        {
            "registre": text(_("Table reached.")),
            "depuis": text(_("Table that it comes from; the first one when absent.")),
            "colonne": text(_("Column that makes the link, in either table.")),
            "facultatif": yes_or_no(_("Whether a dossier is complete without it.")),
        },
        needed=("registre", "colonne"),
    )
    return mapping(
        KEYS,
        {
            "nom": text(_("Name of the chain, that of its file.")),
            "titre": text(_("Title of the chain.")),
            "depart": text(_("Table of the rows whose dossiers are walked.")),
            "maillons": listing(link, _("Links, in the order of the walk.")),
        },
        needed=("depart", "maillons"),
    )
