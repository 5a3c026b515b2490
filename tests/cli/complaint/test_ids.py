"""``pst complaint`` with a name where an id or a number belongs: told by key, and nothing made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

Pst: TypeAlias = Callable[..., Any]
NAME = "Zubaedah Qwerty"
FILED = """\
channel: letter
filed_at: "2026-03-10T09:00+07:00"
text: Antrean tiga jam
"""
WITHDRAWN = 'events: [{step: withdraw, at: "2026-03-10T10:00+07:00", by: reporter, '


@pytest.fixture
def stores(tmp_path: Path) -> tuple[object, ...]:
    register = ("--register", tmp_path / "r.db")
    return (*register, "--vault", tmp_path / "v.db", "--key-file", tmp_path / "k")


def filed(folder: Path, more: str = "") -> Path:
    source = folder / "aduan.yaml"
    source.write_text(FILED + more, encoding="utf-8")
    return source


@pytest.mark.parametrize("whose", [("--officer", NAME), ("--officer", "A1", "--superiors", NAME)])
def test_nobody_files_under_a_name(
    pst: Pst, tmp_path: Path, stores: tuple[object, ...], whose: tuple[str, ...]
) -> None:
    source = filed(tmp_path)
    ended = pst("complaint", "file", *stores, *whose, "--from", source)
    assert ended.code not in {0, 1}
    assert "kode pendek petugas" in ended.err
    assert NAME not in ended.out + ended.err
    assert list(tmp_path.iterdir()) == [source]


def test_nobody_looks_under_a_name(pst: Pst, tmp_path: Path, stores: tuple[object, ...]) -> None:
    source = filed(tmp_path, "number: K-7\n")
    assert pst("complaint", "file", *stores, "--officer", "A1", "--from", source).code == 0
    looked = ("complaint", "show", *stores, "K-7", "--as", "officer", "--officer")
    assert pst(*looked, "A2").code == 0
    ended = pst(*looked, NAME)
    assert (ended.code not in {0, 1}, ended.out) == (True, "")
    assert "kode pendek petugas" in ended.err


@pytest.mark.parametrize(
    ("more", "place"),
    [
        (f"number: {NAME}\n", "number"),
        (f"previous: {NAME}\n", "previous"),
        (f"accused: [A7, {NAME}]\naccused_level: 0\n", "accused.1"),
        (
            f"{WITHDRAWN}data: {{voluntary: true, recorded_by: {NAME}}}}}]\n",
            "events.0.data.recorded_by",
        ),
        (
            f'events: [{{step: review, at: "2026-03-10T10:00+07:00", by: {NAME}}}]\n',
            "events.0.by",
        ),
    ],
)
def test_a_file_with_a_name_where_an_id_belongs_is_told_by_key(
    pst: Pst, tmp_path: Path, stores: tuple[object, ...], more: str, place: str
) -> None:
    source = filed(tmp_path, more)
    ended = pst("complaint", "file", *stores, "--officer", "A1", "--from", source)
    assert ended.code not in {0, 1}
    assert place in ended.err
    assert "aduan.yaml:" in ended.err
    assert "Zubaedah" not in ended.out + ended.err
