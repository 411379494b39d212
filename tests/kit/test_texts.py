"""Texts of kits: names filled in, and nothing of a stranger's text ever runs."""

import pytest

from smq.errors import SmqError
from smq.kit import Texts, functions, joined
from smq.kit.sandbox import LONGEST, STEPS

TEXTS = Texts(
    {
        "nom": "Plateforme",
        "activites": ("prestation", "rd"),
        "unites": [{"nom": "Chimie"}, {"nom": "Physique"}],
        **functions({"pre-pro-prestation": "PRE-PRO-001"}, "fr"),
    }
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ nom }}", "Plateforme"),
        ("{{ code('pre-pro-prestation', 'la procédure') }}", "PRE-PRO-001"),
        ("{{ code('x', 'la procédure') }}", "la procédure"),
        ("{{ code('x') }}", ""),
        ("{% if existe('x') %}a{% else %}b{% endif %}", "b"),
        ("{{ a_completer('délai') }}", "[À compléter : délai]"),
        ("{{ activites | liste }}", "prestation et rd"),
        ("{{ [] | liste }}", "[À compléter : liste]"),
        (
            "{{ [] | liste('unités ; par exemple Chimie') }}",
            "[À compléter : unités ; par exemple Chimie]",
        ),
        ("{{ activites | liste('activités') }}", "prestation et rd"),
        ("{{ unites | map(attribute='nom') | list | join(', ') }}", "Chimie, Physique"),
        (
            "{% for u in unites %}{{ u.nom }}{% if not loop.last %}-{% endif %}{% endfor %}",
            "Chimie-Physique",
        ),
        (
            "{% set ns = namespace(n=[]) %}{% for a in activites %}{% set ns.n = ns.n + [a] %}"
            "{% endfor %}{{ ns.n | liste }}",
            "prestation et rd",
        ),
        ("{{ {'a': 'b'}.get('a', '') }}", "b"),
        ("{{ 1 if activites | length > 1 else 2 }}", "1"),
        ("sans accolade", "sans accolade"),
    ],
)
def test_what_kits_may_say(source: str, expected: str) -> None:
    """Names, functions, `liste`, conditions and loops: what docs/kits.md promises."""
    assert TEXTS.render(source, "x.md.j2") == expected


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''['__class__'] }}",
        "{{ nom | attr('__class__') }}",
        "{{ code.__globals__ }}",
        "{{ code.__code__ }}",
        "{{ namespace.__init__ }}",
        "{{ self }}",
        "{{ cycler }}",
        "{{ range(3) }}",
        "{{ inconnu }}",
        "{{ unites[0].inconnu }}",
        "{% if inconnu %}{% endif %}",
        "{% for %}",
        "{{ 1 / 0 }}",
        "{{ code() }}",
        "{{ nom + 1 }}",
        "{{ unites }}",
        "{% include 'kit.yaml' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% block a %}{% endblock %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% call f() %}{% endcall %}",
        "{% filter upper %}a{% endfilter %}",
        "{{ nom | pprint }}",
        "{{ '{}'.format(1) }}",
        "{{ nom.upper() }}",
    ],
)
def test_what_kits_may_not_say(source: str) -> None:
    """Python's own attributes, unknown names, other files, broken Jinja: one sentence."""
    with pytest.raises(SmqError) as refused:
        TEXTS.render(source, "x.md.j2")

    assert refused.value.values["where"] == "x.md.j2"
    assert refused.value.values["reason"]
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 'a' ~ 'b' }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ 'a' | center(1000000000) }}",
        "{% for a in '"
        + "x" * 200
        + "' %}{% for b in '"
        + "x" * 200
        + "' %}{% endfor %}{% endfor %}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% set ns = namespace(t='aaaaaaaaaa') %}{% for a in '"
        + "x" * 99
        + "' %}{% set ns.t = ns.t + ns.t %}{% endfor %}",
        "{% set ns = namespace(t=[1]) %}{% for a in '"
        + "x" * 99
        + "' %}{% set ns.t = ns.t + ns.t %}{% endfor %}",
        "{% set t = '" + "x" * 9999 + "' %}{% for a in '" + "x" * 999 + "' %}{{ t }}{% endfor %}",
        "{% set t = '" + "x" * 99999 + "' %}{{ [t,t,t,t,t,t,t,t,t,t,t] | join }}",
        "{% set t = '" + "x" * 99999 + "' %}{{ [t,t,t,t,t,t,t,t,t,t,t] | liste }}",
    ],
)
def test_what_would_never_end_or_fill_the_memory(source: str) -> None:
    """Products, padding, nested loops, doubling: refused before they cost anything."""
    with pytest.raises(SmqError):
        TEXTS.render(source, "x.md.j2")


def test_the_bounds_are_wide_enough_for_real_texts() -> None:
    """Far more turns than a kit needs are allowed, and each text starts afresh."""
    source = "{% for a in '" + "x" * (STEPS - 1) + "' %}{{ a }}{% endfor %}"

    assert len(TEXTS.render(source, "x")) == STEPS - 1 < LONGEST
    assert len(TEXTS.render(source, "x")) == STEPS - 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")],
)
def test_lists_in_words(words: list[str], expected: str) -> None:
    """Commas, and « et » before the last."""
    assert joined(words) == expected
    assert joined(words, "en") == expected.replace(" et ", " and ")


DOCUMENT = """\
---
titre: "Fiche de {{ nom }}"
reference: 007
lignes: 4
requis: true
version: "3"
vide:
items: ["{% if existe('x') %}a{% endif %}", b]
table:
  - {quoi: "{{ nom }}", de: "{{ code('x') }}"}
  - {quoi: "{% if existe('x') %}a{% endif %}", de: ""}
---

## Objet


{% if existe('x') %}
absent
{% endif %}

Texte
"""


def test_a_document_of_a_kit() -> None:
    """Strings are rendered, empty items left out, types kept, blank lines gathered."""
    header, body = TEXTS.document(DOCUMENT.encode(), "x.md.j2")

    assert header == {
        "titre": "Fiche de Plateforme",
        "reference": "007",
        "lignes": 4,
        "requis": True,
        "version": "3",
        "vide": None,
        "items": ["b"],
        "table": [{"quoi": "Plateforme", "de": ""}],
    }
    assert body == "## Objet\n\nTexte\n"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"## Objet\n", "this is no document of a kit"),
        (b"---\n- a\n---\n", "this is no document of a kit"),
        (b"\x00", "this is no document of a kit"),
        (b"---\na: [\n---\n", "line 3"),
    ],
)
def test_a_file_that_is_no_document(raw: bytes, sentence: str) -> None:
    """No header, a list, a binary file, broken YAML: named with its place."""
    with pytest.raises(SmqError) as refused:
        TEXTS.document(raw, "x.md.j2")

    assert "x.md.j2" in str(refused.value)
    assert sentence in str(refused.value)
