"""What is found in a form, in the words that the form itself has: its sheets and headings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from pst_standards.definitions.wording import word
from pst_standards.exchange.recap.form import COUNTS, DETAILS, MONTHS, OBSTACLES, label
from pst_standards.findings import Finding, Param
from pst_standards.messages import LANGUAGES, has_text, text
from pst_standards.model.base import Node
from pst_standards.model.complaint_recap import (
    ComplaintRecap,
    RecapCount,
    RecapMonth,
    RecapObstacle,
)

_COLUMNS: Final = ((RecapCount, COUNTS), (RecapMonth, MONTHS), (RecapObstacle, OBSTACLES))
_FLAGS: Final[Mapping[str, type[Node]]] = {"nil": RecapMonth, "published": ComplaintRecap}


def in_words_of_the_form(finding: Finding) -> Finding:
    """Return a finding whose sentences name headings of the form where they named keys of a file.

    >>> from pst_standards.complaints.recap_checks import check_recap
    >>> told = {"year": 2025, "month": 3, "months": [{"month": 3, "received": 0}]}
    >>> (found,) = check_recap(told).findings
    >>> word(in_words_of_the_form(found))[1]
    'Isi kolom Nihil bulan itu dengan ya.'
    """
    return evolve(finding, words=tuple(_words(finding, lang) for lang in LANGUAGES))


def _words(finding: Finding, lang: str) -> tuple[str, str, str]:
    message, hint = _worded(finding, lang)
    return lang, _escaped(message), _escaped(hint)


def _escaped(sentence: str) -> str:
    """Return a sentence that stays as it is when values are filled in once more."""
    return sentence.replace("{", "{{").replace("}", "}}")


def _worded(finding: Finding, lang: str) -> tuple[str, str]:
    field = str(finding.pointer[-1]) if finding.pointer else ""
    if finding.rule == "DEF-016" and field in _FLAGS:
        heading = label(_FLAGS[field], field, lang)
        message = text("exchange", "recap.flag", lang, {"heading": heading})
        return message, text("exchange", "recap.flag.hint", lang)
    message, hint = word(evolve(finding, params=_named(finding.params, lang)), lang)
    own = f"recap.hint.{finding.message_key}"
    return _without_key(message, field), _own(own, hint, lang)


def _own(key: str, hint: str, lang: str) -> str:
    return text("exchange", key, lang) if has_text("exchange", key, lang) else hint


def _without_key(message: str, key: str) -> str:
    """Leave out the key behind its heading; the keys of the details are printed in the form."""
    columns = {one for _, keys in _COLUMNS for one in keys}
    return message.replace(f" ({key})", "") if key in columns - set(DETAILS) else message


def _named(params: Mapping[str, Param], lang: str) -> dict[str, Param]:
    keys, headings = params.get("keys"), _headings(lang)
    if not isinstance(keys, tuple):
        return dict(params)
    return {**params, "keys": tuple(headings.get(str(key), str(key)) for key in keys)}


def _headings(lang: str) -> dict[str, str]:
    details = {key: text("exchange", f"recap.detail.{key}", lang) for key in DETAILS}
    columns = {key: label(kind, key, lang) for kind, keys in _COLUMNS for key in keys}
    return {**details, **columns}
