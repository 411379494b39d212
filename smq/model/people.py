"""The people of a platform."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a role: `direction`, `responsable`, `qualite`, `operateur`…

    Attributes:
        id: identifier in `smq.yaml`, for example `P03`.
        name: as shown.
        function: as shown in approval tables, or None.
        roles: words of `smq.yaml`.
        git: e-mail addresses of their commits.
    """

    id: str
    name: str
    function: str | None = None
    roles: tuple[str, ...] = ()
    git: tuple[str, ...] = ()
