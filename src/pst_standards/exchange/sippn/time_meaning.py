"""Times of a page in the words of the definition, where they promise the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define

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
    {
        *("paling", "lama", "lambat", "maksimal", "maksimum", "maks", "max", "selama", "dalam"),
        *("waktu", "jangka", "penyelesaian", "pelayanan", "layanan", "proses", "seluruh", "total"),
        *("untuk", "bagi", "batas", "terhitung", "dihitung", "sejak", "setelah", "sesudah"),
    }
)
_LABEL: Final = re.compile(r"(?P<label>[^:0-9]{2,80}?)\s?:\s*(?=\S)")
_BEHIND: Final = re.compile(r"\s?\((?P<channel>[^()0-9]{2,40})\)\Z")
_BETWEEN: Final = re.compile(r"\s*[;/]\s*|\s*(?<![0-9]),\s*|,\s+|\s+dan\s+", re.IGNORECASE)
_Times = tuple[tuple[int, str], ...]


@define
class _Limit:
    """A time that the definition promises: for which channel, and whether the page has it."""

    text: str
    channel: str
    times: _Times
    taken: bool = False


@define
class _Said:
    """What a line of a page says: for which channel, which times, and in which words besides."""

    channel: str
    times: _Times
    words: set[str]


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
    return _PARTS_OF_HOURS.sub(lambda at: f"{round(float(f'{at[1]}.{at[2]}') * 60)} menit", whole)


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
        for line in self._found[self._shows_bare_first() :]:
            if heads_group(line.text):
                channel = key_of(line.text)
                lines.append(line)
                continue
            for piece in self._pieces(line, channel):
                said = _said(piece.text)
                if said.channel in self._groups and said.channel != channel:
                    lines.append(line._replace(text=self._groups[said.channel]))
                channel = said.channel or channel
                lines += self._line(piece, said, channel)
        return lines

    def _shows_bare_first(self) -> bool:
        """Whether the first line is no more than a time that a line below it tells again."""
        if not self._found or key_of(self._found[0].text) in self._known:
            return False
        first = _said(self._found[0].text)
        bare = bool(first.times) and not first.words and not first.channel
        told = (times_of(line.text) for line in self._found[1:])
        return bare and any(set(first.times) <= set(times) for times in told)

    def _pieces(self, line: Line, channel: str) -> list[Line]:
        """Part a line that tells several times, where each of them is one that is expected."""
        if key_of(line.text) in self._known:
            return [line]
        texts = _BETWEEN.split(line.text)
        for text in texts:
            said = _said(text)
            channel = said.channel or channel
            if not any(_is_of(one, channel) for one in self._same(said)):
                return [line]
        return [line._replace(text=text) for text in texts]

    def _same(self, said: _Said) -> list[_Limit]:
        """Return the limits of the time that a line tells, which say all that it says."""
        return [
            one
            for one in self._limits
            if said.times and one.times == said.times and said.words <= set(tokens_of(one.text))
        ]

    def _line(self, line: Line, said: _Said, channel: str) -> list[Line]:
        if key_of(line.text) in self._known:
            return [line]
        same = [one for one in self._same(said) if _is_of(one, channel)]
        new = [one for one in same if not one.taken]
        if not new:
            return [] if same else [line]
        # A time of no channel holds for each; otherwise every line is one limit.
        per_channel = {one.channel: one for one in reversed(new)} if not channel else {}
        told = list(per_channel.values())[::-1] or new[:1]
        for one in told:
            one.taken = True
        return [line._replace(text=one.text) for one in told]


def _is_of(limit: _Limit, channel: str) -> bool:
    return not channel or not limit.channel or limit.channel == channel


def _said(text: str) -> _Said:
    """Part a line into its channel, its times, and the words that are not only filling."""
    body = split_mark(text)[1].rstrip(" .")
    behind = _BEHIND.search(body)
    if behind and group_key(behind["channel"]):
        body = f"{behind['channel']}: {body[: behind.start()]}"
    label = _LABEL.match(body)
    channel = group_key(label["label"]) if label else ""
    if label and channel:
        body = body[label.end() :]
    left = _AT_ONCE.sub(" ", _NO_MORE.sub(" ", without_measures(_on_the_clock(body))))
    words = [word for word in tokens_of(left) if word.isalnum()]
    if not channel and group_key(" ".join(words)):
        channel, words = group_key(" ".join(words)), []
    return _Said(channel, times_of(text), set(words) - _FILLING)
