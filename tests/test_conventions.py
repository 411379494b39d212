"""What we want always true of rules, commands, kits and code."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from smq import resources
from smq.cli import COMMANDS, module_of
from smq.kit import Texts, functions, read_kit
from smq.load.doctypes import document_type, read_mapping
from smq.load.fields import Reader
from smq.load.registers import schemas_in
from smq.model import Problem
from smq.rules import FAMILIES, Rule, all_rules
from tests.conftest import Repo
from tests.rules.excerpts import NOT_TRIED, place, world

PROJECT = Path(__file__).parent.parent
PACKAGE = PROJECT / "smq"
RULES = all_rules()
by_code = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@by_code
def test_a_rule_is_documented(rule: Rule) -> None:
    """One sentence, then why, a wrong example and the remedy; the sentence ends like one."""
    doc = rule.documentation

    assert doc.summary.endswith(".")
    for part in (doc.why, doc.wrong, doc.fix):
        assert part
    assert len(doc.why.split()) >= 5
    assert len(doc.fix.split()) >= 3


@by_code
def test_a_rule_has_its_test(rule: Rule) -> None:
    """The test lies at the mirrored path and names the rule."""
    package, name = rule.module.rsplit(".", 1)
    file = PROJECT / "tests" / Path(*package.split(".")[1:]) / f"test_{name}.py"

    text = file.read_text(encoding="utf-8")
    assert rule.name in text or rule.code in text
    assert text.count("\ndef test_") >= 2


@by_code
def test_a_rule_says_what_to_do(rule: Rule) -> None:
    """A message is a sentence without blame; the family's letters are those of its folder."""
    assert rule.message.endswith((".", ":"))
    assert not re.search(r"!(?!\[)|(?i:invalid|please|failed)", f"{rule.message} {rule.hint or ''}")
    assert rule.family in FAMILIES
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code)


def test_rules_are_numbered_and_named_once() -> None:
    """No code and no name is given twice; numbers of a family have no hole that hides a rule."""
    assert max(Counter(rule.code for rule in RULES).values()) == 1
    assert max(Counter(rule.name for rule in RULES).values()) == 1
    folders: dict[str, set[str]] = {}
    for rule in RULES:
        folders.setdefault(rule.family, set()).add(rule.module.split(".")[2])
    assert {family: len(names) for family, names in folders.items()} == dict.fromkeys(folders, 1)


# A rule on history looks at who recorded a text: its own tests make the repository.
TRIED = [rule for rule in RULES if rule.name not in NOT_TRIED and rule.family != "GIT"]


@pytest.mark.parametrize("rule", TRIED, ids=lambda rule: rule.code)
def test_the_wrong_example_triggers_the_rule(repo: Repo, rule: Rule) -> None:
    """What stands under «Wrong» is really found, in the file that holds it; without it not."""
    before = world(repo, rule)
    silent = [f for f in repo.findings(rule.code) if f.location.path in (before, "smq.yaml")]

    path = place(repo, rule)

    assert silent == []
    assert path in [f.location.path for f in repo.findings(rule.code)]


def test_what_is_not_tried_exists() -> None:
    """The list of exceptions names rules, and stays short."""
    assert set(NOT_TRIED) <= {rule.name for rule in RULES}
    assert len(NOT_TRIED) <= 9


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_stands_in_the_readme(name: str) -> None:
    """The README shows each command as one types it."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")

    assert re.search(rf"\bsmq (?:-C \S+ )?{name}\b", readme)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_a_file_with_help(name: str) -> None:
    """The module opens with the command as typed; its function has a docstring, shown as help."""
    file = f"{module_of(name).rpartition('.')[2]}.py"
    tree = ast.parse((PACKAGE / "cli" / file).read_text(encoding="utf-8"))

    assert (ast.get_docstring(tree) or "").startswith(f"`smq {name}")
    (command,) = (n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "command")
    said = " ".join((ast.get_docstring(command) or "").split("\n\n")[0].split())
    assert said.endswith(".")
    assert said == COMMANDS[name], "the list of commands says the same, without loading them"


KITS = sorted(path.parent for path in resources.kits().glob("*/kit.yaml"))
of_kit = pytest.mark.parametrize("folder", KITS, ids=lambda folder: folder.name)


@of_kit
def test_each_type_has_a_skeleton(folder: Path) -> None:
    """`types/X.yaml` and `types/X.md.j2` go together, and the file's name is the code."""
    sheets = {file.stem for file in (folder / "types").glob("*.yaml")}
    skeletons = {file.name.removesuffix(".md.j2") for file in (folder / "types").glob("*.md.j2")}

    assert sheets == skeletons
    for code in sheets:
        text = (folder / "types" / f"{code}.yaml").read_text(encoding="utf-8")
        assert text.startswith(f"code: {code}\n")
        Texts(functions({}, "fr")).document((folder / "types" / f"{code}.md.j2").read_bytes(), code)


