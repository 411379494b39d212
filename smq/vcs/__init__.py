"""The only code that knows git. GitPython is imported where git is really asked.

`smq.vcs.past`, for one command only, is imported from its own module.
"""

from smq.vcs.commit import Identity, create, identity
from smq.vcs.comparison import history, settings_at
from smq.vcs.content import content_before
from smq.vcs.folder import around, git_folder
from smq.vcs.numbers import codes_ever_given

__all__ = [
    "Identity",
    "around",
    "codes_ever_given",
    "content_before",
    "create",
    "git_folder",
    "history",
    "identity",
    "settings_at",
]
