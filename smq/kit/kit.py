"""Reads a kit: data only (`docs/kits.md`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from smq import resources
from smq.errors import SmqError
from smq.expressions import holds
from smq.i18n import _
from smq.kit.question import Part, Question
from smq.kit.questions import read_questions
from smq.load.doctypes import read_mapping
from smq.load.fields import Reader
from smq.load.type_settings import by_type, review_steps
from smq.model import Problem, nearest, plain

KEYS = (
    *("nom", "version", "langue", "smq", "titre", "tailles"),
    *("roles", "revues", "lectures", "processus", "documents"),
)
PROCESS_KEYS = ("code", "titre", "famille", "pilote", "si")
DOCUMENT_KEYS = ("modele", "type", "processus", "fichier", "si")
"""Keys of `kit.yaml`, of a process and of a document in it (`docs/kits.md`)."""
PINNED_FOLDERS = ("types", "registres", "referentiels", "chaines")
PINNED_FILES = ("echeances.yaml",)


_CODE = re.compile(r"[A-Za-z0-9_]+")


@dataclass(frozen=True, slots=True)
class KitProcess:
    """A process that the kit proposes; `owner` is the role of who leads it at first."""

    code: str
    title: str
    family: str
    condition: str | None
    owner: str = "responsable"


@dataclass(frozen=True, slots=True)
class KitDocument:
    """A document that the kit can write; `file` is relative to its `documents` folder."""

    model: str
    type: str
    process: str
    file: str
    condition: str | None


@dataclass(frozen=True)
class Kit:
    """A kit.

    Attributes:
        folder: where it lies.
        name, version, language: of `kit.yaml`.
        sizes: size → models, None for all.
        processes, documents: in the order of the file.
        roles: who approves and verifies which types, as smq.yaml will say it.
        reviews, readers: months between reviews, and roles that read, by type (`smq.yaml`).
        merges: process that goes → process that takes it over (`smq.kit.merging`).
        joined: model of a process sheet → the sheets whose content it takes over.
        parts, questions: of `questions.yaml`.
    """

    folder: Path
    name: str
    version: str
    language: str
    sizes: Mapping[str, tuple[str, ...] | None]
    processes: tuple[KitProcess, ...]
    documents: tuple[KitDocument, ...]
    parts: tuple[Part, ...]
    questions: tuple[Question, ...]
    roles: Mapping[str, Any]
    reviews: tuple[tuple[str, tuple[int, ...]], ...] = ()
    readers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    merges: Mapping[str, str] = field(default_factory=dict)
    joined: Mapping[str, tuple[KitDocument, ...]] = field(default_factory=dict)

    def chosen_processes(self, names: Mapping[str, object]) -> tuple[KitProcess, ...]:
        """Return the processes whose condition holds for these answers."""
        return tuple(p for p in self.processes if holds(p.condition, names))

    def chosen_documents(self, names: Mapping[str, object], size: str) -> tuple[KitDocument, ...]:
        """Return the documents of a size whose condition and process hold for these answers.

        Raises:
            SmqError: the kit has no such size.
        """
        if size not in self.sizes:
            raise SmqError(
                _("The kit {kit} has no size «{size}»."),
                _("Sizes: {sizes}."),
                kit=self.name,
                size=size,
                sizes=", ".join(self.sizes),
            )
        kept = self.sizes[size]
        processes = {p.code for p in self.chosen_processes(names)}
        return tuple(
            d
            for d in self.documents
            if d.process in processes
            and (kept is None or d.model in kept)
            and holds(d.condition, names)
        )

    def pinned(self) -> tuple[tuple[str, bytes], ...]:
        """Return (path, bytes) of what a platform keeps a copy of, relative to `referentiel/`.

        Raises:
            SmqError: a link leads out of the kit.
        """
        held = [
            file.relative_to(self.folder).as_posix()
            for name in PINNED_FOLDERS
            for file in sorted((self.folder / name).rglob("*"))
            if file.is_file()
        ]
        held += [name for name in PINNED_FILES if (self.folder / name).is_file()]
        return tuple((path, self.read(path)) for path in held)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file of the kit; nothing outside its folder is ever read.

        Raises:
            SmqError: the path or a link leaves the folder, or there is no such file.
        """
        file = (self.folder / path).resolve()
        if not file.is_relative_to(self.folder.resolve()):
            raise SmqError(
                _("The kit {kit} names a file outside its folder: {path}."),
                _("Mend this file of the kit, or take the kit again from its source."),
                kit=self.name,
                path=path,
            )
        try:
            return file.read_bytes()
        except OSError as error:
            raise SmqError(
                _("The kit's file {file} cannot be read."),
                _("Mend this file of the kit, or take the kit again from its source."),
                file=path,
            ) from error


