"""Numbers of complaints stand in every list, and so none tells who complains."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import Zone
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.errors import ComplaintError
from pst_standards.complaints.filing import read_filing
from pst_standards.complaints.ids import is_number
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.secrecy.codes import new_number

NIK = "3322014101900001"
WHO = {"name": "Yuni Astuti", "address": "Jalan Duku 1, Contoh", "phone": "024-7612345"}


def form(**more: Any) -> dict[str, Any]:
    return {"reporter": dict(WHO), "channel": "letter", "text": "Antrean", **more}


@pytest.mark.parametrize(
    "written",
    [
        f"P-{NIK}",
        f"{NIK}-A",
        f"L/{NIK}/2026",
        "081234567890",
        "P-081234567890",
        "P-6281234567890",
        "0812-3456-7890",
        "P/0812.3456.789",
    ],
)
def test_a_number_has_no_nik_and_no_telephone_in_it(written: str) -> None:
    assert not is_number(written)


@pytest.mark.parametrize(
    "written",
    [
        "0812-2026-0001",
        "0812/2026/0001",
        "08-10-2026",
        "0123/LM/VI/2026/SMG",
        "2026-08-1234",
        "PGD-2026-08123456",
        "100812345678901234567890",
        "33220141019000012",
    ],
)
def test_a_number_that_only_looks_like_one_is_a_number(written: str) -> None:
    assert is_number(written)


@given(st.integers(2020, 2040))
def test_what_is_drawn_is_a_number(year: int) -> None:
    assert is_number(new_number(year))


@pytest.mark.parametrize("field", ["number", "previous"])
@pytest.mark.parametrize(
    "written", ["yuni-astuti-2", "P-2026-Yuni", "ASTUTI_7", "P7Yuni8", "12/Jalan.Duku.1"]
)
def test_a_number_that_names_who_complains_is_refused(field: str, written: str) -> None:
    with pytest.raises(ComplaintError) as error:
        read_filing(form(**{field: written}))
    assert (error.value.key, error.value.params) == ("number.named", {"field": field})
    for lang in ("id", "en"):
        assert written not in error.value.message(lang)


@pytest.mark.parametrize("written", ["P-2026-QR4T", "12/BPS/PGD/2026", "L-1400/102026/17", "A1"])
def test_a_number_that_names_nobody_is_taken(written: str) -> None:
    assert read_filing(form(number=written, previous=written)).record.number == written
    of_an_office = {**form(number=written), "reporter": {"name": "BPS Kabupaten Contoh"}}
    assert read_filing(of_an_office).identity


def test_a_name_in_the_name_of_a_file_is_told_of() -> None:
    told = read_filing(form(attachments=["foto-yuni_astuti.jpg"])).notes
    assert [(one.key, one.fields) for one in told] == [("named-in-text", ("attachments",))]
    assert read_filing(form(attachments=["foto.jpg"])).notes == ()


@pytest.mark.parametrize(
    ("more", "key"), [({"accused": [NIK]}, "officer.form"), ({"service": NIK}, "id.form")]
)
def test_a_nik_is_no_id(more: dict[str, Any], key: str) -> None:
    with pytest.raises(ComplaintError) as error:
        Desk(MemoryRegister(), None, "A1", zone=Zone.WIB).file(
            {"channel": "letter", "text": "Antrean", **more}
        )
    assert error.value.key == key
