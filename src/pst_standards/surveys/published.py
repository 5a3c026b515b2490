"""Figures that somebody published: element means, index and grade, each with how it was written.

A published figure is rounded, so that it stands for every value that rounds to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import places, read_figure
from pst_standards.surveys.grades import grade_table
from pst_standards.surveys.instrument_files import instrument as known_instrument
from pst_standards.surveys.numbering import columns_of, plain
from pst_standards.surveys.records import Record

_FIGURES: Final = ("mean", "sum", "n", "weight", "weighted_mean")
_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("element", "unsur", "code", "kode", "unsur_pelayanan"), "element"),
        **dict.fromkeys(("uraian_unsur", "nama_unsur", "indikator", "aspek"), "element"),
        **dict.fromkeys(("mean", "nrr", "rata_rata", "nilai_rata_rata", "nrr_unsur"), "mean"),
        **dict.fromkeys(("nrr_per_unsur", "rata_rata_unsur", "nilai_rata_rata_unsur"), "mean"),
        **dict.fromkeys(("nilai_unsur", "nilai_per_unsur", "nilai_unsur_pelayanan"), "mean"),
        **dict.fromkeys(("sum", "jumlah", "jumlah_nilai", "\u03c3nilai_unsur"), "sum"),
        **dict.fromkeys(("jumlah_nilai_unsur", "jumlah_nilai_per_unsur"), "sum"),
        **dict.fromkeys(("n", "responden", "respondents", "jumlah_responden"), "n"),
        **dict.fromkeys(("weight", "bobot", "bobot_nilai"), "weight"),
        **dict.fromkeys(("weighted_mean", "nrrt", "nrr_tertimbang"), "weighted_mean"),
        **dict.fromkeys(("nrr_tertimbang_unsur", "nrr_tertbg_unsur"), "weighted_mean"),
        **dict.fromkeys(("index", "ikm", "indeks", "skm", "nilai_ikm", "nilai_skm"), "index"),
        **dict.fromkeys(("ikm_unit_pelayanan", "indeks_kepuasan_masyarakat"), "index"),
        **dict.fromkeys(("grade", "mutu", "mutu_pelayanan"), "grade"),
        **dict.fromkeys(("period", "periode"), "period"),
        **dict.fromkeys(("source", "sumber"), "source"),
        **dict.fromkeys(("no", "nomor", "no_urut"), "number"),
    }
)
"""What headings and names of rows mean, as ``plain`` leaves them."""
_VAGUE: Final[Mapping[str, str]] = MappingProxyType({"nilai": "mean", "skor": "mean"})
"""Headings that mean so where no other heading does."""
_SUMS: Final = frozenset({"jumlah", "rata_rata", "jumlah_total", "total_nilai", "jumlah_nilai"})
"""Names of rows below the elements that hold sums or means of the rows above."""
_SUMMARY: Final = ("index", "ni", "grade", "n", "total", "period", "source")


class Figure(Record):
    """A published figure: its value, and to how many decimals it was written; ``None`` if exact.

    >>> figure = Figure.read("3,484")
    >>> str(figure.value), str(figure.low), str(figure.high), figure.written
    ('871/250', '6967/2000', '6969/2000', '3,484')
    """

    value: Fraction
    decimals: int | None = None
    written: str = ""

    @classmethod
    def read(cls, written: object) -> Figure:
        """Read a figure as it was written; a ``Fraction`` is exact."""
        value = read_figure(written)
        if isinstance(written, Fraction):
            return cls(value, None, str(written))
        return cls(value, places(written), str(written).strip())

    @property
    def _half(self) -> Fraction:
        return Fraction() if self.decimals is None else Fraction(1, 2 * 10**self.decimals)

    @property
    def low(self) -> Fraction:
        """The lowest value that rounds to it."""
        return self.value - self._half

    @property
    def high(self) -> Fraction:
        """What all values that round to it lie below."""
        return self.value + self._half


class PublishedElement(Record, kw_only=True):
    """What was published about one element."""

    key: str
    mean: Figure | None = None
    sum: int | None = None
    n: int | None = None
    weight: Figure | None = None
    weighted_mean: Figure | None = None


class Published(Record, kw_only=True):
    """A published result.

    ``total`` is the sum of all answers where only that is known; ``source`` says where it stands.
    ``unread`` are columns and rows of its table that were not understood and not used.
    """

    instrument: Instrument
    elements: tuple[PublishedElement, ...] = ()
    n: int | None = None
    total: int | None = None
    ni: Figure | None = None
    index: Figure | None = None
    grade: str = ""
    source: str = ""
    period: str = ""
    numbering: str = ""
    unread: tuple[str, ...] = ()


def published_from(
    found: Mapping[str, Any],
    instrument: Instrument | None = None,
    *,
    numbering: str | None = None,
) -> Published:
    """Read a published result from a mapping, as a YAML or JSON file has it.

    Keys: ``instrument``, ``numbering``, ``source``, ``period``, ``n``, ``total``, ``ni``,
    ``index``, ``grade``, and ``elements``: for each element its mean, or a mapping with ``mean``,
    ``sum``, ``n``, ``weight`` and ``weighted_mean``. The Indonesian names of reports (``ikm``,
    ``mutu``, ``nrr``, ``nrrt``, ``bobot``) are read as well. Raises ``SurveyError`` for what is
    not a figure and for an element that is not known.

    >>> table = {"instrument": "skm-2017", "elements": {"biaya": "3,61"}, "ikm": "90,25"}
    >>> found = published_from(table)
    >>> found.elements[0].key, found.index.written
    ('fee', '90,25')
    """
    named = {_named(name): value for name, value in found.items()}
    unknown = tuple(name for name in named if name not in _KEYS)
    if unknown:
        raise SurveyError("published.unknown", found=unknown, expected=tuple(_KEYS))
    used = instrument or known_instrument(str(named.get("instrument", "")))
    way = numbering or named.get("numbering") or None
    rows = named.get("elements") or {}
    if not isinstance(rows, Mapping):
        raise SurveyError("published.elements", found=str(rows))
    grade = str(named.get("grade") or "").strip().upper()
    if grade and used.grades:
        grade_table(used.grades).grade(grade)
    return Published(
        instrument=used,
        elements=_elements(rows, used, way),
        n=_whole(named, "n"),
        total=_whole(named, "total"),
        ni=_figure(named, "ni"),
        index=_figure(named, "index"),
        grade=grade,
        source=str(named.get("source") or ""),
        period=str(named.get("period") or ""),
        numbering=way or "",
    )


_KEYS: Final = ("instrument", "numbering", "elements", *_SUMMARY)


def published_rows(
    rows: Iterable[Mapping[str, str | None]],
    instrument: Instrument,
    *,
    numbering: str | None = None,
) -> Published:
    """Read a published table, as a CSV file has it: a row for each element, and some of the whole.

    Columns: ``element``, and of ``mean``, ``sum``, ``n``, ``weight``, ``weighted_mean`` what there
    is. A row whose ``element`` is ``index``, ``ni``, ``grade``, ``n``, ``total``, ``period`` or
    ``source`` says that of the whole, in the first cell that is filled.

    >>> from pst_standards.surveys import instrument
    >>> rows = [{"unsur": "U4", "nrr": "3,61"}, {"unsur": "IKM", "nrr": "90,25"}]
    >>> published_rows(rows, instrument("skm-2017")).index.written
    '90,25'
    """
    table = [{name or "": cell for name, cell in row.items()} for row in rows]
    names = _headings(table)
    found: dict[str, Any] = {"elements": {}}
    unread = [name for name, key in names.items() if key not in _USED]
    for row in table:
        cells = {key: (row.get(name) or "").strip() for name, key in names.items()}
        _take(found, unread, {key: cell for key, cell in cells.items() if cell})
    read = published_from(found, instrument, numbering=numbering)
    return read.changed(unread=tuple(unread))


_USED: Final = ("element", "number", "grade", *_FIGURES)


def _headings(table: Iterable[Mapping[str, object]]) -> dict[str, str]:
    """Return what each heading means; one that is not known means itself.

    Raises ``SurveyError`` where there is no column of elements, or none of figures.
    """
    headings = tuple(dict.fromkeys(name for row in table for name in row if name.strip()))
    names = {name: _named(name) for name in headings}
    if "mean" not in names.values():
        names = {name: _VAGUE.get(key, key) for name, key in names.items()}
    kinds = list(names.values())
    if headings and ("element" not in kinds or not any(one in kinds for one in _FIGURES)):
        raise headings_missing(headings)
    for name, key in names.items():
        first = headings[kinds.index(key)]
        if key in _USED and first != name:
            raise SurveyError("published.twice", column=name, found=first)
    return names


def headings_missing(headings: tuple[str, ...]) -> SurveyError:
    """Return the error about a table without a heading for its elements or for their figures."""
    known = ("unsur", "NRR", "jumlah", "n", "bobot", "NRR tertimbang")
    return SurveyError("published.columns", found=headings, expected=known)


def _take(found: dict[str, Any], unread: list[str], cells: dict[str, str]) -> None:
    """Take what one row says: of an element, or of the whole."""
    name = cells.pop("element", "")
    kind = _named(name)
    cells.pop("number", "")
    if not name:
        return
    if kind in _SUMMARY:
        grade = cells.pop("grade", "") if kind != "grade" else ""
        found[kind] = next(iter(cells.values()), "")
        if grade:
            found.setdefault("grade", grade)
    elif plain(name) in _SUMS:
        unread.append(name)
    elif name in found["elements"]:
        raise SurveyError("element.twice", element=name)
    else:
        found["elements"][name] = cells


def _named(name: str) -> str:
    found = plain(name)
    return _NAMES.get(found, found)


def _elements(
    rows: Mapping[str, Any], used: Instrument, numbering: str | None
) -> tuple[PublishedElement, ...]:
    if not rows:
        return ()
    names = list(map(str, rows))
    places_of = columns_of(names, used, numbering=numbering)
    if places_of.others:
        unknown = names[places_of.others[0]]
        raise SurveyError(
            "element.unknown", element=unknown, instrument=used.id, expected=used.keys
        )
    values: Sequence[Any] = list(rows.values())
    read = [_element(key, values[place]) for key, place in places_of.answers.items()]
    return tuple(_level(_level(read, "mean"), "weighted_mean"))


def _level(read: Sequence[PublishedElement], name: str) -> list[PublishedElement]:
    """Give a column the decimals of its longest figure: a 3 among 3.007s is a 3.000."""
    figures = [getattr(one, name) for one in read]
    most = max((one.decimals or 0 for one in figures if one is not None), default=0)
    return [
        one
        if figure is None or figure.decimals is None
        else one.changed(**{name: figure.changed(decimals=most)})
        for one, figure in zip(read, figures, strict=True)
    ]


def _element(key: str, value: Any) -> PublishedElement:
    if not isinstance(value, Mapping):
        return PublishedElement(key=key, mean=Figure.read(value))
    named = {_named(name): one for name, one in value.items()}
    return PublishedElement(
        key=key,
        mean=_figure(named, "mean"),
        sum=_whole(named, "sum"),
        n=_whole(named, "n"),
        weight=_figure(named, "weight"),
        weighted_mean=_figure(named, "weighted_mean"),
    )


def _figure(named: Mapping[str, Any], name: str) -> Figure | None:
    value = named.get(name)
    return None if value is None or value == "" else Figure.read(value)


def _whole(named: Mapping[str, Any], name: str) -> int | None:
    figure = _figure(named, name)
    if figure is None:
        return None
    if figure.value.denominator != 1 or figure.value < 0:
        raise SurveyError("published.count", found=figure.written, expected=name)
    return figure.value.numerator
