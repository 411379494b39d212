"""`registre`: rows that are there, complete and recent."""

from datetime import date

import pytest

from tests.coverage.trial import PARTIAL, SATISFIED, UNSATISFIED, Trial, lacks, proofs

COLUMNS = (
    "{nom: id}, {nom: date, type: date}, {nom: usager, type: ref, vers: usagers.id},"
    " {nom: decision, type: enum, valeurs: [acceptee, refusee]}"
)


@pytest.fixture
def requests(trial: Trial) -> Trial:
    """Return a platform with two requests, one of them decided, and their user."""
    trial.table("usagers", "{nom: id}, {nom: nom}", "id;nom\nU1;Verres\nU2;Films")
    trial.table(
        "demandes",
        COLUMNS,
        """
        id;date;usager;decision
        D1;2026-01-10;U1;acceptee
        D2;2027-02-10;U9;
        """,
    )
    return trial


def test_as_many_rows_as_asked(requests: Trial) -> None:
    """Each of just enough rows is needed, and named with its file."""
    found = requests.judge("{registre: demandes, au_moins: 2}")

    assert found.verdict is SATISFIED
    assert [(p.kind, p.ref, p.path) for p in found.proofs] == [
        ("register", "demandes:D1", "registres/demandes.csv"),
        ("register", "demandes:D2", "registres/demandes.csv"),
    ]


def test_more_rows_than_asked(requests: Trial) -> None:
    """No row alone is needed: the table is."""
    assert proofs(requests.judge("{registre: demandes}")) == ["demandes"]


def test_a_condition_chooses(requests: Trial) -> None:
    """`ou` chooses the rows; the one left is needed."""
    found = requests.judge("""{registre: demandes, ou: "decision != ''"}""")

    assert (found.verdict, proofs(found)) == (SATISFIED, ["demandes:D1"])


def test_too_few_rows(requests: Trial) -> None:
    """Some rows make it partial, none unsatisfied; `dit` names them."""
    few = requests.judge("{registre: demandes, au_moins: 3, dit: demandes reçues}")
    none = requests.judge("""{registre: demandes, ou: "decision == 'refusee'"}""")

    assert (few.verdict, proofs(few)) == (PARTIAL, ["demandes"])
    assert lacks(few) == ["In the register «demandes», 1 row is missing: demandes reçues."]
    assert (none.verdict, none.proofs) == (UNSATISFIED, ())
    assert none.lacks[0].command == "smq register add demandes"


@pytest.mark.parametrize(
    ("today", "verdict"),
    [
        (date(2026, 1, 9), UNSATISFIED),
        (date(2026, 1, 10), SATISFIED),
        (date(2027, 1, 10), SATISFIED),
        (date(2027, 1, 11), UNSATISFIED),
        (date(2027, 2, 10), SATISFIED),
        (date(2028, 2, 11), UNSATISFIED),
    ],
)
def test_recent_rows(requests: Trial, today: date, verdict: object) -> None:
    """`depuis_mois` counts back from the date judged at, both ends included; no row to come."""
    found = requests.judge("{registre: demandes, depuis_mois: 12}", today)

    assert found.verdict is verdict


def test_the_column_of_the_date(trial: Trial) -> None:
    """`date` names it; else it is the first date of the table."""
    columns = "{nom: id}, {nom: prevue, type: date}, {nom: tenue, type: date}"
    trial.table("seances", columns, "id;prevue;tenue\nS1;2027-02-01;2020-01-01")

    assert trial.judge("{registre: seances, depuis_mois: 6}").verdict is SATISFIED
    late = trial.judge("{registre: seances, depuis_mois: 6, date: tenue}")
    assert lacks(late) == ["In the register «seances», 1 row of the last 6 months is missing."]


def test_cells_that_are_empty(requests: Trial) -> None:
    """`remplis` names the cell, with its place."""
    found = requests.judge("{registre: demandes, remplis: [decision]}")

    assert found.verdict is PARTIAL
    assert lacks(found) == ["demandes:D2: «decision» is empty."]
    place = found.lacks[0].location
    assert place is not None
    assert (place.path, place.line) == ("registres/demandes.csv", 3)


def test_references_that_lead_nowhere(requests: Trial) -> None:
    """`resolus` follows references; the rows that they lead to are needed."""
    asked = "{registre: demandes, resolus: [usager]}"
    assert lacks(requests.judge(asked)) == [
        "demandes:D2: «usager» leads to U9, which is in no table."
    ]

    whole = requests.judge("""{registre: demandes, ou: "id == 'D1'", resolus: [usager]}""")
    assert proofs(whole) == ["demandes:D1", "usagers:U1"]


def test_a_rule_for_each_row(requests: Trial) -> None:
    """`chaque` must hold on each; `regle` says it in words."""
    found = requests.judge(
        """{registre: demandes, chaque: "decision != ''", regle: une décision}"""
    )

    assert (found.verdict, lacks(found)) == (PARTIAL, ["demandes:D2: missing is une décision."])


