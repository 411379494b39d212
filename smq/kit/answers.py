"""What a platform answered, and the names that conditions and texts see."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from smq.errors import SmqError
from smq.expressions import holds
from smq.i18n import _
from smq.kit.addresses import apart
from smq.kit.kit import Kit
from smq.kit.merging import KEY as MERGES
from smq.kit.question import Answer, Question, in_language
from smq.kit.questions import understand
from smq.kit.texts import to_complete
from smq.load import text, yaml
from smq.model import Codification, Fields, Word, nearest, plain


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the platform, with the identifier it gets and the e-mails typed with the name."""

    id: str
    name: str
    function: str
    roles: tuple[str, ...]
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """Answers by key; None is «not known yet»."""

    values: Mapping[str, Answer]

    def text(self, key: str) -> str | None:
        """Return a text answer, None when unknown or empty."""
        value = self.values.get(key)
        return value if isinstance(value, str) and value else None

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.values.get(key)
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple) else ()

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of items in several parts."""
        value = self.values.get(key)
        if not isinstance(value, tuple):
            return ()
        return tuple(v for v in value if isinstance(v, tuple) and v and v[0])

    def flag(self, key: str) -> bool:
        """Return a yes or no; unknown is yes."""
        return self.values.get(key) is not False

    @property
    def members(self) -> tuple[Member, ...]:
        """Return the people, each once: head, quality officer, others, directors."""
        return _members(self)

    def member_with(self, role: str) -> Member | None:
        """Return the first person with a role."""
        return next((m for m in self.members if role in m.roles), None)

    def named(self, name: str) -> Member | None:
        """Return the person of that name, whatever its case."""
        alone = apart(name)[0].casefold()
        return next((m for m in self.members if m.name.casefold() == alone), None)

    def shown(self, member: Member) -> str:
        """Return how a person is written in the repository: the name, or the identifier."""
        return member.id if self.text("identifiants") == "identifiants" else member.name


def from_file(raw: bytes, kit: Kit, language: str = "fr") -> dict[str, Answer]:
    """Return the answers of a YAML file; errors quote labels in that language.

    Raises:
        SmqError: it is no YAML mapping, a key is no question, or an answer is not understood.
    """
    decoded = text.decode(raw)
    content = yaml.parse(decoded.text) if decoded else None
    if isinstance(content, yaml.Fault):
        raise SmqError(
            _("The file of answers is no readable YAML, line {line}, column {column}: {reason}."),
            _("A text that holds «:» or «#» goes between straight quotes: {example}"),
            example='nom: "Spectroscopie : Nancy"',
            line=content.line,
            column=content.column,
            reason=Word(content.reason),
        )
    if not isinstance(content, Fields):
        raise SmqError(
            _("The file of answers holds no «name: value» lines."),
            _("Questions: {known}."),
            known=", ".join(q.key for q in kit.questions),
        )
    written = [(key.text, value) for key, value in content.entries if key.text != MERGES]
    asked_ones = [(question(kit, key), plain(value)) for key, value in written]
    found: dict[str, Answer] = {}
    # An example of a code may hold the short name, which is then known wherever it stands.
    for one, value in sorted(asked_ones, key=lambda pair: pair[0].kind == "motif"):
        found[one.key] = understand(one, value, language, code_words(kit, found))
    return {one.key: found[one.key] for one, _value in asked_ones}


def from_pair(
    pair: str, kit: Kit, language: str = "fr", given: Mapping[str, Answer] | None = None
) -> tuple[str, Answer]:
    """Return the key and the answer of `--set KEY=VALUE`; `given` is what is answered already.

    Raises:
        SmqError: there is no `=`, the key is no question, or the answer is not understood.
    """
    key, sign, value = pair.partition("=")
    if not sign:
        raise SmqError(
            _("«{pair}» is not of the form name=value."),
            # In no sentence to translate: the quotes are those of the command line.
            _("Example: {command}"),
            pair=pair,
            command='--set "nom=Plateforme de spectroscopie"',
        )
    one = question(kit, key.strip())
    return one.key, understand(one, value.strip(), language, code_words(kit, given or {}))


def code_words(kit: Kit, given: Mapping[str, Answer]) -> Codification:
    """Return the words that a code of this kit may hold, with the short name once it is given."""
    short = given.get("sigle")
    return Codification(
        types=tuple(sorted({d.type for d in kit.documents})),
        processes=tuple(p.code for p in kit.processes),
        platform=short if isinstance(short, str) else None,
    )


def question(kit: Kit, key: str) -> Question:
    """Return the question of a key.

    Raises:
        SmqError: the kit asks no such question.
    """
    found = next((q for q in kit.questions if q.key == key), None)
    if found:
        return found
    known = tuple(q.key for q in kit.questions)
    near = nearest(key, known)
    raise SmqError(
        _("«{key}» is no question of the kit."),
        _("Nearest: {near}. All: {known}.") if near else _("Questions: {known}."),
        key=key,
        near=near or "",
        known=", ".join(known),
    )


def completed(kit: Kit, given: Mapping[str, Answer]) -> Answers:
    """Return the answers with the kit's defaults where nothing was said; nobody is invented."""
    return Answers({q.key: given.get(q.key, q.default) for q in kit.questions})


