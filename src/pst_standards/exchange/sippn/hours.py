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
_RANGE: Final = re.compile(
    rf"\b(?P<first>{_DAY})\b(?:\s?{_TO}\s?(?P<last>{_DAY})\b)?", re.IGNORECASE
)
_WORKDAYS: Final = re.compile(r"\b(?:setiap )?hari kerja\b", re.IGNORECASE)
_CLOCK: Final = r"(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9]"
_SPAN: Final = re.compile(
    rf"\b(?P<start>{_CLOCK})\s?(?:WIB|WITA|WIT)?\s?{_TO}\s?(?:pukul )?(?P<end>{_CLOCK})\b",
    re.IGNORECASE,
)
_NEXT_DAY: Final = re.compile(
    rf";\s*|(?:(?<=[0-9])|(?<=WIB)|(?<=WITA)|(?<=WIT)|(?<=\)))[,.]?\s+(?=(?:hari )?{_DAY}\b)",
    re.IGNORECASE,
)
_MOST: Final = 50
_BREAK: Final = re.compile(r"\b(?:istirahat|ishoma)\b", re.IGNORECASE)
_AROUND: Final = re.compile(
    r"\b(?:pukul|jam|hari|wib|wita|wit|dan|istirahat|ishoma|pelayanan|layanan|buka)\b"
    r"|[\W_]+",
    re.IGNORECASE,
)


def hours_of(lines: Iterable[Line], ledger: Ledger) -> list[dict[str, Any]]:
    """Return the opening hours that lines tell; what cannot be read stays as a note.

    >>> found = hours_of([Line(1, "Jumat: 08.00-15.00 WIB (istirahat 11.30-13.00)")], Ledger())
    >>> found[0]["opens"], found[0]["break_end"], "note" in found[0]
    ('08:00', '13:00', False)
    """
    found: list[dict[str, Any]] = []
    for line in _sentences(lines, ledger):
        days, spans = _days(line.text), list(_SPAN.finditer(line.text))
        if not days and found and _BREAK.search(line.text) and spans:
            _add_break(found[-1], spans[0])
            _carry(line, found[-1], ledger, whole=len(spans) == 1)
        elif days and spans:
            hours, used = _hours(line, days, spans)
            found.append(hours)
            _carry(line, hours, ledger, whole=used == len(spans))
        else:
            ledger.tell("hours-unread", line.number, line.text)
            found.append({"id": "catatan", "note": line.text})
    return _named_apart(found)


def _sentences(lines: Iterable[Line], ledger: Ledger) -> list[Line]:
    """Cut lines that hold the hours of several days, at most so many as a week could need."""
    parts: list[Line] = []
    for line in lines:
        mark, body = split_mark(line.text)
        for part in _NEXT_DAY.split(body if mark else line.text):
            text = part.strip()
            if text and len(parts) < _MOST:
                parts.append(Line(line.number, text))
            elif text:
                ledger.tell("too-many", line.number, text)
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


def _hours(line: Line, days: list[int], spans: list[re.Match[str]]) -> tuple[dict[str, Any], int]:
    """Return the hours of a line, and how many of its spans of time they take."""
    name = _DAYS[days[0]] if len(days) == 1 else f"{_DAYS[days[0]]}-{_DAYS[days[-1]]}"
    pause = _BREAK.search(line.text)
    hours: dict[str, Any] = {"id": name, "days": [_KEYS[day] for day in days]}
    used = 0
    for span in spans:
        in_break = pause is not None and span.start() > pause.start()
        first, last = ("break_start", "break_end") if in_break else ("opens", "closes")
        if first not in hours:
            hours |= {first: _clock(span["start"]), last: _clock(span["end"])}
            used += 1
    return hours, used


def _add_break(hours: dict[str, Any], span: re.Match[str]) -> None:
    hours |= {"break_start": _clock(span["start"]), "break_end": _clock(span["end"])}


def _carry(line: Line, hours: dict[str, Any], ledger: Ledger, *, whole: bool) -> None:
    """Keep a line as a note where it says more than days and clocks, which their keys carry."""
    left = _AROUND.sub("", _SPAN.sub("", _RANGE.sub("", _WORKDAYS.sub("", line.text))))
    ledger.shape(line.number, line.text)
    if left or not whole:
        hours["note"] = "\n".join(filter(None, [hours.get("note"), line.text]))


def _named_apart(hours: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give every entry an id of its own."""
    count: dict[str, int] = {}
    for entry in hours:
        name = entry["id"]
        count[name] = count.get(name, 0) + 1
        if count[name] > 1:
            entry["id"] = f"{name}-{count[name]}"
    return hours
