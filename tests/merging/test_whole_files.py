"""Joining leaves files of a real platform as they were written."""

from pathlib import Path

import pytest

from smq.merging import Settling
from smq.merging.content import joined_content

EXAMPLE = Path(__file__).parents[2] / "examples" / "plateforme-demo"
FILES = [
    file
    for suffix in ("md", "yaml", "csv")
    for file in sorted(EXAMPLE.rglob(f"*.{suffix}"))
    if not file.is_relative_to(EXAMPLE / "referentiel" / "schemas")
]


@pytest.mark.parametrize("suffix", ["md", "yaml", "csv"])
def test_nothing_moves_but_what_changed(suffix: str) -> None:
    """With a line more below on one side, and a line more above on the other, the rest stays."""
    for file in (file for file in FILES if file.suffix == f".{suffix}"):
        raw = file.read_bytes()
        settling = Settling()

        assert joined_content(file.name, raw, raw, raw, {}, settling) == raw, file
        for changed in _changed(raw, suffix):
            assert joined_content(file.name, raw, changed, raw, {}, settling) == changed, file
            assert joined_content(file.name, raw, raw, changed, {}, settling) == changed, file
        assert settling.open == []


def _changed(raw: bytes, suffix: str) -> list[bytes]:
    if suffix == "csv":
        head, newline, rows = raw.partition(b"\r\n" if b"\r\n" in raw else b"\n")
        cells = head.count(b";")
        return [head + newline + rows + b"ZZZ-9999-9999" + b";" * cells + newline]
    if suffix == "yaml":
        return [raw + b"zzz: 1\n"] if b"\nzzz" not in raw and raw[:1] not in b"-[" else []
    opened = raw.replace(b"---\n", b"---\nzzz: [1, 2]\n", 1)
    return [opened, raw + b"\nUne ligne de plus.\n"] if raw.startswith(b"---\n") else []
