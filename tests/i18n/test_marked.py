"""Every sentence for users is marked where it stands, or no translator ever sees it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.i18n.sentences import MARK, marked_text, named, sources, tree

SAYING = {
    "SmqError": ((0, 1), ()),
    "Rule": ((2,), ("message", "plural", "hint")),
    "Word": ((0,), ()),
    "finding": ((), ("hint",)),
    "remark": ((0,), ()),
    "Notice": ((0,), ("message",)),
    "Missing": ((2,), ("message",)),
    "translate": ((0,), ()),
    "say": ((0,), ()),
    "plural": ((0, 1), ()),
    "Typer": ((), ("help",)),
    "Option": ((), ("help",)),
    "Argument": ((), ("help",)),
}
"""Calls that hold sentences → positions and names of these arguments."""


@pytest.mark.parametrize("file", sources(), ids=named)
def test_sentences_are_marked(file: Path) -> None:
    """Messages, hints and help are written `_("…")`, in one piece that a tool can read."""
    assert list(_unmarked(tree(file))) == []


@pytest.mark.parametrize("file", sources(), ids=named)
def test_marks_hold_sentences(file: Path) -> None:
    """`_` takes one text, never a variable or an f-string: those cannot be looked up."""
    assert [
        call.lineno
        for call in ast.walk(tree(file))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == MARK
        and marked_text(call) is None
    ] == []


@pytest.mark.parametrize("file", sources(), ids=named)
def test_options_have_a_help(file: Path) -> None:
    """Each option and argument of a command says what it is for."""
    assert [
        call.lineno
        for call in _calls(tree(file))
        if _called(call) in ("Option", "Argument")
        and isinstance(call.func, ast.Attribute)
        and "help" not in {keyword.arg for keyword in call.keywords}
    ] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('SmqError("It is broken.")', ["It is broken."]),
        ('SmqError(_("It is broken."), f"Mend {it}")', ["Mend "]),
        ('SmqError(_("It."), _("a") if near else "b")', ["b"]),
        ('typer.Option("--out", help="Where.")', ["Where."]),
        ('SmqError(_("It is broken."), None, word="x")', []),
    ],
)
def test_what_counts_as_unmarked(source: str, found: list[str]) -> None:
    """A bare text is found in any part of an argument, and values are left alone."""
    assert [text for _line, text in _unmarked(ast.parse(source))] == found


def _unmarked(module: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and text of each sentence that is said without a mark."""
    for call in _calls(module):
        positions, names = SAYING.get(_called(call), ((), ()))
        said = [call.args[p] for p in positions if p < len(call.args)]
        said += [keyword.value for keyword in call.keywords if keyword.arg in names]
        for argument in said:
            for text in _bare(argument):
                yield call.lineno, text


def _bare(node: ast.AST) -> Iterator[str]:
    if marked_text(node) is not None or isinstance(node, ast.Subscript | ast.Attribute):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from (*_bare(node.body), *_bare(node.orelse))
    elif not isinstance(node, ast.Call):
        for child in ast.iter_child_nodes(node):
            yield from _bare(child)


def _calls(module: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(module) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
