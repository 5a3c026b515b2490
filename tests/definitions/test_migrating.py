"""From one version of the format to another, with made-up versions: there is one real one."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pst_standards.definitions import DefinitionError
from pst_standards.definitions.editing import REMOVE
from pst_standards.definitions.migrating import (
    Loss,
    MigrationError,
    Move,
    migrate,
    migrated_files,
    versions,
    way,
)
from pst_standards.model.definition import FORMAT


def renamed(data: Mapping[str, Any]) -> tuple[dict[Any, object], list[Loss]]:
    return ({("bahasa",): REMOVE, ("lang",): data["bahasa"]}, []) if "bahasa" in data else ({}, [])


def dropped(data: Mapping[str, Any]) -> tuple[dict[Any, object], list[Loss]]:
    if "fax" not in data.get("office", {}):
        return {}, []
    pointer = ("office", "fax")
    return {pointer: REMOVE}, [Loss(pointer=pointer, value=data["office"]["fax"])]


MOVES = (
    Move(source="old/1", target="old/2", edits=renamed),
    Move(source="old/2", target=FORMAT, edits=dropped),
)
TEXT = "format: old/1  # lama\r\nbahasa: id\r\noffice: # kantor\r\n  fax: '1'\r\n  name:  BPS\r\n"


def test_moves_follow_each_other_and_comments_stay() -> None:
    text, passed, losses = migrate(TEXT, moves=MOVES)
    assert passed == ("old/1", "old/2", FORMAT)
    wanted = "format: pst-definition/1  # lama\r\noffice: # kantor\r\n  name:  BPS\r\nlang: id\r\n"
    assert text == wanted
    (loss,) = losses
    # The file has lost a line above it by then: the place is that in the version before the loss.
    assert (loss.pointer, loss.value, loss.location.line) == (("office", "fax"), "1", 3)


def test_twice_is_once() -> None:
    once, _, _ = migrate(TEXT, moves=MOVES)
    assert migrate(once, moves=MOVES) == (once, (FORMAT,), ())


def test_the_version_of_a_folder_holds_for_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(codecs.BOM_UTF8 + b"office: {fax: '1', name: B}\n")
    (tmp_path / "b.yaml").write_text("format: old/2\n", encoding="utf-8")
    first, second = migrated_files(tmp_path, moves=MOVES)
    assert first.content == codecs.BOM_UTF8 + b"office: {name: B}\n"
    assert second.content == f"format: {FORMAT}\n".encode()
    assert [len(one.losses) for one in (first, second)] == [1, 0]


def test_the_file_that_names_the_version_comes_last(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("format: old/2\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("office: {fax: '1', name: B}\n", encoding="utf-8")
    first, second = migrated_files(tmp_path, moves=MOVES)
    assert [one.file.name for one in (first, second)] == ["b.yaml", "a.yaml"]
    # Cut short after the first, another run does what is left.
    first.file.write_bytes(first.content)
    again = migrated_files(tmp_path, moves=MOVES)
    assert [one.content for one in again] == [first.content, second.content]
    assert [one.losses for one in again] == [(), ()]


def test_versions_without_a_way_between_them_are_told() -> None:
    assert versions(MOVES) == (FORMAT, "old/1", "old/2")
    with pytest.raises(MigrationError) as refused:
        way(FORMAT, "old/1", MOVES)
    assert refused.value.key == "no-way"
    for text in ("format: none/1\n", "format: 3\n"):
        with pytest.raises(MigrationError) as refused:
            migrate(text, moves=MOVES)
        assert refused.value.key == "unknown"


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError):
        migrated_files(tmp_path)
