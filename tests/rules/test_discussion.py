from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Check = Callable[..., Report]
HELD = {"discussed_on": "2026-07-02"}
LIFE = ("standards", 0, "life_cycle")
ALL = tuple(f"LIFE-{number:03}" for number in (*range(1, 7), 13, 20, 21, 25))
WHOLE: dict[str, Any] = {
    "team": ["Kepala kantor"],
    "ability": {"funding": "DIPA", "executors": "Dua petugas", "facilities": "Ruang pelayanan"},
    "drafted_on": "2026-06-22",
    "discussed_on": "2026-07-02",
    "minutes_signed_on": "2026-07-02",
    "minutes": {
        "place": "Contoh",
        "points": ["Jangka waktu disepakati 60 menit"],
        "attendance_list": "Lampiran I",
        "signed_for_provider": "Kepala kantor",
        "signed_for_public": ["Wakil pengguna layanan"],
    },
    "participants": ["Pengguna layanan", "Akademisi"],
    "draft_published_on": "2026-07-06",
    "comments": [{"id": "hours", "text": "Mohon buka lebih pagi", "disposition": "accepted"}],
    "ombudsman_route": "Keberatan disampaikan kepada Ombudsman.",
}


def given(life: dict[str, Any] | None, stage: str = "discussed", **more: Any) -> dict[str, Any]:
    standard = {"id": "library", **more}
    if life is not None:
        standard["life_cycle"] = life
    return {"stage": stage, "standards": [standard]}


@pytest.mark.parametrize("stage", ["discussed", "adopted"])
def test_a_discussion_that_is_fully_told_has_no_findings(stage: str, told: Told) -> None:
    assert told(given(WHOLE, stage), *ALL) == []


@pytest.mark.parametrize("life", [None, {}, HELD])
def test_a_draft_need_not_have_been_discussed(life: dict[str, Any] | None, report: Check) -> None:
    found = report(given(life, "draft"))
    assert found.of(*ALL) == ()
    assert set(ALL) <= set(found.coverage.not_applicable)


def test_without_a_life_cycle_each_duty_is_told_once(report: Check) -> None:
    found = report(given(None, "adopted"))
    told = [(hit.message_key, hit.pointer) for hit in found.of(*ALL)]
    assert told == [
        ("LIFE-002.none", ("standards", 0)),
        ("LIFE-004.none", ("standards", 0)),
    ]
    dependent = {"LIFE-001", "LIFE-003", "LIFE-005", "LIFE-006", "LIFE-010", "LIFE-012", "LIFE-013"}
    assert dependent | {"LIFE-020", "LIFE-021", "LIFE-025"} <= set(found.coverage.not_applicable)


def test_each_standard_is_told_of(told: Told) -> None:
    standards = [{"id": "library"}, {"id": "sales", "life_cycle": {}}, {"id": "c"}]
    data = {"stage": "adopted", "standards": standards}
    assert told(data, "LIFE-002", "LIFE-004") == [
        ("LIFE-002.none", ("standards", 0), {"standard": "library"}),
        ("LIFE-002", ("standards", 1, "life_cycle"), {"standard": "sales"}),
        ("LIFE-002.none", ("standards", 2), {"standard": "c"}),
        ("LIFE-004.none", ("standards", 0), {"standard": "library"}),
        ("LIFE-004", ("standards", 1, "life_cycle"), {"standard": "sales"}),
        ("LIFE-004.none", ("standards", 2), {"standard": "c"}),
    ]


def test_without_standards_nothing_is_asked(report: Check) -> None:
    found = report({"stage": "adopted"})
    assert {"LIFE-002", "LIFE-004"} <= set(found.coverage.not_applicable)


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ({"drafted_on": "2026-07-01", "discussed_on": "2026-07-02"}, []),
        ({"drafted_on": "2026-07-02", "discussed_on": "2026-07-02"}, []),
        (
            {"drafted_on": "2026-07-03", "discussed_on": "2026-07-02"},
            [
                (
                    "LIFE-001.later",
                    (*LIFE, "drafted_on"),
                    {"drafted": "2026-07-03", "discussed": "2026-07-02"},
                )
            ],
        ),
        (
            {"drafted_on": "2026-07-03", "minutes_signed_on": "2026-07-02"},
            [
                (
                    "LIFE-001.later",
                    (*LIFE, "drafted_on"),
                    {"drafted": "2026-07-03", "discussed": "2026-07-02"},
                )
            ],
        ),
        (
            {
                "drafted_on": "2026-07-02",
                "discussed_on": "2026-07-02",
                "minutes_signed_on": "2026-07-01",
            },
            [],
        ),
        (HELD, [("LIFE-001.undated", LIFE, {})]),
        ({"participants": ["Akademisi"]}, [("LIFE-001.undated", LIFE, {})]),
        ({"drafted_on": "2026-07-03"}, []),
        ({}, []),
    ],
)
def test_the_draft_comes_before_its_discussion(
    life: dict[str, Any], expected: list[Any], told: Told
) -> None:
    assert told(given(life), "LIFE-001") == expected


