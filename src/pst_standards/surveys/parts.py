"""Indices of a part of the elements, such as IPKP and IPAK of the survey of data needs."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.instrument_files import instrument as known_instrument
from pst_standards.surveys.notes import Note
from pst_standards.surveys.scoring import Score, Weighting, score
from pst_standards.surveys.tally import ElementCounts, Tally


def score_part(
    tally: Tally,
    part: str,
    instrument: Instrument | None = None,
    *,
    weights: str | Weighting = "exact",
    weighting: str = "equal",
) -> Score:
    """Score only the elements of a part (``ipkp``, ``ipak``), each of the same weight.

    Whether the centre weighs them by importance is not known, which a note says where the
    instrument is not sure of it: ``weighting`` may be ``importance`` (equal where that was not
    asked), and weights can be given. Who answered nothing of the part still counts among the
    respondents. Raises ``SurveyError`` for a part that the instrument does not have and a weighting
    that is not known.

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
    if weighting == "importance":
        weights = _by_importance(kept, keys) or weights
    elif weighting != "equal":
        raise SurveyError("weighting.unknown", found=weighting, expected=("importance", "equal"))
    found = score(kept, narrow, weights=weights)
    if not used.is_doubtful("parts"):
        return found
    return found.changed(notes=(Note("part-doubtful", {"part": part.upper()}), *found.notes))


def _by_importance(kept: Tally, keys: tuple[str, ...]) -> Weighting | None:
    """Return weights by how important each element is; ``None`` where that was not answered."""
    means = {key: one.mean for key, one in kept.importance.items() if one.mean is not None}
    if not means:
        return None
    given = {key: means.get(key, Fraction()) for key in keys}
    return Weighting(given=given, normalise=True)


def _only(
    counts: Mapping[str, ElementCounts], used: Instrument, keys: tuple[str, ...]
) -> dict[str, ElementCounts]:
    return {item: one for item, one in counts.items() if used.element_of(item) in keys}
