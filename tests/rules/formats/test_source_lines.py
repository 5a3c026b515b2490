from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pst_standards.definitions import Bases
from pst_standards.findings import Location
from pst_standards.rules.formats import file_source
from pst_standards.rules.formats.source_lines import pointed_at

PLACE = Location("kantor.yaml", 2, 6)


def shown(place: Location, lines: list[str] | None) -> list[str]:
    return list(pointed_at(place, lambda _: lines, 40))


def test_the_line_and_its_caret_are_shown() -> None:
    assert shown(PLACE, ["lang: id", "fee: gratis"]) == ["2 │ fee: gratis", "  │      ^"]


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        (PLACE, None),
        (PLACE, []),
        (PLACE, ["lang: id"]),
        (PLACE._replace(line=None), ["a", "b"]),
        (PLACE._replace(column=None), ["a", "b"]),
        (Location(), ["a", "b"]),
    ],
)
def test_what_is_not_known_is_not_shown(place: Location, lines: list[str] | None) -> None:
    assert shown(place, lines) == []


def test_nothing_is_read_where_line_or_column_is_missing() -> None:
    asked: list[Location] = []

    def source(place: Location) -> list[str]:
        asked.append(place)
        return ["satu", "dua"]

    for place in (PLACE._replace(line=None), PLACE._replace(column=None), Location()):
        assert list(pointed_at(place, source, 40)) == []
    assert asked == []
    assert list(pointed_at(PLACE, source, 40))
    assert asked == [PLACE]


def test_line_and_number_fit_the_columns() -> None:
    lines = list(pointed_at(Location("a.yaml", 12, 50), lambda _: ["x" * 99] * 12, 40))
    assert (len(lines[0]), lines[0][:6], lines[0][-1]) == (40, "12 │ …", "…")
    assert lines[1].endswith(" ^")


def source_of(
    place: Location, *inputs: str, bases: Bases | None = None, **texts: bytes
) -> list[str] | None:
    lines = file_source(inputs, bases or Bases(), texts)(place)
    return None if lines is None else list(lines)


def test_a_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_bytes("\ufeffsatu\r\ndua\rtiga".encode())
    place = Location(file.as_posix(), 2, 1)
    assert source_of(place, file.as_posix()) == ["satu", "dua", "tiga"]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text("satu\n", encoding="utf-8")
    source = file_source([file.as_posix()], Bases())
    first = source(Location(file.as_posix(), 1, 1))
    file.unlink()
    assert source(Location(file.as_posix(), 1, 3)) is first


def test_only_what_the_report_was_made_of_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "rahasia.txt"
    file.write_text("rahasia", encoding="utf-8")
    assert source_of(Location(file.as_posix(), 1, 1), "kantor.yaml") is None
    assert source_of(Location(None, 1, 1), "kantor.yaml") is None


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"caf\xe9 au lait"])
def test_a_file_that_is_gone_or_no_text_gives_nothing(
    tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "kantor.yaml"
    if content is not None:
        file.write_bytes(content)
    assert source_of(Location(file.as_posix(), 1, 1), file.as_posix()) is None


def test_a_folder_and_an_impossible_name_give_nothing(tmp_path: Path) -> None:
    for name in (tmp_path.as_posix(), "a\0b"):
        assert source_of(Location(name, 1, 1), name) is None


def test_what_came_from_elsewhere_is_passed_in() -> None:
    source = file_source(["-"], Bases(), {"-": b"satu\ndua"})
    assert source(Location("-", 1, 1)) == ["satu", "dua"]


def test_a_base_names_its_files_by_its_own_id(tmp_path: Path) -> None:
    place = Location("bps/2020/standards.yaml", 1, 1, "bps/2020")
    lines = source_of(place, "bps/2020/standards.yaml")
    assert lines is not None
    assert len(lines) > 100
    folder = tmp_path / "dasar.zip"
    with zipfile.ZipFile(folder, "w") as archive:
        archive.writestr("base.toml", 'id = "uji/1"\nversion = "1"\nreleased = 2026-01-05\n')
        archive.writestr("office.yaml", "office: {motto: Uji}\n")
    place = Location("uji/1/office.yaml", 1, 1, "uji/1")
    bases = Bases(folders=(folder,))
    assert source_of(place, "uji/1/office.yaml", bases=bases) == ["office: {motto: Uji}", ""]


def test_a_file_outside_a_base_goes_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text("satu\n", encoding="utf-8")
    for layer in ("bps/2020", "office", None):
        place = Location(file.as_posix(), 1, 1, layer)
        assert source_of(place, file.as_posix()) == ["satu", ""]