@pytest.mark.parametrize(
    ("life", "shown"),
    [
        ({"discussed_on": "2026-07-02"}, True),
        ({"minutes_signed_on": "2026-07-02"}, True),
        ({"minutes": {"place": "Contoh"}}, True),
        ({"participants": ["Akademisi"]}, True),
        ({"participant_count": 12}, True),
        ({"participant_count": 0}, False),
        ({"participants": ["-"]}, False),
        ({"drafted_on": "2026-06-22", "adopted_on": "2026-07-27"}, False),
    ],
)
def test_what_shows_that_there_was_a_discussion(
    life: dict[str, Any], *, shown: bool, told: Told
) -> None:
    expected = [] if shown else [("LIFE-002", LIFE, {"standard": "library"})]
    assert told(given(life), "LIFE-002") == expected


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ({**HELD, "participants": ["Pengguna layanan", "Akademisi"]}, []),
        ({**HELD, "participants": ["Pengguna layanan dan akademisi"]}, []),
        ({**HELD, "participants": [{"en": "Users"}, {"en": "Business"}]}, []),
        (HELD, [("LIFE-003.none", LIFE, {})]),
        ({**HELD, "participants": ["-"]}, [("LIFE-003.none", (*LIFE, "participants"), {})]),
        (
            {**HELD, "participants": ["Peserta"]},
            [("LIFE-003.unknown", (*LIFE, "participants"), {})],
        ),
        (
            {**HELD, "participants": ["Pengguna layanan"]},
            [("LIFE-003.few", (*LIFE, "participants"), {"elements": 1})],
        ),
        (
            {**HELD, "participants": ["Pengguna", "Pelanggan"]},
            [("LIFE-003.few", (*LIFE, "participants"), {"elements": 1})],
        ),
        (
            {"participants": ["Pengguna"], "minutes": {"signed_for_public": ["Wakil LSM"]}},
            [],
        ),
        (
            {"minutes": {"signed_for_public": ["Wakil LSM"]}},
            [("LIFE-003.few", LIFE, {"elements": 1})],
        ),
        ({}, []),
        ({"drafted_on": "2026-06-22"}, []),
    ],
)
def test_elements_of_the_public(life: dict[str, Any], expected: list[Any], told: Told) -> None:
    assert told(given(life), "LIFE-003") == expected


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ({"minutes_signed_on": "2026-07-02"}, []),
        ({"minutes": {"signed_for_provider": "Kepala kantor"}}, []),
        ({"minutes": {"signed_for_public": ["Wakil pengguna"]}}, []),
        ({"minutes": {"number": "BA-01"}}, [("LIFE-004.unsigned", (*LIFE, "minutes"))]),
        (
            {"minutes": {"signed_for_provider": "-", "signed_for_public": ["…"]}},
            [("LIFE-004.unsigned", (*LIFE, "minutes"))],
        ),
        (HELD, [("LIFE-004", LIFE)]),
    ],
)
def test_minutes_are_signed(life: dict[str, Any], expected: list[Any], told: Told) -> None:
    named = [(*one, {"standard": "library"}) for one in expected]
    assert told(given(life), "LIFE-004") == named


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ({"minutes": {"attendance_list": "Lampiran I"}}, []),
        ({"minutes_signed_on": "2026-07-02"}, [("LIFE-005", (*LIFE, "minutes_signed_on"), {})]),
        ({"minutes": {"number": "BA-01"}}, [("LIFE-005", (*LIFE, "minutes"), {})]),
        ({"minutes": {"attendance_list": "belum ada"}}, [("LIFE-005", (*LIFE, "minutes"), {})]),
    ],
)
def test_the_attendance_list_is_attached(
    life: dict[str, Any], expected: list[Any], told: Told
) -> None:
    assert told(given(life), "LIFE-005") == expected


