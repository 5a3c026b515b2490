"""Pages as they are found, each with one fault, held against the example of an office.

The faults are those of real pages; the words are those of the example.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from pst_standards.definitions import read_path
from pst_standards.exchange.sippn import Comparison, Kind, compare, write
from pst_standards.model.definition import Definition

ROOT: Final = Path(__file__).resolve().parents[3]
FOLDER: Final = ROOT / "tests" / "data" / "sippn-published"
CASES: Final[list[dict[str, Any]]] = yaml.safe_load(
    (FOLDER / "drifts.yaml").read_text(encoding="utf-8")
)
TYPED: Final[list[dict[str, Any]]] = yaml.safe_load(
    (FOLDER / "typed.yaml").read_text(encoding="utf-8")
)
TIED: Final = re.compile(r" *(?:(?P<number>\d+)\.|(?P<letter>[a-z])\.|\N{BULLET}) (?P<text>.*)")


@pytest.fixture(scope="module")
def office() -> Definition:
    return read_path(ROOT / "examples" / "kabupaten-semarang").definition


@pytest.fixture(scope="module")
def pages(office: Definition) -> dict[str, str]:
    return {entry.standard: entry.text for entry in write(office).entries}


def held(office: Definition, text: str) -> list[tuple[str, str]]:
    found = compare(office, text.encode())
    return [(one.component, one.kind.value) for one in found.differences]


@pytest.mark.parametrize("known", CASES, ids=[case["file"] for case in CASES])
def test_the_fault_of_a_page_is_found_where_it_is(
    office: Definition, known: dict[str, Any]
) -> None:
    found = compare(office, (FOLDER / known["file"]).read_bytes(), name=known["file"])
    assert found.standards == (known["standard"],)
    assert (known["component"], known["kind"]) in [
        (one.component, one.kind.value) for one in found.differences
    ]
    assert all(one.pointer.startswith(("/standards/", "/office")) for one in found.differences)


def test_there_is_a_page_for_every_kind_of_drift_but_one() -> None:
    shown = {case["kind"] for case in CASES}
    assert shown == {kind.value for kind in Kind} - {"changed_decree"}
    assert len(shown) >= 12


MUTATIONS: Final[list[tuple[str, str, str, str]]] = [
    ("paling lama 120 menit", "paling lama 3 jam", "time_limit", "changed_time"),
    ("Tidak dipungut biaya.", "Rp50.000", "fee", "changed_fee"),
    ("Memiliki alamat surel yang aktif", "Memiliki nomor HP", "requirements", "changed"),
    ("01/CONTOH/3322 Tahun 2026", "01/CONTOH/3322 Tahun 2024", "decree", "stale_decree"),
    ("01/CONTOH/3322 Tahun 2026", "01/CONTOH/33", "decree", "cut_decree"),
    ("01/CONTOH/3322 Tahun 2026", "99/LAIN/3322 Tahun 2026", "decree", "changed_decree"),
    ("01/CONTOH/3322 Tahun 2026", "-", "decree", "placeholder_left"),
    ("bps3322@bps.go.id", "bps3322@contoh.go.id", "complaint_handling", "changed_complaint"),
    ("• Salinan digital publikasi statistik (PDF)\n\n", "\n", "product", "missing_item"),
]


@pytest.mark.parametrize(("old", "new", "component", "kind"), MUTATIONS)
def test_a_single_change_is_the_only_difference(
    office: Definition, pages: dict[str, str], old: str, new: str, component: str, kind: str
) -> None:
    assert old in pages["library"]
    (found,) = held(office, pages["library"].replace(old, new, 1))
    assert found[0] == component
    assert found[1].startswith(kind) or found[1] in {"missing_item", "extra_item"}


def without_marks(page: str) -> str:
    return re.sub(r"(?m)^ *(?:\d+\.|[a-z]\.|\N{BULLET}) ", "", page)


def with_other_headings(page: str) -> str:
    for old, new in (
        ("Persyaratan", "A. PERSYARATAN PELAYANAN :"),
        ("Sistem, Mekanisme dan Prosedur", "B. Prosedur"),
        ("Waktu Penyelesaian", "C. Jangka Waktu Penyelesaian"),
        ("Biaya / Tarif", "D. Tarif"),
        ("Produk Pelayanan", "E. Produk Layanan"),
        ("Pengaduan Layanan", "F. Penanganan Pengaduan, Saran dan Masukan"),
    ):
        page = page.replace(f"\n{old}\n", f"\n{new}\n")
    return page


def as_word_table(page: str) -> str:
    head, *parts = page.strip().split("\n\n")
    rows = ["No\tKomponen\tUraian"]
    for number, part in enumerate(parts, 1):
        heading, first, *rest = part.split("\n")
        rows += [f"{number}\t{heading}\t{first}", *rest]
    return head + "\n\n" + "\n".join(rows)


def wrapped(page: str) -> str:
    return re.sub(r"(?m)^(.{60,80}) ([a-z])", r"\1\n\2", page)


def shouted(page: str) -> str:
    head, rest = page.split("\n\n", 1)
    return f"Beranda / Instansi\n{head}\n\n{rest.upper()}\nBagikan\n© Kementerian PANRB\n"


def under_the_province(page: str) -> str:
    unit = "Pelayanan Statistik Terpadu BPS Provinsi Jawa Tengah"
    return page.replace("\nBPS Kabupaten Semarang\n", f"\n{unit}\n", 1)


def as_html(page: str) -> str:
    head, *parts = page.strip().split("\n\n")
    title, unit, decree = map(escape, head.split("\n"))
    shown = [
        "<!DOCTYPE html><html><head><title>SIPPN</title><style>p{}</style></head><body>",
        "<nav><ul><li><a href='#'>Beranda</a></li><li><a>Instansi</a></li></ul></nav>",
        f"<h1>{title}</h1><p>{unit}<br>{decree}</p><p hidden>Biaya / Tarif: Rp1</p>",
    ]
    for part in parts:
        heading, *lines = part.split("\n")
        shown.append(f"<h3>{escape(heading)}</h3>")
        shown.append("".join(map(_as_block, lines)))
    shown.append("<footer>© Kementerian PANRB</footer><script>'Biaya / Tarif'</script></body>")
    return "".join(shown)


def _as_block(line: str) -> str:
    found = TIED.fullmatch(line)
    if found is None:
        return f"<p>{escape(line)}</p>"
    item = f"<li>{escape(found['text'])}</li>"
    if found["number"]:
        return f"<ol start={found['number']}>{item}</ol>"
    return f"<ol><ol type=a>{item}</ol></ol>" if found["letter"] else f"<ul>{item}</ul>"


@pytest.mark.parametrize(
    "shape",
    [
        str,
        without_marks,
        with_other_headings,
        as_word_table,
        wrapped,
        shouted,
        under_the_province,
        as_html,
        lambda page: page.replace("\n", "\r\n"),
        lambda page: page.split("\n\n", 1)[1],
    ],
)
def test_what_copying_does_to_a_page_is_no_drift(
    office: Definition, pages: dict[str, str], shape: Callable[[str], str]
) -> None:
    for standard, page in pages.items():
        found: Comparison = compare(office, shape(page).encode(), service=standard)
        told = [one for one in found.differences if one.kind is not Kind.MISSING_DECREE]
        assert told == []


def test_pages_below_one_another_are_each_held_against_their_own(
    office: Definition, pages: dict[str, str]
) -> None:
    both = pages["library"] + "\n" + pages["consultation"].replace("Tidak dipungut", "Dipungut")
    found = compare(office, both.encode())
    assert found.standards == ("library", "consultation")
    (one,) = found.differences
    assert (one.standard, one.component, one.kind) == ("consultation", "fee", Kind.CHANGED_FEE)
    assert both.splitlines()[int(one.place) - 1] == one.found


def test_other_offices_are_known_by_name_and_address(
    office: Definition, pages: dict[str, str]
) -> None:
    page = pages["library"].replace(
        "Datang ke unit PST\n", "Datang ke unit PST BPS Kabupaten Rembang\n", 1
    )
    assert ("requirements", "wrong_office") in held(office, page)


def test_a_line_of_the_portal_on_lapor_is_no_drift(
    office: Definition, pages: dict[str, str]
) -> None:
    page = pages["library"] + "Laporkan melalui SP4N-LAPOR! www.lapor.go.id\n"
    assert held(office, page) == []
    assert held(office, page + "Kirim surat ke loket 2\n") == [("complaint_handling", "extra_item")]


@pytest.mark.parametrize("known", TYPED, ids=[case["file"] for case in TYPED])
def test_a_page_as_an_office_types_it_differs_only_where_it_says_something_else(
    office: Definition, known: dict[str, Any]
) -> None:
    found = compare(office, (FOLDER / known["file"]).read_bytes(), name=known["file"])
    assert found.standards == (known["standard"],)
    told = [(one.component, one.kind.value) for one in found.differences]
    assert told == [(one["component"], one["kind"]) for one in known["differences"]]
    for one, wanted in zip(found.differences, known["differences"], strict=True):
        assert wanted["expected"] in one.expected
        assert bool(wanted["expected"]) == bool(one.expected)
        assert wanted["found"] in one.found


@pytest.mark.parametrize(
    ("component", "words", "kinds"),
    [
        ("fee", "Gratis", []),
        ("fee", "Tanpa dipungut biaya", []),
        ("fee", "Tidak dipungut biaya (gratis)", []),
        ("fee", "Rp. 0,-", []),
        ("fee", "Langsung: gratis\nOnline: gratis", []),
        ("fee", "Gratis bagi mahasiswa, umum Rp 5.000", ["changed_fee"]),
        ("fee", "Gratis\nMeterai Rp10.000", ["extra_item"]),
        ("time_limit", "3 jam", ["changed_time"]),
        ("time_limit", "2 jam (langsung) / 1 hari kerja (online)", ["missing_item"] * 2),
        ("time_limit", "1-2 jam\nMenunggu 10 menit\nDaring: 1 hari kerja\nMandiri: seketika",
         ["flattened_list", "changed_time"]),
        ("time_limit", "Luring: 2 jam\nMenunggu 10 menit\nDaring: 1 hari\nMandiri: saat itu juga",
         ["changed_time"]),
    ],
)  # fmt: skip
def test_fees_and_times_are_held_by_what_they_mean(
    office: Definition, pages: dict[str, str], component: str, words: str, kinds: list[str]
) -> None:
    heading = {"fee": "Biaya / Tarif", "time_limit": "Waktu Penyelesaian"}[component]
    page = re.sub(rf"(?ms)^({heading})\n.*?\n\n", rf"\1\n{words}\n\n", pages["library"])
    assert held(office, page) == [(component, kind) for kind in kinds]


def test_a_step_of_somebody_else_is_another_step(office: Definition, pages: dict[str, str]) -> None:
    page = pages["library"]
    assert held(office, page.replace("Petugas: Menunjukkan", "Menunjukkan")) == []
    assert held(office, page.replace("Petugas: Menunjukkan", "Pengguna menunjukkan")) == [
        ("procedure", "changed_step")
    ]


@pytest.mark.parametrize(
    ("here", "afar"),
    [
        ("A. Luring", "B. Daring"),
        ("1. Langsung", "2. Tidak Langsung"),
        ("Datang Langsung", "Melalui Website"),
        ("I. Offline", "II. Online"),
        ("LAYANAN TATAP MUKA (luring):", "LAYANAN ONLINE (daring):"),
    ],
)
def test_headings_of_channels_have_many_names(
    office: Definition, pages: dict[str, str], here: str, afar: str
) -> None:
    page = re.sub(r"(?m)^Langsung \(tatap muka\)$", here, pages["library"])
    assert held(office, re.sub(r"(?m)^Tidak langsung \(daring\)$", afar, page)) == []


def test_headings_lost_above_their_points_are_a_flattened_list(
    office: Definition, pages: dict[str, str]
) -> None:
    page = re.sub(r"(?m)^.*\((?:tatap muka|daring)\)\n", "", pages["consultation"])
    assert held(office, page) == [
        (component, "flattened_list") for component in ("requirements", "procedure", "time_limit")
    ]
    only_here = re.sub(r"(?ms)^Tidak langsung \(daring\)\n.*?\n\n", "\n", pages["consultation"])
    assert {kind for _, kind in held(office, only_here)} == {"missing_item"}


def test_files_joined_with_their_marks_are_each_a_page(
    office: Definition, pages: dict[str, str]
) -> None:
    files = ["\ufeff" + pages[name].replace("\n", "\r\n") for name in ("library", "consultation")]
    joined = "".join(files).replace("Tidak dipungut", "Dipungut")
    found = compare(office, joined.encode())
    assert found.standards == ("library", "consultation")
    assert [(one.standard, one.component) for one in found.differences] == [
        ("library", "fee"),
        ("consultation", "fee"),
    ]
    last = found.differences[-1]
    assert joined.splitlines()[int(last.place) - 1] == last.found
    marked = pages["library"].replace("Memiliki", "Memi\ufeffliki").replace("2. ", "\ufeff2. ")
    assert held(office, marked) == []


def test_all_that_is_missing_for_one_channel_is_told_as_one(
    office: Definition, pages: dict[str, str]
) -> None:
    only_here = re.sub(r"(?ms)^Tidak langsung \(daring\)\n.*?\n\n", "\n", pages["consultation"])
    found = compare(office, only_here.encode()).differences
    assert [(one.component, one.kind) for one in found] == [
        (component, Kind.MISSING_ITEM) for component in ("requirements", "procedure", "time_limit")
    ]
    assert found[0].expected.startswith("Tidak langsung (daring)\n1. Memiliki akun")
    # One point that is another tells that the channel is there, and each point on its own.
    other = only_here.replace("\nBiaya / Tarif", "Online: 9 hari kerja\n\nBiaya / Tarif")
    assert ("time_limit", "changed_time") in held(office, other)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("1,5 jam untuk publikasi (langsung)\nMenunggu 10 menit", []),
        ("2 jam untuk publikasi (langsung)\nMenunggu 10 menit", ["changed_time"]),
        ("9 hari untuk publikasi (langsung)\nMenunggu 10 menit", ["changed_time"]),
        ("90 menit untuk peta (langsung)\nMenunggu 10 menit", ["changed_time"]),
    ],
)
def test_a_channel_may_stand_behind_its_time(
    office: Definition, pages: dict[str, str], words: str, kinds: list[str]
) -> None:
    afar = "10 hari kerja (online)"
    page = re.sub(
        r"(?ms)^(Waktu Penyelesaian)\n.*?\n\n", rf"\1\n{words}\n{afar}\n\n", pages["product-sales"]
    )
    assert [kind for _, kind in held(office, page)] == kinds
