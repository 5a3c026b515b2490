"""Which elements of the public a list of participants names.

PP 96/2012 Pasal 23 ayat (1) lists those who benefit, community figures, academics, business,
professional bodies and non-governmental organisations; the guide to scoring service units adds
practitioners, agencies and the mass media.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_REMEMBERED: Final = 1024
_ELEMENTS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in (
        (
            "user",
            r"\bpengguna|\bpenerima (?:layanan|manfaat|pelayanan)|\bpelanggan|\bkonsumen|\bpengunjung"
            r"|\bpemohon|\bpemanfaat|\bwarga\b|(?<!tokoh )(?<!pemuka )(?<!swadaya )(?<!organisasi )"
            r"\bmasyarakat\b(?! sipil)|\b(?:users?|customers?|beneficiar|visitors?|citizens?"
            r"|applicants?)|\b(?:general|members of the) public\b",
        ),
        (
            "community_figure",
            r"\b(?:tokoh|pemuka)\b|\bketua r[tw]\b"
            r"|\bcommunity (?:leader|figure)|\b(?:public|religious) figure",
        ),
        (
            "academic",
            r"\bakademi|\bdosen|\bpeneliti|\buniversit|\bperguruan tinggi|\bkampus|\bmahasiswa"
            r"|\bpoliteknik|\bsekolah tinggi|\bguru besar|\bacadem|\blecturer|\bresearcher"
            r"|\bstudents?\b|\bcollege|\bpolytechnic",
        ),
        ("practitioner", r"\bpraktisi|\bpakar\b|\b(?:tenaga )?ahli\b|\bpractitioner|\bexperts?\b"),
        (
            "business",
            r"\b(?:dunia|pelaku|badan) usaha|\bpengusaha|\bperusahaan|\bwira(?:usaha|swasta)"
            r"|\bswasta\b|\bkadin\b|\bumkm\b|\bbum[nd]\b|\bperbankan|\bbusiness|\bcompan(?:y|ies)"
            r"|\bentrepreneur|\bchambers? of commerce|\bprivate sector",
        ),
        (
            "profession",
            r"\b(?:organisasi|asosiasi|ikatan|himpunan|perhimpunan|perkumpulan)\s*profesi"
            r"|\b(?:ikatan|himpunan|persatuan|asosiasi) (?!mahasiswa)\w"
            r"|\bprofessional (?:bod|organi[sz]ation|association)",
        ),
        (
            "civil_society",
            r"\blsm\b|\blembaga swadaya|\bmasyarakat sipil|\borganisasi (?:ke)?masyarakat|\bormas\b"
            r"|\bkomunitas|\bkarang taruna|\bpkk\b|\byayasan"
            r"|\bngos?\b|\bnon-?governmental|\bcivil society|\bcommunity (?:group|organi[sz]ation)",
        ),
        (
            "media",
            r"\bmedia\b|\bpers\b|\bwartawan|\bjurnalis|\bradio\b|\btelevisi|\bsurat kabar"
            r"|\bpress\b|\bjournalist|\breporters?\b",
        ),
        (
            "agency",
            r"\binstansi|\bdinas\b|\bopd\b|\bskpd\b|\bkementerian|\bpemerintah|\bbappeda"
            r"|\bbadan\b(?! usaha| hukum)|\bcamat\b|\bkecamatan|\blurah\b|\bkelurahan|\bdprd\b"
            r"|\binspektorat|\bkepolisian|\bagenc(?:y|ies)|\bgovernment|\bministr",
        ),
    )
}


def _elements_in(words: str) -> frozenset[str]:
    """Tell which elements of the public are named.

    >>> sorted(elements_in("Pengguna layanan, dosen, dan wartawan"))
    ['academic', 'media', 'user']
    >>> elements_in("Kepala kantor")
    frozenset()
    """
    plain = " ".join(words.split())
    return frozenset(name for name, pattern in _ELEMENTS.items() if pattern.search(plain))


# Standards that were discussed together repeat their list of participants.
elements_in = lru_cache(maxsize=_REMEMBERED)(_elements_in)
