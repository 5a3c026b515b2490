from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from pst_standards.definitions.wording import word
from pst_standards.findings import Finding, Location, Report, Severity, Subject, Verdict
from pst_standards.model.base import Text
from pst_standards.rules import Catalogue, PackError, Rulebook, catalogue
from pst_standards.rules.formats import telling
from pst_standards.rules.formats.snippets import example_of
from pst_standards.rules.formats.tasks import Task, tasks
from pst_standards.rules.formats.telling import (
    Told,
    label,
    places,
    rule_title,
    service_name,
    tell,
)

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


@pytest.mark.parametrize(
    ("lang", "service", "severity", "title"),
    [
        ("id", "Perpustakaan", "catatan", catalogue()["STD-019"].title.id),
        ("en", "Library", "note", catalogue()["STD-019"].title.en),
    ],
)
def test_a_task_is_told_in_one_language(
    lang: str, service: str, severity: str, title: str, day: dt.date, finding: MakeFinding
) -> None:
    found = finding("STD-019", "standards", 0, "time_limit", severity=Severity.NOTE)
    task = evolve(task_of(day, found), subject=LIBRARY._replace(en="Library"))
    sentence, remedy = word(found, lang)
    assert tell(task, lang) == Told(
        label=label(task, lang),
        service=service,
        severity=severity,
        severity_key="note",
        title=title,
        sentences=(sentence,),
        remedies=(remedy,),
        example=example_of(task),
        basis="UU 25/2009",
    )


@pytest.mark.parametrize(("lang", "office"), [("id", "Kantor"), ("en", "Office")])
def test_what_is_about_no_service_is_about_the_office(
    lang: str, office: str, day: dt.date, finding: MakeFinding
) -> None:
    assert service_name(task_of(day, finding("STD-019", "office")), lang) == office


def test_a_single_missing_component_has_the_sentence_of_the_rule(
    day: dt.date, finding: MakeFinding
) -> None:
    (found,) = missing(finding, fee="e")
    assert tell(task_of(day, found), "en").sentences == (word(found, "en")[0],)


def test_components_missing_together_have_one_remedy(day: dt.date, finding: MakeFinding) -> None:
    told = tell(task_of(day, *missing(finding, fee="e", staffing="k")), "en")
    (sentence,), (remedy,) = told.sentences, told.remedies
    assert sentence == (
        "This standard lacks 2 of the fourteen components: "
        "Fee or tariff (fee); Number of executors (staffing)."
    )
    assert remedy == (
        "Add the keys that are missing to this standard. All components, letters a to n, must be "
        "there, also in a draft."
    )


def test_up_to_four_articles_are_all_told(day: dt.date, finding: MakeFinding) -> None:
    found = missing(finding, fee="e", staffing="k", product="f", requirements="b")
    assert tell(task_of(day, *found), "id").basis.count("Pasal 21 huruf") == 4


def a_rule(name: str) -> Catalogue:
    return Catalogue(rows=(evolve(catalogue()["STD-019"], id=name, title=Text("Milik", "Own")),))


def test_a_rule_of_an_installed_pack_has_its_title(monkeypatch: pytest.MonkeyPatch) -> None:
    book = Rulebook(rows=a_rule("KANTOR-001"))
    monkeypatch.setattr(telling, "installed_rulebook", lambda: book)
    assert (rule_title("KANTOR-001", "id"), rule_title("KANTOR-001", "en")) == ("Milik", "Own")
    assert rule_title("STD-019", "id") == catalogue()["STD-019"].title.id


def test_a_rule_that_nobody_has_is_only_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Rulebook:
        raise PackError("pack.load", pack="rusak", detail="x")

    said = {"id": "Aturan tambahan", "en": "Additional rule"}
    for lang, title in said.items():
        assert rule_title("KANTOR-001", lang) == title
    monkeypatch.setattr(telling, "installed_rulebook", broken)
    for lang, title in said.items():
        assert rule_title("KANTOR-001", lang) == title


def test_places_with_and_without_a_file_are_told_in_their_order(finding: MakeFinding) -> None:
    found = [
        at(finding, None, None, "office", "name"),
        at(finding, "a.yaml", 3, "office"),
        at(finding, "a.yaml", 3, "office", "name"),
        evolve(at(finding, "a.yaml", 3), location=Location("a.yaml", 3, 3, "base")),
        at(finding, None, None),
    ]
    assert places(found) == ["/office/name", "a.yaml:3:3", "/"]
