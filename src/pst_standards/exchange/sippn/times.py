"""Time limits in the words that offices use: "maks. 10 menit setelah pengunjung sebelumnya"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import define, field

from pst_standards.exchange.sippn.channels import Channels, channels_in, channels_of, is_group
from pst_standards.exchange.sippn.entries import Entry
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lists import MOST_ENTRIES, Listing

_UNITS: Final = (
    ("working_day", r"hari[ -]?kerja|hk\b"),
    ("calendar_day", r"hari[ -]?kalender"),
    ("day", r"hari"),
    ("minute", r"menit|mnt"),
    ("", r"jam[ -]?kerja"),
    ("hour", r"jam"),
    ("month", r"bulan"),
    ("", r"detik|minggu|pekan|tahun"),
)
_BY_WORD: Final = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "dua belas": 12, "empat belas": 14,
    "lima belas": 15, "dua puluh": 20, "tiga puluh": 30, "enam puluh": 60,
}  # fmt: skip
_SPELT: Final = "|".join(sorted(_BY_WORD, key=len, reverse=True))
_NUMBER: Final = rf"(?:[0-9]{{1,6}}(?![0-9])|\b(?:{_SPELT})\b)"
_BRACKET: Final = r"(?:\s?\([^()]{1,40}\))?"
_MEASURE: Final = re.compile(
    rf"(?<![\w.,])(?:(?P<from>{_NUMBER}){_BRACKET}\s?(?:menit|jam|hari(?: kerja)?)?\s?"
    rf"(?:-|\u2013|s\.?d\.?|s/d|sampai(?: dengan)?|hingga)\s?)?(?P<value>{_NUMBER}){_BRACKET}"
    rf"(?P<days>\s?[x\u00d7]\s?24)?\s?(?:"
    + "|".join(f"(?P<u{place}>{words})" for place, (_, words) in enumerate(_UNITS))
    + r")(?![^\W_])",
    re.IGNORECASE,
)
_FRACTION: Final = re.compile(r"[0-9][.,][0-9]{1,2}\s?(?:menit|jam|hari|bulan)\b", re.IGNORECASE)
_START: Final = re.compile(
    r"\b(?:terhitung sejak|terhitung mulai|terhitung setelah|dihitung sejak|dihitung setelah"
    r"|sejak|setelah|sesudah|terhitung|dari saat|mulai dari|mulai)\s+(?P<start>[^.;()\n]{2,200})",
    re.IGNORECASE,
)
_START_ENDS: Final = re.compile(
    r",?\s(?:maks\w*|paling (?:lama|lambat)|dalam waktu|selama)\b", re.IGNORECASE
)
_UNTIL: Final = re.compile(r"\s(?:sampai|hingga)(?: dengan)?\s", re.IGNORECASE)
_ON_WORKING_DAYS: Final = re.compile(
    r"\bhari[ -]?kerja\b|\b(?:di luar|kecuali|tidak termasuk) hari (?:libur|sabtu)\b", re.IGNORECASE
)
_HOURS_OF_A_DAY: Final = 24
_WAITING: Final = re.compile(
    r"\b(?:antrean|antrian|pengunjung|pengguna|tamu|pelanggan|nomor antre\w*)\b[^.;]{0,40}"
    r"\bsebelum(?:nya)?\b|\bmenunggu\b",
    re.IGNORECASE,
)
_SERVED: Final = re.compile(r"\bdilayani\b", re.IGNORECASE)
_WHOLE: Final = re.compile(
    r"\b(?:sampai|hingga) (?:dengan )?(?:selesai|produk|hasil|dokumen|data|surat)\b"
    r"|\b(?:keseluruhan|seluruh) (?:proses|layanan|pelayanan)\b|\bwaktu penyelesaian\b",
    re.IGNORECASE,
)
_AT_ONCE: Final = re.compile(
    r"\b(?:saat itu juga|seketika|segera|langsung (?:dapat|bisa|setelah|sesudah)|real[ -]?time"
    r"|kapan saja)\b",
    re.IGNORECASE,
)
_SIGNED_IN: Final = re.compile(r"\b(?:log ?in|masuk|akses|mengakses|mandiri)\b", re.IGNORECASE)
_NO_CASE: Final = re.compile(
    r"(?:jangka |lama(?:nya)? )?(?:waktu|maks\w*|paling|lama\w*|batas|jam|durasi)\b", re.IGNORECASE
)
_LABEL: Final = re.compile(r"(?P<label>[^:0-9]{2,80}?)\s?:\s+(?=\S)")
_SEPARATOR: Final = re.compile(r"(?:;|(?<=[a-z)])\.)\s+")


@define
class _Piece:
    """One saying about time: its words as written, its channels, and whether a list has it.

    ``bare`` is the value alone, where SIPPN shows it above the sentence that says it again.
    """

    words: str
    line: int
    channels: Channels
    is_point: bool
    found: list[re.Match[str]] = field(factory=list)
    bare: str = ""


def time_limit_of(listing: Listing, ledger: Ledger) -> dict[str, Any]:
    """Return the time limit that a part tells: limits, and what names no time as a note."""
    limits: list[dict[str, Any]] = []
    notes = [line.text for line in listing.notes]
    pieces = list(_pieces(listing.entries))
    pieces = _joined(pieces) if pieces else []
    for piece in pieces[MOST_ENTRIES:]:
        ledger.tell("too-many", piece.line, piece.words)
    for piece in pieces[:MOST_ENTRIES]:
        limit = _limit(piece, ledger)
        if len(limit) > 1 or piece.is_point or piece.channels or _names_time(piece):
            limits.append(limit)
        else:
            notes.append(piece.words)
    if not limits and notes:
        limits = [{"text": "\n".join(notes)}]
        notes = []
    found: dict[str, Any] = {"limits": limits} if limits else {}
    return found | ({"note": "\n".join(notes)} if notes else {})


def _names_time(piece: _Piece) -> bool:
    """Whether a saying names a time, be it one that no limit can hold as a whole number."""
    return bool(piece.found) or _FRACTION.search(piece.words) is not None


def _pieces(entries: Iterable[Entry]) -> Iterator[_Piece]:
    """Yield sayings that hold one time each, as far as sentences part them."""
    for entry in entries:
        words = entry.words
        cuts = _cuts(words)
        for start, end in zip(cuts, [*cuts[1:], len(words)], strict=True):
            part = words[start:end].strip().rstrip(";")
            yield _Piece(
                part,
                entry.line,
                entry.channels,
                entry.mark is not None or len(cuts) > 1,
                list(_MEASURE.finditer(part)),
            )


def _cuts(words: str) -> list[int]:
    """Return where a new saying with a time of its own, or of a channel of its own, begins."""
    cuts = [0]
    ends = [match.end() for match in _SEPARATOR.finditer(words)]
    for place, end in enumerate(ends):
        piece = words[end : ends[place + 1] if place + 1 < len(ends) else len(words)]
        if _MEASURE.search(piece) and _MEASURE.search(words[cuts[-1] : end]):
            cuts.append(end)
    return cuts


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Join the bare value that SIPPN shows first with the sentence that says it again."""
    first, *others = pieces
    if _is_bare(first) and not first.is_point:
        for piece in others:
            if not _is_bare(piece) and _same(first, piece):
                piece.bare = first.words
                return others
    return pieces


