"""Writes the fingerprints of the example's approvals again: `python -m tests.example_fingerprints`.

The example is written by hand; whoever changes a text of it that is in force runs this, as if its
approvers had read it again. `smq` itself never renews an approval.
"""

import sys
from functools import partial
from pathlib import Path
from typing import Any

from smq import files
from smq.approvals import fingerprint
from smq.links import index
from smq.load import load
from smq.model import Document
from smq.operations.header_edit import edit_header
from smq.operations.yaml_text import quoted
from tests.example import DAY, SOURCE


def renewed(root: Path) -> dict[str, bytes]:
    """Return path → content of the documents whose approvals name another content."""
    system = load(root, today=DAY, use_cache=False)
    read = partial(files.read, root)
    found: dict[str, bytes] = {}
    for document in system.documents:
        raw = read(document.path) or b""
        mark = fingerprint(document, raw, document.version, index(system), read)
        after = _with(document, raw, mark)
        if after != raw:
            found[document.path] = after
    return found


def _with(document: Document, raw: bytes, mark: str) -> bytes:
    if not any(record.version == document.version for record in document.approvals):
        return raw

    def edit(tree: Any) -> None:
        for row in tree["approbations"]:
            if str(row["version"]) == document.version:
                row["empreinte"] = quoted(mark)

    return edit_header(raw, edit, path=document.path)


if __name__ == "__main__":
    for path, content in renewed(SOURCE).items():
        files.write_whole(SOURCE / path, content)
        sys.stdout.write(f"{path}\n")
