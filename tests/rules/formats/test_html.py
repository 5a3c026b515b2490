from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from attrs import evolve

from pst_standards.findings import Finding, Report
from pst_standards.messages import LANGUAGES
from pst_standards.rules import formats
from pst_standards.rules.formats.tasks import tasks

MakeFinding = Callable[..., Finding]
VOID = {"meta", "input", "br", "wbr"}


class Reader(HTMLParser):
    """Reads a page strictly: what opens must close, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def named(reader: Reader, tag: str) -> list[dict[str, str | None]]:
    return [attrs for name, attrs in reader.tags if name == tag]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample(lang: str, sample: Report, compare_golden: Callable[[str, str], None]) -> None:
    compare_golden(f"report.{lang}.html", formats.html(sample, lang=lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_stands_alone_and_says_its_language(lang: str, sample: Report) -> None:
    page = formats.html(sample, lang=lang)
    reader = read(page)
    assert named(reader, "html") == [{"lang": lang}]
    assert {"script", "link", "img", "a", "iframe"} & {tag for tag, _ in reader.tags} == set()
    assert re.findall(r"url\(|@import|https?:", page) == []
    assert "@page { size: A4" in page
    assert "@media print" in page


def test_headings_go_down_one_level_at_a_time(sample: Report) -> None:
    for report in (sample, evolve(sample, parts=(sample, sample))):
        levels = [
            int(tag[1]) for tag, _ in read(formats.html(report)).tags if re.match("h[1-6]", tag)
        ]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_task_has_a_box_that_is_named_and_empty(sample: Report) -> None:
    boxes = named(read(formats.html(sample)), "input")
    assert len(boxes) == len(tasks(sample))
    for number, box in enumerate(boxes, start=1):
        assert box["type"] == "checkbox"
        assert "checked" not in box
        assert f"{number}. " in (box["aria-label"] or "")


def test_every_table_has_a_header_row_and_cells_that_say_their_column(sample: Report) -> None:
    reader = read(formats.html(sample))
    assert len(named(reader, "thead")) == len(named(reader, "table")) > 1
    assert all(head.get("scope") in {"col", "row"} for head in named(reader, "th"))
    cells = [cell for cell in named(reader, "td") if cell.get("role") == "cell"]
    assert len(cells) == 5 * len(tasks(sample))
    assert all(cell["data-label"] for cell in cells)
    anchors = [attrs["id"] for _, attrs in reader.tags if attrs.get("id")]
    assert len(anchors) == len(set(anchors))


def test_what_others_wrote_is_text_and_nothing_else(day: object, finding: MakeFinding) -> None:
    evil = "<script>alert(1)</script>\"'&\x1b"
    found = finding("DEF-015", "services", 0, evil, key=evil, known=evil, file=f"{evil}.yaml")
    report = Report(as_of=day, findings=[found], office=evil, inputs=(evil,))  # type: ignore[arg-type]
    page = formats.html(report)
    assert "<script" not in page
    assert "\x1b" not in page
    assert "alert(1)" in read(page).text


def test_a_clean_definition_says_so(sample: Report) -> None:
    text = read(formats.html(evolve(sample, findings=()))).text
    assert "Tidak ada temuan menurut hukum per 22 November 2026." in text


def test_each_definition_has_its_own_heading(sample: Report) -> None:
    other = evolve(sample, office="", inputs=("lain.yaml",), findings=())
    reader = read(formats.html(evolve(sample, parts=(sample, other))))
    assert "Dinas Contoh Kabupaten Contoh" in reader.text
    assert "lain.yaml" in reader.text


def test_a_page_names_its_office_where_it_has_one(sample: Report) -> None:
    page = formats.html(sample)
    assert '<p class="office">Dinas Contoh Kabupaten Contoh</p>' in page
    assert "Dinas Contoh Kabupaten Contoh</title>" in page
    bare = formats.html(evolve(sample, office=""))
    assert "<title>Daftar periksa standar pelayanan</title>" in bare
    assert "</h1>\n<p>Menurut hukum per 22 November 2026" in bare


def test_of_several_offices_none_names_the_page(sample: Report) -> None:
    other = evolve(sample, office="", inputs=("lain.yaml",), findings=())
    bare = evolve(other, inputs=())
    page = formats.html(evolve(sample, parts=(sample, other, bare)))
    assert "<title>Daftar periksa standar pelayanan</title>" in page
    name = "Dinas Contoh Kabupaten Contoh"
    assert f'<h2>{name}</h2>\n<p class="small">kantor.yaml</p>\n<section' in page
    assert "<h2>lain.yaml</h2>\n<p>Tidak ada temuan" in page
    assert "<h2></h2>\n<p>Tidak ada temuan" in page
    named_file = evolve(bare, office=name)
    page = formats.html(evolve(sample, parts=(named_file, bare)))
    assert f'<h2>{name}</h2>\n<p class="small"></p>\n<p>' in page


def test_places_stand_one_below_the_other_and_may_break(day: object, finding: MakeFinding) -> None:
    found = [finding("STD-019", "a", n, file=f"a/{name}.yaml") for n, name in enumerate("bc")]
    page = formats.html(Report(as_of=day, findings=found))  # type: ignore[arg-type]
    assert "STD-019<br>a/<wbr>b.yaml:1:3<br>a/<wbr>c.yaml:1:3</p>" in page


def test_sentences_follow_each_other_without_anything_between(
    day: object, finding: MakeFinding
) -> None:
    said = {"until": "-", "on": "-", "replaced_by": "-"}
    found = [finding("STD-009", "office", regulation=f"PP '{n}'/1990", **said) for n in (1, 2)]
    page = formats.html(Report(as_of=day, findings=found))  # type: ignore[arg-type]
    assert re.search(r"<p>[^<]*PP '1'/1990[^<]*</p><p>[^<]*PP '2'/1990[^<]*</p>", page)
