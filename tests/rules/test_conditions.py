from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.definitions import loads
from pst_standards.rules import conditions
from pst_standards.rules.conditions import has, has_component
from pst_standards.rules.context import Context


def context(data: dict[str, Any]) -> Context:
    return Context(definition=loads(data), as_of=dt.date(2026, 11, 22))


@pytest.mark.parametrize(
    ("name", "holds", "lacks"),
    [
        ("has_standards", {"standards": [{"id": "a"}]}, {"services": [{"id": "a"}]}),
        ("has_services", {"services": [{"id": "a"}]}, {"standards": [{"id": "a"}]}),
        ("may_be_of_bps", {"office": {"name": "BPS Contoh"}}, {"office": {"name": "Dinas Contoh"}}),
        ("has_texts", {"complaints": {"text": "Semua layanan"}}, {"services": [{"id": "a"}]}),
        ("refers_reports_of_abuse", {"complaints": {"whistleblowing": {}}}, {"complaints": {}}),
        ("describes_complaint_management", {"complaints": {"mechanism": {}}}, {"complaints": {}}),
    ],
)
def test_a_condition_holds_where_the_part_is_there(
    name: str, holds: dict[str, Any], lacks: dict[str, Any]
) -> None:
    condition = getattr(conditions, name)
    assert condition(context(holds)) is True
    assert condition(context(lacks)) is False


@pytest.mark.parametrize("name", ["refers_reports_of_abuse", "describes_complaint_management"])
def test_where_nothing_is_said_of_complaints_there_is_no_part_of_them(name: str) -> None:
    assert getattr(conditions, name)(context({})) is False


def test_a_part_is_asked_for_by_its_key() -> None:
    given = context({"office": {"name": "BPS Contoh"}})
    assert has("office")(given) is True
    assert has("maklumat")(given) is False


def test_one_standard_with_the_component_is_enough() -> None:
    given = context({"standards": [{"id": "a"}, {"id": "b", "fee": {"kind": "free"}}]})
    assert has_component("fee")(given) is True
    assert has_component("product")(given) is False
    assert has_component("fee")(context({})) is False
