"""Reads the sidecars of filed records: `enregistrements/**/NAME.yaml` beside the file."""

from pathlib import Path

from smq import private
from smq.i18n import _
from smq.load.acknowledgements import FOLDER as READINGS
from smq.load.doctypes import read_mapping
from smq.load.fields import Reader
from smq.model import Location, Problem, Word
from smq.model.filed import FiledRecord

FOLDER = "enregistrements"
KEYS = (
    *("id", "titre", "formulaire", "formulaire_id", "version_formulaire", "date"),
    *("signataires", "fichier", "emplacement", "sha256", "conservation", "depose_le"),
    *("depose_par", "verifie_le"),
)
FAULT = "ill-formed-record"
A_NAME = Word(_("the name of a file that lies beside it"))


def read_filed(root: Path, problems: list[Problem]) -> tuple[FiledRecord, ...]:
    """Return the filed records below a root, sorted by path, each file seen again.

    Never raises for what a user wrote; faults go to `problems`.
    """
    found = []
    for sidecar in sorted((root / FOLDER).rglob("*.yaml")):
        path = sidecar.relative_to(root).as_posix()
        if path.startswith(f"{READINGS}/"):
            continue
        content = read_mapping(sidecar, path, problems)
        if content is not None:
            found.append(_record(Reader(content, path, problems, FAULT), sidecar, root))
    return tuple(found)


def _record(reader: Reader, sidecar: Path, root: Path) -> FiledRecord:
    reader.unknown(KEYS, "unknown-record-key")
    name = _name(reader)
    file = sidecar.parent / name if name else None
    return FiledRecord(
        id=reader.text("id") or "",
        form=reader.text("formulaire"),
        form_id=reader.text("formulaire_id"),
        form_version=reader.text("version_formulaire"),
        dated=reader.date("date"),
        signatories=reader.texts("signataires"),
        title=reader.text("titre") or sidecar.stem,
        file=file.relative_to(root).as_posix() if file else None,
        outside=reader.text("emplacement"),
        sha256=(reader.text("sha256") or "").strip().lower().removeprefix("sha256:") or None,
        verified=reader.date("verifie_le"),
        actual=_digest(file) if file else None,
        location=Location(reader.path, reader.fields.line, reader.fields.column),
    )


def _name(reader: Reader) -> str | None:
    """Return the name of the file beside the sidecar; a path is none, and leads nowhere."""
    name, node = reader.text("fichier"), reader.node("fichier")
    if name is None or node is None:
        return None
    if name in ("", ".", "..") or "/" in name or "\\" in name or "\0" in name:
        reader.wrong("fichier", node, A_NAME)
        return None
    return name


def _digest(file: Path) -> str | None:
    if file.is_symlink():
        return None
    try:
        return private.digest_of(file.read_bytes())
    except OSError:
        return None
