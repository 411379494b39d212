"""REG016: copies of originals outside the folder, seen again."""

from hashlib import sha256
from unicodedata import normalize

import pytest

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown

COPY = "registres/copies/Usagers_2027.csv"
ROWS = b"id;nom\nU001;A\n"


@pytest.fixture
def copied(tables: Tables) -> Tables:
    """Return a platform whose users are read from a copy, as `smq register sync` took it."""
    tables.repo.settings({"registres": {"usagers": {"depuis": "S:/Usagers_*.csv"}}})
    tables.repo.write(COPY, ROWS)
    noted(tables, sha256(ROWS).hexdigest())
    return tables


def noted(tables: Tables, digest: str) -> None:
    """Write what stands beside the copy."""
    text = f"origine: S:/Usagers_2027.csv\ncopie_le: 2027-02-20\nsha256: {digest}\n"
    tables.repo.write(f"{COPY}.yaml", text.encode())


def test_a_copy_as_it_was_taken(copied: Tables) -> None:
    """Nothing to say; nor when the hash is written in capitals."""
    assert copied.repo.findings("REG") == ()
    noted(copied, sha256(ROWS).hexdigest().upper())
    assert copied.repo.findings("REG") == ()


def test_a_copy_that_was_changed(copied: Tables) -> None:
    """It is an error, and says where the copy comes from."""
    copied.repo.write(COPY, ROWS.replace(b"A", b"B"))

    (finding,) = copied.repo.findings("altered-copy")

    assert place(finding) == (COPY, None, None)
    assert finding.severity is Severity.ERROR
    assert shown(finding) == (
        f"The copy of «S:/Usagers_2027.csv» was changed after it was taken: {COPY}."
        " Take it again: smq register sync. Corrections are made in the original."
    )


def test_a_copy_that_no_setting_names_any_more(copied: Tables) -> None:
    """What was noted beside it still holds."""
    copied.repo.settings({"registres": None})
    copied.repo.write(COPY, b"")

    (finding,) = copied.repo.findings("altered-copy")

    assert finding.severity is Severity.ERROR


def test_a_copy_that_is_gone(copied: Tables) -> None:
    """It is a warning, said once: the table without rows is not said too."""
    (copied.repo.root / COPY).unlink()

    (finding,) = copied.repo.findings("REG")

    assert place(finding) == (f"{COPY}.yaml", 1, 1)
    assert finding.severity is Severity.WARNING
    assert shown(finding) == (
        f"The copy of «S:/Usagers_2027.csv» is gone: {COPY}."
        f" Take it again: smq register sync; or delete {COPY}.yaml too."
    )


def test_a_copy_with_nothing_beside_it(copied: Tables) -> None:
    """It is a warning at the copy."""
    (copied.repo.root / f"{COPY}.yaml").unlink()

    (finding,) = copied.repo.findings("REG")

    assert place(finding) == (COPY, None, None)
    assert finding.severity is Severity.WARNING
    assert shown(finding).startswith(f"Nothing says where the copy {COPY} comes from")


def test_a_sidecar_without_hash(copied: Tables) -> None:
    """It is a warning at the sidecar."""
    noted(copied, "")

    (finding,) = copied.repo.findings("REG")

    assert place(finding) == (f"{COPY}.yaml", 1, 1)
    assert finding.severity is Severity.WARNING
    assert f"{COPY}.yaml holds no hash" in shown(finding)


def test_decomposed_accents(tables: Tables) -> None:
    """A disk of macOS writes the name in another way than the settings: it is one file."""
    tables.repo.settings({"registres": {"usagers": {"depuis": "S:/Été.csv"}}})
    for name, raw in (("Été.csv", ROWS), ("Été.csv.yaml", b"origine: S\nsha256: 0\n")):
        tables.repo.write(normalize("NFD", f"registres/copies/{name}"), raw)

    (finding,) = tables.repo.findings("altered-copy")

    assert place(finding) == ("registres/copies/Été.csv", None, None)
    assert finding.severity is Severity.ERROR
    assert tables.repo.findings("unreadable-header") == ()


def test_a_file_that_a_person_put_there(copied: Tables) -> None:
    """A file of the folder that no setting takes from outside needs no hash."""
    copied.repo.write("registres/copies/notes.csv", "a;b\n")

    assert copied.repo.findings("REG") == ()


@pytest.mark.parametrize("raw", [b"", b"- a\n", b"sha256: [a]\n", b"\xff\0", b"sha256: {"])
def test_a_sidecar_that_says_nothing(copied: Tables, raw: bytes) -> None:
    """Whatever stands there is a finding, and stops nothing."""
    copied.repo.write(f"{COPY}.yaml", raw)

    assert copied.repo.findings("REG") or copied.repo.findings("unreadable-header")


def test_a_copy_of_an_unknown_origin(copied: Tables) -> None:
    """Where nothing says where it comes from, the copy is named itself."""
    copied.repo.write(f"{COPY}.yaml", "copie_le: 2027-02-20\nsha256: 12\n")

    (finding,) = copied.repo.findings("altered-copy")

    assert shown(finding).startswith(f"The copy of «{COPY}» was changed after it was taken")
