"""The demonstration platform: what its README says holds, every document can be assembled."""

import subprocess
import sys
from pathlib import Path

import pytest

from smq.i18n import Translator
from smq.load import load
from smq.load.content import read_content
from smq.load.registers import read_schemas
from smq.model import Document, History, QualitySystem, Status
from smq.render.assemble import Texts, assemble, is_copied
from tests.example import DAY, EXAMPLES, README, SOURCE, Platform, column_of, copied

DOCUMENTS = sorted((SOURCE / "documents").glob("*/*.md"))

VERDICTS = ("satisfied", "partial", "unsatisfied", "not_applicable")
NATURES = {"Prouvés par l’outil": "computed", "Déclarés par une personne": "declared"}
UNFINISHED = ("AME-PRO-002", "DON-PLA-001", "ENS-PRO-001", "FIN-PLA-001", "RHC-PLA-001")
"""The drafts that keep placeholders on purpose."""
DEROGATION = ("note", "LIF005", "EQU-MOP-003")
"""Recorded openly, it lets one person write and approve."""


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Platform:
    """Return the example, copied and recorded by one commit with a fixed date."""
    return copied(tmp_path_factory.mktemp("exemple"))


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory, platform: Platform) -> Path:
    """Return the folder that `smq init` makes of the answers beside the example."""
    folder = tmp_path_factory.mktemp("init") / "neuve"
    subprocess.run(
        [
            *(sys.executable, "-m", "smq", "init", str(folder)),
            *("--answers", str(EXAMPLES / "reponses.yaml")),
        ],
        env=platform.environment,
        check=True,
        capture_output=True,
        cwd=EXAMPLES.parent,
    )
    return folder


@pytest.fixture(scope="module")
def system() -> QualitySystem:
    """Return the example as it is read, at its date."""
    return load(SOURCE, today=DAY, history=History(available=True), use_cache=False)


def test_notes_recall_what_is_open(platform: Platform) -> None:
    """Beside the faults left on purpose, a derogation and drafts are recalled."""
    findings = platform.report()["findings"]
    notes = [(f["severity"], f["rule"], f["code"]) for f in findings if f["severity"] == "note"]

    assert sorted(notes) == [*(("note", "CNT001", code) for code in UNFINISHED), DEROGATION]


def test_counts(platform: Platform, system: QualitySystem) -> None:
    """The report counts every file of the documents folder and says the platform and the date."""
    report = platform.report()
    files = len(DOCUMENTS)

    assert report["platform"] == "Plateforme de spectroscopie moléculaire"
    assert report["date"] == "2027-03-01"
    assert report["summary"] == {"documents": files, "errors": 10, "warnings": 2, "notes": 6}
    assert len(system.documents) == files


def _stated() -> dict[str, list[int]]:
    """Return the rows of the README's table of criteria: title → its numbers."""
    rows = [
        [cell.strip(" *") for cell in line.strip("|").split("|")]
        for line in README.splitlines()
        if line.startswith("|") and line.count("|") == 7
    ]
    return {title: list(map(int, cells)) for title, *cells in rows if cells[0].isdecimal()}


def test_readme_states_the_coverage(platform: Platform) -> None:
    """The README's numbers of criteria, in all and by nature, are those that `check` finds."""
    coverage = platform.report()["coverage"]
    stated = _stated()
    natures = {title: coverage["counts_by_nature"][word] for title, word in NATURES.items()}

    found = {**natures, "Ensemble": coverage["counts"]}
    for title, counts in found.items():
        numbers = [counts[verdict] for verdict in VERDICTS]
        assert stated[title] == [*numbers, sum(numbers)]
    assert stated["À lire"] == [0] * 5
    assert stated["Ensemble"][-1] == len(coverage["criteria"]) == 60


def test_about_half_of_the_criteria_hold(platform: Platform) -> None:
    """Some criteria hold, at least ten of them on documents; others in part, others not at all."""
    criteria = platform.report()["coverage"]["criteria"]
    held = [c for c in criteria if c["status"] == "satisfied"]
    on_documents = [c for c in held if any(e["kind"] == "document" for e in c["evidence"])]
    aside = [c for c in criteria if c["status"] == "not_applicable" and c["nature"] == "declared"]

    assert 28 <= len(held) <= 34
    assert len(on_documents) >= 10
    assert f"Parmi les {len(held)} satisfaits, {len(on_documents)} reposent" in README
    assert [c["id"] for c in aside] == ["INF-FO-01"]


def test_readme_states_the_documents(system: QualitySystem) -> None:
    """The README's numbers of documents, in all and by state, are those of the folder."""
    states = [document.status for document in system.documents]
    in_force, in_review = states.count(Status.IN_FORCE), states.count(Status.IN_REVIEW)

    assert f"| {len(states)} documents : les 78 du kit" in README
    assert (
        f"{in_force} sont applicables, {in_review} en vérification,"
        f" {states.count(Status.DRAFT)} en projet" in README
    )


def test_checking_leaves_no_trace(platform: Platform) -> None:
    """Two checks print the same bytes, with and without the cache, and git sees no change."""
    first = platform.check().stdout
    second = platform.check().stdout

    assert first == second
    assert platform.git("status", "--porcelain") == ""


