"""``pst rebase``: an office over a new base, with every conflict named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.rebase.bases_and_offices import OFFICE, Pst


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
