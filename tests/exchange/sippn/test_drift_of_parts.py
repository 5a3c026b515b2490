"""Single rules of what counts as drift, on the smallest pages."""

from __future__ import annotations

from typing import Any

import pytest

from pst_standards.definitions import loads
from pst_standards.documents.outline import Block, ItemList, Marker
from pst_standards.documents.pieces import Heading
from pst_standards.exchange.sippn import compare, write
from pst_standards.exchange.sippn.item_drift import held
from pst_standards.exchange.sippn.lines import Line
from pst_standards.exchange.sippn.points import points_of
from pst_standards.model.definition import Definition
from pst_standards.testing import complete_data


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def kinds(expected: str, found: str) -> list[str]:
    return [drift.kind.value for drift in held(lines(expected), lines(found)).drifts]


def office(**changes: Any) -> Definition:
    data = complete_data()
    data["standards"][0] |= changes
    return loads(data)


def drifts(definition: Definition, page: str) -> set[tuple[str, str]]:
    found = compare(definition, page.encode(), service="library").differences
    return {(one.component, one.kind.value) for one in found}


@pytest.mark.parametrize(
    ("expected", "found", "told"),
    [
        ("1. Datang\n2. Antre\n3. Selesai", "1. 1 Datang 2. Antre 3. Selesai", "flattened_list"),
        ("Datang\nAntre\nSelesai", "Datang Antre Selesai", "flattened_list"),
        ("1. Datang ke loket\n2. Antre", "1. Datang ke loket lama 2. Antre 3. Lain", ""),
        ("1. Datang\n2. Antre", "1. Datang\n2. Antre\n3. Antre", "duplicate_item"),
        ("1. Datang\n2. Antre", "2. Antre\n1. Datang", "reordered"),
        ("1. Datang\n2. Antre\n3. Pulang", "1. Datang\n3. Antre\n2. Pulang", "reordered"),
        ("1. Datang ke loket\n2. Antre", "1. Datang keloket\n2. Antre", "words_run_together"),
        ("1. Datang\na. siang\n2. Antre", "1. Datang\n2. siang\n3. Antre", "flattened_list"),
        ("Surat “asli”", "Surat â€œasliâ€\x9d", "encoding_damage"),
        ("1. Menunggu di\n2. Antre", "1. Menunggu\ndi\n2. Antre", ""),
    ],
)
def test_lines_of_a_component_are_held_against_the_expected(
    expected: str, found: str, told: str
) -> None:
    assert kinds(expected, found) == ([told] if told else [])


def test_a_list_of_repeated_lines_is_told_line_by_line() -> None:
    found = held(lines("1. Antre"), lines("\n".join(["1. Antre"] * 2500)))
    assert len(found.drifts) == 2499


def test_a_line_that_goes_on_in_small_letters_is_one_change() -> None:
    found = held(lines("1. Menyerahkan kartu"), lines("1. Mengisi buku tamu,\nlalu menunggu"))
    assert [line.text for line in found.extra] == ["1. Mengisi buku tamu, lalu menunggu"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("No. SK : ", "No. SK : \nX", ("decree", "missing_decree")),
        ("Perpustakaan\n", "-\n", ("title", "placeholder_left")),
        ("Perpustakaan\n", "Perpustakaan â€œUmumâ€\x9d\n", ("title", "wrong_service_name")),
    ],
)
def test_the_head_of_a_page_is_compared(old: str, new: str, told: tuple[str, str]) -> None:
    page = write(office()).entries[0].text
    assert old in page
    changed = page.replace(old, new, 1)
    if told[0] == "decree":
        changed = "\n".join(
            "No. SK :" if line.startswith("No. SK") else line for line in page.split("\n")
        )
    assert drifts(office(), changed) == {told}


