"""The key of a vault: one file, made on first use, that only its owner can read."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import os
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final, final

from attrs import field, frozen

from pst_standards.complaints.new_files import made_whole
from pst_standards.complaints.secrecy.errors import VaultError
from pst_standards.complaints.secrecy.sealed import Sealed, uncovered
from pst_standards.messages.extras import extra

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_FORMAT: Final = "pst-vault-key/1"
_BYTES: Final = 32
_NONCE: Final = 12
_PARTS: Final = 4
_LONGEST_FILE: Final = 1024


@final
@frozen(eq=False)
class Key:
    """A key of AES-256-GCM with its public name ``kid``; the key itself is sealed.

    Raises ``MissingExtraError`` when the library cryptography is not installed.

    >>> key = Key.new()
    >>> key.decrypt(key.encrypt(b"text", about=b"row 1"), about=b"row 1")
    b'text'
    """

    kid: str
    _secret: Sealed = field(repr=False)

    @classmethod
    def new(cls) -> Key:
        """Return a key nobody has had before."""
        return cls(secrets.token_hex(8), Sealed(secrets.token_hex(_BYTES)))

    def __attrs_post_init__(self) -> None:
        # A library found missing only when there is something to encrypt would fail in a frame
        # that holds it.
        _library()

    def encrypt(self, plain: bytes, *, about: bytes) -> bytes:
        """Return what only this key opens, and only for the same ``about``.."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher().encrypt(nonce, plain, about)

    def decrypt(self, box: object, *, about: bytes) -> bytes | None:
        """Return what was encrypted; None when box, key or ``about`` is not the one it was.

        The box comes from a file that may be damaged, so it may be anything.
        """
        _, refused = _library()
        if not isinstance(box, bytes):
            return None
        try:
            return self._cipher().decrypt(box[:_NONCE], box[_NONCE:], about)
        except (refused, ValueError):
            return None

    def _cipher(self) -> AESGCM:
        cipher, _ = _library()
        return cipher(self._bytes())

    def _bytes(self) -> bytes:
        return bytes.fromhex(uncovered(self._secret))

    def write(self, path: Path) -> None:
        """Write the key to a file that must not be there yet, safe on the disk when this returns.

        Killed at any point, there is no file or a whole one, for its owner alone where the system
        knows modes (0600). Raises ``FileExistsError`` when there is one, ``VaultError`` when it
        cannot be written.
        """
        try:
            with (
                made_whole(path) as fresh,
                fresh.open("w", encoding="ascii", newline="\n") as stream,
            ):
                stream.write(self._line())
                stream.flush()
                os.fsync(stream.fileno())
        except FileExistsError:
            raise
        except OSError as error:
            raise VaultError("vault.key-unwritable", path=str(path)) from error

    def _line(self) -> str:
        body = f"{_FORMAT} {self.kid} {base64.b64encode(self._bytes()).decode('ascii')}"
        return f"{body} {_check(body)}\n"


def _library() -> tuple[type[AESGCM], type[Exception]]:
    with extra("complaints"):
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    return AESGCM, InvalidTag


def _check(body: str) -> str:
    """Return what shows that a line was copied whole; it gives nothing of the key away."""
    return hashlib.sha256(f"check {body}".encode()).hexdigest()[:8]


def read_key(path: Path) -> Key:
    """Return the key of a file.

    Raises ``VaultError``: ``vault.key-missing``, ``vault.key-unreadable``, ``vault.key-damaged``.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_LONGEST_FILE)
    except FileNotFoundError:
        raise VaultError("vault.key-missing", path=str(path)) from None
    except OSError as error:
        raise VaultError("vault.key-unreadable", path=str(path)) from error
    key = _parsed(data)
    del data
    if key is None:
        raise VaultError("vault.key-damaged", path=str(path))
    return key


def _parsed(data: bytes) -> Key | None:
    try:
        parts = data.decode("ascii").split()
        body = " ".join(parts[:-1])
        if len(parts) != _PARTS or parts[0] != _FORMAT or _check(body) != parts[-1]:
            return None
        secret = base64.b64decode(parts[2], validate=True)
    except (UnicodeDecodeError, binascii.Error):
        return None
    return Key(parts[1], Sealed(secret.hex())) if len(secret) == _BYTES else None


def made_or_read_key(path: Path) -> Key:
    """Return the key of a file, made now if there is none; two processes get the same one."""
    with contextlib.suppress(FileExistsError):
        Key.new().write(path)
    return read_key(path)


def is_exposed(path: Path) -> bool:
    """Tell whether others than its owner can read a key file, as far as the system tells.

    Windows and some network drives keep no such modes; there the folder must be protected.
    """
    mode = path.stat().st_mode
    return os.name == "posix" and bool(mode & (stat.S_IRWXG | stat.S_IRWXO))
