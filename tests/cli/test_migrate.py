from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.definitions import migrating
from pst_standards.definitions.editing import REMOVE
from pst_standards.model.definition import FORMAT

Pst = Callable[..., Any]
TEXT = "format: old/1\nfax: '1'\n# catatan\nlang: id\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file in a version that is made up for these tests."""

    def edits(_: Any) -> tuple[Any, Any]:
        return {("fax",): REMOVE}, [migrating.Loss(pointer=("fax",), value="1")]

    move = migrating.Move(source="old/1", target=FORMAT, edits=edits)
    for name in ("migrated_files", "migrate", "way", "versions"):
        function = getattr(migrating, name)
        if function.__kwdefaults__:
            defaults = {**function.__kwdefaults__, "moves": (move,)}
            monkeypatch.setattr(function, "__kwdefaults__", defaults)
    place = tmp_path / "lama.yaml"
    place.write_text(TEXT, encoding="utf-8")
    return place


def test_a_definition_of_today_stays_as_it_is(pst: Pst, examples: Path) -> None:
    ended = pst("migrate", examples / "minimal.yaml")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"Sudah dalam versi {FORMAT}; tidak ada yang berubah.\n"


def test_what_was_lost_is_listed_and_the_rest_stays(pst: Pst, file: Path) -> None:
    ended = pst("migrate", file, "--dry-run", "--format", "json")
    (told,) = json.loads(ended.out)["files"]
    assert (ended.code, told["way"]) == (1, ["old/1", FORMAT])
    assert told["lost"] == [{"path": "/fax", "value": "1", "line": 2, "column": 6}]
    assert file.read_text(encoding="utf-8") == TEXT
    ended = pst("migrate", file)
    assert "hilang: /fax: 1 (" in ended.out
    assert file.read_text(encoding="utf-8") == f"format: {FORMAT}\n# catatan\nlang: id\n"


def test_an_unknown_version_is_refused(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("format: pst-definition/9\n", encoding="utf-8")
    ended = pst("migrate", file)
    assert ended.code == 2
    assert "pst-definition/9" in ended.err
    assert pst("migrate", tmp_path / "none.yaml").code == 2
    assert pst("migrate", file, "--to", "x").code == 2
