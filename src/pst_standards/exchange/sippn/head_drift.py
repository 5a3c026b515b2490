"""The differences above the parts: title, unit and decree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pst_standards.exchange.sippn.drift import Kind
from pst_standards.exchange.sippn.entry import Entry
from pst_standards.exchange.sippn.item_drift import Drift
from pst_standards.exchange.sippn.likeness import is_filler, key_of, repaired
from pst_standards.exchange.sippn.opening import bare_title
from pst_standards.exchange.sippn.page import Page
from pst_standards.exchange.sippn.strangers import Own, is_own_unit
from pst_standards.model.channel import Decree
from pst_standards.model.standard import ServiceStandard

_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SERVICE: Final = re.compile(r"\A\W*(?:pe)?layanan\s+", re.IGNORECASE)
_SHORTEST: Final = 10
"""Signs of a decree's name below which its beginning says nothing."""


def title_drifts(entry: Entry, page: Page) -> Iterator[Drift]:
    """Yield what the title says otherwise; a text copied without its title is none."""
    wanted = {_key(name) for name in entry.names}
    if page.title is None or not wanted:
        return
    shown = page.title.text
    if _key(shown) in wanted:
        return
    kind = Kind.WRONG_SERVICE_NAME
    if _key(repaired(shown)) in wanted:
        kind = Kind.ENCODING_DAMAGE
    elif is_filler(shown):
        kind = Kind.PLACEHOLDER_LEFT
    yield Drift(kind, entry.title, shown, page.title.number)


def _key(title: str) -> str:
    """Return what titles of one service have in common: "Layanan Perpustakaan"."""
    bare = bare_title(title)
    return key_of(_SERVICE.sub("", bare) or bare)


def unit_drifts(entry: Entry, page: Page, own: Own) -> Iterator[Drift]:
    """Yield the unit where it is neither the office nor its province."""
    if page.unit is None or not own.names or is_own_unit(page.unit.text, own):
        return
    kind = Kind.WRONG_OFFICE
    if is_own_unit(repaired(page.unit.text), own):
        kind = Kind.ENCODING_DAMAGE
    yield Drift(kind, entry.unit, page.unit.text, page.unit.number)


def decree_drifts(entry: Entry, standard: ServiceStandard, page: Page) -> Iterator[Drift]:
    """Yield what the field of the decree says otherwise."""
    full = " ".join((standard.decree.number or "").split()) if standard.decree else ""
    shown = page.decree.text if page.decree else ""
    line = page.decree.number if page.decree else 0
    if key_of(shown) in {key_of(entry.label.text), key_of(full)} and (shown or not full):
        return
    expected = entry.label.text
    if not full or not shown:
        yield Drift(Kind.CHANGED_DECREE if shown else Kind.MISSING_DECREE, expected, shown, line)
        return
    yield Drift(_of_decree(full, shown, standard), expected, shown, line)


def _of_decree(full: str, shown: str, standard: ServiceStandard) -> Kind:
    if is_filler(shown):
        return Kind.PLACEHOLDER_LEFT
    whole = {key_of(full), key_of(_with_title(standard.decree))}
    if key_of(shown) in whole:
        return Kind.CHANGED_DECREE
    if len(key_of(shown)) >= _SHORTEST and any(one.startswith(key_of(shown)) for one in whole):
        return Kind.CUT_DECREE
    replaced = standard.replaces.number if standard.replaces else None
    if replaced and key_of(replaced).startswith(key_of(shown)):
        return Kind.STALE_DECREE
    years, wanted = _YEAR.findall(shown), _YEAR.findall(full)
    if years and wanted and max(years) < max(wanted):
        return Kind.STALE_DECREE
    return Kind.CHANGED_DECREE


def _with_title(decree: Decree | None) -> str:
    if decree is None or decree.title is None:
        return decree.number or "" if decree else ""
    return f"{decree.number or ''} tentang {decree.title.get('id')}"
