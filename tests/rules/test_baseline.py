from __future__ import annotations

import copy
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions import Reading, read_data
from pst_standards.findings import Finding, Pointer, Report, Severity, Verdict
from pst_standards.messages import LANGUAGES
from pst_standards.rules import BaselineError, check_reading, standard_rulebook
from pst_standards.rules.baseline import (
    Debt,
    apart,
    debt,
    entries,
    may_be_known,
    read_baseline,
    written,
)

DAY = dt.date(2026, 11, 26)
ROWS = standard_rulebook().rows
GIVEN: dict[str, Any] = {
    "standards": [
        {"id": "library", "time_limit": {"limits": [{"id": "a", "value": 3, "unit": "day"}]}},
        {"id": "consultation", "time_limit": {"limits": [{"value": 30, "unit": "day"}]}},
    ],
    "complaints": {"channels": [{"id": "box", "medium": "box"}]},
}


def checked(data: dict[str, Any]) -> tuple[Reading, Report]:
    reading = read_data(data)
    return reading, check_reading(reading, as_of=DAY)


def baseline(data: dict[str, Any], name: str = "kantor") -> str:
    reading, report = checked(data)
    return written(entries(name, report, reading.definition, ROWS))


def told(data: dict[str, Any], known: str, name: str = "kantor") -> Report:
    reading, report = checked(data)
    return apart(report, reading.definition, read_baseline(known).of(name), ROWS)


def test_what_was_known_is_told_apart_and_does_not_count() -> None:
    after = told(GIVEN, baseline(GIVEN))
    assert {found.rule for found in after.known} >= {"STD-021", "STD-019"}
    assert after.of("STD-021", "STD-019", "DEF-035") == ()
    assert len(after.findings) + len(after.known) == len(checked(GIVEN)[1].findings)


def test_what_the_law_commands_is_never_in_a_baseline() -> None:
    text = baseline(GIVEN)
    assert "STD-001" not in text
    _, report = checked(GIVEN)
    assert not any(may_be_known(found, ROWS) for found in report.of("STD-001"))
    after = told(GIVEN, text)
    assert after.of("STD-001") == report.of("STD-001")


def test_a_fault_of_the_file_is_never_in_a_baseline() -> None:
    assert "DEF-" not in baseline({**GIVEN, "stagee": "draft"})


def test_items_are_named_by_their_ids_and_by_their_place_where_they_have_none() -> None:
    reading, report = checked(GIVEN)
    first, second = (debt(found, reading.definition) for found in report.of("STD-021"))
    assert first.pointer == "/standards/library/time_limit/limits/a"
    assert second.pointer == "/standards/consultation/time_limit/limits/0"
    assert len(first.value) == 16


def test_what_moves_stays_known() -> None:
    moved = copy.deepcopy(GIVEN)
    moved["standards"].reverse()
    moved["standards"].insert(0, {"id": "new", "title": "Standar baru"})
    after = told(moved, baseline(GIVEN))
    assert after.of("STD-021") == ()


def test_what_changes_is_new() -> None:
    changed = copy.deepcopy(GIVEN)
    changed["standards"][0]["time_limit"]["limits"][0]["value"] = 5
    after = told(changed, baseline(GIVEN))
    (found,) = after.of("STD-021")
    assert found.params["value"] == 5
    (gone,) = after.of("DEF-035")
    assert (gone.severity, gone.params) == (Severity.NOTE, {"count": 1, "rules": ("STD-021",)})


def test_a_second_finding_like_a_known_one_is_new() -> None:
    _, report = checked(GIVEN)
    reading, _ = checked(GIVEN)
    twice = Report(as_of=DAY, findings=(*report.of("STD-021")[:1], *report.of("STD-021")[:1]))
    known = read_baseline(baseline(GIVEN)).of("kantor")
    after = apart(twice, reading.definition, known, ROWS)
    assert (len(after.known), len(after.of("STD-021"))) == (1, 1)


def test_each_input_has_its_own_debt() -> None:
    assert told(GIVEN, baseline(GIVEN), name="lain").known == ()


def test_a_rule_that_is_no_more_is_not_told_as_gone() -> None:
    entry = {"input": "kantor", "rule": "OLD-001.x", "pointer": "", "value": "0"}
    text = json.dumps({"format": "pst-baseline/1", "findings": [entry]})
    assert told(GIVEN, text).of("DEF-035") == ()


def test_a_baseline_can_be_read_back() -> None:
    text = baseline(GIVEN)
    assert text == baseline(copy.deepcopy(GIVEN))
    debts = read_baseline(text.encode()).of("kantor")
    assert list(debts) == sorted(debts)
    assert all(isinstance(one, Debt) for one in debts)
    assert json.loads(text)["format"] == "pst-baseline/1"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("[", "syntax"),
        (b"\xff", "syntax"),
        ("[]", "format"),
        ('{"format": "pst-baseline/2"}', "format"),
        ('{"format": "pst-baseline/1"}', "entry"),
        ('{"format": "pst-baseline/1", "findings": [1]}', "entry"),
        ('{"format": "pst-baseline/1", "findings": [{"rule": "STD-001"}]}', "entry"),
        (
            (
                '{"format": "pst-baseline/1", "findings":'
                ' [{"input": "a", "rule": "STD-001", "pointer": "", "value": 1}]}'
            ),
            "entry",
        ),
    ],
)
def test_what_is_no_baseline_is_refused(content: str | bytes, key: str) -> None:
    with pytest.raises(BaselineError) as refused:
        read_baseline(content)
    assert refused.value.key == f"baseline.{key}"
    assert len({refused.value.message(lang) for lang in LANGUAGES}) == 2
    assert str(refused.value) == refused.value.message("id")