def test_no_row_may_be_chosen(requests: Trial) -> None:
    """`aucun` names the rows that should not be there; when there is none, it names nothing."""
    some = requests.judge(
        """{registre: demandes, ou: "decision == ''", aucun: true, dit: non décidée}"""
    )
    none = requests.judge("""{registre: demandes, ou: "decision == 'refusee'", aucun: true}""")

    assert (some.verdict, lacks(some)) == (UNSATISFIED, ["demandes:D2: non décidée."])
    assert (none.verdict, none.proofs) == (SATISFIED, ())


@pytest.mark.parametrize("more", ["", ", aucun: true", ", au_moins: 0"])
def test_a_table_without_file(trial: Trial, more: str) -> None:
    """A register that nobody keeps proves nothing, not even that nothing happened."""
    trial.table("demandes", COLUMNS)
    trial.table("usagers", "{nom: id}")

    found = trial.judge(f"{{registre: demandes{more}}}")

    assert found.verdict is UNSATISFIED
    assert lacks(found) == ["The register «demandes» has no file yet."]


def test_none_is_enough(requests: Trial) -> None:
    """`au_moins: 0` asks only that the rows that are there be complete."""
    asked = """{registre: demandes, ou: "id == 'X'", au_moins: 0, remplis: [decision]}"""

    found = requests.judge(asked)

    assert (found.verdict, found.proofs) == (SATISFIED, ())


def test_many_faults_are_cut(trial: Trial) -> None:
    """Three are said, and how many more there are."""
    rows = "\n".join(f"D{number};" for number in range(9))
    trial.table("lignes", "{nom: id}, {nom: quoi}", f"id;quoi\n{rows}")

    said = lacks(trial.judge("{registre: lignes, remplis: [quoi]}"))

    assert (len(said), said[-1]) == (4, "and 6 more")


def test_many_rows_are_named_by_their_table(trial: Trial) -> None:
    """Beyond twenty rows of one table, the table is named."""
    rows = "\n".join(f"D{number}" for number in range(21))
    trial.table("lignes", "{nom: id}", f"id\n{rows}")

    assert proofs(trial.judge("{registre: lignes, au_moins: 21}")) == ["lignes"]


@pytest.mark.parametrize(
    "broken",
    [
        "{registre: demande}",
        "{registre: demandes, au_moins: un}",
        "{registre: demandes, aucun: peut-être}",
        "{registre: demandes, remplis: [quand]}",
        "{registre: demandes, resolus: [decision]}",
        "{registre: demandes, date: quand, depuis_mois: 6}",
        "{registre: usagers, depuis_mois: 6}",
        """{registre: demandes, ou: "decision = 'x'", aucun: true}""",
        """{registre: demandes, ou: "decison == 'x'", aucun: true}""",
        """{registre: demandes, chaque: "(", au_moins: 0}""",
    ],
)
def test_options_that_mean_nothing(requests: Trial, broken: str) -> None:
    """A word that the table does not have, or that is no number or condition, proves nothing."""
    found = requests.judge(broken)

    assert found.verdict is UNSATISFIED
    assert lacks(found) == ["«registre»: this evidence cannot be judged; smq check says why."]


def test_a_condition_without_sense_for_a_row(requests: Trial) -> None:
    """A comparison that cannot be made never lets «no row» pass."""
    asked = """{registre: demandes, ou: "date < 3"%s}"""

    assert requests.judge(asked % ", aucun: true").verdict is UNSATISFIED
    assert requests.judge(asked % "").verdict is UNSATISFIED


def test_no_row_is_needed(requests: Trial) -> None:
    """With `au_moins: 0` the table is not named, whether its rows are complete or not."""
    whole = requests.judge("{registre: demandes, au_moins: 0, remplis: [date]}")
    assert (whole.verdict, proofs(whole)) == (SATISFIED, [])

    some = requests.judge("{registre: demandes, au_moins: 0, remplis: [decision]}")
    assert (some.verdict, proofs(some)) == (PARTIAL, [])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("au_moins: 3", "In the register «demandes», 1 row is missing."),
        (
            "depuis_mois: 6, au_moins: 2, dit: demandes reçues",
            "In the register «demandes», 1 row of the last 6 months is missing: demandes reçues.",
        ),
        ("chaque: \"decision != ''\"", "demandes:D2: missing is decision != ''."),
        ("aucun: true, ou: \"decision == ''\"", "demandes:D2: decision == ''."),
        ("aucun: true", "demandes:D1: rows."),
    ],
)
def test_without_words_the_condition_is_said(requests: Trial, asked: str, said: str) -> None:
    """Where `dit` and `regle` say nothing, what is asked is shown as written."""
    assert lacks(requests.judge(f"{{registre: demandes, {asked}}}"))[0] == said


def test_rows_that_are_not_needed_alone(trial: Trial) -> None:
    """Of two rows with one identifier neither is needed; nor is a row that leads to itself."""
    columns = "{nom: id}, {nom: vers, type: ref, vers: essais.id}"
    trial.table("essais", columns, "id;vers\nE1;E1\nE2;E3\nE3;E4\nE4;E4\nE4;E4")
    asked = "{registre: essais, resolus: [vers]%s}"

    assert proofs(trial.judge(asked % "")) == ["essais", "essais:E3"]

    trial.table("suites", "{nom: id}, {nom: vers, type: ref, vers: essais.id}", "id;vers\nE1;E1")
    assert proofs(trial.judge("{registre: suites, resolus: [vers]}")) == ["suites:E1", "essais:E1"]
