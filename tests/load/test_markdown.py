"""What is read from a document's text, and where."""

import pytest

from smq.load.markdown import find_placeholders, read_body
from smq.model import Body, Codification
from tests.load.markdown_samples import CODES

KINDS = ("mentions", "wrong_case", "wiki_links", "path_links", "pictures", "placeholders")
BY_PARSER = "\n\n\\*"
"""Added to a text, it makes the whole parser read it."""


def read(text: str) -> Body:
    """Read a text both ways, and return the facts, which must be the same."""
    body = read_body(text, 1, CODES)
    other = read_body(text + BY_PARSER, 1, CODES)
    for kind in KINDS:
        assert getattr(body, kind) == getattr(other, kind)
    return body


def places(text: str, kind: str) -> list[tuple[int, int]]:
    return [(fact.line, fact.column) for fact in getattr(read(text), kind)]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its `→` marks, and where they stood."""
    found: list[tuple[int, int]] = []
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        pieces = line.split("→")
        found += [(number, len("".join(pieces[:n])) + 1) for n in range(1, len(pieces))]
        lines.append("".join(pieces))
    return "\n".join(lines), found


@pytest.mark.parametrize(
    "text",
    [
        "Voir →PRE-PRO-001 et **→PRE-PRO-002**, `→PRE-PRO-003` ou _→PRE-PRO-004_.",
        "[→PRE-PRO-001](PRE-PRO-002.md) ![→PRE-PRO-003](PRE-PRO-004.png)",
        "[→PRE-PRO-001][r]\n\n[r]: PRE-PRO-002.md 'PRE-PRO-003'",
        "[[→PRE-PRO-001]] et [[Titre|→PRE-PRO-002]]",
        "| a |\n|---|\n| →PRE-PRO-001 \\| →PRE-PRO-002 |",
        "> - un\n>   →PRE-PRO-001\nsuite →PRE-PRO-002",
        "```\nPRE-PRO-001\n```\n→PRE-PRO-002",
        "    PRE-PRO-001\n\n→PRE-PRO-002 <!-- PRE-PRO-003 -->",
        "<!-- PRE-PRO-001\n\nPRE-PRO-002 -->\n\n→PRE-PRO-003",
        "<a title='PRE-PRO-001'>→PRE-PRO-002</a>",
        "# →PRE-PRO-001 #\n\n→PRE-PRO-002\n===",
        "été à →PRE-PRO-001 ; PRE-PRO-001-A et AES-256 et a/PRE-PRO-002",
        "\t→PRE-PRO-001".replace("\t→", "- \t→"),
        "→PRE\\-PRO-001 &amp; →PRE-PRO-002",
    ],
)
def test_mentions(text: str) -> None:
    """A code counts in what readers see, and nowhere else, at its own place."""
    text, expected = marked(text)
    assert places(text, "mentions") == expected


def test_lines_begin_where_the_header_ends() -> None:
    """Lines are those of the file."""
    assert [m.line for m in read_body("\nPRE-PRO-001", 12, CODES).mentions] == [13]


@pytest.mark.parametrize(
    "text",
    [
        "Voir →pre-pro-001 et →Pre-PRO-002, mais PRE-PRO-003 est juste.",
        "`pre-pro-001` <https://x.org/?pre-pro-002> https://x.org/?pre-pro-003",
        "[→pre-pro-001](pre-pro-002.md)\n\n```\npre-pro-003\n```",
    ],
)
def test_wrong_case(text: str) -> None:
    """A code in another case is told, except in code and addresses."""
    text, expected = marked(text)
    assert places(text, "wrong_case") == expected


def test_wiki_links() -> None:
    """A wiki-link has its target, section and label; code, comments and escapes hold none."""
    body = read(
        "[[PRE-PRO-001]] [[Le titre#La partie|le texte]] `[[non]]` [[#ici]]\n\n"
        "<!-- [[non]] -->\n\n```\n[[non]]\n```\n"
    )

    assert [(w.target, w.section, w.label, w.column) for w in body.wiki_links] == [
        ("PRE-PRO-001", None, None, 1),
        ("Le titre", "La partie", "le texte", 17),
    ]
    assert read("\\[[PRE-PRO-001]] et [[1]](https://x.org)").wiki_links == ()


def test_wiki_link_in_a_table() -> None:
    """The pipe of a wiki-link is escaped in a table, as Obsidian writes it."""
    (link,) = read("| a |\n|---|\n| [[PRE-PRO-001\\|texte]] |").wiki_links

    assert (link.target, link.label, link.line, link.column) == ("PRE-PRO-001", "texte", 3, 3)


def test_path_links() -> None:
    """Relative links and pictures are read, decoded and without their `#` and `?` parts."""
    body = read(
        "[a *b*](../x%20y.md#z) ![Schéma](s.png) [![](p.png)](q.md) [c](<d e.md> 'titre')\n"
        "[f][r] [g](https://x.org) [h](#i) [j](/k) [l](mailto:m@n.o) <https://x.org> [o](?p)\n\n"
        "[r]: été.md\n"
    )

    assert [(p.path, p.text, p.picture, p.line, p.column) for p in body.path_links] == [
        ("../x y.md", "a b", False, 1, 1),
        ("s.png", "Schéma", True, 1, 24),
        ("q.md", "", False, 1, 41),
        ("p.png", "", True, 1, 42),
        ("d e.md", "c", False, 1, 60),
        ("été.md", "f", False, 2, 1),
    ]


def test_pictures_of_other_sites() -> None:
    """Every picture is known, so that one without description can be told."""
    body = read("![](https://x.org/a.png) ![b](c.png)")

    assert [(p.path, p.text) for p in body.pictures] == [
        ("https://x.org/a.png", ""),
        ("c.png", "b"),
    ]
    assert [p.path for p in body.path_links] == ["c.png"]


def test_headings() -> None:
    """A heading has its level, its text without markup, and its place."""
    body = read_body(
        "# Un *titre* ##\n\nDeux\nlignes\n---\n\n> ### [[PRE-PRO-001|Le lien]]\n", 1, CODES
    )

    assert [(h.level, h.text, h.line, h.column) for h in body.headings] == [
        (1, "Un titre", 1, 1),
        (2, "Deux lignes", 3, 1),
        (3, "Le lien", 7, 3),
    ]


@pytest.mark.parametrize(
    ("below", "empty"),
    [
        ("", True),
        ("## Autre\n\ntexte", True),
        ("<!-- un\n\ncommentaire -->\n\n# Autre", True),
        ("---", True),
        ("### Plus bas", False),
        ("texte", False),
        ("[À compléter : texte]", False),
        ("![](a.png)", False),
        ("| 1 |\n|---|", False),
        ("```\ncode\n```", False),
        ("```\n```", True),
        ("<!-- a --> b", False),
        ("- 12", False),
        ("-", True),
        ("[r]: a.md", True),
    ],
)
def test_empty_heading(below: str, empty: bool) -> None:
    """A heading is empty when neither text nor a deeper heading follows it."""
    heading = read_body(f"## Objet\n\n{below}\n", 1, CODES).headings[0]

    assert heading.empty is empty
    exact = read_body(f"## Objet\n\n{below}\n\n# \\*\n", 1, CODES).headings[0]
    assert exact.empty is empty


def test_tables() -> None:
    """A table has its columns and, for each row, the cells as written."""
    text = "| a | b |\n|---|---|\n| 1 | 2 |\n| 1 |\n| 1 | 2 | 3 |\n| a\\|b | `c|d` |\n"
    (table,) = read_body(text, 5, CODES).tables

    assert (table.columns, table.line, table.column) == (2, 5, 1)
    assert table.rows == ((7, 2), (8, 1), (9, 3), (10, 3))
    (plain,) = read("\n| a | b |\n|:--|--:|\n| 1 | 2 |\n|  |  |\n").tables
    assert (plain.columns, plain.rows) == (2, ((4, 2), (5, 2)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b |\n| 1 | 2 |", [(1, 1, 2, 2)]),
        ("| a | b |\n|---|\n| 1 | 2 |", [(1, 1, 2, 1)]),
        ("texte\n> | a |\n> | b | c |", [(2, 3, 1, 2)]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", []),
        ("| a |", []),
        ("```\n| a |\n| b |\n```", []),
    ],
)
def test_broken_tables(text: str, expected: list[tuple[int, int, int, int]]) -> None:
    """Lines that look like a table and are none are told, with the cells of the first two."""
    found = read_body(text, 1, CODES).broken_tables

    assert [(b.line, b.column, b.columns, b.expected) for b in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [À compléter : le délai] b", ["le délai"]),
        ("[à compléter]", [None]),
        ("[A COMPLETER\u00a0:\u202fle délai]", ["le délai"]),
        ("[A\u0300 comple\u0301ter : x]", ["x"]),
        ("[To complete: the delay]", ["the delay"]),
        ("[**À compléter** : *le* délai]", ["le délai"]),
        ("[À compléter : un [détail] et\n  la suite]", ["un [détail] et la suite"]),
        ("**[À compléter : *x* et `y`]**", ["x et y"]),
        ("`[À compléter : x]`", []),
        ("```\n[À compléter : x]\n```", []),
        ("<!-- [À compléter : x] -->", []),
        ("| a |\n|---|\n| [À compléter : x] |", ["x"]),
        ("[à compléter par l’usager]", []),
        ("[À compléter : x\n\ny]", []),
    ],
)
def test_placeholders(text: str, expected: list[str | None]) -> None:
    """Both forms are read, in any case, with or without accents, and never in code."""
    assert [p.expected for p in read(text).placeholders] == expected


def test_own_placeholders() -> None:
    """A platform's own patterns are placeholders too; our form counts once."""
    text = "TBD puis [DD/MM/YYYY] `TBD`\n[À compléter : x]"
    own = (r"\bTBD\b", r"\[[A-Z/]+\]", r"\[À[^]]*\]")
    found = read_body(text, 3, CODES, own).placeholders

    assert [(p.expected, p.line, p.column) for p in found] == [
        ("TBD", 3, 1),
        ("[DD/MM/YYYY]", 3, 10),
        ("x", 4, 1),
    ]


