"""Holding what is published against what a definition says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from pst_standards.exchange.sippn.drift import Comparison, Difference, Kind, in_order
from pst_standards.exchange.sippn.entry import Entry, entries_of
from pst_standards.exchange.sippn.errors import SippnError
from pst_standards.exchange.sippn.head_drift import decree_drifts, title_drifts, unit_drifts
from pst_standards.exchange.sippn.item_drift import Drift
from pst_standards.exchange.sippn.lines import lines_of
from pst_standards.exchange.sippn.matching import best_match, find_head
from pst_standards.exchange.sippn.page import SHOWN, Page, pages_of
from pst_standards.exchange.sippn.part_drift import part_drifts
from pst_standards.exchange.sippn.source import Source
from pst_standards.exchange.sippn.sources import sources_of
from pst_standards.exchange.sippn.strangers import Own, own_of
from pst_standards.messages import text
from pst_standards.model.definition import Definition

_PARTS: Final = ("entry", "title", "unit", "decree", *SHOWN)


@frozen(kw_only=True)
class _Wanted:
    entry: Entry
    page: Page
    own: Own


def compare(
    definition: Definition,
    data: bytes,
    *,
    name: str = "-",
    service: str | None = None,
    lang: str = "id",
) -> Comparison:
    """Hold the file of a published page against a definition.

    ``data`` is text copied from the page, HTML that a browser saved, or the workbook or JSON of
    ``pst sippn write``. ``service`` is the id of a service or standard; without it the page is
    known by its title and what it says. Raises ``SippnError`` for a file that cannot be used, and
    for a page that is like no standard.

    >>> from pst_standards.testing import a_definition
    >>> from pst_standards.exchange.sippn.writing import write
    >>> page = write(a_definition()).entries[0].text
    >>> compare(a_definition(), page.encode()).matches
    True
    >>> other = compare(a_definition(), page.replace("Tidak dipungut", "Dipungut").encode())
    >>> [(one.component, one.kind.value) for one in other.differences]
    [('fee', 'changed_fee')]
    """
    sources = sources_of(data, name)
    wanted = _wanted(definition, service)
    held = _Held(wanted, definition, service)
    for source in sources:
        held.take(source)
    if not held.shown:
        raise SippnError("no-match", file=name, services=", ".join(_ids(wanted)))
    return Comparison(
        standards=tuple(wanted[place].entry.standard for place in held.shown),
        differences=in_order(held.drifts, _PARTS),
        notes=tuple(
            text("exchange", f"sippn.note.{key}", lang, {"cell": cell})
            for source in sources
            for key, cell in source.notes
        ),
    )


class _Held:
    """What was found so far: the places of the standards shown, and the differences."""

    def __init__(self, wanted: list[_Wanted], definition: Definition, service: str | None) -> None:
        self.shown: dict[int, None] = {}
        self.drifts: list[Difference] = []
        self._wanted = wanted
        self._definition = definition
        self._service = service

    def take(self, source: Source) -> None:
        """Hold the entries of one text against their standards."""
        same = _unchanged(source, self._wanted)
        if same:
            # Two standards may be alike word by word.
            new = next((one for one in same if one not in self.shown), same[0])
            title = self._wanted[new].entry.title
            self._once(new, Drift(Kind.DUPLICATE_ENTRY, "", title, 1), source)
            return
        for page in pages_of(source.text):
            place = _place(page, self._wanted, self._service)
            if place is not None:
                self._take(page, place, source)

    def _take(self, page: Page, place: int, source: Source) -> None:
        one = self._wanted[place]
        find_head(page, one.entry, one.own)
        first = page.title or page.lines[0]
        self._once(place, Drift(Kind.DUPLICATE_ENTRY, "", first.text, first.number), source)
        for component, drift in _of_page(page, one, self._definition):
            self.drifts.append(_told(component, drift, one.entry, source))

    def _once(self, place: int, again: Drift, source: Source) -> None:
        if place in self.shown:
            entry = self._wanted[place].entry
            self.drifts.append(_told("entry", again, entry, source))
        self.shown[place] = None


def _wanted(definition: Definition, service: str | None) -> list[_Wanted]:
    entries = list(entries_of(definition))
    if not entries:
        raise SippnError("no-standards")
    chosen = [one for one in entries if service is None or service in {one.service, one.standard}]
    if not chosen:
        known = dict.fromkeys(one.service or one.standard for one in entries)
        raise SippnError("no-service", service=service, services=", ".join(known))
    own = own_of(definition, "\n".join(entry.text for entry in entries))
    return [_Wanted(entry=one, page=_whole_page(one), own=own) for one in chosen]


def _whole_page(entry: Entry) -> Page:
    """Return the page of an entry, its own words never taken for those of another entry."""
    pages = pages_of(entry.text)
    return pages[0] if pages else Page()


def _unchanged(source: Source, wanted: Sequence[_Wanted]) -> list[int]:
    """Return the places of the standards whose page a text is, word by word."""
    shown = _lines(source.text)
    return [place for place, one in enumerate(wanted) if _lines(one.entry.text) == shown]


def _lines(words: str) -> list[str]:
    return [line.text for line in lines_of(words, lambda *_: None)]


def _place(page: Page, wanted: list[_Wanted], service: str | None) -> int | None:
    """Return the place of the standard that a page shows; the service may be known."""
    if service is not None and len(wanted) == 1:
        return 0 if page.shows_parts else None
    for one in wanted:
        find_head(page, one.entry, one.own)
    return best_match(page, [(one.entry, one.page) for one in wanted])


def _ids(wanted: Iterable[_Wanted]) -> list[str]:
    return list(dict.fromkeys(one.entry.service or one.entry.standard for one in wanted))


def _of_page(page: Page, one: _Wanted, definition: Definition) -> Iterator[tuple[str, Drift]]:
    standard = definition.standards[one.entry.place]
    yield from (("title", drift) for drift in title_drifts(one.entry, page))
    yield from (("unit", drift) for drift in unit_drifts(one.entry, page, one.own))
    yield from (("decree", drift) for drift in decree_drifts(one.entry, standard, page))
    for component, drifts in part_drifts(one.page, page, one.own).items():
        yield from ((component, drift) for drift in drifts)


def _told(component: str, drift: Drift, entry: Entry, source: Source) -> Difference:
    steps = {"entry": (), "title": ("title",), "decree": ("decree", "number")}
    pointer = (
        "/office" if component == "unit" else entry.pointer(*steps.get(component, (component,)))
    )
    return Difference(
        component=component,
        pointer=pointer,
        kind=drift.kind,
        expected=drift.expected,
        found=drift.found,
        standard=entry.standard,
        place=source.place(drift.line),
    )
