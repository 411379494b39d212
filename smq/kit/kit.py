"""Reads a kit: data only (`docs/kits.md`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from smq import resources
from smq.errors import SmqError
from smq.i18n import _
from smq.kit.conditions import holds
from smq.kit.questions import Part, Question, read_questions
from smq.load.doctypes import read_mapping
from smq.load.fields import Reader
from smq.model import Problem, nearest

PINNED_FOLDERS = ("types", "registres", "referentiels", "chaines")


@dataclass(frozen=True, slots=True)
class KitProcess:
    """A process that the kit proposes."""

    code: str
    title: str
    family: str
    condition: str | None


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
        """Return (path, bytes) of what a platform keeps a copy of, relative to `referentiel/`."""
        return tuple(
            (file.relative_to(self.folder).as_posix(), file.read_bytes())
            for name in PINNED_FOLDERS
            for file in sorted((self.folder / name).rglob("*"))
            if file.is_file()
        )


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
    )
    if problems:
        raise SmqError(
            _("The kit {kit} cannot be used: {place}."), kit=name, place=str(problems[0].location)
        )
    return found


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
    if content is None:
        raise SmqError(_("The kit's file {file} cannot be read."), file=file.name)
    return Reader(content, file.name, problems)


def _sizes(kit: Reader) -> dict[str, tuple[str, ...] | None]:
    inner = kit.mapping("tailles")
    return {
        name.text: None if words == ("all",) else words
        for name, _value in inner.fields.entries
        for words in [inner.texts(name.text)]
    }
