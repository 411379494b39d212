"""Codes: what a platform's pattern recognises."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smq.model import Codification
from smq.model.code import is_pattern

CODES = Codification(types=("PRO", "PR", "FOR"), processes=("PRE", "DOC"))
FLAT = Codification("{type}-{numero:02}", types=("SOP", "WI"), kinds=(("SOP", "PRO"),))


def found(codes: Codification, text: str) -> list[str]:
    """Return the codes found in a text."""
    return [code.text for _start, _end, code in codes.find(text)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Voir PRE-PRO-001, et PRE-PR-002.", ["PRE-PRO-001", "PRE-PR-002"]),
        ("(PRE-PRO-001) «PRE-FOR-12» PRE-PRO-3 : oui", ["PRE-PRO-001", "PRE-FOR-12", "PRE-PRO-3"]),
        ("PRE-PRO-001-peser.md", []),
        ("PRE-PRO-001-", ["PRE-PRO-001"]),
        ("XPRE-PRO-001 A-PRE-PRO-001 a/PRE-PRO-001 .PRE-PRO-001 _PRE-PRO-001", []),
        ("PRE-PRO-001a PRE-PRO-001_ PRE-PRO-001-A", []),
        ("AES-256, ISO 9001, PRE-XXX-001, EQU-PRO-001", []),
        ("pre-pro-001", []),
        ("PRE-PRO-" + "1" * 5000, []),
    ],
)
def test_codes_in_text(text: str, codes: list[str]) -> None:
    """A code is found among declared words only, whole, and not inside something longer."""
    assert found(CODES, text) == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PRE-PRO-001", "PRE-PRO-001"),
        ("PRE-PRO-001-peser.md", "PRE-PRO-001"),
        ("PRE-PRO-001 – Peser", "PRE-PRO-001"),
        ("PRE-PRO-001.md", "PRE-PRO-001"),
        ("PRE-PRO-001_v2", "PRE-PRO-001"),
        ("PRE-PRO-001a", None),
        ("A PRE-PRO-001", None),
        ("", None),
    ],
)
def test_code_at_the_start(text: str, code: str | None) -> None:
    """A file name or a title starts with its code, before a space, a dash, a dot or the end."""
    start = CODES.parse_start(text)

    assert (start.text if start else None) == code


def test_longest_word_first() -> None:
    """A type whose word starts like another one's is recognised whole."""
    code = CODES.parse("PRE-PRO-001")

    assert code
    assert (code.type, code.process, code.number, code.width) == ("PRO", "PRE", 1, 3)


def test_word_that_holds_a_number() -> None:
    """At the start of a name too, a type that ends like a number is recognised whole."""
    codes = Codification("{type}-{numero}", types=("A", "A-1"))
    code = codes.parse_start("A-1-2-peser.md")

    assert code
    assert code.text == "A-1-2"


def test_identity() -> None:
    """Digits in front change the writing of a code, not the code."""
    short, long = FLAT.parse("SOP-4"), FLAT.parse("SOP-0004")

    assert short
    assert long
    assert short.identity == long.identity
    assert short != long


@pytest.mark.parametrize(
    ("written", "right"),
    [("pre-pro-001", "PRE-PRO-001"), ("Pre-Pro-0012", "PRE-PRO-0012"), ("pre-xxx-001", None)],
)
def test_wrong_case(written: str, right: str | None) -> None:
    """A code in the wrong case is recognised with its right writing."""
    code = CODES.right_case(written)

    assert (code.text if code else None) == right


def test_kinds() -> None:
    """A platform's own type words stand for ours, both ways."""
    code = FLAT.parse("SOP-01")

    assert code
    assert FLAT.kind(code) == "PRO"
    assert FLAT.word_for("PRO") == "SOP"
    assert FLAT.word_for("FOR") == "FOR"
    assert not FLAT.has_process
    assert code.process is None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{plateforme}/{type}.{numero:04}", "SPE/SOP.0007"),
        ("{type}{numero}", "SOP7"),
        ("N°{numero:03} ({type})", "N°007 (SOP)"),
        ("{type}-{type}-{numero:02}", "SOP-SOP-07"),
        ("{numero:02}[{type}]*", "07[SOP]*"),
    ],
)
def test_other_patterns(pattern: str, text: str) -> None:
    """Any order of parts, with any letters and signs between them, is a pattern."""
    codes = Codification(pattern, types=("SOP",), platform="SPE")
    code = codes.parse(text)

    assert code
    assert (code.type, code.number) == ("SOP", 7)
    assert codes.format("SOP", None, 7) == text


