"""Which commit held which document, with what code and id: one pass over what HEAD stands on."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from smq.model import Settings
from smq.model.lineage import Lineage, PastDocument, Step
from smq.vcs.comparison import documents_at, named
from smq.vcs.folder import git_folder, shallow_file
from smq.vcs.header_reader import HeaderReader
from smq.vcs.log import content_of
from smq.vcs.repository import Repository, opened

_WHAT_CHANGED = (
    *("diff-tree", "--stdin", "--root", "--always", "-r", "-z", "--raw"),
    *("--no-abbrev", "--no-renames", "--no-ext-diff", "--", ":(top,icase)*.md"),
)
_NO_BLOB = "0" * 40
_NAME = 40


def lineage(root: Path, settings: Settings) -> Lineage:
    """Return the commits that the work tree stands on, what is being merged included.

    Empty when the folder lies in no repository, or nothing was recorded yet.

    Args:
        root: folder of `smq.yaml`.
        settings: how documents are written.

    Raises:
        SmqError: git refuses.
    """
    folder = git_folder(root)
    if folder is None:
        return Lineage()
    with opened(root) as here:
        found = (here.commit(name) for name in ("HEAD", "MERGE_HEAD"))
        tips = tuple(dict.fromkeys(str(tip.hexsha) for tip in found if tip is not None))
        if not tips:
            return Lineage()
        listed = here.repo.git.rev_list("--topo-order", "--reverse", "--parents", *tips, "--")
        parents = {names[0]: tuple(names[1:]) for names in map(str.split, listed.splitlines())}
        changed = _changed(here, settings, parents)
        steps = tuple(Step(c, p, tuple(changed.get(c, ()))) for c, p in parents.items())
        shallow = shallow_file(folder)
        cut = shallow.read_text(encoding="ascii").split() if shallow.is_file() else ()
        return Lineage(steps, tips, frozenset(cut) & frozenset(parents))


def reference(root: Path, settings: Settings, base: str | None) -> tuple[PastDocument, ...]:
    """Return the documents that were there first: those of a base, else those shared already.

    Args:
        root: folder of `smq.yaml`.
        settings: how documents are written.
        base: revision named by the person; without it, where this branch left the one it is shared
            with, and nothing when it is shared with none.

    Raises:
        SmqError: the base is no revision, or git refuses.
    """
    if git_folder(root) is None and base is None:
        return ()
    with opened(root) as here:
        if base is not None:
            return tuple(documents_at(here, settings, named(here, base)))
        upstream = here.commit("@{upstream}")
        shared = here.ancestor(upstream) if upstream is not None else None
        return tuple(documents_at(here, settings, shared)) if shared is not None else ()


def _changed(
    here: Repository, settings: Settings, parents: dict[str, tuple[str, ...]]
) -> dict[str, list[tuple[str, PastDocument | None]]]:
    """Return for each commit what it left of documents, compared with its first parent."""
    reader = HeaderReader(settings)
    known: dict[tuple[str, str], PastDocument] = {}
    found: dict[str, list[tuple[str, PastDocument | None]]] = {}
    for commit, blob, path in _blobs(here, parents):
        if not reader.is_document(path):
            continue
        document = None
        if blob != _NO_BLOB:
            document = known.get((blob, path))
            if document is None:
                document = reader.document(path, content_of(here, blob))
                known[blob, path] = document
        found.setdefault(commit, []).append((path, document))
    return found


def _blobs(here: Repository, parents: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Yield commit, name of the content and path of each Markdown file that a commit changed."""
    asked = "".join(" ".join((commit, *first[:1])) + "\n" for commit, first in parents.items())
    with tempfile.TemporaryFile() as stream:
        stream.write(asked.encode("ascii"))
        stream.seek(0)
        program = str(here.repo.git.GIT_PYTHON_GIT_EXECUTABLE)
        output: bytes = here.repo.git.execute(
            [program, "-c", "core.quotePath=false", *_WHAT_CHANGED],
            istream=stream,
            stdout_as_string=False,
        )
    fields = iter(output.decode("utf-8", errors="surrogateescape").split("\0"))
    commit = ""
    for field in fields:
        said = field.strip("\n")
        if said.startswith(":"):
            path = next(fields)
            if path.startswith(here.prefix):
                yield commit, said.split(" ")[3], path.removeprefix(here.prefix)
        elif said:
            commit = said[:_NAME]
