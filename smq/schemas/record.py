"""The schema of the sidecar of a filed record (`enregistrements/**/*.yaml`)."""

from smq.i18n import _
from smq.load.filed import KEYS
from smq.schemas.shapes import Schema, day, mapping, text, texts

TITLE = _("Filed record (enregistrements)")


def record_schema() -> Schema:
    """Return the schema."""
    return mapping(
        KEYS,
        {
            "id": text(_("Permanent identifier of the record.")),
            "titre": text(_("Title of the record.")),
            "formulaire": text(_("Code of the form or model that it fills in.")),
            "formulaire_id": text(_("Permanent identifier of that document.")),
            "version_formulaire": text(_("Version of the form when it was filled in.")),
            "date": day(_("Date of the record.")),
            "signataires": texts(_("Who signed: identifiers of people, or names.")),
            "fichier": text(_("File beside this one.")),
            "emplacement": text(_("Place of a file that stays elsewhere.")),
            "sha256": text(_("Fingerprint of the file.")),
            "conservation": {"description": _("How long the record is kept.")},
            "depose_le": day(_("Day of filing.")),
            "depose_par": text(_("Who filed it.")),
            "verifie_le": day(_("Last time that smq saw a file kept elsewhere.")),
        },
    )
