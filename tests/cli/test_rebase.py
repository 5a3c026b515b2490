"""Offices over a new base: ``pst rebase`` and ``pst outdated``."""

from __future__ import annotations

import codecs
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]
MANIFEST = 'id = "own/{year}"\nversion = "{version}"\nreleased = {year}-01-02\n'
BASE = """\
lang: id
standards:
  - id: s
    source: Peraturan {year}
    title: Standar {year}
    fee: {{kind: free}}
    time_limit: {{limits: [{{id: m, value: {limit}, unit: day}}]}}
"""
OFFICE = """\
# Kantor contoh
extends: own/2020  # dasar
office: {code: "3322", name:  BPS Contoh}
standards:
  - id: s
    title: Standar 2020
    fee: {kind: free}  # tetap
    time_limit:
      limits:
        - {id: m, value: 9}   # milik kantor
"""


def base(folder: Path, year: int, limit: int, version: str = "1") -> Path:
    folder.mkdir(parents=True)
    manifest = MANIFEST.format(year=year, version=version)
    (folder / "base.toml").write_text(manifest, encoding="utf-8")
    (folder / "standards.yaml").write_text(BASE.format(year=year, limit=limit), encoding="utf-8")
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return base(tmp_path / "lama", 2020, 3)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return base(tmp_path / "baru", 2027, 2)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    file = tmp_path / "kantor" / "kantor.yaml"
    file.parent.mkdir()
    file.write_bytes(OFFICE.encode())
    return file


def test_copies_go_and_what_neither_side_changed_stays_to_the_byte(
    pst: Pst, office: Path, old: Path, new: Path
) -> None:
    ended = pst("rebase", office, "--onto", new, "--base", old)
    assert (ended.code, ended.err) == (1, "")
    wanted = OFFICE.replace("own/2020", "own/2027").replace("    title: Standar 2020\n", "")
    assert office.read_bytes().decode() == wanted
    shown = json.loads(pst("show", office, "--base", new).out)
    (standard,) = shown["standards"]
    assert standard["title"] == "Standar 2027"
    assert standard["time_limit"]["limits"] == [
        {"id": "m", "value": 9, "unit": "day", "marks": {"value": {}}}
    ]


def test_a_conflict_shows_all_values_with_their_places_and_sources(
    pst: Pst, office: Path, old: Path, new: Path
) -> None:
    ended = pst("rebase", office, "--onto", new, "--base", old, "--dry-run", "--format", "json")
    told = json.loads(ended.out)
    (one,) = told["offices"]
    (conflict,) = one["conflicts"]
    assert conflict["path"] == "/standards/s/time_limit/limits/m/value"
    sides = [
        (conflict[name]["value"], conflict[name]["line"], conflict[name]["source"])
        for name in ("local", "old", "new")
    ]
    assert sides == [(9, 10, None), (3, 7, "Peraturan 2020"), (2, 7, "Peraturan 2027")]
    assert [found["path"] for found in one["taken"]] == ["/standards/s/title"]
    assert one["base_changes"] == ["/standards/s/title", *[conflict["path"]]]
    assert office.read_bytes() == OFFICE.encode()


def test_the_conflict_is_told_in_words(pst: Pst, office: Path, old: Path, new: Path) -> None:
    out = pst("rebase", office, "--onto", new, "--base", old, "--dry-run").out
    assert "benturan: /standards/s/time_limit/limits/m/value" in out
    assert "/standards/s/title: Standar 2020 → Standar 2027 (" in out
    assert "kantor: 9 (" in out
    assert "; Peraturan 2020)" in out
    assert "; Peraturan 2027)" in out
    assert "akan berubah" in out


def test_twice_is_once(pst: Pst, office: Path, old: Path, new: Path) -> None:
    pst("rebase", office, "--onto", new, "--base", old)
    once = office.read_bytes()
    ended = pst("rebase", office, "--onto", new, "--base", old)
    assert (ended.code, office.read_bytes()) == (0, once)


