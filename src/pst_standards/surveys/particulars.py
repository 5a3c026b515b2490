"""What no answer tells of a survey, read from a file beside the answers: who asked, what follows.

The file is TOML with ``format = "pst-survey/1"``. Every text may be one text, or a table with
``id`` and ``en``. Whatever is not known is refused, so that a misspelt name is not passed over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Final, TypeAlias, TypeVar

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import read_figure
from pst_standards.surveys.particulars_checks import refuse_days
from pst_standards.surveys.particulars_places import line_of
from pst_standards.surveys.reporting import (
    Completion,
    Fieldwork,
    FollowedUp,
    FollowUp,
    Particulars,
    PartOfYear,
    PastResult,
    Signing,
    SurveyPeriod,
)
from pst_standards.surveys.terms import Term
from pst_standards.surveys.toml_texts import read_toml
from pst_standards.surveys.written_rules import FORMAT, TABLES

_IN_INDONESIAN: Final[Mapping[str, str]] = {
    "populasi": "population",
    "periode": "period",
    "keterangan": "remark",
    "kolom": "columns",
    "jawaban": "answers",
    "tim": "team",
    "metode": "method",
    "tempat": "place",
    "waktu": "time",
    "sampel": "sampling",
    "rencana": "plan",
    "analisis": "analysis",
    "simpulan": "conclusion",
    "kesimpulan": "conclusion",
    "tahun": "year",
    "bulan": "month",
    "triwulan": "quarter",
    "semester": "half",
    "nama": "name",
    "jabatan": "position",
}
"""Keys as somebody may write them who translates them."""
_KINDS: Final[Mapping[str, Term]] = {
    "text": Term("teks di antara tanda kutip", "a text in quotation marks"),
    "whole": Term("bilangan bulat, misalnya 120", "a whole number, such as 120"),
    "figure": Term('angka, misalnya "83,05"', 'a figure, such as "83.05"'),
    "day": Term(
        "tanggal tanpa tanda kutip, misalnya 2025-01-17",
        "a date without quotation marks, such as 2025-01-17",
    ),
    "list": Term("daftar di antara tanda [ ]", "a list in [ ]"),
    "table": Term(
        "isian bernama di antara tanda { } atau di bawah judul [ ]",
        "named fields in { } or below a heading in [ ]",
    ),
    "period": Term(
        "year = 2024, bila perlu dengan half, quarter, atau month, atau start dan end",
        "year = 2024, with half, quarter or month if need be, or start and end",
    ),
}
"""What each kind of field may hold."""
_Made = TypeVar("_Made")
_Reader: TypeAlias = Callable[[Any, str], Any]


def read_particulars(text: str) -> Particulars:
    """Return the particulars that a TOML text holds.

    Raises ``SurveyError`` for a text that is no TOML, of another format, and for a field that is
    not known or holds something else than it should; ``field`` and ``row`` tell where. So do
    the days of a follow-up that cannot be.

    >>> told = read_particulars('''format = "pst-survey/1"
    ... population = 640
    ... [period]
    ... year = 2024
    ... quarter = 2
    ... [[previous]]
    ... period = {year = 2023}
    ... index = "84,10"
    ... ''')
    >>> told.population, told.period.end.isoformat(), told.previous[0].index
    (640, '2024-06-30', Fraction(841, 10))
    """
    found = read_toml(text)
    if found.pop("format", None) != FORMAT:
        raise SurveyError("particulars.format", expected=FORMAT)
    for name in TABLES:  # how columns and cells are read is no particular of the survey
        found.pop(name, None)
    try:
        told = _made(Particulars, _PARTICULARS)(found, "")
        refuse_days(told)
    except SurveyError as fault:
        raise placed(fault, text) from None
    return told


def placed(fault: SurveyError, text: str) -> SurveyError:
    """Return an error about a field with the line of the text in which that stands."""
    line = line_of(text, str(fault.params.get("field", "")))
    return fault if line is None else SurveyError(fault.kind, **{**fault.params, "row": line})


def _made(kind: Callable[..., _Made], readers: Mapping[str, _Reader]) -> Callable[..., _Made]:
    """Return what reads a table into a value of this kind."""

    def read(found: Any, place: str) -> _Made:
        known = {name: readers[name] for name in _table(found, place, tuple(readers))}
        given = {name: reader(found[name], _below(place, name)) for name, reader in known.items()}
        try:
            return kind(**given)
        except TypeError:
            lacking = tuple(_required(kind) - given.keys())
            raise SurveyError("particulars.lacks", field=place, expected=lacking) from None
        except ValueError:
            raise _misfit(found, place, "period") from None

    return read


def _required(kind: Callable[..., object]) -> set[str]:
    from inspect import Parameter, signature

    every = signature(kind).parameters.values()
    return {one.name for one in every if one.default is Parameter.empty}


def _table(found: Any, place: str, known: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(found, dict):
        raise _misfit(found, place, "table")
    for name in found:
        if name not in known:
            raise _unknown(name, place, known)
    return found


def _unknown(name: str, place: str, known: tuple[str, ...]) -> SurveyError:
    """Return that a key is not known, with the one that was perhaps meant."""
    from difflib import get_close_matches

    fields = known if place else ("format", *known, *TABLES)
    near = [one for one in (_IN_INDONESIAN.get(name.lower()),) if one in fields]
    near += get_close_matches(name.lower(), fields, n=1, cutoff=0.7)
    told: dict[str, object] = {"field": _below(place, name), "expected": fields}
    if near:
        told |= {"meant": _below(place, near[0]), "variant": "meant"}
    return SurveyError("particulars.unknown", **told)


def _below(place: str, name: str | int) -> str:
    return f"{place}.{name}" if place else str(name)


def _misfit(found: object, place: str, kind: str) -> SurveyError:
    """Return that a field holds something else than it may, and what that is."""
    shown = found.isoformat() if isinstance(found, dt.date | dt.time) else str(found)
    return SurveyError("particulars.value", field=place, found=shown, expected=_KINDS[kind])


def _many(reader: Callable[[Any, str], _Made]) -> Callable[[Any, str], tuple[_Made, ...]]:
    def read(found: Any, place: str) -> tuple[_Made, ...]:
        if not isinstance(found, list):
            raise _misfit(found, place, "list")
        return tuple(reader(one, _below(place, number)) for number, one in enumerate(found, 1))

    return read


def _text(found: Any, place: str) -> str:
    if not isinstance(found, str):
        raise _misfit(found, place, "text")
    return found.strip()


def _term(found: Any, place: str) -> Term:
    if isinstance(found, str):
        return Term(found.strip())
    said = {name: _text(one, _below(place, name)) for name, one in _words(found, place).items()}
    return Term(said.get("id") or said.get("en", ""), said.get("en", ""))


def _words(found: Any, place: str) -> Mapping[str, Any]:
    return _table(found, place, ("id", "en"))


def _whole(found: Any, place: str) -> int:
    if type(found) is not int or found < 0:
        raise _misfit(found, place, "whole")
    return found


def _figure(found: Any, place: str) -> Fraction:
    try:
        return read_figure(found)
    except SurveyError:
        raise _misfit(found, place, "figure") from None


def _day(found: Any, place: str) -> dt.date:
    if type(found) is not dt.date:
        raise _misfit(found, place, "day")
    return found


def _completion(found: Any, place: str) -> Completion:
    if found not in tuple(Completion):
        raise SurveyError(
            "particulars.one-of", field=place, found=str(found), expected=tuple(Completion)
        )
    return Completion(found)


def _period(found: Any, place: str) -> SurveyPeriod:
    """Read a year, a part of one by its number, or the first and the last day."""
    if "start" in _table(found, place, ("year", "half", "quarter", "month", "start", "end")):
        return _made(SurveyPeriod, {"start": _day, "end": _day})(found, place)
    year = _whole(found.get("year"), _below(place, "year"))
    parts = [(name, number) for name, number in found.items() if name != "year"]
    if not parts:
        parts = [(PartOfYear.YEAR, 1)]
    try:
        ((name, number),) = parts
        return SurveyPeriod.of(year, PartOfYear(name), number)
    except (ValueError, TypeError, OverflowError):
        raise _misfit(found, place, "period") from None


_FIELDWORK: Final[Mapping[str, _Reader]] = {
    "team": _many(_term),
    "method": _term,
    "place": _term,
    "time": _term,
    "sampling": _term,
}
_PREVIOUS: Final[Mapping[str, _Reader]] = {
    "period": _period,
    "index": _figure,
    "grade": _text,
    "n": _whole,
    "instrument": _text,
    "weights": _text,
    "source": _text,
}
_PLAN: Final[Mapping[str, _Reader]] = {
    "element": _text,
    "component": _term,
    "programme": _term,
    "time": _term,
    "responsible": _term,
}
_FOLLOWED_UP: Final[Mapping[str, _Reader]] = {
    "programme": _term,
    "completion": _completion,
    "element": _text,
    "evidence": _term,
    "completed_on": _day,
}
_SIGNING: Final[Mapping[str, _Reader]] = {
    "name": _text,
    "position": _term,
    "place": _text,
    "date": _day,
}
_PARTICULARS: Final[Mapping[str, _Reader]] = {
    "period": _period,
    "conducted_on": _day,
    "remark": _term,
    "population": _whole,
    "fieldwork": _made(Fieldwork, _FIELDWORK),
    "previous": _many(_made(PastResult, _PREVIOUS)),
    "plan": _many(_made(FollowUp, _PLAN)),
    "previous_plan": _many(_made(FollowedUp, _FOLLOWED_UP)),
    "previous_results_on": _day,
    "analysis": _many(_term),
    "conclusion": _many(_term),
    "signing": _made(Signing, _SIGNING),
}
