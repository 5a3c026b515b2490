"""Vaults that were damaged, changed or are none are told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from pst_standards.complaints.secrecy import Identity, Vault, keys
from tests.complaints.secrecy.vault_again import WHY, Files, again, change, refused


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0" * 40])
def test_a_file_that_is_no_vault_is_named(files: Files, content: bytes) -> None:
    keys.Key.new().write(files[1])
    files[0].write_bytes(content)
    assert refused(lambda: again(files)) == "vault.file-damaged"
    assert files[0].read_bytes() == content


def test_a_database_of_something_else_is_no_vault(files: Files) -> None:
    keys.Key.new().write(files[1])
    with closing(sqlite3.connect(files[0])) as db, db:
        db.execute("CREATE TABLE vault (format, kid, proof)")
    db.close()
    assert refused(lambda: again(files)) == "vault.file-damaged"


def test_a_vault_that_was_cut_short_is_named(
    vault: Vault, files: Files, new_identity: Callable[..., Identity]
) -> None:
    for _ in range(60):
        vault.seal(new_identity())
    assert vault.verify() == 60
    files[0].write_bytes(files[0].read_bytes()[:16384])
    assert refused(lambda: again(files).verify()) == "vault.file-damaged"


def test_a_file_whose_rows_break_its_own_rules_is_found(
    vault: Vault, files: Files, new_identity: Callable[..., Identity]
) -> None:
    vault.seal(new_identity())
    change(
        files,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', 'NOT NULL CHECK (0)')"
        " WHERE name = 'identities'",
    )
    assert refused(vault.verify) == "vault.file-damaged"


@pytest.mark.parametrize("box", [b"\0", "text", 7, bytes(300)])
def test_a_damaged_identity_is_named_by_its_reference(
    vault: Vault, files: Files, new_identity: Callable[..., Identity], box: object
) -> None:
    ref = vault.seal(new_identity())
    change(files, "UPDATE identities SET box = ?", values=(box,))
    assert refused(lambda: vault.open(ref, **WHY)) == "vault.identity-damaged"
    assert refused(vault.verify) == "vault.identity-damaged"


def test_the_identity_of_another_cannot_be_put_under_a_reference(
    vault: Vault, files: Files, new_identity: Callable[..., Identity]
) -> None:
    one, other = vault.seal(new_identity()), vault.seal(new_identity(name="Joko Contoh"))
    change(
        files,
        "UPDATE identities SET box = (SELECT box FROM identities WHERE ref = ?) WHERE ref = ?",
        values=(str(other), str(one)),
    )
    assert refused(lambda: vault.open(one, **WHY)) == "vault.identity-damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM openings WHERE number = 3",
        "DELETE FROM openings WHERE number = 2",
        "DELETE FROM openings",
        "UPDATE openings SET box = zeroblob(100) WHERE number = 2",
        "UPDATE openings SET number = 9 WHERE number = 3",
        "DELETE FROM openings_end",
        "UPDATE openings_end SET box = 'text'",
    ],
)
def test_an_entry_that_was_changed_or_taken_out_is_noticed(
    vault: Vault, files: Files, new_identity: Callable[..., Identity], statement: str
) -> None:
    ref = vault.seal(new_identity())
    for _ in range(3):
        vault.open(ref, **WHY)
    change(files, "DROP TRIGGER openings_stay", statement)
    assert refused(vault.openings) == "vault.log-damaged"