def test_garbled_titles_and_units_are_told_as_such() -> None:
    data = complete_data()
    data["services"][0]["name"] = "Perpustakaan — Baca"
    data["office"] |= {"short_name": "BPS Kota “Contoh”"}
    definition = loads(data)
    page = write(definition).entries[0].text
    garbled = page.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    assert {("title", "encoding_damage"), ("unit", "encoding_damage")} <= drifts(
        definition, garbled
    )


@pytest.mark.parametrize(
    ("shown", "kind"),
    [
        ("8 Tahun 2025", "stale_decree"),
        ("7/LAMA/2024", "stale_decree"),
        ("12 Tahun 2026 tentang Standar Pelayanan", "changed_decree"),
        ("12 Tahun 2026 tentang Standar", "cut_decree"),
        ("99 Tahun 2026", "changed_decree"),
    ],
)
def test_what_the_field_of_the_decree_says_is_told(shown: str, kind: str) -> None:
    definition = office(
        decree={"number": "12 Tahun 2026", "title": "Standar Pelayanan"},
        replaces={"number": "7/LAMA/2024"},
    )
    page = write(definition).entries[0].text.replace("12 Tahun 2026", shown)
    assert drifts(definition, page) == {("decree", kind)}


def test_a_decree_that_the_definition_does_not_have_is_told() -> None:
    data = complete_data()
    del data["standards"][0]["decree"]
    page = write(loads(data)).entries[0].text.replace("No. SK :", "No. SK : 1/2026")
    assert drifts(loads(data), page) == {("decree", "changed_decree")}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Masuk ke silastik.bps.go.id", "stale_portal"),
        ("Surat keterangan \ufffdasli\ufffd", "encoding_damage"),
        ("tes", "placeholder_left"),
        ("Fotokopi KTP", "extra_item"),
    ],
)
def test_a_line_that_nobody_expected_is_told_by_what_it_is(line: str, kind: str) -> None:
    page = write(office()).entries[0].text
    changed = page.replace("\nPersyaratan\n", f"\nPersyaratan\n{line}\n")
    assert drifts(office(), changed) == {("requirements", kind)}


def test_lost_signs_in_a_known_line_are_damage() -> None:
    definition = office(product={"items": [{"id": "a", "text": "Kartu “anggota” perpustakaan"}]})
    page = write(definition).entries[0].text.replace("“anggota”", "\ufffdangguta\ufffd")
    assert drifts(definition, page) == {("product", "encoding_damage")}


def test_a_component_in_which_nothing_agrees_is_told_as_a_whole() -> None:
    def steps(*texts: str) -> dict[str, Any]:
        return {"steps": [{"number": n, "text": text} for n, text in enumerate(texts, 1)]}

    one = office(procedure=steps("Datang", "Antre", "Mengisi", "Membaca", "Pulang"))
    other = office(procedure=steps("Masuk akun", "Mencari", "Memilih judul", "Mengunduh"))
    (found,) = compare(one, write(other).entries[0].text.encode()).differences
    assert (found.component, found.kind.value) == ("procedure", "changed_step")
    assert found.expected.count("\n") == 4


def test_a_heading_with_nothing_below_is_a_missing_component() -> None:
    entry = write(office()).entries[0]
    page = entry.text.replace(entry.sections[4].text, "")
    assert drifts(office(), page) == {("product", "missing_component")}


def test_an_empty_component_of_the_definition_may_not_be_filled() -> None:
    data = complete_data()
    page = write(loads(data)).entries[0].text
    del data["standards"][0]["fee"]
    assert drifts(loads(data), page) == {("fee", "extra_component")}
    empty = page.replace("Biaya / Tarif\nTidak dipungut biaya.", "Biaya / Tarif\n-")
    assert drifts(loads(data), empty) == {("fee", "extra_component")}


def test_a_component_without_content_is_not_written() -> None:
    written = write(office(requirements={"items": []}))
    assert "part-missing" in [one.key for one in written.remarks]
    assert "Persyaratan" not in written.entries[0].text


