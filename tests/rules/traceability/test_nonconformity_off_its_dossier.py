"""TRC019: nonconformities that their dossier does not show."""

from tests.rules.traceability.conftest import Dossiers


def test_the_chain_of_the_kit_shows_them(sound: Dossiers) -> None:
    """It leads to them; one that names no analysis has no dossier."""
    assert sound.repo.findings("nonconformity-off-its-dossier") == ()


def test_a_chain_that_does_not_lead_there(sound: Dossiers) -> None:
    """It is said once, in the chain, with the first one lost."""
    path = sound.repo.root / "referentiel/chaines/prestation.yaml"
    kept = [
        line for line in path.read_text(encoding="utf-8").splitlines() if "non_conf" not in line
    ]
    sound.repo.write("referentiel/chaines/prestation.yaml", "\n".join(kept))
    sound.table("non_conformites", "id;prestation\nNC-1;\nNC-2;PST-2027-0001\nNC-3;PST-2027-0001\n")

    (finding,) = sound.repo.findings("nonconformity-off-its-dossier")

    assert finding.location.path == "referentiel/chaines/prestation.yaml"
    assert sound.sentences("nonconformity-off-its-dossier")[0].startswith(
        "The dossier of PST-2027-0001 does not show NC-2: the chain «prestation» does not lead"
        " there."
    )


def test_an_analysis_that_does_not_exist(sound: Dossiers) -> None:
    """Where the schema says that it is a reference, REG006 says so; where it is a text, we do."""
    sound.table("non_conformites", "id;prestation\nNC-1;PST-2027-0099\n")

    assert sound.repo.findings("nonconformity-off-its-dossier") == ()
    assert len(sound.repo.findings("REG006")) == 1

    sound.repo.write(
        "referentiel/registres/non_conformites.yaml",
        "nom: non_conformites\ncolonnes: [{nom: id}, {nom: prestation}]\n",
    )

    assert sound.sentences("nonconformity-off-its-dossier") == [
        "NC-1 names the analysis «PST-2027-0099», which does not exist."
        " Write the identifier of an analysis."
    ]
