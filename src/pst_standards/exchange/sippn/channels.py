"""The channel that words speak of: face to face (langsung) or at a distance (tidak langsung)."""

from __future__ import annotations

import re
from typing import Final

IN_PERSON: Final = "in_person"
ONLINE: Final = "online"
BOTH: Final = (IN_PERSON, ONLINE)
Channels = tuple[str, ...]

_MOST_WORDS: Final = 12
_AFAR: Final = r"(?:tidak|tak|non)[ -]?langsung"
_ONLINE: Final = rf"{_AFAR}|on[ -]?line|daring|during|jarak jauh"
_IN_PERSON: Final = (
    r"langsung|tatap muka|off[ -]?line|luring|on[ -]?site|walk[ -]?in|di tempat|kunjungan"
)
_CHANNEL: Final = re.compile(
    rf"\b(?:(?P<online>{_ONLINE})|(?P<in_person>{_IN_PERSON}))\b", re.IGNORECASE
)
_ALONE: Final = re.compile(rf"\W*(?:{_ONLINE}|langsung|off[ -]?line|luring)\W*", re.IGNORECASE)
_MEANS: Final = re.compile(
    r"\b(?:melalui|via|lewat)\W+(?:media\W+)?(?:aplikasi|website|web|laman|portal|e-?mail|surel)\b",
    re.IGNORECASE,
)
_AROUND: Final = re.compile(
    r"(?:layanan|pelayanan|persyaratan|syarat|prosedur|mekanisme|alur|waktu|biaya|tarif|produk"
    r"|secara|dengan|cara|melalui|via|lewat|media|untuk|bagi|yang|jalur|kanal|datang|kunjungan"
    r"|berkunjung|pengguna|pengunjung|permintaan|permohonan|ke|di|pst|unit|kantor|aplikasi|website"
    r"|web|laman|portal|email|e-mail|surel|mandiri|dan|atau|tatap|muka|dilakukan)"
)
_BRACKETS: Final = re.compile(r"\([^()]{0,80}\)")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)?")
_FILLING: Final = re.compile(rf"(?:{_AROUND.pattern})\Z", re.IGNORECASE)
# "langsung" is also an adverb ("langsung dilayani"); behind these words it names the channel.
_NAMED: Final = re.compile(
    r"\b(?:layanan|pelayanan|secara|untuk|kunjungan|datang|media|melalui|permintaan|permohonan"
    rf"|konsultasi|via)\W+(?:yang\W+)?(?:(?P<online>{_ONLINE})|(?P<in_person>{_IN_PERSON}))\b"
    r"|\b(?P<word>online|daring|offline|luring)\b",
    re.IGNORECASE,
)
_BY_WORD: Final = {"online": ONLINE, "daring": ONLINE, "offline": IN_PERSON, "luring": IN_PERSON}


def is_group(words: str) -> bool:
    """Tell whether words do no more than name a channel, as the heading of a list does.

    >>> is_group("Layanan dengan cara kunjungan langsung"), is_group("Datang langsung ke loket 2")
    (True, False)
    """
    words = outside_brackets(words)
    if _CHANNEL.search(words) is None and _MEANS.search(words) is None:
        return False
    left = _WORD.findall(_CHANNEL.sub(" ", words))
    return len(left) < _MOST_WORDS and all(_FILLING.match(word) for word in left)


def outside_brackets(words: str) -> str:
    """Return the words that name a channel without an explanation in brackets behind them."""
    bare = _BRACKETS.sub(" ", words)
    return bare if _CHANNEL.search(bare) else words


def is_bare(words: str) -> bool:
    """Tell whether words are the name of a channel and nothing else: "Tidak Langsung:"."""
    return _ALONE.fullmatch(words) is not None


def is_name(words: str) -> bool:
    """Tell whether words only name channels, in one word or several.

    >>> is_name("Tatap muka"), is_name("Luring / Offline"), is_name("Datang langsung")
    (True, True, False)
    """
    return _CHANNEL.search(words) is not None and not _WORD.search(_CHANNEL.sub(" ", words))


def channels_of(words: str) -> Channels:
    """Return the channels that a heading names.

    >>> channels_of("Tidak Langsung"), channels_of("Offline/Online")
    (('online',), ('in_person', 'online'))
    """
    found = {match.lastgroup for match in _CHANNEL.finditer(words)}
    if not found and _MEANS.search(words):
        found = {ONLINE}
    return tuple(name for name in BOTH if name in found)


def channels_in(words: str) -> Channels:
    """Return the channels that a sentence or a title speaks of.

    >>> channels_in("Penjualan Data Mikro melalui Media Datang Langsung")
    ('in_person',)
    >>> channels_in("Petugas langsung melayani pengguna")
    ()
    """
    found = {
        _BY_WORD[match["word"].casefold()] if match["word"] else match.lastgroup
        for match in _NAMED.finditer(words)
    }
    return tuple(name for name in BOTH if name in found)


def is_slip(words: str) -> bool:
    """Tell whether a channel is named by a known slip: "during" for "daring"."""
    return re.search(r"\bduring\b", words, re.IGNORECASE) is not None
