"""The codes that we find are those of an ordinary parse of the Markdown, in the same order."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from smq.load.markdown import read_body
from smq.model import Codification
from tests.load.markdown_samples import CODES, LINES, WORDS, documents, plain_documents
from tests.load.oracle import parsed_mentions

_PROVED = settings(max_examples=500, deadline=None, derandomize=True)


def assert_equal(text: str, codification: Codification = CODES) -> int:
    found = [mention.text for mention in read_body(text, 1, codification).mentions]

    assert found == parsed_mentions(text, codification), text
    return len(found)


@_PROVED
@given(documents)
def test_any_markdown(text: str) -> None:
    """In any mixture of constructs, whole or broken, the same codes are found."""
    assert_equal(text)


@_PROVED
@given(plain_documents)
def test_plain_markdown(text: str) -> None:
    """In plain documents, most of which never meet the parser, the same codes are found."""
    assert_equal(text)


@pytest.mark.parametrize("sample", [*WORDS, *LINES])
def test_each_construct(sample: str) -> None:
    """Each construct between codes, in a paragraph, a list and a table, hides the same."""
    assert_equal(f"PRE-PRO-001 {sample} PRE-PRO-002\nPRE-PRO-003")
    assert_equal(f"{sample}\nPRE-PRO-001\n\n{sample}PRE-PRO-002{sample}\n")
    assert_equal(f"- PRE-PRO-001\n{sample}\n  {sample} PRE-PRO-002\n\n{sample}\n- PRE-PRO-003")
    assert_equal(f"| a | b |\n|---|---|\n| PRE-PRO-001 {sample} | PRE-PRO-002 |\n{sample}\n")


@pytest.mark.external
@pytest.mark.skipif("SMQ_COMMONMARK" not in os.environ, reason="SMQ_COMMONMARK names no file")
def test_examples_of_commonmark() -> None:
    """The examples of the CommonMark specification, a code in place of words, give the same codes.

    `SMQ_COMMONMARK` is the path of the specification's examples as JSON.
    """
    examples = json.loads(Path(os.environ["SMQ_COMMONMARK"]).read_text(encoding="utf-8"))
    found = 0
    for example in examples:
        for words in (r"\w+", r"\b(?:foo|bar|baz)\b", r"\b[a-z]\b"):
            found += assert_equal(re.sub(words, "PRE-PRO-001", example["markdown"]))
        found += assert_equal(re.sub(r"([A-Za-z]+)", r"\1 PRE-PRO-001", example["markdown"]))

    assert len(examples) > 600
    assert found > 3000


@pytest.mark.skipif("SMQ_CORPUS" not in os.environ, reason="SMQ_CORPUS names no folder")
def test_real_repository() -> None:
    """In a repository that nobody here wrote: the parser's codes, and known figures."""
    codes = Codification("{type}-{numero:02}", ("SOP", "QM", "FRM", "REF", "DASH", "WI"))
    documents = mentions = wiki_links = 0
    for path in sorted(Path(os.environ["SMQ_CORPUS"]).glob("0*/**/*.md")):
        whole = path.read_text(encoding="utf-8")
        header, _, text = whole.removeprefix("---\n").partition("\n---\n")
        assert_equal(text, codes)
        own = re.search(r"^doc_id: *(\S+)", header, re.MULTILINE)
        if own:
            body = read_body(text, 1, codes)
            documents += 1
            mentions += sum(mention.text != own[1] for mention in body.mentions)
            wiki_links += len(body.wiki_links)

    assert (documents, mentions, wiki_links) == (27, 62, 43)
