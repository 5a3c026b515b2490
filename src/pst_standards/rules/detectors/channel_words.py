"""Channels that a text names in words: "Daring: …", "Untuk layanan tatap muka …"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.model.channel import Channel

_ONLINE: Final = r"(?:daring|online|on-line|tidak langsung)"
_IN_PERSON: Final = r"(?:luring|offline|off-line|langsung|tatap muka|in person)"
_OPENING: Final = (
    r"\A\W{0,5}(?:khusus |untuk |bagi |kanal |media |layanan |pelayanan |secara ){0,3}"
)
_LABEL: Final = re.compile(
    rf"{_OPENING}(?:(?P<online>{_ONLINE})|(?P<in_person>{_IN_PERSON}))\s{{0,2}}[:;)(,\u2013-]",
    re.IGNORECASE,
)
_ANYWHERE: Final = re.compile(
    rf"\b(?:(?P<online>{_ONLINE})|(?P<in_person>{_IN_PERSON}))\b", re.IGNORECASE
)
_GIVEN: Final = re.compile(
    r"(?P<refused>\b(?:tanpa|tidak|without|not)(?: perlu| harus| usah)? (?:datang|berkunjung))"
    r"|(?P<in_person>\b(?:datang|berkunjung|kunjungan langsung|tatap muka|buku tamu|loket)\b"
    r"|\bantre?an\b"
    r"|\b(?:mengunjungi|mendatangi) (?:unit|kantor|pst|bps|ruang)\b"
    r"|\bin person\b|\bguest ?book\b|\bcounter\b)"
    r"|(?P<online>\b(?:daring|online|on-line)\b|\bakun\b"
    r"|\b(?:melalui|lewat|pada|di|mengakses) (?:aplikasi|portal|laman|situs|website)\b)",
    re.IGNORECASE,
)


def _label(words: str) -> Channel | None:
    found = _LABEL.match(words)
    return Channel(found.lastgroup or "") if found else None


_remembered_label = lru_cache(maxsize=4096)(_label)


def labelled(words: str) -> Channel | None:
    """Return the channel that a text is labelled with at its beginning.

    >>> labelled("Daring: surel aktif").value, labelled("Mengisi formulir daring")
    ('online', None)
    """
    return _remembered_label(words)


def _channels_in(words: str) -> frozenset[Channel]:
    return frozenset(Channel(found.lastgroup or "") for found in _ANYWHERE.finditer(words))


_remembered_channels = lru_cache(maxsize=4096)(_channels_in)


def channels_in(words: str) -> frozenset[Channel]:
    """Return the channels that a text speaks of.

    >>> sorted(one.value for one in channels_in("Langsung 10 menit, daring 3 hari kerja"))
    ['in_person', 'online']
    """
    return _remembered_channels(words)


def _given_in(words: str) -> frozenset[Channel]:
    names = {found.lastgroup or "" for found in _GIVEN.finditer(words)}
    return frozenset(Channel(name) for name in names if name != "refused")


_remembered_given = lru_cache(maxsize=4096)(_given_in)


def given_in(words: str) -> frozenset[Channel]:
    """Return the channels that a requirement or a step shows, whether or not it names them.

    >>> sorted(one.value for one in given_in("Datang ke unit PST, lalu login pada aplikasi"))
    ['in_person', 'online']
    >>> given_in("Tanpa datang ke kantor"), given_in("Memiliki surel aktif")
    (frozenset(), frozenset())
    """
    return _remembered_given(words)
