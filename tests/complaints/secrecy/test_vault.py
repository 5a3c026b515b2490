from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pst_standards.complaints.secrecy import (
    Identity,
    IdentityRef,
    Purpose,
    SecrecyError,
    Vault,
    keys,
    openings,
    vault_file,
    vaults,
)
from pst_standards.messages.extras import MissingExtraError

WHY = {"officer": "A1", "reason": "memanggil pelapor"}
Files = tuple[Path, Path]


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(SecrecyError) as caught:
        call()
    assert caught.value.message("id") != caught.value.message("en")
    return caught.value.key


def again(files: Files) -> Vault:
    return Vault.at(files[0], key_file=files[1])


def test_an_identity_comes_back_whole_for_an_officer_and_a_reason(
    vault: Vault, new_identity: Callable[..., Identity]
) -> None:
    ref = vault.seal(new_identity(name="Siti \ud800 Contoh", phone="0812-3456-7890"))
    opened = vault.open(ref, **WHY)
    assert opened.plain("name") == "Siti \ud800 Contoh"
    assert opened.plain("phone") == "0812-3456-7890"
    assert opened.plain("email") is None


def test_every_opening_is_logged_with_officer_reason_and_time(
    vault: Vault, new_identity: Callable[..., Identity]
) -> None:
    ref = vault.seal(new_identity())
    assert vault.openings() == ()
    vault.open(ref, **WHY)
    vault.open(ref, officer="A2", reason="menyerahkan keputusan")
    first, second = vault.openings()
    assert (first.number, first.officer, first.reason) == (1, "A1", "memanggil pelapor")
    assert (first.purpose, first.ref, first.at.hour) == (Purpose.OPEN, ref, 12)
    assert (second.number, second.officer) == (2, "A2")


@pytest.mark.parametrize(
    ("officer", "reason", "key"),
    [
        ("A1", "", "vault.no-reason"),
        ("A1", " - ", "vault.no-reason"),
        ("A1", "x" * 2001, "vault.no-reason"),
        (" ", "memanggil pelapor", "vault.no-officer"),
        ("A" * 201, "memanggil pelapor", "vault.no-officer"),
    ],
)
def test_without_an_officer_or_a_reason_nothing_opens(
    vault: Vault, new_identity: Callable[..., Identity], officer: str, reason: str, key: str
) -> None:
    ref = vault.seal(new_identity())
    assert refused(lambda: vault.open(ref, officer=officer, reason=reason)) == key
    assert vault.openings() == ()


def test_what_could_not_be_logged_is_not_opened(
    vault: Vault, new_identity: Callable[..., Identity], monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = vault.seal(new_identity())

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(openings, "append", full)
    monkeypatch.setattr(vaults, "_unboxed", lambda *_: pytest.fail("opened before it was logged"))
    assert refused(lambda: vault.open(ref, **WHY)) == "vault.file-damaged"


def test_a_sealed_identity_shows_nothing_before_it_is_opened(
    new_identity: Callable[..., Identity],
) -> None:
    identity = new_identity()
    assert refused(lambda: identity.plain("name")) == "secrecy.not-opened"
    assert refused(lambda: identity.plain("mother")) == "secrecy.field"


def test_the_permit_of_one_opening_does_not_open_another(
    vault: Vault, new_identity: Callable[..., Identity]
) -> None:
    ref = vault.seal(new_identity())
    first, second = vault.open(ref, **WHY), vault.open(ref, **WHY)
    mixed = Identity(name=first.name, permit=second._permit)
    assert refused(lambda: mixed.plain("name")) == "secrecy.not-opened"


def test_the_key_file_is_made_once_for_its_owner_alone(vault: Vault, files: Files) -> None:
    before = files[1].read_bytes()
    again(files)
    assert files[1].read_bytes() == before
    assert vault.key_file == files[1]
    if os.name == "posix":
        assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600, 0o600]
        assert not keys.is_exposed(files[1])
        files[1].chmod(0o640)
        assert keys.is_exposed(files[1])


