"""What an unquoted word of YAML means: the core schema of YAML 1.2, section 10.3.2.

Only null, booleans and numbers have a meaning of their own. A date, a time such as ``12:30`` and
the words ``no`` or ``off``, which YAML 1.1 reads as something else, stay text.
"""

from __future__ import annotations

import math
import re
from typing import Final, Literal, TypeAlias

Scalar: TypeAlias = str | int | float | bool | None
Oddity: TypeAlias = Literal["", "not_finite", "long_number", "leading_zero"]

MEANINGFUL_STARTS: Final = "+-.0123456789~nNtTfF"
"""Every text with a meaning of its own is empty or starts with one of these."""

LONGEST_NUMBER: Final = 500
"""Characters; below the 640 digits that Python always converts, whatever its settings."""

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER: Final = re.compile(
    r"""(?P<zero>[-+]?0[0-9]+)
      | (?P<whole>[-+]?[0-9]+)
      | (?P<based>0o[0-7]+|0x[0-9a-fA-F]+)
      | (?P<broken>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)
      | (?P<endless>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))""",
    re.VERBOSE,
)


def plain(text: str) -> tuple[Scalar, Oddity]:
    """Return what an unquoted YAML text means, and what is odd about it.

    A number that is not finite, or has more than 500 characters, stays text and is odd. So is a
    whole number with a leading zero, because a telephone number or code has lost its zero.

    >>> [plain(text)[0] for text in ("no", "12:30", "2024-01-31", "0o14", "1e3", "~", "True")]
    ['no', '12:30', '2024-01-31', 12, 1000.0, None, True]
    >>> plain("0298"), plain(".nan"), plain("1e999")
    ((298, 'leading_zero'), ('.nan', 'not_finite'), ('1e999', 'not_finite'))
    """
    if text in _WORDS:
        return _WORDS[text], ""
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text, ""
    if len(text) > LONGEST_NUMBER:
        return text, "long_number"
    return _number(text, number.lastgroup)


def _number(text: str, kind: str | None) -> tuple[Scalar, Oddity]:
    if kind == "zero":
        return int(text), "leading_zero"
    if kind in {"whole", "based"}:
        return int(text, 0), ""
    value = float(text) if kind == "broken" else math.inf
    return (value, "") if math.isfinite(value) else (text, "not_finite")
