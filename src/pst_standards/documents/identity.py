"""What a document says of itself: its kind, its service, and the definition it was made from.

A paper that lies on a desk years later can then be held against the definition again.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from base64 import b64decode
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from pst_standards.documents.outline import Identity, Lang
from pst_standards.messages import text

if TYPE_CHECKING:
    from pst_standards.model.definition import Definition

FIRST_MARK: Final = "pst_isi_awal"
"""The bookmark in the first paragraph of the text in a template of an office."""
LAST_MARK: Final = "pst_isi_akhir"
"""The bookmark in the last one; LibreOffice loses one bookmark around several paragraphs."""
TEMPLATE: Final = "pst-template-sha256"
"""The property that holds the hash of that template."""
SHOWN: Final = 16
"""How many signs of a hash stand in the foot of a page: enough to tell two definitions apart."""
FOOT: Final = re.compile(rf"\w+ sha256:([0-9a-f]{{{SHOWN}}})")
"""The line in the foot; its group is the beginning of the hash."""

STATED: Final = re.compile(r"(pst-[a-z0-9-]+)=([^\s,]+)")
"""A fact where a file has one line for all of them, as ``stated`` writes it."""

_ZIPPED: Final = frozenset({"docx"})
_EMBEDDED: Final = re.compile(rb"data:image/png;base64,([A-Za-z0-9+/]+=*)")
"""A picture in a Markdown file, which has no other way to carry one."""
_ROWS: Final = b"IDAT"
_MOST_ROWS: Final = 50_000_000
"""Bytes of the rows of a picture that are unpacked at most."""


def definition_hash(definition: Definition) -> str:
    """Return the SHA-256 of a definition as its layers give it, written as canonical JSON.

    That is the JSON of ``pst show`` with sorted keys and without spaces, as UTF-8. Neither where
    its files stand, nor their form, comments and order of keys count: equal definitions have
    equal hashes on every machine.

    >>> from pst_standards.definitions import loads
    >>> definition_hash(loads("lang: en  # English")) == definition_hash(loads({"lang": "en"}))
    True
    """
    from pst_standards.definitions.structure import plain
    from pst_standards.definitions.writing import canonical_json

    # A text of a definition built in Python may hold what UTF-8 cannot.
    written = canonical_json(plain(definition))
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def content_hash(data: bytes, format: str) -> str:  # noqa: A002 - as in json tools
    """Return the SHA-256 of what a file holds: of a zipped one, of its parts before packing.

    Two libraries for zip pack the same parts into other bytes; the parts stay what they are. So do
    the rows of a drawn picture, which is packed as well, also where it stands in Markdown.

    >>> content_hash(b"<p>", "html") == sha256(b"<p>").hexdigest()
    True
    """
    if format == "md":
        data = _EMBEDDED.sub(lambda found: _unpacked(".png", b64decode(found[1])), data)
    if format not in _ZIPPED:
        return sha256(data).hexdigest()
    found = sha256()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            part = _unpacked(name, archive.read(name))
            # With their lengths before them, no part can pass for the end of another.
            found.update(f"{len(name.encode())} {name} {len(part)} ".encode())
            found.update(part)
    return found.hexdigest()


def _unpacked(name: str, part: bytes) -> bytes:
    """Return a PNG with its rows unpacked, as far as it is one like those that are drawn here.

    Of a picture that somebody made elsewhere the bytes are the same on every machine anyhow.
    """
    start = part.find(_ROWS) if name.endswith(".png") else -1
    if start < 0:
        return part
    rows = zlib.decompressobj()
    try:
        plain = rows.decompress(part[start + len(_ROWS) :], _MOST_ROWS)
    except zlib.error:
        return part
    # Before the rows stands how long they are packed, and behind them the checksum over that.
    return part[: start - 4] + plain + rows.unused_data[4:] if rows.eof else part


def properties(identity: Identity | None, lang: Lang) -> Mapping[str, str]:
    """Return what a file keeps beside its text, by name; nothing for a document without identity.

    >>> dict(properties(Identity(kind="maklumat", definition_sha256="00"), "id"))
    {'pst-kind': 'maklumat', 'pst-lang': 'id', 'pst-definition-sha256': '00'}
    """
    if identity is None:
        return {}
    facts = {
        "pst-kind": identity.kind,
        "pst-service": identity.service,
        "pst-rests-on": identity.rests_on,
        "pst-lang": lang,
        "pst-definition-sha256": identity.definition_sha256,
        "pst-signature": identity.signature,
    }
    return {name: value for name, value in facts.items() if value}


def stated(identity: Identity | None, lang: Lang) -> tuple[str, ...]:
    """Return the same facts for formats that have no properties of one's own.

    >>> stated(Identity(kind="maklumat", definition_sha256="00"), "id")
    ('pst-kind=maklumat', 'pst-lang=id', 'pst-definition-sha256=00')
    """
    return tuple(f"{name}={value}" for name, value in properties(identity, lang).items())


def foot_line(identity: Identity | None, lang: Lang) -> str:
    """Return the small line in the foot, empty for a document without identity.

    >>> foot_line(Identity(kind="maklumat", definition_sha256="0123456789abcdef01"), "en")
    'Definition sha256:0123456789abcdef'
    """
    if identity is None:
        return ""
    shown = identity.definition_sha256[:SHOWN]
    return text("documents", "foot.definition", lang, {"sha": shown})


def anchor(origin: tuple[str | int, ...]) -> str:
    """Return the name of the place in a document that shows a part of the definition.

    Word takes names of up to 40 letters, digits and underscores.

    >>> anchor(("standards", 0, "performance_evaluation"))
    'pst_standards_0_performance_evaluation'
    """
    name = "_".join(("pst", *map(str, origin)))
    if len(name) <= 40 and name.isidentifier() and name.isascii():  # noqa: PLR2004 - by Word
        return name
    return f"pst_{sha256(repr(origin).encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"
