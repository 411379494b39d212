"""`smq init`: the folder of a platform, from a kit and its answers."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import Kit, KitDocument, KitProcess, Texts, functions
from smq.kit.answers import Answers, Member, condition_names, text_names
from smq.kit.patterns import lacks_short_name
from smq.load.doctypes import types_in
from smq.load.fields import as_date
from smq.load.names import NAMES_FILE
from smq.load.registers import schemas_in
from smq.model import Change, Codification
from smq.model.code import DEFAULT_PATTERN
from smq.model.register import RegisterSchema
from smq.operations.editor_files import SETTINGS as EDITOR
from smq.operations.editor_files import editor_settings, schema_files
from smq.operations.header import new_document
from smq.operations.identifiers import NewId, unused
from smq.operations.joined_sheets import follow_merges, followed_paths, join
from smq.operations.yaml_text import dump, quoted
from smq.slug import slug

_GITIGNORE = f"""\
# Rendered files and the cache are made again by smq.
livrables/
.smq/
# Files that Word and LibreOffice leave while a document is open.
~$*
.~lock.*#
# The table of names, when the repository holds identifiers only.
{NAMES_FILE}
"""
_GITATTRIBUTES = """\
*.md text eol=lf
*.yaml text eol=lf
*.csv -text
"""


@dataclass(frozen=True)
class Plan:
    """What `init` would create.

    Attributes:
        changes: every file, in order.
        codes: model → code.
        processes, documents: what was chosen of the kit.
    """

    changes: tuple[Change, ...]
    codes: Mapping[str, str]
    processes: tuple[KitProcess, ...]
    documents: tuple[KitDocument, ...]


def initialise(kit: Kit, answers: Answers, size: str, new_id: NewId) -> Plan:
    """Return the files of a new platform; none may exist yet.

    Args:
        kit: what to write.
        answers: completed answers.
        size: size of the kit.
        new_id: source of identifiers.

    Raises:
        SmqError: the size does not exist, or a text of the kit cannot be used.
    """
    names = condition_names(answers)
    processes = kit.chosen_processes(names)
    documents = kit.chosen_documents(names, size)
    processes = tuple(p for p in processes if any(d.process == p.code for d in documents))
    codes = _codes(documents, processes, answers)
    for sheet, others in kit.joined.items():
        # Who cites the sheet of a process that was merged cites the one that took over.
        codes.update({other.model: codes[sheet] for other in others if sheet in codes})
    texts = Texts({**text_names(kit, answers), **functions(codes, kit.language)}, kit.language)
    files: dict[str, bytes] = {
        "smq.yaml": _settings(kit, answers, size, processes).encode(),
        ".gitignore": _GITIGNORE.encode(),
        ".gitattributes": _GITATTRIBUTES.encode(),
    }
    tables: list[str] = []
    used: set[str] = set()
    for document in documents:
        identity = unused(new_id, used)
        used.add(identity)
        path, content, named = _document(kit, document, codes, texts, identity)
        files[path] = content
        tables.extend(named)
    files.update({f"referentiel/{name}": raw for name, raw in kit.pinned()})
    types = types_in(kit.folder, "types", [])
    files.update(schema_files(types, Translator(kit.language)))
    files[EDITOR] = editor_settings()
    files.update(_empty_tables(kit, tables))
    if _identifiers_only(answers) and answers.members:
        files[NAMES_FILE] = _names_table(answers)
    files["enregistrements/.gitkeep"] = b""
    changes = tuple(Change(path, None, files[path]) for path in sorted(files))
    return Plan(changes, codes, processes, documents)


def _codes(
    documents: Sequence[KitDocument], processes: Sequence[KitProcess], answers: Answers
) -> dict[str, str]:
    codification = Codification(
        pattern=_pattern(answers),
        types=tuple(sorted({d.type for d in documents})),
        processes=tuple(p.code for p in processes),
        platform=answers.text("sigle"),
    )
    numbers: dict[str, int] = {}
    codes: dict[str, str] = {}
    for document in documents:
        process = document.process if codification.has_process else None
        stem = codification.stem(document.type, process)
        numbers[stem] = numbers.get(stem, 0) + 1
        codes[document.model] = codification.format(document.type, process, numbers[stem])
    return codes


def _pattern(answers: Answers) -> str:
    """Return the pattern of codes; a short name is needed when codes carry it."""
    pattern = answers.text("motif") or DEFAULT_PATTERN
    if lacks_short_name(pattern, answers.text("sigle")):
        raise SmqError(
            _("The pattern «{pattern}» needs the short name of the platform."),
            _("Answer «sigle» with letters and digits, for example --set sigle=SPECTRO"),
            pattern=pattern,
        )
    return pattern


def _document(
    kit: Kit, document: KitDocument, codes: Mapping[str, str], texts: Texts, identity: str
) -> tuple[str, bytes, list[str]]:
    header, body = texts.document(kit.read(f"documents/{document.file}"), document.file)
    title = " ".join(str(header.pop("titre", document.model)).split())
    code = codes[document.model]
    for other in kit.joined.get(document.model, ()):
        join(header, texts.document(kit.read(f"documents/{other.file}"), other.file)[0])
    follow_merges(header, document.process, kit.merges)
    body = followed_paths(body, kit.merges)
    header["liens"] = _links(header.get("liens"), codes, code)
    header["modele"] = f"{kit.name}/{document.model}"
    content = new_document(
        identity=identity,
        code=code,
        type_=document.type,
        title=title,
        process=document.process,
        extra=header,
        body=body,
    )
    named = header.get("tables") or []
    path = f"documents/{document.process}/{code}-{slug(title)}.md"
    return path, content, [str(table) for table in named]


def _links(declared: object, codes: Mapping[str, str], own: str) -> dict[str, list[str]]:
    if not isinstance(declared, Mapping):
        return {}
    found = {
        str(kind): [
            code for code in dict.fromkeys(codes[m] for m in models if m in codes) if code != own
        ]
        for kind, models in declared.items()
    }
    return {kind: listed for kind, listed in found.items() if listed}


def _empty_tables(kit: Kit, names: Sequence[str]) -> dict[str, bytes]:
    schemas = schemas_in(kit.folder / "registres", "registres", [])
    return {f"registres/{n}.csv": _empty_table(schemas[n]) for n in names if n in schemas}


def _empty_table(schema: RegisterSchema) -> bytes:
    """Return a table without rows as a French Excel opens it: byte-order mark, semicolons."""
    return _csv([[column.name for column in schema.columns if column.kind != "calcul"]])


def _identifiers_only(answers: Answers) -> bool:
    return answers.text("identifiants") == "identifiants"


def _addresses(member: Member, answers: Answers) -> list[str] | None:
    """Return the e-mails of a person, none where identifiers stand for names: an e-mail is one."""
    return None if _identifiers_only(answers) else [*member.addresses] or None


def _names_table(answers: Answers) -> bytes:
    return _csv([["identifiant", "nom"], *([m.id, m.name] for m in answers.members)])


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    stream = StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _settings(kit: Kit, answers: Answers, size: str, processes: Sequence[KitProcess]) -> str:
    values: dict[str, Any] = {
        "smq": 1,
        "plateforme": _without_void(
            {"nom": text_names(kit, answers)["nom"], "sigle": answers.text("sigle")}
        ),
        "langue": kit.language,
        "tutelles": list(answers.words("tutelles")),
        "unites": [_unit(row, answers) for row in answers.rows("unites")],
        "activites": list(answers.words("activites")),
        "plateaux": [
            _without_void({"nom": row[0], "site": row[1] if len(row) > 1 else None})
            for row in answers.rows("plateaux")
        ],
        "risques": list(answers.words("risques")),
        "label": {
            "accompagnement": answers.flag("accompagnement"),
            "engagement": _date(answers.text("engagement")),
            "obtention": None,
            "etape": "engagement" if not answers.text("engagement") else "label",
        },
        "kit": {"nom": kit.name, "version": quoted(kit.version), "taille": size},
        **_referentials(kit),
        "processus": [_process(p, answers) for p in processes],
        "personnes": {
            m.id: _without_void(
                {
                    "nom": answers.shown(m),
                    "fonction": m.function,
                    "roles": list(m.roles),
                    "git": _addresses(m, answers),
                }
            )
            for m in answers.members
        },
        **({"identifiants": True} if _identifiers_only(answers) else {}),
        **({"roles": kit.roles} if kit.roles else {}),
        **_by_type(kit),
        "visas": answers.text("visas") or "papier",
        "codification": {"motif": _pattern(answers)},
    }
    return dump(values)


def _by_type(kit: Kit) -> dict[str, Any]:
    """Return the months between reviews and the roles that read, by type, as the kit has them."""
    reviews = {type_: list(steps) if len(steps) > 1 else steps[0] for type_, steps in kit.reviews}
    readers = {type_: list(roles) for type_, roles in kit.readers}
    return {
        **({"revues": reviews} if reviews else {}),
        **({"lectures": readers} if readers else {}),
    }


def _referentials(kit: Kit) -> dict[str, list[str]]:
    names = sorted(f.stem for f in (kit.folder / "referentiels").glob("*.yaml"))
    return {"referentiels": names} if names else {}


def _unit(row: Sequence[str], answers: Answers) -> dict[str, Any]:
    member = answers.named(row[1]) if len(row) > 1 else None
    return _without_void({"nom": row[0], "directeur": member.id if member else None})


def _process(process: KitProcess, answers: Answers) -> dict[str, Any]:
    """Return a process with who leads it at first: the role that the kit names, else the head."""
    owner = (
        answers.member_with(process.owner)
        or answers.member_with("responsable")
        or answers.member_with("qualite")
    )
    return _without_void(
        {
            "code": process.code,
            "titre": process.title,
            "famille": process.family,
            "pilote": owner.id if owner else None,
        }
    )


def _date(text: str | None) -> object:
    return as_date(text) if text else None


def _without_void(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}
