"""A vault opens nobody without an officer and a reason, and keeps nothing readable."""

from __future__ import annotations

import datetime as dt
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pst_standards.complaints.secrecy import Identity, Purpose, Vault, openings, vaults
from pst_standards.messages.extras import MissingExtraError
from tests.complaints.secrecy.vault_again import WHY, Files, change, refused


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


def test_without_the_library_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    with pytest.raises(MissingExtraError, match="complaints"):
        Vault.at(tmp_path / "v.db", key_file=tmp_path / "k")
    assert list(tmp_path.iterdir()) == []
