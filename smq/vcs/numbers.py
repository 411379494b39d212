"""Every code that any branch ever held, from one pass of `git log` (`contracts.md` §5)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from smq import __version__, private
from smq.model import Codification
from smq.vcs.folder import git_folder, shallow_file
from smq.vcs.log import log_command
from smq.vcs.repository import Repository, opened

_KEPT = "numbers.json"
_EVERYWHERE = (
    "--all",
    # Without it, git leaves out a branch whose work a merge did not keep.
    "--full-history",
    "--raw",
    "--patch",
    "--cc",
    "--text",
    "--unified=3",
    "--no-renames",
    "--no-textconv",
    "--",
    ":(top,icase)*.md",
)
_NAME = re.compile(r":[^\t]*\t\"?(.+?)\"?$")
_HUNK = re.compile(r"(@@+) ")
_ITEM = re.compile(r"\s*-\s")


def codes_ever_given(
    root: Path, codification: Codification, keys: Mapping[str, str] | None = None
) -> tuple[tuple[str, ...], bool]:
    """Return every code that any branch ever held, and whether the clone is shallow.

    File names and `code` and `alias` lines ever added, over all local and remote-tracking branches,
    wherever the file lay. Nothing when the folder lies in no repository.

    Args:
        root: of the platform.
        codification: the codes to find.
        keys: our key → the platform's own (`lecture.cles`).

    Raises:
        SmqError: git refuses.
    """
    folder = git_folder(root)
    if folder is None:
        return (), False
    shallow = shallow_file(folder)
    with opened(root) as here:
        refs = here.repo.git.show_ref("--head", with_exceptions=False)
        if not refs:
            return (), False
        state = (__version__, str(refs), _text(shallow), repr(codification), repr(keys))
        digest = private.digest(*(part.encode("utf-8", "surrogateescape") for part in state))
        found = _kept(root, digest)
        if found is None:
            found = tuple(sorted(codes_in(_log(here), codification, keys or {})))
            private.keep(root, _KEPT, json.dumps({"key": digest, "codes": found}).encode())
    return found, shallow.exists()


def codes_in(lines: Iterable[str], codification: Codification, keys: Mapping[str, str]) -> set[str]:
    """Return the codes in the output of `git log --raw --patch`: names, and lines added.

    A list under `alias` counts item by item; an item added far below its key is not recognised, but
    a code was a name or a `code` line before it became an alias.
    """
    names = "|".join(re.escape(keys.get(key, key)) for key in ("code", "alias"))
    line_of_code = re.compile(rf"({names})\s*:(.*)")
    found: set[str] = set()
    width, in_list = 1, False
    for line in lines:
        name, hunk = _NAME.match(line), _HUNK.match(line)
        if name:
            code = codification.parse_start(name[1].rpartition("/")[2])
            found.update([code.text] if code else [])
            continue
        if hunk:
            # The diff of a merge has one sign for each parent.
            width, in_list = len(hunk[1]) - 1, False
            continue
        signs, written = line[:width], line[width:]
        key = line_of_code.match(written)
        in_list = bool(key and not key[2].strip()) or (in_list and _ITEM.match(written) is not None)
        if ("+" in signs and key) or (in_list and not key):
            found.update(code.text for _start, _end, code in codification.find(written))
    return found


def _log(here: Repository) -> Iterator[str]:
    process = here.repo.git.execute(log_command(here, *_EVERYWHERE), as_process=True)
    for line in process.stdout:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")
    process.wait()


def _kept(root: Path, digest: str) -> tuple[str, ...] | None:
    """Return the codes found for the same refs and codes, None when there are none to rely on."""
    kept = private.kept(root, _KEPT)
    try:
        content = json.loads(kept.content) if kept else {}
        if content["key"] != digest:
            return None
        return tuple(str(code) for code in content["codes"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _text(file: Path) -> str:
    return file.read_text(encoding="ascii", errors="replace") if file.is_file() else ""