@pytest.mark.usefixtures("vault")
def test_a_key_is_never_made_for_a_vault_that_is_there(files: Files) -> None:
    files[1].unlink()
    assert refused(lambda: again(files)) == "vault.key-missing"
    assert not files[1].exists()


@pytest.mark.usefixtures("vault")
@pytest.mark.parametrize(
    "content",
    [
        "",
        "pst-vault-key/1 00 AAAA 00000000",
        "\xff\xfe",
        "x" * 5000,
        f"pst-vault-key/1 00 ! {keys._check('pst-vault-key/1 00 !')}",
        f"pst-vault-key/1 00 AAAA {keys._check('pst-vault-key/1 00 AAAA')}",
    ],
)
def test_a_damaged_key_file_is_named(files: Files, content: str) -> None:
    files[1].write_bytes(content.encode("latin-1"))
    assert refused(lambda: again(files)) == "vault.key-damaged"


def test_a_key_that_lost_a_letter_is_damaged_and_not_merely_wrong(
    vault: Vault, files: Files
) -> None:
    line = files[1].read_text(encoding="ascii").split()
    line[2] = line[2][::-1]
    files[1].write_text(" ".join(line), encoding="ascii")
    assert refused(lambda: again(files)) == "vault.key-damaged"
    assert vault.path == files[0]


@pytest.mark.usefixtures("vault")
def test_the_key_of_another_vault_opens_nothing(files: Files) -> None:
    files[1].unlink()
    keys.Key.new().write(files[1])
    assert refused(lambda: again(files)) == "vault.key-wrong"


@pytest.mark.usefixtures("vault")
def test_a_folder_in_place_of_the_key_is_named(files: Files) -> None:
    files[1].unlink()
    files[1].mkdir()
    assert refused(lambda: again(files)) == "vault.key-unreadable"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    none = tmp_path / "none"
    assert refused(lambda: Vault.at(none / "v.db", key_file=tmp_path / "k")) == "vault.out-of-reach"
    assert refused(lambda: Vault.at(tmp_path / "v.db", key_file=none / "k")) == (
        "vault.key-unwritable"
    )


def test_the_vault_and_its_key_are_two_files(tmp_path: Path) -> None:
    assert refused(lambda: Vault.at(tmp_path / "a", key_file=tmp_path / "a")) == "vault.one-file"


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


def change(files: Files, *statements: str, values: tuple[object, ...] = ()) -> None:
    with closing(sqlite3.connect(files[0])) as db, db:
        for statement in statements:
            db.execute(statement, values)


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


def test_the_log_is_only_added_to(
    vault: Vault, files: Files, new_identity: Callable[..., Identity]
) -> None:
    vault.open(vault.seal(new_identity()), **WHY)
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        change(files, "DELETE FROM openings")


def test_nothing_of_identity_officer_or_reason_stands_readable_in_the_files(
    vault: Vault, files: Files, new_identity: Callable[..., Identity]
) -> None:
    vault.open(vault.seal(new_identity()), officer="Petugas-77", reason="memanggil Siti Contoh")
    for file in files[0].parent.iterdir():
        content = file.read_bytes()
        assert not any(part in content for part in (b"Siti", b"Mawar", b"Petugas-77", b"memanggil"))


def test_what_is_erased_is_gone_and_its_erasing_is_logged(
    vault: Vault, files: Files, new_identity: Callable[..., Identity]
) -> None:
    ref, other = vault.seal(new_identity()), vault.seal(new_identity())
    with closing(sqlite3.connect(files[0])) as db:
        query = "SELECT box FROM identities WHERE ref = ?"
        box = db.execute(query, (str(ref),)).fetchone()[0]
    vault.erase(ref, officer="A1", reason="masa simpan berakhir")
    assert (vault.holds(ref), vault.holds(other)) == (False, True)
    assert refused(lambda: vault.open(ref, **WHY)) == "vault.unknown"
    assert refused(lambda: vault.erase(ref, **WHY)) == "vault.unknown"
    assert vault.openings()[-1].purpose is Purpose.ERASE
    assert not any(box[20:80] in file.read_bytes() for file in files[0].parent.iterdir())


