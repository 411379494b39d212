"""A code does not follow the pattern of the platform.

Why: such a code is recognised in no text: mentions of it are no links, and it takes no number.

Wrong:
    code: PROCEDURE-7

Fix: write the code as the pattern of smq.yaml says; `smq new` gives the next one.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from smq.i18n import _
from smq.model import Codification, Document, Finding, QualitySystem
from smq.rules import Rule

_TOKENS = re.compile(r"[^\W\d_]+|[0-9]+")

rule = Rule(
    __name__,
    "NUM003",
    _(
        "«{written}» is no code of this platform: "
        "codes are written {pattern}, for example {example}."
    ),
    hint=_("Nearest right writing: {near}."),
)
_HINT_WORDS = _("Types: {types}. Processes: {processes}.")
_HINT_TYPES = _("Types: {types}.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when the code is none, in any case of its letters."""
    codification = system.settings.codification
    # Where no code at all can be one, the cause is said once: SYN015, NUM016 or SYN025.
    if codification.fault or codification.mention is None:
        return
    written = document.code_text
    if not written or document.code or codification.right_case(written):
        return
    if system.settings.foreign and document.code_source != "entete":
        return
    near = _near(document, codification)
    yield rule.finding(
        document.at_field("code"),
        code=written,
        hint=None if near else _hint(codification),
        written=written,
        pattern=codification.pattern,
        example=_example(document, codification),
        near=near or "",
        types=", ".join(codification.types),
        processes=", ".join(codification.processes),
    )


def _hint(codification: Codification) -> str:
    return _HINT_WORDS if codification.has_process else _HINT_TYPES


def _near(document: Document, codification: Codification) -> str | None:
    """Return the code with the words of the faulty one, or of the header, or of the file name."""
    tokens = _TOKENS.findall(document.code_text or "")
    numbers = [t for t in tokens if t.isdigit()]
    type_ = _declared(tokens, codification.types) or _type_word(document, codification)
    process = _declared(tokens, codification.processes) or _process(document, codification)
    if len(numbers) == 1 and type_ and (process or not codification.has_process):
        found = codification.format(type_, process, int(numbers[0]), len(numbers[0]))
        if codification.parse(found):
            return found
    named = codification.parse_start(PurePosixPath(document.path).stem)
    return named.text if named else None


def _example(document: Document, codification: Codification) -> str:
    type_ = _type_word(document, codification) or next(iter(codification.types), "PRO")
    process = _process(document, codification) or next(iter(codification.processes), "PRE")
    return codification.format(type_, process, 1)


def _declared(tokens: list[str], words: tuple[str, ...]) -> str | None:
    folded = {word.casefold(): word for word in words}
    return next((folded[t.casefold()] for t in tokens if t.casefold() in folded), None)


def _type_word(document: Document, codification: Codification) -> str | None:
    word = codification.word_for(document.type or "")
    return word if word in codification.types else None


def _process(document: Document, codification: Codification) -> str | None:
    return document.process if document.process in codification.processes else None
