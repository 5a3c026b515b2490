"""What a process that was killed leaves of a new file is removed by the next one."""

from __future__ import annotations

import os
from pathlib import Path

from pst_standards.complaints.new_files import sweep
from pst_standards.complaints.secrecy import Vault


def test_no_second_copy_of_a_key_is_left_by_the_next_run(tmp_path: Path) -> None:
    place, key = tmp_path / "v.db", tmp_path / "k[1]"
    Vault.at(place, key_file=key)
    left = tmp_path / ".k[1].0badc0de.new"
    os.link(key, left)
    never = tmp_path / ".k[1].0badc0df.new"
    never.write_text("kunci yang tidak jadi dipakai", encoding="utf-8")
    os.utime(never, (1, 1))
    Vault.at(place, key_file=key)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["k[1]", "v.db"]


def test_what_is_being_made_or_is_of_somebody_else_stays(tmp_path: Path) -> None:
    key = tmp_path / "k"
    others = [tmp_path / name for name in (".k.0badc0de.new", ".k.mine.new", ".kk.0badc0de.new")]
    for one in (key, *others):
        one.write_text(one.name, encoding="utf-8")
    os.utime(others[1], (1, 1))
    os.utime(others[2], (1, 1))
    sweep(key)
    assert all(one.exists() for one in others)
    sweep(tmp_path / "missing" / "k")
