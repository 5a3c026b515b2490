from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from pst_standards.findings import Finding, Location, Report, Severity
from pst_standards.messages import LANGUAGES
from pst_standards.rules import formats

MakeFinding = Callable[..., Finding]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample(lang: str, sample: Report, compare_golden: Callable[[str, str], None]) -> None:
    compare_golden(f"report.github.{lang}.txt", formats.github(sample, lang=lang))


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_gravity_chooses_the_command(
    day: dt.date, finding: MakeFinding, severity: Severity, command: str
) -> None:
    shown = formats.github(Report(as_of=day, findings=[finding(severity=severity)]))
    assert shown.startswith(f"::{command} file=kantor.yaml,line=1,col=3,title=STD-019 ")


def test_signs_that_end_a_value_are_escaped(day: dt.date, finding: MakeFinding) -> None:
    key = "100%\r\n::error::x"
    found = finding("DEF-015", "office", "x", key=key, known="", file="a,b:c%\n.yaml")
    shown = formats.github(Report(as_of=day, findings=[found]))
    first, *rest = shown.splitlines()
    assert "file=a%2Cb%3Ac%25%0A.yaml,line=1" in first
    assert "100%25\ufffd" in first
    assert len(rest) == 1
    assert not rest[0].startswith("::")


def test_without_a_file_the_message_names_the_place(day: dt.date, finding: MakeFinding) -> None:
    found = [finding("STD-019", "office", file=None, line=None), finding(file=None, line=None)]
    shown = formats.github(Report(as_of=day, findings=found)).splitlines()
    assert "::/office " in shown[0] + shown[1]
    assert "::/ " in shown[0] + shown[1]
    assert "file=" not in shown[0] + shown[1]


def many(finding: MakeFinding, count: int) -> list[Finding]:
    return [finding("STD-019", f"k{place}", line=place + 1) for place in range(count)]


def test_no_more_is_written_than_is_shown_and_the_rest_is_counted(
    day: dt.date, finding: MakeFinding
) -> None:
    notes = [finding("STD-021", "n", severity=Severity.NOTE)]
    shown = formats.github(Report(as_of=day, findings=[*many(finding, 12), *notes]))
    assert shown.count("::warning ") == 10
    assert shown.count("::notice ") == 1
    assert shown.splitlines()[-1] == "Tidak ditampilkan di sini: 2. Semua temuan: pst check --all."


def test_the_first_place_of_every_task_comes_before_a_second(
    day: dt.date, finding: MakeFinding
) -> None:
    places = [finding("STD-019", "a", place, line=place + 1) for place in range(12)]
    other = finding("STD-021", "b", line=99)
    shown = formats.github(Report(as_of=day, findings=[*places, other])).splitlines()
    assert "line=1," in shown[0]
    assert "line=99," in shown[1]


def test_findings_of_one_place_are_one_annotation(day: dt.date, finding: MakeFinding) -> None:
    found = [
        finding("STD-001", "standards", 0, component=name, letter=letter)
        for name, letter in (("fee", "e"), ("staffing", "k"))
    ]
    shown = formats.github(Report(as_of=day, findings=found))
    assert shown.count("::warning ") == 1
    assert "Biaya/tarif (fee); Jumlah pelaksana (staffing)" in shown
    assert "Tidak ditampilkan" not in shown


def test_findings_of_one_task_at_several_places_are_an_annotation_each(
    day: dt.date, finding: MakeFinding
) -> None:
    def commands(*found: Finding) -> int:
        return formats.github(Report(as_of=day, findings=found)).count("::warning ")

    here, there = finding("STD-019", "a", 0), finding("STD-019", "a", 1)
    assert commands(here, there) == 1
    assert commands(here, finding("STD-019", "a", 0, line=2)) == 2
    layered = evolve(here, location=here.location._replace(layer="base"))
    assert commands(here, layered) == 1
    nowhere = [evolve(one, location=Location()) for one in (here, there)]
    assert commands(*nowhere) == 2
    assert commands(nowhere[0], nowhere[0]) == 1
