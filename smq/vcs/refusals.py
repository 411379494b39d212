"""Why a shared place does not answer or does not take: what git says → one sentence."""

import re

from smq.errors import SmqError
from smq.i18n import _

OWN_HOOK = "smq hook: "
"""How the last line of smq's own hook begins, when it stops git."""
_SAID = (
    (
        r"non-fast-forward|fetch first|stale info|cannot lock ref|incorrect old value",
        _("A colleague shared something at the same moment; nothing of yours was sent yet."),
        _("Run the command again: smq sync"),
    ),
    (
        r"dubious ownership|unsafe repository",
        _("git does not trust the shared place {place}: its folder belongs to another account."),
        _("Tell git once that you trust it: git config --global --add safe.directory {place}"),
    ),
    (
        r"protected branch|hook declined|GH006|not allowed to push|prohibited",
        _("The shared place {place} takes no work on this line directly: a rule there forbids it."),
        _("Ask who looks after it for the right to send. Your work is recorded here."),
    ),
    (
        r"could not resolve host|could not connect|couldn't connect|connection (?:refused|timed out"
        r"|reset|closed)|network is unreachable|no route to host|timed out|temporary failure in",
        _("The shared place {place} does not answer: is this computer connected?"),
        _("Nothing is lost, your work is recorded here. Run again when connected: smq sync"),
    ),
    (
        r"permission denied|authentication failed|could not read (?:username|password)"
        r"|access denied|\b40[13]\b|not permitted|terminal prompts disabled|unable to create"
        r"|insufficient perm",
        _("The shared place {place} does not let you in, or does not let you write."),
        _("Ask who looks after it for the right to read and write. Your work is recorded here."),
    ),
    (
        r"no space left|disk quota|unpack failed",
        _("The shared place {place} cannot keep your work: its disk is full or refuses."),
        _("Ask who looks after it. Your work is recorded here."),
    ),
    (
        r"not appear to be a git repo|not found|does not exist|no such file|not a git repository",
        _("There is no shared place at {place}, or it cannot be reached from this computer."),
        _(
            "Check that the drive is connected and how it is written, then name it:"
            " smq sync --with FOLDER_OR_ADDRESS"
        ),
    ),
)


class OvertakenError(SmqError):
    """A colleague shared something between what we read and what we send."""


def refusal(said: str, place: str) -> SmqError:
    """Return the sentence for what git said about a shared place.

    Args:
        said: on its error stream, in English.
        place: as the person named it.
    """
    lines = [line.strip() for line in said.strip("' \n").splitlines() if line.strip()]
    ours = [line for line in lines if line.startswith(OWN_HOOK)]
    if ours:
        # The check before sending quotes documents: their words say nothing of the place.
        return SmqError(
            _("The check before sending stopped it. {reason}"),
            _("Your work is recorded here. What is found: smq check"),
            reason=ours[-1].removeprefix(OWN_HOOK),
        )
    for pattern, sentence, remedy in _SAID:
        if re.search(pattern, said, re.IGNORECASE):
            kind = OvertakenError if sentence == _SAID[0][1] else SmqError
            return kind(sentence, remedy, place=place)
    reason = lines[-1] if lines else "?"
    return SmqError(
        _("The shared place {place} refuses: {reason}"),
        _("Nothing is lost, your work is recorded here."),
        place=place,
        reason=reason,
    )
