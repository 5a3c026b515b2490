from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from pst_standards.documents.bulk import Outcome, Settings, State, build_many, offices_in
from pst_standards.documents.bulk.one_office import get_ready
from pst_standards.documents.bulk.record import NAME

Build = Callable[..., list[Outcome]]
Tree = Callable[[Path], dict[str, bytes]]


def states(outcomes: list[Outcome]) -> dict[str, str]:
    return {outcome.name.rpartition("/")[2]: outcome.state.value for outcome in outcomes}


def test_each_office_gets_a_folder_of_its_own(build: Build, tmp_path: Path, tree: Tree) -> None:
    found = build()
    assert [one.name for one in found] == ["33/3301", "33/3302", "33/3303", "33/3304"]
    assert {one.state for one in found} == {State.BUILT}
    assert not any(one.failed for one in found)
    files = tree(tmp_path / "out" / "33" / "3304")
    listed = {one["path"] for one in json.loads(files["manifest.json"])["documents"]}
    assert files.keys() == {*listed, "manifest.json", NAME}
    assert b"BPS Kabupaten Contoh 4" in files["maklumat.html"]
    assert [one.documents for one in found] == [len(listed)] * 4


def test_nothing_is_made_twice(build: Build, tmp_path: Path, tree: Tree) -> None:
    build()
    before = tree(tmp_path / "out")
    assert set(states(build()).values()) == {"current"}
    assert tree(tmp_path / "out") == before


_OWN, _MADE = "nation/33/3301", "out/33/3301"
_EDITS = {
    "own file": (f"{_OWN}/kantor.yaml", b"office: {code: '3301', name: BPS}\n"),
    "another file": (f"{_OWN}/survei.yaml", b"lang: id\n"),
    "a picture that was missing": (f"{_OWN}/logo.png", b"not yet a picture"),
    "document edited": (f"{_MADE}/maklumat.html", b""),
    "document gone": (f"{_MADE}/maklumat.html", None),
    "manifest gone": (f"{_MADE}/manifest.json", None),
    "manifest edited": (f"{_MADE}/manifest.json", b"{}"),
    "record broken": (f"{_MADE}/{NAME}", b'{"format": "pst-build-record/1"}'),
    "record of another kind": (f"{_MADE}/{NAME}", b'{"format": "another"}'),
}


@pytest.mark.parametrize("change", _EDITS)
def test_what_changed_is_made_again_and_nothing_else(
    change: str, build: Build, tmp_path: Path
) -> None:
    build()
    name, content = _EDITS[change]
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(content)
    assert states(build()) == {
        "3301": "built", "3302": "current", "3303": "current", "3304": "current"
    }  # fmt: skip
    assert set(states(build()).values()) == {"current"}


def test_a_layer_that_changed_makes_all_offices_over_it_anew(build: Build, nation: Path) -> None:
    build()
    layer = nation / "33" / "provinsi.yaml"
    layer.write_text(layer.read_text(encoding="utf-8") + "lang: en\n", encoding="utf-8")
    assert set(states(build()).values()) == {"built"}


