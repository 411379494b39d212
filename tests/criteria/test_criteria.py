"""Every criterion of the working referential holds on a complete platform, falls without a fact.

The platform is the example, completed: what its people have not written, signed or recorded yet is.
"""

import shutil
from pathlib import Path

import pytest

from smq.coverage import assess, unasked
from smq.load.doctypes import read_mapping
from smq.load.fields import Reader
from smq.load.referential import referential
from smq.model import QualitySystem
from smq.model.coverage import Assessment, Verdict
from tests.criteria.completion import complete_documents, read
from tests.criteria.removal import without
from tests.criteria.supplements import complete_registers, reach_follow_up

PROJECT = Path(__file__).parent.parent.parent
EXAMPLE = PROJECT / "examples" / "plateforme-demo"
DATA = PROJECT / "kits" / "infra-plus" / "referentiels" / "infra-plus.yaml"


def _ids() -> list[str]:
    content = read_mapping(DATA, DATA.name, [])
    assert content is not None
    return [c.id for c in referential(Reader(content, DATA.name, []), "infra-plus").criteria]


IDS = _ids()


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the example, completed, at the stage of its follow-up."""
    root = tmp_path_factory.mktemp("complet") / "plateforme"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns(".smq", "livrables"))
    complete_documents(root)
    complete_registers(root)
    reach_follow_up(root)
    return root


@pytest.fixture(scope="module")
def system(complete: Path) -> QualitySystem:
    """Give what is read of it."""
    return read(complete)


def assessed(system: QualitySystem, identifier: str) -> Assessment:
    """Return the assessment of one criterion."""
    found = assess(system, system.referentials[0]).assessments
    return next(a for a in found if a.criterion.id == identifier)


def test_there_are_sixty() -> None:
    """The referential has its sixty criteria."""
    assert len(IDS) == 60


@pytest.mark.parametrize("identifier", IDS)
def test_a_criterion_holds_and_falls(
    complete: Path, system: QualitySystem, identifier: str
) -> None:
    """It is satisfied; without any one of the things that its verdict rests on, it is not."""
    whole = assessed(system, identifier)
    lacks = [lack.message.format(**lack.values) for lack in whole.lacks]
    assert (whole.verdict, lacks) == (Verdict.SATISFIED, [])
    assert whole.proofs

    for proof in whole.proofs:
        if "|" in proof.ref:
            continue
        with without(complete, proof, system):
            assert assessed(read(complete), identifier).verdict is not Verdict.SATISFIED, proof


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the example as it stands."""
    root = tmp_path_factory.mktemp("exemple") / "plateforme"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns(".smq", "livrables"))
    return root


@pytest.fixture(scope="module")
def known(example: Path) -> QualitySystem:
    """Give what is read of it."""
    return read(example)


@pytest.mark.parametrize("identifier", IDS)
def test_a_criterion_of_the_example_falls(
    example: Path, known: QualitySystem, identifier: str
) -> None:
    """What the example satisfies falls without any document or row that it rests on."""
    whole = assessed(known, identifier)
    if whole.verdict is not Verdict.SATISFIED:
        assert whole.lacks or whole.verdict is Verdict.NOT_APPLICABLE
        return
    assert whole.proofs
    for proof in whole.proofs:
        if "|" not in proof.ref:
            with without(example, proof, known):
                assert assessed(read(example), identifier).verdict is not Verdict.SATISFIED, proof


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("devis;1;2027-02-20;TAR-2026-001;10,00;;;;;", None),
        ("commande;1;2027-02-20;;10,00;;;;;", "un tarif voté, un contrat"),
        ("contrat;1;2027-02-20;;10,00;;;;CTR-2026-0001;", None),
        ("contrat;1;2027-02-20;;10,00;;;;;", "un tarif voté, un contrat"),
        ("contrat;1;2027-02-20;;10,00;;;;CTR-2099-0001;", "CTR-2099-0001"),
        ("gratuite;1;2027-02-20;;0,00;;;;;Équipe hôte", None),
        ("devis;1;2027-02-20;TAR-2026-001;10,00;;2027-02-01;;;", "un accord daté"),
    ],
)
def test_what_a_price_rests_on(example: Path, row: str, said: str | None) -> None:
    """INF-PR-02 wants a line of the price list, a contract or a reason why the work is free."""
    file = example / "registres" / "devis.csv"
    before = file.read_bytes()
    try:
        file.write_bytes(before.rstrip() + f"\nDEV-2027-0099;DEM-2027-0003;{row};;;\n".encode())
        found = assessed(read(example), "INF-PR-02")
    finally:
        file.write_bytes(before)

    told = [lack.message.format(**lack.values) for lack in found.lacks]
    assert len(told) == (said is not None)
    assert said is None or said in told[0]


def test_every_procedure_counts(complete: Path, system: QualitySystem) -> None:
    """INF-DO-04 wants each procedure in force, in a process: one draft among them is missing."""
    procedure = next(d for d in system.documents if d.type == "PRO")
    file = complete / procedure.path
    before = file.read_text(encoding="utf-8")
    for old, new in (("statut: applicable", "statut: projet"), ("processus: ", "ancien: ")):
        try:
            file.write_text(before.replace(old, new), encoding="utf-8")
            found = assessed(read(complete), "INF-DO-04")
        finally:
            file.write_text(before, encoding="utf-8")
        assert found.verdict is Verdict.PARTIAL
        assert [lack.values["code"] for lack in found.lacks] == [procedure.label]


def test_the_example_has_no_document_too_many(example: Path) -> None:
    """Each of its documents is asked for by a criterion or needed by another; one more is not."""
    known = read(example)
    assert unasked(known, known.referentials[0]) == ()

    source = example / next(d.path for d in known.documents if d.label == "PRE-PRO-001")
    other = source.with_name("PRE-FOR-099-essai.md")
    text = "---\ncode: PRE-FOR-099\ntype: FOR\ntitre: Essai\nprocessus: PRE\nstatut: projet\n---\n"
    other.write_text(text, encoding="utf-8")
    try:
        known = read(example)
        assert [d.label for d in unasked(known, known.referentials[0])] == ["PRE-FOR-099"]
    finally:
        other.unlink()
