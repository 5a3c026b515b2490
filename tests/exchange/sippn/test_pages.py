from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from pst_standards.definitions import read_data
from pst_standards.exchange.sippn import Draft, Fate, read
from pst_standards.exchange.sippn.draft import REMARKS
from pst_standards.findings import Confidence
from pst_standards.messages import LANGUAGES, has_text
from pst_standards.model.definition import Stage
from pst_standards.rules import check_reading

DATA = Path(__file__).resolve().parents[2] / "data"
PAGES = DATA / "sippn"
# A bilingual page, a table of three columns, one line: ways in which people copy the same page.
HEADINGS = {
    "plain": "{0}\n",
    "colon": "{0}:\n",
    "upper": "{1}\n",
    "numbered": "3. {0}\n",
    "lettered": "C. {0} :\n",
    "markdown": "## {0}\n",
    "bold": "**{0}**\n",
    "bullet": "● {0}\n",
    "with spaces": "\n   {0}   \n\n",
}
NAMES = {
    "requirements": ["Persyaratan", "Syarat", "Persyaratan Pelayanan", "Persyaratan Layanan"],
    "procedure": [
        "Sistem, Mekanisme dan Prosedur",
        "Sistem, mekanisme, dan prosedur",
        "Prosedur",
        "Mekanisme dan Prosedur",
        "Alur Pelayanan",
        "Tata Cara",
    ],
    "time_limit": ["Waktu Penyelesaian", "Jangka Waktu", "Waktu Pelayanan", "Waktu"],
    "fee": ["Biaya / Tarif", "Biaya/Tarif", "Biaya", "Tarif", "Biaya dan Tarif"],
    "product": ["Produk Pelayanan", "Produk", "Produk Layanan", "Hasil Pelayanan"],
    "complaint_handling": [
        "Pengaduan Layanan",
        "Pengaduan",
        "Penanganan Pengaduan, Saran dan Masukan",
        "Pengelolaan Pengaduan",
    ],
}


