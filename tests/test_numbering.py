"""The next number: after the highest ever given, wherever it was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq.errors import SmqError
from smq.model import Codification, Process, QualitySystem, Settings
from smq.numbering import known_process, known_type, next_code
from tests.conftest import TODAY, Repo

CODES = Codification(types=("PRO", "FOR"), processes=("PRE", "DOC"))


def numbered(*taken: str, codes: Codification = CODES) -> str:
    """Return the next procedure of PRE when git knows these codes."""
    system = QualitySystem(Settings("A", codification=codes), TODAY)
    return next_code(system, "PRO", "PRE", taken)


def test_first() -> None:
    """The first code has number one, with the digits of the pattern."""
    assert numbered() == "PRE-PRO-001"


@pytest.mark.parametrize(
    ("taken", "code"),
    [
        (["PRE-PRO-001", "PRE-PRO-007"], "PRE-PRO-008"),  # a hole is not filled
        (["PRE-FOR-009", "DOC-PRO-009"], "PRE-PRO-001"),  # each type and process counts for itself
        (["PRE-PRO-999"], "PRE-PRO-1000"),
        (["PRE-PRO-0004"], "PRE-PRO-0005"),  # as wide as the highest
        (["PRE-PRO-0004", "PRE-PRO-012"], "PRE-PRO-013"),
        (["PRE-PRO-9"], "PRE-PRO-010"),  # never under the pattern
        (["pas un code", "PRE-PRO-"], "PRE-PRO-001"),
    ],
)
def test_after_the_highest(taken: list[str], code: str) -> None:
    """The number follows the highest of its type and process, in its width."""
    assert numbered(*taken) == code


def test_platform_words() -> None:
    """A platform with its own words and without processes numbers in its own way."""
    codes = Codification("{type}-{numero:02}", types=("SOP",), kinds=(("SOP", "PRO"),))

    assert numbered("SOP-04", codes=codes) == "SOP-05"


def test_whole_tree(repo: Repo) -> None:
    """Codes of headers, file names, aliases and wrong case all count; retired documents too."""
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002", statut="retire")
    repo.document("PRE-FOR-001", alias=["PRE-PRO-005"])
    repo.write("documents/PRE/PRE-PRO-006-sans-en-tete.md", "---\ncode: [\n---\n")
    assert next_code(repo.system(), "PRO", "PRE") == "PRE-PRO-007"

    repo.write("documents/PRE/a.md", "---\ncode: pre-pro-009\n---\n")
    assert next_code(repo.system(), "PRO", "PRE") == "PRE-PRO-010"

    repo.write("documents/PRE/PRE-PRO-011-a.md", "---\ncode: PRE-PRO-003\n---\n")
    assert next_code(repo.system(), "PRO", "PRE") == "PRE-PRO-012"


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 6)), max_size=20))
def test_never_twice(given_before: list[tuple[int, int]]) -> None:
    """Whatever numbers were given, in whatever width, the next ones are new."""
    ever = [CODES.format("PRO", "PRE", number, width) for number, width in given_before]
    numbers = {number for number, _width in given_before}
    for _step in range(3):
        code = CODES.parse(numbered(*ever))
        assert code
        assert code.number not in numbers
        numbers.add(code.number)
        ever.append(code.text)


@pytest.mark.parametrize("word", ["PRO", "pro", " Pro "])
def test_known_type(repo: Repo, word: str) -> None:
    """A type may be typed in small letters."""
    assert known_type(repo.system(), word) == "PRO"


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Procédure", "PRO"),
        ("procedure", "PRO"),
        ("PROCÉDURES", "PRO"),
        ("procédrue", "PRO"),
        ("mode opératoire", "MOP"),
        ("mode op", "MOP"),
        ("Work instruction", "MOP"),
        ("fiche de processus", "FIP"),
    ],
)
def test_a_type_by_its_name(repo: Repo, word: str, code: str) -> None:
    """Either language, without accents or case, its beginning, a slip."""
    assert known_type(repo.system(), word) == code


@pytest.mark.parametrize("word", ["F", "fic", "…", "", "note de service"])
def test_a_type_that_is_not_sure(repo: Repo, word: str) -> None:
    """Too few letters, none, or another word: all types are shown with their names."""
    with pytest.raises(SmqError) as caught:
        known_type(repo.system(), word)
    assert "PRO Procédure" in str(caught.value.values["known"])


@pytest.mark.parametrize("word", ["Mettre à disposition", "mettre a dispo", "METTRE À DISPOSTION"])
def test_a_process_by_its_title(repo: Repo, word: str) -> None:
    """Its title, the beginning of it, a slip."""
    assert known_process(repo.system(), word) == "MAD"


def test_platform_word_for_a_type(repo: Repo) -> None:
    """The platform's own word names our type."""
    repo.settings({"codification": {"types": {"SOP": "PRO"}}})

    assert known_type(repo.system(), "sop") == "PRO"


def test_unknown_type(repo: Repo) -> None:
    """A word that is no type is quoted, with all types."""
    with pytest.raises(SmqError, match="«XYZ» is no document type") as caught:
        known_type(repo.system(), "XYZ")
    assert "PRO" in str(caught.value.values["known"])


def test_known_process(repo: Repo) -> None:
    """A process may be typed in small letters."""
    assert known_process(repo.system(), "pre") == "PRE"


@pytest.mark.parametrize(
    ("word", "sentence", "near"),
    [
        ("PRA", "«PRA» is no process", "PRE"),
        ("ZZZ", "«ZZZ» is no process", ""),
        (None, "is needed", None),
    ],
)
def test_unknown_process(repo: Repo, word: str | None, sentence: str, near: str | None) -> None:
    """A word that is no process is quoted with the nearest; without a word all are shown."""
    with pytest.raises(SmqError, match=sentence) as caught:
        known_process(repo.system(), word)
    assert "PRE" in str(caught.value.values["known"])
    assert caught.value.values.get("near") == near


def test_a_pattern_that_is_none(repo: Repo) -> None:
    """No number is given: it would be one of another series than the one meant."""
    repo.settings({"codification": {"motif": "SMQ-{typ}-{numero:03}"}})

    with pytest.raises(SmqError) as caught:
        next_code(repo.system(), "PRO", "PRE")

    assert caught.value.values == {"written": "SMQ-{typ}-{numero:03}"}
    assert "smq check smq.yaml" in (caught.value.hint or "")


def test_codes_without_process() -> None:
    """Where codes carry no process none is asked for."""
    codes = Codification("{type}-{numero}", types=("PRO",))
    settings = Settings("A", codification=codes, processes=(Process("PRE", "R", "realisation"),))
    system = QualitySystem(settings, TODAY)

    assert known_process(system, None) is None
    assert known_process(system, "pre") == "PRE"
