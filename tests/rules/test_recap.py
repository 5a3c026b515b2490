from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pst_standards.definitions import Bases
from pst_standards.definitions.folders import definitions_in
from pst_standards.rules import read_profile, standard_rulebook
from pst_standards.rules.batch import Checked, check_each
from pst_standards.rules.comparing import Deviation, Promise, deviations, promises
from pst_standards.rules.recap import Lag, Recap, as_data, recap

DAY = dt.date(2026, 11, 26)
OFFICE = """
extends: {{name: {base}, version: {version}}}
office: {{code: "{code}", name: BPS Kabupaten {code}, phone: (024) 1}}
standards:
  - id: library
    time_limit:
      limits:
        - {{id: waiting-in-person, value: {value}}}
"""
MANIFEST = 'id = "{id}"\nversion = "{version}"\nreleased = "{released}"\n'
STANDARDS = """
services: [{id: library, channels: [in_person]}]
standards:
  - id: library
    service: library
    time_limit:
      limits:
        - {id: waiting-in-person, value: 10, unit: minute, scope: waiting, channels: [in_person]}
"""


@pytest.fixture
def country(tmp_path: Path) -> Path:
    for name, version, released in (("old", "1", "2020-01-01"), ("new", "3", "2026-01-01")):
        folder = tmp_path / "bases" / name
        folder.mkdir(parents=True)
        manifest = MANIFEST.format(id=f"pst/{name}", version=version, released=released)
        (folder / "base.toml").write_text(manifest, encoding="utf-8")
        (folder / "standards.yaml").write_text(STANDARDS, encoding="utf-8")
    offices = tmp_path / "offices"
    offices.mkdir()
    for code, base, version, value in (
        ("3301", "pst/new", "3", 10),
        ("3302", "pst/new", "2", 12),
        ("3303", "pst/old", "1", 45),
    ):
        text = OFFICE.format(base=base, version=version, code=code, value=value)
        (offices / f"{code}.yaml").write_text(text, encoding="utf-8")
    (offices / "3304.yaml").write_text("office: {code: '3304'}\n", encoding="utf-8")
    (offices / "3305.yaml").write_text("office: [\n", encoding="utf-8")
    return tmp_path


def drawn(country: Path) -> Recap:
    bases = Bases(folders=(country / "bases",))
    checked = check_each(definitions_in(country / "offices"), as_of=DAY, bases=bases)
    return recap(checked, as_of=DAY, bases=bases)


def test_every_office_has_its_line(country: Path) -> None:
    lines = drawn(country).offices
    assert [Path(line.path).stem for line in lines] == ["3301", "3302", "3303", "3304", "3305"]
    assert [line.code for line in lines] == ["3301", "3302", "3303", "3304", ""]
    assert lines[0].name == "BPS Kabupaten 3301"
    assert [line.usable for line in lines] == [True, True, True, True, False]


def test_who_lags_is_told_with_the_reason(country: Path) -> None:
    drawn_up = drawn(country)
    assert [line.lag for line in drawn_up.offices] == [
        Lag.NONE,
        Lag.OLDER_VERSION,
        Lag.OLDER_BASE,
        Lag.NO_BASE,
        Lag.NONE,
    ]
    assert [line.code for line in drawn_up.laggards] == ["3302", "3303", "3304"]
    assert [(line.base, line.version) for line in drawn_up.offices] == [
        ("pst/new", "3"),
        ("pst/new", "2"),
        ("pst/old", "1"),
        ("", ""),
        ("", ""),
    ]


def test_values_that_differ_from_the_base_are_counted(country: Path) -> None:
    assert [line.overrides for line in drawn(country).offices] == [0, 1, 1, 0, 0]


def test_findings_are_counted_by_rule_and_severity(country: Path) -> None:
    first, *_, broken = drawn(country).offices
    assert first.found["STD-001"] == 13
    assert first.severities["error"] >= 13
    assert broken.found == {"DEF-001": 1}
    assert broken.severities == {"error": 0, "warning": 0, "note": 0}


def test_the_rules_of_most_offices_come_first(country: Path) -> None:
    drawn_up = drawn(country)
    spread = [sum(rule in line.found for line in drawn_up.offices) for rule in drawn_up.rules]
    assert spread == sorted(spread, reverse=True)
    assert drawn_up.rules[-1] != drawn_up.rules[0]


def test_a_time_limit_that_stands_out_is_told(country: Path) -> None:
    (found,) = drawn(country).deviations
    assert found.promise.path.endswith("3303.yaml")
    assert (found.promise.service, found.promise.value, found.usual, found.offices) == (
        "library",
        45,
        12.0,
        3,
    )


