from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]
DEFINITION = "format: pst-definition/1\noffice: {name: Kantor Contoh, website: kantor.example}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kantor.yaml"
    path.write_text(DEFINITION, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("form", "begin"),
    [("cpsv-ttl", "@prefix"), ("cpsv-jsonld", "{"), ("schema-org", "{")],
)
def test_a_file_and_its_report_are_written(
    pst: Pst, file: Path, tmp_path: Path, form: str, begin: str
) -> None:
    out, report = tmp_path / "hasil", tmp_path / "laporan.json"
    ended = pst("export", file, "--format", form, "--out", out, "--report", report)
    assert (ended.code, ended.err) == (0, "")
    assert out.read_text(encoding="utf-8").startswith(begin)
    pointers = {line["pointer"] for line in json.loads(report.read_bytes())["losses"]}
    assert "/office/website" in pointers
    assert "/office/website: " in ended.out


def test_without_a_file_the_data_stands_alone_on_standard_output(pst: Pst, file: Path) -> None:
    ended = pst("export", file, "--format", "schema-org", "--lang", "en")
    assert ended.code == 0
    assert json.loads(ended.out)["@graph"][0]["name"] == "Kantor Contoh"
    assert "/office/website" in ended.err


@pytest.mark.parametrize("given", ["kantor", "https://kantor.example", "javascript:alert(1)/"])
def test_an_address_that_names_cannot_begin_with_is_refused(
    pst: Pst, file: Path, given: str
) -> None:
    ended = pst("export", file, "--format", "cpsv-ttl", "--address", given)
    assert ended.code == 2
    assert given in ended.err


def test_a_definition_of_wrong_shape_is_not_exported(pst: Pst, file: Path) -> None:
    file.write_text("format: pst-definition/1\noffice: 3\n", encoding="utf-8")
    ended = pst("export", file, "--format", "cpsv-ttl")
    assert (ended.code, ended.out) == (1, "")
    assert "office" in ended.err


def test_a_definition_that_loses_nothing_says_so(pst: Pst, file: Path) -> None:
    file.write_text(
        "format: pst-definition/1\noffice: {name: A, address: {city: Kota Contoh}}\n",
        encoding="utf-8",
    )
    ended = pst("export", file, "--format", "cpsv-ttl", "--lang", "en")
    assert ended.err == "All of the definition was carried.\n"


def test_no_file_that_was_read_or_written_is_overwritten(
    pst: Pst, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "dasar.yaml").write_text(DEFINITION, encoding="utf-8")
    file.write_text(f"{DEFINITION}extends: dasar.yaml\n", encoding="utf-8")
    wish = ("export", file, "--format", "cpsv-ttl", "--out")
    for place in (file, tmp_path / "dasar.yaml"):
        ended = pst(*wish, place)
        assert (ended.code, "--out" in ended.err) == (2, True)
    twice = pst(*wish, tmp_path / "a.ttl", "--report", tmp_path / "b" / ".." / "a.ttl")
    assert (twice.code, "--report" in twice.err) == (2, True)
    folder = tmp_path / "kantor"
    folder.mkdir()
    (folder / "kantor.yaml").write_text(DEFINITION, encoding="utf-8")
    inside = pst("export", folder, "--format", "schema-org", "--out", folder / "data.yaml")
    assert inside.code == 2
    assert [one.name for one in folder.iterdir()] == ["kantor.yaml"]
    assert file.read_text(encoding="utf-8").endswith("extends: dasar.yaml\n")
    assert not (tmp_path / "a.ttl").exists()


def test_of_many_losses_the_most_frequent_are_told_and_where_the_others_are(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    given = ("export", examples / "kabupaten-semarang", "--format", "cpsv-ttl", "--lang", "en")
    out, report = tmp_path / "a.ttl", tmp_path / "a.json"
    lines = pst(*given, "--out", out).out.splitlines()
    assert lines[-1].endswith("more lines; --report FILE writes all of them.")
    assert len(lines) < 20
    told = pst(*given, "--out", out, "--report", report).out
    assert "a.json" in told.splitlines()[-1]
    losses = json.loads(report.read_bytes())["losses"]
    for fate, words in (("lost", "are not in the export"), ("own", "are there, in terms of pst:")):
        count = sum(one["fate"] == fate for one in losses)
        assert f"  {count} {words}" in told
