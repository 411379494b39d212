"""Every sentence of the program, found where it stands: marked calls, rules, commands."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import smq
from smq import cli
from smq.cli.help import paragraphs
from smq.model import LABELS
from smq.rules import FAMILIES, all_rules

PACKAGE = Path(smq.__file__).parent
MARK = "_"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A msgid, its plural if it has one, and the file that says it."""

    text: str
    plural: str | None
    file: str


def all_sentences() -> tuple[Sentence, ...]:
    """Return the sentences of the program, file by file, each file in its own order."""
    found = [sentence for file in sources() for sentence in _marked(file)]
    found += _documentation()
    return tuple(dict.fromkeys(sentence for sentence in found if sentence.text))


def sources() -> tuple[Path, ...]:
    """Return the modules of the program."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


def tree(file: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(file.read_text(encoding="utf-8"))


def marked_text(node: ast.AST | None) -> str | None:
    """Return the sentence of `_("…")`, None when the node is anything else."""
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == MARK
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    ):
        return node.args[0].value
    return None


def named(file: Path) -> str:
    """Return the path of a module as catalogues write it."""
    return file.relative_to(PACKAGE.parent).as_posix()


def _marked(file: Path) -> Iterator[Sentence]:
    name, module = named(file), tree(file)
    pairs = dict(_plural_pairs(module))
    for node in ast.walk(module):
        text = marked_text(node)
        if text is not None and text not in pairs.values():
            yield Sentence(text, pairs.get(text), name)
        elif text is not None and pairs.get(text) == text:
            yield Sentence(text, text, name)


def _plural_pairs(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield one and many of `translate.plural(_("one"), _("many"), …)` and of rules."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
        if called == "plural":
            texts = [marked_text(argument) for argument in node.args[:2]]
        elif called == "Rule":
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            texts = [marked_text(node.args[2]), marked_text(given.get("plural"))]
        else:
            continue
        one, many = [*texts, None, None][:2]
        if one is not None and many is not None:
            yield one, many


def _documentation() -> Iterator[Sentence]:
    for rule in all_rules():
        said, file = rule.documentation, f"{rule.module.replace('.', '/')}.py"
        for text in (said.summary, said.why, said.fix, said.source):
            yield Sentence(text, None, file)
    for name in cli.COMMANDS:
        command = import_module(cli.module_of(name)).command
        for text in paragraphs(inspect.getdoc(command)):
            yield Sentence(text, None, f"smq/cli/{name}.py")
    for text in FAMILIES.values():
        yield Sentence(text, None, "smq/rules/__init__.py")
    for text in LABELS.values():
        yield Sentence(text, None, "smq/model/status.py")