def test_onto_its_own_base_no_file_changes(pst: Pst, office: Path, old: Path) -> None:
    ended = pst("rebase", office, "--onto", "own/2020", "--base", old, "--format", "json")
    assert (ended.code, json.loads(ended.out)["files"]) == (0, [])
    assert office.read_bytes() == OFFICE.encode()


def test_a_new_version_of_one_base_turns_the_pins(pst: Pst, office: Path, tmp_path: Path) -> None:
    first, second = base(tmp_path / "a", 2020, 3), base(tmp_path / "b", 2020, 4, version="2")
    pinned = OFFICE.replace("own/2020  # dasar", "{name: own/2020, version: '1'}")
    office.write_text(pinned, encoding="utf-8")
    assert (
        pst("rebase", office, "--onto", second, "--base", second).code == 2
    )  # the old one is gone
    assert office.read_text(encoding="utf-8") == pinned
    assert pst("rebase", office, "--onto", second, "--base", first).code == 1
    assert 'extends: {name: own/2020, version: "2"}\n' in office.read_text(encoding="utf-8")
    assert pst("rebase", office, "--onto", second, "--base", first).code == 0


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")]
)
def test_encoding_and_line_ends_stay(
    pst: Pst, office: Path, old: Path, new: Path, mark: bytes, encoding: str
) -> None:
    office.write_bytes(mark + OFFICE.replace("\n", "\r\n").encode(encoding))
    assert pst("rebase", office, "--onto", new, "--base", old).code == 1
    wanted = OFFICE.replace("own/2020", "own/2027").replace("    title: Standar 2020\n", "")
    assert office.read_bytes() == mark + wanted.replace("\n", "\r\n").encode(encoding)


