"""Reads chains: the kit's data, pinned under `referentiel/chaines/`."""

from pathlib import Path

from smq.load.doctypes import PINNED, read_mapping
from smq.load.fields import Reader
from smq.model import Location, Problem
from smq.model.chain import Chain, ChainLink, Opening, Period

FOLDER = f"{PINNED}/chaines"
STEP_KEYS = ("rang", "montre", "exige")
KEYS = (
    "nom",
    "titre",
    "depart",
    "etape",
    *STEP_KEYS,
    "ouverture",
    "tirage",
    "exercice",
    "periode",
    "entrees",
    "maillons",
)
LINK_KEYS = ("registre", "depuis", "colonne", "titre", "facultatif", "si", *STEP_KEYS)
OPENING_KEYS = ("registre", "si")
PERIOD_KEYS = ("equipement", "debut", "fin")
ENTRY_KEYS = ("registre", "colonne")


def read_chains(root: Path, problems: list[Problem]) -> dict[str, Chain]:
    """Return the chains pinned below a root, by name; faults go to `problems`."""
    found: dict[str, Chain] = {}
    for file in sorted((root / FOLDER).glob("*.yaml")):
        path = f"{FOLDER}/{file.name}"
        content = read_mapping(file, path, problems)
        if content is not None:
            reader = Reader(content, path, problems, "ill-formed-criterion")
            found[file.stem] = _chain(reader, file.stem)
    return found


def _chain(reader: Reader, name: str) -> Chain:
    reader.unknown(KEYS, "unknown-criterion-key")
    start = reader.needed("depart")
    return Chain(
        name=name,
        title=reader.text("titre") or name,
        start=start,
        links=tuple(_link(item, start) for item in reader.mappings("maillons")),
        location=Location(reader.path, 1, 1),
        rank=reader.integer("rang") or 1,
        shown=reader.texts("montre"),
        required=reader.texts("exige"),
        entries=tuple(_entry(item) for item in reader.mappings("entrees")),
        period=_period(reader),
        opening=_opening(reader),
        finished=reader.text("tirage"),
        exercise=reader.text("exercice"),
        step_title=reader.text("etape"),
    )


def _link(item: Reader, start: str) -> ChainLink:
    item.unknown(LINK_KEYS, "unknown-criterion-key")
    return ChainLink(
        table=item.needed("registre"),
        origin=item.text("depuis") or start,
        column=item.needed("colonne"),
        optional=item.boolean("facultatif", False),
        rank=item.integer("rang"),
        condition=item.text("si"),
        shown=item.texts("montre"),
        required=item.texts("exige"),
        title=item.text("titre"),
    )


def _entry(item: Reader) -> tuple[str, str]:
    item.unknown(ENTRY_KEYS, "unknown-criterion-key")
    return item.needed("registre"), item.needed("colonne")


def _opening(reader: Reader) -> Opening | None:
    if reader.node("ouverture") is None:
        return None
    item = reader.mapping("ouverture")
    item.unknown(OPENING_KEYS, "unknown-criterion-key")
    return Opening(item.needed("registre"), item.text("si"))


def _period(reader: Reader) -> Period | None:
    if reader.node("periode") is None:
        return None
    item = reader.mapping("periode")
    item.unknown(PERIOD_KEYS, "unknown-criterion-key")
    return Period(item.needed("equipement"), item.needed("debut"), item.needed("fin"))
