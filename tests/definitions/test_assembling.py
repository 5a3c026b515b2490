from __future__ import annotations

import sys
import zipfile
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from pst_standards.definitions import (
    Bases,
    DefinitionError,
    dumps,
    load,
    loads,
    read_data,
    read_path,
)
from pst_standards.definitions import base_finder as finder
from pst_standards.definitions.wording import word
from pst_standards.findings import Finding, Severity
from pst_standards.model.definition import Definition
from pst_standards.testing.strategies import definitions

BASE = """\
id = "own/1"
version = "1.0"
released = 2026-01-02
locked = ["/services/*/name", "/services/library/id", "/office/integrated_service/form"]
sha256 = ""
"""


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def own_base(folder: Path) -> Path:
    services = "services:\n  - id: library\n    name: Perpustakaan\n"
    return write(folder / "own-1", base__toml=BASE, services__yaml=services)


def only(findings: tuple[Finding, ...]) -> Finding:
    (found,) = findings
    assert all(word(found, lang)[1] for lang in ("id", "en"))
    return found


@pytest.mark.unmeasured
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(definitions())
def test_loading_what_was_dumped_is_the_identity(definition: Definition) -> None:
    for name in ("yaml", "json"):
        assert definition == read_data(dumps(definition, format=name)).definition


def test_dumping_to_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="toml"):
        dumps(Definition(), format="toml")


def test_a_folder_shares_out_the_top_level_keys(tmp_path: Path) -> None:
    write(tmp_path / "d", a__yaml="lang: id\n", b__json='{"stage": "draft"}', c__txt="not read")

    reading = read_path(tmp_path / "d")

    assert reading.findings == ()
    assert [Path(name).name for name in reading.inputs] == ["a.yaml", "b.json"]
    assert reading.definition.stage is not None


def test_two_files_giving_one_key_are_found_at_the_second(tmp_path: Path) -> None:
    write(tmp_path / "d", a__yaml="lang: id\n", b__yaml="stage: draft\nlang: en\n")

    found = only(read_path(tmp_path / "d").findings)

    assert (found.rule, found.location.line, found.params["key"]) == ("DEF-014", 2, "lang")
    assert "a.yaml:1:1" in word(found)[0]


@pytest.mark.parametrize("make", ["folder", "zip", "memory", "entry point"])
def test_a_base_can_come_from_anywhere(
    make: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = own_base(tmp_path)
    offers: dict[str, Any] = {"folder": {"folders": (tmp_path,)}, "entry point": {}}
    if make == "zip":
        with zipfile.ZipFile(tmp_path / "base.zip", "w") as archive:
            for file in base.iterdir():
                archive.write(file, f"own-1/{file.name}")
        offers["zip"] = {"folders": (tmp_path / "base.zip",)}
    offers["memory"] = {
        "data": {"own/1": {"services": [{"id": "library", "name": "Perpustakaan"}]}}
    }
    if make == "entry point":
        entry = EntryPoint(name="own", value="x", group=finder.ENTRY_POINTS)
        monkeypatch.setattr(EntryPoint, "load", lambda _: lambda: base)
        monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [entry])
        offers["entry point"] = {"entry_points": True}

    definition = loads({"extends": "own/1"}, bases=Bases(**offers[make]))

    assert [str(service.name) for service in definition.services] == ["Perpustakaan"]


def test_three_layers_stand_one_above_another(tmp_path: Path) -> None:
    own_base(tmp_path)
    write(tmp_path, province__yaml="extends: own/1\noffice: {name: Provinsi, fax: '1'}\n")
    write(tmp_path / "kantor", a__yaml="extends: ../province.yaml\noffice: {name: Kantor}\n")

    definition = load(tmp_path / "kantor", bases=Bases(folders=(tmp_path,)))

    assert definition.office is not None
    assert (definition.office.name, definition.office.fax) == ("Kantor", "1")
    assert [layer.name for layer in definition.origin.layers] == ["own/1", "province", "kantor"]
    assert definition.origin.locate(("office", "fax")).layer == "province"


