"""Counting a file or a frame, whatever kind it is."""

from __future__ import annotations

import os
from typing import Any, Final

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.terms import Counted, Layout, Plan, Terms, planned
from pst_standards.surveys.tallies import Tallies

_TEXTS: Final = (".csv", ".tsv", ".txt")
_WORKBOOKS: Final = (".xlsx", ".xlsm")
_PARQUET: Final = (".parquet", ".pq")
_OTHER_BOOKS: Final = (".xls", ".xlsb", ".ods", ".numbers")
"""Workbooks that have to be saved as another kind first."""
_LARGE: Final = 4 << 20
"""From how many bytes on a file of text is read with pyarrow where that is installed."""
_PLAIN_TERMS: Final = Terms()
_PLAIN_LAYOUT: Final = Layout()


def count_file(
    path: str | os.PathLike[str],
    instrument: Instrument,
    terms: Terms = _PLAIN_TERMS,
    layout: Layout = _PLAIN_LAYOUT,
    *,
    joints: bool = False,
) -> Counted:
    """Count the answers in a file: text (.csv, .tsv, .txt), Parquet, or a workbook.

    ``joints`` asks for what whole rows tell, too. A small file of text needs no library at all;
    workbooks need the extra ``office`` and Parquet ``survey``, with which a large file of text is
    read faster, too. Raises ``SurveyError`` for a kind of file that is not known or that the name
    does not tell, for headings, rows and cells that do not fit, with row and column, and
    ``MissingExtraError``.
    """
    file = os.fspath(path)
    kind = os.path.splitext(file)[1].lower()  # noqa: PTH122 - see texts.opened
    if kind in _TEXTS:
        return _count_text(file, instrument, terms, layout, joints=joints)
    if kind in _WORKBOOKS:
        from pst_standards.surveys.frames.workbooks import count_workbook

        return count_workbook(file, instrument, terms, layout, joints=joints)
    if kind in _PARQUET:
        from pst_standards.surveys.frames.parquet import count_parquet

        return count_parquet(file, instrument, terms, joints=joints)
    expected = (*_TEXTS, *_WORKBOOKS, *_PARQUET)
    name = os.path.basename(file)  # noqa: PTH119 - as above
    if kind in _OTHER_BOOKS:
        raise SurveyError("file.other-workbook", found=name)
    raise SurveyError("file.kind", found=name, expected=expected)


def _count_text(
    file: str, instrument: Instrument, terms: Terms, layout: Layout, *, joints: bool
) -> Counted:
    from pst_standards.surveys.frames.texts import count_text_file

    if os.path.isfile(file) and os.path.getsize(file) >= _LARGE:  # noqa: PTH113, PTH202 - as above
        from importlib.util import find_spec

        if find_spec("pyarrow") is not None:
            from pst_standards.surveys.frames.large_texts import count_large_text

            return count_large_text(file, instrument, terms, layout, joints=joints)
    return count_text_file(file, instrument, terms, layout, joints=joints)


def count_frame(
    frame: Any, instrument: Instrument, terms: Terms = _PLAIN_TERMS, *, joints: bool = False
) -> Counted:
    """Count the answers in a frame of pandas, polars, pyarrow, duckdb, Dask or PySpark.

    A frame in memory is counted here. A lazy one is counted by its own engine, on the cluster where
    it lives, and only counts come back: by group, and with ``joints`` by distinct rows of answers,
    of which there may be many. Needs the extra ``survey``. Raises ``SurveyError`` for what is no
    frame, for headings and cells as files do (a lazy frame has no rows to tell), and for
    respondents to be told apart in a lazy frame other than by stopping at the first.
    """
    from pst_standards.messages.extras import extra

    with extra("survey"):
        import narwhals.stable.v2 as nw
        import pyarrow as pa

    del pa  # nothing is counted without it, and its lack is told here
    from pst_standards.surveys.frames.labels import labelled

    named, headings = labelled(frame)
    try:
        found = nw.from_native(named)
    except TypeError:
        kind = f"{type(frame).__module__}.{type(frame).__qualname__}"
        raise SurveyError("frame.unknown", found=kind) from None
    plan = planned(headings or found.collect_schema().names(), instrument, terms)
    if isinstance(found, nw.LazyFrame):
        return _count_lazy(found, plan, joints=joints)
    from pst_standards.surveys.frames.arrow import ArrowCounter
    from pst_standards.surveys.frames.eager import parts_of

    counter = ArrowCounter(plan, joints=joints)
    first = terms.handling.first_row
    for part in parts_of(found, plan):
        counter.add(part, first)
        first += len(part[0])
    return Counted(
        tallies=counter.tallies(),
        columns=plan.columns,
        header=plan.header,
        joints=counter.joints(),
    )


def _count_lazy(frame: Any, plan: Plan, *, joints: bool) -> Counted:
    from pst_standards.surveys.frames.engines import EngineCounter
    from pst_standards.surveys.frames.joints import joints_of

    counter = EngineCounter(frame, plan)
    return Counted(
        tallies=counter.tallies(),
        columns=plan.columns,
        header=plan.header,
        joints=joints_of(counter.patterns(), plan) if joints else {},
    )


def tallies_of(frame: Any, instrument: Instrument, terms: Terms = _PLAIN_TERMS) -> Tallies:
    """Return the tallies of a frame; needs and raises what ``count_frame`` does.

    >>> import pyarrow as pa
    >>> from pst_standards.surveys import instrument
    >>> table = pa.table({"unit": ["a", "b", "a"], "biaya": [4, None, 3]})
    >>> found = tallies_of(table, instrument("skm-2017"), Terms(group_by=("unit",)))
    >>> [(dict(key)["unit"], tally.elements["fee"].sum) for key, tally in found]
    [('a', 7), ('b', 0)]
    """
    return count_frame(frame, instrument, terms).tallies
