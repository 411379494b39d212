"""A revision compared with, and where this branch left it."""

import pytest

from smq import vcs
from smq.errors import SmqError
from smq.model import Codification, Reading, Settings
from tests.conftest import Repo
from tests.git import GitRepo
from tests.vcs.platform import CODES


def codes(pairs: tuple[tuple[str, str], ...] | None) -> list[str] | None:
    """Return the codes alone."""
    return None if pairs is None else [code for code, _path in pairs]


def names(repo: Repo, rule: str, base: str = "main") -> list[str | None]:
    """Return the codes in the findings of a rule against a base."""
    history = vcs.history(repo.root, repo.system().settings, base)
    return [finding.code for finding in repo.findings(rule, history=history)]


def test_no_repository(repo: Repo, platform: Settings) -> None:
    """Outside git nothing is known, and a base is one sentence."""
    assert not vcs.history(repo.root, platform).available
    assert vcs.settings_at(repo.root, "main") is None
    with pytest.raises(SmqError, match="no git repository here"):
        vcs.history(repo.root, platform, "main")


def test_without_a_base(repo: Repo, git: GitRepo, platform: Settings) -> None:
    """Without a base git is not even started."""
    history = vcs.history(repo.root, platform)

    assert (history.available, history.shallow, history.base) == (True, False, None)


@pytest.mark.parametrize(
    "base", ["absente", "--help", "--since=2020", "-1", "HEAD~5", "main:smq.yaml", "a b"]
)
def test_base_that_is_no_revision(repo: Repo, git: GitRepo, platform: Settings, base: str) -> None:
    """A word that names no commit is quoted."""
    git.commit()

    with pytest.raises(SmqError) as caught:
        vcs.history(repo.root, platform, base)
    assert f"«{base}» is no revision" in str(caught.value)
    with pytest.raises(SmqError):
        vcs.settings_at(repo.root, base)


def test_repository_without_a_commit(repo: Repo, git: GitRepo, platform: Settings) -> None:
    """In a repository without a commit no base exists."""
    with pytest.raises(SmqError, match="«HEAD» is no revision"):
        vcs.history(repo.root, platform, "HEAD")


def test_codes_and_ids_of_the_base(repo: Repo, git: GitRepo, platform: Settings) -> None:
    """Code and id of each document of the base are read from its header, else from its name."""
    repo.write("documents/PRE/a.md", '---\ncode: "PRE-PRO-001"  # premier\nid: kaaaaaaa\n---\n')
    repo.write("documents/PRE/PRE-PRO-002-é è.md", b"\xef\xbb\xbf---\r\nid: kbbbbbbb\r\n---\r\n")
    repo.write("documents/PRE/PRE-PRO-003-b.md", "Sans en-tête.\ncode: PRE-PRO-099\nid: x\n")
    repo.write("documents/PRE/PRE-PRO-004-c.md", "---\ncode: pas un code\n---\n\nid: x\n")
    repo.write("autre/PRE-PRO-005-d.md", "---\ncode: PRE-PRO-005\n---\n")
    git.commit()

    history = vcs.history(repo.root, platform, "HEAD")

    assert history.base == "HEAD"
    assert history.base_codes == (
        ("PRE-PRO-002", "documents/PRE/PRE-PRO-002-é è.md"),
        ("PRE-PRO-003", "documents/PRE/PRE-PRO-003-b.md"),
        ("PRE-PRO-001", "documents/PRE/a.md"),
    )
    assert dict(history.base_ids) == {
        "documents/PRE/a.md": "kaaaaaaa",
        "documents/PRE/PRE-PRO-002-é è.md": "kbbbbbbb",
    }
    assert history.ancestor_codes is None