limits = st.fixed_dictionaries(
    {"value": st.integers(1, 9), "unit": st.sampled_from(["day", "minute", "working_day"])}
)


@pytest.mark.unmeasured
@given(st.lists(limits, max_size=4))
def test_no_finding_is_lost_between_known_and_new(given_limits: list[dict[str, Any]]) -> None:
    data = {"standards": [{"id": "library", "time_limit": {"limits": given_limits}}]}
    _, report = checked(data)
    after = told(data, baseline(GIVEN, "kantor"))
    fresh = [found for found in after.findings if found.rule != "DEF-035"]
    assert sorted(map(str, (*fresh, *after.known))) == sorted(map(str, report.findings))
    again = told(data, baseline(data))
    assert all(not may_be_known(found, ROWS) for found in again.findings)


def a_finding(**changes: Any) -> Finding:
    parts: dict[str, Any] = {
        "rule": "STD-021",
        "severity": Severity.WARNING,
        "verdict": Verdict.QUALITY,
        "params": {"value": "kedua", "count": 3},
        "pointer": ("standards", 0, "time_limit", "limits", 0, "unit"),
    }
    return Finding(**(parts | changes))


def test_the_form_of_a_debt_does_not_change() -> None:
    definition = read_data(GIVEN).definition
    assert debt(a_finding(), definition) == Debt(
        "STD-021", "/standards/library/time_limit/limits/a/unit", "003489b53cda1cd3"
    )
    other = a_finding(params={"count": 3, "value": "kedua"})
    assert debt(other, definition) == debt(a_finding(), definition)
    changes: list[dict[str, Any]] = [{"params": {}}, {"pointer": ("standards", 0, "id")}]
    for changed in changes:
        assert debt(a_finding(**changed), definition).value != "003489b53cda1cd3"


@pytest.mark.parametrize(
    ("pointer", "named"),
    [
        (("standards", 9, "fee"), "/standards/9/fee"),
        (("standards", 2), "/standards/2"),
        (("office", "nothing"), "/office/nothing"),
        (("office", 0), "/office/0"),
        (("lang", "id"), "/lang/id"),
        (("services", 0, "missing_channels", "online"), "/services/x/missing_channels/online"),
        ((), ""),
    ],
)
def test_a_pointer_that_leads_nowhere_is_named_all_the_same(pointer: Pointer, named: str) -> None:
    service = {"id": "x", "missing_channels": {"online": "Tidak ada jaringan"}}
    definition = read_data({**GIVEN, "services": [service], "lang": "id"}).definition
    assert debt(a_finding(pointer=pointer), definition).pointer == named


def test_texts_days_and_words_beyond_unicode_go_into_the_value() -> None:
    service = {"id": "x", "missing_channels": {"online": "Tidak ada jaringan"}}
    other = {"id": "x", "missing_channels": {"online": "Sedang diperbaiki"}}
    pointer = ("services", 0, "missing_channels", "online")
    first, second = (
        debt(a_finding(pointer=pointer), read_data({"services": [one]}).definition)
        for one in (service, other)
    )
    assert first.value != second.value
    assert debt(a_finding(params={"x": "\udcff"}), read_data(GIVEN).definition).value


def test_a_file_is_laid_out_for_a_diff() -> None:
    entry = {"input": "kantor", "rule": "STD-021", "pointer": "/é", "value": "0"}
    assert written([entry]).splitlines()[:4] == [
        "{",
        ' "format": "pst-baseline/1",',
        ' "findings": [',
        "  {",
    ]
    assert '"/é"' in written([entry])


def test_a_baseline_tells_nothing_of_an_input_it_does_not_know() -> None:
    assert read_baseline(written([])).of("x") == ()


def test_what_is_wrong_with_a_baseline_is_shown() -> None:
    with pytest.raises(BaselineError, match="pst-baseline/1"):
        read_baseline("{}")
    with pytest.raises(BaselineError, match="'rule': 'STD-001'"):
        read_baseline('{"format": "pst-baseline/1", "findings": [{"rule": "STD-001"}]}')
    with pytest.raises(BaselineError, match="line 1"):
        read_baseline("[")


def test_what_is_gone_is_named_by_its_rule_without_the_variant() -> None:
    entry = {"input": "kantor", "rule": "STD-034.few", "pointer": "/x", "value": "0"}
    (gone,) = told({}, written([entry])).of("DEF-035")
    assert gone.params == {"count": 1, "rules": ("STD-034",)}
    assert gone.verdict is Verdict.SHAPE


def test_a_variant_decides_whether_it_may_be_known() -> None:
    assert may_be_known(a_finding(rule="STD-034", variant="few"), ROWS)
    assert not may_be_known(a_finding(rule="STD-034", variant="none"), ROWS)
    assert not may_be_known(a_finding(verdict=Verdict.SHAPE), ROWS)
    assert not may_be_known(a_finding(rule="NO-001"), ROWS)
