"""MKL-013, MKL-014, MKL-016, MKL-017: what the words of a maklumat say, and how well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.office import Outsourcing
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.maklumat import charters, is_worded
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.information_charter import is_information_charter
from pst_standards.rules.detectors.misspellings import misspelt
from pst_standards.rules.pledge import elements_of
from pst_standards.rules.wordings import says, words_of

_AT: Final = ("maklumat",)
_ELEMENTS: Final = ("capability", "improvement", "sanction", "compensation")
_LEGAL_FORM: Final = re.compile(r"\b(?:pt|cv|ud|fa|tbk|persero|koperasi)\b", re.IGNORECASE)
_WORDS: Final = re.compile(r"\w+")


def _texts(context: Context) -> Iterator[tuple[Pointer, Text]]:
    """Yield every text that words the maklumat: the pledge, its elements, what was published."""
    maklumat = context.definition.maklumat
    if maklumat is not None and maklumat.pledge is not None:
        yield (*_AT, "pledge"), maklumat.pledge
    parts = maklumat.elements if maklumat else None
    for name in _ELEMENTS if parts else ():
        text = getattr(parts, name)
        if text is not None:
            yield (*_AT, "elements", name), text
    for pointer, one in charters(context):
        if one.text is not None:
            yield (*pointer, "text"), one.text


def _is_misspelt(context: Context) -> Iterator[Hit]:
    for pointer, text in _texts(context):
        for lang, words in (("id", text.id), ("en", text.en)):
            for written, meant in misspelt(words_of(words), lang) if words else ():
                yield Hit(pointer, {"written": written, "meant": meant})


def _pledge(context: Context) -> Text:
    maklumat = context.definition.maklumat
    return (maklumat.pledge if maklumat else None) or Text()


def _is_translated(context: Context) -> bool:
    pledge = _pledge(context)
    return says(pledge.id) and says(pledge.en)


def _translation_lacks_elements(context: Context) -> Iterator[Hit]:
    pledge = _pledge(context)
    indonesian, english = (
        elements_of(" ".join(words_of(words).split())) for words in (pledge.id, pledge.en)
    )
    for lang, here, there in (("id", indonesian, english), ("en", english, indonesian)):
        missing = tuple(
            name for name in _ELEMENTS if getattr(there, name) and not getattr(here, name)
        )
        if missing:
            yield Hit((*_AT, "pledge"), {"missing": missing}, lang)


def _is_of_information(context: Context) -> Iterator[Hit]:
    maklumat = context.definition.maklumat
    signer = maklumat.signer if maklumat else None
    words = words_of(context.wording, signer.position if signer else None)
    if words and is_information_charter(words):
        yield Hit(_AT)
    for pointer, one in charters(context):
        shown = words_of(one.title, one.text)
        if shown and is_information_charter(shown):
            yield Hit(pointer, {"publication": one.id}, "publication")


def _outsourced_work_not_told(context: Context) -> Iterator[Hit]:
    office = context.definition.office
    told = " ".join(_WORDS.findall(_told(context).casefold()))
    for place, one in enumerate(office.outsourcing if office else ()):
        if not any(name in told for name in _names(one)):
            yield Hit(("office", "outsourcing", place), {"work": one.id})


def _told(context: Context) -> str:
    shown = (one.text for _, one in charters(context))
    return words_of(context.wording, *shown)


def _names(one: Outsourcing) -> Iterator[str]:
    """Yield by what a reader knows outsourced work: who does it, or what is done."""
    work = (one.work.id, one.work.en) if one.work else ()
    for name in filter(None, (one.party, *work)):
        plain = " ".join(_WORDS.findall(_LEGAL_FORM.sub(" ", name).casefold()))
        if plain:
            yield plain


def _outsources(context: Context) -> bool:
    office = context.definition.office
    return office is not None and bool(office.outsourcing) and is_worded(context)


CHECKS: Final = (
    Check(id="MKL-013", find=_is_misspelt, applies=is_worded),
    Check(id="MKL-014", find=_translation_lacks_elements, applies=_is_translated),
    Check(id="MKL-016", find=_is_of_information, applies=is_worded),
    Check(id="MKL-017", find=_outsourced_work_not_told, applies=_outsources),
)
