"""PGD-025, 028, 029 and PRV-006, 010: what the complaint form of an office asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.complaints import FormField, FormFieldKind
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.form_fields import kind_told, types_anonymous
from pst_standards.rules.wordings import says, words_of

_FORM: Final = ("complaints", "form")
# The parts of a complaint by letter of Pasal 42 ayat (3); the signature stands in the last.
_PARTS: Final = {
    "a": (FormFieldKind.IDENTITY,),
    "b": (FormFieldKind.DESCRIPTION, FormFieldKind.LOSS),
    "c": (FormFieldKind.REQUEST,),
    "d": (FormFieldKind.PLACE_AND_TIME,),
}
_NEEDED: Final = frozenset(
    {
        *(kind for kinds in _PARTS.values() for kind in kinds),
        FormFieldKind.CONTACT,
        FormFieldKind.SERVICE,
        FormFieldKind.DATE,
        FormFieldKind.CHANNEL,
    }
)
# Health is spoken of by PRV-010 alone.
_SPOKEN_OF_ELSEWHERE: Final = frozenset({FormFieldKind.HEALTH})
_SPECIFIC: Final = frozenset(
    {FormFieldKind.HEALTH, FormFieldKind.FINANCE, FormFieldKind.CRIME, FormFieldKind.CHILD}
)


class _Asked(NamedTuple):
    """A field of the form, where it stands, and what it asks for as far as that is known."""

    pointer: Pointer
    field: FormField
    label: str
    kind: FormFieldKind | None


def _asked(context: Context) -> Iterator[_Asked]:
    complaints = context.definition.complaints
    for place, field in enumerate(complaints.form if complaints else ()):
        label = words_of(field.label)
        yield _Asked((*_FORM, place), field, label, field.kind or kind_told(label))


def _has_form(context: Context) -> bool:
    complaints = context.definition.complaints
    return complaints is not None and bool(complaints.form)


def _parts_not_asked(context: Context) -> Iterator[Hit]:
    kinds = {asked.kind for asked in _asked(context)}
    if None in kinds:
        # A field whose purpose nobody can tell may be the one that seems to be missing.
        return
    missing = {letter: set(parts) - kinds for letter, parts in _PARTS.items()}
    letters = tuple(letter for letter, parts in missing.items() if parts)
    names = tuple(
        kind.value for letter, parts in _PARTS.items() for kind in parts if kind in missing[letter]
    )
    if letters:
        yield Hit(_FORM, {"letters": letters, "missing": names, "count": len(letters)})


def _more_than_needed(context: Context) -> Iterator[Hit]:
    for asked in _asked(context):
        kind = asked.kind
        if kind is None or kind in _NEEDED | _SPOKEN_OF_ELSEWHERE:
            continue
        if asked.field.required is True and not says(asked.field.purpose):
            yield Hit(asked.pointer, {"field": asked.field.id, "kind": kind.value})


def _anonymous_as_a_name(context: Context) -> Iterator[Hit]:
    for asked in _asked(context):
        if asked.kind is FormFieldKind.IDENTITY and types_anonymous(asked.label):
            yield Hit(asked.pointer, {"field": asked.field.id})


def _no_impact_assessment(context: Context) -> Iterator[Hit]:
    complaints = context.definition.complaints
    if complaints is None or says(complaints.impact_assessment):
        return
    found = {asked.kind for asked in _asked(context)}
    kinds = tuple(kind.value for kind in FormFieldKind if kind in _SPECIFIC & found)
    if kinds:
        yield Hit(_FORM, {"kinds": kinds})


def _health_instead_of_need(context: Context) -> Iterator[Hit]:
    for asked in _asked(context):
        of_health = asked.kind is FormFieldKind.HEALTH
        if of_health and kind_told(asked.label) is not FormFieldKind.NEED:
            yield Hit(asked.pointer, {"field": asked.field.id})


CHECKS: Final = (
    Check(id="PGD-025", find=_parts_not_asked, applies=_has_form),
    Check(id="PGD-028", find=_more_than_needed, applies=_has_form),
    Check(id="PGD-029", find=_anonymous_as_a_name, applies=_has_form),
    Check(id="PRV-006", find=_no_impact_assessment, applies=_has_form),
    Check(id="PRV-010", find=_health_instead_of_need, applies=_has_form),
)
