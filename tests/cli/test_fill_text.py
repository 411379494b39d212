"""`smq fill`: what an answer becomes in the text, whatever is typed."""

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tests.cli.filling import body, procedure
from tests.cli.runner import Runner
from tests.conftest import Repo


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[À compléter : voir [ceci](x.md) et `a]`]!", "A!"),
        ("[À compléter :\nsur deux lignes] fin", "A fin"),
        ("[à compléter]", "A"),
        ("[To complete: x]", "A"),
        ("é😀 [À compléter : x]", "é😀 A"),
        ("- un\n- [À compléter : x]\n- trois", "- un\n- A\n- trois"),
        ("**[À compléter : x]**", "**A**"),
    ],
)
def test_the_whole_placeholder_goes(repo: Repo, smq: Runner, before: str, after: str) -> None:
    """Whatever stands inside or around it."""
    procedure(repo, f"{before}\n")
    smq("fill", "PRE-PRO-001", typed="A\n")
    assert body(repo) == f"{after}\n"


@pytest.mark.parametrize(
    "answer",
    [
        *("# un", "- un", "* un", "+ un", "| un | deux |", "---", "***", "> un", "1. un", "12) un"),
        *("```", "===", "<div>", "[1]: un", "[^1]: un", ": un"),
    ],
)
@pytest.mark.parametrize("before", ["", "Avant\n", "- ", "> ", "1. "])
def test_an_answer_stays_text(repo: Repo, smq: Runner, before: str, answer: str) -> None:
    """What would begin a heading, a list or a table is escaped: the page shows what was typed."""
    procedure(repo, f"{before}[À compléter : x]\n")
    smq("fill", "PRE-PRO-001", typed=f"{answer}\n")
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin).use(deflist_plugin)
    (inline,) = [token for token in parser.parse(body(repo)) if token.type == "inline"]
    shown = [child.content for child in inline.children or () if child.type.startswith("text")]
    assert "".join(shown).removeprefix("Avant") == answer


@pytest.mark.parametrize(
    ("before", "answer"),
    [
        *(("", word) for word in ("-5 °C", "#5", "+33 3", "*important*", "1.5 mL", "[[PRE-001]]")),
        *(("Sous ", word) for word in ("- un", "# un", "1. un", "> 5")),
        *(("## ", word) for word in ("- un", "1. un")),
        ("", "<https://example.org>"),
    ],
)
def test_an_answer_that_makes_no_structure_is_written_as_typed(
    repo: Repo, smq: Runner, before: str, answer: str
) -> None:
    """No backslash where none is needed."""
    procedure(repo, f"{before}[À compléter : x]\n")
    smq("fill", "PRE-PRO-001", typed=f"{answer}\n")
    assert body(repo) == f"{before}{answer}\n"
