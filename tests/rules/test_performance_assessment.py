from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Confidence, Report, Severity
from pst_standards.law import (
    Citation,
    PartialDate,
    Register,
    Regulation,
    RegulationKey,
    default_register,
)
from pst_standards.model import Definition, SurveyPlan
from pst_standards.rules.checks.performance_assessment import CHECKS, GUIDES, guides_on
from pst_standards.rules.context import Context

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Check = Callable[..., Report]
SKM = {"instrument": "skm", "basis": "PermenPANRB 14/2017", "period_months": 12}
NOW = ("PermenPANRB 14/2017",)
YEARLY = ("UU 25/2009 Pasal 38 ayat (1)", "penjelasan UU 25/2009 Pasal 38 ayat (1)")
OF_2004, OF_2014, OF_2017 = (
    "KepmenPAN 25/KEP/M.PAN/2/2004",
    "PermenPANRB 16/2014",
    "PermenPANRB 14/2017",
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "guides"),
    [
        ("2009-07-18", [OF_2004]),
        ("2013-12-31", [OF_2004]),
        ("2014-01-01", [OF_2004, OF_2014]),
        ("2014-12-30", [OF_2004, OF_2014]),
        ("2014-12-31", [OF_2014]),
        ("2015-01-01", [OF_2014]),
        ("2016-01-01", [OF_2014]),
        ("2016-12-31", [OF_2014]),
        ("2017-01-01", [OF_2014, OF_2017]),
        ("2017-12-30", [OF_2014, OF_2017]),
        ("2017-12-31", [OF_2017]),
        ("2018-01-01", [OF_2017]),
        ("2026-11-22", [OF_2017]),
        ("2003-12-31", []),
    ],
)
def test_the_guide_of_a_day(on: str, guides: list[str]) -> None:
    context = Context(definition=Definition(), as_of=day(on))
    assert [str(guide.key) for guide in guides_on(day(on), context)] == guides


@pytest.mark.parametrize("stage", [None, "draft", "discussed", "adopted"])
def test_a_yearly_survey_by_the_guide_is_right(stage: str | None, told: Told) -> None:
    assert told({"stage": stage, "survey": SKM}, "LIFE-019") == []


@pytest.mark.parametrize(
    ("on", "guides"),
    [
        ("2026-11-22", (OF_2017,)),
        ("2016-01-01", (OF_2014,)),
        ("2012-01-01", (OF_2004,)),
        ("2014-06-01", (OF_2004, OF_2014)),
    ],
)
def test_that_there_is_no_assessment_cites_the_guide_of_the_day(
    on: str, guides: tuple[str, ...], report: Check
) -> None:
    (found,) = report({"stage": "adopted"}, day(on)).of("LIFE-019")
    assert found.message_key == "LIFE-019.none"
    assert (found.pointer, found.severity) == ((), Severity.ERROR)
    assert found.citations == (*YEARLY, *guides)
    assert found.params == {"guides": guides}


def test_a_draft_needs_no_survey_yet(report: Check) -> None:
    for stage in ("draft", "discussed"):
        found = report({"stage": stage})
        assert found.of("LIFE-019") == ()
        assert "LIFE-019" in found.coverage.not_applicable
    assert "LIFE-019" in report({"survey": SKM}).coverage.checked


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ({"period_months": 12}, None),
        ({"period_months": 3}, None),
        ({"period_months": 13}, ("period", ("survey", "period_months"), {"months": 13})),
        ({"period_months": 24}, ("period", ("survey", "period_months"), {"months": 24})),
        ({}, ("no_period", ("survey",), {})),
        ({"period_months": 0}, ("no_period", ("survey",), {})),
        ({"text": "Survei setiap tahun"}, None),
        ({"method": "Kuesioner triwulanan"}, None),
        ({"text": {"en": "Once a year"}}, None),
        ({"text": "Survei berkala"}, ("no_period", ("survey",), {})),
        ({"conducted_on": ["2026-01-05"]}, None),
        ({"conducted_on": ["2026-11-22"]}, None),
        ({"conducted_on": ["2026-11-23"]}, ("no_period", ("survey",), {})),
        (
            {"period_months": 13, "text": "setiap tahun"},
            ("period", ("survey", "period_months"), {"months": 13}),
        ),
    ],
)
def test_how_often(plan: dict[str, Any], expected: tuple[Any, ...] | None, told: Told) -> None:
    found = told({"survey": {"instrument": "skm", **plan}}, "LIFE-019")
    if expected is None:
        assert found == []
    else:
        variant, at, params = expected
        assert found == [(f"LIFE-019.{variant}", at, {**params, "guides": NOW})]


