"""The parts of a page and the headings under which people publish them."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, NamedTuple

from pst_standards.exchange.sippn.channels import is_group


class Part(Enum):
    """A part of a page; the value is the key of the draft that it fills, where there is one."""

    OPENING = "opening"
    DECREE = "decree"
    TITLE = "title"
    UNIT = "unit"
    USERS = "users"
    DESCRIPTION = "description"
    REQUIREMENTS = "requirements"
    PROCEDURE = "procedure"
    TIME = "time_limit"
    FEE = "fee"
    PRODUCT = "product"
    COMPLAINTS = "complaint_handling"
    COMPLAINT_STEPS = "complaint_steps"
    HOURS = "opening_hours"
    NOTE = "note"
    LEGAL = "legal_basis"
    FACILITIES = "facilities"
    COMPETENCE = "competence"
    SUPERVISION = "internal_supervision"
    STAFFING = "staffing"
    GUARANTEE = "service_guarantee"
    SAFETY = "safety_guarantee"
    EVALUATION = "performance_evaluation"
    MAKLUMAT = "maklumat"
    FORM = "form"


_ABOUT: Final = r"(?: (?:pelayanan|layanan|publik))*"
_COMPLAINT: Final = (
    r"(?:penanganan |pengelolaan |penyampaian |layanan |pelayanan )?pengaduan"
    r"(?:(?:,? dan|,|/| &)? ?(?:saran|masukan|aspirasi|apresiasi|kritik))*"
)
_CHANNEL: Final = r"(?:saluran|kanal|sarana|media|tempat|kontak)"
_WAY: Final = r"(?:sistem|mekanisme|prosedur|alur|tata cara|tatacara|sop|langkah[- ]langkah)"
_PHRASES: Final[tuple[tuple[Part, str], ...]] = (
    (
        Part.DECREE,
        (
            r"(?:no(?:mor)?\b\.? ?)?(?:sk|surat keputusan|keputusan)"
            r"(?: penetapan| standar pelayanan)*|dasar penetapan"
        ),
    ),
    (Part.TITLE, r"(?:judul|nama|jenis)(?: standar)? (?:pelayanan|layanan)|judul"),
    (
        Part.UNIT,
        (
            r"(?:nama )?(?:unit(?: kerja| pelayanan| layanan| penyelenggara(?: pelayanan)?)?"
            r"|instansi|penyelenggara(?: pelayanan)?|opd|satuan kerja|satker)"
        ),
    ),
    (Part.USERS, r"(?:pengguna|penerima|sasaran)(?: pelayanan| layanan)"),
    (
        Part.DESCRIPTION,
        r"deskripsi(?: singkat)?" + _ABOUT + r"|definisi|pengertian|tentang layanan",
    ),
    (
        Part.COMPLAINT_STEPS,
        _WAY
        + r"(?:(?:,? dan|,|/) ?"
        + _WAY
        + r")* "
        + _COMPLAINT
        + _ABOUT
        + r"|langkah penanganan",
    ),
    (
        Part.COMPLAINTS,
        _COMPLAINT + _ABOUT + rf"|saran dan masukan|{_CHANNEL} {_COMPLAINT}" + _ABOUT,
    ),
    (Part.REQUIREMENTS, r"(?:(?:dokumen|berkas) )?(?:persyaratan|syarat(?:[- ]syarat)?)" + _ABOUT),
    (Part.PROCEDURE, _WAY + r"(?: ?(?:,? dan|,|/|&) ?" + _WAY + r")*" + _ABOUT),
    (
        Part.HOURS,
        (
            r"(?:hari (?:dan|/|&) )?(?:jam|waktu/jam|waktu dan jam|jadwal)"
            r" (?:pelayanan|layanan|operasional|buka|kerja)(?: layanan| pelayanan)?"
            r"|waktu pelayanan ?/ ?jam(?: pelayanan| layanan)?"
        ),
    ),
    (
        Part.TIME,
        (
            r"(?:jangka )?waktu(?: penyelesaian| pelayanan| layanan)*"
            r"|(?:lama(?:nya)?|durasi) (?:penyelesaian|pelayanan|layanan)|durasi|janji waktu"
            r"|batas waktu(?: penyelesaian| pelayanan| layanan)*"
        ),
    ),
    (Part.FEE, r"(?:biaya|tarif|tarip)(?: ?(?:/|,|dan|atau|&) ?(?:biaya|tarif|tarip))*" + _ABOUT),
    (Part.PRODUCT, r"(?:jenis )?produk" + _ABOUT + r"|(?:hasil|output|luaran|keluaran)" + _ABOUT),
    (Part.NOTE, r"keterangan(?: tambahan)?|catatan(?: penting)?|peringatan|perhatian|nb"),
    (Part.LEGAL, r"(?:dasar|landasan) hukum" + _ABOUT),
    (
        Part.FACILITIES,
        r"sarana(?: ?(?:,|/|dan|&) ?prasarana)?"
        r"(?: ?(?:,|/|,? dan/atau|,? dan|,? atau|&) ?fasilitas)?" + _ABOUT,
    ),
    (Part.COMPETENCE, r"kompetensi(?: pelaksana| petugas)?" + _ABOUT),
    (Part.SUPERVISION, r"pengawasan internal"),
    (Part.STAFFING, r"jumlah (?:pelaksana|petugas)" + _ABOUT),
    (Part.SAFETY, r"jaminan keamanan(?: dan keselamatan)?" + _ABOUT),
    (Part.GUARANTEE, r"jaminan (?:pelayanan|layanan)" + _ABOUT),
    (Part.EVALUATION, r"evaluasi kinerja(?: pelaksana| petugas)?" + _ABOUT),
    (Part.MAKLUMAT, r"maklumat" + _ABOUT),
    (
        Part.FORM,
        (
            r"komponen(?: standar pelayanan)?(?: (?:service delivery|manufacturing|penyampaian"
            r"(?: pelayanan| layanan)?|pengelolaan(?: pelayanan| layanan)?))?(?: \([^()]{0,60}\))?"
            r"|no\.?\t(?:komponen|unsur)(?:\t[^\t]{1,30})?"
        ),
    ),
)
_NUMBERED: Final = r"(?:(?:\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]|[0-9]{1,2}(?=\t)|[•●▪■])\s*)?"
_HEADING: Final = re.compile(
    rf"{_NUMBERED}(?P<words>"
    + "|".join(f"(?P<{part.name}>{phrase})" for part, phrase in _PHRASES)
    + r")(?![^\W_])(?P<tail>.*)",
    re.IGNORECASE | re.DOTALL,
)
_COLON: Final = re.compile(r"\s*[:\uff1a]\s*")
_DASH: Final = re.compile(r"\s+[-\u2013\u2014]\s+|\t")
_ENDS: Final = re.compile(r"\s*(?:[:\uff1a.;*=_]*|[-\u2013\u2014]+)\s*")
_LIST_BEGINS: Final = re.compile(r"\s+(?=(?:\(?[0-9]{1,2}[.)](?![0-9])|a[.)]|[•●▪○■])\s*\S)")
# Labels that SIPPN prints itself, as it writes them: these may run into what follows them.
_PRINTED: Final = re.compile(
    r"(?<!\S)(?:No\. ?SK|NO\. ?SK|Persyaratan(?=\s*:| (?:[0-9]{1,2}|a)[.)])"
    r"|Sistem,? Mekanisme,? [Dd]an Prosedur|Waktu Penyelesaian|Jangka Waktu Penyelesaian"
    r"|Biaya ?/ ?Tarif|Produk (?:Pelayanan|Layanan)|Pengaduan Layanan"
    r"|Penanganan Pengaduan(?:,? Saran,? (?:[Dd]an|&) Masukan)?|PERSYARATAN"
    r"|SISTEM,? MEKANISME,? DAN PROSEDUR|WAKTU PENYELESAIAN|BIAYA ?/ ?TARIF|PRODUK PELAYANAN"
    r"|PRODUK LAYANAN|PENGADUAN LAYANAN|PENANGANAN PENGADUAN)(?![^\W_])"
)
_STARTS_ANEW: Final = re.compile(r"\s+(?=[A-Z0-9(\"\u201c\u2264±•●-])")
_FEW: Final = 2


class Heading(NamedTuple):
    """A heading found at the start of a line: its part, its own words, and what follows them.

    ``alone`` says that nothing follows, not even a colon: such words may be a point of a list.
    """

    part: Part
    words: str
    rest: str = ""
    alone: bool = False


def heading_of(line: str) -> Heading | None:
    """Find the heading that a line is, or begins with.

    >>> heading_of("B. WAKTU PENYELESAIAN :").part
    <Part.TIME: 'time_limit'>
    >>> heading_of("Biaya / Tarif: Tidak dipungut biaya").rest
    'Tidak dipungut biaya'
    >>> heading_of("Biaya kirim ditanggung pengguna") is None
    True
    """
    found = _HEADING.match(line)
    if found is None:
        return None
    tail = found["tail"]
    rest = _rest(line, tail)
    if rest is None:
        return None
    part = next(part for part, _ in _PHRASES if found[part.name] is not None)
    words = "" if rest == line else line[: len(line) - len(tail)]
    return Heading(part, words, rest, alone=not tail.strip())


def _rest(line: str, tail: str) -> str | None:
    """Return what stands behind a heading, ``None`` where the words are no heading after all."""
    if _ENDS.fullmatch(tail):
        return ""
    behind = _COLON.match(tail) or _DASH.match(tail) or _LIST_BEGINS.match(tail)
    if behind is None and is_group(tail):
        return tail
    if behind is None and _PRINTED.match(line):
        # "Waktu Penyelesaian paling lama 3 hari": the label is part of what is said under it.
        behind = _STARTS_ANEW.match(tail)
        return line if behind is None else tail[behind.end() :]
    return None if behind is None else tail[behind.end() :]


def taken_apart(line: str) -> list[str]:
    """Cut a line into which a whole page has run before each label that SIPPN prints.

    >>> taken_apart("Persyaratan 1. KTP Waktu Penyelesaian 5 menit Biaya / Tarif Gratis")
    ['Persyaratan 1. KTP', 'Waktu Penyelesaian 5 menit', 'Biaya / Tarif Gratis']
    """
    starts: dict[str, int] = {}
    for match in _PRINTED.finditer(line):
        starts.setdefault(match[0].casefold(), match.start())
    if len(starts) < _FEW:
        return [line]
    cuts = sorted({0, *starts.values()})
    pieces = (line[start:end] for start, end in zip(cuts, [*cuts[1:], None], strict=True))
    return [piece.strip() for piece in pieces if piece.strip()]
