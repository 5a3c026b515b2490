"""The four dimensions of competence in the words that standards use for them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.model.manufacturing import CompetenceDimension

_SIGNS: Final = {
    CompetenceDimension.KNOWLEDGE: re.compile(
        r"pengetahuan|\bmemahami|\bmengetahui|\bmenguasai|\bpaham|pemahaman|penguasaan|\bmengerti"
        r"|\bknow|understand",
        re.IGNORECASE,
    ),
    CompetenceDimension.EXPERTISE: re.compile(
        r"keahlian|\bahli\b|pendidikan|sarjana|\bs-?[123]\b|\bd-?(?:iii|iv|[34])\b|diploma|lulusan"
        r"|sertifi[kc]a|\bslta\b|\bsma\b|pelatihan|diklat|expertise|degree|qualifi|education",
        re.IGNORECASE,
    ),
    CompetenceDimension.SKILL: re.compile(
        r"keterampilan|ketrampilan|terampil|\bmampu|kemampuan|\bcakap|\bdapat\b|mengoperasikan"
        r"|berkomunikasi|\bskill|\bable to|\bcan\b|abilit",
        re.IGNORECASE,
    ),
    CompetenceDimension.EXPERIENCE: re.compile(
        r"pengalaman|masa kerja|\bpernah (?:be|me)|experien", re.IGNORECASE
    ),
}
DIMENSIONS: Final = tuple(_SIGNS)
"""Those of the elucidation of UU 25/2009 Pasal 21 huruf h; attitude is not one of them."""


def _dimensions_in(words: str) -> frozenset[CompetenceDimension]:
    return frozenset(dimension for dimension, sign in _SIGNS.items() if sign.search(words))


_remembered = lru_cache(maxsize=4096)(_dimensions_in)


def dimensions_in(words: str) -> frozenset[CompetenceDimension]:
    """Return the dimensions that a competence speaks of.

    >>> sorted(one.value for one in dimensions_in("Sarjana, berpengalaman satu tahun"))
    ['experience', 'expertise']
    """
    return _remembered(words)
