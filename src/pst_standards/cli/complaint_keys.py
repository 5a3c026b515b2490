"""What may be told of a step: its keys, what each means, and the codes that it takes."""

from __future__ import annotations

import argparse
import datetime as dt
import textwrap
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, get_args, get_origin, get_type_hints

import attrs

from pst_standards.cli.speech import Say, speaker
from pst_standards.complaints.ladder import Rung
from pst_standards.complaints.payloads import PAYLOADS
from pst_standards.complaints.states import Step
from pst_standards.complaints.transitions import TRANSITIONS
from pst_standards.messages import LANGUAGES
from pst_standards.model import complaint_case as told
from pst_standards.model.base import Choice

_NODES: Final[Mapping[str, type]] = {
    "notice": told.NoticeGiven,
    "handler": told.HandlerNamed,
    "examiner": told.HandlerNamed,
    "actions": told.ActionDecided,
    "award": told.AwardMade,
}
"""Parts of what a step tells, by their key, where the words for their fields stand."""
_WHO: Final = "reporter"
_BY_THE_DESK: Final = "recorded_by"
"""What the desk tells itself: who sits there writes down what others did."""
_LEVELS: Final = frozenset({"level", "accused_level"})
_KINDS: Final[Mapping[type, str]] = {
    bool: "yes-no",
    int: "number",
    dt.date: "date",
    dt.datetime: "moment",
}
_DEMANDED: Final[Mapping[str, tuple[str, ...]]] = {
    "reporter_told": ("notice.means",),
    "copy_given": ("copy",),
    "target_named": ("target",),
    "referral_grounded": ("referral", "ground"),
    "something_missing": ("missing",),
    "announced_in_figures": ("report",),
    "voluntary": ("voluntary",),
    "receipt_whole": ("description", "place", "received_at", "officer", "signed"),
}
"""Keys without which a guard refuses every case, although their fields have a default."""
BY_THE_CASE: Final = frozenset(
    {
        *("by.citizen", "by.excluded", "class.missing", "completion.running", "damages.open"),
        *("documents.open", "examination.needed", "handler.missing", "hearing.open"),
        *(
            "parts.missing",
            "parts.missing-anonymous",
            "reaction.over",
            "reaction.running",
            "receipt.missing",
        ),
        *("receipt.twice", "reported.unheard", "reporter.unheard", "requests.open"),
        *("step.wrong-state", "tasks.open", "withdrawal.public-interest"),
    }
)
"""Refusals that no other keys mend: something else has to happen to the case first."""
_WIDE: Final = 96
_INDENT: Final = " " * 4


class Key(NamedTuple):
    """One key as ``--set`` takes it, what it is called, of which kind, and which codes it takes."""

    name: str
    required: bool
    label: str
    kind: str
    codes: tuple[tuple[str, str], ...] = ()


def keys_of(step: Step, lang: str) -> tuple[Key, ...]:
    """Return the keys of a step, those that must be there first.

    >>> [key.name for key in keys_of(Step.CLASSIFY, "en")][:2]
    ['complaint_class', 'public_interest']
    """
    demanded = {key for guard in TRANSITIONS[step].guards for key in _DEMANDED.get(guard, ())}
    found = [
        key._replace(required=key.required or key.name in demanded)
        for key in _keys(PAYLOADS[step], told.EventDetails, "", lang, required=True)
        if key.name != _BY_THE_DESK
    ]
    # The notice belongs to every step, and is told last.
    return tuple(sorted(found, key=lambda key: (not key.required, key.name.startswith("notice."))))


def keys_text(step: Step, lang: str) -> str:
    """Return the keys of a step as a person reads them."""
    say = speaker(lang)
    head = say("complaint-keys.head", step=step.value, name=step.term(lang))
    return "\n".join([head, *(line for key in keys_of(step, lang) for line in _lines(key, say))])


def keys_action(say: Say) -> type[argparse.Action]:
    """Return what prints the keys of a step for ``--keys``, and ends as ``--help`` does."""
    lang = next(one for one in LANGUAGES if speaker(one)("label.usage") == say("label.usage"))

    class Keys(argparse.Action):
        def __call__(self, parser: Any, _: Any, value: Any, __: Any = None) -> None:
            step = next((one for one in Step if value in {one.value, one.number}), None)
            if step is not None:
                print(keys_text(step, lang))
                parser.exit()
            known = ", ".join(one.value for one in Step if one is not Step.FILE)
            parser.error(say("complaint-keys.unknown", known=known))

    return Keys


def _keys(
    kind: type, words: type | None, before: str, lang: str, *, required: bool
) -> Iterator[Key]:
    hints = get_type_hints(kind)
    for one in attrs.fields(kind):
        needed = required and one.default is attrs.NOTHING
        bare, many = _bare(hints[one.name])
        name = f"{before}{one.name}"
        if attrs.has(bare) and not many:
            yield from _keys(bare, _NODES.get(one.name), f"{name}.", lang, required=needed)
        else:
            label = _label(words, one.name, lang)
            codes = _rungs(lang) if one.name in _LEVELS else _codes(bare, lang)
            yield Key(name, needed, label, _kind(name, bare, lang, many=many), codes)


def _bare(hint: Any) -> tuple[Any, bool]:
    """Return a type without its ``None``, and whether there may be several."""
    if get_origin(hint) is UnionType:
        hint = next(one for one in get_args(hint) if one is not NoneType)
    many = get_origin(hint) is tuple
    return (get_args(hint)[0] if many else hint), many


def _label(words: type | None, name: str, lang: str) -> str:
    known = attrs.fields_dict(words) if words and attrs.has(words) else {}
    return str(known[name].metadata.get(lang, "")) if name in known else ""


def _kind(name: str, kind: Any, lang: str, *, many: bool) -> str:
    say = speaker(lang)
    if name == _WHO:
        return say("complaint-keys.reporter")
    if attrs.has(kind):
        fields = ", ".join(one.name for one in attrs.fields(kind))
        return say("complaint-keys.parts", fields=fields)
    if issubclass(kind, Choice):
        return say("complaint-keys.codes" if many else "complaint-keys.code")
    if many:
        return say("complaint-keys.list")
    return say(f"complaint-keys.{_KINDS.get(kind, 'text')}")


def _codes(kind: Any, lang: str) -> tuple[tuple[str, str], ...]:
    if not (isinstance(kind, type) and issubclass(kind, Choice)):
        return ()
    return tuple((str(one.value), one.term(lang)) for one in kind)


def _rungs(lang: str) -> tuple[tuple[str, str], ...]:
    """Return the levels, each with who stands there."""
    return tuple((str(one.level), one.term(lang)) for one in Rung)


def _lines(key: Key, say: Say) -> Iterator[str]:
    must = say("complaint-keys.required") if key.required else ""
    told = "; ".join(part for part in (key.label, key.kind, must) if part)
    yield f"  {key.name:<22} {told}"
    if key.codes:
        words = ", ".join(f"{code} ({term})" if term != code else code for code, term in key.codes)
        yield from textwrap.wrap(
            words, _WIDE, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False
        )
