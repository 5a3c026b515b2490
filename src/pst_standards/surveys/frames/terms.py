"""What is asked of a table of answers: how its columns are read, and where in a file they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from pst_standards.surveys.answers import AnswerRules, plain_rules
from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.numbering import Columns, columns_of, listed
from pst_standards.surveys.records import Record, made
from pst_standards.surveys.tallies import GroupKey, Tallies, named
from pst_standards.surveys.tallying import Handling

if TYPE_CHECKING:
    from pst_standards.surveys.statistics.joint import Joint

HeaderRow: TypeAlias = int | Literal["find"]


class Terms(Record, kw_only=True):
    """How columns and cells are read, the same for every kind of table.

    ``numbering`` and ``mapping`` say which column is which question, ``rules`` what cells mean
    beyond the numbers of the scale, ``group_by`` by which columns respondents are grouped (one name
    or several), and ``handling`` what is done with what does not fit.

    >>> Terms(numbering="list", group_by=("service",)).handling.refused
    'raise'
    """

    numbering: str | None = None
    mapping: Mapping[str, str] = made(factory=dict)
    rules: AnswerRules | None = None
    group_by: Sequence[str] = ()
    handling: Handling = Handling()

    def _check(self) -> None:
        if isinstance(self.group_by, str):  # which is a sequence of letters to Python
            self.__dict__["group_by"] = (self.group_by,)


class Layout(Record, kw_only=True):
    """Where in a file the answers stand, said by whoever knows the file.

    ``delimiter`` is ``,`` ``;`` or a tab, ``None`` for the one by which the headings are parted;
    ``encoding`` UTF-8, with or without a mark at its start, unless another is named.
    ``header_row`` counts from 1; ``find`` takes the first row that names half of the elements or
    more, and a workbook is searched so when nothing is said. ``first_row`` is the first respondent
    where that is not the row after the headings, ``last_row`` the last one where sums follow.
    ``headings`` stand in for a header that a file does not have. ``sheet`` names one of several.

    >>> Layout(header_row=3, first_row=6).rows_from
    6
    >>> Layout(headings=("U1", "U2")).rows_from
    1
    """

    delimiter: str | None = None
    encoding: str = "utf-8"
    header_row: HeaderRow | None = None
    first_row: int | None = None
    last_row: int | None = None
    headings: Sequence[str] = ()
    sheet: str | None = None

    def _check(self) -> None:
        if self.delimiter not in {None, ",", ";", "\t"}:
            raise SurveyError("layout.delimiter", found=self.delimiter)
        numbers = [self.header_row, self.first_row, self.last_row]
        if any(isinstance(number, int) and number < 1 for number in numbers):
            raise SurveyError("layout.row", found=min(n for n in numbers if isinstance(n, int)))
        if self.headings and self.header_row is not None:
            raise SurveyError("layout.headings")
        if self.rows_from <= (self.header_number or 0):
            raise SurveyError("layout.first", found=self.rows_from, header=self.header_number)

    @property
    def header_number(self) -> int | None:
        """The row of the headings when it is known: none where headings are given."""
        if self.headings or self.header_row == "find":
            return None
        return self.header_row or 1

    @property
    def rows_from(self) -> int:
        """The row of the first respondent."""
        return self.first_row or (self.header_number or 0) + 1

    def searching(self) -> Layout:
        """Return the layout with the row of the headings to be searched."""
        return self.changed(header_row="find")


class Counted(Record, kw_only=True):
    """The tallies of a file, and how it was read.

    ``told`` has what was not said but found: the delimiter, the sheet, the row of the headings.
    ``joints`` has what whole rows tell, for each group, where that was asked for.
    """

    tallies: Tallies
    columns: Columns
    header: tuple[str, ...]
    told: Mapping[str, str | int] = made(factory=dict)
    joints: Mapping[GroupKey, Joint] = made(factory=dict)


class Plan(Record, kw_only=True):
    """The terms settled for one header: which place holds what."""

    instrument: Instrument
    header: tuple[str, ...]
    columns: Columns
    keys: tuple[int, ...]
    names: tuple[str, ...]
    respondent: int | None
    rules: AnswerRules
    handling: Handling

    @property
    def asked(self) -> Iterator[tuple[str, int]]:
        """Every column of answers with its question: satisfaction first, then importance."""
        yield from self.columns.answers.items()
        yield from self.columns.importance.items()

    @property
    def needed(self) -> tuple[int, ...]:
        """The places of all columns that are read, each once, as they stand in the table."""
        found = {*self.keys, *(place for _, place in self.asked)}
        if self.respondent is not None:
            found.add(self.respondent)
        return tuple(sorted(found))

    @property
    def strict(self) -> bool:
        """Whether a cell that is no answer stops the count."""
        return self.handling.refused == "raise"

    def key_of(self, values: Sequence[object]) -> GroupKey:
        """Return the key of a group by the values of its columns."""
        return tuple(zip(self.names, map(named, values), strict=True))


def planned(header: Sequence[str], instrument: Instrument, terms: Terms) -> Plan:
    """Settle the terms for a header.

    Raises ``SurveyError`` as ``columns_of`` does, and for a column to group by, or to tell
    respondents apart by, that is not there or there twice.
    """
    columns = columns_of(header, instrument, numbering=terms.numbering, mapping=terms.mapping)
    handling = terms.handling
    respondent = None
    if handling.respondent is not None and handling.duplicates != "keep":
        respondent = _place(handling.respondent, header)
    return Plan(
        instrument=instrument,
        header=tuple(header),
        columns=columns,
        keys=tuple(_place(name, header) for name in terms.group_by),
        names=tuple(terms.group_by),
        respondent=respondent,
        rules=terms.rules or plain_rules(instrument.scale),
        handling=handling,
    )


def _place(name: str, header: Sequence[str]) -> int:
    times = header.count(name)
    if times != 1:
        kind = "column.double" if times else "column.unknown"
        raise SurveyError(kind, column=name, expected=listed(header))
    return header.index(name)