def measures_in(words: str) -> list[tuple[int, str]]:
    """Return the times that words name, as number and unit; no unit where the format has none.

    >>> measures_in("paling lambat 60 (enam puluh) hari"), measures_in("segera")
    ([(60, 'day')], [])
    """
    return [_value(found) for found in _MEASURE.finditer(words)]


def without_measures(words: str) -> str:
    """Return words without the times that they name; a range such as "1-3 jam" stays.

    >>> without_measures("paling lama 60 (enam puluh) menit").split()
    ['paling', 'lama']
    """
    return _MEASURE.sub(lambda found: found[0] if found["from"] else " ", words)


def _is_bare(piece: _Piece) -> bool:
    return len(piece.found) == 1 and piece.found[0][0].strip() == piece.words.strip(" .")


def _same(bare: _Piece, piece: _Piece) -> bool:
    return len(piece.found) == 1 and _value(bare.found[0]) == _value(piece.found[0])


def _value(found: re.Match[str]) -> tuple[int, str]:
    """Return the number and the unit of a measure; the unit is empty where the format has none."""
    written = found["value"].casefold()
    number = _BY_WORD.get(written) or int(written)
    unit = next(unit for place, (unit, _) in enumerate(_UNITS) if found[f"u{place}"])
    return (number * _HOURS_OF_A_DAY, unit) if found["days"] and unit == "hour" else (number, unit)