@of_kit
def test_each_data_file_of_a_kit_is_read(folder: Path) -> None:
    """Types, registers, criteria: no problem of form in any of them."""
    problems: list[Problem] = []
    for file in sorted(folder.rglob("*.yaml")):
        assert read_mapping(file, file.name, problems) is not None, file
    for file in sorted((folder / "types").glob("*.yaml")):
        content = read_mapping(file, file.name, problems)
        assert content is not None
        found = document_type(Reader(content, file.name, problems), file.stem)
        assert {language for language, _name in found.names} == {"fr", "en"}
    schemas = schemas_in(folder / "registres", "registres", problems)

    assert problems == []
    for schema in schemas.values():
        names = [column.name for column in schema.columns]
        assert schema.key in names
        assert len(names) == len(set(names))
        for column in schema.columns:
            if column.kind == "ref":
                table, _dot, name = (column.target or "").partition(".")
                assert name, (schema.name, column.name)
                if table in schemas:
                    assert name in [c.name for c in schemas[table].columns]


@of_kit
def test_a_kit_names_what_it_has(folder: Path) -> None:
    """Types, processes and files of its documents exist; sizes name its models; none lies idle."""
    kit = read_kit(folder.name)
    types = {file.stem for file in (folder / "types").glob("*.yaml")}
    models = [document.model for document in kit.documents]

    assert {d.type for d in kit.documents} <= types
    assert {d.process for d in kit.documents} <= {p.code for p in kit.processes}
    assert max(Counter(models).values()) == 1
    for size, kept in kit.sizes.items():
        assert set(kept or ()) <= set(models), size
    written = {d.file for d in kit.documents}
    lying = {
        file.relative_to(folder / "documents").as_posix()
        for file in (folder / "documents").rglob("*.md.j2")
    }
    assert written == lying


@of_kit
def test_questions_of_a_kit_speak_two_languages(folder: Path) -> None:
    """Each question is asked, explained and left open in French and in English, in one part."""
    kit = read_kit(folder.name)
    keys = [key for part in kit.parts for key in part.keys]

    assert keys == [question.key for question in kit.questions]
    for question in kit.questions:
        for pairs in (question.labels, question.help, question.unknown):
            assert {language for language, text in pairs if text} == {"fr", "en"}, question.key


def functions_of(file: Path) -> Iterator[ast.FunctionDef]:
    """Yield every function of a file, methods included."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


@pytest.mark.parametrize(
    "file",
    sorted(PACKAGE.rglob("*.py")),
    ids=lambda file: file.relative_to(PACKAGE).as_posix(),
)
def test_files_and_functions_are_small(file: Path) -> None:
    """Under 400 lines a file, under 60 a function; a module says in a sentence what it owns."""
    text = file.read_text(encoding="utf-8")

    assert text.count("\n") < 400
    long = [f.name for f in functions_of(file) if (f.end_lineno or 0) - f.lineno >= 60]
    assert long == []
    if text.strip():
        assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("word", ["TODO", "datetime.now", "date.today", "FIXME"])
def test_words_that_no_module_holds(word: str) -> None:
    """No clock of its own, no promise."""
    holders = [f.name for f in PACKAGE.rglob("*.py") if word in f.read_text(encoding="utf-8")]

    assert holders == []