def test_foreign_tree(repo: Repo, git: GitRepo) -> None:
    """A tree with its own keys, folders and words is compared in its own way."""
    reading = Reading(
        roots=("procedures",),
        ignore=("**/_old/**",),
        keys=(("code", "doc_id"),),
        code_in=("entete",),
    )
    types = Codification("{type}-{numero:02}", types=("SOP",))
    settings = Settings("A", codification=types, reading=reading, foreign=True)
    repo.write("procedures/a.md", "---\ndoc_id: SOP-01\n---\n")
    repo.write("procedures/_old/SOP-02.md", "---\ndoc_id: SOP-02\n---\n")
    repo.write("documents/SOP-03.md", "---\ndoc_id: SOP-03\n---\n")
    git.commit()

    assert codes(vcs.history(repo.root, settings, "HEAD").base_codes) == ["SOP-01"]


def test_file_name_first(repo: Repo, git: GitRepo) -> None:
    """Where the file name decides, it decides in the base too."""
    reading = Reading(code_in=("nom_de_fichier", "entete"))
    repo.write("documents/PRE-PRO-002-a.md", "---\ncode: PRE-PRO-001\n---\n")
    git.commit()

    history = vcs.history(repo.root, Settings("A", codification=CODES, reading=reading), "HEAD")

    assert codes(history.base_codes) == ["PRE-PRO-002"]


def test_same_number_on_two_branches(repo: Repo, git: GitRepo) -> None:
    """Two branches that each took a number collide before they are merged."""
    repo.document("PRE-PRO-001")
    git.commit()
    git.start_branch("mienne")
    git.go_to("main")
    repo.write("documents/PRE/PRE-PRO-002-leur.md", "---\nid: kbbbbbbb\ncode: PRE-PRO-002\n---\n")
    git.commit()
    git.go_to("mienne")
    repo.document("PRE-PRO-002")
    git.commit()

    history = vcs.history(repo.root, repo.system().settings, "main")

    assert codes(history.base_codes) == ["PRE-PRO-001", "PRE-PRO-002"]
    assert codes(history.ancestor_codes) == ["PRE-PRO-001"]
    assert names(repo, "code-taken-in-base") == ["PRE-PRO-002"]
    assert names(repo, "document-deleted") == []


def test_document_that_came_to_the_base_since(repo: Repo, git: GitRepo) -> None:
    """A document that the base received since this branch left it is not deleted here."""
    repo.document("PRE-PRO-001")
    git.commit()
    git.start_branch("mienne")
    git.go_to("main")
    repo.document("PRE-PRO-002")
    git.commit()
    git.go_to("mienne")

    assert names(repo, "document-deleted") == []


def test_document_deleted_here(repo: Repo, git: GitRepo) -> None:
    """A document that this branch deleted is, even when the base went on."""
    path = repo.document("PRE-PRO-001")
    git.commit()
    git.start_branch("mienne")
    git.go_to("main")
    repo.document("PRE-PRO-002")
    git.commit()
    git.go_to("mienne")
    (repo.root / path).unlink()

    assert names(repo, "document-deleted") == ["PRE-PRO-001"]


@pytest.mark.parametrize("with_id", [True, False])
def test_renamed_file(repo: Repo, git: GitRepo, with_id: bool) -> None:
    """A file that was moved or renamed keeps its code: it collides with nobody and is not lost."""
    repo.document("PRE-PRO-001", id="kaaaaaaa" if with_id else None)
    git.commit()
    git.start_branch("mienne")
    (repo.root / "documents/MAD").mkdir()
    git.run("mv", "documents/PRE/PRE-PRO-001-document.md", "documents/MAD/PRE-PRO-001-autre.md")
    git.commit()

    assert names(repo, "code-taken-in-base") == []
    assert names(repo, "document-deleted") == []


def test_renumbered_where_the_base_moved_the_file(repo: Repo, git: GitRepo) -> None:
    """A draft renumbered here is known by its id, even when the base has moved its file since."""
    repo.document("PRE-PRO-001", id="kaaaaaaa")
    git.commit()
    git.start_branch("mienne")
    git.go_to("main")
    git.run("mv", "documents/PRE/PRE-PRO-001-document.md", "documents/PRE/PRE-PRO-001-b.md")
    git.commit()
    git.go_to("mienne")
    (repo.root / "documents/PRE/PRE-PRO-001-document.md").unlink()
    repo.document("PRE-PRO-002", id="kaaaaaaa")

    assert names(repo, "document-deleted") == []


