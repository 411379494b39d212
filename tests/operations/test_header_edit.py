"""Editing a header: what was not meant stays to the byte, both readers see the same."""

import re
import textwrap
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml.comments import CommentedMap

from smq.errors import SmqError
from smq.load import yaml
from smq.model import Node, plain
from smq.operations.header import new_document
from smq.operations.header_edit import as_read, edit_header
from smq.operations.header_values import free_text, in_place_of, put
from smq.operations.yaml_text import quoted

TRAPS = (
    *("3.10", "2026-13-24", "2027-02-20", "non", "on", "off", "yes", "1e3", "007", "0x1F"),
    *("1_000", "true", ".inf", "PRE-PRO-001", "é", "k7m2x9qa", "null", "~", "=", "-", "@x"),
)
PLAIN = TRAPS[:16]


def edited(text: str, edit: Any) -> str:
    """Return a dedented file after an edit."""
    raw = textwrap.dedent(text).removeprefix("\n").encode()
    return edit_header(raw, edit, path="a.md").decode()


def setting(name: str, value: object) -> Any:
    """Return an edit that sets one field."""

    def edit(tree: CommentedMap) -> None:
        put(tree, name, value)

    return edit


def test_one_field_is_changed_and_nothing_else() -> None:
    """Traps, comments, odd spaces, quotes and list styles of other fields stay as they were."""
    before = textwrap.dedent("""\
        ---
        # about this document
        version: 3.10   # a number for some
        date_application:  2026-13-24
        actif: non
        masse: 1e3
        rang: 007
        rien:
        tilde: ~
        titre: 'L’été'
        criteres: [ INF-01,INF-02 ]

        # links
        liens:
        - a    # first
          # between
        - "b"
        plie: >
          deux
          lignes
        ---

        Texte  avec des espaces.
        """)
    after = edited(before, setting("titre", "L’hiver"))
    assert after == before.replace("L’été", "L’hiver")


@pytest.mark.parametrize("word", PLAIN)
def test_a_plain_word_stays_plain_when_its_list_is_written_again(word: str) -> None:
    """`3.10`, `non` or `2026-13-24` get no quotes because a neighbour was added."""
    after = edited(f"---\nmots: [{word}]\n---\n", lambda tree: tree["mots"].append("b"))
    assert after == f"---\nmots: [{word}, b]\n---\n"


def test_null_stays_null_when_its_row_is_written_again() -> None:
    """An empty value is not turned into an empty text."""
    after = edited("---\nrow: {a: , b: ~}\n---\n", lambda tree: tree["row"].update(c="x"))
    read = yaml.parse(after.split("---")[1])
    assert isinstance(read, Node)
    assert plain(read) == {"row": {"a": None, "b": None, "c": "x"}}


def test_comments_of_a_list_stay_when_an_item_is_added() -> None:
    """A comment inside a list and one below it keep their places."""
    before = """\
        ---
        liens:
          - a  # first
          # then
          - b

        # about the title
        titre: T
        ---
        """
    after = edited(before, lambda tree: tree["liens"].append("c"))
    assert after == textwrap.dedent(before).replace("- b\n", "- b\n  - c\n")


@pytest.mark.parametrize("margin", ["", "    "])
def test_the_indentation_of_a_list_is_kept(margin: str) -> None:
    """A list written at the margin, or further in, grows where it stands."""
    after = edited(f"---\nl:\n{margin}- a\n---\n", lambda tree: tree["l"].append("b"))
    assert after == f"---\nl:\n{margin}- a\n{margin}- b\n---\n"


def test_crlf_and_byte_order_mark_are_kept() -> None:
    """A file of Windows stays one, in its body too."""
    raw = b"\xef\xbb\xbf---\r\ntitre: A\r\nstatut: projet\r\n---\r\nx\r\ny\n"
    after = edit_header(raw, setting("titre", "B"), path="a.md")
    assert after == raw.replace(b"titre: A", b"titre: B")


def test_accents_in_two_pieces_and_strange_line_ends_are_kept() -> None:
    """What a Mac or a word processor typed stays as it is in the fields left alone."""
    raw = '---\ntitre: A\nne\u0301e: "e\u0301te\u0301\u2028 2"\nmot: e\u0301\n---\n'.encode()
    after = edit_header(raw, setting("titre", "B"), path="a.md")
    assert after == raw.replace(b"titre: A", b"titre: B")


def test_a_new_field_goes_where_people_expect_it() -> None:
    """`redacteur` is written before `liens`, not at the end."""
    after = edited("---\nstatut: projet\nliens: {}\n---\n", setting("redacteur", "P01"))
    assert after == "---\nstatut: projet\nredacteur: P01\nliens: {}\n---\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Pas d’en-tête.\n", "a.md:1:1"),
        ("---\ntitre: A\n", "a.md:1:1"),
        ("---\ntitre: [A\n---\n", "a.md:3:1"),
        ("---\ntitre: A\ntitre: B\n---\n", "a.md:3:1"),
    ],
)
def test_a_header_that_cannot_be_read_is_refused_with_its_place(text: str, place: str) -> None:
    """Nothing is written in what is not understood."""
    with pytest.raises(SmqError) as refused:
        edited(text, setting("titre", "B"))
    assert place in str(refused.value)


def test_a_file_that_is_not_utf8_is_refused() -> None:
    """Its text could not be kept to the byte."""
    with pytest.raises(SmqError, match="Windows-1252"):
        edit_header("---\ntitre: é\n---\n".encode("cp1252"), setting("titre", "B"), path="a.md")


