"""The only code that knows git. GitPython is imported where git is really asked.

`smq.vcs.past`, for one command only, is imported from its own module.
"""

from smq.vcs.commit import Identity, begin, create, identity
from smq.vcs.comparison import content_at_base, history, settings_at
from smq.vcs.content import content_before
from smq.vcs.every_version import every_version
from smq.vcs.folder import NOT_WHOLE, around, git_folder, is_shallow
from smq.vcs.numbers import codes_ever_given

__all__ = [
    "NOT_WHOLE",
    "Identity",
    "around",
    "begin",
    "codes_ever_given",
    "content_at_base",
    "content_before",
    "create",
    "every_version",
    "git_folder",
    "history",
    "identity",
    "is_shallow",
    "settings_at",
]
