"""Figures of a recap as they are printed: beside each other where two of them disagree."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import frozen

from pst_standards.complaints.recap import KINDS, Recap, Row, branches, over_months
from pst_standards.complaints.secrecy.cells import SMALLEST, PublishedTable, published_table
from pst_standards.documents.compose.complaint_report_merging import merged
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import DASH, figure
from pst_standards.documents.formats import month_name, number
from pst_standards.model.complaint_recap import RecapKind

HIDDEN: Final = "*"
"""Stands for a figure that would give somebody away."""


@frozen(kw_only=True)
class Figures:
    """A recap, how it is told, and whether it is for everybody."""

    recap: Recap
    composition: Composition
    published: bool = False

    @property
    def kinds(self) -> tuple[RecapKind, ...]:
        """The columns: what is not classified has one only where there is such."""
        unclassified = any(row.counts[-1] for row in self.recap.rows)
        return KINDS if unclassified else KINDS[:-1]

    @property
    def top(self) -> tuple[Row, ...]:
        """The branches of the tree over the whole period."""
        return branches(over_months(self.recap.rows))

    @property
    def published_rows(self) -> tuple[Row, ...]:
        """The branches for everybody: every one, or the small ones as one row of others."""
        return merged(self.top)

    def table(self) -> PublishedTable | None:
        """Return branches by kinds as they may be published.

        ``None`` for the office's own eyes, and where totals are stated that are no sums.
        """
        sound = all(row.total == row.sum and not row.hidden for row in self.top)
        if not (self.published and self.top and sound):
            return None
        width = len(self.kinds)
        return published_table([row.counts[:width] for row in self.published_rows])

    def months_may_be_told(self) -> bool:
        """Tell whether the sums of months can stand beside the published table.

        Only whole sums can: a figure left out in one of two tables is read off from the other.
        """
        table = self.table()
        counts = [[one.received or 0] for one in self.recap.months]
        if not self.published or not counts:
            return True
        whole = table is not None and table.is_whole and table.total == self.recap.total
        return (whole or not self.recap.rows) and published_table(counts).is_whole

    def total_may_be_told(self) -> bool:
        """Tell whether the sum of all may stand by itself: also where the table tells it."""
        table = self.table()
        told = table is not None and table.total == self.recap.total
        return told or self.months_may_be_told()

    def months_may_be_named(self) -> bool:
        """Tell whether months may at least be said to have had any.

        Where as many months had some as there were complaints, or two of them, each had one.
        """
        used = {one.month for one in self.recap.months if one.received}
        used |= {row.month for row in self.recap.rows if row.total}
        return self.months_may_be_told() or len(used - {None}) < self.recap.total

    def flow_may_be_told(self) -> bool:
        """Tell whether what was open, came in and was closed may be told, month by month."""
        if not self.published:
            return True
        told = (
            figure
            for one in (*self.recap.months, self.recap.whole)
            for figure in (one.start, one.received, one.closed, one.end)
        )
        return self.months_may_be_told() and not any(map(is_small, told))

    def count(self, value: int | None) -> str:
        """Return a figure; nothing known is a dash, and a small one is hidden when published."""
        if value is None:
            return DASH
        if self.published and is_small(value):
            return HIDDEN
        return figure(value, self.composition.lang)

    def beside(self, stated: int, found: int) -> str:
        """Return a figure as stated, and the sum beside it where it is another."""
        lang = self.composition.lang
        if stated == found:
            return figure(stated, lang)
        return self.composition.say(
            "report.stated-and-found", stated=figure(stated, lang), found=figure(found, lang)
        )

    def share(self, share: Fraction | None) -> str:
        """Return a share in percent; nothing has none."""
        return DASH if share is None else f"{number(share * 100, self.composition.lang, 1)}%"

    def month(self, one: int | None) -> str:
        """Return the name of a month."""
        if one is None:
            return self.composition.say("report.whole-period")
        return month_name(one, self.composition.lang) if one in range(1, 13) else str(one)


def is_small(value: int | None) -> bool:
    """Tell whether a figure counts so few that each knows the others."""
    return value is not None and 0 < value < SMALLEST


def sums(rows: Sequence[Row], width: int) -> tuple[int, ...]:
    """Return the sums of the columns over the rows that are counted."""
    counted = branches(tuple(rows))
    return tuple(sum(row.counts[place] for row in counted) for place in range(width))
