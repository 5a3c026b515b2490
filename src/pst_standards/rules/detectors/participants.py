"""Which elements of the public a list of participants names.

PP 96/2012 Pasal 23 ayat (1) lists those who benefit, community figures, academics, business,
professional bodies and non-governmental organisations; the guide to scoring service units adds
practitioners, agencies and the mass media.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "user": (
        r"pengguna",
        r"penerima (?:layanan|manfaat|pelayanan)",
        r"pelanggan|konsumen|pengunjung|pemohon|pemanfaat|warga\b",
        # The bare word is the public at large; in these names it stands for an element of its own.
        r"(?<!tokoh )(?<!pemuka )(?<!swadaya )(?<!organisasi )masyarakat\b(?! sipil)",
        r"users?\b|customers?\b|visitors?\b|citizens?\b|applicants?\b|beneficiar",
        r"(?:general|members of the) public\b",
    ),
    "community_figure": (
        r"(?:tokoh|pemuka)\b|ketua r[tw]\b",
        r"community (?:leader|figure)|(?:public|religious) figure",
    ),
    "academic": (
        r"akademi|dosen|peneliti|universit|perguruan tinggi|kampus|mahasiswa|guru besar",
        r"politeknik|sekolah tinggi",
        r"academ|lecturer|researcher|students?\b|college|polytechnic",
    ),
    "practitioner": (r"praktisi|pakar\b|(?:tenaga )?ahli\b", r"practitioner|experts?\b"),
    "business": (
        r"(?:dunia|pelaku|badan) usaha|pengusaha|perusahaan|wira(?:usaha|swasta)|swasta\b",
        r"kadin\b|umkm\b|bum[nd]\b|perbankan",
        r"business|compan(?:y|ies)|entrepreneur|chambers? of commerce|private sector",
    ),
    "profession": (
        r"(?:organisasi|perhimpunan|perkumpulan) profesi",
        r"(?:ikatan|himpunan|persatuan|asosiasi) (?!mahasiswa)\w",
        r"professional (?:bod|organi[sz]ation|association)",
    ),
    "civil_society": (
        r"lsm\b|lembaga swadaya|masyarakat sipil|organisasi (?:ke)?masyarakat|ormas\b",
        r"komunitas|karang taruna|pkk\b|yayasan",
        r"ngos?\b|non-?governmental|civil society|community (?:group|organi[sz]ation)",
    ),
    "media": (
        r"media\b|pers\b|wartawan|jurnalis|radio\b|televisi|surat kabar",
        r"press\b|journalist|reporters?\b",
    ),
    "agency": (
        r"instansi|dinas\b|opd\b|skpd\b|kementerian|pemerintah|bappeda|badan\b(?! usaha| hukum)",
        r"camat\b|kecamatan|lurah\b|kelurahan|dprd\b|inspektorat|kepolisian",
        r"agenc(?:y|ies)|(?<!non-)government|ministr",
    ),
}
_ELEMENTS: Final = {
    name: re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) for name, words in _WORDS.items()
}


def elements_in(words: str) -> frozenset[str]:
    """Tell which elements of the public are named.

    >>> sorted(elements_in("Pengguna layanan, dosen, dan wartawan"))
    ['academic', 'media', 'user']
    >>> elements_in("Kepala kantor")
    frozenset()
    """
    plain = " ".join(words.split())
    return frozenset(name for name, pattern in _ELEMENTS.items() if pattern.search(plain))
