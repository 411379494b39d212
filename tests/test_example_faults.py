"""The faults left on purpose in the example: each is found by its rule, and nothing else."""

import csv
import re
from dataclasses import dataclass
from io import StringIO
from typing import Any

import pytest

from tests.example import README, Platform, column_of, copied


@dataclass(frozen=True)
class Fault:
    """A fault left on purpose: the rule that finds it, its row, and the cell that mends it."""

    severity: str
    rule: str
    table: str
    key: str
    mended: str
    """`table:key.column`; without `table:key`, a column of the row itself."""
    right: str

    @property
    def ref(self) -> str:
        """Return the row as the README names it."""
        return f"{self.table}:{self.key}"

    @property
    def found(self) -> tuple[str, str, str, int]:
        """Return the severity, rule, file and line that `check` tells."""
        line = column_of(self.table, "id").index(self.key) + 2
        return self.severity, self.rule, f"registres/{self.table}.csv", line


FAULTS = (
    Fault("error", "TRC002", "analyses", "PST-2025-0027", "date_debut", "2025-09-15"),
    Fault("error", "TRC003", "devis", "DEV-2025-0034", "tarifs", "TAR-2025-003"),
    Fault("error", "TRC004", "analyses", "PST-2026-0031", "operateur", "P01"),
    Fault("error", "TRC005", "analyses", "PST-2026-0045", "date_debut", "2026-12-02"),
    Fault("warning", "TRC008", "analyses", "PST-2026-0006", "sort_echantillons", "conserves"),
    Fault("error", "TRC010", "rapports", "RAP-2026-0016", "validateur", "P02"),
    Fault(
        *("error", "TRC012", "lignes_facture", "LFA-2026-0016"),
        *("factures:FAC-2026-0016.ecart_motif", "Deux échantillons repris par l’usager"),
    ),
    Fault("error", "TRC013", "lignes_facture", "LFA-2026-0037", "usage", "USG-2026-00022"),
    Fault("error", "TRC014", "usages", "USG-2026-00040", "accompagnant", "P03"),
    Fault("error", "TRC015", "habilitations", "HAB-2025-0011", "formateur", "P03"),
    Fault(
        *("warning", "TRC020", "factures", "FAC-2025-0018"),
        *("corrections", "FAC-2025-0017 annulée avant envoi, client erroné"),
    ),
    Fault("error", "REG005", "factures", "FAC-2026-0003", "payee_le", "2026-02-23"),
)
DRAWN = {
    "prestation": (92, ("PST-2026-0027", "PST-2026-0023", "PST-2025-0007")),
    "mise-a-disposition": (253, ("USG-2026-00134", "USG-2026-00006", "USG-2026-00048")),
}
"""Chain → how many dossiers can be drawn, and the three that the seed 2027 gives."""


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Platform:
    """Return the example, copied and recorded by one commit with a fixed date."""
    return copied(tmp_path_factory.mktemp("exemple"))


def _faults(report: dict[str, Any]) -> list[tuple[str, str, str, int]]:
    """Return what a report holds above notes: severity, rule, file and line."""
    return sorted(
        (f["severity"], f["rule"], f["path"], f["line"])
        for f in report["findings"]
        if f["severity"] != "note"
    )


def test_finds_the_faults_left_on_purpose(platform: Platform) -> None:
    """Each fault is found by its rule on its line, and nothing else above a note."""
    assert _faults(platform.report()) == sorted(fault.found for fault in FAULTS)
    assert platform.check().returncode == 1


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_one_cell_mends_a_fault(platform: Platform, fault: Fault) -> None:
    """With one cell put right its finding goes, and the others stay."""
    ref, _dot, column = fault.mended.rpartition(".")
    table, _colon, key = (ref or fault.ref).partition(":")
    file = platform.root / "registres" / f"{table}.csv"
    before = file.read_bytes()
    file.write_bytes(_mended(before, key, column, fault.right))
    try:
        found = _faults(platform.report())
    finally:
        file.write_bytes(before)

    assert found == sorted(other.found for other in FAULTS if other is not fault)


def _mended(content: bytes, key: str, column: str, right: str) -> bytes:
    """Return a CSV with one cell written anew."""
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";"))
    (row,) = (row for row in rows if row[0] == key)
    assert row[rows[0].index(column)] != right
    row[rows[0].index(column)] = right
    stream = StringIO()
    csv.writer(stream, delimiter=";").writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def test_readme_lists_the_faults() -> None:
    """The README names each fault by its row and rule, and no other."""
    section = README.partition("## Les défauts laissés exprès\n")[2].partition("\n## ")[0]
    told = re.findall(r"\| `(\w+:[\w-]+)` \| ([A-Z]{3}\d{3}) \|", section)

    assert told == [(fault.ref, fault.rule) for fault in FAULTS]
    assert len({fault.rule for fault in FAULTS if fault.rule.startswith("TRC")}) >= 10


@pytest.mark.parametrize("chain", DRAWN)
def test_readme_states_what_a_seed_draws(platform: Platform, chain: str) -> None:
    """`exercise` with the seed 2027 draws the dossiers that the README states, in order."""
    count, drawn = DRAWN[chain]
    sheet = platform.smq("exercise", chain, "--sample", "3", "--seed", "2027").stdout.decode()

    assert f"3 dossiers tirés parmi {count}," in sheet.replace("\N{NO-BREAK SPACE}", " ")
    assert tuple(re.findall(r"^((?:PST|USG)-\S+)$", sheet, re.MULTILINE)) == drawn
    assert f"| `{chain}` | {count} | {', '.join(drawn)} |" in README


def test_readme_states_the_registers() -> None:
    """Two years of registers: the README's numbers of rows are those of the files."""
    rows = {
        table: len(column_of(table, "id"))
        for table in ("demandes", "usagers", "analyses", "usages", "habilitations", "equipements")
    }
    days = column_of("demandes", "date")

    assert (
        f"{rows['demandes']} demandes, {rows['usagers']} usagers, {rows['analyses']} réalisations"
        f" dont {DRAWN['prestation'][0]} suivies jusqu’à la facture, {rows['usages']} usages et"
        f" {rows['habilitations']} habilitations, {rows['equipements']} équipements" in README
    )
    assert min(days) < "2025-03-31"
    assert max(days) > "2027-02-01"
