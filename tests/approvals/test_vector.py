"""The vector of docs/fingerprint.md holds, to the byte."""

import json
import re
from hashlib import sha256
from pathlib import Path

from smq.approvals import fingerprint
from smq.links import index
from tests.conftest import Repo

_PAGE = (Path(__file__).parents[2] / "docs/fingerprint.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"^```(markdown|text|json)\n(.*?)^```$", _PAGE, re.DOTALL | re.MULTILINE)


def block(language: str) -> str:
    """Return the last block of a language in the page."""
    found: list[str] = [content for written, content in _BLOCKS if written == language]
    return found[-1]


def test_the_page_gives_the_fingerprint_that_smq_computes(repo: Repo) -> None:
    """Whoever follows the page finds the same."""
    path = repo.write("documents/PRE/PRE-PRO-001-traiter.md", block("markdown").encode())
    system = repo.system()
    document = next(d for d in system.documents if d.path == path)

    found = fingerprint(
        document, block("markdown").encode(), "1", index(system), lambda _path: None
    )

    assert found == block("text").strip()


def test_the_page_gives_the_text_that_is_hashed() -> None:
    """The text of the page, without its final line end, has that hash."""
    content = block("json").rstrip("\n")

    assert f"sha256:{sha256(content.encode()).hexdigest()}" == block("text").strip()
    assert json.loads(content)["corps"].endswith("La procédure <k7m2x9qa> décrit les étapes.\n")
