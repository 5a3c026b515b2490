from __future__ import annotations

from pathlib import Path

import pytest

from pst_standards.definitions.folder_faults import faults_in
from pst_standards.definitions.folders import (
    Contents,
    contents_of,
    definitions_in,
    folder_of_part,
    is_one_definition,
    naming_offices,
)
from pst_standards.findings import Severity

OFFICE = "extends: bps/2020\noffice: {name: BPS Kabupaten Contoh}\n"


def put(root: Path, **files: str) -> None:
    for number, (name, given) in enumerate(files.items()):
        text = given.replace("Contoh", f"Contoh {number}")
        place = root / name.replace("__", "/")
        place = place.with_name(place.name.replace("_yaml", ".yaml").replace("_toml", ".toml"))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def found(root: Path) -> list[str]:
    return [place.relative_to(root).as_posix() for place in definitions_in(root)]


def test_a_file_is_one_definition(tmp_path: Path) -> None:
    put(tmp_path, a_yaml=OFFICE)
    assert list(definitions_in(tmp_path / "a.yaml")) == [tmp_path / "a.yaml"]


def test_a_folder_whose_files_share_out_the_keys_is_one(tmp_path: Path) -> None:
    put(tmp_path, a_yaml=OFFICE, b_yaml="services: []\n", below__c_yaml=OFFICE)
    assert found(tmp_path) == ["."]
    assert is_one_definition(tmp_path)


def test_a_folder_with_one_file_is_one_and_not_surely(tmp_path: Path) -> None:
    put(tmp_path, a_yaml=OFFICE)
    assert found(tmp_path) == ["."]
    assert not is_one_definition(tmp_path)


def test_files_that_each_give_an_office_are_one_each(tmp_path: Path) -> None:
    put(tmp_path, b_yaml=OFFICE, a_yaml=OFFICE, z__c_yaml=OFFICE, _hidden__d_yaml=OFFICE)
    assert found(tmp_path) == ["a.yaml", "b.yaml", "_hidden", "z"]
    assert not is_one_definition(tmp_path)


def test_a_folder_without_files_stands_for_those_below(tmp_path: Path) -> None:
    put(tmp_path, jateng__b__x_yaml=OFFICE, jateng__a__x_yaml=OFFICE, aceh__c__x_yaml=OFFICE)
    (tmp_path / ".git" / "x").mkdir(parents=True)
    (tmp_path / ".git" / "x" / "y.yaml").write_text(OFFICE, encoding="utf-8")
    assert found(tmp_path) == ["aceh/c", "jateng/a", "jateng/b"]


def test_bases_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, base__base_toml="id = 'x'", base__a_yaml=OFFICE, b__x_yaml=OFFICE)
    assert found(tmp_path) == ["b"]


def test_folders_that_lie_too_deep_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, a__b__c__d__x_yaml=OFFICE, a__b__c__d__e__x_yaml=OFFICE, k__x_yaml=OFFICE)
    assert found(tmp_path) == ["a/b/c/d", "k"]


@pytest.mark.parametrize("name", ["none", "none.yaml"])
def test_what_holds_nothing_stands_for_itself(tmp_path: Path, name: str) -> None:
    (tmp_path / "none").mkdir()
    assert list(definitions_in(tmp_path / name)) == [tmp_path / name]


@pytest.mark.parametrize("layer", ["office: {}", "office: 3", "services: []"])
def test_a_file_that_names_no_office_is_a_layer_of_those_that_extend_it(
    tmp_path: Path, layer: str
) -> None:
    over = "extends: ./a.yaml\noffice: {name: BPS Kabupaten A}\n"
    put(tmp_path, a_yaml=layer, b_yaml=over, c_yaml=OFFICE)
    assert found(tmp_path) == ["b.yaml", "c.yaml"]
    (tmp_path / "b.yaml").write_text(over, encoding="utf-16")
    assert contents_of(tmp_path) == ((tmp_path / "b.yaml", tmp_path / "c.yaml"), (), ())


