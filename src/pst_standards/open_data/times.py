"""Time promises. ``xsd:duration`` counts hours and days of the calendar and nothing else.

Three working days from a Tuesday before days off may end ten days later, so that ``P3D`` would
promise what the office does not. Such a promise stands in own terms, and the report says so.
"""

from __future__ import annotations

from typing import Final

from pst_standards.model.channel import Channel, TimeUnit
from pst_standards.model.delivery import Limit, TimeScope
from pst_standards.open_data.building import Export, joined, words
from pst_standards.open_data.graph import Iri, Literal
from pst_standards.open_data.losses import Cursor

_CALENDAR: Final = {
    TimeUnit.MINUTE: "PT{}M",
    TimeUnit.HOUR: "PT{}H",
    TimeUnit.CALENDAR_DAY: "P{}D",
}
_WORKING: Final = (TimeUnit.WORKING_DAY, TimeUnit.DAY)


def duration(limit: Limit) -> str:
    """Return a promise as ``xsd:duration``, an empty text where that would say something else.

    >>> (
    ...     duration(Limit(value=30, unit=TimeUnit.MINUTE)),
    ...     duration(Limit(value=3, unit=TimeUnit.WORKING_DAY)),
    ... )
    ('PT30M', '')
    """
    if limit.value is None or limit.unit not in _CALENDAR:
        return ""
    return _CALENDAR[limit.unit].format(limit.value)


def time_limits(
    standard: Cursor, service: Iri, channels: dict[Channel, Iri], export: Export
) -> None:
    """State the time promises of a standard, each in full, and what can be said in a duration."""
    part = standard.part("time_limit")
    if part is None:
        return
    limits = part.parts("limits")
    whole = [one for one in limits if is_whole(one.node)]
    for limit in limits:
        named = _stated(limit, service, export)
        export.graph.add(service, "pst:timeLimit", named)
        found = bearers(limit.node, whole, service, channels)
        for bearer in found:
            said = Literal(duration(limit.node), datatype="xsd:duration")
            export.graph.add(bearer, "cv:processingTime", said)
        if not found:
            limit.tell("", _reason(limit.node))
    if part.node.note:
        export.graph.add(service, "pst:timeNote", *words(part.take("note")))


def is_whole(limit: Limit) -> bool:
    """Tell whether a promise is that of the whole process, as the law means it."""
    return limit.scope is TimeScope.WHOLE_PROCESS


def bearers(
    limit: Limit, whole: list[Cursor], service: Iri, channels: dict[Channel, Iri]
) -> list[Iri]:
    """Return what a promise may be written on: service or channels, one duration each."""
    if not duration(limit) or not is_whole(limit) or limit.case:
        return []
    if not limit.channels:
        return [service] if len(whole) == 1 else []
    rivals = [one.node for one in whole if one.node is not limit]
    if any(not one.channels or set(one.channels) & set(limit.channels) for one in rivals):
        return []
    return [channels[channel] for channel in limit.channels if channel in channels]


def _reason(limit: Limit) -> str:
    if limit.unit in _WORKING:
        return "working-days"
    return "time-part" if duration(limit) else "time-unit"


def _stated(limit: Cursor, service: Iri, export: Export) -> Iri:
    graph, node = export.graph, limit.node
    named = export.names.of("time-limit", limit, service.value.rpartition("/")[2])
    export.identified(named, "pst:TimeLimit")
    export.ledger.take(limit.pointer)
    graph.add(named, "dct:description", *(words(node.text) or _amount(node)))
    if node.value is not None:
        graph.add(named, "pst:value", Literal(str(node.value), datatype="xsd:integer"))
    for term, choices in {
        "pst:unit": [node.unit],
        "pst:scope": [node.scope],
        "pst:channel": node.channels,
    }.items():
        graph.add(named, term, *(export.concept(one) for one in choices if one is not None))
    for term, said in {"pst:from": node.start, "pst:to": node.end, "pst:case": node.case}.items():
        graph.add(named, term, *words(said))
    return named


def _amount(limit: Limit) -> tuple[Literal, ...]:
    if limit.value is None or limit.unit is None:
        return ()
    number = (Literal(str(limit.value), "id"), Literal(str(limit.value), "en"))
    unit = (Literal(limit.unit.id, "id"), Literal(limit.unit.en, "en"))
    return joined([number, unit], " ")
