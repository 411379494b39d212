"""A walk that is kept in `.smq/` until its verdict is given, so that nobody walks twice for it."""

import contextlib
import json
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from smq import private
from smq.cli import asking
from smq.cli.exercise_choice import Choice, dossiers_named
from smq.cli.exercise_live import walked_live
from smq.cli.exercise_verdict import Given
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.model import QualitySystem
from smq.model.chain import Chain
from smq.model.exercise import Exercise, Found, links_of


class KeptWalk:
    """The walk of a chain, kept while its verdict is asked for."""

    def __init__(self, chain: Chain, session: Session, given: Given) -> None:
        """Take the chain, whose name the file bears, and what options say of the verdict."""
        self.given = given
        self._chain = chain
        self._session = session
        self._file = f"exercice-{chain.name}.json"

    @property
    def path(self) -> str:
        """Return where it lies, for people."""
        return f"{private.FOLDER}/{self._file}"

    def refuse_another(self) -> None:
        """Raise when a walk of this chain waits for its verdict: another would take its place.

        Raises:
            SmqError: there is one.
        """
        if private.kept(self._session.root, self._file) is not None:
            raise SmqError(
                _("A walk of «{chain}» waits for its verdict."),
                _("To give it: {command}. To do without that walk, delete {path}."),
                chain=self._chain.title,
                command=self._command(),
                path=self.path,
            )

    def walked(self, exercise: Exercise) -> tuple[Found, ...]:
        """Walk an exercise live and keep what was walked.

        Raises:
            SmqError: a walk waits for its verdict already, or the input ends before the last link.
        """
        self.refuse_another()
        found = walked_live(exercise, self._session)
        self.keep(exercise, found)
        return found

    def keep(self, exercise: Exercise, found: Sequence[Found]) -> None:
        """Keep what was walked, and how its dossiers were chosen."""
        content = {
            "dossiers": [trail.label for trail in exercise.trails],
            "population": exercise.population,
            "seed": exercise.seed,
            "since": exercise.since.isoformat() if exercise.since else None,
            "until": exercise.until.isoformat() if exercise.until else None,
            "links": [
                [one.dossier, one.step.register.name, one.back, one.found, one.seconds, one.proof]
                for one in found
            ],
        }
        text = json.dumps(content, ensure_ascii=False, indent=1)
        private.keep(self._session.root, self._file, text.encode())

    def read(self, system: QualitySystem) -> tuple[Exercise, tuple[Found, ...]]:
        """Return what was walked, its dossiers as they stand now.

        Raises:
            SmqError: nothing is kept, or its dossiers are not there any more.
        """
        held = private.kept(self._session.root, self._file)
        if held is None:
            raise SmqError(
                _("No walk of «{chain}» waits for its verdict."),
                _("To walk one: smq exercise {name} --live --record"),
                chain=self._chain.title,
                name=self._chain.name,
            )
        try:
            return self._understood(json.loads(held.content), system)
        except (ValueError, KeyError, TypeError) as error:
            raise SmqError(
                _("The walk kept in {path} does not fit the registers any more."),
                _("Its times can be read there; to do without it, delete the file."),
                path=self.path,
            ) from error

    def note(self, given: Given) -> None:
        """Take what is known of the verdict, which the command says again."""
        self.given = given

    def forget(self) -> None:
        """Delete what was kept: the register has it."""
        with contextlib.suppress(OSError):
            (self._session.root / private.FOLDER / self._file).unlink(missing_ok=True)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Show the command that takes the walk up again when nothing comes of its verdict."""
        try:
            yield
        except (SmqError, KeyboardInterrupt):
            say = self._session.translate
            asking.write("")
            asking.write(say(_("The links walked and their times are kept. To give the verdict:")))
            asking.write(f"  {self._command()}")
            raise

    def _command(self) -> str:
        given = self.given
        options = (
            ("--led-by", given.led_by),
            ("--verdict", given.verdict),
            ("--by", given.by),
        )
        words = ["smq", "exercise", self._chain.name, "--resume", "--record"]
        for option, said in options:
            words += [option, said] if said else []
        if given.independent is not None:
            words.append("--independent" if given.independent else "--involved")
        return shlex.join(words)

    def _understood(
        self, content: dict[str, object], system: QualitySystem
    ) -> tuple[Exercise, tuple[Found, ...]]:
        labels, links = content["dossiers"], content["links"]
        if not isinstance(labels, list) or not isinstance(links, list):
            raise TypeError
        trails = {
            str(label): dossiers_named(str(label), self._chain, system)[str(label)]
            for label in labels
        }
        steps = {
            (label, step.register.name): step
            for label, trail in trails.items()
            for step in links_of(trail)
        }
        found = tuple(
            Found(dossier, steps[dossier, table], bool(back), bool(seen), int(seconds), str(proof))
            for dossier, table, back, seen, seconds, proof in links
        )
        since, until, seed = content["since"], content["until"], content["seed"]
        exercise = Exercise(
            self._chain,
            tuple(trails.values()),
            int(str(content["population"])),
            str(seed) if seed is not None else None,
            date.fromisoformat(str(since)) if since else None,
            date.fromisoformat(str(until)) if until else None,
        )
        return exercise, found


def refuse_resumed(*, record: bool, live: bool, choice: Choice, given: Given) -> None:
    """Raise for options that a walk which is taken up again cannot obey.

    Raises:
        SmqError: there is one, or --record is missing.
    """
    if not record:
        raise SmqError(_("--resume gives the verdict of a walk: add --record."), None)
    said = {
        "--live": live,
        "--ids": choice.named,
        "--seed": choice.seed,
        "--since": choice.since,
        "--until": choice.until,
        "--seconds": given.seconds is not None,
        "--found": given.found is not None,
        "--way": given.way,
    }
    names = [name for name, value in said.items() if value]
    if names:
        raise SmqError(
            _("{options}: a walk that is taken up again says it itself (--resume)."),
            _("Leave it out."),
            options=", ".join(names),
        )
