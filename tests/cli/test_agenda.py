"""`smq agenda`: what comes due, chosen and shown."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.runner import Runner
from tests.conftest import Repo
from tests.coverage.trial import Trial

Golden = Callable[[str, str], None]


@pytest.fixture
def visits(repo: Repo) -> Repo:
    """Return a platform with visits of two units, a session, a support that ends."""
    trial = Trial(repo)
    repo.settings(
        {
            "label": {"engagement": "2025-11-30"},
            "plateaux": [{"nom": "Optique"}, {"nom": "Thermique"}, {"nom": "Froid"}],
        }
    )
    repo.write(
        "referentiel/echeances.yaml",
        """
        echeances:
          - nature: visite
            registre: visites
            date: le
            mois: 12
            titre: "Visite : {machine}"
            responsable: qui
            dernier_par: [machine]
            previens: [400, 30]
          - {nature: seance, registre: seances, date: le, titre: Séance de travail, previens: 3}
        """,
    )
    trial.table(
        "machines",
        "{nom: id}, {nom: nom, requis: true}, {nom: plateau}",
        "id;nom;plateau\nRAM;Microscope Raman;Optique\nDSC;Calorimètre;Thermique\n",
    )
    trial.table(
        "visites",
        "{nom: id}, {nom: qui}, {nom: machine, type: ref, vers: machines.id},"
        " {nom: le, type: date}",
        """
        id;machine;le;qui
        V1;RAM;2025-02-10;P02
        V2;RAM;2026-02-10;P02
        V3;DSC;2026-05-20;P03
        V4;XRD;2027-02-25;Marie Curie
        """,
    )
    trial.table("seances", "{nom: id}, {nom: le, type: date}", "id;le\nS1;2027-03-05\n")
    return repo


def test_month_by_month(visits: Repo, smq: Runner, golden: Golden) -> None:
    """What is overdue first, then each month; what is far but already told of at the end."""
    said = smq("agenda")

    assert (said.code, said.err) == (0, "")
    golden("agenda.txt", said.out)


def test_in_french(visits: Repo, smq: Runner) -> None:
    """Days as people write them; the words of the kit are its own."""
    out = smq("--lang", "fr", "agenda").out

    assert "05/03/2027  Séance de travail · seances:S1" in out


def test_json(visits: Repo, smq: Runner, golden: Golden) -> None:
    """Keys and states are English; each date has its place."""
    said = smq("agenda", "--format", "json")

    golden("agenda.json", said.out)
    assert {one["state"] for one in json.loads(said.out)["dates"]} == {
        "overdue",
        "near",
        "to_come",
    }


def test_a_calendar(visits: Repo, smq: Runner, golden: Golden) -> None:
    """The same bytes on stdout, by the ending of a file, and beside another format."""
    out = smq("agenda", "--format", "ics").out

    golden("agenda.ics", out.replace("\r\n", "\n"))
    assert smq("agenda", "--out", "a.ics", "--ics", "b.ics").code == 0
    assert smq("agenda", "--ics", "c.ics").out == smq("agenda").out
    for name in ("a.ics", "b.ics", "c.ics"):
        assert Path(name).read_bytes() == out.encode()
    assert len(Calendar.from_ical(out).walk("VEVENT")) == out.count("BEGIN:VEVENT") == 5


def test_a_table(visits: Repo, smq: Runner) -> None:
    """For a spreadsheet: a byte-order mark, semicolons, ISO days."""
    lines = smq("agenda", "--format", "csv", "--overdue").out.splitlines()

    assert lines == [
        "\ufeffDate;What;Who;About;Kind;File;Line",
        "2027-02-10;Visite : RAM (Microscope Raman);Hugo Marchal;visites:V2;visite;"
        "registres/visites.csv;3",
    ]
    assert smq("agenda", "--out", "agenda.csv").code == 0
    assert smq("agenda", "--out", "agenda.txt").code == 0
    assert Path("agenda.txt").read_text(encoding="utf-8") == smq("agenda").out


def refs(smq: Runner, *words: str) -> list[str]:
    """Return what the dates shown are about."""
    said = smq("agenda", "--format", "json", *words)
    assert said.code == 0, said.err
    return [one["ref"] for one in json.loads(said.out)["dates"]]


def test_a_span(visits: Repo, smq: Runner) -> None:
    """The days asked for and no others; what is overdue is left out once a first day is given."""
    session, dsc, support, far = "seances:S1", "visites:V3", "label:accompagnement", "visites:V4"
    assert refs(smq) == ["visites:V2", session, dsc, support, far]
    assert refs(smq, "--months", "1") == ["visites:V2", session]
    assert "whole number from 1, not «0»" in smq("agenda", "--months", "0").err
    assert refs(smq, "--until", "2027-05-20") == ["visites:V2", session, dsc]
    assert refs(smq, "--until", "2027-05-19") == ["visites:V2", session]
    assert refs(smq, "--from", "2027-03-06", "--months", "12") == [dsc, support, far]
    assert refs(smq, "--from", "2027-02-10", "--until", "2027-03-05") == ["visites:V2", session]
    assert refs(smq, "--overdue") == ["visites:V2"]


def test_what_people_choose(visits: Repo, smq: Runner) -> None:
    """Sorts, a person by identifier or name, a unit."""
    assert refs(smq, "--kind", "Séance", "--kind", "label") == [
        "seances:S1",
        "label:accompagnement",
    ]
    assert refs(smq, "--for", "P02") == refs(smq, "--for", "marchal hugo") == ["visites:V2"]
    assert refs(smq, "--for", "Marie Curie") == ["visites:V4"]
    assert refs(smq, "--for", "P01") == []
    assert refs(smq, "--plateau", "thermique") == ["visites:V3"]
    assert refs(smq, "--plateau", "Froid") == []


def test_nothing_is_due(visits: Repo, smq: Runner) -> None:
    """One sentence says so."""
    assert smq("agenda", "--for", "P01").out == "0 dates until 2027-09-01.\n"
    assert smq("agenda", "--overdue", "--for", "P01").out == "0 overdue.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kind", "visit"], "«visit» is no sort of date."),
        (["--kind", "visit"], "Nearest: visite. Known: attendu, derogation, label, revue,"),
        (["--for", "Hugo Marchall"], "Nobody called «Hugo Marchall» sees to a date."),
        (["--for", "Hugo Marchall"], "Nearest: Hugo Marchal."),
        (["--plateau", "Optic"], "Nearest: Optique. Known: Froid, Optique, Thermique."),
        (["--months", "2", "--until", "2027-05-01"], "--until and --months say two things."),
        (["--from", "2027-05-02", "--until", "2027-05-01"], "Nothing lies between 2027-05-02"),
        (["--until", "demain soir"], "demain soir"),
        (["--months", "-1"], "-1"),
        (["--out", "agenda.docx"], "agenda.docx"),
        (["--ics", "nulle-part/agenda.ics"], "The folder nulle-part does not exist."),
        (["--ics", "nulle-part/agenda.ics"], "Check the spelling of the name after --ics"),
    ],
)
def test_what_cannot_be_chosen(visits: Repo, smq: Runner, words: list[str], said: str) -> None:
    """A word that means nothing here stops the command, with the words that do."""
    found = smq("agenda", *words)

    assert (found.code, found.out) == (2, "")
    assert said in found.err


def test_a_platform_without_dates_of_its_own(repo: Repo, smq: Runner) -> None:
    """No kit file, no table: what smq itself knows, here nothing."""
    assert smq("agenda").out == "0 dates until 2027-09-01.\n"


def test_choices_do_not_hide_what_is_known(visits: Repo, smq: Runner) -> None:
    """Somebody, or a unit, that only dates of another sort name is known all the same."""
    assert refs(smq, "--kind", "seance", "--for", "Marie Curie") == []
    visits.settings({"plateaux": []})
    assert refs(smq, "--kind", "seance", "--plateau", "Optique") == []
