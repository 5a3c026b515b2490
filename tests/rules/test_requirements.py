from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.rules.detectors.identity_card import keeps_identity_card

Check = Callable[..., Report]


def items(*given: Any, **more: Any) -> dict[str, Any]:
    texts = [{"text": item} if isinstance(item, str) else item for item in given]
    return {"standards": [{"id": "x", "requirements": {"items": texts, **more}}]}


def steps(*given: Any, **more: Any) -> dict[str, Any]:
    texts = [{"text": step} if isinstance(step, str) else step for step in given]
    return {"standards": [{"id": "x", "procedure": {"steps": texts, **more}}]}


def hits(found: Report, rule: str) -> list[tuple[Any, ...]]:
    assert found.coverage.failed == ()
    return [(hit.pointer[2:], dict(hit.params)) for hit in found.of(rule)]


@pytest.mark.parametrize(
    ("given", "count"),
    [
        (items("Mengisi buku tamu"), 1),
        (items("Mengisi buku tamu", "Surel aktif"), 2),
        (items({"text": "Mengisi buku tamu", "kind": "administrative"}, "Surel aktif"), 1),
        (items({"text": "Datang", "kind": "technical"}), 0),
        (items("Syarat administratif: surat permohonan"), 0),
        (items("Persyaratan teknis berupa rancangan survei"), 0),
        (items("Administratif: surat permohonan"), 0),
        (items("(Teknis) rancangan survei"), 0),
        (items({"text": {"en": "Administrative requirement: a letter"}}), 0),
        (items("Menyampaikan spesifikasi teknis"), 1),
        (items("Tidak ada persyaratan"), 0),
        (items("Tanpa syarat"), 0),
        (items({"text": {"en": "None"}}), 0),
        (items("-"), 0),
        (items({"document": "Surat permohonan"}), 1),
        (items({"document": "-"}), 0),
        (items("Surat permohonan", note="Nomor 1 administratif"), 0),
        (items("Surat permohonan", note="Dibawa sendiri"), 1),
    ],
)
def test_a_requirement_is_technical_or_administrative(
    given: dict[str, Any], count: int, report: Check
) -> None:
    total = len(given["standards"][0]["requirements"]["items"])
    expected = [(("requirements",), {"count": count, "total": total})] if count else []
    assert hits(report(given), "STD-011") == expected


def test_each_standard_is_asked_for_the_kinds_of_its_requirements(report: Check) -> None:
    sorted_, unsorted = {"text": "Surat", "kind": "technical"}, {"text": "Surat"}
    given = {
        "standards": [
            {"id": "a", "requirements": {"items": [sorted_]}},
            {"id": "b", "requirements": {"items": [unsorted]}},
            {"id": "c"},
            {"id": "d", "requirements": {"note": "Semua teknis", "items": [unsorted]}},
            {"id": "e", "requirements": {"items": [unsorted]}},
        ]
    }
    assert [hit.pointer[1] for hit in report(given).of("STD-011")] == [1, 4]


def test_without_requirements_nothing_is_asked_of_them(report: Check) -> None:
    empty = report({"standards": [{"id": "x", "requirements": {"note": "Tidak ada"}}]})
    assert {"STD-011", "STD-012", "STD-013"} <= set(empty.coverage.not_applicable)


@pytest.mark.parametrize(
    ("first", "second", "twice"),
    [
        ("Mengisi buku tamu", "mengisi  buku-tamu.", True),
        ("1. Mengisi buku tamu", "5) Mengisi buku tamu", True),
        ("Mengisi buku tamu", "Mengisi buku tamu elektronik", False),
        ("-", "-", False),
        ("sda", "sda", False),
        ({"text": "Surel", "channels": ["in_person"]}, {"text": "Surel"}, True),
        ({"text": "Surel"}, {"text": "Surel", "channels": ["online"]}, True),
        (
            {"text": "Surel", "channels": ["in_person"]},
            {"text": "Surel", "channels": ["online"]},
            False,
        ),
        (
            {"text": "Surel", "channels": ["in_person", "online"]},
            {"text": "Surel", "channels": ["online"]},
            True,
        ),
        ({"text": "Surat", "case": "Swasta"}, {"text": "Surat", "case": "Pemerintah"}, False),
        ({"text": "Surat", "case": "Swasta"}, {"text": "Surat"}, False),
        ({"text": "Surat", "case": "Swasta"}, {"text": "Surat", "case": "swasta"}, True),
        ({"text": "Berkas", "document": "KTP"}, {"text": "Berkas", "document": "KK"}, False),
        ({"text": {"en": "Guest book"}}, {"text": {"en": "guest book"}}, True),
        ({"text": "Surat\nasli"}, {"text": "Surat\nsalinan"}, False),
        ({"document": "KTP"}, {"document": "KTP"}, False),
    ],
)
def test_a_requirement_stands_once(first: Any, second: Any, twice: bool, report: Check) -> None:
    found = hits(report(items(first, "Datang", second)), "STD-012")
    assert [pointer for pointer, _ in found] == ([("requirements", "items", 2)] if twice else [])


