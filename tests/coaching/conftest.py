"""A platform on the road: sessions held and to come, what is expected, what a coach said."""

import pytest

from tests.conftest import Repo
from tests.coverage.trial import Trial

JALONS = (
    "{nom: id, motif: 'JAL-{numero:03}'}, {nom: type}, {nom: genre},"
    " {nom: date_prevue, type: date}, {nom: fixee, type: bool},"
    " {nom: date_reelle, type: date}, {nom: duree, type: decimal},"
    " {nom: participants, type: liste}, {nom: attendus, type: liste}, {nom: faits, type: liste},"
    " {nom: questions, type: liste}, {nom: formation}, {nom: prochaine, type: date},"
    " {nom: resultat}, {nom: piece, type: fichier}"
)
ATTENDUS = (
    "{nom: id, motif: 'ATD-{numero:03}'}, {nom: session, type: ref, vers: jalons.id},"
    " {nom: nature}, {nom: libelle}, {nom: document}, {nom: statut_vise}, {nom: registre},"
    " {nom: lignes, type: entier}, {nom: responsable}, {nom: echeance, type: date},"
    " {nom: criteres, type: liste}, {nom: fait_le, type: date}, {nom: motif},"
    " {nom: reporte_de, type: ref, vers: attendus.id}"
)
REMARQUES = (
    "{nom: id, motif: 'REM-{numero:03}'}, {nom: session, type: ref, vers: jalons.id},"
    " {nom: document}, {nom: remarque}, {nom: auteur}, {nom: responsable}, {nom: reponse},"
    " {nom: date_reponse, type: date}"
)


SESSIONS = """
id;type;genre;date_prevue;fixee;date_reelle;participants;attendus;faits;questions;piece
JAL-001;lettre;;2026-09-15;;2026-09-15;;;;;
JAL-002;session;travail;2027-02-01;;2027-02-01;coach;Politique|Carte;Politique;Qui signe ?;
JAL-003;session;exercice_blanc;2027-03-15;oui;;;;;;
""".replace("piece\n", "piece;duree;formation;prochaine;resultat\n")


@pytest.fixture
def road(repo: Repo) -> Trial:
    """Return a platform with one session held on 1 February and one planned on 15 March 2027."""
    for file in (repo.root / "referentiel/types").iterdir():
        file.unlink()
    for code in ("PRO", "FOR"):
        repo.write(f"referentiel/types/{code}.yaml", f"code: {code}\n".encode())
    trial = Trial(repo)
    trial.table("jalons", JALONS, SESSIONS)
    trial.table("attendus", ATTENDUS)
    trial.table("remarques", REMARQUES)
    return trial


def expect(trial: Trial, *rows: str) -> None:
    """Write what is expected: rows of session, nature, libelle, document, statut, registre, lignes,
    fait_le.
    """
    more = "responsable;echeance;criteres;motif;reporte_de"
    head = f"id;session;nature;libelle;document;statut_vise;registre;lignes;fait_le;{more}"
    lines = [head, *(f"ATD-{n:03};{row};;;;;" for n, row in enumerate(rows, 1))]
    trial.repo.write("registres/attendus.csv", ("\n".join(lines) + "\n").encode())
