"""The words of a report that stand in a file of their own: they must be of its period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Refusal
from pst_standards.cli.running import Run

if TYPE_CHECKING:
    from pst_standards.complaints.recap_period import Period
    from pst_standards.documents.outline import Lang
    from pst_standards.model.complaint_recap import ComplaintRecap

WORDS: Final = ("follow_up", "obstacles", "evaluation", "signature")
"""What a report takes from notes; figures and their source are those of the counts."""
_PERIOD: Final = ("year", "half", "month")
_NOT_COUNTED: Final = (*WORDS, *_PERIOD, "format", "published")


def words_of(record: ComplaintRecap | None, told: ComplaintRecap | None) -> ComplaintRecap | None:
    """Return the words of a report: those of the notes, and of the counts where notes are silent.

    Only words are taken from notes, never figures.
    """
    from attrs import evolve

    if record is None or told is None:
        return told if record is None else record
    return evolve(record, **{key: getattr(told, key) or getattr(record, key) for key in WORDS})


def hold_notes(told: ComplaintRecap | None, period: Period, work: Run) -> None:
    """Refuse notes of another period, and say which of their values are not printed."""
    if told is None:
        return
    file = shown(work.options.notes_file)
    if not _is_of(told, period):
        found = ", ".join(_stated(told, work))
        raise Refusal("report-notes-period", file=file, found=found, period=period.stem)
    unused = _labels(told, work)
    if unused:
        names = ", ".join(unused)
        work.console.aside(work.say("complaint-report.notes-figures", file=file, names=names))


def _is_of(told: ComplaintRecap, period: Period) -> bool:
    """Tell whether notes are of a period; what they leave open is no other period."""
    whole = told.year is not None
    stated = [(getattr(told, key), getattr(period, key)) for key in _PERIOD]
    return all(one == wanted for one, wanted in stated if whole or one is not None)


def _stated(told: ComplaintRecap, work: Run) -> list[str]:
    values = ((_label(key, work), getattr(told, key)) for key in _PERIOD)
    return [f"{name} {value}" for name, value in values if value is not None]


def _labels(told: ComplaintRecap, work: Run) -> list[str]:
    from attrs import fields

    from pst_standards.model.base import Node

    # What every record may hold beside its values, such as where they come from, is no figure.
    beside = {*_NOT_COUNTED, *(one.name for one in fields(Node))}
    keys = (one.name for one in fields(type(told)) if one.name not in beside)
    return [_label(key, work) for key in keys if getattr(told, key) not in {None, ()}]


def _label(key: str, work: Run) -> str:
    from pst_standards.exchange.recap.form import label
    from pst_standards.model.complaint_recap import ComplaintRecap

    return label(ComplaintRecap, key, work.lang)


def note_early(words: ComplaintRecap | None, period: Period, work: Run) -> None:
    """Say that a report was signed before its period was over: it may be that of another one."""
    from pst_standards.documents.formats import long_date

    signed = words.signature.date if words and words.signature else None
    if signed is not None and signed < period.last:
        lang: Lang = "en" if work.lang == "en" else "id"
        dates = {"date": long_date(signed, lang), "last": long_date(period.last, lang)}
        work.console.aside(work.say("complaint-report.signed-early", **dates))
