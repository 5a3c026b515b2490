from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve
from markdown_it import MarkdownIt

from pst_standards.findings import Coverage, Finding, Report
from pst_standards.messages import LANGUAGES
from pst_standards.rules import formats
from pst_standards.rules.formats.markdown_report import MOST_ROWS, escaped

MakeFinding = Callable[..., Finding]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample(lang: str, sample: Report, compare_golden: Callable[[str, str], None]) -> None:
    compare_golden(f"report.{lang}.md", formats.markdown(sample, lang=lang))


def test_a_row_keeps_its_cells_whatever_stands_in_them(day: dt.date, finding: MakeFinding) -> None:
    evil = "a|b\nc`d` <b>e</b> **f** [g](h) \\| \x1b"
    found = finding("DEF-015", "services", 0, evil, key=evil, known=evil, file="a|b.yaml")
    shown = formats.markdown(Report(as_of=day, findings=[found], office=evil))
    page = MarkdownIt("commonmark").enable("table").render(shown)
    assert page.count("<table>") == 1
    assert page.count("<tr>") == 2
    assert page.count("<td>") == 6
    assert "<b>" not in page
    assert "<a " not in page
    assert "<code>" not in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("legal_basis", "legal\\_basis"),
        ("# judul", "\\# judul"),
        ("satu\r\ndua", "satu<br>dua"),
        ("tanya @petugas", "tanya @\u2060petugas"),
        ("bps3399@bps.go.id", "bps3399@bps.go.id"),
    ],
)
def test_signs_of_markdown_are_text_and_nobody_is_called(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_a_long_list_has_an_end(day: dt.date, finding: MakeFinding) -> None:
    found = [finding("STD-019", f"k{place}") for place in range(MOST_ROWS + 3)]
    shown = formats.markdown(Report(as_of=day, findings=found), lang="en")
    assert shown.count("\n| ") == MOST_ROWS + 2
    assert shown.endswith("Not shown here: 3. Every finding: pst check --all.\n")


def test_each_definition_has_its_own_table(sample: Report) -> None:
    other = evolve(sample, office="", inputs=("lain.yaml",), findings=())
    shown = formats.markdown(evolve(sample, parts=(sample, other)))
    assert "### Dinas Contoh Kabupaten Contoh\n" in shown
    assert "### lain.yaml\n\nTidak ada temuan" in shown


def test_a_list_that_just_fits_has_nothing_left_out(day: dt.date, finding: MakeFinding) -> None:
    found = [finding("STD-019", f"k{place}") for place in range(MOST_ROWS)]
    shown = formats.markdown(Report(as_of=day, findings=found), lang="en")
    assert "Not shown" not in shown
    longer = Report(as_of=day, findings=[*found, finding("STD-019", "last")])
    assert "|\n\nNot shown here: 1. " in formats.markdown(longer, lang="en")


def test_a_clean_report_says_so_above_and_instead_of_the_table(day: dt.date) -> None:
    looked = Coverage(checked=("STD-001",))
    shown = formats.markdown(Report(as_of=day, coverage=looked), lang="en")
    clean = "Nothing found by the law of 22 November 2026."
    assert shown.splitlines()[2] == shown.splitlines()[-1] == clean
    parts = (Report(as_of=day, office="A", coverage=looked), Report(as_of=day, coverage=looked))
    named = Report(as_of=day, parts=parts)
    assert f"\n\n### A\n\n{clean}\n\n### \n\n{clean}\n" in formats.markdown(named, lang="en")


def test_remedies_and_places_stand_one_below_the_other(day: dt.date, finding: MakeFinding) -> None:
    found = []
    for n in (1, 2):
        one = finding("KANTOR-001", "office", n, file=f"{n}.yaml")
        found.append(evolve(one, words=(("en", f"Wrong {n}.", f"Do {n}."),)))
    (row,) = formats.markdown(Report(as_of=day, findings=found), lang="en").splitlines()[-1:]
    assert "Wrong 1.<br>Wrong 2. | Do 1.<br>Do 2. | KANTOR-001<br>UU 25/2009 |" in row
    assert row.endswith(" | 1.yaml:1:3<br>2.yaml:1:3 |")
