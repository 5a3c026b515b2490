import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from attrs import fields_dict
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions import DefinitionError
from pst_standards.definitions.records import Record, load_record, read_record
from pst_standards.definitions.schema import schema_of
from pst_standards.definitions.structure import plain
from pst_standards.definitions.wording import word
from pst_standards.model.base import Choice, Count, Ident, Node, frozen, term, terms


class _Format(Choice):
    V1 = "pst-visit/1", "Kunjungan versi 1", "Visit version 1"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class _Guest(Node):
    id: Ident = term("Pengenal", "Id", required=True)
    age: Count | None = term("Umur", "Age")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class _Visit(Node):
    """A visit. It is made up for these tests."""

    format: _Format | None = term("Format", "Format")
    at: dt.datetime | None = term("Waktu", "Moment")
    guests: tuple[_Guest, ...] = terms("Tamu", "Guests")


def read(data: dict[str, Any]) -> Record[_Visit]:
    return read_record(data, _Visit)


def keys(record: Record[_Visit]) -> list[str]:
    return [found.message_key for found in record.findings]


def test_a_record_is_built_with_its_moments() -> None:
    record = read({"at": "2026-03-17T10:05+07:00", "guests": [{"id": "a", "age": 30}]})
    assert record.sound
    assert record.value.at == dt.datetime(2026, 3, 17, 3, 5, tzinfo=dt.UTC)
    assert record.value.guests[0].age == 30


@pytest.mark.parametrize(
    "moment",
    ["2026-03-17T10:05", "2026-03-17", "2026-02-30T10:05+07:00", "2026-03-17T24:00Z", "besok"],
)
def test_a_moment_without_zone_or_that_is_none_is_refused(moment: str) -> None:
    record = read({"at": moment})
    assert record.value.at is None
    assert keys(record) == ["DEF-018.moment"]
    assert all("+07:00" in word(record.findings[0], lang)[1] for lang in ("id", "en"))
    assert not record.sound


def test_a_moment_built_in_python_is_taken_and_comes_back() -> None:
    at = dt.datetime(2026, 3, 17, 10, 5, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    assert read({"at": at}).value.at == at
    assert plain(_Visit(at=at)) == {"at": "2026-03-17T10:05:00+07:00"}


@given(st.datetimes(timezones=st.just(dt.UTC)).map(lambda at: at.replace(microsecond=0)))
def test_every_moment_comes_back_as_it_was(at: dt.datetime) -> None:
    assert load_record(plain(_Visit(at=at)), _Visit).at == at


def test_what_does_not_fit_is_left_out_and_found_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "visit.yaml"
    file.write_text("guests:\n  - id: a\n    age: tua\n    agee: 3\n", encoding="utf-8")
    record = read_record(file, _Visit)
    assert record.value.guests[0].age is None
    assert [(found.rule, found.location.line) for found in record.findings] == [
        ("DEF-016", 3),
        ("DEF-015", 4),
    ]
    assert record.origin.inputs == (record.findings[0].location.file,)


def test_another_format_is_named_beside_the_one_expected() -> None:
    found = read({"format": "pst-sale/1"}).findings[0]
    assert found.message_key == "DEF-028.other"
    assert (found.params["found"], found.params["expected"]) == ("pst-sale/1", "pst-visit/1")


def test_a_text_with_markup_is_found() -> None:
    assert "DEF-029" in [found.rule for found in read({"source": "<script>x"}).findings]


def test_loading_raises_with_the_errors_alone() -> None:
    with pytest.raises(DefinitionError) as raised:
        load_record({"guests": [{"id": "a", "age": -1}], "agee": 1}, _Visit)
    assert [found.message_key for found in raised.value.findings] == ["DEF-019.minimum"]


def test_a_folder_or_a_missing_file_is_no_record(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none.yaml"):
        with pytest.raises(DefinitionError) as raised:
            read_record(place, _Visit)
        assert raised.value.findings[0].rule == "DEF-013"


def test_the_schema_of_a_record_is_a_file_of_its_own() -> None:
    schema = schema_of(_Visit)
    assert schema["$defs"]["_Guest"]["required"] == ["id"]
    assert "T" in schema["properties"]["at"]["pattern"]
    assert schema["properties"].keys() >= fields_dict(_Visit).keys() - {"extras"}


@pytest.mark.parametrize("data", [{}, {"age": 3}, {"id": "Tidak Boleh"}])
def test_a_record_that_needs_an_id_and_has_none_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(DefinitionError) as raised:
        read_record(data, _Guest)
    assert [found.rule for found in raised.value.findings]


def test_a_format_that_nobody_knows_is_told_apart_from_the_wrong_file() -> None:
    assert keys(read({"format": "pst-visit/9"})) == ["DEF-028"]
