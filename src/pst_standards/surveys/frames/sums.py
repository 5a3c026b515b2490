"""Rows below the answers of a form as offices keep it: sums and means, which nobody answered."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

LOOKED_AT: Final = 20
"""How many rows at the end are looked at."""
_LABEL: Final = (  # compiled when the first label is met: few files have one
    "[\N{GREEK SMALL LETTER SIGMA}\N{N-ARY SUMMATION}]"
    r".*|nrr\b.*"
    r"|(?:jumlah|total)(?:\s*(?:nilai|skor|nrr|responden|per\b|/).*)?"
    r"|(?:nilai\s*)?(?:rata[\s-]*rata|rerata)\b.*|(?:mean|average|sum)\b.*"
)


def label_of_sums(row: Sequence[object], asked: Collection[int]) -> str:
    """Return the label of a row of sums; empty for one that a respondent may have given.

    The label stands in the first cell that holds anything, and that is no cell of an answer;
    ``asked`` has the places of these.

    >>> label_of_sums(["", "NRR/Unsur", 3, 4], {2, 3}), label_of_sums(["11", "Total", 3, 4], {2, 3})
    ('NRR/Unsur', '')
    """
    for place, cell in enumerate(row):
        if cell is None or cell == "":
            continue
        label = str(cell).strip()
        if label.isdigit() or place in asked:  # the number of a respondent, as in most rows
            return ""
        if label:
            return label if re.fullmatch(_LABEL, label.casefold(), re.DOTALL) else ""
    return ""


def first_of_sums(rows: Sequence[Sequence[object]], asked: Collection[int]) -> int | None:
    """Return the place of the first row of sums among the last rows, ``None`` without any.

    >>> first_of_sums([["1", "4"], ["Jumlah", "4"], ["", "75"]], {1})
    1
    """
    start = max(len(rows) - LOOKED_AT, 0)
    found = (at for at in range(start, len(rows)) if label_of_sums(rows[at], asked))
    return next(found, None)
