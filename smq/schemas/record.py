"""The schema of the files beside filed records and of readings (`enregistrements/**/*.yaml`)."""

from smq.i18n import _
from smq.load import acknowledgements
from smq.load.filed import KEYS
from smq.rules.syntax.incomplete_approval import MODES
from smq.schemas.shapes import Schema, choice, day, mapping, needed_text, text, texts

TITLE = _("Filed record (enregistrements)")


def record_schema() -> Schema:
    """Return the schema: editors choose it by folder, where readings lie as well."""
    return {"anyOf": [_filed(), _reading()]}


def _reading() -> Schema:
    return mapping(
        acknowledgements.KEYS,
        {
            "document": needed_text(_("Permanent identifier of the document, else its code.")),
            "code": text(_("Code of the document on that day.")),
            "version": needed_text(_("Number of the version.")),
            "empreinte": text(_("Fingerprint of what was read.")),
            "par": needed_text(_("Who read it: identifier of a person.")),
            "date": day(_("Date of the reading.")),
            "mode": choice(MODES, _("How it was given.")),
            "preuve": text(_("File that proves it.")),
            "empreinte_preuve": text(_("Fingerprint of the file that proves it.")),
            "saisie_par": text(_("Who wrote this line, when it is somebody else.")),
        },
        needed=("document", "version", "par"),
    )


def _filed() -> Schema:
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
