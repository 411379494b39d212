"""What sessions expect and facts do not show yet."""

from datetime import date

from smq.agenda import expectations
from tests.conftest import Repo
from tests.coverage.trial import Trial


def test_what_is_not_there_yet(repo: Repo) -> None:
    """Done is what facts show, or a task with its day; one put off is silent, its heir is not."""
    trial = Trial(repo)
    trial.document("a", "PRE-PRO-001")
    trial.table(
        "jalons",
        "{nom: id}, {nom: type}, {nom: date_prevue, type: date}",
        "id;type;date_prevue\nJ1;session;2027-03-15\n",
    )
    trial.table(
        "attendus",
        "{nom: id}, {nom: session}, {nom: nature}, {nom: libelle}, {nom: document},"
        " {nom: statut_vise}, {nom: responsable}, {nom: echeance, type: date},"
        " {nom: fait_le, type: date}, {nom: motif}",
        """
        id;session;nature;libelle;document;statut_vise;responsable;echeance;fait_le;motif
        A1;J1;document;Procédure;PRE-PRO-001;applicable;P02;;;
        A2;J1;document;Charte;MAD-CHA-001;applicable;P02;;;
        A3;J1;tache;Visite;;;P03;2027-03-10;;
        A4;J1;tache;Visite;;;P03;2027-02-10;2027-02-09;
        A5;J1;tache;Tri;;;P03;2027-02-10;;reporté à la séance suivante
        """,
    )

    found = list(expectations.dates(repo.system()))

    assert [(one.ref, one.date) for one in found] == [
        ("attendus:A2", date(2027, 3, 15)),
        ("attendus:A3", date(2027, 3, 10)),
    ]
    assert (found[0].name, found[0].location.line) == ("Hugo Marchal", 3)
