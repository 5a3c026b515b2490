from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.exchange.sippn import read
from pst_standards.exchange.sippn.lists import MOST_ENTRIES

Part = Callable[..., Any]
Told = Callable[[str], list[str]]


@pytest.fixture
def items(part: Part) -> Callable[[str], list[tuple[str, str]]]:
    """Read a list of requirements; return each text with its channels."""

    def texts(lines: str) -> list[tuple[str, str]]:
        found = part("Persyaratan", lines, "requirements")
        return [(one["text"], " ".join(one.get("channels", ()))) for one in found["items"]]

    return texts


Items = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "lines",
    [
        "1. Surel aktif\n2. Buku tamu",
        "1) Surel aktif\n2) Buku tamu",
        "(1) Surel aktif\n(2) Buku tamu",
        "1.Surel aktif\n2.Buku tamu",
        "a. Surel aktif\nb. Buku tamu",
        "A) Surel aktif\nB) Buku tamu",
        "- Surel aktif\n- Buku tamu",
        "\u2013 Surel aktif\n\u2013 Buku tamu",
        "• Surel aktif\n• Buku tamu",
        "* Surel aktif\n* Buku tamu",
        "- [ ] Surel aktif\n- [ ] Buku tamu",
        "o Surel aktif\no Buku tamu",
        "1.\nSurel aktif\n2.\nBuku tamu",
        "•\nSurel aktif\n•\nBuku tamu",
        "1.\tSurel aktif\n2.\tBuku tamu",
        "Surel aktif\nBuku tamu",
        "\n\nSurel aktif\n\n\nBuku tamu\n",
        "1. Surel\naktif\n2. Buku\n   tamu",
        "1. Surel aktif 2. Buku tamu",
        "1) Surel aktif 2) Buku tamu",
        "a. Surel aktif b. Buku tamu",
        "• Surel aktif • Buku tamu",
        "<ul><li>Surel aktif</li><li>Buku tamu</li></ul>",
        r"1\. Surel aktif" + "\n" + r"2\. Buku tamu",
        "> 1. **Surel aktif**\n> 2. __Buku tamu__",
    ],
)
def test_points_are_read_however_they_are_marked(items: Items, lines: str) -> None:
    assert items(lines) == [("Surel aktif", ""), ("Buku tamu", "")]


@pytest.mark.parametrize(
    "lines",
    [
        "Langsung\n1. KTP\nTidak Langsung\n1. Akun",
        "Langsung:\nKTP\nTidak langsung:\nAkun",
        "LANGSUNG\nKTP\nTIDAK LANGSUNG\nAkun",
        "Offline\n- KTP\nOnline\n- Akun",
        "Luring:\n- KTP\nDaring:\n- Akun",
        "a. Secara langsung:\n1) KTP\nb. Secara daring:\n1) Akun",
        "A. Langsung\n1. KTP\nB. Tidak Langsung\n1. Akun",
        "1. Langsung\na. KTP\n2. Tidak langsung\na. Akun",
        "● Layanan dengan cara kunjungan langsung\n1. KTP\n● Layanan online\n1. Akun",
        "● Layanan dengan cara kunjungan langsung\nKTP\n● Layanan online\nAkun",
        "Datang langsung\n1. KTP\nMelalui aplikasi/daring\n1. Akun",
        "Datang langsung:\n1. KTP\nMelalui website\n1. Akun",
        "Tatap muka\n• KTP\nMelalui media online\n• Akun",
        "Langsung: 1. KTP Tidak langsung: 1. Akun",
        "Langsung: 1. KTP\nOnline: 1. Akun",
        "Permintaan langsung (di kantor)\n1. KTP\nPermintaan tidak langsung\n1. Akun",
    ],
)
def test_points_belong_to_the_channel_that_heads_them(items: Items, lines: str) -> None:
    assert items(lines) == [("KTP", "in_person"), ("Akun", "online")]
    assert read(f"Perpustakaan\nPersyaratan\n{lines}").whole


def test_several_points_of_several_channels_in_one_line(items: Items) -> None:
    lines = "Langsung: 1. KTP 2. Surel Tidak langsung: 1. Akun 2. Surel"
    assert items(lines) == [
        ("KTP", "in_person"),
        ("Surel", "in_person"),
        ("Akun", "online"),
        ("Surel", "online"),
    ]


def test_a_word_at_the_end_of_a_point_is_no_heading(items: Items) -> None:
    assert items("1. Datang langsung 1. Selesai") == [("Datang langsung", ""), ("Selesai", "")]
    assert items("1. KTP secara daring: 1. Akun") == [("KTP", ""), ("Akun", "online")]


def test_a_heading_may_name_the_channel_itself() -> None:
    page = "Perpustakaan\nPersyaratan Langsung:\n1. KTP\nPersyaratan (Online)\n1. Akun"
    found = read(page).data["standards"][0]["requirements"]["items"]
    assert [one["channels"] for one in found] == [["in_person"], ["online"]]


def test_a_heading_of_both_channels_gives_both(items: Items) -> None:
    assert items("Offline/Online\n- KTP") == [("KTP", "in_person online")]


def test_a_point_behind_the_groups_belongs_to_none(items: Items) -> None:
    lines = "1. Langsung:\na. KTP\n2. Tidak langsung:\na. Akun\n3. Menyetujui syarat"
    assert items(lines)[-1] == ("Menyetujui syarat", "")