def asked(kit: Kit, given: Mapping[str, Answer]) -> tuple[Question, ...]:
    """Return the questions still to ask, in order."""
    return tuple(q for q in relevant(kit, given) if q.key not in given)


def relevant(kit: Kit, given: Mapping[str, Answer]) -> tuple[Question, ...]:
    """Return the questions whose condition holds with these answers, answered or not."""
    names = condition_names(completed(kit, given))
    return tuple(q for q in kit.questions if holds(q.condition, names))


def condition_names(answers: Answers) -> dict[str, object]:
    """Return the names that `si` may use."""
    return {
        "activites": answers.words("activites"),
        "risques": answers.words("risques"),
        "tutelles": answers.words("tutelles"),
        "plateaux": tuple(row[0] for row in answers.rows("plateaux")),
        "accompagnement": answers.flag("accompagnement"),
        "visas": answers.text("visas") or "papier",
        "identifiants": answers.text("identifiants") or "noms",
    }


def text_names(kit: Kit, answers: Answers) -> dict[str, object]:
    """Return the names that the kit's texts may use; what is unknown is a visible placeholder."""
    language = kit.language
    unknown = {
        q.key: to_complete(in_language(q.unknown, language) or q.key, language)
        for q in kit.questions
    }
    return {
        **condition_names(answers),
        "nom": answers.text("nom") or unknown.get("nom", ""),
        "sigle": answers.text("sigle") or answers.text("nom") or unknown.get("sigle", ""),
        "tutelles": list(answers.words("tutelles")) or [unknown.get("tutelles", "")],
        "unites": [
            {
                "nom": row[0],
                "directeur": _director(row, answers)
                or to_complete("nom de la direction de l’unité", language),
            }
            for row in answers.rows("unites")
        ],
        "plateaux": [
            {"nom": row[0], "site": row[1] if len(row) > 1 else ""}
            for row in answers.rows("plateaux")
        ],
        "personnes": [
            {"id": m.id, "nom": answers.shown(m), "fonction": m.function, "roles": list(m.roles)}
            for m in answers.members
        ],
        "responsable": _name(answers, "responsable", unknown.get("responsable", "")),
        "referent_qualite": _name(answers, "qualite", unknown.get("referent_qualite", "")),
        "engagement": answers.text("engagement") or unknown.get("engagement", ""),
    }


def _director(row: tuple[str, ...], answers: Answers) -> str:
    member = answers.named(row[1]) if len(row) > 1 else None
    return answers.shown(member) if member else ""


def _name(answers: Answers, role: str, unknown: str) -> str:
    member = answers.member_with(role)
    return answers.shown(member) if member else unknown


def _members(answers: Answers) -> tuple[Member, ...]:
    people: dict[str, Member] = {}
    rows = answers.rows("personnes")
    # A function that somebody typed wins over the one that a question implies.
    typed = {_key(row[0]): row[1] for row in reversed(rows) if len(row) > 1 and row[1]}

    def add(said: str, function: str, roles: list[str]) -> None:
        (name, addresses), key = apart(said), _key(said)
        known = people.get(key)
        if known is None:
            number = f"P{len(people) + 1:02}"
            people[key] = Member(number, name, typed.get(key, function), tuple(roles), addresses)
            return
        people[key] = replace(
            known,
            function=known.function or function,
            roles=tuple(dict.fromkeys((*known.roles, *roles))),
            addresses=tuple(dict.fromkeys((*known.addresses, *addresses))),
        )

    if head := answers.text("responsable"):
        add(head, "Responsable de plateforme", ["responsable"])
    if quality := answers.text("referent_qualite"):
        add(quality, "Référent qualité", ["qualite"])
    for row in rows:
        roles = row[2].split(", ") if len(row) > 2 and row[2] else ["operateur"]
        add(row[0], "", roles)
    for row in answers.rows("unites"):
        if len(row) > 1 and row[1]:
            add(row[1], "Direction d’unité", ["direction"])
    return tuple(people.values())


def _key(said: str) -> str:
    """Return what tells one person from another: the name, whatever its case."""
    return apart(said)[0].casefold()
