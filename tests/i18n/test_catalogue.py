"""Both languages are complete: each sentence is marked, translated and well set."""

import re

import pytest

from smq import cli
from smq.render.typography import french
from tests.i18n import catalogue
from tests.i18n.sentences import all_sentences

STRINGS = catalogue.strings(catalogue.read())
PAIRS = [
    pair for texts, said in STRINGS.items() for pair in zip(texts, said, strict=True) if all(pair)
]
"""Each English sentence and its French, singulars and plurals alike."""

PLACEHOLDER = re.compile(r"\{\{?[^{}]*\}?\}")
CODE = re.compile(
    r"!\[[^]]*\]\([^)]*\)|`[^`]*`|«[^»]*»|\{[^{}]*\}"
    r"|\bsmq [a-z]+|--[a-z-]+|\"[^\"]*\"|[\w/.]+\.\w+"
)
"""What a sentence quotes: no language owns it."""

ENGLISH = re.compile(
    r"\b(?:the|is|are|was|be|been|has|have|of|and|not|no|with|without|this|that|these|which|who"
    r"|its|their|from|into|by|to|at|in|files?|folders?|headings?|findings?|headers?|errors?|warnings?"
    r"|placeholders?|write|read|give|add|remove|name|value|row|line|list|each|any)\b",
    re.IGNORECASE,
)
BANNED = re.compile(r"invalid|veuill|\btoken|\bpars(?:er|ing)|!|  +\S", re.IGNORECASE)
COMMAND = re.compile(r"(?:[`«:]\s*|then |puis )smq (?:--?\w+ \S+ )*([a-z]+)")
PROSE = frozenset({"lit", "reads", "makes", "gives", "judges", "donne", "juge", "cr"})
"""What smq does by itself, said in prose («smq crée un dépôt»)."""
ACCENTED = re.compile(r"[À-ÖØ-öø-ÿŒœ]")


def test_every_sentence_is_in_the_catalogue() -> None:
    """The catalogue holds what the program says, no more, no fewer: run `make catalogues`."""
    said = {(s.text, s.plural) if s.plural else (s.text,) for s in all_sentences()}

    assert sorted(said - set(STRINGS)) == []
    assert sorted(set(STRINGS) - said) == []
    assert list(catalogue.read().obsolete) == []


def test_every_sentence_is_translated() -> None:
    """No sentence is left in English, and no translation is a guess."""
    assert [english for english, said in STRINGS.items() if not all(said)] == []
    assert [message.id for message in catalogue.read() if message.id and message.fuzzy] == []


def test_compiled_catalogue_is_the_text() -> None:
    """What the program reads is what the translators wrote."""
    assert catalogue.strings(catalogue.read_compiled()) == STRINGS


def test_placeholders_are_the_same() -> None:
    """A sentence names the same values in both languages, in the singular and in the plural."""
    assert [
        (english, said)
        for english, said in PAIRS
        if set(PLACEHOLDER.findall(english)) != set(PLACEHOLDER.findall(said))
    ] == []


def test_french_typography() -> None:
    """Spaces before : ; ? and inside « » do not break, and apostrophes are curved."""
    assert [said for _english, said in PAIRS if french(said) != said] == []
    assert [said for _english, said in PAIRS if "'" in CODE.sub("", said)] == []
    assert [said for _english, said in PAIRS if re.search(r"\w[;?](?:\s|$)", said)] == []


def test_commands_keep_their_quotes() -> None:
    """French sets straight quotes as « », which no terminal takes: a command is a value."""
    assert [s.text for s in all_sentences() if re.search(r'"[^"\n]*[^"\s]"', s.text)] == []


def test_no_english_in_french() -> None:
    """No French sentence holds an English word, outside what it quotes."""
    assert [(said, found) for _english, said in PAIRS if (found := _english_words(said))] == []


def test_plain_words() -> None:
    """No jargon, no scolding, no exclamation mark, no doubled space in either language."""
    assert [
        text for pair in PAIRS for text in pair if BANNED.search(CODE.sub("…", text).lstrip())
    ] == []


def test_english_sentences_are_english() -> None:
    """No English sentence holds an accented letter, outside what it quotes."""
    assert [english for english, _said in PAIRS if ACCENTED.search(CODE.sub("", english))] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("Le File manque", ["File"]), ("« file », `the`, {name}, smq list, --list", [])],
)
def test_quoted_words_do_not_count(text: str, words: list[str]) -> None:
    """The search for English words sees the sentence and not what it quotes."""
    assert _english_words(text) == words


def test_commands_exist() -> None:
    """A sentence that tells people to type a command names one that the program has."""
    named = {word for pair in PAIRS for text in pair for word in COMMAND.findall(text)}

    assert named >= {"check", "fill", "explain"}
    assert named - PROSE <= set(cli.COMMANDS)


def _english_words(text: str) -> list[str]:
    return ENGLISH.findall(CODE.sub(" ", text))
