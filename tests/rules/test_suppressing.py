from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.definitions import loads
from pst_standards.findings import Location, Report, Severity, Verdict
from pst_standards.model import Definition
from pst_standards.model.definition import Suppression
from pst_standards.rules import check

Check = Callable[..., Report]
DAYS = {"limits": [{"value": 30, "unit": "day"}, {"value": 10, "unit": "day"}]}


def definition(*suppressions: dict[str, Any]) -> dict[str, Any]:
    standards = [{"id": "a", "time_limit": DAYS}, {"id": "b", "time_limit": DAYS}]
    return {"standards": standards, "suppressions": list(suppressions)}


def accepted(**changes: Any) -> dict[str, Any]:
    parts = {"rule": "STD-021", "reason": "Menunggu keputusan pusat"} | changes
    return {name: value for name, value in parts.items() if value is not None}


@pytest.mark.parametrize(
    ("pointer", "left"),
    [
        (None, 0),
        ("", 0),
        ("/standards/0", 2),
        ("/standards/0/time_limit/limits/1", 3),
        ("/standards", 0),
        ("/standards/0/fee", 4),
    ],
)
def test_an_acceptance_holds_within_its_pointer(
    pointer: str | None, left: int, report: Check
) -> None:
    found = report(definition(accepted(pointer=pointer)))
    assert len(found.of("STD-021")) == left
    assert bool(found.of("DEF-026")) == (left == 4)


def test_other_rules_are_not_accepted_with_it(report: Check) -> None:
    assert len(report(definition(accepted())).of("STD-019")) == 4


@pytest.mark.parametrize(
    ("changes", "fault", "params"),
    [
        ({"reason": None}, "DEF-024", {"rule": "STD-021"}),
        ({"reason": "-"}, "DEF-024", {"rule": "STD-021"}),
        ({"until": "2026-11-21"}, "DEF-025", {"rule": "STD-021", "until": "2026-11-21"}),
        ({"rule": "STD-999"}, "DEF-027.unknown", {"rule": "STD-999"}),
        ({"rule": None}, "DEF-027.unknown", {"rule": ""}),
        ({"rule": "STD-001"}, "DEF-027", {"rule": "STD-001"}),
        ({"rule": "DEF-015"}, "DEF-027.shape", {"rule": "DEF-015"}),
        ({"pointer": "standards"}, "DEF-027.pointer", {"pointer": "standards"}),
    ],
)
def test_an_acceptance_that_does_not_count_is_reported(
    changes: dict[str, Any], fault: str, params: dict[str, str], report: Check
) -> None:
    found = report(definition(accepted(**changes)))
    hits = found.of("DEF-024", "DEF-025", "DEF-026", "DEF-027")
    assert [hit.message_key for hit in hits] == [fault]
    assert (hits[0].severity, hits[0].verdict) == (Severity.WARNING, Verdict.SHAPE)
    assert hits[0].pointer == ("suppressions", 0)
    assert hits[0].params == params
    assert len(found.of("STD-021")) == 4


def test_the_last_day_still_counts(report: Check) -> None:
    found = report(definition(accepted(until="2026-11-22")))
    assert found.of("STD-021", "DEF-025") == ()


def test_an_alias_names_its_rule(report: Check) -> None:
    given = {"suppressions": [accepted(rule="PGD-001")], "complaints": {"channels": [{"id": "a"}]}}
    assert report(given).of("STD-034", "DEF-026", "DEF-027") == ()


def test_what_the_law_commands_is_never_accepted(report: Check) -> None:
    given = {"suppressions": [accepted(rule="STD-034")]}
    found = report(given)
    assert [hit.message_key for hit in found.of("STD-034")] == ["STD-034.none"]
    (unused,) = found.of("DEF-026")
    assert unused.severity is Severity.NOTE
    assert (unused.pointer, unused.params) == (("suppressions", 0), {"rule": "STD-034"})


def test_what_is_wrong_with_an_acceptance_stands_where_it_was_read(day: dt.date) -> None:
    definition = loads("suppressions:\n  - {rule: STD-999}\n  - {rule: STD-021}\n")
    found = check(definition, as_of=day)
    assert [hit.location.line for hit in found.of("DEF-024", "DEF-027")] == [2, 3]


def test_an_acceptance_built_in_python_has_no_place(day: dt.date) -> None:
    said = Suppression(rule="STD-021")
    (found,) = check(Definition(suppressions=(said,)), as_of=day).of("DEF-024")
    assert found.location == Location()


def test_an_acceptance_of_a_rule_that_did_not_run_is_not_called_unused(report: Check) -> None:
    given = {"suppressions": [accepted(rule="MKL-007")]}
    assert report(given).of("DEF-026") == ()
