"""The schema of `smq.yaml`."""

from collections.abc import Mapping

from smq.i18n import _
from smq.load import register_settings
from smq.load.entries import FORMAT, NEEDED
from smq.load.settings import KEYS
from smq.load.words import CLOSED, DEROGABLE, ROLES
from smq.model import WRITTEN, Severity
from smq.model.settings import FAMILIES
from smq.schemas.shapes import (
    Schema,
    Shapes,
    by_name,
    choice,
    day,
    listing,
    mapping,
    needed_text,
    several,
    suggestion,
    text,
    texts,
    whole,
    yes_or_no,
)

TITLE = _("Settings of the platform (smq.yaml)")
_WORDS = {(inside, key): words for inside, key, words in CLOSED}
_SEVERITIES = tuple(severity.value for severity in Severity)


def settings_schema() -> Schema:
    """Return the schema."""
    shapes = {**_plain(), **_inner()}
    return mapping(KEYS[""].split(), shapes, needed=("plateforme",))


def roles_shape() -> Schema:
    """Return the shape of `roles`: who may do what, by type of document."""
    roles = by_name(
        several(suggestion(ROLES), ""), _("Type of document, or * for all → the roles that may.")
    )
    return _mapping(
        "roles",
        {"approbateur": roles, "verificateur": roles},
        _("Who may approve and verify which types."),
    )


def reviews_shape() -> Schema:
    """Return the shape of `revues`: months by type, or the steps by which they lengthen."""
    step = {"type": ["integer", "string"], "minimum": 1, "pattern": "^0*[1-9][0-9]*$"}
    steps = {"type": "array", "items": step, "minItems": 1}
    months = {"anyOf": [whole(_("Months between two reviews.")), steps]}
    return by_name(months, _("Type of document → period of review."))


def readers_shape() -> Schema:
    """Return the shape of `lectures`: roles that read, by type."""
    return by_name(
        several(suggestion(ROLES), ""),
        _("Type of document, or * for all → the roles that read each version in force."),
    )


def _mapping(name: str, shapes: Shapes, description: str = "") -> Schema:
    return mapping(KEYS[name].split(), shapes, description, needed=NEEDED.get(name, ()))


def _plain() -> Shapes:
    return {
        "smq": choice((int(FORMAT), FORMAT), _("Format of this file.")),
        "langue": choice(_WORDS["", "langue"], _("Language of the documents and messages.")),
        "tutelles": texts(_("Supervising bodies.")),
        "activites": several(choice(_WORDS["", "activites"], ""), _("What the platform does.")),
        "referentiels": texts(_("Referentials to judge by; the first is the one of smq check.")),
        "signatures": choice(_WORDS["", "signatures"], _("Whether git signatures are asked.")),
        "visas": choice(_WORDS["", "visas"], _("How approvals are given.")),
        "risques": texts(_("Risks present on the platform.")),
        "identifiants": yes_or_no(_("True: no name of a person is written in the folder.")),
        "revues": reviews_shape(),
        "lectures": readers_shape(),
        "registres": by_name(_register(), _("Tables whose rows lie in a file of the platform.")),
    }


def _inner() -> Shapes:
    return {
        "plateforme": _platform(),
        "unites": listing(
            _mapping(
                "unites",
                {
                    "nom": needed_text(_("Name of the research unit.")),
                    "directeur": text(_("Its director: identifier of a person, or a name.")),
                },
            ),
            _("Research units that the platform belongs to."),
        ),
        "plateaux": listing(
            _mapping(
                "plateaux",
                {
                    "nom": needed_text(_("Name of the technical unit.")),
                    "site": text(_("Where it is.")),
                },
            ),
            _("Technical units of the platform."),
        ),
        "label": _label(),
        "kit": _mapping(
            "kit",
            {
                "nom": text(_("Name of the kit.")),
                "version": text(_("Version of the kit.")),
                "taille": text(_("Size of the kit: minimal or standard.")),
            },
            _("The kit that the documents come from."),
        ),
        "processus": listing(_process(), _("Processes of the platform.")),
        "personnes": by_name(_person(), _("Identifier of a person → who they are.")),
        "roles": roles_shape(),
        "derogations": listing(_derogation(), _("Recorded exceptions to a rule.")),
        "codification": _mapping(
            "codification",
            {
                "motif": text(
                    _("Pattern of codes: {plateforme}, {processus}, {type} and {numero:03}.")
                ),
                "types": by_name(text(), _("Word in a code → our type of document.")),
            },
            _("How documents are numbered."),
        ),
        "lecture": _reading(),
        "controle": _control(),
    }


