"""Time limits that differ much between offices for the same service: rule STD-022.

Certainty (UU 25/2009 Pasal 4) suffers when one office promises three days for what another does in
thirty. One definition cannot tell; many together can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median
from typing import Any, Final, NamedTuple

from pst_standards.model.channel import Channel
from pst_standards.model.definition import Definition
from pst_standards.model.service import Service
from pst_standards.rules.services import kind_of

_FEWEST: Final = 3
"""From so many offices on there is something to compare."""
_TOLERANCE: Final = 2
"""A limit more than twice the usual one, or less than half of it, stands out."""

_Key = tuple[str, str, str, str]


class Promise(NamedTuple):
    """A time limit that an office states for a service on a channel."""

    path: str
    service: str
    channel: str
    scope: str
    unit: str
    value: int

    @property
    def key(self) -> _Key:
        """What it can be compared by."""
        return self.service, self.channel, self.scope, self.unit


class Deviation(NamedTuple):
    """A promise that stands out among those of the other offices."""

    promise: Promise
    usual: float
    offices: int

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {**self.promise._asdict(), "usual": self.usual, "offices": self.offices}


def promises(path: str, definition: Definition) -> Iterator[Promise]:
    """Yield the time limits of a definition that can be compared."""
    kinds = {service.id: kind_of(service) for service in definition.services}
    for standard in definition.standards:
        name = standard.service or standard.id
        kind = kinds.get(name) or kind_of(Service(id=name))
        for limit in standard.time_limit.limits if standard.time_limit else ():
            if limit.value is None or limit.unit is None or limit.case is not None:
                continue
            scope = limit.scope.value if limit.scope else ""
            for channel in limit.channels or tuple(Channel):
                service = kind.value if kind else name
                yield Promise(path, service, channel.value, scope, limit.unit.value, limit.value)


def deviations(promised: Iterable[Promise]) -> tuple[Deviation, ...]:
    """Return the promises that stand out, in the order in which they were made."""
    groups: dict[_Key, list[Promise]] = {}
    for one in promised:
        groups.setdefault(one.key, []).append(one)
    return tuple(found for group in groups.values() for found in _outside(group))


def _outside(group: list[Promise]) -> Iterator[Deviation]:
    offices = len({one.path for one in group})
    if offices < _FEWEST:
        return
    usual = median(one.value for one in group)
    for one in group:
        if one.value > usual * _TOLERANCE or one.value * _TOLERANCE < usual:
            yield Deviation(one, float(usual), offices)
