"""What `pst init` writes as an example is known as one, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions import load, loads
from pst_standards.definitions.offices import find_office
from pst_standards.definitions.start_examples import examples, is_example, still_examples
from pst_standards.definitions.starting import start_files
from pst_standards.documents import FinalError, build
from pst_standards.model.base import Text
from pst_standards.rules import check

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ADOPTED = {
    "stage": "adopted",
    "confirmed": {"by": "Kepala", "on": "2026-01-05"},
    "maklumat": {"pledge": "Kami sanggup melayani sesuai standar."},
}


def office(**fields: object) -> dict[str, object]:
    return {**ADOPTED, "office": {"name": "BPS Kabupaten Brebes", **fields}}


def test_every_example_is_written_by_init_behind_a_number_sign() -> None:
    row = find_office("3329")
    assert row is not None
    files = start_files(row)
    for key, values in examples().items():
        lines = [line for text in files.values() for line in text.split("\n") if "#" in line]
        told = [line.casefold() for line in lines if f"{key}:" in line]
        assert all(any(value in line for line in told) for value in values), key


def test_switching_on_all_lines_of_init_finds_each_example_and_nothing_that_may_be_right() -> None:
    found = {
        (str(one.pointer[-1]), str(one.value))
        for one in still_examples(
            loads(
                {
                    "office": {
                        "address": {"street": "Jalan Contoh Nomor 1", "city": "Kabupaten Brebes"},
                        "phone": "(000)  000000",
                        "head": {"name": "Nama Contoh Kepala", "rank": "Pembina (IV/a)"},
                        "budget": "DIPA kantor tahun 2026",
                        "motto": {"id": "Cepat", "en": "Tulis moto pelayanan di sini"},
                    },
                    "maklumat": {"decree": {"number": "2 Tahun 2026", "date": "2026-01-05"}},
                    "complaints": {
                        "responsible": {"address": {"postal_code": "50000"}},
                        "channels": [
                            {"id": "a", "name": "Surel kantor", "value": "0800-0000-0000"},
                            {"id": "b", "value": "https://www.lapor.go.id"},
                        ],
                    },
                }
            )
        )
    }
    assert found == {
        ("street", "Jalan Contoh Nomor 1"),
        ("phone", "(000)  000000"),
        ("name", "Nama Contoh Kepala"),
        ("motto", "Cepat"),
        ("postal_code", "50000"),
        ("value", "0800-0000-0000"),
    }


@pytest.mark.parametrize("path", ["kabupaten-semarang", "minimal.yaml"])
def test_what_says_itself_that_it_is_made_up_is_not_told_again(path: str) -> None:
    assert still_examples(load(EXAMPLES / path)) == []


def test_the_national_base_holds_no_example() -> None:
    assert still_examples(loads({"extends": "bps/2020"})) == []


def test_an_example_keeps_a_document_a_draft_even_where_it_was_confirmed(tmp_path: Path) -> None:
    left = loads(office(phone="(000) 000000"))
    assert all(one.draft for one in build(left, tmp_path).documents)
    assert [one.pointer for one in check(left).of("PUB-015")] == [("office", "phone")]
    with pytest.raises(FinalError) as caught:
        build(left, tmp_path, final=True)
    (found,) = caught.value.findings
    assert (found.variant, found.pointer) == ("example", ("office", "phone"))


def test_a_document_that_does_not_print_the_example_is_final(tmp_path: Path) -> None:
    left = loads(office(budget="DIPA", awards=[{"id": "a", "title": "Nama penghargaan"}]))
    made = {one.kind: one.draft for one in build(left, tmp_path).documents}
    assert made["maklumat"] is False
    assert made["service-page"] is True
    assert not any(one.draft for one in build(loads(office()), tmp_path / "b").documents)


@given(st.text(min_size=1), st.sampled_from(sorted(examples())))
def test_a_value_is_an_example_only_when_it_says_the_same(value: str, key: str) -> None:
    known = {"".join(one.split()) for one in examples()[key]}
    if "".join(value.split()).casefold() not in known:
        assert not is_example(key, value)
        assert not is_example(key, Text(value))
    assert not is_example("id", value)
