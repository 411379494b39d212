"""LIF007: words that stand for nobody."""

from smq.model import Location, Severity
from tests.conftest import Repo


def test_each_word_is_reported_at_its_place(repo: Repo) -> None:
    """Author, reviewer, approver and signatory of the version are sought among the people."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        version: "2"
        statut: applicable
        redacteur: P33  # <- unknown-person
        verificateur: Personne Inconnue  # <- unknown-person
        approbateur: P02
        approbations:
          - {version: "1", par: Ancien Directeur, role: approbateur, date: 2026-01-10}
          - {version: "2", par: P20, role: approbateur, date: 2027-01-10}  # <- unknown-person
        ---
        """,
    )

    repo.assert_findings("unknown-person")
    author, reviewer, signatory = repo.findings("unknown-person")
    assert author.severity is Severity.WARNING
    assert author.location.column == 12
    assert (author.values["field"], author.values["near"]) == ("redacteur", "P03")
    assert (reviewer.values["near"], signatory.values["field"]) == ("", "par")
    assert author.hint != reviewer.hint


def test_known_people_and_placeholders_are_silent(repo: Repo) -> None:
    """An id, a name in any case and a place to fill in are no unknown person."""
    repo.document(
        "PRE-PRO-001",
        redacteur="INÈS VAUTRIN",
        verificateur="P01",
        approbateur="[À compléter : qui approuve]",
    )

    assert repo.findings("unknown-person") == ()


def test_the_owner_of_a_process_is_sought_too(repo: Repo) -> None:
    """Owner and deputy of a process are people of smq.yaml."""
    repo.settings(
        {
            "processus": [
                {"code": "PRE", "titre": "A", "famille": "realisation", "pilote": "P09"},
                {
                    "code": "MAD",
                    "titre": "B",
                    "famille": "realisation",
                    "pilote": "P02",
                    "suppleant": "Hugo Marchall",
                },
            ]
        }
    )

    owner, deputy = repo.findings("unknown-person")

    assert owner.location == Location("smq.yaml")
    assert owner.values["field"] == "pilote, PRE"
    assert deputy.values["near"] == "Hugo Marchal"


def test_without_declared_people_nobody_is_unknown(repo: Repo) -> None:
    """A platform that lists nobody yet writes names as it likes."""
    repo.settings({"personnes": {}})
    repo.document("PRE-PRO-001", redacteur="Jean Petit")

    assert repo.findings("unknown-person") == ()


def test_the_director_of_a_unit_is_sought_too(repo: Repo) -> None:
    """Who directs a unit signs for it: nobody known can be meant by a wrong identifier."""
    repo.settings(
        {
            "unites": [
                {"nom": "A", "directeur": "P77"},
                {"nom": "B", "directeur": "Claire Fontaine"},
                {"nom": "C"},
            ]
        }
    )

    (found,) = repo.findings("unknown-person")

    assert (found.values["word"], found.values["field"]) == ("P77", "directeur, A")
