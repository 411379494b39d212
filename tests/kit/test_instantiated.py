"""Every kit, once instantiated, checks clean and reads well (`contracts.md` §14)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain, combinations
from pathlib import Path

import pytest

from smq import check, files, resources
from smq.kit import Answer, read_kit
from smq.kit.answers import completed
from smq.links import linkage
from smq.load import load
from smq.model import History, QualitySystem, Resolution, Severity
from smq.operations.initialise import Plan, initialise
from tests.kit.identifiers import in_order

KITS = sorted(path.parent.name for path in resources.kits().glob("*/kit.yaml"))
ACTIVITIES = ("prestation", "mise_a_disposition", "rd", "formation")
SUBSETS = tuple(chain.from_iterable(combinations(ACTIVITIES, n) for n in range(1, 5)))
UNKNOWN: dict[str, Answer] = {}
KNOWN: dict[str, Answer] = {
    "nom": "Plateforme de spectroscopie",
    "sigle": "SPE",
    "tutelles": ("Université de Lorraine", "CNRS"),
    "unites": (("Laboratoire d’exemple", "Claire Fontaine"), ("Institut d’exemple",)),
    "responsable": "Hugo Marchal",
    "referent_qualite": "Inès Vautrin",
    "personnes": (("Émile Perrin", "Ingénieur", "operateur"),),
    "plateaux": (("Raman", "Bâtiment A"), ("Infrarouge", "Bâtiment B")),
    "risques": ("zrr", "radioprotection", "laser", "biologique", "chimique"),
    "accompagnement": False,
    "engagement": "2027-01-15",
    "visas": "pv",
}
ANSWERS = {"unknown": UNKNOWN, "known": KNOWN}


@cache
def planned(kit_name: str, size: str, activities: tuple[str, ...], answers: str) -> Plan:
    """Return what `init` would write."""
    kit = read_kit(kit_name)
    given = {**ANSWERS[answers], "activites": activities}
    return initialise(kit, completed(kit, given), size, in_order())


def instantiated(root: Path, plan: Plan) -> QualitySystem:
    """Return the platform as read from the files of a plan."""
    files.apply(root, plan.changes)
    return load(root, today=date(2027, 3, 1), history=History(available=True), use_cache=False)


def cases() -> Iterator[tuple[str, str]]:
    """Yield every kit with each of its sizes."""
    for name in KITS:
        yield from ((name, size) for size in read_kit(name).sizes)


@pytest.mark.parametrize(("kit", "size"), list(cases()))
def test_every_placeholder_says_what_is_expected(kit: str, size: str) -> None:
    """Whoever gave no answer reads what to write, never the bare name of a kind of text."""
    texts = [(c.after or b"").decode() for c in planned(kit, size, ACTIVITIES, "unknown").changes]

    assert any("[À compléter : " in text for text in texts)
    assert [text for text in texts if "[À compléter : liste]" in text] == []


@pytest.mark.parametrize("answers", list(ANSWERS))
@pytest.mark.parametrize("activities", SUBSETS, ids="+".join)
@pytest.mark.parametrize(("kit", "size"), list(cases()))
def test_checks_clean(
    tmp_path: Path, kit: str, size: str, activities: tuple[str, ...], answers: str
) -> None:
    """No error and no warning, every link leads to a document, and nothing is lost on the way."""
    plan = planned(kit, size, activities, answers)
    system = instantiated(tmp_path, plan)

    serious = [f for f in check.run(system) if f.severity is not Severity.NOTE]
    assert [(f.rule, str(f.location), dict(f.values)) for f in serious] == []
    links = linkage(system).links
    assert [link.written for link in links if link.resolution is not Resolution.FOUND] == []
    assert len(system.documents) == len(plan.documents) == len(plan.codes) > 0
    if size == "minimal" and len(activities) == 1:
        assert len(plan.documents) < 25


@pytest.mark.parametrize(("kit", "size"), list(cases()))
def test_nobody_is_invented(kit: str, size: str) -> None:
    """Without answers nobody stands in a header or in the settings, no «Mme X» in a text."""
    for change in planned(kit, size, ACTIVITIES, "unknown").changes:
        text = (change.after or b"").decode()
        if change.path == "smq.yaml":
            assert "personnes: {}" in text
            assert "pilote" not in text
        if change.path.startswith("documents/"):
            people = r"^(?:redacteur|verificateur|approbateur):[ ]*\S"
            assert not re.search(people, text, re.MULTILINE), change.path
        assert not re.search(r"\b(?:M\.|Mme|Dr|Pr\.?) [A-Z]", text), change.path


TEXTS = [
    (kit, activities, answers)
    for kit in KITS
    for activities in (ACTIVITIES, ("rd",), ("prestation",))
    for answers in ANSWERS
]


def documents(kit: str, activities: tuple[str, ...], answers: str) -> dict[str, str]:
    """Return the texts of the documents of a standard platform, by path."""
    return {
        change.path: (change.after or b"").decode()
        for change in planned(kit, "standard", activities, answers).changes
        if change.path.startswith("documents/")
    }


def body(text: str) -> str:
    """Return what follows the header."""
    return text.partition("\n---\n")[2]


@pytest.mark.parametrize(("kit", "activities", "answers"), TEXTS)
def test_form_of_the_texts(kit: str, activities: tuple[str, ...], answers: str) -> None:
    """No trace of a template, no gap, no sentence that a condition cut short."""
    for path, text in documents(kit, activities, answers).items():
        found = [pattern for pattern in ODD if re.search(pattern, body(text), re.MULTILINE)]
        assert found == [], path
        assert not re.search(r"\{\{|\}\}|\{%|%\}", text), path


ODD = (
    r"\n\n\n",
    r"[ \t]+$",
    r"\bNone\b|\bTrue\b|\bFalse\b|Undefined",
    r" [,.](?:\s|$)",
    r"\(\)|\(\s|\s\)|,\.|,,",
    r"[a-zé]  +[a-zé]",
    "[\u00a0\u202f\u2009]",
    r"^# ",
    r"^- *$|^\d+\. *$",
    r"[a-zé]'[a-zéè]",
)
"""What a condition or a template leaves behind when it is badly written, outside the header."""


@pytest.mark.parametrize(
    "text",
    ["a\n\n\nb", "a \nb", "par None.", "à , b", "le ()", "un  mot", "a\u00a0:", "# T", "- ", "l'a"],
)
def test_the_measure_of_form_sees_a_fault(text: str) -> None:
    """Each of these is odd, an ordinary sentence is not."""
    assert [pattern for pattern in ODD if re.search(pattern, text, re.MULTILINE)]
    assert not [
        p for p in ODD if re.search(p, "## L’objet\n\n- un (deux), trois : 4.\n", re.MULTILINE)
    ]


PLACEHOLDER = re.compile(r"\[À compléter : [^\[\]]+\]")


@pytest.mark.parametrize(("kit", "activities", "answers"), TEXTS)
def test_placeholders_have_one_form(kit: str, activities: tuple[str, ...], answers: str) -> None:
    """`[À compléter : what is expected]`, closed, on one line, and no other word for it."""
    for path, text in documents(kit, activities, answers).items():
        rest = PLACEHOLDER.sub(
            "", re.sub(r"\n[ ]+", " ", text.partition("\n---\n")[0]) + body(text)
        )
        assert not re.search(r"(?i)compl[ée]ter :|\[[àa] |TODO|XXX|\[…\]|lorem", rest), path


@pytest.mark.parametrize(("kit", "activities", "answers"), TEXTS)
def test_tables_have_as_many_cells_as_columns(
    kit: str, activities: tuple[str, ...], answers: str
) -> None:
    """A row cut by a condition would shift every cell after it."""
    for path, text in documents(kit, activities, answers).items():
        for table in re.findall(r"(?:^\|.*\n)+", body(text), re.MULTILINE):
            rows = table.splitlines()
            widths = {len(re.findall(r"(?<!\\)\|", row)) for row in rows}
            assert len(widths) == 1, (path, rows[0])
            assert re.fullmatch(r"\|(?: ?:?-+:? ?\|)+", rows[1]), (path, rows[1])
            assert len(rows) > 2, (path, rows[0])


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a document in plain words, codes and placeholders left out."""
    plain = re.sub(r"^(?:id|code|modele|titre):.*$", "", text, flags=re.MULTILINE)
    plain = PLACEHOLDER.sub(" ", re.sub(r"\b[A-Z]{3}-[A-Z]{3}-\d+\b", " ", plain))
    for part in re.split(r"[.!?;:|\n]+", plain):
        words = re.findall(r"\w+", part.casefold())
        if len(words) >= 12:
            yield " ".join(words)


