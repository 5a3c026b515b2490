from __future__ import annotations

import os
import sys
import zipfile
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from pst_standards.definitions import Bases, DefinitionError, load, loads, read_data, read_path
from pst_standards.definitions import base_finder as finder
from pst_standards.definitions.wording import word
from pst_standards.findings import Finding

GOOD = 'id = "own/1"\nversion = "1.0"\nreleased = 2026-01-02\n'
OWN = {"extends": "own/1"}
posix = pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")


def base_in(
    folder: Path, manifest: str | bytes = GOOD, text: str = "office: {motto: Satu}\n"
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    content = manifest.encode() if isinstance(manifest, str) else manifest
    (folder / "base.toml").write_bytes(content)
    (folder / "office.yaml").write_text(text, encoding="utf-8")
    return folder


def zip_in(folder: Path, content: bytes = b"office: {motto: Satu}\n") -> Path:
    place = folder / "base.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("own-1/base.toml", GOOD)
        archive.writestr("own-1/office.yaml", content)
    return place


def only(findings: tuple[Finding, ...]) -> Finding:
    (found,) = findings
    assert all(all(word(found, lang)) for lang in ("id", "en"))
    return found


def broken(bases: Bases) -> str:
    found = only(read_data(OWN, bases=bases).findings)
    assert (found.rule, found.variant, found.pointer) == ("DEF-021", "broken_base", ("extends",))
    with pytest.raises(DefinitionError):
        loads(OWN, bases=bases)
    return str(found.params["reason"])


def refusal(path: Path, bases: Bases | None = None) -> Finding:
    with pytest.raises(DefinitionError) as caught:
        read_path(path, bases=bases)
    return only(caught.value.findings)


@pytest.mark.parametrize(
    ("manifest", "reason"),
    [
        ("id = ", "broken_manifest"),
        (b'id = "\xff"', "broken_manifest"),
        ("x = " + "[" * 100_000, "broken_manifest"),
        (GOOD + "#" * 5_000_001, "broken_size"),
        (GOOD.replace('"own/1"', "5"), "broken_facts"),
        (GOOD.replace("id", "it"), "broken_facts"),
        (GOOD.replace("version", "edition"), "broken_facts"),
        (GOOD.replace("2026-01-02", '"soon"'), "broken_facts"),
        (GOOD.replace("released", "day"), "broken_facts"),
        (GOOD + 'locked = "office"', "broken_facts"),
        (GOOD + 'locked = ["office/name"]', "broken_facts"),
        (GOOD + "locked = [1]", "broken_facts"),
        (GOOD + "sha256 = 1", "broken_facts"),
    ],
)
def test_a_broken_manifest_is_a_finding(manifest: str | bytes, reason: str, tmp_path: Path) -> None:
    base_in(tmp_path / "b", manifest)

    assert broken(Bases(folders=(tmp_path,))) == reason
    assert broken(Bases(folders=(tmp_path / "b",))) == reason


def test_a_broken_base_is_not_told_when_the_one_named_is_found(tmp_path: Path) -> None:
    base_in(tmp_path / "a", "id = ")
    base_in(tmp_path / "b")

    assert read_data(OWN, bases=Bases(folders=(tmp_path,))).findings == ()


def test_a_zip_that_is_none_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "base.zip").write_bytes(b"not a zip")

    assert broken(Bases(folders=(tmp_path / "base.zip",))) == "broken_zip"


def test_a_zip_with_damaged_content_is_a_finding(tmp_path: Path) -> None:
    place = zip_in(tmp_path, os.urandom(2000))
    raw = bytearray(place.read_bytes())
    at = raw.index(b"own-1/office.yaml")
    raw[at + 1000] ^= 0xFF
    place.write_bytes(raw)

    assert broken(Bases(folders=(place,))) == "broken_zip"


def test_a_zip_that_swells_is_a_finding(tmp_path: Path) -> None:
    assert broken(Bases(folders=(zip_in(tmp_path, b"#" * 50_000_000),))) == "broken_size"


def test_a_base_of_too_many_files_is_a_finding(tmp_path: Path) -> None:
    base = base_in(tmp_path / "b")
    for number in range(250):
        (base / f"f{number}.yaml").write_text(f"k{number}: 1\n", encoding="utf-8")

    assert broken(Bases(folders=(base,))) == "broken_size"