def test_branches_without_a_common_past(repo: Repo, git: GitRepo, platform: Settings) -> None:
    """Of a base that shares no past, nothing was deleted here."""
    repo.document("PRE-PRO-001")
    git.commit()
    git.run("switch", "--quiet", "--orphan", "seule")
    repo.settings({})
    git.commit()

    history = vcs.history(repo.root, platform, "main")

    assert codes(history.base_codes) == ["PRE-PRO-001"]
    assert history.ancestor_codes == ()
    assert vcs.settings_at(repo.root, "main") is None


def test_before_the_first_commit_of_a_clone(
    repo: Repo, git: GitRepo, platform: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A shallow clone compares with what it has, and says that it is shallow."""
    repo.document("PRE-PRO-001")
    git.commit()
    repo.document("PRE-PRO-002")
    git.commit()
    clone = tmp_path_factory.mktemp("copie") / "plateforme"
    git.run("clone", "--quiet", "--depth", "1", f"file://{repo.root}", str(clone))

    history = vcs.history(clone, platform, "origin/main")

    assert history.shallow
    assert codes(history.base_codes) == ["PRE-PRO-001", "PRE-PRO-002"]


def test_platform_in_a_folder(repo: Repo, git: GitRepo, platform: Settings) -> None:
    """In a larger repository only the platform's own folder is compared, with paths from there."""
    repo.write("qualité/smq.yaml", "plateforme: {nom: A}\n")
    repo.write("qualité/documents/PRE-PRO-001-a.md", "---\ncode: PRE-PRO-001\nid: kaaaaaaa\n---\n")
    repo.write("qualité bis/documents/PRE-PRO-002-a.md", "---\ncode: PRE-PRO-002\n---\n")
    repo.document("PRE-PRO-003")
    git.commit()

    history = vcs.history(repo.root / "qualité", platform, "HEAD")

    assert history.base_codes == (("PRE-PRO-001", "documents/PRE-PRO-001-a.md"),)
    assert history.base_ids == (("documents/PRE-PRO-001-a.md", "kaaaaaaa"),)
    assert vcs.settings_at(repo.root / "qualité", "HEAD") == b"plateforme: {nom: A}\n"


def test_settings_where_the_branch_left(repo: Repo, git: GitRepo) -> None:
    """The settings compared with are those of the common past, not of either end."""
    repo.write("smq.yaml", b"plateforme: {nom: Avant}\r\n")
    git.commit()
    git.start_branch("mienne")
    git.go_to("main")
    repo.write("smq.yaml", b"plateforme: {nom: Eux}\n")
    git.commit()
    git.go_to("mienne")
    repo.write("smq.yaml", b"plateforme: {nom: Moi}\n")
    git.commit()

    assert vcs.settings_at(repo.root, "main") == b"plateforme: {nom: Avant}\r\n"


def test_no_settings_there(repo: Repo, git: GitRepo) -> None:
    """A past without `smq.yaml` has no settings."""
    (repo.root / "smq.yaml").unlink()
    git.commit()
    repo.settings({})

    assert vcs.settings_at(repo.root, "HEAD") is None


def test_the_disk_is_left_alone(repo: Repo, git: GitRepo, platform: Settings) -> None:
    """Comparing writes nothing."""
    repo.document("PRE-PRO-001")
    git.commit()
    before = sorted(file.as_posix() for file in repo.root.rglob("*") if file.is_file())

    vcs.history(repo.root, platform, "HEAD")
    vcs.settings_at(repo.root, "HEAD")

    assert sorted(file.as_posix() for file in repo.root.rglob("*") if file.is_file()) == before
