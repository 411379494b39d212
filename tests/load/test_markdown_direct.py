"""The direct scan of plain documents gives every fact that the parser gives, or gives up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smq.load import markdown_exact, markdown_fast
from smq.load.markdown_codes import finder, mentions, wrong_case
from smq.load.markdown_text import Spans, cleaned
from smq.model import Codification
from tests.load.markdown_samples import CODES, LINES, WORDS, documents, plain_documents

_PROVED = settings(max_examples=500, deadline=None, derandomize=True)

PROCEDURE = """
## Objet

Traite une demande (PRE-PRO-001) ; voir [la fiche](../DOC/DOC-FOR-002.md#x) et pre-pro-003.

## Rôles

| Rôle | Document |
|---|---|
| Responsable | [[PRE-FOR-002]] |
| Opérateur | `PRE-PRO-004` |

---

1. La demande du 2027-03-01 est **reçue**.
   - [À compléter : délai ; par exemple 5 jours]

![Schéma](schema.png)

<!-- PRE-PRO-005 -->

## Vide

## Code

```yaml
code: PRE-PRO-006
```
"""


def assert_same_or_given_up(text: str) -> bool:
    text = cleaned(text)
    direct = markdown_fast.read(text, 7, CODES)

    assert direct in (None, markdown_exact.read(text, 7, CODES, ()))
    return direct is not None


@_PROVED
@given(plain_documents)
def test_plain_documents(text: str) -> None:
    """In plain documents, all facts and their places are those of the parser."""
    assert_same_or_given_up(text)


@_PROVED
@given(documents)
def test_any_document(text: str) -> None:
    """In any document, the direct scan gives up rather than say something else."""
    assert_same_or_given_up(text)


@pytest.mark.parametrize("sample", [*WORDS, *LINES])
def test_each_construct(sample: str) -> None:
    """Each construct, put everywhere in a procedure, is read as the parser reads it."""
    for before, here, after in (
        (line, sample, line) for line in ("", "\n", "a", "a\n", "\n\n", "PRE-PRO-007 ", "| a |\n")
    ):
        assert_same_or_given_up(PROCEDURE + before + here + after + PROCEDURE)
        assert_same_or_given_up(PROCEDURE.replace("Responsable", before + here + after))


def test_a_procedure_needs_no_parser() -> None:
    """A procedure as the kit writes them is read without the parser."""
    assert assert_same_or_given_up(PROCEDURE)


@pytest.mark.parametrize(
    "codification",
    [
        CODES,
        Codification("{type}-{numero:02}", ("SOP", "REF", "SO")),
        Codification("{processus}.{type}_{numero}", ("PRO", "P2"), ("PRE", "D")),
        Codification("{plateforme}/{type}{numero:03}", ("PRO", "P"), platform="SPE"),
        Codification("{type}-{numero}-{processus}", ("PRO",), ("PRE", "PREX")),
        Codification("DOC{numero}"),
        Codification("{type}-{processus}/{type}-{numero}", ("PRO", "FOR"), ("PRE",)),
    ],
    ids=lambda codification: codification.pattern,
)
@_PROVED
@given(data=st.data())
def test_codes_near_their_number(codification: Codification, data: st.DataObject) -> None:
    """Codes sought near their number are those that a search of the whole text finds."""
    words = (
        *codification.types,
        *codification.processes,
        "SPE",
        "DOC",
        "1",
        "02",
        "2027",
        "é",
        "K",
    )
    pieces = st.sampled_from(
        (*words, *(w.lower() for w in words), *"-_./ [*`x", "\u017f", "\u212a")
    )
    code = st.builds(
        codification.format,
        st.sampled_from(codification.types or ("",)),
        st.sampled_from(codification.processes or (None,)),
        st.integers(0, 1200),
    )
    text = "".join(data.draw(st.lists(st.one_of(pieces, code, code.map(str.lower)), max_size=12)))

    found = list(finder(codification).find(text))

    right = mentions(text, codification)
    assert [m.span() for m, is_right in found if is_right] == [m.span() for m in right]
    wrong = wrong_case(text, codification, Spans([m.span() for m in right]))
    in_case = {m.span() for m, is_right in found if not is_right and not codification.parse(m[0])}
    assert in_case == {m.span() for m in wrong}
