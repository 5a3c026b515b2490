"""What stands above the parts: title, unit, decree, and the frame of the web page around them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, Final

from attrs import define, field

from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lines import Line

_ADDRESS: Final = re.compile(r"https?://sippn\.menpan\.go\.id/\S*", re.IGNORECASE)
_FRAME: Final = re.compile(
    r"(?:beranda|home|cari|pencarian|login|log in|kembali|cetak|print|bagikan|share|unduh|download"
    r"|pelayanan publik|layanan publik|instansi|berita|tentang(?: kami| sippn)?|kontak(?: kami)?"
    r"|faq|layanan (?:terkait|lainnya)|lihat (?:semua|lainnya|peta)|selengkapnya|sippn|menu"
    r"|sistem informasi pelayanan publik(?: nasional)?|(?:detail|informasi) layanan"
    r"|ikuti kami|hubungi kami|peta situs"
    r"|facebook|twitter|instagram|youtube|x|bahasa indonesia|english)\W*"
    r"|(?:beranda|home)\s?[/>»\u203a|].*|(?:©|\(c\)|(?:hak cipta|copyright)\b).*"
    r"|(?:dilihat|terakhir (?:diperbarui|diubah)|diperbarui|tanggal publikasi)\b.*"
    r"|[0-9.]{1,9} (?:kali dilihat|views?)",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(
    r"(?:pelayanan statistik terpadu\b|bps\b|badan\b|dinas\b|kantor\b|kementerian\b"
    r"|rsud?p?\b|rumah sakit\b|(?:upt|uptd)?\s?puskesmas\b|upt\b|uptd\b|kecamatan\b|kelurahan\b"
    r"|pengadilan\b|sekretariat\b|pemerintah\b|direktorat\b|balai\b|inspektorat\b|kanwil\b"
    r"|disdukcapil\b|dpmptsp\b|universitas\b|politeknik\b|kepolisian\b|lembaga\b|deputi\b)",
    re.IGNORECASE,
)
_INNER_UNIT: Final = re.compile(
    r"\s(?=(?:Pelayanan Statistik Terpadu )?(?:BPS|Badan Pusat Statistik) (?:Provinsi|Kab|Kota))"
)
_STANDARD: Final = re.compile(r"standar pelayanan(?: publik)?\s*[:-]?\s*(?=\S)", re.IGNORECASE)
_PARAGRAPH_WORDS: Final = 5
_BLANK: Final = re.compile(r"[\s\W_]*(?:(?:19|20)[0-9]{2})?[\s\W_]*")


_MONTHS: Final = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
    "oktober", "november", "desember",
)  # fmt: skip
_DATE: Final = re.compile(
    rf"\btanggal:? (?P<day>[0-9]{{1,2}}) (?P<month>{'|'.join(_MONTHS)})"
    r" (?P<year>(?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)


@define
class Opening:
    """What stands above the parts of a page."""

    title: Line | None = None
    unit: Line | None = None
    source: Line | None = None
    description: list[Line] = field(factory=list)


def opening_of(lines: Iterable[Line], ledger: Ledger) -> Opening:
    """Find title, unit and address in the lines above all headings."""
    opening = Opening()
    waiting: list[Line] = []
    for line in lines:
        if is_frame(line.text):
            ledger.tell("frame", line.number, line.text)
        elif opening.source is None and _ADDRESS.fullmatch(line.text):
            opening.source = line
        else:
            waiting += _parted(line)
    opening.unit = next((line for line in waiting if _UNIT.match(line.text)), None)
    if len(waiting) == 1 and opening.unit is not None:
        opening.unit = None
    left = [line for line in waiting if line is not opening.unit]
    opening.title = left.pop(0) if left else None
    for line in left:
        if len(line.text.split()) >= _PARAGRAPH_WORDS:
            ledger.tell("description", line.number, line.text)
            opening.description.append(line)
        else:
            ledger.drop([line])
    return opening


def _parted(line: Line) -> list[Line]:
    """Part a title from the unit that runs on behind it."""
    found = _INNER_UNIT.search(line.text)
    if found is None or _UNIT.match(line.text):
        return [line]
    texts = (line.text[: found.start()], line.text[found.end() :])
    return [Line(line.number, text.strip(" ,-"), line.after_gap) for text in texts]


def is_frame(text: str) -> bool:
    """Tell whether a line belongs to the web page and not to the standard.

    >>> is_frame("Beranda > Pelayanan Publik"), is_frame("Konsultasi Statistik")
    (True, False)
    """
    return _FRAME.fullmatch(text) is not None


def without_foot(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Return the lines of a page up to those that only the web page has at its foot."""
    end = len(lines)
    while end and is_frame(lines[end - 1].text):
        end -= 1
        ledger.tell("frame", lines[end].number, lines[end].text)
    return lines[:end]


def bare_title(text: str) -> str:
    """Return the name of the service in a title.

    >>> bare_title("Standar Pelayanan Penjualan Data Mikro")
    'Penjualan Data Mikro'
    """
    found = _STANDARD.match(text)
    return text[found.end() :] if found else text


def decree_of(lines: Iterable[Line], heading: Line, ledger: Ledger) -> dict[str, Any]:
    """Return the decree with its number as written; one that is left blank is told."""
    number = " ".join(line.text for line in lines)
    if _BLANK.fullmatch(number):
        ledger.tell("decree-blank", heading.number, heading.text)
    if not number:
        return {}
    date = _date_in(number)
    return {"number": number} | ({"date": date} if date else {})


def _date_in(words: str) -> str | None:
    """Return the day that words name, as a definition writes it; ``None`` for none that exists."""
    found = _DATE.search(words)
    if found is None:
        return None
    month = _MONTHS.index(found["month"].casefold()) + 1
    try:
        return dt.date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return None