def test_labels_and_remarks_of_a_page_belong_to_its_parts() -> None:
    page = write(office()).entries[0].text
    labelled = page.replace("Perpustakaan\n", "Jenis Layanan: Perpustakaan\nUnit: ", 1)
    assert drifts(office(), labelled) == set()
    noted = page.replace("\nWaktu Penyelesaian\n", "\nCatatan: bawa payung\n\nWaktu Penyelesaian\n")
    assert drifts(office(), noted) == {("procedure", "extra_item")}


def test_blocks_are_written_with_marks_of_their_depth() -> None:
    nested = ItemList(items=[(ItemList(items=["a\nb"]),), "c"], marker=Marker.LETTER, start=26)
    blocks: list[Block] = [Heading(level=3, text="Judul"), nested]
    assert [point.written for point in points_of(blocks)] == [
        "Judul",
        "z. ",
        "   a. a",
        "      b",
        "27. c",
    ]


FEE: dict[str, Any] = {
    "kind": "pnbp",
    "items": [
        {"id": "a", "text": "Publikasi", "amount": 25000, "unit": "per judul"},
        {"id": "b", "text": "Data mikro", "amount": 500000, "unit": "per berkas"},
    ],
}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Publikasi: Rp. 25.000,-/judul\nData mikro: 500.000 rupiah per berkas", ["missing_item"]),
        ("Publikasi: Rp30.000 per judul\nData mikro: Rp500.000 per berkas",
         ["changed_fee", "missing_item"]),
        ("Gratis", ["changed_fee"]),
    ],
)  # fmt: skip
def test_amounts_are_held_as_numbers(words: str, told: list[str]) -> None:
    definition = office(fee=FEE)
    entry = write(definition).entries[0]
    section = next(one for one in entry.sections if one.component.value == "fee")
    found = compare(definition, entry.text.replace(section.text, words).encode(), service="library")
    assert sorted(one.kind.value for one in found.differences) == told


def test_steps_alike_of_two_people_are_two_steps() -> None:
    texts = [("user", "Menandatangani"), ("officer", "Menandatangani"), ("user", "Pulang")]
    steps = [{"number": n, "actor": a, "text": text} for n, (a, text) in enumerate(texts, 1)]
    definition = office(procedure={"steps": steps})
    page = write(definition).entries[0].text
    assert drifts(definition, page.replace("Pengguna: ", "").replace("Petugas: ", "")) == set()
    assert drifts(definition, page.replace("Pengguna: Pulang", "Pulang\n4. Menandatangani")) == {
        ("procedure", "duplicate_item")
    }


def test_an_action_before_a_colon_is_no_actor() -> None:
    definition = office(procedure={"steps": [{"text": "Petugas menerima: berkas lengkap"}]})
    page = write(definition).entries[0].text
    assert drifts(definition, page.replace("Petugas menerima:", "Petugas menolak:")) == {
        ("procedure", "changed_step")
    }


def test_a_time_without_channel_holds_for_both() -> None:
    limits = [
        {"id": channel, "value": 3, "unit": "working_day", "channels": [channel]}
        for channel in ("in_person", "online")
    ]
    definition = office(time_limit={"limits": limits})
    entry = write(definition).entries[0]
    section = next(one for one in entry.sections if one.component.value == "time_limit")
    assert "Tidak langsung" in section.text
    page = entry.text.replace(section.text, "3 hari kerja")
    assert drifts(definition, page) == {("time_limit", "flattened_list")}
    page = entry.text.replace(section.text, "Online: 3 hari kerja")
    assert drifts(definition, page) == {("time_limit", "missing_item")}


def test_another_number_of_a_contact_is_another_contact() -> None:
    definition = office(complaint_handling={"text": "WhatsApp kantor: 0813-8594-3322"})
    page = write(definition).entries[0].text
    same = page.replace("WhatsApp kantor: 0813-8594-3322", "No. WA +62 813 8594 3322")
    assert drifts(definition, same) == set()
    assert drifts(definition, same.replace("8594", "8595")) == {
        ("complaint_handling", "changed_complaint_channel")
    }
