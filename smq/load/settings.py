"""Reads `smq.yaml`: what is not usable stops the command, what is odd becomes a problem."""

from collections.abc import Callable
from pathlib import Path
from posixpath import normpath
from typing import TypeVar

from smq.errors import SmqError
from smq.i18n import _, why
from smq.load import text, yaml
from smq.load.entries import faults_of_entries
from smq.load.expressions import wanted
from smq.load.fields import Reader, duplicates
from smq.load.pattern import read_pattern
from smq.load.register_settings import register_sources
from smq.load.type_settings import by_type, review_steps
from smq.load.words import SOURCES, named_types, unknown_words
from smq.model import (
    Area,
    Codification,
    Derogation,
    Fields,
    Label,
    Location,
    Person,
    Problem,
    Process,
    Reading,
    Settings,
    Unit,
    Word,
)
from smq.root import FILE_NAME

_T = TypeVar("_T")
MARKER = _("a merge is not finished: <<<<<<< or >>>>>>> is left")
KEYS = {
    "": (
        "smq plateforme langue tutelles unites activites plateaux label kit referentiels processus"
        " personnes roles derogations signatures visas risques identifiants codification lecture"
        " revues lectures registres controle"
    ),
    "plateforme": "nom sigle site_web centre_financier adresse contact logo",
    "unites": "nom directeur",
    "plateaux": "nom site",
    "label": "accompagnement engagement obtention etape",
    "kit": "nom version taille",
    "processus": "code titre famille pilote suppleant anciens",
    "personnes": "nom fonction roles git",
    "roles": "approbateur verificateur",
    "derogations": "regle types motif par date fin",
    "codification": "motif types",
    "lecture": "racines ignorer cles code_dans statuts types a_completer",
    "controle": "echec severites",
}
"""Known keys of each mapping of the file."""


