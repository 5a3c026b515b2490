"""A value that nothing shows.

Python has no secret attributes: whatever an object holds, a debugger, a pickle or a traceback with
locals can print. So a sealed value is held as random bytes and what they must be combined with,
and every way Python has of turning an object into text or copying it is closed on top of that.
"""

from __future__ import annotations

import secrets
from typing import Any, Final, NoReturn, SupportsIndex, final

from pst_standards.complaints.secrecy.errors import SecrecyError

PLACEHOLDER: Final = "<sealed>"
_BLOCK: Final = 64
_LENGTH: Final = 4


class Permit:
    """What opens the values sealed under it; the vault makes one for each opening it has logged."""

    __slots__ = ()


@final
class Sealed:
    """A text that no ``repr``, ``str``, format, log, JSON, YAML, pickle or debugger shows.

    Two are equal only when they are the same object, so a set is no way to guess a value.

    >>> name = Sealed("Siti Contoh")
    >>> print(name, repr(name), f"{name:>20}", [name])
    <sealed> <sealed> <sealed> [<sealed>]
    >>> name == Sealed("Siti Contoh")
    False
    """

    __slots__ = ("_mask", "_pad", "_permit")

    _mask: bytes
    _pad: bytes
    _permit: Permit | None

    def __init__(self, value: str, permit: Permit | None = None) -> None:
        if not isinstance(value, str):
            del value  # a traceback with locals shows what a frame still holds
            raise SecrecyError("secrecy.not-text")
        pad, mask = _hidden(value)
        object.__setattr__(self, "_pad", pad)
        object.__setattr__(self, "_mask", mask)
        object.__setattr__(self, "_permit", permit)

    def __repr__(self) -> str:
        return PLACEHOLDER

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return PLACEHOLDER

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise SecrecyError("secrecy.sealed")

    def __delattr__(self, name: str) -> NoReturn:
        raise SecrecyError("secrecy.sealed")

    def __copy__(self) -> Sealed:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Sealed:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise SecrecyError("secrecy.sealed")

    def __getstate__(self) -> NoReturn:
        raise SecrecyError("secrecy.sealed")


def _hidden(value: str) -> tuple[bytes, bytes]:
    """Return random bytes and the value combined with them, in blocks that hide its length."""
    # A lone surrogate may come in by JSON; an encoding error would carry the whole value.
    plain = value.encode("utf-8", "surrogatepass")
    whole = len(plain).to_bytes(_LENGTH, "big") + plain
    whole += bytes(-len(whole) % _BLOCK)
    pad = secrets.token_bytes(len(whole))
    return pad, _combined(pad, whole)


def _combined(left: bytes, right: bytes) -> bytes:
    number = int.from_bytes(left, "big") ^ int.from_bytes(right, "big")
    return number.to_bytes(len(left), "big")


def plain(sealed: Sealed, permit: Permit | None) -> str:
    """Return the value, given the very permit it was sealed under.

    Raises ``SecrecyError`` with another permit or none.

    >>> print(plain(Sealed("Siti Contoh"), Permit()))
    Traceback (most recent call last):
    pst_standards.complaints.secrecy.errors.SecrecyError: Identitas ini belum dibuka. ...
    """
    if permit is None or permit is not sealed._permit:  # noqa: SLF001 - of this module
        raise SecrecyError("secrecy.not-opened")
    return uncovered(sealed)


def uncovered(sealed: Sealed) -> str:
    """Return the value without a permit: for encrypting and masking it, and nothing else.

    Only the modules that do so import this, and a test holds that.

    >>> uncovered(Sealed("Siti Contoh"))
    'Siti Contoh'
    """
    whole = _combined(sealed._pad, sealed._mask)  # noqa: SLF001 - of this module
    length = int.from_bytes(whole[:_LENGTH], "big")
    return whole[_LENGTH : _LENGTH + length].decode("utf-8", "surrogatepass")
