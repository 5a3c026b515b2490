"""What a document leaves out because the definition does not say it, told beside the build.

A board of hours and tariffs is made of what there is; that it has no hours, or names no amount of
what is charged, shows to nobody who does not know what it should say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from pst_standards.documents.compose.composition import by_id
from pst_standards.documents.compose.naming import place_name, term_of
from pst_standards.documents.compose.phrases import bare
from pst_standards.documents.outline import Lang
from pst_standards.findings import Pointer
from pst_standards.messages import text
from pst_standards.model.complaint_recap import ComplaintRecap
from pst_standards.model.definition import Definition
from pst_standards.model.delivery import Fee
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.selling import is_charged, is_paid
from pst_standards.rules.wordings import states_amount

BOARD = "tariff-board"
_SURVEY = "survey-report"


@frozen(kw_only=True)
class Incomplete:
    """A kind that was made without something that belongs to it, and why, as a sentence."""

    kind: str
    reason: str


def states_fees(definition: Definition) -> bool:
    """Tell whether any standard says what its service costs.

    >>> states_fees(Definition(standards=(ServiceStandard(id="library"),)))
    False
    """
    return any(fee and (fee.kind or fee.text or fee.items) for fee in _fees(definition))


def left_out(definition: Definition, lang: Lang) -> Iterator[Incomplete]:
    """Yield what the board of hours and tariffs leaves out; nothing where there is no board."""
    hours = bool(definition.office and definition.office.opening_hours)
    if hours and not states_fees(definition):
        yield _told("tariffs", lang)
    if states_fees(definition) and not hours:
        yield _told("hours", lang)
    names = [
        _name(one, definition, lang)
        for one in definition.standards
        if one.fee and is_paid(one.fee) and not _names_amount(one.fee)
    ]
    if names:
        yield _told("amounts", lang, services="; ".join(names))


def dotted(
    definition: Definition, kind: str, pointers: Sequence[Pointer], lang: Lang
) -> Iterator[Incomplete]:
    """Yield what a paper that may be signed leaves to the hand, each with the key that fills it."""
    parts = dict.fromkeys(f"{place_name(definition, one, lang)} ({_keys(one)})" for one in pointers)
    if parts:
        reason = text("documents", "error.incomplete.dots", lang, {"parts": "; ".join(parts)})
        yield Incomplete(kind=kind, reason=reason)


def _keys(pointer: Pointer) -> str:
    """Return the keys that lead to a value; which item of a list it is tells its name."""
    return ".".join(step for step in pointer if isinstance(step, str))


def unfilled(kind: str, keys: Sequence[str], lang: Lang) -> Iterator[Incomplete]:
    """Yield what a report lacks: words on complaints that no register knows, levels of a survey."""
    if keys and kind == _SURVEY:
        parts = "; ".join(text("documents", f"error.incomplete.{kind}.{one}", lang) for one in keys)
        reason = text("documents", f"error.incomplete.{kind}", lang, {"parts": parts})
        yield Incomplete(kind=kind, reason=reason)
    elif keys:
        names = "; ".join(f"{term_of(ComplaintRecap, one, lang)} ({one})" for one in keys)
        reason = text("documents", "error.incomplete.complaint-report", lang, {"parts": names})
        yield Incomplete(kind=kind, reason=reason)


def _told(why: str, lang: Lang, **params: str) -> Incomplete:
    reason = text("documents", f"error.incomplete.{BOARD}.{why}", lang, params)
    return Incomplete(kind=BOARD, reason=reason)


def _fees(definition: Definition) -> Iterator[Fee | None]:
    return (standard.fee for standard in definition.standards)


def _names_amount(fee: Fee) -> bool:
    """Tell whether a fee that takes money says how much, at least in one of its lines."""
    charged = [one for one in fee.items if is_charged(one)]
    return states_amount(fee.text) or any(
        one.amount is not None or states_amount(one.text) for one in charged
    )


def _name(standard: ServiceStandard, definition: Definition, lang: Lang) -> str:
    service = by_id(definition.services).get(standard.service or "")
    named = (service and service.name, standard.title)
    return next((bare(one.get(lang)) for one in named if one), str(standard.id))
