"""Kinds of documents that need more than a definition: what gives them, and why there is none.

The composers are imported where they are needed: most builds make none of these.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from attrs import frozen

from pst_standards.documents.compose.body import Composer
from pst_standards.documents.inputs import Inputs
from pst_standards.model.definition import Definition


@frozen(kw_only=True)
class Case:
    """One document that further input gives; ``name`` tells several of a kind apart."""

    composer: Composer
    name: str = ""


Cases: TypeAlias = Callable[[Definition, Inputs], Sequence[Case]]
"""Returns the documents of a kind that further input gives, none where it is not there."""


@frozen(kw_only=True)
class Further:
    """Which further input makes a kind: ``name`` is that of the option of ``pst build``.

    ``lacking`` tells which sentence says why there is no document: the ending of its key, empty
    for the one that names the option.
    """

    name: str
    cases: Cases
    lacking: Callable[[Definition, Inputs], str] = lambda _, __: ""


def letters(_: Definition, inputs: Inputs) -> Sequence[Case]:
    """Return a letter to each person who is owed compensation."""
    from pst_standards.documents.compose.letter import letter_on

    owed = [one.answer for one in inputs.events if one.answer.eligible]
    return [Case(composer=letter_on(one), name=one.event.id or "x") for one in owed]


def no_letters(definition: Definition, inputs: Inputs) -> str:
    """Tell why there is no letter: nothing is promised, no event was given, or none is owed any."""
    if not definition.compensation:
        return ".no-promise"
    return ".none-owed" if inputs.events else ""


def filled_register(definition: Definition, inputs: Inputs) -> Sequence[Case]:
    """Return the register of compensations with the answers to the events."""
    from pst_standards.documents.compose.register import register_of

    if not (definition.compensation and inputs.events):
        return ()
    return (Case(composer=register_of(inputs.events)),)


def survey_sheet(_: Definition, inputs: Inputs) -> Sequence[Case]:
    """Return the publication sheet of a survey."""
    from pst_standards.documents.compose.survey_sheet import sheet_of

    return (Case(composer=sheet_of(inputs.survey)),) if inputs.survey else ()


def survey_report(_: Definition, inputs: Inputs) -> Sequence[Case]:
    """Return the report on a survey."""
    from pst_standards.documents.compose.survey_report import report_of

    return (Case(composer=report_of(inputs.survey)),) if inputs.survey else ()


def complaint_report(_: Definition, inputs: Inputs) -> Sequence[Case]:
    """Return the report on complaint handling, in the form for everybody."""
    from pst_standards.documents.compose.complaint_report import report_of
    from pst_standards.model.complaint_recap import ComplaintRecap

    if inputs.complaints is None:
        return ()
    words = inputs.words or ComplaintRecap()
    return (Case(composer=report_of(inputs.complaints, words, published=True)),)
