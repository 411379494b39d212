"""What evidence asks for, in words: what a person reads who wants to satisfy a criterion."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from smq.i18n import Translator, _
from smq.model import Fields, Items, Node, QualitySystem, Scalar, text_of
from smq.model.referential import Evidence
from smq.report.coverage_words import FACTS

_INDENT = "  "
_GROUPS = {
    "un_de": _("one of these:"),
    "tout": _("all of these:"),
    "sauf": _("not this:"),
}

_OF_TYPE = {
    (False, False): _("a document of the type «{what}» in force"),
    (True, False): _("in each process, a document of the type «{what}» in force"),
    (False, True): _("every document of the type «{what}» in force, one at least"),
    (True, True): _("in each process, every document of the type «{what}» in force, one at least"),
}
"""(In each process, all of them) → msgid."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is written below one word of evidence, its values as texts."""

    node: Fields
    kind: str

    def text(self, key: str) -> str:
        return text_of(self.node.get(key)) or ""

    def listed(self, key: str) -> str:
        held = self.node.get(key)
        items = held.items if isinstance(held, Items) else (held,)
        return ", ".join(text for item in items if (text := text_of(item)))

    def below(self, key: str) -> "_Asked":
        held = self.node.get(key)
        return _Asked(held if isinstance(held, Fields) else Fields((), 1, 1), self.kind)


def wanted(evidence: Evidence, system: QualitySystem, translate: Translator) -> Iterator[str]:
    """Yield what a tree of evidence asks for, a line for each piece, groups indented.

    Args:
        evidence: of a criterion.
        system: names documents by their code, tables and chains by their title.
        translate: language.
    """
    yield from _lines(evidence.kind, evidence.node, _Wording(system, translate), "")


def _lines(kind: str, node: Node, wording: "_Wording", indent: str) -> Iterator[str]:
    if kind in _GROUPS:
        inner = node.get(kind) if isinstance(node, Fields) and node.get(kind) else node
        items = inner.items if isinstance(inner, Items) else (inner,)
        # All of them is what a list of lines says by itself.
        shown = kind != "tout" or bool(indent)
        if shown:
            yield f"{indent}– {wording.translate(_GROUPS[kind])}"
        for item in items:
            if isinstance(item, Fields) and item.entries:
                yield from _lines(
                    _kind_of(item), item, wording, indent + (_INDENT if shown else "")
                )
        return
    say = _SAYING.get(kind)
    asked = _Asked(_options(kind, node), kind)
    yield f"{indent}– {say(wording, asked) if say else kind}"


def _kind_of(node: Fields) -> str:
    return next(
        (k.text for k, _value in node.entries if k.text in _SAYING or k.text in _GROUPS),
        node.entries[0][0].text,
    )


def _options(kind: str, node: Node) -> Fields:
    """Return the options of a piece: those below its word, else those beside it."""
    if not isinstance(node, Fields):
        key = Scalar(kind, node.line, node.column)
        return Fields(((key, node),), node.line, node.column)
    below = node.get(kind)
    return below if isinstance(below, Fields) else node


