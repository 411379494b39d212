"""TRC007: versions of methods that did not apply when the analysis began."""

from datetime import date
from typing import Any

import pytest

from tests.rules.traceability.conftest import Dossiers

ANALYSES = "id;methode;date_debut;statut;corrections\n"


def method(dossiers: Dossiers, **header: Any) -> None:
    """Write a work instruction at its second version, in force since 25 January."""
    said: dict[str, Any] = {
        "version": "2",
        "statut": "applicable",
        "date_application": date(2027, 1, 25),
        "approbations": [
            {"version": "1", "par": "P02", "role": "approbateur", "date": date(2026, 10, 16)},
            {"version": "2", "par": "P02", "role": "approbateur", "date": date(2027, 1, 22)},
        ],
        **header,
    }
    dossiers.repo.document("EQU-MOP-001", **said)


def test_the_version_of_the_day(dossiers: Dossiers) -> None:
    """Each version from its first day to the eve of the next one."""
    method(dossiers)
    dossiers.table(
        "analyses",
        ANALYSES + "PST-1;EQU-MOP-001, version 1;2026-10-15;close;<- method-not-applicable\n"
        "PST-2;EQU-MOP-001, version 1;2026-10-16;close;\n"
        "PST-3;EQU-MOP-001@1;2027-01-24;close;\n"
        "PST-4;EQU-MOP-001 (v. 1);2027-01-25;close;<- method-not-applicable\n"
        "PST-5;EQU-MOP-001 v02;2027-01-24;close;<- method-not-applicable\n"
        "PST-6;EQU-MOP-001, version 2;2027-01-25;close;\n"
        "PST-7;EQU-MOP-001, version 3;2027-02-25;close;<- method-not-applicable\n"
        "PST-8;EQU-MOP-001, version 3;2027-02-25;annulee;\n",
    )

    dossiers.repo.assert_findings("method-not-applicable")
    early, late, _early, none = dossiers.sentences("method-not-applicable")
    assert "PST-1 began on 2026-10-15; version 1 of EQU-MOP-001 applied from 2026-10-16." in early
    assert "version 1 of EQU-MOP-001 no longer applied from 2027-01-25." in late
    assert "PST-7 names version 3 of EQU-MOP-001, which has no such approved version." in none


@pytest.mark.parametrize(
    "said", ["Raman, méthode interne", "EQU-MOP-001", "Notice du constructeur, version 4"]
)
def test_a_method_that_names_no_version_of_a_document(dossiers: Dossiers, said: str) -> None:
    """Words, a code alone and another text with a version say nothing that can be looked up."""
    method(dossiers)
    dossiers.table("analyses", ANALYSES + f"PST-1;{said};2020-01-01;close;\n")

    assert dossiers.repo.findings("method-not-applicable") == ()


def test_several_methods_in_a_cell(dossiers: Dossiers) -> None:
    """Each is looked up; a code that no document bears is given its nearest."""
    method(dossiers)
    dossiers.table(
        "analyses",
        ANALYSES + 'PST-1;"EQU-MOP-001, version 2 ; EQU-MOP-007, version 1";2027-02-01;close;\n',
    )

    assert dossiers.sentences("method-not-applicable") == [
        "PST-1 names the method EQU-MOP-007, which is no document. Nearest: EQU-MOP-001."
    ]


def test_an_editorial_correction_belongs_to_its_version(dossiers: Dossiers) -> None:
    """Who names version 2 followed 2.1 as well."""
    method(dossiers, version="2.1", date_application=date(2027, 2, 10))
    dossiers.table(
        "analyses",
        ANALYSES + "PST-1;EQU-MOP-001, version 2;2027-02-20;close;\n"
        "PST-2;EQU-MOP-001, version 2.2;2027-02-20;close;<- method-not-applicable\n",
    )

    dossiers.repo.assert_findings("method-not-applicable")


def test_a_draft_was_never_approved(dossiers: Dossiers) -> None:
    """Its first version exists on nobody's desk yet."""
    dossiers.repo.document("EQU-MOP-001")
    dossiers.table("analyses", ANALYSES + "PST-1;EQU-MOP-001, version 1;2027-02-20;close;\n")

    (said,) = dossiers.sentences("method-not-applicable")
    assert "which has no such approved version" in said


def test_an_old_version_may_have_come_into_force_after_its_approval(dossiers: Dossiers) -> None:
    """Nothing keeps that day: the month that follows is left to the version before."""
    approvals = [
        {"version": number, "par": "P02", "role": "approbateur", "date": day}
        for number, day in (
            ("1", date(2026, 1, 5)),
            ("2", date(2026, 6, 1)),
            ("3", date(2027, 1, 22)),
        )
    ]
    method(dossiers, version="3", approbations=approvals)
    dossiers.table(
        "analyses",
        ANALYSES + "PST-1;EQU-MOP-001, version 1;2026-06-20;close;\n"
        "PST-2;EQU-MOP-001, version 1;2026-07-20;close;<- method-not-applicable\n",
    )

    dossiers.repo.assert_findings("method-not-applicable")
