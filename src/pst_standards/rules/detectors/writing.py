"""Typing errors that were seen in published standards, and brackets that do not close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

_LONGEST: Final = 20_000
_AROUND: Final = 20

KNOWN_ERRORS: Final[Mapping[str, str]] = {
    "adminitrasi": "administrasi",
    "adminstrasi": "administrasi",
    "admnistrasi": "administrasi",
    "di berikan": "diberikan",
    "di lakukan": "dilakukan",
    "di laksanakan": "dilaksanakan",
    "di pungut": "dipungut",
    "di tentukan": "ditentukan",
    "di tetapkan": "ditetapkan",
    "datamikro": "data mikro",
    "fromulir": "formulir",
    "formulr": "formulir",
    "kabupatn": "kabupaten",
    "kabuapten": "kabupaten",
    "kepuasaan": "kepuasan",
    "konsultsi": "konsultasi",
    "layanna": "layanan",
    "masyarkat": "masyarakat",
    "membyar": "membayar",
    "menyelenggaran": "menyelenggarakan",
    "pebayaran": "pembayaran",
    "pelayananan": "pelayanan",
    "pelyanan": "pelayanan",
    "pemabayaran": "pembayaran",
    "penagduan": "pengaduan",
    "pengadauan": "pengaduan",
    "penggguna": "pengguna",
    "penyelesain": "penyelesaian",
    "permohoan": "permohonan",
    "permohonanan": "permohonan",
    "permintaaan": "permintaan",
    "perpustakan": "perpustakaan",
    "persyartan": "persyaratan",
    "persyaratn": "persyaratan",
    "perundangan-undangan": "perundang-undangan",
    "petuags": "petugas",
    "publkasi": "publikasi",
    "rekomendsi": "rekomendasi",
    "statisik": "statistik",
    "statitik": "statistik",
    "statitsik": "statistik",
    "untukmelaksanakan": "untuk melaksanakan",
}
"""What is written, in small letters, and what is meant; none of them is a word of its own."""
_IN_PLACE: Final = re.compile(
    rf"\b({'|'.join(sorted(map(re.escape, KNOWN_ERRORS), key=len, reverse=True))})\b"
    # "during" is a slip for "daring" only among Indonesian words.
    r"|\b(?:secara|layanan|pelayanan|permohonan|pendaftaran|formulir|pengguna|media|kanal|sistem"
    r"|aplikasi|konsultasi|dan|atau|melalui) (during)\b",
    re.IGNORECASE,
)
# A name that runs on behind what it is the name of; tags, addresses and files are written so.
_RUN_TOGETHER: Final = re.compile(
    r"(?<![\w#@/.-])(Kabupaten|Provinsi|Kecamatan|Kelurahan)([A-Z][a-z]{2,40})(?![\w/@]|\.\w)"
)
_BRACKET: Final = re.compile(r"[()\[\]]")
# "1)", "a)", "iv)" in front of a point of a list, and ":)" close nothing.
_BEFORE_POINT: Final = re.compile(r"(?:\A|[\s;,.:/(])(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{1,4})\Z|[:;]-?\Z")


def slips_in(words: str) -> tuple[tuple[str, str], ...]:
    """Return the typing errors of a text, each with what is meant.

    >>> slips_in("Layanan during di Kabupatn Contoh")
    (('during', 'daring'), ('Kabupatn', 'Kabupaten'))
    >>> slips_in("PST BPS KabupatenContoh")
    (('KabupatenContoh', 'Kabupaten Contoh'),)
    """
    read = words[:_LONGEST]
    slips = dict.fromkeys(found[1] or found[2] for found in _IN_PLACE.finditer(read))
    parted = {found[0]: f"{found[1]} {found[2]}" for found in _RUN_TOGETHER.finditer(read)}
    return (*((slip, _corrected(slip)) for slip in slips), *parted.items())


def _corrected(slip: str) -> str:
    meant = KNOWN_ERRORS.get(slip.lower(), "daring")
    if slip.isupper():
        return meant.upper()
    return meant.capitalize() if slip[0].isupper() else meant


def open_bracket(words: str) -> str:
    """Return the surroundings of the first bracket without its partner, empty when there is none.

    >>> open_bracket("Buku tamu (lihat lampiran")
    'Buku tamu (lihat lampiran'
    >>> open_bracket("Syarat: 1) KTP; 2) formulir (asli)")
    ''
    """
    # A text that is longer than a person reads is not looked at in part: its end is missing.
    if len(words) > _LONGEST or not _BRACKET.search(words):
        return ""
    alone = next(_alone(words), None)
    return (
        "" if alone is None else " ".join(words[max(alone - _AROUND, 0) :][: 2 * _AROUND].split())
    )


def _alone(words: str) -> Iterator[int]:
    """Yield the places of brackets without a partner; the half-open ``[0, 30)`` has one."""
    opened: list[int] = []
    for found in _BRACKET.finditer(words):
        if found[0] in "([":
            opened.append(found.start())
        elif opened:
            opened.pop()
        elif not _BEFORE_POINT.search(words[max(found.start() - 5, 0) : found.start()]):
            yield found.start()
    yield from opened
