from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve

from pst_standards.findings import Location, Pointer, Report
from pst_standards.law import PartialDate
from pst_standards.rules import Catalogue, Row, catalogue, check
from pst_standards.rules.cases import CaseCheck, judge, judge_each
from pst_standards.rules.context import Hit
from pst_standards.rules.rulebook import Rulebook, standard_rulebook

DAY = dt.date(2026, 11, 22)


def rulebook(*rows: Row) -> Rulebook:
    book = standard_rulebook()
    return evolve(book, rows=Catalogue(rows=(*book.rows, *rows)))


def row(name: str) -> Row:
    return evolve(catalogue()["STD-019"], id=name, aliases=(), about="visit")


def too_long(minutes: int) -> Iterable[Hit]:
    if minutes > 10:
        yield Hit(("minutes",), {"found": minutes})


def broken(_: int) -> Iterable[Hit]:
    raise RuntimeError


def visit(minutes: int, *checks: CaseCheck[int]) -> Report:
    book = rulebook(*(row(one.id) for one in checks))
    return judge(minutes, "visit", checks, as_of=DAY, rules=book)


def test_only_rules_about_the_kind_of_case_are_asked() -> None:
    report = visit(20, CaseCheck(id="CASE-001", find=too_long))
    assert report.coverage.checked == ("CASE-001",)
    assert report.coverage.uncheckable == ()
    assert [(found.rule, found.pointer, found.params["found"]) for found in report.findings] == [
        ("CASE-001", ("minutes",), 20)
    ]


def test_a_rule_that_does_not_apply_is_told() -> None:
    report = visit(
        20, CaseCheck(id="CASE-001", find=too_long, applies=lambda minutes: minutes > 60)
    )
    assert report.coverage.not_applicable == ("CASE-001",)
    assert report.findings == ()


def test_a_rule_that_breaks_does_not_stop_the_others() -> None:
    report = visit(
        20, CaseCheck(id="CASE-001", find=broken), CaseCheck(id="CASE-002", find=too_long)
    )
    assert report.coverage.failed == ("CASE-001",)
    assert {found.rule for found in report.findings} == {"DEF-099", "CASE-002"}


def test_a_report_says_what_it_is_about() -> None:
    assert visit(20, CaseCheck(id="CASE-001", find=too_long)).about == "visit"


def test_a_rule_that_breaks_is_named() -> None:
    (found,) = visit(20, CaseCheck(id="CASE-001", find=broken)).findings
    assert (found.rule, found.params["rule"]) == ("DEF-099", "CASE-001")


def test_many_cases_are_judged_one_after_the_other_by_the_law_of_a_day() -> None:
    coming = evolve(row("CASE-001"), since=PartialDate.parse("2026-11-23"))
    asked = CaseCheck(id="CASE-001", find=too_long)
    found = {}
    for day in (DAY, DAY + dt.timedelta(1)):
        judged = judge_each([5, 20, 30], "visit", [asked], as_of=day, rules=rulebook(coming))
        found[day] = [[one.params["found"] for one in each.findings] for each in judged]
    assert found == {DAY: [[], [], []], DAY + dt.timedelta(1): [[], [20], [30]]}


def test_a_rule_that_applies_looks() -> None:
    always = CaseCheck(id="CASE-001", find=too_long, applies=lambda minutes: minutes > 10)
    assert [found.rule for found in visit(20, always).findings] == ["CASE-001"]


def test_the_law_of_the_day_counts() -> None:
    coming = evolve(row("CASE-001"), since=PartialDate.parse("2026-11-23"))
    asked = CaseCheck(id="CASE-001", find=too_long)
    for day, found in ((DAY, 0), (DAY + dt.timedelta(1), 1)):
        report = judge(20, "visit", [asked], as_of=day, rules=rulebook(coming))
        assert report.as_of == day
        assert len(report.findings) == found


class Read:
    """Where the values of a record were read."""

    inputs = ("kunjungan.yaml",)

    def locate(self, pointer: Pointer) -> Location:
        return Location(self.inputs[0], len(pointer), 7)


def test_a_finding_stands_where_the_record_was_read() -> None:
    asked = CaseCheck(id="CASE-001", find=too_long)
    book = rulebook(row("CASE-001"))
    report = judge(20, "visit", [asked], as_of=DAY, origin=Read(), rules=book)
    assert report.inputs == ("kunjungan.yaml",)
    assert [found.location for found in report.findings] == [Location("kunjungan.yaml", 1, 7)]
    report = judge(20, "visit", [asked], as_of=DAY, rules=book)
    assert report.inputs == ()
    assert [found.location for found in report.findings] == [Location()]


def test_a_definition_says_that_it_cannot_answer_rules_about_cases() -> None:
    report = check({}, as_of=DAY, rules=rulebook(row("CASE-001")))
    assert "CASE-001" in report.coverage.uncheckable
