"""`referentiel/echeances.yaml`: each fault has its line, and the rest is read."""

import pytest

from smq.agenda import due
from smq.i18n import Translator
from smq.report.sentence import hint, message
from tests.conftest import Repo
from tests.coverage.trial import Trial

GOOD = """\
echeances:
  - nature: visite
    registre: visites
    date: mois(le, 12)
    titre: "Visite : {machine}"
    ou: "fin == '' and sorte == 'annuelle'"
    dernier_par: [machine]
    mois: 1
    responsable: qui
    previens: [60, 7]
"""
WRONG = {
    "registre: visites": (
        "registre: visite",
        "«echeances.registre» expects the name of a table of this platform; «visite» stands there.",
        "Write visites.",
    ),
    "date: mois(le, 12)": (
        "date: mois(les, 12)",
        "«echeances.date» expects a column of dates, or what is computed from one (docs/kits.md);"
        " «mois(les, 12)» stands there.",
        "Write le.",
    ),
    'titre: "Visite : {machine}"': (
        'titre: "Visite : {machines}"',
        "«echeances.titre» expects words, with columns of that table between braces: Visite de"
        " {equipement}; «Visite : {machines}» stands there.",
        "Write {machine}.",
    ),
    "ou: \"fin == '' and sorte == 'annuelle'\"": (
        'ou: "fini == oui"',
        "«echeances.ou» expects a condition on columns of that table (docs/kits.md);"
        " «fini == oui» stands there.",
        "Write a condition on columns of that table (docs/kits.md).",
    ),
    "dernier_par: [machine]": (
        "dernier_par: [machin]",
        "«echeances.dernier_par» expects the name of a column of that table; «machin» stands"
        " there.",
        "Write machine.",
    ),
    "mois: 1": (
        "mois: un",
        "«echeances.mois» expects a whole number; «un» stands there.",
        "Write a whole number.",
    ),
    "responsable: qui": (
        "responsable: quoi",
        "«echeances.responsable» expects the name of a column of that table; «quoi» stands there.",
        "Write qui.",
    ),
    "previens: [60, 7]": (
        "previens: [60, bientôt]",
        "«echeances.previens» expects a whole number; «bientôt» stands there.",
        "Write a whole number.",
    ),
}
"""What is right → what is written instead, what is said, what is to be done."""
ALSO_WRONG = [
    ("date: mois(le, 12)", "date: '2027-05-01 )'"),
    ("date: mois(le, 12)", "date: aujourdhui"),
    ("date: mois(le, 12)", "date:"),
    ("nature: visite", "nature:"),
    ('titre: "Visite : {machine}"', 'titre: "Visite : {machine.__class__}"'),
    ('titre: "Visite : {machine}"', 'titre: "Visite : {machine:>99999999}"'),
    ('titre: "Visite : {machine}"', 'titre: "Visite : {}"'),
    ("ou: \"fin == ''", "ou: \"fin == '' and ("),
    ("previens: [60, 7]", "previens: 99999"),
]


@pytest.fixture
def visits(repo: Repo) -> Repo:
    """Return a platform that keeps visits of machines."""
    Trial(repo).table(
        "visites",
        "{nom: id}, {nom: machine}, {nom: le, type: date}, {nom: fin, type: date}, {nom: qui},"
        " {nom: sorte, type: enum, valeurs: [annuelle, autre]}",
        "id;machine;le;fin;qui;sorte\nV1;RAM;2026-01-31;;P02;annuelle\n",
    )
    return repo


def test_what_is_right_is_read(visits: Repo) -> None:
    """A source without a fault gives its date."""
    visits.write("referentiel/echeances.yaml", GOOD)

    assert visits.findings("REF002") == visits.findings("REF003") == ()
    assert [str(one.date) for one in due(visits.system())] == ["2027-02-28"]


@pytest.mark.parametrize("right", WRONG)
def test_a_fault_has_its_line_and_a_way_out(visits: Repo, right: str) -> None:
    """What is expected instead of what is written, on the line where it stands."""
    wrong, said, todo = WRONG[right]
    visits.write("referentiel/echeances.yaml", GOOD.replace(right, wrong))
    english = Translator("en")

    (found,) = visits.findings("REF002")

    assert found.location.path == "referentiel/echeances.yaml"
    assert GOOD.splitlines()[(found.location.line or 0) - 1].strip(" -") == right
    assert (message(found, english), hint(found, english)) == (said, todo)
    assert due(visits.system()) == ()


@pytest.mark.parametrize(("right", "wrong"), ALSO_WRONG)
def test_a_source_that_cannot_be_used_is_left_out(visits: Repo, right: str, wrong: str) -> None:
    """What no date or title can be made of is said once, and the other sources count."""
    other = GOOD.replace("nature: visite", "nature: autre").partition("\n")[2]
    assert right in GOOD
    visits.write("referentiel/echeances.yaml", GOOD.replace(right, wrong) + other)

    (found,) = visits.findings("REF002")

    assert found.location.path == "referentiel/echeances.yaml"
    assert (found.location.line or 99) <= len(GOOD.splitlines())
    assert [one.kind for one in due(visits.system())] == ["autre"]


def test_a_misspelt_key_is_a_warning(visits: Repo) -> None:
    """What was understood counts all the same."""
    text = GOOD.replace("mois: 1", "moi: 1")
    visits.write("referentiel/echeances.yaml", text)

    (found,) = visits.findings("REF003")

    assert (found.location.line, found.values["near"]) == (8, "mois")
    assert [str(one.date) for one in due(visits.system())] == ["2027-01-31"]


def test_a_file_that_is_no_list(visits: Repo) -> None:
    """A list at the top, a text in its place, a file that YAML refuses: said, never raised."""
    for text in ("- nature: visite\n", "echeances: visites\n", "echeances: [\n", ""):
        visits.write("referentiel/echeances.yaml", text)
        problems = [p for p in visits.system().problems if "echeances" in p.location.path]
        assert len(problems) == 1, text
        assert due(visits.system()) == ()