def read_settings(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings of the platform and what is odd in them.

    Raises:
        SmqError: the file cannot be read, is no YAML mapping, or names no platform.
    """
    try:
        raw = (root / FILE_NAME).read_bytes()
    except OSError as error:
        raise SmqError(_("smq.yaml cannot be read: {reason}."), reason=why(error)) from error
    return settings_of(raw)


def settings_of(raw: bytes) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings that the bytes of a `smq.yaml` hold and what is odd in them.

    Raises:
        SmqError: they are no YAML mapping, or name no platform.
    """
    problems: list[Problem] = []
    reader = Reader(_mapping(raw, problems), FILE_NAME, problems, "ill-typed-setting")
    problems.extend(duplicates(reader.fields, FILE_NAME))
    platform = reader.mapping("plateforme")
    name = platform.text("nom")
    if not name:
        raise SmqError(
            _("smq.yaml does not say the platform's name."),
            _("Add two lines: «plateforme:», then «nom: …» set in by two spaces."),
        )
    settings = Settings(
        name=name,
        acronym=platform.text("sigle"),
        website=platform.text("site_web"),
        cost_centre=platform.text("centre_financier"),
        language=reader.text("langue"),
        supervisors=reader.texts("tutelles"),
        units=_each(reader, "unites", lambda r: Unit(r.text("nom") or "", r.text("directeur"))),
        activities=reader.texts("activites"),
        areas=_each(reader, "plateaux", lambda r: Area(r.text("nom") or "", r.text("site"))),
        label=_label(reader),
        kit=(kit := reader.mapping("kit")).text("nom"),
        kit_version=kit.text("version"),
        kit_size=kit.text("taille"),
        referentials=reader.texts("referentiels"),
        processes=_each(reader, "processus", _process),
        people=_people(reader),
        approvers=by_type(reader.mapping("roles").mapping("approbateur")),
        reviewers=by_type(reader.mapping("roles").mapping("verificateur")),
        derogations=_each(reader, "derogations", _derogation),
        signatures_required=reader.text("signatures") == "exigees",
        codification=_codification(reader, platform.text("sigle")),
        foreign=isinstance(lecture := reader.node("lecture"), Fields) and bool(lecture.entries),
        reading=_reading(reader),
        reviews=review_steps(reader.mapping("revues")),
        fail_on=_fail_on(reader),
        severities=_severities(reader),
        visas=reader.text("visas"),
        named_types=tuple(named_types(reader)),
        register_sources=register_sources(reader),
        kit_place=_place(kit, "nom"),
        identifiers_only=reader.boolean("identifiants", False),
        readers=by_type(reader.mapping("lectures")),
    )
    _unknown(reader)
    problems.extend(unknown_words(reader))
    problems.extend(faults_of_entries(reader))
    return settings, tuple(dict.fromkeys(problems))


def _mapping(raw: bytes, problems: list[Problem]) -> Fields:
    decoded = text.decode(raw)
    if decoded and decoded.guessed:
        place = Location(FILE_NAME, 1, 1)
        problems.append(Problem("encoding", place, (("guessed", decoded.guessed),)))
    content = yaml.parse(decoded.text) if decoded else None
    marker = text.merge_marker(decoded.text) if decoded else None
    if marker:
        content = yaml.Fault(MARKER, *marker)
    if isinstance(content, yaml.Fault):
        raise SmqError(
            _("smq.yaml:{line}:{column}: this is not readable YAML ({reason})."),
            _("Keep the right one, and remove the lines «<<<<<<<», «=======» and «>>>>>>>».")
            if marker
            else _(
                "Look at this line and the one above: a quote, a space after «:» or an indentation."
            ),
            line=content.line,
            column=content.column,
            reason=Word(content.reason),
        )
    if not isinstance(content, Fields):
        raise SmqError(
            _("smq.yaml holds no settings (no «name: value» lines)."),
            _("Add two lines: «plateforme:», then «nom: …» set in by two spaces."),
        )
    return content


def _each(reader: Reader, key: str, make: Callable[[Reader], _T]) -> tuple[_T, ...]:
    return tuple(make(item) for item in reader.mappings(key))


def _place(reader: Reader, key: str) -> Location | None:
    node = reader.node(key)
    return Location(FILE_NAME, node.line, node.column) if node else None


def _label(reader: Reader) -> Label:
    inner = reader.mapping("label")
    return Label(
        coaching=inner.boolean("accompagnement", True),
        engagement=inner.date("engagement"),
        obtained=inner.date("obtention"),
        stage=inner.text("etape") or "label",
        placed=tuple(
            (name.text, Location(inner.path, name.line, name.column))
            for name, _value in inner.fields.entries
        ),
    )


def _process(reader: Reader) -> Process:
    return Process(
        code=reader.text("code") or "",
        title=reader.text("titre") or "",
        family=reader.text("famille") or "support",
        owner=reader.text("pilote"),
        deputy=reader.text("suppleant"),
        former=reader.texts("anciens"),
    )


def _people(reader: Reader) -> tuple[Person, ...]:
    inner = reader.mapping("personnes")
    found = []
    for name, _value in inner.fields.entries:
        person = inner.mapping(name.text)
        found.append(
            Person(
                id=name.text,
                name=person.text("nom") or name.text,
                function=person.text("fonction"),
                roles=person.texts("roles"),
                git=person.texts("git"),
            )
        )
    return tuple(found)


def _derogation(reader: Reader) -> Derogation:
    return Derogation(
        rule=reader.text("regle") or "",
        types=reader.texts("types"),
        reason=reader.text("motif") or "",
        by=reader.text("par"),
        recorded=reader.date("date"),
        end=reader.date("fin"),
    )


def _codification(reader: Reader, acronym: str | None) -> Codification:
    inner = reader.mapping("codification")
    kinds = tuple((word, kind) for word, kind in inner.pairs("types") if word)
    pattern, fault = read_pattern(inner, acronym)
    declared = reader.mappings("processus")
    processes = [code for process in declared if (code := process.text("code"))]
    # A colleague's branch may still write a code of a process that was merged since.
    processes += [code for process in declared for code in process.texts("anciens")]
    return Codification(
        pattern=pattern,
        types=tuple(word for word, _kind in kinds),
        processes=tuple(dict.fromkeys(processes)),
        platform=acronym,
        kinds=kinds,
        fault=fault,
    )


def _reading(reader: Reader) -> Reading:
    inner = reader.mapping("lecture")
    if not inner.fields.entries:
        return Reading()
    return Reading(
        roots=tuple(normpath(r.strip("/")) for r in inner.texts("racines")) or (".",),
        ignore=inner.texts("ignorer"),
        keys=inner.pairs("cles"),
        code_in=inner.texts("code_dans") or SOURCES,
        statuses=inner.pairs("statuts"),
        types=inner.pairs("types"),
        to_complete=_expressions(inner, "a_completer"),
    )


def _expressions(reader: Reader, key: str) -> tuple[str, ...]:
    found = []
    for scalar in reader.scalars(key):
        expected = wanted(scalar.text)
        if expected:
            reader.wrong(key, scalar, expected)
        else:
            found.append(scalar.text)
    return tuple(found)


def _fail_on(reader: Reader) -> str:
    inner = reader.mapping("controle")
    word = inner.text("echec") or "error"
    if word not in ("error", "warning", "note"):
        raise SmqError(
            _("smq.yaml: «{word}» is no severity (controle.echec)."),
            _("Write error, warning or note."),
            word=word,
        )
    return word


def _severities(reader: Reader) -> tuple[tuple[str, str], ...]:
    pairs = reader.mapping("controle").pairs("severites")
    for rule, word in pairs:
        if word not in ("error", "warning", "note", "off"):
            raise SmqError(
                _("smq.yaml: «{word}» is no severity (controle.severites.{rule})."),
                _("Write error, warning, note or off."),
                word=word,
                rule=rule,
            )
    return pairs


def _unknown(reader: Reader) -> None:
    reader.unknown(tuple(KEYS[""].split()), "unknown-setting")
    for key in ("plateforme", "label", "kit", "roles", "codification", "lecture", "controle"):
        reader.mapping(key).unknown(tuple(KEYS[key].split()), "unknown-setting")
    for key in ("unites", "plateaux", "processus", "derogations"):
        for item in reader.mappings(key):
            item.unknown(tuple(KEYS[key].split()), "unknown-setting")
    people = reader.mapping("personnes")
    for name, _value in people.fields.entries:
        people.mapping(name.text).unknown(tuple(KEYS["personnes"].split()), "unknown-setting")
