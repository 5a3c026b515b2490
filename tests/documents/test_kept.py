"""Reports that are written again: what somebody changed by hand in between is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pst_standards.documents.kept import NAME, changed_by_hand, store_and_list


def test_what_was_written_is_listed_and_may_be_written_again(tmp_path: Path) -> None:
    store_and_list(tmp_path, {"a.html": b"1"})
    store_and_list(tmp_path, {"b.html": b"2"})
    told = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    assert [one["path"] for one in told["documents"]] == ["a.html", "b.html"]
    assert changed_by_hand(tmp_path, {"a.html": b"3", "b.html": b"4"}) == ()


def test_what_was_changed_since_is_found(tmp_path: Path) -> None:
    store_and_list(tmp_path, {"a.html": b"1", "b.html": b"2"})
    (tmp_path / "a.html").write_bytes(b"1, by hand")
    assert changed_by_hand(tmp_path, {"a.html": b"3", "b.html": b"4"}) == ("a.html",)
    assert changed_by_hand(tmp_path, {"a.html": b"1, by hand"}) == ()


@pytest.mark.parametrize(
    "listed", [b"", b"\xff", b"[]", b"{}", b'{"documents": [1]}', b"[" * 100_000, None]
)
def test_a_list_that_cannot_be_read_vouches_for_nothing(
    listed: bytes | None, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_bytes(b"1")
    if listed is not None:
        (tmp_path / NAME).write_bytes(listed)
    assert changed_by_hand(tmp_path, {"a.html": b"2", "b.html": b"2"}) == ("a.html",)


def test_a_folder_of_that_name_is_left_to_the_writing(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    assert changed_by_hand(tmp_path, {"a.html": b"2"}) == ()
