"""The schema of a document type (`referentiel/types/*.yaml`)."""

from smq.i18n import _
from smq.load.doctypes import FIELD_KEYS, KEYS, SECTION_KEYS
from smq.model import Approval
from smq.model.doctype import COLUMN_KINDS, FIELD_KINDS, ORIENTATIONS, REVIEWERS
from smq.schemas.shapes import (
    Schema,
    Shapes,
    by_name,
    choice,
    listing,
    mapping,
    text,
    texts,
    whole,
    yes_or_no,
)

TITLE = _("Type of document (referentiel/types)")


def in_languages(description: str) -> Schema:
    """Return the shape of a text in each language: `{fr: …, en: …}`."""
    return by_name(text(), description)


def type_schema() -> Schema:
    """Return the schema."""
    return mapping(
        KEYS,
        {
            "code": text(_("Code of the type, for example PRO.")),
            "nom": in_languages(_("Name of the type in each language.")),
            "definition": in_languages(_("What documents of this type are for.")),
            "approbation": choice(
                tuple(approval.value for approval in Approval), _("What an approval covers.")
            ),
            "verificateur": choice(REVIEWERS, _("Whether somebody verifies before approval.")),
            "revue": whole(_("Months between two reviews.")),
            "numerotation": yes_or_no(_("Whether documents of this type are numbered.")),
            "genere": yes_or_no(_("Whether smq writes the text when it makes the Word file.")),
            "orientation": choice(ORIENTATIONS, _("Direction of the page.")),
            "sections": listing(
                mapping(
                    SECTION_KEYS,
                    {
                        "titre": text(_("Title of the section.")),
                        "autres": texts(_("Other titles that stand for it.")),
                    },
                ),
                _("Obligatory sections, in order."),
            ),
            "champs": listing(
                _field(FIELD_KINDS, _columns()), _("Structured fields of the header.")
            ),
        },
    )


def _columns() -> Schema:
    return listing(_field(COLUMN_KINDS, None), _("Columns of a table."))


def _field(kinds: tuple[str, ...], columns: Schema | None) -> Schema:
    shapes: Shapes = {
        "nom": text(_("Name, as it stands in the file.")),
        "type": choice(kinds, _("What it holds.")),
        "requis": yes_or_no(_("Whether a document cannot do without it.")),
        "libelle": in_languages(_("What people read, in each language.")),
        "valeurs": texts(_("Values among which one chooses.")),
        **({"colonnes": columns} if columns else {}),
    }
    return mapping(FIELD_KEYS if columns else tuple(shapes), shapes)
