from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pst_standards.definitions import Bases, Reading
from pst_standards.definitions.folders import definitions_in
from pst_standards.definitions.wording import word
from pst_standards.model import Definition
from pst_standards.rules import Rulebook, check_reading, read_profile, standard_rulebook
from pst_standards.rules.batch import Checked, check_each
from pst_standards.rules.binding import Check
from pst_standards.rules.comparing import Deviation, Promise, deviations, promises
from pst_standards.rules.recap import Lag, OfficeLine, Recap, as_data, recap

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


def test_a_base_named_without_a_version_is_taken_as_it_is(country: Path) -> None:
    (country / "offices/3302.yaml").write_text(
        "extends: pst/new\noffice: {code: '3302'}\n", encoding="utf-8"
    )
    line = next(one for one in drawn(country).offices if one.code == "3302")
    assert (line.base, line.version, line.lag) == ("pst/new", "3", Lag.NONE)


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


def test_an_office_is_plain_data_with_all_that_its_line_holds() -> None:
    line = OfficeLine(
        path="a/b.yaml",
        code="3301",
        name="BPS Contoh",
        stage="draft",
        base="pst/new",
        version="2",
        lag=Lag.OLDER_VERSION,
        overrides=4,
        found={"STD-002": 1, "STD-001": 2},
        severities={"error": 3},
        usable=False,
        reason="x",
    )
    data = as_data(Recap(as_of=DAY, offices=(line,), failed=("STD-009",)))
    assert data["offices"] == [
        {
            "path": "a/b.yaml",
            "code": "3301",
            "name": "BPS Contoh",
            "stage": "draft",
            "base": "pst/new",
            "version": "2",
            "lag": "older_version",
            "overrides": 4,
            "usable": False,
            "reason": "x",
            "severities": {"error": 3},
            "findings": {"STD-001": 2, "STD-002": 1},
        }
    ]
    assert data["laggards"] == [{"path": "a/b.yaml", "lag": "older_version"}]
    assert data["failed"] == ["STD-009"]


def test_an_office_that_says_little_has_empty_columns(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("stage: discussed\noffice: {motto: x}\n", encoding="utf-8")
    bare = tmp_path / "b.yaml"
    bare.write_text("services: []\n", encoding="utf-8")
    lines = recap(check_each([file, bare], as_of=DAY), as_of=DAY).offices
    assert [(line.code, line.name, line.stage) for line in lines] == [
        ("", "", "discussed"),
        ("", "", ""),
    ]


@pytest.mark.parametrize(("lang", "said"), [("id", "tidak ada"), ("en", "does not exist")])
def test_why_an_office_cannot_be_used_is_told_in_the_language_asked_for(
    lang: str, said: str, tmp_path: Path
) -> None:
    (line,) = recap(check_each([tmp_path / "none.yaml"], as_of=DAY), as_of=DAY, lang=lang).offices
    (refused,) = next(check_each([tmp_path / "none.yaml"], as_of=DAY)).refused
    assert line.reason == word(refused, lang)[0]
    assert said in line.reason


def test_of_several_reasons_the_first_is_told() -> None:
    paths = [Path("none.yaml"), Path("nowhere.yaml")]
    first, second = (one.refused[0] for one in check_each(paths, as_of=DAY))
    checked = Checked(Path("a.yaml"), None, None, (first, second))
    (line,) = recap([checked], as_of=DAY).offices
    assert line.reason == word(first, "id")[0]


def test_a_definition_built_in_python_has_no_base_and_no_overrides() -> None:
    reading = Reading(definition=Definition())
    checked = Checked(Path("a.yaml"), reading, check_reading(reading, as_of=DAY))
    (line,) = recap([checked], as_of=DAY).offices
    assert (line.base, line.version, line.overrides, line.lag) == ("", "", 0, Lag.NO_BASE)


def test_a_rule_that_broke_anywhere_is_named_once(country: Path) -> None:
    functions = {"SRV-001": Check(id="SRV-001", find=lambda _: [1 // 0])}  # type: ignore[list-item]
    rules = Rulebook(functions={**standard_rulebook().functions, **functions})
    paths = [country / "offices/3301.yaml", country / "offices/3304.yaml"]
    assert recap(check_each(paths, as_of=DAY, rules=rules), as_of=DAY).failed == ("SRV-001",)


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
