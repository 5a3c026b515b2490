from __future__ import annotations

import csv
import importlib.util
import re
from collections import Counter
from importlib import resources
from pathlib import Path
from types import ModuleType

import pytest

from pst_standards.definitions.offices import OfficeRow, find_office, normalise_name, offices
from pst_standards.model.office import OfficeKind

LAST_REGENCY = 69


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "tools" / "offices.py"
    spec = importlib.util.spec_from_file_location("offices_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def office(code: str) -> OfficeRow:
    found = find_office(code)
    assert found is not None
    return found


def test_the_table_has_the_centre_the_provinces_and_their_areas() -> None:
    kinds = Counter(row.kind for row in offices())
    assert kinds[OfficeKind.CENTRE] == 1
    assert kinds[OfficeKind.PROVINCE] == 38
    assert kinds[OfficeKind.REGENCY] == 416
    assert kinds[OfficeKind.CITY] == 98


def test_codes_are_four_digits_in_order_and_stand_once() -> None:
    codes = [row.bps_code for row in offices()]
    assert all(re.fullmatch(r"[0-9]{4}", code) for code in codes)
    assert codes == sorted(set(codes))


def test_a_code_says_what_kind_of_area_it_is() -> None:
    for row in offices():
        place = int(row.bps_code[2:])
        if row.kind is OfficeKind.REGENCY:
            assert 0 < place <= LAST_REGENCY, row
        elif row.kind is OfficeKind.CITY:
            assert place > LAST_REGENCY, row
        else:
            assert place == 0, row


def test_every_office_but_the_centre_has_a_parent_in_the_table() -> None:
    for row in offices():
        if row.kind is OfficeKind.CENTRE:
            assert not row.parent
        elif row.kind is OfficeKind.PROVINCE:
            assert row.parent == "0000"
        else:
            assert row.parent == f"{row.bps_code[:2]}00"
            assert office(row.parent).kind is OfficeKind.PROVINCE


def test_a_name_begins_with_the_kind_of_area_and_stands_once() -> None:
    first = {
        OfficeKind.PROVINCE: "Provinsi ",
        OfficeKind.REGENCY: "Kabupaten ",
        OfficeKind.CITY: "Kota ",
        OfficeKind.CENTRE: "Republik ",
    }
    names = [row.name for row in offices()]
    assert len(set(names)) == len(names)
    assert all(row.name.startswith(first[row.kind]) for row in offices())


def test_every_name_is_in_the_form_it_is_brought_into() -> None:
    for row in offices():
        assert normalise_name(row.name) == row.name
        assert normalise_name(row.name.upper()) == row.name


@pytest.mark.parametrize(
    ("code", "name", "verified"),
    [
        ("0000", "Republik Indonesia", True),
        ("1473", "Kota Dumai", True),
        ("2100", "Provinsi Kepulauan Riau", True),
        ("3100", "Provinsi DKI Jakarta", True),
        ("3101", "Kabupaten Kepulauan Seribu", True),
        ("3322", "Kabupaten Semarang", True),
        ("3329", "Kabupaten Brebes", True),
        ("3374", "Kota Semarang", True),
        ("3400", "Provinsi DI Yogyakarta", True),
        ("6411", "Kabupaten Mahakam Ulu", False),
        ("7209", "Kabupaten Tojo Una-Una", True),
        ("7309", "Kabupaten Pangkajene dan Kepulauan", True),
        ("7605", "Kabupaten Pasangkayu", True),
        ("8101", "Kabupaten Kepulauan Tanimbar", True),
        ("9200", "Provinsi Papua Barat Daya", False),
        ("9400", "Provinsi Papua", True),
        ("9471", "Kota Jayapura", False),
    ],
)
def test_names_and_marks(code: str, name: str, verified: bool) -> None:
    assert (office(code).name, office(code).verified) == (name, verified)


def test_papua_follows_the_division_before_2022_and_is_not_verified() -> None:
    areas = [row for row in offices() if row.parent in {"9100", "9400"}]
    assert len(areas) == 42
    assert not any(row.verified for row in areas)
    assert {row.period for row in areas} == {"2020"}


def test_the_official_name_of_an_office() -> None:
    assert office("0000").office_name == "Badan Pusat Statistik"
    assert office("3300").office_name == "Badan Pusat Statistik Provinsi Jawa Tengah"
    assert office("3374").office_name == "Badan Pusat Statistik Kota Semarang"


def test_an_email_is_taken_from_custom_only_where_none_is_on_record() -> None:
    assert office("0000").address_for_email == "bpshq@bps.go.id"
    assert office("3329").email == ""
    assert office("3329").address_for_email == "bps3329@bps.go.id"


def test_only_seen_websites_are_told() -> None:
    assert office("3322").website == "https://semarangkab.bps.go.id"
    assert office("3329").website == ""
    given = [row.website for row in offices() if row.website]
    assert all(re.fullmatch(r"https://[a-z]+\.bps\.go\.id", website) for website in given)


@pytest.mark.parametrize("code", ["", "33", "332", "33220", "3399", "abcd", "3322 "])
def test_a_code_of_no_office_finds_nothing(code: str) -> None:
    assert find_office(code) is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("KABUPATEN SEMARANG", "Kabupaten Semarang"),
        ("  kota   semarang ", "Kota Semarang"),
        ("KABUPATEN S I A K", "Kabupaten Siak"),
        ("KAB. TOLI-TOLI", "Kabupaten Toli-Toli"),
        ("Kab Brebes", "Kabupaten Brebes"),
        ("KOTA ADM. JAKARTA SELATAN", "Kota Jakarta Selatan"),
        ("Kota Administrasi Jakarta Selatan", "Kota Jakarta Selatan"),
        ("PROV. D.I. YOGYAKARTA", "Provinsi DI Yogyakarta"),
        ("KEP. RIAU", "Kepulauan Riau"),
        ("KOTO XI TARUSAN", "Koto XI Tarusan"),
        ("DAERAH III", "Daerah III"),
        ("", ""),
    ],
)
def test_names_are_brought_into_the_form_that_offices_write(written: str, name: str) -> None:
    assert normalise_name(written) == name


