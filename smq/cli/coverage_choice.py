"""Which referential and which stage a command looks at."""

from dataclasses import replace

from smq.errors import SmqError
from smq.i18n import _
from smq.model import QualitySystem, nearest
from smq.model.referential import STAGES, Referential


def chosen_referential(system: QualitySystem, name: str | None) -> Referential:
    """Return the referential of that name, else the platform's first.

    Raises:
        SmqError: the platform has none, or none of that name.
    """
    known = {referential.name: referential for referential in system.referentials}
    if not known:
        raise SmqError(
            _("This platform is judged against no referential."),
            _("Name one in smq.yaml: referentiels: [infra-plus]"),
        )
    if name is None:
        return system.referentials[0]
    if name not in known:
        raise SmqError(
            _("«{name}» is no referential of this platform."),
            _("Referentials: {known}."),
            name=name,
            known=", ".join(known),
        )
    return known[name]


def chosen_stage(word: str | None) -> str | None:
    """Return the stage that a word names, None for none.

    Raises:
        SmqError: it is no stage.
    """
    if word is None or word in STAGES:
        return word
    near = nearest(word, STAGES)
    raise SmqError(
        _("«{word}» is no stage."),
        _("Nearest: {near}.") if near else _("Stages: {known}."),
        word=word,
        near=near or "",
        known=", ".join(STAGES),
    )


def at_stage(system: QualitySystem, stage: str | None) -> QualitySystem:
    """Return a system as it would be at a stage, the same when none is named."""
    if stage is None:
        return system
    label = replace(system.settings.label, stage=stage)
    return replace(system, settings=replace(system.settings, label=label))
