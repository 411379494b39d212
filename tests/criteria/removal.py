"""Takes one fact away from a platform on disk, and puts it back."""

import contextlib
import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from smq.model import QualitySystem
from smq.model.coverage import Proof


@contextlib.contextmanager
def without(root: Path, proof: Proof, system: QualitySystem) -> Iterator[None]:
    """Take away what a proof names while the block runs."""
    file, content = _altered(root, proof, system)
    before = file.read_bytes()
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    try:
        yield
    finally:
        file.write_bytes(before)


def _altered(root: Path, proof: Proof, system: QualitySystem) -> tuple[Path, bytes | None]:
    """Return the file to change and what becomes of it, None for nothing."""
    name, _colon, key = proof.ref.partition(":")
    if proof.kind == "document":
        (document,) = system.with_code(proof.ref.split(" | ")[0])
        return root / document.path, None
    if proof.kind in ("register", "chain"):
        file = root / (proof.path or f"registres/{name}.csv")
        return file, _without_row(file, key) if key else _header(file)
    if proof.kind == "fact":
        return root / "smq.yaml", _without_setting((root / "smq.yaml").read_text("utf-8"), name)
    if proof.kind == "declaration":
        file = root / "evaluation.yaml"
        lines = file.read_text("utf-8").splitlines(keepends=True)
        return file, "".join(x for x in lines if not x.strip().startswith(f"{name}:")).encode()
    return root / (proof.path or proof.ref), None


def _without_row(file: Path, key: str) -> bytes:
    text = file.read_text("utf-8-sig")
    header, *rows = list(csv.reader(StringIO(text), delimiter=";"))
    kept = [header, *(row for row in rows if row[0] != key)]
    assert len(kept) == len(rows), f"{file.name}: no row {key}"
    return _csv(kept)


def _header(file: Path) -> bytes:
    return _csv(list(csv.reader(StringIO(file.read_text("utf-8-sig")), delimiter=";"))[:1])


def _csv(rows: list[list[str]]) -> bytes:
    stream = StringIO()
    csv.writer(stream, delimiter=";").writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


_WHERE = {
    "directeurs": "directeur",
    "responsables": "- responsable",
    "referents_qualite": "- qualite",
    "pilotes": "pilote",
    "suppleants": "suppleant",
    "familles": "famille: support",
    "processus": "processus",
}
"""Fact → the lines of smq.yaml that say it; else its own name."""
_OTHER = {"familles": ("famille: support", "famille: realisation")}


def _without_setting(text: str, name: str) -> bytes:
    if name in _OTHER:
        return text.replace(*_OTHER[name]).encode()
    word = _WHERE.get(name, name)
    kept: list[str] = []
    inside: int | None = None
    for line in text.splitlines(keepends=True):
        depth = len(line) - len(line.lstrip(" -"))
        if inside is not None and (depth > inside or line.strip().startswith("-")):
            continue
        inside = None
        bare = line.strip()
        if bare.startswith(f"{word}:") or bare == word:
            inside = depth if bare.endswith(":") else None
            continue
        kept.append(line)
    return "".join(kept).encode()
