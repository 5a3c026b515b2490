"""What to be careful about when a figure of a survey is read: a key with its values, and a text."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Final, TypeAlias, TypeVar

from attrs import frozen

from pst_standards.findings import Severity
from pst_standards.messages import LANGUAGES, text
from pst_standards.model.base import FrozenMap, Text
from pst_standards.surveys.statistics.errors import must_be_count

FEW: Final = 30
"""Of fewer respondents a figure is shown with a caution."""
TOO_FEW_TO_RANK: Final = 10
"""Of fewer respondents elements are not put into an order."""
SMALLEST_CELL: Final = 5
"""A part of fewer respondents is not shown."""
Names: TypeAlias = Mapping[str, Text]
"""The official terms of elements by their keys."""
NO_NAMES: Final[Names] = FrozenMap()
_Cell = TypeVar("_Cell", bound=Hashable)


@frozen(kw_only=True)
class Caution:
    """One thing to be careful about; nothing was deleted because of it.

    >>> one = Caution(key="few", severity=Severity.WARNING, params={"n": 12, "least": 30})
    >>> print(one.message("en"))
    Only 12 people answered; of fewer than 30 a single one moves the figures visibly.
    """

    key: str
    severity: Severity
    params: Mapping[str, object]

    def message(self, lang: str, names: Names = NO_NAMES) -> str:
        """Say in ``id`` or ``en`` what to be careful about.

        ``names`` gives elements their official terms, which then stand for their keys.
        """
        terms = {key: name.get(lang) or key for key, name in names.items()}
        params = {
            name: tuple(terms.get(one, one) for one in value) if isinstance(value, tuple) else value
            for name, value in self.params.items()
        }
        return text("survey_statistics", f"caution.{self.key}", lang, params)

    def to_dict(self, names: Names = NO_NAMES) -> dict[str, Any]:
        """Return the caution as data, worded in both languages."""
        params = self.params.items()
        return {
            "key": self.key,
            "severity": self.severity.value,
            "params": {key: list(one) if isinstance(one, tuple) else one for key, one in params},
            "text": {lang: self.message(lang, names) for lang in LANGUAGES},
        }


def size_cautions(n: int) -> tuple[Caution, ...]:
    """Return what the number of respondents alone gives reason to be careful about.

    >>> [one.key for one in size_cautions(7)], size_cautions(30)
    (['few', 'no-ranking'], ())
    """
    if not n:
        return (Caution(key="nobody", severity=Severity.WARNING, params={}),)
    limits = {"few": FEW, "no-ranking": TOO_FEW_TO_RANK}
    return tuple(
        Caution(key=key, severity=Severity.WARNING, params={"n": n, "least": least})
        for key, least in limits.items()
        if n < least
    )


def may_rank(n: int) -> bool:
    """Tell whether so many respondents are enough to name lowest and highest elements.

    >>> may_rank(9), may_rank(10)
    (False, True)
    """
    return n >= TOO_FEW_TO_RANK


def counted_otherwise(declared: int | None, counted: int) -> tuple[Caution, ...]:
    """Return what is wrong where a report declares another number than was counted.

    >>> [one.key for one in counted_otherwise(295, 284)], counted_otherwise(None, 284)
    (['declared'], ())
    """
    if declared is None or declared == counted:
        return ()
    params = {"declared": declared, "counted": counted}
    return (Caution(key="declared", severity=Severity.ERROR, params=params),)


def without_small_cells(
    counts: Mapping[_Cell, int], *, smallest: int = SMALLEST_CELL
) -> dict[_Cell, int | None]:
    """Return the parts of a whole, ``None`` for a part of too few people to be shown.

    As the whole is shown as well, what is hidden must be at least ``smallest`` people in at least
    two parts, or it could be worked out: the next smallest part goes with it. Of an empty part
    nothing can be told, and it is shown.

    >>> without_small_cells({"women": 26, "men": 3, "not said": 12})
    {'women': 26, 'men': None, 'not said': None}
    """
    for count in counts.values():
        must_be_count("counts", count)
    filled = sorted((cell for cell in counts if counts[cell]), key=lambda cell: counts[cell])
    hidden = [cell for cell in filled if counts[cell] < smallest]
    for cell in filled[len(hidden) :]:
        if not hidden or (len(hidden) > 1 and _together(hidden, counts) >= smallest):
            break
        hidden.append(cell)
    return {cell: None if cell in hidden else count for cell, count in counts.items()}


def _together(cells: Iterable[_Cell], counts: Mapping[_Cell, int]) -> int:
    return sum(counts[cell] for cell in cells)