def test_a_base_with_a_wrong_checksum_is_named_and_nothing_is_written(
    pst: Pst, office: Path, old: Path, new: Path
) -> None:
    with (new / "base.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(f'sha256 = "{"0" * 64}"\n')
    ended = pst("rebase", office, "--onto", new, "--base", old)
    assert ended.code == 2
    assert "DEF-021" in ended.err
    assert office.read_bytes() == OFFICE.encode()


def test_a_layer_that_several_offices_share_moves_with_them_or_not_at_all(
    pst: Pst, tmp_path: Path, old: Path, new: Path
) -> None:
    folder = tmp_path / "semua"
    for code in ("3322", "3323"):
        (folder / code).mkdir(parents=True)
        text = f"extends: ../provinsi.yaml\noffice: {{code: '{code}', name: Kantor {code}}}\n"
        text += "standards: [{id: s, title: Standar 2020, fee: {text: Gratis}}]\n"
        (folder / code / "kantor.yaml").write_text(text, encoding="utf-8")
    province = folder / "provinsi.yaml"
    province.write_text(OFFICE, encoding="utf-8")
    alone = pst("rebase", folder / "3322", "--onto", new, "--base", old)
    assert alone.code == 2
    assert "provinsi.yaml" in alone.err
    assert province.read_text(encoding="utf-8") == OFFICE
    late = pst("outdated", folder, "--onto", new, "--base", old, "--format", "json")
    assert [row["outdated"] for row in json.loads(late.out)["offices"]] == [True, True, True]
    assert pst("rebase", folder, "--onto", new, "--base", old).code == 1
    assert province.read_text(encoding="utf-8").splitlines()[1] == "extends: own/2027  # dasar"
    shown = json.loads(pst("show", folder / "3322", "--base", new).out)
    assert [one["title"] for one in shown["standards"]] == ["Standar 2027"]
    assert pst("outdated", folder, "--onto", new, "--base", old).code == 0


def test_who_lags_is_listed_with_the_fields(pst: Pst, office: Path, old: Path, new: Path) -> None:
    ended = pst("outdated", office, "--base", old, "--base", new)
    assert ended.code == 1
    assert "tertinggal pada own/2020 1" in ended.out
    assert "\n  /standards/s/title\n" in ended.out
    assert "akan berbenturan dengan isi kantor: /standards/s/time_limit/limits/m/value" in ended.out
    assert "mutakhir" in pst("outdated", office, "--base", old, "--onto", "own/2020").out


@pytest.mark.parametrize("command", ["rebase", "outdated"])
def test_what_cannot_be_done_is_told(
    pst: Pst, tmp_path: Path, office: Path, old: Path, command: str
) -> None:
    both = tmp_path / "dua"
    base(both / "x", 2026, 1)
    base(both / "y", 2027, 1)
    office.write_text("lang: id\n", encoding="utf-8")
    for onto in (both, "none/1", tmp_path / "none", old):
        ended = pst(command, office, "--onto", onto, "--lang", "en")
        assert ended.code == 2
        assert "Traceback" not in ended.err
        assert ended.err


def test_an_office_whose_base_is_not_at_hand_lags_in_fields_that_nobody_knows(
    pst: Pst, office: Path, old: Path, new: Path
) -> None:
    pinned = OFFICE.replace("own/2020  # dasar", "{name: own/2020, version: '0.9'}")
    office.write_text(pinned, encoding="utf-8")
    ended = pst("outdated", office, "--base", old, "--onto", new, "--format", "json")
    (row,) = json.loads(ended.out)["offices"]
    assert (ended.code, row["base"], row["fields"]) == (
        1,
        {"id": "own/2020", "version": "0.9"},
        None,
    )
    assert "--base" in pst("outdated", office, "--base", old, "--onto", new).out


def test_a_copy_that_an_alias_shares_keeps_every_file_from_being_written(
    pst: Pst, office: Path, old: Path, new: Path
) -> None:
    shared = (
        OFFICE.replace("title: Standar 2020", "title: &t Standar 2020") + "survey: {text: *t}\n"
    )
    office.write_text(shared, encoding="utf-8")
    ended = pst("rebase", office, "--onto", new, "--base", old)
    assert ended.code == 2
    assert "DEF-012" in ended.err
    assert office.read_text(encoding="utf-8") == shared


def test_beside_offices_a_definition_without_a_base_is_passed_over(
    pst: Pst, office: Path, old: Path, new: Path
) -> None:
    (office.parent / "dua").mkdir()
    office.rename(office.parent / "dua" / "kantor.yaml")
    (office.parent / "tiga").mkdir()
    (office.parent / "tiga" / "x.yaml").write_text("lang: id\n", encoding="utf-8")
    for command in ("outdated", "rebase"):
        ended = pst(command, office.parent, "--onto", new, "--base", old)
        assert ended.code == 1
        assert "tidak mempunyai extends" in ended.err
    assert "own/2027" in (office.parent / "dua" / "kantor.yaml").read_text(encoding="utf-8")
    told = pst("outdated", office.parent, "--onto", new, "--base", old, "--format", "json")
    (failed,) = json.loads(told.out)["failed"]
    assert failed["path"].endswith("tiga")
    assert "tidak mempunyai extends" in failed["reasons"][0]
    alone = pst("outdated", office.parent / "tiga", "--onto", new, "--base", old)
    assert alone.code == 2


def test_other_records_beside_offices_are_no_definitions(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    for name in ("events", "complaints", "recaps", "kabupaten-semarang"):
        shutil.copytree(examples / name, tmp_path / "all" / name)
    shutil.copy(examples / "provinsi-jawa-tengah.yaml", tmp_path / "all")
    (tmp_path / "all" / "daftar.json").write_bytes(b"[]")
    for command in (("outdated",), ("rebase", "--onto", "bps/2020", "--dry-run")):
        ended = pst(*command, tmp_path / "all")
        assert (ended.code, ended.err) == (0, "")
    alone = pst("outdated", examples / "events")
    assert (alone.code, alone.out) == (2, "")
    assert "di sini tidak ada definisi" in alone.err
    (tmp_path / "all" / "recaps" / "a.yaml").write_bytes(b"extends: bps/2020\noffice: [")
    assert pst("outdated", tmp_path / "all").code == 2


@pytest.mark.parametrize("written", [0, 1])
def test_what_was_cut_short_is_finished_by_another_run(
    pst: Pst, office: Path, old: Path, new: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    from pst_standards.definitions import writing

    named, rest = OFFICE.split("standards:\n")
    office.with_name("a.yaml").write_text(named, encoding="utf-8")
    office.with_name("b.yaml").write_text("standards:\n" + rest, encoding="utf-8")
    office.unlink()
    left = written
    real = writing.write_atomically

    def cut(path: Path, data: bytes) -> None:
        nonlocal left
        if not left:
            raise KeyboardInterrupt
        left -= 1
        real(path, data)

    monkeypatch.setattr(writing, "write_atomically", cut)
    ended = pst("rebase", office.parent, "--onto", new, "--base", old)
    assert "benturan: /standards/s/time_limit/limits/m/value" in ended.out
    assert ended.out.count("Berkas ditulis") == written
    monkeypatch.undo()
    assert pst("rebase", office.parent, "--onto", new, "--base", old).code == 1
    assert "own/2027" in office.with_name("a.yaml").read_text(encoding="utf-8")
    assert "Standar 2020" not in office.with_name("b.yaml").read_text(encoding="utf-8")


def test_of_two_versions_of_one_name_the_later_is_the_new_one(
    pst: Pst, office: Path, tmp_path: Path
) -> None:
    first = base(tmp_path / "a", 2020, 3, version="1.9")
    second = base(tmp_path / "b", 2020, 4, version="1.10")
    for pin in ("own/2020", "{name: own/2020, version: '1.9'}"):
        office.write_text(OFFICE.replace("own/2020 ", f"{pin} "), encoding="utf-8")
        known = ("--base", first, "--base", second)
        ended = pst("outdated", office, "--onto", "own/2020", *known, "--format", "json")
        told = json.loads(ended.out)
        assert told["onto"] == {"id": "own/2020", "version": "1.10"}
        assert told["offices"][0]["base"] == {"id": "own/2020", "version": "1.9"}


def test_definitions_that_ask_for_two_versions_of_one_base_are_compared(
    pst: Pst, office: Path, tmp_path: Path
) -> None:
    other = office.with_name("kini.yaml")
    for file, pin in ((office, "1"), (other, "2")):
        pinned = f"extends: {{name: own/2020, version: '{pin}'}}\nlang: id\n"
        file.write_text(pinned, encoding="utf-8")
    known = (base(tmp_path / pin, 2020, int(pin), version=pin) for pin in "12")
    ended = pst("diff", office, other, *(part for one in known for part in ("--base", one)))
    assert (ended.code, "- 1 hari\n    + 2 hari" in ended.out) == (0, True)


def test_a_long_value_is_cut_in_words_and_whole_in_data(
    pst: Pst, office: Path, old: Path, new: Path
) -> None:
    text = "panjang " * 99
    office.write_text(OFFICE.replace("Standar 2020", text), encoding="utf-8")
    ended = pst("rebase", office, "--onto", new, "--base", old, "--dry-run")
    assert max(map(len, ended.out.splitlines())) < 400
    assert " \N{HORIZONTAL ELLIPSIS} (" in ended.out
    told = pst("rebase", office, "--onto", new, "--base", old, "--dry-run", "--format", "json")
    conflicts = json.loads(told.out)["offices"][0]["conflicts"]
    assert text.strip() in [one["local"]["value"] for one in conflicts]


def test_an_id_that_stands_for_another_thing_in_the_new_base_is_told(
    pst: Pst, office: Path, old: Path, new: Path
) -> None:
    for folder, service in ((old, "a"), (new, "b")):
        file = folder / "standards.yaml"
        text = file.read_text(encoding="utf-8").replace(
            "  - id: s\n", f"  - id: s\n    service: {service}\n"
        )
        file.write_text(f"services: [{{id: {service}}}]\n{text}", encoding="utf-8")
    for command in ("outdated", "rebase"):
        ended = pst(command, office, "--onto", new, "--base", old)
        assert "/standards/s: pengenal ini tampaknya" in ended.out
        office.write_bytes(OFFICE.encode())
        told = json.loads(
            pst(command, office, "--onto", new, "--base", old, "--format", "json").out
        )
        assert told["offices"][0]["reused_ids"] == ["/standards/s"]


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_nothing_is_written_while_an_id_of_the_new_base_stands_for_another_thing(
    pst: Pst, office: Path, old: Path, new: Path, how: tuple[str, ...]
) -> None:
    for folder, name in ((old, "Perpustakaan"), (new, "Penjualan Data Mikro")):
        with (folder / "standards.yaml").open("a", encoding="utf-8") as file:
            file.write(f"services: [{{id: a, name: {name}}}]\n")
    office.write_text("extends: own/2020\nlang: id\n", encoding="utf-8")
    call = ("rebase", office, "--onto", new, "--base", old, *how)
    ended = pst(*call)
    assert (ended.code, "lain: /services/a." in ended.err) == (1, True)
    assert "kantor.yaml\n" not in ended.out
    assert json.loads(pst(*call, "--format", "json").out)["files"] == []
    assert office.read_text(encoding="utf-8") == "extends: own/2020\nlang: id\n"
    settled = pst(*call, "--same-id", "services/a")
    assert (settled.code, "kantor.yaml\n" in settled.out) == (0, True)
    moved = "own/2027" in office.read_text(encoding="utf-8")
    assert moved is not bool(how)


def test_how_many_offices_lag_is_summed_up(pst: Pst, office: Path, old: Path, new: Path) -> None:
    (office.parent / "dua").mkdir()
    (office.parent / "dua" / "x.yaml").write_bytes(OFFICE.replace("2020", "2027").encode())
    (office.parent / "satu").mkdir()
    office.rename(office.parent / "satu" / "x.yaml")
    ended = pst("outdated", office.parent, "--onto", new, "--base", old)
    assert ended.out.endswith("\n1 dari 2 kantor tertinggal.\n")


@pytest.mark.parametrize("command", ["rebase", "outdated"])
def test_one_file_of_a_folder_does_not_move_without_the_others(
    pst: Pst, office: Path, old: Path, new: Path, command: str
) -> None:
    rest = office.with_name("standar.yaml")
    rest.write_text("services: [{id: a, name: Perpustakaan}]\n", encoding="utf-8")
    ended = pst(command, office, "--onto", new, "--base", old)
    assert ended.code == 2
    assert "sebut foldernya" in ended.err
    assert office.read_bytes() == OFFICE.encode()
    for text in (
        "extends: own/2020\n",
        "office: {name: B}\n",
        "format: pst-service-event/1\n",
        "{x: 1}",
        "",
    ):
        rest.write_text(text, encoding="utf-8")
        assert pst(command, office, "--onto", new, "--base", old).code != 2, text


def test_a_base_that_rests_on_another_brings_what_changed_in_both(
    pst: Pst, office: Path, old: Path, new: Path, tmp_path: Path
) -> None:
    lower = tmp_path / "nasional"
    lower.mkdir()
    manifest = 'id = "nasional/1"\nversion = "1"\nreleased = 2019-01-02\n'
    (lower / "base.toml").write_text(manifest, encoding="utf-8")
    (lower / "office.yaml").write_text("office: {motto: Melayani}\n", encoding="utf-8")
    (new / "office.yaml").write_text("extends: nasional/1\n", encoding="utf-8")
    office.write_text(OFFICE.replace("{code", "{motto: Cepat, code"), encoding="utf-8")
    ended = pst("rebase", office, "--onto", new, "--base", old, "--base", lower)
    assert "benturan: /office/motto\n" in ended.out
    assert "dasar baru: Melayani (nasional/1/office.yaml:1:17)" in ended.out
