"""What `smq sync` says: what colleagues bring, what is sent, what two wrote in one place."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smq.cli import console
from smq.cli.session import Session
from smq.i18n import _
from smq.merging import Passage
from smq.merging.changed import Changed, changed, titled
from smq.model import Settings
from smq.report.passages import Told, passage_lines
from smq.report.work import work_lines
from smq.vcs.meeting import Meeting
from smq.vcs.trees import Author

_READ = (".md", ".csv")
_HERE, _THERE = 0, 1


@dataclass(frozen=True)
class Words:
    """Says what a meeting of two lines of work is about.

    Attributes:
        session: of the command.
        meeting: what is met.
        settings: of the platform here.
        keys: path of a register → the column that tells its rows apart.
    """

    session: Session
    meeting: Meeting
    settings: Settings
    keys: Mapping[str, str]

    def brought(self) -> None:
        """Say what colleagues changed, and who."""
        self._side(_THERE, _("Your colleagues bring:"))

    def sent(self) -> None:
        """Say what goes to the colleagues."""
        self._side(_HERE, _("You share:"))

    def clash(self, passages: Sequence[Passage]) -> None:
        """Show passages side by side on stdout."""
        width = shutil.get_terminal_size().columns
        for passage in passages:
            for line in passage_lines(self.told(passage), self.session.translate, width):
                console.product(line)
            console.product("")

    def told(self, passage: Passage) -> Told:
        """Return a passage with its document and the people on both sides."""
        return Told(
            passage,
            self.document(passage.path),
            self._people(_HERE, passage),
            self._people(_THERE, passage),
        )

    def names(self, path: str) -> tuple[str, ...]:
        """Return the words by which a person may name a file: code, path, name, table."""
        below = path.removeprefix(self.meeting.prefix)
        name = below.rpartition("/")[2]
        code = self.document(path).split(" ")[0]
        return code, below, name, name.rpartition(".")[0]

    def document(self, path: str) -> str:
        """Return code and title of a document, else the path, from the platform's folder."""
        below = path.removeprefix(self.meeting.prefix)
        if self.settings.reading.is_document(below):
            base, mine, theirs = self.meeting.files
            for files in (mine, theirs, base):
                kept = files.get(path)
                if kept:
                    said = titled(self.meeting.read(kept[1]), below, self.settings)
                    return f"{said.code} {said.title}".strip()
        return below

    def _side(self, side: int, head: str) -> None:
        found, elsewhere = self._changed(side)
        say = self.session.translate
        if not found and not elsewhere:
            return

        def people(change: Changed) -> str:
            known = self.meeting.people[side].get(self.meeting.prefix + change.path, ())
            return ", ".join(author.name for author in known) if side == _THERE else ""

        console.product(say(head))
        for line in work_lines(found, say, people):
            console.product(f"  {line}")
        if elsewhere:
            console.product(
                say.plural(
                    _("  {count} file outside the platform's folder"),
                    _("  {count} files outside the platform's folder"),
                    elsewhere,
                )
            )

    def _changed(self, side: int) -> tuple[tuple[Changed, ...], int]:
        """Return what a side changed in the platform's folder, and how many files elsewhere."""
        base, *sides = self.meeting.files
        now, prefix = sides[side], self.meeting.prefix
        differ = [path for path in {*base, *now} if base.get(path) != now.get(path)]
        ours = [path for path in differ if path.startswith(prefix)]
        both = {
            path.removeprefix(prefix): (
                self._content(path, base.get(path)),
                self._content(path, now.get(path)),
            )
            for path in ours
        }
        return changed(both, self.settings, self.keys), len(differ) - len(ours)

    def _content(self, path: str, kept: tuple[str, str] | None) -> bytes | None:
        if kept is None:
            return None
        # Nothing is said of what other files hold.
        return self.meeting.read(kept[1]) if path.lower().endswith(_READ) else b""

    def _people(self, side: int, passage: Passage) -> str:
        known: tuple[Author, ...] = ()
        for path in (passage.path, *(p for p in (passage.mine, passage.theirs) if p)):
            known = known or self.meeting.people[side].get(path, ())
        say = self.session.translate
        if not known:
            return say(_("you") if side == _HERE else _("a colleague"))
        return ", ".join(f"{author.name}, {say.date(author.day)}" for author in known)