def test_a_repeated_requirement_is_shown_with_the_first(report: Check) -> None:
    found = hits(report(items("Datang", "Surel", "datang", "Datang.")), "STD-012")
    assert found == [
        (("requirements", "items", 2), {"text": "datang", "first": 1}),
        (("requirements", "items", 3), {"text": "Datang.", "first": 1}),
    ]


def test_the_first_of_another_channel_is_not_the_one_repeated(report: Check) -> None:
    on = {"text": "Surel", "channels": ["online"]}
    found = hits(report(items({"text": "Surel", "channels": ["in_person"]}, on, on)), "STD-012")
    assert found == [(("requirements", "items", 2), {"text": "Surel", "first": 2})]


KEPT = [
    "Menyerahkan kartu identitas untuk loker",
    "Mengisi buku tamu; menyerahkan kartu identitas untuk loker; menaruh tas",
    "Menyerahkan KTP sebagai jaminan",
    "menyerahkan ktp-el sebagai agunan",
    "Menyerahkan kartu identitas (KTP/SIM) untuk peminjaman kunci loker",
    "KTP, SIM, atau paspor sebagai jaminan",
    "Menitipkan kartu identitas",
    "menitip KTP pada petugas",
    "Titip salah satu kartu tanda pengenal",
    "Meninggalkan e-KTP di meja depan",
    "Kartu identitas ditinggal di petugas",
    "KTP ditahan selama di ruang baca",
    "KTP akan ditukar dengan kartu pengunjung",
    "Menukarkan KTP dengan kunci",
    "Kartu pelajar disimpan petugas",
    "Mengambil kartu identitas yang dititipkan",
    "Menyerahkan KTP\N{NO-BREAK SPACE}sebagai jaminan",
    "Menitipkan kartu\N{NO-BREAK SPACE}identitas",
    "MENYERAHKAN KTP SEBAGAI JAMINAN",
    "Leaves an identity card with the officer",
    "Hand over your passport as a deposit",
    "An identity card is kept until you leave",
]
NOT_KEPT = [
    "Menunjukkan KTP",
    "Membawa kartu identitas yang berlaku",
    "Menunjukkan kartu identitas dan menaruh tas di loker",
    "Menunjukkan KTP dan mengambil kunci untuk loker",
    "Fotokopi KTP sebagai jaminan",
    "Menyerahkan salinan KTP sebagai jaminan",
    "Tanpa menitipkan kartu identitas",
    "KTP tidak ditahan",
    "Menitipkan tas dan menunjukkan kartu identitas",
    "Menitipkan tas, menunjukkan KTP",
    "KTP dan kartu jaminan kesehatan",
    "Nomor KTP untuk jaminan kesehatan",
    "Kartu identitas sesuai tempat tinggal",
    "Mengisi identitas pada buku tamu. Tas untuk loker",
    "Menitipkan tas di loker",
    "Menyerahkan kartu anggota perpustakaan",
    "Show an identity card",
    "A copy of the passport as a deposit",
    "Kartu tanda pengunjung untuk loker",
    "",
]


@pytest.mark.parametrize("words", KEPT)
def test_a_card_that_is_kept_is_a_pledge(words: str) -> None:
    assert keeps_identity_card(words)


@pytest.mark.parametrize("words", NOT_KEPT)
def test_a_card_that_is_shown_or_copied_is_none(words: str) -> None:
    assert not keeps_identity_card(words)


PLEDGE = "Menitipkan KTP"


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        (items("Datang", PLEDGE), ("requirements", "items", 1)),
        (
            items("Datang", {"text": "Kartu", "document": PLEDGE}),
            ("requirements", "items", 1, "document"),
        ),
        (items("Datang", note=PLEDGE), ("requirements", "note")),
        (steps("Datang", PLEDGE), ("procedure", "steps", 1)),
        (
            steps("Datang", {"text": "Tas", "branches": [{"then": "Masuk"}, {"then": PLEDGE}]}),
            ("procedure", "steps", 1, "branches", 1),
        ),
        (steps("Datang", note=PLEDGE), ("procedure", "note")),
        (
            steps({"text": {"id": "Datang", "en": "Leave an identity card"}}),
            ("procedure", "steps", 0),
        ),
    ],
)
def test_a_pledge_is_found_wherever_it_stands(
    given: dict[str, Any], pointer: tuple[Any, ...], report: Check
) -> None:
    ((at, params),) = hits(report(given), "STD-013")
    assert at == pointer
    assert params["text"] in {PLEDGE, "Datang"}


def test_a_pledge_is_shown_in_its_words(report: Check) -> None:
    shown = {"text": PLEDGE}
    assert hits(report(steps(PLEDGE)), "STD-013") == [(("procedure", "steps", 0), shown)]
    assert hits(report(items(PLEDGE)), "STD-013") == [(("requirements", "items", 0), shown)]
    assert hits(report(items(note=PLEDGE)), "STD-013") == []
    assert hits(report(items("Surat", note=PLEDGE)), "STD-013") == [
        (("requirements", "note"), shown)
    ]


@pytest.mark.parametrize("given", [items("Datang", note="Bawa KTP"), steps("Datang", note="KTP")])
def test_nothing_is_said_where_no_card_is_kept(given: dict[str, Any], report: Check) -> None:
    found = report(given)
    assert found.of("STD-013") == ()
    assert "STD-013" in found.coverage.checked
