"""Lines of approval of earlier contents: read directly as they are read with the whole header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq.load.past_approvals import _parsed, _plain, past_approvals
from smq.model import Reading

READING = Reading()
ROW = (
    '{version: "1", par: P02, role: approbateur, date: 2027-02-20, mode: git,'
    ' empreinte: "sha256:4f"}'
)


def header(*lines: str, key: str = "approbations") -> str:
    """Return a document whose header holds lines under `approbations`."""
    rows = "".join(f"{line}\n" for line in lines)
    return f"---\ncode: PRE-PRO-001\n{key}:\n{rows}diffusion: interne\n---\n\napprobations:\n"


def same(text: str) -> bool:
    """Return whether what is read directly, when anything is, is what the whole header says."""
    plain = _plain(text, READING)
    bare = [
        {name: getattr(r, name) for name in r.__slots__ if name not in ("line", "column")}
        for r in _parsed(text, READING)
    ]
    told = [
        {name: getattr(r, name) for name in r.__slots__ if name not in ("line", "column")}
        for r in plain
    ]
    return not told or told == bare


def test_as_smq_writes_them() -> None:
    """The usual form is read directly."""
    text = header(f"  - {ROW}", f"  - {ROW.replace('P02', 'Inès Vautrin')}")

    assert [r.by for r in _plain(text, READING)] == ["P02", "Inès Vautrin"]
    assert same(text)


@pytest.mark.parametrize(
    "text",
    [
        header("  - {version: 1, par: ~, date: 2027-02-20}"),
        header("  - {version: 1, par: null, date: 2027-02-20}"),
        header("  - {version: 1, par: P01, par: P02, date: 2027-02-20}"),
        header("  - version: '1'", "    par: P02"),
        header("  - {version: '1', par: P02,", "     date: 2027-02-20}"),
        header(f"  - {ROW} # vu"),
        header(f"  - {ROW}", "  # rien"),
        header(f"- {ROW}"),
        header('  - {version: "1", par: "P\\u0030", date: 2027-02-20}'),
        header(f"  - {ROW}").replace("\n", "\r\n"),
        header(f"  - {ROW}").replace("approbations:\n  -", "approbations: # x\n  -"),
        header(f"  - {ROW}").replace("diffusion", "approbations:\n  - {par: P09}\ndiffusion"),
        f"---\nnote: |\n  approbations:\n    - {ROW}\napprobations: []\n---\n",
        f"---\napprobations: [{ROW}]\n---\n",
        "---\napprobations:\n",
        "approbations:\n",
    ],
)
def test_other_forms(text: str) -> None:
    """What is written otherwise is never read wrongly; the header as a whole decides."""
    assert same(text)
    assert past_approvals(text.encode(), READING) == (
        _plain(text.replace("\r\n", "\n"), READING) or _parsed(text.replace("\r\n", "\n"), READING)
    )


def test_bytes_that_are_no_text() -> None:
    """A binary content holds no approval."""
    assert past_approvals(b"\0\1", READING) == ()


WORDS = st.sampled_from(
    ["P02", "oui", "null", "1.10", "é", '"a, b"', "'x'", "a: b", "[x]", "~", ""]
)
PAIRS = st.lists(
    st.tuples(st.sampled_from(["version", "par", "date", "mode", "role"]), WORDS), max_size=5
)


@given(st.lists(PAIRS, max_size=3), st.sampled_from(["  - ", "- ", "    - ", "  -  "]))
def test_never_wrongly(rows: list[list[tuple[str, str]]], dash: str) -> None:
    """Whatever the cells hold, both readings agree."""
    lines = [
        f"{dash}{{{', '.join(f'{key}: {word}' for key, word in (*row, ('date', '2027-02-20')))}}}"
        for row in rows
    ]
    assert same(header(*lines))