def test_placeholders_of_a_string() -> None:
    """A string of a header is pure text: backticks hide nothing."""
    found = find_placeholders("`[À compléter : a]`\nTBD", 8, ("TBD",))

    assert [(p.expected, p.line, p.column) for p in found] == [("a", 8, 2), ("TBD", 9, 1)]


def test_without_codes() -> None:
    """A platform that declares no type has no mention, and keeps its other facts."""
    body = read_body("# a\n\nPRE-PRO-001 [[b]]", 1, Codification())

    assert (body.mentions, len(body.headings), len(body.wiki_links)) == ((), 1, 1)


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "[[", "![", "|", "`", "a <!--", "\n<!--", "*", "_a ", "> ", "- ", "\\", "[a]("),
        *("|a\n|-\n", "[À compléter : ", "[[a|", "\n```\n", "PRE-PRO-001 ", "pre-pro-001 "),
        *("\x00\x02\r", "#\n", "<a b='", "&", "\t", "[a]: "),
    ],
)
def test_odd_and_long_texts(piece: str) -> None:
    """A long text that holds nothing but half a construct is read like any other."""
    body = read(piece * (30_000 // len(piece)))

    assert bool(body.mentions) is ("PRE-PRO" in piece)
    assert bool(body.wrong_case) is ("pre-pro" in piece)