@pytest.mark.parametrize(
    ("days", "last"),
    [
        (["2025-11-22"], None),
        (["2025-11-21"], ("2025-11-21", "2026-11-21")),
        (["2025-11-21", "2025-11-22"], None),
        (["2024-01-08", "2025-01-06", "2023-01-09"], ("2025-01-06", "2026-01-06")),
        (["2024-02-29"], ("2024-02-29", "2025-02-28")),
        (["2025-01-06", "2026-11-23"], ("2025-01-06", "2026-01-06")),
        (["2026-11-22"], None),
    ],
)
def test_the_last_survey_is_no_older_than_a_year(
    days: list[str], last: tuple[str, str] | None, report: Check
) -> None:
    found = report({"survey": {**SKM, "conducted_on": days}}).of("LIFE-019")
    if last is None:
        assert found == ()
        return
    (hit,) = found
    assert (hit.message_key, hit.pointer) == ("LIFE-019.overdue", ("survey", "conducted_on"))
    assert hit.params == {"last": last[0], "due": last[1], "guides": NOW}
    assert hit.citations == (*YEARLY, OF_2017)


@pytest.mark.parametrize(
    ("plan", "known"),
    [
        ({"instrument": "skm"}, True),
        ({"carried_by": "skd"}, True),
        ({"indicators": [{"text": "Persyaratan mudah dipenuhi"}]}, True),
        ({"indicators": [{"text": "-"}]}, False),
        ({"indicators": [{"text": "-"}, {"text": "Waktu sesuai standar"}]}, True),
        ({"text": "Survei kepuasan masyarakat"}, True),
        ({"method": "Kuesioner SKM"}, True),
        ({"basis": "Pedoman IKM kantor"}, True),
        ({"basis": "PermenPANRB 14/2017"}, True),
        ({"basis": "UU 25/2009"}, False),
        ({"text": "Angket pengunjung"}, False),
        ({}, False),
    ],
)
def test_by_what(plan: dict[str, Any], *, known: bool, report: Check) -> None:
    found = report({"survey": {"period_months": 12, **plan}}).of("LIFE-019")
    assert [hit.message_key for hit in found] == ([] if known else ["LIFE-019.indicators"])
    for hit in found:
        assert (hit.pointer, hit.params) == (("survey",), {"guides": NOW})
        assert hit.citations == ("UU 25/2009 Pasal 38 ayat (2)", OF_2017)


@pytest.mark.parametrize(
    ("basis", "on", "expected"),
    [
        (OF_2017, "2026-11-22", None),
        (OF_2017, "2017-03-01", None),
        (OF_2017, "2016-01-01", ("not_yet", OF_2017, (OF_2014,))),
        (OF_2017, "2012-01-01", ("not_yet", OF_2017, (OF_2004,))),
        (OF_2014, "2013-12-31", ("not_yet", OF_2014, (OF_2004,))),
        (OF_2014, "2014-01-01", None),
        (OF_2014, "2016-01-01", None),
        (OF_2014, "2017-12-30", None),
        (OF_2014, "2018-01-01", ("ended", OF_2014, (OF_2017,))),
        (OF_2004, "2013-12-31", None),
        (OF_2004, "2014-12-30", None),
        (OF_2004, "2015-01-01", ("ended", OF_2004, (OF_2014,))),
        ("Kepmenpan Nomor 25 Tahun 2004", "2026-11-22", ("ended", OF_2004, (OF_2017,))),
        ("Kep. Men. PAN KEP/25/M.PAN/2/2004", "2023-01-09", ("ended", OF_2004, (OF_2017,))),
        ("Permenpan 16 Tahun 2014", "2026-11-22", ("ended", OF_2014, (OF_2017,))),
        ("PermenPANRB 14/2017, dahulu PermenPANRB 16/2014", "2026-11-22", None),
        ("PermenPANRB 14/2017, dahulu PermenPANRB 16/2014", "2016-01-01", None),
        ("UU 25/2009", "2026-11-22", None),
        (None, "2026-11-22", None),
    ],
)
def test_the_basis_is_the_guide_of_the_day(
    basis: str | None, on: str, expected: tuple[str, str, tuple[str, ...]] | None, report: Check
) -> None:
    plan = {"instrument": "skm", "period_months": 12}
    plan |= {} if basis is None else {"basis": basis}
    found = report({"survey": plan}, day(on)).of("LIFE-019")
    if expected is None:
        assert found == ()
        return
    (hit,) = found
    variant, cited, guides = expected
    assert (hit.variant, hit.pointer) == (variant, ("survey", "basis"))
    assert hit.severity is Severity.WARNING
    assert hit.params == {"regulation": cited, "on": on, "guides": guides}
    assert hit.citations == (*YEARLY, *guides)