def read_kit(name: str) -> Kit:
    """Return a kit by its name, or by the path of its folder.

    Raises:
        SmqError: there is none, or its files cannot be read.
    """
    folder = _folder(name)
    problems: list[Problem] = []
    kit = _reader(folder / "kit.yaml", problems)
    questions = _reader(folder / "questions.yaml", problems)
    parts, asked = read_questions(questions)
    found = Kit(
        folder=folder,
        name=kit.text("nom") or folder.name,
        version=kit.text("version") or "1",
        language=kit.text("langue") or "fr",
        sizes=_sizes(kit),
        processes=tuple(
            KitProcess(
                p.text("code") or "",
                p.text("titre") or "",
                p.text("famille") or "support",
                p.text("si"),
                p.text("pilote") or "responsable",
            )
            for p in kit.mappings("processus")
        ),
        documents=tuple(
            KitDocument(
                d.text("modele") or "",
                d.text("type") or "",
                d.text("processus") or "",
                d.text("fichier") or "",
                d.text("si"),
            )
            for d in kit.mappings("documents")
        ),
        parts=parts,
        questions=asked,
        roles={key.text: plain(value) for key, value in kit.mapping("roles").fields.entries},
        reviews=review_steps(kit.mapping("revues")),
        readers=by_type(kit.mapping("lectures")),
    )
    if problems:
        raise SmqError(
            _("The kit {kit} cannot be used: {place}."),
            _("Mend this file of the kit, or take the kit again from its source."),
            kit=name,
            place=str(problems[0].location),
        )
    _refuse_odd_codes(found)
    return found


def _refuse_odd_codes(kit: Kit) -> None:
    """Refuse codes of processes and types that could name a folder elsewhere."""
    codes = [p.code for p in kit.processes]
    codes += [code for d in kit.documents for code in (d.type, d.process)]
    for code in codes:
        if not _CODE.fullmatch(code):
            raise SmqError(
                _("The kit {kit} holds the code «{code}»."),
                _("Codes of processes and types are letters and digits."),
                kit=kit.name,
                code=code,
            )


def _folder(name: str) -> Path:
    for folder in (resources.kits() / name, Path(name)):
        if (folder / "kit.yaml").is_file():
            return folder
    known = tuple(sorted(p.parent.name for p in resources.kits().glob("*/kit.yaml")))
    near = nearest(name, known)
    raise SmqError(
        _("There is no kit «{name}»."),
        _("Nearest: {near}.") if near else _("Kits: {known}."),
        name=name,
        near=near or "",
        known=", ".join(known),
    )


def _reader(file: Path, problems: list[Problem]) -> Reader:
    content = read_mapping(file, file.name, problems) if file.is_file() else None
    place = str(problems[0].location) if problems else file.name
    if content is None:
        raise SmqError(
            _("The kit's file {file} cannot be read."),
            _("Mend this file of the kit, or take the kit again from its source."),
            file=place,
        )
    return Reader(content, file.name, problems)


def _sizes(kit: Reader) -> dict[str, tuple[str, ...] | None]:
    inner = kit.mapping("tailles")
    return {
        name.text: None if words == ("all",) else words
        for name, _value in inner.fields.entries
        for words in [inner.texts(name.text)]
    }