@pytest.mark.parametrize(
    ("extends", "variant"),
    [
        ("nothing/1", "missing"),
        ("./gone.yaml", "missing"),
        ("../../etc/passwd.yaml", "outside"),
        ("/etc/passwd.yaml", "outside"),
        ("..\\\\other.yaml", "outside"),
        ("./a.yaml", "cycle"),
        ("./\\0.yaml", "missing"),
        ("{name: own/1, version: '9'}", "pinned"),
        ("{name: own/1, sha256: abc}", "pinned"),
    ],
)
def test_an_extends_that_leads_nowhere_is_found(extends: str, variant: str, tmp_path: Path) -> None:
    own_base(tmp_path)
    quoted = extends if extends.startswith("{") else f'"{extends}"'
    write(tmp_path / "x", a__yaml=f"lang: id\nextends: {quoted}\n")

    findings = read_path(tmp_path / "x" / "a.yaml", bases=Bases(folders=(tmp_path,))).findings
    found = only(tuple(found for found in findings if found.rule == "DEF-021"))

    assert (found.rule, found.variant, found.location.line) == ("DEF-021", variant, 2)


def test_a_cycle_over_several_files_ends(tmp_path: Path) -> None:
    write(tmp_path, a__yaml="extends: ./b.yaml\n", b__yaml="extends: ./a.yaml\n")

    assert only(read_path(tmp_path / "a.yaml").findings).variant == "cycle"


def test_a_cycle_in_memory_ends() -> None:
    bases = Bases(data={"a": {"extends": "b"}, "b": {"extends": "a"}})

    assert only(read_data({"extends": "a"}, bases=bases).findings).variant == "cycle"


def test_a_chain_that_is_too_long_ends() -> None:
    bases = Bases(data={str(i): {"extends": str(i + 1)} for i in range(20)})

    assert only(read_data({"extends": "0"}, bases=bases).findings).variant == "too_long"


@pytest.mark.parametrize(
    "extends", [3, ["a"], {"version": "1"}, {"name": 3}, {"name": "a", "x": "y"}]
)
def test_an_extends_of_a_wrong_shape_is_found(extends: Any) -> None:
    reading = read_data({"extends": extends}, bases=Bases(data={"a": {}}))

    assert only(reading.findings).pointer[0] == "extends"
    assert not reading.sound


def test_data_cannot_extend_a_file(tmp_path: Path) -> None:
    write(tmp_path, a__yaml="lang: id\n")

    assert only(read_data({"extends": str(tmp_path / "a.yaml")}).findings).variant == "outside"


def test_a_changed_base_is_found(tmp_path: Path) -> None:
    base = own_base(tmp_path)
    manifest = base / "base.toml"
    manifest.write_text(finder.with_checksum(BASE, finder.checksum(base)), encoding="utf-8")
    assert read_data({"extends": "own/1"}, bases=Bases(folders=(tmp_path,))).sound

    (base / "services.yaml").write_text("services: []\n", encoding="utf-8")
    reading = read_data({"extends": "own/1"}, bases=Bases(folders=(tmp_path,)))

    assert only(reading.findings).variant == "checksum"


def test_the_checksum_does_not_depend_on_line_ends(tmp_path: Path) -> None:
    base = own_base(tmp_path)
    before = finder.checksum(base)
    file = base / "services.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert before == finder.checksum(base)


@pytest.mark.parametrize(
    "change",
    [
        {"services": [{"id": "library", "name": "Pustaka"}]},
        {"services": [{"id": "library", "name": None}]},
        {"services": [{"id": "library", "remove": True}]},
        {"services": None},
    ],
)
def test_overriding_a_locked_value_is_found(change: dict[str, Any], tmp_path: Path) -> None:
    own_base(tmp_path)

    reading = read_data({"extends": "own/1", **change}, bases=Bases(folders=(tmp_path,)))

    assert {found.rule for found in reading.findings} == {"DEF-022"}


