"""What tests of git share: the codes of one process."""

from smq import vcs
from smq.model import Codification
from tests.conftest import Repo

CODES = Codification(types=("PRO", "FOR"), processes=("PRE",))


def given_codes(repo: Repo) -> list[str]:
    """Return the codes that git knows of."""
    return list(vcs.codes_ever_given(repo.root, CODES)[0])
