"""What was gathered for an instrument, before any of it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from attrs import frozen

from pst_standards.exchange.evidence.assessing import Assessment
from pst_standards.exchange.evidence.rows import Row, State


@frozen(kw_only=True)
class Folder:
    """What was gathered: every piece of evidence, and the files by their path below the folder."""

    assessment: Assessment
    year: int
    office: str
    lang: str
    rows: tuple[Row, ...]
    files: Mapping[str, bytes]

    def count(self, state: State) -> int:
        """Return how many pieces are in a state."""
        return Counter(row.state for row in self.rows)[state]

    @property
    def drafts(self) -> int:
        """How many documents are there and are stamped as drafts."""
        return sum(row.draft for row in self.rows if row.state is State.AVAILABLE)
