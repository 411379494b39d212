"""Every rendered file is sound, and the same each time."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from openxml_audit import OpenXmlValidator

from smq.render.docx import render
from smq.render.page import Page
from tests.render.docx.pages import ENGLISH, TEMPLATE, every_page
from tests.render.docx.reading import dump, faults, parts

GOLDEN = Path(__file__).parent / "golden"
PAGES = every_page()


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_no_fault_that_validators_miss(page: Page) -> None:
    """Identifiers are unique, bookmarks and fields closed, anchors lead somewhere."""
    assert faults(render(page, TEMPLATE, ENGLISH).docx) == []


def test_no_fault_that_the_validator_finds(tmp_path: Path) -> None:
    """Word would open every file without repairing it."""
    validator, found = OpenXmlValidator(), []
    for name, page in PAGES.items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(render(page, TEMPLATE, ENGLISH).docx)
        docx.Document(str(file))
        found += [f"{name}: {error}" for error in validator.validate(file).errors]

    assert found == []


def test_dump_of_a_rich_document() -> None:
    """Each block has its style: compare with golden/rich.txt, renewed by running this."""
    found = dump(render(PAGES["rich"], TEMPLATE, ENGLISH).docx)

    assert found == (GOLDEN / "rich.txt").read_text(encoding="utf-8")


def test_same_bytes_whatever_the_seed_and_the_zone() -> None:
    """Neither the order of hashes nor the clock's zone reaches the file."""
    program = (
        "import hashlib; from tests.render.docx.pages import *\n"
        "for p in every_page().values(): "
        "print(hashlib.sha256(render(p, TEMPLATE, ENGLISH).docx).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(digests) == 1


def test_a_document_leaves_nothing_in_the_next() -> None:
    """The template is opened once for many documents; what one writes in it, no other shows."""
    alone = {}
    for name, page in PAGES.items():
        fresh = _resaved(TEMPLATE, name)
        alone[name] = render(page, fresh, ENGLISH).docx
    after_others = {n: render(p, TEMPLATE, ENGLISH).docx for n, p in reversed(PAGES.items())}

    assert after_others == alone


def _resaved(template: bytes, comment: str) -> bytes:
    """Return the same template as other bytes, which no document was made from."""
    stream = BytesIO(template)
    with ZipFile(stream, "a") as archive:
        archive.comment = comment.encode()
    return stream.getvalue()


def test_archive_is_dated_and_sorted() -> None:
    """The properties carry the document's date, and the entries are in order."""
    entries = parts(render(PAGES["rich"], TEMPLATE, ENGLISH).docx)

    assert list(entries) == sorted(entries)
    assert b"2027-03-01T00:00:00Z" in entries["docProps/core.xml"]


def test_two_logos_of_one_picture_are_one_part() -> None:
    """A picture used twice is stored once."""
    entries = parts(render(PAGES["rich"], TEMPLATE, ENGLISH).docx)

    assert len([name for name in entries if name.startswith("word/media/")]) == 1


if __name__ == "__main__":
    (GOLDEN / "rich.txt").write_text(
        dump(render(PAGES["rich"], TEMPLATE, ENGLISH).docx), encoding="utf-8"
    )
