from __future__ import annotations

import pytest

from pst_standards.definitions import read_data
from pst_standards.definitions.faults import fault
from pst_standards.definitions.wording import word
from pst_standards.findings import Pointer


@pytest.mark.parametrize(
    ("pointer", "key", "term"),
    [
        (("office", "kind"), "kind", "Tingkat"),
        (("standards", 0, "fee", "kind"), "kind", "Jenis biaya"),
        (("standards", 0, "fee", "items", 2, "kind"), "kind", "Jenis biaya"),
        (("standards", 0, "requirements", "items", 0, "kind"), "kind", "Jenis syarat"),
        (("standards", 0, "facilities", "items", 0), "items", "Daftar fasilitas"),
        (("complaints", "mechanism"), "procedure", "Prosedur pengelolaan"),
        (("standards", 0), "procedure", "Sistem, mekanisme, dan prosedur"),
        (("unknown", "kind"), "kind", "Tingkat"),
        ((), "fee", "Biaya/tarif"),
    ],
)
def test_a_key_is_shown_with_the_term_that_it_has_where_it_stands(
    pointer: Pointer, key: str, term: str
) -> None:
    finding = fault("DEF-016", pointer=pointer, key=key, found="string", expected="object")
    assert word(finding)[0].startswith(f"{term} ({key}) ")


def test_a_wrong_choice_is_told_with_the_term_of_its_part() -> None:
    reading = read_data({"standards": [{"id": "a", "fee": {"kind": "gratis"}}]})
    assert word(reading.findings[0], "en")[0].startswith("Kind of fee (kind) ")
