from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Check = Callable[..., Report]
PLEDGE = "Kami sanggup melayani sesuai standar pelayanan dan siap menerima sanksi."


def shown(*publications: dict[str, Any], pledge: Any = PLEDGE, **maklumat: Any) -> dict[str, Any]:
    listed = [{"id": f"p{n}", "kind": "maklumat", **one} for n, one in enumerate(publications)]
    parts = maklumat if pledge is None else {"pledge": pledge, **maklumat}
    return {"stage": "adopted", "maklumat": parts, "publications": listed}


PICTURE: dict[str, Any] = {"media": ["website"], "readable": False}


@pytest.mark.parametrize(
    ("publications", "at"),
    [
        ([PICTURE], 0),
        ([{"readable": False}], 0),
        ([PICTURE, PICTURE], 0),
        ([{"media": ["board"], "readable": False}, PICTURE], 1),
        ([{"media": ["print"], "url": "https://contoh.go.id", "readable": False}], 0),
        ([{"media": ["board", "social_media"], "readable": False}], 0),
        ([PICTURE, {"media": ["website"], "readable": True}], None),
        ([PICTURE, {"media": ["sippn"]}], None),
        ([{"media": ["website"]}], None),
        ([{"media": ["board"], "readable": False}], None),
        ([{"media": ["website"], "readable": True}], None),
        ([{**PICTURE, "kind": "page"}], None),
        ([], None),
    ],
)
def test_the_maklumat_is_more_than_a_picture(
    publications: list[dict[str, Any]], at: int | None, told: Told
) -> None:
    place = ("publications", at, "readable")
    expected = [] if at is None else [("MKL-011", place, {"publication": f"p{at}"})]
    assert told(shown(*publications), "MKL-011") == expected


def test_pictures_are_asked_about_where_something_is_known(report: Check) -> None:
    for given in (
        shown(),
        shown({"media": ["website"]}),
        shown({"media": ["board"], "readable": False}),
    ):
        assert "MKL-011" in report(given).coverage.not_applicable
    assert "MKL-011" in report(shown({"media": ["sippn"], "readable": True})).coverage.checked


HEADED = f'MAKLUMAT PELAYANAN\n"{PLEDGE.upper()}"\nKepala, Nama Contoh'
SHORT = "Kami siap menerima sanksi apabila melanggar."


@pytest.mark.parametrize(
    ("pledge", "texts", "differ"),
    [
        (PLEDGE, [PLEDGE], []),
        (PLEDGE, [PLEDGE.replace(" ", "  ").replace("dan", "DAN")], []),
        (PLEDGE, [PLEDGE.replace("sanksi", "sangsi")], []),
        (PLEDGE, [HEADED], []),
        (HEADED, [PLEDGE], []),
        (PLEDGE, [SHORT], [0]),
        (PLEDGE, [PLEDGE.replace(" dan siap menerima sanksi", "")], [0]),
        (PLEDGE, [PLEDGE + " Kami memberikan kompensasi."], [0]),
        ("Kami sanggup melayani sesuai standar pelayanan", [PLEDGE], [0]),
        (PLEDGE, [PLEDGE, SHORT, HEADED, SHORT], [1, 3]),
        (None, [PLEDGE, HEADED], []),
        (None, [PLEDGE, SHORT], [1]),
        (None, [SHORT], []),
        (PLEDGE, ["-", None], []),
        ("…", [PLEDGE, SHORT], [1]),
        ({"id": PLEDGE, "en": "We pledge."}, [{"id": PLEDGE, "en": "We promise."}], [0]),
        ({"id": PLEDGE, "en": "We pledge."}, [{"en": "WE PLEDGE!"}], []),
        ({"en": "In compliance."}, [{"en": "in complience"}], []),
        ({"en": "We pledge."}, [PLEDGE], []),
    ],
)
def test_the_maklumat_reads_the_same_everywhere(
    pledge: Any, texts: list[Any], differ: list[int], told: Told
) -> None:
    given = shown(*({"text": text} for text in texts), pledge=pledge)
    found = [hit[:2] for hit in told(given, "MKL-015")]
    assert found == [("MKL-015", ("publications", place, "text")) for place in differ]


def test_a_text_that_differs_in_both_languages_is_told_once(told: Told) -> None:
    pledge = {"id": PLEDGE, "en": "We pledge."}
    given = shown({"text": {"id": SHORT, "en": "We promise."}}, pledge=pledge)
    assert len(told(given, "MKL-015")) == 1


def test_publications_without_text_are_not_compared(report: Check) -> None:
    assert "MKL-015" in report(shown({"media": ["website"]})).coverage.not_applicable
    assert "MKL-015" in report({"publications": []}).coverage.not_applicable
    alone = {"publications": [{"id": "a", "kind": "maklumat", "text": PLEDGE}]}
    assert "MKL-015" in report(alone).coverage.checked


DECREE = {"id": "library", "decree": {"number": "12/CONTOH/2026"}}


@pytest.mark.parametrize(
    ("words", "maklumat", "publication", "leads"),
    [
        ("", {}, {}, False),
        ("", {"standards": ["library"]}, {}, True),
        (" Lihat Keputusan 12/CONTOH/2026.", {}, {}, True),
        (" Lihat Keputusan 13/CONTOH/2026.", {}, {}, False),
        (" Keputusan Kepala BPS Kabupaten Contoh Nomor 13 Tahun 2026", {}, {}, True),
        (" Keputusan Kepala. Nomor 13", {}, {}, False),
        (" sesuai peraturan perundang-undangan nomor satu", {}, {}, False),
        (" https://contoh.go.id/standar", {}, {}, True),
        (" www.contoh.id", {}, {}, True),
        (" Standar pada pst.contoh.go.id", {}, {}, True),
        (" Pindai kode QR di bawah ini.", {}, {}, True),
        (" Standar terlampir dalam lampiran.", {}, {}, True),
        ("", {}, {"kind": "standard"}, True),
        ("", {}, {"kind": "page", "standards": ["library"]}, True),
        ("", {}, {"kind": "page", "parts": ["standards"]}, True),
        ("", {}, {"kind": "page", "parts": ["maklumat"]}, False),
    ],
)
def test_the_maklumat_leads_to_its_standard(
    words: str,
    maklumat: dict[str, Any],
    publication: dict[str, Any],
    *,
    leads: bool,
    told: Told,
) -> None:
    given = shown({"media": ["board"]}, publication, pledge=PLEDGE + words, **maklumat)
    given["standards"] = [{"id": "other"}, DECREE]
    assert told(given, "MKL-018") == ([] if leads else [("MKL-018", ("maklumat",), {})])


def test_a_number_that_holds_a_place_leads_nowhere(told: Told) -> None:
    given = shown(pledge=PLEDGE + " Nomor - / - /2026")
    given["standards"] = [{"id": "library", "decree": {"number": "- / - /2026"}}]
    assert len(told(given, "MKL-018")) == 1
    given["standards"] = [{"id": "library", "decree": {"date": "2026-01-05"}}]
    assert len(told(given, "MKL-018")) == 1


def test_a_draft_and_a_missing_maklumat_are_not_asked(told: Told, report: Check) -> None:
    assert told({**shown(), "stage": "discussed"}, "MKL-018") == []
    assert "MKL-018" in report({"stage": "adopted"}).coverage.not_applicable
