"""Reading and judging what criteria ask never raises, whatever stands in the files."""

import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from smq.agenda import due
from smq.coverage import assess, faults
from smq.coverage.case import Case
from smq.load import load
from smq.load.evidence import with_evidence
from tests.conftest import TODAY

SETTINGS = b"plateforme: {nom: A}\nreferentiels: [essai]\n"
FILES = (
    "referentiel/referentiels/essai.yaml",
    "referentiel/chaines/essai.yaml",
    "referentiel/registres/un.yaml",
    "registres/un.csv",
    "evaluation.yaml",
    "enregistrements/a.yaml",
    "referentiel/echeances.yaml",
)
WORDS = [
    *("criteres:\n", "  - ", "id: A-1", "preuve: ", "{", "}", "[", "]", ": ", ", ", "\n", "'", '"'),
    *("tout: ", "un_de: ", "sauf: ", "document: ", "section: ", "registre: un", "couvre: "),
    *("fait: nom", "fichier: a", "chaine: essai", "declaration: ", "criteres: [A-1]", "par: "),
    *("modele: a", "titre: a", "ou: x", "au_moins: -1", "depuis_mois: 999999999", "aucun: true"),
    *("depart: un", "maillons: ", "colonne: id", "colonnes: ", "nom: id", "statut: satisfait"),
    *("echeances:\n", "nature: a", "registre: ", "date: mois(id, 9)", "titre: {id}", "previens: 1"),
    *("si: (((", "&a ", "*a", "!!x ", "\t", "~", "é", "\x00", ";", "A-1"),
]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)


@given(st.lists(st.one_of(texts.map(str.encode), st.binary(max_size=40)), min_size=7, max_size=7))
@example([b"criteres: [{id: A-1, preuve: {tout: {tout: }, x: 1}}]", *[b""] * 6])
@example([b"criteres: [{id: A-1, preuve: {criteres: [A-1]}}]", *[b""] * 6])
@example(
    [
        *(b"", b"", b"nom: un\ncolonnes: [{nom: id, type: date}]", b"id\n9999-12-31\n", b"", b""),
        b"echeances: [{nature: a, registre: un, date: id, titre: '{id}', mois: 999999999}]",
    ]
)
@example([b"criteres: [{id: A-1, preuve: {sauf: {sauf: , sauf: }}}]", *[b""] * 6])
def test_whatever_is_written(contents: list[bytes]) -> None:
    """Each criterion gets a verdict."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "smq.yaml").write_bytes(SETTINGS)
        for path, content in zip(FILES, contents, strict=True):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        system = with_evidence(load(root, today=TODAY, use_cache=False, registers=True), root)
        assert all(one.kind for one in due(system))
        for referential in system.referentials:
            found = assess(system, referential)
            assert len(found.assessments) == len(referential.criteria)
            for criterion in referential.criteria:
                assert list(faults(criterion, Case(system, referential))) is not None


def test_evidence_as_deep_as_a_file_may_be(tmp_path: Path) -> None:
    """Forty levels are judged; deeper ones are refused by the reader."""
    deep = "{sauf: " * 30 + "{fait: nom}" + "}" * 30
    (tmp_path / "smq.yaml").write_bytes(SETTINGS)
    file = tmp_path / FILES[0]
    file.parent.mkdir(parents=True)
    file.write_text(f"criteres: [{{id: A-1, preuve: {deep}}}]\n", encoding="utf-8")
    system = with_evidence(load(tmp_path, today=TODAY, use_cache=False), tmp_path)

    (found,) = assess(system, system.referentials[0]).assessments

    assert found.verdict.value == "satisfied"