words = st.one_of(
    st.sampled_from(TRAPS),
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=12),
    st.text(alphabet="ab :#-'\"[]{},&*!|>%é\u00a0\n", max_size=12),
)
names = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
values = st.recursive(
    words,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(names, below, max_size=3),
    max_leaves=6,
)


@settings(max_examples=30, deadline=None)
@given(title=words.filter(str.strip), extra=st.dictionaries(names, values, max_size=4))
def test_a_field_changed_and_changed_back_gives_the_same_bytes(
    title: str, extra: dict[str, Any]
) -> None:
    """What our writer made comes back to the byte, whatever the other fields hold."""
    raw = new_document(
        identity="k7m2x9qa", code="PRE-PRO-001", type_="PRO", title="T", process="PRE",
        extra=extra, body="Texte.\n",
    )  # fmt: skip
    away = edit_header(raw, setting("version", quoted("9")), path="a.md")
    assert away != raw
    assert edit_header(away, setting("version", quoted("")), path="a.md") == raw
    changed = edit_header(raw, setting("titre", free_text(title)), path="a.md")
    read = yaml.parse(changed.decode().split("\n---\n")[0].removeprefix("---\n") + "\n")
    assert isinstance(read, Node)
    fields = plain(read)
    assert isinstance(fields, dict)
    assert fields["titre"] == normalize("NFC", title)


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",  ".join(_flow(item) for item in value) + "]"
    text = str(value)
    return text if text in PLAIN else '"' + text.translate(_ESCAPED) + '"'


_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


_EMPTY_ROW_UNDER_A_COMMENT = re.compile(r":[ ]+#[^\n]*\n[ ]*- \{\}")


def test_what_the_writer_would_alter_is_refused() -> None:
    """ruamel spoils the rows after an empty one under a comment: the change is not made."""
    raw = b"---\na: # why\n  - {}\n  - 3.10\n---\nx"

    def grow(tree: CommentedMap) -> None:
        tree["a"].append("new")

    with pytest.raises(SmqError, match="cannot change without altering"):
        edit_header(raw, grow, path="a.md")
    assert edit_header(raw, setting("b", "1"), path="a.md") == raw.replace(
        b"---\nx", b"b: 1\n---\nx"
    )


@st.composite
def headers(draw: st.DrawFn) -> str:
    """Make headers as people write them: styles, margins, comments and blank lines of all sorts."""
    lines: list[str] = []
    for name in draw(st.lists(names, unique=True, min_size=1, max_size=5)):
        lines += draw(st.sampled_from([[], [""], ["# note"], ["# a", "", "#b"]]))
        end = draw(st.sampled_from(["", "   # why", "  "]))
        style = draw(st.sampled_from(["plain", "quoted", "flow", "list", "map", "block", "empty"]))
        if style == "plain":
            lines.append(f"{name}:  {draw(st.sampled_from(TRAPS[:18]))}{end}")
        elif style == "quoted":
            lines.append(f"{name}: '{draw(words).translate({39: None, 10: None})}'{end}")
        elif style == "flow":
            lines.append(f"{name}: {_flow(draw(values))}{end}")
        elif style == "empty":
            lines.append(f"{name}:{end}")
        elif style == "block":
            lines += [
                f"{name}: {draw(st.sampled_from('|>'))}",
                "  un # pas un commentaire",
                "  3.10",
            ]
        else:
            margin = " " * draw(st.integers(0 if style == "list" else 1, 4))
            mark = "- " if style == "list" else ""
            lines.append(f"{name}:{end}")
            for number in range(draw(st.integers(1, 3))):
                key = "" if style == "list" else f"k{number}: "
                lines.append(f"{margin}{mark}{key}{_flow(draw(values))}")
    return "\n".join(lines) + "\n"


@settings(max_examples=80, deadline=None)
@given(headers())
def test_both_readers_see_the_same_and_all_can_be_written_again(header: str) -> None:
    """The writer sees what the reader sees; a header all written again reads the same."""
    assume(not _EMPTY_ROW_UNDER_A_COMMENT.search(header))
    node = yaml.parse(header)
    assert isinstance(node, Node)
    meant = plain(node)
    assert isinstance(meant, dict)
    seen: list[object] = []

    def grow(tree: CommentedMap) -> None:
        seen.append(as_read(tree))
        for name, value in list(tree.items()):
            if isinstance(value, list):
                value.append(free_text("10:30"))
            elif isinstance(value, dict):
                value["zz"] = free_text("a: b")
            else:
                tree[name] = in_place_of(value, f"{value or ''}+")

    after = edit_header(f"---\n{header}---\nx".encode(), grow, path="a.md").decode()
    read = yaml.parse(after.removeprefix("---\n").removesuffix("---\nx"))
    assert seen == [meant]
    assert isinstance(read, Node)
    assert plain(read) == {name: _grown(value, header, name) for name, value in meant.items()}


def _grown(value: object, header: str, name: str) -> object:
    if isinstance(value, list):
        return [*value, "10:30"]
    if isinstance(value, dict):
        return {**value, "zz": "a: b"}
    if value is None:
        return next((f"{w}+" for w in ("~", "null") if f"{name}:  {w}" in header), "+")
    return f"{value}+"


@settings(max_examples=50, deadline=None)
@given(headers())
def test_a_new_field_leaves_every_line_of_a_header_alone(header: str) -> None:
    """Lines that people wrote are found again, all of them, in order."""
    raw = f"---\n{header}---\n".encode()
    after = edit_header(raw, setting("zz_9", "x"), path="a.md").decode()
    assert after.replace("zz_9: x\n", "", 1) == raw.decode()
