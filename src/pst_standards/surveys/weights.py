"""The weight of each element, and how it was rounded before it was used.

A regulation prints 1/9 as 0.11, and offices compute with 1/9, 0.11, 0.111 and 0.1111. The rounding
changes the index, so it is a choice that stands in every result; the default does not round.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Final

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import exact, half_up, read_figure, told
from pst_standards.surveys.records import Record
from pst_standards.surveys.terms import Term

ROUNDINGS: Final[Mapping[str, int | None]] = MappingProxyType(
    {"exact": None, "2dp": 2, "3dp": 3, "4dp": 4}
)
"""The conventions in use, and to how many decimals each rounds a weight."""

ROUNDING_TERMS: Final[Mapping[str, Term]] = MappingProxyType(
    {
        "exact": Term("tanpa pembulatan", "no rounding"),
        "2dp": Term("2 desimal", "2 decimals"),
        "3dp": Term("3 desimal", "3 decimals"),
        "4dp": Term("4 desimal", "4 decimals"),
    }
)
"""How sentences call the conventions."""

_RATIO: Final = r"([0-9]{1,9})/([1-9][0-9]{0,8})"
_SLACK: Final = Fraction(1, 10**9)


class Weights(Record, kw_only=True):
    """A weight for each element that counts; ``given`` when an office set them itself.

    ``normalised`` says that they did not add up to 1 as given and were divided by their sum.
    """

    values: Mapping[str, Fraction]
    rounding: str = "exact"
    given: bool = False
    normalised: bool = False

    @cached_property
    def total(self) -> Fraction:
        """What they add up to: 1, or a little beside it when they were rounded.

        >>> str(weigh(list("abcdefghi"), rounding="2dp").total)
        '99/100'
        """
        return sum(self.values.values(), Fraction())


def weigh(
    keys: Sequence[str],
    *,
    rounding: str = "exact",
    given: Mapping[str, object] | None = None,
    normalise: bool = False,
    dropped: Collection[str] = (),
) -> Weights:
    """Return the weights of the elements ``keys`` without those that are ``dropped``.

    Without ``given`` each of the k that are left weighs 1/k. Given weights are for all ``keys`` and
    may be written as fractions (``1/9``);
    they must not be negative and have to add up to 1, within 1e-9, unless ``normalise`` says to
    divide them by their sum. What is left after dropping is divided by its sum in either case, and
    rounded last. Raises ``SurveyError`` for anything else.

    >>> str(weigh(["fee", "product"]).values["fee"])
    '1/2'
    >>> given = {"fee": "0,5", "product": "0.25", "conduct": "0.25"}
    >>> str(weigh(list(given), given=given, dropped=["fee"]).values["product"])
    '1/2'
    """
    if rounding not in ROUNDINGS:
        raise SurveyError("weights.rounding", found=rounding, expected=tuple(ROUNDINGS))
    kept = [key for key in keys if key not in dropped]
    normalised = False
    if given is None:
        values = dict.fromkeys(kept, Fraction(1, max(len(kept), 1)))
    else:
        whole, normalised = _given(keys, given, normalise=normalise)
        values = _shares({key: whole[key] for key in kept})
    decimals = ROUNDINGS[rounding]
    if decimals is not None:
        values = {key: half_up(value, decimals) for key, value in values.items()}
    return Weights(values=values, rounding=rounding, given=given is not None, normalised=normalised)


def _given(
    keys: Sequence[str], given: Mapping[str, object], *, normalise: bool
) -> tuple[Mapping[str, Fraction], bool]:
    lacking = tuple(key for key in keys if key not in given)
    beyond = tuple(key for key in given if key not in keys)
    if lacking or beyond:
        raise SurveyError("weights.keys", lacking=lacking or "-", beyond=beyond or "-")
    values = {key: _read(given[key]) for key in keys}
    for key, value in values.items():
        if value < 0:
            raise SurveyError("weights.negative", element=key, found=exact(value))
    total = sum(values.values(), Fraction())
    if abs(total - 1) <= _SLACK:
        return values, False
    if not normalise or not total:
        raise SurveyError("weights.sum", found=told(total, 9))
    return values, True


def _read(written: object) -> Fraction:
    """Read a weight, which may be a fraction such as 1/9, as no decimal says it exactly."""
    if isinstance(written, str) and (found := re.fullmatch(_RATIO, written.strip(), re.ASCII)):
        return Fraction(int(found[1]), int(found[2]))
    return read_figure(written)


def _shares(values: Mapping[str, Fraction]) -> dict[str, Fraction]:
    total = sum(values.values(), Fraction())
    if values and not total:
        # Only elements of no weight were answered: dividing nothing says nothing.
        raise SurveyError("weights.nothing", expected=tuple(values))
    return {key: value / total for key, value in values.items()}
