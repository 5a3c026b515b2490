"""A zip archive that depends on its contents alone.

``zipfile`` can write fixed dates, but not members that are packed already; nine tenths of a small
Word file never change, so packing them once makes a document many times cheaper.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import Final

from attrs import frozen

_LEVEL: Final = 6
_STORED: Final = 0
_DEFLATED: Final = 8
_VERSION: Final = 20
_UTF8_NAMES: Final = 0x800
# 1 January 1980, midnight: the first moment the format can name.
_DATE: Final = 0x21
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")


@frozen(kw_only=True)
class Member:
    """One file of an archive, packed."""

    name: str
    method: int
    checksum: int
    size: int
    packed: bytes


def deflated(name: str, content: bytes) -> Member:
    """Return a member with ``content`` made smaller."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(
        name=name,
        method=_DEFLATED,
        checksum=zlib.crc32(content),
        size=len(content),
        packed=packer.compress(content) + packer.flush(),
    )


def stored(name: str, content: bytes) -> Member:
    """Return a member with ``content`` as it is: pictures are packed already."""
    return Member(
        name=name,
        method=_STORED,
        checksum=zlib.crc32(content),
        size=len(content),
        packed=content,
    )


def archive(members: Iterable[Member]) -> bytes:
    """Return the archive of ``members`` in their order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    position = 0
    for member in members:
        name = member.name.encode()
        head = _head(member, len(name))
        piece = _LOCAL.pack(b"PK\x03\x04", *head, 0) + name + member.packed
        entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, *head, 0, 0, 0, 0, 0, position)
        pieces.append(piece)
        directory.append(entry + name)
        position += len(piece)
    entries = b"".join(directory)
    count = len(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(entries), position, 0)
    return b"".join((*pieces, entries, end))


def _head(member: Member, name_length: int) -> tuple[int, ...]:
    """Return the fields that the local header and the directory have in common."""
    return (
        _VERSION,
        _UTF8_NAMES,
        member.method,
        0,
        _DATE,
        member.checksum,
        len(member.packed),
        member.size,
        name_length,
    )
