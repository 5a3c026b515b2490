"""Which column holds the answers about which element: by meaning, or by a number that is settled.

A column called by its meaning speaks for itself. A bare ``U8`` does not where the list and the
form of a regulation number differently: then the way of numbering has to be named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.records import Record, made
from pst_standards.surveys.terms import Term

_NO_MAPPING: Final[Mapping[str, str]] = MappingProxyType({})
_CODE: Final = re.compile(
    r"(?P<mark>u|unsur|q|p|pertanyaan|soal|item|butir)?_?0*(?P<number>[1-9][0-9]{0,2})"
    r"(?:_?(?P<part>[a-z]|(?<=_)[0-9]{1,2}))?",
    re.ASCII,
)
_CODE_BEFORE: Final = r"(?:u|unsur|q|p|pertanyaan|soal|item|butir|no)?_?[0-9]{1,3}_(?P<name>.+)"
_ASPECTS: Final = (
    ("importance", ("importance", "kepentingan")),
    ("", ("satisfaction", "kepuasan")),
)
"""What a heading asks, and the words at its beginning or end that say so."""


class Columns(Record, kw_only=True):
    """Where the answers stand: the place of the column for each question, counted from 0.

    ``importance`` has the columns that ask how important something is, ``others`` the places of
    columns that are no answers, ``missing`` the elements that no column asks.
    """

    answers: Mapping[str, int]
    importance: Mapping[str, int] = made(factory=dict)
    others: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()
    numbering: str = ""


def columns_of(
    header: Iterable[object],
    instrument: Instrument,
    *,
    numbering: str | None = None,
    mapping: Mapping[str, str] = _NO_MAPPING,
) -> Columns:
    """Read the headings of a table.

    ``numbering`` is ``list`` or ``form``, needed for bare numbers on which the two differ.
    ``mapping`` says of headings what they are: the key of an element or question, the same after
    ``importance:``, or nothing for a column to leave alone. Raises ``SurveyError`` for a number
    that can mean two elements or none, two columns for one question, an element asked both as a
    whole and in parts, and a header without any element.

    >>> from pst_standards.surveys import instrument
    >>> found = columns_of(["no", "U1", "waktu", "U8"], instrument("skm-2017"), numbering="form")
    >>> dict(found.answers)
    {'requirements': 1, 'time_limit': 2, 'facilities': 3}
    """
    if numbering is not None and numbering not in instrument.numberings:
        raise SurveyError("numbering.unknown", found=numbering, expected=instrument.numberings)
    headings = tuple("" if one is None else str(one) for one in header)
    if mapping:
        return _read(headings, instrument, numbering, mapping)
    return _read_alike(headings, instrument, numbering)


def key_of(name: str, instrument: Instrument, numbering: str | None = None) -> str:
    """Return the key of an element or a question by any name that a heading may have, or its key.

    Raises ``SurveyError`` for a number that can mean two elements, and for what is no name.

    >>> from pst_standards.surveys import instrument
    >>> skm = instrument("skm-2017")
    >>> key_of("Biaya/Tarif", skm), key_of("U4", skm), key_of("u8", skm, "form")
    ('fee', 'fee', 'facilities')
    """
    return _Reader(instrument, numbering, _NO_MAPPING).named(name)


def names_of_elements(instrument: Instrument) -> Mapping[str, str]:
    """Return the keys of elements by the names that headings may have, as ``plain`` leaves them."""
    return {
        plain(name): element.key
        for element in instrument.elements
        for name in (*element.aliases, element.term.get("id"), element.term.get("en"), element.key)
    }


@lru_cache(maxsize=64)
def _read_alike(header: tuple[str, ...], instrument: Instrument, numbering: str | None) -> Columns:
    """Read a header once: the tables of a survey are many and have the same."""
    return _read(header, instrument, numbering, _NO_MAPPING)


def _read(
    header: Sequence[str],
    instrument: Instrument,
    numbering: str | None,
    mapping: Mapping[str, str],
) -> Columns:
    reader = _Reader(instrument, numbering, mapping)
    reader.refuse_ambiguous(header)
    kinds: dict[str, dict[str, int]] = {"": {}, "importance": {}}
    others: list[int] = []
    for place, heading in enumerate(header):
        found = reader.read(heading)
        if found is None:
            others.append(place)
            continue
        aspect, key = found
        _refuse_twice(kinds[aspect], key, place, header, instrument)
        kinds[aspect][key] = place
    answers = kinds[""]
    unsaid = [header[place] for place in others if header[place] not in mapping]
    _refuse_numbers_beyond([header[place] for place in answers.values()], unsaid, instrument)
    _refuse_answers([header[place] for place in answers.values()], header, instrument)
    _refuse_mixed(answers, header, instrument)
    asked = {instrument.element_of(key) for key in answers}
    missing = tuple(key for key in instrument.keys if key not in asked)
    return Columns(
        answers=answers,
        importance=kinds["importance"],
        others=tuple(others),
        missing=missing,
        numbering=numbering or "",
    )


def _refuse_twice(
    found: Mapping[str, int], key: str, place: int, header: Sequence[str], of: Instrument
) -> None:
    if key not in found:
        return
    first = header[found[key]]
    if first.strip().isdigit() and header[place].strip().isdigit():
        # Answers stand where headings should: the first row is a respondent.
        raise SurveyError("header.missing", found=listed(header))
    meant = _term(key, of)
    raise SurveyError("column.twice", column=header[place], found=first, element=key, meant=meant)


def _term(key: str, of: Instrument) -> Term:
    """Return what an element, or a question about it, is called."""
    items = (item.text for item in of.items if item.key == key)
    return next(items, of.element(of.element_of(key)).term)


def _refuse_numbers_beyond(answers: Iterable[str], others: Iterable[str], of: Instrument) -> None:
    """Refuse ``Q10`` beside ``Q1`` to ``Q9``: a question that the instrument does not have."""
    marks = {_mark(heading) for heading in answers} - {""}
    for heading in others:
        if _mark(heading) in marks:
            raise SurveyError("column.number", column=heading, instrument=of.id)


def _mark(heading: str) -> str:
    code = _CODE.fullmatch(plain(heading))
    return (code["mark"] or "") if code else ""


def _refuse_answers(found: Sequence[str], header: Sequence[str], of: Instrument) -> None:
    """Refuse a row of nothing but numbers that may be what the first respondent answered."""
    if not found or not all(heading.strip().isdecimal() for heading in found):
        return
    numbers = [int(heading) for heading in found]
    if max(numbers) <= of.scale.high or numbers != sorted(numbers):
        raise SurveyError("header.missing", found=listed(header))


def _refuse_mixed(answers: Mapping[str, int], header: Sequence[str], of: Instrument) -> None:
    if not answers:
        expected = tuple(one.aliases[0] if one.aliases else one.key for one in of.elements)
        raise SurveyError("column.none", found=listed(header), expected=expected)
    for key, place in answers.items():
        whole = key.partition(".")[0]
        if whole != key and whole in answers:
            found = header[answers[whole]]
            raise SurveyError(
                "column.mixed",
                column=header[place],
                found=found,
                element=whole,
                meant=_term(whole, of),
            )


_LISTED: Final = 12


def listed(headings: Iterable[str]) -> tuple[str, ...]:
    """Return headings as a sentence lists them: each in quotes, and a sign for more than twelve.

    >>> listed(["No", "Cepat, tepat?"])
    ('\u201cNo\u201d', '\u201cCepat, tepat?\u201d')
    """
    shown = [
        f"\N{LEFT DOUBLE QUOTATION MARK}{one}\N{RIGHT DOUBLE QUOTATION MARK}"
        for one in headings
        if one.strip()
    ]
    more = ["\N{HORIZONTAL ELLIPSIS}"] if len(shown) > _LISTED else []
    return (*shown[:_LISTED], *more)


def plain(heading: str) -> str:
    """Return a heading as names are compared: small letters, and one sign for all others.

    >>> plain("Biaya / Tarif")
    'biaya_tarif'
    """
    return re.sub(r"[\W_]+", "_", heading.strip().lstrip("\ufeff").casefold()).strip("_")


def _aspect(name: str) -> tuple[str, str]:
    """Return what a heading asks, satisfaction unless it says otherwise, and the rest of it."""
    for aspect, words in _ASPECTS:
        for word in words:
            if word in name:
                rest = name.removeprefix(f"{word}_").removesuffix(f"_{word}")
                if rest != name:
                    return aspect, rest
    return "", name


class _Reader:
    """Reads headings for one instrument."""

    def __init__(
        self, instrument: Instrument, numbering: str | None, mapping: Mapping[str, str]
    ) -> None:
        self._instrument = instrument
        self._ways = instrument.numberings if numbering is None else (numbering,)
        self._mapping = mapping
        self._names = dict(self._known_names())
        self._items = {item.number: item.key for item in instrument.items}

    def _known_names(self) -> Iterator[tuple[str, str]]:
        for item in self._instrument.items:
            yield plain(item.text.get("id")), item.key
            yield item.key, item.key
        # The elements of a form with several questions each are asked by no single column.
        if not self._instrument.items:
            yield from names_of_elements(self._instrument).items()

    def read(self, heading: str) -> tuple[str, str] | None:
        """Return the aspect and the key of a heading; ``None`` when it is no question."""
        if heading in self._mapping:
            return self._mapped(heading)
        aspect, name = _aspect(plain(heading))
        key = self._key(name, heading)
        return None if key is None else (aspect, key)

    def _mapped(self, heading: str) -> tuple[str, str] | None:
        to = self._mapping[heading]
        if not to:
            return None
        aspect, _, key = to.rpartition(":")
        if aspect not in {"", "importance"}:
            raise SurveyError("column.aspect", column=heading, found=aspect)
        return aspect, self.named(key)

    def named(self, name: str) -> str:
        """Return the key that a person means by a name; raises as ``key_of``."""
        known = self._instrument
        items = {item.key for item in known.items}
        if name in items or name.partition(".")[0] in known.keys:
            return name
        self.refuse_ambiguous([name])
        found = self._key(plain(name), name)
        if found is None:
            names = tuple(
                f"{one.aliases[0]} ({one.key})" if one.aliases else one.key
                for one in known.elements
            )
            raise SurveyError("element.unknown", element=name, instrument=known.id, expected=names)
        return found

    def _key(self, name: str, heading: str) -> str | None:
        if name in self._names:
            return self._names[name]
        whole, _, part = name.rpartition("_")
        if whole in self._names and not self._items and part.isdigit():
            return f"{self._names[whole]}.{int(part)}"
        # Such as "U1. Persyaratan": the words count.
        before = re.fullmatch(_CODE_BEFORE, name, re.ASCII) if "_" in name else None
        if before and before["name"] in self._names:
            return self._names[before["name"]]
        code = _CODE.fullmatch(name)
        return None if code is None else self._numbered(code, heading)

    def _numbered(self, code: re.Match[str], heading: str) -> str | None:
        number, part = code["number"], code["part"] or ""
        if self._items:
            found = self._items.get(number + part)
        else:
            homes = self._homes(int(number))
            home = next(iter(homes), None)
            found = f"{home}.{part}" if home and part else home
        if found is None and code["mark"] in {"u", "unsur"}:
            raise SurveyError("column.number", column=heading, instrument=self._instrument.id)
        return found

    def _homes(self, number: int) -> tuple[str, ...]:
        """Return the elements that a number can mean by the ways of numbering that may hold."""
        found = {
            element.key: None
            for way in self._ways
            for element in self._instrument.elements
            if element.numbers.get(way) == number
        }
        return tuple(found)

    def refuse_ambiguous(self, header: Iterable[str]) -> None:
        """Raise ``SurveyError`` when a heading is a bare number of two elements."""
        if self._items or len(self._ways) == 1:
            return
        doubtful = [heading for heading in header if self._is_ambiguous(heading)]
        if doubtful:
            raise SurveyError(
                "numbering.missing",
                column=doubtful[0],
                found=tuple(doubtful),
                expected=tuple(self._ways),
                instrument=self._instrument.id,
            )

    def _is_ambiguous(self, heading: str) -> bool:
        if heading in self._mapping:
            return False
        _, name = _aspect(plain(heading))
        code = None if name in self._names else _CODE.fullmatch(name)
        return code is not None and len(self._homes(int(code["number"]))) > 1
