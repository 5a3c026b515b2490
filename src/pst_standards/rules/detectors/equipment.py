"""Telling what a facility is equipped with, by the items that the PEKPPP guide counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.model.base import Choice
from pst_standards.rules.detectors.plain import affirmed, plain


class Equipment(Choice):
    """One item of the guide, as it is named to a reader."""

    SEATS = "seats", "tempat duduk", "seats"
    COOLING = "cooling", "pendingin atau sirkulasi udara", "cooling or ventilation"
    MEN_AND_WOMEN = "men_and_women", "pemisahan pria dan wanita", "men and women apart"
    BASIN = "basin", "wastafel", "wash-basin"
    TOILETRIES = "toiletries", "sabun atau tisu", "soap or tissue"
    CLEAN_WATER = "clean_water", "air bersih", "clean water"
    CLEANING_LOG = "cleaning_log", "pemantauan kebersihan", "cleaning log"
    WHEELS_APART = "wheels_apart", "pemisahan roda dua dan roda empat", "two and four wheels apart"
    ATTENDANT = "attendant", "petugas parkir", "attendant"
    TICKET = "ticket", "karcis", "ticket"
    CCTV = "cctv", "CCTV", "CCTV"
    HELMETS = "helmets", "penitipan helm", "keeping of helmets"
    COVER = "cover", "atap atau pelindung", "roof or cover"
    DRIVE_THRU = "drive_thru", "lantatur (drive-thru)", "drive-thru"
    EXTINGUISHER = "extinguisher", "alat pemadam api ringan (APAR)", "fire extinguisher"
    FIRST_AID = "first_aid", "kotak P3K", "first-aid kit"
    EVACUATION = "evacuation", "jalur evakuasi atau titik kumpul", "evacuation route"
    OFFICER = "officer", "petugas khusus", "dedicated officer"
    DESK = "desk", "meja atau kursi", "desk or chairs"
    SCREEN = "screen", "layar informasi", "screen"
    PRINTED = "printed", "bahan cetak", "printed matter"
    GUEST_REGISTER = "guest_register", "buku tamu", "guest register"


_SEATS: Final = r"\bkursi(?! roda)|\bsofa|\bbangku|\btempat duduk|\bseat|\bchair|\bbench"
_APART: Final = r"|\bterpisah|\bdipisah|\bseparate"
# An item is there when all its patterns are found; none looks from one word for another.
_SIGNS: Final[tuple[tuple[Equipment, *tuple[re.Pattern[str], ...]], ...]] = (
    (Equipment.SEATS, re.compile(_SEATS)),
    (
        Equipment.COOLING,
        re.compile(
            r"\bac\b|\ba/c\b|\bpendingin|\bkipas|\bair ?con|\bexhaust|\bventila|\bsirkulasi|\bsejuk"
            r"|\bfans?\b|\bcool"
        ),
    ),
    (
        Equipment.MEN_AND_WOMEN,
        re.compile(r"\b(?:pria|laki|lelaki|putra|gents|men|male)\b" + _APART),
        re.compile(r"\b(?:wanita|perempuan|putri|ladies|women|female)\b" + _APART),
    ),
    (Equipment.BASIN, re.compile(r"\bw[ae]sh?tafel|\bcuci tangan|\bbasin|\bsink\b|\bhand ?wash")),
    (
        Equipment.TOILETRIES,
        re.compile(
            r"\bsabun|\btis+ue?\b|\bhanduk|\btoiletr|\bsoap|\btowel|\bpengering tangan"
            r"|\bpembersih tangan|\bhand ?sanit"
        ),
    ),
    (
        Equipment.CLEAN_WATER,
        re.compile(
            r"\bair (?:yang )?(?:bersih|mengalir|cukup|lancar)|\bke?ran\b|\bclean water"
            r"|\brunning water"
        ),
    ),
    (
        Equipment.CLEANING_LOG,
        re.compile(
            r"\b(?:jadwal|catatan|daftar|kartu|lembar|check ?list|ceklis|log|monev|monitoring"
            r"|pemantauan|kontrol|pemeriksaan|petugas)(?: \w+){0,2} kebersihan"
            r"|\bdibersihkan (?:setiap|tiap|rutin|secara|berkala|\w+ kali)"
            r"|\bpembersihan (?:rutin|berkala|setiap|terjadwal)"
            r"|\bcleaning (?:log|schedule|record|check)|\bcleaned (?:daily|every|regularly)"
        ),
    ),
    (
        Equipment.WHEELS_APART,
        re.compile(r"\broda (?:dua|2)\b|\b(?:sepeda )?motor\b|\bmotor(?:cycle|bike)" + _APART),
        re.compile(r"\b(?:roda|dan) (?:empat|4)\b|\bmobil\b|\bcars?\b" + _APART),
    ),
    (
        Equipment.ATTENDANT,
        re.compile(
            r"\bpetugas|\bjuru parkir|\bsatpam|\bsekuriti|\bpenjaga|\bdijaga"
            r"|\bsecurity (?:guard|officer)|\battendant|\bguard(?:ed|s)?\b"
        ),
    ),
    (Equipment.TICKET, re.compile(r"\bkarcis|\btiket|\bkartu parkir|\bticket")),
    (Equipment.CCTV, re.compile(r"\bcctv|\bkamera pengawas|\bsecurity camera")),
    (Equipment.HELMETS, re.compile(r"\bhelm")),
    (
        Equipment.COVER,
        re.compile(
            r"\b(?:ber)?atap|\b(?:ber)?kanopi|\bpeneduh|\bteduh|\bpelindung|\bcanop|\broof|\bcovered"
            r"|\bshelter"
        ),
    ),
    (Equipment.DRIVE_THRU, re.compile(r"\bdrive ?thr|\blantatur")),
    (Equipment.EXTINGUISHER, re.compile(r"\bapar\b|\bpemadam|\bextinguisher|\bh[yi]dran")),
    (
        Equipment.FIRST_AID,
        re.compile(r"\bp ?3 ?k\b|\bpertolongan pertama|\bkotak obat|\bfirst aid|\bmedical kit"),
    ),
    (
        Equipment.EVACUATION,
        re.compile(
            r"\bevakuasi|\btitik kumpul|\b(?:tangga|pintu|jalur) darurat|\bevacuation"
            r"|\bassembly point|\bemergency (?:exit|stair)"
        ),
    ),
    (Equipment.OFFICER, re.compile(r"\bpetugas|\bresepsionis|\bofficer|\breceptionist|\bstaff\b")),
    (Equipment.DESK, re.compile(rf"\bmeja|\bdesk\b|\btable|{_SEATS}")),
    (
        Equipment.SCREEN,
        re.compile(
            r"\blayar|\bmonitor\b|\btv\b|\btelevisi|\bkomputer|\bvideotron|\bdisplay|\bscreen"
            r"|\bcomputer"
        ),
    ),
    (
        Equipment.PRINTED,
        re.compile(
            r"\bleaflet|\bliflet|\bbrosur|\bpamflet|\bposter|\b[xy]? ?banner|\bspanduk|\bbooklet"
            r"|\bbuku(?! (?:tamu|kunjungan|register))|\bcetak|\bbrochure|\bflyer|\bprinted"
            r"|\bpamphlet"
        ),
    ),
    (
        Equipment.GUEST_REGISTER,
        re.compile(
            r"\bbuku (?:tamu|kunjungan|register)|\bregister\b|\b(?:daftar|registrasi|pencatatan) "
            r"(?:tamu|pengunjung|kunjungan)|\b(?:guest|visitors?'?) ?(?:book|register)"
        ),
    ),
)


def _equipment_in(words: str) -> frozenset[Equipment]:
    """Return the items that a text names as being there.

    >>> sorted(item.value for item in equipment_in("Kursi tunggu, ber-AC, tanpa TV"))
    ['cooling', 'desk', 'seats']
    """
    stated = affirmed(plain(words))
    return frozenset(item for item, *signs in _SIGNS if all(one.search(stated) for one in signs))


equipment_in = lru_cache(maxsize=4096)(_equipment_in)
