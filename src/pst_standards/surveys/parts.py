"""Indices of a part of the elements, such as IPKP and IPAK of the survey of data needs."""

from __future__ import annotations

from collections.abc import Mapping

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.instrument_files import instrument as known_instrument
from pst_standards.surveys.scoring import Score, Weighting, score
from pst_standards.surveys.tally import ElementCounts, Tally


def score_part(
    tally: Tally,
    part: str,
    instrument: Instrument | None = None,
    *,
    weights: str | Weighting = "exact",
) -> Score:
    """Score only the elements of a part (``ipkp``, ``ipak``), each of the same weight.

    Whether the centre weighs them by importance is not known, so that weights can be given. Who
    answered nothing of the part still counts among the respondents. Raises ``SurveyError`` for a
    part that the instrument does not have.

    >>> from pst_standards.surveys import instrument
    >>> skd = instrument("skd-2025")
    >>> nines = {key: (0,) * 8 + (1, 0) for key in skd.keys}
    >>> score_part(Tally.from_frequencies(skd, nines), "ipak").index_shown
    '90.00'
    """
    used = known_instrument(tally.instrument_id) if instrument is None else instrument
    if part not in used.parts:
        raise SurveyError("part.unknown", found=part, expected=tuple(used.parts) or "-")
    keys = used.parts[part]
    name = f"{used.id}-{part}"
    narrow = used.changed(id=name, elements=tuple(used.element(key) for key in keys), parts={})
    kept = tally.changed(
        instrument_id=name,
        elements=_only(tally.elements, used, keys),
        importance=_only(tally.importance, used, keys),
    )
    return score(kept, narrow, weights=weights)


def _only(
    counts: Mapping[str, ElementCounts], used: Instrument, keys: tuple[str, ...]
) -> dict[str, ElementCounts]:
    return {item: one for item, one in counts.items() if used.element_of(item) in keys}
