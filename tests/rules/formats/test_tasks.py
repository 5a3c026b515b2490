from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from pst_standards.findings import Finding, Report, Severity, Subject, Verdict
from pst_standards.rules.formats.tasks import by_service, tasks

MakeFinding = Callable[..., Finding]


def report(day: dt.date, *findings: Finding, subjects: tuple[Subject, ...] = ()) -> Report:
    return Report(as_of=day, findings=findings, subjects=subjects, inputs=("kantor.yaml",))


def test_findings_of_one_rule_in_one_component_are_one_task(
    day: dt.date, finding: MakeFinding
) -> None:
    limits = ("standards", 0, "time_limit", "limits")
    found = report(day, finding("STD-019", *limits, 0), finding("STD-019", *limits, 1, line=2))
    (task,) = tasks(found)
    assert len(task.findings) == 2
    assert task.group == ("standards", 0, "time_limit")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("standards", 0, "fee"), ("standards", 1, "fee")),
        (("standards", 0, "fee"), ("standards", 0, "product")),
        (("complaints", "channels", 0), ("complaints", "responsible")),
        (("office",), ("maklumat",)),
    ],
)
def test_another_place_is_another_task(
    day: dt.date,
    finding: MakeFinding,
    one: tuple[str | int, ...],
    other: tuple[str | int, ...],
) -> None:
    assert len(tasks(report(day, finding("STD-019", *one), finding("STD-019", *other)))) == 2


def test_items_of_one_list_of_the_office_are_one_task(day: dt.date, finding: MakeFinding) -> None:
    places = (("complaints", "channels", 0), ("complaints", "channels", 3, "value"))
    assert len(tasks(report(day, *(finding("STD-019", *place) for place in places)))) == 1


def test_another_wording_is_another_task(day: dt.date, finding: MakeFinding) -> None:
    found = (finding("STD-002", "office", variant=name) for name in ("empty", "placeholder"))
    assert len(tasks(report(day, *found))) == 2


def test_faults_of_whole_files_stay_apart(day: dt.date, finding: MakeFinding) -> None:
    found = (finding("DEF-001", file=name, verdict=Verdict.SHAPE) for name in ("a.yaml", "b.yaml"))
    assert len(tasks(report(day, *found))) == 2


def test_gravity_counts_first_then_the_norm_then_the_places(
    day: dt.date, finding: MakeFinding
) -> None:
    found = [
        finding("A-1", "a", severity=Severity.NOTE, verdict=Verdict.SHAPE),
        finding("A-2", "a", verdict=Verdict.QUALITY),
        finding("A-3", "a", verdict=Verdict.SCORING),
        finding("A-4", "a", verdict=Verdict.MINISTERIAL),
        finding("A-5", "a", verdict=Verdict.STATUTORY),
        finding("A-6", "a", 0, verdict=Verdict.STATUTORY, line=8),
        finding("A-6", "a", 1, verdict=Verdict.STATUTORY, line=9),
        finding("A-7", "a", verdict=Verdict.SHAPE),
        finding("A-8", "a", severity=Severity.ERROR, verdict=Verdict.QUALITY),
    ]
    order = [task.rule for task in tasks(report(day, *found))]
    assert order == ["A-8", "A-7", "A-6", "A-5", "A-4", "A-3", "A-2", "A-1"]


def test_of_equals_the_first_of_the_report_comes_first(day: dt.date, finding: MakeFinding) -> None:
    found = [finding("A-1", "b", line=2), finding("A-1", "a", line=9)]
    assert [task.group for task in tasks(report(day, *found[::-1]))] == [("b",), ("a",)]


LIBRARY = Subject("library", ("standards", 0), ("standards", 1), "Perpustakaan", "Library")


def test_a_finding_in_a_standard_belongs_to_its_service(day: dt.date, finding: MakeFinding) -> None:
    found = report(day, finding("STD-019", "standards", 0, "fee"), subjects=(LIBRARY,))
    (task,) = tasks(found)
    assert task.subject == LIBRARY


def test_a_fault_of_shape_is_placed_as_the_files_state_it(
    day: dt.date, finding: MakeFinding
) -> None:
    fault = finding("DEF-017", "standards", 1, "fee", verdict=Verdict.SHAPE)
    (task,) = tasks(report(day, fault, subjects=(LIBRARY,)))
    assert task.subject == LIBRARY
    (other,) = tasks(
        report(day, evolve(fault, pointer=("standards", 0, "fee")), subjects=(LIBRARY,))
    )
    assert other.subject != LIBRARY


def test_a_service_that_nobody_named_goes_by_its_number(day: dt.date, finding: MakeFinding) -> None:
    (task,) = tasks(report(day, finding("STD-019", "services", 2, "name")))
    place = ("services", 2)
    assert task.subject == Subject("services/2", place, place, "Layanan ke-3", "Service no. 3")


@pytest.mark.parametrize(
    "pointer", [(), ("office",), ("standards",), ("facilities", 0), ("standards", "x")]
)
def test_all_else_belongs_to_the_office(
    day: dt.date, finding: MakeFinding, pointer: tuple[str | int, ...]
) -> None:
    (task,) = tasks(report(day, finding("STD-019", *pointer)))
    assert task.subject is None


def test_a_service_stands_where_its_first_task_stands(day: dt.date, finding: MakeFinding) -> None:
    found = report(
        day,
        finding("A-1", "standards", 0, "fee", severity=Severity.NOTE),
        finding("A-2", "office"),
        finding("A-3", "standards", 0, "fee", severity=Severity.ERROR),
        subjects=(LIBRARY,),
    )
    groups = by_service(tasks(found))
    assert [subject for subject, _ in groups] == [LIBRARY, None]
    assert [[task.rule for task in members] for _, members in groups] == [["A-3", "A-1"], ["A-2"]]


def test_each_definition_keeps_its_own_tasks(day: dt.date, finding: MakeFinding) -> None:
    parts = tuple(report(day, finding("STD-019", "office")) for _ in range(2))
    assert len(tasks(Report(as_of=day, parts=parts))) == 2
