"""Cells of a lazy frame as expressions: which answer each is, or why it is none.

They say the same as ``AnswerRules.read``, in words that every engine knows. A test holds the two
together for each engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pst_standards.surveys.answers import AnswerRules, Mark
from pst_standards.surveys.records import Record

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

    Expr: TypeAlias = nw.Expr

REASONS: Final = ("zero", "spaces", "outside", "decimals", "fraction", "text", "kind")
# What str.strip() takes away, written out: engines differ in what they call a space.
_SPACE: Final = (
    "[\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_SPACES: Final = f"^{_SPACE}|{_SPACE}$"
_ENDS: Final = f"^{_SPACE}+|{_SPACE}+$"
_NUMBER: Final = "^[1-9][0-9]*$"
_DECIMALS: Final = "[.,]0+$"
_WHOLE: Final = f"^[+-]?[0-9]+{_DECIMALS}"
_FRACTION: Final = "^[+-]?[0-9]+[.,][0-9]+$"
_PLAINLY_WRITTEN: Final = 1e-4
"""A smaller number is written with an exponent, which is no fraction that anybody enters."""


class _Meanings(Record):
    """What cells mean, as expressions: each value, the two marks, and why the rest is refused.

    The first reason that holds is the one; ``reasons`` are looked at in their order.
    """

    values: Mapping[int, Expr]
    blank: Expr
    not_applicable: Expr
    reasons: Sequence[tuple[Expr, str]]


class AskedColumn(Record):
    """One column of answers: ``columns`` to be made first, and what is told from them.

    ``flags`` are true of the cells with one answer, with a blank, and that are not applicable, by
    the names of their sums; ``reason`` is the place in ``REASONS`` of why a refused cell is.
    ``number`` counts the columns from 0.
    """

    number: int
    name: str
    item: str
    columns: tuple[Expr, ...]
    cell: Expr
    is_answer: Expr
    is_known: Expr
    flags: Mapping[str, Expr]
    code: Expr
    reason: Expr


def asked_column(
    number: int, item: str, heading: str, kind: Any, rules: AnswerRules
) -> AskedColumn:
    """Return the expressions for a column of some kind."""
    import narwhals.stable.v2 as nw

    column = nw.col(heading)
    if kind.is_decimal():
        column, kind = column.cast(nw.Float64), nw.Float64()
    if kind.is_integer() or kind.is_float():
        return _numbers(number, item, column, kind, rules)
    if isinstance(kind, nw.String | nw.Categorical | nw.Enum):
        return _texts(number, item, column.cast(nw.String), rules)
    name = _name(number)
    missing = nw.col(f"{name}m")
    never = missing & ~missing
    made = (column.alias(name), column.is_null().alias(f"{name}m"))
    return _asked(number, item, made, _Meanings({}, missing, never, [(~missing, "kind")]), rules)


def _name(number: int) -> str:
    return f"a{number}"


def _numbers(number: int, item: str, column: Expr, kind: Any, rules: AnswerRules) -> AskedColumn:
    import narwhals.stable.v2 as nw

    name, nothing = _name(number), rules.scale.low - 1
    cell, missing = nw.col(name), nw.col(f"{name}m")
    whole: list[tuple[Expr, str]] = [(cell == 0, "zero")]
    if kind.is_float():
        column = column.fill_nan(None)
        size = cell.abs()
        odd = (size == float("inf")) | ((size > 0) & (size < _PLAINLY_WRITTEN))
        whole = [*whole, (odd, "text"), (cell != cell.round(0), "fraction")]
    made = (column.fill_null(nothing).alias(name), column.is_null().alias(f"{name}m"))
    values = {value: cell == value for value in rules.scale.values}
    never = missing & ~missing
    means = _Meanings(values, missing, never, [*whole, (~missing, "outside")])
    return _asked(number, item, made, means, rules)


def _texts(number: int, item: str, column: Expr, rules: AnswerRules) -> AskedColumn:
    import narwhals.stable.v2 as nw

    column = column.fill_null("")
    if rules.strip:
        column = column.str.replace_all(_ENDS, "")
    if rules.decimals:
        bare = column.str.replace_all(_DECIMALS, "")
        column = nw.when(column.str.contains(_WHOLE)).then(bare).otherwise(column)
    name = _name(number)
    cell = nw.col(name)
    meant: dict[int | Mark, list[str]] = {value: [] for value in rules.scale.values}
    plain: dict[str, int | Mark] = {str(value): value for value in rules.scale.values}
    for text, value in {
        "": Mark.BLANK,
        **plain,
        **rules.mapping,
        **rules.by_item.get(item, {}),
    }.items():
        meant.setdefault(value, []).append(text)
    values = {v: cell.is_in(meant[v]) for v in rules.scale.values if meant[v]}
    reasons = [
        (cell == "0", "zero"),
        (cell.str.contains(_SPACES), "spaces"),
        (cell.str.contains(_NUMBER), "outside"),
        (cell.str.contains(_WHOLE), "decimals"),
        (cell.str.contains(_FRACTION), "fraction"),
        (cell != "", "text"),
    ]
    blank, other = (
        cell.is_in(meant.get(mark, [])) if meant.get(mark) else (cell == "") & (cell != "")
        for mark in (Mark.BLANK, Mark.NOT_APPLICABLE)
    )
    means = _Meanings(values, blank, other, reasons)
    return _asked(number, item, (column.alias(name),), means, rules)


def _asked(
    number: int,
    item: str,
    columns: tuple[Expr, ...],
    means: _Meanings,
    rules: AnswerRules,
) -> AskedColumn:
    import narwhals.stable.v2 as nw

    name = _name(number)
    values, blank, other = means.values, means.blank, means.not_applicable
    none = rules.scale.low - 1
    is_answer = _any(values.values(), blank)
    flags = {f"{name}v{value}": flag for value, flag in values.items()}
    code: Expr = nw.lit(none)
    for value, flag in values.items():
        code = nw.when(flag).then(nw.lit(value)).otherwise(code)
    reason: Expr = nw.lit(0)
    for flag, key in reversed(means.reasons):
        reason = nw.when(flag).then(nw.lit(REASONS.index(key))).otherwise(reason)
    return AskedColumn(
        number=number,
        name=name,
        item=item,
        columns=columns,
        cell=nw.col(name),
        is_answer=is_answer,
        is_known=is_answer | blank | other,
        flags={**flags, f"{name}b": blank, f"{name}x": other},
        code=code,
        reason=reason,
    )


def _any(flags: Iterable[Expr], like: Expr) -> Expr:
    """Return whether any of some is true; never, where there is none."""
    return reduce(or_, flags, like & ~like)
