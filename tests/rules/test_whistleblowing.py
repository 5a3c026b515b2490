from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
NAMED = "Laporan dari pelapor bernama Budi sudah diteruskan."
ALL = (
    "Kode etik; penyalahgunaan wewenang; sumpah jabatan; disiplin PNS; pidana; maladministrasi;"
    " pelayanan publik yang tidak memuaskan"
)


def system(**parts: Any) -> dict[str, Any]:
    return {"complaints": {"whistleblowing": parts}}


@pytest.mark.parametrize(
    ("given", "pointers"),
    [
        (system(text=NAMED), [("complaints", "whistleblowing", "text")]),
        (system(matters=["Etik", NAMED]), [("complaints", "whistleblowing", "matters", 1)]),
        (system(conditions=[NAMED]), [("complaints", "whistleblowing", "conditions", 0)]),
        (system(text="Pelapor menyebutkan identitas yang benar"), []),
        ({"complaints": {"text": NAMED, "whistleblowing": {}}}, []),
        ({"publications": [{"id": "a", "title": "Laporan pengaduan", "text": NAMED}]}, []),
        (
            {"publications": [{"id": "a"}, {"id": "b", "title": "Laporan WBS", "text": NAMED}]},
            [("publications", 1, "text")],
        ),
        (
            {"publications": [{"id": "a", "title": f"Laporan WBS: {NAMED}"}]},
            [("publications", 0, "title")],
        ),
    ],
)
def test_texts_about_whistleblowing_name_nobody(
    given: dict[str, Any], pointers: list[tuple[str | int, ...]], report: Check
) -> None:
    assert [found.pointer for found in report(given).of("WBS-001")] == pointers


def test_whoever_does_not_speak_of_it_is_not_asked(report: Check) -> None:
    given = {"complaints": {"text": "Kotak"}, "publications": [{"id": "a", "title": "Brosur"}]}
    asked = report(given).coverage
    assert {"WBS-001", "WBS-003", "WBS-005"} <= set(asked.not_applicable)
    assert "WBS-001" in report({"publications": [{"id": "a", "title": "WBS"}]}).coverage.checked


def rights(reporter: int, reported: int, examiner: int) -> list[dict[str, Any]]:
    holders = ["reporter"] * reporter + ["reported"] * reported + ["examiner"] * examiner
    return [{"id": f"r{n}", "holder": one, "text": "Hak"} for n, one in enumerate(holders)]


@pytest.mark.parametrize(
    ("counts", "short"),
    [
        ((4, 2, 2), []),
        ((13, 3, 5), []),
        ((3, 2, 2), [("reporter", 3, 4)]),
        ((4, 1, 2), [("reported", 1, 2)]),
        ((4, 2, 0), [("examiner", 0, 2)]),
        ((1, 0, 0), [("reporter", 1, 4), ("reported", 0, 2), ("examiner", 0, 2)]),
    ],
)
def test_rights_are_counted_by_holder(
    counts: tuple[int, int, int], short: list[tuple[str, int, int]], report: Check
) -> None:
    found = report({"complaints": {"rights": rights(*counts)}}).of("WBS-003")
    assert [one.pointer for one in found] == [("complaints", "rights")] * len(short)
    expected = [{"holder": h, "count": c, "needed": n} for h, c, n in short]
    assert [dict(one.params) for one in found] == expected


def test_a_right_needs_a_holder_and_words(report: Check) -> None:
    given = rights(4, 2, 2)
    given[0] |= {"text": "-"}
    given[1].pop("holder")
    (found,) = report({"complaints": {"rights": given}}).of("WBS-003")
    assert found.params == {"holder": "reporter", "count": 2, "needed": 4}


def test_whistleblowing_without_rights_is_asked_for_them(report: Check) -> None:
    found = report(system(text="WBS")).of("WBS-003")
    assert [one.pointer for one in found] == [("complaints",)] * 3


@pytest.mark.parametrize(
    ("given", "pointers"),
    [
        ({"complaints": {"text": "Hak Pemeriksaan:"}}, [("complaints", "text")]),
        (
            {"complaints": {"rights": [{"id": "a", "text": "HAK PEMERIKSAAN"}]}},
            [("complaints", "rights", 0, "text")],
        ),
        (
            {"publications": [{"id": "a", "title": "Hak Pemeriksaan"}]},
            [("publications", 0, "title")],
        ),
        ({"complaints": {"text": "Hak Pemeriksa:"}}, []),
        ({"complaints": {"text": "Meminta hak pemeriksaan ulang"}}, []),
        ({"maklumat": {"pledge": "Hak Pemeriksaan:"}}, []),
    ],
)
def test_the_slip_in_the_heading_is_found(
    given: dict[str, Any], pointers: list[tuple[str | int, ...]], report: Check
) -> None:
    assert [found.pointer for found in report(given).of("WBS-004")] == pointers


@pytest.mark.parametrize(
    ("parts", "numbers", "pointer"),
    [
        ({"text": ALL}, None, ()),
        ({"matters": [ALL]}, None, ()),
        ({"matters": ["Kode etik"], "text": ALL}, None, ()),
        ({"matters": ["Kode etik", "Pidana"]}, (2, 3, 4, 6, 7), ("matters",)),
        ({"text": "Pelanggaran disiplin"}, (1, 2, 3, 5, 6, 7), ()),
        ({}, (1, 2, 3, 4, 5, 6, 7), ()),
    ],
)
def test_the_seven_matters_are_offered(
    parts: dict[str, Any], numbers: tuple[int, ...] | None, pointer: tuple[str, ...], report: Check
) -> None:
    found = report(system(**parts)).of("WBS-005")
    if numbers is None:
        assert found == ()
        return
    (one,) = found
    assert one.params == {"numbers": numbers, "count": len(numbers)}
    assert one.pointer == ("complaints", "whistleblowing", *pointer)
