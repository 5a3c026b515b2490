from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from pst_standards.findings import Finding, Location, Report, Subject, Verdict
from pst_standards.rules.formats.tasks import Task, tasks
from pst_standards.rules.formats.telling import label, places, tell

MakeFinding = Callable[..., Finding]
LIBRARY = Subject("library", ("standards", 0), ("standards", 0), "Perpustakaan")


def task_of(day: dt.date, *findings: Finding) -> Task:
    (task,) = tasks(Report(as_of=day, findings=findings, subjects=(LIBRARY,)))
    return task


@pytest.mark.parametrize(
    ("pointer", "indonesian", "english"),
    [
        (
            ("standards", 0, "time_limit", "limits", 0),
            "Jangka waktu penyelesaian (time_limit)",
            "Completion time (time_limit; Jangka waktu penyelesaian)",
        ),
        (
            ("standards", 0),
            "Standar pelayanan (standards)",
            "Service standards (standards; Standar pelayanan)",
        ),
        (("services", 0, "chanels"), "chanels", "chanels"),
        (
            ("office", "email"),
            "Kantor \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Surel (office.email)",
            None,
        ),
        (("facilities", 3), "Sarana dan prasarana (facilities)", None),
        (("suppressions", 0), "Temuan yang diterima (suppressions)", None),
    ],
)
def test_the_label_names_the_key_and_its_official_term(
    day: dt.date,
    finding: MakeFinding,
    pointer: tuple[str | int, ...],
    indonesian: str,
    english: str | None,
) -> None:
    task = task_of(day, finding("STD-019", *pointer))
    assert label(task, "id") == indonesian
    if english:
        assert label(task, "en") == english


def test_a_single_missing_component_is_the_label(day: dt.date, finding: MakeFinding) -> None:
    task = task_of(day, finding("STD-001", "standards", 0, component="fee", letter="e"))
    assert label(task, "id") == "Biaya/tarif (fee)"


def test_what_is_missing_from_the_whole_definition_is_the_label(
    day: dt.date, finding: MakeFinding
) -> None:
    assert label(task_of(day, finding("FAC-004")), "id") == "Sarana dan prasarana (facilities)"


def test_a_fault_of_a_file_names_the_file(day: dt.date, finding: MakeFinding) -> None:
    task = task_of(day, finding("DEF-001", verdict=Verdict.SHAPE, variant="tab"))
    assert label(task, "id") == "Berkas kantor.yaml"
    task = task_of(day, finding("DEF-099", file=None, line=None, verdict=Verdict.SHAPE))
    assert label(task, "en") == "The whole definition"


def missing(finding: MakeFinding, **components: str) -> list[Finding]:
    return [
        finding(
            "STD-001",
            *("standards", 0),
            component=name,
            letter=letter,
            citations=(f"UU 25/2009 Pasal 21 huruf {letter}",),
        )
        for name, letter in components.items()
    ]


def test_missing_components_are_told_in_one_sentence(day: dt.date, finding: MakeFinding) -> None:
    told = tell(task_of(day, *missing(finding, fee="e", staffing="k")), "id")
    (sentence,) = told.sentences
    assert sentence == (
        "Standar ini belum memuat 2 dari empat belas komponen: "
        "Biaya/tarif (fee); Jumlah pelaksana (staffing)."
    )
    assert told.example == "fee: {kind: free}\nstaffing: {count: 1}"
    assert told.basis == "UU 25/2009 Pasal 21 huruf e; UU 25/2009 Pasal 21 huruf k"


def test_many_articles_give_way_to_those_of_the_rule(day: dt.date, finding: MakeFinding) -> None:
    many = missing(finding, fee="e", staffing="k", product="f", requirements="b", procedure="c")
    told = tell(task_of(day, *many), "en")
    assert told.basis == "UU 25/2009 Pasal 21; PP 96/2012 Pasal 25"
    assert told.title == "All fourteen components are there"


def test_the_same_sentence_is_told_once(day: dt.date, finding: MakeFinding) -> None:
    limits = ("standards", 0, "time_limit", "limits")
    told = tell(task_of(day, finding("STD-019", *limits, 0), finding("STD-019", *limits, 1)), "id")
    assert len(told.sentences) == len(told.remedies) == 1


def at(finding: MakeFinding, file: str | None, line: int | None, *pointer: str | int) -> Finding:
    return finding("STD-019", *pointer, file=file, line=line)


def test_places_of_one_file_stand_behind_its_name(finding: MakeFinding) -> None:
    found = [at(finding, "a.yaml", 3), at(finding, "a.yaml", 3), at(finding, "a.yaml", 7)]
    found += [at(finding, "b.yaml", None), at(finding, "a.yaml", 9)]
    assert places(found) == ["a.yaml:3:3, 7:3", "b.yaml", "a.yaml:9:3"]


def test_without_a_file_the_place_is_the_pointer(finding: MakeFinding) -> None:
    found = [at(finding, None, None, "office", "name"), at(finding, None, None)]
    assert places(found) == ["/office/name", "/"]
    assert Location() == found[0].location._replace(layer=None)