def test_leaving_out_an_item_whose_id_is_not_locked_is_no_override(tmp_path: Path) -> None:
    (own_base(tmp_path) / "base.toml").write_text(
        BASE.replace('"/services/library/id", ', ""), encoding="utf-8"
    )
    without = {"extends": "own/1", "services": [{"id": "library", "remove": True}]}

    assert read_data(without, bases=Bases(folders=(tmp_path,))).findings == ()


def test_an_id_given_twice_is_found_though_the_base_has_it_too(tmp_path: Path) -> None:
    own_base(tmp_path)
    twice = {"extends": "own/1", "services": [{"id": "library", "name": "Perpustakaan"}] * 2}

    found = only(read_data(twice, bases=Bases(folders=(tmp_path,))).findings)

    assert (found.rule, found.variant) == ("DEF-020", "double")


def test_saying_a_locked_value_again_is_no_override(tmp_path: Path) -> None:
    own_base(tmp_path)
    same = {"extends": "own/1", "services": [{"id": "library", "name": "Perpustakaan"}]}

    assert read_data(same, bases=Bases(folders=(tmp_path,))).findings == ()


def test_the_packaged_base_is_unchanged() -> None:
    for base in finder.packaged().values():
        assert base.sha256 == base.actual_sha256(), "run tools/bases.py"


def test_an_unusable_path_raises_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path, variant in ((tmp_path / "gone", "missing"), (tmp_path / "empty", "empty_folder")):
        with pytest.raises(DefinitionError) as caught:
            read_path(path)
        assert only(caught.value.findings).variant == variant


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")
def test_a_link_to_itself_raises_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "a.yaml")
    write(tmp_path / "d").joinpath("a.yaml").symlink_to(tmp_path / "a.yaml")
    for path in (tmp_path / "a.yaml", tmp_path / "d"):
        with pytest.raises(DefinitionError) as caught:
            read_path(path)
        assert only(caught.value.findings).variant == "loop"


def test_a_file_that_may_not_be_read_raises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a__yaml="lang: id\n")

    def refuse(_: Path, __: str) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DefinitionError) as caught:
        read_path(tmp_path / "a.yaml")
    assert only(caught.value.findings).variant == "permission"


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(b"#" * 5_000_001)

    def refuse(_: Path) -> bytes:
        pytest.fail("it was read")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(DefinitionError) as caught:
        read_path(tmp_path / "a.yaml")

    assert only(caught.value.findings).rule == "DEF-003"


def test_load_raises_every_error_and_says_where(tmp_path: Path) -> None:
    write(tmp_path, a__yaml="office: {name: 3}\nstage: dratf\n")

    with pytest.raises(DefinitionError) as caught:
        load(tmp_path / "a.yaml")

    assert [found.rule for found in caught.value.findings] == ["DEF-016", "DEF-017"]
    assert "a.yaml:1:16" in str(caught.value)


def test_the_input_is_never_changed() -> None:
    data = {"services": [{"id": "a", "name": None, "x": [1]}], "extends": "bps/2020"}
    before = repr(data)

    read_data(data)

    assert before == repr(data)


def test_data_that_holds_itself_or_is_too_deep_is_refused() -> None:
    endless: dict[str, Any] = {}
    endless["x"] = endless
    deep: Any = []
    for _ in range(10_000):
        deep = [deep]
    for data in (endless, {"x": deep}):
        with pytest.raises(DefinitionError) as caught:
            read_data(data)
        assert only(caught.value.findings).rule == "DEF-004"


def test_a_warning_does_not_keep_a_definition_from_loading() -> None:
    reading = read_data({"offices": {}})

    assert only(reading.findings).severity is Severity.WARNING
    assert loads({"offices": {}}).extras == {"offices": {}}
