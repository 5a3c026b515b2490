"""Who may confirm: only the office whose documents they are, never a layer below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from pst_standards.definitions.faults import fault
from pst_standards.definitions.origin import Layer, Origin
from pst_standards.findings import Finding, Pointer
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import nodes

_KEY: Final = "confirmed"


def below_the_office(layers: Sequence[Layer]) -> tuple[list[Mapping[str, Any]], list[Finding]]:
    """Return the data of each layer, lowest first, with the top layer's confirmations only.

    A province that confirmed its own values would otherwise vouch for what an office laid over
    them. Each confirmation that falls away is a finding (DEF-031).
    """
    findings: list[Finding] = []
    kept: list[Mapping[str, Any]] = []
    for layer in layers[:-1]:
        places = list(_places(layer.data))
        for pointer in places:
            where = layer.place(pointer, key=True)
            findings.append(
                fault("DEF-031", variant="lower", pointer=pointer, location=where, layer=layer.name)
            )
        kept.append(_without(layer.data) if places else layer.data)
    return [*kept, layers[-1].data], findings


def early_confirmations(definition: Definition, on: date) -> list[Finding]:
    """Find confirmations of a day that on ``on`` has not come yet (DEF-031)."""
    origin = definition.origin or Origin(layers=(), data={})
    if not origin.confirms:
        return []
    found = (
        ((*pointer, _KEY), node.confirmed.on)
        for pointer, node in nodes(definition)
        if node.confirmed is not None
    )
    return [
        fault(
            "DEF-031",
            variant="future",
            pointer=pointer,
            location=origin.locate(pointer),
            found=day.isoformat(),
        )
        for pointer, day in found
        if day is not None and day > on
    ]


def _places(node: Any, pointer: Pointer = ()) -> Iterator[Pointer]:
    parts = node.items() if isinstance(node, dict) else enumerate(node)
    for step, part in parts:
        if step == _KEY and part is not None:
            yield (*pointer, step)
        elif isinstance(part, dict | list):
            yield from _places(part, (*pointer, step))


def _without(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _without(part) for key, part in node.items() if key != _KEY}
    return [_without(part) for part in node] if isinstance(node, list) else node
