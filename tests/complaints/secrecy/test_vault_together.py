"""Threads and processes share a vault, and one that is cut short leaves a whole one."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pst_standards.complaints.secrecy import Identity, IdentityRef, Vault, keys, vault_file
from tests.complaints.secrecy.vault_again import WHY, Files, again, refused


def test_a_vault_in_use_for_too_long_says_so(
    vault: Vault, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault_file, "_SECONDS_TO_WAIT", 0.05)
    db = sqlite3.connect(files[0], isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    assert refused(vault.openings) == "vault.busy"
    db.close()


def test_a_vault_that_went_away_is_not_replaced_by_an_empty_one(vault: Vault, files: Files) -> None:
    files[0].unlink()
    assert refused(vault.openings) == "vault.out-of-reach"
    assert not files[0].exists()


def test_threads_share_a_vault(vault: Vault, new_identity: Callable[..., Identity]) -> None:
    refs: list[IdentityRef] = []
    threads = [
        threading.Thread(target=lambda: refs.append(vault.seal(new_identity()))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(refs)) == vault.verify() == 4


def seal_some(path: str, key: str) -> None:
    vault = Vault.at(path, key_file=key)
    for _ in range(10):
        vault.open(vault.seal(Identity()), **WHY)


@pytest.mark.slow
def test_processes_that_begin_a_vault_together_share_one(files: Files) -> None:
    context = multiprocessing.get_context("spawn")
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        done = [
            context.Process(target=seal_some, args=(str(files[0]), str(files[1]))) for _ in range(3)
        ]
        for one in done:
            one.start()
        for one in done:
            one.join()
    finally:
        sys.path.pop(0)
    assert [one.exitcode for one in done] == [0, 0, 0]
    assert again(files).verify() == 30
    assert [entry.number for entry in again(files).openings()] == list(range(1, 31))


KILLED = """
import os
from pst_standards.complaints.secrecy import Vault, keys, openings, vault_file
{place} = lambda *_: os._exit(9)
Vault.at({files[0]!r}, key_file={files[1]!r})
"""


@pytest.mark.parametrize(
    "place", ["keys.Key._line", "keys.os.fsync", "openings.begin", "vault_file.prove"]
)
def test_a_kill_while_vault_and_key_are_made_leaves_none_or_whole_ones(
    files: Files, place: str
) -> None:
    code = KILLED.format(place=place, files=[str(one) for one in files])
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60)
    assert done.returncode == 9
    assert not files[0].exists()
    assert again(files).verify() == 0


def test_who_comes_second_takes_the_key_and_the_vault_that_are_there(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = again(files)
    here = files[0].read_bytes(), files[1].read_bytes()
    with monkeypatch.context() as patch:
        # As when the other process made them after this one looked.
        patch.setattr(Path, "exists", lambda _: False)
        second = again(files)
    assert (files[0].read_bytes(), files[1].read_bytes()) == here
    assert first.verify() == second.verify() == 0
    assert sorted(one.name for one in files[0].parent.iterdir()) == sorted(
        one.name for one in files
    )


@pytest.mark.parametrize("taken", [True, False])
def test_a_drive_without_second_names_keeps_what_is_there_too(
    files: Files, monkeypatch: pytest.MonkeyPatch, *, taken: bool
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    if taken:
        keys.Key.new().write(files[1])
    before = files[1].read_bytes() if taken else b""
    monkeypatch.setattr(os, "link", refuse)
    assert again(files).verify() == 0
    assert not taken or files[1].read_bytes() == before


def test_a_new_vault_does_not_take_what_a_lost_one_left(files: Files) -> None:
    files[0].with_name(f"{files[0].name}-wal").write_bytes(b"of another")
    assert refused(lambda: again(files)) == "vault.file-damaged"
    assert not files[0].exists()
