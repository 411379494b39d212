"""`smq explain`: every rule says why it exists, in the terminal and on one page."""

import re
from pathlib import Path
from textwrap import indent

import pytest

from smq.i18n import Translator
from smq.report import explanation
from smq.rules import Rule, all_rules
from tests.cli.runner import Runner

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_each_rule_is_explained(smq: Runner, rule: Rule) -> None:
    """Weight, why, a wrong example and the remedy; by code and by name alike."""
    said = smq("explain", rule.code)

    assert said.code == 0
    assert said.out.startswith(f"{rule.code} ({rule.name})\n")
    for title in ("Weight", "Why", "Wrong", "Fix"):
        assert f"\n{title}:" in said.out, "only French has a space there"
    assert indent(rule.documentation.wrong, "    ") in said.out
    assert "**" not in said.out, "a screen shows no Markdown"
    assert smq("explain", rule.name) == said


def test_a_screen_shows_no_markdown(smq: Runner) -> None:
    """What is typed stands between quotation marks; the page keeps its Markdown."""
    assert "`" not in "".join(
        line for line in smq("explain").out.splitlines() if not line.startswith("    ")
    )
    assert "«smq fill» goes through them" in smq("explain", "CNT001").out
    assert "`smq fill` goes through them" in smq("explain", "--all").out


def test_a_family_is_explained_rule_by_rule(smq: Runner) -> None:
    """`smq explain LNK` explains all its rules."""
    said = smq("explain", "LNK")

    for rule in all_rules():
        assert (f"{rule.code} (" in said.out) == (rule.family == "LNK")


def test_without_a_word_all_are_listed(smq: Runner) -> None:
    """One line a rule, with its summary."""
    lines = smq("explain").out.splitlines()

    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]
    assert all(len(line.split()) > 4 for line in lines)


def test_all_is_the_page(smq: Runner) -> None:
    """`--all` writes Markdown with each rule under its family."""
    out = smq("explain", "--all").out

    assert out == explanation.page(all_rules(), Translator("en"))
    titles = re.findall(r"^### ([A-Z]{3}[0-9]{3}) ", out, re.MULTILINE)
    assert titles == [rule.code for rule in all_rules()]


@pytest.mark.parametrize(("name", "lang"), [("regles.md", "fr"), ("rules.md", "en")])
def test_the_pages_of_the_documentation_are_up_to_date(smq: Runner, name: str, lang: str) -> None:
    """They are what `smq explain --all` writes in each language: `make rules` renews them."""
    page = (DOCS / name).read_text(encoding="utf-8")

    assert page == smq("--lang", lang, "explain", "--all").out
