"""Opening hours: days, opening and closing, and the break."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from pst_standards.exchange.sippn.entries import split_mark
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lines import Line

_DAYS: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_KEYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY: Final = r"(?:senin|selasa|rabu|kamis|jum['\u2019]?at|sabtu|minggu|ahad)"
_TO: Final = r"(?:-|\u2013|\u2014|s\.?d\.?|s/d|sampai(?: dengan)?|hingga)"
_RANGE: Final = re.compile(rf"\b(?P<first>{_DAY})\b(?:\s?{_TO}\s?(?P<last>{_DAY})\b)?", re.IGNORECASE)
_WORKDAYS: Final = re.compile(r"\b(?:setiap )?hari kerja\b", re.IGNORECASE)
_CLOCK: Final = r"(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9]"
_SPAN: Final = re.compile(
    rf"\b(?P<start>{_CLOCK})\s?(?:WIB|WITA|WIT)?\s?{_TO}\s?(?:pukul )?(?P<end>{_CLOCK})\b",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"\b(?:istirahat|ishoma)\b", re.IGNORECASE)
_AROUND: Final = re.compile(
    r"\b(?:pukul|jam|hari|wib|wita|wit|dan|istirahat|ishoma|pelayanan|layanan|buka)\b"
    r"|[\W_]+",
    re.IGNORECASE,
)


def hours_of(lines: Iterable[Line], ledger: Ledger) -> list[dict[str, Any]]:
    """Return the opening hours that lines tell; what cannot be read stays as a note."""
    found: list[dict[str, Any]] = []
    for line in _sentences(lines):
        days, spans = _days(line.text), list(_SPAN.finditer(line.text))
        if not days and found and _BREAK.search(line.text) and spans:
            _add_break(found[-1], spans[0])
            _carry(line, found[-1], ledger)
        elif days and spans:
            found.append(_hours(line, days, spans))
            _carry(line, found[-1], ledger)
        else:
            ledger.tell("hours-unread", line.number, line.text)
            found.append({"id": "catatan", "note": line.text})
    return _named_apart(found)


def _sentences(lines: Iterable[Line]) -> list[Line]:
    """Cut lines that hold the hours of several days."""
    parts: list[Line] = []
    for line in lines:
        mark, body = split_mark(line.text)
        text = body if mark else line.text
        for part in re.split(r";\s*|,\s+(?=(?:hari )?(?:senin|jum|sabtu|minggu))", text, flags=re.I):
            if part.strip():
                parts.append(Line(line.number, part.strip()))
    return parts


def _days(text: str) -> list[int]:
    days: list[int] = []
    for found in _RANGE.finditer(text):
        first, last = (_day(found[name] or found["first"]) for name in ("first", "last"))
        days += range(first, last + 1) if first <= last else [first, last]
    if not days and _WORKDAYS.search(text):
        days = list(range(5))
    return sorted(set(days))


def _day(word: str) -> int:
    plain = re.sub("['\u2019]", "", word.casefold()).replace("ahad", "minggu")
    return _DAYS.index(plain)


def _clock(written: str) -> str:
    hour, minute = re.split("[.:]", written)
    return f"{int(hour):02}:{minute}"


def _hours(line: Line, days: list[int], spans: list[re.Match[str]]) -> dict[str, Any]:
    name = _DAYS[days[0]] if len(days) == 1 else f"{_DAYS[days[0]]}-{_DAYS[days[-1]]}"
    pause = _BREAK.search(line.text)
    hours: dict[str, Any] = {"id": name, "days": [_KEYS[day] for day in days]}
    for span in spans:
        if pause and span.start() > pause.start():
            _add_break(hours, span)
        elif "opens" not in hours:
            hours |= {"opens": _clock(span["start"]), "closes": _clock(span["end"])}
    return hours


def _add_break(hours: dict[str, Any], span: re.Match[str]) -> None:
    hours |= {"break_start": _clock(span["start"]), "break_end": _clock(span["end"])}


def _carry(line: Line, hours: dict[str, Any], ledger: Ledger) -> None:
    """Keep what else a line says as a note; days and clocks are carried by their keys."""
    left = _AROUND.sub("", _SPAN.sub("", _RANGE.sub("", _WORKDAYS.sub("", line.text))))
    ledger.shape(line.number, line.text)
    if left:
        hours["note"] = line.text


def _named_apart(hours: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give every entry an id of its own."""
    count: dict[str, int] = {}
    for entry in hours:
        name = entry["id"]
        count[name] = count.get(name, 0) + 1
        if count[name] > 1:
            entry["id"] = f"{name}-{count[name]}"
    return hours