@pytest.mark.parametrize("slip", ["ofice: {name: BPS}\nservices: []\n", "extends: bps/2020\n"])
def test_a_file_without_an_office_that_nothing_extends_is_an_office_without_a_name(
    tmp_path: Path, slip: str
) -> None:
    put(tmp_path, a_yaml=OFFICE, b_yaml=OFFICE, c_yaml=slip, d_yaml="hello: world\n")
    put(tmp_path, e_yaml="format: pst-sale/1\n", f_yaml="format: pst-baseline/1\n")
    held = contents_of(tmp_path)
    assert [one.name for one in held.definitions] == ["a.yaml", "b.yaml", "c.yaml"]
    assert (held.nameless, held.others) == ((tmp_path / "c.yaml",), (tmp_path / "d.yaml",))
    assert told(held) == [("c.yaml", "DEF-013.nameless", Severity.ERROR, None)]


def test_a_copy_of_a_file_is_an_office_twice(tmp_path: Path) -> None:
    same = "lang: id\noffice: {code: 3301, name: BPS Kabupaten A}"
    put(tmp_path, a_yaml=same, b_yaml=same)
    for _ in range(2):
        held = contents_of(tmp_path)
        assert told(held) == [
            ("a.yaml", "DEF-014.office", Severity.ERROR, 2),
            ("b.yaml", "DEF-014.office", Severity.ERROR, 2),
        ]
        put(tmp_path, c_yaml=OFFICE)
    assert len(held.definitions) == 3
    (one,) = faults_in(held)[tmp_path / "a.yaml"]
    assert one.params == {"office": "3301", "others": (tmp_path / "b.yaml").as_posix()}


