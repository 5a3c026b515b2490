"""What changes mean for citizens."""

from __future__ import annotations

from typing import Any

import pytest

from pst_standards.definitions import loads
from pst_standards.exchange.changes import Comparison, compare


def compared(old: dict[str, Any], new: dict[str, Any], **more: Any) -> Comparison:
    was, now = ({**more, "standards": [{"id": "s", **one}]} for one in (old, new))
    return compare(loads(was), loads(now))


def limit(value: int, unit: str) -> dict[str, Any]:
    return {"time_limit": {"limits": [{"id": "m", "value": value, "unit": unit}]}}


def items(component: str, *found: dict[str, Any], key: str = "items") -> dict[str, Any]:
    return {component: {key: [{"id": f"i{place}", **one} for place, one in enumerate(found)]}}


KTP = {"text": "KTP"}
TABLE: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (limit(3, "working_day"), limit(4, "working_day"), "worse"),
    (limit(3, "calendar_day"), limit(3, "working_day"), "worse"),
    (limit(4, "working_day"), limit(3, "calendar_day"), "better"),
    (limit(3, "working_day"), limit(4, "calendar_day"), "unclear"),
    (limit(60, "minute"), limit(1, "hour"), "neutral"),
    (limit(60, "minute"), limit(59, "minute"), "better"),
    (limit(1, "day"), limit(1, "working_day"), "unclear"),
    (limit(1, "day"), {"time_limit": {"limits": []}}, "worse"),
    (items("requirements", KTP), items("requirements", KTP, KTP), "worse"),
    (items("requirements", KTP, KTP), items("requirements", KTP), "better"),
    (items("requirements", KTP), items("requirements", {"text": "KTP dan KK"}), "unclear"),
    (items("requirements", KTP), items("requirements", {"text": "ktp."}), "neutral"),
    (
        items("requirements", KTP),
        items("requirements", {"text": {"id": "KTP", "en": "ID"}}),
        "neutral",
    ),
    (items("requirements", KTP), items("requirements", {**KTP, "document": "KTP"}), "worse"),
    ({"fee": {"kind": "free"}}, {"fee": {"kind": "pnbp"}}, "worse"),
    ({"fee": {"kind": "pnbp"}}, {"fee": {"kind": "zero_rupiah"}}, "better"),
    ({"fee": {"kind": "free"}}, {"fee": {"kind": "zero_rupiah"}}, "neutral"),
    (items("fee", {"amount": 5}), items("fee", {"amount": 4}), "better"),
    (items("fee", {"amount": 5}), items("fee", {"amount": 5}, {"amount": 0}), "neutral"),
    (items("fee", {"amount": 5}), items("fee", {"amount": 5}, {"amount": 9}), "worse"),
    (items("fee", {"amount": 5, "case": "x"}), {"fee": {"items": []}}, "unclear"),
    (items("product", KTP), items("product", KTP, KTP), "better"),
    (
        items("product", {"formats": ["PDF", "CSV"]}),
        items("product", {"formats": ["CSV"]}),
        "worse",
    ),
    (items("product", {"formats": ["PDF"]}), items("product", {"formats": ["CSV"]}), "unclear"),
    (
        items("procedure", {"actor": "user"}, key="steps"),
        items("procedure", {"actor": "system"}, key="steps"),
        "better",
    ),
    (
        items("procedure", {"actor": "user"}, key="steps"),
        items("procedure", {"actor": "user"}, {"actor": "officer"}, key="steps"),
        "unclear",
    ),
    ({"staffing": {"count": 3}}, {"staffing": {"count": 2}}, "worse"),
    ({"staffing": {"count": 3}}, {"staffing": {"posts": 2, "count": 3}}, "unclear"),
    (
        items("product", {"formats": ["PDF", "CSV"]}),
        items("product", {"formats": ["CSV", "PDF"]}),
        "neutral",
    ),
    (
        items("procedure", {"time": {"value": 1, "unit": "hour"}}, key="steps"),
        items("procedure", {"time": {"value": 90, "unit": "minute"}}, key="steps"),
        "worse",
    ),
    (
        items("procedure", {"time": {"value": 1, "unit": "hour"}}, key="steps"),
        items("procedure", {"text": "x", "actor": "user"}, key="steps"),
        "unclear",
    ),
    (limit(1, "month"), limit(30, "calendar_day"), "unclear"),
    (limit(1, "month"), limit(2, "month"), "worse"),
    (limit(1, "month"), {"time_limit": {"limits": [{"id": "m", "value": 1}]}}, "unclear"),
    ({"fee": {"kind": "free"}}, {"fee": {"instrument": "PP 13/2024"}}, "unclear"),
    ({"fee": {"kind": "free"}}, {"fee": {"kind": "free", "instrument": "PP 13/2024"}}, "neutral"),
    (
        items("procedure", {"actor": "user"}, key="steps"),
        items("procedure", {"actor": "user"}, {"actor": "user"}, key="steps"),
        "worse",
    ),
    (
        items("procedure", {"actor": "officer"}, key="steps"),
        items("procedure", {"actor": "system"}, key="steps"),
        "unclear",
    ),
    ({"title": "Layanan"}, {"title": "Pelayanan"}, "unclear"),
    ({"title": "Layanan"}, {"title": "LAYANAN"}, "neutral"),
    (
        items("competence", {"text": "Sarjana statistik"}),
        items("competence", {"text": "Lulusan SMA"}),
        "unclear",
    ),
    ({"internal_supervision": {"text": "Atasan"}}, {"internal_supervision": {}}, "unclear"),
]


