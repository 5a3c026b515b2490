from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from attrs import evolve

from pst_standards.definitions import Bases
from pst_standards.findings import Coverage, Finding, Report
from pst_standards.messages import LANGUAGES
from pst_standards.model import Definition, ServiceStandard
from pst_standards.model.base import Ident
from pst_standards.rules import check, formats
from pst_standards.rules.formats.columns import width

MakeFinding = Callable[..., Finding]
ROOT = Path(__file__).resolve().parents[3]
INVALID = sorted((ROOT / "examples/invalid").glob("*.yaml"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_most_important_tasks(
    lang: str, sample: Report, compare_golden: Callable[[str, str], None]
) -> None:
    compare_golden(f"report.{lang}.txt", formats.text(sample, lang=lang, columns=80) + "\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding(
    lang: str, sample: Report, compare_golden: Callable[[str, str], None]
) -> None:
    source = formats.file_source(sample.inputs, Bases())
    shown = formats.text(sample, lang=lang, columns=90, everything=True, source=source)
    compare_golden(f"report.all.{lang}.txt", shown + "\n")


def many(finding: MakeFinding, count: int) -> list[Finding]:
    return [finding("STD-019", "standards", place, "time_limit") for place in range(count)]


def test_ten_tasks_are_shown_and_the_others_counted(day: dt.date, finding: MakeFinding) -> None:
    shown = formats.text(Report(as_of=day, findings=many(finding, 13)))
    assert "terpenting lebih dahulu: 10 dari 13" in shown
    assert "10. " in shown
    assert "11. " not in shown
    assert "Belum ditampilkan: 3. Semua temuan ditampilkan dengan --all." in shown
    shown = formats.text(Report(as_of=day, findings=many(finding, 10)))
    assert "Belum ditampilkan" not in shown


def test_of_many_like_sentences_and_places_few_are_shown(
    day: dt.date, finding: MakeFinding
) -> None:
    found = [
        finding("STD-009", "office", file=None, regulation=f"UU {n}/1990", until="-", on="-")
        for n in range(5)
    ]
    found = [
        evolve(one, params={**one.params, "replaced_by": "-"}, pointer=("office", str(n)))
        for n, one in enumerate(found)
    ]
    together = [evolve(one, pointer=("office",)) for one in found]
    shown = formats.text(Report(as_of=day, findings=together), lang="en")
    assert "and 2 more like these" in shown
    places = [evolve(one, pointer=("services", 0, "channels", n)) for n, one in enumerate(together)]
    shown = formats.text(Report(as_of=day, findings=places), lang="en")
    assert "and 2 more places" in " ".join(shown.split())


def own(finding: MakeFinding, count: int) -> list[Finding]:
    """Return findings of one task, each with words of its own."""
    found = []
    for n in range(1, count + 1):
        words = (("en", f"Wrong {n}.", f"Do what is right in the place number {n}."),)
        one = finding("KANTOR-001", "office", n, file=f"kantor/{n}.yaml", line=n)
        found.append(evolve(one, words=words))
    return found


def test_a_narrow_terminal_shows_each_part_behind_its_name(
    day: dt.date, finding: MakeFinding
) -> None:
    shown = formats.text(Report(as_of=day, findings=own(finding, 5)), lang="en", columns=36)
    assert shown.splitlines()[:24] == [
        "To attend to, the most important",
        "first: 1 of 1",
        "",
        "Office",
        " 1. Office (office; Kantor) ·",
        "    warning · KANTOR-001",
        "    Wrong 1.",
        "    Wrong 2.",
        "    Wrong 3.",
        "    and 2 more like these",
        "    Where:   kantor/1.yaml:1:3,",
        "             kantor/2.yaml:2:3,",
        "             kantor/3.yaml:3:3, and",
        "             2 more places",
        "    Remedy:  Do what is right in the",
        "             place number 1.",
        "             Do what is right in the",
        "             place number 2.",
        "             Do what is right in the",
        "             place number 3.",
        "             and 2 more like these",
        "    Basis:   UU 25/2009",
        "",
        "Errors: 0. Warnings: 5. Notes: 0. By the law of 2026-11-22.",
    ]


def test_three_that_are_alike_are_all_shown(day: dt.date, finding: MakeFinding) -> None:
    shown = formats.text(Report(as_of=day, findings=own(finding, 3)), lang="en")
    assert "    Where:   kantor/1.yaml:1:3, kantor/2.yaml:2:3, kantor/3.yaml:3:3\n" in shown
    assert "more" not in shown.partition("\n")[2]


def test_a_report_on_several_definitions_tells_each(day: dt.date, finding: MakeFinding) -> None:
    parts = (
        Report(as_of=day, inputs=("a.yaml",), findings=[finding()]),
        Report(as_of=day, inputs=("b.yaml",), office="Dinas Contoh"),
    )
    shown = formats.text(Report(as_of=day, parts=parts)).splitlines()
    assert shown[0] == "a.yaml"
    assert shown[-3:] == [
        "Dinas Contoh",
        "Tidak ada temuan; hanya bentuknya yang diperiksa.",
        "Aturan: 0 diperiksa, 0 tidak berlaku, 0 tidak dapat diperiksa mesin, 0 gagal dijalankan.",
    ]


def test_what_was_not_looked_at_is_counted_and_named_when_asked(day: dt.date) -> None:
    coverage = Coverage(uncheckable=("LIFE-012",), failed=("STD-001",))
    report = Report(as_of=day, coverage=coverage)
    counts = "Rules: 0 checked, 0 not applicable, 1 not checkable by a machine, 1 failed to run."
    assert formats.text(report, lang="en").splitlines()[1:] == [counts]
    assert formats.text(report, lang="en", everything=True).splitlines()[1:] == [
        counts,
        "Not checkable by a machine: LIFE-012.",
        "Failed to run: STD-001.",
    ]


def test_what_a_baseline_or_a_profile_left_out_is_told(day: dt.date, finding: MakeFinding) -> None:
    report = Report(
        as_of=day, known=[finding(), finding()], coverage=Coverage(switched_off=("STD-019",))
    )
    shown = formats.text(report, lang="en", everything=True).splitlines()
    assert shown[1] == "Known from the baseline and not counted: 2."
    assert shown[-1] == "Switched off by a profile: STD-019."


def test_a_rule_of_another_speaks_with_its_own_words(day: dt.date, finding: MakeFinding) -> None:
    found = finding("KANTOR-001", "office")
    words = tuple((lang, f"{lang} pesan", f"{lang} perbaikan") for lang in LANGUAGES)
    report = Report(as_of=day, findings=[evolve(found, words=words)])
    for everything in (False, True):
        shown = formats.text(report, everything=everything)
        assert "id pesan" in shown
        assert "id perbaikan" in shown
    assert "Aturan tambahan" in formats.text(report, everything=True)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("everything", [False, True])
def test_without_files_the_pointer_is_shown(lang: str, day: dt.date, *, everything: bool) -> None:
    given = check(Definition(standards=(ServiceStandard(id=Ident("x")),)), as_of=day)
    shown = formats.text(given, lang=lang, everything=everything)
    assert " /standards/0" in shown
    assert " /" in shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_every_example_can_be_told(path: Path, lang: str, day: dt.date) -> None:
    given = check(path, as_of=day)
    shown = formats.text(given, lang=lang, everything=True)
    for found in given.findings:
        assert str(found.location) in shown
    assert "{" not in shown


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_lines_fit_the_terminal(path: Path, day: dt.date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    given = check(Path(path.name), as_of=day)
    source = formats.file_source(given.inputs, Bases())
    for columns, everything in product((80, 100), (False, True)):
        shown = formats.text(given, columns=columns, everything=everything, source=source)
        assert [line for line in shown.splitlines() if width(line) > columns] == []


def test_an_empty_line_parts_definitions(day: dt.date) -> None:
    parts = (Report(as_of=day, office="Satu"), Report(as_of=day, office="Dua"))
    shown = formats.text(Report(as_of=day, parts=parts), lang="en").splitlines()
    assert [shown.index(""), *(shown.index(name) for name in ("Satu", "Dua"))] == [3, 0, 4]
    assert len(shown) == 7


@pytest.mark.parametrize(
    ("office", "inputs", "found", "first"),
    [
        ("Dinas Contoh", ("a.yaml",), 1, ("Dinas Contoh", "Dinas Contoh")),
        ("", ("a.yaml",), 1, ("a.yaml", "kantor.yaml")),
        ("", ("a.yaml",), 0, ("a.yaml", "a.yaml")),
        ("", (), 0, ("Nothing found", "Nothing found")),
    ],
)
def test_a_report_begins_with_the_office_or_the_file(
    office: str,
    inputs: tuple[str, ...],
    found: int,
    first: tuple[str, str],
    day: dt.date,
    finding: MakeFinding,
) -> None:
    report = Report(as_of=day, office=office, inputs=inputs, findings=[finding()] * found)
    for everything, name in zip((False, True), first, strict=True):
        shown = formats.text(report, lang="en", everything=everything)
        assert shown.startswith(name)


def test_a_long_list_of_rules_goes_on_below_its_name(day: dt.date) -> None:
    coverage = Coverage(failed=tuple(f"STD-{n:03}" for n in range(1, 8)))
    shown = formats.text(
        Report(as_of=day, coverage=coverage), lang="en", everything=True, columns=40
    )
    assert shown.splitlines()[-3:] == [
        "Failed to run: STD-001, STD-002,",
        "  STD-003, STD-004, STD-005, STD-006,",
        "  STD-007.",
    ]
