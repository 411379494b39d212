"""Whatever a table or its schema holds, the reading and the rules have an answer."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smq.rules import all_rules
from tests.conftest import Repo
from tests.load.test_tables import DEMANDES

RULES = [rule for rule in all_rules() if rule.family == "REG"]
CELLS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [
            "DEM-2027-0001",
            "31/02/2027",
            "1e999",
            "-" * 30,
            "9" * 40,
            "####",
            "[À compléter",
            '"',
            "²",
        ]
    ),
)
WORDS = st.sampled_from(
    [
        "nom: a",
        "cle: id",
        "colonnes:",
        "  - {nom: id}",
        "  - {nom: id, type: calcul, expr: 'id * id'}",
        "  - {nom: d, type: ref, vers: .}",
        "  - {nom: m, motif: '{numero:09}{numero}'}",
        "  - x",
        "conservation: {duree: 99999999}",
        "  - {nom: e, type: enum, valeurs: [[]]}",
    ]
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Return one platform for all examples: each writes its table again."""
    made = Repo(tmp_path_factory.mktemp("tables"))
    made.settings({})
    return made


def judged(repo: Repo) -> None:
    """Read the platform and run every rule on registers."""
    system = repo.system()
    for rule in RULES:
        list(rule.run(system))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(st.lists(CELLS, max_size=6)).map(
            lambda rows: ("id;date;montant;duree\n" + "\n".join(";".join(r) for r in rows)).encode()
        ),
    )
)
def test_any_table(shared: Repo, raw: bytes) -> None:
    """Bytes, and rows of anything."""
    shared.write("referentiel/registres/demandes.yaml", DEMANDES)
    shared.write("registres/demandes.csv", raw)

    judged(shared)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=6))
def test_any_schema(shared: Repo, lines: list[str]) -> None:
    """Lines of schemas in any order."""
    file: Path = shared.root / "referentiel/registres/demandes.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines), encoding="utf-8")
    shared.write("registres/demandes.csv", "id;d;m;e\n1;x;2;y\n;;;\n1;.;;\n")

    judged(shared)
