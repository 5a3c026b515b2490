"""In a form a finding points at what is to be written, not at what happens to stand first."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from pst_standards.definitions.forms import NEW_ROW
from pst_standards.findings import Finding, Location, Pointer, Severity, Verdict
from pst_standards.rules.aiming import aimed

FORM = Location("kantor.xlsx")


class Looked:
    """Tells every place by its pointer."""

    def locate(self, pointer: Pointer) -> Location:
        """Return a cell that is named like the pointer."""
        return Location("kantor.xlsx", sheet="", cell="/".join(map(str, pointer)))


def found(rule: str, *pointer: str | int, **more: Any) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        verdict=Verdict.STATUTORY,
        pointer=pointer,
        location=FORM,
        **more,
    )


NO_FACILITY = found("FAC-004", variant="none")
NO_CHANNEL = found("STD-034", "complaints", variant="none")
TIME = ("standards", 0, "time_limit")


@pytest.mark.parametrize(
    ("finding", "data", "cell"),
    [
        (NO_FACILITY, {}, f"facilities/{NEW_ROW}/groups"),
        (
            NO_FACILITY,
            {"facilities": [{"id": "lift"}]},
            f"facilities/{NEW_ROW}/groups",
        ),
        (
            NO_CHANNEL,
            {"text": "x"},
            f"complaints/channels/{NEW_ROW}/medium",
        ),
        (
            found("STD-035", "complaints", params={"missing": ("name",)}),
            {},
            "complaints/responsible/name",
        ),
        (
            found("STD-035", "complaints", params={"missing": ("name",)}),
            {"responsible": {"address": {}, "name": "", "position": "Kepala"}},
            "complaints/responsible/name",
        ),
        (
            found("STD-001", "standards", 0, params={"component": "fee", "letter": "d"}),
            {},
            "standards/0/fee/kind",
        ),
        (
            found("STD-020", *TIME, variant="unstated"),
            {"limits": [{"scope": "waiting"}, {"value": 3}]},
            "standards/0/time_limit/limits/1/scope",
        ),
        (
            found("STD-020", *TIME, params={"scopes": ("waiting",)}),
            {"limits": [{"scope": "waiting"}]},
            f"standards/0/time_limit/limits/{NEW_ROW}/scope",
        ),
    ],
)
def test_what_is_missing_has_a_place(finding: Finding, data: Any, cell: str) -> None:
    assert aimed(finding, data, Looked()).cell == cell


@pytest.mark.parametrize(
    "finding",
    [
        found(
            "CIT-006",
            "standards",
            0,
            "name",
            params={"regulation": "x", "count": 1, "successor": "y"},
        ),
        found("OWN-001", words=(("en", "x", "Write facilities."),)),
        evolve(NO_FACILITY, location=Location("kantor.yaml")),
    ],
)
@pytest.mark.parametrize("data", [{"limits": 5}, {"limits": [{"scope": "waiting"}, 3]}])
def test_otherwise_a_finding_stays_where_it_is(finding: Finding, data: Any) -> None:
    assert aimed(finding, data, Looked()) == finding.location
