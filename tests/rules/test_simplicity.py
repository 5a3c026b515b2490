from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Report, Severity
from pst_standards.rules import check

Check = Callable[..., Report]


def standard(*steps: dict[str, Any]) -> dict[str, Any]:
    return {"standards": [{"id": "x", "procedure": {"steps": list(steps)}}]}


def many(count: int, **more: Any) -> list[dict[str, Any]]:
    return [{"text": f"Langkah ke-{number}", **more} for number in range(1, count + 1)]


@pytest.mark.parametrize(("count", "found"), [(0, 0), (15, 0), (16, 1), (40, 1)])
def test_fifteen_steps_are_the_most(count: int, found: int, report: Check) -> None:
    assert len(report(standard(*many(count))).of("STD-047")) == found


def test_a_long_procedure_is_told_with_its_length(report: Check) -> None:
    (found,) = report(standard(*many(16))).of("STD-047")
    assert found.pointer == ("standards", 0, "procedure", "steps")
    assert found.params == {"count": 16, "limit": 15}
    assert found.message_key == "STD-047"
    assert found.severity is Severity.NOTE


def test_each_standard_is_counted(report: Check) -> None:
    short, long = standard(*many(15))["standards"][0], standard(*many(16))["standards"][0]
    given = {"standards": [short, {**long, "id": "y"}, {**short, "id": "z"}, {**long, "id": "w"}]}
    assert [hit.pointer[1] for hit in report(given).of("STD-047")] == [1, 3]


def test_channels_are_counted_apart_and_shared_steps_on_each(report: Check) -> None:
    online, in_person = many(10, channels=["online"]), many(9, channels=["in_person"])
    assert report(standard(*online, *in_person)).of("STD-047") == ()
    (found,) = report(standard(*many(6), *online, *in_person)).of("STD-047")
    assert found.pointer == ("standards", 0, "procedure", "steps")
    assert found.message_key == "STD-047.channel"
    assert found.params == {"count": 16, "limit": 15, "channel": "online"}
    both = report(standard(*many(7), *online, *in_person)).of("STD-047")
    assert [hit.params["channel"] for hit in both] == ["in_person", "online"]


def test_numbers_that_begin_again_begin_another_list(report: Check) -> None:
    twice = [
        {**step, "number": number}
        for step, number in zip(many(20), [*range(1, 11)] * 2, strict=True)
    ]
    assert report(standard(*twice)).of("STD-047") == ()
    once = [{**step, "number": number} for number, step in enumerate(many(20), 1)]
    (found,) = report(standard(*once)).of("STD-047")
    assert found.params["count"] == 20
    longest_first = [*once[:16], *once[:4]]
    (found,) = report(standard(*longest_first)).of("STD-047")
    assert found.params["count"] == 16


@given(st.integers(0, 40), st.integers(0, 10))
def test_more_steps_never_take_the_finding_away(count: int, more: int) -> None:
    first = check(standard(*many(count))).of("STD-047")
    second = check(standard(*many(count + more))).of("STD-047")
    assert len(first) <= len(second)
