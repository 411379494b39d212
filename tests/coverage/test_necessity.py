"""The law of evidence: what a verdict names is needed; taken away, the criterion falls."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from smq.model.coverage import Assessment, Verdict
from tests.conftest import Repo
from tests.coverage.trial import Trial

RANKS = {Verdict.UNSATISFIED: 0, Verdict.PARTIAL: 1, Verdict.SATISFIED: 2}
IDS = ("A", "B", "C")
CONDITIONS = ("", ", ou: \"x == 'oui'\"", ", ou: \"id == 'A'\"", ", ou: \"vers == ''\"")
LEAVES = [
    *(
        f"{{registre: {table}{condition}{more}}}"
        for table in ("un", "deux")
        for condition in CONDITIONS
        for more in (
            *("", ", au_moins: 2", ", au_moins: 0", ", aucun: true", ", remplis: [x]"),
            *(", resolus: [vers]", ", chaque: \"x != ''\", au_moins: 2"),
        )
    ),
    *(
        f"{{couvre: {{registre: un{more}, par: {{registre: {table}, colonne: vers}}}}}}"
        for table in ("un", "deux")
        for more in ("", ", au_moins: 2", ", au_moins: 0", ", cle: x", ", ou: \"x == 'oui'\"")
    ),
    "{couvre: {registre: un, par: {type: FOR, champ: objets}}}",
    "{chaine: essai}",
    "{chaine: essai, au_moins: 2}",
    "{document: {modele: a}}",
    "{document: {modele: b}}",
    "{document: {type: FOR}}",
    "{document: {type: FOR, tous: true}}",
    "{fichier: a}",
    "{fichier: b, au_moins: 2}",
    "{declaration: {critere: A-2}}",
]
CHAIN = "depart: un\nmaillons:\n  - {registre: deux, colonne: vers}\n"
trees = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda found: f"{{tout: [{','.join(found)}]}}"),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda found: f"{{un_de: [{','.join(found)}]}}"
        ),
        inner.map(lambda found: f"{{sauf: {found}}}"),
    ),
    max_leaves=5,
)
rows = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(["", "oui", "A"]), st.sampled_from(["", *IDS])),
    max_size=4,
    unique_by=lambda row: row[0],
)
documents = st.lists(
    st.tuples(st.sampled_from("ab"), st.booleans(), st.lists(st.sampled_from(IDS), max_size=2)),
    max_size=3,
)
copies = st.lists(st.sampled_from("ab"), max_size=3)
answers = st.sampled_from([None, "satisfait", "partiel", "non satisfait"])


def platform(
    root: Path,
    one: list[tuple[str, str, str]],
    two: list[tuple[str, str, str]],
    written: list[tuple[str, bool, list[str]]],
    filed: list[str],
    answer: str | None,
) -> Trial:
    """Write two tables that lead to each other, forms in force or not, filed copies, an answer."""
    repo = Repo(root)
    repo.settings({})
    trial = Trial(repo)
    repo.write("referentiel/types/FOR.yaml", "code: FOR\n")
    repo.write("referentiel/chaines/essai.yaml", CHAIN)
    for name, target, found in (("un", "deux", one), ("deux", "un", two)):
        lines = "".join(f"{';'.join(row)}\n" for row in found)
        columns = f"{{nom: id}}, {{nom: x}}, {{nom: vers, type: ref, vers: {target}.id}}"
        trial.table(name, columns, f"id;x;vers\n{lines}")
    for number, (model, in_force, objects) in enumerate(written, 1):
        state = "applicable" if in_force else "projet"
        trial.document(model, f"PRE-FOR-00{number}", statut=state, objets=objects)
    for number, model in enumerate(filed):
        numbers = [n for n, (made_from, _i, _o) in enumerate(written, 1) if made_from == model]
        form = f"PRE-FOR-00{numbers[0] if numbers else 9}"
        trial.record(f"copie-{number}", form, str(number).encode())
    if answer:
        trial.answer(f"A-2: {{statut: {answer}, motif: Vu, par: P01, date: 2027-02-20}}")
    return trial


def without(root: Path, refs: list[str], *, emptied: bool) -> dict[Path, bytes]:
    """Take away what references name; return the files as they were."""
    before: dict[Path, bytes] = {}
    for ref in refs:
        name, _colon, key = ref.partition(":")
        table = root / "registres" / f"{'un' if name == 'essai' else name}.csv"
        if name.startswith("PRE-FOR"):
            file = root / f"documents/PRE/{name}-document.md"
        elif name == "A-2":
            file = root / "evaluation.yaml"
        else:
            file = table if table.parent.joinpath(table.name).exists() else root / name
        if not file.exists():
            continue
        before.setdefault(file, file.read_bytes())
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        if key:
            file.write_text("".join(x for x in lines if not x.startswith(f"{key};")), "utf-8")
        elif emptied and file == table:
            file.write_text(lines[0], "utf-8")
        else:
            file.unlink()
    return before


def fallen(trial: Trial, found: Assessment, refs: list[str], *, emptied: bool) -> bool:
    """Return whether the criterion is worth less without what references name."""
    before = without(trial.repo.root, refs, emptied=emptied)
    now = trial.all()["A-1"]
    for file, content in before.items():
        file.write_bytes(content)
    return RANKS[now.verdict] < RANKS[found.verdict]


@settings(max_examples=120)
@given(trees, rows, rows, documents, copies, answers)
def test_what_is_named_is_needed(
    tree: str,
    one: list[tuple[str, str, str]],
    two: list[tuple[str, str, str]],
    written: list[tuple[str, bool, list[str]]],
    filed: list[str],
    answer: str | None,
) -> None:
    """Without a document, a row, a table or a file that is named, the criterion falls."""
    with tempfile.TemporaryDirectory() as folder:
        trial = platform(Path(folder), one, two, written, filed, answer)
        trial.criteria(
            f"- {{id: A-1, chapitre: essai, preuve: {tree}}}\n"
            "- {id: A-2, chapitre: essai, nature: declared}\n"
        )
        found = trial.all()["A-1"]

        assert found.verdict is not Verdict.UNSATISFIED or not found.proofs
        for proof in found.proofs:
            refs = proof.ref.split(" | ")
            assert fallen(trial, found, refs, emptied=False), proof
            assert fallen(trial, found, refs, emptied=True), proof