def test_without_minutes_no_attendance_list_is_asked_for(report: Check) -> None:
    skipped = report(given(HELD)).coverage.not_applicable
    assert {"LIFE-005", "LIFE-006", "LIFE-013"} <= set(skipped)
    both = {"stage": "discussed", "standards": [{"id": "a"}, {"id": "b", "life_cycle": WHOLE}]}
    assert {"LIFE-005", "LIFE-006", "LIFE-013"} <= set(report(both).coverage.checked)


MINUTES = WHOLE["minutes"]


@pytest.mark.parametrize(
    ("signed_on", "minutes", "missing"),
    [
        ("2026-07-02", MINUTES, ()),
        (None, MINUTES, ("minutes_signed_on",)),
        ("2026-07-02", {**MINUTES, "place": "-"}, ("place",)),
        ("2026-07-02", {**MINUTES, "points": ["…"]}, ("points",)),
        ("2026-07-02", {**MINUTES, "signed_for_provider": None}, ("signed_for_provider",)),
        ("2026-07-02", {**MINUTES, "signed_for_public": []}, ("signed_for_public",)),
        (
            None,
            {"number": "BA-01"},
            ("minutes_signed_on", "place", "points", "signed_for_provider", "signed_for_public"),
        ),
        ("2026-07-02", None, ()),
    ],
)
def test_minutes_have_their_parts(
    signed_on: str | None, minutes: dict[str, Any] | None, missing: tuple[str, ...], told: Told
) -> None:
    parts = {"minutes_signed_on": signed_on, "minutes": minutes}
    life = {key: value for key, value in parts.items() if value is not None}
    expected = [("LIFE-006", (*LIFE, "minutes"), {"missing": missing})] if missing else []
    assert told(given(life), "LIFE-006") == expected


COMMENTS = [{"id": "a", "disposition": "rejected"}, {"id": "b"}, {"id": "c"}]
OPEN = [
    ("LIFE-013", (*LIFE, "comments", 1), {"comment": "b"}),
    ("LIFE-013", (*LIFE, "comments", 2), {"comment": "c"}),
]


@pytest.mark.parametrize(
    ("life", "stage", "expected"),
    [
        ({}, "adopted", OPEN),
        ({}, "discussed", []),
        ({"revised_on": "2026-12-01"}, "discussed", OPEN),
        ({"comments_until": "2026-11-21"}, "discussed", OPEN),
        ({"comments_until": "2026-11-22"}, "discussed", []),
        ({"comments_until": "2026-11-22"}, "adopted", OPEN),
    ],
)
def test_comments_are_answered_once_the_window_is_over(
    life: dict[str, Any], stage: str, expected: list[Any], told: Told
) -> None:
    assert told(given({**life, "comments": COMMENTS}, stage), "LIFE-013") == expected


@pytest.mark.parametrize(
    ("life", "asked"),
    [
        ({"comments": [{"id": "a"}]}, True),
        ({"comments_until": "2026-07-15"}, True),
        ({"draft_published_on": "2026-07-06"}, True),
        ({"draft_published_on": "2026-07-06", "ombudsman_route": "-"}, True),
        ({"draft_published_on": "2026-07-06", "ombudsman_route": "Kepada Ombudsman"}, False),
        (HELD, False),
    ],
)
def test_who_commented_is_told_of_the_ombudsman(
    life: dict[str, Any], *, asked: bool, told: Told, report: Check
) -> None:
    assert told(given(life), "LIFE-020") == ([("LIFE-020", LIFE, {})] if asked else [])
    assert {hit.severity for hit in report(given(life)).of("LIFE-020")} <= {Severity.NOTE}


