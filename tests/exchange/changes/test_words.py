"""Changes in words: rows are called by what they say, and values stand with their units."""

from __future__ import annotations

from typing import Any

import pytest

from pst_standards.definitions import loads
from pst_standards.exchange.changes import compare
from pst_standards.exchange.changes.paper import summary
from pst_standards.exchange.changes.words import Wording

ROWS: dict[str, Any] = {
    "services": [{"id": "b", "name": "Perpustakaan"}],
    "standards": [{"id": "a", "service": "b"}],
}


def told(old: dict[str, Any], new: dict[str, Any], lang: str = "id") -> list[tuple[str, ...]]:
    """Return the title of each part with the place and the values of each change in it."""
    comparison = compare(loads({**ROWS, **old}), loads({**ROWS, **new})).told
    wording = Wording(comparison=comparison, lang=lang)
    return [
        (wording.title(part), wording.place(part, one.change), *wording.values(one.change))
        for part in comparison.parts
        for one in part.changes
    ]


def standard(**components: Any) -> dict[str, Any]:
    return {"standards": [{"id": "a", "service": "b", **components}]}


def rows(component: str, key: str, *found: dict[str, Any]) -> dict[str, Any]:
    return standard(**{component: {key: list(found)}})


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            rows("requirements", "items", {"id": "x", "text": {"id": "KTP", "en": "Card"}}),
            rows("requirements", "items", {"id": "x", "text": {"id": "KTP", "en": "Identity"}}),
            (
                "Perpustakaan: Persyaratan (huruf b)",
                "Daftar syarat “KTP”: Syarat: bahasa Inggris",
                "Card",
                "Identity",
            ),
        ),
        (
            rows("fee", "items", {"id": "x", "text": "Salinan", "amount": 5000}),
            rows("fee", "items", {"id": "x", "text": "Salinan", "amount": 10000}),
            (
                "Perpustakaan: Biaya/tarif (huruf e)",
                "Rincian biaya “Salinan”: Besaran (rupiah)",
                "Rp5.000",
                "Rp10.000",
            ),
        ),
        (
            rows("time_limit", "limits", {"id": "y", "value": 1}),
            rows(
                "time_limit",
                "limits",
                {"id": "y", "value": 1},
                {"id": "x", "value": 2, "unit": "hour", "case": "Anak"},
            ),
            (
                "Perpustakaan: Jangka waktu penyelesaian (huruf d)",
                "Batas waktu “Anak”",
                "\N{EN DASH}",
                "Nilai paling lama: 2 jam; Berlaku untuk: Anak",
            ),
        ),
        (
            rows("procedure", "steps", {"id": "x", "text": "Datang"}, {"id": "y"}),
            rows("procedure", "steps", {"id": "y"}, {"id": "x", "text": "Datang"}),
            (
                "Perpustakaan: Sistem, mekanisme, dan prosedur (huruf c)",
                "Langkah",
                "Datang; y",
                "y; Datang",
            ),
        ),
        (
            standard(),
            standard(decree={"number": "1"}),
            (
                "Perpustakaan",
                "Keputusan penetapan",
                "\N{EN DASH}",
                "Nomor: 1",
            ),
        ),
        (
            {},
            {"services": [{"id": "b", "name": "Perpustakaan", "description": "Baca"}]},
            ("Layanan “Perpustakaan”", "Uraian", "\N{EN DASH}", "Baca"),
        ),
        (
            {"office": {"calendar": {"collective_leave_worked": False}}},
            {"office": {"calendar": {"collective_leave_worked": True}}},
            ("Kantor", "Kalender kantor: Melayani pada cuti bersama", "tidak", "ya"),
        ),
        ({}, {"stage": "draft"}, ("Tahap", "Seluruh bagian", "\N{EN DASH}", "Rancangan")),
    ],
)
def test_a_change_is_told_by_the_words_of_its_row(
    old: dict[str, Any], new: dict[str, Any], line: tuple[str, ...]
) -> None:
    assert told(old, new) == [line]


def test_a_long_name_is_cut_between_words() -> None:
    words = "Menyerahkan " + "berkas " * 20
    old, new = (
        rows("requirements", "items", {"id": "x", "text": words, **one})
        for one in ({}, {"kind": "technical"})
    )
    ((_, place, _, _),) = told(old, new)
    assert place.startswith("Daftar syarat “Menyerahkan berkas")
    assert place.endswith("berkas \N{HORIZONTAL ELLIPSIS}”: Jenis syarat")


def test_rows_that_shift_because_one_comes_are_not_told_to_have_moved() -> None:
    rest = [{"id": "x", "text": "KTP"}, {"id": "y", "text": "KK"}]
    old = rows("requirements", "items", *rest)
    new = rows("requirements", "items", {"id": "z", "text": "Surat"}, *rest)
    assert [line[1] for line in told(old, new)] == ["Daftar syarat “Surat”"]
    assert len(told(old, rows("requirements", "items", *rest[::-1]))) == 1


def test_steps_are_told_in_their_new_order_also_where_one_comes_between() -> None:
    first, last = ({"id": name, "text": f"Langkah {name}", "actor": "officer"} for name in "ac")
    between = {"id": "b", "text": "Memverifikasi ke pusat", "actor": "officer"}
    old = rows("procedure", "steps", first, last)
    lines = told(old, rows("procedure", "steps", first, between, last))
    assert [line[2:] for line in lines][1:] == [
        ("Langkah a; Langkah c", "Langkah a; Memverifikasi ke pusat; Langkah c")
    ]
    data = [loads({**ROWS, **one}) for one in (old, rows("procedure", "steps", last, first))]
    assert summary(compare(*data).told, "id") == "Jumlah perubahan 1: 1 perlu dinilai."


def test_a_change_of_a_source_alone_is_told_by_its_number() -> None:
    data = [loads({"office": {"name": "BPS", "source": year}}) for year in ("2026", "2027")]
    assert summary(compare(*data).told, "en").count("not shown (1); all") == 1


def test_without_a_name_or_a_service_the_id_is_told() -> None:
    old = {"services": [], "standards": [{"id": "a"}]}
    ((title, *_),) = told(old, {**old, "standards": [{"id": "a", "decree": {"number": "1"}}]}, "en")
    assert title == "a"