LISTED = ["1101,11,KABUPATEN SIMEULUE", "7605,76,KABUPATEN MAMUJU UTARA", "9171,91,KOTA SORONG"]


def test_the_tool_writes_the_table_from_a_code_list(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "list.csv", tmp_path / "offices.csv"
    source.write_text("\r\n".join(LISTED), encoding="utf-8")
    monkeypatch.setattr(tool, "TARGET", target)
    monkeypatch.setattr(tool, "EXPECTED", len(LISTED))
    tool.main(str(source))
    lines = target.read_text(encoding="utf-8").splitlines()
    rows = {row["bps_code"]: row for row in csv.DictReader(lines)}
    assert len(rows) == 1 + 38 + len(LISTED)
    assert rows["7605"]["name"] == "Kabupaten Pasangkayu"
    assert (rows["9171"]["kind"], rows["9171"]["verified"]) == ("city", "no")
    assert b"\r" not in target.read_bytes()


def test_the_tool_refuses_a_list_of_another_length(tool: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_text("\n".join(LISTED), encoding="utf-8")
    with pytest.raises(SystemExit, match="3 lines, 514 expected"):
        tool.main(str(source))


def test_the_committed_table_holds_what_the_tool_says_of_its_rows(tool: ModuleType) -> None:
    file = resources.files("pst_standards.definitions") / "data" / "offices.csv"
    committed = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    areas = [row for row in committed if row["kind"] in {"regency", "city"}]
    listed = [[row["bps_code"], row["bps_code"][:2], row["name"].upper()] for row in areas]
    assert tool.table(listed) == file.read_text(encoding="utf-8")
