"""Steps of a procedure: who acts, in which order, and where the way parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.exchange.sippn import read

Part = Callable[..., Any]
Told = Callable[[str], list[str]]


def step(part: Part, lines: str) -> dict[str, Any]:
    (found,) = part("Prosedur", lines, "procedure")["steps"]
    return dict(found)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Pengguna mengisi buku tamu", "user"),
        ("Pemohon mengajukan permohonan", "user"),
        ("Petugas loket memeriksa berkas", "officer"),
        ("Selanjutnya petugas memeriksa", "officer"),
        ("Bendahara menerbitkan kuitansi", "treasurer"),
        ("Kepala menandatangani surat", "supervisor"),
        ("Sistem mengirim notifikasi", "system"),
        ("Pengguna dan petugas berdiskusi", "both"),
        ("Petugas bersama pemohon berdiskusi", "both"),
        ("Berkas diperiksa oleh petugas", "officer"),
        ("Mengisi buku tamu", None),
        ("Unit lain memberi jawaban", None),
        ("Menemui petugas", None),
    ],
)
def test_who_acts_is_said_where_the_words_say_it(part: Part, text: str, actor: str | None) -> None:
    assert step(part, text).get("actor") == actor
    assert step(part, text)["text"] == text


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ("11. A\n1. B\n2. C", [11, 1, 2]),
        ("1. A\n1. B\n3. C", [1, 1, 3]),
        ("1. A 2. B 3. C", [1, 2, 3]),
        ("a. A\nb. B\nd. D", [1, 2, 4]),
        ("A\nB", [None, None]),
        ("- A\n- B", [None, None]),
        ("c. A\ne. B", [None, None]),
    ],
)
def test_steps_keep_the_numbers_and_the_order_of_the_page(
    part: Part, lines: str, numbers: list[int | None]
) -> None:
    steps = part("Prosedur", lines, "procedure")["steps"]
    assert [one.get("number") for one in steps] == numbers


@pytest.mark.parametrize(
    "lines",
    [
        "Petugas memeriksa. Jika sesuai, dilayani. Jika tidak sesuai, dikembalikan.",
        "Petugas memeriksa; jika sesuai, maka dilayani; jika tidak sesuai, maka dikembalikan",
        "Petugas memeriksa, apabila sesuai maka dilayani, bila tidak sesuai, dikembalikan",
        "Petugas memeriksa; jika sesuai, dilayani; sedangkan jika tidak sesuai, dikembalikan",
        "1. Petugas memeriksa\nJika sesuai: dilayani\nJika tidak sesuai: dikembalikan",
        "1. Petugas memeriksa\na. Sesuai: dilayani\nb. Tidak sesuai: dikembalikan",
        "1. Petugas memeriksa:\n- Jika sesuai, dilayani\n- Jika tidak sesuai, dikembalikan",
        "1. Petugas memeriksa: a. Sesuai: dilayani; b. Tidak sesuai: dikembalikan",
        "• Petugas memeriksa\n1. Sesuai \u2192 dilayani\n2. Tidak sesuai \u2192 dikembalikan",
    ],
)
def test_where_the_way_parts_the_step_has_branches(part: Part, lines: str) -> None:
    found = step(part, lines)
    assert found["text"].rstrip(".:;,") == "Petugas memeriksa"
    said = [(one["when"], one["then"].rstrip(".,;")) for one in found["branches"]]
    assert [(when.lower(), then) for when, then in said] == [
        ("sesuai", "dilayani"),
        ("tidak sesuai", "dikembalikan"),
    ]
    assert read(f"Perpustakaan\nProsedur\n{lines}").whole


def test_a_branch_that_leads_to_a_step_names_it(part: Part) -> None:
    lines = "Petugas memeriksa; jika tidak lengkap, pengguna kembali ke langkah 2"
    assert step(part, lines)["branches"][0]["to_step"] == 2


@pytest.mark.parametrize(
    "lines",
    [
        "Apabila tersedia maka diberikan, apabila tidak tersedia maka dijelaskan",
        "Apabila tersedia, diberikan; jika tidak tersedia, dijelaskan",
        "1. Bila tersedia maka diberikan dan bila tidak tersedia maka dijelaskan",
    ],
)
def test_a_step_that_is_nothing_but_its_ways_has_them_all(part: Part, lines: str) -> None:
    found = step(part, lines)
    assert found["text"] == lines.removeprefix("1. ")
    said = [(one["when"], one["then"].rstrip(",")) for one in found["branches"]]
    assert said == [("tersedia", "diberikan"), ("tidak tersedia", "dijelaskan")]


@pytest.mark.parametrize(
    "lines",
    [
        "Petugas mengecek apabila tersedia maka diberikan, apabila tidak tersedia maka dijelaskan",
        "Petugas mengecek apabila tersedia maka diberikan dan bila tidak tersedia maka dijelaskan",
    ],
)
def test_ways_that_run_on_behind_a_step_are_all_parted_from_it(part: Part, lines: str) -> None:
    found = step(part, lines)
    assert found["text"] == "Petugas mengecek"
    assert [one["when"] for one in found["branches"]] == ["tersedia", "tidak tersedia"]


@pytest.mark.parametrize(
    "text",
    [
        "Bila salah, petugas mengirim ulang",
        "Bila salah, diulang. Petugas memeriksa; bila benar, lanjut",
        "Petugas memperbaiki bila salah",
        "Petugas memeriksa; bila tidak sesuai transaksi dibatalkan",
        "; ".join(["Memeriksa", *(f"jika {n}, lanjut" for n in "abcdefghijklmnopqrstu")]),
    ],
)
def test_what_cannot_be_parted_stays_in_the_words_of_the_step(part: Part, text: str) -> None:
    found = step(part, text)
    assert (found["text"], "branches" in found) == (text, False)
    nested = step(part, "1. Memeriksa: a. Surat b. Sampul")
    assert (nested["text"], "branches" in nested) == ("Memeriksa: a. Surat b. Sampul", False)


def test_a_list_inside_a_step_is_left_and_told(part: Part, told: Told) -> None:
    lines = "1. 1) Datang 2) Petugas memeriksa; jika ada, lanjut 3) Selesai"
    assert step(part, lines)["text"] == lines.removeprefix("1. ")
    assert told(f"Perpustakaan\nProsedur\n{lines}") == ["numbers-inside"]
