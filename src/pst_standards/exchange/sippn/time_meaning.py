"""Times of a page in the words of the definition, where they promise the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define

from pst_standards.exchange.sippn.channels import is_group
from pst_standards.exchange.sippn.entries import split_mark
from pst_standards.exchange.sippn.likeness import group_key, heads_group, key_of, tokens_of
from pst_standards.exchange.sippn.lines import Line
from pst_standards.exchange.sippn.times import measures_in, without_measures

_MINUTES: Final = {"minute": 1, "hour": 60, "day": 1440, "calendar_day": 1440}
_HOURS_AND_MINUTES: Final = re.compile(
    r"(?<![\w.,])([0-9]{1,3})\s?jam(?: dan)?\s([0-9]{1,2})\s?menit\b", re.IGNORECASE
)
_PARTS_OF_HOURS: Final = re.compile(
    r"(?<![\w.,])([0-9]{1,3})[.,](5|50|25|75)\s?jam\b", re.IGNORECASE
)
_AT_ONCE: Final = re.compile(r"\b(?:saat itu juga|seketika|real[ -]?time)\b", re.IGNORECASE)
_NO_MORE: Final = re.compile(r"\btidak lebih dari\b", re.IGNORECASE)
_FILLING: Final = frozenset(
    "paling lama lambat maksimal maksimum maks max selama dalam waktu jangka penyelesaian "
    "pelayanan layanan proses seluruh total batas terhitung dihitung sejak setelah sesudah".split()
)
_LABEL: Final = re.compile(r"(?P<label>[^:0-9]{2,80}?)\s?:\s*(?=\S)")
_Times = tuple[tuple[int, str], ...]


@define
class _Limit:
    """A time that the definition promises: for which channel, and whether the page has it."""

    text: str
    channel: str
    times: _Times
    taken: bool = False


def times_of(words: str) -> _Times:
    """Return the times that words name, those on the clock in minutes.

    >>> times_of("paling lama 2 jam") == times_of("120 Menit") == times_of("1 jam 60 menit")
    True
    >>> times_of("1,5 jam"), times_of("seketika"), times_of("5 hari kerja")
    (((90, 'minute'),), ((0, 'minute'),), ((5, 'working_day'),))
    """
    shown = _on_the_clock(words)
    times = {_time(number, unit) for number, unit in measures_in(shown)}
    if not times and _AT_ONCE.search(words):
        times = {(0, "minute")}
    return tuple(sorted(times))


def _on_the_clock(words: str) -> str:
    whole = _HOURS_AND_MINUTES.sub(lambda at: f"{int(at[1]) * 60 + int(at[2])} menit", words)
    return _PARTS_OF_HOURS.sub(
        lambda at: f"{round(float(f'{at[1]}.{at[2]}') * 60)} menit", whole
    )


def _time(number: int, unit: str) -> tuple[int, str]:
    times = _MINUTES.get(unit)
    return (number * times, "minute") if times else (number, unit)


def reworded_times(expected: Sequence[Line], found: Sequence[Line]) -> list[Line]:
    """Return the lines found, in the expected words where they promise the same time.

    A line that says no more than a time that the page tells anyway is left out, as SIPPN shows
    the bare time above the sentence about it.

    >>> one, two = Line(1, "Seluruh proses: paling lama 120 menit sejak datang"), Line(2, "2 jam")
    >>> reworded_times([one], [two])[0].text == one.text
    True
    """
    return _Rewording(expected, found).lines()


class _Rewording:
    def __init__(self, expected: Sequence[Line], found: Sequence[Line]) -> None:
        self._found = found
        self._groups: dict[str, str] = {}
        self._limits: list[_Limit] = []
        there = [key_of(line.text) for line in found]
        channel = ""
        for line in expected:
            if heads_group(line.text):
                channel = key_of(line.text)
                self._groups[channel] = line.text
                continue
            taken = key_of(line.text) in there
            self._limits.append(_Limit(line.text, channel, times_of(line.text), taken))
        self._known = {key_of(line.text) for line in expected}

    def lines(self) -> list[Line]:
        lines: list[Line] = []
        channel = ""
        for line in self._found:
            label = _channel_before(line.text)
            if label in self._groups and label != channel:
                lines.append(line._replace(text=self._groups[label]))
            channel = label or channel
            lines += self._line(line, channel)
            if heads_group(line.text):
                channel = key_of(line.text)
        return lines

    def _line(self, line: Line, channel: str) -> list[Line]:
        times = times_of(line.text)
        if not times or key_of(line.text) in self._known:
            return [line]
        words = _words(line.text)
        same = [one for one in self._limits if one.times == times and words <= _all(one.text)]
        limit = _first(same, channel)
        if limit is not None:
            limit.taken = True
            return [line._replace(text=limit.text)]
        return [] if same and not words else [line]


def _first(same: Sequence[_Limit], channel: str) -> _Limit | None:
    """Return the limit of the channel that the page has not told yet."""
    fit = [one for one in same if not one.taken and channel in {"", one.channel}]
    fit += [one for one in same if not one.taken and not one.channel]
    return next(iter(fit), None)


def _channel_before(text: str) -> str:
    """Return the key of the channel that a line names before its time: "Online: 1 hari"."""
    label = _LABEL.match(split_mark(text)[1])
    return group_key(label["label"]) if label else ""


def _words(text: str) -> set[str]:
    """Return the words of a line that are neither time nor filling, nor its channel."""
    body = split_mark(text)[1]
    label = _LABEL.match(body)
    if label and is_group(label["label"]):
        body = body[label.end() :]
    left = _AT_ONCE.sub(" ", _NO_MORE.sub(" ", without_measures(_on_the_clock(body))))
    return {word for word in tokens_of(left) if word.isalnum()} - _FILLING


def _all(text: str) -> set[str]:
    return set(tokens_of(text))
