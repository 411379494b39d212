"""REG014: words of the settings that no schema knows."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import shown

SETTINGS = """
plateforme: {nom: Plateforme de spectroscopie}
registres:
  demande: {source: a.csv}  # <- unknown-register-word
  usagers:
    source: u.csv
    colonnes:
      id: Numéro
      noms: Nom  # <- unknown-register-word
  demandes:
    source: d.csv
    colonnes: {id: N}
    valeurs:
      decision:
        OK: acceptee
        KO: refuse  # <- unknown-register-word
    ou: "date >"  # <- unknown-register-word
"""


def test_each_word_on_its_line(tables: Tables) -> None:
    """Tables, columns, values and conditions have their place and the nearest name."""
    tables.repo.write("smq.yaml", SETTINGS)
    for name in "aud":
        tables.repo.write(f"{name}.csv", "N;Numéro\nx;y\n")

    tables.repo.assert_findings("unknown-register-word")
    said = [shown(f) for f in tables.repo.findings("unknown-register-word")]
    assert {f.severity for f in tables.repo.findings("REG014")} == {Severity.WARNING}
    assert said[0].startswith(
        "«demande», in «registres» of smq.yaml, is no table of this platform."
    )
    assert "Nearest: demandes." in said[0]
    assert "is no column of the table «usagers». Nearest: nom." in said[1]
    assert "is no value of the column «decision». Nearest: refusee." in said[2]
    assert said[3].startswith("The condition «date >» is not understood near «>»")


def test_words_that_exist(tables: Tables) -> None:
    """A sound setting is silent; an unknown key of it is a setting like another."""
    tables.repo.settings(
        {"registres": {"usagers": {"source": "u.csv", "feuile": "2027", "colonnes": {"id": "N"}}}}
    )
    tables.repo.write("u.csv", "N\nU001\n")

    assert tables.repo.findings("unknown-register-word") == ()
    (finding,) = tables.repo.findings("unknown-setting")
    assert "registres.usagers.feuile" in shown(finding)
    assert "feuille" in shown(finding)


def test_words_near_to_none(tables: Tables) -> None:
    """All names are listed; the values of a column are looked up where it has a list of them."""
    export = {
        "source": "d.csv",
        "valeurs": {
            "decizion": {"OK": "acceptee"},
            "besoin": {"x": "y"},
            "decision": {"KO": "zzz"},
        },
    }
    tables.repo.settings({"registres": {"demandes": export}})

    column, value = tables.repo.findings("unknown-register-word")

    assert "«decizion», in «registres» of smq.yaml, is no column of the table" in shown(column)
    assert shown(value).endswith("of the column «decision». The names are acceptee, refusee.")


def test_a_platform_without_schemas(repo: Repo) -> None:
    """No word is known there, and none is wrong."""
    repo.settings({"registres": {"usagers": {"source": "u.csv"}}})

    assert repo.findings("unknown-register-word") == ()


@pytest.mark.parametrize(
    ("condition", "written", "hint"),
    [
        (
            "datte >= '2026'",
            "datte",
            "Nearest: date. A text of the file goes between quotes: 'datte'.",
        ),
        ("decision == accepte and date > '2026'", "accepte", "Nearest: acceptee."),
        ("zzz == 'x'", "zzz", "The columns are id, date, usager"),
    ],
)
def test_a_word_of_a_condition(tables: Tables, condition: str, written: str, hint: str) -> None:
    """What is no column and no value of one is said at its line, with the nearest."""
    tables.repo.settings({"registres": {"demandes": {"source": "d.csv", "ou": condition}}})
    tables.repo.write("d.csv", "id;date\nDEM-2027-0001;2027-01-07\n")

    (finding,) = tables.repo.findings("unknown-register-word")

    settings = (tables.repo.root / "smq.yaml").read_text(encoding="utf-8").splitlines()
    assert settings[(finding.location.line or 0) - 1].strip().startswith("ou:")
    assert shown(finding).startswith(
        f"«{written}», in the condition («ou») of the table «demandes» in smq.yaml, is no column"
        " of it and no value of one. "
    )
    assert hint in shown(finding)


def test_a_condition_of_known_words(tables: Tables) -> None:
    """Columns, their values, `aujourdhui` and quoted texts are silent."""
    condition = "decision in (acceptee, refusee) and date <= aujourdhui and besoin != 'datte'"
    tables.repo.settings({"registres": {"demandes": {"source": "d.csv", "ou": condition}}})
    tables.repo.write("d.csv", "id;date\nDEM-2027-0001;2027-01-07\n")

    assert tables.repo.findings("unknown-register-word") == ()
