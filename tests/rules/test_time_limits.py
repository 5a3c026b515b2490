from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
RULES = ("STD-018", "STD-019", "STD-020", "STD-021")
SOUND = {"value": 3, "unit": "working_day", "scope": "whole_process", "start": "berkas lengkap"}


def limits(*given: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"standards": [{"id": "x", "time_limit": {"limits": list(given), **more}}]}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"value": None}, ["STD-018"]),
        ({"unit": None}, ["STD-018"]),
        ({"value": 0}, []),
        ({"value": None, "unit": None, "text": "Paling lama 3 (tiga) hari kerja"}, []),
        ({"value": None, "unit": None, "text": "Secepatnya"}, ["STD-018"]),
        ({"value": None, "unit": None, "text": "30 hari"}, ["STD-021"]),
        ({"start": None}, ["STD-019"]),
        ({"start": "-"}, ["STD-019"]),
        ({"start": None, "text": "3 hari kerja sejak berkas lengkap"}, []),
        ({"unit": "day"}, ["STD-021"]),
        ({"unit": "calendar_day", "text": "30 hari"}, []),
        ({"scope": "waiting"}, ["STD-020"]),
        ({"scope": "result_notice"}, ["STD-020"]),
        ({"scope": "self_service"}, []),
        ({"scope": None}, ["STD-020.unstated"]),
    ],
)
def test_a_limit_is_judged_by_what_it_says(
    changes: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    limit = {name: value for name, value in (SOUND | changes).items() if value is not None}
    assert keys(limits(limit), *RULES) == expected


def test_one_limit_of_the_whole_process_is_enough(keys: Keys) -> None:
    assert keys(limits(SOUND | {"scope": "waiting"}, SOUND), "STD-020") == []
    assert keys(limits(SOUND | {"scope": "waiting"}, SOUND | {"scope": "self_service"}), "STD-020")


def test_the_scopes_that_are_there_are_named(report: Check) -> None:
    given = limits(SOUND | {"scope": "waiting"}, SOUND | {"scope": "result_notice"})
    (found,) = report(given).of("STD-020")
    assert found.params["scopes"] == ("result_notice", "waiting")


def test_what_is_missing_is_named(report: Check) -> None:
    (found,) = report(limits({"start": "berkas lengkap"})).of("STD-018")
    assert found.params["missing"] == ("value", "unit")
    assert found.pointer == ("standards", 0, "time_limit", "limits", 0)


def test_a_component_without_limits_may_say_its_time_in_a_note(keys: Keys) -> None:
    assert keys(limits(note="Paling lama 10 menit"), "STD-018") == []
    assert keys(limits(note="Segera"), "STD-018") == ["STD-018.none"]
    assert keys(limits(), *RULES) == ["STD-018.none"]


@pytest.mark.parametrize(
    ("limit", "found"),
    [
        ({"text": "maks. 10 menit setelah pengunjung sebelumnya"}, ["STD-020"]),
        ({"value": 10, "unit": "minute", "start": "antrean sebelumnya selesai"}, ["STD-020"]),
        ({"text": "Waktu tunggu paling lama 10 menit"}, ["STD-020"]),
        ({"text": "3 hari kerja sejak permohonan diterima sampai hasil diserahkan"}, []),
        ({"text": "3 hari kerja sejak permohonan lengkap"}, ["STD-020.unstated"]),
        (
            {"scope": "whole_process", "text": "10 menit setelah pengunjung sebelumnya"},
            [],
        ),
    ],
)
def test_words_tell_what_a_limit_covers_where_no_key_does(
    limit: dict[str, Any], found: list[str], keys: Callable[..., list[str]]
) -> None:
    data = {"standards": [{"id": "a", "time_limit": {"limits": [limit]}}]}
    assert keys(data, "STD-020") == found


LONG = {"value": 30, "unit": "working_day", "scope": "result_notice"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["STD-020.outlasted"]),
        ({"value": 3}, []),
        ({"unit": "minute"}, []),
        ({"unit": None}, []),
        ({"scope": None}, ["STD-020.outlasted_unsaid"]),
        ({"case": "Data mikro"}, ["STD-020.outlasted_unsaid"]),
        ({"case": "Data mikro", "scope": "whole_process"}, []),
        ({"scope": "self_service"}, []),
        ({"scope": "waiting"}, ["STD-020.outlasted"]),
        ({"channels": ["in_person"]}, []),
    ],
)
def test_no_part_outlasts_the_whole_process_of_its_channel(
    changes: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    part = {name: value for name, value in (LONG | changes).items() if value is not None}
    assert keys(limits(SOUND | {"channels": ["online"]}, part), "STD-020") == expected


def test_a_wait_may_lie_before_a_whole_process_that_begins_with_being_served(keys: Keys) -> None:
    served = SOUND | {"start": "pengguna mulai dilayani"}
    assert keys(limits(served, LONG | {"scope": "waiting"}), "STD-020") == []
    assert keys(limits(served, LONG), "STD-020") == ["STD-020.outlasted"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["STD-020.outlasted"]),
        ({"actor": "user"}, []),
        ({"branches": [{"when": "Berkas kurang"}]}, ["STD-020.outlasted_unsaid"]),
        ({"time": {"value": 20, "unit": "minute"}}, []),
        ({"channels": ["in_person"]}, []),
    ],
)
def test_no_step_of_the_office_outlasts_the_whole_process(
    changes: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    step = {"text": "Petugas menelaah", "time": {"value": 9, "unit": "working_day"}} | changes
    given = limits(SOUND | {"channels": ["online"]})
    given["standards"][0]["procedure"] = {"steps": [step]}
    assert keys(given, "STD-020") == expected


def test_both_limits_are_shown(report: Check) -> None:
    (found,) = report(limits(SOUND, LONG)).of("STD-020")
    assert found.params == {
        "value": 30,
        "unit": "working_day",
        "whole_value": 3,
        "whole_unit": "working_day",
    }
