"""When two texts say the same: without regard to signs, case and blanks; and garbled signs."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from pst_standards.exchange.sippn.channels import (
    Channels,
    channels_of,
    is_group,
    is_name,
    outside_brackets,
)
from pst_standards.exchange.sippn.entries import split_mark

_WORD: Final = re.compile(r"[^\W_@]+|@")
_NO_CENTS: Final = re.compile(r"(?<=[0-9]),(?:00(?![0-9])|-)")
_IN_WORDS: Final = re.compile(
    r"(?<=[0-9])\s?\((?:nol|se(?!jak|tiap|lama|cara)|satu|dua|tiga|empat|lima|enam|tujuh|delapan"
    r"|sembilan)[a-z ]{0,40}\)",
    re.IGNORECASE,
)
"""A number said again in words: "10 (sepuluh) menit"."""
_HEADS: Final = re.compile(r"(?:layanan|pelayanan|secara|kunjungan|melalui)\b", re.IGNORECASE)
_INNER_MARK: Final = re.compile(r"(?<!\S)\(?(?:[0-9]{1,2}|[A-Za-z])[.)](?=\s|\Z)|[•●○▪■]")
_HIGH: Final = "\u0080-\u00ff\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
_GARBLED: Final = re.compile(
    f"[{_HIGH}\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a"
    "\u0153\u017e\u0178]{2,}"
)
_LOST: Final = "\ufffd"
_FILLERS: Final = re.compile(
    r"[\s._\-\u2013\u2014\u2026*xX]*|(?:lorem|ipsum|dolor)\b.*|(?:tes|test|testing|coba|uji coba)"
    r"(?:\W*[0-9]*)|(?:n/?a|nihil|kosong|tba|tbd|todo|isi(?:an)? di sini|akan diisi|belum diisi"
    r"|diisi (?:kemudian|nanti)|null|none|asdf\w*|dummy|contoh (?:teks|isian))\W*",
    re.IGNORECASE | re.DOTALL,
)
_LIKE: Final = 0.55
_MOST: Final = 2000
"""Letters of a text that are compared when looking for the one that is most alike."""


def key_of(text: str) -> str:
    """Return what two texts have in common that say the same.

    >>> key_of("2) Surel aktif;") == key_of("• surel  Aktif")
    True
    >>> key_of("Rp 10.000,- dan 5 (lima) menit") == key_of("Rp10.000 dan 5 menit")
    True
    """
    return _key_of_group(_group_of(text)) or "".join(tokens_of(text))


def group_key(words: str) -> str:
    """Return the key of the heading of a group that words are; empty where they are none.

    >>> group_key("Datang langsung") == key_of("Luring"), group_key("Datang ke loket")
    (True, '')
    """
    return _key_of_group(channels_of(words) if is_group(words) else ())


def _key_of_group(channels: Channels) -> str:
    return f"\N{SECTION SIGN}{'+'.join(channels)}" if channels else ""


def _group_of(text: str) -> Channels:
    """Return the channels that a line heads a list for.

    A point of a list heads none, unless it is nothing but the name of a channel: "A. Luring".
    """
    mark, body = split_mark(text)
    named = is_name(outside_brackets(body))
    if mark is not None and mark.place is not None and not named:
        return ()
    heads = named or _HEADS.match(body) is not None
    return channels_of(body) if heads and is_group(body) else ()


def heads_group(text: str) -> bool:
    """Whether a line heads the points of a channel.

    >>> heads_group("B. Daring:"), heads_group("1. Datang langsung")
    (True, False)
    """
    return bool(_group_of(text))


def tokens_of(text: str) -> list[str]:
    """Return the words of a line without the mark before it."""
    rest = _IN_WORDS.sub("", _NO_CENTS.sub("", text))
    for _ in range(3):
        mark, body = split_mark(rest)
        if mark is None or not body:
            break
        rest = body
    # A line of signs only is what it is: "-".
    return _WORD.findall(rest.casefold()) or [rest.strip()]


def flat_key(text: str) -> str:
    """Return the key of a line without the marks inside it either.

    >>> flat_key("1. Datang 2. Antre") == flat_key("Datang Antre")
    True
    """
    return "".join(_WORD.findall(_INNER_MARK.sub(" ", text).casefold()))


def repaired(text: str) -> str:
    """Return a text in which signs that were read in the wrong encoding are right again.

    >>> repaired("Kopi hitam, cafÃ©"), repaired("menurut â€œstandar"), repaired("Rp10.000")
    ('Kopi hitam, café', 'menurut “standar', 'Rp10.000')
    """
    # The last byte of a closing quotation mark has no sign, and has become U+FFFD here.
    shown = text.replace("\u00e2\u20ac\ufffd", "\u201d")
    return _GARBLED.sub(lambda found: _decoded(found[0]), shown)


def _decoded(signs: str) -> str:
    data = bytearray()
    for sign in signs:
        try:
            data += sign.encode("cp1252")
        except UnicodeEncodeError:
            # Five bytes have no sign in that encoding; programs keep them as they are.
            data.append(ord(sign))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return signs


def has_lost_signs(text: str) -> bool:
    """Whether a program already put U+FFFD for signs that it could not read."""
    return _LOST in text


def is_filler(text: str) -> bool:
    """Whether a text only fills a field.

    >>> is_filler("-"), is_filler("Lorem ipsum dolor"), is_filler("Tidak dipungut biaya")
    (True, True, False)
    """
    bare = split_mark(text.strip())[1].strip() or text.strip()
    return _FILLERS.fullmatch(bare) is not None


def likeness(one: str, other: str) -> float:
    """Return how much two texts have in common, from 0 to 1; too little is nothing."""
    matcher = SequenceMatcher(
        None, one[:_MOST].casefold(), other[:_MOST].casefold(), autojunk=False
    )
    if matcher.real_quick_ratio() < _LIKE or matcher.quick_ratio() < _LIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _LIKE else 0.0