def _limit(piece: _Piece, ledger: Ledger) -> dict[str, Any]:
    words = piece.words
    limit: dict[str, Any] = _measured(piece, ledger)
    start = _START.search(words)
    label = _LABEL.match(words)
    named = channels_of(label["label"]) if label and is_group(label["label"]) else ()
    channels = named or piece.channels or channels_in(words)
    scope = _scope(words, start, limit)
    if scope:
        limit["scope"] = scope
    if start and limit:
        limit |= _span(start["start"])
    if label and not named and _is_case(label["label"]) and (limit or piece.is_point):
        limit["case"] = label["label"].strip()
    if channels and (limit or piece.is_point or named or piece.channels):
        limit["channels"] = list(channels)
    return limit | {"text": f"{piece.bare}\n{words}" if piece.bare else words}


def _span(words: str) -> dict[str, str]:
    """Return the events from which and, where the words say it, until which time runs."""
    start, *end = _UNTIL.split(_START_ENDS.split(words)[0], maxsplit=1)
    return {"start": start.strip(" ,")} | ({"end": end[0].strip(" ,")} if end else {})


def _is_case(label: str) -> bool:
    """Whether the words before a colon name what the limit holds for, and not the limit itself."""
    return _START.search(f"{label} ..") is None and _NO_CASE.match(label) is None


def _measured(piece: _Piece, ledger: Ledger) -> dict[str, Any]:
    """Return value and unit of a saying; tell where they are a guess or cannot be had."""
    words, found = piece.words, piece.found
    if not found:
        return _unmeasured(piece, ledger)
    if len({_value(match) for match in found}) > 1:
        ledger.tell("time-several", piece.line, words)
    number, unit = _value(found[0])
    if not unit:
        ledger.tell("time-unit", piece.line, words)
        return {}
    if found[0]["from"]:
        ledger.tell("time-range", piece.line, words)
    if unit == "hour" and not number % _HOURS_OF_A_DAY and _ON_WORKING_DAYS.search(words):
        ledger.tell("time-workdays", piece.line, words)
        return {"value": number // _HOURS_OF_A_DAY, "unit": "working_day"}
    return {"value": number, "unit": unit}


def _unmeasured(piece: _Piece, ledger: Ledger) -> dict[str, Any]:
    if _AT_ONCE.search(piece.words) and _SIGNED_IN.search(piece.words):
        ledger.tell("time-at-once", piece.line, piece.words)
        return {"value": 0, "unit": "minute"}
    ledger.tell("time-unread", piece.line, piece.words)
    return {}


def _scope(words: str, start: re.Match[str] | None, limit: dict[str, Any]) -> str | None:
    """Return what a limit covers where the words say it plainly."""
    if limit.get("value") == 0 and start and _SIGNED_IN.search(start["start"]):
        return "self_service"
    quick = limit.get("unit") == "minute"
    if limit and (_WAITING.search(words) or (quick and _SERVED.search(words))):
        return "waiting"
    return "whole_process" if limit and _WHOLE.search(words) else None