def test_another_choice_or_stamp_makes_all_anew(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    assert set(states(build(paper="F4")).values()) == {"built"}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert set(states(build(paper="F4")).values()) == {"built"}
    assert set(states(build(paper="F4", formats=("html", "md"))).values()) == {"built"}


def test_a_library_that_draws_counts_where_it_draws(
    nation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from importlib.metadata import PackageNotFoundError

    drawn = Settings(folder=nation, out="out", formats=("pdf",))
    before = drawn.checksum()

    def none(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", lambda _: "0.0")
    newer = drawn.checksum()
    monkeypatch.setattr("importlib.metadata.version", none)
    assert len({before, newer, drawn.checksum()}) == 3


def test_an_input_saved_during_the_build_is_not_trusted(
    build: Build, nation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, now = nation / "33" / "3301" / "kantor.yaml", time.time_ns()
    os.utime(file, ns=(now, now + 10**12))
    build()
    assert states(build())["3301"] == "current", "a clock that is wrong is no edit"
    os.utime(file, ns=(now, now))
    file.write_text(file.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
    os.utime(file, ns=(now, now))
    monkeypatch.setattr("pst_standards.documents.bulk.one_office.time.time_ns", lambda: now)
    build()
    assert states(build())["3301"] == "built"


def test_one_office_that_fails_does_not_stop_the_others(build: Build, nation: Path) -> None:
    home = nation / "33"
    (home / "3301" / "kantor.yaml").write_text("office: [", encoding="utf-8")
    (home / "3302" / "kantor.yaml").write_text(
        "extends: ../provinsi.yaml\noffice: 5\n", encoding="utf-8"
    )
    found = {one.name[-4:]: one for one in build()}
    assert [found[name].state for name in ("3301", "3302", "3303")] == [
        "unread",
        "unsound",
        "built",
    ]
    assert found["3301"].failed
    assert found["3301"].findings[0].rule.startswith("DEF-")
    assert states(build())["3301"] == "unread", "what failed is tried again"


def test_final_names_the_offices_with_errors(build: Build) -> None:
    found = build(final=True)
    assert {one.state for one in found} == {State.UNLAWFUL}
    assert all(one.findings for one in found)


def test_an_open_value_refuses_a_final_document(
    build: Build, nation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawful = SimpleNamespace(findings=())
    monkeypatch.setattr("pst_standards.rules.check_reading", lambda _: lawful)
    layer = nation / "33" / "provinsi.yaml"
    layer.write_text(
        "maklumat: {confidence: illustration, pledge: Kami sanggup.}\n", encoding="utf-8"
    )
    found = build(final=True)
    assert {one.state for one in found} == {State.REFUSED}
    assert all(one.reason for one in found)


def test_a_full_disk_leaves_no_half_office(
    build: Build, tmp_path: Path, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    settings = Settings(folder=tmp_path / "nation", out=tmp_path / "out", formats=("html",))
    with monkeypatch.context() as patched:
        patched.setattr("pst_standards.definitions.writing._write", full)
        found = list(build_many(offices_in(settings.folder), settings))
    assert {one.state for one in found} == {State.REFUSED}
    assert {one.findings[0].rule for one in found} == {"DEF-011"}
    assert tree(tmp_path / "out") == {}
    build()
    build("clean")
    assert tree(tmp_path / "out") == tree(tmp_path / "clean")


def test_a_fault_of_the_program_is_told_for_its_office(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("pst_standards.documents.building.build", broken)
    assert {(one.state, one.reason) for one in build()} == {(State.BROKEN, "ZeroDivisionError")}


def test_what_a_killed_build_left_is_swept_away(build: Build, tmp_path: Path, tree: Tree) -> None:
    build("clean")
    build()
    for place in (tmp_path / "out", tmp_path / "out/33/3301", tmp_path / "out/33/3302"):
        (place / f".{'0' * 16}.tmp").mkdir()
        (place / f".{'0' * 16}.tmp" / "maklumat.html").write_bytes(b"half")
        (place / f".{'f' * 16}.tmp").write_bytes(b"half")
    (tmp_path / "out/33/3302" / NAME).unlink()
    assert states(build())["3302"] == "built"
    assert tree(tmp_path / "out") == tree(tmp_path / "clean")


def test_a_library_that_is_missing_is_told_by_each_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pst_standards.documents.building", None)
    get_ready()


def test_looking_whether_all_is_current_parses_and_imports_nothing(
    build: Build, nation: Path, tmp_path: Path
) -> None:
    build(formats=("docx", "html"))
    program = (
        "import sys\n"
        "from pst_standards.documents.bulk import Settings, build_many, offices_in\n"
        f"settings = Settings(folder={str(nation)!r}, out={str(tmp_path / 'out')!r})\n"
        "found = [*build_many(offices_in(settings.folder, settings.out), settings, jobs=2)]\n"
        "print(*{one.state.value for one in found})\n"
        "print(*{'yaml', 'docx', 'lxml', 'multiprocessing', 'pst_standards.documents.building',\n"
        "        'pst_standards.documents.outline'} & sys.modules.keys())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines() == ["current", ""]