@pytest.mark.parametrize(
    "codes",
    [
        Codification(),
        Codification(types=("PRO",)),
        Codification("{plateforme}-{type}-{numero}", types=("PRO",)),
        Codification("{type}", types=("PRO",)),
    ],
)
def test_nothing_declared(codes: Codification) -> None:
    """Without declared words, or without a number, there are no codes, and no fault either."""
    assert codes.mention is None
    assert codes.parse("PRE-PRO-001") is None
    assert codes.parse_start("PRE-PRO-001") is None
    assert codes.right_case("PRE-PRO-001") is None
    assert found(codes, "PRE-PRO-001") == []


@pytest.mark.parametrize(
    ("pattern", "good"),
    [
        ("{numero}", True),
        ("{type}-{numero:03}", True),
        ("{type}", False),
        ("{numero:03d}", False),
        ("{typ}-{numero}", False),
        ("{type-{numero}", False),
    ],
)
def test_pattern(pattern: str, good: bool) -> None:
    """A pattern says where the number stands, and holds no word of another language."""
    assert is_pattern(pattern) is good


def test_width() -> None:
    """A number has at least the digits of the pattern, more when asked."""
    assert CODES.format("PRO", "PRE", 7) == "PRE-PRO-007"
    assert CODES.format("PRO", "PRE", 7, 5) == "PRE-PRO-00007"
    assert CODES.format("PRO", "PRE", 1234, 2) == "PRE-PRO-1234"
    assert FLAT.least_width == 2


LETTERS = st.text("ABCÉÈ", min_size=1, max_size=4)
WORDS = st.lists(LETTERS, min_size=1, max_size=4, unique=True).map(tuple)
LITERALS = st.text("-./ [](*+?\\|^$N°", max_size=3)


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """Draw a pattern: a number and perhaps other parts, in any order, with a sign between them."""
    others = draw(st.lists(st.sampled_from(["{plateforme}", "{processus}", "{type}"]), unique=True))
    number = draw(st.sampled_from(["{numero}", "{numero:02}", "{numero:04}"]))
    parts = draw(st.permutations([*others, number]))
    return draw(LITERALS) + draw(st.sampled_from(["-", "/", " ", "."])).join(parts) + draw(LITERALS)


@given(patterns(), WORDS, WORDS, LETTERS, st.integers(0, 10**6), st.integers(0, 8), st.data())
def test_code_to_text_to_code(
    pattern: str,
    types: tuple[str, ...],
    processes: tuple[str, ...],
    platform: str,
    number: int,
    width: int,
    data: st.DataObject,
) -> None:
    """A code written from its parts is read back as those parts, whatever the pattern."""
    codes = Codification(pattern, types, processes, platform)
    type_, process = data.draw(st.sampled_from(types)), data.draw(st.sampled_from(processes))

    text = codes.format(type_, process, number, width)
    code = codes.parse(text)

    assert code
    assert (code.text, code.number) == (text, number)
    assert code.stem == codes.stem(type_, process)
    if "{type}" in pattern:
        assert code.type == type_
    assert code.process == (process if codes.has_process else None)
    assert codes.format(code.type, code.process, code.number, code.width) == text


@given(WORDS, WORDS, st.integers(0, 9999), st.data())
def test_wrong_case_to_right_case(
    types: tuple[str, ...], processes: tuple[str, ...], number: int, data: st.DataObject
) -> None:
    """A code typed in small letters is brought back to itself."""
    codes = Codification(types=types, processes=processes)
    text = codes.format(
        data.draw(st.sampled_from(types)), data.draw(st.sampled_from(processes)), number
    )
    assume(text != text.lower())

    right = codes.right_case(text.lower())

    assert right
    assert right.text == text
