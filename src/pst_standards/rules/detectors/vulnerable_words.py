"""Telling what a text offers to people to whom special treatment is owed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.model.channel import VulnerableGroup
from pst_standards.rules.detectors.plain import plain

_ALL: Final = re.compile(r"\b(?:kelompok|masyarakat|warga) rentan|\bvulnerable")
_GROUPS: Final = (
    (
        VulnerableGroup.DISABILITY,
        re.compile(
            r"disabilit|difabel|\bpenyandang cacat|\bberkebutuhan khusus|\bkursi roda|\btuna ?netra"
            r"|\btuna ?rungu|\bdisab|\bwheel ?chair|\bspecial needs|\bbraille"
        ),
    ),
    (VulnerableGroup.ELDERLY, re.compile(r"\blansia|\blan?jut usia|\bmanula|\belder|\bsenior")),
    (
        VulnerableGroup.PREGNANT,
        re.compile(r"\b(?:ibu|wanita|perempuan) (?:\w+ )?hamil|\bpregnan|\bbumil"),
    ),
    (
        VulnerableGroup.BREASTFEEDING,
        re.compile(r"\bmenyusui|\blaktasi|\bbusui|\bbreast ?feed|\blactati|\bnursing"),
    ),
    (
        VulnerableGroup.CHILDREN,
        re.compile(r"\banak|\bbalita|\bbayi|\bchild|\btoddler|\binfant|\bkids?\b"),
    ),
    (VulnerableGroup.DISASTER_VICTIMS, re.compile(r"\bkorban|\bbencana|\bdisaster")),
)
_PRIORITY: Final = re.compile(
    r"\b(?:di|mem|ter)?prior?itas|\b(?:di|men)dahulukan|\b(?:di|meng)utamakan"
    r"|\b(?:tanpa|bebas) (?:meng)?antr|\b(?:jalur|loket|konter|meja|antr[ei]an) khusus"
    r"|\bpriorit|\b(?:no|without) queu|\bfast ?track|\bserved first"
)
_GUIDE: Final = re.compile(
    r"\bpanduan|\bpedoman|\bpetunjuk|\bbuku|\bstandar|\bmaklumat|\bleaflet|\bbrosur|\bvideo"
    r"|\binformasi|\bguide|\bmanual|\bbooklet|\binstruction"
)
_ACCESSIBLE: Final = re.compile(
    r"\bmudah diakses|\baksesib|disabilit|difabel|\bbraille|\b(?:huruf|cetak(?:an)?) besar"
    r"|\b(?:ber)?audio|\bisyarat|\btuna ?(?:netra|rungu)|\baccessib|\bdisab|\blarge print"
    r"|\bsign language|kebutuhan khusus|\bkelompok rentan|\bscreen ?reader|\bpembaca layar"
)
_SPOKEN: Final = re.compile(
    r"\blisan|\bdidampingi|\bpendamping|\bdibantu|\bbantuan petugas|\bjuru bahasa|\bisyarat"
    r"|\boral|\bspoken|\bverbal|\bassist|\bcompanion|\binterpreter"
)
_PROXY: Final = re.compile(
    r"\b(?:di|me|pe|per)?wakil|\b(?:surat |penerima |pemberi |beri |melalui |dengan |di)kuasa"
    r"|\bproxy|\brepresentative|\bon behalf|\bpower of attorney"
)
_ASSISTANCE: Final = re.compile(
    r"\bisyarat|\bjuru bahasa|\bpenerjemah|\b(?:pen)?damping|\bdidampingi|(?<!jalur )(?<!ubin )"
    r"\bpemandu|\b(?:bel|tombol) (?:bantuan|panggil)|\bsign language|\binterpreter|\bcompanion"
    r"|\bassist|\b(?:call|help) (?:button|bell)|\bbisindo|\bsibi\b"
)


def _groups_named(words: str) -> frozenset[VulnerableGroup]:
    """Return the groups that a text names; ``kelompok rentan`` names them all.

    >>> sorted(group.value for group in groups_named("Lansia dan ibu hamil"))
    ['elderly', 'pregnant']
    """
    text = plain(words)
    if _ALL.search(text):
        return frozenset(VulnerableGroup)
    return frozenset(group for group, pattern in _GROUPS if pattern.search(text))


groups_named = lru_cache(maxsize=4096)(_groups_named)


def _gives_priority(words: str) -> bool:
    """Tell whether a text lets somebody go first.

    >>> gives_priority("Lansia didahulukan"), gives_priority("Mengambil nomor antrean")
    (True, False)
    """
    return _PRIORITY.search(plain(words)) is not None


gives_priority = lru_cache(maxsize=4096)(_gives_priority)


def _guides(words: str) -> bool:
    """Tell whether a text speaks of a guide that people with disability can use.

    >>> guides("Panduan layanan bagi penyandang disabilitas"), guides("Kursi roda")
    (True, False)
    """
    text = plain(words)
    return _ACCESSIBLE.search(text) is not None and _GUIDE.search(text) is not None


guides = lru_cache(maxsize=4096)(_guides)


def _lets_speak(words: str) -> bool:
    """Tell whether a complaint may be spoken or made with help.

    >>> lets_speak("Pengaduan lisan dicatat petugas"), lets_speak("Melalui surat")
    (True, False)
    """
    return _SPOKEN.search(plain(words)) is not None


lets_speak = lru_cache(maxsize=4096)(_lets_speak)


def _lets_represent(words: str) -> bool:
    """Tell whether somebody else may complain for a person.

    >>> lets_represent("Dapat diwakili dengan surat kuasa"), lets_represent("Melalui surat")
    (True, False)
    """
    return _PROXY.search(plain(words)) is not None


lets_represent = lru_cache(maxsize=4096)(_lets_represent)


def _assists(words: str) -> bool:
    """Tell whether a text offers a companion, an interpreter or a way to call one.

    >>> assists("Juru bahasa isyarat"), assists("Jalur pemandu")
    (True, False)
    """
    return _ASSISTANCE.search(plain(words)) is not None


assists = lru_cache(maxsize=4096)(_assists)
