"""The only code that knows git. GitPython is imported where git is really asked."""

from smq.vcs.commit import Identity, create, identity
from smq.vcs.comparison import history, settings_at
from smq.vcs.folder import git_folder
from smq.vcs.numbers import codes_ever_given

__all__ = [
    "Identity",
    "codes_ever_given",
    "create",
    "git_folder",
    "history",
    "identity",
    "settings_at",
]
