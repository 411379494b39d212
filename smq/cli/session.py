"""What every command starts from: the folder, the date, the language, each read once."""

import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from smq import files, lifecycle
from smq.errors import SmqError
from smq.i18n import LANGUAGES, Translator, _
from smq.model import QualitySystem, Settings
from smq.root import FILE_NAME, find_root

_LANGUAGE_LINE = re.compile(rb"^langue:[ \t]*[\"']?([a-z]{2})\b", re.MULTILINE)


@dataclass(frozen=True)
class Session:
    """The state of one command.

    Attributes:
        start: folder named with `-C`, else the working folder.
        date_text: what `--date` or `SMQ_DATE` says, or None.
        translate: the user's language.
        use_cache: False with `--no-cache`.
        ticks: seconds that pass, for what is timed live.
    """

    start: Path
    date_text: str | None
    translate: Translator
    use_cache: bool = True
    ticks: Callable[[], float] = time.monotonic

    @cached_property
    def root(self) -> Path:
        """Return the platform's folder.

        Raises:
            SmqError: there is none here or above.
        """
        if not self.start.is_dir():
            raise SmqError(
                _("The folder {folder} does not exist."),
                _("Check the spelling after -C; a name with spaces goes between quotes."),
                folder=str(self.start),
            )
        return find_root(self.start.resolve())

    @cached_property
    def today(self) -> date:
        """Return the date at which everything is judged; the only reading of the clock.

        Raises:
            SmqError: `--date` is no date.
        """
        if self.date_text is None:
            return date(*time.localtime()[:3])
        from smq.kit import typed_date

        return typed_date(self.date_text)

    def system(
        self,
        base: str | None = None,
        *,
        evidence: bool = False,
        registers: bool = False,
        recordings: bool = False,
    ) -> QualitySystem:
        """Return the platform as it is now, compared with a revision when one is named.

        With `registers`, the rows of the tables are read; with `evidence`, referentials and answers
        too: what criteria ask. With `recordings`, approvals given in git are looked up in history.

        With a base, `controle`, `signatures` and the addresses of git come from where the branch
        left it: a proposal can neither silence its own fault nor vouch for itself
        (`contracts.md` §8).

        Raises:
            SmqError: the settings are not usable, or the base is no revision.
        """
        # The reading room is loaded when a folder is read: `--help` and `explain` read none.
        from smq.load import load, settings_of
        from smq.vcs import history, settings_at

        now = load(
            self.root,
            today=self.today,
            use_cache=self.use_cache,
            registers=registers or evidence,
        )
        now = replace(now, history=history(self.root, now.settings, base))
        now = with_standing(now, self.root, self.root)
        if evidence:
            from smq.load.evidence import with_evidence

            now = with_evidence(now, self.root)
        before = now.settings
        if base is not None:
            raw = settings_at(self.root, base)
            before = settings_of(raw)[0] if raw is not None else Settings(name="")
            judged = replace(
                now.settings,
                fail_on=before.fail_on,
                severities=before.severities,
                signatures_required=before.signatures_required,
            )
            now = replace(now, settings=judged)
        if recordings and any(lifecycle.given_in_git(document) for document in now.documents):
            # History is opened only where something stands that it can confirm.
            from smq.approvals.recorded import with_recordings

            now = with_recordings(now, self.root, before, base)
        return now


def with_standing(
    system: QualitySystem, folder: Path, root: Path, revision: str = "HEAD"
) -> QualitySystem:
    """Return a platform that knows what changed since its approval, and what is in force instead.

    Git is asked only when a document is being revised; where it cannot answer, none is known.

    Args:
        system: the platform, as read.
        folder: where it was read.
        root: folder whose repository is asked.
        revision: where its history ends.
    """
    # Both rooms are loaded when a folder is read: `--help` and `explain` read none.
    from smq.approvals import fingerprinted, with_fingerprints

    read = partial(files.read, folder)
    known = with_fingerprints(system, read)
    revised = lifecycle.under_revision(known)
    if not revised:
        return known
    from smq.links import index
    from smq.load.past import past_documents
    from smq.vcs.versions import past_contents

    past = (
        fingerprinted(document, raw, index(known), read)
        for document, raw in past_documents(past_contents(root, revised, revision), known)
    )
    try:
        return replace(known, earlier=lifecycle.newest_in_force(past, known))
    except SmqError:
        return known


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return `fr` or `en`: `--lang`, `SMQ_LANG`, `langue` of smq.yaml, the locale, English.

    Read before the commands are built, because their help is translated too.
    """
    for asked in (_option(arguments, "--lang") or "", environment.get("SMQ_LANG", "")):
        if asked[:2].lower() in LANGUAGES:
            return asked[:2].lower()
    written = _settings_language(Path(_option(arguments, "-C") or "."))
    if written in LANGUAGES:
        return written
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def is_inside(arguments: Sequence[str]) -> bool:
    """Return whether the folder of a command line, `-C` or the working folder, is in a platform."""
    start = Path(_option(arguments, "-C") or ".")
    try:
        return start.is_dir() and bool(find_root(start.resolve()))
    except (SmqError, OSError):
        return False


def environment_date() -> str | None:
    """Return `SMQ_DATE`, None when it is not set."""
    return os.environ.get("SMQ_DATE") or None


def _option(arguments: Sequence[str], name: str) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == "--":
            return None
        if argument == name and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
        if not name.startswith("--") and argument.startswith(name) and argument != name:
            return argument.removeprefix(name)
    return None


def _settings_language(start: Path) -> str | None:
    try:
        file = find_root(start.resolve()) / FILE_NAME
        match = _LANGUAGE_LINE.search(file.read_bytes())
    except (SmqError, OSError):
        return None
    return match[1].decode() if match else None