@pytest.mark.parametrize(
    ("ability", "standard", "office", "missing"),
    [
        (WHOLE["ability"], {}, {}, []),
        (None, {}, {}, ["funding", "executors", "facilities"]),
        ({"funding": "-", "executors": "…"}, {}, {}, ["funding", "executors", "facilities"]),
        (None, {"staffing": {"count": 2}}, {}, ["funding", "facilities"]),
        (None, {"staffing": {"count": 0}}, {}, ["funding", "executors", "facilities"]),
        (None, {"staffing": {}}, {}, ["funding", "executors", "facilities"]),
        (None, {"facilities": {"items": ["front-office"]}}, {}, ["funding", "executors"]),
        (None, {"facilities": {}}, {}, ["funding", "executors", "facilities"]),
        (None, {}, {"budget": "DIPA"}, ["executors", "facilities"]),
        (None, {}, {"budget": "-"}, ["funding", "executors", "facilities"]),
    ],
)
def test_the_ability_is_recorded_somewhere(
    ability: dict[str, Any] | None,
    standard: dict[str, Any],
    office: dict[str, Any],
    missing: list[str],
    told: Told,
) -> None:
    life = {} if ability is None else {"ability": ability}
    data = {**given(life, **standard), "office": office}
    at = LIFE if ability is None else (*LIFE, "ability")
    assert told(data, "LIFE-021") == [(f"LIFE-021.{name}", at, {}) for name in missing]


@pytest.mark.parametrize(
    ("team", "expected"),
    [
        (["Kepala kantor"], []),
        (["-"], [("LIFE-025", LIFE, {})]),
        ([], [("LIFE-025", LIFE, {})]),
    ],
)
def test_the_team_is_named(team: list[str], expected: list[Any], told: Told) -> None:
    assert told(given({"team": team}), "LIFE-025") == expected


OLD = ("LIFE-002", "LIFE-003", "LIFE-021")
NEW = ("LIFE-001", "LIFE-004", "LIFE-005", "LIFE-006", "LIFE-013", "LIFE-020", "LIFE-025")
POOR = {
    "discussed_on": "2009-01-05",
    "minutes": {"number": "BA-01"},
    "comments": [{"id": "a"}],
}


@pytest.mark.parametrize(
    ("set_on", "asked"),
    [
        ("2009-07-17", ()),
        ("2009-07-18", ("LIFE-003", "LIFE-021")),
        ("2012-10-29", ("LIFE-003", "LIFE-021")),
        ("2012-10-30", ("LIFE-003", "LIFE-021", *NEW)),
    ],
)
def test_a_standard_is_held_against_the_law_of_its_making(
    set_on: str, asked: tuple[str, ...], report: Check
) -> None:
    found = report(given(POOR, "adopted", decree={"date": set_on}))
    assert {hit.rule for hit in found.of(*OLD, *NEW)} == set(asked)


@pytest.mark.parametrize(
    ("set_on", "rules"),
    [("2009-07-17", []), ("2012-10-29", ["LIFE-002"]), ("2012-10-30", ["LIFE-002", "LIFE-004"])],
)
def test_an_old_standard_needs_no_minutes(set_on: str, rules: list[str], report: Check) -> None:
    found = report(given(None, "adopted", decree={"date": set_on}))
    assert [hit.rule for hit in found.of("LIFE-002", "LIFE-004")] == rules


def test_the_day_of_setting_in_the_life_cycle_goes_before_that_of_the_decree(told: Told) -> None:
    life = {"adopted_on": "2012-10-29"}
    assert told(given(life, "adopted", decree={"date": "2020-01-06"}), "LIFE-004") == []
    assert len(told(given({}, "adopted", decree={"date": "2012-10-29"}), "LIFE-004")) == 0


def test_before_its_law_a_rule_is_silent(told: Told) -> None:
    before = dt.date(2012, 10, 29)
    keys = [key for key, *_ in told(given(None, "adopted"), *ALL, as_of=before)]
    assert keys == ["LIFE-002.none"]


def test_each_discussion_is_looked_at(told: Told) -> None:
    standards = [
        {"id": "a", "life_cycle": {}},
        {"id": "b", "life_cycle": {**HELD, "comments": [{"id": "x"}]}},
        {"id": "c", "life_cycle": {**HELD, "revised_on": "2026-08-03", "comments": [{"id": "y"}]}},
    ]
    data = {"stage": "discussed", "standards": standards}
    assert [hit[1][1] for hit in told(data, "LIFE-003")] == [1, 2]
    assert [hit[2]["comment"] for hit in told(data, "LIFE-013")] == ["y"]


def test_minutes_that_are_only_dated_need_no_parts(report: Check) -> None:
    found = report(given({"minutes_signed_on": "2026-07-02"}))
    assert found.of("LIFE-006") == ()
    assert "LIFE-006" in found.coverage.checked
    assert found.coverage.failed == ()
