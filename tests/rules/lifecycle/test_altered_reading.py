"""LIF018: acknowledgements that were changed, or are of a text that nobody approved."""

from smq.load.acknowledgements import mark_of
from smq.model import Severity
from tests.conftest import Repo
from tests.versions import approved

READING = (
    'document: k7m2x9qa\nversion: "{version}"\nempreinte: {mark}\npar: P01\ndate: 2027-02-21\n'
)


def reading(repo: Repo, version: str, mark: str, name: str | None = None) -> str:
    """Write an acknowledgement under the name that it bears, or another."""
    content = READING.format(version=version, mark=mark).encode()
    stem = name or f"PRE-PRO-001_v01_P01_{mark_of(content)}"
    return repo.write(f"enregistrements/lectures/{stem}.yaml", content)


def bound(repo: Repo) -> None:
    """Write a document whose version 1 and its correction were approved as two contents."""
    header = approved("1", "2027-02-20")
    first = {**header["approbations"][0], "empreinte": "sha256:aa"}
    second = {**first, "version": "1.1", "empreinte": "sha256:bb"}
    header |= {"id": "k7m2x9qa", "version": "1.1", "approbations": [first, second]}
    repo.document("PRE-PRO-001", **header)


def test_a_reading_of_an_approved_content_holds(repo: Repo) -> None:
    """Of version 1, or of its correction 1.1."""
    bound(repo)
    reading(repo, "1", "sha256:aa")
    reading(repo, "1", "sha256:bb")

    assert repo.findings("altered-reading") == ()


def test_a_text_that_nobody_approved(repo: Repo) -> None:
    """An error at the file: who, which version."""
    bound(repo)
    path = reading(repo, "1", "sha256:cc")

    (finding,) = repo.findings("altered-reading")

    assert (finding.severity, finding.location.path) == (Severity.ERROR, path)
    assert (finding.code, finding.values["person"]) == ("PRE-PRO-001", "Claire Fontaine")
    assert "nobody approved" in finding.message


def test_a_file_under_another_name_was_changed(repo: Repo) -> None:
    """The end of its name is a part of its hash."""
    bound(repo)
    reading(repo, "1", "sha256:aa", "PRE-PRO-001_v01_P01_00000000")

    (finding,) = repo.findings("altered-reading")

    assert "was changed since it was recorded" in finding.message


def test_of_a_document_that_is_gone_nothing_is_asked(repo: Repo) -> None:
    """Its readings stay where they are."""
    reading(repo, "1", "sha256:aa", "PRE-PRO-001_v01_P01_00000000")

    assert repo.findings("altered-reading") == ()


def test_a_reading_is_no_filed_record(repo: Repo) -> None:
    """Rules on records leave it alone; a key that nothing reads is told."""
    bound(repo)
    reading(repo, "1", "sha256:aa")
    assert repo.system().records == ()
    assert [p for p in repo.system().problems if "lectures" in p.location.path] == []

    repo.write("enregistrements/lectures/x.yaml", "document: k7m2x9qa\nversion: '1'\nqui: P01\n")
    kinds = [p.kind for p in repo.system().problems if p.location.path.endswith("x.yaml")]
    assert sorted(kinds) == ["ill-formed-record", "unknown-record-key"]
