"""Telling what a facility is for by its name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.model.facility import FacilityKind
from pst_standards.rules.detectors.plain import plain

_NAMES: Final = (
    (
        FacilityKind.FRONT_OFFICE,
        re.compile(
            r"front ?(?:office|desk)|\b(?:loket|meja|konter|ruang(?:an)?) (?:pelayanan|layanan)\b"
            r"|\bruang(?:an)? pst\b|\bresepsionis|\breception|\b(?:service|help) ?desk"
        ),
    ),
    (
        FacilityKind.WAITING_ROOM,
        re.compile(r"\b(?:ruang(?:an)?|area|tempat|kursi) tunggu|\bwaiting (?:room|area|lounge)"),
    ),
    (
        FacilityKind.PLAY_AREA,
        re.compile(
            r"\b(?:arena|area|ruang(?:an)?|tempat|pojok|taman) (?:ber)?main\b"
            r"|\b(?:pojok|ruang) anak\b|\bplay ?(?:area|ground|room|corner)|\bkids? (?:corner|zone)"
            r"|\bchildren'?s? corner"
        ),
    ),
    (
        FacilityKind.TOILET,
        re.compile(r"\btoilet|\bkamar (?:mandi|kecil)|\bwc\b|\brest ?room|\blavator|\bjamban"),
    ),
    (FacilityKind.PARKING, re.compile(r"\bparkir|\bparking|\bcar park")),
    (
        FacilityKind.PRAYER_ROOM,
        re.compile(
            r"\bibadah|\bmus(?:h|s)?al+a|\bmus(?:h|s)?ol+a|\bm[ae]sjid"
            r"|\b(?:tempat|ruang) sh?[ao]lat|\bprayer|\bworship|\bmosque"
        ),
    ),
    (
        FacilityKind.LACTATION_ROOM,
        re.compile(
            r"\blaktasi|\bmenyusui|\b(?:ruang|pojok) asi\b|\blactation|\bnursing room"
            r"|\bbreast ?feeding"
        ),
    ),
    (
        FacilityKind.PRIORITY_COUNTER,
        re.compile(
            r"\b(?:loket|konter|counter|meja|antr[ei]?an|jalur|lajur|layanan|pelayanan)"
            r" (?:pelayanan |layanan |antr[ei]?an )?prioritas|\b(?:loket|konter|counter) khusus"
            r"|\bpriority (?:counter|queue|desk|lane|service)"
        ),
    ),
    (
        FacilityKind.ACCESS,
        re.compile(
            r"disabilit|difabel|\bpenyandang cacat|\bkursi roda|kebutuhan khusus|\bramp\b"
            r"|\bram\b(?! \d)|\bjalur landai|\bbidang miring|\bguiding block"
            r"|\b(?:jalur|ubin) pemandu|\bbraille|\bpegangan rambat|\bhand ?rail|\blift\b"
            r"|\belevator|\bwheel ?chair|\bspecial needs|\bkruk\b|\bramah lansia"
            r"|\bkelompok rentan"
        ),
    ),
    (
        FacilityKind.SAFETY,
        re.compile(
            r"\bapar\b|\bpemadam|\bp ?3 ?k\b|\bpertolongan pertama|\bevakuasi|\btitik kumpul"
            r"|\b(?:tangga|pintu|jalur) darurat|\bh[yi]dran|\bdetektor asap|\bkeselamatan"
            r"|\bextinguish|\bfirst aid|\bevacuation|\bassembly point|\bemergency exit|\bsafety"
        ),
    ),
    (
        FacilityKind.SUPPORT,
        re.compile(
            r"\bfoto ?kopi|\bphoto ?cop|\bkantin|\bcanteen|\b(?:area|ruang|tempat) merokok"
            r"|\btempat sampah|\b(?:trash|litter) bin|\balat tulis|\batk\b|\bloker|\blocker"
            r"|\bsmoking|\bpenunjang|\Acctv|\Akamera pengawas|\bsupport"
        ),
    ),
)


def _kinds_in(name: str) -> frozenset[FacilityKind]:
    """Return what a facility is for; a name may tell of several, or of nothing known.

    >>> sorted(kind.value for kind in kinds_in("Toilet dan tempat parkir"))
    ['parking', 'toilet']
    >>> kinds_in("Gudang")
    frozenset()
    """
    words = plain(name)
    return frozenset(kind for kind, pattern in _NAMES if pattern.search(words))


kinds_in = lru_cache(maxsize=4096)(_kinds_in)
