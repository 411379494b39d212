"""Reads referentials: the kit's data, pinned under `referentiel/referentiels/`."""

from pathlib import Path
from typing import TypeVar

from smq.i18n import _
from smq.load.doctypes import PINNED, read_mapping
from smq.load.fields import Reader
from smq.model import Fields, Items, Location, Node, Problem, Scalar, Word
from smq.model.referential import (
    STAGES,
    Criterion,
    Evidence,
    Level,
    Mark,
    Nature,
    Referential,
    Source,
)

FOLDER = f"{PINNED}/referentiels"
KEYS = ("nom", "titre", "version", "mention", "langue", "chapitres", "criteres")
CRITERION_KEYS = (
    *("id", "chapitre", "titre", "niveau", "marque", "etapes", "si"),
    *("nature", "preuve", "sources", "aide"),
)
FAULT = "ill-formed-criterion"
UNKNOWN = "unknown-criterion-key"
A_NOTICE = Word(_("what every output must say, for example «working referential, unofficial»"))
A_LEVEL = Word(_("prioritaire, attendu or recommande"))
A_MARK = Word(_("programme, page_publique or deduit"))
A_NATURE = Word(_("computed, declared or to_be_read"))
A_STAGE = Word(_("eligibilite, engagement, label or suivi"))
AN_EVIDENCE = Word(_("one sort of evidence and what it asks (document: {modele: …})"))
AN_ID = Word(_("an identifier, for example INF-PR-01"))

_BLANK = Scalar("", 1, 1)
_Choice = TypeVar("_Choice", Level, Mark, Nature)


def read_referentials(
    root: Path, names: tuple[str, ...], problems: list[Problem]
) -> tuple[Referential, ...]:
    """Return the referentials of a platform, in the order of its settings.

    Args:
        root: folder of `smq.yaml`.
        names: `referentiels` of the settings; one without file is left out and is a problem.
        problems: where faults go; nothing is raised for what a user wrote.
    """
    found = []
    for name in names:
        path = f"{FOLDER}/{name}.yaml"
        if not (root / path).is_file():
            values = (("name", name), ("path", path))
            problems.append(Problem("missing-referential", Location("smq.yaml", 1, 1), values))
            continue
        content = read_mapping(root / path, path, problems)
        if content is not None:
            found.append(referential(Reader(content, path, problems, FAULT), name))
    return tuple(found)


def referential(reader: Reader, name: str) -> Referential:
    """Return the referential that a mapping describes (`docs/kits.md`)."""
    reader.unknown(KEYS, UNKNOWN)
    chapters = {c.text("code") or "": c.text("titre") or "" for c in reader.mappings("chapitres")}
    if not reader.text("mention"):
        reader.wrong("mention", _BLANK, A_NOTICE)
    return Referential(
        name=name,
        title=reader.text("titre") or name,
        version=reader.text("version") or "",
        notice=reader.text("mention") or "",
        chapters=chapters,
        criteria=tuple(_criterion(item) for item in reader.mappings("criteres")),
        path=reader.path,
    )


def _criterion(reader: Reader) -> Criterion:
    reader.unknown(CRITERION_KEYS, UNKNOWN)
    written = reader.node("id")
    place = written or reader.fields
    if not isinstance(written, Scalar):
        reader.wrong("id", place, AN_ID)
    return Criterion(
        id=written.text if isinstance(written, Scalar) else "",
        chapter=reader.text("chapitre") or "",
        title=reader.text("titre") or "",
        level=_choice(reader, "niveau", Level.EXPECTED, A_LEVEL),
        mark=_choice(reader, "marque", Mark.INFERRED, A_MARK),
        nature=_choice(reader, "nature", Nature.COMPUTED, A_NATURE),
        stages=_stages(reader),
        condition=reader.text("si"),
        evidence=_evidence(reader),
        sources=tuple(
            Source(
                item.text("type") or "",
                item.text("section"),
                item.text("edition"),
                item.text("clause"),
            )
            for item in reader.mappings("sources")
        ),
        help=reader.text("aide") or "",
        location=Location(reader.path, place.line, place.column),
    )


def _choice(reader: Reader, key: str, default: _Choice, expected: Word) -> _Choice:
    written = reader.text(key)
    if written is None:
        return default
    try:
        return type(default)(written)
    except ValueError:
        node = reader.node(key)
        if node is not None:
            reader.wrong(key, node, expected)
        return default


def _stages(reader: Reader) -> tuple[str, ...]:
    for scalar in reader.scalars("etapes"):
        if scalar.text not in STAGES:
            reader.wrong("etapes", scalar, A_STAGE)
    return tuple(stage for stage in reader.texts("etapes") if stage in STAGES)


def _evidence(reader: Reader) -> Evidence | None:
    node = reader.node("preuve")
    if node is None:
        return None
    found = evidence_of(node, reader.path)
    if found is None:
        reader.wrong("preuve", node, AN_EVIDENCE)
    return found


def evidence_of(node: Node, path: str) -> Evidence | None:
    """Return the evidence that a mapping asks for: its first key names the sort.

    The options stand below the word (`document: {modele: …}`), or beside it when the word holds the
    main one (`registre: demandes, ou: …`). None when the node is no such mapping.
    """
    if not isinstance(node, Fields) or not node.entries:
        return None
    (name, value), *others = node.entries
    place = Location(path, name.line, name.column)
    if isinstance(value, Scalar):
        return Evidence(name.text, node, place)
    return Evidence(name.text, value, place, tuple(key for key, _value in others))


def children(evidence: Evidence) -> tuple[Evidence | Node, ...]:
    """Return the evidence below a word that holds others; what is no evidence stays a node.

    One piece of evidence alone is a list of one.
    """
    path, node = evidence.location.path, evidence.node
    if isinstance(node, Items):
        return tuple(evidence_of(item, path) or item for item in node.items)
    found = evidence_of(node, path)
    # `tout: x` is read as `registre: x` would be: the mapping that holds the word itself.
    return () if found is None or found.location == evidence.location else (found,)
