"""Which requests engage the platform."""

from smq.model.table import Row

_ACCEPTED = "acceptee"
_SERVICE = "prestation"


def is_for_a_service(request: Row) -> bool:
    """Return whether a request asks for a service: training and the like need no quote."""
    return request.value("activite") == _SERVICE


def asks_for_a_quote(request: Row) -> bool:
    """Return whether a request for a service was accepted: its price is then to be agreed."""
    return is_for_a_service(request) and request.value("decision") == _ACCEPTED
