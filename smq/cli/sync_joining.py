"""Brings the work of colleagues into the folder: joined in memory, then written whole."""

import re
from collections.abc import Mapping

import typer

from smq import vcs
from smq.cli import console
from smq.cli.session import Session
from smq.cli.sync_choices import Choices
from smq.cli.sync_words import Words
from smq.cli.sync_writing import go_to
from smq.i18n import _
from smq.merging import Passage, Settling, Side
from smq.merging.tree import Joined, Kept, Three, Tree, joined_tree
from smq.vcs.meeting import Files, Relation, join

_UNFIT = re.compile(r"[\\/:*?\"<>|()\x00-\x1f]")


def bring(session: Session, words: Words, choices: Choices, *, dry_run: bool) -> Joined:
    """Bring the work of colleagues into the folder and its history.

    Returns:
        What was joined.

    Raises:
        SmqError: a file holds unsaved work, or the disk or git refuses; nothing was changed.
        Exit: 1 when two people wrote in one place and nobody chose; nothing was changed.
    """
    meeting = words.meeting
    joined = Joined()
    after = str(meeting.theirs)
    if meeting.relation is Relation.APART:
        joined = _joined(session, words, choices)
        if not dry_run:
            message = session.translate(_("Bring together the work shared by colleagues"))
            after = join(session.root, meeting, _as_git(joined), message)
    if not dry_run:
        go_to(session.root, meeting, after)
    return joined


def _joined(session: Session, words: Words, choices: Choices) -> Joined:
    """Return both works as one; ask for what cannot be told.

    Raises:
        Exit: 1 when nobody chose.
    """
    meeting = words.meeting
    base, mine, theirs = (_tree(side) for side in meeting.files)
    three = Three(base, mine, theirs, meeting.read, *meeting.moved)
    keys = {meeting.prefix + path: key for path, key in words.keys.items()}

    def decide(passage: Passage) -> Side | None:
        return choices.side(passage, words)

    def copy_name(path: str) -> str:
        return _copy_name(session, path)

    settling = Settling(decide)
    joined = joined_tree(three, settling, keys, copy_name)
    if settling.open and choices.ask(settling.open, words):
        settling = Settling(decide)
        joined = joined_tree(three, settling, keys, copy_name)
    if settling.open:
        _say_open(session, words, settling.open)
        raise typer.Exit(1)
    return joined


def _say_open(session: Session, words: Words, passages: list[Passage]) -> None:
    say = session.translate
    console.product(
        say.plural(
            _("You and a colleague wrote two things in {count} place:"),
            _("You and a colleague wrote two things in {count} places:"),
            len(passages),
        )
    )
    console.product("")
    words.clash(passages)
    console.aside(say(_("Nothing was changed: your work and theirs are both safe. To choose:")))
    for code in dict.fromkeys(words.names(passage.path)[0] for passage in passages):
        shown = f'"{code}"' if " " in code else code
        console.aside(say(_("  smq sync --mine {code} keeps yours"), code=shown))
        console.aside(say(_("  smq sync --theirs {code} keeps theirs"), code=shown))
    console.aside(say(_("At a terminal, smq sync alone asks for each place.")))


def _copy_name(session: Session, path: str) -> str:
    """Return the name of the copy of a file that no one can join: `check` reminds of it."""
    who = vcs.identity(session.root)
    folder, slash, name = path.rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    said = session.translate(
        _("conflicted copy of {person}, {day}"),
        person=who.name if who else "?",
        day=session.today.isoformat(),
    )
    return f"{folder}{slash}{stem} ({_UNFIT.sub('-', said)}){dot}{suffix}"


def _tree(side: Files) -> Tree:
    return {path: Kept(*kept) for path, kept in side.items()}


def _as_git(joined: Joined) -> Mapping[str, tuple[str, str | bytes]]:
    return {path: (kept[0], kept[1]) for path, kept in joined.files.items()}
