"""What a word leads to."""

from datetime import date

import pytest

from smq import tracing
from smq.tracing.finding import near, used_on
from tests.coverage.trial import Trial


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("A1", [("analyses", "A1", None)]),
        (" a1 ", [("analyses", "A1", None)]),
        ("2027-SPE-1", [("factures", "F1", "numero")]),
        ("2027-spe-1", [("factures", "F1", "numero")]),
        ("E-2", [("analyses", "A1", "echantillons")]),
        ("rapport ete.pdf", [("rapports", "R1", "fichier")]),
        ("enregistrements/A1/rapport Été.pdf", [("rapports", "R1", "fichier")]),
        ("E-9", []),
    ],
)
def test_a_word(dossiers: Trial, word: str, found: list[tuple[str, str, str | None]]) -> None:
    """An identifier, else what the entries of the chains hold: number, label, name of a file."""
    system = dossiers.repo.system()

    hits = tracing.find(word, system, tracing.index(system))

    assert [(hit.register.name, hit.row.key, hit.column) for hit in hits] == found


def test_every_file_of_the_chain(dossiers: Trial) -> None:
    """A file that a row names leads to it, although no entry says so."""
    dossiers.table(
        "devis",
        "{nom: id}, {nom: demande, type: ref, vers: demandes.id}, {nom: fichier, type: fichier}",
        "id;demande;fichier\nV1;D1;enregistrements/D1/devis.pdf\n",
    )
    system = dossiers.repo.system()

    (hit,) = tracing.find("devis.pdf", system, tracing.index(system))

    assert (hit.register.name, hit.row.key, hit.column) == ("devis", "V1", "fichier")


def test_an_identifier_wins(dossiers: Trial) -> None:
    """A label that is also an identifier leads to the row that bears it."""
    dossiers.repo.write("registres/factures.csv", "id;numero\nF1;A1\n")
    system = dossiers.repo.system()

    hits = tracing.find("A1", system, tracing.index(system))

    assert [hit.register.name for hit in hits] == ["analyses"]


def test_what_a_word_could_have_meant(dossiers: Trial) -> None:
    """Identifiers and entries that hold the word or look like it."""
    system = dossiers.repo.system()

    assert near("27-SPE", system, tracing.index(system)) == ("2027-SPE-1",)
    assert near("2027-SPE-2", system, tracing.index(system)) == ("2027-SPE-1",)
    assert near("2027-SPE-0001", system, tracing.index(system))[0] == "2027-SPE-1"
    assert near("zzzz", system, tracing.index(system)) == ()


@pytest.mark.parametrize(
    ("equipment", "day", "found"),
    [
        ("E2", date(2027, 1, 10), []),
        ("E2", date(2027, 1, 11), ["A1"]),
        ("E2", date(2027, 1, 13), ["A1"]),
        ("E2", date(2027, 1, 14), []),
        ("E1", date(2027, 2, 20), ["A2"]),
        ("E9", date(2027, 1, 12), []),
    ],
)
def test_who_used_an_instrument(
    dossiers: Trial, equipment: str, day: date, found: list[str]
) -> None:
    """The first and last day count; what has not ended lasts."""
    system = dossiers.repo.system()

    rows = used_on(equipment, day, system.chains["essai"], tracing.index(system))

    assert [row.key for row in rows] == found


def test_a_chain_without_period(dossiers: Trial) -> None:
    """Where no column says when, no day leads to a dossier."""
    dossiers.repo.write("referentiel/chaines/essai.yaml", "depart: analyses\nmaillons: []\n")
    system = dossiers.repo.system()

    chain = system.chains["essai"]
    assert used_on("E1", date(2027, 2, 20), chain, tracing.index(system)) == ()