def _platform() -> Schema:
    shapes = {
        "nom": needed_text(_("Full name of the platform.")),
        "sigle": text(_("Short name, for page headers and codes.")),
        "site_web": text(_("Address of the web site.")),
        "centre_financier": text(_("Cost centre.")),
        "adresse": text(_("Postal address.")),
        "contact": text(_("Address to write to.")),
        "logo": text(_("File of the logo, below the folder.")),
    }
    keys = KEYS["plateforme"].split()
    shape = mapping(keys, shapes, _("Identity of the platform."), needed=("nom",))
    return {**shape, "type": "object"}


def _label() -> Schema:
    return _mapping(
        "label",
        {
            "accompagnement": yes_or_no(_("Whether a coach of the programme follows it.")),
            "engagement": day(_("Date of the letter of commitment.")),
            "obtention": day(_("Date on which the label was obtained.")),
            "etape": choice(_WORDS["label", "etape"], _("Stage at which criteria are judged.")),
        },
        _("The road to the label."),
    )


def _process() -> Schema:
    return _mapping(
        "processus",
        {
            "code": needed_text(_("Code of the process, as it stands in codes.")),
            "titre": needed_text(_("Title of the process.")),
            "famille": choice(FAMILIES, _("Family of the process on the map.")),
            "pilote": text(_("Who leads it: identifier of a person.")),
            "suppleant": text(_("Who stands in: identifier of a person.")),
            "anciens": texts(_("Codes of the processes merged into it (smq process merge).")),
        },
    )


def _person() -> Schema:
    return _mapping(
        "personnes",
        {
            "nom": text(_("First name and name.")),
            "fonction": text(_("Function, as printed in title blocks.")),
            "roles": several(suggestion(ROLES), _("Roles: they give the right to approve.")),
            "git": texts(_("Addresses by which git knows the person.")),
        },
    )


def _derogation() -> Schema:
    return _mapping(
        "derogations",
        {
            "regle": choice(DEROGABLE, _("The rule that is set aside.")),
            "types": texts(_("Types of document concerned; * for all.")),
            "motif": needed_text(_("Why.")),
            "par": text(_("Who decided: identifier of a person.")),
            "date": day(_("Date of the decision.")),
            "fin": day(_("Date on which it ends.")),
        },
    )


def _reading() -> Schema:
    return _mapping(
        "lecture",
        {
            "racines": texts(_("Folders to read.")),
            "ignorer": texts(_("Globs of files and folders to leave out.")),
            "cles": by_name(text(), _("Our field of a header → the word used here.")),
            "code_dans": several(
                choice(_WORDS["lecture", "code_dans"], ""), _("Where codes stand, tried in order.")
            ),
            "statuts": by_name(choice(tuple(WRITTEN), ""), _("Word used here → our status.")),
            "types": by_name(text(), _("Word used here → our type of document.")),
            "a_completer": texts(_("Own patterns of what is left to write.")),
        },
        _("How to read a folder that smq did not make."),
    )


def _register() -> Schema:
    value: Mapping[str, Schema] = {
        "source": text(_("Path of the file below the folder; * stands for any text.")),
        "feuille": text(_("Sheet of a workbook; the first when absent.")),
        "entete": whole(_("Row of the headings, from 1.")),
        "colonnes": by_name(text(), _("Our column → heading of the file.")),
        "valeurs": by_name(by_name(text(), ""), _("Our column → word of the file → our word.")),
        "ou": text(_("Condition on the rows that count.")),
        "depuis": text(_("Where the original lies, outside the folder.")),
    }
    return mapping(register_settings.KEYS, value)


def _control() -> Schema:
    return _mapping(
        "controle",
        {
            "echec": choice(_SEVERITIES, _("From which severity smq check exits with 1.")),
            "severites": by_name(
                choice((*_SEVERITIES, "off"), ""), _("Code or name of a rule → its severity.")
            ),
        },
        _("What smq check says and refuses."),
    )