@pytest.mark.parametrize(("old", "new", "effect"), TABLE)
def test_the_effect_of_a_change_and_of_its_reverse(
    old: dict[str, Any], new: dict[str, Any], effect: str
) -> None:
    turned = {"worse": "better", "better": "worse"}.get(effect, effect)
    assert [part.effect.value for part in compared(old, new).parts] == [effect]
    assert [part.effect.value for part in compared(new, old).parts] == [turned]


def test_each_change_of_a_component_in_force_needs_discussion_whatever_its_effect() -> None:
    for old, new in ((limit(3, "hour"), limit(2, "hour")), (limit(2, "hour"), limit(3, "hour"))):
        assert compared(old, new).discussion
        assert compared(old, new, stage="adopted").discussion
        assert not compared(old, new, stage="draft").discussion


def test_a_translation_or_a_source_needs_no_discussion() -> None:
    old = {"requirements": {"note": "Asli"}}
    for note in ({"id": "Asli", "en": "Original"}, "asli."):
        assert not compared(old, {"requirements": {"note": note}}).discussion
    assert not compared(old, {"requirements": {"note": "Asli", "source": "x"}}).discussion
    assert compared(old, {"requirements": {"note": "Fotokopi"}}).discussion


def test_a_standard_that_comes_or_goes_needs_discussion_too() -> None:
    two = {"standards": [{"id": "a"}, {"id": "b"}]}
    for old, new in ((two, {"standards": [{"id": "a"}]}), ({"standards": [{"id": "a"}]}, two)):
        assert compare(loads(old), loads(new)).discussion
        assert not compare(loads({**old, "stage": "draft"}), loads(new)).discussion


def test_what_stands_beside_the_standards_is_told_without_discussion() -> None:
    found = compare(loads({"services": [{"id": "a"}]}), loads({"services": [], "lang": "id"}))
    told = {part.path: part.effect.value for part in found.parts}
    assert told == {("lang",): "neutral", ("services",): "worse"}
    assert not found.discussion


def test_another_order_of_steps_is_for_people_to_judge_and_of_requirements_is_none() -> None:
    two = [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]
    for component, key, effect in (
        ("procedure", "steps", "unclear"),
        ("requirements", "items", "neutral"),
    ):
        (part,) = compared({component: {key: two}}, {component: {key: two[::-1]}}).parts
        assert (part.effect.value, part.discussion) == (effect, effect == "unclear")


def test_the_gravest_effect_of_a_component_is_its_effect() -> None:
    old = items("requirements", KTP, {"text": "KK"})
    new = {"requirements": {"items": [{"id": "i0", **KTP}, {"id": "i9", **KTP}]}}
    (part,) = compared(old, new).parts
    assert sorted(one.effect.value for one in part.changes) == ["better", "worse"]
    assert part.effect.value == "worse"
