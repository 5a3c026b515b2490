from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

import pytest
import yaml

from pst_standards.definitions import DefinitionError, read_data
from pst_standards.findings import Finding, Report, Severity, Verdict
from pst_standards.rules import catalogue, check_reading
from pst_standards.rules.formats.snippets import MOST_LINES, example_of
from pst_standards.rules.formats.tasks import tasks

MakeFinding = Callable[..., Finding]
EXAMPLES = [
    pytest.param(example, id=f"{row.id}-{place}")
    for row in catalogue().law()
    for place, example in enumerate(
        filter(None, (row.fails, *(variant.fails for variant in row.variants.values())))
    )
]


def example(day: dt.date, *findings: Finding) -> str:
    (task,) = tasks(Report(as_of=day, findings=findings))
    return example_of(task)


@cache
def reads_as_mapping(shown: str) -> bool:
    return isinstance(yaml.safe_load(shown or "{}"), dict)


@pytest.mark.parametrize("fails", EXAMPLES)
def test_every_rule_shows_a_few_lines_that_can_be_read(fails: str, day: dt.date) -> None:
    try:
        report = check_reading(read_data(fails), as_of=day)
    except DefinitionError as error:
        report = Report(as_of=day, findings=error.findings)
    for task in tasks(report):
        shown = example_of(task)
        assert len(shown.splitlines()) <= MOST_LINES
        assert all(len(line) <= 80 for line in shown.splitlines())
        assert "# …" in shown or reads_as_mapping(shown)
        if catalogue()[task.rule].passes.strip() and task.rule != "PUB-015":  # about any key
            assert shown


def test_the_example_is_cut_to_the_component(day: dt.date, finding: MakeFinding) -> None:
    found = finding("STD-019", "standards", 4, "time_limit", "limits", 2)
    assert example(day, found) == (
        "time_limit:\n  limits: [{value: 10, unit: minute, start: buku tamu diisi}]"
    )


def test_what_is_too_long_is_cut_down_to_the_key_in_question(
    day: dt.date, finding: MakeFinding
) -> None:
    found = finding("PGD-006", "complaints", "mechanism", letters=("h",), missing=("monitoring",))
    shown = example(day, found).splitlines()
    assert len(shown) == MOST_LINES
    assert shown[0] == "complaints:"
    assert shown[-1] == "# …"
    deeper = finding("PGD-006", "complaints", "mechanism", "priority")
    assert example(day, deeper).splitlines() == [
        "complaints: {mechanism: {priority: Keselamatan didahulukan}}"
    ]


def test_an_example_does_not_spend_a_line_on_the_stage(day: dt.date, finding: MakeFinding) -> None:
    shown = example(day, finding("STD-005", "standards", 0, variant="none", standard="x"))
    assert shown.splitlines()[0] == "standards: [{id: library}]"
    assert "# …" not in shown


def test_many_missing_components_show_the_first(day: dt.date, finding: MakeFinding) -> None:
    names = ("fee", "staffing", "product", "requirements", "procedure", "competence", "facilities")
    found = (finding("STD-001", "standards", 0, component=name, letter="x") for name in names)
    shown = example(day, *found).splitlines()
    assert len(shown) == MOST_LINES
    assert (shown[0], shown[-1]) == ("fee: {kind: free}", "# …")


@pytest.mark.parametrize(
    ("pointer", "params", "shown"),
    [
        (("services", 0, "chanels"), {"meant": "channels"}, "channels: [in_person, online]"),
        (("standards", 0, "fee", "kind"), {}, "kind: free"),
        (("maklumat", "date"), {}, "date: '2026-11-22'"),
        (("standards", 0, "life_cycle", "review_scope"), {}, "review_scope: whole"),
        (("standards", 0, "fee", "knd"), {"meant": "kind"}, "kind: free"),
        (("office", "no-such-key"), {}, ""),
        (("office",), {}, ""),
        (("no-such-key", "deeper"), {}, ""),
        (("office", "name", "deeper"), {}, ""),
        ((), {}, ""),
    ],
)
def test_a_fault_of_shape_shows_what_the_model_shows(
    day: dt.date,
    finding: MakeFinding,
    pointer: tuple[str | int, ...],
    params: dict[str, str],
    shown: str,
) -> None:
    found = finding("DEF-017", *pointer, verdict=Verdict.SHAPE, severity=Severity.ERROR, **params)
    assert example(day, found) == shown


def test_a_rule_that_nobody_knows_has_no_example(day: dt.date, finding: MakeFinding) -> None:
    assert example(day, finding("TST-001", "office", "x")) == ""


def test_a_value_of_another_key_is_no_example(day: dt.date, finding: MakeFinding) -> None:
    said = {"key": "note", "found": "Contoh catatan"}
    assert "office" not in example(day, finding("PUB-015", "facilities", 0, "note", **said))
    phone = {"key": "phone", "found": "(000) 000000"}
    assert "address" not in example(day, finding("PUB-015", "office", "phone", **phone))


def test_the_example_has_what_its_remedy_asks_for(day: dt.date, finding: MakeFinding) -> None:
    shown = example(day, finding("RNT-006", "facilities", variant="photo", facilities="x"))
    assert all(key in shown for key in ("file", "alt", "taken_on"))
