from __future__ import annotations

import json
from pathlib import Path

import pytest

from pst_standards.definitions import Bases
from pst_standards.documents import bulk
from pst_standards.documents.bulk import offices_in
from pst_standards.documents.bulk.digests import digest_of_file, digest_of_names, relative
from pst_standards.documents.bulk.offices import MEMORY
from pst_standards.documents.bulk.watching import WatchedAssets


def put(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        text = f'{{"office": {{"name": "{folder.name} {name}"}}}}'
        (folder / name).write_text(text, encoding="utf-8")


def names(folder: Path, out: Path | None = None) -> list[str]:
    return [office.name for office in offices_in(folder, out)]


def test_files_and_folders_give_their_names(tmp_path: Path) -> None:
    put(tmp_path / "all", "3301.yaml", "3302.json")
    put(tmp_path / "all" / "33.03", "kantor.yaml")
    assert names(tmp_path / "all") == ["3301", "3302", "33.03"]


def test_where_a_file_and_a_folder_have_one_name_the_file_keeps_its_ending(tmp_path: Path) -> None:
    put(tmp_path / "all", "Kota.yaml", "3302.yaml")
    put(tmp_path / "all" / "kota", "kantor.yaml")
    assert names(tmp_path / "all") == ["3302", "Kota.yaml", "kota"]


def test_what_was_found_is_remembered_until_a_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = tmp_path / "all", tmp_path / "out"
    put(folder, "3301.yaml", "3302.yaml")
    (folder / "provinsi.yaml").write_text("lang: id\n", encoding="utf-8")
    assert names(folder, out) == ["3301", "3302"]
    with monkeypatch.context() as patched:
        patched.setattr("pst_standards.definitions.folders.naming_offices", lambda *_: 1 / 0)
        patched.setattr("pst_standards.definitions.folders.office_of", lambda *_: 1 / 0)
        assert names(folder, out) == ["3301", "3302"]
        (folder / "3302.yaml").write_text("office: {name: lain}\n", encoding="utf-8")
        with pytest.raises(ZeroDivisionError):
            names(folder, out)
    (folder / "3302.yaml").unlink()
    put(folder, "3303.yaml")
    assert names(folder, out) == ["3301", "3303"]


@pytest.mark.parametrize(
    "told", ["", "[]", '{"format": "pst-bulk/2", "folders": {"x": 5}}', '{"format": "pst-bulk/1"}']
)
def test_a_memory_that_cannot_be_read_is_none(told: str, tmp_path: Path) -> None:
    put(tmp_path / "all", "3301.yaml", "3302.yaml")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / MEMORY).write_text(told, encoding="utf-8")
    assert names(tmp_path / "all", tmp_path / "out") == ["3301", "3302"]
    assert json.loads((tmp_path / "out" / MEMORY).read_text(encoding="utf-8"))["folders"]


def test_a_single_definition_is_itself_and_nothing_is_written(tmp_path: Path) -> None:
    put(tmp_path / "one", "kantor.yaml")
    assert [one.path for one in offices_in(tmp_path / "one", tmp_path / "out")] == [
        tmp_path / "one"
    ]
    assert not (tmp_path / "out").exists()


def test_a_checksum_of_what_cannot_be_read_is_that_of_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError

    put(tmp_path, "3301.yaml")
    assert digest_of_file(tmp_path / "3301.yaml") != ""
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert digest_of_file(tmp_path) == digest_of_file(tmp_path / "3301.yaml") == ""
    assert digest_of_names(tmp_path / "none") == ""


def test_a_name_that_the_room_has_not_is_no_name_of_it() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Offices'"):
        _ = bulk.Offices


def test_another_drive_is_told_from_its_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_drive(*_: object) -> str:
        raise ValueError

    monkeypatch.setattr("os.path.relpath", other_drive)
    assert relative(tmp_path / "x", tmp_path) == (tmp_path / "x").as_posix()


def test_bases_have_another_fingerprint_when_a_file_in_them_changes(tmp_path: Path) -> None:
    (tmp_path / "jateng").mkdir()
    (tmp_path / "jateng" / "base.toml").write_text(
        'id = "jateng/1"\nversion = "1"\nreleased = 2026-01-01\n', encoding="utf-8"
    )
    layer = tmp_path / "jateng" / "provinsi.yaml"
    layer.write_text("lang: id\n", encoding="utf-8")
    bases = Bases(folders=(tmp_path,))
    before = bases.fingerprint()
    assert before == Bases(folders=(tmp_path,)).fingerprint() != Bases().fingerprint()
    layer.write_text("lang: en\n", encoding="utf-8")
    changed = bases.fingerprint()
    layer.write_bytes(b"#" * 6_000_000)
    assert len({before, changed, bases.fingerprint()}) == 3


def test_whoever_lists_pictures_rests_on_all_of_them() -> None:
    watched = WatchedAssets({"logo.png": b"a", "denah.png": b"b"})
    assert (len(watched), watched.asked) == (2, set())
    assert "none.png" not in watched
    assert dict(watched) == {"logo.png": b"a", "denah.png": b"b"}
    assert watched.asked == {"logo.png", "denah.png", "none.png"}
