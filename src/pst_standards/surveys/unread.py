"""Columns without a known name that may hold answers: they are never left out silently."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.numbering import Columns, listed, names_of_elements, plain

_NUMBERED: Final = re.compile(r"(?:u|unsur)_?[0-9]{1,3}(?:_.*)?", re.ASCII)
_ALIKE: Final = 0.8


def unread(columns: Columns, header: Sequence[str]) -> tuple[str, ...]:
    """Return the headings that are no question of the instrument, empty ones left out.

    >>> from pst_standards.surveys import columns_of, instrument
    >>> header = ["No", "waktu", "Usia"]
    >>> unread(columns_of(header, instrument("skm-2017")), header)
    ('No', 'Usia')
    """
    return tuple(header[place] for place in columns.others if header[place].strip())


def refuse_forgotten(
    columns: Columns,
    header: Sequence[str],
    instrument: Instrument,
    *,
    dropped: Collection[str] = (),
    settled: Collection[str] = (),
) -> None:
    """Refuse a table whose answers to some element may stand in a column that was not read.

    ``dropped`` are elements that are not to count, ``settled`` headings whose meaning was said.
    Raises ``SurveyError`` for an unread heading that is like the name of an element without a
    column (``column.like``), or is numbered as one (``column.numbered``), and for any unread
    heading where fewer than half of the elements have a column (``column.few``).

    >>> from pst_standards.surveys import columns_of, instrument
    >>> header = ["persyaratan", "Waktu Penyelesain"]
    >>> skm = instrument("skm-2017")
    >>> refuse_forgotten(columns_of(header, skm), header, skm)
    Traceback (most recent call last):
    ...
    pst_standards.surveys.errors.SurveyError: Kolom “Waktu Penyelesain”: ...
    """
    lacking = tuple(key for key in columns.missing if key not in dropped)
    if not lacking:
        return
    unknown = tuple(one for one in unread(columns, header) if one not in settled)
    for heading in unknown:
        _refuse_like(heading, lacking, instrument)
    there = len(instrument.keys) - len(columns.missing)
    if unknown and there < len(lacking):
        terms = tuple(instrument.element(key).term for key in lacking)
        raise SurveyError("column.few", there=there, expected=terms, found=listed(unknown))


def _refuse_like(heading: str, lacking: Sequence[str], instrument: Instrument) -> None:
    name = plain(heading)
    if _NUMBERED.fullmatch(name):
        terms = tuple(instrument.element(key).term for key in lacking)
        raise SurveyError("column.numbered", column=heading, expected=terms)
    for key, known in _names(lacking, instrument):
        if _is_like(name, known):
            element = instrument.element(key)
            alias = element.aliases[0] if element.aliases else key
            raise SurveyError("column.like", column=heading, meant=element.term, name=alias)


def _names(keys: Sequence[str], instrument: Instrument) -> Iterator[tuple[str, str]]:
    for name, key in names_of_elements(instrument).items():
        if key in keys:
            yield key, name


def _is_like(name: str, known: str) -> bool:
    """Tell whether a heading holds a name as words of its own, or is it but for a letter or two."""
    from difflib import SequenceMatcher

    if f"_{known}_" in f"_{name}_":
        return True
    return SequenceMatcher(None, name, known, autojunk=False).ratio() >= _ALIKE
