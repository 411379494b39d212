"""The text of a git hook that runs smq: written, recognised, and which platforms it looks at."""

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = "# smq hook"
_CALL = re.compile(r"^look (\S.*) \|\| exit 1$", re.MULTILINE)

_SCRIPT = """\
#!/bin/sh
{mark} {name}
{words}
top=$(git rev-parse --show-toplevel) || exit 1
{taken}look() {{
  [ -f "$top/$1/smq.yaml" ] || return 0
  if command -v smq >/dev/null 2>&1; then
    {fed}smq -C "$top/$1" hook run {event}
  elif [ -x {python} ]; then
    {fed}{python} -m smq -C "$top/$1" hook run {event}
  else
    echo {missing} >&2
    return 1
  fi
}}
{calls}
"""


@dataclass(frozen=True, slots=True)
class Event:
    """What git is about to do when it runs a hook.

    Attributes:
        word: how people name it on a command line.
        name: of the file that git runs.
    """

    word: str
    name: str


EVENTS = (Event("commit", "pre-commit"), Event("push", "pre-push"))


def script(
    event: Event, folders: Sequence[str], python: str, words: Sequence[str], missing: str
) -> bytes:
    """Return the hook, for the shell that comes with git on every system.

    Args:
        event: what it stands before.
        folders: of platforms, from the top of the work tree; `.` for the top itself.
        python: path of the interpreter used where `smq` is not found by its name.
        words: what the hook does, for whoever opens the file.
        missing: what is said when neither is found.
    """
    pushed = event.word == "push"
    text = _SCRIPT.format(
        mark=_MARK,
        name=event.name,
        words="\n".join(f"# {line}" for line in words),
        # What is sent is listed on the standard input, which only the first reader would get.
        taken="sent=$(cat)\n" if pushed else "",
        fed="printf '%s\\n' \"$sent\" | " if pushed else "",
        event=event.word,
        python=shlex.quote(python),
        missing=shlex.quote(missing),
        calls="\n".join(f"look {shlex.quote(folder)} || exit 1" for folder in folders),
    )
    return text.encode()


def folders_of(content: bytes) -> tuple[str, ...] | None:
    """Return the folders that a hook of smq looks at, None when the hook is not of smq."""
    text = content.decode("utf-8", errors="replace").replace("\r\n", "\n")
    if not any(line.startswith(_MARK) for line in text.splitlines()[:3]):
        return None
    return tuple(shlex.split(quoted)[0] for quoted in _CALL.findall(text))
