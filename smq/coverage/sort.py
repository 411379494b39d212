"""What a sort of evidence is: a word, the options it takes, and how it is judged."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from smq.coverage.case import Case
from smq.errors import SmqError
from smq.expressions import understood
from smq.i18n import _
from smq.load.fields import Reader
from smq.model import Fields, Location, Problem, Scalar, Word
from smq.model.coverage import Judgement, Lack, Proof, Verdict
from smq.model.referential import Evidence

FAULT = "ill-formed-criterion"
UNKNOWN = "unknown-criterion-key"
NOTHING_SUCH = "unsatisfiable-evidence"
A_CONDITION = Word(_("a condition such as statut == 'ouvert'"))
MORE = _("and {count} more")
_SHOWN = 3


class Option(Enum):
    """What an option holds."""

    TEXT = auto()
    TEXTS = auto()
    NUMBER = auto()
    TRUTH = auto()
    CONDITION = auto()
    OPTIONS = auto()


@dataclass(frozen=True)
class Sort:
    """One sort of evidence; each is a file of `smq/coverage/evidence/`.

    Attributes:
        word: that names it in a referential.
        options: it takes, each with what it holds.
        judge: evidence and case → what became of it; never called for evidence with faults.
        faults: what makes it impossible to satisfy on this platform.
        below: option → the options below it.
        branches: it holds other evidence.
    """

    word: str
    options: Mapping[str, Option]
    judge: Callable[[Evidence, Case], Judgement]
    faults: Callable[[Evidence, Case], Iterator[Problem]] = lambda _evidence, _case: iter(())
    below: Mapping[str, Mapping[str, Option]] = field(default_factory=dict)
    branches: bool = False


def options(evidence: Evidence, problems: list[Problem] | None = None) -> Reader:
    """Return a reader of the options of a piece of evidence.

    `registre: demandes` alone is `registre: {registre: demandes}`.
    """
    node = evidence.node
    if not isinstance(node, Fields):
        name = Scalar(evidence.kind, evidence.location.line or 1, evidence.location.column or 1)
        node = Fields(((name, node),), name.line, name.column)
    found = [] if problems is None else problems
    return Reader(node, evidence.location.path, found, FAULT)


def ill_formed(evidence: Evidence, sort: Sort) -> list[Problem]:
    """Return what is not of its form among the options: a number, a condition that is none."""
    problems: list[Problem] = []
    reader = options(evidence, problems)
    _read(reader, sort.options)
    for key, known in sort.below.items():
        _read(reader.mapping(key), known)
    return problems


def unknown_options(evidence: Evidence, sort: Sort) -> list[Problem]:
    """Return the keys that nothing reads, among the options and beside the word."""
    problems: list[Problem] = []
    reader = options(evidence, problems)
    reader.unknown(tuple(sort.options), UNKNOWN)
    for key, known in sort.below.items():
        reader.mapping(key).unknown(tuple(known), UNKNOWN)
    return [*problems, *beside(evidence)]


def beside(evidence: Evidence) -> Iterator[Problem]:
    """Yield the keys written beside a word whose options stand below it."""
    for key in evidence.beside:
        place = Location(evidence.location.path, key.line, key.column)
        yield Problem(UNKNOWN, place, (("key", key.text), ("near", "")))


def _read(reader: Reader, known: Mapping[str, Option]) -> None:
    """Read every option as what it holds; the reader notes what is not."""
    for key, option in known.items():
        if option is Option.TEXT:
            reader.text(key)
        elif option is Option.TEXTS:
            reader.texts(key)
        elif option is Option.NUMBER:
            reader.integer(key)
        elif option is Option.TRUTH:
            reader.boolean(key, False)
        elif option is Option.OPTIONS:
            reader.mapping(key)
        else:
            _read_condition(reader, key)


def _read_condition(reader: Reader, key: str) -> None:
    text, node = reader.text(key), reader.node(key)
    if text is None or node is None:
        return
    try:
        understood(text)
    except SmqError:
        reader.wrong(key, node, A_CONDITION)


def number(reader: Reader, key: str, default: int) -> int:
    """Return a number among the options, a default when it is absent."""
    found = reader.integer(key)
    return default if found is None else found


def satisfied(*proofs: Proof, support: tuple[Proof, ...] | None = None) -> Judgement:
    """Return what holds by its proofs; the support is the proofs when it is not another."""
    return Judgement(Verdict.SATISFIED, proofs, (), proofs if support is None else support)


def partial(support: tuple[Proof, ...], lacks: tuple[Lack, ...]) -> Judgement:
    """Return what holds in part: without all that supports it, nothing would."""
    return Judgement(Verdict.PARTIAL, either(support), shortened(lacks), support)


def unsatisfied(*lacks: Lack) -> Judgement:
    """Return what does not hold."""
    return Judgement(Verdict.UNSATISFIED, (), shortened(lacks))


def counted(
    sentence: tuple[str, str],
    values: Mapping[str, object],
    location: Location | None = None,
    command: str | None = None,
) -> Lack:
    """Return what is missing, said by a sentence with its plural: `count` of the values decides."""
    one, many = sentence
    return Lack(one, values, location, command, plural=many)


def shortened(lacks: tuple[Lack, ...]) -> tuple[Lack, ...]:
    """Return the first of many lacks of one sort, and how many more there are."""
    rest = lacks[_SHOWN:]
    left = len(rest)
    if not rest:
        return lacks
    return *lacks[:_SHOWN], Lack(MORE, {"count": left}, more=left, rest=rest)


def either(proofs: tuple[Proof, ...]) -> tuple[Proof, ...]:
    """Return one proof for several of which one is enough: it falls only without all of them."""
    if len(proofs) < 2:
        return proofs
    refs = dict.fromkeys(ref for proof in proofs for ref in proof.ref.split(" | "))
    return (Proof(proofs[0].kind, " | ".join(refs)),)


def nothing_such(evidence: Evidence, what: str, word: str) -> Problem:
    """Return the fault of evidence that asks for a thing that the platform cannot have."""
    return Problem(NOTHING_SUCH, evidence.location, (("what", what), ("word", word)))
