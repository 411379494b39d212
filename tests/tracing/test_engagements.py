"""What stands for an accepted quote."""

from datetime import date

from smq.tracing.engagements import accepted_on, commitment, covers, stands
from smq.tracing.invoicing import finished, lines_of, total, written
from tests.conftest import Repo
from tests.tracing.tables import index_of

QUOTES = """
    id;demande;nature;date;montant_ht;date_acceptation;contrat;exemption_motif;remplace
    DEV-1;DEM-1;devis;2027-01-08;100;2027-01-11;;;
    DEV-2;DEM-1;devis;2027-01-20;120;2027-01-22;;;DEV-1
    DEV-3;DEM-1;devis;2027-01-25;130;;;;DEV-2
    DEV-4;DEM-2;contrat;2027-01-08;0;;CTR-1;;
    DEV-5;DEM-3;gratuite;2027-01-08;0;;;Équipe hôte;
    DEV-6;DEM-4;gratuite;2027-01-08;0;;;;
    """
CONTRACTS = "id;debut;fin\nCTR-1;2027-01-01;2027-01-31\n"
ANALYSES = """
    id;demande;devis;statut
    PST-1;DEM-1;DEV-1;close
    PST-2;DEM-1;;facturee
    PST-3;DEM-2;;close
    """


def test_until_another_one_replaced_it(repo: Repo) -> None:
    """On the day of the new one it no longer stands."""
    index = index_of(repo, devis=QUOTES)
    first = index.rows("devis")[0]

    assert stands(first, index, date(2027, 1, 19))
    assert not stands(first, index, date(2027, 1, 20))
    assert not stands(first, index)


def test_what_covers_a_day(repo: Repo) -> None:
    """An acceptance, a contract while it runs, free work with its reason."""
    index = index_of(repo, devis=QUOTES, contrats=CONTRACTS)
    quote, _second, third, contract, free, bare = index.rows("devis")

    assert [covers(quote, date(2027, 1, day), index) for day in (10, 11)] == [False, True]
    assert covers(contract, date(2027, 1, 31), index)
    assert not covers(contract, date(2027, 2, 1), index)
    assert accepted_on(free, index) == date(2027, 1, 8)
    assert accepted_on(bare, index) is None
    assert accepted_on(third, index) is None


def test_under_what_an_analysis_is_invoiced(repo: Repo) -> None:
    """What replaced the quote that it names and was accepted, else the last of its request."""
    index = index_of(repo, devis=QUOTES, contrats=CONTRACTS, analyses=ANALYSES)
    found = [commitment(analysis, index) for analysis in index.rows("analyses")]

    assert [row.key if row else None for row in found] == ["DEV-2", "DEV-2", "DEV-4"]


def test_amounts_once_all_is_invoiced(repo: Repo) -> None:
    """Sums are exact to the cent, and unknown when one amount is."""
    index = index_of(
        repo,
        devis=QUOTES,
        contrats=CONTRACTS,
        analyses=ANALYSES,
        lignes_facture="id;analyse;montant_ht\nL1;PST-1;0,10\nL2;PST-1;0,20\nL3;PST-3;\n",
    )
    first, _second, third = index.rows("analyses")

    amount = total(lines_of(first, index))
    assert amount is not None
    assert written(amount) == "0,30"
    assert total(lines_of(third, index)) is None
    assert [group.engagement.key for group in finished(index)] == ["DEV-2", "DEV-4"]
