"""The key of a vault: made once, never anew, and changed without loss."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from pst_standards.complaints.secrecy import Identity, Purpose, Vault, keys, vaults
from tests.complaints.secrecy.vault_again import WHY, Files, again, refused


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


def test_a_damaged_key_file_is_not_made_anew(files: Files) -> None:
    for content in (b"", b"broken"):
        files[1].write_bytes(content)
        assert refused(lambda: keys.made_or_read_key(files[1])) == "vault.key-damaged"
        assert files[1].read_bytes() == content
