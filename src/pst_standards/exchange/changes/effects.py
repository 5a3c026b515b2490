"""What a change means for citizens, as far as figures and lists tell it without reading words.

A shorter time, a lower fee and a thing more to get are better; a document more to bring is worse.
What only a reader can judge, such as a new wording of a step, is ``UNCLEAR``: it is never called
harmless. Whether the public has to discuss a change is another question, and asked apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Final, TypeAlias

from pst_standards.definitions.rebasing import ABSENT
from pst_standards.exchange.changes.change import Change, Kind, Path
from pst_standards.exchange.changes.comparing import Indexed
from pst_standards.model.component import Component

DISCUSSION: Final = "PP 96/2012 Pasal 33 ayat (3)"
"""A change of a standard goes through public discussion and comments, as its making did."""


class Effect(Enum):
    """Effect of a change on citizens, the gravest first."""

    WORSE = "worse"
    UNCLEAR = "unclear"
    BETTER = "better"
    NEUTRAL = "neutral"

    @property
    def turned(self) -> Effect:
        """The effect of the change in the other direction."""
        return _TURNED.get(self, self)


_TURNED: Final = {Effect.WORSE: Effect.BETTER, Effect.BETTER: Effect.WORSE}
_Judge: TypeAlias = Callable[[Change, Indexed, Indexed], Effect]

ABOUT: Final = frozenset({"source", "confidence", "marks", "confirmed"})
"""Keys that say something of a value: its source, how sure it is, who confirmed it."""
_NOT_IN_FORCE: Final = frozenset({"draft", "discussed"})
_ANY: Final = "*"
_SECONDS: Final = {"minute": 60, "hour": 3600}
_DAYS: Final = ("calendar_day", "working_day")
"""Units of days: of one number the latter is never the shorter time."""
_FREE: Final = frozenset({"free", "zero_rupiah"})
_OURS: Final = frozenset({"officer", "treasurer", "supervisor", "system"})
_THEIRS: Final = frozenset({"user", "both"})


def is_editorial(change: Change) -> bool:
    """Tell whether a change leaves what is said in Indonesian as it was, but for its order.

    The order of steps counts as what is said.

    >>> is_editorial(Change(path=("lang",), kind=Kind.CHANGED, old="Gratis.", new="gratis"))
    True
    """
    if ABOUT.intersection(change.path) or change.path[-1:] == ("en",):
        return True
    if change.kind is Kind.ORDERED:
        return change.path[-1] != "steps"
    old, new = _wording(change.old), _wording(change.new)
    return old is not None and old == new


def effect_of(change: Change, old: Indexed, new: Indexed) -> Effect:
    """Return the effect on citizens of one of the changes that lead from ``old`` to ``new``.

    >>> was = Indexed({"standards": [{"id": "a", "fee": {"kind": "free"}}]})
    >>> now = Indexed({"standards": [{"id": "a", "fee": {"kind": "pnbp"}}]})
    >>> path = ("standards", "a", "fee", "kind")
    >>> effect_of(Change(path=path, kind=Kind.CHANGED, old="free", new="pnbp"), was, now)
    <Effect.WORSE: 'worse'>
    """
    if is_editorial(change):
        return Effect.NEUTRAL
    for pattern, judge in _JUDGES:
        if _fits(change.path, pattern):
            return judge(change, old, new)
    return Effect.UNCLEAR


def needs_discussion(change: Change, old: Mapping[str, Any]) -> bool:
    """Tell whether a change follows the way of Pasal 26 and 27 (PP 96/2012 Pasal 33 ayat (3)).

    That is every change of one of the fourteen components of a standard, and a standard that comes
    or goes; not a change of a draft, of a translation, or of where a value comes from.

    >>> gone = Change(path=("standards", "library"), kind=Kind.REMOVED, old={"id": "library"})
    >>> needs_discussion(gone, {"stage": "adopted"}), needs_discussion(gone, {"stage": "draft"})
    (True, False)
    """
    whole = change.path[:1] == ("standards",) and len(change.path) <= len(("standards", "id"))
    return (
        (whole or component_of(change.path) is not None)
        and old.get("stage") not in _NOT_IN_FORCE
        and not is_editorial(change)
    )


def component_of(path: Path) -> Component | None:
    """Return the component of a standard that a path leads into, ``None`` where it leads to none.

    >>> component_of(("standards", "library", "fee", "kind")).letter
    'e'
    """
    if len(path) > 2 and path[0] == "standards":  # noqa: PLR2004 - list, standard, component
        return next((one for one in Component if one.value == path[2]), None)
    return None


def _wording(value: Any) -> str | None:
    """Return the Indonesian words of a text, without what a corrector alone would change."""
    if isinstance(value, Mapping) and value.keys() <= {"id", "en"}:
        value = value.get("id")
    return " ".join(value.casefold().split()).rstrip(" .;,") if isinstance(value, str) else None


def _fits(path: Path, pattern: Path) -> bool:
    """Tell whether a path begins as a pattern does, or is it, where the pattern ends in a dot."""
    if pattern[-1:] == (".",):
        pattern = pattern[:-1]
        if len(path) != len(pattern):
            return False
    return len(path) >= len(pattern) and all(
        wanted in (_ANY, step) for step, wanted in zip(path, pattern, strict=False)
    )


def _always(effect: Effect) -> _Judge:
    return lambda _change, _old, _new: effect


def _more_is(effect: Effect) -> _Judge:
    """Judge what is added or taken away; a list without ids by what it has more or less."""

    def judge(change: Change, _old: Indexed, _new: Indexed) -> Effect:
        if change.kind is not Kind.CHANGED:
            return effect if change.kind is Kind.ADDED else effect.turned
        return _by_parts(change.old, change.new, effect)

    return judge


def _by_parts(old: Any, new: Any, more: Effect) -> Effect:
    if not (isinstance(old, list) and isinstance(new, list)):
        return Effect.UNCLEAR
    gone, come = (
        [one for one in first if one not in second] for first, second in ((old, new), (new, old))
    )
    if gone and come:
        return Effect.UNCLEAR
    if not gone and not come:
        return Effect.NEUTRAL
    return more if come else more.turned


def _less_figure(change: Change, _old: Indexed, _new: Indexed) -> Effect:
    return _compared(change.old, change.new, Effect.WORSE)


def _more_figure(change: Change, _old: Indexed, _new: Indexed) -> Effect:
    return _compared(change.old, change.new, Effect.BETTER)


def _compared(old: Any, new: Any, more: Effect) -> Effect:
    if type(old) is not int or type(new) is not int:
        return Effect.UNCLEAR
    return more if new > old else more.turned


def _span(change: Change, old: Indexed, new: Indexed) -> Effect:
    """Judge a time by its value and unit together, whichever of the two a change is about."""
    around = change.path if change.path[-1] not in {"value", "unit"} else change.path[:-1]
    before, after = old.at(around), new.at(around)
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return Effect.UNCLEAR
    first, second = (_length(one) for one in (before, after))
    if first is None or second is None or first[0] != second[0]:
        return Effect.UNCLEAR
    if first == second:
        return Effect.NEUTRAL
    shorter = all(one <= other for one, other in zip(second[1:], first[1:], strict=True))
    longer = all(one >= other for one, other in zip(second[1:], first[1:], strict=True))
    return Effect.BETTER if shorter else Effect.WORSE if longer else Effect.UNCLEAR


def _length(span: Mapping[str, Any]) -> tuple[str, int, int] | None:
    """Return what a time is counted in, how many, and the rank of its unit among its likes."""
    value, unit = span.get("value"), span.get("unit")
    if type(value) is not int or not isinstance(unit, str):
        return None
    if unit in _SECONDS:
        return "clock", value * _SECONDS[unit], 0
    if unit in _DAYS:
        return "days", value, _DAYS.index(unit)
    return unit, value, 0


def _fee_kind(change: Change, _old: Indexed, _new: Indexed) -> Effect:
    old, new = (one in _FREE if isinstance(one, str) else None for one in (change.old, change.new))
    if old is None or new is None:
        return Effect.UNCLEAR
    if old == new:
        return Effect.NEUTRAL
    return Effect.BETTER if new else Effect.WORSE


def _fee_item(change: Change, _old: Indexed, _new: Indexed) -> Effect:
    """Judge a tariff that comes or goes: it costs something, unless it says that it does not.

    Beside one of a single case or channel another may hold, so that alone it tells nothing.
    """
    item = change.new if change.kind is Kind.ADDED else change.old
    if isinstance(item, Mapping):
        if item.get("amount") == 0 or item.get("kind") in _FREE:
            return Effect.NEUTRAL
        if item.get("case") or item.get("channels"):
            return Effect.UNCLEAR
    return _more_is(Effect.WORSE)(change, _old, _new)


def _step(change: Change, _old: Indexed, _new: Indexed) -> Effect:
    """Judge a step that comes or goes: one that the user takes is one more to take.

    What a step of the office means for a citizen, only who reads it can tell.
    """
    item = change.new if change.kind is Kind.ADDED else change.old
    if isinstance(item, Mapping) and item.get("actor") in _THEIRS:
        return _more_is(Effect.WORSE)(change, _old, _new)
    return Effect.UNCLEAR


def _actor(change: Change, _old: Indexed, _new: Indexed) -> Effect:
    if change.old is ABSENT or change.new is ABSENT:
        return Effect.UNCLEAR
    before, after = change.old in _OURS, change.new in _OURS
    if before == after:
        return Effect.UNCLEAR
    return Effect.BETTER if after else Effect.WORSE


_MORE_TO_HAVE: Final = _more_is(Effect.BETTER)
_MORE_TO_BRING: Final = _more_is(Effect.WORSE)


_NEUTRAL: Final = _always(Effect.NEUTRAL)
_TABLE: Final[Mapping[str, _Judge]] = {
    "standards/.": _MORE_TO_HAVE,
    "standards/*/.": _MORE_TO_HAVE,
    "standards/*/requirements/items/.": _MORE_TO_BRING,
    "standards/*/requirements/items/*/.": _MORE_TO_BRING,
    "standards/*/requirements/items/*/document/.": _MORE_TO_BRING,
    "standards/*/requirements/items/*/kind": _NEUTRAL,
    "standards/*/procedure/steps/*/.": _step,
    "standards/*/procedure/steps/*/number": _NEUTRAL,
    "standards/*/procedure/steps/*/actor": _actor,
    "standards/*/procedure/steps/*/time": _span,
    "standards/*/time_limit/.": _MORE_TO_HAVE,
    "standards/*/time_limit/limits/.": _MORE_TO_HAVE,
    "standards/*/time_limit/limits/*/.": _MORE_TO_HAVE,
    "standards/*/time_limit/limits/*/value": _span,
    "standards/*/time_limit/limits/*/unit": _span,
    "standards/*/fee/kind": _fee_kind,
    "standards/*/fee/instrument": _NEUTRAL,
    "standards/*/fee/items/*/.": _fee_item,
    "standards/*/fee/items/*/kind": _fee_kind,
    "standards/*/fee/items/*/amount": _less_figure,
    "standards/*/fee/items/*/instrument": _NEUTRAL,
    "standards/*/product/.": _MORE_TO_HAVE,
    "standards/*/product/items/.": _MORE_TO_HAVE,
    "standards/*/product/items/*/.": _MORE_TO_HAVE,
    "standards/*/product/items/*/formats": _MORE_TO_HAVE,
    "standards/*/complaint_handling/.": _MORE_TO_HAVE,
    "standards/*/complaint_handling/time_limit": _span,
    "standards/*/facilities/items": _MORE_TO_HAVE,
    "standards/*/staffing/count": _more_figure,
    "standards/*/staffing/posts": _more_figure,
    "standards/*/service_guarantee/.": _MORE_TO_HAVE,
    "standards/*/safety_guarantee/.": _MORE_TO_HAVE,
    "standards/*/safety_guarantee/measures/.": _MORE_TO_HAVE,
    "standards/*/safety_guarantee/measures/*/.": _MORE_TO_HAVE,
    "standards/*/legal_basis": _NEUTRAL,
    "standards/*/life_cycle": _NEUTRAL,
    "standards/*/decree": _NEUTRAL,
    "standards/*/replaces": _NEUTRAL,
    "services/.": _MORE_TO_HAVE,
    "services/*/.": _MORE_TO_HAVE,
    "services/*/channels": _MORE_TO_HAVE,
    "services/*/refusals/*/.": _MORE_TO_BRING,
    "services/*/aliases": _NEUTRAL,
    "facilities/.": _MORE_TO_HAVE,
    "facilities/*/.": _MORE_TO_HAVE,
    "complaints/channels/.": _MORE_TO_HAVE,
    "complaints/channels/*/.": _MORE_TO_HAVE,
    "complaints/rights/.": _MORE_TO_HAVE,
    "complaints/rights/*/.": _MORE_TO_HAVE,
    "complaints/clocks/*/within": _span,
    **dict.fromkeys(("format", "lang", "stage", "suppressions"), _NEUTRAL),
    "publications/.": _MORE_TO_HAVE,
    "publications/*/.": _MORE_TO_HAVE,
    "publications/*/media": _MORE_TO_HAVE,
    "publications/*/standards": _MORE_TO_HAVE,
    "publications/*/components": _MORE_TO_HAVE,
    **{f"publications/*/{name}": _NEUTRAL for name in ("published_on", "year", "size_kb")},
    **{f"office/{name}": _NEUTRAL for name in ("code", "kind", "name", "short_name", "logo")},
    **{f"office/{name}": _NEUTRAL for name in ("head", "budget")},
}
"""What judges a path. ``*`` stands for any step; a dot at the end for a path that goes no further.

The first that fits counts.
"""
_JUDGES: Final = tuple((tuple(path.split("/")), judge) for path, judge in _TABLE.items())