def test_the_same_code_elsewhere_is_a_warning_and_the_same_name_nothing(tmp_path: Path) -> None:
    put(tmp_path, y1__a_yaml="office: {code: 3301, name: A}", y2__a_yaml="office: {code: '3301'}")
    put(tmp_path, x__a_yaml="office: {name: A}", z__a_yaml="office: {name: A}", z__b_yaml=OFFICE)
    assert [(name, grave) for name, _, grave, _ in told(contents_of(tmp_path))] == [
        ("y1", Severity.WARNING),
        ("y2", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    ("other", "grave"),
    [
        ("BPS Kab. Teladan", Severity.WARNING),
        (
            "{id: badan pusat statistik kabupaten teladan, en: BPS Teladan Regency}",
            Severity.WARNING,
        ),
        ("", Severity.WARNING),
        ("BPS Kota Teladan", Severity.ERROR),
        ("BPS Kabupaten Lain", Severity.ERROR),
    ],
)
def test_one_code_is_not_that_of_two_offices(tmp_path: Path, other: str, grave: Severity) -> None:
    office = "office: {{code: '3301', name: {}}}"
    put(tmp_path, a__x_yaml=office.format("BPS Kabupaten Teladan"), b__x_yaml=office.format(other))
    variant = {Severity.ERROR: "other_name", Severity.WARNING: "code"}[grave]
    found = told(contents_of(tmp_path))
    assert [(one[1], one[2]) for one in found] == [(f"DEF-014.{variant}", grave)] * 2


def test_a_file_that_cannot_be_read_hides_no_copies(tmp_path: Path) -> None:
    same = "office: {code: '3301', name: A}"
    put(tmp_path, a_yaml=same, b_yaml=same, c_yaml="office: [")
    assert found(tmp_path) == ["a.yaml", "b.yaml", "c.yaml"]
    assert [name for name, *_ in told(contents_of(tmp_path))] == ["a.yaml", "b.yaml"]


def test_offices_of_one_folder_without_a_code_are_told_apart_by_name(tmp_path: Path) -> None:
    put(tmp_path, a_yaml="office: {name: A}", b_yaml="office: {name: a}", c_yaml="office: [")
    assert [name for name, *_ in told(contents_of(tmp_path))] == ["a.yaml", "b.yaml"]


def told(held: Contents) -> list[tuple[str, str, Severity, int | None]]:
    return [
        (path.name, one.message_key, one.severity, one.location.line)
        for path, faults in faults_in(held).items()
        for one in faults
    ]


def test_a_broken_file_stands_for_itself_among_offices(tmp_path: Path) -> None:
    put(tmp_path, a_yaml="office: [", b_yaml=OFFICE, c_yaml=OFFICE)
    assert found(tmp_path) == ["a.yaml", "b.yaml", "c.yaml"]


def test_offices_are_told_apart_by_code_or_name(tmp_path: Path) -> None:
    put(tmp_path, a_yaml="office: {code: '3301'}", b_yaml="office: {code: '3302'}")
    assert found(tmp_path) == ["a.yaml", "b.yaml"]


def test_a_folder_of_records_holds_as_many_as_files(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("format: pst-sale/1\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("{", encoding="utf-8")
    assert [one.name for one in definitions_in(tmp_path)] == ["a.yaml", "b.yaml", "c.yaml"]


def test_files_that_a_folder_beside_them_extends_are_layers(tmp_path: Path) -> None:
    layer, over = "office: {address: {province: Contoh}}\n", "extends: ../provinsi.yaml\n"
    put(tmp_path, provinsi_yaml=layer, a__x_yaml=over + OFFICE[18:], b__x_yaml=over + OFFICE[18:])
    assert found(tmp_path) == ["a", "b"]
    put(tmp_path, nation__nasional_yaml=layer, nation__33__x__x_yaml="extends: ../../nasional.yaml")
    assert found(tmp_path / "nation") == ["33/x"]


def test_a_layer_that_names_its_own_office_is_one_too(tmp_path: Path) -> None:
    put(tmp_path, provinsi_yaml=OFFICE, a__x_yaml="extends: ../provinsi.yaml\n")
    assert found(tmp_path) == ["provinsi.yaml", "a"]


def test_a_folder_of_records_below_a_definition_is_no_other(tmp_path: Path) -> None:
    put(tmp_path, kantor_yaml=OFFICE, events__x_yaml="format: pst-events/1\n")
    assert found(tmp_path) == ["."]


@pytest.mark.parametrize(
    "key", ["office", "'office'", '"office"', '"offic\\x65"', "? office\n", "&a office "]
)
def test_an_office_is_seen_however_its_key_is_written(key: str, tmp_path: Path) -> None:
    put(tmp_path, a_yaml=f"{key}: {{name: Contoh}}\n", b_yaml=f"{key}: {{name: Contoh}}\n")
    assert found(tmp_path) == ["a.yaml", "b.yaml"]
    (tmp_path / "b.yaml").write_text(f"{key}: {{name: Lain}}\n", encoding="utf-16")
    assert found(tmp_path) == ["a.yaml", "b.yaml"]


def test_a_file_that_cannot_be_read_names_no_office(tmp_path: Path) -> None:
    put(tmp_path, a_yaml=OFFICE)
    assert naming_offices([tmp_path / "a.yaml", tmp_path / "gone.yaml"]) == []


@pytest.mark.parametrize(
    ("other", "is_part"),
    [
        ("survey: {instrument: skm}\n", True),
        ("lang: id\nsurvey: {instrument: skm}\n", True),
        ("office: {name: Kantor lain}\n", False),
        ("service: consultation\ntriggers: [late]\n", False),
        ("format: pst-service-event/1\n", False),
        ("survey: [\n", False),
        ("extends: ./kantor.yaml\nsurvey: {instrument: skm}\n", False),
    ],
)
def test_a_file_is_a_part_where_the_others_are_surely_parts_too(
    other: str, is_part: bool, tmp_path: Path
) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text("lang: id\noffice: {name: BPS}\n", encoding="utf-8")
    assert folder_of_part(file) is None
    (tmp_path / "lain.yaml").write_text(other, encoding="utf-8")
    assert folder_of_part(file) == (tmp_path if is_part else None)
    assert folder_of_part(tmp_path) is None


def test_a_link_back_to_a_folder_around_it_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, a__one__kantor_yaml=OFFICE, a__two__kantor_yaml=OFFICE)
    (tmp_path / "a" / "again").symlink_to("..", target_is_directory=True)
    (tmp_path / "a" / "itself").symlink_to("itself", target_is_directory=True)
    (tmp_path / "a" / "elsewhere").symlink_to("two", target_is_directory=True)
    assert found(tmp_path) == ["a/elsewhere", "a/one", "a/two"]