def test_the_name_of_a_channel_may_be_a_point(items: Items) -> None:
    assert items("Langsung:\nTidak langsung:") == [("Tidak langsung:", "in_person")]
    assert items("Langsung") == [("Langsung", "")]
    wrapped = "Pelayanan langsung\ndan tidak langsung"
    assert items(wrapped) == [(wrapped.replace("\n", " "), "")]
    assert items("1. Datang langsung\n2. Membawa KTP")[0] == ("Datang langsung", "")
    assert items("Datang langsung ke loket 2\nMembawa KTP")[0][1] == ""
    assert items("Online: surel aktif\nKTP") == [("Online: surel aktif", ""), ("KTP", "")]


def test_what_explains_a_channel_is_kept(part: Part) -> None:
    found = part("Persyaratan", "Online (melalui Silastik)\n1. Akun", "requirements")
    assert found["note"] == "Online (melalui Silastik)"
    assert found["items"][0]["channels"] == ["online"]


def test_a_known_slip_for_the_channel_is_told(told: Told, items: Items) -> None:
    lines = "Secara during:\n1. Akun"
    assert items(lines) == [("Akun", "online")]
    assert told(f"Perpustakaan\nPersyaratan\n{lines}") == ["channel-guessed"]


def test_nested_points_stay_with_the_point_above(items: Items) -> None:
    lines = "1. Dokumen:\na. KTP\nb. Surat\n   pengantar\n2. Surel\n- dinas\n- pribadi\n3. Akun"
    assert [text for text, _ in items(lines)] == [
        "Dokumen: a. KTP b. Surat pengantar",
        "Surel - dinas - pribadi",
        "Akun",
    ]


def test_points_of_two_styles_that_count_on_are_one_list(items: Items) -> None:
    assert [text for text, _ in items("1. KTP\n2) Surel\n3. Akun")] == ["KTP", "Surel", "Akun"]


def test_the_words_before_a_list_and_a_paragraph_behind_it_are_notes(part: Part) -> None:
    found = part(
        "Persyaratan", "Pengguna membawa:\n1. KTP.\n\nSelain itu tidak ada", "requirements"
    )
    assert found == {
        "items": [{"text": "KTP."}],
        "note": "Pengguna membawa:\nSelain itu tidak ada",
    }


def test_a_line_that_hangs_on_the_one_before_is_the_rest_of_it(items: Items) -> None:
    lines = "Menyerahkan KTP,\nKK, dan\nNPWP\nSurel aktif\ndan dapat dihubungi"
    assert [text for text, _ in items(lines)] == [
        "Menyerahkan KTP, KK, dan NPWP",
        "Surel aktif dan dapat dihubungi",
    ]


def test_numbers_and_dates_are_no_marks(items: Items) -> None:
    lines = "Meterai 10.000 rupiah\n1.000 lembar\n08.00 sudah hadir\nPasal 4. Ayat 2. tentang KTP"
    assert [text for text, _ in items(lines)] == lines.split("\n")


def test_a_point_that_reads_like_a_label_stays_a_point(items: Items, told: Told) -> None:
    lines = "1. Surat Keputusan\n2. Pengguna layanan\n3. Jaminan\nUnit kerja\n- SOP"
    assert [text for text, _ in items(lines)] == [
        "Surat Keputusan",
        "Pengguna layanan",
        "Jaminan Unit kerja - SOP",
    ]
    assert told(f"Perpustakaan\nPersyaratan\n{lines}") == []
    labelled = read("Perpustakaan\nNama Unit\nDinas Contoh\nPersyaratan\nKTP\nNo. SK\n1/2026")
    assert labelled.data["office"] == {"name": "Dinas Contoh"}
    assert labelled.data["standards"][0]["decree"] == {"number": "1/2026"}


def test_a_number_with_nothing_behind_it_is_told() -> None:
    draft = read("Perpustakaan\nPersyaratan\n1. KTP\n2.")
    assert [(one.key, one.line, one.words) for one in draft.remarks] == [("unplaced", 4, "2")]


def test_lists_that_run_together_are_told(told: Told) -> None:
    assert told("Perpustakaan\nPersyaratan\n1. KTP 2. Surel") == ["run-together"]
    assert told("Perpustakaan\nPersyaratan\n1. KTP\n2. Surel") == []


def test_a_sign_alone_is_kept_as_the_placeholder_it_is(items: Items, part: Part) -> None:
    assert items("-") == [("-", "")]
    assert part("Biaya / Tarif: -", "", "fee") == {"text": "-"}
    assert part("Produk", "--", "product") == {"items": [{"text": "--"}]}


def test_a_list_without_end_is_cut_and_told() -> None:
    lines = "\n".join(f"- Butir {n}" for n in range(MOST_ENTRIES + 3))
    draft = read(f"Perpustakaan\nPersyaratan\n{lines}")
    assert len(draft.data["standards"][0]["requirements"]["items"]) == MOST_ENTRIES
    assert [one.words for one in draft.remarks if one.key == "too-many"] == [
        f"Butir {n}" for n in range(MOST_ENTRIES, MOST_ENTRIES + 3)
    ]
    assert not draft.whole
