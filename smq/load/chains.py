"""Reads chains: the kit's data, pinned under `referentiel/chaines/`."""

from pathlib import Path

from smq.load.doctypes import PINNED, read_mapping
from smq.load.fields import A_TEXT, Reader
from smq.model import Location, Problem, Scalar
from smq.model.chain import Chain, ChainLink

FOLDER = f"{PINNED}/chaines"
KEYS = ("nom", "titre", "depart", "maillons")
LINK_KEYS = ("registre", "depuis", "colonne", "facultatif")


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
    start = _needed(reader, "depart")
    links = []
    for item in reader.mappings("maillons"):
        item.unknown(LINK_KEYS, "unknown-criterion-key")
        links.append(
            ChainLink(
                table=_needed(item, "registre"),
                origin=item.text("depuis") or start,
                column=_needed(item, "colonne"),
                optional=item.boolean("facultatif", False),
            )
        )
    place = Location(reader.path, 1, 1)
    return Chain(name, reader.text("titre") or name, start, tuple(links), place)


def _needed(reader: Reader, key: str) -> str:
    """Return a word without which a chain leads nowhere; its absence is a problem."""
    found = reader.text(key)
    if not found:
        reader.wrong(key, Scalar("", reader.fields.line, reader.fields.column), A_TEXT)
    return found or ""
