"""Regular expressions of a platform: those that could search for hours are refused."""

import re

import pytest

from smq.load.expressions import A_QUICK_EXPRESSION, AN_EXPRESSION, wanted
from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


@pytest.mark.parametrize(
    "expression",
    [
        r"(a+)+b",
        r"(a*?)*?b",
        r"(?:a|aa)+b",
        r"(?:x|x){2,}b",
        r"(?:ab?){20}",
        r"(?=(\w+\s?)*:)",
        r"(?i:(?:\w\s*)+)",
        r"(a)?(?(1)(?:b+)*|c)",
        r"TODO|(?:[a-z]+ ?)+\.",
    ],
)
def test_a_repetition_or_a_choice_inside_a_repetition(expression: str) -> None:
    """What can match one text in many ways is refused, however deep it stands."""
    re.compile(expression)

    assert wanted(expression) is A_QUICK_EXPRESSION


@pytest.mark.parametrize(
    "expression",
    [
        r"\bTBD\b",
        r"\[State [^\]]*\]",
        r"\[(?:TODO|FIXME)(?:\s*:\s*.*)?\]",
        r"[A-Z]{2,5}-x+",
        r"(?:\[_{3}\]){2}",
        r"(?:[abc]x)+",
        r"(?:a++b)+",
        r"(?<!x)_{3,}",
    ],
)
def test_usual_expressions(expression: str) -> None:
    """Sets, optional parts, fixed and possessive repetitions are quick."""
    assert wanted(expression) is None


@pytest.mark.parametrize("expression", ["(", "[a", "*", "a{99999999999}", "(" * 20_000])
def test_no_expression(expression: str) -> None:
    """What Python cannot compile is no expression, whatever the reason."""
    assert wanted(expression) is AN_EXPRESSION


def test_a_slow_expression_of_the_settings_is_not_used(repo: Repo) -> None:
    """It is a finding on its line, and a text on which it would search for ever is read at once."""
    repo.write(
        "smq.yaml",
        r"""
        plateforme: {nom: Plateforme de spectroscopie}
        lecture:
          racines: [documents]
          a_completer:
            - '\bTBD\b'
            - '(?:[a-z]+ ?)+\.'  # <- ill-typed-setting
            - '['  # <- ill-typed-setting
        """,
    )
    repo.document("PRE-PRO-001", f"TBD {'a' * 60}\n")

    repo.assert_findings("ill-typed-setting")
    slow, _none = repo.findings("ill-typed-setting")
    assert (slow.location.column, slow.severity) == (7, Severity.ERROR)
    assert shown(slow) == (
        "«lecture.a_completer» expects a regular expression without a repetition or a choice (a|b)"
        " inside a repetition; «(?:[a-z]+ ?)+\\.» stands there. Write a regular expression without"
        " a repetition or a choice (a|b) inside a repetition, or remove the line."
    )
    assert repo.system().settings.reading.to_complete == (r"\bTBD\b",)