def _raise() -> None:
    raise SystemExit


@pytest.mark.parametrize("offer", [_raise, None, lambda: "no folder", lambda: Path("gone"), 5])
def test_an_entry_point_that_gives_no_folder_is_a_finding(
    offer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load_it(_: EntryPoint) -> Any:
        if offer is None:
            raise ImportError
        return offer

    entry = EntryPoint(name="own", value="x", group=finder.ENTRY_POINTS)
    monkeypatch.setattr(EntryPoint, "load", load_it)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [entry])

    assert broken(Bases(entry_points=True)) == "broken_entry"
    assert read_data({"extends": "bps/2020"}, bases=Bases(entry_points=True)).sound


def test_places_may_be_written_as_text(tmp_path: Path) -> None:
    base_in(tmp_path / "b")

    for bases in (Bases(folders=(str(tmp_path),)), Bases(folders=str(tmp_path))):
        assert loads(OWN, bases=bases).office is not None
    assert Bases(root=str(tmp_path)).root == tmp_path


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_changed_base_is_read_anew(form: str, tmp_path: Path) -> None:
    for motto in ("Satu", "Dua"):
        text = f"office: {{motto: {motto}}}\n"
        place = base_in(tmp_path / "b", text=text)
        if form == "zip":
            place = zip_in(tmp_path, text.encode())
        office = loads(OWN, bases=Bases(folders=(place,))).office
        assert office is not None
        assert str(office.motto) == motto


LOCKED = 'locked = ["/office/integrated_service/form", "/services/*/name"]\n'
FORM = "office: {integrated_service: {form: one_door}}\nservices: [{id: library, name: Pustaka}]\n"


@pytest.mark.parametrize(
    ("upper", "line"),
    [
        ("office: {integrated_service: null}", 2),
        ("office:\n  integrated_service: {form: null}", 3),
        ("office: null", 2),
        ("services: null", 2),
        ("services:\n- {id: library, name: Lain}", 3),
    ],
)
def test_taking_away_what_holds_a_locked_value_is_found_there(
    upper: str, line: int, tmp_path: Path
) -> None:
    base_in(tmp_path / "b", GOOD + LOCKED, FORM)
    (tmp_path / "a.yaml").write_text(f"extends: own/1\n{upper}\n", encoding="utf-8")

    found = only(read_path(tmp_path / "a.yaml", bases=Bases(folders=(tmp_path,))).findings)

    assert (found.rule, found.location.layer, found.location.line) == ("DEF-022", "a", line)


def test_an_item_of_a_list_may_be_left_out(tmp_path: Path) -> None:
    base_in(tmp_path / "b", GOOD + LOCKED, FORM)
    without = {**OWN, "services": [{"id": "library", "remove": True}]}

    assert read_data(without, bases=Bases(folders=(tmp_path,))).findings == ()


def test_every_base_of_a_chain_binds_the_layers_above_it(tmp_path: Path) -> None:
    base_in(tmp_path / "low", GOOD + 'locked = ["/office/motto"]\n')
    middle = GOOD.replace("own/1", "own/2") + 'locked = ["/office/fax", "/office/name"]\n'
    base_in(tmp_path / "mid", middle, "extends: own/1\noffice: {name: Kantor, fax: '1'}\n")
    bases = Bases(folders=(tmp_path,))

    assert read_data({"extends": "own/2"}, bases=bases).findings == ()
    changed = {"extends": "own/2", "office": {"motto": "M", "name": "N"}}
    found = read_data(changed, bases=bases).findings
    assert {(one.rule, one.params["key"], one.params["base"]) for one in found} == {
        ("DEF-022", "name", "own/2"),
        ("DEF-022", "motto", "own/1"),
    }


def test_a_base_may_not_change_what_its_own_base_locks(tmp_path: Path) -> None:
    base_in(tmp_path / "low", GOOD + 'locked = ["/office/motto"]\n')
    manifest = GOOD.replace("own/1", "own/2")
    base_in(tmp_path / "mid", manifest, "extends: own/1\noffice: {motto: Lain}\n")

    found = only(read_data({"extends": "own/2"}, bases=Bases(folders=(tmp_path,))).findings)

    assert (found.rule, found.location.layer) == ("DEF-022", "own/2")


