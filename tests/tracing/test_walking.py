"""Dossiers walked both ways, their steps in order, and what is missing in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq import tracing
from smq.model import QualitySystem
from smq.model.trail import Trail
from tests.conftest import Repo
from tests.coverage.trial import Trial


def walked(system: QualitySystem, table: str, key: str) -> tuple[Trail, ...]:
    """Return the dossiers that hold a row."""
    index = tracing.index(system)
    row = index.row(table, key)
    assert row
    return tracing.trails(system.chains["essai"], table, row, system, index)


def steps(trail: Trail) -> list[tuple[int, str, str]]:
    """Return depth, table and identifier of each step; «-» for one that is missing."""
    return [(s.depth, s.register.name, s.row.key if s.row else "-") for s in trail.steps]


def lacks(trail: Trail) -> list[object]:
    """Return the value of each sentence that says what is missing."""
    return [next(iter(lack.values.values())) for lack in trail.missing]


WHOLE = [
    (0, "demandes", "D1"),
    (1, "usagers", "U1"),
    (0, "devis", "V1"),
    (0, "analyses", "A1"),
    (0, "rapports", "R1"),
    (0, "lignes", "L1"),
    (1, "factures", "F1"),
    (0, "lignes", "L2"),
    (1, "factures", "F1"),
]


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("demandes", "D1"),
        ("devis", "V1"),
        ("analyses", "A1"),
        ("rapports", "R1"),
        ("lignes", "L2"),
        ("factures", "F1"),
    ],
)
def test_the_same_dossier_from_each_of_its_rows(dossiers: Trial, table: str, key: str) -> None:
    """By rank, each step followed by what stands below it; whichever row one starts from."""
    (trail,) = walked(dossiers.repo.system(), table, key)

    assert steps(trail) == WHOLE
    assert (trail.label, trail.start and trail.start.key) == ("A1", "A1")


def test_every_dossier_of_a_row(dossiers: Trial) -> None:
    """A user has as many dossiers as analyses; one that has none opens no list of its own."""
    found = walked(dossiers.repo.system(), "usagers", "U1")

    assert [trail.label for trail in found] == ["A1", "A2"]


def test_what_is_missing(dossiers: Trial) -> None:
    """A quote, a required cell; a report is not asked for while the analysis is under way."""
    (trail,) = walked(dossiers.repo.system(), "analyses", "A2")

    assert steps(trail) == [
        (0, "demandes", "D2"),
        (1, "usagers", "U1"),
        (0, "devis", "-"),
        (0, "analyses", "A2"),
    ]
    assert lacks(trail) == ["devis", "Données"]


def test_a_file_that_is_not_there(dossiers: Trial) -> None:
    """The path of the report leads nowhere until the file is filed."""
    (trail,) = walked(dossiers.repo.system(), "analyses", "A1")
    assert lacks(trail) == ["enregistrements/A1/rapport Été.pdf"]

    dossiers.repo.write("enregistrements/A1/rapport Été.pdf", b"%PDF")
    (trail,) = walked(dossiers.repo.system(), "analyses", "A1")
    assert lacks(trail) == []
    assert [step.files for step in trail.steps if step.files] == [
        ("enregistrements/A1/rapport Été.pdf",)
    ]


def test_a_dossier_that_has_not_begun(dossiers: Trial) -> None:
    """An accepted request waits for its analysis; it is found from its quote too."""
    (trail,) = walked(dossiers.repo.system(), "devis", "V3")

    assert steps(trail) == [
        (0, "demandes", "D3"),
        (1, "usagers", "U1"),
        (0, "devis", "V3"),
        (0, "analyses", "-"),
    ]
    assert (trail.label, trail.start) == ("D3", None)
    assert lacks(trail) == ["analyses"]


def test_a_request_refused_waits_for_nothing(dossiers: Trial) -> None:
    """Neither quote nor analysis is missing in it."""
    (trail,) = walked(dossiers.repo.system(), "demandes", "D4")

    assert steps(trail) == [(0, "demandes", "D4"), (1, "usagers", "U1")]
    assert lacks(trail) == []


def test_a_chain_that_turns_in_a_circle_ends(dossiers: Trial) -> None:
    """A link is followed once on a way: a table may lead to itself."""
    dossiers.table("usagers", "{nom: id}, {nom: ami, type: ref, vers: usagers.id}", "id;ami\nU1;U1")
    dossiers.repo.write(
        "referentiel/chaines/essai.yaml",
        "depart: usagers\nmaillons:\n  - {registre: usagers, colonne: ami}\n",
    )

    (trail,) = walked(dossiers.repo.system(), "usagers", "U1")

    assert steps(trail) == [(0, "usagers", "U1"), (1, "usagers", "U1")]


names = st.sampled_from([f"X{n}" for n in range(4)])


@given(st.lists(st.tuples(names, names), max_size=6), st.lists(st.tuples(names, names), max_size=6))
def test_the_walk_is_the_same_both_ways(
    tmp_path_factory: pytest.TempPathFactory,
    analyses: list[tuple[str, str]],
    reports: list[tuple[str, str]],
) -> None:
    """A row is in a dossier exactly when the walk back from it finds that dossier."""
    repo = Repo(tmp_path_factory.mktemp("p"))
    repo.settings({})
    trial = Trial(repo)
    repo.write(
        "referentiel/chaines/essai.yaml",
        "depart: a\nmaillons:\n  - {registre: d, colonne: d}\n  - {registre: r, colonne: a}\n",
    )
    trial.table("d", "{nom: id}", "\n".join(["id", *(f"X{n}" for n in range(4))]))
    a_rows = dict(analyses)
    r_rows = dict(reports)
    trial.table(
        "a",
        "{nom: id}, {nom: d, type: ref, vers: d.id}",
        "\n".join(["id;d", *map(";".join, a_rows.items())]),
    )
    trial.table(
        "r",
        "{nom: id}, {nom: a, type: ref, vers: a.id}",
        "\n".join(["id;a", *map(";".join, r_rows.items())]),
    )
    system = repo.system()
    index = tracing.index(system)
    chain = system.chains["essai"]

    forth = {
        (start.key, step.register.name, step.row.key)
        for start in index.rows("a")
        for step in tracing.trail_from(chain, start, system, index).steps
        if step.row
    }
    back = {
        (start.key, table, row.key)
        for table in chain.tables
        for row in index.rows(table)
        for start in tracing.starts_of(chain, table, row, index)
    }
    assert forth == back


def test_an_identifier_named_twice_in_a_list(dossiers: Trial) -> None:
    """A cell that names a row twice leads to it once, both ways."""
    dossiers.table(
        "devis",
        "{nom: id}, {nom: demande, type: liste, vers: demandes.id}",
        "id;demande\nV1;D1|D1\n",
    )

    (trail,) = walked(dossiers.repo.system(), "devis", "V1")

    assert [step for step in steps(trail) if step[1] == "devis"] == [(0, "devis", "V1")]


def test_rows_without_identifier(dossiers: Trial) -> None:
    """Nothing can name them: they have a dossier of their own, and hold nobody else's rows."""
    dossiers.table(
        "analyses",
        "{nom: id}, {nom: demande, type: ref, vers: demandes.id}, {nom: statut}",
        "id;demande;statut\n;D1;close\n;D1;close\n",
    )

    found = walked(dossiers.repo.system(), "demandes", "D1")

    assert [trail.label for trail in found] == ["2", "3"]
    assert [step for step in steps(found[0]) if step[1] in ("analyses", "rapports")] == [
        (0, "analyses", ""),
        (0, "rapports", "-"),
    ]


def test_two_chains_share_tables(dossiers: Trial) -> None:
    """Each walks its own links, from the same rows."""
    dossiers.repo.write(
        "referentiel/chaines/autre.yaml",
        "nom: autre\ntitre: Autre\ndepart: demandes\nrang: 1\n"
        "maillons:\n  - {registre: analyses, colonne: demande, rang: 2}\n",
    )
    system = dossiers.repo.system()
    index = tracing.index(system)
    row = index.row("analyses", "A1")
    assert row

    (trail,) = tracing.trails(system.chains["autre"], "analyses", row, system, index)

    assert steps(trail) == [(0, "demandes", "D1"), (0, "analyses", "A1")]
    assert steps(walked(system, "analyses", "A1")[0]) == WHOLE
