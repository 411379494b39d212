"""Makes the files of a mirror: the version in force of each document, from history if need be."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from smq import lifecycle
from smq.cli import console
from smq.cli.dossier_source import earlier_contents
from smq.cli.progress import progress
from smq.cli.render import warn
from smq.cli.session import Session
from smq.evaluation.contents import as_in_force
from smq.i18n import LANGUAGES, Translator, _
from smq.model import Document, QualitySystem
from smq.render.deliverables import deliverables
from smq.render.master_list import applicable_documents
from smq.render.mirror_names import mirror_names


@dataclass(frozen=True)
class Made:
    """What a mirror is to hold.

    Attributes:
        documents: of which there is a file.
        names: path → name of its file.
        contents: name → bytes.
        kept: identifiers of documents whose file could not be made: what is there stays.
    """

    documents: tuple[Document, ...]
    names: Mapping[str, str]
    contents: Mapping[str, bytes]
    kept: frozenset[str]


def made_for(session: Session, system: QualitySystem) -> Made:
    """Make the file of each version in force; past contents are taken from history."""
    translate = session.translate
    past = earlier_contents(system, session.root)
    documents: list[Document] = []
    lost: list[Document] = []
    for document in applicable_documents(system):
        gone = document.path in system.earlier and document.path not in past
        (lost if gone else documents).append(document)
    for document in lost:
        sentence = _("{code}: the text of its version in force is not in the history here.")
        console.aside(translate(sentence, code=document.label))
    _say_unapproved(session, system)
    names = mirror_names(documents)
    contents: dict[str, bytes] = {}
    language = own_language(system, translate)
    with progress(len(documents), translate(_("Word files"))) as advance:
        found = deliverables(
            documents, as_in_force(system), session.root, language, past=past, names=names
        )
        for one in found:
            warn(one, translate)
            if one.content is None:
                lost.append(one.document)
            else:
                contents[one.name] = one.content
            advance()
    made = tuple(d for d in documents if names[d.path] in contents)
    return Made(made, names, contents, frozenset(d.id or d.label for d in lost))


def _say_unapproved(session: Session, system: QualitySystem) -> None:
    """Say which documents call themselves in force and were approved by nobody."""
    found = [
        document.label
        for document in system.documents
        if document.is_in_force(system.today)
        and lifecycle.version_in_force(document, system) is None
    ]
    if found:
        sentence = _("No approval, hence not in the mirror: {codes}. What to do: smq check")
        console.aside(session.translate(sentence, codes=", ".join(found)))


def own_language(system: QualitySystem, translate: Translator) -> Translator:
    """Return the platform's own language: its files do not depend on who makes them."""
    own = system.settings.language
    return replace(translate, language=own) if own in LANGUAGES else translate
