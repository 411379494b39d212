"""`smq new`: one new document from the skeleton of its type."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from smq.errors import SmqError
from smq.i18n import _
from smq.kit import Texts, functions
from smq.load import PINNED
from smq.model import Change, QualitySystem
from smq.numbering import next_code
from smq.operations.header import new_document
from smq.operations.identifiers import NewId, unused
from smq.operations.kit_document import kit_text
from smq.slug import slug


@dataclass(frozen=True, slots=True)
class Created:
    """The code given and the file to write."""

    code: str
    change: Change


def create_document(
    system: QualitySystem,
    type_: str,
    process: str | None,
    title: str,
    *,
    taken: Iterable[str],
    new_id: NewId,
    root: Path,
    model: str | None = None,
) -> Created:
    """Return a new document with the next code.

    Args:
        system: the platform.
        type_: our type.
        process: code of its process, or None.
        title: as typed; empty = that of the model in the kit.
        taken: codes that git knows of.
        new_id: source of identifiers.
        root: where the skeleton of the type lies, under `referentiel/types/`.
        model: which document of the kit it stands for (`modele`), as criteria name it; or None.
            Where the kit has it, its text is the beginning, else the skeleton.

    Raises:
        SmqError: the title is empty, or the skeleton cannot be used.
    """
    title = " ".join(title.split()) or _title_of_kit(system, model)
    if not title:
        raise SmqError(
            _("A document needs a title."),
            _("Example: {command}"),
            command='--title "Gérer les déchets"',
        )
    code = next_code(system, type_, process, taken)
    kept = kit_text(system, model) if model else None
    header, body = (dict(kept.header), kept.body) if kept else _skeleton(root, type_)
    content = new_document(
        identity=unused(new_id, {document.id for document in system.documents}),
        code=code,
        type_=type_,
        title=title,
        process=process,
        extra={**header, "modele": _of_kit(system, model)} if model else header,
        body=body,
    )
    folder = PurePosixPath(*system.settings.reading.roots[:1], process or type_)
    return Created(code, Change(f"{folder}/{code}-{slug(title)}.md", None, content))


def _skeleton(root: Path, type_: str) -> tuple[dict[str, Any], str]:
    file = root / PINNED / "types" / f"{type_}.md.j2"
    if not file.is_file():
        return {}, ""
    return Texts(functions({}, "fr")).document(file.read_bytes(), file.name)


def _title_of_kit(system: QualitySystem, model: str | None) -> str:
    kept = kit_text(system, model) if model else None
    return kept.title if kept else ""


def _of_kit(system: QualitySystem, model: str) -> str:
    """Return a model as headers name it: behind the name of the platform's kit."""
    kit = system.settings.kit
    return f"{kit}/{model}" if kit and "/" not in model else model