def read_yaml(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def test_a_page_gives_the_draft_that_was_reviewed(
    page: Path, expect: Callable[[Draft], None]
) -> None:
    expect(read(page.read_text(encoding="utf-8")))


def test_every_defect_says_where_it_stands_or_why_it_cannot_be_seen(
    page: Path, case: dict[str, Any]
) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    assert case["defects"] == list(case["evidence"])
    for seen in case["evidence"].values():
        if seen["in_text"]:
            assert seen["words"] in lines[seen["line"] - 1]
        assert seen["seen" if seen["in_text"] else "why"]


def test_a_page_is_carried_over_whole(page: Path) -> None:
    draft = read(page.read_text(encoding="utf-8"))
    assert draft.whole
    assert draft.definition.stage is Stage.DRAFT
    assert draft.definition.confidence is Confidence.SECONDARY


def test_a_draft_can_be_checked_and_has_no_fault_of_shape(page: Path) -> None:
    report = check_reading(read_data(read(page.read_text(encoding="utf-8")).yaml()))
    assert report.coverage.failed == ()
    assert [found for found in report.findings if found.rule.startswith("DEF-")] == []


TWINS = [file for file in sorted(PAGES.glob("*.yaml")) if "standard" in read_yaml(file)]


@pytest.mark.parametrize("file", TWINS, ids=lambda file: file.stem)
def test_a_page_and_the_definition_of_the_same_standard_name_the_same_things(file: Path) -> None:
    case = read_yaml(file)
    kept = read_yaml(DATA / "standards" / f"{case['standard']}.yaml")["definition"]["standards"][0]
    (standard,) = case["draft"]["standards"]
    assert set(NAMES) & set(kept) <= set(standard)
    steps = [len(one.get("procedure", {}).get("steps", ())) for one in (kept, standard)]
    assert steps[0] == steps[1]
    assert _limits(kept) <= _limits(standard)


def _limits(standard: dict[str, Any]) -> set[tuple[Any, ...]]:
    limits = standard.get("time_limit", {}).get("limits", ())
    return {(one.get("value"), one.get("unit")) for one in limits}


@pytest.mark.parametrize("way", HEADINGS)
@pytest.mark.parametrize(("key", "name"), [(key, name) for key in NAMES for name in NAMES[key]])
def test_a_part_is_found_under_the_names_and_in_the_ways_people_head_it(
    way: str, key: str, name: str
) -> None:
    heading = HEADINGS[way].format(name, name.upper())
    draft = read(f"Konsultasi Statistik\n{heading}Gratis, 5 menit\n")
    assert list(draft.data["standards"][0]) == ["id", "service", key]
    assert draft.whole


def test_parts_may_stand_in_any_order_and_be_missing() -> None:
    page = "Perpustakaan\nBiaya\nGratis\nPersyaratan\nKTP\nProduk\nBuku"
    standard = read(page).data["standards"][0]
    assert list(standard) == ["id", "service", "requirements", "fee", "product"]


def test_a_page_that_ran_into_one_line_is_taken_apart() -> None:
    page = (
        "Perpustakaan BPS Kabupaten Contoh No. SK : 1/2024 Persyaratan 1. KTP 2. Surel "
        "Sistem, Mekanisme dan Prosedur 1. Datang 2. Selesai Waktu Penyelesaian 5 menit "
        "Biaya / Tarif Gratis Produk Pelayanan 1. Buku Pengaduan Layanan Kotak saran"
    )
    draft = read(page)
    (standard,) = draft.data["standards"]
    assert draft.data["services"][0]["name"] == "Perpustakaan"
    assert draft.data["office"]["short_name"] == "BPS Kabupaten Contoh"
    assert standard["decree"] == {"number": "1/2024"}
    assert [item["text"] for item in standard["requirements"]["items"]] == ["KTP", "Surel"]
    assert [step["number"] for step in standard["procedure"]["steps"]] == [1, 2]
    assert set(NAMES) <= set(standard)
    assert draft.whole


def test_a_label_that_is_part_of_a_sentence_keeps_its_words(part: Callable[..., Any]) -> None:
    page = "Perpustakaan\nPersyaratan\nKTP\nWaktu Penyelesaian paling lama 5 menit"
    (limit,) = read(page).data["standards"][0]["time_limit"]["limits"]
    assert limit["text"] == "Waktu Penyelesaian paling lama 5 menit"
    text = part("Pengaduan Layanan dapat disampaikan", "", "complaint_handling")["text"]
    assert text == "Pengaduan Layanan dapat disampaikan"


def test_a_part_headed_twice_is_joined_and_told(told: Callable[[str], list[str]]) -> None:
    page = "Perpustakaan\nProduk\nBuku\nBiaya\nGratis\nProduk\nMajalah"
    assert told(page) == ["heading-again"]
    items = read(page).data["standards"][0]["product"]["items"]
    assert [item["text"] for item in items] == ["Buku", "Majalah"]


def test_a_table_of_the_official_form_is_read_by_its_cells() -> None:
    page = (
        "Perpustakaan\n| No | Komponen | Uraian |\n|----|---|---|\n"
        "| 1 | Persyaratan | KTP |\n| 4 | Biaya/tarif | Gratis |\n| 5 | Produk pelayanan | Buku |"
    )
    (standard,) = read(page).data["standards"]
    assert standard["requirements"] == {"items": [{"text": "KTP"}]}
    assert standard["fee"] == {"kind": "free", "text": "Gratis"}
    assert standard["product"] == {"items": [{"text": "Buku"}]}
    assert read(page).whole


def test_nothing_in_a_text_gives_an_empty_draft() -> None:
    for text in ("", "  \n\t\n", "\ufeff", "---\n***"):
        assert "standards" not in read(text).data
        assert read(text).definition.standards == ()


@pytest.mark.parametrize(
    "text",
    ["Resep nasi goreng: bawang, nasi", "Beranda", "Perpustakaan\nJam layanan\nSenin 08.00-10.00"],
)
def test_a_text_without_any_part_of_a_standard_is_told_and_not_whole(text: str) -> None:
    draft = read(text)
    (remark,) = [one for one in draft.remarks if one.key == "no-part"]
    assert (remark.line, remark.words, remark.fate) == (1, text.splitlines()[0], Fate.LOST)
    assert not draft.whole


def test_the_foot_of_the_web_page_is_left_out_and_told() -> None:
    draft = read("Perpustakaan\nPengaduan Layanan\nKotak saran\nBagikan\n© 2026 Kementerian")
    assert draft.data["standards"][0]["complaint_handling"] == {"text": "Kotak saran"}
    assert [(one.key, one.line) for one in draft.remarks] == [("frame", 4), ("frame", 5)]
    assert draft.whole


def test_a_page_that_breaks_off_is_told(told: Callable[[str], list[str]]) -> None:
    assert told("Perpustakaan\nProduk\nBuku dan …") == ["cut"]
    assert told("Perpustakaan\nProduk\nBuku dan (terpotong)") == ["cut"]
    assert told("Perpustakaan\nProduk\nBuku dan majalah.") == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", REMARKS)
def test_every_remark_has_its_sentence(key: str, lang: str) -> None:
    assert has_text("exchange", f"sippn.{key}", lang)


def test_the_draft_says_on_top_what_it_is() -> None:
    draft = read("Perpustakaan")
    assert draft.yaml("en").startswith("# A draft read from the text of a page of SIPPN")
    assert draft.yaml().startswith("# Rancangan yang dibaca dari teks halaman SIPPN")
    assert draft.yaml().partition("\nformat: ")[2].startswith("pst-definition/1\nstage: draft\n")


def test_what_becomes_of_words_is_known_of_every_remark() -> None:
    draft = read("Perpustakaan\nBeranda > x\nTersisa\nBiaya\nGratis")
    assert {one.key: one.fate for one in draft.remarks} == {
        "frame": Fate.LEFT,
        "unplaced": Fate.LOST,
    }
    assert not draft.whole