@dataclass(frozen=True, slots=True)
class _Wording:
    """Says one piece of evidence in a sentence."""

    system: QualitySystem
    translate: Translator

    def model(self, name: str) -> str:
        """Return the code and title of the document made from a model, else the model."""
        for document in self.system.documents:
            if (document.model or "").rpartition("/")[2] == name:
                return f"{document.label}, {document.title}"
        return self.translate(_("the document of the kit «{model}»"), model=name)

    def named(self, fact: str) -> str:
        """Return a fact of the settings in words, else its name."""
        return self.translate(FACTS[fact]) if fact in FACTS else fact

    def table(self, name: str) -> str:
        register = self.system.registers.get(name)
        return register.schema.title if register else name

    def filled(self, asked: _Asked) -> str:
        """Return which fields or columns must hold something, with what comes before it."""
        names = asked.listed("remplis")
        return self.translate(_(", with {names} filled in"), names=names) if names else ""

    def recent(self, asked: _Asked) -> str:
        months = asked.text("depuis_mois")
        return self.translate(_(", in the last {months} months"), months=months) if months else ""

    def document(self, asked: _Asked) -> str:
        say = self.translate
        if asked.text("type"):
            declared = self.system.types.get(asked.text("type"))
            name = declared.name(say.language) if declared else asked.text("type")
            sentence = _OF_TYPE[bool(asked.text("par")), asked.text("tous") == "true"]
            return say(sentence, what=name) + self.filled(asked)
        said = say(_("in force and filled in: {what}"), what=self.model(asked.text("modele")))
        audience, current = asked.text("diffusion"), asked.text("a_jour") == "true"
        more = say(_(", its audience: {audience}"), audience=audience) if audience else ""
        more += say(_(", its review not overdue")) if current else ""
        return said + self.filled(asked) + more

    def section(self, asked: _Asked) -> str:
        values = {"section": asked.text("titre"), "what": self.model(asked.text("modele"))}
        said = self.translate(_("the section «{section}» filled in: {what}"), **values)
        rows = asked.text("lignes")
        return said + (self.translate(_(", a table of {rows} rows"), rows=rows) if rows else "")

    def register(self, asked: _Asked) -> str:
        say = self.translate
        table = self.table(asked.text("registre"))
        what = asked.text("dit") or say(_("rows"))
        if asked.text("aucun") == "true":
            return say(_("in the register «{table}», none: {what}"), table=table, what=what)
        number = asked.text("au_moins") or "1"
        values = {"table": table, "what": what, "number": number}
        said = say(_("in the register «{table}», at least {number}: {what}"), **values)
        rule = asked.text("regle")
        more = say(_("; each with {rule}"), rule=rule) if rule else ""
        return said + self.recent(asked) + self.filled(asked) + more

    def covers(self, asked: _Asked) -> str:
        say = self.translate
        by = asked.text("dit") or self.table(asked.below("par").text("registre"))
        if asked.text("processus"):
            return say(_("for each process: {what}"), what=by)
        table = self.table(asked.text("registre"))
        return say(_("for each row of «{table}» concerned: {what}"), table=table, what=by)

    def fact(self, asked: _Asked) -> str:
        what = asked.text("dit") or self.named(asked.text("fait"))
        return self.translate(_("in smq.yaml: {what}"), what=what)

    def file(self, asked: _Asked) -> str:
        say = self.translate
        what = self.model(asked.text("fichier"))
        each, signed = self.named(asked.text("par")), self.named(asked.text("signe_par"))
        sentence = (
            _("a filed and signed copy for each of «{each}»: {what}")
            if each
            else _("a filed and signed copy: {what}")
        )
        more = say(_(", signed by each of «{people}»"), people=signed) if signed else ""
        return say(sentence, each=each, what=what) + more + self.recent(asked)

    def chain(self, asked: _Asked) -> str:
        chain = self.system.chains.get(asked.text("chaine"))
        title = chain.title if chain else asked.text("chaine")
        number = asked.text("au_moins") or "1"
        sentence = _("at least {number} dossier that can be walked from end to end: {what}")
        return self.translate(sentence, number=number, what=title) + self.recent(asked)

    def declaration(self, asked: _Asked) -> str:
        sentence = _("the answer of a person: smq declare {criterion}")
        return self.translate(sentence, criterion=asked.text("critere")) + self.recent(asked)

    def criteria(self, asked: _Asked) -> str:
        return self.translate(_("what satisfies {ids}"), ids=asked.listed("criteres"))


_SAYING: Mapping[str, Callable[[_Wording, _Asked], str]] = {
    "document": _Wording.document,
    "section": _Wording.section,
    "registre": _Wording.register,
    "couvre": _Wording.covers,
    "fait": _Wording.fact,
    "fichier": _Wording.file,
    "chaine": _Wording.chain,
    "declaration": _Wording.declaration,
    "criteres": _Wording.criteria,
}
"""Word of a sort of evidence → what says it; another is said by its word."""
