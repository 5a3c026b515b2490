"""MKL-012: the maklumat belongs to the standard in use and to whoever leads the office now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from pst_standards.model.channel import Official
from pst_standards.model.maklumat import Maklumat
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.positions import is_leader
from pst_standards.rules.lives import set_on
from pst_standards.rules.months import months_after
from pst_standards.rules.wordings import says

_OLDEST: Final = 36
_AT: Final = ("maklumat",)
# Degrees stand behind a comma or before a name with a dot: "Dr. Nama Contoh, S.Si., M.Si."
_DEGREES: Final = re.compile(r",.*|\b\w{1,5}\.", re.DOTALL)
_WORDS: Final = re.compile(r"\w+")
_NO_DIGITS: Final = re.compile(r"\D+")


def _out_of_date(context: Context) -> Iterator[Hit]:
    maklumat = context.definition.maklumat or Maklumat()
    if maklumat.date is not None:
        yield from _of_another_time(maklumat, maklumat.date, context)
    head = context.definition.office.head if context.definition.office else None
    if maklumat.signer and head and _is_successor(head, maklumat.signer):
        params = {"signer": maklumat.signer.name, "head": head.name}
        yield Hit((*_AT, "signer"), params, "signer")


def _of_another_time(maklumat: Maklumat, day: date, context: Context) -> Iterator[Hit]:
    at = (*_AT, "date")
    latest = max(_days_set(maklumat, context), default=day)
    if latest > day:
        yield Hit(at, {"date": day.isoformat(), "set": latest.isoformat()}, "before_standard")
    due = months_after(day, _OLDEST)
    if due < context.as_of:
        yield Hit(at, {"date": day.isoformat(), "due": due.isoformat()}, "old")


def _days_set(maklumat: Maklumat, context: Context) -> Iterator[date]:
    """Yield when the standards that are pledged were set, all of them where none is named."""
    for standard in context.definition.standards:
        day = set_on(standard)
        pledged = not maklumat.standards or standard.id in maklumat.standards
        if pledged and day is not None and day <= context.as_of:
            yield day


def _is_successor(head: Official, signer: Official) -> bool:
    """Tell whether somebody else leads the office than the leader who signed."""
    leads = signer.position is None or is_leader(str(signer.position))
    if not (leads and says(head.name) and says(signer.name)):
        return False
    here, there = (_NO_DIGITS.sub("", str(one.id_number)) for one in (head, signer))
    if here and there:
        return here != there
    return not _names_agree(str(head.name), str(signer.name))


def _plain_names_agree(first: str, second: str) -> bool:
    """Tell whether two names may be one person's: degrees differ, and names are cut short."""
    names = [set(_WORDS.findall(_DEGREES.sub(" ", name).casefold())) for name in (first, second)]
    return not all(names) or bool(names[0] & names[1])


_names_agree = lru_cache(maxsize=512)(_plain_names_agree)


def _is_dated_or_signed(context: Context) -> bool:
    maklumat = context.definition.maklumat
    return maklumat is not None and (maklumat.date is not None or maklumat.signer is not None)


CHECKS: Final = (Check(id="MKL-012", find=_out_of_date, applies=_is_dated_or_signed),)