def test_a_locked_list_whose_items_have_odd_ids_does_not_raise(tmp_path: Path) -> None:
    base_in(tmp_path / "b", GOOD + LOCKED, "services: [{id: [1], name: x}]\n")

    assert not read_data(OWN, bases=Bases(folders=(tmp_path,))).sound


def test_a_base_that_extends_itself_goes_round(tmp_path: Path) -> None:
    base_in(tmp_path / "b", text="extends: own/1\n")

    assert only(read_data(OWN, bases=Bases(folders=(tmp_path,))).findings).variant == "cycle"


def test_the_hint_for_a_missing_file_names_the_bases_at_hand(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: ./gone.yaml\n", encoding="utf-8")

    assert "bps/2020" in word(only(read_path(tmp_path / "a.yaml").findings))[1]


@posix
@pytest.mark.parametrize("name", ["../x.yaml", "../folder"])
def test_extends_leads_nowhere_through_a_link(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("office: {motto: Rahasia}\n", encoding="utf-8")
    root = tmp_path / "root"
    (root / "folder").mkdir(parents=True)
    (root / "kantor").mkdir()
    for link in (root / "x.yaml", root / "folder" / "x.yaml"):
        link.symlink_to(tmp_path / "secret.yaml")
    (root / "kantor" / "a.yaml").write_text(f"extends: {name}\n", encoding="utf-8")

    reading = read_path(root / "kantor")

    assert only(reading.findings).variant == "outside"
    assert reading.definition.office is None


@posix
def test_the_path_that_somebody_names_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("lang: id\n", encoding="utf-8")
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / "a.yaml").symlink_to(tmp_path / "real.yaml")

    for path in ("link", "link/a.yaml"):
        assert read_path(tmp_path / path).sound


@posix
@pytest.mark.parametrize("make", ["pipe", "device", "folder"])
def test_what_is_no_file_is_refused_unopened(make: str, tmp_path: Path) -> None:
    item = tmp_path / "d" / "a.yaml"
    item.parent.mkdir()
    if make == "pipe":
        os.mkfifo(item)
    elif make == "device":
        item.symlink_to("/dev/zero")
    else:
        item.mkdir()
    if make != "folder":
        assert refusal(item).variant == "not_a_file"
    assert (refusal(item.parent).rule, refusal(item.parent).variant) == ("DEF-013", "not_a_file")


@posix
def test_a_base_with_a_pipe_in_it_is_a_finding(tmp_path: Path) -> None:
    os.mkfifo(base_in(tmp_path / "b") / "pipe.yaml")

    assert broken(Bases(folders=(tmp_path,))) == "broken_access"


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"#" * 6_000_000)

    assert len(finder.read_limited(tmp_path / "a.yaml")) == finder.LARGEST_FILE + 1


def test_a_path_with_a_zero_byte_is_missing() -> None:
    assert refusal(Path("a\0.yaml")).variant == "missing"


def test_a_layer_has_the_name_of_its_folder_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kantor" / "inner").mkdir(parents=True)
    (tmp_path / "kantor" / "a.yaml").write_text("lang: id\n", encoding="utf-8")
    for cwd, path in (("kantor", "."), ("kantor/inner", ".."), (".", "kantor")):
        monkeypatch.chdir(tmp_path / cwd)
        origin = load(path).origin
        assert origin is not None
        assert [layer.name for layer in origin.layers] == ["kantor"]


def test_documents_are_alike_from_inside_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    from pst_standards.documents import render

    examples = Path(__file__).parents[2] / "examples"
    monkeypatch.chdir(examples.parent)
    outside = load("examples/kabupaten-semarang")
    monkeypatch.chdir(examples / "kabupaten-semarang")
    inside = load(".")

    for kind, service in (("maklumat", None), ("standard", "library")):
        there, here = (render(one, kind, "html", service) for one in (outside, inside))
        assert here == there


@pytest.mark.parametrize("wrong", [None, 5, ["a"]])
def test_data_of_another_type_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="mapping, text or bytes"):
        loads(wrong)


def test_bytes_of_every_kind_are_read() -> None:
    for kind in (bytes, bytearray, memoryview):
        data: Any = kind(b"lang: id\n")
        assert loads(data).lang is not None