@pytest.mark.parametrize("kit", KITS)
def test_no_sentence_of_twelve_words_stands_twice(kit: str) -> None:
    """What two documents both say is said in one and cited in the other."""
    places: dict[str, set[str]] = defaultdict(set)
    for path, text in documents(kit, ACTIVITIES, "known").items():
        for sentence in sentences(text):
            places[sentence].add(path)

    assert {s: sorted(p) for s, p in places.items() if len(p) > 1} == {}


def test_the_measure_of_prose_sees_a_repetition() -> None:
    """Twelve words count, eleven do not; a code in the middle does not hide them."""
    twelve = "un deux trois quatre cinq six sept huit neuf dix onze douze"

    assert list(sentences(f"Rien. {twelve} PRE-PRO-001. Fin.")) == [twelve]
    assert list(sentences(twelve.removesuffix(" douze"))) == []


@pytest.mark.parametrize("sigle", ["GE", None])
def test_a_platform_without_short_name_is_named_once(sigle: str | None) -> None:
    """No document says «Plateforme (Plateforme)»; a short name that is known stands beside."""
    given: dict[str, Answer] = {"nom": "Plateforme Grand-Est", "sigle": sigle}
    kit = read_kit("infra-plus")
    plan = initialise(kit, completed(kit, given), "standard", in_order())
    texts = {c.path: c.after.decode() for c in plan.changes if c.path.endswith(".md") and c.after}

    assert not [p for p, t in texts.items() if "(Plateforme Grand-Est)" in t]
    beside = [p.split("/")[-1][:11] for p, t in sorted(texts.items()) if "(GE)" in t]
    assert beside == (["PIL-MAN-001", "PIL-MOD-001"] if sigle else [])
