"""The header of a document in force with nothing to correct."""

from typing import Any

import pytest


@pytest.fixture
def in_force() -> dict[str, Any]:
    """Return the header fields of a document that was written, approved and published properly."""
    return {
        "version": "2",
        "statut": "applicable",
        "date_application": "2027-01-15",
        "prochaine_revue": "2029-01-15",
        "redacteur": "P03",
        "approbateur": "P02",
        "approbations": [
            {
                "version": "2",
                "par": "P02",
                "role": "approbateur",
                "date": "2027-01-10",
                "mode": "git",
            }
        ],
        "historique": [
            {"version": "1", "date": "2026-01-15", "objet": "Création", "par": "P03"},
            {"version": "2", "date": "2027-01-15", "objet": "Délais", "par": "P03"},
        ],
    }
