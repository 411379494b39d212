"""Every criterion of the working referential holds on a complete platform, falls without a fact.

The platform is the example, completed: what its people have not written, signed or recorded yet is.
"""

import shutil
from pathlib import Path

import pytest

from smq.coverage import assess
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


@pytest.mark.parametrize("identifier", IDS)
def test_a_criterion_of_the_example_falls(example: Path, identifier: str) -> None:
    """What the example satisfies falls without any document or row that it rests on."""
    known = read(example)
    whole = assessed(known, identifier)
    if whole.verdict is not Verdict.SATISFIED:
        assert whole.lacks or whole.verdict is Verdict.NOT_APPLICABLE
        return
    assert whole.proofs
    for proof in whole.proofs:
        if "|" not in proof.ref:
            with without(example, proof, known):
                assert assessed(read(example), identifier).verdict is not Verdict.SATISFIED, proof
