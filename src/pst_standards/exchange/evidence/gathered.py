"""What was gathered for an instrument, before any of it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from html import unescape
from typing import TYPE_CHECKING, Final

from attrs import frozen

from pst_standards.exchange.evidence.assessing import Assessment
from pst_standards.exchange.evidence.rows import Row, State
from pst_standards.rules.formats.cleaning import clean
from pst_standards.rules.subjects import office_name

if TYPE_CHECKING:
    from pst_standards.exchange.evidence.instruments import Edition
    from pst_standards.model.definition import Definition


_MARK: Final = re.compile(r'<meta name="pst-evidence" content="([^"]*)">')


def mark_of(edition: Edition, year: int, definition: Definition) -> str:
    """Return whose evidence for what it is, as it stands in the head of the index.

    >>> from pst_standards.exchange.evidence.instruments import instrument
    >>> from pst_standards.model.definition import Definition
    >>> mark_of(instrument("zi", 2026), 2026, Definition())
    'zi 2026'
    """
    office = definition.office
    whose = (office.code if office else None) or office_name(definition)
    return " ".join(clean(f"{edition.instrument} {year} {whose}").split())


def marked(page: str) -> str:
    """Return the mark of an index, empty for a page that has none."""
    found = _MARK.search(page)
    return unescape(found[1]) if found else ""


@frozen(kw_only=True)
class Folder:
    """What was gathered: every piece of evidence, and the files by their path below the folder.

    ``kept`` names files of ours that a person has changed since they were written: they stay.
    """

    assessment: Assessment
    year: int
    office: str
    mark: str
    lang: str
    rows: tuple[Row, ...]
    files: Mapping[str, bytes]
    kept: tuple[str, ...] = ()

    def count(self, state: State) -> int:
        """Return how many pieces are in a state."""
        return Counter(row.state for row in self.rows)[state]

    @property
    def drafts(self) -> int:
        """How many documents are there and are stamped as drafts."""
        return sum(row.draft for row in self.rows if row.state is State.AVAILABLE)

    def wanted(self) -> Mapping[str, tuple[Row, ...]]:
        """Return what is still to be brought, by the person responsible for it."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.state is not State.AVAILABLE:
                found.setdefault(row.responsible, []).append(row)
        return {who: tuple(rows) for who, rows in found.items()}
