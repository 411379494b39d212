"""`section`: a section of a document in force holds something."""

import pytest

from tests.coverage.trial import SATISFIED, UNSATISFIED, Trial, lacks, proofs

ASKED = "{section: {modele: man, titre: Périmètre}}"
TABLE = "{section: {modele: man, titre: Périmètre, lignes: 2}}"


def test_a_section_that_holds_something(trial: Trial) -> None:
    """The title is found whatever its number, case and accents."""
    trial.document("man", "PIL-POL-001", "## 3. PERIMETRE\n\nLa plateforme.\n")

    found = trial.judge(ASKED)

    assert (found.verdict, proofs(found)) == (SATISFIED, ["PIL-POL-001"])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("## Objet\n\nTexte.\n", "the section «Périmètre» holds nothing"),
        ("## Périmètre\n\n## Objet\n\nTexte.\n", "the section «Périmètre» holds nothing"),
        ("## Périmètre\n\n[À compléter : sites]\n", "1 place is left in the section"),
    ],
)
def test_what_does_not_count(trial: Trial, body: str, said: str) -> None:
    """An absent section, an empty one, one with a place left open."""
    trial.document("man", "PIL-POL-001", body)

    found = trial.judge(ASKED)

    assert (found.verdict, found.proofs) == (UNSATISFIED, ())
    assert said in lacks(found)[0]


def test_places_left_elsewhere(trial: Trial) -> None:
    """A place left open in another section does not lower this one."""
    body = "## Périmètre\n\n### Sites\n\nNancy.\n\n## Suite\n\n[À compléter : suite]\n"
    trial.document("man", "PIL-POL-001", body)

    assert trial.judge(ASKED).verdict is SATISFIED


def test_a_place_left_below(trial: Trial) -> None:
    """The titles below a section are part of it."""
    body = "## Périmètre\n\nTexte.\n\n### Sites\n\n[À compléter : sites]\n"
    trial.document("man", "PIL-POL-001", body)

    assert lacks(trial.judge(ASKED)) == ["PIL-POL-001: 1 place is left in the section «Périmètre»."]


def test_rows_of_its_tables(trial: Trial) -> None:
    """`lignes` counts rows below the titles, of this section alone."""
    head = "## Périmètre\n\n| Site | Ville |\n|---|---|\n| A | Nancy |\n"
    after = "\n## Suite\n\n| X |\n|---|\n| 1 |\n"
    trial.document("man", "PIL-POL-001", head + after)

    assert lacks(trial.judge(TABLE)) == [
        "PIL-POL-001: the section «Périmètre» has 1 row; 2 are needed."
    ]

    trial.document("man", "PIL-POL-001", f"{head}| B | Metz |\n{after}")
    assert trial.judge(TABLE).verdict is SATISFIED


def test_a_draft(trial: Trial) -> None:
    """A section written in a draft is not in force."""
    trial.document("man", "PIL-POL-001", "## Périmètre\n\nTexte.\n", statut="projet")

    assert lacks(trial.judge(ASKED)) == ["PIL-POL-001 is not in force."]


def test_no_document(trial: Trial) -> None:
    """Without document the model is said."""
    assert lacks(trial.judge(ASKED)) == ["No document made from the model «man»."]


@pytest.mark.parametrize(
    "broken",
    [
        "{section: {modele: man}}",
        "{section: {titre: Périmètre}}",
        "{section: {modele: man, titre: Périmètre, lignes: deux}}",
    ],
)
def test_options_that_mean_nothing(trial: Trial, broken: str) -> None:
    """Model and title are both needed, and rows are a number."""
    trial.document("man", "PIL-POL-001", "## Périmètre\n\nTexte.\n")

    assert lacks(trial.judge(broken)) == [
        "«section»: this evidence cannot be judged; smq check says why."
    ]