def test_a_recap_is_plain_data_in_a_fixed_order(country: Path) -> None:
    data = as_data(drawn(country))
    assert list(data) == [
        "format",
        "as_of",
        "offices",
        "rules",
        "laggards",
        "deviations",
        "failed",
    ]
    assert data["format"] == "pst-recap/1"
    assert data["as_of"] == "2026-11-26"
    top = data["rules"][0]
    assert top["offices"] == sum(top["rule"] in office["findings"] for office in data["offices"])
    assert top["findings"] == sum(
        office["findings"].get(top["rule"], 0) for office in data["offices"]
    )
    assert [one["lag"] for one in data["laggards"]] == ["older_version", "older_base", "no_base"]
    assert data["deviations"][0]["usual"] == 12.0
    assert list(data["offices"][0]["findings"]) == sorted(data["offices"][0]["findings"])


def test_what_cannot_be_used_does_not_stop_the_others(country: Path) -> None:
    checked = list(check_each(definitions_in(country / "offices"), as_of=DAY))
    assert [one.report is None for one in checked] == [False, False, False, False, True]
    assert checked[-1] == Checked(country / "offices/3305.yaml", None, None, checked[-1].refused)
    assert checked[-1].refused[0].rule == "DEF-001"


def test_nothing_is_read_before_it_is_asked_for(country: Path) -> None:
    each = check_each(iter([country / "offices/3301.yaml", country / "none.yaml"]), as_of=DAY)
    assert next(each).report is not None
    assert next(each).refused[0].rule == "DEF-013"


def test_the_day_and_the_rules_are_those_asked_for(country: Path) -> None:
    profile = read_profile('format = "pst-profile/1"\n[severity]\nSRV-001 = "off"')
    rules = standard_rulebook().with_profile(profile)
    paths = [country / "none.yaml", country / "offices/3304.yaml"]
    _, checked = check_each(paths, as_of=dt.date(2016, 1, 1), rules=rules)
    assert checked.report is not None
    assert checked.report.as_of == dt.date(2016, 1, 1)
    assert checked.report.coverage.switched_off == ("SRV-001",)


def promise(path: str, value: int, **changes: str) -> Promise:
    parts = {"service": "library", "channel": "online", "scope": "", "unit": "day"} | changes
    return Promise(path=path, value=value, **parts)


@pytest.mark.parametrize(
    ("values", "outside"),
    [
        ([3, 3, 6], []),
        ([3, 3, 7], [7]),
        ([6, 6, 3], []),
        ([6, 6, 2], [2]),
        ([3, 9], []),
        ([0, 3, 3], [0]),
        ([], []),
    ],
)
def test_more_than_twice_and_less_than_half_stand_out(
    values: list[int], outside: list[int]
) -> None:
    promised = [promise(str(place), value) for place, value in enumerate(values)]
    assert [one.promise.value for one in deviations(promised)] == outside


def test_only_like_promises_are_compared() -> None:
    promised = [promise(str(place), 3) for place in range(3)]
    for change in ({"service": "sales"}, {"channel": "in_person"}, {"unit": "minute"}):
        assert deviations([*promised, promise("x", 90, **change)]) == ()
    assert deviations([*promised, promise("x", 90, scope="waiting")]) == ()
    (found,) = deviations([*promised, promise("x", 90)])
    assert found == Deviation(promise("x", 90), 3.0, 4)


def test_three_limits_of_two_offices_are_too_few() -> None:
    assert deviations([promise("a", 3), promise("a", 3), promise("b", 90)]) == ()


def test_limits_of_a_case_and_without_value_or_unit_are_left_out() -> None:
    import pst_standards as pst

    definition = pst.loads(
        {
            "services": [{"id": "perpus", "name": "Perpustakaan"}],
            "standards": [
                {
                    "id": "a",
                    "service": "perpus",
                    "time_limit": {
                        "limits": [
                            {"value": 3, "unit": "day"},
                            {"value": 9, "unit": "day", "case": "jalur merah"},
                            {"value": 9},
                            {"unit": "day"},
                        ]
                    },
                },
                {"id": "konsultasi", "time_limit": {"limits": [{"value": 1, "unit": "hour"}]}},
                {"id": "lain"},
            ],
        }
    )
    assert [one[1:] for one in promises("x", definition)] == [
        ("library", "in_person", "", "day", 3),
        ("library", "online", "", "day", 3),
        ("consultation", "in_person", "", "hour", 1),
        ("consultation", "online", "", "hour", 1),
    ]
