"""Finding the fifteen points of UU 25/2009 Pasal 34 in a code of conduct."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.model.staff import ConductPoint
from pst_standards.rules.detectors.plain import plain

_NEAR: Final = r"[^;.]{0,80}"
_SIGNS: Final = (
    (
        ConductPoint.FAIR,
        re.compile(
            r"\badil\b|\bkeadilan|diskriminati|diskriminasi|\b(?:mem)?beda ?bedakan|\bmembedakan"
            r"|\bsetara|\bfair|\bdiscriminat|\bequal"
        ),
    ),
    (
        ConductPoint.CAREFUL,
        re.compile(r"\bcermat|\bkecermatan|\bteliti|\bketelitian|\bcareful|\bdiligent"),
    ),
    (
        ConductPoint.POLITE,
        re.compile(
            r"\bsantun|\bkesantunan|\bramah|\bkeramahan|\bsopan|\bkesopanan|\bsenyum|\b[35] ?s\b"
            r"|\bpolite|\bfriendl|\bcourte"
        ),
    ),
    (
        ConductPoint.RESOLUTE,
        re.compile(r"\btegas|\bketegasan|\bandal|\bhandal|\bberlarut|\bfirm|\breliab|\bdrawn out"),
    ),
    (ConductPoint.PROFESSIONAL, re.compile(r"\bprofesional|\bprofessional")),
    (
        ConductPoint.NOT_OBSTRUCTIVE,
        re.compile(
            r"\b(?:mem)?persulit|\bmenyulitkan|\bberbelit|\bmempermudah|\bmemudahkan|\bobstruct"
            r"|\bmak(?:e|ing) (?:\w+ )?difficult"
        ),
    ),
    (
        ConductPoint.OBEDIENT,
        re.compile(
            rf"\b(?:patuh|mematuhi|kepatuhan|taat|menaati|mentaati|melaksanakan|menjalankan)\b{_NEAR}"
            r"\b(?:perintah|atasan|pimpinan)|\bperintah (?:atasan|yang sah|kedinasan)|\bobey"
            r"|\blawful orders?|\bobedien"
        ),
    ),
    (
        ConductPoint.ACCOUNTABLE,
        re.compile(r"\bakuntab|\bintegritas|\b(?:ber)?tang+ung ?jawab|\baccountab|\bintegrity"),
    ),
    (
        ConductPoint.DISCREET,
        re.compile(r"\b(?:di|me)?rahasia|\bkerahasiaan|bocor|\bconfidential|\bsecre"),
    ),
    (
        ConductPoint.OPEN,
        re.compile(
            r"\bterbuka|\bketerbukaan|\btransparan|\b(?:benturan|konflik) kepentingan"
            r"|\bopen\b|\bopenness|\btransparen|\bconflicts? of interest"
        ),
    ),
    (
        ConductPoint.NO_MISUSE_OF_FACILITIES,
        re.compile(
            rf"alah ?guna{_NEAR}\b(?:sarana|prasarana|fasilitas|aset|barang milik|bmn)\b"
            rf"|\b(?:sarana|fasilitas|aset|barang milik negara|bmn)\b{_NEAR}\bkepentingan pribadi"
            rf"|\bmisus{_NEAR}\b(?:facilit|equipment|asset)"
        ),
    ),
    (
        ConductPoint.TRUTHFUL,
        re.compile(
            r"\binformasi (?:\w+ ){0,3}(?:salah|benar|akurat|jelas|menyesatkan)|\bmenyesatkan"
            r"|\bproaktif|\bjujur|\bkejujuran|\bfalse|\bmislead|\bproactive|\bhonest|\btruthful"
        ),
    ),
    (
        ConductPoint.NO_MISUSE_OF_OFFICE,
        re.compile(
            rf"alah ?guna{_NEAR}\b(?:informasi|jabatan|kewenangan|wewenang|kedudukan)\b|\bkorupsi"
            rf"|\bgratifikasi|\bsuap|\bpungli|\bpungutan liar|\bkkn\b|\bbrib|\bcorrupt|\bgratuit"
            rf"|\bmisus{_NEAR}\b(?:information|office|authority|position)"
        ),
    ),
    (
        ConductPoint.PROPER,
        re.compile(r"\bkepantasan|\bpantas|\bkepatutan|\bpatut\b|\bpropriety|\bproper|\bdecen"),
    ),
    (
        ConductPoint.BY_PROCEDURE,
        re.compile(r"\bprosedur|\bsop\b|\bstandar (?:operasional|pelayanan)|\bprocedure"),
    ),
)
_WHOLE_ARTICLE: Final = re.compile(r"\bpasal 34\b(?! (?:ayat|huruf))")


def _conduct_in(words: str) -> frozenset[ConductPoint]:
    """Return the points that a text names; one that takes over Pasal 34 names them all.

    >>> sorted(point.value for point in conduct_in("Petugas bersikap ramah, cermat, dan adil."))
    ['careful', 'fair', 'polite']
    """
    text = plain(words)
    if _WHOLE_ARTICLE.search(text):
        return frozenset(ConductPoint)
    return frozenset(point for point, pattern in _SIGNS if pattern.search(text))


conduct_in = lru_cache(maxsize=1024)(_conduct_in)