def test_an_injected_fault_is_seen(platform: Platform) -> None:
    """A proof removed from the example is reported beside the faults left on purpose."""
    proof = platform.root / "enregistrements/DOC/PIL-POL-001_v01_visa.pdf"
    kept = proof.read_bytes()
    proof.unlink()
    try:
        findings = platform.report()["findings"]
    finally:
        proof.write_bytes(kept)

    assert ("warning", "LIF011", "PIL-POL-001") in [
        (f["severity"], f["rule"], f["code"]) for f in findings
    ]


def test_states_are_those_of_a_platform_at_work(system: QualitySystem) -> None:
    """Most documents are in force; some are drafts or in review, and one has a second version."""
    states = [document.status for document in system.documents]

    assert states.count(Status.IN_FORCE) > len(states) * 3 // 4
    assert {Status.DRAFT, Status.IN_REVIEW} <= set(states)
    assert [d.code_text for d in system.documents if d.version == "2"] == [
        "EQU-MOP-001",
        "PRE-PRO-001",
    ]


def _document(system: QualitySystem, file: Path) -> Document:
    path = file.relative_to(SOURCE).as_posix()
    return next(d for d in system.documents if d.path == path)


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name[:11])
def test_every_document_is_assembled(system: QualitySystem, file: Path) -> None:
    """Each document becomes a page under its own title, with every picture that it shows."""
    document = _document(system, file)
    schemas, _problems = read_schemas(SOURCE)
    content = read_content(SOURCE, document)

    page = assemble(document, system, Texts(content, schemas=schemas), Translator("fr"), {})

    assert not is_copied(document)
    assert page.title == document.title
    assert page.body or page.before or page.after or page.form
    assert set(page.pictures) == {picture.path for picture in document.body.pictures}
    assert ("À compléter" in str(page)) == (document.code_text in UNFINISHED)


def test_registers_hold_whole_chains() -> None:
    """At least four services are followed from the request to the invoice."""
    requests = column_of("demandes", "id")
    quotes = column_of("devis", "demande")
    services = dict(zip(column_of("analyses", "id"), column_of("analyses", "demande"), strict=True))
    reported = set(column_of("rapports", "analyse"))
    invoiced = set(column_of("lignes_facture", "analyse"))
    whole = [r for s, r in services.items() if s in reported & invoiced and r in quotes]

    assert len(whole) >= 4
    assert set(whole) <= set(requests)


def test_pieces_of_registers_exist() -> None:
    """Each file that a register names lies in the folder."""
    schemas, _problems = read_schemas(SOURCE)
    pieces = [
        name
        for schema in schemas.values()
        for column in schema.columns
        if column.kind == "fichier"
        for name in column_of(schema.name, column.name)
        if name
    ]

    assert len(pieces) > 50
    assert [name for name in pieces if not (SOURCE / name).is_file()] == []


def test_risks_are_reviewed_by_now() -> None:
    """The column says the day of a review that was held, none that is to come."""
    reviews = column_of("risques", "date_revue")

    assert reviews
    assert max(reviews) <= DAY.isoformat()


def test_answers_make_the_same_platform(new: Path, system: QualitySystem) -> None:
    """The file of answers beside the example scaffolds a platform of the same name and people."""
    made = load(new, today=DAY, history=History(available=True), use_cache=False)

    assert made.settings.name == system.settings.name
    assert [p.name for p in made.settings.people] == [p.name for p in system.settings.people]


def test_documents_follow_the_kit(new: Path, system: QualitySystem) -> None:
    """Each document that the kit brought answers its criteria and links where it links today."""
    made = load(new, today=DAY, history=History(available=True), use_cache=False)
    filled = {document.code_text: document for document in system.documents}
    missing = [
        f"{document.code_text}: {link.target}"
        for document in made.documents
        for link in document.links
        if link.target not in {own.target for own in filled[document.code_text].links}
    ]

    assert len(made.documents) == 78
    assert missing == []
    assert {d.code_text: d.criteria for d in made.documents} == {
        d.code_text: filled[d.code_text].criteria for d in made.documents
    }


def test_documents_say_what_the_kit_says(new: Path, system: QualitySystem) -> None:
    """Of the kit's sentences without a blank, the platform rewrote one in twenty at most."""
    made = load(new, today=DAY, history=History(available=True), use_cache=False)
    filled = {document.code_text: SOURCE / document.path for document in system.documents}
    kept: list[str] = []
    rewritten: list[str] = []
    for document in made.documents:
        own = set(_lines(filled[document.code_text]))
        for line in _lines(new / document.path):
            if line and "À compléter" not in line and not line.startswith("> Exemple"):
                (kept if line in own else rewritten).append(f"{document.code_text}: {line}")

    assert len(rewritten) <= (len(kept) + len(rewritten)) // 20, "\n".join(rewritten)


def _lines(file: Path) -> list[str]:
    """Return the lines of a document's text, its header aside."""
    return file.read_text(encoding="utf-8").split("\n---\n", 1)[1].splitlines()


def test_editors_find_what_a_new_platform_gives_them(new: Path) -> None:
    """The example holds the schemas and settings that `smq init` writes, as of today.

    `smq -C examples/plateforme-demo schema --write` makes the schemas again.
    """
    files = [*new.glob("referentiel/schemas/*"), *new.glob(".vscode/*")]
    written = {file.relative_to(new).as_posix(): file.read_bytes() for file in files}

    assert len(written) > 2
    for path, content in written.items():
        assert (SOURCE / path).read_bytes() == content, path
