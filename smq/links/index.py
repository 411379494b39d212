"""What a written target can lead to: a code, a file name, a title, a path."""

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from smq.links.files import Files
from smq.links.folding import fold
from smq.model import Code, Document, QualitySystem, Resolution, Status

# `[[PRE-PRO-001-demande]]` is a file name: the code in it is followed by a dash.
_AFTER_CODE = re.compile(r"[\s‐‑‒–—―−-]|$")
_BETWEEN = " \t\u00a0\u202f-‐‑‒–—―−:"


@dataclass(frozen=True, slots=True)
class Match:
    """What became of a written target.

    Attributes:
        resolution: found, unknown or ambiguous.
        document: the document found; None when a file that is no document was found.
        candidates: paths that match when ambiguous.
        code: the code that the target is or starts with, as written.
        identity: of that code.
        by_code: the code decided; False for a file name or a title.
        title: what stands behind the code, or None.
    """

    resolution: Resolution
    document: Document | None = None
    candidates: tuple[str, ...] = ()
    code: str | None = None
    identity: tuple[str, int] | None = None
    by_code: bool = False
    title: str | None = None


_NOTHING = Match(Resolution.UNKNOWN)


class Index:
    """Everything that a link of one system can lead to."""

    def __init__(self, system: QualitySystem) -> None:
        self.system = system
        self._codes: dict[str, Match] = {}
        self._targets: dict[str, Match] = {}

    def code(self, text: str) -> Match:
        """Return what a code leads to: who carries it, else who bore it before."""
        match = self._codes.get(text)
        if match is None:
            match = self._codes[text] = self._look_up(text)
        return match

    def target(self, text: str) -> Match:
        """Return what a wiki-link or a declared link leads to; the first match decides.

        In this order: a code or alias, a code followed by a space or a dash, a file name, a title,
        and last the name of a file that is no document.
        """
        match = self._targets.get(text)
        if match is None:
            match = self._targets[text] = self._resolve(text)
        return match

    def differs(self, match: Match, text: str) -> bool:
        """Return whether a target `CODE – title` gives a title that its document does not have."""
        document = match.document
        if not match.by_code or not match.title or document is None or not document.title:
            return False
        return fold(match.title) != fold(document.title) and fold(text) != _stem(document.path)

    @cached_property
    def files(self) -> Files:
        """Return the files that a path can lead to, documents included."""
        return Files(self.system.files | self.by_path.keys())

    @cached_property
    def by_path(self) -> dict[str, Document]:
        """Return the document of each file; an original leads to its document."""
        originals = {
            posixpath.normpath(posixpath.join(posixpath.dirname(d.path), d.original)): d
            for d in self.system.documents
            if d.original
        }
        kept = {path: d for path, d in originals.items() if path in self.system.files}
        return {**kept, **{d.path: d for d in self.system.documents}}

    @cached_property
    def sheets(self) -> dict[str, tuple[Document, ...]]:
        """Return the process sheets of each process, withdrawn ones left out."""
        found: dict[str, list[Document]] = {}
        for document in self.system.documents:
            if document.type == "FIP" and document.status is not Status.WITHDRAWN:
                found.setdefault(document.process or "", []).append(document)
        return {process: tuple(sheets) for process, sheets in found.items()}

    def _look_up(self, text: str) -> Match:
        code = self._known.get(text) or self.system.settings.codification.parse(text)
        if code is None:
            return _match(self._odd.get(text, ()), text)
        identity = code.identity
        system = self.system
        documents = system.by_identity.get(identity) or system.by_alias.get(identity, ())
        return _match(documents, text, identity)

    def _resolve(self, text: str) -> Match:
        by_code = self._by_code(text)
        if by_code and by_code.resolution is not Resolution.UNKNOWN:
            return by_code
        folded = fold(text)
        documents = self._stems.get(folded.removesuffix(".md")) or self._titles.get(folded)
        if documents:
            return replace(_match(documents), code=by_code.code if by_code else None)
        if folded in self._names:
            return _file_match(self._names[folded])
        return by_code or _NOTHING

    def _by_code(self, text: str) -> Match | None:
        if text in self._known or text in self._odd:
            return self.code(text)
        code = self.system.settings.codification.parse_start(text)
        if code is None or not _AFTER_CODE.match(text, len(code.text)):
            return None
        title = text[len(code.text) :].strip(_BETWEEN)
        match = self.code(code.text)
        return replace(match, title=title) if title else match

    @cached_property
    def _known(self) -> dict[str, Code]:
        return {d.code.text: d.code for d in self.system.documents if d.code}

    @cached_property
    def _odd(self) -> dict[str, list[Document]]:
        """Codes that do not follow the pattern."""
        odd = (d for d in self.system.documents if d.code is None and d.code_text)
        return _grouped((d.code_text or "", d) for d in odd)

    @cached_property
    def _stems(self) -> dict[str, list[Document]]:
        return _grouped((_stem(d.path), d) for d in self.system.documents)

    @cached_property
    def _titles(self) -> dict[str, list[Document]]:
        return _grouped((fold(d.title), d) for d in self.system.documents if d.title)

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Names of the files that are no documents; a note's without its `.md` too."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.system.files - self.by_path.keys()):
            name = fold(posixpath.basename(path))
            for key in {name, name.removesuffix(".md")}:
                found.setdefault(key, []).append(path)
        return found


def _match(
    documents: Sequence[Document],
    code: str | None = None,
    identity: tuple[str, int] | None = None,
) -> Match:
    by_code = code is not None
    if not documents:
        return Match(Resolution.UNKNOWN, None, (), code, identity, by_code)
    if len(documents) > 1:
        paths = tuple(document.path for document in documents)
        return Match(Resolution.AMBIGUOUS, None, paths, code, identity, by_code)
    return Match(Resolution.FOUND, documents[0], (), code, identity, by_code)


def _file_match(paths: Sequence[str]) -> Match:
    if len(paths) > 1:
        return Match(Resolution.AMBIGUOUS, candidates=tuple(paths))
    return Match(Resolution.FOUND)


def _stem(path: str) -> str:
    return fold(posixpath.splitext(posixpath.basename(path))[0])


def _grouped(pairs: Iterable[tuple[str, Document]]) -> dict[str, list[Document]]:
    groups: dict[str, list[Document]] = {}
    for key, document in pairs:
        groups.setdefault(key, []).append(document)
    return groups
