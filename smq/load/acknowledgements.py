"""Reads the acknowledgements of reading: `enregistrements/lectures/*.yaml`, one a reading."""

from pathlib import Path

from smq import private
from smq.load.doctypes import read_mapping
from smq.load.fields import Reader
from smq.model import Location, Problem
from smq.model.acknowledgement import Acknowledgement

FOLDER = "enregistrements/lectures"
KEYS = (
    *("document", "code", "version", "empreinte", "par", "date"),
    *("mode", "preuve", "empreinte_preuve", "saisie_par"),
)
FAULT = "ill-formed-record"
_DIGITS = 8


def read_acknowledgements(root: Path, problems: list[Problem]) -> tuple[Acknowledgement, ...]:
    """Return the acknowledgements below a root, sorted by path.

    Never raises for what a user wrote; faults go to `problems`.
    """
    found = []
    for file in sorted((root / FOLDER).glob("*.yaml")):
        path = file.relative_to(root).as_posix()
        content = read_mapping(file, path, problems)
        if content is not None:
            reader = Reader(content, path, problems, FAULT)
            found.append(_acknowledgement(reader, _is_intact(file)))
    return tuple(found)


def mark_of(content: bytes) -> str:
    """Return what the name of an acknowledgement carries of its content, whatever ends its lines.

    Two people who write the same reading down on two branches, each in their words, make two files:
    nothing conflicts. A file changed later no longer bears its own name.
    """
    return private.digest_of(content.replace(b"\r\n", b"\n"))[:_DIGITS]


def _acknowledgement(reader: Reader, intact: bool) -> Acknowledgement:
    reader.unknown(KEYS, "unknown-record-key")
    return Acknowledgement(
        document=reader.needed("document"),
        code=reader.text("code") or "",
        version=reader.needed("version"),
        fingerprint=reader.text("empreinte"),
        by=reader.needed("par"),
        date=reader.date("date"),
        mode=reader.text("mode") or "git",
        proof=reader.text("preuve"),
        entered_by=reader.text("saisie_par"),
        intact=intact,
        location=Location(reader.path, reader.fields.line, reader.fields.column),
    )


def _is_intact(file: Path) -> bool:
    try:
        return file.stem.rpartition("_")[2] == mark_of(file.read_bytes())
    except OSError:
        return False
