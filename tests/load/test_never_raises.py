"""Reading never raises for what a user wrote, whatever it is."""

import contextlib
import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from smq.errors import SmqError
from smq.load import load
from tests.conftest import TODAY

SETTINGS = (
    b"plateforme: {nom: A}\nprocessus: [{code: PRE, titre: R}]\ncodification: {types: {PRO: PRO}}\n"
)
WORDS = [
    *(
        "---\n",
        "code: PRE-PRO-001\n",
        "code:",
        "liens: {a: [b]}\n",
        "liens:\n",
        "  - ",
        "[",
        "]",
        "{",
    ),
    *(
        "}",
        "&a ",
        "*a ",
        "!!x ",
        "|\n",
        ">-\n",
        "\t",
        "\r",
        "\r\n",
        "\n",
        "'",
        '"',
        "\0",
        "\ufeff",
        "é",
    ),
    *("# ", "## Objet\n", "| a | b |\n", "|---|\n", "```\n", "<!--", "-->", "[[", "]]", "PRE-PRO-"),
    *(
        "1" * 5000,
        "[À compléter",
        "](",
        "<<<<<<< HEAD\n",
        ">>>>>>> x\n",
        "\u2028",
        "\x85",
        "\x0b",
        "~",
    ),
    *(
        "approbations: [{date: ",
        "historique:\n",
        "date_application: 2026-13-24\n",
        "version: 3.10\n",
    ),
]
KEYS = [
    *(
        "smq",
        "plateforme",
        "langue",
        "unites",
        "plateaux",
        "label",
        "kit",
        "processus",
        "personnes",
    ),
    *(
        "roles",
        "derogations",
        "codification",
        "lecture",
        "revues",
        "controle",
        "zzz",
        "nom",
        "motif",
    ),
]
VALUES = [
    *(
        "x",
        "[x]",
        "{a: b}",
        "[{a: b}]",
        "{nom: x}",
        "[{code: PRE}]",
        "{motif: '{numero}'}",
        "~",
        "''",
    ),
    *(
        "{motif: '{type}{type}{numero:09}{numero}'}",
        "{types: {a: b}}",
        "{types: {'': ''}}",
        "[[x]]",
    ),
    *(
        "{racines: [..]}",
        "{racines: ['/']}",
        "{ignorer: ['[', '**']}",
        "{a_completer: ['(']}",
        "2027",
    ),
    *("{approbateur: {POL: x}}", "{P01: {nom: x}}", "{severites: {LNK001: off}}", "{echec: note}"),
    *(
        "{cles: {code: x}}",
        "{code_dans: [x]}",
        "{etape: x, engagement: 2027-02-30}",
        "{PRO: 24}",
        "?",
    ),
]
ANY_DOCUMENT = st.binary(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=25).map(
    lambda words: "".join(words).encode()
)
ANY_SETTINGS = st.binary(max_size=200) | st.lists(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)), max_size=8
).map(
    lambda pairs: "".join(["plateforme: {nom: A}\n", *(f"{k}: {v}\n" for k, v in pairs)]).encode()
)


def read(settings: bytes, document: bytes) -> None:
    """Read a platform that holds one document, twice: from the file, then from the cache."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "smq.yaml").write_bytes(settings)
        (root / "documents").mkdir()
        (root / "documents" / "PRE-PRO-001-a.md").write_bytes(document)
        first = load(root, today=TODAY)
        assert load(root, today=TODAY).documents == first.documents


@given(ANY_DOCUMENT)
@example(b"---\n- a\n---\n")
@example(b"---\ncode: PRE-PRO-" + b"1" * 5000 + b"\n---\nPRE-PRO-" + b"1" * 5000)
@example(b"---\n" + b"- " * 3000 + b"\n---\n")
@example(b"\xff\xfe\x00\xd8")
@example(b"\xff\xfe\x00\x00a\x00\x00\x00")
def test_any_document(document: bytes) -> None:
    """Any bytes are a document, or a problem."""
    read(SETTINGS, document)


@given(ANY_SETTINGS)
@example(b"plateforme: {nom: A}\ncodification: {motif: '{numero:0999999999}'}\n")
@example(b"plateforme: {nom: A}\nlecture: {a_completer: ['(']}\n")
@example(b"plateforme: {nom: A}\nlecture: {a_completer: ['a{99999999999}']}\n")
def test_any_settings(settings: bytes) -> None:
    """Any bytes are settings, or one sentence that says why not."""
    with contextlib.suppress(SmqError):
        read(settings, "---\ncode: PRE-PRO-001\n---\n\n## Étape\n\nVoir PRE-PRO-002.\n".encode())