def test_identities_of_one_length_or_another_take_the_same_room(
    vault: Vault, files: Files, new_identity: Callable[..., Identity]
) -> None:
    vault.seal(new_identity(name="Su"))
    vault.seal(new_identity(name="Siti Nama Yang Panjang Sekali"))
    db = sqlite3.connect(files[0])
    assert db.execute("SELECT count(DISTINCT length(box)) FROM identities").fetchone() == (1,)
    db.close()


def test_after_a_change_of_keys_only_the_new_key_opens(
    vault: Vault, files: Files, new_identity: Callable[..., Identity]
) -> None:
    ref = vault.seal(new_identity())
    vault.open(ref, **WHY)
    old = files[1].read_bytes()
    renewed = vault.rotate_key(officer="A1", reason="petugas lama pindah")
    assert [entry.purpose for entry in renewed.openings()] == [Purpose.OPEN, Purpose.ROTATE]
    assert renewed.open(ref, **WHY).plain("name") == "Siti Contoh"
    assert again(files).open(ref, **WHY).plain("name") == "Siti Contoh"
    assert refused(lambda: vault.open(ref, **WHY)) == "vault.key-changed"
    assert refused(lambda: vault.seal(new_identity())) == "vault.key-changed"
    files[1].write_bytes(old)
    assert refused(lambda: again(files)) == "vault.key-wrong"


@pytest.mark.parametrize("point", ["rewrite", "replace"])
def test_a_change_of_keys_cut_short_at_any_point_loses_nothing(
    vault: Vault,
    files: Files,
    new_identity: Callable[..., Identity],
    monkeypatch: pytest.MonkeyPatch,
    point: str,
) -> None:
    ref = vault.seal(new_identity())

    class CutShortError(Exception):
        pass

    def cut(*_: object) -> None:
        raise CutShortError

    with monkeypatch.context() as patch:
        where = {"rewrite": (vaults, "_rewrite_identities"), "replace": (vaults, "_put")}[point]
        patch.setattr(*where, cut)
        with pytest.raises(CutShortError):
            vault.rotate_key(**WHY)
    assert again(files).open(ref, **WHY).plain("name") == "Siti Contoh"
    again(files).rotate_key(**WHY)
    assert again(files).open(ref, **WHY).plain("name") == "Siti Contoh"


def test_a_new_key_that_cannot_be_put_in_its_place_is_kept_beside_it(
    vault: Vault, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        assert refused(lambda: vault.rotate_key(**WHY)) == "vault.key-unwritable"
    assert again(files).verify() == 0


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


def test_it_lists_what_it_keeps_and_since_when(
    vault: Vault, new_identity: Callable[..., Identity]
) -> None:
    assert vault.kept() == {}
    refs = [vault.seal(new_identity()) for _ in range(2)]
    kept = vault.kept()
    assert list(kept) == sorted(refs)
    assert {*kept.values()} == {dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)}
    vault.erase(refs[0], **WHY)
    assert list(vault.kept()) == refs[1:]
    for damage in ("gestern", "2026-03-10T09:00:00", 7):
        with closing(sqlite3.connect(vault.path)) as db, db:
            db.execute("UPDATE identities SET sealed_at = ?", (damage,))
        assert refused(vault.kept) == "vault.identity-damaged"


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


def test_without_the_library_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    with pytest.raises(MissingExtraError, match="complaints"):
        Vault.at(tmp_path / "v.db", key_file=tmp_path / "k")
    assert list(tmp_path.iterdir()) == []


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


def test_a_damaged_key_file_is_not_made_anew(files: Files) -> None:
    for content in (b"", b"broken"):
        files[1].write_bytes(content)
        assert refused(lambda: keys.made_or_read_key(files[1])) == "vault.key-damaged"
        assert files[1].read_bytes() == content


def test_a_new_vault_does_not_take_what_a_lost_one_left(files: Files) -> None:
    files[0].with_name(f"{files[0].name}-wal").write_bytes(b"of another")
    assert refused(lambda: again(files)) == "vault.file-damaged"
    assert not files[0].exists()