def test_two_guides_of_other_years_are_both_named(told: Told) -> None:
    plan = {**SKM, "basis": "PermenPANRB 16/2014 dan KepmenPAN 25/2004"}
    assert [hit[2]["regulation"] for hit in told({"survey": plan}, "LIFE-019")] == [
        OF_2014,
        OF_2004,
    ]


def test_faults_come_in_order_and_cite_norms_that_exist(report: Check) -> None:
    plan = {"period_months": 24, "conducted_on": ["2020-01-06"], "text": "Angket"}
    found = report({"survey": plan}).of("LIFE-019")
    assert sorted(hit.variant for hit in found) == ["indicators", "overdue", "period"]
    for hit in found:
        assert all(str(Citation.parse(cited)) == cited for cited in hit.citations)


def find(register: Register, basis: str, on: str) -> list[Any]:
    definition = Definition(survey=SurveyPlan(basis=basis, period_months=12))
    context = Context(definition=definition, as_of=day(on), law=register)
    return list(CHECKS[0].find(context))


def test_a_guide_that_an_embedder_adds_takes_over() -> None:
    key = RegulationKey.parse("PermenPANRB 1/2030")
    new = Regulation(
        key=key,
        title="Contoh",
        title_en="Example",
        confidence=Confidence.VERIFIED,
        source="made up",
        in_force_from=PartialDate(year=2030),
        subjects=(GUIDES,),
    )
    grown = default_register().with_regulations(new)
    assert find(grown, "PermenPANRB 1/2030", "2026-11-22")[0].variant == "not_yet"
    assert find(grown, "PermenPANRB 1/2030", "2031-01-01") == []


def test_without_guides_nothing_is_held_against_a_basis() -> None:
    bare = Register(as_of=day("2026-11-22"), regulations=())
    (hit,) = find(bare, OF_2017, "2026-11-22")
    assert (hit.variant, hit.params, hit.citations) == (
        "indicators",
        {"guides": ("-",)},
        ("UU 25/2009 Pasal 38 ayat (2)",),
    )


def test_a_guide_of_no_known_beginning_is_accepted() -> None:
    key = RegulationKey.parse("PermenPANRB 1/2030")
    undated = Regulation(
        key=key,
        title="",
        title_en="",
        confidence=Confidence.VERIFIED,
        source="made up",
        subjects=(GUIDES,),
    )
    grown = default_register().with_regulations(undated)
    assert find(grown, "PermenPANRB 1/2030", "2026-11-22") == []
    assert [str(one.key) for one in guides_of(grown)] == [OF_2017, "PermenPANRB 1/2030"]


def guides_of(register: Register) -> tuple[Regulation, ...]:
    on = day("2026-11-22")
    return guides_on(on, Context(definition=Definition(), as_of=on, law=register))


def test_guides_of_one_day_do_not_stop_the_check() -> None:
    twins = (
        Regulation(
            key=RegulationKey.parse(name),
            title="",
            title_en="",
            confidence=Confidence.VERIFIED,
            source="made up",
            in_force_from=PartialDate.parse("2020-01-06"),
            subjects=(GUIDES,),
        )
        for name in ("PermenPANRB 1/2020", "PermenPANRB 2/2020")
    )
    grown = default_register().with_regulations(*twins)
    assert [str(one.key) for one in guides_of(grown)] == ["PermenPANRB 2/2020"]
